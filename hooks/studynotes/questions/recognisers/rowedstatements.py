"""Statements that stand together, and beneath them their verdicts in a row (``答え：○××○``, ``ア：正　イ：誤``)."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.model import Lines
from studynotes.questions.elsewhere.answertitles import is_somebodys
from studynotes.questions.question import text
from studynotes.questions.recognisers import corrected, statements
from studynotes.questions.recognisers.gaplists import announces
from studynotes.questions.recognisers.statements import Statement
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LABEL = rf"(?:[1-9]\d?|[A-Ja-j]|[{labels.KATAKANA}]|[①-⑳])"
_YES, _NO = rf"[{runs.YES}]|正しい|正|真|True|T", rf"[{runs.NO}]|誤り|間違い|誤|偽|False|F"
_MARK = rf"(?:(?P<yes>{_YES})|(?P<no>{_NO}))\ufe0f?(?![A-Za-z一-鿿ぁ-んァ-ヺ])"
_SIGN = r"[\s　]*(?:[:：.．、=＝→⇒\-－–—)）]|…+|‥+|\.{2,})*[\s　]*"
_ENTRY = re.compile(
    rf"(?:問題?|Q|No\.?)?[\s　]*(?P<open>[(（\[【])?[\s　]*(?P<label>{_LABEL})(?(open)[\s　]*[)）\]】]){_SIGN}"
    rf"(?P<bracket>[(（「])?{_MARK}(?(bracket)[)）」])",
)
_ALONE = re.compile(rf"[\s　]*{_ENTRY.pattern}(?:$|[\s　:：。、,(（]+(?P<reason>.*))")  # with what explains it
_BARE = re.compile(rf"[(（]?(?:(?P<yes>{_YES})|(?P<no>{_NO}))\ufe0f?[)）]?")
_BETWEEN = re.compile(r"[\s　,，、/／|｜;・。]*")
_ANNOUNCED = re.compile(
    r"[\s　]*(?:(?:→|⇒|➡)|[【\[]?(?:答え?|こたえ|解答|正解|正答)[】\]]?"
    r"(?:[\s　]*(?:[:：→]|は)|(?=[\s　])|(?<=[】\]])))[\s　]*"
)
_LETTER = re.compile(rf"[\s　]*(?P<label>[{labels.KATAKANA}]|[A-Ja-j])[\s　]+(?=\S)")
_LEAST = 2  # statements
_ABOVE = 3  # lines above them that may say what is asked
_BELOW = 3  # lines beneath their verdicts in which a doubt counts
_TITLES = 3  # lines that may stand between them and their verdicts
_ANY_MARK = re.compile(rf"[{runs.YES}{runs.NO}正誤真偽TF]")


def of_rows(lines: Sequence[Line]) -> Iterator[Statement]:
    """Statements whose labels a row of verdicts repeats, or that are as many as its marks, in their order.

    Labels may be whatever choices have; a row without them counts only where something above says that right and wrong
    is asked for, as one that has only ○ does. A doubt on the row, and nothing is told; nor where others with the same
    labels stand without verdicts above, and a heading before the row: it may be theirs (the first of two parts).
    """
    if not any(_ANY_MARK.search(line.text) for line in lines):
        return
    at = 0
    unjudged: set[tuple[str, ...]] = set()
    while at < len(lines):
        group = _group(lines[at:])
        if len(group) >= _LEAST:
            beneath, names = lines[at + len(group) :], tuple(label for label, _, _ in group)
            judged = list(_judged(lines[max(0, at - _ABOVE) : at], group, beneath))
            apart = any(line.role is Role.HEADING for line in beneath[:1])
            yield from () if apart and names in unjudged else judged
            unjudged |= set() if judged else {names}
        at += max(len(group), 1)


def _group(lines: Sequence[Line]) -> list[tuple[str, Line, int]]:
    """The labelled statements that lines begin with: the label, the line, and where its words begin."""
    found: list[tuple[str, Line, int]] = []
    for line in lines:
        own = _own_label(line)
        if own is None or not labels.follows([label for label, _, _ in found], own[0]):
            break
        if line.struck or line.mended or not statements.SENTENCE.search(line.text.rstrip()):
            return []
        found.append((own[0], line, own[1]))
    return found


def _own_label(line: Line) -> tuple[str, int] | None:
    if line.role not in (Role.TEXT, Role.ITEM) or len(line.text) > phrases.LONGEST:
        return None
    if line.own_number is not None:
        return str(line.own_number), 0
    opened = labels.opening(line.text)
    if opened:
        return labels.normal(opened[0]), opened[1]
    letter = _LETTER.match(line.text)
    if letter:
        return labels.normal(letter["label"]), letter.end()
    start = statements.behind_number(line.text)
    return (phrases.number(line.text), start) if start and phrases.number(line.text).isdigit() else None


def _judged(
    above: Sequence[Line], group: Sequence[tuple[str, Line, int]], beneath: Sequence[Line]
) -> Iterator[Statement]:
    told = any(runs.ABOUT_TRUTH.search(phrases.plain(line.text)) for line in above)
    if not told and above and phrases.is_question(above[-1].text):
        return  # its choices
    titles = list(takewhile(_is_title, beneath[:_TITLES]))
    rest = beneath[len(titles) :]
    known = [label for label, _, _ in group]
    verdicts, count = _verdicts(rest, known, told=told, announced=bool(titles))
    after = rest[count : count + _BELOW]
    if not verdicts or (len(set(map(_is_right, verdicts.values()))) == 1 and not told):
        return
    if any(_is_doubtful(line) for line in (*titles, *rest[:count], *after)):
        return
    for label, line, start in group:
        found = verdicts.get(label)
        reason = (found.groupdict().get("reason") or "").strip() if found else ""
        words = line.words(start)
        if found is None or len(line.text) - start < statements.SHORTEST:
            continue
        if not hedged(corrected.without_corrections(reason, line.text, right=_is_right(found))):
            why = text(reason) if reason else ()
            yield Statement(words, _is_right(found), why, Lines(line.number, line.number), line.block)


def _is_right(found: re.Match[str]) -> bool:
    return found["yes"] is not None


def _is_title(line: Line) -> bool:
    return not _ENTRY.match(line.text) and announces(line) and not is_somebodys(line.text)


def _is_doubtful(line: Line) -> bool:
    """Whether a line doubts the verdicts, or is somebody's own."""
    return line.struck or line.mended or doubts(line.text) or answerlines.revises(line.text) or is_somebodys(line.text)


def _verdicts(
    lines: Sequence[Line], known: Sequence[str], *, told: bool, announced: bool
) -> tuple[Mapping[str, re.Match[str]], int]:
    """The verdicts on all of the statements, and how many lines they take; none where they do not fit."""
    if not lines or lines[0].role in (Role.CODE, Role.HEADING):
        return {}, 0
    said = lines[0].text.replace("**", "").strip()
    opens = _ANNOUNCED.match(said)
    if opens is None and not announced:
        return {}, 0
    said = said[opens.end() :] if opens else said
    pairs = _row(said, _ENTRY)
    if len(pairs) == len(known) and [labels.normal(each["label"]) for each in pairs] == list(known):
        return dict(zip(known, pairs, strict=True)), 1
    marks = _row(said, _BARE) if told else []
    if len(marks) == len(known):
        return dict(zip(known, marks, strict=True)), 1
    each_its_line = [said, *(line.text.replace("**", "") for line in lines[1 : len(known)])]
    column = list(filter(None, map(_ALONE.fullmatch, each_its_line)))
    if len(column) == len(known) and [labels.normal(each["label"]) for each in column] == list(known):
        return dict(zip(known, column, strict=True)), len(known)
    return {}, 0


def _row(said: str, one: re.Pattern[str]) -> list[re.Match[str]]:
    """What a line is made of, if it is nothing else."""
    found: list[re.Match[str]] = []
    at = 0
    while at < len(said):
        entry = one.match(said, at)
        if entry is None:
            return []
        found.append(entry)
        between = _BETWEEN.match(said, entry.end())
        at = between.end() if between else entry.end()
    return found
