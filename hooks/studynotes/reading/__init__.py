"""Note text → model: one file becomes a :class:`~studynotes.model.Collection`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes import fidelity, titles
from studynotes.editorial import Editorial
from studynotes.model import Collection, Kind, Lines, Problem, Section, Severity
from studynotes.packing import Packed, PackedTokens
from studynotes.reading import footnotes
from studynotes.reading.blocks import Anchors, blocks_of, heading_block
from studynotes.reading.parsing import parse
from studynotes.slugs import Unique, slug, split_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

SECTION_LEVEL = 2  # `##` opens a section
TITLE_LEVEL = 1  # `#` is the collection's title; a later one, in a file with sections, opens a section too


class NotesError(Exception):
    """A file that cannot be read as notes at all; ``problem`` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def decode(data: bytes, file: str) -> str:
    r"""The text of a notes file: UTF-8, a byte order mark dropped, all line ends ``\\n``.

    Raises :class:`NotesError` with the byte's offset and line where the bytes are not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}"
        raise NotesError(Problem(file, line, Severity.ERROR, what, "save the file as UTF-8")) from error
    return _normal(text)


def _normal(text: str) -> str:
    r"""``text`` as CommonMark reads it: line ends are ``\n``, and NUL, which no page can show, is U+FFFD."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def read(
    data: bytes | str, *, file: str, stem: str, editorial: Editorial | None = None, earlier: Iterable[str] = ()
) -> Collection:
    """Read one file of notes.

    ``file`` is its name in messages, ``stem`` the middle part of its pages' addresses, ``editorial`` what the
    editorial file beside it says, ``earlier`` the words of headings whose anchors are taken. Raises
    :class:`NotesError` for bytes that are no UTF-8, and for nothing else.
    """
    source = decode(data, file) if isinstance(data, bytes) else _normal(data)
    reader = _Reader(source, file, stem, editorial or Editorial())
    reader.take_anchors(earlier)
    return reader.collection()


class _Reader:
    """One file on its way to a collection: what is shared by its sections, and what was found on the way."""

    def __init__(self, source: str, file: str, stem: str, editorial: Editorial) -> None:
        self._source = source
        self._file = file
        self._stem = stem
        self._editorial = editorial
        self._last_line = max(1, source.count("\n") + (not source.endswith("\n")))
        self._anchors = Anchors()
        self._unique = Unique(taken=("", "index"), first_number=2)
        self._problems = list(editorial.problems)

    def take_anchors(self, headings: Iterable[str]) -> None:
        """Take the anchors of headings that come before the text."""
        for words in headings:
            self._anchors(words)

    def collection(self) -> Collection:
        tokens, too_deep = parse(self._source)
        for first, _ in too_deep:
            what = "lists or quotes nest too deeply here, the block is shown as source"
            self._warn(first + 1, what, "nest less deeply")
        self._problems += fidelity.unread(self._source, tokens, self._file)
        title_at, starts = _boundaries(tokens)
        ends = [*(self._line_before(tokens[start]) for start in starts), self._last_line]
        parts = footnotes.distribute([tokens[start:end] for start, end in pairwise((0, *starts, len(tokens)))])
        del tokens  # a section's go when it is made, so that the next one takes their place in memory
        parts.reverse()
        preface = self._preface(parts.pop(), title_at, ends[0])
        sections = tuple(self._section(parts.pop(), ordinal, end) for ordinal, end in enumerate(ends[1:], 1))
        title = self._editorial.title or preface.title or self._stem
        self._check_fences((preface, *sections))
        self._problems += self._editorial.unmatched(section.slug for section in sections)
        preface = replace(preface, title=title, summary=preface.summary or _contents(title, sections))
        return Collection(self._file, self._stem, title, preface, sections, Packed(self._source), tuple(self._problems))

    def _line_before(self, heading: Token) -> int:
        """The last line before a section's heading."""
        return heading.map[0] if heading.map else self._last_line

    def _preface(self, tokens: Sequence[Token], title_at: int | None, last_line: int) -> Section:
        """The collection's own page. Its title stands apart only where nothing but front matter comes before it."""
        heading_tokens: Sequence[Token] = ()
        body = tokens
        if title_at is not None and all(token.type == "front_matter" for token in tokens[:title_at]):
            heading_tokens = tokens[title_at : title_at + 3]
            body = [*tokens[:title_at], *tokens[title_at + 3 :]]
        heading = heading_block(heading_tokens, self._anchors) if heading_tokens else None
        blocks = blocks_of(body, self._anchors)
        return Section(
            file=self._file,
            slug="",
            number="",
            heading=heading,
            title=titles.plain(tokens[title_at + 1]) if title_at is not None else "",
            lines=Lines(1, max(1, last_line)),
            blocks=blocks,
            packed=PackedTokens(body),
            heading_tokens=tuple(heading_tokens),
            summary=titles.summary(blocks),
        )

    def _section(self, tokens: Sequence[Token], ordinal: int, last_line: int) -> Section:
        heading_tokens, body = tokens[:3], tokens[3:]
        heading = heading_block(heading_tokens, self._anchors)
        first = heading.lines.first
        words = titles.one_line(heading.text)
        number, name = split_number(words)
        wanted = number or slug(words) or f"section-{ordinal}"
        address = self._unique(wanted)
        if address != wanted:
            what = f"the address “{wanted}” is taken by an earlier section, this one gets “{address}”"
            self._warn(first, what, "give one of the two headings another number or name")
        blocks = blocks_of(body, self._anchors)
        if not blocks:
            what = "the section is empty, its page shows its heading only"
            self._warn(first, what, "write something beneath the heading, or remove it")
        note = self._editorial.section(address)
        return Section(
            file=self._file,
            slug=address,
            number=number,
            heading=heading,
            title=note.title or titles.for_heading(name, blocks) or words or f"無題 {ordinal}",
            lines=Lines(first, max(first, last_line)),
            blocks=blocks,
            packed=PackedTokens(body),
            heading_tokens=tuple(heading_tokens),
            topics=note.topics,
            summary=titles.summary(blocks),
        )

    def _check_fences(self, sections: Sequence[Section]) -> None:
        """Warn of each code fence that runs to the end of its surroundings for want of a closing line."""
        lines = self._source.split("\n")
        for block in (block for section in sections for block in section.walk() if block.kind is Kind.FENCE):
            closing = lines[block.lines.last - 1].strip(" \t>") if block.lines.last > block.lines.first else ""
            if not closing.startswith(block.marker) or closing.strip(block.marker[0]):
                what = f"the code block opened with {block.marker} here is never closed"
                self._warn(block.lines.first, what, f"close it with a line of {block.marker}")

    def _warn(self, line: int, what: str, remedy: str) -> None:
        self._problems.append(Problem(self._file, line, Severity.WARNING, what, remedy))


def _contents(title: str, sections: Sequence[Section]) -> str:
    """What a collection is about where its file begins without a word: how many sections, and their topics."""
    topics = "、".join(dict.fromkeys(topic for section in sections for topic in section.topics))
    words = f"{title}（全 {len(sections)} 節）" if sections else title
    return titles.shortened(f"{words}：{topics}" if topics else words, titles.LONGEST_SUMMARY)


def _boundaries(tokens: Sequence[Token]) -> tuple[int | None, list[int]]:
    """Token indexes of the title's heading (if any), and of the headings that open sections."""
    headings = [
        (index, int(token.tag[1]))
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0
    ]
    sections = [index for index, level in headings if level == SECTION_LEVEL]
    titles_ = [index for index, level in headings if level == TITLE_LEVEL]
    title_at = titles_[0] if titles_ and (not sections or titles_[0] < sections[0]) else None
    if not sections:  # a file without sections is one page, whatever else it holds
        return title_at, []
    return title_at, sorted([*sections, *(index for index in titles_ if index != title_at)])
