"""Words to fill gaps from that stand in a table, right beneath what calls them so (``【語群】``), as lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind
from studynotes.questions.text import wordbanks
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PAIR = 2  # a label and its word, or a row of labels and one of words
_LABEL_ALONE = re.compile(r"[(（]?(?P<label>[A-Za-zア-ンあ-ん①-⑳]|\d{1,2})[)）.．]?")
_LABELLED = re.compile(r"[(（]?(?:[A-Za-zア-ンあ-ん]|\d{1,2})[)）.．:：\s　]|[①-⑳]")


def rows_of_banks(blocks: Sequence[Block]) -> Mapping[int, list[Line]]:
    """The lines of each table beneath a caption that says nothing else, by the place of its block.

    A label and its word, in a row or above each other, are one line; cells that begin with a label one each; else all
    words are one.
    """
    found: dict[int, list[Line]] = {}
    for at, block in enumerate(blocks):
        if block.kind is not Kind.TABLE or not at or blocks[at - 1].kind is not Kind.PARAGRAPH:
            continue
        above = list(lines_of([blocks[at - 1]]))
        if above and wordbanks.is_caption(above[-1].text) and not wordbanks.behind_caption(above[-1].text):
            found[at] = list(_lines(block))
    return {at: rows for at, rows in found.items() if rows}


def lines_with_banks(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines of ``blocks``, those of tables of words among them."""
    tables = rows_of_banks(blocks)
    start = 0
    for at, rows in tables.items():
        yield from lines_of(blocks[start:at])
        yield from rows
        start = at + 1
    yield from lines_of(blocks[start:])


def _lines(table: Block) -> Iterator[Line]:
    rows = [[phrases.plain(cell.text).strip() for cell in row] for row in table.rows]
    lying = len(rows) == _PAIR and len(rows[0]) > _PAIR and all(map(_LABEL_ALONE.fullmatch, rows[0]))
    pairs = [list(column) for column in zip(*rows, strict=False)] if lying else rows
    if not lying and len(pairs[0]) == _PAIR and not _LABEL_ALONE.fullmatch(pairs[0][0]):
        pairs = pairs[1:]  # the head
    if pairs and all(len(row) == _PAIR and _LABEL_ALONE.fullmatch(row[0]) for row in pairs):
        said = [f"{row[0].strip('()（）.．')}. {row[1]}" for row in pairs]
    else:
        cells = [cell for row in rows for cell in row if cell]
        labelled = all(map(_LABELLED.match, cells))
        defines = not labelled and len(rows[0]) == _PAIR < len(rows)  # terms and what they mean
        said = cells if labelled else [] if defines else [" / ".join(cells)]
    for text in said:
        yield Line(text, Role.TEXT, table, table.lines.first, opens_block=text is said[0])
