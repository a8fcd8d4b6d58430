"""Checks every finished page against the note it was made from: nothing lost, nothing out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

import notebook
from studynotes import fidelity

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ARTICLE = "article"  # what holds a page's own text in Material's templates


@event_priority(-50)
def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Compare the page as it will be written with its section."""
    notes = notebook.of(config)
    section = notes.section_of(page)
    if section is not None:
        notes.report(*fidelity.missing(section, output, ARTICLE))
    return output
