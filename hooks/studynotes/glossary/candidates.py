"""Terms that the notes define: what a glossary should hold.

Three ways of defining are recognised, all on the parsed notes:

* ``X とは`` at the start of a line or sentence, where X is a noun;
* the first column of a table headed ``用語`` and ``説明`` (or 意味, 定義);
* a list item whose sub-items begin with ``役割：``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes import japanese
from studynotes.model import Kind, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from studynotes.model import Block, Section

_DEFINES = "とは"
_TERM_HEADS = frozenset({"用語", "用語名", "term"})
_MEANING_HEADS = frozenset({"説明", "意味", "定義", "内容", "description", "definition"})
_ROLE = re.compile(r"役割\s*[:：]")
_NUMBER = re.compile(r"\s*(?:[\d０-９]{1,3}[.．)）、]\s*)?")
_SENTENCE_END = re.compile(r"(?<=[。！？!?])")
_BRACKETS = re.compile(r"[（(]([^（()）]*)[）)]")
_AFTER_DEFINES = re.compile(r"\s*(?:[？?、，,:：]|何|なに|$)")
_NOUN_PARTS = frozenset({"名詞", "接頭辞", "接尾辞", "補助記号", "記号", "空白", "連体詞"})
_LONGEST = 40
_MOST_TOLD = 10  # terms told one by one; of the rest, how many


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A term as the notes name it where they define it. ``other`` is its name in brackets, or ""."""

    file: str
    line: int
    term: str
    other: str = ""

    def known(self, forms: Container[str]) -> bool:
        """Whether one of its names is among folded ``forms``."""
        return any(name and japanese.fold(name) in forms for name in (self.term, self.other))


def defined(section: Section) -> Iterator[Candidate]:
    """Yield the terms that a section defines, in the notes' order; one that it defines twice comes twice."""
    blocks = section.all_blocks
    for top in blocks:
        for block in top.walk():
            for line, name in _names(block):
                candidate = _candidate(section.file, line, name)
                if candidate:
                    yield candidate


def missing(sections: Iterable[Section], forms: Container[str], glossary: str) -> Iterator[Problem]:
    """Yield what there is to say of terms that the notes define and the file ``glossary`` lacks, each once.

    ``forms`` are the folded words that the glossary has. Of many terms, only the first are named.
    """
    found: dict[str, Candidate] = {}
    for section in sections:
        for candidate in defined(section):
            if not candidate.known(forms):
                found.setdefault(japanese.fold(candidate.term), candidate)
    for candidate in list(found.values())[:_MOST_TOLD]:
        reading = japanese.reading(candidate.term)
        yield Problem(
            candidate.file,
            candidate.line,
            Severity.INFO,
            f'the notes define "{candidate.term}", which the glossary lacks',
            f'add "- term: {candidate.term}" (reading: {reading}?) and its definition to {glossary}',
        )
    if len(found) > _MOST_TOLD:
        what = f"{len(found) - _MOST_TOLD} more terms that the notes define are missing"
        yield Problem(glossary, 0, Severity.INFO, what, "add those above first")


def _names(block: Block) -> Iterator[tuple[int, str]]:
    """The names that a block defines, each with the line it stands in."""
    if block.kind in (Kind.PARAGRAPH, Kind.HEADING):
        for number, line in enumerate(block.text.split("\n")):
            for sentence in _SENTENCE_END.split(line):
                name = _subject(sentence)
                if name:
                    yield block.lines.first + number, name
    elif block.kind is Kind.TABLE and len(block.rows[0]) >= 2:  # noqa: PLR2004 (a term and its meaning)
        head = [japanese.fold(cell.text).strip() for cell in block.rows[0][:2]]
        if head[0] in _TERM_HEADS and head[1] in _MEANING_HEADS:
            for number, row in enumerate(block.rows[1:]):
                yield block.lines.first + 2 + number, row[0].text
    elif block.kind is Kind.ITEM and any(_ROLE.match(item.text) for inner in block.children for item in inner.children):
        yield block.lines.first, block.text.split("\n")[0]


def _subject(sentence: str) -> str:
    """The X of ``X とは``, or "" where the sentence has none or X is more than a noun."""
    name, defines, rest = sentence.partition(_DEFINES)
    if not (defines and name.strip() and _AFTER_DEFINES.match(rest)):
        return ""
    # の joins nouns, and が, を, に … make more than a noun of them.
    words = japanese.tokens(name)
    return name if all(word.kind[0] in _NOUN_PARTS or word.surface == "の" for word in words) else ""


def _candidate(file: str, line: int, name: str) -> Candidate | None:
    name = name[_NUMBER.match(name).end() :]  # type: ignore[union-attr]  # it matches the empty text too
    bracket = _BRACKETS.search(name)
    term = _BRACKETS.sub("", name).strip(" 　「」『』“”\"'*_：:")
    if not term or len(term) > _LONGEST or not any(japanese.script(char) != "other" for char in term):
        return None
    return Candidate(file, line, term, bracket[1].strip() if bracket else "")
