"""Remarks beneath a row of answers on one of its numbers in a circle (``②は正しくはア``, ``①は友達の答え``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Role
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.whose import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studynotes.questions.text.lines import Line

_LINES = 8  # beneath a row
_NUMBER = re.compile("[①-⑳]")
_BEGINS = re.compile(r"[\s　※*＊・→⇒(（-]*(?P<numbers>[①-⑳](?:[、,・と][①-⑳])*)(?P<said>.+)")
_OTHERWISE = re.compile(
    rf"正[解答しは]|答え|解答|訂正|修正|間違|誤り|ミス|(?:{PEOPLE})の|[×✕☓✗✘❌?]|[→⇒]|ほんと|本当|実は|じゃな|ではな"
    rf"|(?<![A-Za-zァ-ヺー一-鿿])[A-Ja-j{KATAKANA}](?=$|[\s　。、,!)）でがだはにの])"
)


def doubtful(beneath: Iterable[Line | None]) -> set[str]:
    """The numbers of which lines beneath a row, up to a heading, doubt the answer, tell another, or say whose it is."""
    found: set[str] = set()
    for at, line in enumerate(beneath):
        if at == _LINES or line is None or line.role is Role.HEADING:
            break
        told = _BEGINS.match(line.text) if len(line.text) <= phrases.LONGEST and _NUMBER.search(line.text) else None
        if told and (_OTHERWISE.search(phrases.plain(told["said"])) or doubts(told["said"]) or hedged(told["said"])):
            found.update(map(labels.normal, _NUMBER.findall(told["numbers"])))
    return found
