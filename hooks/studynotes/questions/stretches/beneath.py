"""What stands beneath a choice's first line: more of its words, or its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.question import Words, folded, joined
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.reasoned import judges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group


def settled(group: Group, chunk: Sequence[Line]) -> Group:
    """The group; where the lines behind each choice's first one close with a verdict, they are its reason.

    Code beneath choices of code that would be the same without it is theirs (an output of two lines, each a paragraph).
    """
    if all(option.added and judges(option.added[-1].text) for option in group.options):
        for option in group.options:
            option.words = option.first
            option.reasons = [*(line.words() for line in option.added), *option.reasons]
    if len({folded(option.words) for option in group.options}) < len(group.options):
        _take_code(group, chunk)
    return group


def _take_code(group: Group, chunk: Sequence[Line]) -> None:
    """Make code beneath choices that are code their own words; that of the last one stands behind the group."""
    for option in group.options:
        while option.reasons and _is_all_code(option.words) and _is_all_code(option.reasons[0]):
            option.words = joined(option.words, option.reasons.pop(0))
    last = group.options[-1]
    while group.end < len(chunk) and chunk[group.end].role is Role.TEXT and _is_all_code(last.words):
        more = chunk[group.end].words()
        if not _is_all_code(more):
            break
        last.words = joined(last.words, more)
        group.end += 1


def _is_all_code(words: Words) -> bool:
    """Whether words are code and nothing else."""
    return len(words) > 1 and not "".join(words[::2]).strip()
