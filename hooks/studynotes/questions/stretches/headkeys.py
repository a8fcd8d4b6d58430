"""The answer at the head of a file that holds one question: ``**正答**: B`` among what is told of it (domain, date)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere.answerlists import DISOWNED, DOUBTED
from studynotes.questions.stretches.keylists import by_line
from studynotes.questions.text.choicetable import lines_with_tables
from studynotes.questions.text.lines import Role, lines_of
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.stretches.habits import Shown

_MOST = 2  # times that a file may hold its question: in two languages
_LANGUAGE = re.compile(
    r"[(\[【]?\s*(?:英語?文?|日本語|和文|邦訳|和訳|翻訳|対訳|原文|訳文?|English|Japanese|EN|JA|JP)\s*(?:版|訳)?\s*[)\]】]?",
    re.IGNORECASE,
)


def answers_in(sections: Sequence[Section], shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answer that a file's first section gives to its only question, by :func:`.by_line`.

    That section comes before the question, and no other line of the file gives an answer. The question may stand there
    twice, beneath headings that differ by their language alone, with the same labels.
    """
    asked = [each for each in shown if each.group.labels]
    if not 0 < len(asked) <= _MOST or any(each.right is not None for each in asked):
        return {}
    if DOUBTED in listed or DISOWNED in listed or (asked[1:] and not _are_one(*asked)):
        return {}
    first = asked[0].chunk[0].number
    lines = [line for section in sections for line in lines_of(section.all_blocks) if line.role is not Role.CODE]
    given = [line for line in lines if answerlines.answer(line.text) is not None]
    head = [line for line in lines_with_tables(sections[0].all_blocks, {}) if line.number < first]
    tabled = [line for line in head if line.block.kind is Kind.TABLE and answerlines.answer(line.text) is not None]
    given = [*tabled, *given]
    if len(given) != 1 or given[0] not in head or given[0].struck or given[0].mended:
        return {}
    answer = answerlines.answer(given[0].text)
    if not answer or answerlines.word(given[0].text) != "key" or any(doubts(line.text) for line in head):
        return {}
    return {by_line(each.group.options[0].line.number): answer for each in asked}


def _are_one(one: Shown, other: Shown) -> bool:
    """Whether two questions are the same one in two languages, as their headings say."""
    titles = [phrases.bare(each.chunk[0].text) for each in (one, other)]
    headed = all(
        each.chunk[0].role is Role.HEADING and _LANGUAGE.search(phrases.bare(each.chunk[0].text))
        for each in (one, other)
    )
    bare = [re.sub(r"^[\d\s.-]+", "", _LANGUAGE.sub("", title)) for title in titles]
    return headed and titles[0] != titles[1] and bare[0] == bare[1] and one.group.labels == other.group.labels
