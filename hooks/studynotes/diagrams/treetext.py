"""Trees drawn with characters: a line's sign, label and depth, and the tree that lines make together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_SPACE = r"[ \t\u00a0\u3000]"
# ``tree``'s own branches, heavy, double and rounded ones, a right angle; then those of plain ASCII.
_BOX = "[├└┣┗┠┖┝┕╠╚╟╙╞╘╰∟][─━═╌╍┄┅┈┉╴╸ー-]*"
_ASCII_SIGNS = "|+`\\"
_ASCII = r"(?:[|+`\\]--+)(?=[ \t]|$)"
_DRAWN = re.compile(rf"(?P<lead>(?:{_SPACE}|[│┃║|¦])*)(?P<branch>{_BOX}|{_ASCII}){_SPACE}*(?P<label>.*)")
_PLAIN = re.compile(rf"(?P<lead>{_SPACE}*)(?P<label>.*)")
_STEM = re.compile(rf"(?:{_SPACE}|[│┃║|¦])+")
_MARK = re.compile("[📂📁🗂🗃🗄📄📃📑📜🗒]")
# No label has more drawing in it (a second column, a box), and only a folder's or a file's an arrow (else it is a
# flow or a decision).
_DRAWING = re.compile("[\u2500-\u257f]")
_ARROW = re.compile("[▲▼△▽→←↑↓⇒⇐⇔➡⬇⬆➜]|->|=>|<-")
_TOTALS = re.compile(r"\d+ director(?:y|ies)(?:, \d+ files?)?")
_TEXT_LANGUAGES = frozenset({"text", "txt", "plain", "plaintext", "tree", "none", "ascii", "console"})
_FILE_NAME = re.compile(r"[\w.@*{}-]+/|[\w@*{}.-]+\.[A-Za-z][A-Za-z0-9]{0,5}")
_MAX_LABEL = 100
_MIN_NODES = 3
MAX_NODES = 150
"""More than that is a listing to search, not a picture to look at."""

Measure = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a tree. ``marked`` tells that it bore a sign (an emoji or a branch) or is a drawing's line."""

    label: str
    children: tuple[Node, ...] = ()
    marked: bool = True

    def walk(self) -> Iterator[Node]:
        """This node and all beneath it, each before its children."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a tree: what it is indented by, whether a branch is drawn, its label, and nodes known to be beneath."""

    lead: str
    branch: str  # as drawn; "" where none is
    label: str
    beneath: tuple[Node, ...] = ()

    @property
    def pictured(self) -> bool:
        """Whether the label begins with a folder or a file."""
        return bool(_MARK.match(self.label))

    @property
    def marked(self) -> bool:
        """Whether the line bears a sign of a tree at all."""
        return bool(self.branch) or self.pictured

    def depth(self, measure: Measure) -> int:
        """Where the line's sign stands; a branch stands beneath a label that begins in the same column."""
        return 2 * measure(self.lead) + bool(self.branch)


def is_sign(text: str) -> bool:
    """Whether a line begins like a tree's: with a branch, or with a folder or a file."""
    return bool(_DRAWN.match(text) or _MARK.match(text.lstrip(" \t\u00a0\u3000")))


def entry(line: str) -> Entry:
    """Take a line (without a line end) apart."""
    match = _DRAWN.match(line) or _PLAIN.match(line)
    if match is None:  # neither can fail
        raise AssertionError(line)
    return Entry(match["lead"], match.groupdict().get("branch", ""), match["label"].strip())


def grow(entries: Sequence[Entry], *, drawing: bool = False) -> tuple[Node, ...] | None:
    """The tree that lines make, or ``None`` where they make none: no branch, no label, or something else drawn.

    ``drawing=True`` takes each line as a part of a drawing, whether or not it bears a sign of its own.
    """
    if len(entries) > MAX_NODES:
        return None
    roots = attach(entries, drawing=drawing)
    if roots is None:
        return None
    nodes = [node for root in roots for node in root.walk()]
    if len(nodes) > MAX_NODES or not all(_is_label(node.label) for node in nodes):
        return None
    return roots if any(node.marked and child.marked for node in nodes for child in node.children) else None


def _is_label(label: str) -> bool:
    if not label or len(label) > _MAX_LABEL or _DRAWING.search(label):
        return False
    return bool(_MARK.match(label)) or not _ARROW.search(label)


def attach(entries: Sequence[Entry], *, drawing: bool = False) -> tuple[Node, ...] | None:
    """Each line as a child of the line that it is indented beneath; ``None`` where a line fits no level.

    Editors disagree on how wide a branch is (one column or, among Japanese, two), and so do writers who
    mix spaces of both widths: the first measure by which every line fits is the writer's.
    """
    for measure in (len, _narrow, _wide):
        parents = _parents([line.depth(measure) for line in entries])
        if parents is not None:
            return _nodes(entries, parents, drawing=drawing)
    return None


def _narrow(lead: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "FW" else 1 for c in lead)


def _wide(lead: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "FWA" else 1 for c in lead)


def _parents(depths: Sequence[int]) -> list[int | None] | None:
    """The index of each line's parent; ``None`` for all where one goes back to a depth that none before it has."""
    parents: list[int | None] = []
    open_: list[int] = []
    for index, depth in enumerate(depths):
        left = depth
        while open_ and depths[open_[-1]] >= depth:
            left = depths[open_.pop()]
        if left != depth:
            return None
        parents.append(open_[-1] if open_ else None)
        open_.append(index)
    return parents


def _nodes(entries: Sequence[Entry], parents: Sequence[int | None], *, drawing: bool) -> tuple[Node, ...]:
    below: dict[int | None, list[Node]] = {}
    for index in range(len(entries) - 1, -1, -1):  # children stand beneath their parents, so they are made first
        line = entries[index]
        children = (*line.beneath, *reversed(below.pop(index, [])))
        below.setdefault(parents[index], []).append(Node(line.label, children, drawing or line.marked))
    return tuple(reversed(below.get(None, [])))


def read(text: str, *, language: str = "") -> tuple[tuple[Node, ...], str] | None:
    """Read a code block: its tree and, if its first line names it, its title; ``None`` where it is not surely one.

    Several trees in one block are taken only if they have signs of folders or files: drawings of headed lists
    are more common than forests.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    lines = [line for line in lines if line and not _STEM.fullmatch(line)]
    if lines and _TOTALS.fullmatch(lines[-1].strip()):
        lines.pop()
    if not _MIN_NODES <= len(lines) <= MAX_NODES:
        return None
    base = min(len(line) - len(line.lstrip()) for line in lines)
    entries = [entry(line[base:]) for line in lines]
    title = ""
    if entries[0].label.endswith((":", "：")) and not entries[1].branch and len(lines) > _MIN_NODES:
        title = entries.pop(0).label.rstrip(":：").strip()
    if not _is_drawing(entries, language):
        return None
    roots = grow(entries, drawing=True)
    if roots is None:
        return None
    files = any(line.pictured or _FILE_NAME.fullmatch(line.label) for line in entries)
    return (roots, title) if files or len(roots) == 1 else None


def _is_drawing(entries: Sequence[Entry], language: str) -> bool:
    """Whether each line is a part of a drawing: a branch, a folder or file, or a root at the left edge."""
    if any(not line.marked and line.lead for line in entries):
        return False
    plain = not language or language.split(maxsplit=1)[0].lower() in _TEXT_LANGUAGES
    if not plain and any(line.branch[:1] in _ASCII_SIGNS for line in entries if line.branch):
        return False  # a comment or an operator of some programming language
    return any(line.branch for line in entries) or all(line.pictured for line in entries)
