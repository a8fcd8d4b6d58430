"""What a file says of its own marks: ``太字が正解``, ``★＝正解``."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.questions import phrases
from studynotes.questions.lines import Role, lines_of
from studynotes.questions.question import Words, plain

if TYPE_CHECKING:
    from studynotes.model import Collection
    from studynotes.questions.groups import Group

NAME = "legend"
BOLD = "bold"
_SIGNS = "★☆●■◆▲◎⭕○"
RIGHT_SIGNS = "◎⭕○"
_RIGHT = r"(?:正解|正答|答え?|こたえ)"
_MARK = rf"(?P<mark>太字|ボールド|[{_SIGNS}])"
_OTHER = _MARK.replace("mark", "other")
_LEGEND = re.compile(
    rf"{_MARK}\s*(?:(?:の|に(?:した|なっている))(?:もの|選択肢|肢)?)?\s*(?:が|は|=|:|→|-)\s*{_RIGHT}(?!率)"
    rf"|{_RIGHT}(?:の(?:選択肢|肢))?\s*(?:は|が|を|に|=|:|→)\s*{_OTHER}"
)
_LINES = 12  # from the file's beginning, where such words stand


def legend_of(collection: Collection) -> str:
    """The mark of right choices that the beginning of a file tells: ``BOLD`` or a sign; ``""`` where it tells none."""
    texts = [collection.title]
    for page in collection.pages[:2]:
        blocks = (page.heading, *page.blocks) if page.heading else page.blocks
        texts += [line.text for line in islice(lines_of(blocks), _LINES) if line.role is not Role.CODE]
    found = [match for value in texts if (match := _LEGEND.search(phrases.plain(value)))]
    marks = {match["mark"] or match["other"] for match in found}
    if len(marks) != 1:
        return ""
    mark = marks.pop()
    return mark if mark in _SIGNS else BOLD


def apply(legend: str, group: Group) -> bool:
    """Mark the choices that bear the legend's mark, if some do and others don't; whether any was marked so."""
    if legend in RIGHT_SIGNS:  # read already, but as what judges a statement
        for option in group.options:
            option.named = option.named or option.verdict is not None
    borne = [_bears(legend, option.words, strong=option.line.strong) for option in group.options]
    if not any(borne) or all(borne) or any(option.verdict is not None for option in group.options):
        return False
    for option, right in zip(group.options, borne, strict=True):
        if right:
            option.verdict, option.named = True, True
            option.words = option.words if legend == BOLD else _without(legend, option.words)
    return True


def _bears(legend: str, words: Words, *, strong: bool) -> bool:
    value = plain(words).strip()
    return strong if legend == BOLD else value.startswith(legend) or value.endswith(legend)


def _without(sign: str, words: Words) -> Words:
    first, *others = words
    bare = [first.lstrip(f"{sign} 　"), *others]
    return (*bare[:-1], bare[-1].rstrip(f"{sign} 　"))
