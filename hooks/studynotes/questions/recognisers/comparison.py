"""Recogniser: comparison tables (項目 × 回帰 / 分類, or 指標 × 使いどころ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.japanese import fold
from studynotes.model import Block, Kind, Section
from studynotes.questions.elsewhere.answertables import ANSWER_HEAD, QUESTION_CELL
from studynotes.questions.question import Choice, Part, Question, form_of, text
from studynotes.questions.recognisers.definitionheads import MEANING_HEADS
from studynotes.questions.recognisers.definitions import is_no_thing, is_of_terms
from studynotes.questions.recognisers.offered import offered_in
from studynotes.questions.text.choicetable import REASONS_HEAD, VERDICT_HEADS
from studynotes.questions.words.marks import mark_of
from studynotes.questions.words.phrases import plain
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "comparison"
_ASPECT_HEADS = frozenset(["項目", "観点", "比較項目", "比較", "特徴", "ポイント", "視点", "要素", "違い", "機能"])
_SUBJECT_HEADS = frozenset(
    [
        "指標",
        "評価指標",
        "手法",
        "方式",
        "方法",
        "種類",
        "サービス",
        "モデル",
        "アルゴリズム",
        "形式",
        "戦略",
        "プロトコル",
        "分布",
        "型",
        "類",
        "群",
        "層",
        "種別",
        "分類",
    ]
)
# Heads that tell of things, whatever these are called in the first column: it takes two columns of them, or more.
_PROPERTIES = frozenset(
    [
        "性質",
        "性状",
        "機序",
        "作用",
        "作用機序",
        "はたらき",
        "働き",
        "機能",
        "効果",
        "症状",
        "原因",
        "原理",
        "成分",
        "構造",
    ]
)
# Column names that say 機能 stands for things, not for an aspect of the other columns.
_ATTRIBUTES = MEANING_HEADS | {"用途", "主な用途", "目的", "例", "備考", "特徴", "コスト"}
# Cells that many subjects share, or that only grade: asking for them asks nothing.
_EMPTY = re.compile(
    r"[-–—ー/\s]*|N/?A|なし|あり|有|無|[○◯〇◎×△✓✔✅❌⭕$￥%.\d,\s~〜-]+|はい|いいえ|可|不可|正|誤|true|false"
    r"|対応|非対応|未対応|高い?|低い?|中|普通|任意|必須|Yes|No"
    r"|[(（「]?(?:[A-Ja-jＡ-Ｊ①-⑳]|[ア-オ])[)）」]?",  # a label: of a table of answers, or a grade
    re.IGNORECASE,
)
_RANGE = re.compile(r"[-−]?\d[\d.,]*\s*[~〜～]\s*[-−]?\d[\d.,]*")  # -1〜1: says more than a figure
_AMOUNT = re.compile(r"約?\s*[¥$]?\s*[\d,.]+\s*(?:円|万円|億円|ドル|点|USD)")  # what something cost, or who scored what
_NUMBERED = re.compile(
    r"\s*(?:第?\s*\d+\s*(?:回|週|日|月|限|時間目|位)?|[A-Za-zア-オ])?\s*[.．)]?"
)  # of a timetable, of combinations
_PARTS = re.compile(r"[、，,]\s*")
_SENTENCE = re.compile(r"[ぁ-ん]|[（(][^）)]*$|^[^（(]*[）)]")  # hiragana, or a bracket that a comma cut through
_LEAST = 3  # rows and columns, the heads among them
_SHORT = 3  # characters; a longer cell says more


def recognise(section: Section) -> list[Question]:
    """Questions from tables that compare.

    Where the first column is called 項目 (or the like), its rows are aspects and the other columns subjects: each
    row asks what belongs to one subject, by its cells' parts (``MAE、MSE``: names between commas) where there are
    several, else by cell.
    Where it is called 指標, 手法, サービス, …, or another column 性質, はたらき, … (and the first one holds things, no
    days or people), its rows are subjects: each row asks one of its cells. A cell is asked
    only if no other subject's cell for that aspect is the same, contains it or is contained in it, and if it says
    more than ○ or なし. A subject's name inside its own cell asks nothing.
    """
    questions: list[Question] = []
    offered: frozenset[int] | None = None
    for block in section.walk():
        if block.kind is not Kind.TABLE or min(len(block.rows), len(block.rows[0])) < _LEAST:
            continue
        offered = offered_in(section) if offered is None else offered
        if block.lines.first in offered:
            continue
        rows = [[one_line(cell.text) for cell in row] for row in block.rows]
        head = plain(rows[0][0]).strip()
        if any(len(row) != len(rows[0]) for row in rows):
            continue
        if (head in _ASPECT_HEADS or _is_corner(rows)) and not any(map(_is_attribute, rows[0][1:])):
            questions += _by_aspect(rows, block, section)
        elif head in _SUBJECT_HEADS or _is_of_things(rows, block):
            questions += _by_subject(rows, block, section)
    return questions


def _is_attribute(head: str) -> bool:
    """Whether a column tells something of its rows (用途, 備考, 可否, 正解), and stands for no thing beside others."""
    value = plain(head).strip()
    told = value in _ATTRIBUTES or value in VERDICT_HEADS or REASONS_HEAD.fullmatch(value) is not None
    return told or ANSWER_HEAD.fullmatch(value) is not None or QUESTION_CELL.fullmatch(value) is not None


def _is_of_things(rows: list[list[str]], block: Block) -> bool:
    """Whether a table's rows are things with properties, which no other recogniser asks."""
    head, *others = (plain(cell).strip() for cell in rows[0])
    return bool(_PROPERTIES & set(others)) and bool(head) and not is_no_thing(head) and not is_of_terms(block.rows)


def _is_corner(rows: list[list[str]]) -> bool:
    """Whether a table without a word in its corner compares things: no timetable, no numbered combinations."""
    subjects, aspects = rows[0][1:], [row[0] for row in rows[1:]]
    if rows[0][0].strip() or any(is_no_thing(plain(name).strip()) for name in subjects):
        return False
    names = [plain(name).strip("()[] ") for name in aspects]
    return not any(_NUMBERED.fullmatch(name) or QUESTION_CELL.fullmatch(name) for name in names)


def _by_aspect(rows: list[list[str]], block: Block, section: Section) -> list[Question]:
    subjects = rows[0][1:]
    questions = []
    for number, row in enumerate(rows[1:]):
        aspect, cells = row[0], row[1:]
        if not aspect or not _tell_apart(cells):
            continue
        wanted = number % len(subjects)  # another subject each row, so that the answers differ
        parts = [[part.strip() for part in _PARTS.split(cell) if part.strip()] for cell in cells]
        every = [part for group in parts for part in group]
        if len(every) > len(cells) and _tell_apart(every) and not any(_SENTENCE.search(part) for part in every):
            stem = f"「{aspect}」のうち、{subjects[wanted]}に当てはまるものをすべて選んでください。"
            if len(parts[wanted]) == 1:
                stem = f"「{aspect}」のうち、{subjects[wanted]}に当てはまるのはどれですか。"
            choices = [
                Choice(text(part), at == wanted, reasons=(text(f"{subjects[at]}の{aspect}"),))
                for at, group in enumerate(parts)
                for part in group
            ]
        else:
            stem = f"{subjects[wanted]}の「{aspect}」はどれですか。"
            choices = [
                Choice(text(cell), at == wanted, reasons=(text(f"{subjects[at]}の{aspect}"),))
                for at, cell in enumerate(cells)
            ]
        if not any(fold(subjects[wanted]) in fold(choice.words[0]) for choice in choices):
            questions.append(_made(stem, tuple(choices), block, section))
    return questions


def _by_subject(rows: list[list[str]], block: Block, section: Section) -> list[Question]:
    heads, subjects = rows[0], [row[0] for row in rows[1:]]
    if len({fold(subject) for subject in subjects}) < len(subjects):
        return []
    columns = [at for at in range(1, len(heads)) if heads[at] and _tell_apart([row[at] for row in rows[1:]])]
    questions = []
    for number, row in enumerate(rows[1:]):
        turned = [columns[(number + step) % len(columns)] for step in range(len(columns))]
        fitting = [column for column in turned if not _names_itself(row[0], row[column])]
        fitting.sort(key=lambda column: len(row[column]) <= _SHORT)
        if fitting:
            questions.append(_about(rows, number, fitting[0], block, section))
    return questions


def _about(rows: list[list[str]], number: int, column: int, block: Block, section: Section) -> Question:
    head, aspect, wanted = rows[0][0], rows[0][column], rows[number + 1][column]
    stem = f"ノートの表で、「{aspect}」が「{wanted}」とされている{head}はどれですか。"
    nearest = sorted(range(len(rows) - 1), key=lambda at: (at != number, (at - number) % (len(rows) - 1)))[:4]
    choices = [
        Choice(text(rows[at + 1][0]), at == number, reasons=(text(f"{aspect}：{rows[at + 1][column]}"),))
        for at in sorted(nearest)
    ]
    return _made(stem, tuple(choices), block, section)


def _tell_apart(cells: Sequence[str]) -> bool:
    """Whether each cell says something, and none says what another says, or part of it."""
    values = [fold(cell) for cell in cells]
    if any((_EMPTY.fullmatch(plain(cell)) and not _RANGE.fullmatch(plain(cell))) or mark_of(cell) for cell in cells):
        return False
    if all(_AMOUNT.fullmatch(plain(cell)) for cell in cells):
        return False
    return not any(a in b for at, a in enumerate(values) for other, b in enumerate(values) if at != other)


def _names_itself(subject: str, cell: str) -> bool:
    names = [name for name in re.split(r"[（()）]", subject) if name.strip()]
    return any(fold(name) in fold(cell) for name in names)


def _made(stem: str, choices: tuple[Choice, ...], block: Block, section: Section) -> Question:
    form = form_of(choices)
    parts = (Part("text", text(stem)),)
    return Question(form, parts, choices, NAME, section.file, block.lines, block.position)
