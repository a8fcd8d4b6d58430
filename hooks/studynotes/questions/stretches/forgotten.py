"""Where a line was forgotten: a question's own, so that another's choices and answer seem to be of the one above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words import labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.lines import Line

_OPENS = re.compile(rf"[(「\[]?(?P<label>[A-Ja-j{KATAKANA}]|\d|[①-⑩])[)」\]]?(?=$|[\s.:。、—–…-])")


def begins_otherwise(beneath: Sequence[Line], group: Group, right: frozenset[int]) -> bool:
    """Whether the first line beneath an announcement begins with another choice's label than the ``right`` ones.

    It may name none for sure (``**A** — 広重は…``); where another announcement does, that may be the next question's.
    """
    found = _OPENS.match(phrases.bare(beneath[0].text)) if beneath else None
    label = labels.normal(found["label"]) if found else ""
    return label in group.labels and group.labels.index(label) not in right
