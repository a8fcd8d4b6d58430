"""Statements with a line that offers both answers (``はい / いいえ``), and which of them is right."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions import answerlines, phrases
from studynotes.questions.doubting import doubts
from studynotes.questions.lines import Line, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_YES, _NO = r"はい|正しい|Yes|True|○|〇|◯|正", r"いいえ|誤り|間違い|No|False|×|✕|誤"
_OFFER = re.compile(rf"[(\[]?\s*(?:{_YES})\s*(?:/|・|\||,|、|or|または|か)\s*(?:{_NO})\s*[)\]]?", re.IGNORECASE)
_SAID = re.compile(rf"(?:(?P<yes>{_YES})|(?P<no>{_NO}))(?:です)?。?", re.IGNORECASE)
_SIGN = re.compile(r"[:：は]\s*([○〇◯×✕])\s*$")
_NEAR = 5  # lines beneath that may answer


def offered(lines: Sequence[Line]) -> Iterator[tuple[Line, Line, bool]]:
    """Each statement above a line ``はい / いいえ``, the line that answers, and whether it is right.

    The statement is a sentence or stands in 「」 as a whole, and asks nothing itself. Its answer is the only one
    beneath, up to the next question, and one of both words alone; a doubt or a correction there, and nothing is told.
    """
    for at, line in enumerate(lines):
        if not at or not _OFFER.fullmatch(phrases.bare(line.text)):
            continue
        statement = lines[at - 1]
        if statement.role in (Role.HEADING, Role.CODE) or not _is_statement(statement.text):
            continue
        beneath = list(takewhile(_goes_on, lines[at + 1 : at + 1 + _NEAR]))
        answer = _answer(beneath)
        if answer:
            yield statement, *answer


def _is_statement(text: str) -> bool:
    value = phrases.bare(text)
    quoted = value.startswith("「") and value.endswith("」") and value.count("「") == 1
    return not phrases.is_question(value.rstrip("」")) and (quoted or value.endswith("。"))


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
