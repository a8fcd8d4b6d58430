"""Numbered statements, which lists of answers may call right or wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import answerentries
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, Role, item_numbers, lines_of
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.model import Block

_ASIDE = re.compile(r"\s*[(（][^()（）]{1,12}[)）]$|(?<=[。．])[\s　]*[○〇◯]\s*か\s*[×✕☓]\s*か[。.?？]?$")
_COUNTS = re.compile(r"[\s　*(（【\[〔]*(?:[\d①-⓿❶-➓]|[問設第QＱN一二三四五六七八九十])")  # as a number may begin
SENTENCE_END = r"(?:[うくぐすつぬぶむるいただ]|です|ます|ません)"  # … without a full stop
_ENDS_AS_SENTENCE = re.compile(rf".{{5}}{SENTENCE_END}$")


def numbered_statements(blocks: Sequence[Block], since: int = 0) -> Iterator[tuple[str, Line]]:
    """Sentences with a number before them (``3. …である。``, ``問４　…``, items of an ordered list), and that number.

    The number may be all of the heading right above (``### 問4``). They may lack their full stop where the line above
    the list asks for ○ and ×. Those before the source line ``since`` are left out.
    """
    lines = list(lines_of(blocks))
    numbers = item_numbers(lines)
    above: Line | None = None
    for index, line in enumerate(lines):
        number = ""
        if line.number < since and line.depth:
            continue  # it tells nothing of those beneath
        if index in numbers and line.depth == 1:
            number = str(numbers[index])
        elif line.role is Role.TEXT or (
            line.role is Role.ITEM and line.own_number is None and _COUNTS.match(line.text)
        ):
            found = answerentries.ITEM.fullmatch(phrases.plain(line.text))
            number = phrases.figure_of(found[1] or found[2]) if found else phrases.part_number(line.text)
            if not number and line.text.rstrip().endswith(("。", "．")):
                number = phrases.number(line.text) or _sign(lines, index) or _heading_number(lines, index)
        above = line if not number and not line.depth else above
        said = _ASIDE.sub("", line.text.rstrip()) if number else ""
        whole = said.endswith(("。", "．")) or (number != "" and _is_judged_sentence(said, above))
        if whole and line.number >= since and not phrases.is_question(said):
            yield number, line


def _sign(lines: Sequence[Line], index: int) -> str:
    """The number that a paragraph begins with as a sign (``②…``), or one of its lines in a run of such from its first.

    Such runs right beneath a question that asks for one of them are choices.
    """
    own = phrases.signed(lines[index].text)[0]
    if not own or lines[index].opens_block:
        return str(own) if own else ""
    first = index - own + 1
    run = lines[max(first, 0) : index]
    if first < 0 or not lines[first].opens_block or [phrases.signed(each.text)[0] for each in run] != [*range(1, own)]:
        return ""
    return "" if first and phrases.selects(lines[first - 1].text) else str(own)


def _heading_number(lines: Sequence[Line], index: int) -> str:
    """The number that is all of the heading right above a paragraph."""
    above = lines[index - 1] if index and lines[index].opens_block else lines[index]
    return phrases.number(above.text) if above.role is Role.HEADING and phrases.numbered(above.text) == "" else ""


def _is_judged_sentence(said: str, above: Line | None) -> bool:
    """Whether a list's item ends as a sentence does, without its full stop, beneath a line that asks for ○ and ×."""
    return (
        above is not None
        and _ENDS_AS_SENTENCE.search(said) is not None
        and runs.ABOUT_TRUTH.search(phrases.plain(above.text)) is not None
    )
