"""The key of a written-out question: what answer line, marks and explanation say, and whether they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studynotes.questions import labels, phrases
from studynotes.questions.lines import Line, Role
from studynotes.questions.marks import mark_of, named_right, said_of_labels
from studynotes.questions.question import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.groups import Group

_TELLING = 3  # characters of a choice's text that make it known
_FOLLOWING = 6  # lines beneath an answer's announcement that may list it


@dataclass(frozen=True, slots=True)
class Verdict:
    """The indexes of the right choices, or why there are none: ``trouble`` with its remedy, at ``line``."""

    right: frozenset[int] = frozenset()
    trouble: str = ""
    remedy: str = ""
    line: int = 0
    answered: bool = False  # whether anything claims to be the answer
    blank: bool = False  # whether the answer is announced, but not there


def key_of(chunk: Sequence[Line], group: Group, wanted: int | None, listed: str = "") -> Verdict:
    """The key of ``group``; ``wanted`` is how many choices the question asks for, where it says so.

    ``listed`` is the answer that the file's list of answers gives, if it has one.

    Rule: every answer line after the choices must name choices, all must name the same ones, and marks
    (``✓``, ``❌``, ``（正解）``) and the explanation (``A は誤り``) must not contradict them. Without an answer
    line, marks alone make the key where at least one choice is marked right and at least one is not.
    """
    marked = frozenset(index for index, option in enumerate(group.options) if option.verdict)
    given = _given(chunk, group)
    from_list = resolve(listed, group) if listed else None
    if from_list and (given is None or (isinstance(given, Verdict) and given.blank)):
        given = from_list, group.options[0].line.number
    if isinstance(given, Verdict):
        return given
    right, line = given or (marked, group.options[0].line.number)
    if not right:
        return Verdict(line=line)
    doubt = _doubt(group, right, marked if given else frozenset(), wanted)
    if doubt:
        return _trouble(line, *doubt)
    return _contradiction(chunk, group, right) or Verdict(right, answered=True)


def _doubt(group: Group, right: frozenset[int], marked: frozenset[int], wanted: int | None) -> tuple[str, str] | None:
    """What in the question itself speaks against the key, and what to do about it."""
    refused = frozenset(index for index, option in enumerate(group.options) if option.verdict is False)
    if marked and marked != right:
        return "the answer and the marks on the choices disagree", "make them agree"
    if right & refused:
        return "a choice is both marked wrong and given as the answer", "make mark and answer agree"
    if len(right) == len(group.options):
        return "all choices are right", "leave out the question, or add wrong choices"
    if wanted is not None and wanted != len(right):
        return f"the question wants {wanted} choices, the answer names {len(right)}", "make the two agree"
    return None


def _trouble(line: int, what: str, remedy: str) -> Verdict:
    return Verdict(trouble=what, remedy=remedy, line=line, answered=True)


def _given(chunk: Sequence[Line], group: Group) -> tuple[frozenset[int], int] | Verdict | None:
    """What the answer lines name; a :class:`Verdict` where they cannot be followed; None where there are none."""
    named: list[tuple[frozenset[int], int]] = []
    blank: Line | None = None
    for index in range(group.end, len(chunk)):
        line = chunk[index]
        payload = _payload(line, group)
        if payload is None:
            continue
        found = resolve(payload, group) if payload else _listed_below(chunk, index, group)
        if found:
            named.append((found, line.number))
        elif payload:
            return _unresolved(line, payload, group)
        elif line.role is not Role.HTML or not phrases.is_reveal(line.text):
            blank = blank or line
    if not named:
        return _said_to_be_right(chunk, group) or (_unresolved(blank, "", group) if blank else None)
    if any(right != named[0][0] for right, _ in named):
        return _trouble(named[1][1], "two answers are given, and they differ", "leave one of them")
    return named[0]


def is_bare_answer(line: Line, group: Group) -> bool:
    """Whether a line says nothing but the answer."""
    named = labels.answer_labels(phrases.bare(line.text), group.labels) if group.labels else None
    return _payload(line, group) is not None or (named is not None and not named[1])


def _payload(line: Line, group: Group) -> str | None:
    """What an answer line gives. ``A: 2`` is one, too, where the choices are numbered."""
    if line.role is Role.CODE:
        return None
    payload = phrases.answer(line.text)
    if payload is None and phrases.is_reveal(line.text) and not phrases.is_explanation(line.text):
        return ""
    short = re.fullmatch(r"A(?P<number>\d*)\s*[:：.．]\s*(?P<payload>.+)", phrases.bare(line.text))
    if payload is None and short and (short["number"] or (group.labels and not group.labels[0].isalpha())):
        return short["payload"] if resolve(short["payload"], group) else None
    return payload


def _said_to_be_right(chunk: Sequence[Line], group: Group) -> tuple[frozenset[int], int] | None:
    """What the explanation calls the answer (``正解は C です``, ``✅ B: …``), where no line gives it."""
    known = group.labels
    lines = [line for line in chunk[group.end :] if line.role is not Role.CODE]
    said = [(line.number, known.index(label)) for line in lines for label in named_right(line.text) if label in known]
    return (frozenset(index for _, index in said), said[0][0]) if said else None


def _unresolved(line: Line, payload: str, group: Group) -> Verdict:
    names = ", ".join(group.labels) or "the choices' own words"
    if not payload:
        return replace(_trouble(line.number, "the answer is left blank", f"write it ({names})"), blank=True)
    return _trouble(
        line.number,
        f"the answer “{payload[:30]}” names none of the choices",
        f"name it as the choices are named: {names}",
    )


def _listed_below(chunk: Sequence[Line], index: int, group: Group) -> frozenset[int] | None:
    """The answer in the lines right beneath its announcement, one choice a line."""
    right: list[frozenset[int]] = []
    for line in chunk[index + 1 : index + 1 + _FOLLOWING]:
        numbered = line.own_number is not None or phrases.numbered(line.text) is not None
        skipped = line.role is Role.CODE or numbered or mark_of(line.text) is not None
        found = None if skipped else resolve(phrases.bare(line.text), group, strictly=True)
        if found is None or phrases.answer(line.text) is not None:
            break
        right.append(found)
    if len(right) > 1 and any(len(each) > 1 for each in right):
        return None
    return frozenset().union(*right) or None


def resolve(payload: str, group: Group, *, strictly: bool = False) -> frozenset[int] | None:
    """The choices that an answer's words name: by labels, by a label and its text, or by the text alone.

    ``strictly``: behind a label there may be nothing but its own choice's text.
    """
    known = group.labels
    named = labels.answer_labels(payload, known) if known else None
    if named:
        found, rest = named
        indexes = frozenset(known.index(label) for label in found)
        if not rest or (len(indexes) > 1 and not _looks_like_choice(rest, group)):
            return indexes
        if len(indexes) == 1 and not _lists_more(rest, known, found[0]):
            # "1) 15 分" may be the first of several questions' answers: a figure must stand before its own choice.
            strictly = strictly or bool(re.match(r"\d+\s*[)）.．]", payload.strip()))
            return None if _names_another(rest, group, next(iter(indexes)), strictly=strictly) else indexes
    several = re.split(r"[,、]\s*(?=[A-Ja-j1-9ア-コ①-⑩]\s*[.)):：])", payload)
    if known and len(several) > 1:
        parts = [resolve(part, group) for part in several]
        return frozenset().union(*(part for part in parts if part)) if all(parts) else None
    return _by_text(payload, group)


def _lists_more(rest: str, known: Sequence[str], label: str) -> bool:
    """Whether the words behind a label go on to another (``1) 3  2) CloudFront``): several answers."""
    others = [re.escape(other) for other in known if other != label]
    return (
        bool(re.search(rf"(?<![\w.])(?:{'|'.join(others)})\s*[)）.:](?!\d)", phrases.plain(rest))) if others else False
    )


def _looks_like_choice(rest: str, group: Group) -> bool:
    words = folded(rest)
    return any(folded(option.words).startswith(words[:6]) for option in group.options if len(words) >= _TELLING)


def _names_another(rest: str, group: Group, index: int, *, strictly: bool) -> bool:
    """Whether the words behind a label are another choice's (``strictly``: anything but the label's own)."""
    words = folded(rest.strip("()（）「」 "))
    texts = [folded(option.words) for option in group.options]
    if words.startswith(texts[index]) or texts[index].startswith(words):
        return False
    return strictly or any(words == other for at, other in enumerate(texts) if at != index)


def _by_text(payload: str, group: Group) -> frozenset[int] | None:
    words = folded(re.sub(r"(?:です|でした)?[。.]?$", "", payload).strip('「」『』"“” '))
    matches = [index for index, option in enumerate(group.options) if folded(option.words) == words]
    return frozenset(matches) if len(matches) == 1 else None


def _contradiction(chunk: Sequence[Line], group: Group, right: frozenset[int]) -> Verdict | None:
    known = group.labels
    for line in chunk[group.end :]:
        if line.role is Role.CODE:
            continue
        for label, verdicts in said_of_labels(line.text).items():
            if label not in known:
                continue
            is_right = known.index(label) in right
            if (not is_right) in verdicts:
                said = "wrong" if is_right else "right"
                return _trouble(
                    line.number, f"the explanation calls {label} {said}, the answer does not", "make the two agree"
                )
    return None
