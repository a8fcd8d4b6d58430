"""mkdocs-quiz, in a third of its time: what it reads and sets up anew for each quiz is kept. Not a hook itself.

What it would take upstream to do without: read a language's two ``.po`` files once a build instead of once a quiz,
and set up its Markdown once a page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import mkdocs_quiz.plugin as theirs  # type: ignore[import-untyped]  # ships no types
from mkdocs_quiz.translations import TranslationManager  # type: ignore[import-untyped]  # ships no types

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def hasten(config: MkDocsConfig) -> None:
    """Let the plugin of one build keep what does not change during that build."""
    theirs.TranslationManager = cache(TranslationManager)
    plugin: Any = config.plugins.get("mkdocs_quiz")
    if plugin is not None:
        plugin._create_fragment_markdown = _once_a_page(type(plugin)._create_fragment_markdown.__get__(plugin))  # noqa: SLF001


def _once_a_page(make: Callable[[Page, MkDocsConfig, Files], Markdown]) -> Callable[..., Markdown]:
    """Make a Markdown instance for the first quiz of a page; the plugin resets it before each use."""
    last: list[tuple[Page, Markdown]] = []

    def kept(page: Page, config: MkDocsConfig, files: Files) -> Markdown:
        if not last or last[0][0] is not page:
            last[:] = [(page, make(page, config, files))]
        return last[0][1]

    return kept
