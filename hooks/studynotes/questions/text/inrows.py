"""Numbered lines, each a question that does not ask, and its choices (``①　凧の読み　ア たこ　イ たに　ウ たき``)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    _Ranges = list[tuple[int, int]]

_LEAST = 3  # choices of a line
_NUMBER = re.compile(
    r"[\s　]*(?:(?P<circled>[①-⑳])|[(（](?P<bracketed>\d{1,3})[)）]"
    r"|(?:問題?|Q)?\s*(?P<figure>\d{1,3})[.．)）:：]?)[\s　]+(?=\S)"
)
_WIDE = re.compile(r"(?:　|\s{2,}|\t)[\s　]*(?=[(（]?[A-Ja-jＡ-Ｊア-コｱ-ｺあ-お①-⑩イロハ])")


def numbered(lines: Sequence[Line]) -> Mapping[int, _Ranges]:
    """The ranges of question and choices on such lines, by their numbers in the source.

    Two at least stand right beneath one another, numbered one by one in the same way, each with three choices in
    letters that a wide space parts from what stands before, and the same labels on both.
    """
    result: dict[int, _Ranges] = {}
    for before, line in pairwise(lines):
        if not (before.block is line.block or line.opens_block):
            continue
        one, other = _read(before), _read(line) if _NUMBER.match(line.text) else None
        if one and other and one[0] == other[0] and one[1] + 1 == other[1] and one[2] == other[2]:
            result[before.number] = one[3]
            result[line.number] = other[3]
    return result


def _read(line: Line) -> tuple[str, int, str, _Ranges] | None:
    """How a line is numbered, its number, its first label, and the ranges of its words and its choices."""
    number = _NUMBER.match(line.text) if line.role is Role.TEXT and len(line.text) <= phrases.LONGEST else None
    if number is None or line.struck or line.mended:
        return None
    kind = number.lastgroup or ""
    for gap in _WIDE.finditer(line.text, number.end()):
        label = labels.opening(line.text[gap.end() :])
        if label is None or label[0].isdigit() or not labels.follows((), label[0]):
            continue
        choices = labels.split(line.text[gap.end() :])
        if len(choices) < _LEAST:
            return None
        start = gap.end()
        ranges = [(0, gap.start()), *((start + first, start + last) for first, last in choices)]
        return kind, int(labels.normal(number[kind])), label[0], ranges
    return None
