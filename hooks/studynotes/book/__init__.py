"""The notes as one book: collections are parts, topics are chapters; sections have places and questions numbers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase
from typing import TYPE_CHECKING

from studynotes.questions.question import Choice, Form, Question
from studynotes.topics import by_topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studynotes.model import Collection, Section


@dataclass(frozen=True, slots=True)
class Entry:
    """A section in the book; ``anchor`` is its id there."""

    anchor: str
    section: Section


@dataclass(frozen=True, slots=True)
class Chapter:
    """The sections of one topic; ``number`` counts from 1 through the whole book, and is 0 for a preface."""

    anchor: str
    number: int
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One collection."""

    anchor: str
    number: int
    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All notes in the order in which they are printed."""

    parts: tuple[Part, ...]

    @property
    def has_parts(self) -> bool:
        """Whether parts are told apart: a single collection is the book itself."""
        return len(self.parts) > 1

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters of all parts."""
        return tuple(chapter for part in self.parts for chapter in part.chapters)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The sections of all chapters."""
        return tuple(entry for chapter in self.chapters for entry in chapter.entries)


@dataclass(frozen=True, slots=True)
class Exercise:
    """A question as it is printed: its number within the chapter, and a letter for each choice.

    ``anchor`` is the id of the question in the book; its answer's is the same with ``key-`` before it.
    """

    anchor: str
    number: int
    entry: Entry
    question: Question

    @property
    def choices(self) -> tuple[tuple[str, Choice], ...]:
        """The choices in the order of the page, lettered as the notes do where all have letters, else from A on."""
        return tuple(lettered(self.question.shown))

    @property
    def key(self) -> str:
        """The letters of the right choices, or the word to fill in."""
        if self.question.form is Form.BLANK:
            return self.question.answer
        return "、".join(letter for letter, choice in self.choices if choice.right)


def arranged(collections: Iterable[Collection]) -> Book:
    """Arrange collections as parts; each section stands once, under its first topic.

    Topics come in the order of their first section, sections without one last. A collection's preface is a
    chapter of its own where it says anything beside its title.
    """
    numbers = count(1)
    places = count(1)
    parts: list[Part] = []
    for number, collection in enumerate(collections, 1):
        chapters = []
        if _says_more(collection.preface):
            chapters.append(_chapter(f"p{number}-0", 0, collection.preface.title, [collection.preface], places))
        for topic, sections in by_topic(collection.sections):
            chapter = next(numbers)
            chapters.append(_chapter(f"c{chapter}", chapter, topic or collection.title, sections, places))
        if chapters:
            parts.append(Part(f"p{number}", len(parts) + 1, collection.title, tuple(chapters)))
    return Book(tuple(parts))


def exercises(chapter: Chapter, questions: Mapping[str, Sequence[Question]]) -> tuple[Exercise, ...]:
    """Number the questions of a chapter; ``questions`` are given by the anchor of the section that they are of."""
    asked = [(entry, question) for entry in chapter.entries for question in questions.get(entry.anchor, ())]
    return tuple(
        Exercise(f"q{chapter.number}-{number}", number, entry, question)
        for number, (entry, question) in enumerate(asked, 1)
    )


def lettered(choices: Sequence[Choice]) -> Iterator[tuple[str, Choice]]:
    """Give every choice a letter to be named by: the notes' own where each has one of its own, else from A on."""
    labels = [choice.label for choice in choices]
    own = all(labels) and len(set(labels)) == len(labels)
    for index, choice in enumerate(choices):
        yield choice.label if own else _letter(index), choice


def css_string(text: str) -> str:
    """Text for a string in a style sheet that stands in an HTML page: all that could end either is escaped."""
    return "".join(f"\\{ord(char):x} " if char in "\"'\\<>&" or not char.isprintable() else char for char in text)


def _letter(index: int) -> str:
    return ascii_uppercase[index] if index < len(ascii_uppercase) else str(index + 1)


def _chapter(anchor: str, number: int, title: str, sections: Iterable[Section], places: Iterator[int]) -> Chapter:
    entries = tuple(Entry(f"s{next(places)}", section) for section in sections)
    return Chapter(anchor, number, title, entries)


def _says_more(preface: Section) -> bool:
    """Whether a preface has more than the collection's title."""
    return any(block.level != 1 for block in preface.blocks)
