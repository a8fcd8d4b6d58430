"""What is read from and written into a printed PDF: where everything is, its outline, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, String

from studynotes.book import binding, pdfformulas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from studynotes.book.numbering import Line


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself; ``address`` is the site's, or empty."""

    title: str
    subject: str
    language: str
    date: datetime
    address: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A file's number of pages, and the page, from 1, of every element that a link leads to, by its id."""

    count: int
    pages: Mapping[str, int]


def places_of(path: Path) -> Placed:
    """Read where everything is.

    Raises:
        pikepdf.PdfError: The file is no PDF, or not a whole one.
    """
    with pikepdf.open(path) as file:
        numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        return Placed(len(numbers), {name: numbers[place[0].objgen] for name, place in _places(file).items()})


def finish(file: Pdf, target: Path, about: About, contents: Iterable[Line]) -> int:
    """Save a printed file with its outline and its title page's facts, in few bytes; return how many pages it has.

    The same printed file and facts give the same bytes: what the browser stamped (time, its own name) goes.
    """
    places = _places(file)
    with file.open_outline() as outline:
        outline.root.extend(_outline(contents, places))
    pdfformulas.speak(file, binding.elements(file))
    _describe(file, about)
    pages = len(file.pages)
    file.save(target, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True, recompress_flate=True)
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
