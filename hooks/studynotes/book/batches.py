"""The print page in batches: a browser's memory grows with what it prints at once, a book's with what is written in it.

Each batch is a page of its own, with the ids of the whole. What leads to another batch gets an address that no site
has (:data:`ELSEWHERE`) until the printed files are one again (``binding``); a browser would drop a link to nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from selectolax.lexbor import LexborNode

ELSEWHERE = "https://book.invalid/#"  # RFC 2606, section 2: no such host can be
SIZE = 1_500_000
"""How long a batch may be, in characters of HTML: some 250 printed pages, for which a browser takes 1.5 GB."""

CONTINUED = "book-continued"  # the class of what goes on from the batch before
_DIVISIBLE = ".book-chapter, .book-exercises, .book-key, .book-key > section"
_PLACE = "\ue001"


@dataclass(frozen=True, slots=True)
class Batch:
    """A page to print: its HTML, and the ids that are on it."""

    html: str
    ids: frozenset[str]


def cut(html: str, size: int = SIZE) -> tuple[Batch, ...]:
    """Cut a print page into batches of about ``size`` characters: between chapters, or within one that is longer."""
    tree = LexborHTMLParser(html)
    main = tree.css_first("main")
    if main is None or len(html) <= size:
        return (Batch(html, frozenset(_ids(tree))),)
    bodies = [LexborHTMLParser(body) for body in _divided(main, size)]
    main.replace_with(_PLACE)
    before, _, after = (tree.html or "").partition(_PLACE)
    ids = [frozenset(_ids(body)) for body in bodies]
    home = {name: number for number, names in enumerate(ids) for name in names}
    wanted: list[set[str]] = [set() for _ in bodies]  # of each batch: to what of it others lead
    for number, body in enumerate(bodies):
        for name in _sent_elsewhere(body, number, home):
            wanted[home[name]].add(name)
    return tuple(
        Batch(f"{before}{_marked(body, names)}{after}", own)
        for body, names, own in zip(bodies, wanted, ids, strict=True)
    )


def anchor(link: LexborNode) -> str:
    """Return the id that a link leads to, in its own batch or another."""
    return unquote((link.attrs.get("href") or "").removeprefix(ELSEWHERE).removeprefix("#"))


def _ids(tree: LexborHTMLParser) -> Iterator[str]:
    return (node.attrs["id"] or "" for node in tree.css("[id]"))


def _divided(node: LexborNode, size: int) -> Iterator[str]:
    """An element as several of at most ``size`` where its children allow; only the first has its id."""
    group: list[str] = []
    length = 0
    first = True

    def closed() -> str:
        nonlocal first, length
        text = _wrapped(node, "".join(group), continued=not first)
        group.clear()
        first, length = False, 0
        return text

    for piece in _pieces(node, size):
        if length and length + len(piece) > size:
            yield closed()
        group.append(piece)
        length += len(piece.strip())
    yield closed()


def _pieces(node: LexborNode, size: int) -> Iterator[str]:
    for child in node.iter(include_text=True):
        html = child.html or ""
        if len(html) > size and child.is_element_node and child.css_matches(_DIVISIBLE):
            yield from _divided(child, size)
        else:
            yield html


def _wrapped(node: LexborNode, inner: str, *, continued: bool) -> str:
    shell = LexborHTMLParser(f"<{node.tag}></{node.tag}>").css_first(node.tag or "div")
    assert shell is not None  # noqa: S101 (it was made in the line before)
    for name, value in node.attributes.items():
        if not (continued and name == "id"):
            shell.attrs[name] = value or ""
    if continued:
        shell.attrs["class"] = f"{node.attributes.get('class') or ''} {CONTINUED}".strip()
    shell.inner_html = inner
    return shell.html or ""


def _sent_elsewhere(body: LexborHTMLParser, number: int, home: Mapping[str, int]) -> Iterator[str]:
    """Turn the links of a batch that lead to others; give the ids that they lead to."""
    for link in body.css('a[href^="#"]'):
        name = anchor(link)
        if home.get(name, number) != number:
            link.attrs["href"] = f"{ELSEWHERE}{quote(name)}"
            yield name


def _marked(body: LexborHTMLParser, names: Iterable[str]) -> str:
    """A batch's ``main`` with links to what others lead to: a browser notes only where links of the same page lead."""
    main = body.css_first("main")
    marks = LexborHTMLParser("<div hidden></div>").css_first("div")
    assert main is not None  # noqa: S101 (``_divided`` made it)
    assert marks is not None  # noqa: S101
    marks.inner_html = "".join(f'<a href="#{quote(name)}"></a>' for name in sorted(names))
    main.insert_child(marks)
    return main.html or ""
