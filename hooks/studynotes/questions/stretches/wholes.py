"""Choices that a line beneath an answer's announcement is as a whole, and titles that only count answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import spelled
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group

_COUNTED = re.compile(r"[\[【(<〔]?(?P<word>[^\W\d_]{1,8})\s?(?P<number>\d{1,2})[\]】)>〕]?")  # 回答2
_FIGURE_ALONE = re.compile(r"[(\[【〔]?\s*(?P<figure>\d{1,2})\s*[)\]】〕]?[.:]?")
_LONGEST_FIGURE = 8  # characters
_BRACKETS = "[]【】()<>〔〕:： "


def by_own_number(line: Line, group: Group) -> frozenset[int]:
    """The choice that a numbered list's item is as a whole: its number and its own words (``1. 二酸化炭素``)."""
    named = [
        at
        for at, option in enumerate(group.options)
        if option.label == str(line.own_number) and spelled(option.words) == spelled(line.words())
    ]
    return frozenset(named)


def as_code(line: Line, group: Group) -> frozenset[int]:
    """The choice that a block of code is as a whole, word for word, if one alone is."""
    said = spelled(line.text) if line.role is Role.CODE else ""
    named = [at for at, option in enumerate(group.options) if spelled(option.words) == said]
    return frozenset(named if said and len(named) == 1 else ())


def counts_on(line: Line, beneath: Sequence[Line]) -> bool:
    """Whether a line is a title that counts on from one beneath the choices (``回答`` and ``回答2``): no answer is 2.

    The word stands there alone as well, or with another figure right behind it.
    """
    found = _COUNTED.fullmatch(phrases.bare(line.text)) if line.text.rstrip(" *_】])）>〕:：")[-1:].isdigit() else None
    if not found:
        return False
    others = [phrases.bare(each.text).strip(_BRACKETS) for each in beneath if each is not line]
    alike = (each for each in others if each.startswith(found["word"]))
    rests = [each[len(found["word"]) :].strip() for each in alike]
    return any(not each or (each.isdigit() and each != found["number"]) for each in rests)


def count_questions(beneath: Sequence[Line]) -> bool:
    """Whether lines beneath an answer's announcement count on from 1, alone on theirs, each with more beneath.

    ``(1)`` above ``2です。`` and ``(2)`` above ``3です。`` answer two questions: neither figure is an answer.
    """
    if not beneath or _figure(beneath[0]) != 1:
        return False
    at = next((at for at, line in enumerate(beneath) if at > 1 and _figure(line) == 1 + 1), None)
    return at is not None and at + 1 < len(beneath)


def _figure(line: Line) -> int:
    """The figure that a line is alone (``(1)``, ``①``); 0 if it is none."""
    text = phrases.plain(line.text).strip() if len(line.text) <= _LONGEST_FIGURE else ""
    found = _FIGURE_ALONE.fullmatch(text)
    return int(found["figure"]) if found else 0


def is_of_learner(word: str, line: Line, beneath: Sequence[Line]) -> bool:
    """Whether 回答 is what the learner answered, as 正解 tells the key beneath the same choices, or is left blank.

    It is not where it stands right beneath a 正解 that says nothing else.
    """
    if word != "reply":
        return False
    keys = [at for at, each in enumerate(beneath) if answerlines.answer(each.text) is not None and _is_key(each)]
    return bool(keys) and not any(beneath[at + 1 : at + 2] == [line] for at in keys)


def _is_key(line: Line) -> bool:
    return line.role is not Role.CODE and answerlines.word(line.text) == "key"
