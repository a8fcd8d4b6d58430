"""Statements with a line that offers both answers (``はい / いいえ``), and which of them is right."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_YES, _NO = r"はい|正しい|Yes|True|○|〇|◯|正", r"いいえ|誤り|間違い|No|False|×|✕|誤"
_OFFER = re.compile(rf"[(\[]?\s*(?:{_YES})\s*(?:/|・|\||,|、|or|または|か)\s*(?:{_NO})\s*[)\]]?", re.IGNORECASE)
_SAID = re.compile(rf"(?:(?P<yes>{_YES})|(?P<no>{_NO}))(?:です)?。?", re.IGNORECASE)
_TRUTH = re.compile(r"正しい(?:です|でしょう)?か|正誤|[○〇]か×か|合ってい(?:る|ます)か|\btrue\b", re.IGNORECASE)
_SIGN = re.compile(r"[:：は]\s*([○〇◯×✕☓])\s*$")
_NEAR = 5  # lines beneath that may answer


def offered(lines: Sequence[Line]) -> Iterator[tuple[Line, Line, bool]]:
    """Each statement above a line ``はい / いいえ``, the line that answers, and whether it is right.

    The statement is a sentence or stands in 「」 as a whole, and asks nothing itself. Its answer is the only one
    beneath, up to the next question, and one of both words alone; a doubt or a correction there, and nothing is told.
    """
    for at, line in enumerate(lines):
        if not at or not _OFFER.fullmatch(phrases.bare(line.text)):
            continue
        if not _is_statement(lines, at - 1) or not _asks_for_truth(lines, at - 1):
            continue
        statement = lines[at - 1]
        beneath = list(takewhile(_goes_on, lines[at + 1 : at + 1 + _NEAR]))
        answer = _answer(beneath)
        if answer:
            yield statement, *answer


def _is_statement(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a whole sentence, or stands in 「」 from end to end."""
    line = lines[at]
    value = phrases.bare(line.text)
    if line.role in (Role.HEADING, Role.CODE) or line.struck or line.mended or phrases.is_question(value.rstrip("」")):
        return False
    quoted = value.startswith("「") and value.endswith("」") and value.count("「") == 1
    begins = line.opens_block or (at > 0 and re.search(r"[。？?]$", lines[at - 1].text.rstrip()) is not None)
    return quoted or (value.endswith("。") and begins)


def _asks_for_truth(lines: Sequence[Line], at: int) -> bool:
    """Whether no line above the statement asks for anything but whether it is right (``足りますか？``)."""
    for line in reversed(lines[max(0, at - _NEAR) : at]):
        if _OFFER.fullmatch(phrases.bare(line.text)) or answerlines.answer(line.text) is not None:
            break
        if phrases.is_question(line.text) and not _TRUTH.search(phrases.plain(line.text)):
            return False
        if line.role is Role.HEADING or phrases.numbered(line.text) is not None:
            break
    return True


def _goes_on(line: Line) -> bool:
    """Whether a line still belongs to the statement above it."""
    offers = _OFFER.fullmatch(phrases.bare(line.text)) is not None
    other = line.role is Role.HEADING or phrases.numbered(line.text) is not None
    return not offers and not other


def _answer(beneath: Sequence[Line]) -> tuple[Line, bool] | None:
    found = [(line, payload) for line in beneath if (payload := _payload(line)) is not None]
    if any(answerlines.word(line.text) == "key" for line, _ in found):
        found = [(line, payload) for line, payload in found if answerlines.word(line.text) != "reply"]
    said = [(line, _SAID.fullmatch(payload)) for line, payload in found]
    taken_back = (
        doubts(line.text) or answerlines.revises(line.text) or answerlines.judges(line.text) for line in beneath
    )
    if any(line.struck for line in beneath) or any(taken_back):
        return None
    verdicts = {match["yes"] is not None if match else None for _, match in said}
    verdict = verdicts.pop() if len(verdicts) == 1 else None
    return None if verdict is None else (said[0][0], verdict)


def _payload(line: Line) -> str | None:
    """What an answer line gives; a sign alone (``答え：○``) is no decoration here."""
    sign = _SIGN.search(line.text)
    payload = answerlines.answer(line.text)
    return sign[1] if payload == "" and sign else payload
