"""Tags of components that slides and pages of other converters are made with (Slidev, VitePress, MDX)."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.model import Inline

# <v-click>, <VClicks at="2">, </my-box>: names that no tag of HTML has; <bucket-name> is a word, until it is closed
_NAME = re.compile(r"<(?P<ends>/?)(?P<name>[a-z]+-[\w-]+|[A-Z][a-z]\w*)\b[^>]*>")
# … with words of its own: <Step v-click title="【正解】ウ" />; a name before which a colon stands holds no words
_WITH_WORDS = re.compile(r"<(?:[a-z]+-[\w-]+|[A-Z][a-z]\w*)(?=\s)(?:\s+[\w:@.-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*\s*/?>")
_WORDS = re.compile(r"\s(?:title|text|label|content)=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
_ANSWERS = re.compile(r"^[ \t]*<(?:Answer|Solution)s?>[ \t]*$", re.MULTILINE)  # above what answers
_REVEALS = "v-"  # what begins so shows what is in it at a click


def without_components(runs: Sequence[Inline]) -> Sequence[Inline]:
    """The runs of a line without the tags of components around some of its words (``C <v-click>←正解</v-click>``).

    Tags around all of a line go where they show it at a click: around others' words they may be what is told of.
    """
    tags = {at: tag for at, run in enumerate(runs) if run.kind == "html" and (tag := _NAME.fullmatch(run.text.strip()))}
    if not tags:
        return runs
    gone: set[int] = set()
    opened: list[int] = []
    for at, tag in tags.items():
        if not tag["ends"]:
            opened.append(at)
            continue
        while opened and tags[opened[-1]]["name"] != tag["name"]:
            opened.pop()
        if opened and _is_told_within(runs, opened[-1], at, tag["name"]):
            gone |= {opened[-1], at}
        opened = opened[:-1]
    return [run for at, run in enumerate(runs) if at not in gone] if gone else runs


def with_words_shown(html: str) -> str:
    """Raw HTML, each component's tag that has words in an attribute as a paragraph of them, ``<Answer>`` as 答え."""
    if "=" in html:
        html = _WITH_WORDS.sub(_shown, html)
    return _ANSWERS.sub("<p>答え：</p>", html) if "<A" in html or "<S" in html else html


def _shown(tag: re.Match[str]) -> str:
    found = _WORDS.search(tag[0])
    words = unescape(found["double"] or found["single"] or "").replace("\\n", " ").strip() if found else ""
    return f"<p>{escape(words, quote=False)}</p>" if words else tag[0]


def _is_told_within(runs: Sequence[Inline], start: int, end: int, name: str) -> bool:
    """Whether tags have words between them, and others around them or a name that says that they reveal these."""
    inside = any(run.kind != "html" and run.text.strip() for run in runs[start:end])
    around = any(run.kind != "html" and run.text.strip() for run in [*runs[:start], *runs[end + 1 :]])
    return inside and (around or name.startswith(_REVEALS))
