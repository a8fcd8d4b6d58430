"""What a question is: the value that recognisers make, and that the page, the review and the Anki deck show."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from studynotes.cjk import joins_without_space

if TYPE_CHECKING:
    from studynotes.model import Lines

# Text with code in it: plain text and code by turns, beginning with plain text.
# ("一覧は ", "ls", " で見る") is 一覧は `ls` で見る; ("", "ls") is code alone.
Words = tuple[str, ...]


class Form(StrEnum):
    """How a question is answered."""

    SINGLE = "single"  # one right choice
    MULTIPLE = "multiple"  # several right choices, all of them wanted
    BLANK = "blank"  # a word or a figure to fill in


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of a stem or an explanation; ``kind`` is ``text``, ``item`` (of a list) or ``code``."""

    kind: str
    words: Words


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: its words without any marker, whether it is right, and what the notes say about it."""

    words: Words
    right: bool
    label: str = ""  # as the notes have it ("A", "2", "ア"); "" where they have none
    reasons: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its key.

    A ``BLANK`` has no choices but ``answers``, one for each ``BLANK_MARK`` of its stem, in their order.
    ``order`` keeps the choices as they are written (their labels are referred to); without it they
    are shuffled once, always the same way.
    """

    form: Form
    stem: tuple[Part, ...]
    choices: tuple[Choice, ...]
    recogniser: str
    file: str
    lines: Lines  # the passage the question comes from
    position: int = -1  # the passage's first block, in Section.tokens; -1: the section's beginning
    answers: tuple[str, ...] = ()
    explanation: tuple[Part, ...] = ()
    order: bool = False
    id: str = field(init=False, compare=False)
    """A name that stays while stem, choices and key stay, wherever the question is moved to.

    Twelve hexadecimal digits of SHA-256 over the folded stem, and each choice with its rightness in an
    order of its own; spelling variants that NFKC unites and white space do not matter.
    """

    shown: tuple[Choice, ...] = field(init=False, compare=False, repr=False)
    """The choices in the order the reader sees: as written where ``order`` says so, else by a stable shuffle."""

    def __post_init__(self) -> None:
        words = [folded(choice.words) for choice in self.choices]
        choices = sorted(
            f"{'+' if choice.right else '-'}{said}" for choice, said in zip(self.choices, words, strict=True)
        )
        content = "\x1f".join(
            [self.form, *(folded(part.words) for part in self.stem), *choices, "\x1e".join(self.answers)]
        )
        object.__setattr__(self, "id", _digest(content)[:12])
        ranks = [0 if self.order else _digest(f"{self.id}\x1f{said}") for said in words]
        ranked = sorted(zip(ranks, self.choices, strict=True), key=itemgetter(0))
        object.__setattr__(self, "shown", tuple(choice for _, choice in ranked))

    @property
    def answer(self) -> str:
        """What belongs in the blanks, on one line; ``""`` where there are choices instead."""
        return BETWEEN_ANSWERS.join(self.answers)


BLANK_MARK = "＿＿＿"
BETWEEN_ANSWERS = " ／ "  # of several blanks, where they are shown on one line


def plain(words: Words) -> str:
    """The words as text, code as it is written."""
    return "".join(words)


def text(value: str) -> Words:
    """Plain text as words."""
    return (value,)


def folded(words: Words | str) -> str:
    """The text for comparison: NFKC, lower case, no white space, no full stop at the end."""
    return spelled(words).lower()


@lru_cache(maxsize=4096)  # a choice's words are compared for several reasons
def spelled(words: Words | str) -> str:
    """The same, capitals as they are: ``j`` and ``J`` are two options of a command."""
    value = words if isinstance(words, str) else plain(words)
    return "".join(unicodedata.normalize("NFKC", value).split()).rstrip("。.")


def apart(words: Words) -> str:
    """The same, code as it is written: in an output, white space may be all that differs."""
    return "\0".join(part if at % 2 else spelled(part) for at, part in enumerate(words))


def joined(before: Words, after: Words) -> Words:
    """Two lines' words as one line's: Japanese without a space between, else with one."""
    left, right = plain(before), plain(after)
    if not left or not right:
        return before if left else after
    glue = "" if joins_without_space(left[-1], right[0]) else " "
    parts = list(before)
    if len(parts) % 2:  # ends in plain text
        parts[-1] += glue + after[0]
        return (*parts, *after[1:])
    return (*parts, glue + after[0], *after[1:])


def form_of(choices: tuple[Choice, ...]) -> Form:
    """Single or multiple, by the number of right choices."""
    return Form.MULTIPLE if sum(choice.right for choice in choices) > 1 else Form.SINGLE


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
