"""What stands right beneath the last choice in the same paragraph, without any sign of an answer that others know.

It reads as more of that choice, which may go on in the next line; but where none of the others does, and it begins with
an arrow or is a sentence as none of them is, it may tell of the question (``→…なのでウは消える。イ。``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group

_LEAST, _MOST = 3, 3  # choices, and lines beneath the last of them
_ARROWS = ("→", "⇒", "➡")
_CONFUSED = re.compile(
    r"(?:勘|かん)(?:違|ちが)い|(?:取|と)り(?:違|ちが)え|(?:混同|ごっちゃ)"
)  # ⇒(3) ←別のと勘違いしてた
_ENDS = ("。", "．", "!", "！")


def set_apart(chunk: Sequence[Line], group: Group) -> list[Line] | None:
    """The stretch with the lines beneath its last choice as a paragraph of their own; None if they are no such.

    The choices are labelled lines of one paragraph, three at least.
    """
    lines = [option.line for option in group.options]
    last = lines[-1]
    at = next((at for at, line in enumerate(chunk) if line is last), -1) + 1
    beneath = chunk[at : group.end]
    if len(group.labels) < _LEAST or not at or not 0 < len(beneath) <= _MOST:
        return None
    if any(line.role is not Role.TEXT or line.block is not last.block or line.depth for line in [*lines, *beneath]):
        return None
    if any(_CONFUSED.search(line.text) for line in beneath):
        return None  # the label may be what somebody took for the answer
    if any(option.reasons or option.added for option in group.options[:-1]):
        return None
    points = beneath[0].text.lstrip().startswith(_ARROWS)
    tells = beneath[0].text.rstrip().endswith(_ENDS) and not any(line.text.rstrip().endswith(_ENDS) for line in lines)
    if not (points or tells):
        return None
    block = replace(last.block)
    apart = [replace(line, block=block, opens_block=not index) for index, line in enumerate(beneath)]
    return [*chunk[:at], *apart, *chunk[group.end :]]
