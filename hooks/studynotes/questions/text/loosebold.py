"""Choices that were meant to be bold, in a file that says what bold is: ``** 4) 青**``, ``**4) 青 **``.

With a space within its signs it is no bold to Markdown; whoever typed both ends meant nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text import legend
from studynotes.questions.text.lines import Line, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SIGNS = "**"
_LOOSE = re.compile(r"\*\*[\s　]*(?P<said>[^\s　*](?:[^*]*[^\s　*])?)[\s　]*\*\*[\s　]*")


def with_bold_read(lines: Sequence[Line], listed: Mapping[str, str]) -> Iterator[Line]:
    """The lines, those of a list or paragraph that stand as a whole between signs of bold as bold."""
    told = listed.get(legend.NAME) == legend.BOLD
    for line in lines:
        loose = told and line.text.startswith(_SIGNS) and line.role in (Role.ITEM, Role.TEXT, Role.DETAIL)
        found = _LOOSE.fullmatch(line.text) if loose and not (line.struck or line.mended or line.code) else None
        yield replace(line, text=found["said"], strong=True, bold=()) if found else line
