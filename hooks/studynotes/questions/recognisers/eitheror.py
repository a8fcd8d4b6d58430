"""Recogniser: answers offered in brackets, behind a question (``…はどちら？（内側 / 外側）``) or amid a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Block, Kind, Lines, Problem, Section
from studynotes.questions.elsewhere.answerlists import given_to, scoped, taken_back
from studynotes.questions.question import Choice, Form, Part, Question, folded, text
from studynotes.questions.recognisers import alternatives
from studynotes.questions.recognisers.blanks import SAME_LINE
from studynotes.questions.recognisers.gaplists import announces, items_of
from studynotes.questions.text.insentence import with_gap
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAME = alternatives.NAME
_OFFERS = re.compile(r"\s*[(（](?P<offered>[^()（）]+)[)）][\s。.?？]*$")
_BETWEEN = re.compile(r"\s*[/／|｜]\s*|\s+or\s+|、?\s*それとも\s*")
# … amid a sentence: words without labels, parted by one kind of sign
_WITHIN = r"[^()（）【】［］\[\]〔〕{}｛｝。]"
_AMID = re.compile(
    rf"[(（【［\[〔{{｛][\s　]*(?P<offered>{_WITHIN}*(?:[/／|｜・、，,]|\bor\b){_WITHIN}*?)[\s　]*"
    r"[)）】］\]〕}｝](?![(\[])"
)
_PARTING = tuple(
    map(re.compile, (r"[\s　]*[/／|｜][\s　]*", r"[\s　]+or[\s　]+", r"[\s　]*・[\s　]*", r"[\s　]*[、，,][\s　]*"))
)
_OF_THESE = re.compile(r"[\s　]*(?:の|から|など|等)")  # 三大栄養素（糖質・脂質・タンパク質）のうち: no gap
_POINTS = re.compile(r"\s*(?:→|⇒|➡)\s*")
_MOST, _LONGEST = 6, 30  # alternatives, and characters of one
_NEAR = 3  # lines beneath the question in which its answer stands


class Offer(NamedTuple):
    """What a line offers to choose from: the words, where they stand with their brackets, where the question ends."""

    named: Sequence[str]
    start: int = 0
    end: int = 0
    until: int = 0

    @property
    def is_amid(self) -> bool:
        """Whether the brackets stand amid the sentence."""
        return self.end < self.until


_NOTHING = Offer(())


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One question for each that has two answers or more in brackets behind it, parted by ``/`` or ``or``.

    The answer begins with one of them as a whole: on the answer line beneath, in the item of the same number where the
    next list that is called answers counts as the questions' does, or in the file's list of answers (``listed``).
    A sentence with such brackets amid it (``水は{氷・湯気}になる。``) is a question where an answer, called so, is one
    of the words and nothing else: else they may be anything's.
    """
    blocks = section.all_blocks
    asking = [line for line in lines_of(blocks) if offered(line).named]
    if not asking:
        return [], []
    answers = {line.number: entry for line, entry in (*_beneath(blocks), *_paired(blocks))}
    doubted = any(doubts(line.text) for line in lines_of(blocks) if line.role in (Role.TEXT, Role.HTML))
    found: list[Question] = []
    for line in asking:
        number = str(line.own_number or phrases.number(line.text))
        withdrawn = taken_back(number) in listed or taken_back(scoped(section, number)) in listed
        given = given_to(section, listed, number) if number and not doubted else ""
        entry = answers.get(line.number) or ([replace(line, text=given, code=(), bold=())] if given else [])
        offer = offered(line)
        answer = alternatives.read_answer(entry, offer.named) if entry and not withdrawn else None
        if answer and offer.is_amid and answer.reason:
            continue  # 違いは？ 答え：S3 - …、EBS - …
        if answer and not answer.unsure and not any(doubts(each.text) for each in (line, *entry)):
            found.append(_made(line, offer, answer, section))
    return found, []


def offered(line: Line) -> Offer:
    """What a question offers behind it, or a sentence amid it; nothing where it offers none."""
    text_ = line.text
    if line.role is Role.CODE or line.struck or line.mended or len(text_) > phrases.LONGEST:
        return _NOTHING
    found = _OFFERS.search(text_) if "(" in text_ or "（" in text_ else None
    if found and phrases.is_question(text_[: found.start()]):
        named = _words(_BETWEEN, found["offered"])
        return Offer(named, found.start(), len(text_), found.start()) if named else _NOTHING
    return _offered_amid(text_)


def _offered_amid(said: str) -> Offer:
    """What stands in the only brackets amid a sentence that hold several words."""
    found = list(_AMID.finditer(said))
    if len(found) != 1 or phrases.has_gap(said):
        return _NOTHING
    start, end = found[0].span()
    inline = SAME_LINE.fullmatch(said)
    until = inline.end("said") if inline else len(said)
    begins = phrases.behind_number(said) or phrases.counted(said)
    if not said[begins:start].strip() or not said[end:until].strip("。．.?？ 　"):
        return _NOTHING
    parting = next((each for each in _PARTING if each.search(found[0]["offered"])), None)
    named = _words(parting, found[0]["offered"]) if parting else []
    return Offer(named, start, end, until) if named else _NOTHING


def _words(between: re.Pattern[str], offered_: str) -> list[str]:
    """The words between the signs, two at least; none where they are not apart, or verdicts."""
    named = [each.strip("「」` ") for each in between.split(offered_.strip())]
    apart = len({folded(each) for each in named}) == len(named) and all(named)
    fits = 1 < len(named) <= _MOST and apart and max(map(len, named)) <= _LONGEST
    return named if fits and not any(map(alternatives.TRUTHS.fullmatch, named)) else []


def _beneath(blocks: Sequence[Block]) -> Iterator[tuple[Line, list[Line]]]:
    """Questions with the answer on their line or beneath them, as it reads without what announces it."""
    lines = [line for line in lines_of(blocks) if line.text.strip()]
    for at, line in enumerate(lines):
        offer = offered(line)
        if not offer.named:
            continue
        announced = False
        for each in [line, *lines[at + 1 : at + 1 + _NEAR]]:
            behind = each.text[offer.until :] if each is line else each.text
            inline = SAME_LINE.fullmatch(each.text) if each is line and offer.is_amid else None
            said = answerlines.answer(inline["answer"] if inline else behind) if inline or each is not line else ""
            points = _POINTS.match(behind) if not offer.is_amid and each is not line else None
            if said or points:
                own = answerlines.is_own(behind) or answerlines.word(behind) == "reply"
                start = behind.rindex(said) if said and said in behind else 0
                start = points.end() if points and not said else start
                if not own and start:
                    yield line, [each.part(len(each.text) - len(behind) + start, len(each.text), opens_block=True)]
                break
            if announced and each.role is not Role.HEADING:
                yield line, [each]
                break
            announced = each is not line and (said == "" or phrases.is_reveal(each.text))
            if each is not line and not announced:
                break


def _paired(blocks: Sequence[Block]) -> Iterator[tuple[Line, list[Line]]]:
    """Items of numbered lists, with the lines of the answer that the next list has for their number."""
    lists = [
        (at, items) for at, block in enumerate(blocks) if block.kind is Kind.ORDERED_LIST and (items := items_of(block))
    ]
    for (first, asked), (second, given) in pairwise(lists):
        between = [line for line in lines_of(blocks[first + 1 : second]) if line.text.strip()]
        same = [each[0].own_number for each in asked] == [each[0].own_number for each in given]
        behind = takewhile(lambda each: each.kind is not Kind.HEADING, blocks[second + 1 :])
        doubted = any(doubts(line.text) for line in lines_of(behind) if line.role is not Role.CODE)
        if same and between and all(map(announces, between)) and not doubted:
            yield from ((each[-1], entry) for each, entry in zip(asked, given, strict=True) if offered(each[-1]).named)


def _made(line: Line, offer: Offer, answer: alternatives.Answered, section: Section) -> Question:
    start = phrases.behind_number(line.text) or phrases.counted(line.text)
    asked, end = line, offer.until
    is_gap = not phrases.is_question(line.text[: offer.until]) and not _OF_THESE.match(line.text, offer.end)
    if offer.is_amid and is_gap:
        asked = with_gap(line, offer.start, offer.end)
        end += len(asked.text) - len(line.text)
    return Question(
        form=Form.SINGLE,
        stem=(Part("text", asked.words(start, end)),),
        choices=tuple(Choice(text(each), right=at == answer.which) for at, each in enumerate(offer.named)),
        recogniser=NAME,
        file=section.file,
        lines=Lines(line.number, line.number),
        position=line.block.position,
        explanation=(Part("text", text(answer.reason)),) if answer.reason else (),
        order=True,
    )
