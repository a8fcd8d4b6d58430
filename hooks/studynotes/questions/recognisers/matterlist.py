"""Recogniser: a list of questions in a file's front matter (``quiz:`` with ``q``, ``choices`` and ``answer``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes import yamlfile
from studynotes.model import Kind, Lines, Problem, Section
from studynotes.questions.elsewhere.matter import ANSWERS
from studynotes.questions.question import Choice, Part, Question, folded, form_of, text
from studynotes.questions.recognisers import frontmatter
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NAME = frontmatter.NAME
_STEMS = (*frontmatter.STEMS, "q", "prompt", "問い", "設問")
_ANSWERS = (*ANSWERS, "answerIndex", "answer_index", "correctIndex", "correct_index", "a")
_LEAST = 2  # choices


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """One question for each item of a list whose items all have a question and choices.

    The answer names choices by their words or, where they bear one, by their ``id``. Figures count them all from 0
    where one is 0, and from 1 where one is the number of its question's choices: nobody could tell otherwise. A line of
    an item that doubts keeps it from being asked.
    """
    matter = next((block for block in section.blocks if block.kind is Kind.FRONT_MATTER), None)
    if matter is None or not any(f"{name}:" in matter.text for name in frontmatter.OPTIONS):
        return [], []
    read = yamlfile.parse(matter.text, section.file)
    fields = read.value if isinstance(read.value, dict) else {}
    found: list[Question] = []
    for name, items in fields.items():
        if not _is_quiz(items):
            continue
        first = matter.lines.first + (not matter.text.startswith("---"))
        starts = [first - 1 + read.line(name, at) for at in range(len(items))]
        ends = [*(start - 1 for start in starts[1:]), matter.lines.last]
        counting = _counts_from(items)
        for item, start, end in zip(items, starts, ends, strict=True):
            lines = matter.text.split("\n")[start - first : end - first + 1]
            if not any(doubts(line) or hedged(line.partition(" #")[2]) for line in lines):
                found += _asked(item, counting, section, Lines(start, end))
    return found, []


def _is_quiz(items: object) -> bool:
    """Whether a value is a list of questions with choices."""
    return (
        isinstance(items, list)
        and bool(items)
        and all(
            isinstance(item, dict)
            and str(frontmatter.field(item, _STEMS) or "").strip() != ""
            and len(frontmatter.options_of(frontmatter.field(item, frontmatter.OPTIONS))) >= _LEAST
            for item in items
        )
    )


def _figures(item: Mapping[str, object]) -> list[int]:
    """The figures that an item's answer is; none where it is anything else, or a choice's own words."""
    given = frontmatter.field(dict(item), _ANSWERS)
    named = given if isinstance(given, list) else [given]
    options = frontmatter.options_of(frontmatter.field(dict(item), frontmatter.OPTIONS))
    words = {folded(each) for option in options for each in option}
    figures = [each for each in named if isinstance(each, int) and not isinstance(each, bool)]
    return figures if len(figures) == len(named) and not any(str(each) in words for each in figures) else []


def _counts_from(items: Sequence[Mapping[str, object]]) -> int | None:
    """The number of the first choice, as all answers that are figures show it together; None where they do not."""
    sizes = [len(frontmatter.options_of(frontmatter.field(dict(item), frontmatter.OPTIONS))) for item in items]
    figures = [(each, size) for item, size in zip(items, sizes, strict=True) for each in _figures(item)]
    zero = any(figure == 0 for figure, _ in figures)
    whole = any(figure == size for figure, size in figures)
    fits = all(0 <= figure <= size for figure, size in figures)
    return None if zero == whole or not fits else 0 if zero else 1


def _asked(item: Mapping[str, object], counting: int | None, section: Section, lines: Lines) -> Iterator[Question]:
    options = frontmatter.options_of(frontmatter.field(dict(item), frontmatter.OPTIONS))
    own = any(isinstance(each, dict) for each in _listed(frontmatter.field(dict(item), frontmatter.OPTIONS)))
    figures = _figures(item)
    if figures:
        right = frozenset(each - counting for each in figures) if counting is not None else frozenset()
    else:
        right = frontmatter.key_of(frontmatter.field(dict(item), _ANSWERS), options)
    words = {folded(said) for _, said in options}
    if not right or len(right) == len(options) or len(words) < len(options):
        return
    choices = tuple(Choice(text(said), at in right, label if own else "") for at, (label, said) in enumerate(options))
    why = frontmatter.field(dict(item), frontmatter.EXPLANATIONS)
    yield Question(
        form=form_of(choices),
        stem=(Part("text", text(str(frontmatter.field(dict(item), _STEMS)).strip())),),
        choices=choices,
        recogniser=NAME,
        file=section.file,
        lines=lines,
        explanation=(Part("text", text(str(why))),) if why else (),
        order=own,
    )


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
