"""Keeps the HTML of notes pages packed from when it is made, for all of them first, to when it is written.

MkDocs keeps all of it, and after it has been written, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from mkdocs.plugins import event_priority

import notebook
from studynotes.packing import Packed

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_KEY = "shelving"


@event_priority(-1000)  # it is finished
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put it away."""
    if notebook.of(config).section_of(page) is None:
        return html
    cast("dict[str, Packed[str]]", config.extra.setdefault(_KEY, {}))[page.file.src_uri] = Packed(html)
    page.markdown = ""  # has had its turn
    return ""


@event_priority(1000)  # before others read it
def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Bring it back."""
    packed = config.extra.get(_KEY, {}).pop(page.file.src_uri, None)
    if packed is not None:
        page.content = packed()


@event_priority(-1000)
def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> None:
    """Drop it, now that it is in the page."""
    if notebook.of(config).section_of(page) is not None:
        page.content = ""
