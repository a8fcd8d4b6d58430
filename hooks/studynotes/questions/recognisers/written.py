"""Recogniser: ``<quiz>`` blocks that the writer wrote himself, in mkdocs-quiz's syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studynotes.model import Kind, Lines, Problem, Section, Severity
from studynotes.questions.question import BLANK_MARK, Choice, Form, Part, Question, Words, form_of

NAME = "written"
# The syntax is mkdocs-quiz's (its parsing.py): a choice, what is said about it, a blank.
_CHOICE = re.compile(r"[-*] \[(?P<mark>.?)\] (?P<words>.*)")
_REASON = re.compile(r"\s*>\s?(?P<words>.*)")
_BLANK = re.compile(r"\[\[(?P<answer>[^\]]+)\]\]")
_OPEN, _CLOSE = "<quiz>", "</quiz>"


@dataclass(frozen=True, slots=True)
class _Found:
    """A quiz as written: its source lines and where they are."""

    first: int
    last: int
    position: int
    text: str


def recognise(section: Section, source: str) -> tuple[list[Question], list[Problem]]:
    """Each ``<quiz>`` of the notes: stem, ``- [x]`` and ``- [ ]`` choices with ``>`` reasons, or ``[[blanks]]``.

    ``source`` is the whole file's text. A quiz that could not be shown (no stem, fewer than two choices, none
    right, a mark that is neither ``x`` nor a space, no end) is an error with its line.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    if not any(block.kind is Kind.HTML and _OPEN in block.text for block in section.blocks):
        return [], []
    for found in _quizzes(section, source.split("\n")):
        made = (
            _question(found, section)
            if _CLOSE in found.text
            else _error(section, found.first, "a <quiz> without its end", "write </quiz>")
        )
        if isinstance(made, Question):
            questions.append(made)
        else:
            problems.append(made)
    return questions, problems


def _quizzes(section: Section, lines: list[str]) -> list[_Found]:
    """From ``<quiz>`` at a raw HTML block's start to ``</quiz>``, whatever the parser made of the lines between."""
    result: list[_Found] = []
    for block in section.blocks:
        first = block.lines.first
        if (
            block.kind is not Kind.HTML
            or not block.text.lstrip().startswith(_OPEN)
            or (result and first <= result[-1].last)
        ):
            continue
        end = min(section.lines.last, len(lines))
        last = next((number for number in range(first, end + 1) if _CLOSE in lines[number - 1]), end)
        result.append(_Found(first, last, block.position, "\n".join(lines[first - 1 : last])))
    return result


def _question(found: _Found, section: Section) -> Question | Problem:
    lines = found.text.replace(_OPEN, "", 1).split(_CLOSE)[0].split("\n")
    blanks = _BLANK.findall("\n".join(lines))
    return _fill_in(found, lines, section) if blanks else _choices(found, lines, section)


def _fill_in(found: _Found, lines: list[str], section: Section) -> Question | Problem:
    end = next((index for index, line in enumerate(lines) if line.strip() == "---"), len(lines))
    stem = [line.strip() for line in lines[:end] if line.strip()]
    answers = _BLANK.findall("\n".join(stem))
    if not answers:
        return _error(section, found.first, "a <quiz> with a blank only behind ---", "write it above the line")
    parts = tuple(Part("text", _words(_BLANK.sub(BLANK_MARK, line))) for line in stem)
    explanation = tuple(Part("text", _words(line)) for line in lines[end + 1 :] if line.strip())
    where = Lines(found.first, found.last)
    return Question(
        Form.BLANK, parts, (), NAME, section.file, where, found.position, tuple(map(str.strip, answers)), explanation
    )


def _choices(found: _Found, lines: list[str], section: Section) -> Question | Problem:
    stem: list[Part] = []
    choices: list[Choice] = []
    explanation: list[Part] = []
    for offset, line in enumerate(lines):
        choice, reason = _CHOICE.match(line.strip()), _REASON.match(line)
        if choice and choice["mark"] not in ("x", "X", " ", ""):
            return _error(section, found.first + offset, f"the mark [{choice['mark']}] on a choice", "write [x] or [ ]")
        if choice and not explanation:
            choices.append(Choice(_words(choice["words"]), choice["mark"] in ("x", "X")))
        elif reason and choices and not explanation:
            last = choices.pop()
            choices.append(Choice(last.words, last.right, reasons=(*last.reasons, _words(reason["words"]))))
        elif line.strip():
            (explanation if choices else stem).append(Part("text", _words(line)))
    if not stem:
        return _error(section, found.first, "a <quiz> without a question", "write it above the choices")
    if not choices[1:]:
        return _error(
            section, found.first, "a <quiz> with fewer than two choices", "write them as `- [x] …` and `- [ ] …`"
        )
    if not any(choice.right for choice in choices):
        return _error(section, found.first, "a <quiz> without a right choice", "mark it with [x]")
    made = tuple(choices)
    return Question(
        form_of(made), tuple(stem), made, NAME, section.file, Lines(found.first, found.last), found.position,
        explanation=tuple(explanation),
    )  # fmt: skip


def _words(markdown: str) -> Words:
    """Text with `` `code` `` in it; other Markdown stays as written."""
    parts = markdown.strip().split("`")
    return tuple(parts) if len(parts) % 2 else (markdown.strip(),)


def _error(section: Section, line: int, what: str, remedy: str) -> Problem:
    return Problem(section.file, line, Severity.ERROR, what, remedy)
