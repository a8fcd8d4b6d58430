"""Is every word of the notes on the page? Asked of the finished page, which many hands have touched.

Two readings, so that no step vouches for itself. :func:`missing` takes what the model holds, block by block,
and looks for it in the page's text, in order. :func:`unread` takes the raw lines of the file and looks for
each run of letters and digits in the parser's tokens, so that what the parser itself lost is found as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes import htmltree
from studynotes.model import Block, Inline, Kind, Problem, Section, Severity
from studynotes.sanitizing import raw_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token
    from selectolax.lexbor import LexborNode

_RUN = re.compile(r"[^\W_]+")
_DEFINITION = re.compile(r"[\s>*+\d.)-]*(?:\[[ xX]\]\s+)?\[[^\]]+\]:")


def missing(section: Section, page_html: str, selector: str = "article") -> list[Problem]:
    """A problem for each block of ``section`` whose text is not on the page, or not in its place.

    ``page_html`` is a whole page; the text is looked for inside ``selector``. White space does not count:
    line ends inside Japanese sentences go on purpose.
    """
    shown = page_text(page_html, selector)
    problems: list[Problem] = []
    cursor = 0
    if section.heading is not None:
        cursor = _look(section, section.heading, shown, cursor, problems)
    footnotes = [block for block in section.walk() if block.kind is Kind.FOOTNOTE]
    apart = {id(inner) for note in footnotes for inner in note.walk()}
    for block in section.walk():
        if id(block) not in apart:
            cursor = _look(section, block, shown, cursor, problems)
    for note in footnotes:  # they stand at the page's end, in the order of their references
        start = 0
        for block in note.walk():
            start = _look(section, block, shown, start, problems)
    return problems


def page_text(html: str, selector: str) -> str:
    """The text inside ``selector`` without white space, with what only attributes say (alternative texts, titles)."""
    tree = htmltree.read_only(html)
    root = tree.css_first(selector) or tree.body
    if root is None:
        return ""
    # Without pictures it is what the library gives at once, in a sixth of the time.
    return _squeezed(root.text() if root.css_first("img") is None else "".join(_texts(root)))


def _texts(node: LexborNode) -> Iterator[str]:
    for inner in node.traverse(include_text=True):
        if inner.tag == "-text":
            yield inner.text_content or ""
        elif inner.tag == "img":
            yield inner.attributes.get("alt") or ""


def _look(section: Section, block: Block, shown: str, cursor: int, problems: list[Problem]) -> int:
    for text in _leaves(block):
        wanted = _squeezed(text)
        found = shown.find(wanted, cursor)
        if found < 0:
            where = "in another place" if wanted in shown else "not"
            what = f"“{text.strip()[:40]}” is {where} on the page"
            remedy = "this is a fault of the converter, please report it with the lines of the note"
            problems.append(Problem(section.file, block.lines.first, Severity.ERROR, what, remedy))
        else:
            cursor = found + len(wanted)
    return cursor


def _leaves(block: Block) -> Iterator[str]:
    """The texts of one block as a page shows them (its children have theirs)."""
    if block.kind is Kind.TABLE:
        for row in block.rows:
            for cell in row:
                yield from _inline_texts(cell.inlines)
    elif block.kind is Kind.HTML:
        yield from _RUN.findall(raw_text(block.text))
    elif block.inlines:
        if block.kind is not Kind.ITEM:  # an item's text is its first child's
            yield from _inline_texts(block.inlines)
    else:
        yield from (line for line in block.text.split("\n") if line.strip())


def _inline_texts(inlines: Sequence[Inline]) -> Iterator[str]:
    # Run by run, since tags between them may be visible or not.
    yield from (run.text for run in inlines if run.kind in ("text", "code", "math", "image") and run.text.strip())


def _squeezed(text: str) -> str:
    return "".join(text.replace("\ufeff", "").split())  # a byte order mark in mid-text shows nothing


def unread(source: str, tokens: Sequence[Token], file: str) -> list[Problem]:
    """A problem for each line of ``source`` with letters or digits that are in none of the parser's tokens.

    Order is not asked here, only presence. Link definitions are left out: a link that uses one shows its own words.
    """
    known = set(_RUN.findall("\n".join(_contents(tokens))))
    alerts = {token.info.casefold() for token in tokens if token.type == "alert_open"}  # [!warning], in any case
    problems: list[Problem] = []
    for number, line in enumerate(source.split("\n"), 1):
        lost = [run for run in _RUN.findall(line) if run not in known and run.casefold() not in alerts]
        if lost and not _DEFINITION.match(line):
            what = f"“{lost[0][:40]}” was not understood and may be missing on the page"
            problems.append(Problem(file, number, Severity.WARNING, what, "compare the page with this line"))
    return problems


def _contents(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        yield token.content
        yield token.info
        yield str((token.meta or {}).get("label", ""))
        yield "x X" if "checked" in (token.meta or {}) else ""  # a task's tick
