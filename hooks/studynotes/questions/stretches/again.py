"""Choices that stand once more beneath 答え, all of them, the right ones marked (``- [x] 青`` among ``- [ ] …``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.question import spelled
from studynotes.questions.stretches.groups import group_of
from studynotes.questions.text.judgements import right_by
from studynotes.questions.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask
    from studynotes.questions.text.lines import Line

_ABOVE = 2  # lines that may stand above them: a link, a caption


def marked_again(beneath: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that are marked where all of them stand again; nothing where some are, or the marks do not tell.

    None where they do not stand again, or none is marked.
    """
    near = next((at for at, line in enumerate(beneath) if line.role is Role.HEADING), len(beneath))
    again = group_of(beneath[:near])
    if again is None or again.start > _ABOVE or all(option.verdict is None for option in again.options):
        return None
    words = [spelled(option.words) for option in group.options]
    repeated = [spelled(option.words) for option in again.options]
    if not set(repeated) & set(words):
        return None
    if sorted(repeated) != sorted(words) or len(set(words)) < len(words):
        return frozenset()
    if again.labels and group.labels and again.labels != group.labels:
        return frozenset()
    named = all(option.named for option in again.options if option.verdict is not None)
    verdicts = [again.options[repeated.index(each)].verdict for each in words]
    right = frozenset(at for at, each in enumerate(verdicts) if each) if named else right_by(verdicts, ask)
    return right if right and len(right) < len(words) else frozenset()
