"""Where a page comes from: the lines of the notes file that made it, for editing and viewing, and their last change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.plugins import event_priority

import notebook
from studynotes import history

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

BRANCH = "main"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the repository's address from git where neither ``mkdocs.yml`` nor the environment gives it."""
    root = Path(config.config_file_path).parent
    config.repo_url = (config.repo_url or history.origin(root)).rstrip("/")
    if config.repo_url and not config.repo_name:
        config.repo_name = "/".join(config.repo_url.split("/")[-2:])
    if config.repo_url and not config.edit_uri:
        config.edit_uri = f"edit/{BRANCH}/docs/"
    return config


@event_priority(100)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let "edit" and "view" lead to the section's own lines, and say when they last changed."""
    notes = notebook.of(config)
    section = notes.section_of(page)
    if section is None:
        return markdown
    lines = section.lines
    if config.repo_url:
        place = f"{BRANCH}/{quote(section.file)}"
        page.edit_url = f"{config.repo_url}/edit/{place}#L{lines.first}-L{lines.last}"
        page.meta["view_url"] = f"{config.repo_url}/blob/{place}?plain=1#L{lines.first}-L{lines.last}"
    dates = notes.line_dates(section.file, Path(config.config_file_path).parent)
    if updated := history.latest(dates, lines.first, lines.last):
        page.meta["updated"] = updated.isoformat()
    return markdown
