"""Bullets beneath choices that tell of some of them by label (``- (1) 署名を作るときの鍵``), and what closes beneath.

Many explain so what is wrong, choice by choice, and sum up in a line of its own (``まとめ：…。(4)。``).
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.stretches.keylists import by_line
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Role
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.disowning import unsettled
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.stretches.habits import Shown
    from studynotes.questions.text.lines import Line

_LEAST = 2  # questions of a file that show what its bullets tell of
_AGAIN = re.compile(r"[\s　]*[(（\[]?(?:10|[1-9１-９]|[A-Ja-j]|[ア-コ])[)）\].．]")


def told_by_label(chunk: Sequence[Line], group: Group) -> tuple[set[str], int]:
    """The labels of a list's items right beneath choices, and where that list ends; none where one has no label."""
    items = list(takewhile(lambda line: line.role is Role.ITEM, chunk[group.end :]))
    named: set[str] = set()
    for line in items:
        rest, found = line.text, labels.opening(line.text)
        if not found:
            return set(), group.end
        while found and found[0] in group.labels:
            named.add(found[0])
            rest = rest[found[1] :]
            found = labels.opening(rest) if _AGAIN.match(rest) else None
    return named, group.end + len(items)


def answers_in(shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers that are left where bullets tell of all other choices, by :func:`.by_line`.

    The file must show that its bullets tell of what is none of the answers: beneath two questions at least that are
    answered they tell of all others, and beneath none of an answer. A question must ask for one, or say for how many,
    and nothing there may doubt anything.
    """
    told = [(each, told_by_label(each.chunk, each.group)[0]) for each in shown if each.group.labels]
    known = [(each, named) for each, named in told if each.right and named]
    if any(not named.isdisjoint(each.right or ()) for each, named in known):
        return {}
    whole = [each for each, named in known if named | set(each.right or ()) == set(each.group.labels)]
    if len(whole) < _LEAST:
        return {}
    answers = {}
    for each, named in told:
        left = [label for label in each.group.labels if label not in named]
        if named and not each.right and by_line(each.line) not in listed and _are_sure(each, len(left)):
            answers[by_line(each.line)] = "、".join(left)
    return answers


def _are_sure(each: Shown, left: int) -> bool:
    """Whether a question wants as many as are left, and nothing beneath its choices doubts anything."""
    texts = [line.text for line in each.chunk if line.role is not Role.CODE]
    ask = ask_of("\n".join(texts[: each.group.start]))
    if left != (ask.wanted or 1) or (ask.several and not ask.wanted):
        return False
    beneath = [line.text for line in each.chunk[each.group.end :]]
    return not any(hedged(text) or doubts(text) or "?" in phrases.plain(text) for text in beneath) and not unsettled(
        beneath
    )
