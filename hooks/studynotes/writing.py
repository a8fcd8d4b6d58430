"""Model → the HTML of a page's body.

The body does not pass through Python-Markdown, whose lists, tables and breaks differ from GitHub's: it is
rendered from the parser's own tokens, so that what the page shows is what was parsed. Enrichment is placed
by token index (see :attr:`studynotes.model.Block.position` and ``end``) and leaves the writer's words whole.
"""

from __future__ import annotations

import re

from studynotes.body import Body, Insertions, RenderFormula, ResolveLink
from studynotes.model import Section
from studynotes.renderer import NoteRenderer
from studynotes.sanitizing import clean_body

_SLOT = re.compile(r'<note-slot data-n="(\d+)"></note-slot>')


def write(
    section: Section,
    *,
    resolve: ResolveLink,
    formula: RenderFormula,
    insertions: Insertions | None = None,
) -> Body:
    """The body of a section's page: its heading as ``h1``, then all its blocks.

    The whole is sanitised; only ``insertions``, formulas and highlighted code go in as they are: they are ours.
    """
    renderer = NoteRenderer(section, resolve, formula, insertions or Insertions())
    html = clean_body(renderer.render_page())
    filled = _SLOT.sub(lambda match: renderer.slots[int(match[1])], html)
    return Body(filled, tuple(renderer.headings), tuple(renderer.problems), renderer.has_math)
