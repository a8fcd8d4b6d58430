"""Recogniser: statements that the notes call right or wrong (``…である。（○）``, ``→ × 理由``, ``問題文 | 答``)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.model import Lines, Problem, Section, Severity
from studynotes.questions.elsewhere import countedlines, remarks
from studynotes.questions.elsewhere.answerlists import scoped, taken_back
from studynotes.questions.elsewhere.numberedstatements import numbered_statements
from studynotes.questions.question import Choice, Form, Part, Question, Words, plain, text
from studynotes.questions.recognisers import (
    askedtruth,
    corrected,
    listedstatements,
    nearby,
    rowedstatements,
    statements,
    yesno,
)
from studynotes.questions.recognisers.statements import Statement
from studynotes.questions.recognisers.truthtable import of_table
from studynotes.questions.text import judging, quotedanswers, runs
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.disowning import reneges
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.opposing import is_contrary, says_again

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAME = "true_false"
STEM = "次の記述は正しいですか、誤りですか。"
_YES, _NO = runs.YES, runs.NO
_ALSO = re.compile(r"(?<=[^\W○〇×てで])も(?:OK|ＯＫ|可(?!能))")  # of a thing, not of a verdict: 永小作権もOK
# Behind a verdict, the other one: ○ か ×; 零度で凍る。よって○
_EITHER = re.compile(
    rf"\s*(?:か|or|または|もしくは|[/／・、]|→|⇒|➡)?\s*{statements.OPEN}?\s*[{_YES}{_NO}]\ufe0f?"
    rf"(?=$|[\s　。、?？]|{statements.CLOSE})",
    re.IGNORECASE,
)
_CONCLUDED = re.compile(
    rf"(?:よって|したがって|従って|ゆえに|つまり|∴|なので|だから)、?\s*"
    rf"(?:(?P<yes>[{_YES}]|正しい)|(?P<no>[{_NO}]|誤り))\ufe0f?(?:です|である|だ)?[。.]?\s*$"
)
# × そのとおり。: what is said with a verdict gives the other one
_AGREES = re.compile(
    r"(?:^|[。、\s]|[こそ]の(?:文|記述|説明)は)(?:(?:その|文の|記述の)(?:通|とお)り|正しい(?:文|記述|説明|内容)?)(?:です|である|だ)?(?:[。]|$)"
)
_DENIES = re.compile(
    r"[」』]\s*(?:が|は)(?:誤り|間違い)(?:です|である|だ)?(?:[。]|$)|(?:^|[。、\s]|[こそ]の(?:文|記述|説明)は)(?:これは)?(?:誤り|間違い|(?:誤った|間違った)(?:文|記述|説明|内容))(?:です|である|だ)?(?:[。]|$)"
)
# ○ on what one may do, and what is said with it forbids it
_PERMITS = re.compile(
    r"(?:て|で)も(?:よい|良い|いい|かまわない|構わない|差し支えない)(?:です)?[。．]?$|ことができる[。．]?$"
)
_FORBIDS = re.compile(
    r"(?:ては|では|ちゃ|じゃ)(?:だめ|ダメ|駄目|いけない|ならない|なりません|いけません)|(?:は|も)(?:禁止|不可|できない)(?:です|だ|である)?(?:$|[。、)])"
)
# ○ on what is enough, and what is said with it demands more
_ENOUGH = re.compile(
    r"(?:(?:だけ|のみ)[^。]{0,12}|なくても?)(?:よい|良い|いい|かまわない|構わない|足りる)(?:です)?[。．]?$"
)
_DEMANDS = re.compile(
    r"(?:ないと(?:いけない|だめ|ダメ|駄目)|なければ(?:ならない|いけない|なりません)|ねばならない|違反|不十分)"
    r"(?:です|だ|である)?(?:$|[。、)])"
)
# × for the third time: how often the learner missed it
_TIMES = re.compile(r"\s*[(（]?\s*(?:\d+|[二三四五六])\s*(?:回|度)目(?!の|に|は)")
# ○ って書いたけど×; ○、解説では×; ○（うそ）; ○（この本）／×（あの本）: another verdict comes with it
_REVERTS = re.compile(
    r"(?:[)）]|[/／|｜])\s*[/／|｜・、]?\s*[○◯〇×✕☓](?=\s*[(（]|$)|^[\s(（]*(?:うそ|嘘|ウソ)|(?:って|と)書いた(?:けど|が)|^\s*か\s*[(（「]?(?:正|誤|[○◯〇×✕☓])"
    r"|(?:では|だと|けど|だったが)、?\s*[「『(（]?(?:[○◯〇×✕☓]|正しい|誤り|間違い|[正誤](?=[)）」』]|$))"
)
_AGAIN = re.compile(r"^\s*[(（]?(?:\d+|[二三四])(?:周|回|度)目[)）]?\s*[:：]?\s*(?=→|⇒|➡|[○◯〇×✕☓])")  # （2周目）→ ×
_ALONE = re.compile(rf"\s*{statements.MARK}[。.]?\s*")
_TOP = 3  # lines of a stretch that may say what its marks are
_NEAR = 8  # lines that may tell of a verdict
_VERDICT_WITHIN = 3  # lines, from the statement on: it may be announced (答え), and stand beneath


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One question, 正しい or 誤り, for each statement that is marked ○ or × as a sentence is.

    The mark stands in brackets behind the sentence's full stop, behind an arrow, or in a line beneath it (``→ ×``,
    ``答え：○``, ``○ 正しい``), or in a table's column 答, 正誤, … beside one called 問題文, 記述, …, or in the file's
    list of answers (``listed``). That these are marks for statements must show: the stretch between two headings has
    both ○ and ×, or speaks of 正誤 or ○×, or says both (``○ 正しい``), or the file's statements show it together
    (:mod:`.runs`). A line ``はい / いいえ`` beneath a statement asks as well
    (:mod:`.yesno`), and so does ``「…」は正しいですか？`` (:mod:`.askedtruth`).
    Choices of a question (``…はどれか``) are none; a verdict with a word of doubt asks nothing and is a problem.
    """
    problems: list[Problem] = []
    run = runs.lines_in(listed)
    stretches, listed, asked = judging.with_signs_read(list(_stretches(section, listed)), listed)
    about = asked or _tells_of_truth(stretches) or runs.TRUTH in listed or quotedanswers.shows_verdicts(listed)
    found = [each for stretch in stretches for each in _of_lines(stretch, section, problems, run, about=about)]
    found += [statement for stretch in stretches for statement in _offered(stretch)]
    blocks = section.all_blocks
    found += [statement for index in range(len(blocks)) for statement in of_table(blocks, index)]
    numbered = list(numbered_statements(section.all_blocks))
    remarked = {
        line.number
        for number, line in numbered
        if taken_back(scoped(section, number)) in listed or taken_back(countedlines.statement(number)) in listed
    }
    found = [statement for statement in found if statement.lines.first not in remarked]
    marked = {statement.lines.first for statement in found}
    of_list = listedstatements.of_list(section, listed, numbered)
    found += [statement for statement in of_list if statement.lines.first not in marked]
    marked |= {statement.lines.first for statement in found} | remarked
    rows = rowedstatements.of_rows([line for stretch in stretches for line in stretch])
    found += [statement for statement in rows if statement.lines.first not in marked]
    found = [] if judging.NAME in listed else nearby.owned(found, stretches)
    return [_question(statement, section) for statement in found if not statements.asks(statement)], problems


def _stretches(section: Section, listed: Mapping[str, str]) -> Iterator[list[Line]]:
    current: list[Line] = []
    blocks = section.all_blocks
    for line in quotedanswers.with_answers_read(list(lines_of(blocks)), blocks, listed):
        if line.role is Role.HEADING and phrases.numbered(line.text) is None:
            yield current
            current = []
        current += [line] if line.text.strip() else []
    yield current


def _tells_of_truth(stretches: Sequence[Sequence[Line]]) -> bool:
    """Whether a section says before its first heading below its own that its statements are right or wrong."""
    first = [line for stretch in stretches[:2] for line in stretch][:3]
    return any(runs.ABOUT_TRUTH.search(phrases.plain(line.text)) for line in first)


def _offered(stretch: Sequence[Line]) -> Iterator[Statement]:
    """The statements that ``はい / いいえ`` or ``正しいですか`` is asked of."""
    for line, answer, right in yesno.offered(stretch):
        yield Statement(
            line.words(statements.start(line.text)), right, (), Lines(line.number, answer.number), line.block
        )
    for told in askedtruth.asked_of(stretch):
        reason = plain(told.reason)
        if not (_opposes(reason, right=told.right) or _forbids(told, reason) or _gainsays(told, reason)):
            yield told


def _of_lines(
    stretch: Sequence[Line], section: Section, problems: list[Problem], run: frozenset[int], *, about: bool
) -> list[Statement]:
    found: list[Statement] = []
    doubtful: list[Line] = []
    judged = any(map(_asks_for_marked, stretch[:_TOP], stretch[1:]))
    in_front = judged or _tells(stretch[:1], 0)
    in_front = in_front or any(statements.IN_FRONT.search(line.text) for line in stretch[:_TOP])
    titled = False  # whether what stands here is beneath 【○×】
    last: dict[int, tuple[int, Line]] = {}  # the latest line of each depth, and where it is
    near = [statements.ANY_MARK.search(line.text) for line in stretch]
    told = about or any(runs.ABOUT_TRUTH.search(phrases.plain(line.text)) for line in stretch[:_TOP])
    for index, line in enumerate(stretch):
        after = stretch[index + 1] if index + 1 < len(stretch) else None
        titled = runs.is_title(line) or (
            titled and not phrases.is_question(line.text) and line.role is not Role.HEADING
        )
        around = [place for depth, place in last.items() if depth < line.depth or not line.depth]
        last[line.depth] = index, line
        if not any(near[index : index + _VERDICT_WITHIN]):
            continue
        before = max(around, key=lambda place: place[0])[1] if around else None
        if line.role is Role.CODE or (before and nearby.asks_which(before, line)):
            continue
        if after and (nearby.announces_verdict(after) or nearby.turns(after)):
            after = stretch[index + 2] if index + 2 < len(stretch) else None
            if after and (nearby.is_of_another_item(line, after) or nearby.begins_list(stretch[index + 2 : index + 4])):
                continue
            under = nearby.is_under_number(stretch, index)
            statement = _read(line, after, announced=True, asked=told or titled, under=under)
        else:
            before_each = in_front or nearby.is_next_marked(stretch, index)
            patterns = [statements.BRACKETED, *([statements.BEFORE] if before_each else [])]
            replies = before is not None and nearby.replies(stretch, index, before)
            headed, under = nearby.is_headed(stretch, index), nearby.is_under_number(stretch, index)
            statement = _read(line, after, asked=told or titled, headed=headed, under=under) or (
                None if replies else _marked_before(line, patterns, numbered=judged)
            )
        reason = plain(statement.reason) if statement else ""
        opposed = statement and (_opposes(reason, right=statement.right) or _forbids(statement, reason))
        opposed = opposed or (statement and _gainsays(statement, reason))
        if statement and (opposed or _is_hedged(statement) or _is_doubted(stretch, index, statement)):
            doubtful.append(line)
        elif statement:
            found.append(replace(statement, told=statement.told or titled))
    told = told or any(statements.BOTH.fullmatch(line.text) for line in stretch)
    if not told and len({statement.right for statement in found}) < len((True, False)):
        return [statement for statement in found if statement.told or statement.lines.first in run]
    for line in doubtful:
        what, remedy = "a statement whose verdict is not clear", "write ○ or ×, and the explanation without a doubt"
        problems.append(Problem(section.file, line.number, Severity.WARNING, what, remedy))
    return found


def _asks_for_marked(line: Line, after: Line) -> bool:
    """Whether a line asks to judge statements (``次の文の正誤を答えよ。``), and the first has its verdict before it."""
    asks = runs.JUDGED.search(phrases.plain(line.text)) is not None
    return asks and _marked_before(after, [statements.BRACKETED, statements.BEFORE], numbered=True) is not None


def _is_hedged(statement: Statement) -> bool:
    """Whether what is said with a verdict doubts it."""
    said = _unmended(statement, plain(statement.reason))
    return (
        hedged(_ALSO.sub("", listedstatements.OTHERS.sub("", said)))
        or doubts(said)
        or reneges(said)
        or bool(_TIMES.match(said) or _REVERTS.search(said))
    )


def _unmended(statement: Statement, said: str) -> str:
    """What is said of a statement, without what only sets a wrong one right."""
    return corrected.without_corrections(said, plain(statement.said), right=statement.right)


def _forbids(statement: Statement, reason: str) -> bool:
    """Whether what is said with ○ on what one may do forbids it, or demands more (``…してもよい。 ○ …してはだめ``)."""
    said, reason = plain(statement.said).rstrip(), phrases.plain(reason)
    permits, enough = _PERMITS.search(said), _ENOUGH.search(said)
    return statement.right and bool((permits and _FORBIDS.search(reason)) or (enough and _DEMANDS.search(reason)))


def _gainsays(statement: Statement, reason: str) -> bool:
    """Whether what is said of a statement fits the other verdict: the opposite with ○, the same again with ×."""
    return (is_contrary if statement.right else says_again)(plain(statement.said), reason)


def _is_doubted(stretch: Sequence[Line], index: int, statement: Statement) -> bool:
    """Whether a line behind the verdict doubts it, corrects it or gives another one (the first), up to what follows."""
    behind = [line for line in stretch[index : index + _NEAR] if line.number >= statement.lines.last]
    doubted = doubts(stretch[index].text) or nearby.is_doubted_elsewhere(stretch, index)
    if doubted or any(line.struck for line in behind[:1]):
        return True
    first = statements.BEFORE.fullmatch(stretch[index].text)
    for at, line in enumerate(behind[1:]):
        if first and statements.BEFORE.fullmatch(line.text):
            break
        again = _AGAIN.sub("", line.text)  # （2周目）→ ×
        other = statements.BENEATH.fullmatch(again) if at == 0 or again != line.text else None
        if other and (other["yes"] is not None) is not statement.right:
            return True
        beside = line.role is Role.ITEM and (at > 0 or line.depth <= stretch[index].depth)
        beside = beside or nearby.is_next_bullet(line, stretch[index]) or nearby.is_next_kind(line, stretch[index])
        if line.role is Role.HEADING or statements.start(line.text) or beside:
            break
        if remarks.numbers_of(line.text) or nearby.is_on_another(stretch, index, line.text):
            continue  # on one that it names: that one is left out by its number or words
        told = _unmended(statement, line.text)
        if doubts(told) or answerlines.revises(told) or _opposes(line.text, right=statement.right):
            return True
        if _forbids(statement, line.text) or _gainsays(statement, line.text):
            return True
    return False


def _opposes(said: str, *, right: bool) -> bool:
    """Whether what is said of a statement gives the other verdict than its mark."""
    return (_DENIES if right else _AGREES).search(phrases.plain(said)) is not None


def _tells(lines: Sequence[Line], index: int) -> bool:
    """Whether a line, or one of the two before it, speaks of right and wrong (``〇か×か``)."""
    return any(runs.ABOUT_TRUTH.search(phrases.plain(line.text)) for line in lines[max(0, index - 2) : index + 1])


def _marked_before(line: Line, patterns: Sequence[re.Pattern[str]], *, numbered: bool = False) -> Statement | None:
    """A list's item that begins with its mark (``○ 動脈血は…``, ``【×】植物は…``)."""
    single = line.role is Role.ITEM or (line.role is Role.TEXT and bool(patterns[1:]))
    fits = single and len(line.text) <= phrases.LONGEST and not (line.struck or line.mended)
    start = statements.start(line.text) if numbered else 0  # (1) ○ …
    found = next((match for each in patterns if (match := each.fullmatch(line.text, start))), None) if fits else None
    if not found or len(found["said"]) < statements.SHORTEST or statements.OPINION.search(found["said"].rstrip()):
        return None
    if any(each.match(found["said"]) for each in (statements.BEFORE, statements.BRACKETED)):
        return None  # (正)(誤)で書く。
    where = Lines(line.number, line.number)
    begins = found.start("said") + (statements.start(found["said"]) if numbered else 0)  # （○）1. …
    return Statement(line.words(begins), found["yes"] is not None, (), where, line.block)


def _read(  # noqa: PLR0913 - each says something else of the line
    line: Line,
    after: Line | None,
    *,
    announced: bool = False,
    asked: bool = False,
    headed: bool = False,
    under: bool = False,
) -> Statement | None:
    """The statement in a line, with its mark there or in the next line (``announced``: beneath 答え).

    ``asked``: something says that ○ and × are asked for; ``headed``: the heading right above it does; ``under``: that
    heading is the statement's number.
    """
    if line.struck or line.mended:  # …は~~1年~~1年6か月である。→ ×: what the verdict is on, nobody could tell
        return None
    if len(line.text) > phrases.LONGEST or (after and len(after.text) > phrases.LONGEST):
        return None
    aside = statements.aside(line.text)
    patterns = [statements.BEHIND, statements.ARROW, statements.BEHIND_WORD]
    trailing = [statements.TRAILING_ASKED, statements.ARROW_ASKED] if asked else [statements.TRAILING]
    counted = statements.behind_number(line.text) > 0 or line.own_number is not None or under
    counted = counted or statements.IN_BRACKETS.match(line.text) is not None
    patterns += trailing if counted or (asked and (line.role is Role.ITEM or phrases.bulleted(line.text))) else []
    found = None if aside else next(filter(None, (each.fullmatch(line.text) for each in patterns)), None)
    if found and found.re is statements.BEHIND:
        found = corrected.first_verdict(found, [each.fullmatch(line.text) for each in patterns[1:]])
    if found:
        made = _made(line, found, line, found.end("said"))
        card = found.re is statements.ARROW and found["leads"][:1] == ":"  # …である。::○ has nothing else on its back
        return replace(made, told=True) if made and card else made
    end = aside.start() if aside else len(line.text)
    said = line.text[:end].rstrip().rstrip("」』") if aside else line.text
    if after is None or after.role in (Role.HEADING, Role.CODE) or not statements.SENTENCE.search(said.rstrip()):
        return None
    deeper = announced or after.depth > line.depth or (after.role is Role.DETAIL and after.depth == line.depth)
    both = statements.BOTH.fullmatch(after.text)
    leading = statements.leading(line.text)
    bare = deeper or (leading is not None and after.block is line.block)
    bare = bare or (asked and counted and after.role is not Role.ITEM and bool(_ALONE.fullmatch(after.text)))
    # ### 問3（正誤）, and a paragraph each for the statement and what is said of it
    bare = bare or (after.role is Role.TEXT and (headed or (asked and under)))
    patterns = [statements.BENEATH, statements.BOXED, statements.QUOTED, statements.CONCLUDING]
    patterns += [statements.BARE_BENEATH] if bare else []
    keyed = _beside_own(after.text)
    patterns += [statements.REPLIED] if aside and statements.OFFERS_REPLY.search(phrases.plain(aside[0])) else []
    beneath = both or next(filter(None, (each.fullmatch(after.text) for each in patterns)), None) or keyed
    entry = after.own_number is not None and line.role is not Role.ITEM and not under  # 1. ○: in a list of answers
    if not beneath or entry or (phrases.is_question(said) and not leading):
        return None
    numbered = phrases.numbered(line.text) is not None or phrases.counted(phrases.plain(line.text))
    numbered = numbered or statements.IN_BRACKETS.match(line.text) is not None
    beside = after.role is Role.ITEM and after.depth <= line.depth  # the list goes on
    numbered = numbered or under or bool(beneath.groupdict().get("word"))
    numbered = numbered or (line.own_number is not None and not beside)
    related = both or deeper or after.block is line.block or numbered or leading or headed
    made = _made(line, beneath, after, end) if related or aside else None
    return replace(made, told=True) if made and (aside or leading or headed) else made


def _beside_own(text: str) -> re.Match[str] | None:
    """The verdict on a line that gives it beside the learner's own (``自分：正　正解：誤　×``)."""
    told = answerlines.has_fields(text) and answerlines.word(text) == "key"
    found = statements.BARE_BENEATH.fullmatch(answerlines.answer(text) or "") if told else None
    return found if found and not found["reason"] else None


def _made(line: Line, found: re.Match[str], verdict: Line, end: int) -> Statement | None:
    start = statements.start(line.text) or phrases.bulleted(line.text)
    words = line.words(start, end)
    if len(plain(words)) < statements.SHORTEST:
        return None
    more = next((name for name in ("more", "inside") if name in found.re.groupindex), "reason")
    why = "reason" if found["reason"] else more
    concluded = _CONCLUDED.search(found[why] or "")
    if _EITHER.match(found[why] or "") or (concluded and bool(concluded["yes"]) is not bool(found["yes"])):
        return None
    reason = verdict.words(found.start(why), found.end(why)) if found[why] else ()
    where = Lines(line.number, verdict.number)
    return Statement(words, found["yes"] is not None, _unbracketed(reason), where, line.block)


def _unbracketed(words: Words) -> Words:
    """A reason that stood in brackets, of which the mark took the first."""
    if len(words) == 1 and words[0].endswith((")", "）")) and "（" not in words[0] and "(" not in words[0]:
        return text(words[0][:-1].strip())
    return words


def _question(statement: Statement, section: Section) -> Question:
    choices = (Choice(text("正しい"), right=statement.right), Choice(text("誤り"), right=not statement.right))
    return Question(
        form=Form.SINGLE,
        stem=(Part("text", text(STEM)), Part("text", statement.said)),
        choices=choices,
        recogniser=NAME,
        file=section.file,
        lines=statement.lines,
        position=-1 if statement.block is section.heading else statement.block.position,
        explanation=(Part("text", statement.reason),) if statement.reason else (),
        order=True,
    )
