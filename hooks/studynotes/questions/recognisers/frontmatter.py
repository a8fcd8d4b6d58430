"""Recogniser: one question in a file's front matter (``options``, ``correctAnswers``)."""

from __future__ import annotations

from studynotes.model import Kind, Lines, Problem, Section, Severity
from studynotes.questions.elsewhere.matter import ANSWERS, fields_of
from studynotes.questions.question import Choice, Part, Question, folded, form_of, text
from studynotes.questions.text.lines import Role, lines_of

NAME = "front_matter"
OPTIONS = ("options", "choices", "選択肢")
STEMS = ("question", "stem", "問題")
EXPLANATIONS = ("explanation", "解説")


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """A question whose choices and key are fields of the front matter; its stem is a field too, else the text below.

    The key names choices by ``id``, by their text, or by ``A``, ``B``, … in order where they have no ``id``.
    A key that names something else asks nothing and is a problem.
    """
    fields, line = fields_of(section)
    if not fields:
        return [], []
    options = options_of(field(fields, OPTIONS))
    given = field(fields, ANSWERS)
    if not options[1:]:
        return [], []
    key = key_of(given, options)
    if not key or len(key) == len(options):
        what = (
            "the front matter has choices, but its answer names none of them"
            if given
            else "the front matter has choices, but no answer"
        )
        return [], [
            Problem(section.file, line, Severity.WARNING, what, "give the right choices' ids in `correctAnswers`")
        ]
    stem = _stem(fields, section)
    if not stem:
        what = "the front matter has choices, but nothing is asked"
        return [], [Problem(section.file, line, Severity.WARNING, what, "write the question beneath the front matter")]
    choices = tuple(Choice(text(words), index in key, label) for index, (label, words) in enumerate(options))
    explanation = tuple(Part("text", text(str(value))) for value in [field(fields, EXPLANATIONS)] if value)
    last = section.blocks[-1].lines.last
    return [
        Question(
            form_of(choices), stem, choices, NAME, section.file, Lines(line, last), explanation=explanation, order=True
        )
    ], []


def field(fields: dict[str, object], names: tuple[str, ...]) -> object:
    """The first of some fields that is there; None without any."""
    return next((fields[name] for name in names if name in fields), None)


def options_of(value: object) -> list[tuple[str, str]]:
    """Label and text of each choice."""
    if isinstance(value, dict):
        return [(str(label), str(words)) for label, words in value.items()]
    options = []
    for index, item in enumerate(value if isinstance(value, list) else []):
        letter = chr(ord("A") + index)
        if isinstance(item, dict):
            options.append(
                (str(item.get("id", item.get("label", letter))), str(item.get("text", item.get("value", ""))))
            )
        else:
            options.append((letter, str(item)))
    return options if all(words.strip() for _, words in options) else []


def key_of(value: object, options: list[tuple[str, str]]) -> frozenset[int]:
    """The indexes of the right choices; empty where one of the names is unknown."""
    names = value if isinstance(value, list) else [] if value is None else [value]
    found: set[int] = set()
    for name in names:
        wanted = folded(str(name))
        matches = [index for index, (label, words) in enumerate(options) if wanted in (folded(label), folded(words))]
        if len(matches) != 1:
            return frozenset()
        found.add(matches[0])
    return frozenset(found)


def _stem(fields: dict[str, object], section: Section) -> tuple[Part, ...]:
    given = field(fields, STEMS)
    if given:
        return (Part("text", text(str(given).strip())),)
    lines = lines_of(block for block in section.blocks if block.kind is Kind.PARAGRAPH)
    return tuple(Part("text", line.words()) for line in lines if line.role is Role.TEXT and line.text.strip())
