"""What the hooks of one build share: the notes' model, the pages made of it, and what there is to complain about.

Not a hook itself. It lives in the build's own ``config`` object, so that each rebuild of ``mkdocs serve`` starts
afresh and two builds never meet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from markupsafe import escape
from mkdocs.structure.files import InclusionLevel

from studynotes import history
from studynotes.links import Links
from studynotes.topics import by_topic
from studynotes.writing.body import Insertions

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping
    from datetime import date
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from studynotes.model import Collection, Problem, Section

FOLDER = "notes"  # in the docs folder; also the first part of the pages' addresses
_KEY = "notebook"


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section as templates see it: its texts are escaped already, as the theme escapes none."""

    title: str
    number: str
    label: str  # number and title in one
    url: str  # from the site's root
    topics: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class CollectionView:
    """A collection as templates see it; ``topics`` are as :func:`studynotes.topics.by_topic` groups them."""

    title: str
    url: str
    sections: tuple[SectionView, ...]
    topics: tuple[tuple[str, tuple[SectionView, ...]], ...]


@dataclass(frozen=True, slots=True)
class NotebookView:
    """All notes as templates see them."""

    collections: tuple[CollectionView, ...]


@dataclass(slots=True)
class Notebook:
    """The state of one build."""

    collections: list[Collection] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sections: dict[str, Section] = field(default_factory=dict)  # by the page's src_uri
    urls: dict[tuple[str, str], str] = field(default_factory=dict)  # by (file, slug), from the site's root
    insertions: dict[str, list[Insertions]] = field(default_factory=dict)  # by src_uri
    ids: dict[str, Container[str]] = field(default_factory=dict)  # of other pages, by src_uri, where they are known
    links: Links = field(default_factory=lambda: Links((), {}, {}, {}))
    preparers: list[Callable[[Mapping[str, Section]], None]] = field(default_factory=list)
    dates: dict[str, tuple[date | None, ...]] = field(default_factory=dict)

    def line_dates(self, file: str, root: Path) -> tuple[date | None, ...]:
        """When each line of a notes file last changed (git is asked once a file)."""
        if file not in self.dates:
            self.dates[file] = history.line_dates(root / file)
        return self.dates[file]

    def prepare_with(self, prepare: Callable[[Mapping[str, Section]], None]) -> None:
        """Have sections (by their page's src_uri) prepared: all of them now, and those that change while serving."""
        self.preparers.append(prepare)
        prepare(self.sections)

    def relink(self, files: Files) -> None:
        """Learn where the notes' links lead, from the collections and the site's other files."""
        others = {f.src_uri: f.url for f in files if is_published(f) and f.src_uri not in self.sections}
        paths = {collection.file: f"{FOLDER}/{collection.stem}.md" for collection in self.collections}
        self.links = Links(self.collections, self.urls, others, paths, self.ids)

    def report(self, *problems: Problem) -> None:
        """Note problems; the hook ``problems`` tells them, once, at the end of the build."""
        self.problems.extend(problems)

    def section_of(self, page: Page) -> Section | None:
        """The section that ``page`` shows; ``None`` for a page that is no note."""
        return self.sections.get(page.file.src_uri)

    def url_of(self, section: Section) -> str:
        """The address of a section's page, from the site's root."""
        return self.urls[section.file, section.slug]

    def insert(self, page: Page, insertions: Insertions) -> None:
        """Add to what the body of ``page`` will hold beside the notes' own text (before it is written)."""
        self.insertions.setdefault(page.file.src_uri, []).append(insertions)

    def insertions_for(self, page: Page) -> Insertions:
        """All insertions for ``page`` as one."""
        before: dict[int, str] = {}
        after: dict[int, str] = {}
        for insertions in self.insertions.get(page.file.src_uri, ()):
            for at, html in insertions.before.items():
                before[at] = before.get(at, "") + html
            for at, html in insertions.after.items():
                after[at] = after.get(at, "") + html
        return Insertions(before, after)

    def view(self) -> NotebookView:
        """The notes as templates see them."""
        return NotebookView(tuple(self._view(collection) for collection in self.collections))

    def _view(self, collection: Collection) -> CollectionView:
        views = [
            SectionView(
                escape(s.title),
                escape(s.number),
                escape(s.label),
                self.url_of(s),
                tuple(map(escape, s.topics)),
                escape(s.summary),
            )
            for s in collection.sections
        ]
        return CollectionView(
            escape(collection.title), self.url_of(collection.preface), tuple(views), tuple(by_topic(views))
        )


def is_published(file: File) -> bool:
    """Whether a file of the docs folder belongs to the site; drafts are none of ours, even while serving."""
    return file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def of(config: MkDocsConfig) -> Notebook:
    """The notebook of the build that ``config`` belongs to."""
    return cast("Notebook", config.extra.setdefault(_KEY, Notebook()))
