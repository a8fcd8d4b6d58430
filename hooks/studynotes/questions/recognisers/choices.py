"""Recogniser: choices in a list or line by line, with the answer given later or marked on them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Lines, Problem, Section, Severity
from studynotes.questions.elsewhere import answertitles
from studynotes.questions.elsewhere.answerlists import given_to, mended_of, titled
from studynotes.questions.question import Choice, Part, Question, form_of, plain, text
from studynotes.questions.recognisers import refusing, statements
from studynotes.questions.stretches import (
    dashes,
    explainedfirst,
    habits,
    judgedbeneath,
    judgedlists,
    keylists,
    lettered,
    plainlabels,
    stems,
    trailing,
    unmarked,
)
from studynotes.questions.stretches.answers import LEFT_BLANK, NAMES_NONE, key_of, mended_key
from studynotes.questions.stretches.chunks import chunks_of
from studynotes.questions.stretches.explaining import are_steps, explanation_of, trimmed
from studynotes.questions.stretches.groups import Group, group_of
from studynotes.questions.text import (
    arrowmarks,
    bracketed,
    captioned,
    codechoices,
    denied,
    flashcards,
    gapnames,
    gift,
    gluedboxes,
    headedchoices,
    headings,
    judging,
    legend,
    letteredplaces,
    lookalikes,
    loosebold,
    outlined,
    ownticks,
    partlybold,
    quotedanswers,
    rows,
    rowsbeneath,
    signedreasons,
    signlines,
    spacedqs,
    wordbanks,
)
from studynotes.questions.text.asking import (
    asks_for_all,
    is_asked,
    is_own,
    is_stated_above,
    is_wished,
)
from studynotes.questions.text.bilingual import with_translations_read
from studynotes.questions.text.choicetable import lines_with_tables
from studynotes.questions.text.footnotes import noted_by
from studynotes.questions.text.gaps import are_sentences_rest
from studynotes.questions.text.insentence import with_choices_read
from studynotes.questions.text.judgements import Ask, ask_of
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.numbering import number_of
from studynotes.questions.text.separating import one_choice_each, slashes_apart
from studynotes.questions.text.setright import with_right_read
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.disowning import disowns, disowns_below
from studynotes.questions.words.doubting import forewarns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.questions.stretches.verdict import Verdict

NAME = "choices"
_LONGEST_FIGURE = 2  # characters of one label
# 正しければ○、誤っていれば×（をつけよ）
_TRUE_OR_FALSE = re.compile(r"[○〇◯].{0,16}[×✕☓](?P<put>.{0,4}(?:[つ付]け|記入|記せ|書[きけい]|入れ))?")
# 次の文の正誤を答えよ。, 次の記述は正しいか、誤りか。: of each, which are sentences then, and no verdicts themselves
_JUDGE_EACH = re.compile(
    r"(?:(?:正誤|真偽)を、?(?:それぞれ)?(?:答え|判定|判断|述べ|書[きけ]|示[しせ])[^。組]{0,8}"
    r"|(?:正しいか|正か)、?(?:それとも)?(?:誤り|間違い|誤って(?:い)?る|誤)か[^。組]{0,10})[。.]?$"
)
_IS_VERDICT = re.compile(r"(?:正し|誤|間違|はい|いいえ|Yes|No|T(?:rue)?$|F(?:alse)?$)[^。]{0,8}")
_PARTED = re.compile(r"\S[\s　]*[、,，・:：→/／＝=－–—-][\s　]*\S|　")  # what fills several gaps at once
# Q2-2 → ③　αβ法は…: an entry of a list of answers, and no question
_ENTRY = re.compile(
    r"[\s　*(（【\[]*(?:問題?|設問|第|Q|No\.?)?[\s　]*[\d０-９]{1,3}(?:[-–.][\d０-９]{1,3})?[\s　*問)）】\].．:：]*"
    rf"(?:→|⇒|➡|=>|->)[\s　*(（「]*"
    rf"(?:[1-9１-９A-Ja-j①-⑩ⓐ-ⓙ○◯〇⭕×✕☓✗❌]|[{labels.KATAKANA}])(?:[\s　*)）」。、,.．(（]|$)",
    re.IGNORECASE,
)
NO_STEM = "正しいものはどれですか。"  # where only a number stands before the choices


def recognise(
    section: Section, listed: Mapping[str, str], shown: list[habits.Shown] | None = None
) -> tuple[list[Question], list[Problem]]:
    """Questions whose choices stand together (``A.``, ``ア)``, ``1.``, or a list after a question), with a key.

    The key is what an answer line (``正解: B, D``, ``答え：２``, ``解答: B) …``) or marks on the choices
    (``✓``, ``❌``, ``（正解）``) state, and only where nothing in the question's stretch contradicts it
    (:func:`.key_of`). ``listed`` is the file's list of answers, by number. Whatever
    looks like a question but cannot be keyed is a problem. What may show the writer's habits goes to ``shown``.
    """
    lines, chunks = _read(section, listed)
    questions: list[Question] = []
    problems: list[Problem] = []
    known_from, known_to = _known_from(lines), _known_to(lines)
    banks = wordbanks.shared_in(lines, _has_gap)
    forewarned = False
    for at, chunk in enumerate(chunks):
        question, problem = _asked(chunk, section, listed, shown)
        if question and judgedbeneath.judges_statements(question, chunk):
            question, problem = None, None
        if question and (line := judgedbeneath.gainsaid(question, chunks, at, section)):
            what, remedy = "the verdicts on the choices and the answer differ", "make the two agree"
            question, problem = None, Problem(section.file, line, Severity.WARNING, what, remedy)
        if banks and any(bank.first <= line.number <= bank.last for line in chunk for bank in banks):
            continue  # words for several gaps are no choices of the last of these
        if question and forewarned:
            what, remedy = "the line before this question doubts it", "settle it, and leave out the doubt"
            question, problem = None, Problem(section.file, chunk[0].number, Severity.WARNING, what, remedy)
        forewarned = any(line.role is not Role.CODE and forewarns(line.text) for line in chunk[-2:])
        if question and not known_from <= question.lines.first < known_to:
            what, remedy = "the answers here are not known to be right", "write “正解：…” where they are checked"
            told = known_from if question.lines.first < known_from else known_to
            question, problem = None, Problem(section.file, told, Severity.WARNING, what, remedy)
        questions += [question] if question else []
        problems += [problem] if problem else []
    return questions, problems


def _asked(
    chunk: list[Line], section: Section, listed: Mapping[str, str], shown: list[habits.Shown] | None
) -> tuple[Question | None, Problem | None]:
    """The question of a stretch, read by the file's habit where no answer is known otherwise."""
    group = group_of(chunk)
    if (
        group is None
        or are_steps(chunk, group)
        or keylists.pairs_labels(chunk, group)
        or _is_called_answers(chunk, group)
    ):
        return None, None
    question, problem, lacking, marked = _question(chunk, group, section, listed)
    if (question is None or lacking) and (apart := trailing.set_apart(chunk, group)) and (cut := group_of(apart)):
        chunk, group = apart, cut
        question, problem, lacking, marked = _question(chunk, group, section, listed)
    if lacking and (read := explainedfirst.with_explanation_behind(chunk, group)):
        question = _question(read, group_of(read) or group, section, listed).question
    elif lacking and habits.NAME in listed:
        read = habits.with_answer_read(chunk, group, listed[habits.NAME])
        question = _question(read, group_of(read) or group, section, listed).question
    if shown is not None and (question or lacking or (problem and problem.what == LEFT_BLANK)):
        right = frozenset(choice.label for choice in question.choices if choice.right) if question else None
        places = frozenset(at for at, each in enumerate(question.choices if question else ()) if each.right)
        shown.append(habits.Shown(chunk, group, right, marked, places))
    return question, None if question else problem


def _is_called_answers(chunk: Sequence[Line], group: Group) -> bool:
    """Whether the line right above what looks like choices is an answer, or says beneath a gap that it lists some."""
    above = chunk[group.start - 1] if group.start else None
    if above is not None and above.role is not Role.CODE and _ENTRY.match(above.text):
        return True
    titled = above is not None and above.role is not Role.CODE and answertitles.is_answer_list(above.text)
    return titled and any(_has_gap(line) for line in chunk[: group.start])


def _read(section: Section, listed: Mapping[str, str]) -> tuple[list[Line], list[list[Line]]]:
    """A section's lines, and the stretches of them that may hold a question."""
    blocks = section.all_blocks
    boxed = list(gluedboxes.with_boxes_read(list(lines_with_tables(blocks, listed))))
    boxed = list(loosebold.with_bold_read(list(spacedqs.with_stops_read(boxed)), listed))
    outside = list(outlined.with_parts_read(list(headedchoices.with_choices_read(boxed))))
    outside = list(arrowmarks.with_marks_read(outside, listed)) if arrowmarks.NAME in listed else outside
    ticked = list(ownticks.with_own_read(quotedanswers.with_answers_read(outside, blocks, listed)))
    counted = headings.with_questions_read(ticked, listed.get(headings.NAME, ""))
    written = list(bracketed.with_answers_read(list(counted), listed.get(bracketed.NAME, "")))
    written = list(gift.with_choices_read(written)) if gift.NAME not in listed else written
    written = list(signlines.with_items(written, listed.get(signlines.NAME, "")))
    read = unmarked.with_items(written, partial(given_to, section, listed))
    read = rowsbeneath.with_items(list(rows.with_items(list(read))))
    read = codechoices.with_labels_read(list(flashcards.with_backs_read(list(read))))
    read = captioned.with_choices_read(list(lookalikes.with_labels_read(list(read))))
    read = letteredplaces.with_figures_read(list(read), listed)
    apart = list(slashes_apart(list(read)))
    signed = legend.with_signs_read(list(with_right_read(apart)), listed)
    lines = list(with_translations_read(list(one_choice_each(list(with_choices_read(list(signed)))))))
    return lines, chunks_of(lines, items=legend.ITEM in listed.get(legend.SHAPES, "").split())


def _known_from(lines: Sequence[Line]) -> int:
    """The line from which on answers count: that of a remark that disowns all above it, or 0."""
    return max((line.number for line in lines if line.role is not Role.CODE and disowns(line.text)), default=0)


def _known_to(lines: Sequence[Line]) -> int:
    """The line up to which answers count: that of a remark that disowns all beneath it, or the last."""
    prose = (line for line in lines if line.role is not Role.CODE)
    disowned = (line for line in prose if disowns_below(line.text) and not legend.is_told(line.text))
    return min((line.number for line in disowned), default=lines[-1].number + 1 if lines else 0)


class _Outcome(NamedTuple):
    """A question, or what stands in its way; ``lacking``: nothing does but that no answer is known."""

    question: Question | None = None
    problem: Problem | None = None
    lacking: bool = False
    marked: int = 0  # how many are right by marks on them alone


def _question(chunk: Sequence[Line], group: Group, section: Section, listed: Mapping[str, str]) -> _Outcome:
    if are_sentences_rest(plain(each.words) for each in group.options) or _is_bank(chunk, group):
        return _Outcome()
    shapes = listed.get(legend.SHAPES, "").split()
    stem = stems.stem_of(chunk, group)
    asking = [plain(part.words) for part in stem if phrases.is_question(plain(part.words))]
    told = [line.text for line in chunk[group.end : group.end + 1] if phrases.tells_how_many(line.text)]
    ask = ask_of("\n".join([*(asking or [plain(part.words) for part in stem]), chunk[0].text, *told]))
    denied.without_own_sign(group, listed.get(denied.OWN, ""))
    denied.without_own_ticks(group, listed.get(denied.NAME, ""))
    if legend.NAME in listed:
        denied.unmark(group, listed.get(denied.NAME, ""))
    within = denied.is_within(listed.get(denied.RANGES, ""), chunk[0].number)
    if within:
        denied.unmark_all(group)
    mark = legend.in_force(listed, chunk[0].number) if legend.NAME in listed and not within else ""
    by_legend = bool(mark) and (
        legend.apply(mark, group, ask)
        or (mark == legend.BOLD and partlybold.apply(group))
        or (mark in legend.RIGHT_SIGNS and signedreasons.mark(legend.alike(mark), group, ask))
    )
    inline = answerlines.inline(chunk[0].text)
    number = number_of(chunk, group)
    given = given_to(section, listed, number) or listed.get(titled(chunk[0].text), "")
    elsewhere = (inline[0] if inline else noted_by(chunk[: group.start], section)) or lettered.by_place(
        given, listed, group
    )
    elsewhere = elsewhere or _written_in(chunk, group, several=ask.several)
    elsewhere = elsewhere or listed.get(keylists.by_line(group.options[0].line.number), "")
    mended = listed.get(mended_of(number)) or listed.get(mended_of(chunk[0].text))
    verdict = mended_key(chunk, group, ask, elsewhere, mended) if mended else key_of(chunk, group, ask, elsewhere)
    twofold = plainlabels.is_twofold(chunk, group, verdict, elsewhere)
    if twofold and not mended and listed.get(plainlabels.NAME) == plainlabels.WORDS:
        verdict = key_of(chunk, plainlabels.without_labels(group), ask, elsewhere)
    open_twofold = twofold and plainlabels.NAME not in listed
    asked = refusing.Asked(section, listed, number, stem, ask, open_twofold, by_legend)
    refusal = refusing.refusal(chunk, group, verdict, asked)
    if refusal:
        problem = Problem(section.file, group.options[0].line.number, Severity.WARNING, *refusal)
        return _Outcome(None, problem, lacking=refusal == refusing.TWOFOLD)
    stated = verdict.marked or all(map(statements.SENTENCE.search, (plain(each.words) for each in group.options)))
    judged = [found for part in stem if (found := _TRUE_OR_FALSE.search(plain(part.words)))]
    if (judged and (stated or any(found["put"] for found in judged))) or (stated and _are_to_be_judged(stem, group)):
        return _Outcome()  # each is a statement of its own
    asks = is_asked(chunk, group, ask, verdict)
    asks = asks or (by_legend and is_wished(chunk, group, ask, verdict, shapes))
    asks = asks or (by_legend and asks_for_all(chunk, group, ask, verdict))
    asks = asks or (by_legend and _is_placed(chunk[: group.start], ask, verdict, listed))
    alike = habits.is_marked_alike(chunk, group, listed)
    asks = asks or (alike and is_stated_above(chunk, group, ask, verdict, told=legend.NAME in listed))
    asks = asks or (NAME in listed.get(judgedlists.NAME, "") and judgedlists.puts_a_case(chunk, group, ask, verdict))
    asks = asks or (by_legend and judgedlists.puts_a_case(chunk, group, ask, verdict, signed=True))
    trouble = refusing.trouble_of(chunk, group, verdict)
    if trouble:
        line, what, remedy = trouble
        told_of = Problem(section.file, line, Severity.WARNING, what, remedy) if asks else None
        return _Outcome(None, told_of, lacking=what in (refusing.UNANSWERED, NAMES_NONE))
    if not asks and not (
        group.labels and verdict.answered and (not verdict.marked or (_is_named(group) and not by_legend))
    ):
        return _Outcome()
    marked = len(verdict.right) if verdict.marked and _are_set_off(group, verdict.right) else 0
    return _Outcome(_made(chunk, group, verdict.right, stem, section), marked=marked)


def _are_set_off(group: Group, right: frozenset[int]) -> bool:
    """Whether no choice but the right ones is judged: not ✅ on each of these, and ❌ on each of the others."""
    return any(option.verdict is not False for at, option in enumerate(group.options) if at not in right)


def _is_placed(above: Sequence[Line], ask: Ask, verdict: Verdict, listed: Mapping[str, str]) -> bool:
    """Whether choices stand beneath a line that stands as the file's questions do (:func:`.legend.is_placed`)."""
    value = phrases.bare(above[-1].text) if legend.is_placed(above, listed) else ""
    return bool(value) and not is_own(value) and len(verdict.right) == (ask.wanted or phrases.so_many(value) or 1)


def _is_bank(chunk: Sequence[Line], group: Group) -> bool:
    """Whether choices are words to fill several gaps from (語群), one each."""
    own = [line for line in chunk if all(option.line is not line for option in group.options)]
    called = any(wordbanks.speaks_of_words(line.text) or wordbanks.is_caption(line.text) for line in own)
    if not called or any(_PARTED.search(plain(option.words)) for option in group.options):
        return False
    names = {gapnames.label_of(found) for line in own for found in gapnames.named_in(line)}
    return max(len(names), sum(len(phrases.gaps(line.text)) for line in own)) > 1


def _has_gap(line: Line) -> bool:
    return phrases.has_gap(line.text) or bool(gapnames.named_in(line))


def _are_to_be_judged(stem: Sequence[Part], group: Group) -> bool:
    """Whether a question asks of each of its sentences whether it is right (``次の文の正誤を答えよ。``)."""
    said = [phrases.plain(plain(part.words)).rstrip() for part in stem]
    asks = any(_JUDGE_EACH.search(each) or judging.asks_for_verdicts(each) for each in said)
    return asks and not any(_IS_VERDICT.fullmatch(phrases.plain(plain(each.words))) for each in group.options)


def _written_in(chunk: Sequence[Line], group: Group, *, several: bool) -> str:
    """The answer that a handout has written into the brackets behind its question (``…は何か。（　ウ　）``).

    More than one (``【イ・ハ】``) only where the question wants ``several``.
    """
    found = stems.WRITTEN_IN.search(chunk[group.start - 1].text) if group.start else None
    written = (found["answer"] or found["boxed"]) if found else ""
    return written if several or not found or not found["boxed"] or len(written.strip()) <= _LONGEST_FIGURE else ""


def _is_named(group: Group) -> bool:
    """Whether the only marks are words that name the answer (``←正解``), each on a labelled choice."""
    marked = [option for option in group.options if option.verdict is not None]
    return bool(marked) and all(option.named and option.verdict for option in marked)


def _made(
    chunk: Sequence[Line], group: Group, right: frozenset[int], stem: tuple[Part, ...], section: Section
) -> Question:
    first = stems.first_of(chunk, group)
    last = chunk[-1].block.lines.last if chunk[-1].role is Role.CODE else chunk[-1].number
    reasons, explanation = explanation_of(chunk, group, right)
    apart = dashes.with_reasons_apart(group, stem) or [(option.words, ()) for option in group.options]
    choices = tuple(
        Choice(
            trimmed(words),
            right=index in right,
            label=option.label,
            reasons=(*([reason] if reason else ()), *option.reasons, *reasons.get(option.label, ())),
        )
        for index, (option, (words, reason)) in enumerate(zip(group.options, apart, strict=True))
    )
    return Question(
        form=form_of(choices),
        stem=stem or (Part("text", text(NO_STEM)),),
        choices=choices,
        recogniser=NAME,
        file=section.file,
        lines=Lines(first.number, max(last, group.options[-1].line.number)),  # an explanation may stand before them
        position=-1 if first.block is section.heading else first.block.position,
        explanation=explanation,
        order=bool(group.labels),
    )
