"""Tables that tell of one question, as lines: ``正解 | 解説`` above one row, or ``正解 | B`` in a row of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, owngraded, phrases
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.striking import left_in
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.model import Block, Cell

_PAIR = 2  # rows, or columns
_NAME = re.compile(rf"{answerlines.WORD}(?:番号|肢|記号)?", re.IGNORECASE)
# what tells of another question, or of several: 問題 | 正解, 正解 | 不正解, 正解 | 正答率
_OTHERWISE = re.compile(
    r"問|質問|番号|カード|用語|^No\.?$|^#$|^Q|question|不正解|誤答|率|数|点|計|スコア|score|科目|人|名前", re.IGNORECASE
)
_ONE = rf"[(（「]?(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}]|[①-⑩])[)）」]?"
_LABEL = re.compile(rf"{_ONE}(?:\s*[、,・と&]\s*{_ONE})*(?=$|[\s(（、。,:：.])")


def told_in(table: Block) -> list[Line]:
    """What a table tells of the question above it, a line for each of its names (``正解：B``, ``解説：…``).

    Its names stand above one row of values, or each before its own. One of them says that its value is the answer,
    which begins with a label; none numbers or asks a question, counts answers, or is a label itself.
    """
    rows = table.rows
    if len(rows) == _PAIR and len(rows[0]) == len(rows[1]) > 1 and _is_record(_texts(rows[0]), _texts(rows[1])):
        names, values, numbers = _texts(rows[0]), _texts(rows[1]), [table.lines.first + 2] * len(rows[0])
    elif all(len(row) == _PAIR for row in rows):
        pairs = [_texts(row) for row in rows]
        names, values = [name for name, _ in pairs], [value for _, value in pairs]
        numbers = [table.lines.first + at + (at > 0) for at in range(len(rows))]
        if not _is_record(names, values):
            return []
    else:
        return []
    told = zip(names, values, numbers, strict=True)
    return [
        Line(f"{name}：{value}", Role.TEXT, table, at, opens_block=True) for name, value, at in told if name and value
    ]


def _texts(row: Sequence[Cell]) -> list[str]:
    return [one_line(left_in(cell)).strip() for cell in row]


def _is_record(names: Sequence[str], values: Sequence[str]) -> bool:
    plain = [phrases.bare(name) for name in names]
    keys = [at for at, name in enumerate(plain) if _NAME.fullmatch(name)]
    if len(keys) == 1 and owngraded.is_row_at_odds([phrases.plain(name) for name in names], values, keys[0]):
        return False
    if len(keys) != 1 or not _LABEL.match(phrases.bare(values[keys[0]])):
        return False
    return not any(_OTHERWISE.search(name) or labels.opening(f"{name}.") for name in plain if name)
