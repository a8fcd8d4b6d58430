"""Recogniser: gaps with names (``（ア）は…（イ）…``), filled by a list that gives a word for each name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.questions.question import Part, Question, text
from studynotes.questions.recognisers import severalgaps
from studynotes.questions.text import gapnames
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Problem, Section
    from studynotes.questions.question import Words

_MOST = 8  # gaps of one question
_NEAR = 12  # lines beneath a text that what fills it may take
_MARK = severalgaps.MARK


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One question for each text with named gaps that a list fills (:mod:`.namedkeys`), or for some lines of it.

    The names are those of one alphabet from its first letter on, in their order. A doubt in the text, a word that
    nobody could be expected to type, and nothing is asked.
    """
    if not any(name.startswith(gapnames.by_line(0)[:-1]) for name in listed):
        return [], []
    lines = list(lines_of(section.all_blocks))
    found: list[Question] = []
    for each in gapnames.texts_in(lines, lambda line: answerlines.answer(line.text) is not None):
        given = listed.get(gapnames.by_line(each.lines[0].number))
        if given is None or any(doubts(line.text) for line in each.lines):
            continue
        first, *rows = given.split("\n")
        last, *offered = first.split("\t")
        told = dict(row.split("\t") for row in rows)
        end = next((line for line in lines if line.number == int(last)), None)
        parts = list(_parted(each.lines))
        for part in parts:
            near = end if len(parts) == 1 and end and end.number - part[-1].number <= _NEAR else part[-1]
            question = _question(part, near, told, offered, section)
            found += [question] if question else []
    return found, []


def _parted(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """A text, or where it has too many gaps for one question, as many of its lines at a time as have fewer."""
    current: list[Line] = []
    names: set[str] = set()
    for line in lines:
        own = {gapnames.label_of(found) for found in gapnames.named_in(line)}
        if names and len(names | own) > _MOST:
            yield current
            current, names = [], set()
        current.append(line)
        names |= own
    if names:
        yield current


def _question(
    lines: Sequence[Line], end: Line, told: Mapping[str, str], offered: Sequence[str], section: Section
) -> Question | None:
    seen: dict[str, None] = {}
    stem = [Part("item" if line.role is Role.ITEM else "text", _with_blanks(line, told, seen)) for line in lines]
    if offered:
        stem.append(Part("text", text(f"〔{'　'.join(offered)}〕")))
    parts = [told[name] for name in seen]
    return severalgaps.made(stem, parts, severalgaps.Told("", end), lines[0], section)


def _with_blanks(line: Line, told: Mapping[str, str], seen: dict[str, None]) -> Words:
    """The line's words with a blank behind each name that comes for the first time."""
    words = line.words() if seen else line.words(severalgaps.beginning(line))
    for found in gapnames.named_in(line):
        name = gapnames.label_of(found)
        if name in seen or name not in told:
            continue
        seen[name] = None
        at = next((at for at, run in enumerate(words) if found[0] in run), None)
        if at is None:
            continue  # half in code
        label, brackets = (found["label"] or found["ahead"]), (found["open"] or "", found["close"] or "")
        around = brackets if not set("".join(brackets)) & set("_＿□") else ("", "")
        blank = f"{around[0]}{label} {_MARK}{around[1]}"
        words = (*words[:at], words[at].replace(found[0], blank, 1), *words[at + 1 :])
    return words
