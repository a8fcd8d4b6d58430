"""Recogniser: which term does this describe?"""

from __future__ import annotations

import hashlib
from itertools import chain
from typing import TYPE_CHECKING

from studynotes.japanese import fold
from studynotes.model import Kind, Section
from studynotes.questions.question import Choice, Form, Part, Question, Words, text
from studynotes.questions.recognisers.definitions import Definition, content_words, definitions_of, folded_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studynotes.questions.additions import Additions

TABLES, SENTENCES = "terms", "definitions"
_SAME = 0.75  # of a meaning's words in the other: then the other term fits, too
_NAMING = frozenset(
    map(fold, ["同じ", "同義", "同一", "別名", "別", "名", "名前", "呼び名", "言い換え", "略", "略称", "意味", "語"])
)
_MOST, _LEAST = 3, 2  # wrong choices: no more, and as few only where there are no fitting ones


def recognise(section: Section, additions: Additions) -> list[Question]:
    """One question for each term that the section defines, its other terms being the wrong choices.

    Asked is only what cannot be read off: a meaning that holds its own term (or a Latin or katakana word of it)
    asks nothing. A wrong choice must be another term by every name it has, must not stand in the meaning itself,
    and, where it does not stand side by side with the right one, must neither contain it nor be contained.
    Terms defined side by side come first, then those whose meaning ends alike (…割合, …指標) and the editorial
    file's further terms; with no wrong choice left, nothing is asked. A term whose own meaning says nearly nothing
    that the asked one does not (a synonym, a broader term) is no wrong choice.
    """
    definitions = definitions_of(section)
    further = [Definition(term, "", "", definitions[0].block) for term in additions.terms if definitions]
    ring = sorted([*definitions, *further], key=lambda definition: _rank(definition.term))
    questions = []
    for definition in definitions:
        others = [] if definition.shows() else _distractors(definition, ring)
        if others:
            questions.append(_question(definition, others, section))
    return questions


def _distractors(wanted: Definition, ring: Sequence[Definition]) -> list[Definition]:
    """The fitting terms that come next on the ring: a term added to the notes changes few questions."""
    at = ring.index(wanted)
    others = [*ring[at + 1 :], *ring[:at]]
    beside = (other for other in others if other.group and other.group == wanted.group)
    alike = (other for other in others if not other.meaning or other.meaning[-2:] == wanted.meaning[-2:])
    near = _first_fitting(wanted, chain(beside, alike), _MOST)
    return near if len(near) >= _LEAST else _first_fitting(wanted, chain(near, others), _LEAST)


def _first_fitting(wanted: Definition, others: Iterable[Definition], count: int) -> list[Definition]:
    found: list[Definition] = []
    for other in others:
        if len(found) == count:
            break
        if other not in found and _fits(wanted, other):
            found.append(other)
    return found


def _fits(wanted: Definition, other: Definition) -> bool:
    meaning = folded_once(wanted.meaning)
    if other.names & wanted.names or folded_once(other.meaning) == meaning:
        return False
    beside = bool(other.group) and other.group == wanted.group
    if any(name in meaning for name in other.names) or _says_the_same(wanted, other, 1.0 if beside else _SAME):
        return False
    return beside or not any(a in b or b in a for a in wanted.names for b in other.names)


def _says_the_same(wanted: Definition, other: Definition, share: float) -> bool:
    """Whether that share of a meaning's words is in the asked one, too: a synonym, or a broader term.

    So it is where the other meaning only names the asked term (``主記憶と同じ``, ``主記憶の別名``).
    """
    mine, theirs = content_words(wanted.meaning), content_words(other.meaning)
    named = theirs - content_words(wanted.term) - _NAMING
    return bool(theirs) and (not named or len(mine & theirs) >= share * len(theirs))


def _rank(term: str) -> str:
    return hashlib.sha256(term.encode()).hexdigest()


def _reasons(other: Definition) -> tuple[Words, ...]:
    return (text(f"{other.term}：{other.meaning}"),) if other.meaning else ()


def _question(definition: Definition, others: Sequence[Definition], section: Section) -> Question:
    asked = f"次の{definition.caption or '説明'}に当てはまる{definition.kind}はどれですか。"
    choices = [Choice(text(definition.term), right=True, reasons=(text(definition.meaning),))]
    choices += [Choice(text(other.term), right=False, reasons=_reasons(other)) for other in others]
    return Question(
        form=Form.SINGLE,
        stem=(Part("text", text(asked)), Part("text", text(f"「{definition.meaning}」"))),
        choices=tuple(choices),
        recogniser=TABLES if definition.block.kind is Kind.TABLE else SENTENCES,
        file=section.file,
        lines=definition.block.lines,
        position=definition.block.position,
    )
