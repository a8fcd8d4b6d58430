"""The print page on its way to the PDF: page numbers filled in, links that lead nowhere from a file taken out.

Every link of the class ``book-page`` is a reference to the page of the element that it leads to; a
``book-pages`` element holds several, of which each page is named once. The contents are the page's ``nav``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from studynotes import links
from studynotes.book import batches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

UNKNOWN = "000"  # as wide as most numbers, so that the contents keep their length once the numbers are there
FORMULA = "\ue000"  # before the TeX in a formula's name: tells it from a picture's
# What asks for a coloured picture, for a skin's tone, or for one picture of two signs: no printing font has these,
# or only as pictures whose text is lost. The signs themselves stay.
_COLOURED = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents: its words, the id of what it leads to, and the lines beneath it."""

    words: str
    anchor: str
    lines: tuple[Line, ...] = ()


def contents(html: str) -> tuple[Line, ...]:
    """Read the contents of a print page."""
    top = LexborHTMLParser(html).css_first("nav.book-contents > ol")
    return tuple(_lines(top)) if top is not None else ()


def prepared(html: str, style: str = "", base: str = "") -> str:
    """Make a print page one for a file: ``style`` is CSS to add; links to other pages of the site lead to ``base``.

    Without a ``base`` their words stay and the link goes, as a file on somebody's disk is not on the site.
    """
    tree = LexborHTMLParser(_COLOURED.sub("", html))
    for policy in tree.css('meta[http-equiv="Content-Security-Policy"]'):
        policy.decompose()  # it is made for the site's own address, and a file has none
    for link in tree.css("a[href]"):
        href = link.attrs["href"] or ""
        parts = links.split(href)
        if not href.startswith("#") and not (parts and parts.scheme):
            if base and parts:
                link.attrs["href"] = urljoin(base, href)
            else:
                del link.attrs["href"]
    for figure in tree.css("figure"):
        figure.attrs["role"] = "group"  # a figure of a PDF is the picture itself, and has to be described
    for formula in tree.css(".katex"):
        _name_formula(formula)
    _add_style(tree, style)
    return _html(tree)


def numbered(html: str, numbers: Mapping[str, int], *, final: bool, first: int = 1) -> str:
    """Fill in the numbers of pages, by id; those that are not known yet are :data:`UNKNOWN`.

    Where several places are named together each page is named once if this is the ``final`` version; before,
    all places are, since only what a link leads to can be found in a PDF. ``first`` is the number of the first page;
    where it is even a blank page comes before it (:func:`spare`), since a browser takes its first page for a right one.
    """
    tree = LexborHTMLParser(html)
    for link in tree.css("a.book-page"):
        number = numbers.get(batches.anchor(link))
        link.inner_html = str(number) if number else UNKNOWN
    for group in tree.css(".book-pages") if final else ():
        _name_once(group)
    if first > 1:
        _add_style(tree, f"@page :first {{ counter-set: page {first - spare(first)}; }}")
    leaf = LexborHTMLParser('<div class="book-spare"></div>').css_first("div")
    if spare(first) and tree.body is not None and tree.body.child is not None and leaf is not None:
        tree.body.child.insert_before(leaf)
    return _html(tree)


def wanted(html: str) -> frozenset[str]:
    """The ids whose pages a print page asks for."""
    return frozenset(batches.anchor(link) for link in LexborHTMLParser(html).css("a.book-page"))


def spare(first: int) -> int:
    """How many blank pages are printed before one with the number ``first``."""
    return 1 - first % 2


def _add_style(tree: LexborHTMLParser, style: str) -> None:
    sheet = LexborHTMLParser(f"<style>{style}</style>").css_first("style")
    if tree.head is not None and sheet is not None:
        tree.head.insert_child(sheet)


def _html(tree: LexborHTMLParser) -> str:
    return f"<!doctype html>\n{tree.root.html if tree.root is not None else ''}"


def _name_once(group: LexborNode) -> None:
    seen: set[str] = set()
    for link in group.css("a.book-page"):
        words = link.text()
        if words in seen:
            link.decompose()
        seen.add(words)


def _name_formula(formula: LexborNode) -> None:
    """Make a formula one picture named by its TeX (``pdffile`` makes that its text), drawn in its turn.

    What is positioned is drawn after the text around it, and so would be read after it. With the text before and
    after it positioned too, all of it is drawn in the order in which it stands.
    """
    tex = formula.css_first("annotation")
    if tex is not None:
        formula.attrs["role"] = "img"
        formula.attrs["aria-label"] = FORMULA + tex.text().strip()
    for node in formula.css(".katex-mathml"):
        node.decompose()
    for node in formula.css("[aria-hidden]"):
        del node.attrs["aria-hidden"]
    whole = formula.parent if _is_display(formula.parent) else formula
    for text in [] if whole is None or whole.parent is None else list(whole.parent.iter(include_text=True)):
        if text.is_text_node and text.text().strip():
            words = LexborHTMLParser(f'<span class="in-turn">{text.html}</span>').css_first("span")
            if words is not None:
                text.replace_with(words)


def _is_display(node: LexborNode | None) -> bool:
    return node is not None and "katex-display" in (node.attrs.get("class") or "")


def _lines(items: LexborNode) -> Iterator[Line]:
    for item in items.iter():
        link = item.css_first("a")
        if link is not None:
            inner = item.css_first("ol")
            yield Line(link.text().strip(), batches.anchor(link), tuple(_lines(inner)) if inner is not None else ())
