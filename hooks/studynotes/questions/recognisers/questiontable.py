"""Recogniser: tables whose rows are questions (``問題 | 選択肢 | 正解``, ``問題 | 選択肢1 | 選択肢2 | … | 正解``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes.model import Block, Cell, Kind, Lines, Problem, Section, Severity
from studynotes.questions.elsewhere.answertables import ANSWER_HEAD, JUDGING_HEAD, KEY_HEAD
from studynotes.questions.question import Choice, Part, Question, folded, form_of, text
from studynotes.questions.stretches.groups import Group, Option
from studynotes.questions.text.choicetable import OFFERED, REASONS_HEAD
from studynotes.questions.text.inlineruns import by_line, joined_runs
from studynotes.questions.text.lines import Line, Role
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
_OWN = re.compile(r"回答|答案|解")  # may be the learner's
_SEPARATOR = re.compile(r"\s*[/／|｜、，,;；・]\s*|\s+")
# between choices without labels
_BARE_SEPARATORS = (
    re.compile(r"\s+[/／|｜]\s+|\s*／\s*"),
    re.compile(r"\s*[、,，;；]\s*"),
)
_NUMBER = re.compile(r"\s*(?:問|Q|No\.?)?\s*[(（]?\d*[)）]?\.?\s*")
_PREFIX = re.compile(r"(?:選択肢|肢|Choice|Option)\s*", re.IGNORECASE)
_LEAST = 2  # choices


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """One question for each row of a table with columns 問題, 選択肢 (or one for each of them) and 正解.

    The choices stand in a column each, or in their cell one a line or one behind another, labelled in order; the key
    names them by label or by their own words. A row without a key that does is a problem. Whatever its head, a column
    is of choices where all its cells hold labelled ones, and of questions where all of them ask. Choices without labels
    (``赤 / 青 / 黄``) must be called so, and one of them be the key, word for word.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for block in section.walk():
        columns = _columns(block) if block.kind is Kind.TABLE and len(block.rows[0]) > _LEAST else None
        if columns is None:
            continue
        for number, row in enumerate(block.rows[1:], block.lines.first + 2):
            group = columns.group(row, block, number)
            right = _right(one_line(left_in(row[columns.key])), group) if group else None
            if any(doubts(cell.text) for cell in row):
                what, remedy = "a row that is doubted", "settle it, and leave out the doubt"
                problems.append(Problem(section.file, number, Severity.WARNING, what, remedy))
            elif group and right and len(right) < len(group.options):
                reason = one_line(row[columns.why].text) if columns.why is not None else ""
                questions.append(_made(group, right, row[columns.said], reason, section))
            elif any(row[at].text.strip() for at in columns.choices):
                what, remedy = "a row whose answer names none of its choices", "name it as the choices are named"
                problems.append(Problem(section.file, number, Severity.WARNING, what, remedy))
    return questions, problems


@dataclass(frozen=True, slots=True)
class _Columns:
    """What a table's columns are: ``choices`` are one for all, or one for each."""

    said: int
    key: int
    why: int | None
    choices: Sequence[int]
    heads: Sequence[str]

    def group(self, row: Sequence[Cell], table: Block, number: int) -> Group | None:
        """A row's choices."""
        if len(self.choices) > 1:
            return _numbered(self.heads, self.choices, row, table, number)
        cell = row[self.choices[0]]
        return _group(cell, table, number) or _bare(cell, table, number)


def _columns(table: Block) -> _Columns | None:
    heads = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    key = _key(heads)
    if key is None or any(len(row) != len(heads) for row in table.rows):
        return None
    apart = [at for at, head in enumerate(heads) if at != key and _ONE_CHOICE.fullmatch(head)]
    together = None if apart[1:] else _together(heads, key, table)
    choices = apart if together is None else [together]
    why = next((at for at, head in enumerate(heads) if head in _WHY or REASONS_HEAD.fullmatch(head)), None)
    enough = bool(apart[1:]) or together is not None
    said = _asking(table, {key, why, *choices}, _column(heads, SAID)) if enough else None
    return None if said is None else _Columns(said, key, why, choices, heads)


def _key(heads: Sequence[str]) -> int | None:
    """The column of answers: the only one called 正解 or 正答, else by another word; none that may be the learner's."""
    keys = [at for at, head in enumerate(heads) if KEY_HEAD.fullmatch(head)]
    if not keys and not any(map(JUDGING_HEAD.search, heads)):
        keys = [at for at, head in enumerate(heads) if ANSWER_HEAD.fullmatch(head) and not _OWN.fullmatch(head)]
        keys = keys or [at for at, head in enumerate(heads) if head == "正"]
    return keys[0] if len(keys) == 1 else None


def _together(heads: Sequence[str], key: int, table: Block) -> int | None:
    """The column of cells that hold all choices of a row each."""
    named = next((at for at, head in enumerate(heads) if head in _CHOICES), None)
    if named is not None:
        return named
    found = [
        at
        for at, head in enumerate(heads)
        if at != key
        and head not in SAID
        and all(
            _group(row[at], table, 0) or (OFFERED.search(head) and _bare(row[at], table, 0)) for row in table.rows[1:]
        )
    ]
    return found[0] if len(found) == 1 and table.rows[1:] else None


def _asking(table: Block, others: set[int | None], named: int | None) -> int | None:
    """The column of questions: the one called so, where it has more than their numbers, else the only one that asks."""
    body = table.rows[1:]
    if named is not None and not all(_NUMBER.fullmatch(row[named].text) for row in body):
        return named
    columns = [at for at in range(len(table.rows[0])) if at not in others]
    found = [at for at in columns if all(phrases.is_question(row[at].text) for row in body)]
    return found[0] if len(found) == 1 else None


def _right(answer: str, group: Group) -> frozenset[int] | None:
    if not group.labels:  # word for word
        same = [at for at, option in enumerate(group.options) if folded(option.words) == folded((answer.strip("*"),))]
        return frozenset(same) if len(same) == 1 else None
    payload = phrases.bare(answer)
    return resolve(_PREFIX.sub("", payload) if _ONE_CHOICE.fullmatch(payload) else payload, group)


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
        ranges = _labelled(value) or labels.split(value)
        if ranges:
            yield from (line.part(start, end, opens_block=True) for start, end in ranges)
        else:
            yield from one_choice_each(_between(line, _BARE_SEPARATORS[0]))  # 1 特許権 / 2 商標権 / 3 著作権


def _labelled(value: str) -> list[tuple[int, int]]:
    """Where the labelled choices on one line stand, whatever separates them (``A. 赤 / B. 青``, ``(1) 赤、(2) 青``).

    Their labels are in order, and all written in one way: the ``2`` of ``1. 1、2 を含む`` is none.
    """
    first = labels.opening(value)
    if first is None or not labels.follows((), first[0]):
        return []
    known, starts, ends = [first[0]], [0], []
    written = _around(value, first)
    for gap in _SEPARATOR.finditer(value):
        rest = value[gap.end() :]
        found = labels.opening(rest) if gap.start() > starts[-1] else None
        if found and labels.follows(known, found[0]) and _around(rest, found) == written:
            known.append(found[0])
            starts.append(gap.end())
            ends.append(gap.start())
    return list(zip(starts, [*ends, len(value)], strict=True)) if len(starts) > _LEAST else []


def _around(text: str, label: tuple[str, int]) -> str:
    """What a label is written with, as ``◯`` where it is circled."""
    written = ("◯" if "①" <= char <= "⑳" else "" if char.isalnum() else char for char in text[: label[1]].strip())
    return "".join(written)


def _bare(cell: Cell, table: Block, number: int) -> Group | None:
    """The choices in a cell that have no labels: one a line, or all on one with the same sign between them."""
    lines = [
        Line(value, Role.TEXT, table, number, code, opens_block=True)
        for value, code in map(joined_runs, by_line(cell.inlines))
        if value.strip()
    ]
    if len(lines) == 1:
        sign = next((each for each in _BARE_SEPARATORS if each.search(lines[0].text)), _BARE_SEPARATORS[0])
        lines = _between(lines[0], sign)
    options = [Option("", line.words(), None, line) for line in lines]
    words = {folded(option.words) for option in options}
    fits = len(words) == len(options) > _LEAST and all(words) and not any(labels.opening(line.text) for line in lines)
    return Group(options, 0, len(options)) if fits else None


def _between(line: Line, sign: re.Pattern[str]) -> list[Line]:
    """The parts of a line between signs."""
    found = list(sign.finditer(line.text))
    starts, ends = [0, *(gap.end() for gap in found)], [*(gap.start() for gap in found), len(line.text)]
    return [line.part(*each, opens_block=True) for each in zip(starts, ends, strict=True)]


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
