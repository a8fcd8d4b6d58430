"""What is read from and written into a printed PDF: where everything is, its outline, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, String

from studynotes.book import pdfformulas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from studynotes.book.numbering import Line

_ELEMENT = Name.StructElem


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
        pdfformulas.speak(file, elements)
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
