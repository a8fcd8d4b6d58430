"""Fonts with no more glyphs than a site shows."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterable


def characters(html: str, selector: str) -> set[str]:
    """The characters in the elements of a page that a selector names."""
    return {char for node in LexborHTMLParser(html).css(selector) for char in node.text()}


def subset(font: bytes, chars: Iterable[str]) -> bytes:
    """A WOFF2 font with the glyphs for some characters only; the same input gives the same bytes.

    Raises:
        fontTools.ttLib.TTLibError: if ``font`` is no font.
    """
    return _subset(font, "".join(sorted(chars)))


@lru_cache(maxsize=16)  # while serving, the same formulas need the same glyphs
def _subset(font: bytes, chars: str) -> bytes:
    # Here, for it takes a third of a second: a site without formulas need not wait for it.
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    options = Options(layout_features=["*"], hinting=False, notdef_outline=True)
    parsed = TTFont(BytesIO(font), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=chars)
    subsetter.subset(parsed)
    parsed.flavor = "woff2"
    made = BytesIO()
    parsed.save(made)
    return made.getvalue()
