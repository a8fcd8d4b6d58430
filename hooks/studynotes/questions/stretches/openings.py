"""Lines that begin a question, whatever their words are: by what stands beneath them, or by what they call it."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.questions.text import flashcards, gaps, runs
from studynotes.questions.text.lines import Line, Role, following
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARROW = re.compile(r"[\s　]*(?:→|⇒|➡|=>|->)[\s　]*(?=\S)")
_ARROWS = frozenset("→⇒➡")
_TITLES = tuple("■◆●◇□▼")
_RUNNING = frozenset("■◆●□◇▼▲★☆▶")  # signs before each question of a run
_LONGEST_TITLE = 10  # characters, of a section between signs and paragraphs
_GOES_ON = tuple("はがをにでともの、")  # a title's words on the next line
_STARRED = re.compile(r"\[\*{1,6}[\s　][^\[\]]+\]")  # [* 栄養]: how Scrapbox writes a heading
_CLOZE = re.compile(r"\{\{c\d+::")
_JUDGES = re.compile(
    rf"{runs.JUDGED.pattern}|正しければ[^。\n]{{0,6}}[○〇◯][^。\n]{{1,16}}[×✕☓✗]|[○〇◯]か、?[×✕☓✗]か?で"
)
_LONGEST_REQUEST = 60  # characters
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


def goes_on_with_sign(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a paragraph above choices begins with the sign of an earlier one, which has its choices (``🔸…は``).

    They stand in the paragraph, or are a list right beneath it; without labels only where the earlier one asks
    (``❓ …は？``).
    """
    sign = lines[index].text[:1]
    if not sign or sign.isalnum() or not (sign in _RUNNING or unicodedata.category(sign) == "So"):
        return False
    begun = next((at for at, line in enumerate(after) if line.opens_block and line.text[:1] == sign), None)
    if begun is None:
        return False
    labelled = any(each.role is Role.ITEM and is_first(each) for each in lines[index + 1 : index + 2])
    if (labelled or is_above_choices(lines, index)) and any(map(is_first, after[begun + 1 :])):
        return True
    listed = is_above_list(after, begun) and is_above_list(lines, index)
    return listed and lines[index].opens_block and phrases.is_question(after[begun].text)


def is_above_list(lines: Sequence[Line], index: int) -> bool:
    """Whether a list stands right beneath a line of a paragraph."""
    beneath = lines[index + 1] if lines[index].role is Role.TEXT and index + 1 < len(lines) else None
    return beneath is not None and beneath.role is Role.ITEM


def is_above_judged(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether choices with a mark before each label stand right beneath a line, behind others that have theirs.

    Such are ``❌ 1. …`` and ``✅ 2. …``, in the line's own paragraph: the marks have answered what is before.
    """
    beneath = lines[index + 1] if lines[index].opens_block and index + 1 < len(lines) else None
    if beneath is None or beneath.block is not lines[index].block:
        return False
    return labels.follows((), _marked_label(beneath)) and any(map(_marked_label, after))


def _marked_label(line: Line) -> str:
    """The label behind the mark that a paragraph's line begins with (or that is read already), ``""`` if none."""
    if line.role is not Role.TEXT or (line.text[:1].isalnum() and line.checked is None):
        return ""
    mark = None if line.checked is not None else mark_of(line.text)
    label = labels.opening(line.text[mark.start if mark else 0 :])
    return label[0] if label and (line.checked or (mark and mark.start)) else ""


def points(line: Line, known: Sequence[str]) -> bool:
    """Whether a line begins with an arrow at a label (``→ ロ　48/16＝3``), or is one alone: the answer is left open.

    So does a circled figure behind it, whichever it is (``→⑤`` beneath four choices): an answer, if a wrong one.
    """
    arrow = _ARROW.match(line.text)
    if arrow is None:
        return line.text.strip() in _ARROWS
    said = line.text[arrow.end() :]
    return "①" <= said[:1] <= "⑩" or labels.answer_labels(said, known) is not None


def fills_gap(lines: Sequence[Line]) -> bool:
    """Whether a stretch has a sentence with a gap, and a line behind an arrow that may fill it: it is answered."""
    return any(phrases.has_gap(line.text) for line in lines) and any(_ARROW.match(line.text) for line in lines)


def is_beneath_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a line right above choices is not its paragraph's first, which is a section's title (``■感染``)."""
    title = lines[index - 1] if index and not lines[index].opens_block else None
    if title is None or title.text[:1] not in _TITLES or not title.opens_block or title.block is not lines[index].block:
        return False
    name = title.text[1:].strip(" 　")
    called = phrases.is_question(name) or phrases.is_caption(name) or phrases.numbered(name) is not None
    short = 0 < len(name) <= _LONGEST_TITLE and name[0].isalpha() and not phrases.has_gap(name) and "。" not in name
    return short and not called and lines[index].text[:1] not in _GOES_ON and is_above_choices(lines, index)


def is_titled(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a line says what it begins: statements, gaps, a card, a question by its kind."""
    line = lines[index]
    opens = line.role is Role.TEXT and line.opens_block
    if opens and (runs.is_title(line) or flashcards.is_card(line.text) or gaps.are_announced(line.text)):
        return True
    return is_starred(line) or is_called(lines, index, after) or is_of_statements(lines, index, after)


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


def is_of_statements(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a paragraph behind choices asks for ○ or × of each of the sentences beneath (``正しければ○、…``).

    What asks for a combination of them (``正誤の組合せ``) goes on with its choices.
    """
    line = lines[index]
    if line.role is not Role.TEXT or not line.opens_block or not _JUDGES.search(line.text) or "組" in line.text:
        return False
    beneath = next(islice(following(lines, index), 1), None)
    sentence = beneath is not None and is_first(beneath) and beneath.text.rstrip().endswith(("。", "．"))
    return sentence and len(line.text) <= _LONGEST_REQUEST and any(map(is_first, after))


def is_answered_within(lines: Sequence[Line], index: int) -> bool:
    """Whether a list's item has a list within it: choices, two at least, and then the answer (``答：…``).

    Such an outline's items are questions each, whatever their words are.
    """
    item = lines[index]
    beneath = lines[index + 1] if item.role is Role.ITEM and index + 1 < len(lines) else None
    depth = item.depth + 1
    if beneath is None or beneath.role is not Role.ITEM or beneath.depth != depth:
        return False
    if answerlines.answer(item.text) is not None:
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
