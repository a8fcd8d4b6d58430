"""Numbered lists in a box of plain text, as answers are often given (three backticks above ``1. × …``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text.lines import Line, Role

if TYPE_CHECKING:
    from studynotes.model import Block

_PLAIN_TEXT = frozenset(["", "text", "txt", "plain", "plaintext"])  # what a box may be called that is no code
_ITEM = re.compile(
    r" {0,3}(?:\((?P<inside>\d{1,2})\)|(?P<number>\d{1,2})(?:[.．](?!\d)|[):：]|[\s　]+(?=[○〇◯×✕☓✗])))"
    r"[\s　]*(?P<said>\S.*)"
)
_LEAST = 2  # items


def items_in(box: Block) -> list[list[Line]]:
    """The items of the numbered list that a box is, each its lines; nothing if it is anything else.

    They count from 1 on; what stands between them is indented, or has a comment's sign before it (``# 例：…``).
    """
    if box.kind is not Kind.FENCE or box.info.strip().lower() not in _PLAIN_TEXT:
        return []
    items: list[list[Line]] = []
    for number, written in enumerate(box.text.split("\n"), box.lines.first + 1):
        found = _ITEM.fullmatch(written.rstrip())
        if found and int(found["inside"] or found["number"]) == len(items) + 1:
            said, count = found["said"], len(items) + 1
            line = Line(said, Role.ITEM, box, number, depth=1, own_number=count, opens_block=True)
            items.append([line])
        elif written.strip() and (not items or not written.startswith((" ", "　", "\t", "#"))):
            return []
        elif written.strip():
            items[-1].append(Line(written.strip().lstrip("# "), Role.DETAIL, box, number, depth=1))
    return items if len(items) >= _LEAST else []
