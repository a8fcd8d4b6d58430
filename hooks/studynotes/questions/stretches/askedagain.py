"""Questions that stand once more where they are answered, with all of their words and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.question import spelled
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.stretches.habits import Shown

_LEAST = 2  # choices


def answers_in(sections: Sequence[Section], shown: Sequence[Shown]) -> Mapping[int, tuple[int, str]]:
    """Where questions of ``shown`` stand again further on and are answered: the line of the first choice there.

    It tells the line of the first choice of the question itself, and its answer.

    Both have the same choices, word for word and in order, no third question has them, and between the two sets of
    choices all that asks stands once more.
    """
    places: dict[tuple[str, ...], list[Shown]] = {}
    for each in shown:
        places.setdefault(_choices(each), []).append(each)
    again: dict[int, tuple[int, str]] = {}
    pairs = [(found[0], found[1]) for found in places.values() if _are_twice(found)]
    lines = list(lines_of(block for section in sections for block in section.all_blocks)) if pairs else []
    for first, second in pairs:
        begins, ends = (each.group.options[0].line.number for each in (first, second))
        between = {line.text.strip() for line in lines if begins < line.number < ends}
        asking = _asking(first.chunk[: first.group.start])
        if asking and between.issuperset(asking):
            again[ends] = (begins, "、".join(sorted(second.right or ())))
    return again


def _choices(each: Shown) -> tuple[str, ...]:
    return tuple(f"{option.label} {spelled(option.words)}" for option in each.group.options)


def _are_twice(found: Sequence[Shown]) -> bool:
    """Whether a question and its answered repetition are all that have their choices."""
    if len(found) != 2 or found[0].right is not None or not found[1].right:  # noqa: PLR2004
        return False
    return len(found[0].group.options) >= _LEAST and bool(found[0].group.labels)


def _asking(before: Sequence[Line]) -> set[str]:
    """What asks in the lines above choices; the last line there if none does."""
    said = [line for line in before if line.role is Role.TEXT and not phrases.is_caption(line.text)]
    asking = [line for line in said if phrases.is_question(line.text)] or said[-1:]
    return {line.text.strip() for line in asking}
