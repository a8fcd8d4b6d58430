"""Builds the site aside and puts it in its place when it is whole, so that a build that ends early leaves the old one.

What goes wrong with files (a full disk, no leave to write) is told in one line. While serving, MkDocs has a folder
of its own, which nobody else looks at.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority

import delivery
from studynotes.publishing.aside import Aside

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks.publishing")

_KEY = "publishing"
_asides: list[Aside] = []


@event_priority(-1000)  # all others may still ask where the site goes
def on_config(config: MkDocsConfig) -> None:
    """Let everything be written aside."""
    if delivery.is_built_in_place():
        return
    try:
        aside = Aside(Path(config.site_dir))
    except OSError as error:
        raise Abort(f"The site cannot be written: {_reason(error)}") from error
    _asides.append(aside)
    config.extra[_KEY] = (aside, config.site_dir)
    config.site_dir = str(aside.folder)


@event_priority(-1000)  # the last of all
def on_post_build(*, config: MkDocsConfig) -> None:
    """Put the finished site in its place."""
    if _KEY not in config.extra:
        return
    aside, config.site_dir = config.extra.pop(_KEY)
    try:
        aside.put()
    except OSError as error:
        raise PluginError(f"The site cannot be put in its place: {_reason(error)}") from error
    log.info("The site is whole and in its place: %s", config.site_dir)


def on_build_error(*, error: Exception) -> None:
    """Say what is wrong with files in one line; any other error goes on as it is."""
    on_shutdown()
    if isinstance(error, OSError):
        raise Abort(f"The build ended early: {_reason(error)}") from error


def on_shutdown() -> None:
    """Leave nothing of builds that did not end."""
    while _asides:
        _asides.pop().discard()


def _reason(error: OSError) -> str:
    where = error.filename2 or error.filename  # of a copy, the second is what was to be written
    return f"{error.strerror or error}" + (f": {where}" if where else "")
