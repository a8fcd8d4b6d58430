"""Boxes to tick without the space behind them: ``- [x]くじら`` among ``- [ ] うさぎ``.

To the parser they are text. In a list that has boxes they are meant as such.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BOXES = {"[x]": True, "[X]": True, "[ ]": False}


def with_boxes_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a box that stands right before an item's words as ``checked`` where its list has boxes."""
    boxed = {(line.group, line.depth) for line in lines if line.checked is not None}
    for line in lines:
        checked = _BOXES.get(line.text[:3]) if line.role is Role.ITEM and line.checked is None else None
        if checked is None or (line.group, line.depth) not in boxed:
            yield line
        else:
            yield replace(line.part(3, len(line.text), opens_block=line.opens_block), checked=checked)
