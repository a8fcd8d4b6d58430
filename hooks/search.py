"""Search: the index of what a reader reads, the worker that searches it, and where the theme finds that worker.

The theme's own plugin stays: it brings the search box and writes an index, which is replaced here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

import delivery
import notebook
import quizzes
import versions
from delivery import Delivery
from studynotes import searchindex
from studynotes.glossary import Glossary
from studynotes.publishing.scripts import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

FOLDER = "assets/javascripts/search"
PARTS = ("fold", "kana", "layers", "fuzzy", "query", "engine", "snippet", "worker")
WORKER = f"{FOLDER}/worker.js"
LOADER = f"{FOLDER}/loader.js"  # fetches the worker and the index with the first query
INDEX = "search/index.json"
SHIM = "assets/vendor/iframe-worker/shim/index.js"  # lets the worker run in pages opened from a folder
GLOSSARY = "glossary.md"
_THEMES_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js(?:\?v=\w+)?")
_KEY = "search"


@dataclass(slots=True)
class State:
    """What the events of one build tell each other."""

    documents: dict[str, tuple[searchindex.Document, ...]] = field(default_factory=dict)  # by the page's src_uri


@event_priority(50)
def on_config(config: MkDocsConfig) -> None:
    """Start afresh; make a site that is for reading from a folder work there."""
    config.extra[_KEY] = State()
    if _from_folder(config):
        # Our own copy of what the theme would take from a CDN.
        config.extra.setdefault("polyfills", []).append(SHIM)
        # With it, the theme starts none of a page's parts at file:// addresses (as of 9.8.1): its stream of
        # documents ends at once. Highlighting is one of those parts.
        config.theme["features"] = [name for name in config.theme["features"] if "navigation.instant" not in name]


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Join the worker's scripts into one: as a worker from ``file://`` it cannot load others."""
    scripts = []
    for part in PARTS:
        file = files.get_file_from_path(f"{FOLDER}/{part}.js")
        if file is None:
            raise PluginError(f"docs/{FOLDER}/{part}.js is missing: it is a part of the search")
        scripts.append(file.content_string)
        files.remove(file)
    files.append(File.generated(config, WORKER, content=joined(scripts)))
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the filter ``own_search``, which puts our worker's address into the theme's settings."""
    env.filters["own_search"] = partial(_own_search, versions.of(config)(WORKER if _from_folder(config) else LOADER))
    return env


@event_priority(100)
def on_page_context(context: Mapping[str, object], *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Note what a page says, when all other hooks have had their turn and before the theme's plugin drops its marks."""
    wishes = page.meta.get("search") or {}  # `exclude` and `boost`, as with the theme's plugin
    if wishes.get("exclude"):
        return
    tags = [str(tag) for tag in page.meta.get("tags") or ()]
    text, _, _ = (page.content or "").partition(quizzes.SHOWN)  # which no reader searches
    made = searchindex.documents(text, page.url, _title(page, config), tags, wishes.get("boost", 1))
    if page.file.src_uri == GLOSSARY:
        made = (made[0], *searchindex.entries(_glossary(config).terms, page.url))
    cast("State", config.extra[_KEY]).documents[page.file.src_uri] = made
    page.meta["search"] = {**wishes, "exclude": True}  # the theme's plugin need not read it all as well


@event_priority(-50)  # after the theme's plugin has written its index, before the one for offline use reads it
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write our index in place of the theme's."""
    documents = cast("State", config.extra[_KEY]).documents
    given = {term.term: term.reading for term in _glossary(config).terms if term.reading}
    index = searchindex.build((piece for pieces in documents.values() for piece in pieces), given)
    if not _from_folder(config):
        written = _write(index, config, INDEX)
        study = {"script": versions.of(config)(WORKER), "index": f"{INDEX}?v={versions.version_of(written)}"}
        index = {"config": {**index["config"], "study": study}, "docs": []}
    _write(index, config, "search/search_index.json")


def _write(index: Mapping[str, Any], config: MkDocsConfig, name: str) -> Path:
    """Write an index as JSON; a document at a time, as one text of all of them takes much memory."""
    dump = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
    before, after = dump({**index, "docs": []}).rsplit("]", 1)
    path = Path(config.site_dir, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(before)
        for number, doc in enumerate(index["docs"]):
            file.write(f"{',' if number else ''}{dump(doc)}")
        file.write(f"]{after}")
    return path


def _from_folder(config: MkDocsConfig) -> bool:
    """Whether the site is for opening from a folder, where nothing can be fetched."""
    return delivery.of(config) is Delivery.FOLDER


def _own_search(worker: str, settings: str) -> str:
    found = _THEMES_WORKER.findall(settings)
    if len(found) != 1:
        raise PluginError(
            "the theme's settings do not name its search worker any more: see _THEMES_WORKER in hooks/search.py"
        )
    return settings.replace(found[0], worker)


def _title(page: Page, config: MkDocsConfig) -> str:
    """Give a page's title as plain text; MkDocs's own is HTML."""
    section = notebook.of(config).section_of(page)
    if section is not None:
        return section.label
    return " ".join(searchindex.documents(str(page.meta.get("title") or page.title or ""), "", "")[0].text.split())


def _glossary(config: MkDocsConfig) -> Glossary:
    state = config.extra.get("glossary")
    return state.glossary if state else Glossary(GLOSSARY)
