"""What one sentence among others calls the answer, word for word (``「氷」は不正解でした。正解は湯気。``).

So do who tell first what they took for it, and those who count the answers (``つまり湯気と霧の 2 つ。``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words.choosing import is_hint, is_of_other_case
from studynotes.questions.words.concluding import OF_WRONG
from studynotes.questions.words.disowning import unsettled
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.phrases import LONGEST, is_reveal, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

_MAY_CALL = re.compile("正解は|正答は|正しい答えは|[2-5２-５]\\s*つ|(?:にする|にします|を使う|を使います)。?\\s*$")
_CALLED = re.compile(r"(?:正解|正答|正しい答え)は、?\s*(?P<words>[^、]+?)\s*(?:です|でした|だった|だ|である)?")
_COUNTED = re.compile(
    r"(?:つまり|よって|したがって|だから|なので)、?\s*(?P<words>.+?)\s*の\s*(?P<count>[2-5])\s*つ(?:です|だ|である)?"
)
# beneath 答え, the last sentence: キーで管理する for_each にする
_TAKEN = re.compile(r"(?P<said>.+?)\s*(?:にする|にします|を使う|を使います)")
_ANSWER = re.compile(r"(?<!不)(?:正解|正答|答え)(?!でし|だっ|では|じゃ)")
_AND = re.compile(r"\s*(?:と|、|,)\s*")
_QUOTES = "「」『』\"'` 　"
_SHORTEST = 4  # characters of words that end a longer sentence
_BEFORE = re.compile(r"[\s、「『うくぐすつぬぶむるたい]$")


def called(texts: Sequence[str], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that just one sentence of an explanation (``texts``) calls the answer; None where it is not sure.

    It does so word for word: ``正解は`` and one choice, ``つまり`` and as many as the question wants, or, beneath what
    announces the answer, at its very end what is done or used (``for_each にする``). Nothing else there speaks of an
    answer, and nothing doubts.
    """
    if not any(map(_MAY_CALL.search, texts)) or any(len(text) > LONGEST or is_hint(text) for text in texts):
        return None
    announced = is_reveal(texts[0])
    told = texts[1:] if announced else texts
    if any(doubts(text) or unsettled(told[at : at + 2]) for at, text in enumerate(told)):
        return None
    sentences = [each.strip() for text in told for each in worded(text).split("。") if each.strip()]
    wholes = [folded(option.words) for option in group.options]
    named = [(each, right) for each in sentences if (right := _named(each, wholes, ask))]
    if not named and announced and len(sentences) > 1:
        last = sentences[-1]
        named = [(last, right) for right in _taken(last, wholes, ask) if not any(map(_ANSWER.search, sentences))]
    if len(named) != 1 or any(_ANSWER.search(each) for each in sentences if each != named[0][0]):
        return None
    return named[0][1] if len(named[0][1]) == (ask.wanted or 1) else None


def _named(sentence: str, wholes: Sequence[str], ask: Ask) -> frozenset[int] | None:
    """The choices that a sentence calls the answer, or counts."""
    said = _CALLED.fullmatch(sentence)
    if said:
        words = folded(said["words"].strip(_QUOTES))
        return frozenset([wholes.index(words)]) if words and wholes.count(words) == 1 else None
    counted = _COUNTED.fullmatch(sentence)
    if not counted or int(counted["count"]) != ask.wanted or OF_WRONG.search(sentence) or ask.negative:
        return None
    parts = [folded(each.strip(_QUOTES)) for each in _AND.split(counted["words"])]
    fits = len(parts) == ask.wanted and all(wholes.count(each) == 1 for each in parts)
    return frozenset(map(wholes.index, parts)) if fits else None


def _taken(sentence: str, wholes: Sequence[str], ask: Ask) -> Iterator[frozenset[int]]:
    """The choice with whose words a last sentence ends that says what is done or used."""
    said = _TAKEN.fullmatch(sentence)
    if not said or ask.negative or OF_WRONG.search(sentence) or is_of_other_case(sentence) or hedged(sentence):
        return
    value = folded(said["said"])
    ends = [at for at, whole in enumerate(wholes) if len(whole) >= _SHORTEST and value.endswith(whole)]
    if len(ends) == 1 and sum(whole in value for whole in wholes) == 1:
        own = wholes[ends[0]]
        before = said["said"].rstrip(_QUOTES)[: -len(own)]
        if not before or _BEFORE.search(before):
            yield frozenset(ends)
