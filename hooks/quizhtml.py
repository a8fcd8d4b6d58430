"""mkdocs-quiz's HTML, adapted: the smallest changes that its options and events do not offer. Not a hook itself.

What it would take upstream to do without: ids from the content instead of the position (``quiz-0``), no inline
handlers (``onsubmit``), a switch for not adding its styles and scripts to the page, feedback beneath every choice,
a live region for it, and no ``<form>``: nothing is sent, and a browser that fills in forms has each one laid out as
soon as the page has come, however far down it is.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from studynotes.cjk import punctuation_beside
from studynotes.model import Kind
from studynotes.questions.recognisers.written import NAME as WRITTEN
from studynotes.questions.sharing import choice_id
from studynotes.writing.body import Insertions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from selectolax.lexbor import LexborNode

    from studynotes.model import Lines, Section
    from studynotes.questions import Question


def adapted(html: str, questions: Sequence[Question], beneath: Sequence[str]) -> str:
    """The quizzes of one page, in the questions' order, with ``beneath`` (HTML) under each one's form."""
    tree = LexborHTMLParser(html)
    for results in tree.css("div.quiz-results[id]"):
        del results.attrs["id"]  # a heading of the notes may have it
    for quiz, question, notes in zip(tree.css("div.quiz"), questions, beneath, strict=True):
        _name(quiz, question)
        for blank in quiz.css("input.quiz-blank-input"):
            keep_beside(blank, tree)
        for form in quiz.css("form"):
            _insert_after(form, notes)
            plain = tree.create_node("div")
            plain.attrs["class"] = "quiz-form"
            for child in form.iter(include_text=True):
                plain.insert_child(child)  # a copy of it
            form.insert_before(plain)
            form.decompose()
    body = tree.body
    return (body.inner_html or "") if body is not None else ""


def _name(quiz: LexborNode, question: Question) -> None:
    """Name everything after the question and its choices; names after positions change with each edit of the notes."""
    name = f"q.{question.id}"
    quiz.attrs["id"] = name
    quiz.attrs["data-question"] = question.id
    for link in quiz.css("a.quiz-header-link"):
        link.attrs["href"] = f"#{name}"
        link.attrs["aria-label"] = "この問題へのリンク"
    for stem in quiz.css("div.quiz-question"):
        stem.attrs["id"] = f"{name}-question"
    for fieldset in quiz.css("fieldset"):
        fieldset.attrs["aria-labelledby"] = f"{name}-question"
    blanks = quiz.css("input.quiz-blank-input")
    for number, blank in enumerate(blanks):
        blank.attrs["id"] = f"{name}-blank-{number}"
        if question.recogniser != WRITTEN:  # mkdocs-quiz reads it up to the first bracket
            blank.attrs["data-answer"] = question.answers[number]
        if len(blanks) > 1:
            blank.attrs["aria-label"] = f"空欄{number + 1}の答え"
    for button, label, choice in zip(
        quiz.css('input[name="answer"]'), quiz.css("fieldset label"), question.shown, strict=True
    ):
        choice_name = choice_id(choice)
        button.attrs["name"] = name
        button.attrs["value"] = choice_name
        button.attrs["id"] = label.attrs["for"] = f"{name}-{choice_name}"
    for feedback in quiz.css("div.quiz-feedback"):
        feedback.attrs["role"] = "status"
    for button in quiz.css("button.quiz-button"):
        button.attrs["type"] = "button"


def keep_beside(blank: LexborNode, tree: LexborHTMLParser) -> None:
    """Keep a blank on one line with the punctuation beside it."""
    before, after = (side if side is not None and side.tag == "-text" else None for side in (blank.prev, blank.next))
    texts = [side.text_content or "" if side is not None else "" for side in (before, after)]
    opening, closing = punctuation_beside(*texts)
    if not (opening or closing):
        return
    place = tree.create_node("span")
    place.attrs["class"] = "quiz-blank-place"
    for child in (opening, blank, closing):
        place.insert_child(child)  # a copy of it
    blank.insert_before(texts[0][: len(texts[0]) - len(opening)])
    blank.insert_before(place)
    blank.insert_before(texts[1][len(closing) :])
    for copied in (before, blank, after):
        if copied is not None:
            copied.decompose()


def _insert_after(node: LexborNode, html: str) -> None:
    body = LexborHTMLParser(html).body
    for child in reversed(list(body.iter()) if body is not None else []):
        node.insert_after(child)


def anchor(question: Question) -> str:
    """Give the name of the place in the notes that a question comes from."""
    return f"passage.{question.lines.first}"


def anchors(section: Section, questions: tuple[Question, ...], env: Environment) -> Insertions:
    """Give the places in the notes that questions lead back to, and fold the quizzes that are written there."""
    template = env.get_template("partials/passage.html")
    kinds = {block.position: block.kind for block in section.walk()}
    first = min(kinds, default=0)
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    for name, position in {anchor(each): each.position for each in questions}.items():
        html = template.render(anchor=escape(name))
        inside = kinds.get(position) is Kind.ITEM  # an anchor stands in an item, but before any other block
        target = after if inside else before
        at = position if position in kinds else first
        target[at] = target.get(at, "") + html
    for question in questions:
        if question.recogniser == WRITTEN:
            blocks = [block for block in section.blocks if _within(block.lines, question.lines)]
            if not blocks:  # it ends in the midst of a block, which is no quiz's alone
                continue
            begin = env.get_template("partials/quiz-source-begin.html").render()
            before[blocks[0].position] = before.get(blocks[0].position, "") + begin
            end = env.get_template("partials/quiz-source-end.html").render()
            after[blocks[-1].end] = after.get(blocks[-1].end, "") + end
    return Insertions(before, after)


def _within(inner: Lines, outer: Lines) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
