"""Finding the choices of a written-out question among the lines of its stretch."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studynotes.questions.question import Words, folded, joined, plain
from studynotes.questions.stretches import combining
from studynotes.questions.stretches.belonging import (
    begins_with,
    explaining_code,
    holds_choices,
    is_beneath_label,
    is_its_code,
    is_within,
    notices,
    wraps,
)
from studynotes.questions.stretches.beneath import settled
from studynotes.questions.stretches.completing import completed
from studynotes.questions.stretches.wordreplies import replied
from studynotes.questions.text.judgements import verdicts_by_label
from studynotes.questions.text.lines import Line, Role, item_numbers
from studynotes.questions.words import answerlines, concluding, labels, phrases
from studynotes.questions.words.differing import tells_this
from studynotes.questions.words.firstwords import by_label, said_first
from studynotes.questions.words.marks import lit_from, mark_of
from studynotes.questions.words.namedtwice import named_twice

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARROW = re.compile(r"(?:→|⇒|➡|=>|->)\s*(.+)")
_COMMENT = re.compile(r"\s*(?:→|⇒|➡|※|←|⇐)\s*")  # on a choice, in the line beneath
_LOOK_AHEAD = 4  # lines of explanation between two choices, at most


@dataclass(slots=True)
class Option:
    """A choice as found: its words, its label (``""`` if none), and what marks say about it."""

    label: str
    words: Words
    verdict: bool | None
    line: Line
    reasons: list[Words] = field(default_factory=list)
    first: Words = ()  # its first line's, where more are added
    added: list[Line] = field(default_factory=list)
    named: bool = False  # whether the mark names the answer, rather than judging what the choice says
    stated: bool = False  # whether it is a word (← 正解), or the file says what the mark means
    struck: bool = False  # whether it is struck out, and the file says that what is so is wrong


@dataclass(slots=True)
class Group:
    """The choices of one question: lines ``start`` to ``end`` (excluded) of the stretch."""

    options: list[Option]
    start: int
    end: int
    broken: bool = False  # a further choice follows whose label is out of order

    @property
    def labels(self) -> list[str]:
        """The choices' labels, in order; empty where they have none."""
        return [option.label for option in self.options if option.label]


def _comes_behind(text: str) -> bool:
    """Whether a line announces what stands behind choices: their answer, or its explanation."""
    return answerlines.answer(text) is not None or phrases.is_explanation(text) or phrases.is_reveal(text)


def group_of(chunk: Sequence[Line]) -> Group | None:
    """The choices in ``chunk``: the last labelled run, else the last list, before the first answer line."""
    numbers = item_numbers(chunk)
    labelled: Group | None = None
    listed: Group | None = None
    index = 0
    while index < len(chunk):
        line = chunk[index]
        if (labelled or listed) and _comes_behind(line.text):
            break
        found = _labelled(chunk, index, numbers)
        if found and labelled and _ends(chunk, labelled, found):
            break
        if found:
            labelled = found
        elif _is_item(line) and line.own_number is None:
            found = _listed(chunk, index)
            found = None if found and holds_choices(chunk[index : found.end]) else found
            settled = listed and _asks_before(chunk, listed) and not (found and _asks_before(chunk, found))
            listed = listed if settled else found or listed
        index = found.end if found else index + 1
    if labelled and _are_questions(chunk, labelled):
        labelled = None
    if listed and _are_questions(chunk, listed):
        listed = None
    if labelled and listed and listed.start > labelled.end and not _asks_before(chunk, labelled):
        return listed if _asks_before(chunk, listed) else labelled
    return labelled or listed


def _ends(chunk: Sequence[Line], labelled: Group, found: Group) -> bool:
    """Whether a question's choices are those found before, and not a further run beneath them."""
    if _is_marked(labelled) or _judges(chunk, found) or _explains(labelled, found) or _tells(chunk, labelled, found):
        return True
    another = _is_another(chunk, labelled, found)
    labelled.broken = labelled.broken or another  # nobody could tell which of them are the question's
    return another


def _judges(chunk: Sequence[Line], group: Group) -> bool:
    """Whether these lines say of labels whether they are right (``ア　○``), so that they are no choices."""
    return len(verdicts_by_label([line.text for line in chunk[group.start : group.end]], group.labels)) > 1


def _explains(choices: Group, found: Group) -> bool:
    """Whether the second run tells of each of the first's choices (``A. EBS：1 つの AZ の…``, ``a は翻訳なので…``)."""
    if choices.labels[: len(found.options)] != found.labels:
        return False
    pairs = zip(choices.options, found.options, strict=False)
    return all(_tells_of(plain(second.words).lstrip(), first) for first, second in pairs)


def _tells(chunk: Sequence[Line], choices: Group, found: Group) -> bool:
    """Whether bullets right beneath choices that are none themselves begin with the first labels, fewer than these."""
    beneath = choices.end == found.start and found.options[0].line.role is Role.ITEM
    some = beneath and found.labels == choices.labels[: len(found.options)] != choices.labels
    return some and choices.options[0].line.role is Role.TEXT and _asks_before(chunk, choices)


def _tells_of(said: str, option: Option) -> bool:
    own, words = folded(option.words), folded(said)
    return said[:1] in ":：はがも" or (len(words) > len(own) and bool(own) and words.startswith(own))


def _is_another(chunk: Sequence[Line], first: Group, second: Group) -> bool:
    """Whether a second run of choices with marks begins like the first, beneath a line that asks nothing."""
    between = [line for line in chunk[first.end : second.start] if line.text.strip()]
    asks = any(phrases.is_question(line.text) or phrases.is_caption(line.text) for line in between)
    return bool(between) and not asks and first.labels[:1] == second.labels[:1] and _is_marked(second)


def _is_marked(group: Group) -> bool:
    """Whether one of these is already named as the answer: then they are the choices, whatever is listed beneath."""
    named = [option.named and option.verdict is True for option in group.options]
    return any(named) and not all(named)


def _are_questions(chunk: Sequence[Line], group: Group) -> bool:
    """Whether these are no choices but several short questions (``1. … は？ __``).

    Those with letters may be what is asked for right above, if no question mark ends them (``…は何を見るか`` and
    ``a) 数が足りるか``); and beneath a question ``…から選ぶ`` asks nothing.
    """
    said = [plain(option.words).rstrip("_＿ ") for option in group.options]
    if sum(map(phrases.is_question, said)) * 2 <= len(said):
        return False
    if group.start == 0 or not phrases.is_question(chunk[group.start - 1].text):
        return True
    if sum(phrases.is_question(each) and not each.endswith("選ぶ") for each in said) * 2 <= len(said):
        return False
    return not group.labels or group.labels[0].isdigit() or any(each[-1:] != "か" for each in said)


def _asks_before(chunk: Sequence[Line], group: Group) -> bool:
    return any(phrases.is_question(line.text) for line in chunk[max(0, group.start - 2) : group.start])


def _label(chunk: Sequence[Line], index: int, numbers: dict[int, int]) -> tuple[str, int] | None:
    line = chunk[index]
    mark = mark_of(line.text)
    skipped = mark.start if mark else 0
    found = labels.opening(line.text[skipped:])
    whole = found is not None and skipped + found[1] >= len(line.text.rstrip())
    whole = whole or (index in numbers and labels.lists_several(line.text))  # 2. ア、ウ is the second
    value = index in numbers or (line.code and line.text.lstrip()[:1] in ("(", "["))  # "2. [1]" is the second; `[1]`
    output = index in numbers and any(start <= skipped < end for start, end in line.code)  # 2. `[1] 6 0 3`
    if found and not (whole and value) and not output:
        return found[0], skipped + found[1]
    return (str(numbers[index]), 0) if index in numbers else None


def _labelled(chunk: Sequence[Line], start: int, numbers: dict[int, int]) -> Group | None:
    """The run of choices labelled A, B, … (or 1, 2, …) that begins at ``start``, if there are at least two."""
    options: list[Option] = []
    known: list[str] = []
    index = start
    while index < len(chunk):
        line = chunk[index]
        label = _own_label(chunk, index, numbers)
        if label and labels.follows(known, label[0]) and _same_kind(line, options):
            known.append(label[0])
            options.append(_option(line, label[0], label[1]))
        elif not options:
            return None
        elif phrases.is_notice(line.text) and notices(
            line, options, continues=_continues(chunk, index, known, numbers)
        ):
            pass
        elif _closes(chunk, index, options, numbers) or (
            ((not line.depth and phrases.without_caption(line.text)) or points_at(line, options, chunk[start:index]))
            and not _continues(chunk, index, known, numbers)
        ):
            break
        elif wraps(line, options) or (
            is_beneath_label(line, options) and (options[1:] or _continues(chunk, index, known, numbers))
        ):
            _add(options[-1], line)
        elif is_within(line, options):
            _more(options[-1], line)
        elif _explains_last(chunk, index, options, numbers):
            options[-1].reasons.append(("", line.text) if line.role is Role.CODE else line.words())
        else:
            break
        index += 1
    if not options[1:]:
        return None
    after = chunk[index].text if index < len(chunk) else ""
    answers = (answerlines.answer(after), answerlines.terse(after, known), replied(after, options) or None)
    ended = not after or any(each is not None for each in answers)
    said = by_label(after, Group(options, start, index))
    ended = ended or answerlines.commented(chunk[index], known) is not None or said_first(said, known) is not None
    told = index < len(chunk) and chunk[index].role is Role.ITEM and chunk[index].depth > options[-1].line.depth
    broken = not ended and not told and _is_out_of_order(chunk, index, known, numbers)
    return settled(Group(options, start, index, broken=broken), chunk)


def _own_label(chunk: Sequence[Line], index: int, numbers: dict[int, int]) -> tuple[str, int] | None:
    """The label of a choice that a line may be; none where it is an answer (``【正答】（６）`` beneath five)."""
    line = chunk[index]
    label = None if line.role in (Role.HEADING, Role.CODE) else _label(chunk, index, numbers)
    if line.role is Role.TEXT and line.text.lstrip()[:1] == "【" and phrases.is_question(line.text):
        return None  # 【1】…はどれか
    whole = label is not None and label[1] >= len(line.text.rstrip())
    return None if whole and answerlines.answer(line.text) else label


def _closes(chunk: Sequence[Line], index: int, options: list[Option], numbers: dict[int, int]) -> bool:
    """Whether a run of choices ends before a line: it answers, judges, combines them, or is out of their order."""
    line, known = chunk[index], [option.label for option in options]
    return bool(
        answerlines.answer(line.text) is not None
        or answerlines.terse(line.text, known)
        or (line.role is Role.TEXT and (answerlines.is_own(line.text) or phrases.tells_how_many(line.text)))
        or line.role is Role.HEADING
        or (line.role is Role.ITEM and not options[-1].line.depth and verdicts_by_label([line.text], known))
        or labels.combines(line.text, known)
        or combining.begin(chunk[index : index + combining.MOST], options)
        or (line.role is Role.ITEM and line.depth > options[-1].line.depth == 0 and begins_with(line, known))
        or phrases.is_reveal(line.text)
        or (_is_out_of_order(chunk, index, known, numbers) and _same_kind(line, options))
    )


def points_at(line: Line, options: Sequence[Option], before: Sequence[Line]) -> bool:
    """Whether a line beneath choices is an arrow at one of them (``→ FCFS``, ``→ 3 abandon``), the only one there.

    So is one that leads to what it concludes (``⇒ …なので2)。``), and any that names a choice by words and label.
    """
    if line.role is not Role.CODE and (
        named_twice(line.text, options) or tells_this(line.text, [option.label for option in options if option.label])
    ):
        return True
    pointed = _ARROW.fullmatch(phrases.bare(line.text))
    if not pointed or line.role is Role.CODE or any(_ARROW.match(phrases.bare(each.text)) for each in before):
        return False
    if concluding.names_choice(line.text):
        return True
    if [folded(option.words) for option in options].count(folded(pointed[1])) == 1:
        return True
    label, begin = labels.opening(pointed[1]) or ("", 0)  # (2) 600万円
    said = f"{label} {pointed[1][begin:]}"
    whole = any(option.label and folded(said).startswith(_whole(option)) for option in options)
    return whole or completed(pointed[1], options) != ""


def _whole(option: Option) -> str:
    """A choice with its label, as it is compared."""
    return folded(f"{option.label} {plain(option.words)}")


def _is_out_of_order(chunk: Sequence[Line], index: int, known: list[str], numbers: dict[int, int]) -> bool:
    """Whether the line after a run has a label of its kind that does not follow (A, B, then D or B again)."""
    line = chunk[index].text
    # "A は…" is a sentence about a choice, "A ○" what is said of it
    about = labels.is_told_of(line) or bool(verdicts_by_label([line], known))
    label = None if about or chunk[index].role is Role.CODE else _label(chunk, index, numbers)
    return label is not None and labels.is_akin(known, label[0])


def _same_kind(line: Line, options: list[Option]) -> bool:
    """A run's choices are all list items of one depth, or none is (a nested ``1.`` is no next choice).

    Nor is the next question one, which has its number in brackets where the choices have none (``1 10m``, ``(5) …？``).
    """
    if not options:
        return True
    before = options[-1].line
    bracketed = [each.text.lstrip()[:1] in "(（" for each in (before, line)]
    if bracketed == [False, True] and line.opens_block and phrases.is_question(line.text):
        return False
    return (line.role is Role.ITEM) == (before.role is Role.ITEM) and line.depth == before.depth


def _more(option: Option, line: Line) -> None:
    """A further line of a choice's list item: its own words where the item's paragraph goes on, else a reason."""
    if is_its_code(line, option):
        option.words = ("", line.text)
    elif not line.opens_block and line.role is Role.DETAIL and not option.reasons:
        _add(option, line)
    else:
        option.reasons.append(line.words())


def _add(option: Option, line: Line) -> None:
    """A line that goes on with a choice's own words, or comments on them (``→ 先入れ先出し。✕``)."""
    comment = _COMMENT.match(line.text)
    if comment and plain(option.words).strip():
        option.reasons.append(line.words(comment.end()))
    elif option.reasons:
        option.reasons.append(line.words())
    else:
        option.first = option.first or option.words
        option.added.append(line)
        option.words = joined(option.words, line.words())


def _explains_last(chunk: Sequence[Line], index: int, options: list[Option], numbers: dict[int, int]) -> bool:
    """Whether a line tells of the choice above it: the next one follows soon (right behind it, if it is code)."""
    known = [option.label for option in options]
    if chunk[index].role is not Role.CODE:
        return _continues(chunk, index, known, numbers)
    beyond = explaining_code(chunk, index, options)
    label = _label(chunk, beyond, numbers) if beyond and chunk[beyond].role is not Role.HEADING else None
    return label is not None and labels.follows(known, label[0])


def _continues(chunk: Sequence[Line], index: int, known: list[str], numbers: dict[int, int]) -> bool:
    """Whether the run's next label comes soon, with no answer before it."""
    for at in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(chunk))):
        line = chunk[at]
        if line.role is Role.HEADING or (
            answerlines.answer(line.text) is not None and not phrases.is_notice(line.text)
        ):
            return False
        label = _label(chunk, at, numbers)
        if label and labels.follows(known, label[0]):
            return True
    return False


def _listed(chunk: Sequence[Line], start: int) -> Group | None:
    """The bullet list that begins at ``start`` (``・`` at a line's beginning counts), if it has at least two items."""
    first = chunk[start]
    options: list[Option] = []
    index = start
    while index < len(chunk):
        line = chunk[index]
        if answerlines.answer(line.text) is not None and options:
            break
        if _is_item(line) and (line.role, line.group) == (first.role, first.group):
            options.append(_option(line, "", phrases.bulleted(line.text) if line.role is Role.TEXT else 0))
        elif line.depth > first.depth or (line.role is Role.DETAIL and line.depth == first.depth):
            _more(options[-1], line)
        else:
            break
        index += 1
    return settled(Group(options, start, index), chunk) if len(options) > 1 else None


def _is_item(line: Line) -> bool:
    """A list's item, or a paragraph's line that begins as one does, or with a mark (``❌ …``)."""
    if line.role is not Role.TEXT:
        return line.role is Role.ITEM
    mark = mark_of(line.text)
    marked = mark is not None and mark.start > 0 and answerlines.answer(line.text) is None
    return marked or phrases.bulleted(line.text) > 0


def _option(line: Line, label: str, start: int) -> Option:
    """A choice from its line; ``start`` is where its label ends."""
    lit = lit_from(line.text, start)  # "==B. …=="
    marked = lit or mark_of(line.text[start:])
    before = None if lit else mark_of(line.text[:start])  # "✔ B. …"
    verdict = before.right if before else marked.right if marked else line.checked or None  # an open box may be to tick
    first, end = (start + marked.start, start + marked.end) if marked else (start, len(line.text))
    inner = labels.opening(line.text[first:end]) if marked and not label else None  # "❌ A. …", not "[2] ← 正解"
    named = before.naming if before else marked.naming if marked else bool(line.checked)
    told = first + (inner[1] if inner and line.text[first + inner[1] : end].strip() else 0)
    option = Option(label, line.words(told, end), verdict, line, named=named)
    option.stated = any(mark is not None and mark.worded for mark in (before, marked))
    if marked and marked.reason:
        option.reasons.append(line.words(start + marked.reason[0], start + marked.reason[1]))
    return option
