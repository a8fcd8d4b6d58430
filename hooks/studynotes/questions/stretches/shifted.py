"""Lists of answers that count wrongly from some entry on, as the reasons beside them show.

Who forgets an entry of ``6. (4)　確定診断は医師`` and the like gives each later question the answer of the next one:
what is said with it is then about the next question, and about nothing of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.text.numbering import number_of
from studynotes.questions.words import labels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.questions.stretches.habits import Shown

_PART = re.compile(r"[一-鿿]{2}|[ァ-ヺー]{3,}|[a-z]{2,}|\d{2,}")
_LEAST = 2  # entries that tell of the next question
_LEAST_LISTED = 4


def misgiven(shown: Sequence[Shown], given: Mapping[str, str]) -> set[int]:
    """The lines of the first choices of questions whose entries in a list (``given``) may be those of the next ones.

    The list ends before the questions do; two of its entries at least tell of the next question by words that their
    own one has none of; and from the first of these on, no entry tells of its own.
    """
    asked = {int(number): each for each in shown if (number := number_of(each.chunk, each.group)).isdigit()}
    listed = [number for number in sorted(asked) if given.get(str(number)) and number + 1 in asked]
    if len(listed) < _LEAST_LISTED or given.get(str(max(asked))):
        return set()
    words = {number: _words_of(each) for number, each in asked.items()}
    said = {number: _reason(given[str(number)], asked[number]) for number in listed}
    own = {number for number in listed if any(part in words[number] for part in said[number])}
    astray = [
        number for number in listed if number not in own and any(part in words[number + 1] for part in said[number])
    ]
    if len(astray) < _LEAST or any(number > astray[0] for number in own):
        return set()
    return {asked[number].line for number in listed if number >= astray[0]}


def _reason(answer: str, asked: Shown) -> list[str]:
    """The telling parts of what an entry says behind its label."""
    named = labels.answer_labels(answer, asked.group.labels) if asked.group.labels else None
    return _PART.findall(folded(named[1])) if named else []


def _words_of(asked: Shown) -> str:
    """The words of a question and of its choices."""
    return folded(" ".join(line.text for line in asked.chunk[: asked.group.end]))
