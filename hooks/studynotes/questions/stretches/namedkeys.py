"""What fills gaps with names: lists of answers that give a word for each name, wherever in the file they stand.

``（ア）は…（イ）…`` may be answered right beneath, in a folded box, in a table, or under a title at the file's end, for
several questions at once. A list is believed where it has just the names of the text before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import answertables, answertitles
from studynotes.questions.elsewhere.answerlists import DISOWNED, DOUBTED
from studynotes.questions.text import gapnames, inorder, wordbanks
from studynotes.questions.text.banktables import lines_with_banks, rows_of_banks
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.striking import left_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Block, Section
    from studynotes.questions.text.gapnames import Text
    from studynotes.questions.text.wordbanks import Bank

_SELECTS = re.compile(r"語群|語句群|選択肢|解答群|選(?:べ|び|ぶ|ん|択)|どれ|いずれ")
_OF_QUESTION = re.compile(
    r"[\s　]*[【\[(（]?(?:大問|問題?|設問|例題|Q|第)[\s　]*(?P<number>\d{1,3})[\s　]*問?[】\])）]?"
    r"[\s　]*[.．:：]?[\s　]*",
    re.IGNORECASE,
)
_ANY_ORDER = re.compile(r"順不同|順番は|逆でも")
_ABOVE = 4  # lines above a text that may have its question's number
_LEAST = 2  # gaps


@dataclass(slots=True)
class _Group:
    """What a list gives for one text, beneath the number of its question, if there is one."""

    number: str = ""
    entries: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """A list of answers: the lines from its title to its last one."""

    first: int
    last: int
    groups: list[_Group]
    beneath_heading: bool
    at_once: bool = False  # what fills the gaps stands behind the word that announces it
    said: str = ""  # … and this is it
    holds: bool = True


@dataclass(slots=True)
class _Chain:
    """Texts whose names count on from one to the next."""

    texts: list[Text]
    number: str
    apart: bool  # a heading, or its number, parts it from the one before

    @property
    def names(self) -> list[str]:
        return [name for text in self.texts for name in text.names]


def answers_in(sections: Sequence[Section], listed: Mapping[str, str]) -> Mapping[str, str]:
    """What fills the named gaps of the texts of one file, by :func:`.gapnames.by_line`: a row for each.

    A row is a name and its word, parted by a tab; a first one holds the list's last line, and the words to choose from,
    if there are any (:mod:`.wordbanks`): then each answer must be one of these, or the label of one.
    """
    if DISOWNED in listed or DOUBTED in listed:
        return {}
    texts = (block.text for section in sections for block in section.walk())
    if not any(gapnames.MAY_BE_NAMED.search(text) and gapnames.NAMED.search(text) for text in texts):
        return {}
    blocks = [block for section in sections for block in section.all_blocks]
    if next(gapnames.texts_in(lines_of(blocks), lambda _: False), None) is None:
        return {}
    lines = sorted([*lines_with_banks(blocks), *_rows(blocks)], key=attrgetter("number"))
    found: dict[str, str] = {}
    since = 0
    for list_ in _lists(lines):
        within = [at for at, line in enumerate(lines) if since < line.number < list_.first]
        if not within:
            continue
        span = lines[within[0] : within[-1] + 1]
        chains = list(_chains(span))
        if not chains:
            continue
        since = list_.last
        found |= _filled(list_, chains, span)
    return found


def _filled(list_: _List, chains: Sequence[_Chain], span: Sequence[Line]) -> Mapping[str, str]:
    """What a list fills of the texts since the list before it (``span``)."""
    found: dict[str, str] = {}
    last = chains[-1].texts[-1].lines[-1].number
    beneath = [line for line in span if line.number > last and line.text.strip()]
    banks = list(wordbanks.banks_in(span))
    if not list_.holds or (list_.at_once and _is_apart(beneath, chains[-1], banks)):
        return {}
    for at, chain, group in _in_order(list_, chains[-1]) or _pairs(chains, list_):
        told = gapnames.told_for(group.entries, chain.names)
        bank = banks[0] if len(banks) == 1 else banks[at] if len(banks) == len(chains) else None
        own = wordbanks.own_in(beneath, chain.names) if chain is chains[-1] else {}
        if own:
            told = {name: own[name].word_of(said) for name, said in told.items()}
        elif not bank and (banks or _selects(span, chain) or wordbanks.are_offered(beneath, told.values())):
            continue
        if told:
            found |= _filling(chain, told, None if own else bank, list_.last)
    return found


def _rows(blocks: Sequence[Block]) -> Iterator[Line]:
    """The rows of tables of two columns as lines (``| ア | 公開鍵 |``), or their columns, where these are as short."""
    banks = rows_of_banks(blocks)
    for at, block in enumerate(blocks):
        if block.kind is not Kind.TABLE or at in banks:
            continue
        rows = [[left_in(cell).strip() for cell in row] for row in block.rows]
        if any(answerlines.is_own(cell) for cell in rows[0]):
            continue
        if column := _answering(block):  # 空欄 | 答え | 解説
            rows = [[row[0], row[column]] for row in rows if len(row) > column]
        if len(rows) == _LEAST and len(rows[0]) > _LEAST:  # names above, words beneath
            rows = [list(column) for column in zip(*rows, strict=False)]
        for number, row in enumerate(rows, block.lines.first):
            if len(row) == _LEAST:
                yield Line(f"{row[0]}：{row[1]}", Role.TEXT, block, number)


def _lists(lines: Sequence[Line]) -> Iterator[_List]:
    """The lists of answers for names: what follows a title or word that says so, up to the next heading or text."""
    current: _List | None = None
    for line in lines:
        payload = answerlines.answer(line.text)
        titled = not line.text.strip() or payload is not None or _is_title(line)
        titled = titled or (current is None and _heads_answers(line))
        inside = current is not None and (line.role is not Role.HEADING or _question_of(line.text)[0])
        if titled and line.text.strip() and not (payload and current and gapnames.entries_of(line.text)):
            if current:
                yield current
            current = _List(line.number, line.number, [_Group()], line.role is Role.HEADING)
            current.holds = not answertitles.is_somebodys(line.text)
            if payload:
                current.at_once = True
                said = phrases.as_written(line.text, payload)
                _read(line, said, current)
                current.said = said
        elif current and (not inside or _is_of_text(line)):
            yield current
            current = None
        elif current:
            _read(line, line.text, current)
    if current:
        yield current


def _is_title(line: Line) -> bool:
    return phrases.is_reveal(line.text) or answertitles.is_answer_list(line.text) or answertitles.is_of_part(line.text)


def _answering(table: Block) -> int:
    """Which column of a table calls itself the answers, beside a first one of names; 0 where none or several do."""
    heads = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    found = [at for at, head in enumerate(heads) if answertables.ANSWER_HEAD.fullmatch(head) and at]
    found += [at for at, head in enumerate(heads) if answertables.KEY_HEAD.fullmatch(head) and at not in found]
    own = any(map(answerlines.is_own, heads)) or answertables.is_tried(heads)
    return found[0] if len(found) == 1 and not own else 0


def _heads_answers(line: Line) -> bool:
    """Whether a line is the head of a table that calls its words answers (``空欄 | 答え``)."""
    heads = line.block.kind is Kind.TABLE and line.number == line.block.lines.first
    return heads and _answering(line.block) > 0


def _is_of_text(line: Line) -> bool:
    """Whether a line is one of a sentence with gaps, and no entry."""
    return not gapnames.entries_of(_counted(line, line.text)) and bool(gapnames.named_in(line))


def _counted(line: Line, said: str) -> str:
    """What a line says, with the number of the list's item that it is."""
    return f"{line.own_number}. {said}" if line.own_number is not None and line.depth == 1 else said


def _read(line: Line, said: str, list_: _List) -> None:
    """Add what a line gives to a list."""
    list_.last = line.number
    if line.struck or line.mended or doubts(said) or answerlines.revises(line.text) or answerlines.is_own(line.text):
        list_.holds = False
    number, said = _question_of(said)
    entries = gapnames.entries_of(_counted(line, said))
    current = list_.groups[-1]
    if number or (entries and current.entries and gapnames.place(entries[0][0]) == 0):
        if current.entries or current.number:
            list_.groups.append(_Group(number))
        else:
            current.number = number
    list_.groups[-1].entries += entries


def _question_of(said: str) -> tuple[str, str]:
    """The number of the question that a line begins with, and what stands behind it."""
    found = _OF_QUESTION.match(said)
    return (phrases.plain(found["number"]), said[found.end() :]) if found else ("", said)


def _chains(lines: Sequence[Line]) -> Iterator[_Chain]:
    """The texts with named gaps: those that count on from the one before belong to it; all count from the first."""
    chains: list[_Chain] = []
    places = {line.number: at for at, line in enumerate(lines)}
    last = 0
    for text in gapnames.texts_in(lines, lambda line: answerlines.answer(line.text) is not None):
        start = gapnames.place(text.names[0])
        if start and chains and gapnames.is_series([*chains[-1].names, *text.names]):
            chains[-1].texts.append(text)
        else:
            at = places[text.lines[0].number]
            above = lines[max(last, at - _ABOVE) : at + 1]
            number = next((told for line in reversed(above) if (told := _question_of(line.text)[0])), "")
            apart = bool(number) or any(line.role is Role.HEADING for line in lines[last:at])
            chains.append(_Chain([text], number, apart))
        last = places[text.lines[-1].number] + 1
    return (chain for chain in chains if len(chain.names) >= _LEAST or chain.texts[0].names[0] != "1")


def _pairs(chains: Sequence[_Chain], list_: _List) -> Iterator[tuple[int, _Chain, _Group]]:
    """Which chain of texts each part of a list is for: that of its number, the only one, or one by one in order."""
    groups = [group for group in list_.groups if group.entries]
    numbers = [chain.number for chain in chains]
    if groups and all(group.number for group in groups) and all(numbers):
        by_number = {number: at for at, number in enumerate(numbers) if numbers.count(number) == 1}
        once = len({group.number for group in groups}) == len(groups)
        yield from (
            (at, chains[at], group) for group in groups if once and (at := by_number.get(group.number)) is not None
        )
    elif len(groups) == len(chains):
        yield from ((at, chain, group) for at, (chain, group) in enumerate(zip(chains, groups, strict=True)))
    elif len(groups) == 1 and not groups[0].number and chains[-1].apart and not list_.beneath_heading:
        yield len(chains) - 1, chains[-1], groups[0]


def _in_order(list_: _List, chain: _Chain) -> list[tuple[int, _Chain, _Group]]:
    """A text right above an answer that names no gap, and has just as many words as it (``答え：徳川家康、1603``)."""
    named = any(name in chain.names for group in list_.groups for name, _ in group.entries)
    counted = any(group.number for group in list_.groups)
    if not list_.said or named or counted or not gapnames.is_series(chain.names) or _ANY_ORDER.search(list_.said):
        return []
    words = inorder.parted(list_.said, len(chain.names))
    if words and any(name in chain.names for word in words for name, _ in gapnames.entries_of(word)):
        return []  # イ：27、ア：地球: named, in another order
    told = [_Group(entries=list(zip(chain.names, words, strict=True)))] if words else []
    return [(-1, chain, group) for group in told]


def _is_apart(beneath: Sequence[Line], chain: _Chain, banks: Sequence[Bank]) -> bool:
    """Whether anything but words to choose from stands beneath a text, before its answer."""
    if wordbanks.own_in(beneath, chain.names):
        return False
    return not all(any(bank.first <= line.number <= bank.last for bank in banks) for line in beneath)


def _selects(lines: Sequence[Line], chain: _Chain) -> bool:
    """Whether a text, or what stands above it, speaks of words to choose from."""
    first = chain.texts[0].lines[0].number
    above = [line for line in lines if line.number < first][-_ABOVE:]
    own = [line for text in chain.texts for line in text.lines]
    return any(_SELECTS.search(line.text) for line in (*above, *own))


def _filling(chain: _Chain, told: Mapping[str, str], bank: Bank | None, last: int) -> Mapping[str, str]:
    """The rows for each text of a chain; none where an answer is no word of the bank."""
    words = {name: bank.word_of(said) for name, said in told.items()} if bank else told
    if not all(words.values()):
        return {}
    offered = "\t".join([str(last), *(bank.words if bank else ())])
    return {
        gapnames.by_line(text.lines[0].number): "\n".join([offered, *(f"{name}\t{words[name]}" for name in text.names)])
        for text in chain.texts
    }
