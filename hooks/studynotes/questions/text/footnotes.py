"""Answers in footnotes that questions refer to (``…である。[^a1]`` and ``[^a1]: file``)."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text.lines import lines_of
from studynotes.questions.words import answerlines, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studynotes.model import Collection, Section
    from studynotes.questions.text.lines import Line

NAME = "footnotes"
_TOLD = re.compile(
    r"(?<![分私身し僕俺者]の)(?:答え?|正解|正答|解答|こたえ)(?:は|を|が)[^。、]{0,12}(?:脚注|注釈)|(?:脚注|注釈)(?:に|が|は)[^。、]{0,8}(?:答え?|正解|正答|解答|こたえ)"
)
_LINES = 12  # from the file's beginning, where such words stand


def is_told(collection: Collection) -> bool:
    """Whether a file says at its beginning that its footnotes give the answers (``答えは脚注に``): else, sources."""
    lines = (line for page in collection.pages[:2] for line in islice(lines_of(page.blocks), _LINES))
    return any(_TOLD.search(phrases.plain(line.text)) for line in lines)


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
