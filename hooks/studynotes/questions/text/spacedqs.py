"""Questions that begin with ``Q`` and a space, before Latin words, too, in notes that begin theirs so (``Q IPv6の…``).

Before a Latin word alone, Q may be a part of a name (``Q learning``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPACED = re.compile(r"[QＱ](?=[ 　]+[A-Za-z0-9])")
_LEAST = 3  # lines that begin so before anything else


def with_stops_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; those with Latin or a figure behind ``Q`` and a space with a stop between, if three have other words.

    What is numbered so (``Q 3 …``) stays as it is.
    """
    spaced = [line for line in lines if line.text[:1] in "QＱ" and line.text[1:2] in " 　" and line.role is Role.TEXT]
    known = sum(phrases.begins_with_q(line.text) for line in spaced) >= _LEAST
    for line in lines:
        found = _SPACED.match(line.text) if known and line.text[:1] in "QＱ" and line.role is Role.TEXT else None
        if found and phrases.numbered(line.text) is None:
            code, bold = (tuple((a + 1, b + 1) for a, b in ranges) for ranges in (line.code, line.bold))
            yield replace(line, text=f"{found[0]}.{line.text[found.end() :]}", code=code, bold=bold)
        else:
            yield line
