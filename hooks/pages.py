"""Notes in, pages out: each section of ``docs/notes/*.md`` becomes a page of the site."""

from __future__ import annotations

import posixpath
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from markdown.extensions.toc import nest_toc_tokens
from markupsafe import escape
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import TableOfContents, get_toc

import navigation
import notebook
import problems
from studynotes import editorial, reading, writing
from studynotes.clashes import Place, clashes
from studynotes.model import Severity
from studynotes.writing import formulas

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from studynotes.model import Collection
    from studynotes.writing.body import Heading


def on_config(config: MkDocsConfig) -> None:
    """Tell topics apart."""
    navigation.name_tags(config)


@event_priority(50)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Replace the notes files by the pages that their sections become, and put these into the navigation."""
    notes = notebook.of(config)
    notes.report(*editorial.misnamed((file.src_uri for file in files), notebook.FOLDER))
    for file in [file for file in files if file.src_uri.startswith(f"{notebook.FOLDER}/")]:
        if file.src_uri.endswith(".md") and file.abs_src_path and notebook.is_published(file):
            files.remove(file)
            try:
                notes.collections.append(_read(file))
            except reading.NotesError as error:
                notes.report(error.problem)
    others = [Place(file.dest_uri, f"docs/{file.src_uri}") for file in files if notebook.is_published(file)]
    pages: list[Place] = []
    for collection in notes.collections:
        notes.report(*collection.problems)
        for section in collection.pages:
            uri = f"{notebook.FOLDER}/{collection.stem}/{section.slug or 'index'}.md"
            # What is excluded are files; a section may be called like one ("print").
            page = File.generated(config, uri, content="", inclusion=InclusionLevel.INCLUDED)
            pages.append(Place(page.dest_uri, section.file, section.lines.first))
            files.append(page)
            notes.sections[page.src_uri] = section
            notes.urls[section.file, section.slug] = page.url
    found = list(clashes(pages, others))
    notes.report(*found)
    if any(problem.severity is Severity.ERROR for problem in found):
        problems.tell(config)  # here, since what is to be read is no longer clear
    notes.relink(files)
    config.nav = navigation.with_notes(config.nav, notes.collections)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Make a long navigation light."""
    navigation.prune(nav)


@event_priority(100)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say of a notes page what front matter says of others: description, tags, and what the theme asks for."""
    section = notebook.of(config).section_of(page)
    if section is not None:
        page.meta["description"] = escape(section.summary or section.title)  # the theme escapes nothing
        page.meta["note"] = "section" if section.slug else "collection"
        if section.topics:
            page.meta["tags"] = [str(escape(topic)) for topic in section.topics]
    return markdown


@event_priority(50)
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Set the notes' own text before whatever else the page's Markdown held, and its headings before the others."""
    notes = notebook.of(config)
    section = notes.section_of(page)
    if section is None:
        return html
    body = writing.write(
        section,
        resolve=partial(notes.links.resolve, section=section),
        formula=formulas.render,
        insertions=notes.insertions_for(page),
    )
    notes.report(*body.problems)
    page.toc = TableOfContents([*_toc(body.headings), *page.toc])
    return body.html + html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the collections, as ``notebook``."""
    env.globals["notebook"] = notebook.of(config).view()
    return env


def _read(file: File) -> Collection:
    path = Path(str(file.abs_src_path))
    name = posixpath.join("docs", file.src_uri)
    beside = editorial.load(path.with_suffix(".yml"), str(Path(name).with_suffix(".yml")))
    stem = file.src_uri.removeprefix(f"{notebook.FOLDER}/").removesuffix(".md")
    return reading.read(path.read_bytes(), file=name, stem=stem, editorial=beside)


def _toc(headings: tuple[Heading, ...]) -> TableOfContents:
    return get_toc(nest_toc_tokens([{"level": h.level, "id": h.anchor, "name": escape(h.words)} for h in headings]))
