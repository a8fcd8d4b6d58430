"""The matcher against places in real notes that were read and judged by hand."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest

from studynotes import glossary
from studynotes.glossary.matching import Matcher
from support.project import REPOSITORY

DATA = REPOSITORY / "tests" / "data"


class Label(NamedTuple):
    """A word in a line of a file, and whether it stands there as itself."""

    file: str
    line: int
    column: int
    word: str
    is_term: bool
    set: str


def labels():
    for row in (DATA / "glossary-labels.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            file, line, column, word, is_term, which = row.split("\t")
            yield Label(file, int(line), int(column) - 1, word, is_term == "yes", which)


# Other people's notes lie beside the repository where it is developed, and are not part of it.
LABELS = [label for label in labels() if (REPOSITORY / label.file).exists()]


@cache
def lines(file):
    return (REPOSITORY / file).read_text(encoding="utf-8").split("\n")


@pytest.fixture(scope="module")
def terms():
    files = (REPOSITORY / "docs" / "glossary.yml", DATA / "glossary-labels-terms.yml")
    return [term for file in files for term in glossary.load(file, file.name).terms]


@pytest.fixture(scope="module")
def judged(terms):
    """Each label, and whether the matcher finds the word there."""
    matcher = Matcher(terms)
    meant = {form: term.id for term in reversed(terms) for form in term.forms}

    def found(label):
        end = label.column + len(label.word)
        finds = matcher.find(lines(label.file)[label.line - 1])
        return any(find.id == meant[label.word] and find.start < end and find.end > label.column for find in finds)

    return [(label, found(label)) for label in LABELS]


def test_the_labels_are_where_they_say():
    assert len({(label.file, label.line, label.column, label.word) for label in LABELS}) == len(LABELS) >= 80
    for label in LABELS:
        assert len(lines(label.file)[label.line - 1]) >= label.column + len(label.word)


def test_precision_and_recall(judged):
    right = sum(label.is_term and found for label, found in judged)
    wrong = [label for label, found in judged if found and not label.is_term]
    missed = [label for label, found in judged if label.is_term and not found]
    assert right / (right + len(wrong)) >= 0.99, wrong
    assert right / (right + len(missed)) >= 0.97, missed
