"""A gap in code that is to be filled (``if n ___ 2:``), and the code that fills it, given beneath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Lines
from studynotes.questions.question import BLANK_MARK, Form, Part, Question
from studynotes.questions.text.lines import Line, Role, is_code
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.model import Section

_GAP = re.compile(r"(?<![A-Za-z0-9_])(?:_{3,}|＿{2,}|□{2,})(?![A-Za-z0-9_])")
_TO_DO = re.compile(r"ください|下さい|なさい|せよ|埋め|補|完成|空欄|穴")
_NEAR = 5  # lines beneath the code in which its answer begins
_TOLD = 3  # … and beneath that in which a doubt counts
_LONGEST = 32  # characters that are to be typed


def recognise(lines: Sequence[Line], section: Section, name: str) -> list[Question]:
    """One blank for each block of code with one gap, beneath a line that asks or says what is to be done.

    What fills it is code, too: on the answer line beneath, and nothing else there; or in a block beneath such a line,
    in the one row that is the gap's own with something in its place.
    """
    found: list[Question] = []
    for at, line in enumerate(lines):
        if line.role is not Role.CODE or len(gaps := list(_GAP.finditer(line.text))) != 1 or not at:
            continue
        asking = lines[at - 1]
        said = phrases.plain(asking.text)
        asks = phrases.is_question(said) or _TO_DO.search(said)
        if asking.role in (Role.CODE, Role.HEADING) or not asks or asking.struck or doubts(asking.text):
            continue
        row = next(row for row in line.text.split("\n") if gaps[0][0] in row)
        answer = _filling(lines[at + 1 : at + 1 + _NEAR], row, gaps[0][0])
        if answer:
            found.append(_made(asking, line, answer, section, name))
    return found


def _filling(beneath: Sequence[Line], row: str, gap: str) -> tuple[str, Line] | None:
    """What is typed into the gap of a row, and the line that says so; None where nothing is, or not for sure."""
    for at, line in enumerate(beneath):
        telling = [line, *beneath[at + 1 : at + 1 + _TOLD]]
        own = answerlines.is_own(line.text) or answerlines.word(line.text) == "reply"
        if own or line.role in (Role.HEADING, Role.CODE) or line.mended or any(map(_is_unsure, telling)):
            return None
        said = _told(line)
        if said is not None:
            return (said, line) if _is_short(said) else None
        if answerlines.answer(line.text) != "" and not phrases.is_reveal(line.text):
            return None
        if telling[1:] and is_code(telling[1]):
            words = _in_place(telling[1].text, row, gap)
            return (words, telling[1]) if _is_short(words) else None
    return None


def _is_unsure(line: Line) -> bool:
    said = line.text if line.role is not Role.CODE else ""
    return line.struck or doubts(said) or answerlines.revises(said) or answerlines.judges(said)


def _told(line: Line) -> str | None:
    """The code that an answer line gives and nothing else; None where it is no such line."""
    if len(line.code) != 1:
        return None
    start, end = line.code[0]
    announced = answerlines.answer(line.text[:start]) == ""
    return line.text[start:end].strip() if announced and not line.text[end:].strip("。．. 　") else None


def _in_place(code: str, row: str, gap: str) -> str:
    """What stands in the gap's place in the one row of other code that is else the same; ``""`` if there is none."""
    before, after = (r"\s*".join(map(re.escape, part.split())) for part in row.split(gap))
    pattern = re.compile(rf"\s*{before}\s*(?P<words>\S.*?)\s*{after}\s*")
    rows = [found["words"] for each in code.split("\n") if (found := pattern.fullmatch(each))]
    return rows[0] if len(rows) == 1 and (before or after) and not _GAP.search(rows[0]) else ""


def _is_short(words: str) -> bool:
    return 0 < len(words) <= _LONGEST and not _GAP.search(words)


def _made(asking: Line, code: Line, answer: tuple[str, Line], section: Section, name: str) -> Question:
    typed, line = answer
    start = phrases.behind_number(asking.text) or phrases.counted(asking.text)
    stem = (Part("text", asking.words(start)), Part("code", ("", code.text)), Part("text", (f"{BLANK_MARK}",)))
    last = line.block.lines.last if is_code(line) else line.number
    where, position = Lines(asking.number, last), asking.block.position
    return Question(Form.BLANK, stem, (), name, section.file, where, position, (typed,))
