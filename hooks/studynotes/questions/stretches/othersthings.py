"""Answers with the words of another question's choice: ``答え：A. 水`` beneath ``A. 氷``, where another has ``A. 水``.

Who copies a question and changes it, or writes a list of answers from another page, gives the label of the one and
the words of the other. Nobody could tell which question the answer was meant for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.stretches.payloads import payload_of
from studynotes.questions.text.lines import Role
from studynotes.questions.text.numbering import number_of
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.questions.stretches.habits import Shown

_SEPARATORS = " 　.．:：)）、。,，-–—―＝=「」『』\"'*"
# … in what explains it: Aの水が正しい。
_OF_LABEL = re.compile(
    rf"(?<![0-9A-Za-zァ-ヺー])(?P<label>[A-Ja-j]|[1-9]|[{KATAKANA}])[)」]?の\s*(?P<words>[^。、]{{1,40}}?)[」』]?"
    r"(?:が(?:正しい|正解|適切|答え)|です|だ|である)(?:です|だ|である)?(?=。|$)"
)


def misplaced(shown: Sequence[Shown], given: Mapping[str, str]) -> set[int]:
    """The lines of the first choices of questions whose answer tells the words of another question's choice.

    That one has the same label there, this one other words, neither of which holds the other. Behind an answer's
    label they are what it says only where another question's answer in the file repeats its choice's words, too: else
    they may be the reason. ``given`` are the answers that the file lists.
    """
    known: dict[tuple[str, str], set[int]] = {}
    for each in shown:
        for option in each.group.options if each.group.labels else ():
            known.setdefault((option.label, folded(option.words)), set()).add(each.line)
    answered: set[int] = set()
    explained: set[int] = set()
    repeats = False
    for each in shown if len(known) > 1 else ():
        if not each.right or not each.group.labels:
            continue
        own = {option.label: folded(option.words) for option in each.group.options}
        for label, said, answering in _told(each, given):
            if said == own[label]:
                repeats = repeats or answering
            elif (label, said) in known and not (said in own[label] or own[label] in said):
                (answered if answering else explained).add(each.line)
    return explained | answered if repeats else explained


def _told(each: Shown, given: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """The labels with words that stand beneath a question or in the list, and whether they are told as the answer."""
    number = number_of(each.chunk, each.group)
    lines = [line for line in each.chunk[each.group.end :] if line.role is not Role.CODE]
    payloads = [*(payload_of(line, each.group) for line in lines), given.get(number, "") if number else ""]
    for payload in filter(None, payloads):
        named = labels.answer_labels(payload, each.group.labels)
        if named and len(named[0]) == 1 and (said := folded(named[1].strip(_SEPARATORS))):
            yield named[0][0], said, True
    for line in lines:
        for found in _OF_LABEL.finditer(phrases.plain(line.text)) if "の" in line.text else ():
            if (label := labels.normal(found["label"])) in each.group.labels:
                yield label, folded(found["words"].strip(_SEPARATORS)), False
