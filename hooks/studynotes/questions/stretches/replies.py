"""Whose answers a file's 回答 are: the learner's, where 正解 stands beside one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.stretches.gainsaying import ANSWER_JUDGED
from studynotes.questions.text.lines import Role
from studynotes.questions.words import answerlines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from studynotes.model import Problem
    from studynotes.questions.stretches.habits import Shown

_REPLY = "回答"


def learners_own(shown: Sequence[Shown], problems: Iterable[Problem]) -> set[int]:
    """The lines of the first choices of questions that 回答 alone answers, in a file with 正解 beside one elsewhere.

    Or in a file that calls one of its answers wrong right beneath (``不正解。正解は湯気``: one of its ``problems``).
    There it is what the learner answered, and nobody could tell whether that was right.
    """
    alone: set[int] = set()
    beside = any(problem.what == ANSWER_JUDGED for problem in problems)
    for each in shown:
        words = _words(each)
        beside = beside or (_REPLY in words and len(words) > 1)
        alone |= {each.group.options[0].line.number} if words == {_REPLY} else set()
    return alone if beside else set()


def _words(each: Shown) -> Collection[str]:
    """回答, and ``key`` for 正解, of those that stand beneath a question's choices."""
    beneath = [line for line in each.chunk[each.group.end :] if line.role is not Role.CODE]
    if not any(_REPLY in line.text for line in beneath):
        return set()
    said = {answerlines.word(line.text) for line in beneath if answerlines.answer(line.text) is not None}
    return {_REPLY if word == "reply" else word for word in said if word in ("reply", "key")}
