"""Formulas in a printed PDF: each is read aloud, copied and found as its TeX.

The browser draws a formula as so many pieces, each a marked-content sequence with a number, in the order of KaTeX's
boxes: a fraction's denominator comes first. It says in the structure of the document which numbers are of a
formula's picture, and ``numbering`` has named the picture by its TeX. So the pieces are made one sequence
with the TeX as its text (ISO 32000-1, 14.9.4); readers take one, where of several they show what none should.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from studynotes.book.numbering import FORMULA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# What begins and ends a sequence, as Chromium writes it: on a line of its own. Group 1 is a piece's number.
_ENDS = re.compile(rb"^(?:/\w+ ?<< ?/MCID (\d+) ?>> ?BDC|EMC|.*B[DM]C)\n?", re.MULTILINE)
_TEXT_END = b"\nET\n"
_Key = tuple[int, int]  # names an object of the file


def speak(file: Pdf, elements: Iterable[Any]) -> None:
    """Make one piece with its TeX of every formula among the ``elements`` of the file's structure.

    A formula whose pieces do not stand together keeps its TeX as the words that are read aloud.
    """
    pages: dict[_Key, Any] = {}
    formulas: dict[_Key, list[tuple[Any, list[int]]]] = {}
    for element in elements:
        if element.get("/S") != Name.Figure or not str(element.get("/Alt", "")).startswith(FORMULA):
            continue
        element.S = Name.Formula
        element.Alt = String(str(element.Alt).removeprefix(FORMULA))
        pieces = list(_pieces(element, element.get("/Pg")))
        page = pieces[0][0] if pieces else None
        if page is not None and all(of.objgen == page.objgen for of, _ in pieces):
            pages[page.objgen] = page
            formulas.setdefault(page.objgen, []).append((element, [number for _, number in pieces]))
    parents = _parents(file) if formulas else {}
    for key, found in formulas.items():
        page = pages[key]
        content, united = _united(_content(page), [(numbers, str(element.Alt)) for element, numbers in found])
        page.Contents = Stream(file, content)
        for (element, numbers), first in zip(found, united, strict=True):
            if first is not None:
                element.K = first
                element.Pg = page
                owners = parents[int(page.StructParents)]
                for number in numbers:
                    owners[number] = element if number == first else None


def _pieces(element: Any, page: Any) -> Iterator[tuple[Any, int]]:  # noqa: ANN401 (pikepdf's objects are of any type)
    """The numbers of an element's pieces, each with its page, in reading order."""
    children = element.get("/K", Array())
    for child in children if isinstance(children, Array) else [children]:
        if isinstance(child, int):
            yield page, child
        elif child.get("/Type") == Name.MCR:
            yield child.get("/Pg", page), int(child.MCID)
        elif isinstance(child, Dictionary) and child.get("/Type") != Name.OBJR:
            yield from _pieces(child, child.get("/Pg", page))


def _parents(file: Pdf) -> dict[int, Any]:
    """The elements that a page's pieces belong to, by the page's ``StructParents``."""
    numbers = file.Root.StructTreeRoot.ParentTree.get("/Nums", Array())
    return {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}


def _content(page: Any) -> bytes:  # noqa: ANN401
    contents = page.Contents
    return b"\n".join(part.read_bytes() for part in (contents if isinstance(contents, Array) else [contents]))


def _united(content: bytes, formulas: Sequence[tuple[Sequence[int], str]]) -> tuple[bytes, list[int | None]]:
    """Unite the pieces of each formula; return the page's new content, and each formula's only number.

    ``None`` stands for a formula with something else between its pieces, which stays as it is.
    """
    ends = list(_ENDS.finditer(content))
    begins = {int(end[1]): at for at, end in enumerate(ends) if end[1]}
    changes: list[tuple[int, int, bytes]] = []  # from where to where, and what stands there then
    united: list[int | None] = []
    for numbers, tex in formulas:
        own = sorted((begins[number], number) for number in numbers if number in begins)
        first = own[0][0] if own else 0
        # Pieces that stand together: begin, end, begin, end … with nothing else marked between.
        together = bool(own) and all(
            at == first + 2 * index and ends[at + 1][0].startswith(b"EMC") for index, (at, _) in enumerate(own)
        )
        united.append(own[0][1] if together else None)
        if together:
            last = own[-1][0]
            changes.append((*ends[first].span(), _begin(own[0][1], tex)))
            changes += [(*end.span(), b"") for end in ends[first + 1 : last + 1]]
            changes += _ended(content, ends[last], ends[last + 1])
    return _changed(content, changes), united


def _begin(number: int, tex: str) -> bytes:
    spoken = ("\ufeff" + tex).encode("utf-16-be").hex().encode()
    return b"/Span <</MCID %d /ActualText <%s>>>BDC\n" % (number, spoken)


def _ended(content: bytes, begin: re.Match[bytes], end: re.Match[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Let a piece end with its text: the browser does so when the next one begins, and readers look where that is."""
    text_end = content.rfind(_TEXT_END, begin.end(), end.start())
    if text_end >= 0:
        at = text_end + len(_TEXT_END)
        yield at, at, b"EMC\n"
        yield *end.span(), b""


def _changed(content: bytes, changes: Iterable[tuple[int, int, bytes]]) -> bytes:
    parts = []
    done = 0
    for start, end, new in sorted(changes):
        parts += [content[done:start], new]
        done = end
    return b"".join([*parts, content[done:]])
