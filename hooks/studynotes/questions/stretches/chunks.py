"""Cutting a section's lines into stretches that hold one question each."""

from __future__ import annotations

import re
from itertools import filterfalse, takewhile
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import answerentries
from studynotes.questions.stretches import countingon, openings
from studynotes.questions.stretches.subheads import goes_on
from studynotes.questions.text import counting, numbering, rows, runs
from studynotes.questions.text.lines import Line, Role, following, is_code
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASKING = re.compile(r"\[!(?:question|quiz|problem)\]", re.IGNORECASE)
_WITHIN = re.compile(r"(?<=[^\s　→⇒➡]{6})[→⇒➡](?=[^\s　])")  # 対物を10倍→40倍にすると: no doubt, as → C is
_KAKKO = re.compile(r"[\s　]*【[\s　]*[0-9０-９]{1,4}[\s　]*】")  # 【38】…
_Q = re.compile(r"[\s　]*[QＱ][\s　]+\S")  # Q …: with choices right beneath
_REPLY = re.compile(r"[\s　]*[AＡ][\s　]*[.．:：][\s　]*\S")  # A. …
_SET_OFF_Q = re.compile(r"[\s　*]*[QＱ](?:[\s　]+|\d{0,3}[\s　]*[.．:：])")  # where others are so: Q viで…
# beneath a sentence of which right or wrong is said: ⇒ ×。…
_SAID_OF_IT = re.compile(r"[\s　]*(?:→|⇒|➡)[\s　]*[○◯〇⭕×✕☓✗✘❌]\ufe0f?(?=$|[\s　。、,(（で])")
_LEAST = 3  # choices
_REMARKS = frozenset("※↑→⇒←")
_LONGEST_LIST = 40  # lines of answers that are looked at


def chunks_of(lines: Sequence[Line], *, items: bool = False) -> list[list[Line]]:
    """The stretches of ``lines`` that may hold a question.

    A stretch begins at a heading (one that gives an answer or explanation excepted), at a numbered
    question (``問題 3:``, ``Q: …``, ``(3) …`` with choices right beneath), at a title of statements (``【○×】``), and
    at a paragraph that asks and is followed by a list, where the stretch so far asked already or was answered;
    ``items``: also at each item of a numbered list with a list within it (the file tells that its questions are such).
    """
    result: list[list[Line]] = [[]]
    asked = False
    for index, line in enumerate(lines):
        asks = _asks(lines, index)
        again = asked or line.role is Role.ITEM
        if (
            _opens(lines, index, after=result[-1])
            or (items and _holds_list(lines, index))
            or (again and (asks or _will_ask(lines, index)))
        ):
            result.append([])
            asked = False
        asked = asked or asks
        result[-1].append(line)
    return [chunk for chunk in result if chunk]


def _opens(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    line = lines[index]
    item = line.role is Role.ITEM
    titled = openings.is_answered_within(lines, index) if item else openings.is_titled(lines, index, after)
    listed = not titled and (not item or line.opens_block)
    listed = listed and answerentries.opens_list(lines[index : index + _LONGEST_LIST])
    if titled or listed or _is_asking_callout(lines, index):
        return True
    if line.role is Role.HEADING:
        answer = answerlines.answer(line.text)
        return not (
            (answer is not None and phrases.numbered(answer) != "")  # 解答：問1 begins that one's
            or phrases.is_explanation(line.text)
            or phrases.is_reveal(line.text, heading=True)
            or goes_on(lines, index, after)
        )
    alone = item and line.depth == 1 and phrases.numbered(line.text) == ""
    if (
        alone
        or counting.is_next_item(lines, index, after)
        or numbering.heads_choices(lines, index)
        or numbering.holds_choices(lines, index)
        or (line.role is Role.TEXT and (_begins(lines, index, after) or _is_behind_answered(line, after)))
    ):
        return True
    numbered = line.role in (Role.TEXT, Role.HTML) and _is_numbered(lines, index, after)
    return numbered and not (after and all(earlier.role is Role.HEADING for earlier in after))


def _is_numbered(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    return (
        phrases.numbered(lines[index].text) is not None
        or _is_counted(lines, index)
        or countingon.counts_on(lines, index, after)
    )


def _begins(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a line of a paragraph begins a question, by what is in it or right beneath it."""
    return (
        numbering.stands_above(lines, index) != ""
        or _is_whole(lines, index, after)
        or _begins_with_q(lines, index, after)
        or (lines[index].opens_block and _opens_paragraph(lines, index, after))
        or openings.is_beneath_title(lines, index)
        or _heads_statements(lines, index)
        or (lines[index].opens_block and _is_next_with_gap(lines[index], after))
    )


def _is_next_with_gap(line: Line, after: Sequence[Line]) -> bool:
    """Whether a paragraph has a gap, as the sentence above the stretch's choices has: it may lack its own."""
    if not phrases.has_gap(line.text):
        return False
    begun = next((at for at, each in enumerate(after) if openings.is_first(each)), 0)
    above = after[begun - 1] if begun else line
    return (
        above is not line
        and above.role is line.role is Role.TEXT
        and phrases.gaps(above.text) == phrases.gaps(line.text)
    )


def _heads_statements(lines: Sequence[Line], index: int) -> bool:
    """Whether a line says that statements follow (``まるばつ``), and the first of them stands right beneath."""
    beneath = lines[index + 1] if runs.is_title(lines[index]) and index + 1 < len(lines) else None
    return beneath is not None and openings.is_first(beneath)


def _opens_paragraph(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a paragraph begins a question: with its number (``【38】``), or with choices behind an answered one."""
    line = lines[index]
    if _KAKKO.match(line.text):
        return _asks(lines, index) or any(labels.opening(each.text) or each.own_number is not None for each in after)
    signed = phrases.signed(line.text)[0] > 0 and _opens_with_sign(lines, index, after)
    first = _first_beneath_title(after) if phrases.has_gap(line.text) else None
    if first and counting.follows_in_number(line, first):
        return True  # 8 …は（　）。 beneath 7. …
    above = signed or (_Q.match(line.text) is not None and openings.is_above_choices(lines, index))
    above = above or _is_judged(lines, index, after)
    above = above or (rows.begins(lines, index, after) and not _tells_of_before(line))
    above = above or (_is_above_named(lines, index) and any(map(_is_named, after)))
    above = above or openings.goes_on_with_sign(lines, index, after)
    if above or _is_next_in_run(line, after) or _is_above_boxes(lines, index, after):
        return True
    if line.text[:1] in "■◆●" and any(each.text[:1] == line.text[:1] and not runs.is_title(each) for each in after[:1]):
        return any(labels.opening(each.text) or each.own_number is not None for each in after)  # a run of such
    offers = openings.is_above_choices(lines, index)
    ticked = (offers or _is_above_bullets(lines, index)) and any(each.checked for each in after)
    if not (offers or ticked):
        return openings.is_above_judged(lines, index, after) and not _tells_of_before(line)
    known = [label[0] for earlier in after if (label := labels.opening(earlier.text))]
    answered = any(answerlines.answer(each.text) is not None or answerlines.terse(each.text, known) for each in after)
    answered = answered or ticked or any(labels.opening(each.text) and _is_named(each) for each in after)
    answered = answered or openings.fills_gap(after)
    return line.text[:1] in "・•■◆●" or (answered and not _tells_of_before(line))


def _first_beneath_title(after: Sequence[Line]) -> Line | None:
    """The first line of a stretch that is no heading; none beneath a heading that is a question itself."""
    first = next((each for each in after if each.role is not Role.HEADING), None)
    above = takewhile(lambda each: each.role is Role.HEADING, after)
    asks = any(phrases.is_question(each.text) or phrases.numbered(each.text) is not None for each in above)
    return None if asks else first


def _is_above_named(lines: Sequence[Line], index: int) -> bool:
    """Whether a list stands right beneath a line, with one of its items marked as the answer."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or after.role is not Role.ITEM or lines[index].role is not Role.TEXT:
        return False
    items = takewhile(lambda each: each.group == after.group or each.depth > after.depth, following(lines, index))
    return any(map(_is_named, items))


def _is_whole(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a paragraph that begins here is a question as a whole, behind another one's choices.

    It has a line or two that label nothing, choices in order beneath, three at least (two where the other one is
    answered), and then an answer (or an arrow at one of them).
    """
    line = lines[index]
    if not line.opens_block or "\n" not in line.block.text:
        return False
    if not any(map(openings.is_first, after)) or phrases.is_caption(line.text) or _tells_of_before(line):
        return False
    known: list[str] = []
    for at, each in enumerate(takewhile(lambda each: each.block is line.block, following(lines, index))):
        label = labels.opening(each.text)
        if label and labels.follows(known, label[0]):
            known.append(label[0])
        elif not known and at:
            return False
        elif (
            answerlines.answer(each.text) is not None
            or answerlines.terse(each.text, known)
            or openings.points(each, known)
        ):
            return len(known) >= (_LEAST - 1 if any(answerlines.answer(each.text) for each in after) else _LEAST)
    return False


def _begins_with_q(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a line that begins with ``Q`` opens a question: behind another such, or right above choices.

    Then whatever is before it in its paragraph (a date, an answer) is not the question's.
    """
    line = lines[index]
    if line.text.lstrip(" 　*")[:1] not in ("Q", "Ｑ") or not after or after[-1].role is Role.HEADING:
        return False
    if phrases.begins_with_q(line.text) and openings.is_above_choices(lines, index):
        return True
    if not line.opens_block or not _SET_OFF_Q.match(line.text):
        return False
    beneath = next(filterfalse(is_code, following(lines, index)), None)
    offers = beneath is not None and (beneath.role is Role.ITEM or openings.is_first(beneath))
    return (offers or phrases.has_gap(line.text)) and any(phrases.begins_with_q(each.text) for each in after)


def _is_next_in_run(line: Line, after: Sequence[Line]) -> bool:
    """Whether a paragraph begins with the sign (``■``) that an answered question of the stretch begins with.

    Of bullets (``・``) only that of the stretch's first line counts: others may explain.
    """
    sign = line.text[:1]
    if sign in "・•":
        beside = any(each.text[:1] == sign for each in after[:1]) and not _tells_of_before(line)
    else:
        beside = sign in "■◆●" and any(each.text[:1] == sign for each in after)
    return beside and any(answerlines.answer(each.text) for each in after)


def _opens_with_sign(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a paragraph that begins with a number as a sign (``⑥ …``, ``6️⃣ …``) is a question.

    It asks, or it has the number that follows, or choices right beneath it; ``②`` may also be a statement that choices
    combine, ``2️⃣`` never is, nor is one with choices on its own line.
    """
    line = lines[index]
    keyed = "\u20e3" in line.text[:4]
    if keyed and all(each.role is Role.HEADING for each in after):
        return False
    first = _first_beneath_title(after) or next(iter(after), line)
    if _asks(lines, index) or _is_next_signed(line, first):
        return True
    if not openings.is_above_choices(lines, index):
        return False
    return keyed or lines[index + 1].number == line.number or any(_is_next_signed(line, each) for each in after)


def _is_next_signed(line: Line, before: Line) -> bool:
    """Whether a paragraph has the number that follows that of one before it (``⑦`` upon ``⑥``, ``2️⃣`` upon ``1️⃣``)."""
    own = phrases.signed(line.text)[0]
    return own > 1 and before.opens_block and phrases.signed(before.text)[0] == own - 1


def _is_behind_answered(line: Line, after: Sequence[Line]) -> bool:
    """Whether a line has the circled number that follows the last one, behind its answer (``② …`` beneath ``A. …``)."""
    own = phrases.signed(line.text)[0]
    if not own:
        return False
    at = next((at for at in range(len(after) - 1, -1, -1) if phrases.signed(after[at].text)[0]), None)
    if at is None or phrases.signed(after[at].text)[0] != own - 1:
        return False
    return any(_REPLY.match(each.text) or answerlines.answer(each.text) for each in after[at + 1 :])


def _is_named(line: Line) -> bool:
    """Whether a choice is marked as the answer in words (``3 宅建士なら… ←これ``)."""
    mark = mark_of(line.text)
    return mark is not None and mark.right and mark.naming


def _is_asking_callout(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the first of a callout that says of itself that it asks (``> [!question]``)."""
    block = lines[index].block
    return _ASKING.match(block.text) is not None and (index == 0 or lines[index - 1].block is not block)


def _holds_list(lines: Sequence[Line], index: int) -> bool:
    """Whether a numbered list's item has a list within it."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    inner = after is not None and after.role is Role.ITEM and after.depth > 1
    return inner and lines[index].role is Role.ITEM and lines[index].depth == 1 and lines[index].own_number is not None


def _is_above_bullets(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line of the same paragraph begins with a bullet (``・…``)."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is not None and after.block is lines[index].block and phrases.bulleted(after.text) > 0


def _is_judged(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a paragraph behind choices is a sentence with ○ or × beneath an arrow: a question of its own kind."""
    line, beneath = lines[index], lines[index + 1 : index + 2]
    if not beneath or beneath[0].block is not line.block or not _SAID_OF_IT.match(beneath[0].text):
        return False
    if not line.text.rstrip().endswith(("。", "．")) or labels.is_subject(line.text) or labels.opening(line.text):
        return False
    return any(openings.is_first(each) or each.own_number == 1 for each in after)


def _is_above_boxes(lines: Sequence[Line], index: int, after: Sequence[Line]) -> bool:
    """Whether a line is a paragraph right above a list of boxes, behind one that is ticked."""
    line, beneath = lines[index], lines[index + 1 : index + 2]
    if not beneath or beneath[0].checked is None or beneath[0].block is line.block or "\n" in line.block.text:
        return False
    if not any(each.checked for each in after):
        return False
    return not _tells_of_before(line)


def _tells_of_before(line: Line) -> bool:
    """Whether a line tells of what stands above it (``※上は自信なし``), or answers: then it begins no question."""
    if line.text.lstrip()[:1] in _REMARKS or phrases.is_explanation(line.text):
        return True
    unsure = doubts(line.text) or (hedged(_WITHIN.sub("、", line.text)) and not phrases.is_question(line.text))
    return unsure or answerlines.answer(line.text) is not None


def _is_counted(lines: Sequence[Line], index: int) -> bool:
    """Whether a line's number (``(3)``, ``12.``, ``Q:``) is a question's: other labels begin beneath it."""
    line = lines[index]
    if not phrases.counted(phrases.bare(line.text)) or index + 1 == len(lines):
        return False
    before = lines[index - 1] if index else line
    asked = phrases.has_gap(before.text) or phrases.is_question(before.text)
    if before is not line and before.block is line.block and phrases.counted(phrases.bare(before.text)) and not asked:
        return False  # of a run of choices the last
    after = lines[index + 1]
    label = labels.opening(after.text)
    mark = mark_of(after.text)
    first = (label is not None and labels.follows((), label[0])) or (mark is not None and mark.start > 0)
    text = phrases.bare(line.text)
    return (after.role is Role.ITEM or first) and (text[:1] == "Q" or not phrases.counted(phrases.bare(after.text)))


def _is_beside(line: Line, after: Line) -> bool:
    """Whether a list without numbers stands right beneath a numbered item, not within it (``1) …？``, ``- [ ] …``)."""
    numbered = line.own_number is not None and after.own_number is None
    return numbered and line.depth == after.depth == 1 and line.group != after.group


def _will_ask(lines: Sequence[Line], index: int) -> bool:
    """Whether a paragraph begins here whose last line asks."""
    line = lines[index]
    within = index > 0 and lines[index - 1].block is line.block  # 答：イ behind choices on their line
    if line.role is not Role.TEXT or not line.opens_block or within:
        return False
    end = index + 1
    while end < len(lines) and lines[end].block is line.block and not labels.opening(lines[end].text):
        end += 1
    return end > index + 1 and _asks(lines, end - 1)


def _asks(lines: Sequence[Line], index: int) -> bool:
    """A question's last line, with choices right after it or its code (beneath it, where it is a list item)."""
    line = lines[index]
    if line.role not in (Role.TEXT, Role.HEADING, Role.ITEM, Role.HTML):
        return False
    if not phrases.is_question(line.text) and not phrases.has_gap(line.text):
        return False
    after = next(filterfalse(is_code, following(lines, index)), None)
    if after is None:
        return False
    label = labels.opening(after.text)
    own = labels.opening(line.text)
    if own and label and labels.follows((own[0],), label[0]):
        return False  # ア　台紙を選ぶ: a choice itself
    labelled = label is not None and labels.follows((), label[0])
    if line.role is Role.ITEM:
        deeper = after.depth > line.depth or _is_beside(line, after)
        return (after.role is Role.ITEM and deeper) or (labelled and after.role is Role.DETAIL)
    return after.role is Role.ITEM or labelled or phrases.bulleted(after.text) > 0
