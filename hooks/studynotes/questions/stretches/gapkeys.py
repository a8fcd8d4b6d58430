"""Lists of answers that fill gaps: numbers with the words that belong into the sentences of these numbers.

:mod:`.keylists` reads lists whose answers are labels. Exam papers mix both: ``1 ③　2 ②　3 承久`` answers two questions
with choices and a sentence with a gap. Such a list is believed for its words where it fits the numbers of gaps and
questions before it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from studynotes.questions.elsewhere import answertitles
from studynotes.questions.elsewhere.answerlists import DISOWNED, DOUBTED
from studynotes.questions.stretches import keylists
from studynotes.questions.text.lines import Role, lines_of
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.stretches.habits import Shown
    from studynotes.questions.text.lines import Line

_ENTRY = re.compile(
    rf"[・*-]?\s*(?>{keylists.NUMBER})[\s.:．：、,，=＝→⇒➡…‥・-]*(?<=[\s.:．：、,，=＝→⇒➡…‥・)）】\]-])(?P<said>\S.*)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?<=[\d)）])[\s　]*(?:→|⇒|➡)[\s　]*(?!.*[→⇒➡])")  # 2 → 霧: no change of mind, as 霧 → 霜 is
_NEXT = re.compile(r"(?:　|\s{2,}|\s*[/／|｜]\s*|[、,]\s*)(?=[(（【\[]?(?:問|Q)?\s*[\d①-⑳])")
_LABEL = re.compile(rf"[(「【]?(?:[A-Ja-j①-⑩○◯〇×✕☓]|\d|[{labels.KATAKANA}])[)」】]?(?=$|[\s　(（、,。と])")
_REMARK = re.compile(r"\s*[←⇐].*")  # 六波羅探題　←漢字で
# 答え　①霧　②優, 正解：(1)霧　(2)優
_ROW = re.compile(rf"[\s　]*[【\[(（]?{answerlines.WORD}[】\])）]?[\s　:：]*(?P<row>(?:[①-⑳]|[(（]\d{{1,2}}[)）]).*)")
_IN_ROW = re.compile(r"(?:^|(?<=[\s　、,，/／]))(?:(?P<circled>[①-⑳])|[(（](?P<bracketed>\d{1,2})[)）])[\s　]*")
_LEAST = 3  # entries that fit, two at least of them words
_SHARE = 0.6  # of the questions that a list is for have an entry in it
_VALID = 0.75  # … and of its entries one of these numbers, and of those of choices a label


class _Entry(NamedTuple):
    """An answer in a list: the number, what it says, whether it holds."""

    number: str
    said: str
    holds: bool


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """What fills the gaps of the lines that lists in the sections of one file answer, by :func:`.keylists.by_line`.

    A list begins beneath a line that says 解答 or the like and ends at the next heading, gap or question. Most of its
    entries must have the number of a gap or of a question with choices between the list before it and itself, most of
    these an entry, and what answers choices must be labels and none that is known otherwise.
    """
    if DISOWNED in listed or DOUBTED in listed:
        return {}
    blocks = [block for section in sections for block in section.all_blocks]
    lines = list(lines_of(blocks))
    gaps = {line.number: number for line in lines if (number := _number_of_gap(line))}
    if not gaps:
        return {}
    chosen = {each.line: each for each in map(keylists.question, shown) if each}
    asked = {line.number for each in shown if _asks(each) for line in each.chunk[: each.group.end]} | set(gaps)
    found: dict[str, str] = {}
    rows = {line.number for line in lines if _row(line)}
    withdrawn = keylists.withdrawn_in(listed)
    since = 0
    for first, entries in _lists(lines, asked):
        since = _beneath_heading(lines, since, first, entries, gaps)
        pool = {number: line for line, number in gaps.items() if since < line < first}
        choices = {each.number: each for line, each in chosen.items() if since < line < first}
        counts = Counter([gaps[line] for line in gaps if since < line < first])
        counts.update(each.number for line, each in chosen.items() if since < line < first)
        fitting = [each for each in entries if counts[each.number] == 1]
        if first in rows:  # which need not be of all before it
            pool = {number: line for number, line in pool.items() if _is_between(number, entries)}
            choices = {number: each for number, each in choices.items() if _is_between(number, entries)}
        if not _fits(fitting, entries, pool, choices):
            continue
        since = first
        for each in fitting:
            if each.number in pool and each.holds and each.number not in withdrawn:
                found[keylists.by_line(pool[each.number])] = each.said
    return found


def _beneath_heading(
    lines: Sequence[Line], since: int, first: int, entries: Sequence[_Entry], gaps: Mapping[int, str]
) -> int:
    """The heading before a list if all of its entries fill gaps beneath that, one each; else the line ``since``."""
    heading = max((line.number for line in lines if line.role is Role.HEADING and line.number < first), default=0)
    numbers = sorted(number for line, number in gaps.items() if heading < line < first)
    return max(since, heading) if entries and numbers == sorted(each.number for each in entries) else since


def _asks(shown: Shown) -> bool:
    """Whether what looks like choices has a question or a gap above it, as no list of answers has beneath its title."""
    above = shown.chunk[: shown.group.start]
    if above and _is_title(above[-1]):
        return False
    return any(phrases.is_question(line.text) or phrases.has_gap(line.text) for line in above)


def _number_of_gap(line: Line) -> str:
    """The number that a sentence with one gap begins with, ``""`` where it has none, or no gap or several."""
    if line.role not in (Role.TEXT, Role.ITEM) or not phrases.has_gap(line.text) or len(phrases.gaps(line.text)) > 1:
        return ""
    if line.own_number is not None and line.depth == 1:
        return str(line.own_number)
    found = keylists.BEGINS.match(phrases.words_alone(line.text))
    return keylists.normal(found["number"]) if found else ""


def _lists(lines: Sequence[Line], asked: set[int]) -> Iterator[tuple[int, list[_Entry]]]:
    """The lists of entries beneath titles that say that answers follow, and rows behind such a word, by their line."""
    title: Line | None = None
    entries: list[_Entry] = []
    for at, line in enumerate(lines):
        row = _row(line)
        if row:
            yield from [(title.number, entries)] if title and entries else []
            yield line.number, row
            title, entries = None, []
            continue
        titled = _is_title(line) and keylists.is_titled(lines, at + 1)
        if titled or line.role is Role.HEADING or line.number in asked:
            if title and entries:
                yield title.number, entries
            title, entries = (line if titled else None), []
        elif title:
            entries += _entries(line)
    if title and entries:
        yield title.number, entries


def _is_between(number: str, entries: Sequence[_Entry]) -> bool:
    """Whether a number is one from the first entry's to the last one's."""
    return _place(entries[0].number) <= _place(number) <= _place(entries[-1].number)


def _row(line: Line) -> list[_Entry]:
    """The entries of ``答え　①霧　②優　③``: numbers that rise, all in circles or all in brackets, two at least.

    One that is left blank answers nothing. What is 回答 may be the learner's.
    """
    if line.role is not Role.TEXT or not line.opens_block or len(line.text) > phrases.LONGEST:
        return []
    found = _ROW.fullmatch(line.text)
    if not found or answerlines.word(line.text) == "reply" or answertitles.is_somebodys(line.text):
        return []
    row = found["row"]
    marks = list(_IN_ROW.finditer(row))
    numbers = [int(keylists.normal(mark["circled"] or mark["bracketed"])) for mark in marks]
    rising = all(before < after for before, after in pairwise(numbers))
    if len(marks) < _LEAST - 1 or not rising or len({mark[0][0] in "(（" for mark in marks}) > 1:
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(row)]
    said = [row[mark.end() : end].strip(" 　、,，/／") for mark, end in zip(marks, ends, strict=True)]
    holds = not (line.struck or line.mended)
    return [
        _Entry(str(number), words, holds=holds and not (doubts(words) or hedged(words)))
        for number, words in zip(numbers, said, strict=True)
        if words
    ]


def _is_title(line: Line) -> bool:
    of_answers = answertitles.is_answer_list(line.text) or answertitles.is_of_part(line.text)
    return of_answers and not answertitles.is_somebodys(line.text) and not doubts(line.text)


def _entries(line: Line) -> Iterator[_Entry]:
    """The entries of a line: each begins with a number; that of a numbered list's item is its own."""
    if line.role is Role.CODE or len(line.text) > phrases.LONGEST:
        return
    text = _POINTS.sub(" ", line.text.replace("**", "").strip(), count=1)
    holds = not (line.struck or line.mended or doubts(text) or hedged(text) or "?" in phrases.plain(text))
    if line.own_number is not None and line.depth == 1:
        yield _Entry(str(line.own_number), _REMARK.sub("", text), holds)
        return
    parts = [_ENTRY.fullmatch(part.strip()) for part in _NEXT.split(text)]
    if not all(parts):
        parts = [_ENTRY.fullmatch(text)]
    for found in parts:
        if found:
            yield _Entry(keylists.normal(found["number"]), _REMARK.sub("", found["said"]), holds)


def _fits(
    fitting: Sequence[_Entry],
    entries: Sequence[_Entry],
    gaps: Mapping[str, int],
    choices: Mapping[str, keylists.Numbered],
) -> bool:
    """Whether a list is one of answers to these gaps and questions with choices; one entry for each number."""
    given = [each.number for each in fitting]
    once = len(set(given)) == len(given) and given == sorted(given, key=_place)
    words = [each for each in fitting if each.number in gaps]
    labelled = [each for each in fitting if each.number in choices]
    labels_told = [each.said for each in words if _LABEL.match(each.said)]
    figures = all(said.isdigit() for said in labels_told)  # … of a gap for one, among words
    if not once or not words or (labels_told and not (figures and len(labels_told) * 2 < len(words))):
        return False
    named = [(choices[each.number].right, _label(each.said)) for each in labelled]
    if any(right is not None and label and right != {label} for right, label in named if len(right or ()) == 1):
        return False
    many = len(gaps) + len(choices)
    return (
        len(fitting) >= max(_VALID * len(entries), _SHARE * many, min(_LEAST, many))
        and sum(label != "" for _, label in named) >= _VALID * len(labelled)
        and (len(words) > 1 or len(labelled) > 1)
    )


def _place(number: str) -> tuple[int, ...]:
    return tuple(int(figure) for figure in re.findall(r"\d+", number))


def _label(said: str) -> str:
    found = _LABEL.match(said)
    return labels.normal(found[0].strip("(「【)」】")) if found else ""
