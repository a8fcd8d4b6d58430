"""Tables of answers: ``問 | 正解`` row by row, or lying (``問 | 1 | 2`` above ``答 | ア | イ``)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import countedlines
from studynotes.questions.text.runs import NO, YES
from studynotes.questions.words import answerlines, owngraded, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.striking import left_in
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.model import Block, Cell

FEW = 2  # answers that make a list
LABEL_FIRST = re.compile(
    rf"[(「]?(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}]|[①-⑩])[)」]?(?!,\d{{3}}(?!\d))(?=$|[\s(、。,:.])"
)  # not 1,000
_FIRST = re.compile(rf"{LABEL_FIRST.pattern}|[{YES}{NO}]\ufe0f?\s*$")  # … or a verdict on a statement
_OF_KEY = "(?:の?(?:番号|肢|記号|選択肢))?"
ANSWER_HEAD = re.compile(rf"{answerlines.WORD}{_OF_KEY}|Key", re.IGNORECASE)
KEY_HEAD = re.compile(rf"(?:(?:公式(?:の)?)?(?:正解|正答)|公式(?:解答|発表)?|correct.*|key){_OF_KEY}", re.IGNORECASE)
_NUMBER_HEAD = re.compile(
    r"解答番号|(?:設問|小?問|問題)?\s?(?:番号|No\.?|#)|(?:問題?)?範囲|問題?|設問|小問|Q|Question", re.IGNORECASE
)
_EDITION = re.compile(r"版$|^(?:19|20)\d\d(?:年度?)?$|年度$|問題集|テキスト|教科書|参考書|公式|アプリ|サイト")
_OWN_HEAD = re.compile(r"(?:自分|私|わたし)(?:の(?:解答|回答|答え))?")
# how the answer went, or how sure it was: beside 解答 that is what the learner wrote
_TRIED_HEAD = re.compile(r"(?:自己)?(?:判定|結果|採点)|確信度?|自信度?|迷い度?|(?:自分の)?(?:○×|〇×|正誤)")
JUDGING_HEAD = re.compile(r"判定|結果|正誤|○×|自分|私|わたし|採点")
_REMARKS_HEAD = re.compile(r"ひとこと|一言|理由|根拠|解説|説明|メモ|コメント|補足|備考|ポイント|考え方")
_NUMBER_CELL = re.compile(
    r"[\[(（【]?\s*(?:問題?|Q|No|第)?\s*[.．]?\s*\d+(?:-\d+)?\s*問?\s*[\])）】]?[.．]?", re.IGNORECASE
)

QUESTION_CELL = re.compile(r"[\[(（【]?\s*(?:(?:問題?|Q|第)\s*[.．]?\s*\d+\s*問?)\s*[\])）】]?", re.IGNORECASE)
_SEVERAL = re.compile(r"\d\s*(?:[~〜～、,，・]|から)\s*\D{0,2}\d")  # 問1〜3: of which one?
_BETWEEN_FIGURES = re.compile(r"\d+\s*(?:→|⇒)\s*\d+")
_NO_FIGURE = re.compile(rf"[(「]?(?:[A-Ja-j]|[{KATAKANA}])[)」]?")
_NUMBER = re.compile(r"(?:問|Q|No\.?)?\s*[(（]?\s*(\d{1,3})\s*[)）]?")


_KANJI = "一二三四五六七八九十"


def tabled(table: Block, *, own: bool = False) -> list[tuple[str, str]]:
    """The answers of a table that says itself that it gives them: by its column 正解, or 解答 where none judges it.

    ``own``: its title says that it has the learner's; only a column called 正解 beside one of theirs gives answers.
    """
    if beside := side_by_side(table):
        return [entry for part in beside for entry in tabled(part, own=own)]
    lying = list(_lying(table))
    if lying:
        return [] if own else lying
    heads = _heads(table)
    of = columns(heads)
    others = [head for at, head in enumerate(heads) if at not in (of or ())]
    theirs = any(JUDGING_HEAD.search(head) or ANSWER_HEAD.fullmatch(head) for head in others)
    if of is None or (own and not theirs) or ((own or theirs) and not KEY_HEAD.fullmatch(heads[of[1]])):
        return []
    numbers = [_number_in(row[of[0]]).strip() for row in table.rows[1:] if len(row) > max(of)]
    if not all(_NUMBER_CELL.fullmatch(number) for number in numbers):
        return []
    found = list(entries(table))
    labelled = [answer for _, answer in found if LABEL_FIRST.match(phrases.plain(answer))]
    # one row by itself, beneath its question, calls it a question's number and the answer its key
    named = KEY_HEAD.fullmatch(heads[of[1]]) and all(map(QUESTION_CELL.fullmatch, numbers))
    return found if len(labelled) >= (1 if named else FEW) and len(labelled) * 2 > len(found) else []


def titled(table: Block) -> list[tuple[str, str]]:
    """The answers of a table whose column of questions has their titles (``経営戦略-1 | c``), two at least."""
    if beside := side_by_side(table):
        return [entry for part in beside for entry in titled(part)]
    heads = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    of = columns(heads)
    if of is None or any(map(JUDGING_HEAD.search, heads)):
        return []
    rows = [[one_line(left_in(row[at])).strip() for at in of] for row in table.rows[1:] if len(row) > max(of)]
    counted = [bool(_NUMBER_CELL.fullmatch(phrases.plain(title))) or phrases.numbered(title) == "" for title, _ in rows]
    named = [row for row, is_number in zip(rows, counted, strict=True) if row[0] and not is_number]
    labelled = all(LABEL_FIRST.match(phrases.plain(answer)) for _, answer in named if answer)
    return [(title, answer) for title, answer in named if answer] if labelled and len(named) >= FEW else []


def side_by_side(table: Block) -> list[Block]:
    """The tables that stand side by side in one, to save room (``問 | 答 | 問 | 答``); empty for any other."""
    used = [
        at for at in range(len(table.rows[0])) if any(row[at : at + 1] and row[at].text.strip() for row in table.rows)
    ]
    if len(used) < len(table.rows[0]):  # an empty one keeps them apart
        table = replace(table, rows=tuple(tuple(row[at] for at in used if at < len(row)) for row in table.rows))
    heads = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    size = next((size for size in range(FEW, len(heads) // 2 + 1) if heads[:size] == heads[size : size * 2]), 0)
    if not size or heads != heads[:size] * (len(heads) // size) or columns(heads[:size]) is None:
        return []
    starts = range(0, len(heads), size)
    return [replace(table, rows=tuple(row[at : at + size] for row in table.rows)) for at in starts]


def entries(table: Block) -> Iterator[tuple[str, str]]:
    """The numbers of questions and the answers that a table gives; none where it has no columns of these."""
    if beside := side_by_side(table):
        for part in beside:
            yield from entries(part)
        return
    yield from _lying(table)
    yield from _counted(table)
    yield from _by_edition(table)
    heads = _heads(table)
    found = None if is_tried(heads) else columns(heads)
    again = _counted_again([phrases.plain(row[found[0]].text) for row in table.rows[1:]]) if found else set()
    for row in table.rows[1:] if found else ():
        numbered = _number_in(row[found[0]]) if found else ""
        doubted = any(doubts(cell.text) and not _is_of_figures(heads, row, at, found) for at, cell in enumerate(row))
        several = _SEVERAL.search(numbered)
        if found and several and len(row) > found[1] and not doubted:  # 1〜5 | アウイエア
            yield from countedlines.ranged(f"{numbered} {phrases.plain(left_in(row[found[1]]))}")
        number = None if several else re.search(r"\d+(?:-\d+)?", numbered)
        usable = found and number and len(row) > found[1] and not doubted
        if found and number and usable and not owngraded.is_row_at_odds(heads, [cell.text for cell in row], found[1]):
            name = countedlines.statement(number[0]) if numbered.strip() in again else number[0]
            yield name, one_line(left_in(row[found[1]]))


def _number_in(cell: Cell) -> str:
    """A cell's text, a number in kanji (``三``, ``（三）``) as figures."""
    value = phrases.plain(cell.text)
    return phrases.figure_of(alone) if (alone := value.strip(" ()")) and alone[0] in _KANJI else value


def _is_of_figures(heads: Sequence[str], row: Sequence[Cell], at: int, of: tuple[int, int] | None) -> bool:
    """Whether a cell is a remark with an arrow between figures (``1→4``), beside an answer that is no figure (``イ``).

    It tells how something changes: a correction would lead from one answer to another.
    """
    if of is None or len(row) != len(heads) or at in of or not _REMARKS_HEAD.search(heads[at]):
        return False
    said, answer = (phrases.plain(row[each].text).strip() for each in (at, of[1]))
    return _BETWEEN_FIGURES.fullmatch(said) is not None and _NO_FIGURE.fullmatch(answer) is not None


def _counted_again(numbers: Sequence[str]) -> set[str]:
    """The numbers in brackets that count anew what a table's others count already (``1``, ``2``, ``(1)``, ``(2)``).

    They are those of the statements beneath a file's questions.
    """
    told = [each.strip() for each in numbers]
    bracketed = [each for each in told if re.fullmatch(r"[(（]\d+[)）]", each)]
    return set(bracketed) if any(each.strip("()（）") in told for each in bracketed) else set()


def remarks_in(table: Block) -> Iterator[tuple[str, str]]:
    """The numbers of questions, and what a table of answers says with each answer in its columns of remarks."""
    if beside := side_by_side(table):
        for part in beside:
            yield from remarks_in(part)
        return
    heads = _heads(table)
    found = columns(heads)
    about = [at for at, head in enumerate(heads) if at not in (found or ()) and _REMARKS_HEAD.search(head)]
    for row in table.rows[1:] if found and about else ():
        number = re.fullmatch(r"\D{0,4}(\d+(?:-\d+)?)\D?", phrases.plain(row[found[0]].text).strip()) if found else None
        if number and len(row) == len(heads):
            yield from ((number[1], said) for at in about if (said := one_line(left_in(row[at])).strip()))


def _heads(table: Block) -> list[str]:
    """The heads of a table's columns; a first one without, all of whose cells number questions, is called 番号."""
    heads = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    if heads[:1] != [""] or not table.rows[1:]:
        return heads
    cells = [phrases.plain(row[0].text).strip() if row else "" for row in table.rows[1:]]
    return ["番号", *heads[1:]] if all(map(_NUMBER_CELL.fullmatch, cells)) else heads


def _lying(table: Block) -> Iterator[tuple[str, str]]:
    """The answers of a table whose head is ``問 | 1 | 2`` and whose row is ``答 | ア | イ``, and so on."""
    pairs = list(zip(table.rows[::2], table.rows[1::2], strict=False))
    for head, row in pairs[:1]:
        asked = all(QUESTION_CELL.fullmatch(phrases.plain(each.text).strip()) for each in head)
        if len(table.rows) == FEW and len(head) > FEW and asked:
            yield from _paired(head, row)  # 問1 | 問2 | 問3 above ア | ウ | イ
            return
    for numbers, rows in _blocks(table):
        answers = _answering(rows)
        if answers is None:
            return
        yield from _paired(numbers[1:], answers[1:])


def _blocks(table: Block) -> Iterator[tuple[Sequence[Cell], Sequence[Sequence[Cell]]]]:
    """Each row of a table that says that it has numbers, with those beneath it; none if the first is no such row."""
    starts = [at for at, row in enumerate(table.rows) if _NUMBER_HEAD.fullmatch(_first(row))]
    if starts[:1] == [0]:
        ends = [*starts[1:], len(table.rows)]
        yield from ((table.rows[at], table.rows[at + 1 : end]) for at, end in zip(starts, ends, strict=True))


def _answering(rows: Sequence[Sequence[Cell]]) -> Sequence[Cell] | None:
    """The row that says that it answers the numbers above it, beside 配点 or 自分の答え; None if not sure."""
    names = [_first(row) for row in rows]
    found = columns(["問", *names])
    return rows[found[1] - 1] if found and not is_tried(names) else None


def _first(row: Sequence[Cell]) -> str:
    return phrases.plain(row[0].text).strip() if row else ""


def is_tried(heads: Sequence[str]) -> bool:
    """Whether answers under such heads may be the learner's: beside how they went (解答, 判定), and no 正解."""
    own = any(answerlines.is_own(head) or _OWN_HEAD.fullmatch(head) for head in heads)
    return not own and any(map(_TRIED_HEAD.fullmatch, heads)) and not any(map(KEY_HEAD.fullmatch, heads))


def _counted(table: Block) -> Iterator[tuple[str, str]]:
    """The answers of a table whose head only counts (``1 | 2 | 3`` above ``4 | 1 | 2``); for one beneath 解答 alone."""
    head = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    found = [_NUMBER.fullmatch(cell) for cell in head]  # (1) | (2) | (3), too
    counts = len(head) > FEW and [each and each[1] for each in found] == [str(at) for at in range(1, len(head) + 1)]
    if counts and len(table.rows) == FEW:
        answers = _paired(table.rows[0], table.rows[1])
        yield from ((number, answer) for number, answer in answers if _FIRST.match(phrases.plain(answer)))


def _by_edition(table: Block) -> Iterator[tuple[str, str]]:
    """The answers that all columns of a table give, which are each a book's (``問 | 2022年版 | 2024年版``)."""
    heads = _heads(table)
    at = [index for index, head in enumerate(heads) if _NUMBER_HEAD.fullmatch(head)]
    editions = [index for index, head in enumerate(heads) if _EDITION.search(head) and not answerlines.is_own(head)]
    if len(at) != 1 or len(editions) < FEW or len(editions) + 1 != len(heads):
        return
    for row in table.rows[1:]:
        number = re.search(r"\d+(?:-\d+)?", phrases.plain(row[at[0]].text)) if len(row) == len(heads) else None
        told = {one_line(left_in(row[index])).strip() for index in editions} if number else set()
        if number and len(told) == 1 and LABEL_FIRST.fullmatch(phrases.plain(answer := told.pop())):
            yield number[0], answer


def _paired(numbers: Sequence[Cell], answers: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    for number, answer in zip(numbers, answers, strict=True):
        found = re.search(r"\d+(?:-\d+)?", phrases.plain(number.text))
        if found and left_in(answer).strip():
            yield found[0], one_line(left_in(answer))


def parted(table: Block) -> Iterator[tuple[str, str, str]]:
    """Part, number and answer where a table has a row for each part (``一 | ウ | エ`` beneath ``(1) | (2)``).

    Or where it has a column for each part (``1 | ① | ④`` beneath ``問 | Ⅰ | Ⅱ``), or a row for each answer, the part
    named before its first only (``設問1 | (1) | イ``, ``(2) | エ``).
    """
    if any(_lying(table)) or side_by_side(table):
        return
    head, *rows = [[one_line(left_in(cell)) for cell in row] for row in table.rows]
    numbers = [_NUMBER.fullmatch(cell.strip()) for cell in head[1:]]
    if numbers and all(numbers):
        for row in rows:
            yield from (
                (row[0], found[1], cell) for found, cell in zip(numbers, row[1:], strict=True) if found and cell
            )
        return
    if columns([phrases.plain(cell).strip() for cell in head]):
        return
    numbers = [_NUMBER.fullmatch(row[0].strip()) for row in rows]
    if all(numbers):
        for found, row in zip(numbers, rows, strict=True):
            yield from ((part, found[1], cell) for part, cell in zip(head[1:], row[1:], strict=True) if found and cell)
        return
    if all(row[0].strip() for row in rows):
        return
    part = ""
    for row in rows:
        found = _NUMBER.fullmatch(row[1].strip()) if len(row) > FEW else None
        part = row[0] or part
        if found and part and row[2]:
            yield part, found[1], row[2]


def columns(heads: Sequence[str]) -> tuple[int, int] | None:
    """The columns of numbers and of answers: the one called 正解 or 正答, else the only one called by another word."""
    keys = [at for at, head in enumerate(heads) if KEY_HEAD.fullmatch(head)]
    answers = keys or [at for at, head in enumerate(heads) if ANSWER_HEAD.fullmatch(head) and at]
    numbers = [at for at, head in enumerate(heads) if _NUMBER_HEAD.fullmatch(head)]
    return (numbers[0], answers[0]) if len(answers) == 1 and len(numbers) == 1 else None
