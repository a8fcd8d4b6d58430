"""Headings beneath a question's own, which go on with it (``### 選択肢``, ``### コード`` beneath ``### 問題 1``)."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere.answertitles import is_somebodys
from studynotes.questions.text.lines import Line, Role, following
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIELD = re.compile(r"(?:解答|回答|答え?|こたえ)欄")
_LEAST = 2  # choices
_BELOW = 6  # lines under a heading in which the answer stands
_NEAR = 40  # lines in which the choices must begin


def goes_on(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a heading goes on with the numbered question that the stretch so far (``after``) begins with.

    So does one of a lower level right beneath which the answer stands (``### 実施記録`` and ``正解：A``), and one that
    only says what stands beneath it (``#### 選択肢``; ``### 解答欄`` where a box that shows the answer stands right
    beneath: else it is the learner's), and any where that question asks, or is only its number and code, and has no
    choices yet, and what follows has choices with letters, before anything else asks, counts or answers.
    """
    first = after[0] if after else None
    if first is None or phrases.numbered(first.text) is None or phrases.numbered(lines[index].text) is not None:
        return False
    if _holds_answer(lines, index, after):
        return True
    beneath = lines[index + 1 : index + 2]
    field = _FIELD.fullmatch(phrases.bare(lines[index].text)) is not None
    if phrases.is_caption(lines[index].text) or (field and any(phrases.is_reveal(line.text) for line in beneath)):
        return True
    if first.role is not Role.HEADING or not phrases.number(first.text) or lines[index].block.level < first.block.level:
        return False
    asked = any(phrases.is_question(line.text) for line in after if line.role is not Role.CODE)
    if not asked and any(line.role not in (Role.HEADING, Role.CODE) for line in after):
        return False
    return not any(map(_begins_choices, after)) and _comes_to_choices(lines, index, asked=asked)


def _holds_answer(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a heading below the question's has the answer to its choices beneath, and nothing that asks."""
    first, heading = after[0], lines[index]
    if first.role is not Role.HEADING or heading.block.level <= first.block.level or is_somebodys(heading.text):
        return False
    known = [label[0] for line in after if line.role is not Role.CODE and (label := labels.opening(line.text))]
    if len(known) < _LEAST or any(answerlines.answer(line.text) is not None for line in after[1:]):
        return False
    beneath = takewhile(lambda line: line.role is not Role.HEADING, islice(following(lines, index), _BELOW))
    for line in beneath:
        if _begins_choices(line) or phrases.is_question(line.text) or phrases.numbered(line.text) is not None:
            return False
        said = None if line.role is Role.CODE or answerlines.is_own(line.text) else answerlines.answer(line.text)
        if said and labels.answer_labels(said, known) is not None:
            return True
    return False


def _comes_to_choices(lines: Sequence[Line], index: int, *, asked: bool) -> bool:
    """Whether choices begin beneath a heading or the next ones, before a line that counts, answers or asks again."""
    for line in (lines[index], *islice(following(lines, index), _NEAR)):
        if line.role is Role.CODE:
            continue
        if _begins_choices(line):
            return True
        asks = phrases.is_question(line.text)
        if (asks and asked) or _is_other(line):
            return False
        asked = asked or asks
    return False


def _begins_choices(line: Line) -> bool:
    """Whether a line is labelled as a first choice, with a letter."""
    label = labels.opening(line.text) if line.role not in (Role.CODE, Role.HEADING) else None
    return label is not None and not label[0].isdigit() and labels.follows((), label[0])


def _is_other(line: Line) -> bool:
    """Whether a line is of another question, or of this one's answer."""
    if phrases.numbered(line.text) is not None:
        return True
    tells = phrases.is_explanation(line.text) or phrases.is_reveal(line.text)
    return tells or answerlines.answer(line.text) is not None
