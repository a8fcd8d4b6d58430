"""Answers told by number and label, whatever stands between, and rows of them behind a word (``答え　⑥イ　⑦ウ``)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Role
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from studynotes.questions.text.lines import Line

_FIGURE = r"\d{1,3}(?:[-–—.の]?[(]\d{1,2}[)]|[-–—.の]\d{1,2}(?!\d))?"
_KINDS = "問題?|設問|大問|小問|もんだい|例題|演習|クイズ|テスト|カード|Q(?:uestion)?|No|Case|第|#"
# possessive (*+): white space may be long, and no part of it is another's
NUMBER = rf"(?:(?:{_KINDS})\.?)?\s*+[【\[(〔<]?\s*+(?P<number>{_FIGURE}|[①-⑳])\s*[】\])〕>]?\s*問?"
SINGLE = rf"[(「\[【]?(?:[A-Ja-j]|10|[1-9]|[①-⑩]|[{KATAKANA}])[)」\]】]?"
ENTRY = re.compile(
    rf"(?:^|(?<=[\s/、,;|]))[・*>-]?\s*+(?:A(?=\d))?(?>{NUMBER})[\s:.、,=→⇒➡…‥・|―—–-]*+"  # A1：B answers Q1
    rf"(?:の?(?:正解|正答|答え?|解答|Ans(?:wer)?)?(?:は|が)?[\s:=]*+)?(?:(?<!\d)|(?!\d))"
    rf"(?P<labels>{SINGLE}(?:\s*[、,・と&]\s*{SINGLE})*)(?![A-Za-z0-9ぁ-んァ-ヺー一-鿿%°])"
    r"(?!(?<=[\s.:、,=][a-j])\s+[はがのをとにで](?!\s*[(]?[A-Ja-j](?![a-z])))",  # 102 a と名詞の間: an article
    re.IGNORECASE,
)
# 答え　⑥イ　⑦ウ
_WORD = re.compile(rf"[\s　]*[【\[(（]?{answerlines.WORD}[】\])）]?[\s　:：]*(?=[(（\[【]?[\d①-⑳])")
CIRCLED = re.compile(r"(?<=[\d０-９][.．])(?=[①-⑳])")  # 1.② is not 1.2
_TITLE = re.compile(r"答|こたえ|せいかい|解|正|answer|key", re.IGNORECASE)
_LONGEST_WORD = 8  # characters of the word for the answers, before a row of them
_LEAST = 2  # entries


def behind_word(line: Line) -> list[tuple[str, str]]:
    """The entries of a paragraph's first line that are a row behind a word for the answers (回答 may be one's own)."""
    if not line.opens_block or line.role is not Role.TEXT or not _TITLE.search(line.text[:_LONGEST_WORD]):
        return []
    text = phrases.words_alone(CIRCLED.sub(" ", line.text))
    word = _WORD.match(text) if len(text) <= phrases.LONGEST else None
    if word is None or answerlines.is_own(line.text) or answerlines.word(line.text) == "reply":
        return []
    return _row(text[word.end() :])


def _row(text: str) -> list[tuple[str, str]]:
    """The numbers and labels of a row: numbers that rise, two at least, and not both they and the labels in circles."""
    found = list(ENTRY.finditer(text))
    numbers = [normal(each["number"]) for each in found]
    places = [int(number) for number in numbers if number.isdigit()]
    rising = len(places) == len(found) and all(before < after for before, after in pairwise(places))
    circled = any(each["number"][0] >= "①" and each["labels"].strip("(（「")[0] in "①②③④⑤⑥⑦⑧⑨⑩" for each in found)
    if len(found) < _LEAST or not rising or circled or ENTRY.sub("", text).strip(" 　/、,;|.。・"):
        return []
    return list(zip(numbers, (each["labels"] for each in found), strict=True))


def normal(number: str) -> str:
    """A number as compared: ``1-(2)``, ``1の2`` and ``1-2`` are one."""
    return "-".join(re.findall(r"\d+", labels.normal(number))) or number
