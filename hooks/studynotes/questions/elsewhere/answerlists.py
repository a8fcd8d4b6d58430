"""Answers that a file gives all together, after its questions: ``## 解答`` with ``問1: B`` and so on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import (
    answerentries,
    answerparts,
    answertables,
    answertitles,
    answertold,
    countedlines,
    owners,
    pasted,
    remarks,
    restated,
    toldagain,
)
from studynotes.questions.elsewhere.numberedstatements import numbered_statements
from studynotes.questions.question import folded
from studynotes.questions.text import (
    arrowmarks,
    bracketed,
    denied,
    footnotes,
    gift,
    headings,
    judging,
    legend,
    letteredplaces,
    quotedanswers,
    runs,
    signlines,
)
from studynotes.questions.text.choicetable import lines_with_tables
from studynotes.questions.text.lines import Line, lines_in, lines_of
from studynotes.questions.text.numbering import numbers_in
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.concluding import names_choice
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Collection as Group
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Block, Collection, Section

_EXPLANATIONS = re.compile(r"[【\[]?(?:各問の?)?(?:解説|補足説明|説明)(?:\s*\([^()]*\)|メモ|一覧)?[】\]]?")
_LABEL = rf"[(]?[A-Ja-j1-9{KATAKANA}][)]?"
_SUBJECT = re.compile(rf"{_LABEL}(?:\s*[、,・と]\s*{_LABEL})*\s*は(?!、?\s*(?:正し|[○◯〇]))")  # (A) は名詞
_TOLD = re.compile(r"正解|正答|答え|解答|訂正|修正")
BY_WORDS = "withdrawn by words"
DISOWNED, DOUBTED = "all answers disowned", "lists of answers doubted"
_TELLING = {each.NAME: each.is_told for each in (footnotes, letteredplaces)}
_TELLING |= {judging.NAME: judging.is_turned_round, runs.TRUTH: runs.tells_of_truth}
_TOLD_IN = {each.NAME: each.told_in for each in (arrowmarks, bracketed, signlines, quotedanswers)}
_TOLD_IN |= {pasted.NAME: pasted.pasted_in, denied.RANGES: denied.ranges_in}
_WITH_CHOICES = 4  # blocks: a question, and as many of the choices beneath it as tell that it is one


def answers_of(collection: Collection) -> Mapping[str, str]:
    """What the file's answer lists give, by question number; by :func:`scoped` number for one section's questions.

    A list stands beneath a heading (or a bold line) that says only 解答, 正解一覧 or the like (自分の解答 is none); its
    lines begin with the number of a question, or a table has a column of them and one called 解答, 正解, …. A paragraph
    may say so itself (``答：Q1 ア / Q2 ウ``), or answer one question that it names (``第1問の答え：ⓑ``). It is for
    the section that it closes, or that it is named after (第1章の解答), for none where it names a part that it does not
    stand in and that is nowhere, and else for the file. A number that two questions have, or that is answered twice and
    differently, counts for none: nobody could tell; nor does any where the file doubts its list as a whole. The mark of
    right choices that the file tells (:mod:`.legend`) comes along, and so do what it says of its brackets, arrows and
    other marks, its runs of statements (:mod:`.runs`), the answers that a table gives by title, and the numbers and
    words of questions that remarks withdraw (:mod:`.remarks`).
    """
    found = _Found(collection, owned=owners.owned_in(collection))
    marks_shown = legend.Shown()
    statements: list[runs.Statement] = []
    judged: list[tuple[int, bool]] = []
    for section in collection.pages:  # one by one: the lines of its blocks are read once for all of it
        _read(section, found)
        marks_shown.read(section)
        statements += runs.statements_of(section)
        judged += runs.judged_in(section)
    for number in found.withdrawn:
        found.add(number, "")
    found.disowned = found.disowned or remarks.is_unchecked(collection)
    if found.doubted:
        found.given.clear()
    mended, unclear = _mended(found)
    found.withdrawn |= unclear
    for number in [number for number in found.given if _part_of(number) in found.doubted_parts]:
        found.add(number, "")
    single = {number: said for number, answers in found.given.items() if (said := _settled(answers)) is not None}
    answers = {number: answer for number, answer in single.items() if found.asked[number] == 1}
    answers |= dict.fromkeys(map(taken_back, found.withdrawn), "")
    answers |= {
        taken_back(countedlines.statement(number)): "" for number in found.withdrawn if found.stated[number] == 1
    }
    answers |= {BY_WORDS: "\n".join(sorted(found.words))} if found.words else {}
    answers |= {**legend.legend_of(collection), **gift.told_in(collection)}
    for name, told in _TOLD_IN.items():
        answers |= {name: said} if (said := told(collection)) else {}
    answers |= {name: name for name, holds in _TELLING.items() if holds(collection)}
    marks, own = denied.denied_in(collection, answers.get(legend.NAME, "")), denied.own_sign(collection)
    habit = "" if legend.NAME in answers or marks else marks_shown.habit()
    answers |= {legend.NAME: habit} if habit else {}
    answers |= {**({denied.NAME: marks} if marks else {}), **({denied.OWN: own} if own else {})}
    answers |= {**_by_title(found), **mended}
    once = ((number, said) for number, said in found.summed_up.items() if found.asked[number] == 1)
    answers |= {summed_up(number): "\n".join(sorted(said)) for number, said in once}
    reasons = ((number, said) for number, said in found.reasons.items() if found.asked[number] == 1)
    answers |= {reason_of(number): "\n".join(said) for number, said in reasons}
    answers |= {owners.NAME: " ".join(map(str, sorted(found.owned)))} if found.owned else {}
    answers |= {DISOWNED: DISOWNED} if found.disowned else {}
    answers |= {DOUBTED: DOUBTED} if found.doubted or found.doubted_parts else {}
    numbered = f"{runs.runs_of(statements)} {runs.habit_of(judged)}".strip()
    answers |= {runs.NAME: numbered} if numbered else {}
    counting = headings.counting_in(collection)
    answers |= {headings.NAME: counting} if counting else {}
    answers |= {taken_back(name): "" for name in remarks.withdrawn_by_name(collection, counting)}
    stated = {countedlines.statement(number): number for number, count in found.stated.items() if count == 1}
    # under the statement's own name where its number is a question's, too
    tails = ((name, countedlines.statement(number.rpartition("#")[2]), number) for name, number in stated.items())
    verdicts = {name: single.get(name, single.get(tail, single.get(number))) for name, tail, number in tails}
    return answers | {name: said for name, said in verdicts.items() if said is not None}


@dataclass(slots=True)
class _Found:
    """What a file asks, states and answers, by number."""

    collection: Collection
    owned: Group[int] = frozenset()
    asked: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    judged: set[str] = field(default_factory=set)  # the numbers of statements that say that ○ or × is asked for
    given: dict[str, set[str]] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    mended: dict[str, set[tuple[str, str]]] = field(default_factory=dict)  # by number or title: the old answer, the new
    reasons: dict[str, list[str]] = field(default_factory=dict)  # what tables of answers say with them, by number
    summed_up: dict[str, set[str]] = field(default_factory=dict)  # what lines say that may give answers, or not
    entry: str = ""  # the number of the entry of a list that was read last
    words: set[str] = field(default_factory=set)  # of the questions that remarks withdraw by them
    by_title: dict[str, set[str]] = field(default_factory=dict)
    doubted_parts: set[str] = field(default_factory=set)
    doubted: bool = False
    disowned: bool = False

    def add(self, number: str, answer: str) -> None:
        """Note an answer that is given to a number (``12―ネルチンスク``: the dash is none of it)."""
        self.given.setdefault(number, set()).add(answer.lstrip("―—–　 "))


def _settled(answers: Group[str]) -> str | None:
    """The answer to a number, with what a further entry of that number explains; None where there are several.

    ``(2) …`` beneath a table that gives ``×`` to it explains it: it begins with no label and tells of no answer, or
    with a label that it says something of (``(A) は後ろが期間``).
    """
    if len(answers) == 1:
        return next(iter(answers))
    short = [said for said in answers if answerentries.is_short(said) and not _SUBJECT.match(phrases.plain(said))]
    rest = [said for said in answers if said not in short]
    explains = len(short) == len(rest) == 1 and bool(rest[0]) and not _TOLD.search(phrases.plain(rest[0]))
    told = not explains or doubts(rest[0]) or answerlines.revises(rest[0]) or names_choice(rest[0])
    return None if told else f"{short[0]}　{rest[0]}"


def _by_title(found: _Found) -> Mapping[str, str]:
    """The answers given by title, of those that are all that one line of the file says, and answered once."""
    pages = found.collection.pages if found.by_title else ()
    blocks = (block for page in pages for block in page.all_blocks)
    lines = Counter(folded(line.text) for line in lines_of(blocks))
    single = {title: next(iter(said)) for title, said in found.by_title.items() if len(said) == 1}
    return {titled(title): answer for title, answer in single.items() if lines[folded(title)] == 1}


def _mended(found: _Found) -> tuple[dict[str, str], set[str]]:
    """What remarks say is right instead (``ア エ``), of questions that are clear; and those that are not."""
    pages = found.collection.pages if found.mended else ()
    headings = Counter(folded(block.text) for page in pages for block in page.all_blocks)
    clear: dict[str, str] = {}
    for name, told in found.mended.items():
        once = found.asked[name] == 1 if name.isdigit() else headings[folded(name)] == 1
        if once and len(told) == 1 and name not in found.withdrawn:
            clear[mended_of(name)] = " ".join(next(iter(told)))
    return clear, {name for name in found.mended if mended_of(name) not in clear}


def _read(section: Section, found: _Found) -> None:
    """Add what one section asks and answers."""
    collection = found.collection
    nowhere = _Found(collection)  # for a list that belongs to no part of the file
    blocks = section.all_blocks
    within: Section | None = None
    explained = lost = correcting = False
    titles = [section.label]
    here: Counter[str] = Counter()
    listed_at = -2  # the last block of a list of answers
    beneath: Block | None = None  # a title: its list
    for at, block in enumerate(blocks):
        if block is beneath or (within and restated.restates(block, blocks[:at])):
            continue
        heads = block.kind is Kind.HEADING or owners.is_bold_line(block)
        correcting = remarks.corrects(block.text) if heads else correcting
        _read_remarks(block, section, found, correcting=correcting)
        own = block.lines.first in found.owned
        theirs = block.kind is Kind.TABLE and not own and not answertitles.is_somebodys(titles[-1])
        for title, answer in answertables.titled(block) if theirs else ():
            found.by_title.setdefault(title, set()).add(answer)
        if heads:
            lost = _is_lost(block, section, titles, collection)
            titles.append(block.text)
            meant = answerparts.named_in(block.text, collection) or section
            part = answerparts.section_named(block.text, collection) if within else None
            listed = answertitles.is_answer_list(block.text)
            within = part if part and part is not section else meant if listed else None
            explained = _EXPLANATIONS.fullmatch(phrases.bare(block.text)) is not None
        within = (within and answerparts.title_of(block, collection)) or within
        together, beneath = _by_itself(blocks, at, titles[-1]) if within is None else ([], None)
        if within and _asks_anew(blocks, at):
            within = None
        listing = bool(together) or (within is not None and answerentries.lists_several(block))
        found.doubted = found.doubted or (listing and remarks.disowned_beside(blocks, at))
        listed_at = at if together or within else listed_at
        doubted = remarks.doubted_entries(block) if listed_at in (at - 1, at) else ()
        found.withdrawn.update(name for number in doubted for name in (number, scoped(section, number)))
        unsure = own or answertitles.is_beneath_unsure(blocks, at, titles[-1])
        to = nowhere if lost or unsure or _is_lost(block, section, titles, collection) else found
        named = answerparts.named_in(answertitles.first_of(block), collection) if together else None
        if not _gives(block, section, within or named, together, to):
            here.update(_asked_in(blocks, at, explained=explained))
            for number, line in numbered_statements(blocks[max(at - 1, 0) : at + 1], since=block.lines.first):
                found.stated.update((number, scoped(section, number)))
                found.judged.update([number] if runs.ABOUT_TRUTH.search(phrases.plain(line.text)) else [])
    found.asked.update(here)
    found.asked.update({scoped(section, number): count for number, count in here.items()})


def _read_remarks(block: Block, section: Section, found: _Found, *, correcting: bool) -> None:
    """Add what a block says of questions that stand elsewhere (``correcting``: beneath 訂正)."""
    told = remarks.told_in(block)
    found.doubted = found.doubted or remarks.doubts_all(told)
    for number, said in answertables.remarks_in(block) if block.kind is Kind.TABLE else ():
        for name in (number, scoped(section, number)):
            found.reasons.setdefault(name, []).append(said)
    found.words.update(remarks.withdrawn_by_words(told))
    found.disowned = found.disowned or remarks.disowns_answers(told)
    for number, answer in countedlines.summed_up(block):
        found.summed_up.setdefault(number, set()).add(answer)
    for part, number, answer in toldagain.by_name(told.lines, found.collection):
        found.summed_up.setdefault(scoped(part or section, number), set()).add(answer)
        if part is None:
            found.summed_up.setdefault(number, set()).add(answer)
    for name, old, new in remarks.mended(told):
        found.mended.setdefault(name, set()).add((old, new))
    found.doubted_parts.update(remarks.doubted_parts(told))
    lines = block.text.split("\n") if found.judged else ()
    verdicts = {answertold.verdict_on(line) for line in lines} & found.judged
    withdrawn = (number for number in remarks.withdrawn(block, told) if number not in verdicts)
    for number in (*withdrawn, *(remarks.corrected(told) if correcting else ())):
        found.withdrawn.update((number, scoped(section, number)))


def _gives(
    block: Block, section: Section, within: Section | None, together: Sequence[tuple[str, str]], found: _Found
) -> bool:
    """Add the answers of a block; whether it gives any (``within``: the section whose list it stands in)."""
    found.entry = found.entry if within and block.kind is not Kind.HEADING else ""
    for number, answer in toldagain.beneath_entries(block, found.entry) if within else ():
        found.entry = number
        for name in {number, scoped(within or section, number)} if answer else ():
            found.summed_up.setdefault(name, set()).add(answer)
    parts = list(answerparts.parted(block, found.collection)) if within else []
    for part, number, answer in parts:
        found.add(scoped(part, number), answer)
    if parts:
        return True
    told = list(answertold.told_in(block)) or list(answerentries.of_chapter(block))
    named = None if told else answertold.of_one(block)
    if named:
        found.add(*named)
        return True
    title = block.kind is Kind.HEADING and answertitles.is_answer_list(block.text)  # 問1 解答・解説: gives none itself
    entries = told or together or (list(answerentries.entries(block)) if within and not title else [])
    if entries and _retells(block, section):
        return True
    for number, answer in entries:
        if within is None or within is section:  # else it is that section's alone
            found.add(number, answer)
        found.add(scoped(within or section, number), answer)
    return bool(within or entries)


def _retells(block: Block, section: Section) -> bool:
    """Whether an ordered list says again, number by number, what choices above it say (``### 答え`` with ``2. 青``).

    So it does only beneath a title that is one question's: else a list may answer several.
    """
    if block.kind is not Kind.ORDERED_LIST or phrases.numbered(section.title) is None:
        return False
    above = (other for other in section.all_blocks if other.kind is block.kind and other.lines.last < block.lines.first)
    items = {(item.start, item.text) for item in block.children}
    return any(items < {(item.start, item.text) for item in other.children} for other in above)


def _is_lost(block: Block, section: Section, titles: Sequence[str], collection: Collection) -> bool:
    """Whether a block is the list of answers of a part that it does not stand in, nor is there any such part."""
    first = answertitles.first_of(block)
    found = answertitles.HEADING.fullmatch(phrases.bare(first))
    part = answerentries.part_answered(block)
    if part and not answertitles.is_answer_list(first):
        return not any(phrases.bare(page.title).startswith(part) for page in collection.pages)
    if not found or not found["whose"] or answerparts.named_in(first, collection):
        return False
    if block is section.heading:
        others = [page.label for page in collection.pages if page is not section]
        return answerparts.is_of_another(first, [collection.title, *others], any_of_them=True)
    return answerparts.is_of_another(first, titles)


def _by_itself(blocks: Sequence[Block], at: int, title: str) -> tuple[Sequence[tuple[str, str]], Block | None]:
    """The answers of a block that says itself that it gives them, and the one beneath, where it is only their title."""
    block = blocks[at]
    together = answerentries.together(block)
    if block.kind is Kind.TABLE:
        together = answertables.tabled(block, own=answerlines.is_own(title))
    if together or block.kind not in (Kind.PARAGRAPH, Kind.HTML) or at + 1 == len(blocks):
        return together, None
    listed = answerentries.beneath_title(list(lines_of(blocks[at : at + 2])), block)
    return listed, blocks[at + 1] if listed else None


def _asked_in(blocks: Sequence[Block], at: int, *, explained: bool) -> Iterator[str]:
    """The numbers of the questions that begin in a block; beneath 解説 (``explained``) those are told of elsewhere."""
    lines = lines_in(blocks[at])
    if not lines or (explained and all(map(_only_explains, lines))):
        return iter(())
    near = blocks[at : at + _WITH_CHOICES]
    tables = any(block.kind is Kind.TABLE for block in near)
    return numbers_in(lines, list(lines_with_tables(near, {}) if tables else lines_of(near)))


def _asks_anew(blocks: Sequence[Block], at: int) -> bool:
    """Whether a paragraph is the first question of a part that follows a list of answers."""
    asks = blocks[at].kind is Kind.PARAGRAPH and phrases.is_question(blocks[at].text.partition("\n")[0])
    return asks and any(_asked_in(blocks, at, explained=False))


def _only_explains(line: Line) -> bool:
    """Whether a line asks nothing, and neither gives an answer nor doubts one or takes it back."""
    asks = phrases.is_question(line.text) or phrases.has_gap(line.text)
    answers = _TOLD.search(phrases.plain(line.text)) is not None or names_choice(line.text)
    return not asks and not answers and not doubts(line.text) and not answerlines.revises(line.text)


def _part_of(number: str) -> str:
    """The part that a number is of (``2`` of ``2-3``), ``""`` if of none."""
    part, dash, _ = number.rpartition("#")[2].partition("-")
    return part if dash else ""


def scoped(section: Section, number: str) -> str:
    """A number that counts in one section only."""
    return f"{section.slug}#{number}"


def given_to(section: Section, listed: Mapping[str, str], number: str) -> str:
    """What the answers of a file (``listed``) give to a question of a section, ``""`` if nothing."""
    return listed.get(scoped(section, number)) or listed.get(number, "")


def taken_back(number: str) -> str:
    """The name under which a question or statement is remarked on as withdrawn, or in doubt."""
    return f"!{number}"


def mended_of(name: str) -> str:
    """The name under which a remark says which choice is right instead: of a question's number, or its title."""
    return f"mended {folded(name)}"


def summed_up(number: str) -> str:
    """The name under which a summary's answers to a question's number are given, a line each."""
    return f"summed up {number}"


def reason_of(number: str) -> str:
    """The name under which is given what tables of answers say with the answer to a question, a line each."""
    return f"reason of {number}"


def titled(title: str) -> str:
    """The name under which the answer to a question is given that a table of answers names by its title."""
    return f"title {folded(title)}"
