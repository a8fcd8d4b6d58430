"""Why a question whose choices are found is not asked: its answer is another's, withdrawn, unclear, or told twice."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from studynotes.questions.elsewhere import pasted
from studynotes.questions.elsewhere.answerlists import BY_WORDS, reason_of, scoped, summed_up, taken_back
from studynotes.questions.question import Part, apart, plain, spelled
from studynotes.questions.stretches.explaining import of_question
from studynotes.questions.stretches.gainsaying import comes_to_another
from studynotes.questions.text import arrowmarks, denied, headings, judging, legend, partlybold, runs
from studynotes.questions.text.asking import asks_for_a_thing
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.numbering import muddled
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import resolve
from studynotes.questions.words.marks import RIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.stretches.verdict import Verdict
    from studynotes.questions.text.judgements import Ask

_MISNUMBERED = "the answer has another number than this question", "give both the same number"
_ANSWERS_NUMBER = re.compile(r"[\s*]*A(?P<number>\d{1,3})(?=[\s*.:])")
TWOFOLD = "the answer is one choice's label and another one's words", "write the label and the words: “正解：3. …”"
_WITHDRAWN = "a remark withdraws this question, or doubts it", "settle it, and leave out the remark"
_NO_MARKS = "the file says that its marks are no answers", "write “正解：…” beneath the choices"
_PASTED = "the explanation is another question's, word for word", "write this question's own"
_SUMMED_UP = "a summary of answers gives another one", "make the two agree"
_REASONED = "what stands beside the answer in its list concludes with another choice", "make the two agree"
_PARTLY = "a choice is bold, and another in part", "make only the right one bold"
_SEVERAL = "several choices are marked as right, where the question wants one", "write “正解：…” beneath them"
_RUN_ABOVE = "another question's choices stand before these", "number the questions"
_STATEMENTS = "statements, and not a verdict on each of them", "write ○ or × for every one of them"
UNANSWERED = "a question with choices, but no answer"
_TALLY = re.compile(r"([✓✔✅☑○◯⭕●])\ufe0f?[\s　]*\1")  # ✔✔✔: votes
_BEST = re.compile(r"最も|もっとも|一番|最適|ベスト|\b(?:best|most)\b", re.IGNORECASE)  # one alone is


class Asked(NamedTuple):
    """What a question is, beside its choices; ``listed``: what the file answers, ``twofold``: its answer means two."""

    section: Section
    listed: Mapping[str, str]
    number: str
    stem: Sequence[Part]
    ask: Ask
    twofold: bool
    by_legend: bool  # marked as the file says that it marks what is right


def refusal(chunk: Sequence[Line], group: Group, verdict: Verdict, asked: Asked) -> tuple[str, str] | None:
    """What speaks against asking a question with this key, and the remedy; None if nothing does."""
    listed = asked.listed
    denied_here = "" if asked.by_legend else listed.get(denied.NAME, "")
    denials = f"{denied_here} {legend.given_up(listed, chunk[0].number)}"
    ours = any(denied.bears(group.options[at].line, denials) for at in verdict.right)
    copied = pasted.lines_told(listed)
    refusals = (
        (_MISNUMBERED, _is_misnumbered(chunk, group, asked.number)),
        (_NO_MARKS, ours and verdict.marked),
        (_WITHDRAWN, _is_remarked(chunk, asked)),
        (_PARTLY, verdict.marked and asked.by_legend and _is_bold_in_part(chunk, group, listed)),
        (_PASTED, any(line.number in copied for line in of_question(chunk[group.end :]))),
        (_SUMMED_UP, _is_otherwise(asked, group, verdict)),
        (_REASONED, _is_reasoned_otherwise(asked, group, verdict)),
        (_SEVERAL, _are_too_many(group, verdict, asked)),
        (TWOFOLD, asked.twofold),
        (_STATEMENTS, _are_statements(chunk[: group.start])),
        (_RUN_ABOVE, bool(verdict.right) and _holds_run(asked.stem, group)),
    )
    return next((told for told, applies in refusals if applies), None)


def _are_statements(above: Sequence[Line]) -> bool:
    """Whether nothing but a title that says that statements follow (``○×問題``) stands above choices."""
    asking = [line for line in above if not judging.asks_for_verdicts(line.text) or runs.is_title(line)]
    return bool(asking) and runs.is_title(asking[-1])


def _is_bold_in_part(chunk: Sequence[Line], group: Group, listed: Mapping[str, str]) -> bool:
    """Whether bold is the answer's, and another choice than the bold one is so but for its end."""
    return legend.in_force(listed, chunk[0].number) == legend.BOLD and partlybold.is_unclear(group)


def _holds_run(stem: Sequence[Part], group: Group) -> bool:
    """Whether a question's words hold a further run of choices, labelled as these are: it may be another question's."""
    said = [plain(part.words) for part in stem if part.kind != "code"] if group.labels[1:] else []
    opened = [label[0] for each in said[1:] if (label := labels.opening(each))]
    return any(list(two) == group.labels[:2] for two in pairwise(opened))


def _are_too_many(group: Group, verdict: Verdict, asked: Asked) -> bool:
    """Whether several choices are right where one is asked for, or all of them, or marks are votes."""
    marked = [group.options[at].line for at in verdict.right] if verdict.marked else []
    if any(_TALLY.search(option.line.text) for option in group.options if marked):
        return True
    if marked and not frozenset.intersection(*map(_marks_of, marked)):
        return True  # [x] on one, 👉 on another: one of them may be the learner's
    if len(verdict.right) == 1 or asked.ask.several:
        return False
    if verdict.marked and arrowmarks.NAME in asked.listed:
        return True  # a remark that is copied from choice to choice stays where it was, too
    said = [plain(part.words) for part in asked.stem]
    one_gap = sum(len(phrases.gaps(each)) for each in said) == 1
    asking = filter(phrases.is_question, said)
    one_thing = one_gap or (verdict.marked and any(asks_for_a_thing(each) or _BEST.search(each) for each in asking))
    return len(verdict.right) > 1 and (one_thing or len(verdict.right) == len(group.options))


def _is_misnumbered(chunk: Sequence[Line], group: Group, number: str) -> bool:
    """Whether an answer beneath choices counts otherwise than their question (``Q3 …`` and ``A4: b``)."""
    told = (_ANSWERS_NUMBER.match(phrases.plain(line.text)) for line in chunk[group.end :] if line.role is Role.TEXT)
    counts = {found["number"] for found in told if found}
    if number and any(answerlines.glued(line.text) == number for line in chunk[group.end :]):
        return True  # 答２　… beneath the second: its number, or the choice
    return bool(counts) and number.isdigit() and number not in counts


def _marks_of(line: Line) -> frozenset[str]:
    """What marks a choice as right: a ticked box, signs; ``""`` where it is something else (words, bold)."""
    signs = frozenset(sign for sign in line.text if sign in RIGHT)
    return (signs | {"[x]"} if line.checked else signs) or frozenset([""])


def _is_otherwise(asked: Asked, group: Group, verdict: Verdict) -> bool:
    """Whether the file says of the answer, apart from giving it, that it is another one."""
    names = (asked.number, scoped(asked.section, asked.number))
    said = "\n".join(asked.listed.get(summed_up(name), "") for name in names)
    named = (resolve(each.strip(), group) for each in said.splitlines() if each.strip())
    return bool(verdict.right) and any(right is not None and right != verdict.right for right in named)


def _is_reasoned_otherwise(asked: Asked, group: Group, verdict: Verdict) -> bool:
    """Whether the remark beside the answer in its list comes to another choice, by its words or its label."""
    names = (asked.number, scoped(asked.section, asked.number))
    said = [each for name in names for each in asked.listed.get(reason_of(name), "").splitlines() if name]
    return bool(verdict.right) and bool(said) and comes_to_another(said, group, verdict.right, asked.ask)


def _is_remarked(chunk: Sequence[Line], asked: Asked) -> bool:
    """Whether a remark elsewhere withdraws the question: by its number, its title's, or its words."""
    listed = asked.listed
    first = next((line for line in chunk if line.role is not Role.HEADING), chunk[0])
    number = asked.number or str(phrases.signed(first.text)[0] or "")  # ⑩ …
    if number and taken_back(number) in listed:
        return True
    if headings.NAME in listed and taken_back(headings.name_of(chunk[0])) in listed:
        return True
    said = phrases.plain("\n".join(plain(part.words) for part in asked.stem))
    return any(words in said for words in listed.get(BY_WORDS, "").splitlines())


def trouble_of(chunk: Sequence[Line], group: Group, verdict: Verdict) -> tuple[int, str, str] | None:
    """Why nothing can be asked here: line, what, remedy."""
    if verdict.trouble:
        return verdict.line, verdict.trouble, verdict.remedy
    if not verdict.right:
        key = group.labels[0] if group.labels else "…"
        remedy = f"write “正解：{key}” beneath the choices, or the key in the editorial file"
        return group.options[0].line.number, UNANSWERED, remedy
    if group.broken:
        return group.options[-1].line.number, "the choices' labels are out of order", "label them A, B, C, … in order"
    if muddled(chunk, group):
        return group.options[0].line.number, "another question's choices stand before these", "number the questions"
    struck = next((group.options[at].line for at in verdict.right if group.options[at].line.struck), None)
    if verdict.marked and struck:  # ~~C（正解）~~
        return struck.number, "the marked choice is struck out", "mark the right one"
    return _withdrawn(chunk, group) or _unclear(group)


def _withdrawn(chunk: Sequence[Line], group: Group) -> tuple[int, str, str] | None:
    """Whether the writer took back part of a choice, or doubts the question."""
    struck = (option.line for option in group.options if option.line.struck and not option.struck)
    mended = next((line for line in struck if line.mended), None)
    if mended:
        return mended.number, "a part of this choice is struck out", "write the choice as it is to be read"
    doubted = next((line for line in chunk[: group.start] if line.role is not Role.CODE and doubts(line.text)), None)
    if doubted:
        return doubted.number, "the question is doubted here", "settle it, and leave out the doubt"
    return None


def _unclear(group: Group) -> tuple[int, str, str] | None:
    """Whether a choice is empty, or the same as another."""
    words = [apart(option.words) for option in group.options]
    if not all(spelled(option.words) for option in group.options):
        return group.options[0].line.number, "a choice is empty", "fill it in or remove it"
    if len(set(words)) < len(words):
        return group.options[0].line.number, "two choices are the same", "make them differ"
    return None
