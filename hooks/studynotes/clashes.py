"""Pages of the notes that would be written over each other, or over another file of the site.

``a.md`` with a section ``## b`` and a file ``a/b.md`` beside it are two pages of the same address, and of two files
whose names differ in case only, or in how an accent or voicing mark is encoded, some disks keep one.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studynotes.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Place:
    """A file of the site (its path there), and the file and line that it is made of (0: the whole file)."""

    path: str
    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


def clashes(pages: Iterable[Place], others: Iterable[Place]) -> Iterator[Problem]:
    """Yield a problem for each of ``pages`` that cannot stand beside an earlier one or one of ``others``.

    It is an error where two have one path, or one's path is a folder of the other's. Where that is so only for
    disks that do not tell them apart it is a warning, once for each pair of files.
    """
    files: dict[str, Place] = {}  # by the path, for disks that tell little apart
    folders: dict[str, Place] = {}
    told: set[tuple[str, str]] = set()
    for place, is_page in (*((other, False) for other in others), *((page, True) for page in pages)):
        above = [str(folder) for folder in PurePosixPath(place.path).parents][:-1]
        if is_page and (other := _met(place, above, files, folders)):
            certain = _same(place, other)
            if certain or (place.file, other.file) not in told:
                yield _problem(place, other, certain=certain)
            told.add((place.file, other.file))
        files.setdefault(_folded(place.path), place)
        for folder in above:
            folders.setdefault(_folded(folder), place)


def _met(place: Place, above: list[str], files: dict[str, Place], folders: dict[str, Place]) -> Place | None:
    """What stands where ``place`` is to be written: a file of its path, a folder of it, or a file as a folder of it."""
    beneath = (files[_folded(folder)] for folder in above if _folded(folder) in files)
    return files.get(_folded(place.path)) or folders.get(_folded(place.path)) or next(beneath, None)


def _same(place: Place, other: Place) -> bool:
    """Whether two that met do so on every disk."""
    shorter, longer = sorted((place.path, other.path), key=len)
    return longer == shorter or longer.startswith(f"{shorter}/")


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _problem(place: Place, other: Place, *, certain: bool) -> Problem:
    remedy = "give one of the two files another name"
    if certain:
        what = f"this page and that of {other} would both be {place.path}"
        remedy += ", or the section another heading"
        return Problem(place.file, place.line, Severity.ERROR, what, remedy)
    what = f"{place.path} and {other.path} (of {other}) are one file on disks that do not tell letters' cases apart"
    return Problem(place.file, place.line, Severity.WARNING, what, remedy)
