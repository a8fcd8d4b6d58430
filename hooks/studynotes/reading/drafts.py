"""A file of notes while it is being written: after an edit within one section, only that section is read again.

Cheap, and right in all that its page shows. What reaches beyond the section (the lines of later ones, the anchors of
later headings of the same name) is left to the next reading of the whole file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes import reading
from studynotes.model import Kind
from studynotes.titles import one_line

if TYPE_CHECKING:
    from studynotes.editorial import Editorial
    from studynotes.model import Block, Collection, Section

_DEFINITION = re.compile(r"^[ >]{0,6}\[([^\]\n]+)\]:", re.MULTILINE)  # of links and footnotes, which reach anywhere


class Draft:
    """What was read of a file, and what has changed since."""

    def __init__(self, collection: Collection, editorial: Editorial) -> None:
        self._collection = collection
        self._editorial = editorial
        self._lines = collection.source.split("\n")
        self._sections = list(collection.sections)
        self._spans = [(section.lines.first - 1, section.lines.last) for section in collection.sections]
        self._headings = [
            [one_line(block.text) for block in ([page.heading] if page.heading else []) + _headings(page)]
            for page in collection.pages
        ]

    def update(self, source: str) -> Section | None:
        """Take the file's new text; return the section that changed.

        ``None`` where the file has to be read as a whole: more than one section changed, or a heading of
        one, or what may matter elsewhere.
        """
        lines = source.split("\n")
        start, old_end, new_end = _difference(self._lines, lines)
        for number, (first, last) in enumerate(self._spans):
            old = self._sections[number]
            body = first + (old.heading.lines.last - old.heading.lines.first + 1 if old.heading else 0)
            if body <= start and old_end <= last:
                break
        else:
            return None
        by = new_end - old_end
        after = "\n".join(lines[first : last + by])
        others = "\n".join([*lines[:first], *lines[last + by :]])
        if _reaches_out("\n".join(self._lines[first:last]), after, others):
            return None
        earlier = [words for page in self._headings[: number + 1] for words in page]
        text = "\n" * first + after + "\n"
        name, stem = self._collection.file, self._collection.stem
        read = reading.read(text, file=name, stem=stem, editorial=self._editorial, earlier=earlier)
        if len(read.sections) != 1 or read.preface.blocks or read.sections[0].slug != old.slug:
            return None
        self._lines = lines
        self._sections[number] = read.sections[0]
        self._spans[number] = (first, last + by)
        self._spans[number + 1 :] = [(first + by, last + by) for first, last in self._spans[number + 1 :]]
        return read.sections[0]


def _headings(section: Section) -> list[Block]:
    return [block for block in section.walk() if block.kind is Kind.HEADING]


def _difference(old: list[str], new: list[str]) -> tuple[int, int, int]:
    """Where two texts begin to differ, and where each of them stops to."""
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    same = next((at for at in range(shorter - start) if old[-1 - at] != new[-1 - at]), shorter - start)
    return start, len(old) - same, len(new) - same


def _reaches_out(before: str, after: str, others: str) -> bool:
    """Whether a section defines a link or footnote, or may refer to one that is defined elsewhere."""
    if _DEFINITION.search(before) or _DEFINITION.search(after):
        return True
    folded = after.casefold()
    return any(f"[{label.casefold()}]" in folded for label in _DEFINITION.findall(others))
