"""The notes' part of the navigation. Not a hook itself.

``mkdocs.yml`` says where it goes: an entry that leads to ``notes/`` is replaced by the collections. The theme takes
titles in the navigation for HTML, so the notes' are escaped here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.structure.nav import Section as Group

from notebook import FOLDER
from studynotes.slugs import distinct
from studynotes.topics import by_topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

    from studynotes.model import Collection, Section

LARGEST_GROUP = 40  # a page lists its whole group in the navigation, so a group's size is a page's weight
CHUNK = 25


def with_notes(nav: Sequence[Any] | None, collections: Sequence[Collection]) -> list[Any] | None:
    """``nav`` with the entry for ``notes/`` filled in; ``None`` stays ``None`` (MkDocs then lists all files)."""
    if nav is None:
        return None
    return [
        {title: _notes(collections)} if target == f"{FOLDER}/" else {title: target} for title, target in _pairs(nav)
    ]


def prune(nav: Navigation) -> None:
    """Have every page list the group that it is in, and of others their names (``partials/nav-item.html``)."""
    nav.items = _pruned(nav.items)


class _PrunedGroup(Group):
    """A group that hands out all its children while the current page is in it, and otherwise the first only.

    Without this a thousand sections take a million looks: the theme's templates go through all children of a group.
    """

    # What the theme asks of every item: that a group has none of it is found out slowly in templates, and often.
    meta = typeset = pages = None
    is_index = False

    def __init__(self, title: str, children: list[StructureItem]) -> None:
        super().__init__(title, children)
        for child in children:
            child.parent = self

    @property
    def url(self) -> str:
        """Where the group leads while it is not open: to its first page."""
        return next((getattr(child, "url", None) or "" for child in self._children), "")

    @property
    def children(self) -> list[StructureItem]:
        return self._children if self.active else self._children[:1]

    @children.setter
    def children(self, children: list[StructureItem]) -> None:
        self._children = children


def _pruned(items: Iterable[StructureItem]) -> list[StructureItem]:
    return [_PrunedGroup(item.title, _pruned(item.children)) if isinstance(item, Group) else item for item in items]


def name_tags(config: MkDocsConfig) -> None:
    """Have Material's tags plugin give each tag an id of its own on the page of tags."""
    plugin = config.plugins.get("material/tags")
    if plugin is not None:
        plugin.config["tags_slugify"] = distinct


def _pairs(nav: Sequence[Any]) -> Iterable[tuple[str | None, Any]]:
    for entry in nav:
        yield from entry.items() if isinstance(entry, dict) else [(None, entry)]


def _notes(collections: Sequence[Collection]) -> list[Any]:
    if len(collections) == 1:
        return _collection(collections[0])
    return [{escape(collection.title): _collection(collection)} for collection in collections]


def _collection(collection: Collection) -> list[Any]:
    """The collection's own page first (Material shows it as the group's index), then its sections by topic."""
    folder = f"{FOLDER}/{collection.stem}"
    entries: list[Any] = [{escape(collection.title): f"{folder}/index.md"}]
    for topic, group in by_topic(collection.sections):
        pages = _chunked(group, folder)
        entries += [{escape(topic): pages}] if topic else pages
    return entries


def _chunked(sections: Sequence[Section], folder: str) -> list[Any]:
    """Navigation entries for ``sections``: as they are, or in groups of groups named by their first and last."""
    entries: list[tuple[Section, Section, Any]] = [(s, s, {escape(s.label): f"{folder}/{s.slug}.md"}) for s in sections]
    while len(entries) > LARGEST_GROUP:
        entries = _grouped(entries)
    return [entry for _, _, entry in entries]


def _grouped(entries: Sequence[tuple[Section, Section, Any]]) -> list[tuple[Section, Section, Any]]:
    groups = [entries[start : start + CHUNK] for start in range(0, len(entries), CHUNK)]
    return [
        (
            group[0][0],
            group[-1][1],
            {escape(f"{_short(group[0][0])}〜{_short(group[-1][1])}"): [entry for _, _, entry in group]},
        )
        for group in groups
    ]


def _short(section: Section) -> str:
    return section.number or section.title
