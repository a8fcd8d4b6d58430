"""Answers that leave out of a choice what any reader adds (``ミドリムシ`` for ``ミドリムシ類``, ``B`` for ``第B``)."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.question import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST, _MOST = 3, 12  # characters that name a choice by its beginning, and of an answer that does
_CHOICES = 3
_SHARED = 2  # characters that all choices have in common, at least
# What a name ends in, and leaves it what it is: …類, …型; not 不良, which is another thing
_END = re.compile(r"[一-鿿ァ-ヺー]{1,2}")
_OTHERWISE = re.compile(r"[不非無未反逆外抗脱過低高亜準]")
_BETWEEN = re.compile(r"[\s　]*[、,，・][\s　]*")


def named(payload: str, texts: Sequence[str], *, labelled: bool) -> frozenset[int] | None:
    """The choices that words name: the only one that begins so, or those whose own parts they are.

    ``texts`` are the choices' words, folded. A beginning counts where all but a letter or two is told, and no other
    choice has these words in it. Where all choices begin alike, and have no labels (``labelled``), the rest of each
    is enough.
    """
    said = payload.strip("「」『』 　。")
    if not 0 < len(said) <= _MOST * 2 or len(texts) < _CHOICES:
        return None
    words = folded(said)
    if _LEAST <= len(words) <= _MOST:
        having = [at for at, text in enumerate(texts) if words in text]
        rest = texts[having[0]][len(words) :] if len(having) == 1 and texts[having[0]].startswith(words) else ""
        if rest and _END.fullmatch(rest) and not _OTHERWISE.search(rest):
            return frozenset(having)
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    shared = sum(1 for _ in alike) if not labelled else 0
    if shared < _SHARED:
        return None
    rests = [text[shared:] for text in texts]
    parts = [folded(part) for part in _BETWEEN.split(said)]
    if (
        not all(rests)
        or _may_be_places(parts, len(texts))
        or len(set(parts)) < len(parts)
        or any(rests.count(part) != 1 for part in parts)
    ):
        return None
    return frozenset(map(rests.index, parts))


def _may_be_places(parts: Sequence[str], count: int) -> bool:
    """Whether parts may count the choices (``2``, ``C``) rather than name them."""
    places = "abcdefghij"[:count]
    return all(part in places for part in parts) or any(part.isdigit() for part in parts)
