"""Scripts as readers get them: several files joined into one, without the comments that are for maintainers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE)  # on lines of its own


def joined(sources: Iterable[str]) -> str:
    """Join scripts in order, each of which may end without a semicolon; comments on lines of their own are left out."""
    return ";\n".join(map(without_comments, sources))


def without_comments(source: str) -> str:
    """Leave the comments out of a script or a style sheet that have lines of their own."""
    return _COMMENT.sub("", source)
