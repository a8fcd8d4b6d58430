"""Tags of components that slides and pages of other converters are made with (Slidev, VitePress, MDX)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.model import Inline

# <v-click>, <VClicks at="2">, </my-box>: names that no tag of HTML has; <bucket-name> is a word, until it is closed
_NAME = re.compile(r"<(?P<ends>/?)(?P<name>[a-z]+-[\w-]+|[A-Z][a-z]\w*)\b[^>]*>")
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


def _is_told_within(runs: Sequence[Inline], start: int, end: int, name: str) -> bool:
    """Whether tags have words between them, and others around them or a name that says that they reveal these."""
    inside = any(run.kind != "html" and run.text.strip() for run in runs[start:end])
    around = any(run.kind != "html" and run.text.strip() for run in [*runs[:start], *runs[end + 1 :]])
    return inside and (around or name.startswith(_REVEALS))
