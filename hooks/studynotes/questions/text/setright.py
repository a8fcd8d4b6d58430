"""What is right, on the line beneath the learner's own answer: ``自分 d → ×`` and ``正しくは a　理由``.

Elsewhere 正しくは takes an answer back, and nobody could tell what of it. Beneath one's own it tells the answer, and so
it does at the end of what tells how one went wrong at first (``最初ハにして間違えた。…なので正しくはイ。``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.disowning import mistook
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RIGHT = re.compile(
    rf"[\s　]*(?:→|⇒|➡)?[\s　]*(?:正しくは|本当は|正しいのは)[\s　、,:：]*"
    rf"(?P<said>[(（「]?(?:10|[1-9]|[A-Ja-jＡ-Ｊａ-ｊ１-９]|[{KATAKANA}]|[①-⑩])[)）」]?(?=$|[\s　。(（]).*)"
)
_AT_END = re.compile(
    rf"(?P<before>.*(?:ので|から|ため|よって|。)、?\s*)正しくは、?\s*"
    rf"(?P<said>(?P<label>[A-J]|[1-9]|[{KATAKANA}]|[①-⑩])(?:です|だ|でした)?)[。.]?"
)


def with_right_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that tell what is right beneath the learner's own answer as answers (``正解：a``)."""
    before: Line | None = None
    for line in lines:
        near = before is not None and before.depth == line.depth and line.role is not Role.CODE
        found = _RIGHT.fullmatch(line.text) if near and len(line.text) <= phrases.LONGEST and not line.struck else None
        own = found is not None and before is not None and answerlines.is_own(before.text)
        yield replace(line, text=f"正解：{found['said']}", code=()) if found and own else _concluded(line)
        before = line


def _concluded(line: Line) -> Line:
    """The line; one that tells a first answer, that it was wrong, and at its end what is right, without 正しくは."""
    told = "正しくは" in line.text and line.role is not Role.CODE and len(line.text) <= phrases.LONGEST
    end = _AT_END.fullmatch(line.text) if told and not line.struck and not line.mended and not line.code else None
    first = mistook(line.text) if end else ""
    if not end or not first or first == labels.normal(end["label"]) or "正しくは" in end["before"]:
        return line
    return replace(line, text=f"{end['before']}答えは{end['said']}。")
