"""Where a link written in the notes leads on the site.

Links are written for the file as GitHub shows it: ``#見出し`` within the file, ``other.md#見出し``, pictures
beside the notes. On the site each section has a page of its own, so every such link is looked up here.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from studynotes.model import Collection, Kind, Section
from studynotes.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from urllib.parse import SplitResult

_WITH_HOST = frozenset({"http", "https", ""})
_WITHOUT_HOST = frozenset({"mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Target:
    """A resolved link: ``url`` relative to the page it stands on, or ``None`` where nothing is there."""

    url: str | None
    external: bool = False


class Links:
    """Looks up what the links of all collections lead to.

    ``pages`` maps each section's place ``(file, slug)`` to its address from the site's root; ``files`` maps the
    path of every other file of the site, from the docs folder, to its address; ``paths`` maps each collection's
    ``file`` (its name in messages) to its path from the docs folder; ``ids`` are those of other files of which they
    are known, by the file's path. Addresses are percent-encoded.
    """

    def __init__(
        self,
        collections: Iterable[Collection],
        pages: Mapping[tuple[str, str], str],
        files: Mapping[str, str],
        paths: Mapping[str, str],
        ids: Mapping[str, Container[str]] | None = None,
    ) -> None:
        self._pages = pages
        self._files = files
        self._paths = paths
        self._ids = {} if ids is None else ids  # may be filled later
        self._collections = {paths[c.file]: c for c in collections}
        self._anchors: dict[str, dict[str, tuple[Section, str]]] = {}

    def resolve(self, href: str, section: Section) -> Target:
        """The target of ``href`` as written in ``section``."""
        parts = split(href)
        if parts is not None and (parts.scheme or parts.netloc):
            # "http:x" without a host would be a place of this site, written in a way that nobody means.
            with_host = parts.netloc if parts.scheme in _WITH_HOST else ""
            leads_out = parts.path if parts.scheme in _WITHOUT_HOST else with_host
            return Target(href, external=True) if leads_out else Target(None)
        if parts is None or not href or href.startswith("/"):
            return Target(None)
        here = self._pages[section.file, section.slug]
        own_path = self._paths[section.file]
        path = (
            posixpath.normpath(posixpath.join(posixpath.dirname(own_path), unquote(parts.path)))
            if parts.path
            else own_path
        )
        collection = self._collections.get(path)
        if collection is not None:
            place = (
                self._heading(path, collection, unquote(parts.fragment)) if parts.fragment else (collection.preface, "")
            )
            if place is None:
                return Target(None)
            target, anchor = place
            url = relative(self._pages[target.file, target.slug], here)
            same_page = (target.file, target.slug) == (section.file, section.slug)
            fragment = f"#{quote(anchor)}" if anchor else ""
            return Target(fragment if same_page and anchor else url + fragment)
        if path in self._files and (not parts.fragment or self._has(path, unquote(parts.fragment))):
            fragment = f"#{parts.fragment}" if parts.fragment else ""
            return Target(relative(self._files[path], here) + fragment)
        return Target(None)

    def _has(self, path: str, fragment: str) -> bool:
        return path not in self._ids or fragment in self._ids[path]

    def _heading(self, path: str, collection: Collection, fragment: str) -> tuple[Section, str] | None:
        if path not in self._anchors:
            self._anchors[path] = _headings(collection)
        found = self._anchors[path]
        # Other tools make anchors by slightly other rules (emoji, doubled hyphens): the words decide then.
        return found.get(fragment) or found.get(f"~{slug(fragment)}")


def _headings(collection: Collection) -> dict[str, tuple[Section, str]]:
    """Every heading of a file by its GitHub anchor, and by ``~slug`` of its words (the first one wins)."""
    found: dict[str, tuple[Section, str]] = {}
    for section in collection.pages:
        own = [section.heading] if section.heading else []
        for block in (*own, *(b for b in section.walk() if b.kind is Kind.HEADING)):
            anchor = "" if block is section.heading else block.anchor  # what a page's title names is the page
            found.setdefault(block.anchor, (section, anchor))
            found.setdefault(f"~{slug(block.text)}", (section, anchor))
    return found


def split(href: str) -> SplitResult | None:
    """The parts of an address as somebody wrote it; ``None`` where it is none, such as ``http://[``."""
    try:
        return urlsplit(href)
    except ValueError:
        return None


def relative(target: str, here: str) -> str:
    """The relative address from page ``here`` to ``target``, both from the site's root (``""`` is the root)."""
    folder = here if here.endswith("/") or not here else posixpath.dirname(here) + "/"
    result = posixpath.relpath(target or ".", folder or ".")
    if target.endswith("/") or not target:
        result = "./" if result == "." else result + "/"
    return result
