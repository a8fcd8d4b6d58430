"""Explanations that came along when a question was made of a copy of another one, and were never written anew.

Who writes many questions copies the last one and changes it. What tells of choices by their labels
(``b はインストール、c は …``), or a sentence that explains, and stands word for word beneath other choices, too, is of
those where it stood first; and so may be the answer above it. A sentence that ends in the answer (``…なのでニ。``) may
be of either.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from studynotes.questions.text.choicetable import lines_with_tables
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Collection as Group
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studynotes.model import Collection

NAME = "pasted"
_LABEL = rf"[(（「]?(?:[A-Ja-jＡ-Ｊａ-ｊ1-9１-９{KATAKANA}①-⑩])[)）」]?"
_OF_LABEL = re.compile(rf"[\s　・※]*(?:選択肢|肢)?{_LABEL}(?:[、,・と]{_LABEL})*[\s　]*[はがも]")
_EXPLAINS = re.compile(
    rf"(?:{_LABEL}[\s　]*)?[^\s　※(（・].*[ぁ-ん一-鿿ァ-ヺー][^。]*。[\s　]*$"
)  # a sentence, whatever it tells of
_CONCLUDES = re.compile(
    rf"(?:で|ので|から|よって|ゆえに|したがって)、?{_LABEL}(?:です|だ|が正解|を選ぶ)?。?[\s　]*$"
    rf"|{_LABEL}の[^。、]{{1,30}}が(?:正しい|正解|適切|答え)(?:です|だ)?。?[\s　]*$"
)
_LEAST = 20  # characters: "ア は誤り。" comes by itself again


def pasted_in(collection: Collection) -> str:
    """The numbers of the lines that explain choices as a line before them does, which stands beneath other choices."""
    seen: Counter[str] = Counter()
    for page in collection.pages:
        seen.update(line.text.strip() for line in lines_of(page.all_blocks) if _explains(line))
    again = {text for text, times in seen.items() if times > 1}
    pages = ([*lines_with_tables(page.all_blocks, {})] for page in collection.pages) if again else ()
    return " ".join(map(str, sorted(set(_later(pages, again)))))


def _explains(line: Line) -> bool:
    if len(line.text) < _LEAST or line.role is Role.CODE:
        return False
    told = _OF_LABEL.match(line.text) or _EXPLAINS.match(line.text)
    return told is not None and not _asks(line.text)


def _asks(text: str) -> bool:
    return phrases.is_question(text) or phrases.has_gap(text)


def _later(pages: Iterable[Sequence[Line]], again: Group[str]) -> Iterator[int]:
    """The lines with these texts, of each those that do not stand beneath the same choices as the first.

    Of what ends in an answer, the first one as well.
    """
    first: dict[str, tuple[str, int]] = {}
    for lines in pages:
        choices = ""
        for line in lines:
            text = line.text.strip()
            label = labels.opening(text) if line.role is not Role.CODE else None
            if text in again:
                known, number = first.setdefault(text, (choices, line.number))
                if known != choices:
                    yield line.number
                    yield from [number] if _CONCLUDES.search(text) else []
            elif (line.role is Role.ITEM and line.own_number == 1) or (label and labels.follows((), label[0])):
                choices = text


def lines_told(listed: Mapping[str, str]) -> frozenset[int]:
    """The lines that :func:`pasted_in` told of."""
    return _numbers(listed[NAME]) if NAME in listed else frozenset()


@lru_cache(maxsize=16)  # each question of a file asks
def _numbers(told: str) -> frozenset[int]:
    return frozenset(map(int, told.split()))
