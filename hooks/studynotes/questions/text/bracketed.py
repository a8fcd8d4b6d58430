"""Answers in brackets: ``〔2〕`` behind a question, ``【2】`` on a line beneath its choices, ``[答 b]`` before it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.model import Collection

NAME = "brackets"
TOLD, OTHERWISE, FILLED = "told", "otherwise", "filled"
_OPEN, _CLOSE = r"[【〔\[(（［]", r"[】〕\])）］]"
_ANSWER = r"(?:正解|正答|解答|答え?|こたえ)"
_BRACKETS = rf"(?:かっこ|カッコ|括弧|{_OPEN}[\s　]*{_CLOSE})"
# かっこの中の数字が正答。, 答えは行の最後に【】で書く
_TOLD = re.compile(
    rf"{_BRACKETS}(?:の)?(?:中|なか|内)?(?:の(?:数字|番号|記号|もの))?\s*(?:が|は|=|:)\s*{_ANSWER}(?![え率者合])"
    rf"|(?<![分私身し僕俺者]の){_ANSWER}(?:は|を)[^。、]{{0,12}}{_BRACKETS}(?:の?(?:中|なか|内))?"
    r"(?:に|で|の(?:数字|番号|記号|もの|やつ)(?:です|だ)?(?:$|。))"
)
_SPEAKS = re.compile(_BRACKETS)
# 穴埋めは【 】の中に書き込み済み
_FILLED = re.compile(
    r"(?:穴埋め|穴うめ|あなうめ|空欄|空所|虫食い)(?:問題)?(?:の答え)?[はを][^。、]{0,8}【[\s　]*】"
    r"(?:の?(?:中|なか|内))?に[^。]{0,8}(?:書|記|埋|入れ)"
)
_OTHERWISE = re.compile(
    rf"(?:自分|私|僕|俺|予想|前回)の?(?:答え?|解答|回答)[^。]{{0,8}}{_BRACKETS}|{_BRACKETS}[^。]{{0,8}}(?:自分|私|僕|俺|予想|前回)"
)
# … and what outweighs that, as the learner's answers have been set right: 自分で書き込んだもの、丸つけ済み
_CHECKED = re.compile(
    r"(?:(?:丸|○|マル)[つ付]け|採点|答え合わせ|答合わせ|添削|直し|修正|訂正)(?:も)?済み?(?!で(?:は|も)?な)"
)
_LABEL = rf"(?:10|[1-9１-９]|[A-Ja-jＡ-Ｊａ-ｊ]|[{KATAKANA}]|[①-⑩])"
_LABELS = rf"{_LABEL}(?:[\s　]*[、,・と][\s　]*{_LABEL})*"
# no sentence on the choice (【4】 は誤り), nor one that goes on with another
_BEHIND_LABEL = r"(?![はがもをのと](?:[、。\s　]|[一-鿿ァ-ヺ]))[^△\s　→⇒]"
_WHOLE = re.compile(
    rf"[\s　]*{_OPEN}[\s　]*(?P<label>{_LABELS})[\s　]*{_CLOSE}(?:$|[\s　]+(?P<rest>{_BEHIND_LABEL}.*))"
)
_WORD = re.compile(
    rf"[\s　]*{_OPEN}[\s　]*(?P<words>[^【】〔〕\[\]（）()［］\s　][^【】〔〕\[\]（）()［］]*?)[\s　]*{_CLOSE}[\s　]*"
)
_KAKKO = re.compile(rf"[\s　]*【[\s　]*(?P<label>[1-9１-９A-Ja-j{KATAKANA}①-⑩])[\s　]*】[\s　]*")
_BEHIND = re.compile(rf"(?P<said>.*\S)[\s　]*{_OPEN}[\s　]*(?P<label>{_LABELS})[\s　]*{_CLOSE}[\s　]*")
_MISSED = frozenset("×✕☓✗✘❌✖△")  # before a question that went wrong
_CLOSING = tuple("】〕])）］")
_BEHIND_GAP = re.compile(
    rf"(?P<said>.*\S)[\s　]+{_OPEN}[\s　]*(?P<words>[^【】〔〕\[\]（）()［］]+?)[\s　]*{_CLOSE}[\s　]*"
)
_BEFORE = re.compile(
    rf"[\s　]*[\[【〔［][\s　]*{_ANSWER}[\s　]*[:：]?[\s　]*(?P<label>{_LABEL})[\s　]*[\]】〕］][\s　]*(?P<said>\S.*)"
)
_LONGEST_TITLE = 12  # characters of what may stand between choices and their answer
_LINES = 12  # from the file's beginning, where such words stand


def told_in(collection: Collection) -> str:
    """What a file's beginning says of brackets: that they hold the answer, that gaps are filled in them, or else."""
    lines = (line for page in collection.pages[:2] for line in islice(lines_of(page.blocks), _LINES))
    said = [phrases.plain(line.text) for line in lines if line.role is not Role.CODE]
    if any(_OTHERWISE.search(line) and not (_CHECKED.search(line) and _TOLD.search(line)) for line in said):
        return OTHERWISE
    for pattern, meaning in ((_TOLD, TOLD), (_FILLED, FILLED), (_SPEAKS, OTHERWISE)):
        if any(map(pattern.search, said)):
            return meaning
    return ""


def with_answers_read(lines: Sequence[Line], said: str) -> Iterator[Line]:
    """The lines, answers in brackets as those that say so.

    ``said`` is what the file says of its brackets (:func:`told_in`). ``【2】`` beneath choices (and a title)
    becomes ``答え：2`` where it says so (then with what explains it, too), or nothing, and no question begins with its
    number so; behind a question ``〔2〕`` becomes ``【2】``, if the file says so; behind a sentence with a
    gap it is what fills that. ``[答 b]`` before a question is the
    same as behind it.
    """
    told = said == TOLD
    right = [told and line.text.lstrip()[:1] not in _MISSED for line in lines]
    numbered = said in (OTHERWISE, FILLED) or any(
        _KAKKO.match(line.text) and not _KAKKO.fullmatch(line.text) for line in lines
    )
    for at, line in enumerate(lines):
        if line.role is Role.CODE or len(line.text) > phrases.LONGEST:
            yield line
        elif (before := _BEFORE.fullmatch(line.text)) and line.role in (Role.TEXT, Role.ITEM):
            start = before.start("said")
            rest = line.part(start, len(line.text), opens_block=line.opens_block)
            yield replace(rest, text=f"{rest.text}【{before['label']}】")
        elif right[at] and (gap := _with_gap_filled(line)):
            yield replace(line, text=gap)
        elif _is_above_choices(lines, at):
            behind = _BEHIND.fullmatch(line.text) if right[at] else None
            yield replace(line, text=f"{behind['said']}【{behind['label']}】") if behind else line
        elif line.role in (Role.TEXT, Role.DETAIL) and (answer := _answer(lines, at, told=told, numbered=numbered)):
            yield replace(line, text=f"答え：{answer}", code=())
        else:
            yield line


def _with_gap_filled(line: Line) -> str:
    """A sentence with one gap, the words in brackets behind it as its answer; ``""`` if it is none."""
    found = _BEHIND_GAP.fullmatch(line.text) if line.text.rstrip()[-1:] in _CLOSING else None
    if not found or line.role not in (Role.TEXT, Role.ITEM) or len(phrases.gaps(line.text)) != 1:
        return ""
    return f"{found['said']}　（答え：{found['words']}）" if phrases.has_gap(found["said"]) else ""


def _answer(lines: Sequence[Line], at: int, *, told: bool, numbered: bool) -> str:
    """What a line in brackets gives as the answer, ``""`` if it is none."""
    text = lines[at].text
    above = lines[at - 1] if at else None
    beneath_choices = above is not None and (above.role is Role.ITEM or _is_labelled(above))
    if told:
        whole = _WHOLE.fullmatch(text) if beneath_choices or _is_beneath_title(lines, at) else None
        whole = None if whole and labels.split(text) else whole  # (1) …　(2) …　(3) …
        word = _WORD.fullmatch(text) if not beneath_choices and above and phrases.has_gap(above.text) else None
        if whole:
            return f"{whole['label']}。{whole['rest']}" if whole["rest"] else whole["label"]
        return word["words"] if word else ""
    kakko = _KAKKO.fullmatch(text) if beneath_choices and not numbered else None
    after = lines[at + 1] if at + 1 < len(lines) else None
    ends = after is None or after.role is Role.HEADING or phrases.numbered(after.text) is not None
    # a figure may be the next question's number
    if not kakko or (labels.normal(kakko["label"]).isdigit() and not (lines[at].opens_block and ends)):
        return ""
    stem = next((each for each in reversed(lines[:at]) if _may_ask(each)), None)
    return kakko["label"] if stem and (phrases.is_question(stem.text) or phrases.numbered(stem.text)) else ""


def _is_beneath_title(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing but a title stands between a line and choices: of a callout, a fold, an explanation (根拠)."""
    above, before = (lines[at - 1], lines[at - 2]) if at > 1 else (None, None)
    if above is None or before is None or above.role not in (Role.TEXT, Role.HTML) or not above.opens_block:
        return False
    short = len(above.text) <= _LONGEST_TITLE and not phrases.is_question(above.text) and "。" not in above.text
    return short and not _is_labelled(above) and (before.role is Role.ITEM or _is_labelled(before))


def _may_ask(line: Line) -> bool:
    return (line.role is not Role.ITEM or phrases.is_question(line.text)) and not _is_labelled(line)


def _is_labelled(line: Line) -> bool:
    return labels.opening(line.text) is not None


def _is_above_choices(lines: Sequence[Line], at: int) -> bool:
    """Whether choices stand right beneath a line: the first of them is labelled, or an item within it."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    label = labels.opening(after.text) if after else None
    first = label is not None and labels.follows((), label[0])
    figure = after is not None and re.match(r"[\s　]*[1１][\s　]+\S", after.text) is not None
    return first or figure or (after is not None and after.role is Role.ITEM and after.own_number == 1)
