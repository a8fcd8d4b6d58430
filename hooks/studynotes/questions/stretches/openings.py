"""Lines that begin a question, whatever their words are: by what stands beneath them, or by what they call it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role, following
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARROW = re.compile(r"[\s　]*(?:→|⇒|➡|=>|->)[\s　]*(?=\S)")
_ARROWS = frozenset("→⇒➡")
_TITLES = tuple("■◆●◇□▼")
_LONGEST_TITLE = 10  # characters, of a section between signs and paragraphs
_GOES_ON = tuple("はがをにでともの、")  # a title's words on the next line
_STARRED = re.compile(r"\[\*{1,6}[\s　][^\[\]]+\]")  # [* 栄養]: how Scrapbox writes a heading
_CLOZE = re.compile(r"\{\{c\d+::")
_LEAST = 2  # choices within a list's item
_NEAR = 24  # lines that these may take, with what explains them


def is_first(line: Line) -> bool:
    """Whether a line is labelled as a first choice."""
    label = labels.opening(line.text) if line.role is not Role.CODE else None
    return label is not None and labels.follows((), label[0])


def is_above_choices(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line of the same paragraph is labelled as a first choice (``①``)."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is not None and after.block is lines[index].block and is_first(after)


def points(line: Line, known: Sequence[str]) -> bool:
    """Whether a line begins with an arrow at a label (``→ ロ　48/16＝3``), or is one alone: the answer is left open.

    So does a circled figure behind it, whichever it is (``→⑤`` beneath four choices): an answer, if a wrong one.
    """
    arrow = _ARROW.match(line.text)
    if arrow is None:
        return line.text.strip() in _ARROWS
    said = line.text[arrow.end() :]
    return "①" <= said[:1] <= "⑩" or labels.answer_labels(said, known) is not None


def is_beneath_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a line right above choices is not its paragraph's first, which is a section's title (``■感染``)."""
    title = lines[index - 1] if index and not lines[index].opens_block else None
    if title is None or title.text[:1] not in _TITLES or not title.opens_block or title.block is not lines[index].block:
        return False
    name = title.text[1:].strip(" 　")
    called = phrases.is_question(name) or phrases.is_caption(name) or phrases.numbered(name) is not None
    short = 0 < len(name) <= _LONGEST_TITLE and name[0].isalpha() and not phrases.has_gap(name) and "。" not in name
    return short and not called and lines[index].text[:1] not in _GOES_ON and is_above_choices(lines, index)


def is_starred(line: Line) -> bool:
    """Whether a paragraph begins with a heading as Scrapbox has it (``[* 栄養]``)."""
    return line.opens_block and line.text.startswith("[*") and _STARRED.fullmatch(line.text.strip()) is not None


def is_called(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a paragraph begins with what kind of question it is (``穴うめ．…``, ``マルバツ：…``), or is a cloze.

    ``問．…`` right above choices is one only behind another question (``after`` is the stretch so far).
    """
    line = lines[index]
    if line.role is not Role.TEXT:
        return False
    if not line.opens_block:
        return "{{" in line.text and bool(_CLOZE.search(line.text))
    if phrases.kind(line.text):
        return True
    named = phrases.named(line.text) > 0 and is_above_choices(lines, index)
    return named and any(phrases.kind(each.text) or is_first(each) for each in after)


def is_answered_within(lines: Sequence[Line], index: int) -> bool:
    """Whether a list's item has a list within it: choices, two at least, and then the answer (``答：…``).

    Such an outline's items are questions each, whatever their words are.
    """
    item, beneath = lines[index], lines[index + 1 : index + 2]
    if item.role is not Role.ITEM or not beneath or beneath[0].role is not Role.ITEM:
        return False
    depth = item.depth + 1
    if beneath[0].depth != depth or answerlines.answer(item.text) is not None:
        return False
    choices = 0
    for line in islice(following(lines, index), _NEAR):
        if line.depth < depth:
            return False
        if line.depth > depth or line.role is not Role.ITEM:
            continue
        if answerlines.answer(line.text) is not None:
            return choices >= _LEAST
        choices += 1
    return False
