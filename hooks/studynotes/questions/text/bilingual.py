"""Choices in two languages, each right beneath the other: ``A. 水道`` and ``A. Water supply``."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST = 2  # choices
_JAPANESE = re.compile(r"[ぁ-んァ-ヺ一-鿿]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_ROLES = frozenset([Role.TEXT, Role.ITEM, Role.DETAIL, Role.HTML])


def with_translations_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, of choices that are each told twice the second telling without its label, behind the first.

    That is a run of labels ``A A B B C C`` from the first on, where always the first or always the second of two is in
    Japanese and the other is not.
    """
    first = next((at for at, (one, other) in enumerate(pairwise(lines)) if _is_pair(one, other, ())), len(lines))
    yield from lines[:first]
    at = first
    while at < len(lines):
        count = _pairs(lines, at)
        for index in range(at, at + 2 * count, 2):
            yield _joined(lines[index], lines[index + 1])
        at += 2 * count
        if not count:
            yield lines[at]
            at += 1


def _pairs(lines: Sequence[Line], at: int) -> int:
    """How many choices that are told twice stand from a line on; 0 where they are none."""
    known: list[str] = []
    start = at
    while at + 1 < len(lines) and _is_pair(lines[at], lines[at + 1], known):
        if known and not _is_alike(lines[at : at + 2], lines[at - 2 : at]):
            break
        known.append(_label(lines[at]))
        at += 2
    told = {_words(line) for line in lines[start:at]}
    return len(known) if len(known) >= _LEAST and len(told) > len(known) else 0


def _is_pair(one: Line, other: Line, known: Sequence[str]) -> bool:
    """Whether two lines have one label, that which comes next, and words in two languages."""
    alike = one.role is other.role and one.role in _ROLES and one.depth == other.depth
    label = _label(one) if alike else ""
    if not label or label != _label(other) or not labels.follows(known, label):
        return False
    if not (_is_japanese(one) or _is_japanese(other)) and _words(one) == _words(other):
        return True  # 42, in both
    foreign = other if _is_japanese(one) else one
    return _is_japanese(one) is not _is_japanese(other) and _LATIN.search(foreign.text) is not None


def _is_alike(pair: Sequence[Line], before: Sequence[Line]) -> bool:
    """Whether the same one of two is in Japanese as was before; of a figure neither is."""
    return any(not any(map(_is_japanese, each)) for each in (pair, before)) or _is_japanese(pair[0]) is _is_japanese(
        before[0]
    )


def _words(line: Line) -> str:
    found = labels.opening(line.text)
    return phrases.plain(line.text[found[1] if found else 0 :]).strip()


def _label(line: Line) -> str:
    found = labels.opening(line.text)
    return found[0] if found else str(line.own_number or "")


def _is_japanese(line: Line) -> bool:
    found = labels.opening(line.text)
    return _JAPANESE.search(line.text, found[1] if found else 0) is not None


def _joined(first: Line, second: Line) -> Line:
    """A choice's two tellings as one line: of a second one beneath it ``A feature of …`` might be a label."""
    found = labels.opening(second.text)
    words = second.part(found[1] if found else 0, len(second.text), opens_block=False)
    if _words(first) == _words(second):
        return first
    before = f"{first.text.rstrip()} "
    code = tuple((start + len(before), end + len(before)) for start, end in words.code)
    return replace(first, text=f"{before}{words.text}", code=(*first.code, *code))
