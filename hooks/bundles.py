"""Joins scripts that need each other into one file.

The theme's instant navigation puts the scripts of a page's content in anew, whereupon they run as they arrive, in any
order: what needs another script has to be in one file with it. Parts that are there already do nothing a second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from studynotes.scripts import joined

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "assets/javascripts"
BUNDLES = {
    "home-progress": ("progress", "home-progress"),
    "quiz": ("progress", "quiz"),
    "review": ("progress", "quiz", "review-question", "review-session", "review"),
}


@event_priority(-50)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish the bundles in place of their parts."""
    names = {part for parts in BUNDLES.values() for part in parts}
    sources = {}
    for name in names:
        file = files.get_file_from_path(f"{FOLDER}/{name}.js")
        if file is None:
            raise PluginError(f"docs/{FOLDER}/{name}.js is missing: a bundle needs it")
        sources[name] = file.content_string
        files.remove(file)
    for name, parts in BUNDLES.items():
        content = joined(sources[part] for part in parts)
        files.append(File.generated(config, f"{FOLDER}/{name}.js", content=content))
    return files
