"""Signs that stand before the choices' reasons, where the file says what these signs mean (``⭕ 正解 / ❌ 不正解``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.question import plain
from studynotes.questions.text import runs
from studynotes.questions.text.reasoned import is_doubted

if TYPE_CHECKING:
    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask


def mark(right_signs: str, group: Group, ask: Ask) -> bool:
    """Mark the choices by the signs that their reasons begin with; whether it was so.

    No choice bears a mark itself, each has a reason with a sign and without a doubt, and so many are right as the
    question asks for. Such a sign names the answer, whatever is asked: it judges no statement.
    """
    if any(option.verdict is not None or not option.reasons for option in group.options):
        return False
    if any(is_doubted(plain(reason)) for option in group.options for reason in option.reasons):
        return False
    signs = [plain(option.reasons[0]).lstrip()[:1] or " " for option in group.options]
    right = [sign in right_signs for sign in signs]
    judged = all(yes or sign in runs.NO for yes, sign in zip(right, signs, strict=True))
    if not judged or sum(right) != (ask.wanted or 1):
        return False
    for option, yes in zip(group.options, right, strict=True):
        option.verdict, option.named, option.stated = yes, True, True
    return True
