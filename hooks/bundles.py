"""Joins the scripts that a kind of page needs into one file, and hastens and lists those that all pages have.

A kind of page asks for its file (``data-scripts``, see ``page-scripts.js``). Parts that are there already, from the
file of another kind, do nothing a second time.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from studynotes.publishing.scripts import compiled_at_once, joined, sources_of, starting_lightly

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "assets/javascripts"
THEME = f"{FOLDER}/bundle.*.min.js"
BUNDLES = {
    "home-progress": ("progress", "home-progress"),
    "quiz": ("progress", "quiz"),
    "review": ("progress", "quiz", "review-question", "review-session", "review"),
}


@event_priority(-50)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish the bundles in place of their parts, and the theme's so that it starts soon."""
    names = {part for parts in BUNDLES.values() for part in parts}
    parts_by_name = {name: take(files, f"{FOLDER}/{name}.js", "a bundle needs it") for name in names}
    for name, parts in BUNDLES.items():
        content = joined(parts_by_name[part] for part in parts)
        files.append(File.generated(config, f"{FOLDER}/{name}.js", content=content))
    name, content = take_themes(files, THEME, "every page loads it")
    files.append(File.generated(config, name, content=starting_lightly(compiled_at_once(content))))
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the filter ``script_sources``, which makes a list of the theme's script elements."""
    env.filters["script_sources"] = sources_of
    return env


def take(files: Files, name: str, why: str) -> str:
    """Take a file out of the site's, for what it is published in instead (``why``), and give its text."""
    file = files.get_file_from_path(name)
    if file is None:
        raise PluginError(f"docs/{name} is missing: {why}")
    files.remove(file)
    return file.content_string


def take_themes(files: Files, pattern: str, why: str) -> tuple[str, str]:
    """Take the theme's one file of a name that changes with its content; give its name and its text.

    What maps it to its sources is left out with it.
    """
    found = [file.src_uri for file in files if fnmatchcase(file.src_uri, f"{pattern}*")]
    for name in found:
        if name.endswith(".map"):
            take(files, name, why)
    names = [name for name in found if not name.endswith(".map")]
    if len(names) != 1:
        raise PluginError(f"the theme should have one {pattern}, and has {len(names)}")
    return names[0], take(files, names[0], why)
