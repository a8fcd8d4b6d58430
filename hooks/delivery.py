"""How the site that is being built will be read. Not a hook itself.

MkDocs tells its command once, in ``on_startup``, and loads each hook's file as a module of its own; so what all hooks
have to know of it is kept here. The hook ``serving`` tells it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Command = Literal["build", "gh-deploy", "serve"]


class Delivery(Enum):
    """How a site is read."""

    PUBLISHED = auto()
    """On a server, for as long as nothing newer is published; browsers may keep it."""
    FOLDER = auto()
    """Opened from a folder, where nothing can be fetched and no worker started; also where that site is served."""
    SERVED = auto()
    """By its writer, while it is written; MkDocs adds a script to each page, which waits for the next edit."""


class _Run:
    """What this process was started for."""

    command: Command = "build"
    dirty = False


def started(command: Command, *, dirty: bool) -> None:
    """Note what MkDocs was started for."""
    _Run.command, _Run.dirty = command, dirty


def of(config: MkDocsConfig) -> Delivery:
    """How the site of the build that ``config`` belongs to will be read."""
    offline = config.plugins.get("material/offline")
    if offline is not None and offline.config.get("enabled"):
        return Delivery.FOLDER
    return Delivery.SERVED if _Run.command == "serve" else Delivery.PUBLISHED


def can_follow_edits() -> bool:
    """Whether MkDocs serves what it builds, and builds it whole."""
    return _Run.command == "serve" and not _Run.dirty


def is_built_in_place() -> bool:
    """Whether the site is built where MkDocs says: what is served, and what is built upon (``--dirty``)."""
    return _Run.command == "serve" or _Run.dirty
