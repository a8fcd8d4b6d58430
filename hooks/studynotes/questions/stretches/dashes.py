"""Reasons on the choices' own lines, behind a dash (``❌ 管理VLAN — 管理するためのもの``) or an arrow at them."""

from __future__ import annotations

import re
from operator import or_
from typing import TYPE_CHECKING

from studynotes.questions.question import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.question import Part, Words
    from studynotes.questions.stretches.groups import Group

_DASH = re.compile(r"\s+(?:—|―|――|——)(?:\s+|$)")
_DOTS = re.compile(r"\s+(?:…|‥)+\s+(?=\S)")
_ARROW = re.compile(r"\s+(?:←|⇐)\s*(?=\S)")
_OPERATOR = re.compile(r"(?<=[^\s])\s+[-+*/%×÷]\s+(?=[^\s])")
_CALCULATES = re.compile(r"\s*(?:[-+*/%×÷]|$)")
_JAPANESE = re.compile(r"[ぁ-んァ-ヺ一-鿿]")
# a dash may join what a question asks to pair
_PAIRS = re.compile(r"組み?合わ?せ|対応|ペア|関係")
_OF_WHAT_IS_SAID = re.compile(r"正し|誤|適切|適当|間違|まちが|説明|記述|定義")  # then the dots may be the statement's


def with_reasons_apart(group: Group, stem: Sequence[Part]) -> list[tuple[Words, Words]]:
    """The choices' words and reasons, one pair for each (``()``: no reason); none where they are written without.

    Said with the choice, a reason would give it away. It stands behind a dash where each choice has a mark, right or
    wrong, and just one dash, if no pairs are asked for; behind dots set off by spaces on some (``❌ 毛布 … 布``),
    or on all of them, where a word marks the right one and no statement is asked for; behind an arrow where some have a
    mark, and all others that.
    """
    if all(option.verdict is not None for option in group.options):
        pairs = any(_PAIRS.search(plain(each.words)) for each in stem)
        cuts = [None if pairs else _cut(option.words, _DASH) for option in group.options]
        if all(cuts):
            return [cut for cut in cuts if cut]
        if not pairs and (behind := _behind_dots(group)):
            return behind
    asked = "".join(plain(each.words) for each in stem)
    apart = any(option.stated for option in group.options) and not _PAIRS.search(asked)
    if apart and not _OF_WHAT_IS_SAID.search(asked) and all(_cut(option.words, _DOTS) for option in group.options):
        return _behind_dots(group)
    told = [_cut(option.words, _ARROW) for option in group.options]
    marked = [option.verdict is not None for option in group.options]
    if not any(told) or not any(marked) or not all(map(or_, map(bool, told), marked)):
        return []
    return (
        []
        if _are_assignments([cut for cut in told if cut])
        else [cut or (option.words, ()) for option, cut in zip(group.options, told, strict=True)]
    )


def _behind_dots(group: Group) -> list[tuple[Words, Words]]:
    """The choices' words and the Japanese behind dots on some of them, where what is left tells them apart."""
    told = [_cut(option.words, _DOTS) for option in group.options]
    reasons = [_JAPANESE.search(plain(cut[1])) is not None for cut in told if cut]
    if not reasons or 2 * sum(reasons) < len(reasons):
        return []
    cuts: list[tuple[Words, Words]] = [
        cut or (option.words, ()) for option, cut in zip(group.options, told, strict=True)
    ]
    return cuts if len({plain(words).strip() for words, _ in cuts}) == len(cuts) else []


def _are_assignments(cuts: Sequence[tuple[Words, Words]]) -> bool:
    """Whether arrows assign values, as they do in pseudo-code (``合計 ← 合計 + 値``), and do not explain."""
    told = [(plain(words).strip(), plain(reason).strip()) for words, reason in cuts]
    if any(_OPERATOR.search(reason) or _CALCULATES.match(reason.removeprefix(words)) for words, reason in told):
        return True
    return 2 * sum(_JAPANESE.search(reason) is not None for _, reason in told) < len(told)


def _cut(words: Words, sign: re.Pattern[str]) -> tuple[Words, Words] | None:
    """The words before and behind the one dash or arrow that they have outside of code."""
    found = [(at, dash) for at, run in enumerate(words) if at % 2 == 0 for dash in sign.finditer(run)]
    if len(found) != 1:
        return None
    at, dash = found[0]
    before, behind = (*words[:at], words[at][: dash.start()]), (words[at][dash.end() :], *words[at + 1 :])
    return (before, behind if plain(behind).strip() else ()) if plain(before).strip() else None
