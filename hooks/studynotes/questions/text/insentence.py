"""Choices in brackets amid their sentence (``水は【(a)氷 (b)湯気】になる。``), as one line each beneath it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = "（　）"
_FIRST = (
    r"(?=[\s　]*[(（]?[AaＡａ1１アあイいｱ①❶ⓐⒶIⅠ])"  # what a first label begins with: most brackets hold other words
)
_INSIDE = re.compile(
    rf"[【［\[〔{{｛]{_FIRST}(?P<inside>[^【】［］\[\]〔〕{{}}｛｝]+)[】］\]〕}}｝](?![(\[])"
    rf"|[(（]{_FIRST}(?P<round>(?:[^()（）]|[(（][^()（）]{{1,2}}[)）])+)[)）]"
)
_BETWEEN = re.compile(r"[\s　]+[/／|｜][\s　]*|[/／|｜、,，・;；][\s　]*|[\s　]+")
_LABEL_WITHIN = 8  # characters of a label, with what is around it
_LEAST = 2  # choices
_ABOVE = 12  # lines above a sentence that may be choices it tells of


def with_choices_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; of a sentence with choices in brackets the sentence with a gap there, and a line for each choice.

    The brackets hold nothing but choices, labelled in order from the first on, and are the only ones in the sentence
    that do; more of the sentence stands before and behind them. The next line begins no choices of its own.
    """
    for at, line in enumerate(lines):
        found = _choices_in(line) if line.role is not Role.CODE and len(line.text) <= phrases.LONGEST else None
        if found is None or _has_choices_beneath(lines, at) or _tells_of_choices(lines, at):
            yield line
            continue
        start, end, ranges = found
        yield with_gap(line, start, end)
        for first, last in ranges:
            part = line.part(first, last, opens_block=True)
            yield replace(part, role=Role.DETAIL if line.depth else Role.TEXT, own_number=None, checked=None)


def with_gap(line: Line, start: int, end: int) -> Line:
    """The line with a gap in place of what stands from ``start`` to ``end``."""
    shift = len(_GAP) - (end - start)
    code = [(a, b) if b <= start else (a + shift, b + shift) for a, b in line.code if b <= start or end <= a]
    return replace(line, text=f"{line.text[:start]}{_GAP}{line.text[end:]}", code=tuple(code), bold=())


def _has_choices_beneath(lines: Sequence[Line], at: int) -> bool:
    after = lines[at + 1] if at + 1 < len(lines) else None
    label = labels.opening(after.text) if after else None
    item = after is not None and after.role is Role.ITEM and after.group != lines[at].group
    return item or (label is not None and labels.follows((), label[0]))


def _tells_of_choices(lines: Sequence[Line], at: int) -> bool:
    """Whether choices stand above a sentence without a number: then it tells of these."""
    if lines[at].role is Role.HEADING or lines[at].own_number is not None or _begins(lines[at].text):
        return False
    for line in reversed(lines[max(0, at - _ABOVE) : at]):
        if line.role is Role.HEADING or phrases.numbered(line.text) is not None:
            return False
        label = labels.opening(line.text)
        if line.role is Role.ITEM or (label is not None and labels.follows((), label[0])):
            return True
    return False


def _choices_in(line: Line) -> tuple[int, int, list[tuple[int, int]]] | None:
    """Where a line's brackets with choices begin and end, and where each of these stands."""
    if not any(each in line.text for each in "【［[〔{｛(（"):
        return None
    found = []
    for each in _INSIDE.finditer(line.text):
        group = "inside" if each["inside"] else "round"
        ranges = _apart(line.text, *each.span(group))
        found += [(each.start(), each.end(), ranges)] if ranges else []
    if len(found) != 1:
        return None
    start, end, ranges = found[0]
    before = line.text[_begins(line.text) : start].strip()
    return found[0] if before and line.text[end:].strip("。．.?？ 　") else None


def _begins(text: str) -> int:
    """Where a sentence begins behind its number."""
    return phrases.behind_number(text) or phrases.counted(text)


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of choices that follow each other, labelled from the first on; none where anything else is there."""
    first = labels.opening(text[start:end])
    if first is None or not labels.follows((), first[0]):
        return []
    begins, ends, known = [start], [], [first[0]]
    for gap in _BETWEEN.finditer(text, start, end):
        label = labels.opening(text[gap.end() : min(end, gap.end() + _LABEL_WITHIN)])
        if label and labels.follows(known, label[0]) and gap.start() > begins[-1] + 1:
            known.append(label[0])
            begins.append(gap.end())
            ends.append(gap.start())
    return list(zip(begins, [*ends, end], strict=True)) if len(known) >= _LEAST else []
