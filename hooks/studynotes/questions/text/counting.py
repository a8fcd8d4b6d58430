"""Lines that count on: which number a line has, and whether it is the next."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role, following
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

_COUNT_IN_ROW = re.compile(r"(?:^|[\s　、,/／])(?:(?:問|Q)\s*\d{1,3}|[(（\[]\d{1,3}[)）\]]|\d{1,3}[.．)）:：])")
# 答え　⑪挫　⑫転, 答え　(1)霧　(2)優: to the questions with these numbers
_BY_NUMBER = re.compile(
    rf"[\s　【\[(（]*{answerlines.WORD}[\s　】\])）:：]*"
    r"(?:[①-⑳][\s　]*[^\s　①-⑳]|[(（]\d{1,2}[)）].*[(（]\d{1,2}[)）])"
)
_UNWRAPPED = re.compile(r"\n[\s　]*")
_LEAST = 2  # items of a list within
_NEAR = 20  # lines in which they stand
_NO_GAP = re.compile(r"\S-{3,}|-{3,}\S")  # rw-r-----


def follows_in_number(line: Line, before: Line) -> bool:
    """Whether a paragraph or a list's item has the number after another one's (``8 …`` beneath ``7. …``)."""
    number = _plain_number(line) if line.opens_block else 0
    beside = before.opens_block and line.depth <= before.depth
    return number > 1 and beside and _plain_number(before) == number - 1


def _plain_number(line: Line) -> int:
    """The number that a line begins with, its list's or its own, whatever sets it apart; 0 where it has none."""
    number = line.own_number or phrases.count(line.text) or phrases.figure(line.text)[0]
    return int(number) if number else 0


def line_number(line: Line) -> str:
    """The number of the question that a line begins, ``""`` where it begins none."""
    number = phrases.number(line.text)
    if number or line.own_number is None or line.depth != 1:
        return number
    asks = phrases.is_question(line.text) or phrases.has_gap(_NO_GAP.sub("", line.text))
    return str(line.own_number) if asks else ""


def begins_anew(lines: Sequence[Line], index: int) -> bool:
    """Whether beneath an item its list counts from 1 again (``12. …``, ``1. …``, ``2. …``): choices, set in too little.

    A list whose items are all numbered 1 counts nothing.
    """
    item, *beneath = lines[index : index + 3]
    counts = [each.own_number for each in beneath if each.role is Role.ITEM and each.group == item.group]
    return item.own_number is not None and counts == [1, 2]


def own_number(line: Line) -> str:
    """The number of a list's item: its own, or the one that it begins with behind its bullet (``- 6.…``)."""
    return str(line.own_number) if line.own_number is not None else phrases.count(line.text)


def is_next_item(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a numbered list's item follows one that has its choices, or its answer, within itself, or beneath it."""
    line = lines[index]
    if _is_next_beyond_choices(line, after) or _is_next_with_list(lines, index, after):
        return True
    first = after[0] if after else line
    beside = line.role is first.role is Role.ITEM and (line.group, line.depth) == (first.group, 1)
    if not beside or line.own_number is None:
        return False
    known = [label[0] for each in after[1:] if (label := labels.opening(each.text))]
    if known[1:]:
        return answerlines.answer(line.text) is None and not phrases.is_explanation(line.text)
    return any(answerlines.answer(each.text) for each in after[1:]) and phrases.is_question(line.text)


def _is_next_with_list(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a numbered list's item follows one that holds a list, as it does itself, and one of them asks.

    A question of several lines may ask in its last one only. Boxes to tick are choices whatever is above them: a
    bullet, too, wherever it is, that is no box itself.
    """
    line = lines[index]
    if line.role is Role.ITEM and line.checked is None and _is_above_boxes(lines, index):
        beside = takewhile(lambda each: each.depth >= line.depth, reversed(after))
        held = list(takewhile(lambda each: (each.group, each.depth) != (line.group, line.depth), beside))
        return len(held) < len(after) and any(each.checked is not None for each in held)
    if line.own_number is None or line.depth != 1:
        return False
    at = next(
        (at for at, each in enumerate(after) if (each.group, each.role, each.depth) == (line.group, line.role, 1)), -1
    )
    if at < 0:
        return False
    first = after[at]
    held = [each for each in after[at:] if each.role is Role.ITEM and each.depth > line.depth]
    if len(held) < _LEAST:
        return False
    if all(each.checked is not None for each in held):
        return True
    beneath = takewhile(lambda each: each.depth > line.depth or each.role is not Role.ITEM, following(lines, index))
    own = sum(each.role is Role.ITEM for each in islice(beneath, _NEAR))
    asks = any(phrases.is_question(_UNWRAPPED.sub("", each.block.text)) for each in (first, line))
    return asks and own >= _LEAST


def _is_above_boxes(lines: Sequence[Line], index: int) -> bool:
    """Whether a list of boxes stands within an item, right beneath its first line."""
    beneath = next(following(lines, index), None)
    within = beneath is not None and beneath.role is Role.ITEM and beneath.depth > lines[index].depth
    return within and beneath is not None and beneath.checked is not None


def _is_next_beyond_choices(item: Line, after: Sequence[Line]) -> bool:
    """Whether a list goes on behind paragraphs that label choices (``1. …`` above ``(1) …``, ``(2) …``, then ``2.``).

    ``after`` is the stretch up to there.
    """
    if item.role is not Role.ITEM or item.own_number is None or item.depth != 1:
        return False
    at = next((at for at in range(len(after) - 1, -1, -1) if after[at].own_number is not None), None)
    if at is None or after[at].depth != 1 or after[at].group == item.group:
        return False
    labelled = [each for each in after[at + 1 :] if each.role is Role.TEXT and labels.opening(each.text)]
    return after[at].own_number == item.own_number - 1 and len(labelled) > 1 and answerlines.answer(item.text) is None


def heads_entries(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is nothing but a word for answers, above entries with numbers (``解答：``, ``(1) 0　(2) 9``)."""
    if answerlines.answer(lines[index].text) != "" or index + 1 == len(lines):
        return False
    below = lines[index + 1]
    return below.own_number is not None or len(_COUNT_IN_ROW.findall(phrases.plain(below.text))) > 1


def answers_by_number(text: str) -> bool:
    """Whether a line's answer names numbers of questions (``答え　⑪挫　⑫転``): it fills no gap as a whole."""
    return _BY_NUMBER.match(text) is not None
