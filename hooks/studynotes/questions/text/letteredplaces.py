"""Answers in letters to choices that have figures, where the file says how they count: ``1番目＝A``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Collection

NAME = "letters for places"
_LETTER = r"[A-Ia-iＡ-Ｉａ-ｉ]"
_LETTERS = re.compile(rf"{_LETTER}(?:\s*[,、，・/と&\s]\s*{_LETTER})*")
# 1番目＝A, A＝1番目, A〜D＝1〜4: where the same paragraph speaks of choices or answers
_TOLD = re.compile(
    r"(?<!\d)1(?:番目?|つ目|個目)?\s*[=→]\s*A(?![A-Za-z])|(?<![A-Za-z])A\s*[=→]\s*1(?:番目?|つ目|個目)"
    r"|(?<![A-Za-z])A\s*[~〜-]\s*[B-J]\s*(?:は|=|→)\s*(?:上から(?:の)?順|1\s*[~〜-]\s*[2-9])"
)
_OF_CHOICES = re.compile(r"選択肢|正解|正答|解答|答え|こたえ")
_FIGURES = str.maketrans("ABCDEFGHIabcdefghiＡＢＣＤＥＦＧＨＩａｂｃｄｅｆｇｈｉ", "123456789" * 4)


def is_told(collection: Collection) -> bool:
    """Whether a paragraph of the file says that the letters of its answers count the choices."""
    return any(
        _OF_CHOICES.search(block.text) and _TOLD.search(phrases.plain(block.text))
        for page in collection.pages
        for block in page.all_blocks
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE) and len(block.text) <= phrases.LONGEST
    )


def with_figures_read(lines: Sequence[Line], listed: Mapping[str, str]) -> Iterator[Line]:
    """The lines, answers in letters alone (``正解: B``) as figures, where the file says that they count choices.

    Not where choices have letters themselves.
    """
    lettered = NAME in listed and not any(
        (label := labels.opening(line.text)) and label[0].isalpha() and labels.follows((), label[0]) for line in lines
    )
    for line in lines:
        payload = answerlines.answer(line.text) if lettered and line.role is not Role.CODE else None
        letters = _LETTERS.fullmatch(payload.strip(" 　。*")) if payload else None
        at = line.text.rfind(letters[0]) if letters else -1
        if at < 0 or not letters:
            yield line
        else:
            yield replace(
                line, text=line.text[:at] + letters[0].translate(_FIGURES) + line.text[at + len(letters[0]) :]
            )
