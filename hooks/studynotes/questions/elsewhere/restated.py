"""Choices that are repeated beneath 答え, number, words and all: the answer to the question right above, not a list.

``1. 氷`` and ``3. 湯気`` beneath a question that offers just these, and others, are the first and third of its choices;
as a list of answers they would be those to the first and third question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.question import folded
from studynotes.questions.text.lines import item_numbers, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.model import Block


def restates(block: Block, before: Sequence[Block]) -> bool:
    """Whether a numbered list's items are some, not all, of the last numbered list before it."""
    if block.kind is not Kind.ORDERED_LIST:
        return False
    offered = next((_items(each) for each in reversed(before) if each.kind is Kind.ORDERED_LIST), set())
    return _items(block) < offered


def _items(list_: Block) -> set[tuple[int, str]]:
    """The numbers and words of a list's items."""
    lines = list(lines_of([list_]))
    return {(number, folded(lines[at].words())) for at, number in item_numbers(lines).items() if lines[at].depth == 1}
