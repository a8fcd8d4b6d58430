"""Choices without labels on one line that is called choices (``選択肢: 純物質 / 混合物``), as an item each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = r"(?:選択肢(?:一覧)?|選択|候補|解答群|回答群|Options|Choices)"
_CAPTION = re.compile(
    rf"[\s　]*(?:[\[【(（<＜]\s*{_NAME}\s*[\]】)）>＞]\s*[:：]?|{_NAME}\s*[:：])[\s　]*", re.IGNORECASE
)
_SEPARATORS = tuple(
    re.compile(rf"\s*{sign}\s*")
    for sign in (r"(?<=[\s　])[/／|｜](?=[\s　])", "[/／|｜]", "(?:　|\t| {2,})", "、", "[,，](?!\\d{3})")
)
_MOST, _LONGEST = 8, 60  # choices, and characters of one
_TOLD = "選択肢："


def with_choices_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; of one that is called choices, and has two or more apart, its name and an item for each.

    It is no bank of words for several gaps: what stands beneath it is the answer, what announces or explains that, or
    nothing more of the question. Labelled ones are left to :mod:`.separating`, if there are enough of them.
    """
    named = False  # the line before is such a name alone
    for at, line in enumerate(lines):
        found = _CAPTION.match(line.text) if line.role in _PROSE and len(line.text) <= phrases.LONGEST else None
        start = found.end() if found else 0 if named and line.role in (Role.TEXT, Role.HTML) else None
        ranges = _apart(line.text, start) if start is not None else []
        named = found is not None and found.end() == len(line.text)
        if not ranges or line.struck or line.mended or not _is_answered_next(lines, at):
            yield line
            continue
        if found:
            yield replace(line, text=_TOLD, code=(), bold=(), strong=False)
        row = replace(line, block=replace(line.block), strong=False)  # no row behind a question: :mod:`.rows`
        for first, last in ranges:
            part = row.part(first, last, opens_block=True)
            kind = Role.TEXT if labels.opening(part.text) else Role.ITEM
            yield replace(part, role=kind, depth=line.depth + (kind is Role.ITEM), group=-line.number, own_number=None)


_PROSE = (Role.TEXT, Role.ITEM, Role.DETAIL, Role.HTML)


def _apart(text: str, start: int) -> list[tuple[int, int]]:
    """The ranges of choices behind ``start``, apart by the clearest sign there; none where they are no plain words."""
    for separator in _SEPARATORS:
        gaps = list(separator.finditer(text, start))
        if not gaps:
            continue
        ranges = list(
            zip((start, *(gap.end() for gap in gaps)), (*(gap.start() for gap in gaps), len(text)), strict=True)
        )
        words = [text[first:last].strip(" 　。") for first, last in ranges]
        apart = len({folded(each) for each in words}) == len(words) <= _MOST
        labelled = [label[0] for each in words if (label := labels.opening(each))]
        in_order = all(labels.follows(labelled[:at], each) for at, each in enumerate(labelled))
        fits = apart and all(0 < len(each) <= _LONGEST for each in words)
        return ranges if fits and (not labelled or (len(labelled) == len(words) and in_order)) else []
    return []


def _is_answered_next(lines: Sequence[Line], at: int) -> bool:
    """Whether what stands beneath a line is the answer or what announces it, or another question."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or after.role is Role.HEADING or phrases.numbered(after.text) is not None:
        return after is None or not phrases.has_gap(after.text)
    return (
        answerlines.answer(after.text) is not None
        or phrases.is_reveal(after.text)
        or phrases.is_explanation(after.text)
        or answerlines.is_aside(after.text)
    )
