"""Answers with the words of another question's choice: ``答え：A. 水`` beneath ``A. 氷``, where another has ``A. 水``.

Who copies a question and changes it, or writes a list of answers from another page, gives the label of the one and
the words of the other. Nobody could tell which question the answer was meant for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.stretches.payloads import payload_of
from studynotes.questions.text.lines import Role
from studynotes.questions.text.numbering import number_of
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.questions.stretches.habits import Shown

_SEPARATORS = " 　.．:：)）、。,，-–—―＝=「」『』\"'*"
# … in what explains it: Aの水が正しい。
_OF_LABEL = re.compile(
    rf"(?<![0-9A-Za-zァ-ヺー])(?P<label>[A-Ja-j]|[1-9]|[{KATAKANA}])[)」]?の\s*(?P<words>[^。、]{{1,40}}?)[」』]?"
    r"(?:が(?:正しい|正解|適切|答え)|です|だ|である)(?:です|だ|である)?(?=。|$)"
)

# … or what it is about: 鉱質コルチコイドは…なので a
_TOPIC = re.compile(
    rf"[\s∴→⇒:]*(?P<said>(?P<words>[一-鿿ァ-ヺー]{{2,30}})は[^。]*(?:なので|だから|より|から|ため)、?)"
    rf"\s*[(「]?(?:[A-Ja-j]|[1-9]|[{KATAKANA}])[)」]?(?![A-Za-z0-9ァ-ヺー一-鿿])"
)
_PART = re.compile(r"[一-鿿]{2}|[ァ-ヺー]{3,}|[a-z]{2,}|\d+")
_LONG = 4  # characters


def misplaced(shown: Sequence[Shown], given: Mapping[str, str]) -> set[int]:
    """The lines of the first choices of questions whose answer tells the words of another question's choice.

    That one has the same label there, this one other words, neither of which holds the other. Behind an answer's
    label they are what it says only where another question's answer in the file repeats its choice's words, too: else
    they may be the reason. So is an answer for another one that is about such words, or about something that neither
    this question nor its choices have a word of. ``given`` are the answers that the file lists.
    """
    known: dict[tuple[str, str], set[int]] = {}
    for each in shown:
        for option in each.group.options if each.group.labels else ():
            known.setdefault((option.label, folded(option.words)), set()).add(each.line)
    answered: set[int] = set()
    explained: set[int] = set()
    repeats = False
    for each in shown if len(known) > 1 else ():
        if not each.right or not each.group.labels:
            continue
        own = {option.label: folded(option.words) for option in each.group.options}
        for label, said, answering in _told(each, given):
            if said == own[label]:
                repeats = repeats or answering
            elif (label, said) in known and not (said in own[label] or own[label] in said):
                (answered if answering else explained).add(each.line)
        own_words = _words_of(each)
        for topic, said in _topics(each):
            foreign = len(topic) >= _LONG and not any(part in own_words for part in _PART.findall(said))
            if topic not in own_words and (foreign or any((label, topic) in known for label in each.right)):
                explained.add(each.line)
    return explained | answered if repeats else explained


def _words_of(each: Shown) -> str:
    """The words of a question's last paragraph and of its choices."""
    above = each.chunk[: each.group.start]
    near = [line for line in above if line.block is above[-1].block]
    return folded(" ".join(line.text for line in (*near, *each.chunk[each.group.start : each.group.end])))


def _topics(each: Shown) -> Iterator[tuple[str, str]]:
    """What sentences right beneath choices are about that come to the answer (``X は…なので a``), and the sentences."""
    for line in each.chunk[each.group.end :][:1]:
        found = _TOPIC.match(phrases.plain(line.text)) if line.role is not Role.CODE and "は" in line.text else None
        if found:
            yield folded(found["words"]), folded(found["said"])


def _told(each: Shown, given: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """The labels with words that stand beneath a question or in the list, and whether they are told as the answer."""
    number = number_of(each.chunk, each.group)
    lines = [line for line in each.chunk[each.group.end :] if line.role is not Role.CODE]
    payloads = [*(payload_of(line, each.group) for line in lines), given.get(number, "") if number else ""]
    for payload in filter(None, payloads):
        named = labels.answer_labels(payload, each.group.labels)
        if named and len(named[0]) == 1 and (said := folded(named[1].strip(_SEPARATORS))):
            yield named[0][0], said, True
    for line in lines:
        for found in _OF_LABEL.finditer(phrases.plain(line.text)) if "の" in line.text else ():
            if (label := labels.normal(found["label"])) in each.group.labels:
                yield label, folded(found["words"].strip(_SEPARATORS)), False
