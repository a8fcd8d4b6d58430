"""Numbered statements whose verdicts stand together: in a list of answers, or in one right beneath theirs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.cjk import joins_without_space
from studynotes.model import Kind, Lines
from studynotes.questions.elsewhere import owners
from studynotes.questions.elsewhere.answerlists import given_to, scoped, taken_back
from studynotes.questions.elsewhere.countedlines import statement
from studynotes.questions.question import plain, text
from studynotes.questions.recognisers import corrected, statements
from studynotes.questions.recognisers.gaplists import answered_by
from studynotes.questions.recognisers.statements import Statement
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, lines_of
from studynotes.questions.words import phrases
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studynotes.model import Block, Section

# no doubt where there is only right and wrong
OTHERS = re.compile(r"または|もしくは|あるいは|どちら|もあり(?:ます|ません)")
# 空気→血液: from one thing to another
_STEP = re.compile(r"(?<=[一-鿿ァ-ヺー]{2})→(?=[一-鿿ァ-ヺー]{2})")


def of_list(section: Section, listed: Mapping[str, str], numbered: Iterable[tuple[str, Line]]) -> Iterator[Statement]:
    """Statements of the ``numbered`` ones whose ○ or × a list of answers gives, if that has both (``1. × 理由``).

    It need not where the statement stands alone beneath a heading that asks for ○ or × (``問題3（○×）``).
    """
    blocks = section.all_blocks
    given = []
    owned = owners.lines_owned(listed)
    answers = answered_by(blocks, _awaits_verdict).items()
    beneath = {line: _joined(told) for line, told in answers if told and told[0].number not in owned}
    seen: set[str] = set()
    for number, line in numbered:
        if (number in seen and line.number not in beneath) or _is_verdict(line):
            continue  # what a list of answers says of it
        seen.add(number)
        answer = (
            beneath.get(line.number)
            or listed.get(statement(scoped(section, number)))
            or listed.get(statement(number), "")
        )
        found = statements.LISTED.fullmatch(answer)
        if found and not (line.struck or line.mended) and not _is_hedged(found, line):
            given.append((number, line, found))
    headed = {line.number: (number, line) for number, line in _beneath_headings(blocks)}
    for number, line in headed.values():
        found = statements.LISTED.fullmatch(given_to(section, listed, number))
        if found and not (line.struck or line.mended) and not _is_hedged(found, line):
            given.append((number, line, found))
    both = len({found["yes"] is not None for _, _, found in given}) == len((True, False))
    for number, line, found in given:
        if taken_back(number) in listed or taken_back(scoped(section, number)) in listed:
            continue
        told = statements.ASIDE.search(line.text)
        words = line.words(statements.start(line.text), told.start() if told else None)
        if not (both or told or line.number in headed or statements.leading(line.text)):
            continue
        reason = text(found["reason"]) if found["reason"] else ()
        if len(plain(words)) >= statements.SHORTEST:
            yield Statement(words, found["yes"] is not None, reason, Lines(line.number, line.number), line.block)


def _is_verdict(line: Line) -> bool:
    """Whether a line is a verdict with its reason (``1. ○ …だから。``): what it is on stands elsewhere."""
    return statements.LISTED.fullmatch(line.text, statements.start(line.text)) is not None


def _joined(told: Sequence[Line]) -> str:
    """The lines of an answer as one: its explanation may go on beneath it."""
    said = ""
    for line in told:
        said += ("" if not said or joins_without_space(said[-1], line.text[:1]) else " ") + line.text
    return said


def _is_hedged(found: re.Match[str], line: Line) -> bool:
    """Whether what stands with a verdict of a list doubts it."""
    reason = corrected.without_corrections(found["reason"] or "", line.text, right=found["yes"] is not None)
    return hedged(_STEP.sub("", OTHERS.sub("", reason)))


def _beneath_headings(blocks: Sequence[Block]) -> Iterator[tuple[str, Line]]:
    """Sentences that are all of a paragraph right beneath a heading with a number that asks for ○ or ×."""
    for heading, block in pairwise(blocks):
        if heading.kind is not Kind.HEADING or block.kind is not Kind.PARAGRAPH:
            continue
        number = phrases.number(heading.text)
        lines = list(lines_of([block])) if number and runs.ABOUT_TRUTH.search(phrases.plain(heading.text)) else []
        if len(lines) == 1 and lines[0].text.rstrip().endswith(("。", "．")) and not phrases.is_question(lines[0].text):
            yield number, lines[0]


def _awaits_verdict(said: str) -> bool:
    """Whether a list's item is a statement, and no verdict on one."""
    return statements.SENTENCE.search(said.rstrip()) is not None and not statements.LISTED.fullmatch(said)
