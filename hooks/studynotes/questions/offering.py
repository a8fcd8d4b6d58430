"""Whether choices stand near a gap: then what answers it is one of these, and nothing that is to be typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions import answerlines, labels, phrases
from studynotes.questions.lines import Line, Role
from studynotes.questions.question import folded
from studynotes.questions.separating import one_choice_each

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.typed import Answer

_LEAST = 3  # words between slashes or commas that are choices
_APART = re.compile(r"\s*[/／,、，|｜・]\s*|　+|\s{2,}")
_CAPTION = re.compile(r"^\s*(?:選択肢|候補|選択)\s*[:：]\s*")
_NEAR = 6  # lines


def offers(lines: Sequence[Line], index: int, answer: Answer) -> bool:
    """Whether the answer to the gap in a line is a choice that is offered there, or begins with the label of one.

    Labelled choices between the gap and its answer (``1 had　2 have　3 will``) make it a question that is not for
    typing at all. Any others must hold the answer: labelled ones in the lines before, or words between slashes or
    commas (``had / have / will have``).
    """
    beneath = [line for line in lines[index : index + 1 + _NEAR] if line.number <= answer.line.number]
    if _labelled(beneath):
        return True
    before = _labelled(lines[max(0, index - _NEAR) : index])
    typed = folded(answer.words)
    opened = labels.opening(f"{answer.words.split()[0]}　x") if answer.words.split()[1:] else None
    if opened and opened[0] in before and typed.endswith(before[opened[0]]):
        return True
    return typed in before.values() or any(typed in words for words in _unlabelled(beneath))


def _labelled(lines: Sequence[Line]) -> dict[str, str]:
    """The choices that are labelled in order from the first, two at least: their words by label."""
    found: dict[str, str] = {}
    for line in one_choice_each([line for line in lines if line.role is not Role.CODE]):
        label = labels.opening(line.text)
        if label and labels.follows(list(found), label[0]):
            found[label[0]] = folded(line.text[label[1] :])
    return found if len(found) > 1 else {}


def _unlabelled(lines: Sequence[Line]) -> Iterator[list[str]]:
    """The words that a line beneath offers without labels."""
    for line in lines[1:]:
        if answerlines.answer(line.text) is not None or len(line.text) > phrases.LONGEST or line.role is Role.CODE:
            continue
        inner = _CAPTION.sub("", phrases.bare(line.text)).strip("[]()【】「」")
        parts = [folded(part) for part in _APART.split(inner) if part.strip()]
        if len(parts) >= _LEAST:
            yield parts
