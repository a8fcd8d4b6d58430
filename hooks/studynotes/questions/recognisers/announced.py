"""What stands beneath the line that announces what fills a gap: the answer itself, and what explains it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.stretches import pointing
from studynotes.questions.words import phrases
from studynotes.questions.words.disowning import reneges
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.typed import FIGURE, Answer, also, fills, is_term, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studynotes.questions.text.lines import Line

_WORKED = re.compile(rf".*\d.*[=＝≒]\s*(?P<answer>{FIGURE.pattern})")  # 196 ÷ (196 + 4) = 0.98
_ENDS = re.compile(r"[。！!][\s　)）]*$")
_IN_BRACKETS = re.compile(r"[\s　]*(?:[(][^()]*[)]|[（][^（）]*[）])[。\s　]*")  # （… とも書く）, on a line of its own
# the line above
_CARRIES_ON = re.compile(r"[\s　]*(?:[はがをにのとでもやへ、。・,/／=＝+＋]|または|又は|もしくは|あるいは|か[、,\s　])")
# how it went (ハズレ。湯。), or of another's answer: nothing that fills a gap
_OF_OWN = re.compile(
    r"[\s　*]*(?:残念|ミス|ハズレ|はずれ|外れ|[不誤]?正[解答]|誤答|当たり|アウト|セーフ|失敗|惜し|難問|自分|予想|最初)"
)
_JUDGES = re.compile(r"間違|まちが|誤[りっ答]|違[うっ]|正し[いく]|正解|正答|[○×✕❌✅]|答え|書いた|選んだ|自分|最初")


def of_its_block(line: Line, beneath: list[Line]) -> list[Line]:
    """The lines beneath an announcement, of those in its own block only these; what ※ begins explains the first."""
    own = [each for each in beneath if each.block is line.block]
    if not own or any(hedged(each.text) or reneges(each.text) for each in beneath[len(own) :]):
        return beneath
    noted = own[1:] and all(each.text.lstrip()[:1] == "※" for each in own[1:])
    return own[:1] if noted else own


def above_all(beneath: Iterable[Line]) -> list[Line]:
    """The lines, or of those that begin with a bold one alone that one: what stands beneath it explains it.

    So it does beneath a name alone, where the rest are sentences that do not carry it on, or stand in brackets.
    """
    lines = [line for line in beneath if line.text.strip()]
    strong = [line.strong for line in lines]
    explained = any(strong[:1]) and not any(strong[1:])
    if lines[1:] and not explained and is_term(lines[0].text) and fills(lines[0].text):
        explained = all(map(_explains, lines[1:]))
    return lines[:1] if explained else lines


def _explains(line: Line) -> bool:
    """Whether a line beneath a name is a sentence that does not carry it on, or in brackets and no other answer."""
    if _IN_BRACKETS.fullmatch(line.text):
        return not (also(line.text) or hedged(line.text) or reneges(line.text) or doubts(line.text))
    return _ENDS.search(line.text) is not None and not _CARRIES_ON.match(line.text)


def filling(beneath: Sequence[Line], question: Line) -> list[Answer | None]:
    """What fills a gap beneath its announcement: a name alone there, or the first sentence of the only line."""
    beneath = above_all(beneath)
    line = beneath[0] if len(beneath) == 1 else None
    first, _, told = line.text.partition("。") if line else ("", "", "")
    if line is None or not told.strip() or not is_term(first) or doubts(line.text) or line.own_number is not None:
        return alone(beneath, question)
    if _OF_OWN.match(first) or _JUDGES.search(told) or any(map(is_term, filter(str.strip, told.split("。")))):
        return [None]
    return [pointing.first_of(line.text.rstrip(), line)]


def alone(beneath: Sequence[Line], question: Line) -> list[Answer | None]:
    """The answer beneath its announcement, where nothing else is there, and it is a term rather than a sentence."""
    rest = [line for line in beneath if line.text.strip()]
    if len(rest) != 1 or phrases.is_explanation(rest[0].text) or re.search(r"[ぁ-ん。]$", phrases.bare(rest[0].text)):
        return [None]
    if question.own_number is not None and rest[0].own_number is not None:
        return [None]  # of a numbered list, which may answer another number
    worked = _WORKED.fullmatch(phrases.undecorated(rest[0].text))
    return [read(worked["answer"] if worked else rest[0].text, rest[0])]
