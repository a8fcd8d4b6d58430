"""Recogniser: one question as a list whose items are named 問題, 正答 and 間違った答え."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind, Lines, Problem, Section
from studynotes.questions.question import Choice, Part, Question, Words, form_of, text
from studynotes.questions.text.lines import Role, lines_of
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME = "listed"
_ASKED = re.compile(r"問題文?|設問|問い?|質問|Question|Q")
_RIGHT = re.compile(r"正解|正答|答え?|解答|正しい答え|Answers?|Correct( answers?)?|A")
_WRONG = re.compile(r".*(?:間違|誤|不正解|ダミー|はずれ|Wrong).*")


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """Lists with an item 問題, an item 正答 and an item of wrong answers, each with its content beneath it.

    What is beneath 正答 is right, what is beneath 間違った答え (誤答, 不正解, …) is wrong: the writer says so.
    Without wrong answers there is nothing to choose from, and no question.
    """
    questions = [
        question for block in section.walk() if block.kind is Kind.BULLET_LIST for question in _of(block, section)
    ]
    return questions, []


def _of(list_: Block, section: Section) -> Iterator[Question]:
    for items in _by_question(list_.children):
        stem = _stem(items[0])
        right = [words for item in items if _RIGHT.fullmatch(_name(item)) for words in _answers(item)]
        wrong = [words for item in items if _WRONG.fullmatch(_name(item)) for words in _answers(item)]
        if stem and right and wrong:
            choices = (
                *(Choice(words, right=True) for words in right),
                *(Choice(words, right=False) for words in wrong),
            )
            where = Lines(items[0].lines.first, items[-1].lines.last)
            yield Question(form_of(choices), stem, choices, NAME, section.file, where, items[0].position)


def _by_question(items: Iterable[Block]) -> list[list[Block]]:
    """The items from each 問題 to the next."""
    result: list[list[Block]] = []
    for item in items:
        if _ASKED.fullmatch(_name(item)):
            result.append([])
        if result:
            result[-1].append(item)
    return result


def _name(item: Block) -> str:
    return phrases.bare(item.text.split("\n")[0]).rstrip(":： ")


def _stem(item: Block) -> tuple[Part, ...]:
    parts = []
    for line in lines_of(item.children[1:]):
        if line.role is Role.CODE:  # a fence used as a box for the question's text
            parts += [Part("text", text(row.strip())) for row in line.text.split("\n") if row.strip()]
        else:
            parts.append(Part("text", line.words()))
    return tuple(parts)


def _answers(item: Block) -> list[Words]:
    return [line.words() for line in lines_of(item.children[1:]) if line.opens_block and line.text.strip()]
