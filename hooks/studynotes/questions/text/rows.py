"""Choices without labels in a row behind their question (``えらぶ：…はどれ？ 犬 / 猫 / 鳥``), one named beneath."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.text.asking import is_idle
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST, _MOST = 3, 8  # choices
_LONGEST = 40  # characters of one
_SLASH = re.compile(r"(?:[\s　]+[/／|｜][\s　]*|[\s　]*[/／|｜][\s　]+)")
_SET_APART = re.compile(r"(?<=[?？。:：])[\s　]*|　+|[\s]+")
_ARROW = re.compile(r"[\s　]*(?:→|⇒|➡\ufe0f?)[\s　]*(?P<answer>\S.*)")
_KIND = re.compile(r"(?P<kind>[^\s:：。、()（）]{1,6})[:：][\s　]*(?=\S)")


def with_items(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, choices between slashes behind a question as the items of a list.

    There are three to eight, short and all different, and the line right beneath begins with the words of one of them.
    The question asks, or has a number, or what it begins with (``えらぶ：``) stands before others that ask; what parts
    it from the first choice must be clear.
    """
    rows = {at: row for at, line in enumerate(lines) if (row := _row(line)) is not None}
    asking = (lines[at].text for at, row in rows.items() if phrases.is_question(lines[at].text[: row[0]]))
    kinds = Counter(map(kind_of, asking))
    for at, line in enumerate(lines):
        row = rows.get(at)
        if row is None or at + 1 == len(lines) or not _is_named(lines[at + 1], line, row):
            yield line
            continue
        end, *starts = row
        said = line.text[:end]
        kind = kind_of(line.text)
        known = bool(kind) and kinds[kind] > 0
        asks = phrases.is_question(said) and not is_idle([line.part(0, end, opens_block=True)])
        if not (known or asks or line.own_number or phrases.numbered(said) is not None):
            yield line
            continue
        start = _KIND.match(line.text) if known else None
        yield line.part(start.end() if start else 0, end, opens_block=line.opens_block)
        for first, last in _ranges(line.text, starts):
            item = line.part(first, last, opens_block=True)
            yield replace(item, role=Role.ITEM, depth=line.depth + 1, group=-2 - at, own_number=None, checked=None)


def kind_of(text: str) -> str:
    """What a line says of itself before a colon (``えらぶ：…``), ``""`` if nothing."""
    found = _KIND.match(text)
    explains = found is not None and phrases.without_caption(text) > 0
    return "" if found is None or explains or answerlines.answer(text) is not None else found["kind"]


def begins(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a paragraph begins a question: its choices in a row have become items, or it stands beside such a one.

    ``after`` is the stretch that it would else go on with: there, what the question begins with (``えらぶ：``) must be
    seen, and the paragraph begin likewise (``○か×：…``).
    """
    if _is_row(lines, index):
        return True
    return bool(after) and bool(kind_of(lines[index].text)) and _is_row(after, 0) and kind_of(after[0].block.text) != ""


def _is_row(lines: Sequence[Line], index: int) -> bool:
    """Whether a line's own choices, in a row behind it, have become a list's items."""
    line, beneath = lines[index], lines[index + 1 : index + 2]
    return bool(beneath) and beneath[0].role is Role.ITEM and beneath[0].group < -1 and beneath[0].block is line.block


def _row(line: Line) -> list[int] | None:
    """Where a question ends that has choices behind it, and where each of these begins; None where there are none."""
    text = line.text
    fits = line.role in (Role.TEXT, Role.ITEM) and line.opens_block and len(text) <= phrases.LONGEST
    gaps = list(_SLASH.finditer(text)) if fits and not line.struck and ("/" in text or "／" in text) else []
    if not _LEAST - 1 <= len(gaps) < _MOST:
        return None
    first = text[: gaps[0].start()]
    apart = [gap for gap in _SET_APART.finditer(first) if gap.start()]
    asking = [gap for gap in apart if first[gap.start() - 1] in "?？。"]
    kind = _KIND.match(first)
    apart = [gap for gap in apart if gap.end() > (kind.end() if kind else 0) and gap.end() < len(first)]
    gap = asking[-1] if asking else apart[0] if len(apart) == 1 else None
    if gap is None:
        return None
    starts = [gap.end(), *(each.end() for each in gaps)]
    words = [folded(text[start:end]) for start, end in _ranges(text, starts)]
    if not all(words) or len(set(words)) < len(words) or max(map(len, words)) > _LONGEST:
        return None
    return None if labels.opening(text[gap.end() :]) else [gap.start(), *starts]


def _ranges(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    ends = [len(text[:start].rstrip(" 　/／|｜")) for start in starts[1:]]
    return list(zip(starts, [*ends, len(text)], strict=True))


def _is_named(beneath: Line, line: Line, row: Sequence[int]) -> bool:
    """Whether the line beneath begins with the words of one of the choices, as an answer."""
    arrow = _ARROW.fullmatch(beneath.text) if len(beneath.text) <= phrases.LONGEST else None
    payload = arrow["answer"] if arrow else answerlines.answer(beneath.text) or answerlines.spaced(beneath.text)
    said = folded(payload) if payload else ""
    return bool(said) and any(said.startswith(folded(line.text[a:b])) for a, b in _ranges(line.text, row[1:]))
