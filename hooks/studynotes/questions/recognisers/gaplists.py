"""A numbered list of sentences with gaps, and right beneath it the numbered list that fills them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind
from studynotes.questions.elsewhere.answertitles import is_answer_list
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_LEAST = 2  # items


def filled_by(blocks: Sequence[Block], has_gap: Callable[[str], bool]) -> Mapping[int, str]:
    """What fills the gap of each list item, by its line: the item with its number in the next list.

    Both lists begin with the same number and are as long, every item of the first has a gap and none of the other's,
    and all that stands between them says 答え (a folded box's summary, a heading).
    """
    lists = [at for at, block in enumerate(blocks) if block.kind is Kind.ORDERED_LIST]
    result: dict[int, str] = {}
    for first, second in pairwise(lists):
        between = [line for line in lines_of(blocks[first + 1 : second]) if line.text.strip()]
        if not between or not all(_announces(line) for line in between):
            continue
        asked, given = list(_items(blocks[first])), list(_items(blocks[second]))
        fits = blocks[first].start == blocks[second].start and len(asked) == len(given) >= _LEAST
        if fits and all(has_gap(line.text) for line in asked) and not any(has_gap(line.text) for line in given):
            result |= {line.number: answer.text for line, answer in zip(asked, given, strict=True) if not answer.struck}
    return result


def _announces(line: Line) -> bool:
    return phrases.is_reveal(line.text) or answerlines.answer(line.text) == "" or is_answer_list(line.text)


def _items(list_: Block) -> Iterator[Line]:
    return (line for line in lines_of([list_]) if line.role is Role.ITEM and line.depth == 1)
