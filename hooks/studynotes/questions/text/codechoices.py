"""Choices that are blocks of code, each beneath a line that is its label alone (``**A**``, ``選択肢 B``)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.codecomments import with_choices_read
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ALONE = re.compile(rf"(?:選択肢|案)?[\s　]*(?P<label>[A-JＡ-Ｊ{labels.KATAKANA}])(?:[\s　]*案)?")
_PARTS = (Role.TEXT, Role.HEADING)
_DEEP = 3  # level from which on headings may label


def with_labels_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that are a label alone above a block of code each with the full stop that makes labels.

    They are in order from the first one on, with nothing between a block of code and the next label. So are those that
    a comment labels (:mod:`.codecomments`).
    """
    lines = list(with_choices_read(lines))
    run: list[int] = []
    found: set[int] = set()
    for at in range(len(lines)):
        label = _label(lines, at)
        if run and at == run[-1] + 1:
            continue  # the code
        known = [_label(lines, each) for each in run]
        if label and labels.follows(known, label) and (not run or at == run[-1] + 2):
            run.append(at)
            found |= set(run) if run[1:] else set()
        else:
            run = [at] if label and labels.follows((), label) else []
    for at, line in enumerate(lines):
        yield replace(line, text=f"{_label(lines, at)}.", role=Role.TEXT, code=()) if at in found else line


def _label(lines: Sequence[Line], at: int) -> str:
    """The label that a line is, if a block of code stands beneath it."""
    line = lines[at]
    if line.role not in _PARTS or at + 1 >= len(lines) or lines[at + 1].role is not Role.CODE:
        return ""
    if line.role is Role.HEADING and line.block.level < _DEEP:
        return ""
    found = _ALONE.fullmatch(line.text.strip())
    return labels.normal(found["label"]) if found else ""
