"""Flash cards in a paragraph: a line with a question mark alone turns the card (``?``, ``??``), its back beneath."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TURNS = frozenset(["?", "？", "??", "？？"])
"""What stands alone between a card's two sides."""

_ANNOUNCED = "答え"
_ON_ONE_LINE = re.compile(r"[^:]+[。．?？]\s*:{2,3}\s*[^:\s].*")  # …である。::○
_WITH_GAP = re.compile(r"(?P<front>[^:]+):{2,3}\s*[^:\s].*")


def is_card(text: str) -> bool:
    """Whether a line is both sides of a card: a sentence, a question or what has a gap, ``::``, and the back."""
    if "::" not in text or len(text) > phrases.LONGEST:
        return False
    found = _WITH_GAP.fullmatch(text)
    return _ON_ONE_LINE.fullmatch(text) is not None or (found is not None and phrases.has_gap(found["front"]))


def with_backs_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; one that turns a card beneath choices announces the answer, as 「答え」 does.

    It stands between other lines of the same paragraph, where plugins for cards look for it: a question mark at a
    paragraph's end is a doubt.
    """
    for at, line in enumerate(lines):
        turns = line.text.strip() in TURNS and line.role is Role.TEXT
        yield replace(line, text=_ANNOUNCED, code=()) if turns and _is_between(lines, at) else line


def _is_between(lines: Sequence[Line], at: int) -> bool:
    """Whether lines of the same paragraph are above and beneath, and choices among those above."""
    block = lines[at].block
    if not lines[at + 1 : at + 2] or lines[at + 1].block is not block:
        return False
    known: list[str] = []
    for line in lines[max(0, at - 12) : at]:
        label = labels.opening(line.text) if line.block is block else None
        known += [label[0]] if label and labels.follows(known, label[0]) else []
    return len(known) > 1
