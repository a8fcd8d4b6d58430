"""Addresses made from headings: anchors as GitHub makes them, and readable page slugs with Japanese kept."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

# A number counts as the section's own only where something ends it: "21.", "２１）", "21：", or nothing more.
# "3 つの…" and "2024年…" begin with a number but are not numbered.
_NUMBER = re.compile(r"(\d{1,6}(?:[-.]\d{1,4})*)(?:[.．)）:：、。](?!\d)\s*|$)")
_NOT_IN_SLUG = re.compile(r"[^\w]+")
_LONGEST_SLUG = 60  # characters; three bytes each in UTF-8, and file systems stop at 255


def split_number(heading: str) -> tuple[str, str]:
    """``(number, rest)`` of a heading's words: ``"21. 概要"`` → ``("21", "概要")``; ``("", heading)`` without one.

    Full-width digits and marks count as their half-width twins (NFKC); ``rest`` is returned as written.
    """
    stripped = heading.strip()
    folded = [unicodedata.normalize("NFKC", char) for char in stripped]
    match = _NUMBER.match("".join(folded))
    if match is None:
        return "", stripped
    # One character may fold to several ("⑫", "⒈"); one that the number takes only a part of stays in the rest.
    ends = list(accumulate(map(len, folded)))
    return match[1], stripped[bisect_right(ends, match.end()) :].strip()


def slug(words: str) -> str:
    """A readable last part of an address from ``words``, Japanese kept, or ``""`` if no letter or digit is in them."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return _NOT_IN_SLUG.sub("-", folded).strip("-_")[:_LONGEST_SLUG].rstrip("-_")


def distinct(words: str, _separator: str = "-") -> str:
    """The slug of ``words``, with a sign of its own where the slug is not all of them: ``C++`` is not ``C#``.

    It is called as Material's tags plugin does it, which would give both the id ``tag:c``.
    """
    readable = slug(words)
    if readable == words:
        return readable
    return f"{readable}.{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def github_anchor(words: str) -> str:
    """The fragment that GitHub gives a heading, before it numbers repeated ones.

    Source of the rule: lower case; letters, marks, numbers, ``_``, ``-`` and spaces stay; spaces become ``-``
    (https://github.com/gjtorikian/html-pipeline, TableOfContentsFilter). What the site itself names on a page has a
    dot or an upper-case letter in its id, so that no heading has the same.
    """
    kept = (c for c in words.strip().lower() if c in " -_" or unicodedata.category(c)[0] in "LMN")
    return "".join(kept).replace(" ", "-")


class Unique:
    """Hands out names, numbering repeated ones (``x``, ``x-1``, ``x-2`` …), without regard to case."""

    def __init__(self, taken: tuple[str, ...] = (), first_number: int = 1) -> None:
        """``taken`` are names never handed out; ``first_number`` is what the second of a kind gets."""
        self._taken = {name.casefold() for name in taken}
        self._next: dict[str, int] = {}
        self._first_number = first_number

    def __call__(self, name: str) -> str:
        """``name``, or ``name-<n>`` with the first free number if it is gone."""
        key = name.casefold()
        if key not in self._taken:
            self._taken.add(key)
            return name
        number = self._next.get(key, self._first_number)
        while f"{key}-{number}" in self._taken:
            number += 1
        self._next[key] = number + 1
        self._taken.add(f"{key}-{number}")
        return f"{name}-{number}"
