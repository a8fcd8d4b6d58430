"""What passes between the writer of page bodies and those who use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from studynotes.links import Target

if TYPE_CHECKING:
    from studynotes.model import Problem
    from studynotes.writing.formulas import Formula

ResolveLink = Callable[[str], Target]
"""Where a link as written leads."""


class RenderFormula(Protocol):
    """Renders TeX; :func:`studynotes.writing.formulas.render` is the one in use."""

    def __call__(self, tex: str, *, display: bool) -> Formula:
        """Trusted HTML of the formula, or its source and a message where it is wrong."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents: its level on the page (2-6), its anchor, its words."""

    level: int
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Insertions:
    """Trusted HTML that enrichment adds, by token index: before an opening token, after a closing one."""

    before: Mapping[int, str] = field(default_factory=dict)
    after: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Body:
    """A finished page body, its table of contents, and what was found while writing it."""

    html: str
    headings: tuple[Heading, ...]
    problems: tuple[Problem, ...]
