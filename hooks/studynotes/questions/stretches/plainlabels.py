"""Answers with two meanings: ``正解：3`` names the third choice, or the first one, which says 3.

It is followed where the file shows that its writer names choices by their labels, and never by their words, or always
by their words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes import japanese
from studynotes.questions.question import plain
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.stretches.habits import Shown
    from studynotes.questions.stretches.verdict import Verdict
    from studynotes.questions.text.lines import Line

NAME = "answers by label"
WORDS = "words"
_IN_BRACKETS = re.compile(r"(?<=.)[\s　]*[(（].*[)）][\s　]*$")
_BETWEEN = re.compile(r"[\s、,，・/と]+")
_LEAST = 2  # other questions that are answered by label


def is_twofold(chunk: Sequence[Line], group: Group, verdict: Verdict, elsewhere: str) -> bool:
    """Whether all that tells which choices are right are labels that are other choices' words."""
    words = _words(group)
    if not verdict.right or verdict.marked or words.isdisjoint(map(_as_written, group.labels)):
        return False
    said = elsewhere or _told(chunk, group)
    told = _parts(said) if labels.opening(said) is None else set()  # 3. 4: both
    meant = {at for at, option in enumerate(group.options) if _as_written(plain(option.words)) in told}
    return bool(told) and told <= words and meant != verdict.right


def shown_by(shown: Iterable[Shown], given: Mapping[str, str]) -> Mapping[str, str]:
    """:data:`NAME`, where two questions' answers are labels and nothing else, and none is a choice's words.

    Where it is the other way round (``正解：25 cm²``), :data:`WORDS`: then such an answer means the words.
    """
    by_label = by_words = others = 0
    for each in shown if NAME not in given else ():
        said = _told(each.chunk, each.group)
        told = _parts(said)
        words, known = _words(each.group), set(map(_as_written, each.group.labels))
        if (told and told <= words and not told <= known) or (_as_written(said) in words - known):
            by_words += 1
        elif told and told <= known and told.isdisjoint(words):
            by_label += 1
        elif told and not told <= known:  # 3. 25 cm²: both
            others += 1
    if by_label and by_words:
        return {}
    if by_words >= _LEAST and not others:
        return {NAME: WORDS}
    return {NAME: "shown"} if by_label >= _LEAST else {}


def without_labels(group: Group) -> Group:
    """The choices by their words alone, as a file's habit has it."""
    return replace(group, options=[replace(option, label="") for option in group.options])


def _told(chunk: Sequence[Line], group: Group) -> str:
    """What the first line beneath the choices that gives an answer says, or the one beneath a line that announces it.

    What explains it in brackets is left out.
    """
    announced = False
    for line in chunk[group.end :]:
        said = line.text if announced and line.text.strip() else answerlines.answer(line.text)
        announced = said == "" or (announced and not said)
        if said:
            return _IN_BRACKETS.sub("", japanese.plain(said))
    return ""


def _parts(said: str) -> set[str]:
    return {_as_written(part) for part in _BETWEEN.split(said) if part}


def _words(group: Group) -> set[str]:
    return {_as_written(plain(option.words)) for option in group.options}


def _as_written(said: str) -> str:
    return japanese.plain(phrases.plain(said)).strip(" 　.。*`")
