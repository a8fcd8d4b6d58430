"""Lists of answers read by the questions themselves: whatever pairs the numbers of questions with labels of theirs.

``elsewhere`` knows lists as people usually write them. Where questions are still without an answer, this looks for
lines that begin with their numbers, however these are written, and go on with a label that the question of that number
has. A list is believed where it fits: most of the questions before it have an entry, and none that is known otherwise
has another answer there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Kind
from studynotes.questions.elsewhere import answertables, answertitles, circledremarks, numberedlabels, owners, remarks
from studynotes.questions.elsewhere.answerlists import DOUBTED, taken_back
from studynotes.questions.elsewhere.numberedlabels import CIRCLED, ENTRY, behind_word
from studynotes.questions.text import headings
from studynotes.questions.text.lines import Role, lines_of
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.disowning import disowns_all, disowns_list, doubts_list
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.striking import left_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from studynotes.model import Block, Section
    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.stretches.habits import Shown
    from studynotes.questions.text.lines import Line

NUMBER, SINGLE, normal = numberedlabels.NUMBER, numberedlabels.SINGLE, numberedlabels.normal
_LABEL = re.compile(rf"[(（「]?[A-Ja-jＡ-Ｊ①-⑩{KATAKANA}][)）」]?")  # no figure, which may be what a choice says
_ANSWERS = re.compile(rf"{SINGLE}(?=$|[\s:：。、(（])")
BEGINS = re.compile(rf"[\s■●◆▼★☆▶・]*{NUMBER}(?=[\s.:、)】\]【(〔<]|$)", re.IGNORECASE)
_CIRCLE = re.compile("[①-⑳]")
_DECIMAL = re.compile(r"\d+\.\d")
_TITLE = re.compile(r"答|こたえ|せいかい|解|正|answer|key", re.IGNORECASE)
_OF_THE_BOOK = re.compile(r"先生|公式|教科書|本|問題集|テキスト|過去問|模試")  # 先生の模範解答
_TITLE_ALONE = re.compile(
    r"(?:答え?|こたえ|解答|正解|正答|解説|answers?|keys?)(?:[・と]?(?:解説|説明|理由)|一覧表?|早見表|表|欄|集|編|メモ|まとめ|合わせ)?"
    r"[\s:】\]>〉》―—–=-]*(?:[(【].*)?[!★☆]*$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:正解|正答|解答|答え?|こたえ|正$|解$|answers?|ans|key)", re.IGNORECASE)
_ONLY_NUMBER = re.compile(rf"\s*{NUMBER}\s*[.)]?\s*", re.IGNORECASE)
_ABOVE = 3  # lines above a list's first that may be its title
_MANY = 200  # questions, among which no part's list is looked for
_APART = 3  # lines of explanation between two entries, at most
_LEAST = 2
_SHARE = 0.6  # of the questions that a list is for have an entry in it
_VALID = 0.75  # … and of the entries name a choice that their question has


class Entry(NamedTuple):
    """An answer in a list: the question's number, the answer and what is said of it, and whether it holds."""

    number: str
    answer: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """A question by its number, and the line of its first choice, which it is known by."""

    number: str
    line: int
    labels: tuple[str, ...]
    right: frozenset[str] | None


def by_line(number: int) -> str:
    """The name under which the answer to the question is given whose first choice stands in that line."""
    return f"line {number}"


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers to questions of ``shown`` that lists in the sections of their file give, by :func:`by_line`."""
    words = listed.get(headings.NAME, "").split("\n")
    questions = [each for each in (question(one, words) for one in shown) if each]
    if DOUBTED in listed or sum(each.right is None for each in questions) < _LEAST:
        return {}
    asked = {line.number for each in shown if not is_list(each) for line in each.chunk[: each.group.end]}
    asked -= {each.chunk[0].number for each in shown if each.group.start and behind_word(each.chunk[0])}
    asked.update(owners.lines_owned(listed))
    blocks = [block for section in sections for block in section.all_blocks]
    lines = [None if line.number in asked and line.role is not Role.HEADING else line for line in lines_of(blocks)]
    found: dict[str, str] = {}
    tables = [block for block in blocks if block.kind is Kind.TABLE]
    tables = [block for block in tables if asked.isdisjoint(range(block.lines.first, block.lines.last + 1))]
    lists = [*_lists([line and headings.without_word(line, words) for line in lines]), *_tables(tables, lines)]
    questions.sort(key=attrgetter("line"))
    since = 0
    for first, list_ in sorted(lists, key=itemgetter(0)):
        fitting = _fitted(list_, questions, since, first, found)
        if fitting is not None:
            since = first
            found |= {by_line(each.line): entry.answer for each, entry in fitting}
    unsure = {*withdrawn_in(listed), *_told_apart([list_ for _, list_ in lists], questions)}
    numbers = {by_line(each.line): each.number for each in questions}
    return {name: answer for name, answer in found.items() if numbers[name] not in unsure}


def _told_apart(lists: Sequence[Sequence[Entry]], questions: Sequence[Numbered]) -> Iterator[str]:
    """The numbers that one question of the file has, and to which lists give different answers."""
    if len(lists) < _LEAST:
        return
    by_number: dict[str, list[Numbered]] = {}
    for each in questions:
        by_number.setdefault(each.number, []).append(each)
    told: dict[str, set[frozenset[str]]] = {}
    for entry_ in (entry_ for list_ in lists for entry_ in list_):
        for each in by_number.get(entry_.number, ()):
            told.setdefault(entry_.number, set()).add(choices_named(each, entry_))
    single = (number for number in told if len(by_number[number]) == 1)
    yield from (number for number in single if len(told[number] - {frozenset()}) > 1)


def withdrawn_in(listed: Mapping[str, str]) -> Collection[str]:
    """The numbers of the questions that remarks anywhere withdraw."""
    return {name.removeprefix(taken_back("")).rpartition("#")[2] for name in listed if name.startswith(taken_back(""))}


def _fitted(
    list_: Sequence[Entry], questions: Sequence[Numbered], since: int, first: int, found: Mapping[str, str]
) -> list[tuple[Numbered, Entry]] | None:
    """The questions that a list fits: those between the list before it and its first line, or all before it."""
    start, end = (bisect_left(questions, line, key=attrgetter("line")) for line in (since, first))
    parted = all("-" in entry.number for entry in list_)
    for begin in dict.fromkeys((start, 0)):
        few = not parted and len(list_) < _SHARE * (end - begin - len(found))
        if few and (len(list_) <= _LEAST or end - begin > _MANY):
            break  # too few entries to fit, if not a part
        pool = [each for each in questions[begin:end] if by_line(each.line) not in found]
        fitting = paired(list_, pool)
        fitting = paired(list_, pool, last=True) if fitting is None else fitting
        if fitting is not None:
            return fitting
    return None


def question(shown: Shown, words: Collection[str] = ()) -> Numbered | None:
    """A question by the number that stands nearest before its choices; None where there is none.

    ``words``: those with which the file's headings count its questions (:mod:`.headings`).
    """
    before = shown.chunk[: shown.group.start]
    numbers = [_number(line) for line in reversed(before) if not _DECIMAL.match(phrases.words_alone(line.text))]
    numbers += [_number(line) for line in reversed(before)]  # 1.5V…, where no other is above
    word, _, counted = headings.name_of(before[0]).rpartition(" ") if before and words else ("", "", "")
    number = next(filter(None, [counted if word in words else "", *numbers]), "")
    if not number or not shown.group.labels:
        return None
    return Numbered(normal(number), shown.group.options[0].line.number, tuple(shown.group.labels), shown.right)


def _number(line: Line) -> str:
    """The number that a line begins with, as a list's item or in its text."""
    found = BEGINS.match(phrases.words_alone(line.text))
    return found["number"] if found else str(line.own_number or "")


def is_list(shown: Shown) -> bool:
    """Whether what looks like a question with its choices is a list of answers: titled so, or each begins with one."""
    above = [line for line in shown.chunk[: shown.group.start] if line.role is not Role.CODE]
    titled = any(is_title(line) or answertitles.is_answer_list(line.text) for line in above)
    titled = titled or all(_ANSWERS.match("".join(option.words).strip()) for option in shown.group.options)
    return titled and not any(phrases.is_question(line.text) or phrases.has_gap(line.text) for line in above)


def pairs_labels(chunk: Sequence[Line], group: Group) -> bool:
    """Whether what looks like choices pairs numbers with labels (``1.A 2.B 3.C``), and nothing above it asks."""
    if not all(_LABEL.fullmatch("".join(option.words).strip()) for option in group.options):
        return False
    above = (line.text for line in chunk[: group.start] if line.role is not Role.CODE)
    return not any(phrases.is_question(text) or phrases.has_gap(text) for text in above)


def _lists(lines: Sequence[Line | None]) -> Iterator[tuple[int, list[Entry]]]:
    """The lists of entries, of which none may be anybody's but the book's, by their first line.

    ``None`` stands for a line of a question or its choices: there a list ends.
    """
    current: list[Entry] = []
    start = last = 0
    for at, line in enumerate([*lines, None]):
        entries = entries_of(line) if line else []
        if entries[1:] and line and _CIRCLE.search(line.text):
            unsure = circledremarks.doubtful(islice(lines, at + 1, None))
            entries = [each._replace(holds=each.holds and each.number not in unsure) for each in entries]
        if line is None or line.role is Role.HEADING or (current and entries and at - last > _APART):
            first = lines[start] if current else None
            if first and len(current) >= _LEAST and is_titled(lines, start + 1):
                yield first.number, current
            current = []
        if entries:
            start, last = at if not current else start, at
            current += entries


def _tables(tables: Sequence[Block], lines: Sequence[Line | None]) -> Iterator[tuple[int, list[Entry]]]:
    """The tables that give a number and an answer in each row, or one above the other in each column."""
    told = [line for line in lines if line]
    for table in tables:
        at = bisect_left(told, table.lines.first, key=attrgetter("number"))
        above = _since_heading(told[max(0, at - _ABOVE) : at])
        rows = [[phrases.words_alone(left_in(cell)) for cell in row] for row in table.rows]
        entries = [] if is_disowned(above) else table_entries(table)
        upright = len(rows) == len(("numbers", "answers")) and sum(map(_is_number, rows[0])) >= _VALID * len(rows[0])
        if upright and not _is_number(rows[0][0]):  # 問 | 1 | 2 above 難易度 | A | B
            upright = not rows[1][0] or (_HEAD.match(rows[1][0]) is not None and not answerlines.is_own(rows[1][0]))
        if not entries and upright and is_titled(told, at):
            entries = _columns(rows, named=False)
        if len(entries) >= _LEAST:
            yield table.lines.first, entries


def table_entries(table: Block) -> list[Entry]:
    """The entries of a table with a column of numbers and one of answers, or several such beside one another."""
    parts = [part.rows for part in answertables.side_by_side(table)] or [table.rows]
    columns = [
        [[phrases.words_alone(left_in(cell)) for cell in column] for column in zip(*part, strict=False)]
        for part in parts
    ]
    return [entry for part in columns for entry in _columns(part)]


def _since_heading(above: Sequence[Line]) -> Sequence[Line]:
    """The lines from the last heading on: what is doubted before it is something else."""
    start = max((at for at, line in enumerate(above) if line.role is Role.HEADING), default=0)
    return above[start:]


def _columns(columns: Sequence[Sequence[str]], *, named: bool = True) -> list[Entry]:
    """The entries of a column of numbers and one of answers, which has a head that says so (``named``)."""
    cells = [column[1:] if named else column for column in columns]
    numbers = next((each for each in cells if each and sum(map(_is_number, each)) >= _VALID * len(each)), None)
    answers = next(
        (
            each
            for column, each in zip(columns, cells, strict=True)
            if each is not numbers and (not named or (_HEAD.match(column[0]) and not answerlines.is_own(column[0])))
        ),
        None,
    )
    if numbers is None or answers is None or (named and answertables.is_tried([column[0] for column in columns])):
        return []
    rows = zip(numbers, answers, zip(*cells, strict=False), strict=False)
    return [
        Entry(normal(number), answer, holds=not any(doubts(cell) or cell.endswith("?") for cell in row))
        for number, answer, row in rows
        if _is_number(number) and answer
    ]


def entry(number: str, answer: str) -> Entry | None:
    """What one cell gives as the answer to the number in another; None where that is no number."""
    said = phrases.words_alone(answer)
    holds = not (doubts(said) or said.endswith("?"))
    return (
        Entry(normal(phrases.words_alone(number)), said, holds)
        if said and _is_number(phrases.words_alone(number))
        else None
    )


def _is_number(text: str) -> bool:
    return _ONLY_NUMBER.fullmatch(text) is not None


def is_titled(lines: Sequence[Line | None], end: int) -> bool:
    """Whether the last of the lines up to ``end``, a list's first or those right above it, call it answers.

    Where it says whose or which (``第3章の解答``), a heading before it must be of that.
    """
    near = [line for line in lines[max(0, end - _ABOVE - 1) : end] if line]
    title = next(filter(is_title, reversed(near)), None)
    title = title or (near[-1] if near and _TITLE.search(phrases.words_alone(near[-1].text)) else None)
    if title is None or is_disowned(near):
        return False
    found = answertitles.HEADING.fullmatch(phrases.bare(title.text))
    whose = found["whose"] if found else None
    above = (
        phrases.bare(line.text) for line in lines[:end] if line and line.role is Role.HEADING and line is not title
    )
    return not whose or _OF_THE_BOOK.fullmatch(whose) is not None or any(words.startswith(whose) for words in above)


def is_disowned(lines: Sequence[Line]) -> bool:
    """Whether one of some lines says that what follows is somebody's own answers, or doubts it."""
    tells = (answertitles.is_unsure, answerlines.is_own, disowns_all, disowns_list, doubts_list, doubts)
    return any(tell(line.text) for line in lines for tell in tells if not _is_on_some(line))


def _is_on_some(line: Line) -> bool:
    """Whether a line doubts or withdraws answers that it numbers: those alone."""
    return not disowns_all(line.text) and not answerlines.is_own(line.text) and any(remarks.withdrawn_in(line))


def entries_of(line: Line) -> list[Entry]:
    """The entries of a line: one with its explanation, or several and nothing else, perhaps behind 答え."""
    text = phrases.words_alone(CIRCLED.sub(" ", line.text))
    if row := behind_word(line):
        return [Entry(*each, not (line.struck or line.mended)) for each in row]
    found = list(ENTRY.finditer(text)) if line.role is not Role.CODE and len(text) <= phrases.LONGEST else []
    if not found or text[: found[0].start()].strip(" ・*>-"):
        return []
    if len(found) > 1 and not ENTRY.sub("", text).strip(" 　/、,;|.。・"):
        return [Entry(normal(each["number"]), each["labels"], not (line.struck or line.mended)) for each in found]
    first = found[0]
    rest = text[first.end() :].strip()
    holds = not (line.struck or line.mended or doubts(line.text) or rest[:1] == "?")
    return [Entry(normal(first["number"]), f"{first['labels']}　{rest}".strip(), holds)]


def paired(
    list_: Sequence[Entry], pool: Sequence[Numbered], *, last: bool = False
) -> list[tuple[Numbered, Entry]] | None:
    """Each question of ``pool`` that lacks its answer with its entry; None if the list is none of answers to them.

    ``last``: by the last figure of their numbers, for a part's list may leave out the part (``(2)`` for ``1-(2)``).
    """
    parts = {entry.number.rpartition("-")[0] for entry in list_}
    if "" not in parts and not last:  # 3-1, 3-2: of part 3
        pool = [each for each in pool if each.number.rpartition("-")[0] in parts]
    by_number: dict[str, list[Numbered]] = {}
    for each in pool:
        by_number.setdefault(each.number.rpartition("-")[2] if last else each.number, []).append(each)
    given: dict[str, list[Entry]] = {}
    for entry in list_:
        given.setdefault(entry.number.rpartition("-")[2] if last else entry.number, []).append(entry)
    pairs = [
        (by_number[number][0], entries[0])
        for number, entries in given.items()
        if len(entries) == 1 and len(by_number.get(number, ())) == 1
    ]
    pairs = [(each, entry) for each, entry in pairs if entry.holds]
    valid = [(each, entry) for each, entry in pairs if choices_named(each, entry)]
    if any(each.right is not None and each.right != choices_named(each, entry) for each, entry in valid):
        return None
    meant = _between(list_, pool)
    fits = len(valid) >= max(_LEAST, _SHARE * len(meant), _VALID * len(pairs))
    return [(each, entry) for each, entry in valid if each.right is None] if fits else None


def _between(list_: Sequence[Entry], pool: Sequence[Numbered]) -> Sequence[Numbered]:
    """The questions that a list is for: one of three entries or more may be a part's, from first to last number."""
    numbers = [int(entry.number) for entry in list_ if entry.number.isdigit()]
    if len(numbers) < _LEAST + 1 or len(numbers) < len(list_):
        return pool
    first, last = min(numbers), max(numbers)
    return [each for each in pool if not each.number.isdigit() or first <= int(each.number) <= last]


def choices_named(question: Numbered, entry: Entry) -> frozenset[str]:
    """The labels of a question's choices that an entry gives as its answer; none where it says anything else."""
    found = labels.answer_labels(entry.answer.split("　")[0], question.labels)
    told = found is not None and not found[1].strip(" " if entry.holds else " ?")
    return frozenset(found[0]) if found and told else frozenset()


def is_title(line: Line) -> bool:
    """Whether a line's last words call what follows answers."""
    words = phrases.words_alone(line.text)
    if not answerlines.may_answer(words) and "key" not in words.lower():
        return False
    return _TITLE_ALONE.search(answertitles.without_pictures(words)) is not None
