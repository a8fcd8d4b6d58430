"""Quizzes: the notes' questions at the end of their pages, made by mkdocs-quiz, and as data for the review page."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

import notebook
import versions
from quizhtml import adapted, anchor, anchors
from quizspeed import hasten
from studynotes import editorial
from studynotes.questions import Question, questions_in
from studynotes.questions.elsewhere.answerlists import answers_of
from studynotes.questions.sharing import code_markdown, inline_markdown, record
from studynotes.questions.text import lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from studynotes.editorial import Editorial
    from studynotes.model import Section


DATA = "assets/quiz/questions"  # .json for the web, .js for pages opened from a folder
_KEY = "quizzes"
_BEGIN, _END = "<!-- quizzes -->", "<!-- /quizzes -->"
SHOWN = '<div class="quizzes" data-quiz-page'  # the beginning of partials/quizzes.html, and of a finished page's end


@dataclass(slots=True)
class State:
    """What the events of one build tell each other."""

    env: Environment
    given: dict[str, tuple[Editorial, Mapping[str, str]]] = field(default_factory=dict)  # by file: what answers it has
    questions: dict[str, tuple[Question, ...]] = field(default_factory=dict)  # by the page's src_uri
    records: list[dict[str, Any]] = field(default_factory=list)  # all questions as data, each once


def on_config(config: MkDocsConfig) -> None:
    """Have mkdocs-quiz make haste."""
    hasten(config)


@event_priority(-10)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Find the questions of all notes (whose pages are there by now), and publish them as data."""
    notes = notebook.of(config)
    found = State(config.theme.get_env())
    config.extra[_KEY] = found
    for collection in notes.collections:
        name = f"{notebook.FOLDER}/{collection.stem}.yml"
        beside = editorial.load(Path(config.docs_dir, name), f"docs/{name}")
        found.given[collection.file] = (beside, answers_of(collection))
    notes.prepare_with(partial(_ask, notes, found))
    lines.let_go()
    topics = {collection.file: (collection.title,) for collection in notes.collections}
    records: dict[str, dict[str, Any]] = {}
    for uri, section in notes.sections.items():
        place = {"title": section.title, "topics": section.topics or topics[section.file]}
        for question in found.questions[uri]:
            url = f"{notes.url_of(section)}#q.{question.id}"
            records.setdefault(question.id, record(question, url=url, **place))
    found.records += records.values()
    data = json.dumps(found.records, ensure_ascii=False, separators=(",", ":"))
    files.append(File.generated(config, f"{DATA}.json", content=data))
    files.append(File.generated(config, f"{DATA}.js", content=f"globalThis.studyQuestions = {data};\n"))
    return files


def _ask(notes: notebook.Notebook, found: State, sections: Mapping[str, Section]) -> None:
    for collection in notes.collections:
        uris = [uri for uri, section in sections.items() if section.file == collection.file]
        beside, listed = found.given[collection.file]
        asked, listed = questions_in([sections[uri] for uri in uris], beside, collection.source, listed)
        found.given[collection.file] = (beside, listed)
        for uri, (questions, problems) in zip(uris, asked, strict=True):
            found.questions[uri] = questions
            notes.report(*problems)


@event_priority(25)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add the page's quizzes in mkdocs-quiz's syntax, before that plugin looks for it, and anchors for the way back."""
    found = state(config)
    questions = found.questions.get(page.file.src_uri, ())
    section = notebook.of(config).section_of(page)
    if not questions or section is None:
        return markdown
    page.meta["quiz"] = {"enabled": True}
    notebook.of(config).insert(page, anchors(section, questions, found.env))
    template = found.env.get_template("partials/quiz.md")
    quizzes = [template.render(question=each, inline=inline_markdown, code=code_markdown) for each in questions]
    return f"{markdown}\n\n{found.env.get_template('partials/quizzes.md').render(quizzes=quizzes)}"


@event_priority(-10)
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Adapt what mkdocs-quiz made: stable names, styles and scripts as files, answers for readers without scripts."""
    found = state(config)
    questions = found.questions.get(page.file.src_uri, ())
    if not questions:
        return html
    before, _, rest = html.partition(_BEGIN)
    # What follows the end mark is what mkdocs-quiz adds: its styles, scripts and side bar, 65 KB; ours are files.
    quizzes, _, _ = rest.partition(_END)
    notes = found.env.get_template("partials/quiz-notes.html")
    beneath = [notes.render(question=each, anchor=anchor(each), inline=inline_markdown) for each in questions]
    shown = adapted(quizzes, questions, beneath)
    return before + found.env.get_template("partials/quizzes.html").render(
        html=shown, url=lambda path: get_relative_url(versions.of(config)(path), page.url)
    )


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the names of all questions, as ``quiz_ids``."""
    env.globals["quiz_ids"] = [entry["id"] for entry in state(config).records]
    return env


def state(config: MkDocsConfig) -> State:
    """Give the questions that this build found (there from ``on_files`` on)."""
    return cast("State", config.extra[_KEY])
