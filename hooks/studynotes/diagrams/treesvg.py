"""A tree's picture without a browser: the same shapes, names and look as those that Mermaid draws.

Used by builds that have neither the stored picture nor a Chromium. A tree is the one diagram whose layout is
plain arithmetic: leaves beneath each other, each parent beside the middle of its children. Text is measured in
half-width columns, generously, as nothing here knows the reader's fonts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from studynotes import diagrams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.diagrams.treetext import Node

# The measures of mermaid.js, where 24 units are shown as 16 pixels.
_FONT = 24
_SCALE = 16 / _FONT
_COLUMN = 13.2  # a half-width column; letters are wider than half an em as often as not
_LINE = 26.4
_PADDING = 20
_ABOVE = 13.3
_BETWEEN = 40  # boxes, both ways
_ROUND = 7
_EDGE = 8


@dataclass(slots=True)
class _Box:
    name: str
    parent: _Box | None
    lines: list[str]
    level: int
    width: float
    height: float
    children: list[_Box]
    x: float = 0  # the middle
    y: float = 0


def draw(roots: Sequence[Node]) -> str:
    """The SVG of a tree, as :mod:`studynotes.diagrams.mermaid` gives it."""
    boxes = _boxes(roots)
    height = _place(boxes)
    width = max(box.x + box.width / 2 for box in boxes)
    svg = Element(
        "svg",
        {
            "id": "mermaid-figure",
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "diagram-tree",
            "font-size": str(_FONT),
            "font-family": "sans-serif",
            "viewBox": f"{-_EDGE} {-_EDGE} {_number(width + 2 * _EDGE)} {_number(height + 2 * _EDGE)}",
            "width": str(round((width + 2 * _EDGE) * _SCALE)),
            "height": str(round((height + 2 * _EDGE) * _SCALE)),
        },
    )
    edges, nodes = SubElement(svg, "g"), SubElement(svg, "g")
    colours = {"stroke": "#777", "stroke-width": "2"}
    for box in boxes:
        if box.parent:
            attributes = {"id": f"mermaid-figure-L_{box.parent.name}_{box.name}_0", "class": "diagram-edge"}
            SubElement(edges, "path", {**attributes, "d": _path(box.parent, box), "fill": "none", **colours})
        _node(SubElement(nodes, "g"), box, colours)
    indent(svg, "")
    return tostring(svg, encoding="unicode").replace("\n", "")


def _boxes(roots: Sequence[Node]) -> list[_Box]:
    depth = diagrams.levels(roots)
    boxes: dict[str, _Box] = {}
    for name, parent_name, node in diagrams.numbered(roots):
        parent = boxes[parent_name] if parent_name else None
        lines = diagrams.lines_of(node.label, depth)
        width = max(diagrams.width(line.rstrip()) for line in lines) * _COLUMN + 2 * _PADDING
        height = len(lines) * _LINE + 2 * _ABOVE
        box = _Box(name, parent, lines, parent.level + 1 if parent else 0, width, height, [])
        boxes[name] = box
        if parent:
            parent.children.append(box)
    return list(boxes.values())


def _place(boxes: Sequence[_Box]) -> float:
    """Set the middles of all boxes, which come in reading order; the picture's height."""
    _place_columns(boxes)
    bottom = 0.0
    for box in boxes:
        if not box.children:
            box.y = bottom + box.height / 2
            bottom += box.height + _BETWEEN
    for box in reversed(boxes):  # children before their parents
        if box.children:
            box.y = (box.children[0].y + box.children[-1].y) / 2
    # A parent with more lines than its children have rows pushes all that comes after down.
    free: dict[int, float] = {}
    for index, box in enumerate(boxes):
        short = free.get(box.level, 0.0) - (box.y - box.height / 2)
        for later in boxes[index:] if short > 0 else ():
            later.y += short
        free[box.level] = box.y + box.height / 2 + _BETWEEN
    top = min(box.y - box.height / 2 for box in boxes)
    for box in boxes:
        box.y -= top
    return max(box.y + box.height / 2 for box in boxes)


def _place_columns(boxes: Sequence[_Box]) -> None:
    """One column a level, as wide as its widest box; its boxes begin at its left edge."""
    widest: dict[int, float] = {}
    for box in boxes:
        widest[box.level] = max(widest.get(box.level, 0), box.width)
    for box in boxes:
        left = sum(widest[level] + _BETWEEN for level in range(box.level))
        box.x = left + box.width / 2


def _path(parent: _Box, child: _Box) -> str:
    """A line from the parent's right edge to the child's left one, with one rounded step between the columns."""
    start, end = parent.x + parent.width / 2, child.x - child.width / 2
    if abs(parent.y - child.y) < 1:
        return f"M{_number(start)},{_number(parent.y)}L{_number(end)},{_number(child.y)}"
    turn = end - _BETWEEN / 2
    bend = min(_ROUND, abs(child.y - parent.y) / 2) * (1 if child.y > parent.y else -1)
    side = abs(bend)
    steps = (
        ("M", start, parent.y),
        ("L", turn - side, parent.y),
        ("Q", turn, parent.y),
        (" ", turn, parent.y + bend),
        ("L", turn, child.y - bend),
        ("Q", turn, child.y),
        (" ", turn + side, child.y),
        ("L", end, child.y),
    )
    return "".join(f"{letter}{_number(x)},{_number(y)}" for letter, x, y in steps)


def _node(group: Element, box: _Box, colours: dict[str, str]) -> None:
    group.attrib |= {
        "class": "diagram-node",
        "id": f"mermaid-figure-flowchart-{box.name}-0",
        "transform": f"translate({_number(box.x)} {_number(box.y)})",
    }
    size = {"width": _number(box.width), "height": _number(box.height), "rx": "8"}
    corner = {"x": _number(-box.width / 2), "y": _number(-box.height / 2)}
    SubElement(group, "rect", {**corner, **size, "fill": "#f4f4f4", **colours})
    text = SubElement(group, "text", {"text-anchor": "middle", "fill": "#222"})
    first = -(len(box.lines) - 1) * _LINE / 2 + _FONT * 0.36
    for index, line in enumerate(box.lines):
        SubElement(text, "tspan", {"x": "0", "y": _number(first + index * _LINE)}).text = line


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
