"""The key of a written-out question: what answer line, marks and explanation say, and whether they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import remarks
from studynotes.questions.stretches import bulleted, figures, gainsaying
from studynotes.questions.stretches.forgotten import begins_otherwise
from studynotes.questions.stretches.lastwords import come_to
from studynotes.questions.stretches.listedbelow import called, listed_below, twice
from studynotes.questions.stretches.othersanswers import told_here
from studynotes.questions.stretches.payloads import is_bare_answer, payload_of
from studynotes.questions.stretches.romans import in_katakana
from studynotes.questions.stretches.verdict import Verdict, trouble
from studynotes.questions.stretches.wholes import count_questions, counts_on, is_of_learner
from studynotes.questions.text.asking import is_idle
from studynotes.questions.text.judgements import judges_all, right_by, right_by_verdicts
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.reasoned import SPEAKER, judged_by_reasons, named_by_reasons, named_in_prose
from studynotes.questions.words import (
    answerlines,
    answersentences,
    calling,
    choosing,
    concluding,
    labels,
    phrases,
    retelling,
    striking,
)
from studynotes.questions.words.differing import differs
from studynotes.questions.words.disowning import mistook, unsettled
from studynotes.questions.words.firstwords import named_first, said_first
from studynotes.questions.words.keyline import by_text, resolve
from studynotes.questions.words.marks import named_right
from studynotes.questions.words.otherlabels import takes_back, takes_back_choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

_SUMS_UP = re.compile(r"[\s　*]*(?:まとめ|結論|要点|要するに|ポイント|総括|結局)[\s　*]*[:：][\s　*]*(?=\S)")
_AT_LENGTH = 40  # characters of a case
_LEAST = 3  # choices of one
NAMES_NONE = "what stands beneath names none of the choices"
MARKS_DISAGREE = "the answer and the marks on the choices disagree"
LEFT_BLANK = "the answer is left blank"


def key_of(chunk: Sequence[Line], group: Group, ask: Ask, listed: str = "") -> Verdict:
    """The key of ``group``; ``ask`` is what the question asks for (how many, what does not hold, …).

    ``listed`` is the answer that the file's list of answers gives, if it has one.

    Rule: every answer line after the choices must name choices, all must name the same ones, no later line may take
    it back (``訂正：…``, ``判定：×`` beneath 回答), and marks (``✓``, ``❌``, ``（正解）``) and the explanation
    (``A は誤り``) must not contradict them. Without an answer line, marks alone make the key where at least one
    choice is marked right and at least one is not.
    """
    given = _given(chunk, group, ask)
    marked = _marked(group, ask) or judged_by_reasons(chunk, group, ask) or frozenset()
    from_list = _from_list(listed, group) if listed else None
    if from_list and (given is None or (isinstance(given, Verdict) and given.blank)):
        given = from_list, group.options[0].line.number
    if isinstance(given, Verdict):
        return given
    if given and from_list and (from_list != given[0] or _says_otherwise(listed, group, from_list, ask)):
        return trouble(given[1], "the list of answers gives another answer", "make the two agree")
    if given is None and isinstance(marked, Verdict):
        return marked
    marks = frozenset() if isinstance(marked, Verdict) else marked
    right, line = given or (marks, group.options[0].line.number)
    if not right:
        return Verdict(line=line)
    doubt = _doubt(group, right, marks if given else frozenset(), ask)
    if doubt:
        return trouble(line, *doubt)
    verdict = Verdict(right, answered=True, marked=given is None)
    against = gainsaying.taken_back(chunk, group, by_mark=given is None) or gainsaying.doubted(chunk, group, right)
    against = against or (gainsaying.retracted(group, right) if given is None else None)
    against = against or gainsaying.graded_otherwise(chunk, group, right)
    against = against or gainsaying.refused(chunk, group, right, ask)
    against = against or gainsaying.called_answer(chunk, group, right, ask)
    return against or gainsaying.contradiction(chunk, group, right, ask) or verdict


def _from_list(listed: str, group: Group) -> frozenset[int] | None:
    """The choices that an answer from elsewhere names; by their words, there may be several, a line each."""
    if "\n" in listed:
        named = [by_text(words, group) for words in listed.split("\n")]
        return frozenset().union(*(each for each in named if each)) if all(named) else None
    return resolve(listed.strip(), group) or resolve(phrases.bare(listed), group)


def _says_otherwise(listed: str, group: Group, right: frozenset[int], ask: Ask) -> bool:
    """Whether an entry of a list of answers says more than its key, and that gives another one."""
    if differs(listed, group, right, negative=ask.negative) or retelling.tells_of_another(listed, group, right):
        return True
    named = labels.answer_labels(phrases.bare(listed), group.labels) if group.labels and "\n" not in listed else None
    said = named[1].lstrip(" 　。.、,(（:：)）") if named else ""
    return bool(said) and gainsaying.comes_to_another([said.rstrip(")）")], group, right, ask)


def mended_key(chunk: Sequence[Line], group: Group, ask: Ask, listed: str, mended: str) -> Verdict:
    """The key of a question of which a remark says that another choice is right (``ア エ``: not ア but エ).

    The question's own answer must be the one that the remark takes back, and nothing may speak against the new one.
    """
    old, new = mended.split()
    told = [line for line in chunk if line.role is Role.CODE or not remarks.mended_in(line.text)]
    verdict = key_of(told, group, ask, listed)
    indexes = [group.labels.index(label) for label in (old, new) if label in group.labels]
    if verdict.trouble or len(indexes) != len((old, new)) or verdict.right != {indexes[0]}:
        return trouble(group.options[0].line.number, "a remark corrects this answer", "write it once, as it is now")
    right = frozenset(indexes[1:])
    rest = [*told[: group.end], *(line for line in told[group.end :] if not is_bare_answer(line, group))]
    return gainsaying.contradiction(rest, group, right, ask) or replace(verdict, right=right)


def _marked(group: Group, ask: Ask) -> frozenset[int] | Verdict:
    """What the marks on the choices say is right."""
    verdicts = [option.verdict for option in group.options]
    if all(option.named for option in group.options if option.verdict is not None):
        return frozenset(index for index, verdict in enumerate(verdicts) if verdict)
    right = right_by(verdicts, ask)
    if right is None and any(verdicts):
        return trouble(
            group.options[0].line.number,
            "marks on choices that do not tell for sure which one is asked for",
            "write “正解：…” beneath the choices",
        )
    return right or frozenset()


def _doubt(group: Group, right: frozenset[int], marked: frozenset[int], ask: Ask) -> tuple[str, str] | None:
    """What in the question itself speaks against the key, and what to do about it."""
    refused = frozenset(
        index
        for index, option in enumerate(group.options)
        if option.verdict is False and (option.named or not ask.negative)
    )
    if marked and marked != right:
        return MARKS_DISAGREE, "make them agree"
    if right & refused:
        return "a choice is both marked wrong and given as the answer", "make mark and answer agree"
    if len(right) == len(group.options):
        return "all choices are right", "leave out the question, or add wrong choices"
    if ask.wanted is not None and ask.wanted != len(right):
        return f"the question wants {ask.wanted} choices, the answer names {len(right)}", "make the two agree"
    return None


@dataclass(frozen=True, slots=True)
class _Named:
    """An answer line: what it names (None: nothing that can be followed), and its word (``key``, ``reply``, …)."""

    line: Line
    payload: str
    right: frozenset[int] | None
    word: str


def _given(chunk: Sequence[Line], group: Group, ask: Ask) -> tuple[frozenset[int], int] | Verdict | None:
    """What the answer lines name; a :class:`Verdict` where they cannot be followed; None where there are none."""
    after = chunk[group.end :]
    every = [each for each in _answer_lines(chunk, group, ask) if not is_of_learner(each.word, each.line, after)]
    found = [each for each in every if not (_is_silent(each) and _is_box(each.line))]
    named = [each for each in found if each.right]
    said = {each.right for each in named}
    unclear = next(
        (each for each in found if each.payload and not each.right and _by_place(each.payload, group) not in said), None
    )
    if unclear:
        return _unresolved(unclear.line, unclear.payload, group)
    if not named:
        told = _said_to_be_right(chunk, group, ask)
        return told or (_left_blank(chunk, group, found[0].line) if found else None)
    bare = [chunk[chunk.index(each.line) + 1 :] for each in every if _is_silent(each)]
    right = named[0].right or frozenset()
    if len(said) > 1 or any(begins_otherwise(beneath, group, right) for beneath in bare):
        return trouble(named[-1].line.number, "two answers are given, and they differ", "leave one of them")
    return right, named[0].line.number


def _is_box(line: Line) -> bool:
    """Whether a line is what a box of HTML shows while it is closed."""
    return line.role is Role.HTML and phrases.is_reveal(line.text)


def _is_silent(named: _Named) -> bool:
    """Whether an announcement is followed by nothing that names a choice for sure."""
    return not named.payload and not named.right


def _answer_lines(chunk: Sequence[Line], group: Group, ask: Ask) -> list[_Named]:
    result: list[_Named] = []
    for index in range(group.end, len(chunk)):
        line = chunk[index]
        payload = None if counts_on(line, chunk[group.end :]) else payload_of(line, group)
        if payload is None or (_is_withdrawn(line) and any(payload_of(each, group) for each in chunk[index + 1 :])):
            continue
        which = answerlines.says_which(line.text)
        if (which is True and ask.false) or (which is False and not ask.negative):
            continue  # → 正しいのは2, where the question asks for what is wrong
        counted = not payload and count_questions(chunk[index + 1 :])
        right = resolve(payload, group) if payload or counted else listed_below(chunk, index, group, ask)
        right = right or (concluding.named_in_words(payload, group) or twice(payload, group) if payload else None)
        if payload and not right and any(each.mended or _is_withdrawn(each) for each in chunk[group.end : index + 1]):
            right = resolve(striking.without_correction(payload), group)
        if line.struck:  # nothing is left of the answer, or nobody could tell what
            payload, right = line.text, None
        result.append(_Named(line, payload, right, answerlines.word(line.text)))
    return result


def _by_place(payload: str, group: Group) -> frozenset[int] | None:
    """The choices that an answer counts in letters where they have figures, or the other way round; None if not.

    Who pastes an explanation may have numbered anew the choices that it tells of (``4.`` is called D there); that
    confirms an answer, and is none by itself.
    """
    renamed = labels.counted_otherwise(group.labels)
    options = [replace(option, label=label) for option, label in zip(group.options, renamed, strict=False)]
    return resolve(payload, replace(group, options=options)) if renamed else None


def _is_withdrawn(line: Line) -> bool:
    """Whether a line is struck out from its beginning to its end."""
    return line.struck and line.struck_to >= len(line.text.rstrip())


def _said_to_be_right(chunk: Sequence[Line], group: Group, ask: Ask) -> tuple[frozenset[int], int] | None:
    """What the explanation calls the answer (``正解は C です``, ``✅ B: …``), where no line gives it.

    What it tells of another question, another's answer or another time names nothing.
    """
    before, group = in_katakana(chunk, group)
    told = told_here(figures.in_brackets(before, group), group)
    found = _said_here(told.chunk, group, ask)
    right = frozenset(group.labels[at] for at in found[0]) if found and group.labels else frozenset()
    prose = [line.text for line in before[group.end :] if line.role is not Role.CODE]
    mistaken = {*map(mistook, prose), *map(answersentences.chosen_instead, prose)}
    retracted = right and any(takes_back_choice(text, group.labels, right) for text in prose)
    return None if right and (told.speaks_against(right) or right & mistaken or retracted) else found


def _said_here(chunk: Sequence[Line], group: Group, ask: Ask) -> tuple[frozenset[int], int] | None:
    """What the explanation calls the answer, all that it says being of this question."""
    known = group.labels
    lines = [line for line in chunk[group.end :] if line.role is not Role.CODE]
    texts = [line.text for line in lines]
    loose = any(
        concluding.names_choice(text) or said_first(text, known) or named_right(text)
        for at, text in enumerate(texts)
        if unsettled(texts[at : at + 2])
    )
    if loose:
        return None
    beneath = next((line for line in chunk[group.end : group.end + 1] if line.role is not Role.CODE), None)
    idle = is_idle(chunk[: group.start]) and not _is_case_reasoned(chunk, group)
    stem = "\n".join(line.text for line in chunk[: group.start] if line.role is not Role.CODE)
    said = {
        named_by_reasons(chunk, group, ask) or named_in_prose(lines, group, ask),
        named_first(beneath.text, group, ask) if beneath and not idle else None,
        called(beneath, chunk, group) if beneath and not idle else None,
        None if idle else concluding.concluded(texts, group, ask),
        None if idle else answersentences.named(texts, stem, group, ask),
        twice(beneath.text, group) if beneath and not idle and (ask.wanted or 1) == 1 else None,
        None if idle else come_to(chunk, group, ask),
        None if idle else _closing(chunk, group, ask),
        None if idle else choosing.chosen(texts, group, ask),
        None if idle else calling.called(texts, group, ask),
    } - {None}
    if said and frozenset() not in said:
        right = said.pop()
        line = lines[0] if lines else group.options[0].line
        if not right or said or any(_called_right(each, group, ask) - right for each in lines):
            return None
        return right, line.number
    if judges_all(lines, known):
        judged = right_by_verdicts(lines, known, ask)
        return (judged, lines[0].number) if judged else None
    named = [(line.number, index) for line in lines for index in _called_right(line, group, ask)]
    right = frozenset(index for _, index in named)
    if len(right) > 1 and len(right) != ask.wanted and not ask.several:
        return None  # ✅ 1（この本） above ✅ 2（あの本）
    return (right, named[0][0]) if named else None


def _is_case_reasoned(chunk: Sequence[Line], group: Group) -> bool:
    """Whether a numbered heading, a case told at length and three choices have reasoning announced right beneath.

    So somebody studies; who plans (``宿はどれにする？``) neither numbers that nor announces what he thinks of it.
    """
    above, beneath = chunk[: group.start], chunk[group.end : group.end + 1]
    numbered = (
        bool(above)
        and above[0].role is Role.HEADING
        and (phrases.counted(phrases.bare(above[0].text)) > 0 or phrases.numbered(above[0].text) is not None)
    )
    told = sum(len(line.text) for line in above[1:] if line.role is Role.TEXT)
    titled = (phrases.is_reveal(line.text) or phrases.is_explanation(line.text) for line in beneath)
    announced = any(titled) and not any(choosing.is_hint(line.text) for line in beneath)
    return numbered and told >= _AT_LENGTH and len(group.labels) >= _LEAST and announced


def _closing(chunk: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """What a line beneath bullets on other choices comes to (``まとめ：…。(4)。``, ``まとめ：(1)(4)。…``)."""
    told, end = bulleted.told_by_label(chunk, group)
    last = chunk[end] if end < len(chunk) and group.labels and chunk[end].role is Role.TEXT else None
    found = _SUMS_UP.match(last.text) if last and (told or end == group.end) else None
    if last is None or found is None:
        return None
    text = last.text[found.end() :]
    text = re.sub(r"(?<=[)）])[\s　]*(?=[(（])", "、", text) if text[:1] in "(（" else text
    line = replace(last, text=text, code=(), bold=())
    right = named_first(text, group, ask) or come_to([*chunk[: group.end], line, *chunk[end + 1 :]], group, ask)
    return right if right and told.isdisjoint(group.labels[at] for at in right) else None


def _called_right(line: Line, group: Group, ask: Ask) -> frozenset[int]:
    """The choices that a line of an explanation calls the answer by their labels, if nobody else says so in it."""
    if SPEAKER.match(phrases.plain(line.text)):
        return frozenset()
    named = named_right(line.text, naming_only=ask.negative)
    known = group.labels
    text = phrases.plain(line.text).upper()
    behind = (text.partition(label)[2] for label in named[:1] if label in known)
    if any(takes_back(said, known, named) for said in behind):
        return frozenset()  # 👉 D→間違い、B
    return frozenset(known.index(label) for label in named if label in known)


def _left_blank(chunk: Sequence[Line], group: Group, line: Line) -> Verdict:
    """An announced answer that is not there; or something is, and it is none."""
    after = chunk[chunk.index(line) + 1 :]
    if not any(each.text.strip() and not phrases.is_explanation(each.text) for each in after[:1]):
        return _unresolved(line, "", group)
    names = ", ".join(group.labels) or "the choices' own words"
    return replace(trouble(line.number, NAMES_NONE, f"write the answer on a line of its own ({names})"), blank=True)


def _unresolved(line: Line, payload: str, group: Group) -> Verdict:
    names = ", ".join(group.labels) or "the choices' own words"
    if not payload:
        return replace(trouble(line.number, LEFT_BLANK, f"write it ({names})"), blank=True)
    if group.labels and labels.answer_labels(payload, group.labels):
        return trouble(
            line.number,
            f"the answer “{payload[:30]}” is not clear",
            f"write nothing but the answer on its line ({names}), and what explains or corrects it elsewhere",
        )
    return trouble(
        line.number,
        f"the answer “{payload[:30]}” names none of the choices",
        f"name it as the choices are named: {names}",
    )
