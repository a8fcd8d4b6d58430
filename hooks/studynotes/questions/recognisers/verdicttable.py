"""Recogniser: choices in a table with a column of verdicts (``選択肢 | 正誤 | 理由``)."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind, Problem, Section, Severity
from studynotes.questions.question import Choice, Part, Question, folded, form_of, plain, text
from studynotes.questions.text.choicetable import NAMING_HEADS, VERDICT_HEADS
from studynotes.questions.text.judgements import Ask, ask_of, right_by
from studynotes.questions.text.lines import Role, lines_of
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "verdict_table"
_NEAR = 2  # blocks between a section's heading and a table that it asks for
_REASON_HEADS = frozenset(["理由", "解説", "説明", "補足", "コメント"])
_LABEL_HEADS = frozenset(["選択肢", "記号", "番号", "#", "No", "No."])
_RIGHT = frozenset(
    ["○", "◯", "〇", "◎", "⭕", "✅", "✓", "✔", "正", "正解", "正しい", "適切", "可", "該当", "true", "yes"]
)
_WRONG = frozenset(
    ["×", "✕", "✗", "✘", "❌", "誤", "不正解", "誤り", "不適切", "不可", "非該当", "-", "－", "false", "no", ""]
)


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """A question for each table with a column 正誤 (判定, 答, …) of nothing but verdicts, after a line that asks.

    Under 正解 or 答, ○ is the answer; elsewhere it judges what the row says, and a question for what is wrong asks
    for × (:func:`.right_by`).
    The choices are the column after the labels, or the first one where it holds no bare labels. A cell that is no
    verdict, or a table without a right or without a wrong row, asks nothing and is a problem.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for index, block in enumerate(section.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 3:  # noqa: PLR2004 - the head and two choices
            continue
        rows = [[one_line(cell.text) for cell in row] for row in block.rows]
        heads = [phrases.plain(head).strip() for head in rows[0]]
        column = next((at for at, head in enumerate(heads) if head in VERDICT_HEADS), None)
        before = section.blocks[max(0, index - 2) : index]
        stem = _stem((section.heading, *before) if section.heading and index < _NEAR else before, heads[0])
        if column is None or not stem or any(len(row) != len(heads) for row in rows):
            continue
        ask = ask_of(plain(stem[0].words))
        verdicts = [_verdict(row[column]) for row in rows[1:]]
        naming = heads[column] in NAMING_HEADS
        right = right_by(verdicts, Ask(ask.wanted, several=ask.several) if naming else ask)
        beneath = islice(lines_of(section.blocks[index + 1 : index + 2]), _NEAR)
        doubtful = any(map(doubts, chain(*rows[1:]))) or any(doubts(line.text) for line in beneath)
        unclear = doubtful or None in verdicts or not right or len(right) == len(verdicts)
        if unclear or (ask.wanted is not None and ask.wanted != len(right or ())):
            what = "a table of choices whose verdicts are not all clear"
            remedy = "write ○ or × for every choice, at least one of each"
            problems.append(Problem(section.file, block.lines.first, Severity.WARNING, what, remedy))
            continue
        choices = _choices(rows, heads, column, [at in (right or ()) for at in range(len(verdicts))])
        if choices:
            questions.append(
                Question(form_of(choices), stem, choices, NAME, section.file, block.lines, block.position, order=True)
            )
    return questions, problems


def _stem(before: Sequence[Block], head: str) -> tuple[Part, ...]:
    """The last line before the table, if it asks, or is numbered as a question and the table has 選択肢."""
    lines = [line for line in lines_of(before) if line.role in (Role.TEXT, Role.HEADING) and line.text.strip()]
    rest = phrases.numbered(lines[-1].text) if lines else None
    if not lines or not (phrases.is_question(lines[-1].text) or (rest and head == "選択肢")):
        return ()
    return (Part("text", lines[-1].words(phrases.behind_number(lines[-1].text))),)


def _verdict(cell: str) -> bool | None:
    value = phrases.plain(cell).strip().lower()
    return (
        True
        if value in _RIGHT or cell.strip() in _RIGHT
        else False
        if value in _WRONG or cell.strip() in _WRONG
        else None
    )


def _choices(rows: list[list[str]], heads: list[str], column: int, verdicts: list[bool]) -> tuple[Choice, ...]:
    body = rows[1:]
    labelled = heads[0] in _LABEL_HEADS and all(labels.opening(f"{row[0]}.") and len(row[0]) <= 3 for row in body)  # noqa: PLR2004 - "(A)"
    words = 1 if labelled else 0
    if words == column:
        return ()
    reason = next((at for at, head in enumerate(heads) if head in _REASON_HEADS and at not in (words, column)), None)
    choices = tuple(
        Choice(
            text(row[words]),
            right=verdict,
            label=labels.normal(row[0].strip("()（） ")) if labelled else "",
            reasons=(text(row[reason]),) if reason is not None and row[reason] else (),
        )
        for row, verdict in zip(body, verdicts, strict=True)
    )
    different = {folded(choice.words) for choice in choices}
    return choices if len(different) == len(choices) and all(different) else ()
