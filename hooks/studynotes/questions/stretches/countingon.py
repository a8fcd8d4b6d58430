"""Lines that begin the next question by their number alone: it follows the one before (``(8) …``, ``4-2 …``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.stretches import openings
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

_BRACKETED = re.compile(r"\s*(?:\((?P<inside>\d{1,3})\)|(?P<spaced>\d{1,3})(?=\s))")
_OF_PART = re.compile(  # 4-2 …, A-2【…】…, 【A-2】…
    rf"\s*(?P<opens>[(【\[])?(?P<part>{phrases.PART})[-–](?P<number>\d{{1,3}})(?(opens)[)】\]]|[.．]?(?=\s|[【\[]))"
)


def counts_on(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a question ``(3) …``, ``3 …`` follows one that has the number before, its choices none such."""
    if _is_next_of_part(lines[index], after):
        return True
    own = _BRACKETED.match(phrases.bare(lines[index].text)) if lines[index].opens_block else None
    earlier = _counted_before(lines, after) if own else None
    if not own or not earlier:
        return False
    asks = phrases.is_question(lines[index].text) or phrases.has_gap(lines[index].text)
    offers = _is_above_run if own["inside"] else _is_above_first
    if not asks and not offers(lines, index, after):
        return False
    above = lines[index - 1].text
    beside = _BRACKETED.match(phrases.bare(above)) if after[1:] else own
    circled = "①" <= above.strip()[:1] <= "⑳" and not "①" <= lines[index].text.strip()[:1] <= "⑳"  # a choice
    beside = None if circled or phrases.has_gap(above) else beside  # as no choice has one
    number, before = (int(found["inside"] or found["spaced"]) for found in (own, earlier))
    beneath = beside is not None and beside.lastgroup == own.lastgroup  # of a run the next
    return not beneath and own.lastgroup == earlier.lastgroup and number == before + 1


def _is_above_first(lines: Sequence[Line], index: int, _: Sequence[Line]) -> bool:
    """Whether the next line is labelled as a first choice."""
    return any(map(openings.is_first, lines[index + 1 : index + 2]))


def _is_above_run(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether ``(8) …`` has choices in its own paragraph, whatever its words are, as a question before it has its own.

    Of several statements above choices (``(1) …``, ``(2) …``) none but the last has any beneath it.
    """
    begun = (each for each in after[1:] if openings.is_first(each))
    return _offers(lines, index) and any(not _BRACKETED.match(each.text) for each in begun)


def _offers(lines: Sequence[Line], index: int) -> bool:
    """Whether choices begin beneath a line, in its own paragraph, whose labels are no numbers such as its own."""
    return openings.is_above_choices(lines, index) and not _BRACKETED.match(phrases.bare(lines[index + 1].text))


def _counted_before(lines: Sequence[Line], after: Sequence[Line]) -> re.Match[str] | None:
    """The number of the question before: its stretch's first line's, or the last paragraph's beneath it that asks.

    One asks, too, that has choices with labels of another kind right beneath it.
    """
    first = _BRACKETED.match(phrases.bare((after or lines)[0].text))
    asking = (
        each.text
        for at, each in reversed(list(enumerate(after)))
        if each.opens_block
        and each.role is Role.TEXT
        and (phrases.is_question(each.text) or phrases.has_gap(each.text) or _offers(after, at))
    )
    return first or next(filter(None, (_BRACKETED.match(phrases.bare(each)) for each in asking)), None)


def _is_next_of_part(line: Line, after: Sequence[Line]) -> bool:
    """Whether a paragraph has the number that follows the one before it (``4-2`` beneath ``4-1``)."""
    own = _OF_PART.match(phrases.bare(line.text)) if line.opens_block else None
    found = (_OF_PART.match(phrases.bare(each.text)) for each in reversed(after) if each.opens_block) if own else ()
    earlier = next(filter(None, found), None)
    if not own or not earlier or not line.opens_block:
        return False
    (part, number), (before, last) = ((_place(each["part"]), int(each["number"])) for each in (own, earlier))
    return (part, number - 1) == (before, last) or (number == 1 and part - 1 == before)


def _place(part: str) -> int:
    """Where a part stands among the others: its number, or that of its letter (which no number comes near)."""
    return int(part) if part.isdigit() else ord(part) * 1000
