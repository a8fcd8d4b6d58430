"""A numbered list of sentences with gaps, and right beneath it the numbered list that fills them."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind
from studynotes.questions.elsewhere.answertitles import is_answer_list
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LEAST = 2  # items


def filled_by(blocks: Sequence[Block], has_gap: Callable[[str], bool]) -> Mapping[int, str]:
    """What fills the gap of each list item, by its line: the item with its number in the next list.

    Both lists have the same numbers, every item of the first has a gap and none of the other's, and all that stands
    between them says 答え (a folded box's summary, a heading). Each may be in a box of its own (``[!success] 答え``).
    """
    lists = [at for at, block in enumerate(blocks) if block.kind in (Kind.ORDERED_LIST, Kind.QUOTE) and _items(block)]
    result: dict[int, str] = {}
    for first, second in pairwise(lists):
        titles = takewhile(lambda line: line.role is not Role.ITEM, lines_of([blocks[second]]))
        between = [line for line in (*lines_of(blocks[first + 1 : second]), *titles) if line.text.strip()]
        if not between or not all(_announces(line) for line in between):
            continue
        asked, given = _items(blocks[first]), _items(blocks[second])
        fits = [line.own_number for line in asked] == [line.own_number for line in given] and len(asked) >= _LEAST
        if fits and all(has_gap(line.text) for line in asked) and not any(has_gap(line.text) for line in given):
            result |= {line.number: answer.text for line, answer in zip(asked, given, strict=True) if not answer.struck}
    return result


def _announces(line: Line) -> bool:
    return phrases.is_reveal(line.text) or answerlines.answer(line.text) == "" or is_answer_list(line.text)


def _items(list_: Block) -> list[Line]:
    """The items of a numbered list, and nothing where others are beside it."""
    items = [line for line in lines_of([list_]) if line.role is Role.ITEM and line.depth == 1]
    return items if all(line.own_number is not None for line in items) else []
