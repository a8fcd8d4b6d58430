"""The print page → a PDF: printed by a Chromium, once to learn on which page everything is, once with the numbers.

The browser is given a folder that mirrors the site, and reaches nothing beyond it.
Nothing is left where the PDF belongs unless all of it went well.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from pikepdf import PdfError

from studynotes.book import numbering, pdffile
from studynotes.book.pdffile import About
from studynotes.browser import chromium, npmchromium
from studynotes.browser.devtools import Browser, BrowserError

__all__ = ["About", "PrintError", "Printed", "write"]

CACHE = Path(__file__).parents[3] / ".cache"
"""Where it works: beneath the project, as a browser from a snap may read no other place."""

OLDEST = 131
"""The first Chromium that prints heads and page numbers (CSS page margin boxes)."""

PAPER = """
@page { size: A4; }
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


def write(site: Path, page: str, target: Path, about: About) -> Printed:
    """Print ``page``, a file of the built ``site`` by its path there, into ``target``.

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
        with (
            tempfile.TemporaryDirectory(dir=CACHE, prefix="book-", ignore_cleanup_errors=True) as name,
            Browser(browser, Path(name, "profile"), SECONDS + SECONDS_PER_MB * len(html) / 1e6) as tab,
        ):
            _check_version(tab.version())
            copy = _mirror(site, page, Path(name, "site"))
            printer = _Printer(tab, html, base, copy)
            made, printings = printer.print_until_right(Path(name))
            pages = pdffile.finish(made, about, numbering.contents(html))
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
    """Prints one page again and again, each time with the page numbers that the last printing told."""

    def __init__(self, tab: Browser, html: str, base: str, copy: Path) -> None:
        self._tab = tab
        self._html = html
        self._base = base
        self._copy = copy
        self._wanted = numbering.wanted(html)
        self._numbers: dict[str, int] = {}

    def print_until_right(self, folder: Path) -> tuple[Path, int]:
        """Print until every number is right; return the file, and how often it took."""
        for number in range(1, _TRIES + 1):
            # Right is what a final version says of itself; between two of these all places are looked for anew.
            final = number % 2 == 0
            made = folder / f"{number}.pdf"
            if self._is_right(made, final=final) and final:
                return made, number
        raise PrintError(f"the pages' numbers still changed after {_TRIES} printings")

    def _is_right(self, made: Path, *, final: bool) -> bool:
        text = numbering.numbered(self._html, self._numbers, final=final, style=PAPER, base=self._base)
        self._copy.write_text(text, encoding="utf-8")
        self._tab.open(self._copy.as_uri())
        self._tab.print(made)
        found = pdffile.pages_of(made)
        if final:
            return all(self._numbers[name] == page for name, page in found.items())
        if lost := sorted(self._wanted - found.keys()):
            raise PrintError(f"{len(lost)} places are on no page: {', '.join(lost[:5])}")
        self._numbers = found
        return False


def _check_version(product: str) -> None:
    version = product.partition("/")[2]
    if int(version.partition(".")[0] or 0) < OLDEST:
        raise PrintError(f"{product} cannot print page numbers: version {OLDEST} or newer is needed")


def _mirror(site: Path, page: str, folder: Path) -> Path:
    """Make ``folder`` look like the site, with a place for another version of ``page``; return that place."""
    copy = folder / page
    copy.parent.mkdir(parents=True)
    top = Path(page).parts[0]
    for entry in site.iterdir():
        if entry.name != top:
            (folder / entry.name).symlink_to(entry.resolve())
    return copy
