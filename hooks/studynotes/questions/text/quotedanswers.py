"""Answers in quotations: ``> B　理由`` right beneath each question, where the file says so or shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studynotes.model import Block, Collection

NAME = "quoted answers"
TOLD, SIGNS = "told", "signs"
_SIGN = "答え："
_ANSWER = r"(?:正解|正答|解答|答え?|こたえ)"
_QUOTE = r"(?:引用(?:文|部分|ブロック|符|記号)?(?![元先文書者す])|(?<![-=→])>)(?:の(?:中身?|なか|部分|行|ところ))?"
# 文の下の引用が答え。, 答えは引用で書く; and no 引用は自分の答え, 引用が答えとは限らない
_TELLS = re.compile(
    rf"{_QUOTE}\s*(?:が|は|に|=|:)\s*{_ANSWER}(?=$|[。、)!\s]|です|だ(?:よ|から)?(?:$|[。、])|と(?:解説|理由|説明|根拠)|[・/]解説|を?書)"
    rf"|(?<![分私身し僕俺者]の){_ANSWER}(?:と(?:解説|理由))?(?:は|を)[^。、]{{0,12}}{_QUOTE}(?:に|で|の?(?:中|なか|内)|$|[。、)])"
)
_OWN = re.compile(r"(?:自分|私|僕|俺|予想|前回|友達)の?(?:答え?|解答|回答)")
_JUDGED = re.compile(rf"[\s　]*(?:(?P<yes>[{runs.YES}])|[{runs.NO}])\ufe0f?(?:$|[\s　。、,(（])[\s　]*(?P<said>.*)")
# × 間違えた: how it went, and no verdict on what it says
_OF_LEARNER = re.compile(
    r"(?:でき|解け|覚え|わか|分か|合って|当た)[たてっ]|間違え|まちがえ|正解し|ミス|勘|[回周度]目|復習|自分"
)
_LINES = 12  # from the file's beginning, where such words stand
_LEAST = 3  # quotations that show it


def told_in(collection: Collection) -> str:
    """What quotations are in a file: answers as its beginning says (``TOLD``), verdicts as they show (``SIGNS``).

    They show it where the file says that it has statements to judge, three at least stand right beneath a sentence and
    begin with ○ or ×, both are there, and none tells how it went.
    """
    lines = (line for page in collection.pages[:2] for line in islice(lines_of(page.blocks), _LINES))
    said = [phrases.plain(line.text) for line in lines if line.role is not Role.CODE]
    told = any(_TELLS.search(text) and not _OWN.search(text) for text in said)
    if not told and not any(map(runs.ABOUT_TRUTH.search, [phrases.plain(collection.title), *said])):
        return ""
    found = [judged for page in collection.pages for judged in _judged_in(page.all_blocks)]
    both = len({judged["yes"] is None for judged in found}) > 1 and len(found) >= _LEAST
    shown = both and not any(_OF_LEARNER.search(each["said"]) for each in found)
    return " ".join([*([TOLD] if told else []), *([SIGNS] if shown else [])])


def _judged_in(blocks: Sequence[Block]) -> Iterator[re.Match[str]]:
    quoted = _quoted_in(blocks)
    lines = list(lines_of(blocks)) if quoted else []
    for above, line in pairwise(lines):
        if line.number in quoted and _is_sentence(above) and (judged := _JUDGED.fullmatch(line.text)):
            yield judged


def _is_sentence(line: Line) -> bool:
    return line.role in (Role.TEXT, Role.ITEM) and line.text.rstrip().endswith(("。", "．"))


def _quoted_in(blocks: Iterable[Block]) -> frozenset[int]:
    """The first lines of quotations that are no callouts."""
    return frozenset(_first_lines(blocks))


def _first_lines(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        if block.kind is Kind.QUOTE:
            if not block.info:
                yield block.lines.first
        elif block.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST):
            for item in block.children:
                yield from _first_lines(item.children)


def shows_verdicts(listed: Mapping[str, str]) -> bool:
    """Whether a file's quotations show that they judge what stands above them."""
    return SIGNS in listed.get(NAME, "").split()


def with_answers_read(lines: list[Line], blocks: Iterable[Block], listed: Mapping[str, str]) -> list[Line]:
    """The lines, the first of each quotation read as an answer where it is one in that file (:func:`told_in`)."""
    said = listed.get(NAME, "").split()
    quoted = _quoted_in(blocks) if said else ()
    return (
        [_read(lines, at, said) if line.number in quoted else line for at, line in enumerate(lines)]
        if quoted
        else lines
    )


def _read(lines: Sequence[Line], at: int, said: Sequence[str]) -> Line:
    line = lines[at]
    above = lines[at - 1] if at else None
    if above is None or above.role is Role.HEADING or line.role is Role.CODE or not line.opens_block:
        return line
    if TOLD not in said and not (_is_sentence(above) and _JUDGED.fullmatch(line.text)):
        return line
    opened = labels.opening(line.text)
    if answerlines.answer(line.text) is not None or (opened and phrases.is_question(line.text)):
        return line
    code, bold = (tuple((a + len(_SIGN), b + len(_SIGN)) for a, b in ranges) for ranges in (line.code, line.bold))
    return replace(line, text=f"{_SIGN}{line.text}", code=code, bold=bold)
