"""Choices that are struck out one by one, until the answer is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.words import labels

if TYPE_CHECKING:
    from studynotes.questions.stretches.groups import Option


def strike(option: Option) -> None:
    """Mark a choice as struck out; what stands behind it (``~~A 知床~~ 2005年``) is the reason."""
    option.verdict, option.named, option.struck = False, True, True
    line, end = option.line, option.line.struck_to
    if line.struck and 0 < end < len(line.text.rstrip()):
        option.reasons.insert(0, line.words(end))
        begins = labels.opening(line.text)
        option.words = line.words(begins[1] if begins and option.label else 0, end)
