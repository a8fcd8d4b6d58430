"""Model → the HTML of a page's body.

The body does not pass through Python-Markdown, whose lists, tables and breaks differ from GitHub's: it is
rendered from the parser's own tokens, so that what the page shows is what was parsed. Enrichment is placed
by token index (see :attr:`studynotes.model.Block.position` and ``end``) and leaves the writer's words whole.
"""

from __future__ import annotations

import re

from studynotes import fidelity
from studynotes.model import Problem, Section, Severity
from studynotes.sanitizing import clean_body
from studynotes.writing.body import Body, Insertions, RenderFormula, ResolveLink
from studynotes.writing.renderer import NoteRenderer

_RAW = {"html_block", "html_inline"}
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
    insertions = insertions or Insertions()
    renderer = NoteRenderer(section, resolve, formula, insertions)
    html = _filled(renderer)
    has_raw_html = any(token.type in _RAW or _RAW & {c.type for c in token.children or ()} for token in renderer.tokens)
    if has_raw_html and fidelity.missing(section, f"<article>{html}</article>"):
        # Tags that do not fit together (text between a table's rows, say) are moved about by every HTML parser.
        renderer = NoteRenderer(section, resolve, formula, insertions, raw_html=False)
        html = _filled(renderer)
        what, remedy = "HTML tags do not fit together here, they are shown as text", "close each tag where it belongs"
        renderer.problems.append(Problem(section.file, section.lines.first, Severity.WARNING, what, remedy))
    return Body(html, tuple(renderer.headings), tuple(renderer.problems))


def _filled(renderer: NoteRenderer) -> str:
    html = clean_body(renderer.render_page())
    return _SLOT.sub(lambda match: renderer.slots[int(match[1])], html)
