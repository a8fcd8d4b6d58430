"""What a printed PDF holds, read by two libraries that had no hand in making it (pypdf, pdfium)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline: its words, its page from 1, and how deep it lies from 0."""

    words: str
    page: int
    depth: int


@dataclass(frozen=True)
class Link:
    """A link on a page: the address, or the page from 1 that it leads to (0: to nothing)."""

    page: int
    address: str = ""
    target: int = 0


class Printed:
    """A PDF."""

    def __init__(self, path: Path) -> None:
        self.reader = PdfReader(path)
        self._document = pypdfium2.PdfDocument(path)

    def close(self) -> None:
        self._document.close()

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page without its head and number, and without white space."""
        return [squeezed(_body(page.get_textpage().get_text_range(), n)) for n, page in enumerate(self._document, 1)]

    def heads(self, number: int) -> str:
        """The first lines of a page, which are its head and its number."""
        return "\n".join(self._document[number - 1].get_textpage().get_text_range().splitlines()[:2])

    def picture(self, number: int, scale: float = 1.0):
        """A page as a picture."""
        return self._document[number - 1].render(scale=scale).to_pil().convert("RGB")

    def bookmarks(self) -> list[Bookmark]:
        """The outline, from top to bottom."""
        return list(self._bookmarks(self.reader.outline, 0))

    def _bookmarks(self, items, depth: int) -> Iterator[Bookmark]:
        for item in items:
            if isinstance(item, list):
                yield from self._bookmarks(item, depth + 1)
            else:
                yield Bookmark(item.title, self.reader.get_destination_page_number(item) + 1, depth)

    @cached_property
    def places(self) -> dict[str, int]:
        """The pages, from 1, of the named places in the file."""
        number = {page.indirect_reference.idnum: n for n, page in enumerate(self.reader.pages, 1)}
        places = self.reader.trailer["/Root"]["/Dests"].get_object()
        return {unquote(name[1:]): number[place.get_object()[0].idnum] for name, place in places.items()}

    def links(self) -> list[Link]:
        """All links."""
        found = []
        for number, page in enumerate(self.reader.pages, 1):
            for reference in page.get("/Annots", ()):
                annotation = reference.get_object()
                if annotation["/Subtype"] != "/Link":
                    continue
                action = annotation.get("/A", {})
                if "/URI" in action:
                    found.append(Link(number, address=action["/URI"]))
                else:
                    name = unquote(str(annotation.get("/Dest", action.get("/D", "")))[1:])
                    found.append(Link(number, target=self.places.get(name, 0)))
        return found

    def fonts(self) -> dict[str, set[str]]:
        """The names of the typefaces by their kind; those that are not in the file are of the kind ``missing``."""
        found: dict[str, set[str]] = {}
        for page in self.reader.pages:
            for reference in page["/Resources"].get("/Font", {}).values():
                font = reference.get_object()
                inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
                descriptor = inner.get("/FontDescriptor", {})
                is_there = font["/Subtype"] == "/Type3" or "/FontFile2" in descriptor
                kind = str(inner["/Subtype"]) if is_there else "missing"
                found.setdefault(kind, set()).add(str(font.get("/BaseFont", "")))
        return found

    def elements(self) -> Iterator[DictionaryObject]:
        """The elements of the file's structure, in reading order."""
        yield from _elements(self.reader.trailer["/Root"]["/StructTreeRoot"])


def _elements(element) -> Iterator[DictionaryObject]:
    inner = element.get("/K", ArrayObject())
    for child in inner if isinstance(inner, ArrayObject) else [inner]:
        child = child.get_object()  # noqa: PLW2901 (the same, found)
        if isinstance(child, DictionaryObject) and "/S" in child:
            yield child
            yield from _elements(child)


def squeezed(text: str) -> str:
    """Text without white space, and as a monochrome typeface shows it; pdfium's sign for a hyphen is a hyphen."""
    return "".join(text.replace("\ufffe", "-").replace("\ufe0f", "").replace("\ufeff", "").split())


def _body(text: str, number: int) -> str:
    lines = text.splitlines()
    return "\n".join(lines[2:] if lines[1:2] == [str(number)] else lines)
