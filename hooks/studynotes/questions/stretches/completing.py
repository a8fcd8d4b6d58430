"""A label with the phrase that its choice completes (``1 put off = 延期する`` beneath ``(1) off (2) on``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import plain
from studynotes.questions.words import labels
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Option

_WORD = re.compile(r"[a-z']+")


def completed(said: str, options: Sequence[Option]) -> str:
    """The label that such words begin with, ``""`` if they hold not just that choice's own words, letter by letter."""
    known = [option.label for option in options if option.label]
    named = labels.answer_labels(said, known) if known else None
    if not named or len(named[0]) != 1 or hedged(named[1]):
        return ""
    words = _WORD.findall(named[1].lower())
    held = [option.label for option in options if _holds(words, _WORD.findall(plain(option.words).lower()))]
    return held[0] if held == list(named[0]) else ""


def _holds(said: Sequence[str], words: Sequence[str]) -> bool:
    """Whether these words stand one behind another among those said."""
    size = len(words)
    return size > 0 and any(said[at : at + size] == words for at in range(len(said) - size + 1))
