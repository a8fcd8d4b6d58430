"""Headings that count questions with a word of the file's own (``カード1``, ``カード2``, … above choices)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text.lines import Line, Role, lines_in
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Collection as Group
    from collections.abc import Iterable, Iterator, Sequence

    from studynotes.model import Block, Collection

NAME = "counting words of headings"
_COUNTED = re.compile(
    r"[【\[(<「]?\s*(?P<word>[^\W\d_]{1,12}?)\s*[.#:-]?\s*(?P<number>\d{1,3})\s*(?:[】\])>」]|(?=$|[\s:.、。-]))[\s:.、。-]*"
)
_BEGINS = re.compile(r"[\s　・]*(?P<word>[^\W\d_]{1,12}?)[\s.#:-]*(?=\d)")
_FIGURE = re.compile(
    r"[\d一二三四五六七八九十]|問題|設問"
)  # what a paragraph that counts or asks begins with, or near it
_NEAR = 24  # characters
_ASKS = "問題"
_LEAST = 3  # headings
_LOWEST = 7  # level
_SIGNS = tuple("■□◆◇●○★☆▶▼【［[＜<《")


@dataclass(slots=True)
class _Heading:
    """A heading's level, word and number, and how often choices begin beneath it."""

    level: int
    word: str
    number: int
    begun: int = 0


# A title that says that a question stands beneath: クイズ, 🔍 確認問題 2, Quiz（初級）
_QUIZ = re.compile(
    r"\W*(?:ミニ|小|復習|確認|練習|理解度)?(?:クイズ|Quiz|問題|テスト|チェック)"
    r"\s*(?:No\.?|第)?\s*\d{0,3}\s*問?\s*(?:\([^()]{1,8}\))?",
    re.IGNORECASE,
)


def counting_in(collection: Collection) -> str:
    """The words with which a file's headings count its questions, a line each; ``""`` where none do.

    Headings of one level, or lines set off as such, have the word with numbers that rise one by one, three at least,
    and beneath each of them choices with letters begin once at most, and beneath three at least: so nothing but a
    question is counted, no chapter, day or step. Choices with a box and a figure each (``- [ ] 1. …``) count beneath
    a question that asks which one.
    """
    found = [each for page in collection.pages for each in _headings(page.all_blocks)]
    runs: dict[tuple[int, str], list[_Heading]] = {}
    for each in found:
        runs.setdefault((each.level, each.word), []).append(each)
    return "\n".join(dict.fromkeys(word for (_, word), run in runs.items() if _counts(run)))


def _counts(run: Sequence[_Heading]) -> bool:
    rises = all(after.number == before.number + 1 for before, after in pairwise(run))
    begun = [each.begun for each in run]
    return rises and max(begun) == 1 and sum(begun) >= _LEAST


def _headings(blocks: Iterable[Block | None]) -> Iterator[_Heading]:
    current: _Heading | None = None
    above = ""
    for block in filter(None, blocks):
        level = _level(block)
        if level and (current is None or level <= current.level):
            if current:
                yield current
            counted = _counted(block.text.partition("\n")[0])
            current = _Heading(level, counted["word"], int(counted["number"])) if counted else None
        if current and block.kind is not Kind.HEADING:
            lines = list(lines_in(block))
            current.begun += _begun(lines) or (_are_boxed(lines) and phrases.selects(above))
        above = block.text
    if current:
        yield current


def _level(block: Block) -> int:
    """A heading's level; of a paragraph that is set off as one, or begins a question, the lowest; 0 for all others."""
    if block.kind is Kind.HEADING:
        return block.level
    if block.kind is not Kind.PARAGRAPH:
        return 0
    if not _FIGURE.search(block.text, 0, _NEAR):
        return 0
    first = next(iter(lines_in(block)))
    return _LOWEST if is_set_off(first) or phrases.numbered(first.text) is not None else 0


def is_set_off(line: Line) -> bool:
    """Whether a paragraph's first line is set off: in bold, in brackets, behind a sign (``■カード1``)."""
    return line.role is Role.TEXT and line.opens_block and (line.strong or line.text[:1] in _SIGNS)


def _begun(lines: Sequence[Line]) -> int:
    """How often choices with letters begin in lines: the first label, and the second in the line behind."""
    found = [labels.opening(line.text) for line in lines if line.role is not Role.CODE]
    pairs = ((one[0], other[0]) for one, other in pairwise(found) if one and other)
    return sum(not one.isdigit() and labels.follows((), one) and labels.follows((one,), other) for one, other in pairs)


def _are_boxed(lines: Sequence[Line]) -> bool:
    """Whether lines begin with items that have a box and a figure each, from the first."""
    numbers = [line.own_number for line in lines[:2] if line.checked is not None]
    return numbers == [1, 2]


def _counted(text: str) -> re.Match[str] | None:
    """How a heading begins with a word and its number; None where it does not, answers, or has a known word."""
    if phrases.numbered(text) is not None or answerlines.answer(text) is not None or phrases.is_explanation(text):
        return None
    return _COUNTED.match(phrases.bare(text))


def named(word: str, number: str) -> str:
    """How a question is called that is counted so."""
    return f"{word} {int(number)}"


def name_of(line: Line) -> str:
    """How the question is called whose heading a line is (as it is written); ``""`` for none."""
    found = _counted(line.block.text.partition("\n")[0]) if line.opens_block else None
    return named(found["word"], found["number"]) if found else ""


def with_questions_read(lines: Iterable[Line], words: str) -> Iterator[Line]:
    """The lines, ``words`` with their number in headings as 「問題」 (:func:`counting_in`)."""
    if not words:
        yield from lines
        return
    known = words.split("\n")
    for line in lines:
        found = _counted(line.text) if (line.role is Role.HEADING or is_set_off(line)) else None
        if found is None or found["word"] not in known:
            yield line
            continue
        rest = phrases.as_written(line.text, phrases.bare(line.text)[found.end() :])
        start = line.text.rfind(rest) if rest else len(line.text)
        moved = line.part(start, start + len(rest), opens_block=line.opens_block)
        before = f"{_ASKS}：" if rest else _ASKS
        code = tuple((first + len(before), last + len(before)) for first, last in moved.code)
        yield replace(moved, text=f"{before}{moved.text}", code=code)


def without_word(line: Line, words: Group[str]) -> Line:
    """A line without the word that counts questions in headings, where its number is all that follows at once."""
    found = _BEGINS.match(line.text) if line.role is not Role.HEADING and line.role is not Role.CODE else None
    if not found or found["word"] not in words:
        return line
    return line.part(found.end(), len(line.text), opens_block=line.opens_block)


def is_quiz(line: Line) -> bool:
    """Whether a line is a heading that says that a question stands beneath, and nothing of what it is."""
    return line.role is Role.HEADING and _QUIZ.fullmatch(phrases.bare(line.text)) is not None
