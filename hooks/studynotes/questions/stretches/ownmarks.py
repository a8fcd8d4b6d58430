"""Whose marks a file's are: the learner's, where the answers beneath them say otherwise.

``- [x] 煙`` above ``→ 不正解。水滴``, or ``○ 煙`` above ``正解：水滴``, is what somebody chose. Where other questions
of that file have such a mark and no answer beneath, nobody could tell whether they were right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.stretches.answers import MARKS_DISAGREE
from studynotes.questions.stretches.gainsaying import MARKS_JUDGED
from studynotes.questions.text import legend

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studynotes.model import Problem
    from studynotes.questions.stretches.habits import Shown

_SLIPS = 4  # answers and marks that agree, to one that does not: that one is a slip


def learners_own(shown: Sequence[Shown], problems: Iterable[Problem], listed: Mapping[str, str]) -> set[int]:
    """The lines of the first choices of questions that marks alone answer, in a file that has them beside its answers.

    There answers say otherwise than the marks above them, and agree with them hardly more often; and the file does
    not say that the marks are the answer's (:mod:`.legend`).
    """
    otherwise = sum(problem.what in (MARKS_DISAGREE, MARKS_JUDGED) for problem in problems)
    if not otherwise or legend.SHAPES in listed:
        return set()
    agreeing = sum(not each.marked and _are_marked(each) for each in shown)
    alone = {each.line for each in shown if each.marked and _bears_no_others(each)}
    return alone if agreeing < _SLIPS * otherwise else set()


def _bears_no_others(each: Shown) -> bool:
    """Whether a question's right choices alone bear marks: where others are judged, too, nothing was picked."""
    return sum(option.verdict is not None for option in each.group.options) == each.marked


def _are_marked(each: Shown) -> bool:
    """Whether just the right choices of a question bear marks of what is right."""
    return bool(each.right) and each.right == frozenset(option.label for option in each.group.options if option.verdict)
