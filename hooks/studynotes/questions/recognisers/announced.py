"""What stands beneath the line that announces what fills a gap: the answer itself, and what explains it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words import phrases
from studynotes.questions.words.disowning import reneges
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.typed import FIGURE, Answer, fills, is_term, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studynotes.questions.text.lines import Line

_WORKED = re.compile(rf".*\d.*[=＝≒]\s*(?P<answer>{FIGURE.pattern})")  # 196 ÷ (196 + 4) = 0.98
_ENDS = re.compile(r"[。！!][\s　)）]*$")
# the line above
_CARRIES_ON = re.compile(r"[\s　]*(?:[はがをにのとでもやへ、。・,/／=＝+＋]|または|又は|もしくは|あるいは|か[、,\s　])")


def of_its_block(line: Line, beneath: list[Line]) -> list[Line]:
    """The lines beneath an announcement, of those in its own block only these; what ※ begins explains the first."""
    own = [each for each in beneath if each.block is line.block]
    if not own or any(hedged(each.text) or reneges(each.text) for each in beneath[len(own) :]):
        return beneath
    noted = own[1:] and all(each.text.lstrip()[:1] == "※" for each in own[1:])
    return own[:1] if noted else own


def above_all(beneath: Iterable[Line]) -> list[Line]:
    """The lines, or of those that begin with a bold one alone that one: what stands beneath it explains it.

    So it does beneath a name alone, where the rest are sentences that do not carry it on.
    """
    lines = [line for line in beneath if line.text.strip()]
    strong = [line.strong for line in lines]
    explained = any(strong[:1]) and not any(strong[1:])
    if lines[1:] and not explained and is_term(lines[0].text) and fills(lines[0].text):
        explained = all(_ENDS.search(line.text) and not _CARRIES_ON.match(line.text) for line in lines[1:])
    return lines[:1] if explained else lines


def alone(beneath: Sequence[Line], question: Line) -> list[Answer | None]:
    """The answer beneath its announcement, where nothing else is there, and it is a term rather than a sentence."""
    rest = [line for line in beneath if line.text.strip()]
    if len(rest) != 1 or phrases.is_explanation(rest[0].text) or re.search(r"[ぁ-ん。]$", phrases.bare(rest[0].text)):
        return [None]
    if question.own_number is not None and rest[0].own_number is not None:
        return [None]  # of a numbered list, which may answer another number
    worked = _WORKED.fullmatch(phrases.undecorated(rest[0].text))
    return [read(worked["answer"] if worked else rest[0].text, rest[0])]
