"""Lists of answers to questions within questions: ``問1 (1) ア　(2) イ``, ``1-2：B``, ``大問 | 小問 | 答``.

Exam papers count twice: the questions, and what is asked within each. Which count is which the file's own questions
show: those with choices all have the same kind of number (``(1)``), and before each that counts from 1 again stands a
line with a number of one other kind (``### 問2``), or their numbers have both (``問2-1``, ``2.1``). A list is believed
where it stands behind all of them, has every number that they have, in their order, and gives to each a label that it
has: one that lacks any answers none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise, permutations
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Kind
from studynotes.questions.elsewhere import answertables, answertitles
from studynotes.questions.elsewhere.answerlists import DISOWNED, DOUBTED
from studynotes.questions.stretches import keylists, partkeys
from studynotes.questions.text.lines import Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.striking import left_in
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.model import Block, Section
    from studynotes.questions.stretches.habits import Shown
    from studynotes.questions.text.lines import Line

_LEAST = 2  # questions that hold others, and questions in all
_MANY = 400  # questions, among which none are looked for
_WORDS = "大問|設問|小問|問題?|第|Q(?:uestion)?|No|Part"
_TOKEN = re.compile(  # a number and what makes its kind: 問1, 第1問, (1), 1., [1]; (a), too
    rf"(?P<lead>(?:(?:{_WORDS})\s*\.?\s*)?[【\[(]?)\s*(?P<number>\d{{1,2}}|(?<=[(])[a-h])\s*(?P<tail>[】\])]?\s*(?:問|章)?)"
    r"(?:(?<=[】\])問章])|(?![\dA-Za-z%°]))",  # (1)A, not 1A
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\s*[-–.の](?P<number>\d{1,2})(?![\d.])")  # … of 1-2, 1.2
_APART = re.compile(r"[\s.:、,;|/=→⇒…‥・―—–-]*")
_BULLET = re.compile(r"^[\s・●◆■▼▶*#>-]+")
_ANSWER = re.compile(  # (1) A, (2) B: the comma sets two answers apart
    rf"(?P<label>{keylists.SINGLE}(?:\s*[、,・と&]\s*(?![(]){keylists.SINGLE})*)(?![A-Za-z0-9ぁ-んァ-ヺー一-鿿%°])"
)


class _Number(NamedTuple):
    """A number by its kind (``問#``, ``(#)``), and where it ends."""

    kind: str
    number: str
    end: int


class _Path(NamedTuple):
    """A question's number, and that of the one that it stands within."""

    main: str
    sub: str


@dataclass(frozen=True, slots=True)
class _Counts:
    """How a file counts twice: the kind of either number, and the words of the lines that hold the outer one."""

    main: str
    sub: str
    titles: Mapping[str, str]  # by these words the number


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers to questions of ``shown`` that such a list gives, by :func:`.keylists.by_line`."""
    asked = sorted((each for each in shown if not keylists.is_list(each)), key=attrgetter("line"))
    unsure = DISOWNED in listed or DOUBTED in listed or any(keylists.withdrawn_in(listed))
    if unsure or len(asked) > _MANY or sum(each.right is None for each in asked) < _LEAST:
        return {}
    blocks = [block for section in sections for block in section.all_blocks]
    lines = list(lines_of(blocks))
    found = _paths(lines, asked)
    if found is None:
        return {}
    return _at_the_end(blocks, lines, shown, found, asked) or _in_rows(lines, found, asked)


def _in_rows(lines: Sequence[Line], found: tuple[list[_Path], _Counts], asked: Sequence[Shown]) -> Mapping[str, str]:
    """The answers that stand right beneath the questions within each; none where one has others, or none at all."""
    paths, counts = found
    result: dict[str, str] = {}
    starts = [at for at, path in enumerate(paths) if not at or path.main != paths[at - 1].main]
    for start, end in pairwise([*starts, len(paths)]):
        after, before = asked[end - 1].group.options[-1].line.number, asked[end].line if end < len(asked) else None
        given = _beneath(lines, after, before, paths[start], counts)
        told = _told(asked[start:end], paths[start:end], given) if len(given) == end - start else {}
        if len(given) != end - start or (not told and any(each.right is None for each in asked[start:end])):
            return {}
        result |= told
    return result


def _at_the_end(
    blocks: Sequence[Block],
    lines: Sequence[Line],
    shown: Sequence[Shown],
    found: tuple[list[_Path], _Counts],
    asked: Sequence[Shown],
) -> dict[str, str]:
    """The answers of a list behind all questions; none where it is not for all of them."""
    title = partkeys.title_of(lines, shown)
    if title is None or partkeys.are_doubted(lines[title:]):
        return {}
    paths, counts = found
    tables = [block for block in blocks if block.kind is Kind.TABLE and block.lines.first > lines[title].number]
    return _told(asked, paths, _tabled(tables) if tables else _listed(lines[title + 1 :], counts))


def _told(
    asked: Sequence[Shown], paths: Sequence[_Path], given: Sequence[tuple[_Path, keylists.Entry]] | None
) -> dict[str, str]:
    """The answers given to questions, where they are for just these, and for each of them name a choice of its own."""
    given = [each for each in given or () if each[0] in paths]  # others may be to questions without choices
    if len(paths) < _LEAST or [path for path, _ in given] != list(paths):
        return {}
    result: dict[str, str] = {}
    for each, (path, entry) in zip(asked, given, strict=True):
        numbered = keylists.Numbered(path.sub, each.line, tuple(each.group.labels), each.right)
        named = keylists.choices_named(numbered, entry)
        if not named or (each.right is not None and each.right != named):
            return {}
        if entry.holds and each.right is None:
            result[keylists.by_line(each.line)] = entry.answer
    return result


def _beneath(
    lines: Sequence[Line], after: int, before: int | None, first: _Path, counts: _Counts
) -> list[tuple[_Path, keylists.Entry]]:
    """The answers right beneath one outer number's questions: on lines that say so, or beneath such a line."""
    start = bisect_right(lines, after, key=attrgetter("number"))
    end = len(lines) if before is None else bisect_left(lines, before, key=attrgetter("number"))
    result: list[tuple[_Path, keylists.Entry]] = []
    announced = ended = False
    for line in lines[start:end]:
        if counts.titles.get(_plain(line.text), first.main) != first.main:
            break
        said = answerlines.answer(line.text) if line.role is not Role.CODE else None
        pairs, holds = _on_line(line, said or line.text, first.main, counts) if said or announced else ([], False)
        if (announced and not pairs and _numbers(line.text)) or (result and pairs and ended):
            return []  # more answers, or of something else
        ended = ended or (bool(result) and not pairs)
        if not said and not announced:
            announced = answertitles.is_answer_list(answertitles.without_tags(line.text))
        result += [(path, keylists.Entry(path.sub, answer, holds)) for path, answer in pairs]
    return [] if result and partkeys.are_doubted(lines[start:end]) else result


def _on_line(line: Line, said: str, main: str, counts: _Counts) -> tuple[list[tuple[_Path, str]], bool]:
    """The answers on a line that gives nothing else, and whether they hold."""
    _, pairs, rest = _answers(_plain(said), main, counts)
    return ([] if rest else pairs), not (line.struck or line.mended or doubts(line.text))


def _numbers(text: str, own: int | None = None) -> list[_Number]:
    """The numbers that a text begins with, two at most, by their kinds."""
    if own is not None:
        return [_Number("#.", str(own), 0)]
    value = _plain(text)
    first = _TOKEN.match(value)
    if not first:
        return []
    outer = _number(first)
    within = _WITHIN.match(value, first.end("number"))
    if within:
        return [outer._replace(end=within.start()), _Number("-#", within["number"], within.end())]
    behind = _TOKEN.match(value, _APART.match(value, first.end()).end())  # type: ignore[union-attr]  # matches ""
    if behind and behind["lead"] and behind["lead"] != first["lead"]:
        return [outer, _number(behind)]
    set_apart = first["lead"] or first["tail"] or re.match(r"[.．:：、\s]|$", value[first.end() :])
    return [outer] if set_apart else []


def _number(found: re.Match[str]) -> _Number:
    kind = re.sub(r"\s", "", f"{found['lead']}#{found['tail']}").upper()
    return _Number(kind, found["number"].lower(), found.end())


def _paths(lines: Sequence[Line], asked: Sequence[Shown]) -> tuple[list[_Path], _Counts] | None:
    """The numbers of all questions that ``lines`` ask, and how these count; None where that is not sure."""
    counted = [(line, _numbers(line.text, line.own_number)) for line in lines if line.role is not Role.CODE]
    counted = [(line, numbers) for line, numbers in counted if numbers and not _only_answers(line)]
    spans: list[list[tuple[Line, list[_Number]]]] = []  # what counts between a question's choices and those before
    since = at = 0
    for each in asked:
        first, last = each.line, each.group.options[-1].line.number
        while at < len(counted) and counted[at][0].number <= since:
            at += 1
        start = at
        while at < len(counted) and counted[at][0].number < first:
            at += 1
        spans.append(counted[start:at])
        since = last
    kinds = list(dict.fromkeys(number.kind for _, numbers in reversed(spans[0]) for number in reversed(numbers)))
    return next(filter(None, (_counting(spans, asked, *pair) for pair in permutations(kinds, _LEAST))), None)


def _only_answers(line: Line) -> bool:
    """Whether a line is nothing but numbers with their answers; one alone must not look like an inner number."""
    entries = [] if line.role is Role.HEADING else keylists.entries_of(line)
    told = entries and not any("\u3000" in each.answer for each in entries)
    return bool(told) and (len(entries) > 1 or not _TOKEN.fullmatch(entries[0].answer))


def _counting(
    spans: Sequence[Sequence[tuple[Line, list[_Number]]]], asked: Sequence[Shown], sub: str, main: str
) -> tuple[list[_Path], _Counts] | None:
    """The numbers of questions, if all count so: the outer ones on, the inner ones anew from 1 within each of them."""
    paths: list[_Path] = []
    titles: dict[str, str] = {}
    outer, inner = "", 0
    for span, each in zip(spans, asked, strict=True):
        own = 0  # the line of the question's inner number
        for (line, _), number in ((told, number) for told in span for number in told[1]):
            if number.kind == main and number.number != outer:
                if not number.number.isdigit() or (outer and int(number.number) != int(outer) + 1):
                    return None
                outer, inner = number.number, 0
                titles[_plain(line.text)] = outer
            elif number.kind == sub:
                inner, own = inner + 1, line.number
                if not outer or _place(number.number) != inner:
                    return None
        if own < each.chunk[0].number:
            return None
        paths.append(_Path(outer, str(inner)))
    several = len({path.main for path in paths}) >= _LEAST and len(set(paths)) == len(paths)
    return (paths, _Counts(main, sub, titles)) if several and all(path.sub != "0" for path in paths) else None


def _place(sub: str) -> int:
    return int(sub) if sub.isdigit() else ord(sub) - ord("a") + 1


def _listed(lines: Sequence[Line], counts: _Counts) -> list[tuple[_Path, keylists.Entry]] | None:
    """The answers that lines give by both numbers, in their order; None where one stands within no question."""
    result: list[tuple[_Path, keylists.Entry]] = []
    main = ""
    for line in (line for line in lines if line.role is not Role.CODE and len(line.text) <= phrases.LONGEST):
        text = _plain(line.text)
        if text in counts.titles:
            main = counts.titles[text]
            continue
        if line.own_number is not None and not any(number.kind[0] != "#" for number in _numbers(text)):
            text = f"{line.own_number}. {text}"
        begun, pairs, rest = _answers(text, main, counts)
        holds = not (line.struck or line.mended or doubts(line.text) or rest[:1] == "?")
        if any(not path.main for path, _ in pairs):
            return None
        main = begun
        result += [(path, keylists.Entry(path.sub, answer, holds)) for path, answer in pairs]
    return result


def _answers(text: str, main: str, counts: _Counts) -> tuple[str, list[tuple[_Path, str]], str]:
    """The outer number that holds at the end of a line, the answers that the line begins with, and what is left."""
    pairs: list[tuple[_Path, str]] = []
    at = 0
    while at < len(text):
        numbers = _numbers(text[at:])
        if not numbers:
            break
        first, last = numbers[0], numbers[-1]
        behind = _begin(text, at + last.end)
        answer = _ANSWER.match(text, behind)
        alone = behind == len(text)
        if len(numbers) > 1 and not (answer or alone):  # (1) (2): an answer that looks like a number
            numbers, last = [first], first
            behind = _begin(text, at + first.end)
            answer = _ANSWER.match(text, behind)
        if len(numbers) == 1 and first.kind != counts.sub and (alone or first.kind == counts.main):
            return (first.number, pairs, "") if alone else (main, pairs, text[at:])
        if not answer:
            break
        main = first.number if len(numbers) > 1 else main
        pairs.append((_Path(main, str(_place(last.number))), answer["label"]))
        at = _begin(text, answer.end())
    return main, pairs, text[at:]


def _begin(text: str, at: int) -> int:
    found = _APART.match(text, at)
    return found.end() if found else at


def _tabled(tables: Sequence[Block]) -> list[tuple[_Path, keylists.Entry]] | None:
    """The answers of tables that have a column for either number, or one for both, and one called answers.

    Or they have a row for each outer number and a column for each inner one (``大問 | (1) | (2)``).
    """
    result: list[tuple[_Path, keylists.Entry]] = []
    for table in tables:
        heads, *rows = [[phrases.plain(one_line(left_in(cell))).strip() for cell in row] for row in table.rows]
        across = [_numbers(head) for head in heads[1:]]
        crossed = all(len(numbers) == 1 for numbers in across)
        found = _crossed([number for numbers in across for number in numbers], rows) if crossed else _rows(heads, rows)
        if found is None:
            return None
        result += found
    return result


def _crossed(inner: Sequence[_Number], rows: Sequence[Sequence[str]]) -> list[tuple[_Path, keylists.Entry]] | None:
    """The answers in the cells beneath inner numbers, of rows that each begin with an outer one."""
    result: list[tuple[_Path, keylists.Entry]] = []
    for name, *cells in rows:
        outer = _numbers(name)
        if len(outer) != 1:
            return None
        pairs = [(number, cell) for number, cell in zip(inner, cells, strict=True) if cell]
        result += [_answered(outer[0].number, number.number, cell, [cell]) for number, cell in pairs]
    return result


def _rows(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[_Path, keylists.Entry]] | None:
    """The answers of a column called so, by the numbers before it; an outer one holds for the rows that have none."""
    answers = [at for at, head in enumerate(heads) if answertables.KEY_HEAD.fullmatch(head)]
    answers = answers or [at for at, head in enumerate(heads) if answertables.ANSWER_HEAD.fullmatch(head) and at]
    if len(answers) != 1 or answertables.is_tried(heads) or any(map(answertables.JUDGING_HEAD.search, heads)):
        return None
    result: list[tuple[_Path, keylists.Entry]] = []
    main = ""
    for row in rows:
        told = [number.number for cell in row[: answers[0]] for number in _numbers(cell)]
        if not told or len(told) > len(_Path._fields) or (len(told) == 1 and (row[0] or not main)):
            return None
        main = told[0] if len(told) > 1 else main
        result.append(_answered(main, told[-1], row[answers[0]], row))
    return result


def _answered(outer: str, inner: str, answer: str, row: Sequence[str]) -> tuple[_Path, keylists.Entry]:
    holds = not any(doubts(cell) or cell.endswith("?") for cell in row)
    return _Path(outer, str(_place(inner))), keylists.Entry(inner, answer, holds)


def _plain(text: str) -> str:
    return _BULLET.sub("", phrases.worded(text)).strip()
