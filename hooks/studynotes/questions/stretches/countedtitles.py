"""Titles beneath one that says that answers follow (``## 解答``), each with a question's number (``### Q1：…``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from studynotes.questions.elsewhere import answertitles
from studynotes.questions.stretches import keylists
from studynotes.questions.words import phrases
from studynotes.questions.words.disowning import disowns, disowns_below
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from studynotes.questions.text.lines import Line

HINT = re.compile(r"[答解]|こたえ|せいかい|ans|correct|^[\s#*]*[AＡ][0-9０-９]", re.IGNORECASE)
FOLDED, LOWEST, NUMBER_ALONE = 7, 8, 9  # levels of summaries, bold lines, and a question's number on its own line
ENDS = r"(?![0-9A-Za-zァ-ヺー–〜～~-]|[.．][0-9０-９])"  # 問1 is not 問10, nor 問1-2, nor 問1〜問9
_NUMBER_FIRST = re.compile(
    rf"(?:[【\[(（]\s*)?(?:(?:練習|例|演習)?問題?|設問|例題|演習|Q(?:uestion)?|Quiz|クイズ|No|第)?\s*[.#]?\s*(?P<number>{phrases.NUMBER})"
    r"\s*問?(?=$|[\s.:：．)）\]】-])",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(r"\d{1,2}(?:[-.]\d{1,2})*[.．:：)）]?[\s　]+")
_COUNTING = 2  # titles with figures alone, at least


class Title(NamedTuple):
    """A heading's or bold line's place among the lines, its level and words; of answers: whose, and what it says."""

    at: int
    level: int
    words: str
    whose: str = ""
    said: str = ""
    answers: bool = False
    explains: bool = False  # it is called 解説 alone
    own: bool = False  # they are the learner's, or somebody else's: what is there answers nothing
    within: bool = False  # it is one of answers only as it stands among them: what it says may be its topic
    since: int = 0  # then, where the questions that it may answer begin: behind the answers before these


def among_answers(lines: Sequence[Line], titles: Sequence[Title], numbered: Sequence[keylists.Numbered]) -> list[Title]:
    """The titles, those with a question's number that stand beneath one of answers (``## 解答``) being such, too.

    A title since the answers before these, or a question there, must have that number. A bare figure may count steps,
    and what is folded, or beneath a bold line, be a single question's: of these, two must. What stands beneath a
    question's own title (``## 問1`` and ``### 解答``) is of that one alone.
    """
    result = list(titles)
    level = start = since = 0  # of the title of answers that these stand beneath, and where its questions begin
    numbers: Collection[str] = ()
    run: list[int] = []
    for at, title in enumerate([*titles, None]):
        if level and (title is None or title.level <= level):
            single = [each for each in run if level >= FOLDED or result[each].whose[:1].isdigit()]
            for each in single if len(single) < _COUNTING else ():
                result[each] = titles[each]
            level, run, start = 0, [], at
        if title is None:
            break
        if not level and _holds_answers(titles, at):
            beneath = titles[at + 1].at if at + 1 < len(titles) else len(lines)
            level = 0 if any(map(_disowns, lines[title.at : beneath])) else title.level
            since = titles[start].at if start else 0
            here = range(lines[since].number, lines[title.at].number)
            numbers = {each.number for each in numbered if each.line in here}
        elif level and not title.answers and (whose := _counted_by(title, titles[start:at], numbers)):
            said = title.words[len(whose) :].strip(" .:：．)）-–—→")
            result[at] = title._replace(whose=whose, said=said, answers=True, within=True, since=since)
            run.append(at)
    return result


def _disowns(line: Line) -> bool:
    """Whether a line beneath a title of answers doubts them, or says that they are somebody's own."""
    said = line.text
    return doubts(said) or answertitles.is_somebodys(said) or disowns(said) or disowns_below(said)


def _holds_answers(titles: Sequence[Title], at: int) -> bool:
    """Whether a heading says that answers follow, its own number aside (``## 2. 解答``), and not to one question."""
    title = titles[at]
    if title.own or title.level == NUMBER_ALONE or not HINT.search(title.words):
        return False
    if not answertitles.is_answer_list(_OWN_NUMBER.sub("", title.words)):
        return False
    if title.level >= FOLDED:
        return True
    around = next((each for each in reversed(titles[:at]) if each.level < title.level), None)
    return around is None or phrases.numbered(around.words) is None


def _counted_by(title: Title, before: Sequence[Title], numbers: Collection[str]) -> str:
    """The number that a title begins with, and a question or one of those ``before`` it, too; ``""`` if none."""
    found = _NUMBER_FIRST.match(title.words)
    if not found or (title.level == LOWEST and title.words.isdigit()):  # **2**: may be the answer itself
        return ""
    if keylists.normal(found["number"]) in numbers:
        return found[0]
    again = re.compile(re.escape(found[0]) + ENDS, re.IGNORECASE)
    return found[0] if any(not each.answers and again.match(each.words) for each in before) else ""
