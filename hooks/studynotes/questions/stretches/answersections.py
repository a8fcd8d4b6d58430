"""Answers in a section of their own, which a heading gives to one question (``# 問1　解答・解説``).

Slides and handouts ask on one page, and answer on another. Such a page is read as if it stood beneath its question: all
that speaks for an answer, or against it, does so there, too. A heading that is only 解答, and the field ``answer`` of
the front matter, are for the one question that they can be for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import answertitles, matter
from studynotes.questions.elsewhere.answerlists import DISOWNED, DOUBTED
from studynotes.questions.question import plain
from studynotes.questions.stretches import keylists
from studynotes.questions.stretches.answers import key_of
from studynotes.questions.stretches.countedtitles import ENDS, FOLDED, HINT, LOWEST, NUMBER_ALONE, Title, among_answers
from studynotes.questions.stretches.keylists import by_line
from studynotes.questions.stretches.verdict import Verdict
from studynotes.questions.text.asking import is_asked
from studynotes.questions.text.judgements import Ask, ask_of
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import resolve
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.stretches.habits import Shown

_ABOUT = r"(?:[\s・&と]*(?:解説|解答|答え|説明|理由|ポイント|コメント|補足|発表))*"
_WORDS = (
    rf"(?:模範|標準|公式)?(?:(?P<answers>{answerlines.WORD})(?:例|編)?|解説){_ABOUT}"
    r"(?:を?(?:見る|みる|表示(?:する)?|確認(?:する)?|開く))?"
)
# … 答え：ウ, 正解は(3), 正解 A、C（2つ）
_LABEL = rf"[(（「【\[]?(?:[A-Ja-j]|\d{{1,2}}|[①-⑩]|[{KATAKANA}])[)）」】\]]?"
_SAID = (
    r"(?:(?:\s*(?:[:：=→⇒]|は(?=[\s　(（「【]*\S{1,3}$))+\s*"
    rf"|[\s　]+(?={_LABEL}(?:[\s　]*[、,・と&][\s　]*{_LABEL})*[\s　]*(?:[(（].*)?$))(?P<said>\S.*))?"
)
_TITLES = (
    re.compile(  # 解答：問1, 解説（第2問）
        rf"[(（【\[]?{_WORDS}[)）】\]]?[\s　:：–—-]*[(（【\[]?"
        rf"(?P<whose>(?:(?:練習|例|演習)?問題?|設問|Q|Question|例題|演習|第)\s*{phrases.NUMBER}\s*問?)[)）】\]]?{_SAID}",
        re.IGNORECASE,
    ),
    re.compile(rf"[(（【\[<]?{_WORDS}[)）】\]>]?{_SAID}", re.IGNORECASE),  # 解答・解説
    re.compile(
        rf"{_WORDS}\s*[:：–—-]?\s*[(（【\[](?P<whose>[^()（）【】\[\]]{{1,20}})[)）】\]]", re.IGNORECASE
    ),  # 解説（初級）
    re.compile(  # 問1　解答・解説, 問題6 - 解答: B, 【問3】の答え, 問4（解答）
        rf"(?P<whose>[^。?？]{{1,40}}?)(?:の|[\s　:：/|–—-]+|(?<=[】\])）])|(?=[(（【\[]))"
        rf"[(（【\[]?{_WORDS}[)）】\]]?{_SAID}",
        re.IGNORECASE,
    ),
)
# What a question's and its answer's titles say beside what sets the question apart: 問題（初級）, 解説（初級問題）
_CALLED = re.compile(r"問題|設問|クイズ|Quiz|Question", re.IGNORECASE)
_KIND = re.compile(rf"練習|演習|例題|{_CALLED.pattern}|{answerlines.WORD}|解説|説明|[\W_]|の", re.IGNORECASE)
_COUNTED = re.compile(r"A(?P<count>\d{1,3})(?:[\s　]*[.:：．)）][\s　]*(?P<said>\S.*)?)?")  # A1. B: of Q1
_ONLY_NUMBER = re.compile(
    r"[\s　■●◆▼]*[【\[]?(?:(?:練習|例|演習)?問題?|設問|例題|クイズ|Q(?:uestion)?|Quiz|第)[\s.]*"
    r"\d{1,3}(?:[-.]\d{1,2})*\s*問?[】\]]?[.．:：]?[\s　]*",
    re.IGNORECASE,
)
_ASKED = re.compile(r"Q[\s.]?\d", re.IGNORECASE)
_BRACKETED = re.compile(
    rf"[【\[](?P<title>[^【】\[\]]*(?:{answerlines.WORD}|解説))[】\]]\s*(?P<said>[^\s:：=→⇒].*)", re.IGNORECASE
)
_PIECES = re.compile(r"\d+|[^\d\s]+")
_SUMMARY = re.compile(r"<summary\b", re.IGNORECASE)
_LONGEST = 60  # characters of a title
_SHORTEST = 3  # … of its words that may be another title's, too: fewer may be a label
_NEAR = 120  # … and of the tags before it


@dataclass(slots=True)
class _File:
    """A file's lines and titles, and its questions with where their first choices stand among the lines."""

    lines: list[Line]
    titles: list[Title]
    asked: list[tuple[int, Shown]]
    found: dict[int, list[Line]] = field(default_factory=dict)  # by the place of the question: what answers it


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers to questions of ``shown`` that lack one, from sections of their own, by :func:`.by_line`.

    A title that names a question (by what its own title begins with, or by its number) answers it where only one
    question stands beneath that title; where several titles begin so, it is the one right before the answer. One that
    names none answers the only question since the answers before it. The field of the front matter answers the file's
    only question.
    """
    if DISOWNED in listed or DOUBTED in listed or all(each.right is not None for each in shown):
        return {}
    given = matter.answer_in(sections[0]) if sections else ""
    titles_of = [block for section in sections for block in section.all_blocks if HINT.search(block.text[:_NEAR])]
    if not given and not any(_is_title(block.kind, block.text) for block in titles_of):
        return {}
    file = _read(sections, shown)
    for at, title in enumerate(file.titles):
        if title.answers and not title.own:
            _assign(file, at)
    answers = {place: _named(dict(file.asked)[place], lines) for place, lines in file.found.items()}
    if given and len(file.asked) == 1 and len(_counted(file.titles)) <= 1:
        place, only = file.asked[0]
        if only.right is None and answers.get(place, given) and _agrees(given, answers.get(place), only):
            answers[place] = given
        else:
            answers.pop(place, None)
    asked = dict(file.asked)
    return {by_line(asked[place].group.options[0].line.number): said for place, said in answers.items() if said}


def _agrees(given: str, named: str | None, question: Shown) -> bool:
    """Whether the front matter's answer is a choice, and that which another answer names, if there is one.

    A figure must be a label: else it may count the choices, from 0 or 1 on.
    """
    if given.isdigit() and given not in question.group.labels:
        return False
    right = resolve(given, question.group)
    return right is not None and (named is None or resolve(named, question.group) == right)


def _is_title(kind: Kind, text: str) -> bool:
    if kind is Kind.HTML:
        return _SUMMARY.search(text) is not None
    titled = kind in (Kind.HEADING, Kind.PARAGRAPH) and "\n" not in text
    return titled and (_title(text) is not None or answertitles.is_answer_list(text))


def _read(sections: Sequence[Section], shown: Sequence[Shown]) -> _File:
    """A file's lines, with its titles and questions."""
    lines = list(lines_of(block for section in sections for block in section.all_blocks))
    asking = {line.number for each in shown if each.right is not None for line in each.chunk[: each.group.start]}
    titles = [
        title
        for at, line in enumerate(lines)
        if (title := _title_at(line, at, is_asking=line.number in asking)) is not None
    ]
    if not any(_ASKED.match(title.words) for title in titles):  # nothing is called Q1: A1 is a part's first
        titles = [title._replace(answers=False) if _COUNTED.fullmatch(title.words) else title for title in titles]
    titles = among_answers(lines, titles, [each for each in map(keylists.question, shown) if each])
    subjects = {_KIND.sub("", title.words) for title in titles if not title.answers and _CALLED.search(title.words)}
    titles = [_named_behind(title, subjects) for title in titles]
    answering = {lines[title.at].number for title in titles if title.answers}
    numbers = [line.number for line in lines]
    asked = [  # of choices in a table there are no lines here
        (bisect_left(numbers, each.group.options[0].line.number), each)
        for each in shown
        if each.right is not None or _asks(each, answering)
    ]
    return _File(lines, titles, sorted(asked, key=lambda pair: pair[0]))


def _named_behind(title: Title, subjects: Collection[str]) -> Title:
    """A title of answers with whose they are, where it says so behind its word, as a question's (``【解答】 配列``)."""
    subject = _KIND.sub("", title.said) if title.answers and not title.whose else ""
    named = len(subject) >= _SHORTEST and subject in subjects
    return title._replace(whose=title.said, said="") if named else title


def _asks(shown: Shown, answering: set[int]) -> bool:
    """Whether what has no answer is a question, and no list in what answers another one."""
    above = shown.chunk[: shown.group.start]
    if any(line.number in answering for line in above):
        return False
    lettered = bool(shown.group.labels) and not any(label.isdigit() for label in shown.group.labels)
    if lettered and any(phrases.is_question(line.text) for line in above if line.role is not Role.CODE):
        return True  # whatever it asks for
    return is_asked(shown.chunk, shown.group, _ask(shown), Verdict())


def _ask(shown: Shown) -> Ask:
    above = [line.text for line in shown.chunk[: shown.group.start] if line.role is not Role.CODE]
    return ask_of("\n".join([text for text in above if phrases.is_question(text)] or above))


def _title_at(line: Line, at: int, *, is_asking: bool) -> Title | None:
    """The title that a line is: a heading, a bold line by itself, or a summary; None for any other."""
    if line.role is Role.HEADING:
        level = line.block.level
    elif line.role is Role.HTML and _SUMMARY.search(line.block.text) and _title(line.text):
        level = FOLDED
    elif line.role is Role.TEXT and line.opens_block and line.strong and "\n" not in line.block.text:
        level = LOWEST
    elif line.role is Role.TEXT and line.opens_block and _ONLY_NUMBER.fullmatch(line.text):
        level = NUMBER_ALONE
    else:
        return None
    words = phrases.bare(line.text)
    found = None if is_asking else _title(line.text)
    if found is None:
        return Title(at, level, words)
    if answertitles.is_somebodys(line.text) or doubts(line.text):
        return Title(at, level, words, answers=True, own=True)
    said = (found["said"] or "").strip() if "said" in found.groupdict() else ""
    if found.re is _COUNTED:
        return Title(at, level, words, f"Q{found['count']}", said, answers=True)
    whose = (found.groupdict().get("whose") or "").strip()
    return Title(at, level, words, whose, said, answers=True, explains=not found["answers"])


def _title(text: str) -> re.Match[str] | None:
    """How a title says that it answers; None where it does not."""
    if len(text) > _LONGEST or not HINT.search(text):
        return None
    value = answertitles.without_pictures(phrases.bare(text))
    value = f"{found['title']}：{found['said']}" if (found := _BRACKETED.fullmatch(value)) else value
    return next((found for each in (*_TITLES, _COUNTED) if (found := each.fullmatch(value))), None)


def _assign(file: _File, at: int) -> None:
    """Give what stands beneath a title of answers to the question that it is for, if that is sure."""
    title = file.titles[at]
    end = _end(file, at)
    beneath = file.lines[title.at + 1 : end]
    if any(title.at < place <= end for place, _ in file.asked):
        return  # a question is asked there
    place = _meant(file, at) if title.whose else _only_since(file, at)
    if place is None or dict(file.asked)[place].right is not None or (title.within and place < title.since):
        return
    first = file.lines[title.at]
    said = title.said if not title.within or resolve(title.said, dict(file.asked)[place].group) else ""
    announced = first if title.explains else replace(first, text=f"答え：{said}", code=(), bold=())
    file.found.setdefault(place, []).extend([announced, *beneath])


def _end(file: _File, at: int) -> int:
    """Where what a title says ends: at the next one of its level or above, or that answers, too."""
    title = file.titles[at]
    later = (
        each
        for each in file.titles[at + 1 :]
        if (each.level <= title.level and not _is_said_by(title, each)) or (each.answers and (each.whose or each.own))
    )
    return next((each.at for each in later), len(file.lines))


def _is_said_by(title: Title, each: Title) -> bool:
    """Whether a bold line is what a title says: the answer (``**問2**`` and ``**正解：C**``, or ``**C**``)."""
    if not title.whose or each.level != LOWEST or each.whose:
        return False
    return bool(each.said) or (title.within and not each.answers and phrases.numbered(each.words) is None)


def _meant(file: _File, at: int) -> int | None:
    """The place of the one question that a title of answers names; None where it is not sure which."""
    whose = file.titles[at].whose
    closed = whose[-1:] in tuple(")）】]")  # 【問1】equals: the bracket ends the name, whatever follows
    begins = re.compile(r"\s*".join(map(re.escape, _PIECES.findall(whose))) + ("" if closed else ENDS))
    number = phrases.number(whose) if phrases.numbered(whose) == "" else ""
    since = file.titles[at].since
    asking = [index for index, each in enumerate(file.titles) if not each.answers and each.at >= since]
    named = [index for index in asking if begins.match(file.titles[index].words)]
    if not named and number:  # 問1 of Q1
        named = [index for index in asking if phrases.number(file.titles[index].words) == number]
    if not any(_places(file, index) for index in named) and (subject := _KIND.sub("", whose)):
        called = [
            index
            for index, each in enumerate(file.titles)
            if not each.answers and _KIND.sub("", each.words) == subject and _CALLED.search(each.words)
        ]
        named = called if sum(_KIND.sub("", each.whose) == subject for each in file.titles) == 1 else named
    if len(named) > 1:  # each part may count anew: the one right before
        before = [index for index in range(at) if file.titles[index].level <= file.titles[at].level]
        before = [index for index in before if not (number and _is_within(file, index, at))]
        last = next((index for index in reversed(before) if not file.titles[index].answers), None)
        other = any(index != last and HINT.search(file.titles[index].words) for index in named)  # 問1 解答（仮）, too
        named = [index for index in named if index == last and not (other or file.titles[at].within)]
    if not named and file.titles[at].within:
        numbered = [
            (place, keylists.question(each)) for place, each in file.asked if since <= place < file.titles[at].at
        ]
        found = [place for place, each in numbered if each and each.number == keylists.normal(whose)]
        return found[0] if len(found) == 1 else None
    if len(named) != 1:
        return None
    places = _places(file, named[0])
    return places[0] if len(places) == 1 else None


def _places(file: _File, at: int) -> Sequence[int]:
    """The places of the questions beneath a title."""
    start, end = file.titles[at].at, _asked_to(file, at)
    return [place for place, _ in file.asked if start < place <= end]


def _asked_to(file: _File, at: int) -> int:
    """Where a question ends: at the next title of its level or above; if it is counted, not at one that parts it."""
    title = file.titles[at]
    counts = phrases.numbered(title.words) is not None
    later = (
        each
        for each in file.titles[at + 1 :]
        if each.level <= title.level and not (counts and _only_parts(each, title.level))
    )
    return next((each.at for each in later), len(file.lines))


def _is_within(file: _File, index: int, at: int) -> bool:
    """Whether a title stands within a counted question, its choices beneath, before the title that answers it."""
    title, answer = file.titles[index], file.titles[at]
    return _only_parts(title, answer.level) and any(title.at < place <= answer.at for place, _ in file.asked)


def _only_parts(title: Title, level: int) -> bool:
    """Whether a title of a counted question's level may part it (``### コード``): it neither counts nor answers."""
    return title.level == level and not title.answers and phrases.numbered(title.words) is None


def _only_since(file: _File, at: int) -> int | None:
    """The place of the one question between a title of answers and the one before it; None if there are several.

    Nor may several titles there have a question's number, of those beneath the same title as that of the answers: one
    of them may ask without choices.
    """
    title = file.titles[at]
    if file.lines[title.at].role is not Role.HEADING:
        return None
    before = next(
        (each for each in reversed(file.titles[:at]) if each.answers and not (each.explains or each.own)), None
    )
    start = before.at if before else -1
    places = [place for place, _ in file.asked if start < place <= title.at]
    around = next((each.at for each in reversed(file.titles[:at]) if each.level < title.level), -1)
    within = places and all(around < place for place in places)
    counted = _counted([each for each in file.titles[:at] if each.at > (max(start, around) if within else start)])
    return places[0] if len(places) == 1 and len(counted) <= 1 else None


def _counted(titles: Sequence[Title]) -> Sequence[Title]:
    """Those that have a question's number, and do not answer it."""
    return [each for each in titles if not each.answers and phrases.numbered(each.words) is not None]


def _named(question: Shown, beneath: Sequence[Line]) -> str:
    """The labels (or words, a line each) of the choices that a question's own section gives; ``""`` if none is sure."""
    ask = _ask(question)
    verdict = key_of([*question.chunk, *beneath], question.group, ask)
    unsure = verdict.trouble or verdict.marked or (len(verdict.right) > 1 and not ask.several)
    if not verdict.right or unsure:
        return ""
    right = [question.group.options[index] for index in sorted(verdict.right)]
    if all(option.label for option in right):
        return "、".join(option.label for option in right)
    return "\n".join(plain(option.words) for option in right)
