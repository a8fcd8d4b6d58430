"""Which lines beneath a choice are more of it: of its paragraph or its list's item, and what a label announces."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from studynotes.questions.question import plain
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Option

_LEAST = 2  # labels, in order


def wraps(line: Line, options: Sequence[Option]) -> bool:
    """Whether a line goes on with the last choice; not beneath choices that stand on one line, where it is the next."""
    last = options[-1].line
    return not line.opens_block and line.block is last.block and not line.depth and not _are_beside(line, options)


def _are_beside(line: Line, options: Sequence[Option]) -> bool:
    """Whether the last choices stand side by side, on a line before this one."""
    last = options[-1].line
    return len(options) > 1 and options[-2].line.number == last.number != line.number


def is_within(line: Line, options: Sequence[Option]) -> bool:
    """Whether a line is more of the last choice: deeper in its list, or the code that a label alone announces.

    Where the choices are lines of an item themselves, a paragraph beneath them is the item's, and so is any line
    beneath choices side by side.
    """
    last = options[-1]
    beside = line.role is Role.DETAIL and line.depth == last.line.depth
    if beside and last.line.role is Role.DETAIL:
        return not line.opens_block and not _are_beside(line, options)
    return beside or line.depth > last.line.depth or is_its_code(line, last)


def is_its_code(line: Line, option: Option) -> bool:
    """Whether a line is the code that a label alone announces."""
    return line.role is Role.CODE and not plain(option.words).strip() and not option.reasons


def explaining_code(lines: Sequence[Line], index: int, options: Sequence[Option]) -> int:
    """Where the lines go on behind a block of code that explains the choice above it; 0 if it is none, or the last.

    Only one block may stand so, from the first choice on: where several have one, it may be what they are.
    """
    if lines[index].role is not Role.CODE or plain(options[-1].words).rstrip().endswith((":", "：")):
        return 0
    block = lines[index].block
    begins = next(at for at, line in enumerate(lines) if line is options[0].line)
    if any(line.role is Role.CODE and line.block is not block for line in lines[begins:]):
        return 0
    return next((at for at in range(index, len(lines)) if lines[at].block is not block), 0)


def notices(line: Line, options: Sequence[Option], *, continues: bool) -> bool:
    """Whether 「正解」 alone stands among choices: beneath one it is of that, else nobody could tell of which."""
    beneath = line.depth > options[-1].line.depth
    if beneath:
        options[-1].reasons.append(line.words())
    return beneath or continues


def is_beneath_label(line: Line, options: Sequence[Option]) -> bool:
    """Whether a line is of the words beneath a label that stands alone (``[A]``, ``QuantumCircuit(4)``).

    They are one paragraph. Of a further choice they are so where those before it have theirs beneath, too; of the first
    one where the next label follows, which is the caller's to know.
    """
    if line.depth or line.role not in (Role.TEXT, Role.HTML) or not all(map(_is_alone, options)):
        return False
    *before, last = options
    told = [each for each in last.added if each.text.strip()]
    if not told:
        return not last.reasons and all(each.added for each in before)
    return line.block is told[-1].block


def begins_with(line: Line, known: Sequence[str]) -> bool:
    """Whether a line begins with the label of one of the choices (``- **A.** …`` beneath them)."""
    label = labels.opening(phrases.undecorated(line.text))
    return label is not None and label[0] in known


def holds_choices(listed: Sequence[Line]) -> bool:
    """Whether of a list's items one asks, or announces choices, and has them, labelled, beneath it or in a list within.

    Then the list tells of one question (``- 問題：…``, ``- 選択肢:`` with ``A. …`` beneath, ``- 分野：…``). So it does
    where what is announced is a list within it.
    """
    for at, item in enumerate(listed[:-2]):
        if item.role is not Role.ITEM or not (phrases.is_caption(item.text) or phrases.is_question(item.text)):
            continue
        nested = (line.role is Role.ITEM and line.depth == item.depth + 1 for line in listed[at + 1 : at + 1 + _LEAST])
        if phrases.is_caption(item.text) and all(nested):
            return True
        own = takewhile(lambda line, item=item: _is_held(line, item), listed[at + 1 :])  # type: ignore[misc]
        opened = [labels.opening(line.text) for line in islice(own, _LEAST)]
        named = [label[0] if label else "" for label in opened]
        if len(named) == _LEAST and all(labels.follows(named[:place], named[place]) for place in range(_LEAST)):
            return True
    return False


def _is_held(line: Line, item: Line) -> bool:
    """Whether a line is a further one of a list's item, or an item of the list within it."""
    return line.depth == item.depth + (line.role is Role.ITEM) and line.role in (Role.DETAIL, Role.ITEM)


def _is_alone(option: Option) -> bool:
    """Whether nothing stands on a label's line but the label."""
    return bool(option.label) and not plain(option.first or option.words).strip()
