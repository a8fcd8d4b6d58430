"""Answers whose numbers count on one by one, whatever stands between number and answer (``8ルター``, ``9①③``).

A row of them holds nothing but numbers and labels (``１－②　２－④``, ``1…ア 2…イ``, ``[1]b [2]d``, ``Q1=A；Q2=C``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text.lines import Line, Role, lines_in
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.model import Block

_ENTRY = re.compile(
    r"(?P<number>\d{1,3})(?:[\s　]*[.．)）:：、]?[\s　]*(?P<answer>[^\d\s.．)）:：、つ年月日回人個%].*)?)"
)
_IN_ROW = re.compile(r"(?:^|(?<=[\s　、,/／]))(?:[(（]?(?P<number>\d{1,2}(?!\d)|[①-⑳])[)）]?[.．:：-]?)[\s　]*")
_LEAST = 3  # answers
# 1 → b、2 → a、3 → d: nothing else on the line
_ONE_POINTED = (
    r"(?:問|Q|No\.?)?\s*[(]?(\d{1,3})[)]?\s*(?:→|⇒|[.]{2,}|[-–:=])\s*"
    rf"([(]?(?:[A-Ja-j{labels.KATAKANA}①-⑩]|[1-9](?!\d))[)]?)"
)
_POINTED = re.compile(rf"(?:{_ONE_POINTED}(?:[\s、,/／|]+|$)){{3,}}")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}  # ASCII; a circled figure stays one
_NUMBER_IN_ROW = (
    r"(?P<word>(?:問題?|設問|[Qq]|No\.?)\s*)?(?P<open>[(\[【〔<]\s*)?(?P<number>\d{1,3}|[①-⑳])(?:\s*[)\]】〕>])?"
)
_IN_RANGE = r"(?:第|問題?|設問|[Qq]|No\.?)?\s*[(\[【]?\s*(?P<{}>\d{{1,3}})\s*[)\]】]?\s*問?"
_SIGN_IN_ROW = r"\s*(?:[-‐-―ー−:;=~・→⇒➡…‥]|\.+|,|、)*\s*"
# What statements are called, not in signs: 1 正　2 誤
VERDICT_WORD = (
    r"(?:正しい|(?:はい|いいえ)(?![ぁ-ん])|誤り|間違い|True|False|(?:正|誤|真|偽)(?![一-鿿])|[TF](?![A-Za-z]))"
)
_VERDICT = re.compile(rf"[(「]?(?:[○◯〇⭕×✕☓✗✖❌]|{VERDICT_WORD})")
_LABEL_IN_ROW = (
    rf"[(「]?(?:{VERDICT_WORD}|[A-Ja-j](?![A-Za-z])|[{labels.KATAKANA}](?![ァ-ヺー])|[①-⑩ⓐ-ⓙ○◯〇⭕×✕☓✗✖❌]"
    r"|[1-9](?!\d))[)」]?"
)
_ONE_IN_ROW = re.compile(
    rf"{_NUMBER_IN_ROW}(?P<sign>{_SIGN_IN_ROW})(?P<labels>{_LABEL_IN_ROW}(?:[・,、&]{_LABEL_IN_ROW}(?!\s*[-‐-―ー−:=.→⇒➡…‥)]))*)"
)
# 1-5 ア イ ウ ア エ, 問6〜問10：ABCDA
_RANGE = re.compile(
    rf"(?:[-*・]\s+)?{_IN_RANGE.format('first')}\s*(?P<to>[-‐-―−~〜]|から)\s*{_IN_RANGE.format('last')}(?![\d.])"
    r"[\s:=.…、|→]*(?P<labels>\S.*)"
)
_ONE_OF_RANGE = re.compile(rf"[(「]?(?:[A-Ja-j]|[{labels.KATAKANA}]|[①-⑩○◯〇×✕☓]|[1-9])[)」]?")
_PARTED_IN_RANGE = re.compile(r"\s*[、,・/|]\s*|\s+")
_BETWEEN_IN_ROW = re.compile(r"[\s,、/|;。]*")


def entries(lines: Sequence[Line]) -> Sequence[tuple[str, str]]:
    """Numbers and answers of a list's lines, if each of these is the next number's, three at least.

    One that is left blank counts, but answers nothing.
    """
    found = [_ENTRY.fullmatch(phrases.undecorated(line.text)) for line in lines]
    told = [(int(each["number"]), (each["answer"] or "").strip()) for each in found if each]
    given = [(str(number), answer) for number, answer in told if answer]
    if len(told) < len(lines) or len(given) < _LEAST or any(line.struck for line in lines):
        return ()
    return given if _count_on([number for number, _ in told]) else ()


def row(text: str) -> list[tuple[str, str]]:
    """The answers of a line that is a row of numbers and labels, two at least, and nothing else.

    The numbers rise, and all are written alike. Figures as labels are told from the numbers by what stands between
    (``1-2 2-4``), three at least, from 1 on one by one: else the two could be one number.
    """
    said = _as_ascii(text)
    found: list[re.Match[str]] = []
    at = 0
    while at < len(said):
        entry = _ONE_IN_ROW.match(said, at)
        if entry is None:
            return []
        found.append(entry)
        between = _BETWEEN_IN_ROW.match(said, entry.end())
        at = between.end() if between else entry.end()
    numbers = [int(labels.normal(each["number"])) for each in found]
    alike = len({(bool(each["word"]), bool(each["open"]), each["sign"].strip()) for each in found}) == 1
    if len(found) < _LEAST - 1 or not alike or any(after <= before for before, after in pairwise(numbers)):
        return []
    signed = [not each["number"].isascii() for each in found]
    if any(signed) and not (all(signed) and all(_VERDICT.match(each["labels"]) for each in found)):
        return []  # ①②: labels, more often than not
    if any(re.search(r"\d", each["labels"]) for each in found):
        told = all(each["sign"] for each in found) or all(each["open"] for each in found)
        if len(found) < _LEAST or not told or numbers != list(range(1, len(found) + 1)):
            return []
    return [(labels.normal(each["number"]), each["labels"]) for each in found]


def ranged(text: str) -> list[tuple[str, str]]:
    """The answers of a line that gives those to a range of numbers (``1-5 ア イ ウ ア エ``, ``問6〜問10：ABCDA``).

    There are as many labels as numbers, three at least, all of them parted or none, and nothing else.
    """
    found = _RANGE.fullmatch(_as_ascii(text))
    if found is None:
        return []
    numbers = range(int(found["first"]), int(found["last"]) + 1)
    told = found["labels"].rstrip("。. ")
    parts = _PARTED_IN_RANGE.split(told)
    parts = parts if len(parts) > 1 else list(told)
    fits = len(numbers) == len(parts) >= _LEAST and all(map(_ONE_OF_RANGE.fullmatch, parts))
    return [(str(number), part) for number, part in zip(numbers, parts, strict=True)] if fits else []


def _as_ascii(text: str) -> str:
    return text.translate(_WIDE).replace("**", "").strip()


def in_line(line: Line) -> list[Line]:
    """The answers of a line that is such a row, a line for each; none where it is something else."""
    if line.role is Role.CODE or len(line.text) > phrases.LONGEST:
        return []
    if line.own_number is not None:  # 1. ○ 2. ×, 1) ○ 2) ×
        found = row(f"{line.own_number}. {line.text}") or row(f"{line.own_number}) {line.text}")
    else:
        found = row(line.text) or ranged(line.text)
    return [_as_entry(line, *entry) for entry in found]


def column(lines: Sequence[Line]) -> list[Line]:
    """Lines that are such a row together, one number and label each (``1 - ②``); none where one is something else."""
    if len(lines) < _LEAST or any(line.role not in (Role.TEXT, Role.ITEM, Role.HTML) for line in lines):
        return []
    found = row(" / ".join(line.text for line in lines))
    alike = len(found) == len(lines)
    return [_as_entry(line, *entry) for line, entry in zip(lines, found, strict=True)] if alike else []


def _as_entry(line: Line, number: str, label: str) -> Line:
    """A number and its label, however they are joined, as if they were written ``問1：②``."""
    return replace(line, text=f"問{number}：{label}", code=(), bold=(), own_number=None)


def pairs(text: str) -> list[tuple[str, str]]:
    """The answers in ``１　ウ　２　イ　３　ア``: numbers that count on, three at least, each with what is behind it."""
    words = text.split()
    numbers, answers = words[::2], words[1::2]
    counts = all(word.isdigit() for word in numbers) and len(numbers) == len(answers) >= _LEAST
    return list(zip(numbers, answers, strict=True)) if counts and _count_on([*map(int, numbers)]) else []


def in_row(text: str) -> list[tuple[str, str]]:
    """The answers in ``１　ウ　２　三部会　４　ア``: numbers that rise from 1 on, three at least, each with its answer.

    One of them may be missing, no two in a row: figures may be anything's. A range of numbers counts nothing.
    """
    if _RANGE.fullmatch(_as_ascii(text)):
        return []
    marks = [(int(labels.normal(found["number"])), found) for found in _IN_ROW.finditer(text)]
    row: list[tuple[int, re.Match[str]]] = []
    while True:
        number, end = (row[-1][0], row[-1][1].end()) if row else (0, -1)
        # its answer stands between: in "1 2 2 3" the second 2 is the next number
        further = [each for each in marks if each[1].start() > end and (not row or text[end : each[1].start()].strip())]
        after = next((each for step in (1, 2) for each in further if each[0] == number + step), None)
        if after is None or (not row and (after[0] != 1 or text[: after[1].start()].strip())):
            break
        row.append(after)
    if len(row) < _LEAST:
        return []
    ends = [*(found.start() for _, found in row[1:]), len(text)]
    answers = [text[found.end() : end].strip(" 　、,/／") for (_, found), end in zip(row, ends, strict=True)]
    pairs = zip(row, answers, strict=True)
    return [(str(number), answer) for (number, _), answer in pairs] if all(answers) else []


def summed_up(block: Block) -> Iterator[tuple[str, str]]:
    """Numbers and labels of a line that is nothing else (``1 → b、2 → a、3 → d``), whatever it is called.

    It may be anything's: it gives no answers, but where it says others, nobody could tell which are right.
    """
    for line in lines_in(block) if block.kind is Kind.PARAGRAPH else ():
        value = phrases.plain(line.text).strip() if len(line.text) <= phrases.LONGEST and not line.struck else ""
        pairs = re.findall(_ONE_POINTED, value) if _POINTED.fullmatch(value) else []
        if all(int(before[0]) < int(after[0]) for before, after in pairwise(pairs)):
            yield from pairs


def _count_on(numbers: Sequence[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(numbers))


def statement(number: str) -> str:
    """The name under which the answer to a numbered statement is given, which asks nothing by itself."""
    return f"={number}"
