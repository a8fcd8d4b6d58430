"""Joins scripts that need each other into one file, and the styles that every page has, the theme's included.

The theme's instant navigation puts the scripts of a page's content in anew, whereupon they run as they arrive, in any
order: what needs another script has to be in one file with it. Parts that are there already do nothing a second time.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from studynotes.publishing.scripts import joined, without_comments

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "assets/javascripts"
STYLES = "assets/stylesheets/site.css"
THEMES = (
    "assets/stylesheets/main.*.min.css",
    "assets/stylesheets/palette.*.min.css",
)  # overrides/main.html links to none
BUNDLES = {
    "home-progress": ("progress", "home-progress"),
    "quiz": ("progress", "quiz"),
    "review": ("progress", "quiz", "review-question", "review-session", "review"),
}


@event_priority(-50)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish the bundles in place of their parts."""
    names = {part for parts in BUNDLES.values() for part in parts}
    sources = {name: _take(files, f"{FOLDER}/{name}.js") for name in names}
    for name, parts in BUNDLES.items():
        content = joined(sources[part] for part in parts)
        files.append(File.generated(config, f"{FOLDER}/{name}.js", content=content))
    sheets = [*(_one(files, pattern) for pattern in THEMES), *config.extra_css]
    styles = without_comments("\n".join(_take(files, name) for name in sheets))
    files.append(File.generated(config, STYLES, content=styles))
    config.extra_css = [STYLES]
    return files


def _one(files: Files, pattern: str) -> str:
    """The theme's file of a name that changes with its content; what maps it to its sources is left out."""
    found = [file.src_uri for file in files if fnmatchcase(file.src_uri, f"{pattern}*")]
    for name in found:
        if name.endswith(".map"):
            _take(files, name)
    names = [name for name in found if not name.endswith(".map")]
    if len(names) != 1:
        raise PluginError(f"the theme should have one {pattern}, and has {len(names)}")
    return names[0]


def _take(files: Files, name: str) -> str:
    file = files.get_file_from_path(name)
    if file is None:
        raise PluginError(f"docs/{name} is missing: a bundle needs it")
    files.remove(file)
    return file.content_string
