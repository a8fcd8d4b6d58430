"""Choices that nothing marks as such: bare lines between a question and its answer, as copied from another site.

Pages and apps lose their lists when they are copied. What is left are lines beneath a question, and further down one of
them once more, behind 正解; or 正解 right above one of them; or each choice's letter on a line of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LEAST, _MOST = 3, 8  # choices
_LONGEST = 200  # characters of a choice
_RADIO = re.compile(r"[\s　]*[◯○〇◎●・□☐▢⚪]\ufe0f?[\s　]*(?=\S)")  # the button before each choice
_LETTER = re.compile(rf"[\s　]*(?P<label>10|[1-9１-９A-Ja-jＡ-Ｊａ-ｊ{KATAKANA}①-⑩])[\s　]*[.．)）]?[\s　]*")
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
_FAMILIES = ("アイウエ", "1234", "ABCD")
_FOUR = 4
_NEAR = 6  # lines from the last choice to what answers
_REMARKS = frozenset("※＊→⇒➡←⇐↑↓")
_KEY, _RIGHTLY = "正解", "（正解）"


def with_items(lines: Sequence[Line], given: Callable[[str], str]) -> Iterator[Line]:
    """The lines, unmarked choices among them as the items of a list (:class:`Role` ``ITEM``).

    Choices are three to eight lines right beneath a line that asks, each by itself and none with a label, where the
    answer beneath them is one of them word for word (or that which the file's list of answers gives to the question's
    number, ``given``); or where 正解 stands alone above one of them and not above all: then that one is marked. Four
    lines in a paragraph of their own that a letter or number answers (``正解`` / ``イ``) are the choices in that order.
    Letters that stand alone, in order, are joined with the lines beneath them.
    """
    lines = list(_with_letters(lines))
    at = 0
    while at < len(lines):
        line = lines[at]
        near = range(at + 1, min(at + 4, len(lines)))
        if _is_status(lines, at) and any(_choices(lines, start, given) for start in near):
            at += 1
            continue
        found = _choices(lines, at, given)
        yield line
        if found:
            items, at = found
            yield from items
        else:
            at += 1


def offers(lines: Sequence[Line], at: int) -> bool:
    """Whether bare lines stand right beneath a question, as choices do whose answer is not found: two at least."""
    return at + 2 < len(lines) and _is_bare(lines[at + 1]) and _is_bare(lines[at + 2])


def _is_status(lines: Sequence[Line], at: int) -> bool:
    """Whether a line says how the learner did, as a site does between a question's number and the question."""
    line = lines[at]
    beneath = at > 0 and phrases.numbered(lines[at - 1].text) == ""
    return beneath and line.role is Role.TEXT and _STATUS.fullmatch(phrases.bare(line.text)) is not None


def _choices(lines: Sequence[Line], at: int, given: Callable[[str], str]) -> tuple[list[Line], int] | None:
    """The choices beneath the line ``at`` as items, and where the lines go on."""
    line = lines[at]
    asks = phrases.is_question(line.text) or (line.role is Role.HEADING and phrases.counted(phrases.bare(line.text)))
    item = line.role is Role.ITEM and line.own_number is not None and line.depth == 1
    if not (item or line.role in (Role.TEXT, Role.HEADING)) or not asks or answerlines.answer(line.text) is not None:
        return None
    return _noticed(lines, at) or _named(lines, at, given)


def _named(lines: Sequence[Line], at: int, given: Callable[[str], str]) -> tuple[list[Line], int] | None:
    """Bare lines, of which an answer names one or more word for word, or one by its place among four."""
    end = at + 1
    while end < len(lines) and end - at - 1 <= _MOST and _is_bare(lines[end]):
        end += 1
    run = _apart(lines[at], lines[at + 1 : end])
    found = _plain(run)
    if not _LEAST <= len(found) <= _MOST or len({line.text.rstrip().endswith("。") for line in found}) > 1:
        return None  # a sentence among words may be a remark
    choices = [folded(line.text) for line in found]
    answer = _answer(lines, end)
    start = end - len(run)
    before = list(lines[at + 1 : start])
    if _begins(answer, choices) or (not answer and folded(given(_number(lines[at]))) in choices):
        return [*before, *(_item(line, lines, at) for line in found)], end
    if len(found) == _FOUR and not before and len({line.block for line in [lines[at], *found]}) > 1:
        family = next((family for family in _FAMILIES if _by_place(answer, family)), None)
        if family:
            named = zip(family, found, strict=True)
            return [
                replace(line, text=f"{label}）{line.text}", code=_behind(line, label)) for label, line in named
            ], end
    return None


def _number(line: Line) -> str:
    """The number of a question's line, ``""`` if it has none."""
    return phrases.number(line.text) or str(line.own_number or "")


def _apart(stem: Line, run: Sequence[Line]) -> list[Line]:
    """Of the lines beneath a question's sentence those that are its choices: not what is more of its paragraph.

    That is, where further paragraphs follow. These are one, or one for each choice; else nobody could tell.
    """
    own = [line for line in run if line.block is stem.block]
    others = [line for line in run if line.block is not stem.block]
    if not others:
        return own
    blocks = {id(line.block) for line in others}
    return others if len(blocks) in (1, len(others)) else []


def _by_place(answer: str, family: Sequence[str]) -> bool:
    return labels.normal(phrases.bare(answer).strip("()（）「」 。.")) in family[:_FOUR] and answer.strip() != ""


def _behind(line: Line, label: str) -> tuple[tuple[int, int], ...]:
    """The ranges of code, moved behind a label."""
    return tuple((start + len(label) + 1, end + len(label) + 1) for start, end in line.code)


def _is_bare(line: Line) -> bool:
    """Whether a line may be a choice without any mark."""
    return (
        line.role is Role.TEXT
        and not line.depth
        and not line.struck
        and 0 < len(line.text.strip()) <= _LONGEST
        and line.text.lstrip()[:1] not in _REMARKS
        and labels.opening(line.text) is None
        and answerlines.answer(line.text) is None
        and answerlines.spaced(line.text) is None
        and answerlines.quoted(line.text) is None
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


def _answer(lines: Sequence[Line], start: int) -> str:
    """What the first answer in the lines from ``start`` on is, ``""`` where there is none."""
    announced = False
    for line in islice(lines, start, start + _NEAR):
        payload = answerlines.answer(line.text)
        if payload is None:
            payload = answerlines.spaced(line.text) or answerlines.quoted(line.text)
        if payload is None and phrases.is_reveal(line.text):
            payload = ""
        if announced and payload is None:
            return phrases.undecorated(line.text)
        if payload:
            return payload
        announced = announced or payload == ""
        asks = phrases.is_question(line.text) and payload is None
        if line.role not in (Role.TEXT, Role.HTML) or asks:
            return ""
    return ""


def _begins(payload: str, choices: Sequence[str]) -> bool:
    words = folded(payload)
    return any(words.startswith(choice) for choice in choices)


def _noticed(lines: Sequence[Line], at: int) -> tuple[list[Line], int] | None:
    """Lines of which some have 正解 or 不正解 alone right above them, in the same paragraph.

    Each is a paragraph, or they are all of one, with the question's sentence, as far as what explains them. 正解 above
    the last of them may as well announce the answer, unless the site says more: how the learner did, on top.
    """
    items: list[Line] = []
    words: list[str] = []
    right = 0
    told = any(_STATUS.fullmatch(phrases.bare(line.text)) for line in lines[max(0, at - 1) : at])
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
        together = line.block is lines[at].block
        if not (_is_bare(line) and (line.opens_block or verdict is not None or together)):
            break
        right += verdict is True
        told = told or (verdict is not None and value != _KEY)
        items.append(_item(line, lines, at, right=verdict is True))
        words.append(folded(phrases.undecorated(line.text)))
        index += 1
    if not (_LEAST <= len(items) <= _MOST and 0 < right < len(items)):
        return None
    own = [line.block is lines[at].block for line in items]
    ended = index < len(lines) and phrases.is_explanation(lines[index].text)
    sure = (all(own) and ended) or not any(own)
    sure = sure and len(set(words)) == len(words) and (told or not items[-1].text.endswith(_RIGHTLY))
    return (items, index) if sure else None


def _item(line: Line, lines: Sequence[Line], at: int, *, right: bool = False) -> Line:
    text = f"{line.text}{_RIGHTLY}" if right else line.text
    depth = lines[at].depth + 1
    return replace(line, text=text, role=Role.ITEM, depth=depth, group=-2 - at, own_number=None, opens_block=True)


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
