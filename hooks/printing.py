"""The book: all notes on one page for printing (print.html). As a PDF: see ``bookpdf``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel

import glossary
import notebook
import quizzes
from studynotes import book
from studynotes.book import joining
from studynotes.cjk import boxes_in
from studynotes.glossary import index

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from studynotes.questions import Question

PAGE = "print.md"
GLOSSARY = "glossary.md"
BODY = "partials/print/body.html"
MARK = "@book@"  # stands for the book in its page
_PLACE = f">{MARK}</main>"  # which no text on the page has unescaped
_TERMS = "g-"  # before the ids of the glossary's entries
_KEY = "printing"


@dataclass(slots=True)
class State:
    """What the events of one build tell each other."""

    page: File
    volume: book.Book
    joiner: joining.Joiner
    joined: dict[str, joining.Joined] = field(default_factory=dict)  # by the section's anchor
    template: Template = field(init=False)
    context: dict[str, Any] = field(default_factory=dict)


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
    found = state(config)
    if found is not None and page.url in found.joiner.places:
        text, _, _ = html.partition(quizzes.SHOWN)  # exercises are printed elsewhere
        joined = found.joiner.join(text, page.url, _uses(page, config))
        found.joined[found.joiner.places[page.url]] = joined
    return html


@event_priority(-100)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the book, and the answers of a page's questions."""
    env.filters["css_string"] = book.css_string
    env.filters["boxes_in"] = boxes_in
    env.globals["lettered"] = book.lettered
    env.globals["questions_of"] = lambda page: _questions(page.file.src_uri, config)
    found = state(config)
    if found is not None:
        env.globals["book"] = _view(found, config)
        found.template = env.get_template(BODY)
    return env


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Note what the print page's template is given."""
    found = state(config)
    if found is not None and page.file is found.page:
        found.context = context


@event_priority(-40)  # before it is printed, or listed for offline use
def on_post_build(*, config: MkDocsConfig) -> None:
    """Put the book into its page: it may be longer than what fits in memory at once."""
    found = state(config)
    if found is None:
        return
    file = Path(config.site_dir, found.page.dest_uri)
    before, place, after = file.read_text(encoding="utf-8").partition(_PLACE)
    if not place:
        raise PluginError(
            f"{found.page.dest_uri}: its template has to show book.mark, and nothing else, in a main element"
        )
    with file.open("wb") as page:
        page.write(f"{before}>\n".encode())
        found.template.stream(found.context).dump(page, encoding="utf-8")
        page.write(f"\n</main>{after}".encode())


def state(config: MkDocsConfig) -> State | None:
    """What this build knows of the book; ``None`` where the site has no print page."""
    return cast("State | None", config.extra.get(_KEY))


def _view(found: State, config: MkDocsConfig) -> dict[str, Any]:
    """What the templates read."""
    uris = {id(section): uri for uri, section in notebook.of(config).sections.items()}
    asked = {entry.anchor: _questions(uris[id(entry.section)], config) for entry in found.volume.entries}
    exercises = {chapter.anchor: book.exercises(chapter, asked) for chapter in found.volume.chapters}
    terms = glossary.state(config).glossary.terms
    return {
        "mark": MARK,
        "volume": found.volume,
        "level": 2 if found.volume.has_parts else 1,
        "texts": found.joined,
        "exercises": exercises,
        "passages": {e.anchor: _passage(e, found) for chapter in exercises.values() for e in chapter},
        "glossary": [group for half in index(terms) for group in half],
        "mentions": _mentions(found),
    }


def _questions(uri: str, config: MkDocsConfig) -> tuple[Question, ...]:
    return quizzes.state(config).questions.get(uri, ())


def _passage(exercise: book.Exercise, found: State) -> str:
    """The id of the place in the notes that a question comes from (hooks/quizzes.py marks them)."""
    anchor = exercise.entry.anchor
    passage = f"{anchor}.passage.{exercise.question.lines.first}"
    return passage if passage in found.joined[anchor].anchors else anchor


def _mentions(found: State) -> dict[str, list[tuple[str, book.Entry]]]:
    """Where each term is mentioned: the places' ids in the order of the book, each with its section."""
    result: dict[str, list[tuple[str, book.Entry]]] = {}
    for entry in found.volume.entries:
        for mention in found.joined[entry.anchor].mentions:
            result.setdefault(mention.term, []).append((mention.anchor, entry))
    return result


def _uses(page: Page, config: MkDocsConfig) -> dict[str, str]:
    """The terms that the glossary found on a page, each with the id of the heading above it."""
    uses = glossary.state(config).uses.items()
    return {term: places[-1][1] for term, places in uses if places[-1][0] is page}
