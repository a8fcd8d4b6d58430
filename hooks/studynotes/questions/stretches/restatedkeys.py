"""Answers that repeat the right choices: a question's number, and beneath it these choices, label, words and all.

``3`` or ``3. その方法`` on a line, then ``B. 冷やす`` and ``E. 混ぜる``, as they stand beneath the third question:
nothing else could be meant. Such a list stands beneath a line that calls it answers, behind the questions.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere.answerlists import DOUBTED
from studynotes.questions.question import spelled
from studynotes.questions.stretches import keylists
from studynotes.questions.stretches.countedtitles import HINT
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.text.numbering import number_of
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.stretches.habits import Shown

_LONGEST_TITLE = 120  # characters of what calls a list answers
_LEAST = 2  # questions that such a list answers
_SHARE = 0.6  # … of those before it that lack their answer


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers to questions of ``shown`` that a list of their own choices gives, by :func:`.by_line`.

    It is believed where it answers most of the questions before it, none twice, and none otherwise than is known.
    """
    if DOUBTED in listed or sum(each.right is None for each in shown) < _LEAST:
        return {}
    blocks = (block for section in sections for block in section.all_blocks if len(block.text) <= _LONGEST_TITLE)
    if not any(HINT.search(block.text) for block in blocks):
        return {}
    lines = list(lines_of(block for section in sections for block in section.all_blocks))
    titles = (at for at, line in enumerate(lines) if keylists.is_title(line) and keylists.is_titled(lines, at + 1))
    return next(filter(None, (_beneath(lines, at, shown, listed) for at in titles)), {})


def _beneath(lines: Sequence[Line], at: int, shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers that stand beneath a title, if they fit the questions before it."""
    before = [each for each in shown if each.group.options[-1].line.number < lines[at].number]
    asked = [(number, each) for each in before if (number := _number_of(each))]
    lacking = [number for number, each in asked if each.right is None]
    if len(lacking) < _LEAST:
        return {}
    numbers = [number for number, _ in asked]
    groups = {number: each.group for number, each in asked if numbers.count(number) == 1}
    head = list(takewhile(lambda line: _number(line) not in groups, lines[at + 1 :]))
    if keylists.is_disowned(head):
        return {}
    told = list(_told(lines[at + 1 :], groups))
    given = {number: right for number, right in told if [other for other, _ in told].count(number) == 1}
    known = {number: each.right for number, each in asked if each.right is not None}
    if any(known[number] != set(right) for number, right in given.items() if number in known):
        return {}
    withdrawn = keylists.withdrawn_in(listed)
    fits = sum(number in given for number in lacking) >= max(_LEAST, _SHARE * len(lacking))
    return {
        keylists.by_line(groups[number].options[0].line.number): "、".join(right)
        for number, right in given.items()
        if fits and right and number not in withdrawn
    }


def _number_of(shown: Shown) -> str:
    """A question's number: that of its first line, else that which stands nearest before its choices."""
    nearest = keylists.question(shown)
    return keylists.normal(number_of(shown.chunk, shown.group) or nearest.number) if nearest else ""


def _told(lines: Sequence[Line], groups: Mapping[str, Group]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The numbers of questions with the labels of the choices that are repeated beneath them, none where in doubt."""
    entries = [(at, _number(line)) for at, line in enumerate(lines) if _number(line) in groups]
    for at, number in entries:
        group = groups[number]
        beneath = takewhile(lambda line: not line.opens_block or line.role is not Role.TEXT, lines[at + 1 :])
        right = tuple(takewhile(bool, (_repeated(line, group) for line in beneath)))
        if right and len(right) < len(group.options):  # all of them: another question has the same choices
            rest = takewhile(lambda line, number=number: _number(line) in ("", number), lines[at + 1 :])  # type: ignore[misc]
            unsure = any(doubts(line.text) or answerlines.revises(line.text) or line.struck for line in rest)
            yield number, () if unsure or len(set(right)) < len(right) else right


def _number(line: Line) -> str:
    """The number that a line gives to what stands beneath it: all of it, its item's, or what it begins with."""
    if line.role in (Role.CODE, Role.HTML) or (line.role is Role.DETAIL):
        return ""
    found = keylists.BEGINS.match(phrases.words_alone(line.text))
    return keylists.normal(found["number"] if found else str(line.own_number or ""))


def _repeated(line: Line, group: Group) -> str:
    """The label of the choice that a line repeats as a whole; ``""`` where it repeats none."""
    opened = labels.opening(line.text)
    words = spelled(line.words(opened[1])) if opened else ""
    same = (each.label for each in group.options if opened and (each.label, spelled(each.words)) == (opened[0], words))
    return next(same, "")
