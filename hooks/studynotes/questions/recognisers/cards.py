"""Recogniser: tables of cards, a question with its choices or a gap on one side (``おもて | うら | メモ``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Cell, Kind, Lines, Problem, Section, Severity
from studynotes.questions.question import Choice, Form, Part, Question, form_of, plain, text
from studynotes.questions.recognisers import blanks, questiontable
from studynotes.questions.recognisers.questiontable import lines_in
from studynotes.questions.recognisers.truthtable import BACK, FRONT
from studynotes.questions.stretches import plainlabels
from studynotes.questions.stretches.answers import key_of
from studynotes.questions.stretches.groups import Group, Option
from studynotes.questions.text.gaps import filled, gaps_in
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.striking import is_struck, left_in, with_tags_read
from studynotes.questions.words.typed import fills, read
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST = 3  # choices
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """One question for each row whose front (おもて, 問題) holds labelled choices or a gap, and whose back answers it.

    Whatever the further cells say of it is its explanation, and must not speak against the answer, nor may any cell
    doubt it. What is struck out of the back is withdrawn. Statements are for :mod:`.truthtable`.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for block in section.walk():
        if block.kind is not Kind.TABLE:
            continue
        heads = [phrases.plain(cell.text).strip() for cell in block.rows[0]]
        front, back = (_column(heads, names) for names in (FRONT | questiontable.SAID, BACK | questiontable.KEY))
        if front is None or back is None or any(questiontable.holds_choices(head) for head in heads):
            continue
        for number, row in enumerate(block.rows[1:], block.lines.first + 2):
            if len(row) != len(heads):
                continue
            notes = [cell for at, cell in enumerate(row) if at not in (front, back) and cell.text.strip()]
            lines = list(lines_in(row[front], block, number))
            asked = asked_of(lines, row[back], notes, section)
            if isinstance(asked, Question):
                questions.append(asked)
            elif asked:
                problems.append(asked)
    return questions, problems


def asked_of(front: Sequence[Line], back: Cell, notes: Sequence[Cell], section: Section) -> Question | Problem | None:
    """What a card asks; what stands in its way where its front has choices, and its back is not empty."""
    asked = _choice(front, back, notes, section) or _gap(front, back, notes, section)
    doubtful = any(doubts(said) for said in (back.text, *(line.text for line in front), *(each.text for each in notes)))
    if asked and not doubtful:
        return asked
    if not asked and not (_group(front) and back.text.strip()):
        return None
    what, remedy = "a row whose answer is in doubt, or names none of its choices", "write it as it is named"
    return Problem(section.file, front[0].number, Severity.WARNING, what, remedy)


def _column(heads: Sequence[str], names: frozenset[str]) -> int | None:
    found = [at for at, head in enumerate(heads) if head in names]
    return found[0] if len(found) == 1 else None


def _group(lines: Sequence[Line]) -> Group | None:
    """The choices that a cell's lines end in, labelled in order, all of them different, beneath one that asks."""
    options: list[Option] = []
    start = next((at for at, line in enumerate(lines) if at and labels.opening(line.text)), len(lines))
    for line in lines[start:]:
        label = labels.opening(line.text)
        if label is None or not labels.follows([option.label for option in options], label[0]):
            return None
        options.append(Option(label[0], line.words(label[1]), None, line))
    different = {plain(option.words).strip() for option in options}
    return Group(options, start, len(lines)) if len(different) == len(options) >= _LEAST and all(different) else None


def _choice(lines: Sequence[Line], back: Cell, notes: Sequence[Cell], section: Section) -> Question | None:
    group = _group(lines)
    said = one_line(left_in(back)).strip()
    if group is None or not said:
        return None
    first = lines[0]
    told = [Line(one_line(cell.text), Role.TEXT, first.block, first.number, opens_block=True) for cell in notes]
    answer = Line(f"正解：{said}", Role.TEXT, first.block, first.number, opens_block=True)
    ask = ask_of("\n".join(line.text for line in lines[: group.start]))
    verdict = key_of([*lines, answer, *told], group, ask)
    if verdict.trouble or not verdict.right or (len(verdict.right) > 1 and not ask.several):
        return None
    if plainlabels.is_twofold([*lines, answer], group, verdict, ""):
        return None  # 3: the third choice, or the one that says 3
    if any(_tells_anothers_figure(line.text, group, verdict.right) for line in told):
        return None
    choices = tuple(Choice(each.words, at in verdict.right, label=each.label) for at, each in enumerate(group.options))
    stem = tuple(Part("text", line.words()) for line in lines[: group.start])
    where = Lines(first.number, first.number)
    return Question(
        form_of(choices), stem, choices, questiontable.NAME, section.file, where, first.block.position,
        explanation=_told(notes), order=True,
    )  # fmt: skip


def _tells_anothers_figure(note: str, group: Group, right: frozenset[int]) -> bool:
    """Whether a note's first sentence tells the figure of another choice, and not the answer's (``40度より上``)."""
    said = set(_FIGURE.findall(phrases.plain(note).split("。")[0]))
    figures = [set(_FIGURE.findall(phrases.plain(plain(option.words)))) for option in group.options]
    own = set().union(*(figures[at] for at in right))
    others = set().union(*(each for at, each in enumerate(figures) if at not in right))
    return bool(own) and not said & own and bool(said & others)


def _gap(lines: Sequence[Line], back: Cell, notes: Sequence[Cell], section: Section) -> Question | None:
    """The question of a card that is one line with one gap."""
    gaps = gaps_in(lines[0].text) if len(lines) == 1 else []
    if len(gaps) != 1 or is_struck(with_tags_read(back.inlines)) or not back.text.strip():
        return None
    line = Line(one_line(back.text), Role.TEXT, lines[0].block, lines[0].number, opens_block=True)
    answer = read(line.text, line)
    if answer is None or not fills(answer.words) or labels.answer_labels(answer.words, ["A", "B", "C"]):
        return None
    stem = (Part("text", filled(lines[0].words(), gaps[0])),)
    where = Lines(line.number, line.number)
    return Question(
        Form.BLANK, stem, (), blanks.NAME, section.file, where, line.block.position, (answer.words,), _told(notes)
    )


def _told(notes: Sequence[Cell]) -> tuple[Part, ...]:
    return tuple(Part("text", text(one_line(cell.text))) for cell in notes)
