"""The print page → a PDF: printed by a Chromium, once to learn on which page everything is, once with the numbers.

A long book is printed in batches, which are bound together. The browser is given a folder that mirrors the site, and
reaches nothing beyond it.
Nothing is left where the PDF belongs unless all of it went well.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from pikepdf import PdfError

from studynotes.book import batches, binding, numbering, pdffile
from studynotes.book.batches import Batch
from studynotes.book.pdffile import About
from studynotes.browser import chromium, npmchromium
from studynotes.browser.devtools import Browser, BrowserError

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = ["About", "PrintError", "Printed", "write"]

CACHE = Path(__file__).parents[3] / ".cache"
"""Where it works: beneath the project, as a browser from a snap may read no other place."""

OLDEST = 131
"""The first Chromium that prints heads and page numbers (CSS page margin boxes)."""

PAPER = """
@page { size: A4; }
.book-continued > article:first-child > .book-title { margin-top: 0; }
.book-spare { break-after: page; }
/* Formulas are positioned, and drawn after what is not: so all is positioned, for the words to keep their order. */
:where(p, li, dt, dd, th, td, pre, summary, figcaption, h1, h2, h3, h4, h5, h6, .in-turn) { position: relative; }
"""
SECONDS, SECONDS_PER_MB = 180, 240
"""How long the browser may take in all: some ten times of what it takes, so that a slow machine is no fault."""

_TRIES = 6


class PrintError(RuntimeError):
    """There is no PDF; the message says why, and what to do where something can be done."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What was made."""

    pages: int
    size: int
    printings: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.pages} pages, {self.size / 1e6:.1f} MB, printed {self.printings} times in {self.seconds:.0f} s"


def write(site: Path, page: str, target: Path, about: About, size: int = batches.SIZE) -> Printed:
    """Print ``page``, a file of the built ``site`` by its path there, into ``target``.

    A batch is about ``size`` characters (:func:`batches.cut`).

    Raises:
        PrintError: No Chromium was found, or it failed, hung, or is too old.
    """
    started = time.monotonic()
    browser = npmchromium.find()
    if browser is None:
        raise PrintError(chromium.MISSING)
    html = (site / page).read_text(encoding="utf-8")
    base = urljoin(about.address, page) if about.address else ""
    CACHE.mkdir(exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=CACHE, prefix="book-", ignore_cleanup_errors=True) as name:
            printer = _Printer(browser, batches.cut(html, size), base, _mirror(site, page, Path(name, "site")))
            printings = printer.print_until_right()
            made = Path(name, "book.pdf")
            with binding.bound(printer.made) as file:
                pages = pdffile.finish(file, made, about, numbering.contents(html))
            _put(made, target)
    except BrowserError as error:
        raise PrintError(str(error)) from error
    except PdfError as error:
        raise PrintError(f"{browser} made no whole PDF ({error})") from error
    return Printed(pages, target.stat().st_size, printings, time.monotonic() - started)


def _put(made: Path, target: Path) -> None:
    """Put the finished file in its place, at once or not at all; the two may be on different disks."""
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(made, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


class _Printer:
    """Prints batches again and again, each time with the page numbers that the last printing told.

    Every printing has a browser of its own: what one takes of memory is given back before the next.
    """

    def __init__(self, browser: Path, sheets: Sequence[Batch], base: str, folder: Path) -> None:
        self._browser = browser
        self._batches = [Batch(numbering.prepared(batch.html, PAPER, base), batch.ids) for batch in sheets]
        self._folder = folder
        self._wanted = frozenset().union(*(numbering.wanted(batch.html) for batch in sheets))
        self._numbers: dict[str, int] = {}
        self._firsts = [1] * len(sheets)  # the number of each batch's first page
        self.made: list[tuple[Path, int]] = []
        """The files of the last printing, each with how many blank pages it begins with."""

    def print_until_right(self) -> int:
        """Print until every number is right; return how often it took."""
        for number in range(1, _TRIES + 1):
            # Right is what a final version says of itself; between two of these all places are looked for anew.
            final = number % 2 == 0
            if self._is_right(final=final) and final:
                return number
        raise PrintError(f"the pages' numbers still changed after {_TRIES} printings")

    def _is_right(self, *, final: bool) -> bool:
        found: dict[str, int] = {}
        firsts = [1]
        self.made = []
        for index, batch in enumerate(self._batches):
            made, spare = self._print(index, final=final)
            placed = pdffile.places_of(made)
            found |= {name: page - spare + firsts[-1] - 1 for name, page in placed.pages.items() if name in batch.ids}
            firsts.append(firsts[-1] + placed.count - spare)
            self.made.append((made, spare))
        if final:
            return self._firsts == firsts[:-1] and all(self._numbers[name] == page for name, page in found.items())
        if lost := sorted(self._wanted - found.keys()):
            raise PrintError(f"{len(lost)} places are on no page: {', '.join(lost[:5])}")
        self._numbers, self._firsts = found, firsts[:-1]
        return False

    def _print(self, index: int, *, final: bool) -> tuple[Path, int]:
        """Print one batch; return the file, and how many blank pages it begins with."""
        html = self._batches[index].html
        first = self._firsts[index] if final else 1
        page = self._folder / f"{index + 1}.html"
        page.write_text(numbering.numbered(html, self._numbers, final=final, first=first), encoding="utf-8")
        made = page.with_suffix(".pdf")
        with (
            tempfile.TemporaryDirectory(dir=self._folder, prefix="profile-", ignore_cleanup_errors=True) as profile,
            Browser(self._browser, Path(profile), SECONDS + SECONDS_PER_MB * len(html) / 1e6) as tab,
        ):
            _check_version(tab.version())
            tab.open(page.as_uri())
            tab.print(made)
        return made, numbering.spare(first)


def _check_version(product: str) -> None:
    version = product.partition("/")[2]
    if int(version.partition(".")[0] or 0) < OLDEST:
        raise PrintError(f"{product} cannot print page numbers: version {OLDEST} or newer is needed")


def _mirror(site: Path, page: str, folder: Path) -> Path:
    """Make ``folder`` look like the site, with a place for other versions of ``page``; return that place."""
    place = (folder / page).parent
    place.mkdir(parents=True)
    top = Path(page).parts[0]
    for entry in site.iterdir():
        if entry.name != top:
            (folder / entry.name).symlink_to(entry.resolve())
    return place
