"""Tables that hold a question's choices, as lines: ``記号 | 選択肢`` row by row, or ``ア | イ | ウ`` above one row."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.model import Block, Cell, Kind
from studynotes.questions.text import legend, recordtable
from studynotes.questions.text.inlineruns import bold_in, joined_runs
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Line, Role, lines_in, lines_of
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.concluding import names_choice
from studynotes.questions.words.marks import named_right
from studynotes.questions.words.striking import has_more, is_struck, left_in, with_tags_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAMING_HEADS = frozenset(
    ["正解", "正答", "答", "答え", "解答", "正", "Correct", "Answer"]
)  # ○ there is the answer, whatever is asked
VERDICT_HEADS = NAMING_HEADS | {
    "正誤",
    "判定",
    "正否",
    "○×",
    "〇×",
    "結果",
    "可否",
    "適否",
    "真偽",
    "該当",
    "対応",
    "正誤判定",
}
"""What a table's column of verdicts is called."""

OFFERED = re.compile(r"選択|肢|候補|解答群|choices?|options?", re.IGNORECASE)  # in a head: its column holds choices
LABEL_HEADS = frozenset(["", "記号", "番号", "選択肢", "肢", "選択", "ラベル", "#", "No", "No."])
_CHOICES_HEADS = frozenset(["選択肢", "肢", "選択"])
_LEAST = 2  # choices
_ABOVE = 6  # blocks that may stand between a question and its table
_ANSWERS = frozenset("★☆●■◆▲◎⭕○✅✔☑✓")  # what a legend may say is the answer's
_MARKS_HEAD = re.compile(
    r"(?:印|しるし|マーク|記号|チェック|正解|正答|答え?|解答|回答|選択|判定|結果|[○〇]?[×✕☓]?)(?:欄|印)?|.{0,3}[欄印]"
)
_WRONG = "×✕☓✗✘❌"
_JUDGING = f"○◯〇⭕✅✔✓{_WRONG}"
_JUDGED = re.compile(rf"[\s　]*(?P<sign>[{_JUDGING}])\ufe0f?(?:[\s　。、,:：]+|$|(?=[(（]))")  # × キーロガー
_GUESSED = re.compile(
    r"たぶん|多分|おそらく|恐らく|かも(?!し[かれ]の)|はず(?:$|[。.)）だで])|[?？][\s。)）]*$|自信(?:が)?な|勘で|と思う|気がする|(?:前回|自分)[はが]"
)
_MARKS = re.compile(r"[\s　~*]*(?:[★☆●■◆▲△▽▼◎⭕○◯〇×✕☓✗✘❌✅✔☑✓]\ufe0f?[\s　~*]*)*")
REASONS_HEAD = re.compile(
    r"なんで|なぜ|理由|根拠|解説|説明|メモ|コメント|備考|ポイント|ひとこと|一言|考え方|Explanation|Reason"
)
# columns of what the learner chose: 自分の選択, 予想, 1回目
_OWN_HEAD = re.compile(
    r"(?:自分|私|わたし|僕|俺|あなた)(?:[のが].*)?|(?:.*の)?(?:回答|予想|選択|マーク|勘)|.*選んだ.*|.{1,2}(?:回|周|度)目?の?.{0,3}|前回.*"
)
_RIGHT = re.compile(r"(?:正解|正答|せいかい|これが?正解)(?:[。、:!！\s(（]|$)")  # 正解。カルテ倉庫
_SENTENCE = re.compile(r"(?<=[。？?])")
_NEAR = 3  # lines after a table that may give its answer


def lines_with_tables(blocks: Sequence[Block], listed: Mapping[str, str]) -> Iterator[Line]:
    """The lines of ``blocks``, and those of tables of choices among them.

    A table holds choices where its first column or its head is nothing but labels in order (A, B, … or ア, イ, …),
    no column is one of verdicts or answers, and a question stands right before it or an answer right behind it (beneath
    a paragraph nothing need tell so of a single row of three or more); or where it has a column of nothing but marks,
    and the file (``listed``) says which of them is the answer's. So are those of tables that tell of one question
    (:mod:`.recordtable`).
    """
    after = 0  # the table before
    for index, block in enumerate(blocks):
        if block.kind is Kind.TABLE:
            yield from lines_of(blocks[after:index])
            after = index + 1
            sign = legend.in_force(listed, block.lines.first) if legend.NAME in listed else ""
            told = _by_marks(block, sign, before=blocks[max(0, index - 1) : index]) or recordtable.told_in(block)
            if told:
                yield from told
            elif (
                _is_asked(block, blocks[max(0, index - _ABOVE) : index])
                or _tells_right(block)
                or _is_judged(block)
                or _is_answered(blocks[index + 1 : index + 1 + _NEAR])
            ):
                yield from _by_row(block, sign) or _by_column(block)
            elif index and blocks[index - 1].kind is Kind.PARAGRAPH and len(block.rows[0]) > _LEAST:
                yield from _by_column(block)
    yield from lines_of(blocks[after:])


def _is_asked(table: Block, before: Sequence[Block]) -> bool:
    """Whether what stands before a table asks to choose, code and tags without words left out.

    Paragraphs and sentences that neither ask, answer nor offer (``変数は整数型とする。``) may stand between, where the
    table says itself that it has choices. Beneath a question for a figure (``…はいくらか``) it must have no head.
    """
    named, headless = _names_choices(table), _is_headless(table)
    for block in reversed(before):
        if block.kind in (Kind.TABLE, Kind.RULE):
            return False
        lines = list(lines_in(block))
        if all(line.role is Role.CODE for line in lines) or phrases.is_caption(lines[-1].text):
            continue
        last = lines[-1].text
        if any(
            phrases.is_question(each) and (headless or phrases.selects(each))
            for each in (_SENTENCE.split(last) if named else [last])
        ):
            return True
        told = (answerlines.answer(line.text) is not None or labels.opening(line.text) for line in lines)
        if block.kind is not Kind.PARAGRAPH or not named or any(told):
            return False
    return False


def _names_choices(table: Block) -> bool:
    """Whether a table's head says that it has choices, and nothing else."""
    heads = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    return len(heads) == _LEAST and heads[0] in _CHOICES_HEADS and not REASONS_HEAD.fullmatch(heads[1])


def _is_headless(table: Block) -> bool:
    """Whether a table of three rows or more has nothing in its head, and labels in its first of two columns."""
    heads, body = table.rows[0], table.rows[1:]
    return len(heads) == _LEAST < len(body) and not any(cell.text.strip() for cell in heads)


def _is_answered(after: Sequence[Block]) -> bool:
    for line in islice(lines_of(after), _NEAR):
        if line.role is Role.HEADING and answerlines.answer(line.text) is None:
            return False
        if answerlines.answer(line.text) is not None or named_right(line.text) or names_choice(line.text):
            return True
    return False


def _tells_right(table: Block) -> bool:
    """Whether a row of a table has a cell that calls it the right one (``正解。…``)."""
    return sum(any(_RIGHT.match(phrases.bare(cell.text)) for cell in row) for row in table.rows[1:]) > 0


def _is_judged(table: Block) -> bool:
    """Whether a table says that it has choices, and has what judges each of them (``選択肢 | 内容 | 理由``)."""
    heads, body = [phrases.plain(cell.text).strip() for cell in table.rows[0]], table.rows[1:]
    even = all(len(row) == len(heads) for row in body)
    return even and any(map(OFFERED.search, heads[:2])) and _judging(heads, body) is not None


def _by_row(table: Block, sign: str) -> list[Line]:
    """The choices of a table row by row, ``sign`` being what the file says is the answer's.

    A column of which each cell begins with ○ or ×, ✅ or ❌ judges them, whatever its head is.
    """
    heads = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    body = table.rows[1:]
    names = [_label(row[0]) for row in body]
    fits = heads[0] in LABEL_HEADS and len(body) >= _LEAST and all(len(row) == len(heads) > 1 for row in body)
    if not fits or not _in_order(names) or any(head in VERDICT_HEADS for head in heads):
        return []
    apart = len({row[1].text.strip() for row in body}) == len(body)
    reasons = next((at for at, head in enumerate(heads) if at > 1 and REASONS_HEAD.fullmatch(head)), None)
    judging = _judging(heads, body) if apart else None
    alone = apart and (heads[0] != "" or reasons is not None or judging is not None)
    right = [_RIGHT.match(phrases.bare(row[reasons].text)) is not None for row in body] if reasons and alone else []
    result: list[Line] = []
    for number, (name, row) in enumerate(zip(names, body, strict=True), table.lines.first + 2):
        if len(heads) == _LEAST or alone:
            line = _line(table, number, f"{name}. ", row[1], row[0])
            named = right and not all(right) and right[number - table.lines.first - 2]
            mark = _JUDGED.match(row[judging].text) if judging else None
            named = named or (mark is not None and mark["sign"] in legend.alike(sign))
            told = " ← 正解" if named else f" {mark['sign']}" if mark and not (sign and sign in _JUDGING) else ""
            result.append(replace(line, text=f"{line.text}{told}"))
            result += [
                _about(table, number, heads[at], row[at], mark.end() if mark and at == judging else 0)
                for at in range(2, len(heads))
            ]
        else:  # a combination: all of the row is the choice
            words = "、".join(f"{head}：{cell.text.strip()}" for head, cell in zip(heads[1:], row[1:], strict=True))
            result.append(Line(f"{name}. {words}", Role.TEXT, table, number, opens_block=True))
    return [line for line in result if line.text]


def _judging(heads: Sequence[str], body: Sequence[Sequence[Cell]]) -> int | None:
    """The only column behind the choices of which each cell begins with ○ or ×, both of them; None without one.

    Not of what the learner chose or guessed, nor one that strikes something out. ✅ may tick off what is done
    (``復習``): it judges beneath a head for reasons or marks.
    """
    found = []
    for at in range(2, len(heads)):
        signs = [mark["sign"] if (mark := _JUDGED.match(row[at].text)) else "" for row in body]
        both = all(signs) and len({sign in _WRONG for sign in signs}) > 1
        struck = any("~~" in row[at].text or any(run.deleted for run in row[at].inlines) for row in body)
        struck = struck or any(_GUESSED.search(row[at].text) for row in body)
        ticked = not {*"✅✔✓"}.isdisjoint(signs) and not _is_for_ticks(heads[at])
        if both and not struck and not ticked and not _OWN_HEAD.fullmatch(phrases.bare(heads[at])):
            found.append(at)
    return found[0] if len(found) == 1 else None


def _is_for_ticks(head: str) -> bool:
    """Whether what a column is called lets a tick there judge a choice."""
    return REASONS_HEAD.search(head) is not None or _MARKS_HEAD.fullmatch(head) is not None


def _by_marks(table: Block, sign: str, before: Sequence[Block]) -> list[Line]:
    """The choices of a table with a column of marks (``| イ | 250 W | ◎ |``), those with the file's ``sign`` as right.

    Several are only where the line above asks for several; what is struck out is no mark.
    """
    body, width = table.rows[1:], len(table.rows[0])
    names = [_label(row[0]) for row in body]
    columns = [
        at for at in range(1, width) if all(len(row) == width and _MARKS.fullmatch(row[at].text) for row in body)
    ]
    fits = sign in _ANSWERS and len(columns) == 1 and _MARKS_HEAD.fullmatch(_head(table, columns[0])) is not None
    fits = fits and width > _LEAST and len(body) > _LEAST and _in_order(names)
    fits = fits and not any(_head(table, at) in VERDICT_HEADS for at in range(width))
    marks = [left_in(row[columns[0]]) for row in body] if fits and all(names) else []
    if not any(mark.strip() for mark in marks):
        return []
    right = [any(each in mark for each in legend.alike(sign)) for mark in marks]
    above = list(lines_of(before))
    if sum(right) > 1 and not (above and ask_of(above[-1].text).several):
        right = [False] * len(right)
    words, *others = [at for at in range(1, width) if at not in columns]
    result: list[Line] = []
    for number, (name, row, is_right) in enumerate(zip(names, body, right, strict=True), table.lines.first + 2):
        line = _line(table, number, f"{name}. ", row[words])
        result.append(replace(line, text=f"{line.text} ← 正解") if is_right else line)
        result += [_about(table, number, table.rows[0][at].text.strip(), row[at]) for at in others]
    return [line for line in result if line.text]


def _head(table: Block, column: int) -> str:
    return phrases.plain(table.rows[0][column].text).strip()


def _by_column(table: Block) -> list[Line]:
    names = [_label(cell) for cell in table.rows[0]]
    if len(table.rows) != _LEAST or len(names) < _LEAST or len(table.rows[1]) != len(names) or not _in_order(names):
        return []
    return [
        _line(table, table.lines.first + 2, f"{name}. ", cell, head)
        for name, head, cell in zip(names, table.rows[0], table.rows[1], strict=True)
    ]


def _label(cell: Cell) -> str:
    """The label that a cell is, and nothing else; ``""`` where it is more."""
    value = phrases.bare(cell.text)
    found = labels.opening(f"{value.strip('()[]. ')}.")
    return found[0] if found and len(value) <= len("(10)") else ""


def _in_order(names: Sequence[str]) -> bool:
    return all(labels.follows(names[:index], name) for index, name in enumerate(names))


def _line(table: Block, number: int, label: str, cell: Cell, head: Cell | None = None) -> Line:
    """A choice as a line: bold where its cell is, or where its label's is; struck out where its words are."""
    runs = with_tags_read(cell.inlines)
    value, code = joined_runs(runs)
    shift = len(label)
    struck, strong = is_struck(runs), _is_strong(cell)
    return Line(
        label + value.strip(), Role.TEXT, table, number,
        tuple((start + shift, end + shift) for start, end in code), opens_block=True, strong=strong,
        strong_label=head is not None and _is_strong(head) and not strong, struck=struck,
        mended=struck and has_more(runs),
        bold=() if strong else tuple((start + shift, end + shift) for start, end in bold_in(runs)),
    )  # fmt: skip


def _is_strong(cell: Cell) -> bool:
    """Whether all words of a cell are bold."""
    return bool(cell.text.strip()) and all(run.strong or not run.text.strip() for run in cell.inlines)


def _about(table: Block, number: int, head: str, cell: Cell, start: int = 0) -> Line:
    """What another column says of the choice, beneath it, from ``start`` on; nothing of what the learner chose."""
    said = cell.text[start:].strip()
    words = f"{head}：{said}" if said and not _OWN_HEAD.fullmatch(phrases.bare(head)) else ""
    return Line(words, Role.DETAIL, table, number, depth=1, opens_block=True)
