"""The book as a PDF, where a build is asked for one: printed from the print page (see ``printing``)."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import get_build_datetime

import printing
from studynotes.slugs import slug

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.hooks.printing")

WANTED = "BOOK_PDF"  # the environment variable with which `make pdf` asks for the PDF


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the PDF's name where there will be one."""
    env.globals["book_pdf"] = _name(config) if printing.state(config) is not None and os.environ.get(WANTED) else ""
    return env


@event_priority(-50)  # when the print page is whole
def on_post_build(*, config: MkDocsConfig) -> None:
    """Print the book, or say that it was left out."""
    state = printing.state(config)
    if state is None:
        return
    name = _name(config)
    if not os.environ.get(WANTED):
        log.info("%s was left out: `make pdf` builds the site with it", name)
        return
    from studynotes.book import pdf  # noqa: PLC0415 (what it needs is installed for `make pdf` only)

    about = pdf.About(
        title=config.site_name,
        subject=config.site_description or "",
        language=str(config.theme["language"]),
        date=get_build_datetime(),
        address=config.site_url or "",
    )
    site = Path(config.site_dir)
    try:
        printed = pdf.write(site, state.page.dest_uri, site / name, about)
    except pdf.PrintError as error:
        raise PluginError(f"There is no {name}: {error}") from error
    log.info("%s: %s", name, printed)


def _name(config: MkDocsConfig) -> str:
    return f"{slug(config.site_name) or 'book'}.pdf"
