"""Lists of answers that call the parts of the file by name, each part counting its questions anew, or on.

``【第1章】1.ア 2.イ``, a heading, a line or an item ``午前`` above its answers, ``第2回の解答``, or a table with
a column or a row for each part. Which parts there are the questions themselves show: what a list calls so must be how
one line before the questions of that part begins. A list is believed where all of its parts are found, two at least and
in their order, and where the entries of each fit the questions there, as a list of :mod:`.keylists` does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import answertables, answertitles, owners
from studynotes.questions.elsewhere.answerlists import DISOWNED, DOUBTED
from studynotes.questions.stretches import keylists
from studynotes.questions.text.lines import Role, lines_of
from studynotes.questions.words import phrases
from studynotes.questions.words.disowning import disowns, disowns_below, unsettled
from studynotes.questions.words.striking import left_in
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Block, Section
    from studynotes.questions.stretches.habits import Shown
    from studynotes.questions.text.lines import Line

_SIGNS = re.compile(r"[\s【】\[\]<>〈〉《》■●◆▼★☆▶□◇・:*_#―—–=-]+")
_FIRST_SIGN = re.compile(r"^第(?=\d)")
_OF_PART = re.compile(r"(?P<title>.*?(?:解答|答え|正解|正答|こたえ).{0,6}?)[(（](?P<part>[^()（）]{1,20})[)）]$")
_LED = re.compile(  # a part's name before its answers: 【第1章】…, 午前：…, 第2回　…
    r"(?P<name>[【\[〔<〈《][^【】\[\]〔〕<>]{1,20}[】\]〕>〉》]"
    r"|(?:\d{1,2}[.．]\s)?[^\s:：】]{1,12}(?:\s\S{1,3})?(?=\s*[:：]|[\s　]))[\s　:：]*(?=\S)"
)
_CONTINUES = re.compile(r"[0-9a-zァ-ヺー]", re.IGNORECASE)
_LONGEST = 30  # characters of a part's name, or of a line that is only that
_LEAST = 2


@dataclass(slots=True)
class _Part:
    """What a list of answers gives beneath one name, and between which lines that part's questions stand."""

    name: str
    start: int
    entries: list[keylists.Entry] = field(default_factory=list)


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers to questions of ``shown`` that lack one, from lists by parts, by :func:`.keylists.by_line`."""
    questions = [each for each in map(keylists.question, shown) if each]
    unsure = DISOWNED in listed or DOUBTED in listed
    if unsure or sum(each.right is None for each in questions) < _LEAST:
        return {}
    questions.sort(key=attrgetter("line"))
    blocks = [block for section in sections for block in section.all_blocks]
    owned = owners.lines_owned(listed)
    blocks = [block for block in blocks if block.lines.first not in owned]
    lines = list(lines_of(blocks))
    title = title_of(lines, shown)
    if title is None:
        return {}
    tables = [block for block in blocks if block.kind is Kind.TABLE and block.lines.first > lines[title].number]
    questions = [each for each in questions if each.line < lines[title].number]
    parts = _parts(lines, title, tables)
    if parts is None or len(parts) < _LEAST or are_doubted(lines[title:]):
        return {}
    found: dict[str, str] = {}
    ends = [part.start for part in parts[1:]] + [lines[title].number]
    for part, end in zip(parts, ends, strict=True):
        first, last = (bisect_left(questions, line, key=attrgetter("line")) for line in (part.start, end))
        fitting = keylists.paired(part.entries, questions[first:last])
        if fitting is None or not _all_of_it(part, questions[first:last]):
            return {}
        found |= {keylists.by_line(each.line): entry.answer for each, entry in fitting}
    withdrawn = keylists.withdrawn_in(listed)
    numbers = {keylists.by_line(each.line): each.number for each in questions}
    return {name: answer for name, answer in found.items() if numbers[name] not in withdrawn}


def are_doubted(lines: Sequence[Line]) -> bool:
    """Whether a line of what answers says that it is somebody's own, doubts it or hedges (``たぶん合っている。``)."""
    prose = (line.text for line in lines if line.role is not Role.CODE and not keylists.entries_of(line))
    return keylists.is_disowned(lines) or any(
        unsettled([said]) or disowns(said) or disowns_below(said) for said in prose
    )


def _all_of_it(part: _Part, questions: Sequence[keylists.Numbered]) -> bool:
    """Whether no entry of a part has a number beyond those of its questions: then it counts others."""
    numbers = [int(each.number) for each in questions if each.number.isdigit()]
    given = [int(each.number) for each in part.entries if each.number.isdigit()]
    return not (numbers and given) or (min(numbers) <= min(given) and max(given) <= max(numbers))


def title_of(lines: Sequence[Line], shown: Sequence[Shown]) -> int | None:
    """Where the answers begin: at the first line that says so behind the last question; None if they may not hold."""
    asked = [each.group.options[-1].line.number for each in shown if not keylists.is_list(each)]
    after = bisect_left(lines, max(asked, default=0) + 1, key=attrgetter("number"))
    before = _beginnings(lines[:after])
    for at in range(after, len(lines)):
        words = _words(lines[at])
        titled = lines[at].opens_block and lines[at].role is not Role.CODE and len(words) <= _LONGEST
        noted = _OF_PART.match(words) if titled else None
        if titled and (noted or answertitles.HEADING.fullmatch(words)):
            sure = not noted or answertitles.is_answer_list(words) or _place(_normal(noted["part"]), before) is not None
            return at if sure and not answertitles.is_somebodys(words) else None
    return None


def _words(line: Line) -> str:
    return phrases.bare(answertitles.without_tags(line.text))


def _parts(lines: Sequence[Line], title: int, tables: Sequence[Block]) -> list[_Part] | None:
    """The parts that a list's lines and tables name, in order; None if one is not where the others are."""
    before = _beginnings(lines[:title])
    result: list[_Part] = []
    rows = {table.lines.first: table for table in tables}
    waiting = sorted(rows)
    for line in lines[title:]:
        while waiting and waiting[0] < line.number:
            if not _read_table(rows[waiting.pop(0)], before, result):
                return None
        name, rest = _named(line, before)
        if name and not _begin(result, name, before):
            return None
        if rest and rest.own_number is not None:
            rest = replace(rest, text=f"{rest.own_number}. {rest.text}", code=(), bold=())
        entries = keylists.entries_of(rest) if rest else []
        if entries and not result:
            return None  # of no part
        if entries:
            result[-1].entries += entries
    for at in waiting:
        if not _read_table(rows[at], before, result):
            return None
    return result


def _begin(parts: list[_Part], name: str, before: Sequence[tuple[str, int]]) -> bool:
    """Go on with the part of a name; whether it is that of the last one, or stands behind it."""
    start = _place(name, before)
    if start is None or (parts and start < parts[-1].start):
        return False
    if not parts or start > parts[-1].start:
        parts.append(_Part(name, start))
    return True


def _named(line: Line, before: Sequence[tuple[str, int]]) -> tuple[str, Line | None]:
    """The name of a part that a line begins with, or ``""``, and what is left of the line."""
    words = _words(line)
    if not words or line.role is Role.CODE:
        return "", None
    if len(words) <= _LONGEST:
        of_part, heading = _OF_PART.match(words), answertitles.HEADING.fullmatch(words)
        whose = of_part["part"] if of_part else heading["whose"] if heading else ""
        name = _normal(whose or words)
        if _place(name, before) is not None:
            return name, None
    led = _LED.match(line.text)
    name = _normal(led["name"]) if led else ""
    if led and name and _place(name, before) is not None:
        return name, line.part(led.end(), len(line.text), opens_block=line.opens_block)
    return "", line


def _read_table(table: Block, before: Sequence[tuple[str, int]], parts: list[_Part]) -> bool:
    """Add what a table gives: to the part above it, or to those that its first column names."""
    rows = [[one_line(left_in(cell)) for cell in row] for row in table.rows]
    names = [_normal(row[0]) for row in rows[1:]]
    if any(_place(name, before) is not None for name in names):
        return all(_begin_row(parts, name, before, told) for name, told in _rows(table, names, rows))
    entries = keylists.table_entries(table)
    if entries and not parts:
        return False
    if entries:
        parts[-1].entries += entries
    return True


def _begin_row(
    parts: list[_Part], name: str, before: Sequence[tuple[str, int]], told: Sequence[keylists.Entry]
) -> bool:
    if not _begin(parts, name, before):
        return False
    parts[-1].entries += told
    return True


def _rows(
    table: Block, names: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[tuple[str, Sequence[keylists.Entry]]]:
    """For each row of a table that names a part (or leaves it as above) the part and its entries."""
    head, *rest = rows
    of = answertables.columns([phrases.plain(cell).strip() for cell in head])
    above = ""
    for name, row in zip(names, rest, strict=True):
        above = name or above
        pairs = [(row[of[0]], row[of[1]])] if of else list(zip(head[1:], row[1:], strict=True))
        yield above, [entry for pair in pairs if (entry := keylists.entry(*pair))]


def _beginnings(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """The short lines that may be parts' titles, as compared, with their numbers."""
    near = (line for line in lines if line.role in (Role.HEADING, Role.TEXT) and line.opens_block)
    words = ((_normal(phrases.bare(line.text)), line) for line in near if len(line.text) <= 2 * _LONGEST)
    return [(said, line.number) for said, line in words if said]


def _place(name: str, before: Sequence[tuple[str, int]]) -> int | None:
    """The one line that a name is, or else that begins with it (``第1章 確認テスト``); None if that is not sure."""
    if not name or len(name) > _LONGEST or name.isdigit():
        return None
    same = [at for said, at in before if said == name]
    begun = same or [at for said, at in before if said.startswith(name) and not _goes_on(name, said)]
    return begun[0] if len(begun) == 1 else None


def _goes_on(name: str, said: str) -> bool:
    """Whether what stands behind a name in a title is more of its last word or figure (``第1`` of ``第10``)."""
    return _CONTINUES.match(name[-1]) is not None and _CONTINUES.match(said[len(name)]) is not None


def _normal(words: str) -> str:
    """A part's name as compared: without signs and spaces, ``1章`` as ``第1章``."""
    return _FIRST_SIGN.sub("", _SIGNS.sub("", phrases.bare(words))).casefold()
