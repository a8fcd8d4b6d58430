"""Answers in footnotes that questions refer to (``…である。[^a1]`` and ``[^a1]: file``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text.lines import lines_of
from studynotes.questions.words import answerlines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studynotes.model import Section
    from studynotes.questions.text.lines import Line


def noted_by(lines: Iterable[Line], section: Section) -> str:
    """The answer in a footnote that a question's lines refer to, ``""`` if there is none.

    It is all that the note says, or what the note's only answer line gives.
    """
    blocks = {id(line.block): line.block for line in lines}.values()
    referred = {run.text for block in blocks for run in block.inlines if run.kind == "footnote"}
    notes = [block for block in section.blocks if block.kind is Kind.FOOTNOTE and block.info in referred]
    said = [line.text for note in notes for line in lines_of(note.children)]
    alone = len(said) == 1 and answerlines.answer(said[0]) is None
    found = said if alone else list(filter(None, map(answerlines.answer, said)))
    return found[0] if len(found) == 1 else ""
