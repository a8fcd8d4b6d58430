"""A question as an outline: its parts are a list's items, and what each of them says is listed within it.

``- 状況``, ``- 問い`` and ``- 選択肢``, each with items of its own: that list is no list of choices, but the frame of
one question.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.asking import is_of_these_days, is_own
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.reasoned import calls_answer, refuses
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CAPTION = "問題文"
_MEMO = re.compile(
    r"(?:メモ|補足|備考|ポイント|まとめ|要点|覚え書き|おぼえ書き|参考|ひとこと|一言|学び|感想|ふりかえり|振り返り|解説)"
)
_LONGEST = 24  # characters of what choices are called
_LONGEST_ASKING = 60  # … or of what asks right above them
_LEAST_PARTS = 2
_LEAST_CHOICES = 3
_LEAST_REFUSED = 2  # choices that are called no answer, where nothing else tells what the outline is


def with_parts_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; those of such an outline as they would stand without its outer list, and a caption above them.

    It has an item that is called the question, or that asks, and behind it the only one that is called choices, which
    has at least two within it. Its own items are then lines of a paragraph, as is what is listed beneath the question;
    the other lists within it are lists. All that stands before the choices (``状況``) belongs to the question.
    Where items within the last part are called right and wrong answers (``…は不正解です``), each beneath it, these are
    the choices, whatever the parts are called (``どうするか``), and all that is listed above belongs to the question.
    """
    index = 0
    while index < len(lines):
        end = _end(lines, index) if _opens(lines[index]) else index
        if end > index and _is_outline(lines[index:end]):
            yield from _parts(lines[index:end])
        elif end > index and _judged_part(lines[index:end], lines[index - 1] if index else None):
            yield from _with_case(lines[index:end])
        else:
            end = max(end, index + 1)
            yield from lines[index:end]
        index = end


def _opens(line: Line) -> bool:
    return line.role is Role.ITEM and line.depth == 1 and line.own_number is None and line.checked is None


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the list ends that an item of the outermost level is of."""
    end = start + 1
    while end < len(lines) and (lines[end].depth > 1 or lines[end].group == lines[start].group):
        end += 1
    return end


def _is_outline(lines: Sequence[Line]) -> bool:
    """Whether one item of a list is the question, and a later one its choices."""
    own = [at for at, line in enumerate(lines) if line.depth <= 1 and line.role is Role.ITEM]
    short = [at for at in own if len(lines[at].text) <= _LONGEST and phrases.is_caption(lines[at].text)]
    called = [at for at in short if not phrases.is_asking_caption(lines[at].text)]
    if len(called) != 1 or not _has_items(lines, called[0]):
        return False
    before = [lines[at].text for at in own if at < called[0]]
    return any(phrases.is_asking_caption(each) or phrases.is_question(each) for each in before)


def _judged_part(lines: Sequence[Line], title: Line | None) -> int:
    """Where the part of an outline begins that holds choices that are judged as answers; 0 if none does.

    At least three items stand right within it, of which two are refused in the lines beneath them; within the parts
    above it are items with nothing beneath, and nothing is judged there. A memo may stand behind it. Where they are
    refused for what they lack (``→ 要件に合わない``), that part must be called choices, and neither the ``title`` nor
    the case be of one's own days: who shops writes so, too.
    """
    own = [at for at, line in enumerate(lines) if line.depth <= 1]
    if own and _MEMO.fullmatch(phrases.bare(lines[own[-1]].text)):
        lines, own = lines[: own[-1]], own[:-1]
    if len(own) < _LEAST_PARTS or any(lines[at].role is not Role.ITEM for at in own):
        return 0
    last = own[-1]
    above = [line for line in lines[:last] if line.depth > 1]
    if not above or any(line.role is not Role.ITEM or line.depth != above[0].depth for line in above):
        return 0
    if any(calls_answer(line.text) is not None for line in above) or len(lines[last].text) > _LONGEST_ASKING:
        return 0
    within = lines[last + 1 : last + 2]
    offered = sum(line.role is Role.ITEM and line.depth == within[0].depth for line in lines[last + 1 :])
    told = [line.text for line in lines[last + 1 :] if line.depth > within[0].depth]
    refused = [text for text in told if calls_answer(text) is False]
    if phrases.is_caption(lines[last].text) and not _is_own([line for line in (title, *above) if line]):
        refused = [text for text in told if refuses(text)]
    return last if offered >= _LEAST_CHOICES and len(refused) >= _LEAST_REFUSED else 0


def _is_own(lines: Sequence[Line]) -> bool:
    """Whether a title is of what one plans, or the lines beneath it of one's own days."""
    values = [phrases.bare(line.text) for line in lines]
    return any(map(is_of_these_days, values)) or (lines[0].role is Role.HEADING and is_own(values[0]))


def _with_case(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of an outline without its outer list, one of whose last parts holds the choices."""
    yield replace(lines[0], text=_CAPTION, role=Role.TEXT, depth=0, group=-1, code=(), bold=(), strong=False)
    for line in lines:
        if line.depth <= 1:
            yield replace(line, role=Role.TEXT, depth=0, group=-1, own_number=None)
        else:
            yield replace(line, depth=line.depth - 1)


def _has_items(lines: Sequence[Line], at: int) -> bool:
    """Whether an item has at least two items right within it."""
    within = [line.depth for line in lines[at + 1 : at + 2] if line.role is Role.ITEM]
    count = 0
    for line in lines[at + 1 :]:
        if line.depth <= 1:
            break
        count += line.role is Role.ITEM and [line.depth] == within
    return count > 1


def _parts(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of an outline without its outer list."""
    yield replace(lines[0], text=_CAPTION, role=Role.TEXT, depth=0, group=-1, code=(), bold=(), strong=False)
    asking = False
    for line in lines:
        if line.depth <= 1:
            asking = phrases.is_asking_caption(line.text)
        elif not asking:
            yield replace(line, depth=line.depth - 1)
            continue
        of_text = line.role in (Role.ITEM, Role.DETAIL)
        role = Role.TEXT if of_text else line.role
        yield replace(line, role=role, depth=0, group=-1, own_number=None)
