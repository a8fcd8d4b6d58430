"""Reasons that calculate another choice's figure than the answer's (``10万×5年＝50万円`` beneath the answer 45万)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from studynotes.questions.words import answerlines
from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group

_SCALES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "億": 10**8, "兆": 10**12}
_NUMBER = r"(?P<figure>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>百万|[百千万億兆])?"
_UNIT = r"[^\d\s、。,.=≒()+\-−×÷*/^<>]{0,6}(?:/[^\d\s、。,.=()]{1,4})?"
_ANY = re.compile(_NUMBER)
_FIGURE = re.compile(rf"(?:約|およそ)?\s*{_NUMBER}\s*{_UNIT}")
_CHANGES = re.compile(rf"{_NUMBER.replace('figure', 'old').replace('scale', 'of')}\s*{_UNIT}\s*→\s*(?P<to>.+)")
_OPERATOR = r"[+\-−–×÷*/^√]"
# A result with which its sentence ends, or that is said to be what counts: = 50万円。, = 50万円をそのまま計上する。
_RESULT = re.compile(
    rf"[=≒]\s*(?:約|およそ)?\s*{_NUMBER}(?![\d.,]*\d)\s*{_UNIT}?"
    r"(?:(?:です|だ|である|になる|となる)?\s*(?:[。!)]|$)|を?そのまま[^。\d]*(?:。|$))"
)
_CALCULATES = re.compile(rf"\d\S{{0,4}}?[\s)]*{_OPERATOR}\s*[(√]*\d|√\s*\d|\d\s*[²³]")
_GOES_ON = re.compile(r"\d|(?:^|(?<=[。\s]))(?:[そこ]の|[そこ]れ|[そこ]こ|あとは|ただし)")
# What is not this question's result, or nobody's: …なら50, …と計算して落とした
_ASIDE = re.compile(
    r"なら|だと|場合|とき|れば|たら|ちなみに|一方|違[いうっ]|誤[りっ]|間違|まちが|ミス|(?:では|じゃ)な[いく]|ひっかけ|引っ掛け|[×✕☓✗✘❌](?!\s*[\d(√])"
)


def comes_to_another(lines: Sequence[str], group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that calculates the figure of another choice; None if none does.

    Two choices at least are figures, the answer among them, and its figure stands nowhere in the reason. The result is
    the last figure there: what another one follows, or a word that goes on with it (``16、その平方根``), is a step on
    the way. Units and separators of thousands count for nothing. What is calculated for another case or as a mistake
    (``…なら10×5=50``) tells of no result.
    """
    if len(right) != 1 or not any("=" in line or "＝" in line or "≒" in line for line in lines):
        return None
    values = [_value_of("".join(option.words)) for option in group.options]
    own = values[min(right)]
    others = {value for at, value in enumerate(values) if at not in right and value is not None}
    if own is None or own in others:
        return None
    at, result = next(((at, each) for at in reversed(range(len(lines))) if (each := _result(lines[at]))), (0, None))
    if result is None or result not in others or any(_GOES_ON.search(plain(line)) for line in lines[at + 1 :]):
        return None
    told = [line for line in lines if answerlines.answer(line) is None or "=" in plain(line)]
    return None if any(own == each for line in told for each in _figures(line)) else at


def leads_to_another(said: str, group: Group, right: frozenset[int]) -> bool:
    """Whether a remark is an arrow to the figure of another choice than the answer (``1→4``), and nothing else."""
    found = _CHANGES.fullmatch(plain(said).strip()) if "→" in said else None
    values = [_value_of("".join(option.words)) for option in group.options] if found else []
    reached = _value_of(found["to"]) if found else None
    return reached is not None and any(value == reached for at, value in enumerate(values) if at not in right)


def _value_of(words: str) -> Decimal | None:
    """The figure that a choice is; None where it is anything else."""
    found = _FIGURE.fullmatch(plain(words).strip().rstrip("。."))
    return _valued(found) if found else None


def _valued(found: re.Match[str]) -> Decimal:
    return Decimal(found["figure"].replace(",", "")) * _SCALES[found["scale"] or ""]


def _figures(line: str) -> Iterator[Decimal]:
    return map(_valued, _ANY.finditer(plain(line)))


def _result(line: str) -> Decimal | None:
    """What a line comes out with, behind a calculation, with no further figure behind it."""
    if len(line) > LONGEST or not ("=" in line or "＝" in line or "≒" in line):
        return None
    said = plain(line)
    found = list(_RESULT.finditer(said))
    begun = max(said.rfind("。", 0, found[-1].start()), 0) if found else 0
    if not found or _GOES_ON.search(said, found[-1].end()) or _ASIDE.search(said, begun):
        return None
    return _valued(found[-1]) if _CALCULATES.search(said, begun, found[-1].start()) else None
