"""Whether what stands where an answer should is a grade of the learner's own answer, and none that is to be typed."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, following
from studynotes.questions.words import answerlines, grading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.words.typed import Answer

_IN_SENTENCES = re.compile(r"(?:説明|論述|要約|論じ)(?:せよ|しなさい|して|なさい|よ)")


def is_graded(lines: Sequence[Line], index: int, answer: Answer, *, has_gap: bool) -> bool:
    """Whether an answer is the learner's score beneath what he answered, or the question is for sentences of his own.

    A score (``80点``) is an answer where the question asks for points, a share or a ratio. A question whose lines
    down to the answer want something explained is answered by no single word, whatever its first line asks.
    """
    between = list(takewhile(lambda each: each.number < answer.line.number, following(lines, index)))
    if not has_gap and any(_IN_SENTENCES.search(each.text) for each in between):
        return True
    own = grading.is_score(answer.words) and any(answerlines.is_own(each.text) for each in between)
    return own and not grading.asks_for_score(lines[index].text)
