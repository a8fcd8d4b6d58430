"""Tells what the build found wrong with the notes, once, by file and line; fails the build on errors."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

import notebook
from studynotes.model import Severity

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks.notes")

_LEVELS = {Severity.INFO: logging.INFO, Severity.WARNING: logging.WARNING, Severity.ERROR: logging.ERROR}


@event_priority(-100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Tell what all others have found."""
    tell(config)


def tell(config: MkDocsConfig) -> None:
    """Log every problem in the order of the files' lines; raise ``PluginError`` if one of them is an error."""
    problems = sorted(set(notebook.of(config).problems))
    for problem in problems:
        log.log(_LEVELS[problem.severity], "%s", problem)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        raise PluginError(f"{errors} error(s) in the notes, see above")
