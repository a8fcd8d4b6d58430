"""Questions found in a text, and found in labelled files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from studynotes import editorial, reading, yamlfile
from studynotes.questions import Question, questions_in
from studynotes.questions.elsewhere.answerlists import answers_of
from support.project import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from studynotes.model import Problem

LABELS = REPOSITORY / "tests" / "data" / "questions"
SAMPLES = LABELS / "samples"
CONVENTIONS = LABELS / "conventions"
CORPUS = REPOSITORY.parent / "shared" / "corpus"  # other people's notes, where they lie beside the repository
NOTES = REPOSITORY / "docs" / "notes" / "cloudtech-study.md"
WRITTEN_OUT = (
    "choices", "listed", "front_matter", "verdicts", "verdict_table", "question_table", "true_false", "blanks",
    "written", "alternatives",
)  # fmt: skip


def asked(data: str | bytes, edited: str = "", file: str = "n.md") -> tuple[list[Question], list[Problem]]:
    """Return the questions of a text and what stands in the way of others; ``edited`` is the editorial file."""
    beside = editorial.check(yamlfile.parse(edited, "n.yml")) if edited else editorial.Editorial()
    collection = reading.read(data, file=file, stem="n", editorial=beside)
    questions: list[Question] = []
    problems: list[Problem] = []
    results, _ = questions_in(collection.pages, beside, collection.source, answers_of(collection))
    for found, troubles in results:
        questions += found
        problems += troubles
    return questions, problems


def key(question: Question) -> list[str]:
    """Return the labels of the right choices, in order (their number where they have none); a blank's answer."""
    if question.answers:
        return list(question.answers)
    return [choice.label or str(number) for number, choice in enumerate(question.choices, 1) if choice.right]


def labelled(path: Path) -> Mapping[str, dict[int, list[str]]]:
    """Return the labels of a file of them: by file, the key of each question's first line."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        file: {entry["line"]: [str(label) for label in entry["key"]] for entry in found}
        for file, found in entries.items()
    }


def not_yet(path: Path) -> Mapping[str, list[int]]:
    """Return the questions of a file of labels that are known to be missed: by file, their lines."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {file: [entry["line"] for entry in found if entry.get("missed")] for file, found in entries.items()}


def compared(path: Path, labels: Mapping[int, list[str]]) -> tuple[int, list[int], list[str]]:
    """Return how many questions were keyed right, the lines of those missed, and what is wrong."""
    questions, _ = asked(path.read_bytes(), file=path.name)
    found = {question.lines.first: key(question) for question in questions if question.recogniser in WRITTEN_OUT}
    missed = [line for line, wanted in labels.items() if wanted and line not in found]
    wrong = [f"{path.name}:{line}: {got}" for line, got in found.items() if got != labels.get(line, [])]
    return sum(wanted == found.get(line) for line, wanted in labels.items() if wanted), missed, wrong
