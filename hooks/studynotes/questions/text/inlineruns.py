"""The runs of words, code and emphasis that a line is made of: line by line, as one text, and what of it is bold."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.words import labels
from studynotes.sanitizing import ALLOWED_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studynotes.model import Inline

_LONGEST_REPEAT = 24  # of white space, or of one sign (a gap of underscores)
_REPEATED = re.compile(rf"\s{{{_LONGEST_REPEAT + 1},}}|([^\w\s]|_)\1{{{_LONGEST_REPEAT},}}")


def with_repeats_cut(text: str) -> str:
    """A text with no more than some of its white space, or of a sign, in a row.

    More of it tells nothing, and patterns that ask what stands around white space can take the cube of its length.
    """
    return _REPEATED.sub(lambda found: found[0][:_LONGEST_REPEAT], text) if len(text) > _LONGEST_REPEAT else text


def with_runs_cut(runs: Sequence[Inline]) -> Sequence[Inline]:
    """The runs of a line, of each what :func:`with_repeats_cut` leaves."""
    if not any(len(run.text) > _LONGEST_REPEAT and _REPEATED.search(run.text) for run in runs):
        return runs
    return [replace(run, text=with_repeats_cut(run.text)) for run in runs]


def bold_in(runs: Sequence[Inline]) -> Iterator[tuple[int, int]]:
    """The ranges of a line's text that are bold."""
    at = 0
    for run in runs:
        length = len(joined_runs([run])[0]) if run.kind in ("footnote", "html") else len(run.text)
        if run.strong and length:
            yield at, at + length
        at += length


def struck_to(runs: Sequence[Inline]) -> int:
    """Where the struck words end that a line begins with; 0 where others are struck, too, or it begins otherwise."""
    first = list(takewhile(lambda run: run.deleted, runs))
    if any(run.deleted for run in runs[len(first) :]):
        return 0
    return len(joined_runs(first)[0])


def are_words_strong(runs: Sequence[Inline], value: str) -> bool:
    """Whether of a choice all but the label is bold (``(C) **be**``)."""
    label = labels.opening(value)
    at = 0
    for run in runs if label else ():
        if run.text.strip() and not run.strong and (label is None or at + len(run.text.rstrip()) > label[1]):
            return False
        at += len(run.text)
    return label is not None and any(run.strong for run in runs)


def is_label_strong(runs: Sequence[Inline], value: str) -> bool:
    """Whether of a choice only the label is bold."""
    first = next((run for run in runs if run.text.strip()), None)
    label = labels.opening(value) if first is not None and first.strong else None
    return label is not None and first is not None and len(first.text.strip()) <= label[1]


def by_line(inlines: Iterable[Inline]) -> Iterator[list[Inline]]:
    """The runs of each line."""
    current: list[Inline] = []
    for run in inlines:
        if run.kind in ("break", "softbreak"):
            yield current
            current = []
        else:
            current.append(run)
    yield current


def joined_runs(runs: Iterable[Inline]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The runs' text on one line, and the ranges of it that are code."""
    value = ""
    code: list[tuple[int, int]] = []
    for run in runs:
        if run.kind == "footnote" or (run.kind == "html" and is_markup(run.text)):
            continue
        if run.kind in ("code", "math"):
            code.append((len(value), len(value) + len(run.text)))
        value += run.text
    return value, tuple(code)


def is_markup(tag: str) -> bool:
    """Whether a raw tag acts as one; others (``<bucket-name>``) are words of the writer's, on the page, too."""
    name = re.match(r"</?([A-Za-z][\w-]*)", tag)
    return name is None or name[1].lower() in ALLOWED_TAGS
