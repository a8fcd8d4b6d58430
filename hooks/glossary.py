"""The glossary: its terms marked in the notes, their tooltips, and the page that lists them and where they are used."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.plugins import event_priority
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

import notebook
from studynotes import glossary
from studynotes.glossary import candidates
from studynotes.glossary.matching import Matcher

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from studynotes.glossary import Glossary, Term

SOURCE = "glossary.yml"  # in the docs folder
PAGE = "glossary.md"
_KEY = "glossary"


@dataclass(slots=True)
class State:
    """What the events of one build tell each other."""

    glossary: Glossary
    terms: Mapping[str, Term]  # by id
    page: File | None
    env: Environment
    shown: dict[str, tuple[str, ...]] = field(default_factory=dict)  # a page's marked terms, by its src_uri
    uses: dict[str, list[tuple[Page, str]]] = field(default_factory=dict)  # by term: pages, each with an anchor

    def link(self, page: Page, term: str) -> str:
        """Give the address of a term's entry from another page."""
        return get_relative_url(self.page.url, page.url) + f"#{term}" if self.page else ""

    def shown_on(self, page: Page) -> list[Term]:
        """Give the terms that are marked on a page."""
        return [self.terms[term] for term in self.shown.get(page.file.src_uri, ())]

    def uses_of(self, term: str) -> list[tuple[str, str]]:
        """Give the sections where a term is used: titles, and addresses from the glossary's page."""
        here = self.page.url if self.page else ""
        uses = self.uses.get(term, ())
        return [
            (page.title or "", get_relative_url(page.url, here) + (anchor and f"#{anchor}")) for page, anchor in uses
        ]

    def linked(self, term: Term) -> str:
        """Give a term's definition as HTML, with links to the entries of other terms in it."""
        template = self.env.get_template("partials/term.html")

        def wrap(other: str, text: str) -> str:
            return text if other == term.id else template.render(href=f"#{other}", text=text, plain=True)

        return _matcher(self.glossary.terms).mark(escape(term.definition), wrap).html


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Read the glossary."""
    terms = glossary.load(Path(config.docs_dir, SOURCE), f"docs/{SOURCE}")
    notebook.of(config).report(*terms.problems)
    notebook.of(config).ids[PAGE] = terms.anchors()
    config.extra[_KEY] = State(terms, terms.by_id(), files.get_file_from_path(PAGE), config.theme.get_env())


@event_priority(-50)
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark the terms of a notes page, quizzes included, and note where they are used."""
    known = state(config)
    if known.page is None or notebook.of(config).section_of(page) is None:
        return html
    template = known.env.get_template("partials/term.html")
    address = get_relative_url(known.page.url, page.url)
    marked = _matcher(known.glossary.terms).mark(html, lambda term, text: _mark(template, f"{address}#{term}", text))
    known.shown[page.file.src_uri] = marked.shown
    for use in marked.uses:
        pages = known.uses.setdefault(use.id, [])
        if not pages or pages[-1][0] is not page:
            pages.append((page, use.anchor))
    return marked.html


@event_priority(-50)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Write the glossary's page, now that all others are read; tell what it lacks, and what it has in vain."""
    known, notes = state(config), notebook.of(config)
    env.globals["glossary"] = known
    if known.page is None or known.page.page is None:
        return
    page = known.page.page
    kana, latin = glossary.index(known.glossary.terms)
    page.content = (page.content or "") + env.get_template("partials/glossary.html").render(kana=kana, latin=latin)
    rows = [AnchorLink(group.label, group.anchor, 2) for group in (*kana, *latin)]
    page.toc = TableOfContents([*page.toc, *rows])
    sections = (section for collection in notes.collections for section in collection.pages)
    notes.report(*candidates.missing(sections, known.glossary.by_form(), known.glossary.file))
    notes.report(*known.glossary.unused(known.uses))


def state(config: MkDocsConfig) -> State:
    """Give what this build knows of the glossary (there from ``on_files`` on)."""
    return cast("State", config.extra[_KEY])


@lru_cache(maxsize=1)
def _matcher(terms: tuple[Term, ...]) -> Matcher:
    """Make the matcher; while serving, once for all builds with the same glossary."""
    return Matcher(terms)


@lru_cache(maxsize=10_000)
def _mark(template: Template, href: str, text: str) -> str:
    """Render an occurrence of a term; most are the same on many pages."""
    return template.render(href=href, text=text)
