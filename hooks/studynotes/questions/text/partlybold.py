"""Choices that are bold but for a few signs, in a file that says that bold is the answer.

``**青**（空の色）``: what stands in brackets behind it is the reason. ``**青**色``: a word went on. ``**青``: the bold
was never closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words import labels

if TYPE_CHECKING:
    from studynotes.questions.stretches.groups import Group, Option

_OPEN = "**"
_NOTE = re.compile(r"[\s　]*[(（](?P<note>[^()（）?？]+)[)）][\s　]*")
_WORD_GOES_ON = re.compile(r"[^\W_]{1,4}[\s　]*")
_DOUBTS = re.compile(r"選ん|最初|自分|迷|違|間違|誤|かも|[×✕☓✗❌]")


def apply(group: Group) -> bool:
    """Mark the only choice of a question that is bold at its beginning, where no other has any bold, nor a ``**``.

    Its bold must be all of it but a note in brackets, which explains it, or the end of its last word.
    """
    shown = [option for option in group.options if _is_shown(option)]
    if len(shown) != 1 or any(option.verdict is not None for option in group.options):
        return False
    return _read(shown[0])


def is_unclear(group: Group) -> bool:
    """Whether a choice is bold as a whole, and another looks as if it were to be so: which of them was meant?"""
    whole = [option for option in group.options if option.line.strong or option.line.strong_label]
    others = [option for option in group.options if option not in whole and _is_shown(option)] if whole else []
    return any(_OPEN in option.line.text or _is_all_but_its_end(option) for option in others)


def _read(option: Option) -> bool:
    """Mark a choice that is bold at its beginning, if that is all of it but a note or its last word's end."""
    text, begins = option.line.text, _begins(option)
    if option.added or option.line.struck:
        return False
    if text.startswith(_OPEN, begins):
        said = "".join(option.words)
        if said.count(_OPEN) != 1 or not said.startswith(_OPEN) or not said[len(_OPEN) :].strip():
            return False
        first, *others = option.words
        option.words = (first.removeprefix(_OPEN).lstrip(), *others)
    elif not option.line.bold:
        return False  # 2**3: signs of bold elsewhere in it
    else:
        end = option.line.bold[0][1]
        note = _NOTE.fullmatch(text, end)
        if not _is_all_but_its_end(option) or (note and _DOUBTS.search(note["note"])):
            return False
        if note:
            option.words = option.line.words(begins, end)
            option.reasons.insert(0, (note["note"],))
    option.verdict, option.named, option.stated = True, True, True
    return True


def _is_shown(option: Option) -> bool:
    """Whether a choice has any bold, or the signs of it."""
    return bool(option.line.bold) or option.line.strong or option.line.strong_label or _OPEN in option.line.text


def _is_all_but_its_end(option: Option) -> bool:
    """Whether a choice's bold begins it, and leaves only a note in brackets or the end of its last word."""
    bold, text = option.line.bold, option.line.text
    if len(bold) != 1 or bold[0][0] > _begins(option):
        return False
    return any(each.fullmatch(text, bold[0][1]) for each in (_NOTE, _WORD_GOES_ON))


def _begins(option: Option) -> int:
    """Where a choice's own words begin, behind its label."""
    label = labels.opening(option.line.text) if option.label else None
    return label[1] if label else 0
