"""The book: all notes on one page for printing (print.html), and as a PDF where a build is asked for one."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel
from mkdocs.utils import get_build_datetime

import glossary
import notebook
import quizzes
from studynotes import book
from studynotes.book import joining
from studynotes.glossary import index
from studynotes.slugs import slug

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from studynotes.questions import Question

log = logging.getLogger("mkdocs.hooks.printing")

PAGE = "print.md"
GLOSSARY = "glossary.md"
WANTED = "BOOK_PDF"  # the environment variable with which `make pdf` asks for the PDF
_TERMS = "g-"  # before the ids of the glossary's entries
_KEY = "printing"


@dataclass(slots=True)
class State:
    """What the events of one build tell each other."""

    page: File
    volume: book.Book
    joiner: joining.Joiner
    joined: dict[str, joining.Joined] = field(default_factory=dict)  # by the section's anchor


@event_priority(-20)  # once the notes are read and their questions are found
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Arrange the book."""
    page, terms = files.get_file_from_path(PAGE), files.get_file_from_path(GLOSSARY)
    if page is None or page.inclusion is InclusionLevel.EXCLUDED:
        return
    notes = notebook.of(config)
    volume = book.arranged(notes.collections)
    places = {notes.url_of(entry.section): entry.anchor for entry in volume.entries}
    joiner = joining.Joiner(page.url, places, terms.url if terms else None, _TERMS, 2 if volume.has_parts else 1)
    config.extra[_KEY] = State(page, volume, joiner)


@event_priority(-100)  # when the page's text is finished
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say where links lead, and take the text of a notes page into the book as well."""
    html = joining.with_addresses(html)
    state = cast("State | None", config.extra.get(_KEY))
    if state is not None and page.url in state.joiner.places:
        joined = state.joiner.join(html, page.url, _uses(page, config))
        state.joined[state.joiner.places[page.url]] = joined
    return html


@event_priority(-100)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the book, the answers of a page's questions, and the PDF's name where there will be one."""
    state = cast("State | None", config.extra.get(_KEY))
    env.filters["css_string"] = book.css_string
    env.globals["lettered"] = book.lettered
    env.globals["questions_of"] = lambda page: _questions(page.file.src_uri, config)
    env.globals["book_pdf"] = _pdf_name(config) if state is not None and os.environ.get(WANTED) else ""
    if state is not None:
        env.globals["book"] = _view(state, config)
    return env


@event_priority(-50)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Print the book, or say that it was left out."""
    state = cast("State | None", config.extra.get(_KEY))
    name = _pdf_name(config)
    if state is None:
        return
    if not os.environ.get(WANTED):
        log.info("%s was left out: `make pdf` builds the site with it", name)
        return
    from studynotes.book import pdf  # noqa: PLC0415 (what it needs is installed for `make pdf` only)

    about = pdf.About(
        title=config.site_name,
        subject=config.site_description or "",
        language=str(config.theme["language"]),
        date=get_build_datetime(),
        address=config.site_url or "",
    )
    site = Path(config.site_dir)
    try:
        printed = pdf.write(site, state.page.dest_uri, site / name, about)
    except pdf.PrintError as error:
        raise PluginError(f"There is no {name}: {error}") from error
    log.info("%s: %s", name, printed)


def _view(state: State, config: MkDocsConfig) -> dict[str, Any]:
    """What the templates read."""
    uris = {id(section): uri for uri, section in notebook.of(config).sections.items()}
    asked = {entry.anchor: _questions(uris[id(entry.section)], config) for entry in state.volume.entries}
    exercises = {chapter.anchor: book.exercises(chapter, asked) for chapter in state.volume.chapters}
    terms = glossary.state(config).glossary.terms
    return {
        "volume": state.volume,
        "level": 2 if state.volume.has_parts else 1,
        "texts": state.joined,
        "exercises": exercises,
        "passages": {e.anchor: _passage(e, state) for chapter in exercises.values() for e in chapter},
        "glossary": [group for half in index(terms) for group in half],
        "mentions": _mentions(state),
    }


def _questions(uri: str, config: MkDocsConfig) -> tuple[Question, ...]:
    return quizzes.state(config).questions.get(uri, ())


def _passage(exercise: book.Exercise, state: State) -> str:
    """The id of the place in the notes that a question comes from (hooks/quizzes.py marks them)."""
    anchor = exercise.entry.anchor
    passage = f"{anchor}.passage.{exercise.question.lines.first}"
    return passage if passage in state.joined[anchor].anchors else anchor


def _mentions(state: State) -> dict[str, list[tuple[str, book.Entry]]]:
    """Where each term is mentioned: the places' ids in the order of the book, each with its section."""
    result: dict[str, list[tuple[str, book.Entry]]] = {}
    for entry in state.volume.entries:
        for mention in state.joined[entry.anchor].mentions:
            result.setdefault(mention.term, []).append((mention.anchor, entry))
    return result


def _uses(page: Page, config: MkDocsConfig) -> dict[str, str]:
    """The terms that the glossary found on a page, each with the id of the heading above it."""
    uses = glossary.state(config).uses.items()
    return {term: places[-1][1] for term, places in uses if places[-1][0] is page}


def _pdf_name(config: MkDocsConfig) -> str:
    return f"{slug(config.site_name) or 'book'}.pdf"
