"""One style sheet for the site: the theme's, KaTeX's and ours in one file, without what nothing on the site can have.

A page shows nothing before its style sheets are there, and each one that is asked for at the same time needs a
connection of its own on servers without HTTP/2: one file, once for all pages, is the shortest way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

import delivery
from bundles import take, take_themes
from delivery import Delivery
from studynotes.publishing.styles import Used, names_in_html, names_in_source, used_only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SHEET = "assets/stylesheets/site.css"
KATEX = "assets/vendor/katex/katex.min.css"  # stays beside it, for the book
THEME = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")  # overrides/main.html has no link
WHY = "it is part of the site's style sheet"
_KEY = "styles"


@dataclass(slots=True)
class State:
    """What the events of one build tell each other."""

    sheets: str
    names: set[str] = field(default_factory=set)  # of classes and custom properties on the pages


@event_priority(-50)  # the theme's files are there
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Take the sheets out of the files."""
    themes = [take_themes(files, pattern, WHY)[1] for pattern in THEME]
    config.extra[_KEY] = State("\n".join([*themes, *(take(files, name, WHY) for name in config.extra_css)]))
    config.extra_css = [SHEET]
    return files


@event_priority(-90)  # the page's text is whole
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Note what the page's text has."""
    cast("State", config.extra[_KEY]).names.update(names_in_html(html))


@event_priority(-85)  # KaTeX's sheet names its fonts by then, and no page has asked for this one's version
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Publish the site's sheet. One that is served to its writer can have anything after the next edit."""
    found = cast("State", config.extra[_KEY])
    served = delivery.of(config) is Delivery.SERVED
    katex = files.get_file_from_path(KATEX)
    css = found.sheets
    if katex is not None and (served or "katex" in found.names):
        css = f"{katex.content_string.replace('url(fonts/', 'url(../vendor/katex/fonts/')}\n{css}"
    if not served:
        found.names.update(name for source in _sources(env, files) for name in names_in_source(source))
        css = used_only(css, Used(found.names, _values(config)))
    files.append(File.generated(config, SHEET, content=css))


def _sources(env: Environment, files: Files) -> Iterator[str]:
    """The templates and scripts, which name what they put on pages."""
    if env.loader is None:
        raise PluginError("the theme has no templates")
    for name in env.loader.list_templates():
        if name.endswith(".html"):
            yield env.loader.get_source(env, name)[0]
    for file in files:
        if file.src_uri.endswith(".js"):
            yield file.content_string


def _values(config: MkDocsConfig) -> dict[str, set[str]]:
    """What the theme's templates write into these attributes."""
    palette: list[dict[str, Any]] | dict[str, Any] = config.theme.get("palette") or []
    looks = [palette] if isinstance(palette, dict) else palette
    colours = {
        f"data-md-color-{name}": {default, *(str(look[name]) for look in looks if name in look)}
        for name, default in (("scheme", "default"), ("primary", "indigo"), ("accent", "indigo"))
    }
    return {"dir": {"ltr"}, **colours}
