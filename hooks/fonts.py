"""Formulas need few of their fonts' glyphs: the two fonts that nearly every formula takes come with no others.

They are the heaviest part of a page with a formula: 43 KB of it as KaTeX has them, about 10 KB so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

import versions
from studynotes.publishing.fonts import characters, subset

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

FOLDER = "assets/vendor/katex"
FONTS = ("KaTeX_Main-Regular", "KaTeX_Math-Italic")
_KEY = "fonts"


@event_priority(100)
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Start afresh."""
    config.extra[_KEY] = set()


@event_priority(-90)
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Note which characters a page's formulas have."""
    if 'class="katex-html"' in html:
        cast("set[str]", config.extra[_KEY]).update(characters(html, ".katex-html"))


@event_priority(-80)  # before pages ask for the version of the style sheet
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Put the smaller fonts in place of the whole ones, under addresses that change with them."""
    chars = cast("set[str]", config.extra[_KEY])
    sheet = files.get_file_from_path(f"{FOLDER}/katex.min.css")
    if not chars or sheet is None:
        return
    for name in FONTS:
        file = files.get_file_from_path(f"{FOLDER}/fonts/{name}.woff2")
        if file is not None:
            _replace(files, config, file, subset(file.content_bytes, chars))
    versioned = versions.of(config)
    css = re.sub(
        r"url\((fonts/[\w-]+\.woff2)\)",
        lambda found: f"url({versioned(f'{FOLDER}/{found[1]}').removeprefix(f'{FOLDER}/')})",
        sheet.content_string,
    )
    _replace(files, config, sheet, css)


def _replace(files: Files, config: MkDocsConfig, file: File, content: str | bytes) -> None:
    files.remove(file)
    files.append(File.generated(config, file.src_uri, content=content))
