"""A finished page parsed once for all who look at it one after the other."""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser


@lru_cache(maxsize=1)
def read_only(html: str) -> LexborHTMLParser:
    """The tree of ``html``, which others are given as well: nobody may change it."""
    return LexborHTMLParser(html)
