"""What is read from and written into a printed PDF: where everything is, its outline, and what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, Stream, String

from studynotes.bookpages import FORMULA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from studynotes.bookpages import Line

_ELEMENT = Name.StructElem
_MARKED = re.compile(rb"/\w+ ?<< ?/MCID (\d+) ?>> ?BDC")


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself; ``address`` is the site's, or empty."""

    title: str
    subject: str
    language: str
    date: datetime
    address: str = ""


def pages_of(path: Path) -> dict[str, int]:
    """Return the page, counted from 1, of every element of a printed page that a link leads to, by its id.

    Raises:
        pikepdf.PdfError: The file is no PDF, or not a whole one.
    """
    with pikepdf.open(path) as file:
        numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        return {name: numbers[place[0].objgen] for name, place in _places(file).items()}


def finish(path: Path, about: About, contents: Iterable[Line]) -> int:
    """Give a printed file its outline and its title page's facts, in fewer bytes; return how many pages it has.

    The same printed file and facts give the same bytes: what the browser stamped (time, its own name) goes.
    """
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        places = _places(file)
        with file.open_outline() as outline:
            outline.root.extend(_outline(contents, places))
        elements = [item for item in file.objects if isinstance(item, Dictionary) and item.get("/Type") == _ELEMENT]
        _name_headers(file, elements)
        _speak_formulas(file, elements)
        _describe(file, about)
        pages = len(file.pages)
        file.save(path, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True, recompress_flate=True)
    return pages


def _places(file: Pdf) -> dict[str, Any]:
    """The destinations of links within the file, by the ids that the page had."""
    return {unquote(name[1:]): place for name, place in file.Root.get("/Dests", Dictionary()).items()}


def _outline(lines: Iterable[Line], places: Mapping[str, Any]) -> Iterator[OutlineItem]:
    for line in lines:
        item = OutlineItem(line.words, Array(list(places[line.anchor])))
        item.children.extend(_outline(line.lines, places))
        item.is_closed = True
        yield item


def _describe(file: Pdf, about: About) -> None:
    stamp = f"D:{about.date:%Y%m%d%H%M%S}+00'00'"
    file.docinfo = file.make_indirect(
        Dictionary(
            Title=String(about.title),
            Subject=String(about.subject),
            Creator=String(about.address or about.title),
            Producer=file.docinfo.get("/Producer", String("")),
            CreationDate=String(stamp),
            ModDate=String(stamp),
        )
    )
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(file.docinfo)
        metadata["dc:language"] = [about.language]
    file.Root.Lang = String(about.language)
    file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    file.Root.PageMode = Name.UseOutlines


def _name_headers(file: Pdf, elements: Iterable[Any]) -> None:
    """Name the header cells of tables by their order in the file; the browser numbers them otherwise each time."""
    names: dict[str, str] = {}
    tree = []
    for element in elements:
        if "/ID" in element:
            name = names.setdefault(str(element.ID), f"th{len(names) + 1:06}")
            element.ID = String(name)
            tree += [String(name), element]
    for element in elements if names else ():
        attributes = element.get("/A", Array())
        for attribute in attributes if isinstance(attributes, Array) else [attributes]:
            if "/Headers" in attribute:
                attribute.Headers = Array([String(names[str(old)]) for old in attribute.Headers if str(old) in names])
    if names:
        file.Root.StructTreeRoot.IDTree = Dictionary(Names=Array(tree))


def _speak_formulas(file: Pdf, elements: Iterable[Any]) -> None:
    """Let every formula be read aloud, copied and found as its TeX.

    The browser says which marks on which page are of a formula's drawing, and ``bookpages`` what its TeX is.
    The first mark gets the TeX as its text, the others none (ISO 32000-1, 14.9.4).
    """
    texts: dict[tuple[int, int], dict[int, str]] = {}  # by page, then by mark
    pages: dict[tuple[int, int], Any] = {}
    for element in elements:
        if element.get("/S") != Name.Figure:
            continue
        said = str(element.get("/Alt", ""))
        if not said.startswith(FORMULA):
            continue
        tex = said.removeprefix(FORMULA)
        element.S = Name.Formula
        element.Alt = String(tex)
        for page, mark in _marks(element, element.get("/Pg")):
            pages[page.objgen] = page
            texts.setdefault(page.objgen, {})[mark] = tex
            tex = ""
    for key, page in pages.items():
        page.Contents = Stream(file, _with_texts(_content(page), texts[key]))


def _marks(element: Any, page: Any) -> Iterator[tuple[Any, int]]:  # noqa: ANN401 (pikepdf's objects are of any type)
    """The marks in a page's content that belong to an element of the structure, in reading order, with the page."""
    children = element.get("/K", Array())
    for child in children if isinstance(children, Array) else [children]:
        if isinstance(child, int):
            yield page, child
        elif child.get("/Type") == Name.MCR:
            yield child.get("/Pg", page), int(child.MCID)
        else:
            yield from _marks(child, child.get("/Pg", page))


def _content(page: Any) -> bytes:  # noqa: ANN401
    contents = page.Contents
    parts = contents if isinstance(contents, Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts)


def _with_texts(content: bytes, texts: Mapping[int, str]) -> bytes:
    def marked(found: re.Match[bytes]) -> bytes:
        mark = int(found[1])
        if mark not in texts:
            return found[0]
        spoken = ("\ufeff" + texts[mark]).encode("utf-16-be").hex().encode()
        return b"/Span <</MCID %d /ActualText <%s>>>BDC" % (mark, spoken)

    return _MARKED.sub(marked, content)
