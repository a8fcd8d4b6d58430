"""The parsed notes: what every later step reads, and the only thing it reads.

A file of notes is a :class:`Collection`; each of its ``##`` headings opens a
:class:`Section`; a section is a tree of :class:`Block`, each with the lines of
the file it was written on. All of it is immutable: enrichment makes new values
beside the model (questions, figures, terms) and never changes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from studynotes.packing import Packed, PackedTokens


class Severity(StrEnum):
    """How much a :class:`Problem` matters: ``WARNING`` fails a strict build, ``ERROR`` fails every build."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing the build has to say about a file: where, what is wrong, and what to do about it."""

    file: str
    line: int  # 1-based; 0 where the whole file is meant
    severity: Severity
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what} → {self.remedy}"


@dataclass(frozen=True, slots=True, order=True)
class Lines:
    """A run of source lines, 1-based, both ends included."""

    first: int
    last: int


class Kind(StrEnum):
    """What a :class:`Block` is. The names are CommonMark's and GFM's."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET_LIST = "bullet_list"
    ORDERED_LIST = "ordered_list"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    FENCE = "fence"  # a fenced code block
    CODE = "code"  # an indented code block
    MATH = "math"  # a display formula
    HTML = "html"  # a raw HTML block
    RULE = "rule"
    FOOTNOTE = "footnote"  # a footnote's definition
    FRONT_MATTER = "front_matter"


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text of one look inside a block.

    ``kind`` is one of ``text``, ``code``, ``math``, ``break`` (a hard break),
    ``softbreak`` (a line end of the source), ``image`` (``text`` is its alternative text),
    ``html`` (one raw tag), ``footnote`` (a reference; ``text`` is its label).
    """

    kind: str
    text: str
    strong: bool = False
    emphasis: bool = False
    deleted: bool = False
    href: str | None = None  # where this run is part of a link


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its plain text, and its runs."""

    text: str
    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    r"""A node of a section's tree.

    ``text`` is the block's own words as a reader sees them, without its children's:
    line ends (soft or hard) are ``\\n``, markup is gone, formulas and code are their source.
    An ``ITEM``'s text is its first paragraph's, which is also its first child.
    ``position`` is the index of the block's opening token, and ``end`` that of its closing
    token, in :attr:`Section.tokens`: the handle by which enrichment names a place in the page.
    """

    kind: Kind
    lines: Lines
    position: int
    end: int
    text: str = ""
    inlines: tuple[Inline, ...] = ()
    children: tuple[Block, ...] = ()
    level: int = 0  # HEADING: 1-6
    anchor: str = ""  # HEADING: the id it has on the page
    start: int | None = None  # ORDERED_LIST: its first number; ITEM of such a list: its own number
    marker: str = ""  # lists and items: "-", "*", "+", ".", ")"; FENCE: the fence as written
    info: str = ""  # FENCE: the info string; FOOTNOTE: the label
    checked: bool | None = None  # ITEM of a task list
    rows: tuple[tuple[Cell, ...], ...] = ()  # TABLE: the header row first

    def walk(self) -> Iterator[Block]:
        """This block and all beneath it, in reading order."""
        return _walk((self,))


def _walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks and all beneath them, in reading order; not by recursion, as there are many of them and all are asked."""
    left = [*reversed(blocks)]
    while left:
        block = left.pop()
        yield block
        if block.children:
            left.extend(reversed(block.children))


def meant_numbers(written: Sequence[int]) -> list[int]:
    """The numbers of an ordered list's items: as written where each is greater than the one before (``3.``, ``5.``).

    Else they count on from the first, as GitHub shows them (``1.`` before each).
    """
    if all(one < other for one, other in pairwise(written)):
        return list(written)
    return [written[0] + index for index in range(len(written))]


@dataclass(frozen=True, slots=True)
class Section:
    """One ``##`` section of the notes, or a file's preface (``heading is None``).

    ``blocks`` excludes the section's own heading. ``packed`` are the markdown-it tokens of
    the blocks, in order, which the page is rendered from.
    """

    file: str  # as named to the reader of messages, e.g. "docs/notes/x.md"
    slug: str  # the last part of the page's address; "" for the preface
    number: str  # "21", or "" where the heading has none
    heading: Block | None
    title: str  # editorial title, else the heading's words, else derived; never empty
    lines: Lines
    blocks: tuple[Block, ...]
    packed: PackedTokens = field(repr=False, compare=False)
    heading_tokens: tuple[Token, ...] = field(default=(), repr=False, compare=False)
    topics: tuple[str, ...] = ()
    summary: str = ""  # its first words on one line, for search engines and link previews

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, unpacked anew each time."""
        return self.packed()

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """The section's own heading, if it has one, and the blocks beneath."""
        return (self.heading, *self.blocks) if self.heading else self.blocks

    @property
    def label(self) -> str:
        """Number and title in one, as in the navigation."""
        return f"{self.number}. {self.title}" if self.number and not self.title.startswith(self.number) else self.title

    def walk(self) -> Iterator[Block]:
        """Every block of the section, in reading order."""
        return _walk(self.blocks)


@dataclass(frozen=True, slots=True)
class Collection:
    """One file of notes: its title, the text before the first section, and the sections."""

    file: str
    stem: str  # the collection's address is notes/<stem>/
    title: str
    preface: Section
    sections: tuple[Section, ...]
    packed_source: Packed[str] = field(repr=False, compare=False)
    problems: tuple[Problem, ...] = ()

    @property
    def source(self) -> str:
        """The decoded text, BOM and CR removed, unpacked anew each time."""
        return self.packed_source()

    @property
    def pages(self) -> tuple[Section, ...]:
        """The preface and the sections: all that becomes a page, in the notes' order."""
        return (self.preface, *self.sections)
