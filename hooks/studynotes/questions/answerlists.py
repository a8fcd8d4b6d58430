"""Answers that a file gives all together, after its questions: ``## 解答`` with ``問1: B`` and so on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions import phrases
from studynotes.questions.lines import Line, Role, lines_of
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studynotes.model import Block, Collection

_ITEM = re.compile(r"(?:[(（]\s*(\d+)\s*[)）]|(\d+)\s*[.．)）:：])\s*(\S.*)")


def answers_of(collection: Collection) -> Mapping[str, str]:
    """What the file's answer lists give, by question number.

    A list stands beneath a heading (or a bold line) that says only 解答, 正解一覧 or the like; its lines begin with
    the number of a question. A number that two questions have, or that is answered twice and differently, counts
    for none: nobody could tell.
    """
    asked: dict[str, int] = {}
    given: dict[str, set[str]] = {}
    for section in collection.pages:
        blocks = (section.heading, *section.blocks) if section.heading else section.blocks
        within = False
        for block in blocks:
            if block.kind is Kind.HEADING or _is_bold_line(block):
                within = phrases.is_answer_list(block.text)
            if not within:
                for line in lines_of([block]):
                    number = phrases.number(line.text)
                    asked[number] = asked.get(number, 0) + 1 if number else 0
                continue
            for number, answer in _entries(block):
                given.setdefault(number, set()).add(answer)
    return {
        number: next(iter(answers)) for number, answers in given.items() if len(answers) == 1 and asked.get(number) == 1
    }


def _is_bold_line(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and all(run.strong for run in block.inlines if run.text.strip())


def _entries(block: Block) -> Iterator[tuple[str, str]]:
    if block.kind is Kind.TABLE:
        for row in block.rows:
            number = re.search(r"\d+(?:-\d+)?", phrases.plain(row[0].text))
            if number and len(row) > 1:
                yield number[0], one_line(row[1].text)
        return
    yield from _numbered(lines_of([block]))


def _numbered(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    shown = 0
    for line in lines:
        if line.role is Role.CODE:
            continue
        item = _ITEM.fullmatch(phrases.bare(line.text))
        if line.own_number is not None and line.depth == 1:
            shown = shown + 1 if shown else line.own_number
            yield str(shown), phrases.bare(line.text)
        elif rest := phrases.numbered(line.text):
            yield phrases.number(line.text), re.sub(r"^(?:の?(?:正解|答え?|解答)は?|[:：→=-])+\s*", "", rest)
        elif item:
            yield item[1] or item[2], item[3]
