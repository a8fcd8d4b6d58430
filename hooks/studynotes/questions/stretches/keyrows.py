"""Answers in rows without numbers: ``B、D、A、A`` beneath 解答, ``アウイエア イエアウウ``, one label an item.

Nothing but their order says which is whose, so there must be just as many as questions before them, one after the
other with the label that its question has.
"""

from __future__ import annotations

import re
from itertools import takewhile
from operator import attrgetter, contains
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import answertitles, labelrows, owners
from studynotes.questions.elsewhere.answerlists import DOUBTED
from studynotes.questions.stretches import keylists
from studynotes.questions.text.lines import Role, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.stretches.habits import Shown
    from studynotes.questions.text.lines import Line

_ORDER = re.compile(r"順|並べ|並び")
_SEVERAL = re.compile(r"つ選|つえらべ|すべて|全て|複数")  # one question may have all of the labels
_BENEATH = 3  # lines that may say that the answers above are doubtful, or somebody's own


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers to questions of ``shown`` that rows give, by :func:`.keylists.by_line`.

    All questions before the rows, since those before them, lack their answer; rows that say otherwise of the same
    questions leave them unanswered. Labels that
    rise may all be those of one question, and so may any of one that asks for an order; where no heading
    calls them answers, one label must come twice, as it never does in the answer to the question right above.
    """
    if DOUBTED in listed or sum(each.right is None for each in shown) < labelrows.LEAST:
        return {}
    asked = {line.number for each in shown if not keylists.is_list(each) for line in each.chunk[: each.group.end]}
    asked.update(owners.lines_owned(listed))
    blocks = (block for section in sections for block in section.all_blocks)
    lines = [line for line in lines_of(blocks) if line.number not in asked or line.role is Role.HEADING]
    unsure = keylists.withdrawn_in(listed)
    found: dict[str, str] = {}
    last_pool: list[Shown] = []
    since = 0
    for first, last, named, unheaded in _rows(lines):
        pool = sorted((each for each in shown if since < each.line < lines[first].number), key=attrgetter("line"))
        again = not pool and last_pool
        if not _fits(named, pool or last_pool, unheaded=unheaded) or _is_doubted(lines, first, last):
            continue
        since, last_pool = lines[first].number, pool or last_pool
        for each, label in zip(last_pool, named, strict=True):
            name = keylists.by_line(each.line)
            found[name] = label if not again or found.get(name) == label else ""
    numbers = {keylists.by_line(each.line): each.number for each in map(keylists.question, shown) if each}
    return {name: label for name, label in found.items() if label and numbers.get(name) not in unsure}


def _fits(named: Sequence[str], pool: Sequence[Shown], *, unheaded: bool) -> bool:
    """Whether labels may be the answers to these questions, one by one, and to no single one of them."""
    if len(named) != len(pool) or any(each.right is not None for each in pool):
        return False
    if not all(map(contains, (each.group.labels for each in pool), named)):
        return False
    asked = " ".join(line.text for line in pool[-1].chunk[: pool[-1].group.start])
    if _ORDER.search(asked) or len(set(named)) < len(named):
        return not _ORDER.search(asked)
    return not unheaded and list(named) != sorted(named) and not _SEVERAL.search(asked)


def _rows(lines: Sequence[Line]) -> Iterator[tuple[int, int, list[str], bool]]:
    """The first and last line of each titled run of rows, its labels, and whether its title is no heading."""
    at = 0
    while at < len(lines):
        line = lines[at]
        inline = labelrows.labels_in(labelrows.after_title(line.text)) if line.role is Role.TEXT else []
        beneath = bool(at) and not inline and line.role is not Role.HEADING and _is_title(lines, at)
        named = inline or (labelrows.of_line(line) if beneath else [])
        headed = beneath and lines[at - 1].role is Role.HEADING
        start = at
        at += 1
        while named and at < len(lines) and (more := labelrows.of_line(lines[at])):
            named = [*named, *more]
            at += 1
        if len(named) >= labelrows.LEAST:
            yield start, at - 1, named, not headed


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before one is a title that calls what follows answers."""
    above = lines[at - 1]
    heads = above.role in (Role.HEADING, Role.HTML) or above.strong or above.opens_block
    return heads and keylists.is_title(above) and keylists.is_titled(lines, at)


def _is_doubted(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether what stands by the rows doubts them, or says whose they are."""
    beneath = takewhile(lambda line: line.role is not Role.HEADING, lines[last + 1 : last + 1 + _BENEATH])
    above = lines[max(0, first - 1) : first]
    return keylists.is_disowned([*above, lines[first], *beneath]) or any(
        answertitles.is_somebodys(line.text) for line in above
    )
