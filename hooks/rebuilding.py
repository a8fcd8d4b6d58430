"""Builds what one edit changed while the site is being served. Not a hook itself (see ``serving``).

MkDocs builds everything anew after each edit. Here the changed section alone is read, and its page alone is built, in
the site that is being served. What else the edit concerns (search, glossary, book, the lines of later sections) is
built by a second process into a folder aside, and served from there when it is whole. Other edits take MkDocs's way.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import filterfalse
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from mkdocs.commands import build
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import InclusionLevel

import later
import notebook
from studynotes import editorial, reading
from studynotes.packing import Packed
from studynotes.reading.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from studynotes.model import Section

log = logging.getLogger("mkdocs.hooks.serving")

PAUSE = 2.0  # seconds without an edit, after which everything is built
# What editors keep beside a file while they edit or save it (Vim, Emacs, IntelliJ, sed -i, …); it comes and goes.
_EDITORS_OWN = re.compile(r"\..*|.*~|#.*#|4913|.*___jb_\w+___|.*\.(?:tmp|bak)|sed\w{6}")


@dataclass(slots=True)
class Built:
    """The last build of everything, kept for building single pages of it."""

    config: MkDocsConfig
    stamps: dict[Path, tuple[int, int]]
    files: Files | None = None
    nav: Navigation | None = None
    env: Environment | None = None
    whole: bool = False  # it ended well
    drafts: dict[Path, Draft] = field(default_factory=dict)


class Rebuilder:
    """What the server calls after an edit."""

    def __init__(
        self, server: LiveReloadServer, build_all: Callable[[], None], last: Callable[[], Built | None]
    ) -> None:
        """``server.root`` is the folder served, ``build_all`` MkDocs's builder, ``last`` gives what that built."""
        self._last = last
        self._server = server
        self._build_all = build_all
        self._own_root = server.root
        self._aside = Path(tempfile.mkdtemp(prefix="mkdocs_later_"))
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._count = 0

    def __call__(self) -> None:
        """Build the page that changed, and all others later; or all at once; or nothing."""
        last = self._last()
        now = stamps(last.config) if last is not None and last.whole else {}
        if last is not None and now == last.stamps:
            # An editor's own file came or went. What goes on aside goes on, and no browser is told of anything.
            self._server._wanted_epoch = self._server._visible_epoch  # noqa: SLF001 (MkDocs has no public way)
            return
        self._cancel()
        if last is not None and last.whole and self._build_page(last, now):
            self._timer = threading.Timer(PAUSE, self._build_aside)
            self._timer.daemon = True
            self._timer.start()
        else:
            self._build_all()
            self._server.root = self._own_root

    def stop(self) -> None:
        """End what goes on, and clean up."""
        self._cancel()
        shutil.rmtree(self._aside, ignore_errors=True)

    def _build_page(self, last: Built, now: dict[Path, tuple[int, int]]) -> bool:
        try:
            edits = [
                _edit(path, last) for path in now.keys() | last.stamps.keys() if now.get(path) != last.stamps.get(path)
            ]
            if None in edits:
                return False
            for edit in filter(None, edits):
                _apply(*edit, last, self._server.root)
        except (reading.NotesError, MkDocsException, OSError) as error:
            log.debug("Everything is built: %s", error)
            return False
        last.stamps = now
        return True

    def _build_aside(self) -> None:
        last = self._last()
        if last is None:
            return
        with self._lock:
            self._count += 1
            site = self._aside / str(self._count)
            command = [sys.executable, later.__file__, last.config.config_file_path, str(site), self._server.url]
            process = self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603
        ended = process.wait()
        with self._lock:
            if process is self._process and ended == 0:
                before, self._server.root = Path(self._server.root), str(site)
                log.info("All pages follow the last edits")
                if before.parent == self._aside:
                    shutil.rmtree(before, ignore_errors=True)
            else:
                shutil.rmtree(site, ignore_errors=True)

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            process, self._process = self._process, None
        if process is not None and process.poll() is None:
            process.terminate()
            process.wait()


def stamps(config: MkDocsConfig) -> dict[Path, tuple[int, int]]:
    """How all files are that a build reads while serving. Some may come and go meanwhile: editors have such."""
    paths = [Path(config.config_file_path), *map(Path, config.watch)]
    for folder in dict.fromkeys([config.docs_dir, *config.theme.dirs[:1], *config.watch]):
        for where, folders, names in os.walk(folder):  # which passes over what is gone
            folders[:] = filterfalse(_EDITORS_OWN.fullmatch, folders)
            paths += [Path(where, name) for name in filterfalse(_EDITORS_OWN.fullmatch, names)]
    found = {}
    for path in paths:
        with suppress(OSError):
            status = path.stat()
            if S_ISREG(status.st_mode):
                found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _edit(path: Path, last: Built) -> tuple[str, str, Section] | None:
    """A file's new text, and its section that changed with its page; ``None`` if more has to be built."""
    notes = notebook.of(last.config)
    name = (
        f"docs/{path.relative_to(last.config.docs_dir).as_posix()}" if path.is_relative_to(last.config.docs_dir) else ""
    )
    collection = next((each for each in notes.collections if each.file == name), None)
    if collection is None or not path.is_file():
        return None
    if path not in last.drafts:
        beside = editorial.load(path.with_suffix(".yml"), str(Path(name).with_suffix(".yml")))
        last.drafts[path] = Draft(collection, beside)
    source = reading.decode(path.read_bytes(), name)
    updated = last.drafts[path].update(source)
    if updated is None:
        return None
    return f"{notebook.FOLDER}/{collection.stem}/{updated.slug}.md", source, updated


def _apply(uri: str, source: str, section: Section, last: Built, root: str) -> None:
    """Build the page of one section anew, into the site that is being served."""
    files, config, env, nav = last.files, last.config, last.env, last.nav
    file = files.get_file_from_path(uri) if files is not None else None
    if files is None or env is None or nav is None or file is None or file.page is None:
        raise MkDocsException(f"no page {uri}")
    notes = notebook.of(config)
    known = len(notes.problems)
    for number, collection in enumerate(notes.collections):
        if collection.file == section.file:
            sections = tuple(section if each.slug == section.slug else each for each in collection.sections)
            notes.collections[number] = replace(collection, sections=sections, packed_source=Packed(source))
    notes.sections[uri] = section
    notes.relink(files)
    notes.insertions.pop(uri, None)
    for prepare in notes.preparers:
        prepare({uri: section})
    file.dest_dir = root
    file.page.title = section.label
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    # MkDocs has no public way to build one page; these two are what it calls for each.
    build._populate_page(file.page, config, files)  # noqa: SLF001
    build._build_page(file.page, config, pages, nav, env)  # noqa: SLF001
    for problem in notes.problems[known:]:
        log.warning("%s", problem)
