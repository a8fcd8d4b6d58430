"""Recogniser: questions that offer their answers in brackets behind them (``…はどちら？（内側 / 外側）``)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind, Lines, Problem, Section
from studynotes.questions.elsewhere.answerlists import given_to, scoped, taken_back
from studynotes.questions.question import Choice, Form, Part, Question, folded, text
from studynotes.questions.recognisers import alternatives
from studynotes.questions.recognisers.gaplists import announces, items_of
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAME = alternatives.NAME
_OFFERS = re.compile(r"\s*[(（](?P<offered>[^()（）]+)[)）][\s。.?？]*$")
_BETWEEN = re.compile(r"\s*[/／|｜]\s*|\s+or\s+|、?\s*それとも\s*")
_POINTS = re.compile(r"\s*(?:→|⇒|➡)\s*")
_MOST, _LONGEST = 6, 30  # alternatives, and characters of one
_NEAR = 3  # lines beneath the question in which its answer stands


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One question for each that has two answers or more in brackets behind it, parted by ``/`` or ``or``.

    The answer begins with one of them as a whole: on the answer line beneath, in the item of the same number where the
    next list that is called answers counts as the questions' does, or in the file's list of answers (``listed``).
    """
    blocks = section.all_blocks
    asking = [line for line in lines_of(blocks) if offered(line)[1]]
    if not asking:
        return [], []
    answers = {line.number: entry for line, entry in (*_beneath(blocks), *_paired(blocks))}
    doubted = any(doubts(line.text) for line in lines_of(blocks) if line.role in (Role.TEXT, Role.HTML))
    found: list[Question] = []
    for line in asking:
        number = str(line.own_number or phrases.number(line.text))
        withdrawn = taken_back(number) in listed or taken_back(scoped(section, number)) in listed
        given = given_to(section, listed, number) if number and not doubted else ""
        entry = answers.get(line.number) or ([replace(line, text=given, code=(), bold=())] if given else [])
        end, named = offered(line)
        answer = alternatives.read_answer(entry, named) if entry and not withdrawn else None
        if answer and not answer.unsure and not any(doubts(each.text) for each in (line, *entry)):
            found.append(_made(line, end, named, answer, section))
    return found, []


def offered(line: Line) -> tuple[int, list[str]]:
    """Where a question ends that offers its answers behind it, and these; none where it offers none."""
    text_ = line.text
    if line.role is Role.CODE or line.struck or line.mended or len(text_) > phrases.LONGEST:
        return 0, []
    found = _OFFERS.search(text_) if "(" in text_ or "（" in text_ else None
    if not found or not phrases.is_question(text_[: found.start()]):
        return 0, []
    named = [each.strip("「」` ") for each in _BETWEEN.split(found["offered"].strip())]
    apart = len({folded(each) for each in named}) == len(named) and all(named)
    fits = 1 < len(named) <= _MOST and apart and max(map(len, named)) <= _LONGEST
    return (found.start(), named) if fits and not any(map(alternatives.TRUTHS.fullmatch, named)) else (0, [])


def _beneath(blocks: Sequence[Block]) -> Iterator[tuple[Line, list[Line]]]:
    """Questions with the answer line beneath them, as it reads without what announces it."""
    lines = [line for line in lines_of(blocks) if line.text.strip()]
    for at, line in enumerate(lines):
        if not offered(line)[1]:
            continue
        for each in lines[at + 1 : at + 1 + _NEAR]:
            said = answerlines.answer(each.text)
            points = _POINTS.match(each.text)
            if said or points:
                own = answerlines.is_own(each.text) or answerlines.word(each.text) == "reply"
                start = len(each.text) - len(said) if said and each.text.endswith(said) else 0
                start = points.end() if points and not said else start
                if not own and start:
                    yield line, [each.part(start, len(each.text), opens_block=True)]
                break
            if said is None and not phrases.is_reveal(each.text):
                break


def _paired(blocks: Sequence[Block]) -> Iterator[tuple[Line, list[Line]]]:
    """Items of numbered lists, with the lines of the answer that the next list has for their number."""
    lists = [
        (at, items) for at, block in enumerate(blocks) if block.kind is Kind.ORDERED_LIST and (items := items_of(block))
    ]
    for (first, asked), (second, given) in pairwise(lists):
        between = [line for line in lines_of(blocks[first + 1 : second]) if line.text.strip()]
        same = [each[0].own_number for each in asked] == [each[0].own_number for each in given]
        behind = takewhile(lambda each: each.kind is not Kind.HEADING, blocks[second + 1 :])
        doubted = any(doubts(line.text) for line in lines_of(behind) if line.role is not Role.CODE)
        if same and between and all(map(announces, between)) and not doubted:
            yield from ((each[-1], entry) for each, entry in zip(asked, given, strict=True) if offered(each[-1])[1])


def _made(line: Line, end: int, named: Sequence[str], answer: alternatives.Answered, section: Section) -> Question:
    start = phrases.behind_number(line.text) or phrases.counted(line.text)
    return Question(
        form=Form.SINGLE,
        stem=(Part("text", line.words(start, end)),),
        choices=tuple(Choice(text(each), right=at == answer.which) for at, each in enumerate(named)),
        recogniser=NAME,
        file=section.file,
        lines=Lines(line.number, line.number),
        position=line.block.position,
        explanation=(Part("text", text(answer.reason)),) if answer.reason else (),
        order=True,
    )
