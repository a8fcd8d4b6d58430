"""What stands around a statement that is called right or wrong: headings, the next statement, a list of verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.recognisers import statements
from studynotes.questions.text import rows, runs
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_of_another_item(line: Line, after: Line) -> bool:
    """Whether what follows is in a list of answers, and there another number's than the list's item above."""
    counted = line.own_number is not None and after.own_number is not None
    return counted and line.group != after.group and line.own_number != after.own_number


def begins_list(lines: Sequence[Line]) -> bool:
    """Whether two lines are items of a numbered list with verdicts: to several statements, not to the one above it."""
    counted = [line.own_number for line in lines if line.own_number and statements.LISTED.fullmatch(line.text)]
    return len(counted) > 1 and lines[0].group == lines[1].group


def turns(line: Line) -> bool:
    """Whether a line is what stands between a flash card's two sides (``?``)."""
    return line.text.strip() in ("?", "？", "??", "？？")


def is_headed(stretch: Sequence[Line], index: int) -> bool:
    """Whether a line stands right beneath a heading with a number that asks for ○ or × (``問題3（正誤）``)."""
    above = stretch[index - 1] if index else None
    return (
        above is not None
        and above.role is Role.HEADING
        and phrases.number(above.text) != ""
        and runs.ABOUT_TRUTH.search(phrases.plain(above.text)) is not None
    )


def is_under_number(stretch: Sequence[Line], index: int) -> bool:
    """Whether a line stands right beneath a heading that is a number (``### 問3``)."""
    above = stretch[index - 1] if index else None
    return above is not None and above.role is Role.HEADING and phrases.numbered(above.text) == ""


def is_next_bullet(line: Line, statement: Line) -> bool:
    """Whether a paragraph's line has the bullet of the statement above it, and tells of nothing above."""
    end = phrases.bulleted(line.text)
    same = end > 0 and line.role is Role.TEXT and line.text[:end].strip() == statement.text[:end].strip()
    about = line.text[end:].lstrip()[:1] in tuple("↑←⇒→※") or line.text[end:].startswith("上") or doubts(line.text)
    return same and not about


def is_next_kind(line: Line, statement: Line) -> bool:
    """Whether a paragraph says before a colon what it is, as the statement's does (``えらぶ：…`` below ``○か×：…``)."""
    return line.opens_block and all(rows.kind_of(each.text) for each in (statement, line)) and not doubts(line.text)
