"""Which number a question has, and whether choices follow it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.text.counting import line_number, own_number
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.separating import one_choice_each, slashes_apart
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group

_LEAST = 3  # choices, where nothing but their labels tells that something is asked
_LONGEST_NUMBER = 10  # characters, with what sets it off
_NUMBER_ALONE = re.compile(r"[(【\[]?\s*(?P<number>\d{1,3})\s*[)】\].]?")


def number_of(chunk: Sequence[Line], group: Group) -> str:
    """The question's number: its first line's, or that of the line beneath its headings.

    Where an earlier question's choices stand in between, the number is that one's, and only what stands behind counts.
    """
    above = chunk[: group.start]
    earlier = [at for at, line in enumerate(above) if line.role is not Role.HEADING and _is_labelled_as(line, group)]
    beyond = earlier[-1] + 1 if earlier[1:] else 0
    for index, line in enumerate(chunk[beyond : group.start], beyond):
        if names_part(chunk[: group.start], index):
            continue
        number = line_number(line) or _as_heading(chunk, index)
        number = number or (own_number(line) if heads_choices(chunk, index) else "")
        if not number and line.role is Role.TEXT and group.labels:
            number = _figure(line) if _asks(line) or index + 1 == group.start else ""
        if number or line.role is not Role.HEADING:
            return _of_last(chunk, index, group) or number or _own_paragraphs(chunk, group)
    return ""


def _of_last(chunk: Sequence[Line], index: int, group: Group) -> str:
    """The number of the last question above choices, where the first one, on line ``index``, was left without any.

    ``8 …はだれか。`` and ``9 …はだれか。``, each a line that asks: what follows are the choices of the second.
    """
    above = chunk[index : group.start] if chunk[index].role is Role.TEXT and _asks(chunk[index]) else ()
    asked = [line_number(line) or _figure(line) for line in above if line.role is Role.TEXT and _asks(line)]
    return asked[-1] if len(set(asked)) > 1 else ""


def names_part(chunk: Sequence[Line], index: int) -> bool:
    """Whether a heading (``第2問（三答択一）``, ``Ⅱ　…を選べ。``) numbers a part, above a question with its own."""
    heading, *beneath = chunk[index : index + 2]
    if heading.role is not Role.HEADING or not beneath or beneath[0].role is not Role.TEXT:
        return False
    if phrases.is_question(heading.text) and _asks(beneath[0]):
        return (line_number(beneath[0]) or _figure(beneath[0])) != ""
    return (phrases.numbered(heading.text) or "")[:1] in tuple("(（") and line_number(beneath[0]) != ""


def _own_paragraphs(chunk: Sequence[Line], group: Group) -> str:
    """The number that the paragraph right above choices begins with, whatever stands before it (``【1】…``)."""
    above = chunk[group.start - 1] if group.start else None
    first = next((line for line in chunk[: group.start] if above is not None and line.block is above.block), None)
    # another question's choices; 【1】 before its own words is no choice's label
    earlier = any(_is_labelled_as(line, group) for line in chunk[: group.start] if line is not first)
    if first is None or first.role is not Role.TEXT or not group.labels or earlier:
        return ""
    return line_number(first) or _figure(first)


def muddled(chunk: Sequence[Line], group: Group) -> bool:
    """Whether another question's choices stand before these, so that nobody could tell what these answer."""
    earlier = [labels.opening(line.text) for line in chunk[: group.start] if _is_labelled_as(line, group)]
    named = [label[0] for label in earlier if label]
    first = chunk[0]
    counted = phrases.numbered(first.text) is not None or phrases.counted(first.text) or phrases.part_number(first.text)
    counted = counted or first.role is Role.ITEM
    return bool(counted) and len(named) > 1 and named[:2] == group.labels[:2]


def _is_labelled_as(line: Line, group: Group) -> bool:
    label = labels.opening(line.text) if line.role is not Role.CODE else None
    return label is not None and label[0] in group.labels


def numbers_in(lines: Sequence[Line], among: Sequence[Line]) -> Iterator[str]:
    """The numbers of the questions that begin in ``lines``, the first of the lines ``among`` which they stand."""
    for index, line in enumerate(lines):
        number = line_number(line) or _as_heading(among, index)
        number = number or (own_number(line) if heads_choices(among, index) or _has_choices(line) else "")
        figure = _figure(line) if not number and line.role is Role.TEXT else ""
        if figure and _choices_follow(among, index, near=not _asks(line)):
            number = figure
        if number:
            yield number


def _has_choices(line: Line) -> bool:
    """Whether a numbered list's item asks, and has its choices on its own line (``3. …は？ a.… b.… c.…``)."""
    numbered = line.role is Role.ITEM and line.own_number is not None and line.depth == 1
    return numbered and len(list(one_choice_each([line]))) > _LEAST


def stands_above(lines: Sequence[Line], index: int) -> str:
    """The number that is all of a paragraph (``**3.**``), right above one that asks or has a gap, and its choices."""
    line = lines[index]
    if line.role is not Role.TEXT or not line.opens_block or len(line.text) > _LONGEST_NUMBER:
        return ""
    alone = _NUMBER_ALONE.fullmatch(phrases.bare(line.text))
    beneath = lines[index + 1] if alone and index + 1 < len(lines) else None
    if not alone or beneath is None or beneath.role is not Role.TEXT or beneath.block is line.block:
        return ""
    asks = _asks(beneath) and not line_number(beneath) and labels.opening(beneath.text) is None
    return str(int(alone["number"])) if asks and _choices_follow(lines, index + 1, near=True) else ""


def _as_heading(lines: Sequence[Line], index: int) -> str:
    """The number that is all of a heading (``### 3``), right above a line without a number of its own."""
    if lines[index].role is Role.TEXT:
        return stands_above(lines, index)
    heading, *beneath = lines[index : index + 2]
    alone = _NUMBER_ALONE.fullmatch(phrases.bare(heading.text)) if heading.role is Role.HEADING and beneath else None
    if not alone or beneath[0].role is not Role.TEXT or phrases.number(beneath[0].text) or _figure(beneath[0]):
        return ""
    return str(int(alone["number"]))


def _figure(line: Line) -> str:
    """The number that a line begins with, which is a question's where choices stand beneath."""
    return phrases.figure(line.text)[0] or phrases.count(line.text) or phrases.part_number(line.text)


def _asks(line: Line) -> bool:
    return phrases.is_question(line.text) or phrases.has_gap(line.text)


def _choices_follow(lines: Sequence[Line], index: int, *, near: bool) -> bool:
    """Whether two choices at least stand behind a line, on it or beneath, labelled in order (``near``: right there)."""
    known: list[str] = []
    near_by = list(slashes_apart(lines[index : index + 1 + _LEAST]))
    _, *beneath = one_choice_each(near_by)  # which may stand on the line itself
    for after in beneath:
        label = _label(after, known)
        if label:
            known.append(label)
        elif near:
            break
    return len(known) > 1


def _label(line: Line, known: Sequence[str]) -> str:
    """The label by which a line goes on with a run of choices (a list's own number counts), ``""`` if it has none."""
    opened = labels.opening(line.text)
    label = opened[0] if opened else str(len(known) + 1) if line.own_number is not None else ""
    return label if label and labels.follows(known, label) else ""


def holds_choices(lines: Sequence[Line], index: int) -> bool:
    """Whether a list's item holds a list whose items are labelled, or numbered, in order: three at least.

    Deep in an outline, too, where it asks or is called a question.
    """
    line = lines[index]
    if line.role is not Role.ITEM or (line.depth != 1 and not _is_called_question(line)):
        return False
    known: list[str] = []
    for after in lines[index + 1 :]:
        if len(known) == _LEAST or after.depth <= line.depth:
            break
        label = _label(after, known) if after.role is Role.ITEM and after.depth == line.depth + 1 else ""
        if not label:
            break
        known.append(label)
    return len(known) == _LEAST


def _is_called_question(line: Line) -> bool:
    """Whether a line asks, or begins as a question does (``問: …``, ``問3 …``)."""
    return _asks(line) or phrases.named(line.text) > 0 or bool(phrases.numbered(line.text))


def heads_choices(lines: Sequence[Line], index: int) -> bool:
    """Whether a numbered list's item has lettered choices right beneath it, deeper or behind the list.

    Then it is a question, whatever its words are: a case (``6. …したい。``), a sentence with a gap. So it is where its
    number stands behind a bullet (``- 6.…したい。``).
    """
    line = lines[index]
    if line.role is not Role.ITEM or not own_number(line) or line.depth != 1:
        return False
    known: list[str] = []
    beneath = list(one_choice_each(lines[index + 1 : index + 1 + _LEAST]))[:_LEAST]
    in_row = len({after.number for after in beneath}) == 1  # 1 lucid  2 vague  3 obscure
    for after in beneath:
        mark = mark_of(after.text)
        text = after.text[mark.start :] if mark else after.text  # ◯1 右うしろ
        label = labels.opening(text) if after.role in (Role.ITEM, Role.DETAIL, Role.TEXT) else None
        if (
            label is None
            or not labels.follows(known, label[0])
            or (label[0].isdigit() and not (_is_circled(after) or in_row or after.role is Role.DETAIL))
        ):
            return False
        if after.role is Role.ITEM and after.depth <= line.depth:
            return False
        known.append(label[0])
    return len(known) == _LEAST


def _is_circled(line: Line) -> bool:
    return "①" <= line.text.lstrip()[:1] <= "⑩" or "❶" <= line.text.lstrip()[:1] <= "❿"
