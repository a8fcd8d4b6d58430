"""What is told beneath choices of other questions, other people and other times by labels: it names nothing here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Role
from studynotes.questions.words import labels, phrases, whose
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.lines import Line

_WORD = "A-Za-z0-9ァ-ヺー一-鿿"
_MENTION = re.compile(
    rf"(?:[(「\[]\s*)?(?:(?<![{_WORD}.])|(?<=正解)|(?<=正答)|(?<=答))(?P<label>10|[1-9]|[A-Ja-j]|[{KATAKANA}])"
    r"(?![A-Za-z0-9ァ-ヺー]|[年月日回周度問つ個])\s*[)」\]]?"
)
_AND = re.compile(r"\s*(?:[、,・]|と|および|及び)?\s*")
_ENDS = re.compile(r"[。!\n]")
_CALLED = re.compile(
    r"(?:正解|正答|答え?)\s*(?:は|:|=)?、?\s*$|(?:^|[、,])(?:でも|けど|いや|それとも|やっぱり?|やはり|もしくは|あるいは)、?\s*$"
)
_DENIED = re.compile(r"\s*(?:では|じゃ)な")
_HOLDS = re.compile(r"\s*が(?:正解|正答|答え)")
_CIRCLED = re.compile(r"[①-⑩]")
_BEGINS = re.compile(r"^[\s→⇒➡∴※*>・-]*(?:(?:解説|理由|説明|補足|メモ|ポイント)[:：\s]\s*)?")


@dataclass(slots=True)
class Told:
    """Lines without the labels that are told of something else.

    ``others``: labels of somebody else's answer; ``called``: those that are called the answer.
    """

    chunk: Sequence[Line]
    others: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)

    def speaks_against(self, right: frozenset[str]) -> bool:
        """Whether another label is called the answer, or is somebody's, while none is called so here."""
        return not self.called <= right or (not self.called and not self.others <= right)


def told_here(chunk: Sequence[Line], group: Group) -> Told:
    """The lines of a question, those beneath its choices without each label that is told of something else."""
    told = Told(chunk)
    if not group.labels:
        return told
    above = [line for line in chunk[: group.end] if line.role is not Role.CODE]
    about = phrases.plain(" ".join(line.text for line in above))
    numbers = {phrases.number(line.text) or phrases.part_number(line.text) for line in chunk[: group.start]} - {""}
    beneath = []
    for line in chunk[group.end :]:
        text = line.text
        if line.role is not Role.CODE and len(text) <= phrases.LONGEST:
            text = _own(text, group.labels, (about, numbers), told)
        beneath.append(line if text == line.text else replace(line, text=text, code=()))
    told.chunk = [*chunk[: group.end], *beneath]
    return told


def _own(text: str, known: Sequence[str], question: tuple[str, set[str]], told: Told) -> str:
    """A text without the labels that are told of something else."""
    value = phrases.plain(_CIRCLED.sub(lambda sign: f"({labels.normal(sign[0])})", text)).replace("**", "")
    at = _begin(value)
    kept, last, kind = [], 0, ""
    for found in _MENTION.finditer(value):
        label = labels.normal(found["label"])
        if label not in known or found.start() < at:
            continue
        between = value[at : found.start()]
        ends = [end.end() for end in _ENDS.finditer(between)]
        joined = last and not ends and _AND.fullmatch(between)
        after = value[found.end() :]
        before = between[ends[-1] :] if ends else between
        if not joined:
            kind = whose.told_of(before.strip(), after, *question)
        if kind:
            kept.append(value[last : found.start()])
            last = found.end()
            told.others |= {label} if kind == whose.OTHER else set()
        elif _HOLDS.match(after) or (_CALLED.search(before) and not _DENIED.match(after)):
            told.called.add(label)
        at = found.end()
    return "…".join([*kept, value[last:]]) if kept else text


def _begin(value: str) -> int:
    """Where what a line says begins, behind an arrow or a word such as 解説."""
    found = _BEGINS.match(value)
    return found.end() if found else 0
