"""Note text → model: one file becomes a :class:`~studynotes.model.Collection`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from studynotes import titles
from studynotes.blocks import Anchors, blocks_of, heading_block
from studynotes.editorial import Editorial, SectionNote
from studynotes.model import Block, Collection, Lines, Problem, Section, Severity
from studynotes.parsing import parse
from studynotes.slugs import Unique, slug, split_number

SECTION_LEVEL = 2  # `##` opens a section
TITLE_LEVEL = 1  # `#` is the collection's title; a later one, in a file with sections, opens a section too


class NotesError(Exception):
    """A file that cannot be read as notes at all; ``problem`` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def decode(data: bytes, file: str) -> str:
    """The text of a notes file: UTF-8, a byte order mark dropped, all line ends ``\\n``.

    Raises :class:`NotesError` with the byte's offset and line where the bytes are not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}"
        raise NotesError(Problem(file, line, Severity.ERROR, what, "save the file as UTF-8")) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read(data: bytes | str, *, file: str, stem: str, editorial: Editorial | None = None) -> Collection:
    """Read one file of notes.

    ``file`` is its name in messages, ``stem`` the middle part of its pages' addresses, ``editorial`` what the
    editorial file beside it says. Raises :class:`NotesError` for bytes that are no UTF-8, and for nothing else.
    """
    source = decode(data, file) if isinstance(data, bytes) else data.replace("\r\n", "\n").replace("\r", "\n")
    source = source.removeprefix("\ufeff")
    editorial = editorial or Editorial()
    tokens, too_deep = parse(source)
    problems = [*editorial.problems, *(_too_deep(file, first + 1) for first, _ in too_deep)]
    last_line = source.count("\n") + (not source.endswith("\n")) or 1
    title_at, starts = _boundaries(tokens)
    anchors = Anchors()
    preface_tokens = tokens[: starts[0]] if starts else tokens
    preface_last = (tokens[starts[0]].map or [last_line])[0] if starts else last_line
    preface = _preface(preface_tokens, title_at, file, Lines(1, max(preface_last, 1)), anchors)
    name = editorial.title or preface.title or stem
    unique = Unique(taken=("", "index"), first_number=2)
    sections: list[Section] = []
    for ordinal, (start, end) in enumerate(zip(starts, [*starts[1:], len(tokens)], strict=False), 1):
        last = (tokens[end].map or [last_line])[0] if end < len(tokens) else last_line
        section, found = _section(tokens[start:end], file, last, ordinal, anchors, unique, editorial)
        sections.append(section)
        problems += found
    problems += editorial.unmatched(s.slug for s in sections)
    return Collection(file, stem, name, replace(preface, title=name), tuple(sections), source, tuple(problems))


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


def _preface(tokens: Sequence[Token], title_at: int | None, file: str, lines: Lines, anchors: Anchors) -> Section:
    """The collection's own page. Its title stands apart only where nothing but front matter comes before it."""
    heading: Block | None = None
    heading_tokens: Sequence[Token] = ()
    before: Sequence[Token] = ()
    rest = tokens
    title = ""
    if title_at is not None:
        title = titles.plain(tokens[title_at + 1])
        lead = tokens[:title_at]
        if all(token.type == "front_matter" for token in lead):
            heading_tokens = tokens[title_at : title_at + 3]
            heading = heading_block(heading_tokens, anchors)
            before, rest = lead, tokens[title_at + 3 :]
    body = [*before, *rest]
    return Section(
        file=file,
        slug="",
        number="",
        heading=heading,
        title=title,
        lines=lines,
        blocks=blocks_of(body, anchors),
        tokens=tuple(body),
        heading_tokens=tuple(heading_tokens),
    )


def _section(
    tokens: Sequence[Token],
    file: str,
    last_line: int,
    ordinal: int,
    anchors: Anchors,
    unique: Unique,
    editorial: Editorial,
) -> tuple[Section, list[Problem]]:
    heading_tokens, body = tokens[:3], tokens[3:]
    heading = heading_block(heading_tokens, anchors)
    number, words = split_number(heading.text)
    wanted = number or slug(heading.text) or f"section-{ordinal}"
    address = unique(wanted)
    first = heading.lines.first
    problems = []
    if address != wanted:
        what = f"the address “{wanted}” is taken by an earlier section, this one gets “{address}”"
        problems.append(Problem(file, first, Severity.WARNING, what, "give one of the two headings another number or name"))
    blocks = blocks_of(body, anchors)
    if not blocks:
        what = "the section is empty, its page shows its heading only"
        problems.append(Problem(file, first, Severity.WARNING, what, "write something beneath the heading, or remove it"))
    note: SectionNote = editorial.section(address)
    title = note.title or words or titles.derive(blocks) or heading.text or f"無題 {ordinal}"
    section = Section(
        file=file,
        slug=address,
        number=number,
        heading=heading,
        title=title,
        lines=Lines(first, max(first, last_line)),
        blocks=blocks,
        tokens=tuple(body),
        heading_tokens=tuple(heading_tokens),
        topics=note.topics,
    )
    return section, problems


def _too_deep(file: str, line: int) -> Problem:
    what = "lists or quotes nest too deeply here, the block is shown as source"
    return Problem(file, line, Severity.WARNING, what, "nest less deeply")
