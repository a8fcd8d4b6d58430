"""mkdocs-quiz, in a sixth of its time: what it reads and sets up anew for each quiz is kept. Not a hook itself.

What it would take upstream to do without: read a language's two ``.po`` files once a build instead of once a quiz,
and set up its Markdown once a page.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import mkdocs_quiz.plugin as theirs  # type: ignore[import-untyped]  # ships no types
from markdown import Markdown
from mkdocs_quiz.translations import TranslationManager  # type: ignore[import-untyped]  # ships no types

import notebook

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


# Paragraphs of one line each without ASCII punctuation, which is all that Markdown gives a meaning, nor any space that
# it would change; characters that it might take for its own are written by their numbers (``&#38;``).
_WORD = r"(?:[^\x00-\x1f\x7f\s!-/:-@\[-`{-~]|&#\d+;)+"
_WORDS = re.compile(rf"{_WORD}(?: {_WORD})*(?:\n\n+{_WORD}(?: {_WORD})*)*")
_BETWEEN, _NEXT = re.compile("\n\n+"), "</p>\n<p>"


class FragmentMarkdown(Markdown):
    """Markdown for what questions and answers are made of: most are a few words, and a paragraph as they are."""

    def convert(self, source: str) -> str:
        """Return the HTML of ``source``, the same as its parent class does."""
        return f"<p>{_BETWEEN.sub(_NEXT, source)}</p>" if _WORDS.fullmatch(source) else super().convert(source)


def hasten(config: MkDocsConfig) -> None:
    """Let the plugin of one build keep what does not change during that build."""
    theirs.TranslationManager = cache(TranslationManager)
    plugin: Any = config.plugins.get("mkdocs_quiz")
    if plugin is None:
        return
    make = type(plugin)._create_fragment_markdown  # noqa: SLF001 (a fixed version; the tests would tell)
    # The notes' quizzes are lists, paragraphs and harmless tags (overrides/partials/quiz.md), and need no extension.
    plain = FragmentMarkdown(extensions=["sane_lists"])

    def markdown(page: Page, config: MkDocsConfig, files: Files) -> Markdown:
        if notebook.of(config).section_of(page) is not None:
            return plain
        made: Markdown = make(plugin, page, config, files)
        return made

    plugin._create_fragment_markdown = markdown  # noqa: SLF001
