"""Recogniser: several gaps in a sentence (``（　）を（　）という。``), also with names (``（ア）は…（イ）``)."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Lines
from studynotes.questions.elsewhere.answerlists import given_to
from studynotes.questions.question import BLANK_MARK, Form, Part, Question, text
from studynotes.questions.recognisers import blanks, replies
from studynotes.questions.recognisers.gaplists import announces
from studynotes.questions.stretches import pointing
from studynotes.questions.text import inorder
from studynotes.questions.text.counting import line_number
from studynotes.questions.text.gaps import filled, gaps_in
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.typed import Answer, fills, read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.model import Problem, Section

# Several gaps: most sections have none, and need no closer look.
_HINT = re.compile(r"_{3}|＿＿|□□|[(（\[［【〔][\s　?？]+[)）\]］】〕]")
_SELECTS = re.compile(r"語群|選択肢|選(?:べ|び|ぶ|ん|択)|どれ|いずれ")
_LABEL_ALONE = re.compile(r"[あ-こA-Ja-j①-⑳1-9１-９]|[ァ-ヶ]")
_LEAST, _MOST = 2, 8  # gaps
_CLAUSE = re.compile("[をはが](?=.)")  # 水を吸い上げる管: nobody would type it just so
_SHORT = 6  # characters of a word that may end as a sentence does: 胆のう
MARK = "\0"  # a gap that is read; BLANK_MARK itself looks like one that is not


class Told(NamedTuple):
    """What is told to fill the gaps: the text, and the line that ends it."""

    said: str
    line: Line


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One question for each sentence with two to eight gaps, or text with named ones, if each gap's word is told.

    What fills gaps without names stands behind the sentence or in the next answer line, or in the file's list of
    answers (``listed``) under the sentence's number: as many words as gaps, parted by one kind of sign, or counted.
    Gaps with names are those of one alphabet from its first letter on, in their order; what fills them is told name
    by name in the answer right beneath (``ア：公開鍵、イ：秘密鍵``), each name once. A list of words to select from,
    choices, a doubt, a word that nobody could be expected to type, and nothing is asked.
    """
    if not any(phrases.GAP_BEGINS.search(block.text) and _HINT.search(block.text) for block in section.walk()):
        return [], []
    lines = list(lines_of(section.all_blocks))
    found: list[Question] = []
    end = 0
    for index, line in enumerate(lines):
        if line.role is Role.CODE or len(line.text) > phrases.LONGEST or line.number <= end:
            continue
        gaps = gaps_in(line.text)
        question = None
        if len(gaps) >= _LEAST:
            question = _in_a_row(lines, index, section, listed)
        if question:
            end = question.lines.last
            found.append(question)
    return found, []


def _in_a_row(lines: Sequence[Line], index: int, section: Section, listed: Mapping[str, str]) -> Question | None:
    line = lines[index]
    inline = blanks.SAME_LINE.fullmatch(line.text)
    end = inline.end("said") if inline else len(line.text)
    gaps = gaps_in(line.text[:end])
    if not _LEAST <= len(gaps) <= _MOST or blanks.has_choices(lines, index) or _SELECTS.search(line.text):
        return None
    told = Told(_payload(inline["answer"]), line) if inline else _beneath(lines, index)
    item = _item_of(lines, index)
    if told is None and not inline:
        number = str(item.own_number) if item else line_number(line) or (line_number(lines[index - 1]) if index else "")
        given = given_to(section, listed, number) if number else ""
        told = Told(given, line) if given else None
    parts = inorder.parted(told.said, len(gaps)) if told else None
    words = line.words(beginning(line), end)
    for gap in gaps:
        words = filled(words, gap, MARK)
    stem = [*([Part("text", item.words())] if item else []), Part("text", words)]
    return made(stem, parts, told, item or line, section) if told and parts else None


def _item_of(lines: Sequence[Line], index: int) -> Line | None:
    """The numbered list's item whose second paragraph a line is (what it says is to be put into English, say)."""
    above = lines[index - 1] if index else None
    of_item = lines[index].role is Role.DETAIL and above is not None and above.role is Role.ITEM
    return above if of_item and above and above.own_number is not None and not gaps_in(above.text) else None


def _beneath(lines: Sequence[Line], index: int) -> Told | None:
    """What the one answer beneath says: behind its word, or alone on the lines beneath it."""
    own = [line for line in blanks.own_lines(lines, index) if line.text.strip()]
    if any(doubts(line.text) or answerlines.revises(line.text) or answerlines.judges(line.text) for line in own):
        return None
    found: list[Told] = []
    for at, line in enumerate(own):
        payload = answerlines.answer(line.text)
        reply = replies.replied(lines[index], line) if payload is None else None
        if payload or reply:
            found.append(Told(phrases.as_written(line.text, reply["answer"] if reply else payload or ""), line))
        elif payload == "" or announces(line):
            rest = [each for each in own[at + 1 :] if not phrases.is_explanation(each.text)]
            items = list(takewhile(lambda each: each.role is Role.ITEM, rest))
            if rest:
                found.append(Told("\n".join(map(_said, items or rest)), (items or rest)[-1]))
            break
    arrows = [said for line in own if (said := pointing.pointed_at(line))]
    if not found and len(arrows) == 1 and own[0].text.endswith(arrows[0]) and _is_counted(lines[index]):
        found.append(Told(arrows[0], own[0]))  # → X、Y beneath ``問1 …（　）…（　）。``
    return found[0] if len(found) == 1 else None


def _is_counted(line: Line) -> bool:
    """Whether a line is a sentence with a question's number."""
    counted = line.own_number is not None or beginning(line) > 0
    return counted and line.text.rstrip().endswith(("。", "．", "."))


def _payload(said: str) -> str:
    payload = answerlines.answer(said)
    return phrases.as_written(said, payload) if payload else ""


def _said(line: Line) -> str:
    """What an item says: its one bold run, if there is one (``A → **B**``), else all."""
    (start, end), *more = line.bold or ((0, len(line.text)),)
    return line.text if more else line.text[start:end]


def beginning(line: Line) -> int:
    """Where a line's words begin behind its number."""
    return phrases.counted(line.text) or phrases.named(line.text) or phrases.behind_number(line.text)


def made(stem: list[Part], parts: Sequence[str], told: Told, line: Line, section: Section) -> Question | None:
    """The question, if each part is a word or a figure that can be typed and no gap is in code."""
    answers = [_answer(part, told.line) for part in parts]
    if any(answer is None for answer in answers) or line.struck or line.mended:
        return None
    shown = [Part(part.kind, tuple(run.replace(MARK, BLANK_MARK) for run in part.words)) for part in stem]
    if any(BLANK_MARK in run for part in shown for run in part.words[1::2]):
        return None
    if sum(run.count(BLANK_MARK) for part in shown for run in part.words) != len(answers):
        return None
    notes = tuple(Part("text", text(answer.note)) for answer in answers if answer and answer.note)
    typed = tuple(answer.words for answer in answers if answer)
    where = Lines(line.number, max(line.number, told.line.number))
    position = -1 if line.block is section.heading else line.block.position
    return Question(Form.BLANK, tuple(shown), (), blanks.NAME, section.file, where, position, typed, notes)


def _answer(part: str, line: Line) -> Answer | None:
    answer = read(part, line)
    if answer is None or (_CLAUSE.search(answer.words) and len(answer.words) > _SHORT):
        return None
    if not (fills(answer.words) or len(answer.words) <= _SHORT):
        return None
    return None if _LABEL_ALONE.fullmatch(answer.words) and not answer.words.isdigit() else answer
