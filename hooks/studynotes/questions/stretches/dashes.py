"""Reasons on the choices' own lines, behind a dash (``❌ 管理VLAN — 管理するためのもの``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.question import Part, Words
    from studynotes.questions.stretches.groups import Group

_DASH = re.compile(r"\s+(?:—|―|――|——)(?:\s+|$)")
# a dash may join what a question asks to pair
_PAIRS = re.compile(r"組み?合わ?せ|対応|ペア|関係")


def reasons_apart(group: Group, stem: Sequence[Part]) -> tuple[Words, ...]:
    """The choices' reasons, one for each (``()`` where nothing stands behind the dash); none where they have none.

    So they are where each choice has a mark, right or wrong, and just one dash: said with the choice, they would give
    it away. Not where pairs are asked for.
    """
    if any(option.verdict is None for option in group.options) or any(
        _PAIRS.search(plain(each.words)) for each in stem
    ):
        return ()
    cuts = [_cut(option.words) for option in group.options]
    return tuple(cut[1] for cut in cuts if cut) if all(cuts) else ()


def without_reason(words: Words) -> Words:
    """A choice's words up to its dash."""
    cut = _cut(words)
    return cut[0] if cut else words


def _cut(words: Words) -> tuple[Words, Words] | None:
    """The words before and behind the one dash that they have outside of code."""
    found = [(at, dash) for at, run in enumerate(words) if at % 2 == 0 for dash in _DASH.finditer(run)]
    if len(found) != 1:
        return None
    at, dash = found[0]
    before, behind = (*words[:at], words[at][: dash.start()]), (words[at][dash.end() :], *words[at + 1 :])
    return (before, behind if plain(behind).strip() else ()) if plain(before).strip() else None
