"""A tick as a line of its own at the right choices, as a page's icons become words when it is copied (``check``)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from studynotes.questions.question import folded
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.model import Block, Collection

NAME = "signs on lines"
# No sign of what somebody chose (selected, radio_button_checked), which may be wrong.
_TICK = re.compile(
    r"check|check_circle|check_box|done|done_all|task_alt|correct|[✓✔✅☑⭕◯○〇◎]\ufe0f?|正", re.IGNORECASE
)
_LONGEST_TICK = 12  # characters
_ABOVE, _BELOW = "above", "below"
_LEAST, _MOST = 3, 8  # choices
_LEAST_ASKED = 3  # questions of a file with the tick
_RIGHTLY = "（正解）"
# ✓は自分の答え, チェックは復習したもの: what the tick is else
_OTHERWISE = re.compile(r"(?:自分|私|僕|俺)の?|選んだ|選択した|答えた|復習|見直|間違え|まちがえ|迷っ|済み|気にな")
_OF_TICK = re.compile(r"チェック|印|しるし|マーク|check|[✓✔✅☑⭕◯○〇◎]", re.IGNORECASE)


class _Choice(NamedTuple):
    """A paragraph that may be a choice: its line, what stands beneath it, and whether the tick is on it."""

    line: Line
    more: Sequence[Line]
    right: bool


def told_in(collection: Collection) -> str:
    """The tick that stands on lines of its own at a file's right choices, and where (``check above``); ``""`` if none.

    Choices are paragraphs of a line each beneath a question, three at least; the tick is the first (or last) line of
    the paragraphs of as many as are asked for, never all. So it must be with each question where it stands, of which
    there are three at least, whose answers are not all in the same place; and it stands nowhere else.
    """
    texts = (block.text for page in collection.pages for block in page.blocks if "\n" in block.text)
    if not any(_is_tick(end) for text in texts for end in (text.partition("\n")[0], text.rpartition("\n")[2])):
        return ""
    pages = [list(lines_of(page.all_blocks)) for page in collection.pages]
    if any(_OF_TICK.search(line.text) and _OTHERWISE.search(line.text) for lines in pages for line in lines):
        return ""
    words = {line.text.strip() for lines in pages for line in lines if _is_tick(line.text)}
    if len(words) != 1:
        return ""
    word = words.pop()
    count = sum(line.text.strip() == word for lines in pages for line in lines)
    for place in (_ABOVE, _BELOW):
        found = [choices for lines in pages for _, choices in _asked(lines, word, place)]
        rights = [tuple(at for at, choice in enumerate(choices) if choice.right) for choices in found]
        if len(found) >= _LEAST_ASKED and len(set(rights)) > 1 and sum(map(len, rights)) == count:
            return f"{word} {place}"
    return ""


def with_items(lines: Sequence[Line], told: str) -> Iterator[Line]:
    """The lines, the choices that :func:`told_in` found as the items of a list, the right ones called so."""
    if not told:
        yield from lines
        return
    word, place = told.split(" ")
    asked = dict(_asked(lines, word, place))
    at = 0
    while at < len(lines):
        yield lines[at]
        choices = asked.get(at, ())
        depth, last = lines[at].depth + 1, lines[at]
        for choice in choices:
            text = f"{choice.line.text}{_RIGHTLY}" if choice.right else choice.line.text
            yield replace(
                choice.line, text=text, role=Role.ITEM, depth=depth, group=-2 - at, own_number=None, opens_block=True
            )
            yield from (replace(line, role=Role.DETAIL, depth=depth, opens_block=True) for line in choice.more)
            last = choice.line
        at += 1
        while choices and at < len(lines) and lines[at].block.lines.first <= last.block.lines.first:
            at += 1


def _is_tick(text: str) -> bool:
    return len(text) <= _LONGEST_TICK and _TICK.fullmatch(text.strip()) is not None


def _asked(lines: Sequence[Line], word: str, place: str) -> Iterator[tuple[int, Sequence[_Choice]]]:
    """Where the questions are whose choices bear the tick, as many as each asks for, and these choices."""
    for at, line in enumerate(lines):
        if line.role in (Role.CODE, Role.HTML, Role.DETAIL) or not phrases.is_question(line.text):
            continue
        if at + 1 == len(lines) or lines[at + 1].block is line.block:
            continue
        choices = _choices(lines, at, word, place)
        right = sum(choice.right for choice in choices)
        same = len({folded(choice.line.text) for choice in choices}) < len(choices)
        some = _LEAST <= len(choices) <= _MOST and 0 < right < len(choices)
        if some and not same and right == (ask_of(line.text).wanted or 1):
            yield at, choices


def _choices(lines: Sequence[Line], at: int, word: str, place: str) -> list[_Choice]:
    """The paragraphs beneath a question: of one line each, but for those with the tick."""
    found: list[_Choice] = []
    blocks: list[list[Line]] = []
    block: Block | None = None
    for line in lines[at + 1 :]:
        if line.role is not Role.TEXT or line.depth or line.struck or phrases.is_question(line.text):
            break
        if line.block is not block:
            blocks.append([])
            block = line.block
        blocks[-1].append(line)
    for own in blocks:
        ticks = [index for index, line in enumerate(own) if line.text.strip() == word]
        rest = [line for line in own if line.text.strip() != word]
        placed = ticks == ([0] if place == _ABOVE else [len(own) - 1])
        if not rest or (ticks and not placed) or (not ticks and len(rest) > 1):
            break
        if phrases.is_explanation(rest[0].text) or (place == _BELOW and len(rest) > 1):
            break
        found.append(_Choice(rest[0], rest[1:], right=bool(ticks)))
    return found
