"""Labels typed with a kanji that looks like the katakana meant: ``工 …`` beneath ``ウ …``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MEANT = {("ウ", "工"): "エ", ("エ", "才"): "オ", ("オ", "力"): "カ"}  # by the label above and what is typed
_BEHIND = tuple(" 　.．、)）:：")
_NO_CHOICE = (Role.HEADING, Role.CODE)


def with_labels_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those with such a kanji for the label that is next after the line above with the katakana."""
    above = ""
    for written in lines:
        meant = _MEANT.get((above, written.text[:1]), "") if above and written.role not in _NO_CHOICE else ""
        typed = bool(meant) and written.text[1:].startswith(_BEHIND)
        line = replace(written, text=f"{meant}{written.text[1:]}") if typed else written
        found = labels.opening(line.text)
        above = found[0] if found else ""
        yield line
