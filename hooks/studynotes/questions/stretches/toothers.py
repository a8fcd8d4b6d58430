"""Answers that may be those of the questions above: ``答え：A、C`` beneath the second of two."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from studynotes.questions.stretches import keylists
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.questions.stretches.habits import Shown


def may_answer_others(shown: Sequence[Shown], starts: Sequence[int], given: Mapping[str, str]) -> set[int]:
    """The questions, by the line of their first choice, whose several answers may be one for each question above, too.

    Such a question is the first of the file, or of a section (``starts``: where each begins in ``shown``), that has an
    answer, asks for one, and there are as many questions up to it as answers, or more: a label may stand there twice.
    """
    found: set[int] = set()
    answered = [at for at, question in enumerate(shown) if _is_answered(question, given)]
    for start in {0, *starts}:
        place = bisect_left(answered, start)
        at = answered[place] if place < len(answered) else None
        if at is not None and 1 < len(shown[at].right or ()) <= at - start + 1 and not _asks_for_several(shown[at]):
            found.add(shown[at].line)
    return found


def _is_answered(question: Shown, given: Mapping[str, str]) -> bool:
    return question.right is not None or keylists.by_line(question.line) in given


def _asks_for_several(question: Shown) -> bool:
    above = question.chunk[: question.group.start]
    return ask_of("\n".join(line.text for line in above if line.role is not Role.CODE)).several
