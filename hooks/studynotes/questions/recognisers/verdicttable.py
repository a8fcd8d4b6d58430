"""Recogniser: choices in a table with a column of verdicts (``選択肢 | 正誤 | 理由``)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind, Problem, Section, Severity
from studynotes.questions.question import Choice, Part, Question, folded, form_of, plain, text
from studynotes.questions.stretches import judgedlists
from studynotes.questions.text.asking import is_choosing
from studynotes.questions.text.choicetable import LABEL_HEADS, NAMING_HEADS, OFFERED, REASONS_HEAD, VERDICT_HEADS
from studynotes.questions.text.judgements import Ask, ask_of, right_by
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "verdict_table"
_NEAR = 2  # blocks between a section's heading and a table that it asks for
_OF_FEATURES = frozenset(["可否", "対応", "該当", "結果"])
_POINTS = re.compile(
    r"(?:次|以下|下|この|上記?)の|うち|[はがを]どれ|選[びべん]|選択"
)  # … at choices, and not at a decision
_RIGHT = frozenset(
    [
        "○",
        "o",
        "◯",
        "〇",
        "◎",
        "⭕",
        "✅",
        "✓",
        "✔",
        "☑",
        "正",
        "正解",
        "正答",
        "正しい",
        "適切",
        "可",
        "該当",
        "true",
        "yes",
        "correct",
    ]
)
_WRONG = frozenset(
    [
        "×",
        "x",
        "✕",
        "✗",
        "✘",
        "❌",
        "誤",
        "不正解",
        "誤り",
        "不適切",
        "不可",
        "非該当",
        "誤答",
        "間違い",
        "-",
        "－",
        "false",
        "no",
        "incorrect",
        "wrong",
        "",
    ]
)


def recognise(
    section: Section, listed: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[Question], list[Problem]]:
    """A question for each table with a column 正誤 (判定, 答, …) of nothing but verdicts, after a line that asks.

    Tables that compare have such columns, too (``機能 | 対応``, beneath ``違いは？``): the table must call its rows
    choices, or the line ask to choose among them.
    Under 正解 or 答, ○ is the answer; elsewhere it judges what the row says, and a question for what is wrong asks
    for × (:func:`.right_by`).
    Where other tables of the file (``listed``) are questions with a reason in each row, those like them need no line
    that asks, but a case (:mod:`.judgedlists`).
    The choices are the column after the labels, or the first one where it holds no bare labels. A cell that is no
    verdict, or a table without a right or without a wrong row, asks nothing and is a problem.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for index, block in enumerate(section.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 3:  # noqa: PLR2004 - the head and two choices
            continue
        rows = [[one_line(cell.text) for cell in row] for row in block.rows]
        heads = [phrases.plain(head).strip().rstrip("?") for head in rows[0]]
        if any(len(row) != len(heads) for row in rows) or (column := _column(rows, heads)) is None:
            continue
        before = section.blocks[max(0, index - 2) : index]
        above = (section.heading, *before) if section.heading and index < _NEAR else before
        stem, ask = _stem(above, heads[0]), None
        if not stem and NAME in listed.get(judgedlists.NAME, ""):
            stem, ask = _case(above, rows, heads)
        if not stem or not _offers(rows, heads, column, plain(stem[0].words)):
            continue
        ask = ask or _asked(plain(stem[0].words))
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
    """The last line before the table, if it asks, or is numbered as a question and the table has 選択肢.

    The number may be all of the heading right above it (``### No.8``).
    """
    lines = [line for line in lines_of(before) if _may_ask(line) and line.text.strip()]
    rest = phrases.numbered(lines[-1].text) if lines else None
    titled = [line for line in lines[-2:-1] if line.role is Role.HEADING and phrases.numbered(line.text) == ""]
    if not lines or is_choosing(phrases.bare(lines[-1].text)):
        return ()
    if not (phrases.is_question(lines[-1].text) or ((rest or titled) and head == "選択肢")):
        return ()
    return (Part("text", lines[-1].words(phrases.behind_number(lines[-1].text))),)


def _case(
    before: Sequence[Block], rows: Sequence[Sequence[str]], heads: Sequence[str]
) -> tuple[tuple[Part, ...], Ask | None]:
    """The paragraph right before choices that have each its reason, if it puts a case, and what that asks for.

    They have labels, or the table calls them choices; then one of them may lack its reason.
    How many are right may be said in the heading (``第6回 …（2つ選択）``); one is, where nothing says so.
    """
    lines = [line for line in lines_of(before) if line.text.strip()]
    own = [line for line in lines if line.block is lines[-1].block]
    reasons = [at for at, head in enumerate(heads) if _explains(head)]
    offered = any(OFFERED.search(head) for head in heads)
    lacking = [sum(not row[at].strip() for row in rows[1:]) for at in reasons]
    if not reasons or min(lacking) > offered or len(rows) <= judgedlists.LEAST:
        return (), None
    if not lines or lines[-1].role is not Role.TEXT or not (offered or _labelled(rows, heads)):
        return (), None
    if not judgedlists.is_case((line.text for line in lines), offered=offered):
        return (), None
    ask = _asked("\n".join(line.text for line in lines))
    return tuple(Part("text", line.words(0)) for line in own), replace(ask, wanted=ask.wanted or 1)


def _asked(stem: str) -> Ask:
    """What words above a table ask for; how many, they may say at their end (``…を抑える方法、2つ。``)."""
    ask = ask_of(stem)
    return replace(ask, wanted=ask.wanted or phrases.so_many(phrases.plain(stem)))


def _may_ask(line: Line) -> bool:
    return line.role in (Role.TEXT, Role.HEADING) or (line.role is Role.ITEM and line.own_number is not None)


def _column(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> int | None:
    """The column of verdicts: the first one called so, else the only one beside 選択肢 without a name that has such."""
    named = next((at for at, head in enumerate(heads) if head in VERDICT_HEADS), None)
    if named is not None or not any(OFFERED.search(head) for head in heads):
        return named
    unnamed = [
        at for at, head in enumerate(heads) if not head and {_verdict(row[at]) for row in rows[1:]} == {True, False}
    ]
    return unnamed[0] if len(unnamed) == 1 else None


def _offers(rows: Sequence[Sequence[str]], heads: Sequence[str], column: int, stem: str) -> bool:
    """Whether the rows are choices: the table says so, or its column of answers, or the question points at them."""
    judged = heads[column] not in _OF_FEATURES  # 選択肢 | 対応 beneath 違いは？ weighs what one may decide for
    if heads[column] in NAMING_HEADS or any(
        judged and OFFERED.search(head) for at, head in enumerate(heads) if at != column
    ):
        return True
    if not phrases.selects(stem):
        return False
    return _labelled(rows, heads) or _POINTS.search(phrases.plain(stem)) is not None


def _labelled(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> bool:
    """Whether the first column holds the choices' labels, and nothing else."""
    cells = [row[0].strip("*") for row in rows[1:]]
    return heads[0] in LABEL_HEADS and all(labels.opening(f"{cell}.") and len(cell) <= 3 for cell in cells)  # noqa: PLR2004 - "(A)"


def _explains(head: str) -> bool:
    return head == "補足" or REASONS_HEAD.fullmatch(head) is not None


def _verdict(cell: str) -> bool | None:
    """Whether a cell calls its row right or wrong: by a sign, a word, or both where they agree (``✅ 正解``)."""
    whole = _judged(cell)
    parts = cell.split()
    if whole is not None or len(parts) != 2:  # noqa: PLR2004 - sign and word
        return whole
    first, second = map(_judged, parts)
    return first if first is second else None


def _judged(cell: str) -> bool | None:
    values = {phrases.plain(cell).strip().lower(), cell.strip().strip("*").rstrip("\ufe0f")}
    return True if values & _RIGHT else False if values & _WRONG else None


def _choices(rows: list[list[str]], heads: list[str], column: int, verdicts: list[bool]) -> tuple[Choice, ...]:
    body = rows[1:]
    labelled = _labelled(rows, heads)
    words = 1 if labelled or (column == 0 and not _explains(heads[1])) else 0
    if words == column:
        return ()
    reason = next((at for at, head in enumerate(heads) if _explains(head) and at not in (words, column)), None)
    choices = tuple(
        Choice(
            text(row[words]),
            right=verdict,
            label=labels.normal(row[0].strip("()（）* ")) if labelled else "",
            reasons=(text(row[reason]),) if reason is not None and row[reason] else (),
        )
        for row, verdict in zip(body, verdicts, strict=True)
    )
    different = {folded(choice.words) for choice in choices}
    return choices if len(different) == len(choices) and all(different) else ()
