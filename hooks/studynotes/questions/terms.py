"""Recogniser: which term does this describe?"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from studynotes.japanese import fold
from studynotes.model import Kind, Section
from studynotes.questions.definitions import Definition, definitions_of
from studynotes.questions.question import Choice, Form, Part, Question, Words, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.additions import Additions

TABLES, SENTENCES = "terms", "definitions"
_MOST, _LEAST = 3, 2  # wrong choices: no more, and as few only where there are no fitting ones


def recognise(section: Section, additions: Additions) -> list[Question]:
    """One question for each term that the section defines, its other terms being the wrong choices.

    Asked is only what cannot be read off: a meaning that holds its own term (or a Latin or katakana word of it)
    asks nothing. A wrong choice must be another term by every name it has, must not stand in the meaning itself,
    and, where it does not stand side by side with the right one, must neither contain it nor be contained.
    Terms defined side by side come first, then those whose meaning ends alike (…割合, …指標) and the editorial
    file's further terms; with no wrong choice left, nothing is asked.
    """
    definitions = definitions_of(section)
    further = [Definition(term, "", "", definitions[0].block) for term in additions.terms if definitions]
    questions = []
    for definition in definitions:
        others = _distractors(definition, [*definitions, *further])
        if others and not definition.shows():
            questions.append(_question(definition, others, section))
    return questions


def _distractors(wanted: Definition, definitions: Sequence[Definition]) -> list[Definition]:
    meaning = fold(wanted.meaning)
    fitting = [
        other
        for other in definitions
        if other is not wanted
        and not other.names & wanted.names
        and fold(other.meaning) != meaning
        and not any(name in meaning for name in other.names)
        and ((bool(other.group) and other.group == wanted.group) or _apart(wanted, other))
    ]
    fitting.sort(key=lambda other: _rank(wanted, other))
    beside = [other for other in fitting if other.group and other.group == wanted.group]
    alike = [
        other
        for other in fitting
        if other not in beside and (not other.meaning or other.meaning[-2:] == wanted.meaning[-2:])
    ]
    near = [*beside, *alike][:_MOST]
    rest = [other for other in fitting if other not in near]
    return [*near, *rest[: max(0, _LEAST - len(near))]]


def _apart(one: Definition, other: Definition) -> bool:
    return not any(a in b or b in a for a in one.names for b in other.names)


def _rank(wanted: Definition, other: Definition) -> str:
    return hashlib.sha256(f"{wanted.term}\x1f{other.term}".encode()).hexdigest()


def _reasons(other: Definition) -> tuple[Words, ...]:
    return (text(f"{other.term}：{other.meaning}"),) if other.meaning else ()


def _question(definition: Definition, others: Sequence[Definition], section: Section) -> Question:
    asked = f"次の{definition.caption or '説明'}に当てはまる用語はどれですか。"
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
