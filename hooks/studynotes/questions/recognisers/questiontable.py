"""Recogniser: tables whose rows are questions (``問題 | 選択肢 | 正解``, ``問題 | 選択肢1 | 選択肢2 | … | 正解``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Block, Cell, Kind, Lines, Problem, Section, Severity
from studynotes.questions.question import Choice, Part, Question, folded, form_of, text
from studynotes.questions.stretches.groups import Group, Option
from studynotes.questions.text.lines import Line, Role, by_line, joined_runs
from studynotes.questions.text.separating import one_choice_each
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import resolve
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.striking import left_in
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME = "question_table"
SAID = frozenset(["問題", "問題文", "設問", "問い", "問", "質問", "Question"])
_CHOICES = frozenset(["選択肢", "肢", "Choices", "Options"])
KEY = frozenset(["正解", "正答", "答", "答え", "解答", "Answer"])
_WHY = frozenset(["理由", "解説", "説明", "補足", "コメント", "メモ", "めも", "ひとこと"])
_ONE_CHOICE = re.compile(
    rf"(?:選択肢|肢|Choice|Option)?\s*[(（]?(?P<label>[A-Ja-j]|[{KATAKANA}あ-おろはにほ]|[1-9]|[①-⑩])[)）.．]?"
)
_SLASH = re.compile(r"\s+[/／|｜]\s+")
_LEAST = 2  # choices


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """One question for each row of a table with columns 問題, 選択肢 (or one for each of them) and 正解.

    The choices stand in a column each, or in their cell one a line or one behind another, labelled in order; the key
    names them by label or by their own words. A row without a key that does is a problem.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for block in section.walk():
        if block.kind is not Kind.TABLE:
            continue
        heads = [phrases.plain(cell.text).strip() for cell in block.rows[0]]
        said, together, key, why = (_column(heads, names) for names in (SAID, _CHOICES, KEY, _WHY))
        apart = [at for at, head in enumerate(heads) if _ONE_CHOICE.fullmatch(head)] if key is not None else []
        if said is None or key is None or not (together is not None or apart[1:]):
            continue
        for number, row in enumerate(block.rows[1:], block.lines.first + 2):
            cells = [row[at] for at in apart]
            group = _numbered(heads, apart, row, block, number) if apart else _group(row[together or 0], block, number)
            right = resolve(phrases.bare(one_line(left_in(row[key]))), group) if group else None
            if any(doubts(cell.text) for cell in row):
                what, remedy = "a row that is doubted", "settle it, and leave out the doubt"
                problems.append(Problem(section.file, number, Severity.WARNING, what, remedy))
            elif group and right and len(right) < len(group.options):
                reason = one_line(row[why].text) if why is not None else ""
                questions.append(_made(group, right, row[said], reason, section))
            elif any(cell.text.strip() for cell in cells or row[together or 0 : (together or 0) + 1]):
                what, remedy = "a row whose answer names none of its choices", "name it as the choices are named"
                problems.append(Problem(section.file, number, Severity.WARNING, what, remedy))
    return questions, problems


def _column(heads: Sequence[str], names: frozenset[str]) -> int | None:
    return next((at for at, head in enumerate(heads) if head in names), None)


def _numbered(
    heads: Sequence[str], columns: Sequence[int], row: Sequence[Cell], table: Block, number: int
) -> Group | None:
    """The choices that stand in a column each (``選択肢1``, ``選択肢2``, …); the last ones may be empty."""
    options: list[Option] = []
    for at in columns:
        label = labels.normal(_ONE_CHOICE.sub(r"\g<label>", heads[at]))
        value, code = joined_runs(row[at].inlines)
        line = Line(value.strip(), Role.TEXT, table, number, code, opens_block=True)
        if line.text and labels.follows([option.label for option in options], label):
            options.append(Option(label, line.words(), None, line))
        elif line.text:
            return None
    words = {folded(option.words) for option in options}
    return Group(options, 0, len(options)) if len(words) == len(options) >= _LEAST else None


def _group(cell: Cell, table: Block, number: int) -> Group | None:
    """The labelled choices in a cell, if they are in order and all different."""
    options: list[Option] = []
    for line in lines_in(cell, table, number):
        label = labels.opening(line.text)
        if label is None or not labels.follows([option.label for option in options], label[0]):
            return None
        options.append(Option(label[0], line.words(label[1]), None, line))
    words = {folded(option.words) for option in options}
    return Group(options, 0, len(options)) if len(words) == len(options) >= _LEAST and all(words) else None


def holds_choices(head: str) -> bool:
    """Whether a column with this head holds choices, or one of them (``選択肢``, ``選択肢1``)."""
    return head in _CHOICES or _ONE_CHOICE.fullmatch(head) is not None


def lines_in(cell: Cell, table: Block, number: int) -> Iterator[Line]:
    """The lines of a cell, of several choices on one line one each."""
    for runs in by_line(cell.inlines):
        value, code = joined_runs(runs)
        line = Line(value, Role.TEXT, table, number, code, opens_block=True)
        ranges = labels.split(value)
        if ranges:
            yield from (line.part(start, end, opens_block=True) for start, end in ranges)
        else:  # 1 特許権 / 2 商標権 / 3 著作権
            starts = [0, *(found.end() for found in _SLASH.finditer(value))]
            ends = [*(found.start() for found in _SLASH.finditer(value)), len(value)]
            yield from one_choice_each([line.part(*each, opens_block=True) for each in zip(starts, ends, strict=True)])


def _made(group: Group, right: frozenset[int], said: Cell, reason: str, section: Section) -> Question:
    line = group.options[0].line
    choices = tuple(Choice(each.words, at in right, label=each.label) for at, each in enumerate(group.options))
    return Question(
        form=form_of(choices),
        stem=(Part("text", text(one_line(said.text))),),
        choices=choices,
        recogniser=NAME,
        file=section.file,
        lines=Lines(line.number, line.number),
        position=line.block.position,
        explanation=(Part("text", text(reason)),) if reason else (),
        order=True,
    )
