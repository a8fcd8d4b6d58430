"""Finds the folder trees of a section: as nested bullets, as lines of a paragraph, or drawn in a code block.

A tree is known by its signs: folder emoji (``📂``, ``📁``, ``📄`` …) and branches (``├``, ``└``, ``|--`` …). Not
every drawing is one: flow charts, tables, lists of steps and decisions with arrows are left alone, and so is
whatever is not surely a tree. Labels are the writer's words without the branches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studynotes.diagrams import treetext
from studynotes.model import Block, Kind, Lines, Section
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.diagrams.treetext import Entry, Node

MAX_JOINED = 3
"""So many trees of neighbouring items are compared in one figure; longer rows are figures of their own."""

_LISTS = (Kind.BULLET_LIST, Kind.ORDERED_LIST)
_MAX_TITLE = 60
_MAX_NAME = 60
_PROSE = re.compile("[。！？]|[：:] *.{20}")


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree, and where it stands.

    ``at`` is the index of the token that the figure goes before; ``written`` is the range of tokens (both
    included) that can be folded away beneath it, or ``None`` where the tree is only a part of a list.
    """

    title: str
    roots: tuple[Node, ...]
    lines: Lines
    at: int
    written: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One tree, or a few that the writer has set side by side (before and after, say)."""

    trees: tuple[Tree, ...]

    @property
    def at(self) -> int:
        """The index of the token that the figure goes before."""
        return self.trees[0].at


def figures(section: Section) -> tuple[Figure, ...]:
    """All figures of a section, in reading order."""
    title = section.title or one_line(section.heading.text if section.heading else "")
    return tuple(_in_blocks(section.blocks, title))


def _in_blocks(blocks: Sequence[Block], title: str) -> Iterator[Figure]:
    """Figures among sibling blocks; ``title`` is what stands above them all."""
    near = title  # the words that introduce the next block
    for block in blocks:
        if block.kind is Kind.HEADING:
            title = near = _as_title(block.text) or title
            continue
        if block.kind in (Kind.FENCE, Kind.CODE):
            yield from _in_code(block, near)
        elif block.kind is Kind.PARAGRAPH:
            found = list(_in_paragraph(block, near))
            yield from found
            near = title if found else _as_title(block.text.rsplit("\n", 1)[-1]) or title
            continue
        elif block.kind in _LISTS:
            yield from _in_list(block, near)
        elif block.kind is Kind.QUOTE:
            yield from _in_blocks(block.children, near)
        near = title


def _as_title(text: str) -> str:
    words = one_line(text).strip().rstrip(":：").strip()
    return words if len(words) <= _MAX_TITLE and not words.endswith("。") else ""


def _in_code(block: Block, title: str) -> Iterator[Figure]:
    drawn = treetext.read(block.text, language=block.info)
    if drawn is not None:
        roots, caption = drawn
        yield _figure(Tree(caption or title, roots, block.lines, block.position, (block.position, block.end)))


def _in_paragraph(block: Block, title: str) -> Iterator[Figure]:
    lines = block.text.split("\n")
    if len(lines) > 1 and all(treetext.is_sign(line) for line in lines):
        roots = treetext.grow([treetext.entry(line) for line in lines])
        if roots is not None:
            yield _figure(Tree(title, roots, block.lines, block.position, (block.position, block.end)))


def _in_list(block: Block, title: str) -> Iterator[Figure]:
    items = block.children
    whole = _run(items, title, block) if all(treetext.is_sign(item.text) for item in items) else None
    if whole is not None:
        yield whole
        return
    joined: list[Figure] = []
    index = 0
    while index < len(items):
        end = index
        while end < len(items) and treetext.is_sign(items[end].text):
            end += 1
        figure = _run(items[index:end], title, None)
        if figure is not None:
            yield from (*_join(joined), figure)
            joined, index = [], end
            continue
        inner = list(_in_blocks(items[index].children, title))
        if len(inner) == 1 and len(inner[0].trees) == 1:
            joined += inner
        else:
            yield from (*_join(joined), *inner)
            joined = []
        index += 1
    yield from _join(joined)


def _join(found: list[Figure]) -> Iterator[Figure]:
    if 1 < len(found) <= MAX_JOINED:
        yield Figure(tuple(tree for figure in found for tree in figure.trees))
    else:
        yield from found


def _run(items: Sequence[Block], title: str, whole: Block | None) -> Figure | None:
    """The figure of neighbouring items that all have signs; ``whole`` is their list where they are all of it."""
    if not items:
        return None
    try:
        roots = treetext.grow([entry for item in items for entry in _entries(item)])
    except _UnsureError:
        return None
    if roots is None:
        return None
    lines = Lines(items[0].lines.first, items[-1].lines.last)
    nested = [child for child in items[0].children if child.kind in _LISTS]
    if whole is not None:
        place = whole
    elif len(items) == 1 and len(nested) == 1:
        place = nested[0]
    else:
        return _figure(Tree(title, roots, lines, items[-1].end, None))
    return _figure(Tree(title, roots, lines, place.position, (place.position, place.end)))


def _entries(item: Block) -> list[Entry]:
    """An item's own lines as entries, what is nested in it grown beneath the last of them."""
    lines = item.text.split("\n")
    if not all(treetext.is_sign(line) for line in lines):
        lines = [one_line(item.text)]
    entries = [treetext.entry(line) for line in lines]
    for child in item.children:
        if child.kind in _LISTS:
            roots = treetext.attach([entry for inner in child.children if _belongs(inner) for entry in _entries(inner)])
            if roots is None:
                raise _UnsureError
            entries[-1] = replace(entries[-1], beneath=(*entries[-1].beneath, *roots))
    return entries


def _belongs(item: Block) -> bool:
    """Whether an item within a tree is a node of it, not a remark about the node above."""
    if treetext.is_sign(item.text):
        return True
    if 0 < len(item.text) <= _MAX_NAME and not _PROSE.search(item.text):
        return True
    if any(treetext.is_sign(inner.text) for inner in item.walk() if inner.kind is Kind.ITEM):
        raise _UnsureError
    return False


def _figure(tree: Tree) -> Figure:
    return Figure((tree if tree.title else replace(tree, title=tree.roots[0].label),))


class _UnsureError(Exception):
    """What looked like a tree may be something else."""
