"""Scripts as readers get them: several files joined into one, without the comments that are for maintainers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)  # on lines of its own


def joined(sources: Iterable[str]) -> str:
    """Join scripts in order, each of which may end without a semicolon; comments on lines of their own are left out."""
    return ";\n".join(_COMMENT.sub("", source) for source in sources)
