"""Answers that stand at the head of the next part of a file: ``前回の答え：Q1は b。aは…。Q2は c と d。``.

So that one has to think first. Each names questions of the part right before, by their numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere.answerlists import DISOWNED, DOUBTED
from studynotes.questions.stretches import gainsaying
from studynotes.questions.stretches.keylists import by_line
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Role, lines_of
from studynotes.questions.text.numbering import number_of
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.differing import differs
from studynotes.questions.words.disowning import reneges
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.stretches.habits import Shown

_LEAST = 2  # such lines, by which a file shows that this is its way
_LEAD = re.compile(
    r"(?:前回|前の?(?:章|節|回|テーマ|ページ|問題|クイズ|単元|課|項目?)|(?:ひと|一|1)つ前|先週|昨日|きのう|前日)の?(?:問題?|クイズ|Q|確認)?の?"
    r"(?:答え(?!合わせ)|こたえ|正解|正答|解答)\s*(?:[:]|は、?|→|\n)"
)
_NOW = re.compile(
    r"(?:今回|今日|この[章回])の(?:答え|正解|正答|解答)\s*[:]|今回は|(?:自分|私|わたし|僕|俺)[のは]|\d[回周度]目"
)
# b ×, b だった, bにした: how somebody's own answer went, or what it was
_GRADED = re.compile(
    r"[\s(]*(?:[○◯〇⭕×✕☓✗✘❌✅△]|だった|でした|に?した|を?選[んび]|と(?:答|書|思|考)|(?:は|が)(?:誤|間違))"
)
_NAMES = re.compile(
    r"(?:(?<![A-Za-z0-9])Q|(?<![一-鿿])(?:第|問題?|設問))\s*(?P<number>\d{1,3})\s*問?\s*(?:は|が|[:=→])\s*"
)
_K = labels.KATAKANA
_ANDS = r"\s*(?:と|・|,|、)\s*"
_GIVEN = re.compile(
    rf"(?P<given>[(]?[A-Ja-j][)]?(?:{_ANDS}[(]?[A-Ja-j][)]?(?![A-Za-z]))*(?![A-Za-z])"
    rf"|[(]?[{_K}][)]?(?:{_ANDS}[(]?[{_K}][)]?(?![ァ-ヺー]))*(?![ァ-ヺー])|[(]?[1-9][)]?(?:\s*(?:と|・)\s*[(]?[1-9][)]?)*)"
    r"\s*(?:番)?(?P<rest>$|(?:です|でした|だ|で(?=[\s、\d])|が正解)?[\s。、(\n].*|(?:です|でした|だ|が正解)$)",
    re.DOTALL,
)


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers that parts of a file begin with, to the questions of the part before them, by :func:`.by_line`.

    Two parts at least begin so, and each names only questions that the part before asks, each number once. What a
    doubt stands beside, or a reason that speaks for another choice, is no answer.
    """
    lacking = [each for each in shown if each.right is None and each.group.labels]
    if not lacking or DOUBTED in listed or DISOWNED in listed:
        return {}
    beginnings = {at: told for at, section in enumerate(sections[1:]) if (told := list(_told_in(section)))}
    if len(beginnings) < _LEAST:
        return {}
    begun = [section.all_blocks[0].lines.first if section.all_blocks else 0 for section in sections]
    asked: dict[int, dict[str, list[Shown]]] = {}
    for each in shown:
        place = bisect_right(begun, each.line) - 1
        asked.setdefault(place, {}).setdefault(number_of(each.chunk, each.group), []).append(each)
    result: dict[str, str] = {}
    count = 0
    for at, told in beginnings.items():
        before = asked.get(at, {})
        once = len({number for number, _ in told}) == len(told)
        if not once or any(len(before.get(number, ())) != 1 for number, _ in told):
            continue
        count += 1
        for number, said in told:
            question = before[number][0]
            answer = _answer(said, question)
            if question.right is not None and (not answer or set(answer.split("、")) != question.right):
                return {}  # what is told here is something else than the answers
            result |= {by_line(question.line): answer} if answer else {}
    return result if count >= _LEAST else {}


def _told_in(section: Section) -> Iterator[tuple[str, str]]:
    """The numbers of questions, and what is said of each, where a section begins with the answers of the last one."""
    blocks = [block for block in section.all_blocks if block.kind is not Kind.HEADING]
    if not blocks or blocks[0].kind is not Kind.PARAGRAPH or not ("答" in blocks[0].text or "解" in blocks[0].text):
        return
    lead = _LEAD.match(phrases.bare(blocks[0].text) + "\n")
    lists = (Kind.BULLET_LIST, Kind.ORDERED_LIST)
    alone = lead and "\n" not in blocks[0].text and len(blocks[0].text) <= lead.end() and blocks[1:2]
    beneath = blocks[1:2] if alone and blocks[1].kind in lists else []
    lines = [line for line in lines_of([blocks[0], *beneath]) if line.role is not Role.CODE]
    value = "\n".join(phrases.plain(line.text).replace("**", "") for line in lines)
    named = list(_NAMES.finditer(value)) if lead and not _NOW.search(value) else []
    if (
        not named
        or any(line.struck or line.mended for line in lines)
        or doubts(_LEAD.sub("", value[: named[0].start()], count=1))
    ):
        return
    beyond = blocks[1 + len(beneath) : 2 + len(beneath)]
    if any(doubts(block.text.partition("\n")[0]) for block in beyond):
        return
    ends = [*(each.start() for each in named[1:]), len(value)]
    said = [value[found.end() : end].strip() for found, end in zip(named, ends, strict=True)]
    given = [_GIVEN.match(each) for each in said]
    if not any(each and _GRADED.match(each["rest"]) for each in given):
        yield from zip((found["number"] for found in named), said, strict=True)


def _answer(said: str, question: Shown) -> str:
    """The labels that are said of a question, if nothing in what is said of it speaks against them."""
    group = question.group
    found = _GIVEN.match(said)
    named = [labels.normal(each) for each in re.findall(rf"[A-Ja-j{_K}1-9]", found["given"])] if found else []
    rest = found["rest"].lstrip("。、 ") if found else ""
    if not named or any(label not in group.labels for label in named) or reneges(found["rest"] if found else ""):
        return ""
    right = frozenset(map(group.labels.index, named))
    ask = ask_of("\n".join(line.text for line in question.chunk[: group.start] if line.role is not Role.CODE))
    told = [each for each in re.split(r"(?<=。)|\n", rest) if each.strip()]
    if len(right) != (ask.wanted or 1) and not ask.several:
        return ""
    if any(hedged(each) or doubts(each) or differs(each, group, right, negative=ask.negative) for each in told):
        return ""
    return "" if gainsaying.comes_to_another(told, group, right, ask) else "、".join(named)
