"""Questions from the notes' own structure.

:func:`questions_of` asks every recogniser of a section; each is a small pure function in a module of its own,
with its rule in the docstring. What is asked is only what the notes or the editorial file state; what looks like
a question but cannot be keyed for sure becomes a problem with its line and what to add. :func:`questions_in` asks
for all sections of a file, and learns from them how its writer tells answers.

Five rooms, each of which knows only those before it: ``words`` (what one text says by itself), ``text`` (a section
as lines, and what they say together), ``elsewhere`` (answers given all together), ``stretches`` (one question's
lines: its choices, key and explanation) and ``recognisers`` (the kinds of questions).
"""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from studynotes.editorial import Editorial
from studynotes.model import Problem, Severity
from studynotes.questions import extras
from studynotes.questions.additions import additions_for
from studynotes.questions.elsewhere.answerlists import DISOWNED
from studynotes.questions.question import BLANK_MARK, Choice, Form, Part, Question, Words, apart, plain
from studynotes.questions.recognisers import (
    alternatives,
    blanks,
    cards,
    choices,
    comparison,
    eitheror,
    figures,
    frontmatter,
    listed,
    matterlist,
    namedgaps,
    polar,
    questiontable,
    severalgaps,
    tabbedcards,
    terms,
    truefalse,
    verdicts,
    verdicttable,
    written,
)
from studynotes.questions.stretches import (
    answersections,
    askedagain,
    bulleted,
    eliminated,
    gapkeys,
    habits,
    headkeys,
    judgedlists,
    keylists,
    keyrows,
    lastanswers,
    markedtwice,
    namedkeys,
    othersthings,
    ownmarks,
    partkeys,
    plainlabels,
    replies,
    restatedkeys,
    shifted,
    subkeys,
)
from studynotes.questions.stretches.toothers import may_answer_others
from studynotes.questions.text import gapnames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from studynotes.model import Lines, Section

    _Results = list[tuple[tuple[Question, ...], tuple[Problem, ...]]]

__all__ = ["BLANK_MARK", "Choice", "Form", "Part", "Question", "Words", "plain", "questions_in", "questions_of"]

_EXAMPLES = 200  # questions that a file's habit is compared with, at least, if there are so many

# What the editorial file's `off` calls each recogniser's questions.
_KIND = {
    choices.NAME: "choices",
    listed.NAME: "choices",
    frontmatter.NAME: "choices",
    verdicts.NAME: "choices",
    verdicttable.NAME: "choices",
    questiontable.NAME: "choices",
    truefalse.NAME: "choices",
    alternatives.NAME: "choices",
    blanks.NAME: "blanks",
}


def questions_of(
    section: Section,
    editorial: Editorial | None = None,
    source: str = "",
    given: Mapping[str, str] = MappingProxyType({}),
    shown: list[habits.Shown] | None = None,
) -> tuple[tuple[Question, ...], tuple[Problem, ...]]:
    """The questions of one section in reading order, and what stands in the way of others.

    ``editorial`` is the file beside the notes; ``source`` the notes file's text (for ``<quiz>`` blocks, which are
    read as they are written); ``given`` its list of answers (:func:`.answers_of`), which may say that all of them are
    the learner's own or guesses: then no written-out question is asked.
    Written-out questions come before those made of tables and sentences where both
    rest on the same lines, and no question comes twice. ``shown`` is given what may show the writer's habits
    (:func:`questions_in`).
    """
    additions = additions_for(editorial or Editorial(), section.slug)
    found: list[Question] = []
    problems: list[Problem] = list(additions.problems)
    for questions, troubles in (
        written.recognise(section, source),
        frontmatter.recognise(section),
        matterlist.recognise(section),
        listed.recognise(section),
        choices.recognise(section, given, shown),
        verdicttable.recognise(section, given),
        questiontable.recognise(section),
        cards.recognise(section),
        tabbedcards.recognise(section),
        truefalse.recognise(section, given),
        alternatives.recognise(section, given),
        eitheror.recognise(section, given),
        polar.recognise(section, given),
        verdicts.recognise(section, additions),
        blanks.recognise(section, given),
        namedgaps.recognise(section, given),
        severalgaps.recognise(section, given),
        figures.recognise(section),
        (terms.recognise(section, additions), []),
        (comparison.recognise(section), []),
        extras.recognise(section, additions),
    ):
        found += questions
        problems += troubles
    twins = [question for question in found if _has_twins(question)]
    problems += [_told_of_twins(question) for question in twins]
    disowned = _KIND if DISOWNED in given else ()
    wanted = [
        question
        for question in found
        if question not in twins
        and question.recogniser not in disowned
        and _KIND.get(question.recogniser, question.recogniser) not in additions.off
    ]
    asked = _once(wanted)
    return asked, tuple(problem for problem in problems if not _settled(problem, section, asked))


def questions_in(
    sections: Sequence[Section],
    editorial: Editorial | None = None,
    source: str = "",
    given: Mapping[str, str] = MappingProxyType({}),
) -> tuple[list[tuple[tuple[Question, ...], tuple[Problem, ...]]], Mapping[str, str]]:
    """What :func:`questions_of` finds in the sections of one file, and ``given`` with what they show of its habits.

    Where questions lack their answer, the file is asked whether its writer tells answers in a way of his own
    (:mod:`.habits`), answers each in a section of its own (:mod:`.answersections`), has lists of them that fit their
    numbers (:mod:`.keylists`, :mod:`.gapkeys`), part by part, too (:mod:`.partkeys`, :mod:`.subkeys`), or repeat
    their choices (:mod:`.restatedkeys`), or the only one at its head (:mod:`.headkeys`), or the last part's at a part's
    (:mod:`.lastanswers`), refuses each choice but one (:mod:`.eliminated`), or has bullets that tell of all others
    (:mod:`.bulleted`), or judges each choice beneath a mere case (:mod:`.judgedlists`); if so, those sections are
    read once more.
    """
    shown: list[habits.Shown] = []
    counts: list[int] = []
    results = []
    for section in sections:
        start = len(shown)
        results.append(questions_of(section, editorial, source, given, shown))
        if start > _EXAMPLES and all(each.right is not None for each in shown[start:]):
            del shown[start:]  # enough to compare with
        counts.append(len(shown))
    starts = counts[:-1]
    habit = "" if habits.NAME in given else habits.learnt(shown, given)
    more = {habits.NAME: habit} if habit else {}
    more |= plainlabels.shown_by(shown, given)
    more |= answersections.answers_in(sections, shown, given)
    more |= partkeys.answers_in(sections, shown, given)
    more |= keyrows.answers_in(sections, shown, given)
    more |= keylists.answers_in(sections, shown, given)
    more |= subkeys.answers_in(sections, shown, given)
    more |= restatedkeys.answers_in(sections, shown, given)
    more |= headkeys.answers_in(sections, shown, given)
    more |= lastanswers.answers_in(sections, shown, given)
    more = {**eliminated.answers_in(shown, given), **more}
    more |= bulleted.answers_in(shown, {**given, **more})
    again = {line: told for line, told in askedagain.answers_in(sections, shown).items() if _is_asked(results, line)}
    more |= {keylists.by_line(first): answer for first, answer in again.values()}
    judged = judgedlists.shown_by((each for questions, _ in results for each in questions), verdicttable.NAME)
    more |= {judgedlists.NAME: judged} if judged else {}
    filling = gapkeys.answers_in(sections, shown, given)
    named = namedkeys.answers_in(sections, given)
    more |= {**filling, **named}
    troubles = [problem for _, problems in results for problem in problems]
    learners = replies.learners_own(shown, troubles) | ownmarks.learners_own(shown, troubles, given)
    learners |= othersthings.misplaced(shown, given) | shifted.misgiven(shown, given)
    twice = markedtwice.by_mistake(shown)
    if more:
        given = {**given, **more}
        for at, (start, end) in enumerate(pairwise([0, *counts])):
            lacking = any(each.right is None for each in shown[start:end]) or habits.MARKS in habit
            own = lacking or any(line in filling for line in _by_line(sections[at], filling))
            if own or judged or any(line in named for line in _by_line(sections[at], named, gapnames.by_line)):
                results[at] = questions_of(sections[at], editorial, source, given)
    results = _not_on(_asked_once(results, again), learners)
    return _told_of_slip(_without(results, may_answer_others(shown, starts, given)), twice), given


def _asked_once(results: _Results, again: Mapping[int, tuple[int, str]]) -> _Results:
    """The results, those questions asked once that stand again where they are answered (:mod:`.askedagain`)."""
    once = {line for line, (first, _) in again.items() if _is_asked(results, first)}
    return _not_on(results, once)


def _not_on(results: _Results, lines: set[int]) -> _Results:
    """The results without the questions with choices on these lines."""
    if not lines:
        return results
    return [
        (tuple(each for each in questions if each.recogniser != choices.NAME or not _covers(each, lines)), problems)
        for questions, problems in results
    ]


def _told_of_slip(results: _Results, twice: int | None) -> _Results:
    """The results, a problem in place of the question whose marks may be one too many (:mod:`.markedtwice`)."""
    found = [question for questions, _ in results for question in questions if twice and _covers(question, {twice})]
    if not any(question.recogniser == choices.NAME and question.form is Form.MULTIPLE for question in found):
        return results
    what, remedy = "two choices are marked, as nowhere else in this file", "ask for two, or leave one mark"
    told = Problem(found[0].file, twice or 0, Severity.WARNING, what, remedy)
    return [
        (questions, (*problems, told) if found[0] in before else problems)
        for (before, _), (questions, problems) in zip(results, _not_on(results, {twice or 0}), strict=True)
    ]


def _is_asked(results: _Results, line: int) -> bool:
    """Whether a question with choices is asked of a line."""
    return any(
        question.recogniser == choices.NAME and _covers(question, {line})
        for questions, _ in results
        for question in questions
    )


def _without(results: _Results, doubtful: set[int]) -> _Results:
    """The results without the questions on these lines that have several answers."""
    if not doubtful:
        return results
    return [
        (tuple(each for each in questions if each.form is not Form.MULTIPLE or not _covers(each, doubtful)), problems)
        for questions, problems in results
    ]


def _covers(question: Question, lines: set[int]) -> bool:
    return any(question.lines.first <= line <= question.lines.last for line in lines)


def _by_line(
    section: Section, filling: Mapping[str, str], name: Callable[[int], str] = keylists.by_line
) -> Iterable[str]:
    """The names of a section's lines by which answers are given, if there are any."""
    blocks = section.blocks if filling else ()
    return (name(number) for block in blocks for number in range(block.lines.first, block.lines.last + 1))


def _has_twins(question: Question) -> bool:
    """Whether two choices are the same: nobody could tell which of them is right."""
    words = [apart(choice.words) for choice in question.choices]
    return len(set(words)) < len(words)


def _told_of_twins(question: Question) -> Problem:
    what, remedy = "two choices are the same", "make them differ"
    return Problem(question.file, question.lines.first, Severity.WARNING, what, remedy)


def _once(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Each question once, and of two written-out ones on the same lines the first; in reading order."""
    result: dict[str, Question] = {}
    taken: list[Lines] = []
    for question in questions:
        written_out = question.recogniser in _KIND or question.recogniser == written.NAME
        if question.id in result or (written_out and any(_overlap(question.lines, lines) for lines in taken)):
            continue
        if written_out:
            taken.append(question.lines)
        result[question.id] = question
    return tuple(sorted(result.values(), key=lambda question: question.lines.first))


def _overlap(one: Lines, other: Lines) -> bool:
    return one.first <= other.last and other.first <= one.last


def _settled(problem: Problem, section: Section, asked: Iterable[Question]) -> bool:
    """Whether another recogniser could make a question of the lines that one complains about."""
    return (problem.file, problem.severity) == (section.file, Severity.WARNING) and any(
        question.lines.first <= problem.line <= question.lines.last and question.recogniser in _KIND
        for question in asked
    )
