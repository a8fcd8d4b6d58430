"""Choices without labels in a row beneath their question (``cat / **dog** / bird``), one set off in bold or named."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST, _MOST = 3, 8  # choices
_LONGEST = 60  # characters of one
_SLASH = re.compile(r"[\s　]+[/／|｜][\s　]+|[\s　]*／[\s　]*")
_REMARK = re.compile(r"[→←⇒⇐➡※:：?？。]")  # a choice alone has none: it may be a rule, or a note
_ARROW = re.compile(r"[\s　]*(?:→|⇒|➡\ufe0f?)[\s　]*(?P<answer>\S.*)")


def with_items(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a row of choices between slashes as the items of a list, where the line above asks or has one gap.

    There are three to eight, short and all different, and nothing else stands on their line. Some of them are bold from
    end to end and the others not at all, or the line beneath begins with the words of one, as an answer: what bold says
    is for others to know (:mod:`.legend`). A row may be the words for several gaps, which have no mark.
    """
    for at, line in enumerate(lines):
        ranges = _apart(line) if at and ("/" in line.text or "／" in line.text) and _asks(lines[at - 1]) else []
        parts = [line.part(first, last, opens_block=True) for first, last in ranges]
        beneath = lines[at + 1] if at + 1 < len(lines) else None
        if not parts or not (_is_set_off(parts) or _is_named(beneath, parts)):
            yield line
            continue
        for part in parts:
            yield replace(part, role=Role.ITEM, depth=line.depth + 1, group=-2 - at, own_number=None, checked=None)


def _asks(line: Line) -> bool:
    """Whether choices may stand right beneath a line: it asks, or has one gap to be filled in."""
    if line.role is Role.CODE or answerlines.answer(line.text) is not None:
        return False
    return len(phrases.gaps(line.text)) == 1 or phrases.is_question(line.text)


def _apart(line: Line) -> list[tuple[int, int]]:
    """The ranges of the choices in a row; none where it may be anything else."""
    text = line.text
    if line.role not in (Role.TEXT, Role.DETAIL) or line.struck or line.mended or len(text) > phrases.LONGEST:
        return []
    gaps = list(_SLASH.finditer(text))
    if not _LEAST - 1 <= len(gaps) < _MOST or _REMARK.search(text) or phrases.has_gap(text):
        return []
    starts, ends = (0, *(gap.end() for gap in gaps)), (*(gap.start() for gap in gaps), len(text))
    ranges = list(zip(starts, ends, strict=True))
    words = [folded(text[first:last]) for first, last in ranges]
    fits = all(0 < len(each) <= _LONGEST for each in words) and len(set(words)) == len(words)
    return ranges if fits and labels.opening(text) is None else []


def _is_set_off(parts: Sequence[Line]) -> bool:
    """Whether some choices are bold from end to end, and the others not at all."""
    return 0 < sum(part.strong for part in parts) < len(parts) and all(part.strong or not part.bold for part in parts)


def _is_named(beneath: Line | None, parts: Sequence[Line]) -> bool:
    """Whether the line beneath begins with the words of one of the choices, as an answer."""
    if beneath is None or beneath.role is Role.CODE or len(beneath.text) > phrases.LONGEST:
        return False
    arrow = _ARROW.fullmatch(beneath.text)
    payload = arrow["answer"] if arrow else answerlines.answer(beneath.text) or answerlines.spaced(beneath.text)
    said = folded(payload) if payload else ""
    return bool(said) and any(said.startswith(folded(part.text)) for part in parts)
