"""Recogniser: a numbered list whose items are each put to one of the alternatives that are named above it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Block, Kind, Lines, Problem, Section
from studynotes.questions.elsewhere.answerlists import scoped, taken_back
from studynotes.questions.elsewhere.answertitles import is_answer_list, is_somebodys
from studynotes.questions.question import Choice, Form, Part, Question, folded, text
from studynotes.questions.recognisers.gaplists import announces, items_of
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import phrases
from studynotes.questions.words.disowning import disowns, reneges
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "alternatives"
_WHICH = r"(?:どちら|どっち|いずれ|どれ)"
_ASKS = re.compile(_WHICH)
_BETWEEN = r"\s*(?:と|か|[、,/／・|｜]|または|もしくは|あるいは|\bor\b|\bvs\.?\b)\s*"
_QUOTED = re.compile(rf"(?:「[^「」]{{2,40}}」(?:{_BETWEEN})?){{2,6}}(?=\s*(?:の(?:うち|中)?|から|か)?、?\s*{_WHICH})")
_QUOTE = re.compile(r"「([^「」]+)」")
_WORD = r"[^\s、。,「」()（）/／?？とかのはを]{2,16}(?:[(（][^()（）]{1,20}[)）])?"
_BARE = re.compile(rf"(?P<one>{_WORD}){_BETWEEN}(?P<other>{_WORD})\s*(?:の(?:うち|中)?|か)、?\s*{_WHICH}")
_NOTE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_REST = re.compile(r"(?:\s*(?:←|⇐|→|⇒|[:：(（。、,]|[—–―-]+\s|です|だ(?=$|。))|[\s　]+)+(?P<reason>.*)")
TRUTHS = re.compile(r"[○〇◯×✕☓✗]|正しい|誤り|間違い|はい|いいえ|True|False|Yes|No", re.IGNORECASE)
_LEAST = 2  # items, and alternatives that answer


class Answered(NamedTuple):
    """Which alternative an item is put to, and what is said of that; ``unsure``: nobody could tell."""

    which: int
    reason: str
    unsure: bool


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One question for each item of a list beneath a line that asks which of some alternatives (``…のどちらか``).

    The alternatives stand in 「」 or as code, or are the two words before 「のどちら」. A list or box beneath, which is
    called the answer, has the same numbers; every one of its items begins with an alternative as a whole, and so does
    at least one with each of two: a list that fits so is no other's. Any further list that fits must agree. Doubt of
    one item leaves that out, any other there all of them.
    """
    blocks = section.all_blocks
    questions: list[Question] = []
    for at, block in enumerate(blocks):
        if block.kind is not Kind.ORDERED_LIST or not at or blocks[at - 1].kind is not Kind.PARAGRAPH:
            continue
        named = _named_in(blocks[at - 1]) if _ASKS.search(blocks[at - 1].text) else []
        items = items_of(block) if named else []
        if len(items) < _LEAST or len(list(lines_of([block]))) != sum(map(len, items)):
            continue
        stem = tuple(Part("text", line.words()) for line in lines_of([blocks[at - 1]]))
        for item, answer in zip(items, _answers(blocks, at, items, named), strict=False):
            number = str(item[0].own_number)
            withdrawn = taken_back(number) in listed or taken_back(scoped(section, number)) in listed
            if not (answer.unsure or withdrawn or any(line.struck or line.mended for line in item)):
                questions.append(_made(stem, item, named, answer, section))
    return questions, []


def _named_in(paragraph: Block) -> list[str]:
    """The alternatives that a paragraph's last line asks about; none where these are right and wrong, or labels."""
    lines = list(lines_of([paragraph]))
    line = lines[-1]
    if line.struck or line.mended or runs.ABOUT_TRUTH.search(phrases.plain(paragraph.text)):
        return []
    said = line.text
    for start, end in reversed(line.code):
        before, behind = said[:start].removesuffix("「"), said[end:].removeprefix("」")
        said = f"{before}「{said[start:end]}」{behind}"
    quoted = _QUOTED.search(said)
    bare = _BARE.search(said) if quoted is None else None
    named = _QUOTE.findall(quoted[0]) if quoted else [bare["one"], bare["other"]] if bare else []
    apart = len({name for each in named for name in _names(each)}) == sum(len(_names(each)) for each in named)
    return named if apart and not any(TRUTHS.fullmatch(each.strip()) for each in named) else []


def _names(alternative: str) -> set[str]:
    """What an alternative is called: as it is written, and without the note in brackets behind it."""
    return {folded(alternative), folded(_NOTE.sub("", alternative))} - {""}


def _answers(
    blocks: Sequence[Block], at: int, items: Sequence[Sequence[Line]], named: Sequence[str]
) -> Sequence[Answered]:
    """The answers to the items of the list there, one each; nothing where none are given, or all are in doubt."""
    numbers = [item[0].own_number for item in items]
    found: list[tuple[bool, list[Answered]]] = []
    above: Line | None = None
    for block in takewhile(lambda each: each.kind is not Kind.HEADING or is_answer_list(each.text), blocks[at + 1 :]):
        entries = items_of(block) if block.kind in (Kind.ORDERED_LIST, Kind.FENCE) else []
        if [entry[0].own_number for entry in entries] != numbers:
            lines = [line for line in lines_of([block]) if line.role is not Role.CODE and line.text.strip()]
            if any(doubts(line.text) or disowns(line.text) for line in lines):
                return ()
            above = lines[-1] if lines else above
            continue
        read = [answer for entry in entries if (answer := read_answer(entry, named))]
        own = above is not None and is_somebodys(above.text)
        if read and not own and len(read) < len(entries):
            return ()
        if read and not own:
            found.append((above is not None and announces(above), read))
    told = next((read for announced, read in found if announced), ())
    if len({answer.which for answer in told}) < _LEAST:
        return ()
    others = [read for _, read in found]
    return [
        answer._replace(unsure=any(read[place].unsure or read[place].which != answer.which for read in others))
        for place, answer in enumerate(told)
    ]


def read_answer(entry: Sequence[Line], named: Sequence[str]) -> Answered | None:
    """The alternative that an entry begins with; None where it begins with none."""
    said = " ".join(line.text.strip() for line in entry).replace("**", "").strip("`「」 ")
    for which, alternative in enumerate(named):
        for name in sorted((alternative, _NOTE.sub("", alternative)), key=len, reverse=True):
            rest = said[len(name) :] if said.lower().startswith(name.lower()) else None
            behind = _REST.fullmatch(rest.lstrip("`」")) if rest else None
            if rest is None or (rest and behind is None):
                continue
            reason = behind["reason"].strip(" 　)）") if behind else ""
            others = (each for at, each in enumerate(named) if at != which)
            mixed = any(name in folded(reason) for each in others for name in _names(each))
            struck = any(line.struck or line.mended for line in entry)
            doubted = hedged(reason) or doubts(said) or reneges(rest)
            return Answered(which, reason, unsure=mixed or struck or doubted)
    return None


def _made(
    stem: tuple[Part, ...], item: Sequence[Line], named: Sequence[str], answer: Answered, section: Section
) -> Question:
    line = item[0]
    return Question(
        form=Form.SINGLE,
        stem=(*stem, *(Part("item" if line.role is Role.ITEM else "text", line.words()) for line in item)),
        choices=tuple(Choice(text(each), right=at == answer.which) for at, each in enumerate(named)),
        recogniser=NAME,
        file=section.file,
        lines=Lines(line.number, item[-1].number),
        position=line.block.position,
        explanation=(Part("text", text(answer.reason)),) if answer.reason else (),
        order=True,
    )
