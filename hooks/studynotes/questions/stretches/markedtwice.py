"""Marks that may stand on a choice by mistake: two of them, where every other question of the file has one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Role
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.habits import Shown

_OTHERS = 3  # questions that show what the file does
# 2人えらぶ, ふたつ, あるだけ, どれとどれ: in other words than those for which questions are asked for several
_COUNTED = re.compile(
    r"[2-9二三四五両][\s　]*(?:人|名|国|か国|種|語|組|社|作|か所|箇所|ヶ所|本|枚|例|点|方|者|匹|[はわ])\s*(?:を|、)?\s*"
    r"(?:選|えら|答え|こたえ|挙げ|あげ|どれ|$|[(。])|ふた[つり]|みっつ|さんにん|あるだけ|どれとどれ|たち",
    re.MULTILINE,
)
# an explanation that tells of them together
_BOTH = re.compile(r"[2-5二三四五]つ|ふたつ|みっつ|両方|どちらも|いずれも|どっちも")


def by_mistake(shown: Sequence[Shown]) -> int | None:
    """The line of the only question with marks on several choices that does not say that it has several answers.

    At least three others have marks, each on one choice, or on several where it says so: in such a file a box may have
    been ticked, or words made bold, twice by mistake. Where two or more questions are like that, it is their writer's
    way; and where each choice is judged (✅ and ❌), no mark is there by mistake.
    """
    marked = [each for each in shown if each.marked]
    unsaid = [each for each in marked if each.marked > 1 and not _asks_for_several(each)]
    return unsaid[0].line if len(unsaid) == 1 and len(marked) > _OTHERS else None


def _asks_for_several(question: Shown) -> bool:
    """Whether a question says that it has several answers, or what stands behind its choices does."""
    chunk, group = question.chunk, question.group
    above = [line.text for line in chunk[: group.start] if line.role is not Role.CODE]
    beneath = [line.text for line in chunk[group.end :] if line.role is not Role.CODE]
    asked = "\n".join([*above, *(text for text in beneath[:1] if phrases.tells_how_many(text))])
    told = any(_BOTH.search(phrases.plain(text)) for text in beneath)
    return told or ask_of(asked).several or _COUNTED.search(phrases.plain(asked)) is not None
