"""Answers told by lines that name their question: ``（第1問の答え：ⓑ）``, ``問1は(2)が正解。…``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import answertables, toldinrow
from studynotes.questions.text.lines import Line, lines_in
from studynotes.questions.words import phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studynotes.model import Block

# The answer to one question that it names, wherever it stands: （第1問の答え：ⓑ）
_OF_ONE = re.compile(
    rf"[(（【\[]?\s*(?P<question>第\s*{phrases.NUMBER}\s*問|(?:問題?|設問|Q)\s*{phrases.NUMBER})\s*の\s*"
    r"(?:答え?|こたえ|正解|正答|解答)\s*(?:は|[:：])\s*(?P<answer>[^()（）。]+?)(?:\s*[(（](?P<note>[^()（）]*)[)）]|\s*[)）】\]])?"
)
_OF_ONE_SOON = re.compile(r".{0,24}の\s*(?:答|こたえ|正|解)")
# … in a line that tells of it: 問1は(2)が正解。…, 問3の答えは(5)。…, 問2、…、よって正解は(3)。
_TOLD_LABEL = rf"[(「]?(?:[1-9A-Ja-j{KATAKANA}①-⑩])[)」]?"
_TOLD_VERDICT = r"(?:正しい|誤り|間違い|[○◯〇×✕☓])"  # … of a statement: 問5は誤り。…
_TELLS = re.compile(
    rf"(?:問題?|設問|Q)\s*[(]?(?P<number>\d{{1,3}})[)]?\s*(?:"
    rf"は\s*(?P<label>{_TOLD_LABEL}|{_TOLD_VERDICT})\s*(?P<so>が(?:正解|正答|答え|正しい)(?:です|でした)?|です|でした)?(?:。|$)"
    rf"|(?:の(?:答え|正解|正答|解答)は|[、は](?:(?!正解|正答|答え)[^。])*(?:正解|正答|答え)は)\s*"
    rf"(?P<concluded>{_TOLD_LABEL})\s*(?:です|でした|となる|になる)?(?:。|$))"
)


def verdict_on(text: str) -> str:
    """The number of the statement that a line calls right or wrong (``問5は誤り。…``), ``""`` if it does none."""
    told = _TELLS.match(phrases.bare(text)) if len(text) <= phrases.LONGEST else None
    return told["number"] if told and told["label"] and re.fullmatch(_TOLD_VERDICT, told["label"]) else ""


def names_question(text: str) -> bool:
    """Whether a line is the answer to a question that it names (``（第1問の答え：ⓑ）``)."""
    return len(text) <= phrases.LONGEST and _OF_ONE.fullmatch(phrases.plain(text).strip()) is not None


def told_in(block: Block) -> Iterator[tuple[str, str]]:
    """Numbers and answers of a paragraph that tells of several, one a line (``問1は(2)が正解。…``), or in a row."""
    if in_row := toldinrow.entries(block):
        yield from in_row
        return
    if block.kind is not Kind.PARAGRAPH or "\n" not in block.text:
        return
    lines = [line for line in lines_in(block) if not line.struck and len(line.text) <= phrases.LONGEST]
    told = [each for line in lines if (each := _told(line)) and not doubts(line.text)]
    yield from told if len(told) >= answertables.FEW else ()


def _told(line: Line) -> tuple[str, str] | None:
    """The number and the answer that one line tells."""
    if found := _OF_ONE.fullmatch(phrases.bare(line.text)):
        return phrases.number(found["question"]), found["answer"]
    tells = _TELLS.match(phrases.bare(line.text))
    return (tells["number"], tells["label"] or tells["concluded"]) if tells else None


def of_one(block: Block) -> tuple[str, str] | None:
    """The number and the answer in a paragraph that is, or tells, the answer to one question (``問1は(2)が正解。``)."""
    if block.kind is not Kind.PARAGRAPH or ("\n" in block.text and not _OF_ONE_SOON.match(block.text)):
        return None
    line, *more = lines_in(block)
    if more and not phrases.is_explanation(more[0].text):
        return None
    found = _OF_ONE.fullmatch(phrases.plain(line.text).strip())
    if found and not line.struck and not (found["note"] and doubts(line.text)):
        return phrases.number(found["question"]), found["answer"]
    tells = _TELLS.match(phrases.bare(line.text)) if len(line.text) <= phrases.LONGEST else None
    if tells is None or line.struck or doubts(line.text) or not (tells["concluded"] or (tells["so"] or "")[:1] == "が"):
        return None
    return tells["number"], tells["label"] or tells["concluded"]
