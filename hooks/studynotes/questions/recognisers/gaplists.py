"""A numbered list of sentences with gaps, and right beneath it the numbered list that fills them."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind
from studynotes.questions.elsewhere.answertitles import is_answer_list
from studynotes.questions.text.boxedlists import items_in
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LISTS = (Kind.ORDERED_LIST, Kind.QUOTE, Kind.FENCE)
_LEAST = 2  # items
_LONGEST_TITLE = 16
_LETTER = r"(?P<label>[あ-おか-こア-オカ-コa-j])"
_LABELLED = re.compile(rf"[\s　]*(?:[(（\[【]{_LETTER}[)）\]】])[\s　]*\S")
_FILLING = re.compile(
    rf"[\s　]*[(（\[【]?{_LETTER}[)）\]】]?[\s　]*(?:…+|‥+|\.{{2,}}|[:：=＝→.．、])+[\s　]*(?P<words>\S.*?)[\s　]*"
)
_OWN = re.compile(r"自分|私|わたし|僕|俺|友|先輩|同僚|予想|みんな|[?？]|仮の")
_ANSWERS = re.compile(r"(?:答え?|こたえ|解答|正解)[】\])）:：]?$")


def filled_by(blocks: Sequence[Block], has_gap: Callable[[str], bool]) -> Mapping[int, str]:
    """What fills the gap of each list item, by its line: the first line of its answer (:func:`answered_by`)."""
    return {
        number: told[0].text
        for number, told in answered_by(blocks, has_gap).items()
        if not any(doubts(line.text) for line in told[1:])
    }


def answered_by(blocks: Sequence[Block], has_gap: Callable[[str], bool]) -> Mapping[int, Sequence[Line]]:
    """What answers each list item, by its line: the lines of the item with its number in the next list.

    Both lists have the same numbers, every item of the first has a gap and none of the other's, and all that stands
    between them says 答え (a folded box's summary, a heading). Each may be in a box of its own (``[!success] 答え``),
    the answers in one of plain text (:mod:`.boxedlists`).
    """
    lists = [(at, items) for at, block in enumerate(blocks) if block.kind in _LISTS and (items := items_of(block))]
    result: dict[int, Sequence[Line]] = {}
    for (first, asked), (second, given) in pairwise(lists):
        if blocks[first].kind is Kind.FENCE:
            continue
        boxed = blocks[second].kind is Kind.FENCE
        titles = () if boxed else takewhile(lambda line: line.role is not Role.ITEM, lines_of([blocks[second]]))
        between = [line for line in (*lines_of(blocks[first + 1 : second]), *titles) if line.text.strip()]
        if not between or not all(announces(line) for line in between):
            continue
        fits = [each[0].own_number for each in asked] == [each[0].own_number for each in given]
        fits = fits and len(asked) >= _LEAST and all(has_gap(each[0].text) for each in asked)
        if fits and not any(has_gap(each[0].text) for each in given):
            result |= {
                each[0].number: answer
                for each, answer in zip(asked, given, strict=True)
                if not any(line.struck for line in answer)
            }
    return result


def labelled(lines: Sequence[Line], has_gap: Callable[[str], bool]) -> Mapping[int, str]:
    """What fills the gap of each line that a letter labels (``(あ) …【　　】という。``), by its line.

    The answers stand beneath them all, under a title that says 答え, each behind its letter (``あ…試算表``); most of
    the gaps have one.
    """
    gaps = [(line, found) for line in lines if has_gap(line.text) and (found := _LABELLED.match(line.text))]
    if len(gaps) < _LEAST:
        return {}
    after = [line for line in lines if line.number > gaps[-1][0].number and line.role is not Role.CODE]
    start = next((at for at, line in enumerate(after) if _is_title(line)), len(after))
    given: dict[str, list[Line]] = {}
    for line in after[start + 1 :]:
        if found := _FILLING.fullmatch(line.text):
            given.setdefault(found["label"], []).append(line)
    told = {found["label"]: lines_ for _, found in gaps if (lines_ := given.get(found["label"]))}
    if len(told) * 2 <= len(gaps) or len({found["label"] for _, found in gaps}) < len(gaps):
        return {}
    single = {label: lines_[0] for label, lines_ in told.items() if len(lines_) == 1}
    filling = {label: _FILLING.fullmatch(line.text) for label, line in single.items() if not _is_unsure(line)}
    return {line.number: said["words"] for line, found in gaps if (said := filling.get(found["label"]))}


def _is_unsure(line: Line) -> bool:
    found = _FILLING.fullmatch(line.text)  # the え of え… is no exclamation
    return line.struck or line.mended or doubts(found["words"] if found else line.text)


def _is_title(line: Line) -> bool:
    if len(line.text) > _LONGEST_TITLE or _OWN.search(line.text):
        return False
    return is_answer_list(line.text) or _ANSWERS.search(line.text) is not None


def announces(line: Line) -> bool:
    """Whether a line says that answers follow, and nothing else."""
    return phrases.is_reveal(line.text) or answerlines.answer(line.text) == "" or is_answer_list(line.text)


def items_of(list_: Block) -> list[list[Line]]:
    """The items of a numbered list, each its paragraph's lines, and nothing where others are beside it."""
    if list_.kind is Kind.FENCE:
        return items_in(list_)
    items: list[list[Line]] = []
    for line in lines_of([list_]):
        if line.role is Role.ITEM and line.depth == 1:
            items.append([line])
        elif items and line.role is Role.DETAIL and not line.opens_block and line.number == items[-1][-1].number + 1:
            items[-1].append(line)
    return items if all(each[0].own_number is not None for each in items) else []
