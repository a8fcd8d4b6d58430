"""Explanations that stand between a question and its choices, and call one of these by its number.

Who keeps his notes so reads the reason first, the choices after it. Such a stretch is read as if the explanation stood
beneath the choices, so that all that speaks against an answer does so there, too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.question import folded
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group

_COPULA = r"(?:です|である|だ|となります|となる|になります|になる)?[。.]?$"
# …なので選択肢2が正解です, 選択肢3は…ですので正しい
_NAMES = re.compile(
    rf"(?P<before>.*?)(?:選択肢|肢)\s*[(「]?(?P<label>\d|[A-Ja-j{KATAKANA}])[)」]?\s*(?:番\s*)?"
    r"(?:が(?:最も)?|は、?(?:[^、]*(?:ので|ため)、?)?)"
    rf"(?:(?P<right>正解|正答|正しい|適切)|(?P<wrong>誤り|間違い|不適切|誤ってい(?:る|ます)|間違ってい(?:る|ます))){_COPULA}"
)
_SUBJECT = re.compile(r"^[\s「『]*(?P<words>[^(（、。は「」『』]+)[^、。は]*は")  # DDL(…)は、…


def with_explanation_behind(chunk: Sequence[Line], group: Group) -> list[Line] | None:
    """The stretch with what stands between question and choices behind these, with the answer that it names.

    None where it is no such stretch: its first line asks, none of the others does; each time that sentences say which
    choice answers they name the same one, none doubts, and none that names it begins with another choice's words.
    """
    between = [part for line in chunk[1 : group.start] for part in _as_prose(line)]
    if not between or not group.labels or not phrases.is_question(chunk[0].text):
        return None
    prose = [line for line in between if line.role is not Role.CODE]
    if not any("肢" in line.text for line in prose) or any(phrases.is_question(line.text) for line in prose):
        return None
    if any(_is_unsure(line) for line in prose):
        return None
    negative = ask_of(chunk[0].text).negative
    named = {label for line in prose for label in _named(line.text, group, negative=negative)}
    if len(named) != 1 or "" in named:
        return None
    last = group.options[-1].line
    answer = replace(
        last, text=f"正解：{named.pop()}", role=Role.TEXT, code=(), bold=(), own_number=None, opens_block=True
    )
    return [chunk[0], *chunk[group.start : group.end], answer, *between, *chunk[group.end :]]


def _as_prose(line: Line) -> Sequence[Line]:
    """What is indented as code is, and holds sentences, line by line; any other line as it is."""
    if line.block.kind is not Kind.CODE or not any(each.rstrip().endswith("。") for each in line.text.split("\n")):
        return [line]
    return [
        Line(each.strip(), Role.TEXT, line.block, line.number + at, opens_block=at == 0)
        for at, each in enumerate(line.text.split("\n"))
        if each.strip()
    ]


def _is_unsure(line: Line) -> bool:
    """Whether a line doubts, is another's answer, or no longer as it was written."""
    return line.struck or line.mended or doubts(line.text) or hedged(line.text) or answerlines.is_own(line.text)


def _named(text: str, group: Group, *, negative: bool) -> Iterator[str]:
    """The labels that the sentences of a line give as the answer; ``""`` where one speaks of another choice's words."""
    for sentence in phrases.plain(text).split("。") if len(text) <= phrases.LONGEST else ():
        found = _NAMES.fullmatch(sentence.strip())
        if not found or (found["wrong"] is not None) != negative:
            continue
        label = labels.normal(found["label"])
        subject = _SUBJECT.match(found["before"])
        words = folded(subject["words"]) if subject else ""
        others = (option for option in group.options if option.label != label)
        yield "" if label not in group.labels or any(folded(each.words) == words for each in others) else label
