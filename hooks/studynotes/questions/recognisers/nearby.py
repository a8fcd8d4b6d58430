"""What stands around a statement that is called right or wrong: headings, the next statement, a list of verdicts."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from studynotes.questions.recognisers import statements
from studynotes.questions.recognisers.gaplists import announces
from studynotes.questions.text import rows, runs
from studynotes.questions.text.lines import Line, Role, following
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.disowning import disowns
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.recognisers.statements import Statement

# …である。…○: a doubt behind it is on that statement
_OWN_VERDICT = re.compile(rf"[。．][\s　]*(?:[…‥]+|→|⇒|➡|[(（])?[\s　]*[{runs.YES}{runs.NO}]")

_ARROWS = frozenset("→⇒➡※")
_WITH_KEY = 16  # lines from a choice to its question's key
_BY_WORDS = "のやつ"
# … and not by its place or time: 最後のやつは…
_TOLD_BY_WORDS = re.compile(
    r"[\s　※・*]*(?!(?:一番|すぐ)?(?:[上下前次左右隣他別今]|ほか|最[後初]|先頭|末尾|昨日|今日|前回|今回))"
    r"「?(?P<words>[^、。「」\s]{1,20}?)」?のやつ(?:は|って|、|だけど)"
)


def is_of_another_item(line: Line, after: Line) -> bool:
    """Whether what follows is in a list of answers, and there another number's than the one above, however written."""
    if after.own_number is None or line.group == after.group:
        return False
    number = number_of(line)
    return number != "" and number != str(after.own_number)


def begins_list(lines: Sequence[Line]) -> bool:
    """Whether two lines are items of a numbered list with verdicts: to several statements, not to the one above it."""
    counted = [line.own_number for line in lines if line.own_number and statements.LISTED.fullmatch(line.text)]
    return len(counted) > 1 and lines[0].group == lines[1].group


def turns(line: Line) -> bool:
    """Whether a line is what stands between a flash card's two sides (``?``)."""
    return line.text.strip() in ("?", "？", "??", "？？")


def replies(stretch: Sequence[Line], index: int, before: Line) -> bool:
    """Whether a line with a verdict at its beginning is the answer to one above: it states nothing itself.

    It stands beneath the other side of a card, or a statement that offers both verdicts; or beneath what announces
    answers, with a number that a line above that has, too (``1. ○ …だから。`` in a folded list).
    """
    if turns(before) or statements.aside(before.text):
        return True
    number = number_of(stretch[index])
    title = next((at for at in range(index - 1, 0, -1) if announces(stretch[at])), 0) if number else 0
    return any(number_of(line) == number for line in stretch[:title])


def number_of(line: Line) -> str:
    """The number that a line has in its list, or begins with, however it is written; ``""`` if none."""
    if line.own_number is not None:
        return str(line.own_number)
    sign = phrases.signed(line.text)[0]
    figure = str(sign) if sign else phrases.figure(line.text)[0]
    return phrases.number(line.text) or phrases.count(line.text) or figure


def is_headed(stretch: Sequence[Line], index: int) -> bool:
    """Whether a line stands right beneath a heading with a number that asks for ○ or × (``問題3（正誤）``)."""
    above = stretch[index - 1] if index else None
    return (
        above is not None
        and above.role is Role.HEADING
        and phrases.number(above.text) != ""
        and runs.ABOUT_TRUTH.search(phrases.plain(above.text)) is not None
    )


def is_under_number(stretch: Sequence[Line], index: int) -> bool:
    """Whether a line stands right beneath a heading that is a number (``### 問3``)."""
    above = stretch[index - 1] if index else None
    return above is not None and above.role is Role.HEADING and phrases.numbered(above.text) == ""


def is_next_bullet(line: Line, statement: Line) -> bool:
    """Whether a paragraph's line has the bullet of the statement above it, and tells of nothing above."""
    end = phrases.bulleted(line.text)
    same = end > 0 and line.role is Role.TEXT and line.text[:end].strip() == statement.text[:end].strip()
    about = line.text[end:].lstrip()[:1] in tuple("↑←⇒→※") or line.text[end:].startswith("上")
    return same and not about and (not doubts(line.text) or _OWN_VERDICT.search(line.text, end) is not None)


def is_next_kind(line: Line, statement: Line) -> bool:
    """Whether a paragraph says before a colon what it is, as the statement's does (``えらぶ：…`` below ``○か×：…``)."""
    return line.opens_block and all(rows.kind_of(each.text) for each in (statement, line)) and not doubts(line.text)


def is_next_marked(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is in a run of sentences with their marks before them, right beneath its title (``正誤①``).

    Arrows beneath a sentence may explain it; any other line may be the statement of which the mark is the verdict.
    """
    for line in reversed(lines[:index]):
        if runs.is_title(line):
            return True
        if not statements.BEFORE.fullmatch(line.text) and line.text.lstrip()[:1] not in _ARROWS:
            return False
    return False


def announces_verdict(line: Line) -> bool:
    """Whether a line only announces the verdict on the statement above it (``答え``; ``答え：○`` is the verdict)."""
    announced = answerlines.answer(line.text) == "" or phrases.is_reveal(line.text)
    return announced and not statements.BENEATH.fullmatch(line.text)


def is_of_doubted(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a choice of a question whose key is doubted beneath (``正解 3（4も×では？）``)."""
    if labels.opening(lines[index].text) is None:
        return False
    beneath = takewhile(lambda line: not _asks_anew(line), islice(following(lines, index), _WITH_KEY))
    key = next((line.text for line in beneath if answerlines.answer(line.text) is not None), "")
    return doubts(key) or "?" in phrases.plain(key)


def _asks_anew(line: Line) -> bool:
    return line.role is Role.HEADING or (phrases.is_question(line.text) and answerlines.answer(line.text) is None)


def is_on_another(lines: Sequence[Line], index: int, remark: str) -> bool:
    """Whether a remark is on another statement than the one at ``index``, told by its words (``…のやつは``)."""
    words = _words_told(remark)
    return bool(words) and words not in lines[index].text and any(words in line.text for line in lines[:index])


def is_doubted_elsewhere(lines: Sequence[Line], index: int) -> bool:
    """Whether a statement is doubted by its words further down, or is a choice of a question whose key is."""
    return _is_doubted_by_words(lines, index) or is_of_doubted(lines, index)


def _is_doubted_by_words(lines: Sequence[Line], index: int) -> bool:
    """Whether a remark further down doubts a statement by its words (``夏至のやつはあとで確認``)."""
    said = lines[index].text
    words = ((line, _words_told(line.text)) for line in lines[index + 1 :] if _BY_WORDS in line.text)
    return any(each and each in said and doubts(line.text) for line, each in words)


def _words_told(text: str) -> str:
    """The words by which a remark tells of a statement; ``""`` on any other line."""
    found = _TOLD_BY_WORDS.match(text) if _BY_WORDS in text else None
    return found["words"] if found else ""


def asks_which(before: Line, line: Line) -> bool:
    """Whether the line is among the choices of a question: the nearest line around it asks which.

    So does a heading with a number above labelled lines (``### 4-3 …のときに言えること``, ``a. …``).
    """
    if runs.ABOUT_TRUTH.search(phrases.plain(before.text)):
        return False
    numbered = phrases.part_number(before.text) or phrases.counted(before.text) or phrases.numbered(before.text)
    label = labels.opening(line.text) if numbered and before.role is Role.HEADING else None
    if label and not label[0].isdigit():
        return True  # ### 4-3 …のときに言えること, and a. … ◯
    if not phrases.is_question(before.text):
        return False
    return line.role is Role.ITEM or phrases.selects(before.text)


def owned(found: Sequence[Statement], stretches: Sequence[Sequence[Line]]) -> list[Statement]:
    """The statements without those above a line that disowns all verdicts above it (``※上は自分の答え``)."""
    lines = (line for stretch in stretches for line in stretch if line.role is not Role.CODE)
    known_from = max((line.number for line in lines if disowns(line.text)), default=0)
    return [statement for statement in found if statement.lines.first >= known_from]
