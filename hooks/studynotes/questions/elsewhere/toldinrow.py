"""Answers to several questions told in running text (``Q1、…です。正解はCです。Q2、…正解はAです。``)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text.lines import lines_of
from studynotes.questions.words import phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.model import Block

_HINT = re.compile(r"(?:正解|正答|答え|解答)[はが:：]")
_QUESTION = re.compile(
    r"(?:(?<![0-9A-Za-z])Q|(?<![一-鿿])(?:第|問題?|設問))\s*(?P<number>\d{1,2})\s*問?(?=[^\d問-])", re.IGNORECASE
)
_ANSWER = re.compile(r"(?:正解|正答|答え|解答)(?:は|:)\s*(?P<said>[^。\n]{1,40}?)(?:です|でした|だ)?(?:。|\n|$)")
_LABELLED = re.compile(
    rf"(?:選択肢|肢)?\s*[(「]?(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}]|[①-⑩])[)」]?(?:番)?(?:[\s、:(「.)].*)?"
)
_OWN = re.compile(r"(?:自分|私|わたし|僕|俺|あなた|みんな|前回)の?")
_LEAST = 2  # answers


def tells_of_several(block: Block) -> bool:
    """Whether a paragraph or a comment tells the answers to several questions, surely or not: it is on none alone."""
    return _told_in(block) is not None


def entries(block: Block) -> Sequence[tuple[str, str]]:
    """The numbers and answers that a paragraph or a comment tells, two at least, in the order of the numbers.

    From one question's number to the next there is one answer, and no doubt; before the first there is none.
    """
    told = _told_in(block)
    if told is None:
        return ()
    said, named = told
    rising = all(int(before["number"]) < int(after["number"]) for before, after in pairwise(named))
    struck = any(line.struck for line in lines_of([block]))
    if not rising or struck or _HINT.search(said[: named[0].start()]) or _OWN.search(said):
        return ()
    ends = [*(found.start() for found in named[1:]), len(said)]
    result: list[tuple[str, str]] = []
    for found, end in zip(named, ends, strict=True):
        part = said[found.end() : end]
        answers = _ANSWER.findall(part)
        sure = all(_LABELLED.fullmatch(answer) and not hedged(answer) for answer in answers)
        if not sure or len(_HINT.findall(part)) > 1 or hedged(_ANSWER.sub("", part)) or doubts(part):
            return ()  # as one of them is in doubt, so may be which answer is whose
        result += [(found["number"], answer.strip()) for answer in answers]
    return result if len(result) >= _LEAST else ()


def _told_in(block: Block) -> tuple[str, list[re.Match[str]]] | None:
    """What a block says in one row, and the questions it names there; None where it tells of fewer answers than two."""
    if block.kind not in (Kind.PARAGRAPH, Kind.HTML) or not ("解" in block.text or "答" in block.text):
        return None
    if len(_HINT.findall(block.text)) < _LEAST:
        return None
    said = phrases.plain("\n".join(line.text for line in lines_of([block])))
    named = list(_QUESTION.finditer(said))
    return (said, named) if len({int(found["number"]) for found in named}) >= _LEAST else None
