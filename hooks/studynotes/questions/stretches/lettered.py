"""Lists of answers in letters to questions whose choices have figures (``2-1: A, D`` for ``1. …`` to ``4. …``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words import labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studynotes.questions.stretches.groups import Group

_LETTER = r"[A-Ja-jＡ-Ｊａ-ｊ]"
_LETTERS = re.compile(rf"{_LETTER}(?:\s*[,、，・/と&\s]\s*{_LETTER})*")
_ALONE = re.compile(rf"(?<![A-Za-zＡ-Ｚａ-ｚ]){_LETTER}(?![A-Za-zＡ-Ｚａ-ｚ])")
_NUMBER = re.compile(r"(?:.*#)?\d+(?:-\d+)*")
_LEAST = 2  # answers in letters


def by_place(given: str, listed: Mapping[str, str], group: Group) -> str:
    """The figures of the choices that letters alone count, or what is given as it is.

    So it is read where all answers of the file's lists are letters, two at least (one among figures is a slip), the
    choices have figures from 1 on without a gap, and no letter stands in one of them by itself (``1. A と C``): it
    might be meant.
    """
    said = given.strip()
    if group.broken or group.labels[:1] != ["1"] or not _LETTERS.fullmatch(said):
        return given
    answers = {number: answer.strip() for number, answer in listed.items() if answer and _NUMBER.fullmatch(number)}
    lettered = {number.rpartition("#")[2] for number, answer in answers.items() if _LETTERS.fullmatch(answer)}
    if len(lettered) < _LEAST or not all(map(_LETTERS.fullmatch, answers.values())):
        return given
    if any(_ALONE.search("".join(option.words)) for option in group.options):
        return given
    places = ["ABCDEFGHIJ".index(labels.normal(each)) for each in re.findall(_LETTER, said)]
    return "、".join(group.labels[at] for at in places) if max(places) < len(group.labels) else given
