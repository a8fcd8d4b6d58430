"""Replies that a letter alone announces: ``A: …`` beneath ``Q: …``, or beneath a sentence with a gap."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from studynotes.questions.text.gaps import gaps_in
from studynotes.questions.text.lines import Line, Role, following
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

_Q_NUMBER = re.compile(r"[QＱ]\s?(\d{1,3})(?!\d)")
_REPLY = re.compile(r"[AＡ]\s?(\d{1,3})\s*[.:：]?")
_A_LINE = re.compile(r"A\d*\s*[.:：．]\s*(?P<answer>\S.*)")
_OF_CHOICES = re.compile(
    r"どれ|いずれ|選(?:べ|び(?!出|分|抜|取)|ぶ|ん|択)|次のうち|適切なもの|正しいもの|どの(?:選択|肢|記号)"
)  # that are not seen here
NUMBERED = re.compile(r"[\s　]*(?:[①-⑳]|[(（]\d{1,3}[)）]|\d{1,3}[.．)）])")  # a gap's number
_SIGNS = 8  # characters of decoration before the letter, at most
_NEAR = 6  # lines beneath in which a second choice would stand


def replied(question: Line, line: Line) -> re.Match[str] | None:
    """``A: …`` beneath ``Q: …`` (``A1 …``, ``Q1 …``), or beneath a sentence with a gap."""
    if not any(letter in line.text[:_SIGNS] for letter in "AＡ"):
        return None
    numbered = _Q_NUMBER.match(phrases.bare(question.text))
    said = phrases.undecorated(line.text)
    if numbered and (found := re.fullmatch(rf"[AＡ]{numbered[1]}[\s　]+(?P<answer>\S.*)", said)):
        return found
    asks = phrases.bare(question.text)[:1] in "QＱ" or bool(gaps_in(question.text))
    return _A_LINE.fullmatch(said) if asks and not _OF_CHOICES.search(phrases.plain(question.text)) else None


def is_reply(lines: Sequence[Line], index: int, line: Line) -> bool:
    """Whether ``A. …`` beneath a question replies to it, and is not the first of its choices: no B stands near."""
    if replied(lines[index], line) is None:
        return False
    near = takewhile(lambda each: not _begins_another(each), islice(following(lines, index), _NEAR))
    found = (labels.opening(each.text) for each in near)
    return not any(label and label[0] == "B" for label in found)


def _begins_another(line: Line) -> bool:
    asks = phrases.is_question(line.text) or phrases.begins_with_q(line.text) or bool(gaps_in(line.text))
    return asks or line.role is Role.HEADING or phrases.numbered(line.text) is not None


def is_called(lines: Sequence[Line], index: int, line: Line) -> bool:
    """Whether a line is only what the answer's box is called (``A3``), as the question's is (``Q3（中）穴埋め``)."""
    called = _REPLY.fullmatch(phrases.bare(line.text)) if line.text[:1] in "AＡ" else None
    return called is not None and any(
        (numbered := _Q_NUMBER.match(phrases.bare(each.text))) and numbered[1] == called[1]
        for each in lines[max(0, index - 2) : index + 1]
    )
