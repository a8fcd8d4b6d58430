"""Words for the navigation: the plain text of a heading, and a title for a section that has only a number."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from studynotes.cjk import joins_without_space
from studynotes.model import Block, Kind
from studynotes.slugs import split_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

LONGEST = 56  # width of a derived title in half-width columns: what a phone's navigation shows in two lines
LONGEST_SUMMARY = 220  # likewise: about what search engines show of a description

_SENTENCE_END = re.compile(r"(?<=[。！？!?])")
# "X とは", "X は、": the sentence says itself what it is about. Only a name with katakana or Latin letters is
# taken after "は、", since that is how terms are written, and "ある企業は、" names nothing.
_SUBJECT = re.compile(r"(.{2,40}?)\s*とは|((?:(?!は、).){0,38}[ァ-ヿA-Za-z](?:(?!は、).){0,38})\s*は、")
# A question's or a part's number, and nothing else: 問 5, 第1問, Q4, 例題 A, Day 3, 練習問題（２）.
_COUNTED = re.compile(
    r"(?:(?:練習|例|演習|確認)?問題?|設問|例題|演習|練習|課題|Q|Question|Quiz|No|Day|Lesson|Part|Chapter)[.．\s]*"
    r"[-(（#]?\s*(?:\d+(?:[-.]\d+)*|[一二三四五六七八九十]+|[A-ZＡ-Ｚ])\s*[)）]?[.．:：]?"
    r"|第\s*(?:\d+|[一二三四五六七八九十]+)\s*(?:問目?|回|日)[.．:：]?",
    re.IGNORECASE,
)
_PAIRS = {"「": "」", "『": "』", "“": "”", '"': '"'}


def plain(token: Token) -> str:
    """The words of an ``inline`` token on one line, without markup; Japanese joined without a space."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline", "math_inline", "math_inline_display", "image"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or child.content.lower().startswith("<br"):
            parts.append("\n")
    return one_line("".join(parts))


def one_line(text: str) -> str:
    """``text`` with its line ends gone: nothing between two Japanese characters, else a space."""
    result = ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        glue = "" if not result or joins_without_space(result[-1], line[0]) else " "
        result += glue + line
    return result


def for_heading(name: str, blocks: Sequence[Block]) -> str:
    """The title of a section whose heading says ``name`` (without its number), with words of its own where it has none.

    ``概要`` → ``概要``; ``問 5`` → ``問 5　…`` with what :func:`derive` finds; ``""`` where neither says a word.
    """
    if name and not _COUNTED.fullmatch(name):
        return name
    return "　".join(filter(None, (name, derive(blocks))))


def derive(blocks: Sequence[Block]) -> str:
    """A title from what the section says: its first sub-heading, else the subject or start of its first sentence.

    ``""`` if the section holds no words at all.
    """
    for block in blocks:
        if block.kind is Kind.HEADING and (words := split_number(one_line(block.text))[1]):
            return shortened(words)
    for text in _texts(blocks):
        sentence = _SENTENCE_END.split(text)[0].strip()
        subject = _SUBJECT.match(sentence)
        words = (subject[1] or subject[2]).strip() if subject else sentence
        if words:
            return shortened(_unquoted(words))
    return ""


def width(text: str) -> int:
    """Columns that ``text`` takes in a monospaced font: two for a wide or full-width character, else one."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def shortened(text: str, longest: int = LONGEST) -> str:
    """``text``, cut at ``longest`` columns with ``…`` where it is wider."""
    columns = list(accumulate(map(width, text[: longest + 1])))
    if not columns or (columns[-1] <= longest and len(columns) == len(text)):
        return text
    return text[: bisect_right(columns, longest - 2)].rstrip(" 、。・（(「") + "…"


def summary(blocks: Sequence[Block], longest: int = LONGEST_SUMMARY) -> str:
    """The first words of a page, for its description in search engines and link previews; plain, one line."""
    result = ""
    for text in _texts(blocks):
        glue = " " if result and result[-1] not in "。！？" else ""
        result += glue + text[:longest]
        if len(result) >= longest:
            break
    return shortened(result, longest)


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        for node in block.walk():
            if node.kind in (Kind.PARAGRAPH, Kind.CODE, Kind.FENCE) and (text := one_line(node.text)):
                yield text
            elif node.kind is Kind.TABLE:
                yield from (one_line(cell.text) for row in node.rows for cell in row if cell.text)


def _unquoted(words: str) -> str:
    return words[1:-1] or words if _PAIRS.get(words[0]) == words[-1] else words
