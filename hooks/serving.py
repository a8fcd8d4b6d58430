"""While serving: an edit within a section is on its page at once, and on all others when the writer pauses.

``rebuilding`` does the work; here it learns what MkDocs built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

import delivery
from rebuilding import Built, Rebuilder, stamps

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

_last: Built | None = None
_rebuilders: list[Rebuilder] = []


def on_startup(*, command: delivery.Command, dirty: bool) -> None:
    """Tell all hooks what MkDocs was started for."""
    delivery.started(command, dirty=dirty)


def on_config(config: MkDocsConfig) -> None:
    """Note how the files are before they are read."""
    global _last  # noqa: PLW0603 (one server builds one site)
    _last = Built(config, stamps(config)) if delivery.can_follow_edits() else None


@event_priority(-1000)
def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Keep what pages are built with."""
    if _last is not None:
        _last.files, _last.nav = files, nav


@event_priority(-1000)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Keep what pages are built with."""
    if _last is not None:
        _last.env = env


@event_priority(-1000)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Now it is whole: single pages can be built upon it."""
    if _last is not None:
        _last.whole = True


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Come before MkDocs's own rebuilding."""
    rebuilder = Rebuilder(server, builder, lambda: _last)
    _rebuilders.append(rebuilder)
    server.builder = rebuilder
    return server


def on_shutdown() -> None:
    """End what goes on aside."""
    while _rebuilders:
        _rebuilders.pop().stop()
