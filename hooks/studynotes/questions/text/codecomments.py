"""Choices in one block of code, each beneath a comment that is its label alone (``// A``, ``# B``, ``-- C``)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Kind
from studynotes.questions.text.lines import Line, Role, following, is_code
from studynotes.questions.words import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMMENT = re.compile(
    r"\s*(?://+|#+|--+|;+|%+|'|/\*+|<!--|\(\*)\s*(?:選択肢|案|コード|パターン)?\s*[(（\[]?"
    rf"(?P<label>[A-JＡ-Ｊ{labels.KATAKANA}])[)）\]]?\s*[.．:：]?\s*(?:[(（](?P<note>[^()（）]*)[)）])?\s*(?:\*+/|-->|\*\))?\s*"
)
_LEAST = 2


class _Choice(NamedTuple):
    """A label, the note in brackets behind it, the code beneath, and the lines' numbers of both."""

    label: str
    note: str
    code: str
    number: int


def with_choices_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, blocks of code whose comments label what is beneath from A on as a label and its code for each.

    Nothing stands before the first label, and code beneath each; several blocks may share the labels. A note in
    brackets belongs to the choice, if it is another one for each: else it may tell which of them hold (``（成功）``).
    """
    at = 0
    while at < len(lines):
        if not is_code(lines[at]):
            yield lines[at]
            at += 1
            continue
        run = [lines[at], *takewhile(is_code, following(lines, at))]
        read = [_choices(line) for line in run]
        choices = [choice for each in read for choice in each]
        known: list[str] = []
        for choice in choices:
            known += [choice.label] if labels.follows(known, choice.label) else []
        fits = all(read) and len(known) == len(choices) >= _LEAST
        yield from _apart(run, read) if fits else run
        at += len(run)


def _apart(run: Sequence[Line], read: Sequence[Sequence[_Choice]]) -> Iterator[Line]:
    notes = Counter(choice.note for each in read for choice in each)
    telling = max(notes.values()) == 1
    for line, choices in zip(run, read, strict=True):
        for choice in choices:
            said = f"{choice.label}. {choice.note}" if telling and choice.note else f"{choice.label}."
            yield replace(line, text=said, role=Role.TEXT, number=choice.number)
            yield replace(line, text=choice.code, number=choice.number + 1)


def _choices(line: Line) -> list[_Choice]:
    """The choices in a block of code; none where it does not begin with a label, or one has no code."""
    rows = line.text.split("\n")
    if line.block.kind is Kind.MATH or not _COMMENT.fullmatch(rows[0]):
        return []
    starts = [at for at, row in enumerate(rows) if _COMMENT.fullmatch(row)]
    first = line.number + (line.block.kind is Kind.FENCE)
    result: list[_Choice] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        found = _COMMENT.fullmatch(rows[start])
        code = "\n".join(rows[start + 1 : end]).strip("\n")
        if found and code.strip():
            result.append(_Choice(labels.normal(found["label"]), (found["note"] or "").strip(), code, first + start))
    return result if len(result) == len(starts) else []
