"""Choices with Roman figures for labels (``(ⅰ)``, ``ii.``), and what is told of them, as if they had katakana.

Whatever reads running text knows letters, katakana and figures as labels. A Roman figure within a text is only known
for one where choices have such, set in brackets or as the one sign that Unicode has for it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.words import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.lines import Line

_KATAKANA = "アイウエオカキクケコ"
_ASCII = r"(?:i{1,3}|iv|vi{0,3}|ix|I{1,3}|IV|VI{0,3}|IX)"
_SIGN = "[ⅰ-ⅹⅠ-Ⅹ]"
_WORD = "A-Za-z0-9ァ-ヺー一-鿿"
_TOLD = re.compile(
    rf"[(（]\s*({_SIGN}|{_ASCII})\s*[)）]|(?<![{_WORD}])({_SIGN})(?![{_WORD}])|(?<![{_WORD}(（])({_ASCII})[)）]"
)


def in_katakana(chunk: Sequence[Line], group: Group) -> tuple[Sequence[Line], Group]:
    """A stretch and its choices, Roman figures read as katakana in labels and beneath the choices; others as they are.

    Not where a text beneath uses katakana for something itself.
    """
    known = group.labels
    if not labels.are_roman(known) or len(known) > len(_KATAKANA):
        return chunk, group
    beneath = chunk[group.end :]
    if any(re.search(rf"(?<![{_WORD}])[{_KATAKANA}](?![{_WORD}])", line.text) for line in beneath):
        return chunk, group
    signs = dict(zip(known, _KATAKANA, strict=False))
    read = [replace(line, text=_TOLD.sub(lambda found: _read(found, signs), line.text)) for line in beneath]
    options = [replace(option, label=signs[option.label]) for option in group.options]
    return [*chunk[: group.end], *read], replace(group, options=options)


def _read(found: re.Match[str], signs: dict[str, str]) -> str:
    sign = signs.get(labels.normal(found[1] or found[2] or found[3]))
    return f"({sign})" if sign else found[0]
