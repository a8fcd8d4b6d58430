"""Answers in lines with ticks, beneath what announces them (``## 正解`` and ``✅ rpm -U``)."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.words import phrases
from studynotes.questions.words.keyline import by_text, resolve
from studynotes.questions.words.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask
    from studynotes.questions.text.lines import Line


def ticked(beneath: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that lines with ticks are as a whole (``✅ rpm -U``); others may be crossed out there, too."""
    marked = list(takewhile(lambda each: each[1] is not None, ((line, mark_of(line.text)) for line in beneath)))
    right: set[int] = set()
    for line, mark in marked:
        words = line.text[mark.start : mark.end].strip() if mark else ""
        named = resolve(phrases.bare(words), group, strictly=True) or by_text(words, group)
        if mark is None or named is None or len(named) != 1 or line.struck or mark.reason:
            return None
        right |= named if mark.right else set()
    crossed = any(mark and not mark.right for _, mark in marked)
    return None if crossed and ask.negative else frozenset(right) or None
