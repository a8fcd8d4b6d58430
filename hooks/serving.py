"""While serving: an edit within a section is on its page at once, and on all others when the writer pauses.

``rebuilding`` does the work; here it learns what MkDocs built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mkdocs.plugins import event_priority

from rebuilding import Built, Rebuilder, stamps

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

_serving = False
_last: Built | None = None
_rebuilders: list[Rebuilder] = []


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Learn whether the site is being served."""
    global _serving  # noqa: PLW0603 (the only thing that this event can tell the next)
    _serving = command == "serve" and not dirty


def on_config(config: MkDocsConfig) -> None:
    """Note how the files are before they are read."""
    global _last  # noqa: PLW0603 (one server builds one site)
    _last = Built(config, stamps(config)) if _serving else None


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
