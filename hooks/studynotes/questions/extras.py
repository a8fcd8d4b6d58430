"""The editorial file's own questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.model import Block, Kind, Lines, Problem, Section, Severity
from studynotes.questions.question import Choice, Form, Part, Question, folded, form_of, text
from studynotes.titles import one_line

if TYPE_CHECKING:
    from studynotes.questions.additions import Additions, Extra, Wording

NAME = "editorial"


def recognise(section: Section, additions: Additions) -> tuple[list[Question], list[Problem]]:
    """A question for each entry of ``questions:``, placed where the notes say what it is ``about``.

    Words that the notes do not hold (any more) are a problem, and the question is not asked: what it rests on
    may have changed.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for extra in additions.extras:
        block = _about(section, extra.about) if extra.about else None
        if extra.about and block is None:
            what = f"the section does not say “{extra.about[:30]}”"
            remedy = "correct `about`, and the question if the notes changed"
            problems.append(Problem(additions.file, extra.line, Severity.WARNING, what, remedy))
        else:
            questions.append(_question(extra, block, section))
    return questions, problems


def _about(section: Section, words: str) -> Block | None:
    wanted = folded(words)
    for block in section.walk():
        texts = [cell.text for row in block.rows for cell in row] if block.kind is Kind.TABLE else [block.text]
        if any(wanted in folded(words) for words in texts):
            return block
    return None


def _question(extra: Extra, block: Block | None, section: Section) -> Question:
    stem = (Part("text", text(extra.stem)),)
    lines = block.lines if block else Lines(section.lines.first, section.lines.first)
    position = block.position if block else -1
    explanation = (Part("text", text(extra.reason)),) if extra.reason else ()
    if extra.answers:
        return Question(Form.BLANK, stem, (), NAME, section.file, lines, position, extra.answers, explanation)
    if not explanation and block and block.kind is not Kind.TABLE:
        explanation = (Part("text", text(f"ノートの記述：{one_line(block.text)}")),)
    choices = tuple(
        [_choice(wording, right=True) for wording in extra.key]
        + [_choice(wording, right=False) for wording in extra.choices]
    )
    return Question(form_of(choices), stem, choices, NAME, section.file, lines, position, explanation=explanation)


def _choice(wording: Wording, *, right: bool) -> Choice:
    return Choice(text(wording.text), right, reasons=(text(wording.reason),) if wording.reason else ())
