"""Choices that are each judged with a reason, and cases above them that ask nothing in so many words.

``夜間は 0 台にしたい。`` above ``A. …`` / ``❌ …だから``, or a table ``選択肢 | 判定 | 理由``: who notes so leaves
out “which of these?”. Where some lists of a file are questions by their words, all that look like them are.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from studynotes.questions.question import plain
from studynotes.questions.text.asking import is_own_case
from studynotes.questions.text.lines import Role
from studynotes.questions.text.reasoned import is_doubted, judged_with_reasons, judges
from studynotes.questions.words import phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studynotes.questions.question import Choice, Question
    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.stretches.verdict import Verdict
    from studynotes.questions.text.judgements import Ask
    from studynotes.questions.text.lines import Line

NAME = "judged lists"
LEAST = 3  # choices
_SHOWN = 2  # questions of one kind that show a file's habit
_SHORTEST = 8  # characters of a case
# A sentence, or what is left open for the choice that completes it: no mere name of what is judged
_CASE = re.compile(r"(?:[。?]|[うくすつぬむるたい]|は|もの|こと)\s*(?:[(（].{0,12}[)）])?$")


def shown_by(questions: Iterable[Question], tables: str) -> str:
    """The kinds of questions (recognisers) of which a file asks two at least whose choices all have their reason.

    Beneath choices that are no ``tables``' rows each reason must judge its choice, too.
    """
    kinds = Counter(
        question.recogniser
        for question in questions
        if len(question.choices) >= LEAST
        and all(choice.reasons for choice in question.choices)
        and (question.recogniser == tables or all(_is_judged(each) for each in question.choices))
    )
    return " ".join(kind for kind, count in kinds.items() if count >= _SHOWN)


def _is_judged(choice: Choice) -> bool:
    return bool(choice.label) and judges(plain(choice.reasons[0]))


def puts_a_case(chunk: Sequence[Line], group: Group, ask: Ask, verdict: Verdict, *, signed: bool = False) -> bool:
    """Whether labelled choices that are all judged, each with its reason, stand right beneath a case.

    As many are right as the question wants, or one; nothing beneath the choices may doubt that. They are judged by
    their reasons, or by signs on them (``signed``), where the file says what these mean.
    """
    above = chunk[group.start - 1] if group.start else None
    if above is None or above.role is not Role.TEXT or len(group.labels) < LEAST or not verdict.right:
        return False
    if len(verdict.right) != (ask.wanted or 1) or not is_case(line.text for line in chunk[: group.start]):
        return False
    if any(doubts(line.text) for line in chunk if line.role is not Role.CODE):
        return False
    right = [at in verdict.right for at in range(len(group.options))]
    if signed and any(is_doubted(plain(reason)) for option in group.options for reason in option.reasons):
        return False
    if signed:
        return [option.verdict if option.reasons else None for option in group.options] == right
    return judged_with_reasons(chunk, group) == right


def is_case(above: Iterable[str], *, offered: bool = False) -> bool:
    """Whether the last of the lines above choices is a sentence, and nothing there is doubted or of one's own days.

    What is planned (``…までに``, ``…を読みたい。``) is the case's where what follows is called choices (``offered``).
    """
    said = [phrases.bare(each) for each in above]
    last = said[-1] if said else ""
    if len(last) < _SHORTEST or _CASE.search(last) is None:
        return False
    return not any(is_own_case(each, planned=offered) or doubts(each) for each in said)
