"""A file's front matter: the answer that it gives to the file's question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes import yamlfile
from studynotes.model import Kind
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from studynotes.model import Section

ANSWERS = (
    "correctAnswers",
    "correctAnswer",
    "correct_answers",
    "correct_answer",
    "answers",
    "answer",
    "correct",
    "正解",
    "答え",
)
"""The names of the field that gives the answer."""


def fields_of(section: Section) -> tuple[dict[str, object], int]:
    """The fields of the front matter that a section begins with, and its first line; none, and 0, without one."""
    matter = next((block for block in section.blocks if block.kind is Kind.FRONT_MATTER), None)
    if matter is None:
        return {}, 0
    fields = yamlfile.parse(matter.text, section.file).value
    return (fields, matter.lines.first) if isinstance(fields, dict) else ({}, 0)


def answer_in(section: Section) -> str:
    """The answer as the front matter gives it (``answer: イ``), ``""`` where there is none or its line doubts it."""
    fields, _ = fields_of(section)
    name = next((name for name in ANSWERS if name in fields), "")
    if not name:
        return ""
    value = fields[name]
    given = value if isinstance(value, list) else [value]
    matter = next(block for block in section.blocks if block.kind is Kind.FRONT_MATTER)
    told = [line.partition(":")[2] or line for line in matter.text.split("\n") if line.lstrip().startswith((name, "#"))]
    if any(doubts(said) or hedged(said) for said in told):
        return ""
    return "、".join(str(each).strip() for each in given if isinstance(each, str | int) and str(each).strip())
