"""Recogniser: questions that はい or いいえ answers (``問1 …できますか？`` and ``答え：いいえ``)."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Block, Kind, Lines, Problem, Section
from studynotes.questions.elsewhere.answerlists import given_to, scoped, taken_back
from studynotes.questions.elsewhere.answertitles import is_somebodys
from studynotes.questions.question import Choice, Form, Part, Question, Words, text
from studynotes.questions.recognisers import alternatives, askedtruth, nearby, statements
from studynotes.questions.recognisers.gaplists import announces, answered_by
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.opposing import is_contrary, says_again
from studynotes.questions.words.polarity import (
    asks_for_will,
    asks_yes_or_no,
    can_be_done,
    is_no_quiz,
    is_quiz,
    offers_both,
    opposes,
    points_to_matter,
)
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAME = alternatives.NAME
_ASIDE = (
    r"[\s　]*[(（【\[][\s　]*(?:はい|Yes|Y|[○〇◯])[\s　]*(?:[/／|｜・、,]|か|or|または)[\s　]*(?:いいえ|No|N|[×✕☓])"
    r"(?:か|で答え(?:よ|なさい|てください)|\?|？)?[\s　]*[)）】\]]"
)
_END = re.compile(
    rf"か[\s　]?[。．？?]*(?P<aside>{_ASIDE})?"
    r"(?=[\s　]*(?:$|→|⇒|➡|…|‥|[(（\[【]|(?<=[\s　])(?:答|正解|正答|解答|A|はい|いいえ|Yes|No)))",
    re.IGNORECASE,
)
_YES, _NO = r"はい|Yes(?![a-z])", r"いいえ|No(?![a-z]|[.．]?\s*\d)"
_MAY, _MAY_NOT = r"できる|できます|可能", r"できない|できません|不可能|不可"
_REST = r"\ufe0f?(?:です)?(?:$|[\s　。、,.．:：!！(（—–-]+(?P<reason>.*))"
_LIMITS = re.compile(
    r"場合|とは限|一概|例外|部分的|一部|半分|厳密|条件|基本的|原則|なら[、ばで]|時々|たまに|ことも|ただし|但し"
)
_LIMITS_IT = re.compile(r"[\s　※(（・-]*(?:ただし|但し|しかし|でも|けれど|例外|場合による|なお、?例外)")
_ANOTHER = re.compile(
    rf"[{runs.YES}{runs.NO}→⇒➡?？]|はい(?=$|[\s　、。])|いいえ|(?<![A-Za-z])(?:Yes|No)(?![A-Za-z])", re.IGNORECASE
)
_CALLED = re.compile(r"答|正|解|Ans|Correct|Back", re.IGNORECASE)  # words for an answer; A is also who speaks
_LONGEST = 90  # characters of a reason: what is longer is told to somebody who wants to know
_NEAR, _TOLD = 4, 6  # lines in which the answer begins, and in which a doubt counts
_ASKED_HEADS = frozenset(["質問", "質問文", "問題", "問題文", "設問", "問い", "問", "Q", "Question"])
_ANSWER_HEADS = frozenset(
    ["答", "答え", "解答", "正解", "正答", "A", "Answer", "はい/いいえ", "Yes/No", "はいかいいえ"]
)


class _Said(NamedTuple):
    """What is asked where, whether はい answers it, and why."""

    asked: Words
    lines: Lines
    block: Block
    right: bool
    reason: str
    plainly: bool  # whether the answer is called one
    of_will: bool  # whether a program may ask so


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One question, はい or いいえ, for each numbered one that ends in か and has one of these words as its answer.

    The word stands at the answer's very beginning (Yes and No, ○ and × are as good, and できる and できない where that
    is asked), and nothing but a short reason behind it, without a limit or a doubt. It stands beneath, behind an arrow,
    in brackets behind the question, in a table's row or in the list of answers.
    What asks for anything else, offers alternatives, denies (``…ないか``), proposes, points to what stands above, or
    asks after somebody, is none (:mod:`.polarity`). Where nothing calls it an answer, or says that はい or いいえ is
    asked for, the section must have both: questions of a form or of a conversation look alike.
    """
    blocks = section.all_blocks
    lines = [line for line in lines_of(blocks) if line.text.strip()]
    asking = {at: end for at, line in enumerate(lines) if (end := _asks(line))}
    if asking and _is_of_what_stands_above(lines, min(asking)):
        return [], []
    tables = [block for block in blocks if block.kind is Kind.TABLE and _columns(block)]
    if not (asking or tables) or any(is_no_quiz(line.text) for line in lines if line.role is Role.HEADING):
        return [], []
    told = any(_tells(line) for line in lines[: _NEAR * 2])
    beneath = answered_by(blocks, asks_yes_or_no) if asking else {}
    found: list[_Said] = []
    for at, end in asking.items():
        number = _number(lines, at)
        if not number and lines[at].role not in (Role.ITEM, Role.HEADING):
            continue
        withdrawn = taken_back(number) in listed or taken_back(scoped(section, number)) in listed
        said = _behind(lines, at, end) or _beneath(lines, at, end, told=told)
        said = said or _among_answers(lines[at], end, beneath.get(lines[at].number, ()))
        said = said or (_given(lines[at], end, given_to(section, listed, number)) if number else None)
        found += [said] if said and not withdrawn and (number or told or said.plainly) else []
    found += [said for block in tables for said in _of_table(block)]
    both = len({said.right for said in found}) > 1
    return [_made(said, section) for said in found if said.plainly or told or (both and not said.of_will)], []


def _asks(line: Line) -> int:
    """Where the question ends that a line is, or begins with; 0 where it is none that はい or いいえ answers."""
    said = line.text
    if "か" not in said or len(said) > phrases.LONGEST or line.role is Role.CODE or line.struck or line.mended:
        return 0
    found = _END.search(said) if line.opens_block or line.role in (Role.ITEM, Role.HEADING) else None
    return found.end() if found and asks_yes_or_no(_asked(said, found)) else 0


def _is_of_what_stands_above(lines: Sequence[Line], first: int) -> bool:
    """Whether the first of the questions stands right beneath code, or a line that says what to read or look at."""
    code = first > 0 and lines[first - 1].role is Role.CODE
    return code or any(points_to_matter(line.text) for line in lines[:first])


def _asked(said: str, found: re.Match[str]) -> str:
    """A question without its number, and without what offers both answers behind it."""
    end = found.start("aside") if found["aside"] else found.end()
    return said[statements.start(said) or phrases.bulleted(said) : end]


def _number(lines: Sequence[Line], at: int) -> str:
    """The number, sign or letter by which a line is a question of several, or that of the heading right above it."""
    above = phrases.number(lines[at - 1].text) or "?" if nearby.is_under_number(lines, at) else ""
    return nearby.number_of(lines[at]) or above or ("?" if statements.start(lines[at].text) else "")


def _tells(line: Line) -> bool:
    """Whether a line says that はい or いいえ, or ○ or ×, is asked for, or as a title that a quiz follows."""
    titled = line.role is Role.HEADING and is_quiz(line.text)
    return titled or offers_both(line.text) or runs.ABOUT_TRUTH.search(phrases.plain(line.text)) is not None


@cache
def _reply(*, can: bool, inside: bool = False) -> re.Pattern[str]:
    """How an answer reads, with what announces it: on a line, or in brackets behind its question (``inside``)."""
    yes, no = (_YES, _NO) if not can else (f"{_YES}|{_MAY}", f"{_NO}|{_MAY_NOT}")
    said = rf"(?:(?P<no>{no}|(?P<wrong>[{runs.NO}]))|(?P<yes>{yes}|(?P<right>[{runs.YES}])))"
    if inside:
        given = r"(?:(?P<word>答え?|解答|正解|正答|A)\s*[:：.．]?\s*)?"
        return re.compile(
            rf"\s*{statements.OPEN}\s*{given}{said}\ufe0f?(?:です)?\s*{statements.CLOSE}(?P<reason>.*)", re.IGNORECASE
        )
    return re.compile(rf"(?:{statements.GIVEN}|\s*(?:…+|‥+|\.{{3,}})?\s*)[「『]?{said}[」』]?{_REST}", re.IGNORECASE)


def _behind(lines: Sequence[Line], at: int, end: int) -> _Said | None:
    """The answer on the question's own line, announced or in brackets."""
    line = lines[at]
    rest = line.text[end:].replace("**", "")
    if not rest.strip():
        return None
    can = can_be_done(line.text[:end])
    found = _reply(can=can, inside=True).fullmatch(rest) or _reply(can=can).fullmatch(rest)
    return _told(line, end, found, [line, *_own_lines(lines, at)]) if found else None


def _beneath(lines: Sequence[Line], at: int, end: int, *, told: bool) -> _Said | None:
    """The answer on a line beneath: announced there or above it, or all that stands in the question's item."""
    line = lines[at]
    if line.text[end:].strip():
        return None
    announced = False
    own = _own_lines(lines, at)
    for place, each in enumerate(own[:_NEAR]):
        if each.role is Role.CODE or len(each.text) > phrases.LONGEST or is_somebodys(each.text):
            return None
        found = _reply(can=can_be_done(line.text[:end])).fullmatch(each.text.replace("**", ""))
        if askedtruth.EITHER.fullmatch(each.text):
            told = True
        elif found:
            inside = each.depth > line.depth or (each.role is Role.DETAIL and each.depth == line.depth)
            fits = found["word"] or _is_pointed(found) or announced or inside or told
            return _told(line, end, found, own[place:], announced=announced) if fits else None
        elif nearby.turns(each) or announces(each):
            announced = announced or answerlines.word(each.text) != "reply"
        else:
            return None
    return None


def _is_pointed(found: re.Match[str]) -> bool:
    return found[0].lstrip()[:1] in ("→", "⇒", "➡", "…", "‥", ".")


def _own_lines(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines beneath a question, up to the next."""
    line = lines[at]

    def goes_on(each: Line) -> bool:
        numbered = (each.own_number is not None or statements.start(each.text) > 0) and each.depth <= line.depth
        answers = answerlines.answer(each.text) is not None or re.match(r"[AＡ]\d*\s*[.．:：]", each.text)
        beside = each.role is Role.ITEM and line.role is Role.ITEM and each.depth <= line.depth
        return each.role is not Role.HEADING and not beside and (bool(answers) or not (numbered or _asks(each)))

    return list(takewhile(goes_on, lines[at + 1 : at + 1 + _TOLD]))


def _among_answers(line: Line, end: int, told: Sequence[Line]) -> _Said | None:
    """The answer that the list right beneath the questions' has for this one."""
    return _given(line, end, " ".join(each.text.strip() for each in told)) if told else None


def _given(line: Line, end: int, answer: str) -> _Said | None:
    """The answer that a list gives."""
    can = can_be_done(line.text[:end])
    found = _reply(can=can).fullmatch(answer.replace("**", "")) if answer and not line.text[end:].strip() else None
    return _told(line, end, found, [line], announced=True) if found else None


def _told(
    line: Line, end: int, found: re.Match[str], beneath: Sequence[Line], *, announced: bool = False
) -> _Said | None:
    """What an answer tells, if nothing speaks against it."""
    ends = _END.search(line.text)
    asked = _asked(line.text, ends) if ends else ""
    limited = any(_LIMITS_IT.match(each.text) for each in beneath[1:3])
    if limited or not _holds(asked, found) or askedtruth.is_doubted(line, beneath, found, asked):
        return None
    start = line.text.find(asked)
    words = line.words(start, start + len(asked))
    called = found["word"] is not None and _CALLED.match(found["word"]) is not None
    signed = found["right"] or found["wrong"]
    plainly = (announced or called or end < 0) and not signed
    where = Lines(line.number, max(line.number, beneath[0].number))
    return _Said(words, where, line.block, found["yes"] is not None, _reason(found), plainly, asks_for_will(asked))


def _reason(found: re.Match[str]) -> str:
    return (found["reason"] or "").strip(" 　)）。、→") + (
        "。" if (found["reason"] or "").rstrip().endswith("。") else ""
    )


def _holds(asked: str, found: re.Match[str]) -> bool:
    """Whether what is said with an answer is short, and neither limits, doubts, takes back nor opposes it."""
    reason, right = found["reason"] or "", found["yes"] is not None
    if opposes(asked, reason, right=right):
        return False
    if len(reason) > _LONGEST or _LIMITS.search(reason) or _ANOTHER.search(reason) or hedged(reason) or doubts(reason):
        return False
    stated = re.sub(r"か[\s　]?[。．？?]*$", "", asked)
    return not (is_contrary if right else says_again)(stated, reason)


def _columns(block: Block) -> tuple[int, int] | None:
    """Which columns of a table ask and answer."""
    heads = [phrases.plain(cell.text).strip() for cell in block.rows[0]]
    asked = next((at for at, head in enumerate(heads) if head in _ASKED_HEADS), None)
    answer = next((at for at, head in enumerate(heads) if head in _ANSWER_HEADS), None)
    same = all(len(row) == len(heads) for row in block.rows)
    return None if asked is None or answer is None or not same else (asked, answer)


def _of_table(block: Block) -> Iterator[_Said]:
    """The rows of a table that ask so, and answer with nothing but such a word and what explains it."""
    asked, answer = _columns(block) or (0, 0)
    for number, row in enumerate(block.rows[1:], block.lines.first + 2):
        said = one_line(row[asked].text).strip()
        ends = _END.search(said)
        found = _reply(can=can_be_done(said)).fullmatch(one_line(row[answer].text).strip()) if ends else None
        if (
            not ends
            or not found
            or found["word"]
            or said[ends.end() :].strip()
            or any(doubts(cell.text) for cell in row)
        ):
            continue
        words = _asked(said, ends)
        if asks_yes_or_no(words) and _holds(words, found):
            yield _Said(
                text(words),
                Lines(number, number),
                block,
                found["yes"] is not None,
                _reason(found),
                plainly=False,
                of_will=asks_for_will(words),
            )


def _made(said: _Said, section: Section) -> Question:
    return Question(
        form=Form.SINGLE,
        stem=(Part("text", said.asked),),
        choices=(Choice(text("はい"), right=said.right), Choice(text("いいえ"), right=not said.right)),
        recogniser=NAME,
        file=section.file,
        lines=said.lines,
        position=-1 if said.block is section.heading else said.block.position,
        explanation=(Part("text", text(said.reason)),) if said.reason else (),
        order=True,
    )
