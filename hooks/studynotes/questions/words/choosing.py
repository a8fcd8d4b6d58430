"""What a reasoning chooses in words that stand in just one choice (``…、つまり drift 検出を選びます。``).

Writers who explain before they answer close so, and shorten the choice's words to those that matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import plain as text_of
from studynotes.questions.words.concluding import OF_WRONG, THUS
from studynotes.questions.words.disowning import unsettled
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.phrases import LONGEST, is_explanation, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

_MAY_CHOOSE = re.compile("を選|に決ま|で決ま|一択|しかな|しかあり|なので|よって|したがって|従って|だから|ゆえに")
_CHOOSES = re.compile(
    r"(?P<said>.+?)\s*(?:を選(?:ぶ|びます|択します|択する)|[にで]決ま(?:る|ります|りです|り)|(?:の)?一択(?:です|だ)?"
    r"|しか(?:ない|ありません)(?:です)?)[!]?"
)
# なので決定的暗号化。: the last sentence, of nothing but a name
_SO = re.compile(
    r"(?:なので|よって|したがって|従って|だから|ゆえに)、?\s*(?P<said>[^、。()]{4,40}?)(?:です|だ|となります|になります)?[!]?"
)
# What leads to the words: the last of these
_LEADS = re.compile(rf"[、,:→⇒]|(?:{THUS})|(?:[はでにが]|から|より)(?=[\sA-Za-z一-鿿ァ-ヺ「『])")
# 夏は水やりに決まる: of a case of its own; but 今回は, 答えは
_OF_CASE = re.compile(
    r"(?<!今回)(?<!ここで)(?<!答え)(?<!正解)(?<!問題)(?<!対策)(?<!場面で)は(?=[\s、A-Za-z一-鿿ァ-ヺ「『])"
)
# A case that may not be this one, what others choose, what is not so.
_ASIDE = re.compile(
    r"なら|たら|[れけせてえべねめげ]ば|場合|とき|時[はにも]|もし|仮に|逆に|一方|普通|ふつう|普段|通常|一般|まず|つい|うっかり|多く|みんな|人[はがも]"
    r"|昔|以前|旧|最初|はじめ|前は|今まで|次[はの]|別|他の|ほか|わけ|では?な[いくか]|じゃな|[?？…]|例えば|たとえば|(?:自分|私|僕|俺|友|先輩|同僚)"
)
_HINT = re.compile(r"ヒント|\bhint|補足", re.IGNORECASE)
_JOINTS = re.compile(r"[の・/\s「」『』]+|(?<=[一-鿿ァ-ヺーA-Za-z\d])[とを](?=[\s一-鿿ァ-ヺA-Za-z\d])")
_NAME = re.compile(r"[一-鿿ァ-ヺーA-Za-z\d].*(?<![いうくすつぬむるただてでなに])")
_SHORTEST = 4  # characters, of all words together
_OF_ONE = re.compile(r"\s*[(「]?(?:[A-Ja-jア-コ①-⑩]|10|[1-9])[)」]?\s*(?:[はもがと、.:]|の(?:場合|ほう|方))")


def is_hint(text: str) -> bool:
    """Whether a line announces a hint, or what is only beside the matter: neither tells the answer for sure."""
    return _HINT.search(text) is not None and is_explanation(text)


def chosen(texts: Sequence[str], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choice that the explanation (``texts``) chooses by words; None if none, the empty set if several.

    A sentence ends in choosing them (``Xを選びます``, ``Xに決まります``, ``Xしかない``), or the last one of all is
    ``なので`` and a name, behind one that is not of a single choice. All of its words stand in one choice, and only
    there. Nothing is doubted, of another case (``夏は…``), of what others choose, or of what is wrong.
    """
    if ask.negative or (ask.wanted or 1) != 1 or ask.several or not any(map(_MAY_CHOOSE.search, texts)):
        return None
    if any(map(is_hint, texts)):
        return None
    wholes = [worded(text_of(option.words)).lower() for option in group.options]
    found: set[int] = set()
    before = ""
    for at, text in enumerate(texts):
        if len(text) > LONGEST or unsettled(texts[at : at + 2]):
            return None
        sentences = [each.strip() for each in re.split(r"(?<=。)", worded(text)) if each.strip()]
        for index, sentence in enumerate(sentences):
            last = at + 1 == len(texts) and index + 1 == len(sentences)
            named = _named(sentence.rstrip("。 "), wholes, closes=last and before != "" and not _OF_ONE.match(before))
            if named is not None:
                found.add(named)
            before = sentence
    return (frozenset(found) if len(found) == 1 else frozenset()) if found else None


def is_of_other_case(sentence: str) -> bool:
    """Whether a sentence may tell of a case other than the question's, or of what others choose."""
    return _OF_CASE.search(sentence) is not None or _ASIDE.search(sentence) is not None


def _named(sentence: str, wholes: Sequence[str], *, closes: bool) -> int | None:
    """The choice that a sentence chooses."""
    said = _CHOOSES.fullmatch(sentence)
    so = None if said or not closes else _SO.fullmatch(sentence)
    if not (said or so) or OF_WRONG.search(sentence) or _ASIDE.search(sentence) or hedged(sentence):
        return None
    words = said["said"] if said else so["said"] if so else ""
    if said and _OF_CASE.search(words):
        return None
    start = max((lead.end() for lead in _LEADS.finditer(words)), default=0) if said else 0
    names = [each.lower() for each in _JOINTS.split(words[start:]) if each]
    if not names or not all(map(_NAME.fullmatch, names)) or sum(map(len, names)) < _SHORTEST:
        return None
    holding = [at for at, whole in enumerate(wholes) if all(_stands_in(name, whole) for name in names)]
    return holding[0] if len(holding) == 1 else None


def _stands_in(name: str, whole: str) -> bool:
    """Whether a name stands in a choice's words, and is no part of a longer one there."""
    edges = (r"(?<![a-z0-9])", r"(?![a-z0-9])") if name.isascii() else ("", "")
    return re.search(f"{edges[0]}{re.escape(name)}{edges[1]}", whole) is not None
