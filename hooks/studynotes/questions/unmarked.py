"""Choices that nothing marks as such: bare lines between a question and its answer, as copied from another site.

Pages and apps lose their lists when they are copied. What is left are lines beneath a question, and further down one of
them once more, behind 正解; or 正解 right above one of them; or each choice's letter on a line of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.questions import answerlines, labels, phrases
from studynotes.questions.lines import Line, Role
from studynotes.questions.question import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST, _MOST = 3, 8  # choices
_LONGEST = 200  # characters of a choice
_RADIO = re.compile(r"[\s　]*[◯○〇◎●・□☐▢⚪]\ufe0f?[\s　]*(?=\S)")  # the button before each choice
_LETTER = re.compile(r"[\s　]*(?P<label>10|[1-9１-９A-Ja-jＡ-Ｊａ-ｊア-コ①-⑩])[\s　]*[.．)）]?[\s　]*")
_RIGHT = re.compile(
    r"正解(?:の(?:回答|選択肢?))?|正しい選択(?:肢)?(?:です)?|(?:あなたの)?(?:回答|解答|答え|選択)は(?:正解|正しい)です"
    r"|Correct (?:answer|selection)|Your (?:answer|selection) is correct",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"不正解(?:の(?:回答|選択肢?))?|(?:あなたの)?(?:回答|解答|答え|選択)は(?:不正解です|正しくありません)"
    r"|Incorrect (?:answer|selection)|Your (?:answer|selection) is incorrect",
    re.IGNORECASE,
)
_STATUS = re.compile(r"正解|不正解|スキップ(?:済み)?|未回答|Correct|Incorrect|Skipped", re.IGNORECASE)
_WITH_MORE = re.compile(r"[\s:：\d]")  # 分類: … tells of the question, 分類 may be a choice
_NEAR = 6  # lines from the last choice to what answers
_RIGHTLY = "（正解）"


def with_items(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, unmarked choices among them as the items of a list (:class:`Role` ``ITEM``).

    Choices are three to eight lines right beneath a line that asks, each by itself and none with a label, where the
    answer beneath them is one of them word for word; or where 正解 stands alone above one of them and not above all.
    Then that one is marked. Letters that stand alone, in order, are joined with the lines beneath them.
    """
    lines = list(_with_letters(lines))
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.role is Role.TEXT and _STATUS.fullmatch(phrases.bare(line.text)) and _is_beneath_number(lines, at):
            if any(found for start in range(at + 1, min(at + 4, len(lines))) if (found := _choices(lines, start))):
                at += 1  # how the learner did, as the site says above the question
                continue
        found = _choices(lines, at)
        yield line
        if found:
            items, at = found
            yield from items
        else:
            at += 1


def offers(lines: Sequence[Line], at: int) -> bool:
    """Whether bare lines stand right beneath a question, as choices do whose answer is not found: two at least."""
    return at + 2 < len(lines) and _is_bare(lines[at + 1]) and _is_bare(lines[at + 2])


def _is_beneath_number(lines: Sequence[Line], at: int) -> bool:
    return at > 0 and phrases.numbered(lines[at - 1].text) == ""


def _choices(lines: Sequence[Line], at: int) -> tuple[list[Line], int] | None:
    """The choices beneath the line ``at`` as items, and where the lines go on."""
    line = lines[at]
    asks = phrases.is_question(line.text) or (line.role is Role.HEADING and phrases.counted(phrases.bare(line.text)))
    if line.role not in (Role.TEXT, Role.HEADING) or not asks or answerlines.answer(line.text) is not None:
        return None
    return _noticed(lines, at) or _named(lines, at)


def _named(lines: Sequence[Line], at: int) -> tuple[list[Line], int] | None:
    """Bare lines, of which an answer line beneath names one or more word for word."""
    end = at + 1
    while end < len(lines) and end - at - 1 <= _MOST and _is_bare(lines[end]):
        end += 1
    found = _plain(lines[at + 1 : end])
    if not _LEAST <= len(found) <= _MOST or not _answers(lines, end, [folded(line.text) for line in found]):
        return None
    return [_item(line, at) for line in found], end


def _is_bare(line: Line) -> bool:
    """Whether a line may be a choice without any mark."""
    return (
        line.role is Role.TEXT
        and not line.depth
        and not line.struck
        and 0 < len(line.text.strip()) <= _LONGEST
        and labels.opening(line.text) is None
        and answerlines.answer(line.text) is None
        and answerlines.spaced(line.text) is None
        and phrases.numbered(line.text) is None
        and not answerlines.is_own(line.text)
        and not (answerlines.is_aside(line.text) and _WITH_MORE.search(line.text.strip()))
        and not phrases.is_question(line.text)
        and not phrases.is_notice(line.text)
        and not phrases.is_reveal(line.text)
        and not phrases.is_explanation(line.text)
        and not phrases.is_caption(line.text)
    )


def _plain(lines: Sequence[Line]) -> list[Line]:
    """The lines without the button that each of them begins with."""
    buttons = [_RADIO.match(line.text) for line in lines]
    if not all(buttons) or len({line.text.strip()[0] for line in lines}) > 1:
        return list(lines)
    return [
        line.part(button.end(), len(line.text), opens_block=line.opens_block)
        for line, button in zip(lines, buttons, strict=True)
        if button
    ]


def _answers(lines: Sequence[Line], start: int, choices: Sequence[str]) -> bool:
    """Whether the lines from ``start`` on give an answer that begins with one of the choices' words."""
    said = islice(lines, start, start + _NEAR)
    announced = False
    for line in said:
        payload = answerlines.answer(line.text)
        if payload is None and phrases.is_reveal(line.text):
            payload = ""
        if announced and payload is None:
            return folded(line.text) in choices or _begins(line.text, choices)
        if payload:
            return _begins(payload, choices)
        announced = announced or payload == ""
        if line.role is not Role.TEXT or (phrases.is_question(line.text) and payload is None):
            return False
    return False


def _begins(payload: str, choices: Sequence[str]) -> bool:
    words = folded(payload)
    return any(words.startswith(choice) for choice in choices)


def _noticed(lines: Sequence[Line], at: int) -> tuple[list[Line], int] | None:
    """Lines of which some have 正解 or 不正解 alone right above them, in the same paragraph."""
    items: list[Line] = []
    right = 0
    index = at + 1
    while index < len(lines) and len(items) <= _MOST:
        line = lines[index]
        value = phrases.bare(line.text).rstrip("。")
        verdict = True if _RIGHT.fullmatch(value) else False if _WRONG.fullmatch(value) else None
        if verdict is not None:
            index += 1
            if line.role is not Role.TEXT or index == len(lines) or lines[index].block is not line.block:
                return None
            line = lines[index]
        if not _is_bare(line) or not (line.opens_block or verdict is not None):
            break
        right += verdict is True
        items.append(_item(line, at, right=verdict is True))
        index += 1
    return (items, index) if _LEAST <= len(items) <= _MOST and 0 < right < len(items) else None


def _item(line: Line, at: int, *, right: bool = False) -> Line:
    text = f"{line.text}{_RIGHTLY}" if right else line.text
    return replace(line, text=text, role=Role.ITEM, depth=1, group=-2 - at, own_number=None, opens_block=True)


def _with_letters(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; letters that stand alone, three at least and in order, before the words beneath them."""
    at = 0
    while at < len(lines):
        joined: list[Line] = []
        known: list[str] = []
        while label := _letter(lines, at + 2 * len(joined), known):
            first = lines[at + 2 * len(joined)]
            second = lines[at + 2 * len(joined) + 1]
            before = f"{first.text.strip().rstrip('.．)）')}）"
            code = tuple((start + len(before), end + len(before)) for start, end in second.code)
            joined.append(
                replace(second, text=f"{before}{second.text}", code=code, opens_block=True, number=first.number)
            )
            known.append(label)
        if len(joined) >= _LEAST:
            yield from joined
            at += 2 * len(joined)
        else:
            yield lines[at]
            at += 1


def _letter(lines: Sequence[Line], at: int, known: Sequence[str]) -> str:
    """The letter or figure that goes on with ``known`` and is all of a line, with a choice's words beneath it."""
    if at + 1 >= len(lines) or lines[at].role is not Role.TEXT or lines[at].depth:
        return ""
    found = _LETTER.fullmatch(lines[at].text)
    label = labels.normal(found["label"]) if found else ""
    after = lines[at + 1]
    words = after.role is Role.TEXT and not after.depth and _LETTER.fullmatch(after.text) is None
    return label if label and words and labels.follows(known, label) and labels.opening(after.text) is None else ""
