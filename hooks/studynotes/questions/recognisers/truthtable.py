"""Tables of statements: a column 答, 正誤, … beside one called 問題文, 記述, …; or one for はい and one for いいえ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind, Lines
from studynotes.questions.question import text
from studynotes.questions.recognisers import statements
from studynotes.questions.recognisers.statements import Statement
from studynotes.questions.text import runs
from studynotes.questions.words import phrases
from studynotes.questions.words.disowning import reneges
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.opposing import is_contrary
from studynotes.questions.words.striking import left_in
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SAID_HEADS = frozenset(["問題文", "記述", "文", "問題", "設問", "説明文", "文章", "内容"])
_TRUTH_HEADS = frozenset(
    ("答", "答え", "解答", "正解", "正答", "Answer", "正誤", "正/誤", "正否", "真偽", "○×", "○/×", "○か×か")
)
# … and where nothing else stands beside than a number and a reason
_CLAIM_HEADS = frozenset(["命題", "主張", "説明", "言明", "ステートメント", "Statement"])
_ASKING_HEADS = frozenset(
    (
        "正しい?",
        "正しいか",
        "正しいか?",
        "正しいですか?",
        "T/F",
        "True/False",
        "○か×",
        "○×?",
        "正誤判定",
        "真偽値",
        "真か偽か",
        "正か誤か",
    )
)
_JUDGING_HEADS = frozenset(["判定", "○×", "○/×", "○か×", "○か×か", "○×?"])
_KEY_HEADS = frozenset(["正解", "正答", "解答"])  # ticked there: what one got right
# What may also be a point of a check list, or a question whose result is noted: ログを残している。 | ○
_CHECKED_HEADS = frozenset(["内容", "説明", "主張", "問題", "問題文", "設問"])
FRONT = frozenset(["おもて", "表", "表面", "オモテ", "Front"])  # of cards
BACK = frozenset(["うら", "裏", "裏面", "ウラ", "Back"])
_SIGN = re.compile(r"[○◯〇]|[×✕☓✗✘]|\s")  # as they are written in heads: 〇✕
_NOUN = re.compile(r"[^\sぁ-ん。.]+")  # a feature's name, and no statement: 多重継承 | ○
_WHY_HEADS = frozenset(["理由", "解説", "説明", "補足", "コメント", "メモ", "ポイント", "根拠", "備考", "正しくは"])
_IN_CELL = re.compile(rf"{statements.MARK}|(?P<yes2>はい|Yes)|(?P<no2>いいえ|No)", re.IGNORECASE)
_ADDED = re.compile(r"(?<=.)[(（][^()（）]{1,30}[)）]$")
_VERDICTS = re.compile(r"[○◯〇×✕☓✗✘?？]|はい|いいえ|Yes|No|正|誤")
_TICKED = {"✅": "○", "☑": "○", "✔": "○", "✓": "○", "❎": "×"}  # in a column that also has ×
_NUMBER_HEAD = re.compile(r"(?:問題?|設問|文|項)?\s?(?:番号|No\.?|#|＃)|問|Q|番|記号|\s*", re.IGNORECASE)
_BOXES = (["はい", "いいえ"], ["○", "×"], ["正", "誤"], ["正しい", "誤り"], ["Yes", "No"], ["True", "False"])
_TICKS = frozenset("●○◯〇✓✔✅☑")


def of_table(blocks: Sequence[Block], index: int) -> Iterator[Statement]:
    """The statements in the block at ``index``, if it is a table of them and no question's choices."""
    block = blocks[index]
    above = blocks[index - 1] if index else None
    if block.kind is not Kind.TABLE or (above and above.kind is not Kind.HEADING and _is_asked(above)):
        return
    heads = [phrases.plain(cell.text).strip() for cell in block.rows[0]]
    if heads[0] in _SAID_HEADS and heads[1:] in _BOXES:
        yield from _of_boxes(block)
        return
    said, truth = _columns(heads)
    why = next((at for at, head in enumerate(heads) if head in _WHY_HEADS and at != said), None)
    if said is None or truth is None or any(len(row) != len(heads) for row in block.rows):
        return
    cells = [_without_aside(left_in(row[truth]).strip()) for row in block.rows[1:]]
    marks = [_IN_CELL.fullmatch(cell) for cell in (cells if heads[truth] in _KEY_HEADS else _signs(cells))]
    about = above is not None and runs.ABOUT_TRUTH.search(phrases.plain(above.text)) is not None
    given = [mark for mark, cell in zip(marks, cells, strict=True) if cell or not about]  # one may be left blank
    if not _is_usual(heads, said, truth) and not _is_sure(block, heads, (said, truth), given):
        return
    kinds = {(mark["yes"] or mark["yes2"]) is not None for mark in marks if mark}
    # a row may be open, or in doubt
    all_told = heads[said] not in FRONT and (sum(map(bool, marks)) * 2 > len(marks) or len(kinds) == len((True, False)))
    for number, (row, alone) in enumerate(zip(block.rows[1:], marks, strict=True), block.lines.first + 2):
        words = one_line(row[said].text)
        told = statements.LEADING.match(words) or statements.ASIDE.search(words)
        words = statements.ASIDE.sub("", statements.LEADING.sub("", words, count=1)) if told else words
        explained = _with_reason(left_in(row[truth])) if told and not alone else None
        mark = alone or explained
        stated = len(words) >= statements.SHORTEST and not _NOUN.fullmatch(words) and not phrases.is_question(words)
        if mark and (all_told or told) and stated:
            reason = text(one_line(row[why].text)) if why is not None and row[why].text.strip() else ()
            right = mark["yes"] is not None if explained else (mark["yes"] or mark["yes2"]) is not None
            reason = reason or (text(explained["reason"]) if explained and explained["reason"] else ())
            contrary = right and any(is_contrary(words, one_line(cell.text)) for cell in row[truth:])
            if not contrary and not any(doubts(cell.text) for cell in row):
                yield Statement(text(words), right, reason, Lines(number, number), block)


def _columns(heads: Sequence[str]) -> tuple[int | None, int | None]:
    """Which columns state, and call that right or wrong."""
    said = next((at for at, head in enumerate(heads) if head in _SAID_HEADS | FRONT), None)
    said = next((at for at, head in enumerate(heads) if head in _CLAIM_HEADS), None) if said is None else said
    signs = [_SIGN.sub(_as_usual, head) for head in heads]
    known = _TRUTH_HEADS | BACK, _ASKING_HEADS | {"判定"}
    truths = (next((at for at, head in enumerate(signs) if head in each and at != said), None) for each in known)
    return said, next((at for at in truths if at is not None), None)


def _is_usual(heads: Sequence[str], said: int, truth: int) -> bool:
    return heads[said] in _SAID_HEADS | FRONT and _SIGN.sub(_as_usual, heads[truth]) in _TRUTH_HEADS | BACK


def _signs(cells: Sequence[str]) -> Sequence[str]:
    """The verdicts of a column, its ticks as ○ where it has crosses, too."""
    crossed = any(cell.rstrip("\ufe0f") in ("❌", "✖", "✗", "✘", "❎", "×", "✕") for cell in cells)
    return [_TICKED.get(cell.rstrip("\ufe0f"), cell) for cell in cells] if crossed else cells


def _is_sure(block: Block, heads: Sequence[str], of: tuple[int, int], marks: Sequence[re.Match[str] | None]) -> bool:
    """Whether a table whose heads may have other things, too, has nothing but sentences and verdicts of both kinds.

    Else its rows are features, points of a check list, or questions with what the learner made of them.
    """
    said, truth = of
    others = (head for at, head in enumerate(heads) if at not in of)
    if not all(head in _WHY_HEADS or _NUMBER_HEAD.fullmatch(head) for head in others) or not all(marks):
        return False
    signed = not any(each and re.search(r"\w", each[0]) for each in marks)
    if signed and _SIGN.sub(_as_usual, heads[truth]) in _JUDGING_HEADS and heads[said] in _CHECKED_HEADS:
        return False
    kinds = {(mark["yes"] or mark["yes2"]) is not None for mark in marks if mark}
    sentences = all(statements.SENTENCE.search(one_line(row[said].text).strip()) for row in block.rows[1:])
    return len(kinds) > 1 and sentences


def _without_aside(cell: str) -> str:
    """A cell without what it adds in brackets (``はい（ログイン不要）``), if that judges and doubts nothing."""
    found = _ADDED.search(cell)
    said = found[0] if found else ""
    unsure = not said or _VERDICTS.search(said) or hedged(said) or doubts(said) or reneges(said)
    return cell if unsure else cell[: -len(said)].rstrip()


def _with_reason(cell: str) -> re.Match[str] | None:
    """The verdict on a card's back, with what explains it (``× 哺乳類``), and neither doubts it nor takes it back."""
    found = statements.LISTED.fullmatch(one_line(cell).strip())
    reason = (found["reason"] or "") if found else ""
    return None if _VERDICTS.search(reason) or hedged(reason) or doubts(reason) or reneges(reason) else found


def _as_usual(sign: re.Match[str]) -> str:
    """A sign in a head as most write it; nothing for a space."""
    return "○" if sign[0] in "○◯〇" else "×" if sign[0] in "×✕☓✗✘" else ""


def _of_boxes(block: Block) -> Iterator[Statement]:
    """The rows of a table with a column for はい and one for いいえ, one of which has a mark."""
    for number, row in enumerate(block.rows[1:], block.lines.first + 2):
        yes, no = (cell.text.strip() for cell in row[1:])
        words = one_line(row[0].text)
        if (yes in _TICKS) is not (no in _TICKS) and "" in (yes, no) and len(words) >= statements.SHORTEST:
            yield Statement(text(words), yes in _TICKS, (), Lines(number, number), block)


def _is_asked(before: Block) -> bool:
    return before.kind in (Kind.PARAGRAPH, Kind.HEADING) and phrases.is_question(before.text.split("\n")[-1])
