"""A section's diagrams: folder trees as Mermaid flowcharts, and the writer's own ``mermaid`` blocks.

A diagram is a :class:`Picture`: Mermaid text with a title and a description in Japanese. Its SVG is drawn
ahead of time and kept in the repository (:mod:`studynotes.diagrams.gallery`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes import japanese
from studynotes.model import Kind
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.diagrams.trees import Tree
    from studynotes.diagrams.treetext import Node
    from studynotes.model import Block, Section

SETTINGS = 1
"""Part of every name; counted up when a change here or in ``mermaid.js`` makes other pictures of the same text."""

_LINE_WIDTHS = {1: 20, 2: 20, 3: 16}
_NARROWEST = 14
_ODD = 60  # how much a line break within a clause weighs against uneven lines
# Japanese typesetting (JIS X 4051): what may not begin a line, and what may not end one.
_NOT_FIRST = frozenset("、。，．・：；？！ー」』）〕］｝〉》】,.:;?!)]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜")
_NOT_LAST = frozenset("「『（〔［｛〈《【([{")
_ACCESSIBLE = re.compile(r"^\s*acc(Title|Descr)\s*:\s*(.*\S)", re.MULTILINE)
_ICON = re.compile(r"[📁📂🗂🗃🗄📄📃📑📜🗒]\ufe0f?\s*")


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: the Mermaid text, what a screen reader is told of it, and the tree that it is, if it is one."""

    source: str
    title: str
    description: str
    roots: tuple[Node, ...] = ()

    @property
    def name(self) -> str:
        """The name of its file: a hash of all that makes it look as it does (its title and description do not)."""
        return hashlib.sha256(f"{SETTINGS}\n{bool(self.roots)}\n{self.source}".encode()).hexdigest()


def of_tree(tree: Tree) -> Picture:
    """The picture of a tree."""
    return Picture(_flowchart(tree), f"{_spoken(tree.title)}の階層図", _description(tree.roots), tree.roots)


def of_fences(section: Section) -> Iterator[tuple[Block, Picture]]:
    """A section's code blocks in the language ``mermaid``, and their pictures.

    Title and description are Mermaid's own ``accTitle`` and ``accDescr`` where the writer has given them
    (https://mermaid.js.org/config/accessibility.html).
    """
    for block in section.walk():
        if block.kind is Kind.FENCE and block.info.split(maxsplit=1)[:1] == ["mermaid"] and block.text.strip():
            said = dict(_ACCESSIBLE.findall(block.text))
            yield (
                block,
                Picture(block.text, said.get("Title", "図"), said.get("Descr", "内容は図の元の記述にあります。")),
            )


# -- Mermaid text ---------------------------------------------------------------------------------


def numbered(roots: Sequence[Node]) -> Iterator[tuple[str, str | None, Node]]:
    """Each node with its Mermaid name and its parent's, parents first, in reading order."""
    stack: list[tuple[str | None, Node]] = [(None, root) for root in reversed(roots)]
    count = 0
    while stack:
        parent, node = stack.pop()
        count += 1
        name = f"n{count}"
        yield name, parent, node
        stack += [(name, child) for child in reversed(node.children)]


def lines_of(label: str, depth: int) -> list[str]:
    """A label cut into lines for a tree with so many levels; together they are the label, every character of it."""
    return _broken(label, _LINE_WIDTHS.get(depth, _NARROWEST))


def levels(roots: Sequence[Node]) -> int:
    """How many levels a tree has."""
    return max((1 + levels(node.children) for node in roots), default=0)


def escaped(text: str) -> str:
    """``text`` so that Mermaid takes none of it for its own language: signs and lone spaces as ``#code;``.

    See https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters. ``mermaid.js`` reads the
    codes back where Mermaid 12 leaves them as they are.
    """
    return "".join(
        f"#{ord(c)};" if not _is_plain(c) or (c == " " and _is_lone(text, at)) else c for at, c in enumerate(text)
    )


def _is_plain(char: str) -> bool:
    if char == " ":
        return True
    if char.isascii():
        return char.isalnum()
    # Mermaid itself writes its codes with the signs of the last set while it works.
    return unicodedata.category(char)[0] not in "ZC" and char not in "\ufb02°¶ß"


def _is_lone(text: str, at: int) -> bool:
    """Whether Mermaid would drop this space: it keeps single ones between words only."""
    return not (0 < at < len(text) - 1) or text[at - 1].isspace()


def _flowchart(tree: Tree) -> str:
    depth = levels(tree.roots)
    written = ["flowchart LR"]
    for name, parent, node in numbered(tree.roots):
        label = "<br/>".join(escaped(line) for line in lines_of(node.label, depth))
        edge = f"{parent} --- " if parent else ""
        written.append(f'    {edge}{name}["{label}"]')
    return "\n".join(written) + "\n"


# -- Lines of a label -----------------------------------------------------------------------------


def width(text: str) -> int:
    """How wide a text is, in half-width columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "FWA" else 1 for c in text if not unicodedata.combining(c))


def _broken(label: str, limit: int) -> list[str]:
    """As few lines as ``limit`` columns allow, as even as can be, broken between words."""
    pieces = [part for piece in _pieces(label) for part in _parts(piece, limit)]
    widths = [width(piece.rstrip()) for piece in pieces]
    full = [width(piece) for piece in pieces]
    # best[i]: (lines, unevenness, where the last line begins) for the first i pieces
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(pieces) + 1):
        options = []
        taken = widths[end - 1]
        for start in range(end - 1, -1, -1):
            if taken <= limit or start == end - 1:
                lines, uneven, _ = best[start]
                # A bracket's words belong together: it is better opened on a new line than in the middle of one.
                odd = 0 if start == 0 or pieces[start][0] in _NOT_LAST or pieces[start - 1][-1].isspace() else _ODD
                options.append((lines + 1, uneven + odd + (limit - taken) ** 2, start))
            if start == 0 or taken + full[start - 1] > limit:
                break
            taken += full[start - 1]
        best.append(min(options))
    cuts = [len(pieces)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][2])
    return ["".join(pieces[start:end]) for end, start in pairwise(cuts)][::-1]


def _pieces(label: str) -> list[str]:
    """What no line break parts: words with the spaces and closing signs after them, the opening ones before them."""
    icon = _ICON.match(label)
    pieces: list[str] = []
    open_piece = icon[0] if icon else ""  # the icon stays with the first word
    for word in japanese.tokens(label[len(open_piece) :]):
        text, before = word.surface, open_piece[-1:]
        stuck = text.isspace() or text[0] in _NOT_FIRST or before in _NOT_LAST or _is_latin(before, text[0])
        if stuck or not before or (icon and open_piece == icon[0]):
            open_piece += text
        else:
            pieces.append(open_piece)
            open_piece = text
    return [*pieces, open_piece]


def _is_latin(before: str, after: str) -> bool:
    """Whether two characters stand within one word or name of the Latin script."""
    return before.isascii() and after.isascii() and not before.isspace()


def _parts(piece: str, limit: int) -> Iterator[str]:
    """A piece that is longer than a line in parts that aren't, cut after a sign (as in a path) where there is one."""
    while width(piece.rstrip()) > limit:
        fits = next(n for n in range(len(piece), 0, -1) if n == 1 or width(piece[:n]) <= limit)
        cut = max((n for n in range(fits // 3, fits) if piece[n] in "-/_.:"), default=fits - 1) + 1
        while 1 < cut < len(piece) and piece[cut] in _NOT_FIRST and piece[cut - 1] not in "-/_.:":
            cut -= 1
        yield piece[:cut]
        piece = piece[cut:]
    yield piece


# -- What a screen reader is told -----------------------------------------------------------------


def _spoken(label: str) -> str:
    """A label without the emoji at its beginning, whose name would be read aloud."""
    icon = _ICON.match(label)
    return one_line(label[icon.end() :] if icon else label) or label


def _description(roots: Sequence[Node]) -> str:
    said = []
    for _, parent, node in numbered(roots):
        if node.children:
            children = "、".join(f"「{_spoken(child.label)}」" for child in node.children)
            said.append(f"「{_spoken(node.label)}」の下に{children}があります。")
        elif parent is None:
            said.append(f"「{_spoken(node.label)}」があります。")
    return "".join(said)
