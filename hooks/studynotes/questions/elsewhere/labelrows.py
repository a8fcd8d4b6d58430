"""Rows of answers without numbers: ``B、D、A、A``, ``アウイエア イエアウウ``, one label an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import answertitles
from studynotes.questions.text.lines import Role
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.text.lines import Line

_SINGLE = rf"[(「\[【]?(?:[A-Ja-j]|10|[1-9]|[①-⑩]|[{KATAKANA}])[)」\]】]?"
_GLUED = rf"(?:[A-Ja-j]{{2,}}|[{KATAKANA}]{{2,}}|[①-⑩]{{2,}}|[1-9]{{5}})"  # fives of figures: 1185 is a year
_PARTED = rf"{_SINGLE}(?:(?:\s*[、,・/|→⇒]\s*|\s+){_SINGLE})*"
_ROW = re.compile(rf"(?:{_PARTED}|{_GLUED}(?:[\s、,・/|]+{_GLUED})*)[。.]?")
_ROMAN = re.compile(r"i{2,3}", re.IGNORECASE)  # ⅲ is one label
_SINGLES = re.compile(r"10|[^\s、,・/|→⇒。.()「」【】\[\]]")
_SET_APART = re.compile(r"[、,・/|→⇒]|\d{2}")
_FIGURES = re.compile(r"\d{5}")
# 答え：ア、ウ、イ, 【解答】アウイエア, 正解は順に、ア、ウ、イ
_TITLED = re.compile(
    r"[【\[(]?(?:答え?|こたえ|解答|正解|正答|Answers?|Key)(?:一覧)?[】\])]?\s*(?:[(]?(?:は|を)?\s*(?:上から|前から|左から)?順に?、?\s*[)]?)?"
    r"\s*[:→⇒、]?\s*(?P<row>.+?)(?:です|となります|になります)?[。]?",
    re.IGNORECASE,
)
LEAST = 3  # labels
_FIRST = frozenset("【［[（(答こ解正AaKkＡａＫｋ")  # as such a line may begin


def opens(lines: Sequence[Line]) -> bool:
    """Whether lines begin with 答え and a row that answers several questions: one of its labels comes twice."""
    first = lines[0]
    row = labels_in(after_title(first.text)) if first.role is Role.TEXT else []
    if row:
        return len(row) >= LEAST and len(set(row)) < len(row)
    if not lines[1:] or not answertitles.is_answer_list(first.text):
        return False
    row = of_line(lines[1])
    return len(row) >= LEAST and len(set(row)) < len(row)


def after_title(text: str) -> str:
    """What follows 答え in its line."""
    if text.lstrip(" 　*")[:1] not in _FIRST:
        return ""
    found = _TITLED.fullmatch(phrases.words_alone(text))
    return found["row"] if found else ""


def of_line(line: Line) -> list[str]:
    """The labels of a line that is nothing else."""
    said = phrases.words_alone(line.text)
    if line.role is Role.HEADING or line.struck or line.mended or not said or doubts(line.text):
        return []
    if line.own_number is not None or (line.role is Role.ITEM and _ROW.fullmatch(said) is None):
        return []
    return [each for row in said.split("\n") for each in labels_in(row)]


def labels_in(said: str) -> list[str]:
    """The labels of a row; figures stand apart, or in several groups of five.

    ``1 ③ 2 ②`` is none: every other figure counts, as the numbers of questions do.
    """
    said = said.strip()
    if (
        not said
        or len(said) > phrases.LONGEST
        or not _ROW.fullmatch(said)
        or _ROMAN.fullmatch(said.strip("。."))
        or (len(_FIGURES.findall(said)) == 1 and said.strip("。. ").isdigit())
    ):
        return []
    found = [labels.normal(each) for each in _SINGLES.findall(said)]
    counts = found[::2] == [str(at) for at in range(1, len(found) // 2 + 1)]
    return [] if counts and len(found) >= LEAST and not _SET_APART.search(said) else found
