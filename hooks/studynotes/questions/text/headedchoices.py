"""Choices that are headings of their own, each with its reason beneath (``#### a. …`` above ``→ 誤り。…``)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from studynotes.questions.text.judgements import SIGNS
from studynotes.questions.text.lines import Line, Role, following
from studynotes.questions.text.reasoned import judges
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ARROW = re.compile(r"\s*(?:→|⇒|➡|=>|->)\s*")  # before a reason
_SIGN = re.compile(rf"\s*[{SIGNS}]\ufe0f?\s*")  # before a label
_LEAST = 3  # headings
_MOST = 10
_LONGEST = 8  # lines beneath one heading
_FEW = 2  # of them judged


def with_choices_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; headings that are choices as lines of text, the paragraph right beneath each as more of it.

    They are of one level, below that of the heading above them, beneath which something but no choice stands already;
    they have letters or kana in order from the first, three at least, and a few lines of text each. Two of them at
    least are judged, by a mark or at the beginning of what stands beneath, or an answer stands behind the last that
    names one: so they are no parts of a chapter.
    """
    taken: dict[int, int] = {}
    for at, line in enumerate(lines):
        if line.role is Role.HEADING and at not in taken and (run := _run(lines, at)):
            taken |= {index: choice for choice, end in run for index in range(choice, end)}
    for at, line in enumerate(lines):
        choice = taken.get(at)
        if choice is None:
            yield line
        elif choice == at:
            yield replace(line, role=Role.TEXT, opens_block=True)
        else:
            yield _as_reason(line, lines[choice], first=at == choice + 1)


def _as_reason(line: Line, choice: Line, *, first: bool) -> Line:
    """A line beneath a choice's heading as more of it; an item, a verdict or what explains a sign, behind an arrow."""
    signed = first and _SIGN.match(choice.text) is not None  # ❌ a) …: that heading is all of the choice
    led = line.role is Role.ITEM or signed or (first and judges(line.text))
    text = f"→ {line.text}" if led and not _ARROW.match(line.text) else line.text
    shift = len(text) - len(line.text)
    code = tuple((start + shift, end + shift) for start, end in line.code)
    return replace(
        line, text=text, code=code, bold=(), block=choice.block, opens_block=False,
        role=Role.TEXT, depth=0, group=-1, own_number=None, checked=None,
    )  # fmt: skip


def _run(lines: Sequence[Line], start: int) -> list[tuple[int, int]]:
    """The choices that begin with a heading, and where the paragraph beneath each ends; nothing if they are none."""
    level = lines[start].block.level
    if not _labelled(lines[start], ()) or not _stands_beneath_text(lines, start):
        return []
    known: list[str] = []
    found: list[tuple[int, int]] = []
    at = start
    while at < len(lines) and len(found) < _MOST:
        label = _labelled(lines[at], known) if lines[at].block.level == level else ""
        if not label:
            break
        known.append(label)
        beneath = list(islice(takewhile(lambda each: each.role is not Role.HEADING, following(lines, at)), _LONGEST))
        found.append((at, at + 1 + _paragraph(beneath)))
        at += 1 + len(beneath)
    judged = [_is_judged(lines[choice], lines[choice + 1 : end]) for choice, end in found]
    behind = lines[at] if at < len(lines) and lines[at].role is Role.HEADING else None
    further = behind is not None and behind.block.level >= level and not _comes_behind(behind.text)
    told = sum(judged) >= _FEW or (bool(found) and _is_answered([*lines[found[-1][0] + 1 : at], behind], known))
    return found if len(found) >= _LEAST and told and not further else []


def _is_answered(lines: Sequence[Line | None], known: Sequence[str]) -> bool:
    """Whether a line behind the last choice's heading gives the answer by one of the labels."""
    said = (answerlines.answer(line.text) for line in lines if line is not None and line.role is not Role.CODE)
    return any(labels.answer_labels(each, known) is not None for each in said if each)


def _paragraph(lines: Sequence[Line]) -> int:
    """How many lines the paragraph has that stands first, or the list of bullets, which labels nothing."""
    first = lines[0] if lines else None
    if first is None or first.role not in (Role.TEXT, Role.ITEM):
        return 0
    bullets = first.role is Role.ITEM
    own = list(takewhile(lambda each: each.role is first.role and (bullets or each.block is first.block), lines))
    listed = bullets and any(each.own_number is not None or labels.opening(each.text) for each in own)
    return 0 if listed else len(own)


def _comes_behind(text: str) -> bool:
    """Whether a heading announces the answer, or its explanation."""
    return answerlines.answer(text) is not None or phrases.is_explanation(text) or phrases.is_reveal(text)


def _labelled(line: Line, known: Sequence[str]) -> str:
    """The letter of a heading that is the next choice; ``""`` where it is none."""
    said = _SIGN.sub("", line.text) if line.role is Role.HEADING else ""
    label = labels.opening(said)
    fits = label is not None and not label[0].isdigit() and label[1] < len(said.rstrip())
    return label[0] if label and fits and labels.follows(known, label[0]) else ""


def _stands_beneath_text(lines: Sequence[Line], start: int) -> bool:
    """Whether text without choices stands between a heading and the one of a higher level above it."""
    level = lines[start].block.level
    above: list[Line] = []
    for at in range(start - 1, -1, -1):
        if lines[at].role is Role.HEADING:
            return lines[at].block.level < level and bool(above)
        told = lines[at].role is not Role.CODE
        if told and (labels.opening(lines[at].text) or answerlines.answer(lines[at].text) is not None):
            return False
        above.append(lines[at])
    return False


def _is_judged(heading: Line, beneath: Sequence[Line]) -> bool:
    """Whether a choice's heading bears a mark, before it or behind, or what stands beneath has a verdict."""
    first = _ARROW.sub("", beneath[0].text) if beneath else ""
    marked = _SIGN.match(heading.text) or mark_of(heading.text)
    return marked is not None or (0 < len(first) <= phrases.LONGEST and judges(first))
