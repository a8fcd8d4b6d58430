"""markdown-it tokens → :class:`~studynotes.model.Block` trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes.model import Block, Cell, Inline, Kind, Lines
from studynotes.slugs import Unique, github_anchor
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_CONTAINERS = {
    "bullet_list_open": Kind.BULLET_LIST,
    "ordered_list_open": Kind.ORDERED_LIST,
    "list_item_open": Kind.ITEM,
    "blockquote_open": Kind.QUOTE,
    "alert_open": Kind.QUOTE,
    "directive_open": Kind.QUOTE,
    "footnote_reference_open": Kind.FOOTNOTE,
}
_LEAVES = {
    "fence": Kind.FENCE,
    "code_block": Kind.CODE,
    "html_block": Kind.HTML,
    "hr": Kind.RULE,
    "math_block": Kind.MATH,
    "front_matter": Kind.FRONT_MATTER,
}
_TEXTS = {"text": "text", "code_inline": "code", "math_inline": "math", "math_inline_display": "math"}


class Anchors:
    """Gives each heading of one file its anchor, unique in the file, as GitHub does."""

    def __init__(self) -> None:
        self._unique = Unique()

    def __call__(self, words: str) -> str:
        """The anchor of a heading with these words; each call counts as one more heading."""
        return self._unique(github_anchor(words) or "heading")


def blocks_of(tokens: Sequence[Token], anchors: Anchors) -> tuple[Block, ...]:
    """The block tree of a balanced run of tokens; positions count from the run's first token."""
    return _Builder(tokens, anchors).children(0, len(tokens), Lines(1, 1))


def heading_block(tokens: Sequence[Token], anchors: Anchors) -> Block:
    """The heading that the three tokens ``heading_open, inline, heading_close`` make."""
    return blocks_of(tokens, anchors)[0]


class _Builder:
    def __init__(self, tokens: Sequence[Token], anchors: Anchors) -> None:
        self._tokens = tokens
        self._anchors = anchors
        self._closing = _closing_indexes(tokens)

    def children(self, start: int, end: int, outer: Lines) -> tuple[Block, ...]:
        result: list[Block] = []
        index = start
        while index < end:
            close = self._closing.get(index, index)
            block = self._block(index, close, outer)
            if block is not None:
                result.append(block)
            index = close + 1
        return tuple(result)

    def _block(self, index: int, close: int, outer: Lines) -> Block | None:
        token = self._tokens[index]
        # A closing tag's kin without a map of its own (a table's row, say) stands within its parent's lines.
        lines = _lines(token.map, outer) if token.map else outer
        if token.type in _CONTAINERS:
            return self._container(index, close, lines)
        if token.type == "heading_open":
            inline = self._tokens[index + 1]
            text, runs = text_and_runs(inline)
            anchor = self._anchors(one_line(text))
            return Block(Kind.HEADING, lines, index, close, text, runs, level=int(token.tag[1]), anchor=anchor)
        if token.type == "paragraph_open":
            text, runs = text_and_runs(self._tokens[index + 1])
            return Block(Kind.PARAGRAPH, lines, index, close, text, runs)
        if token.type == "table_open":
            return Block(Kind.TABLE, lines, index, close, rows=_rows(self._tokens[index : close + 1]))
        if token.type in _LEAVES:
            info = token.info.strip() if token.type == "fence" else ""
            kind = _LEAVES[token.type]
            return Block(kind, lines, index, close, token.content, marker=token.markup, info=info)
        return None  # an alert's title: the parser's word, not the writer's; a directive's options: none of the text

    def _container(self, index: int, close: int, lines: Lines) -> Block:
        token = self._tokens[index]
        kind = _CONTAINERS[token.type]
        children = self.children(index + 1, close, lines)
        text, info = "", ""
        runs: tuple[Inline, ...] = ()
        start: int | None = None
        checked: bool | None = None
        if kind is Kind.ITEM:
            if children and children[0].kind is Kind.PARAGRAPH:
                text, runs = children[0].text, children[0].inlines
            start = int(token.info) if token.info.isdigit() else None
            checked = (token.meta or {}).get("checked")
        elif kind is Kind.ORDERED_LIST:
            start = int(token.attrGet("start") or 1) if token.attrGet("start") != 0 else 0
        elif kind is Kind.FOOTNOTE:
            info = str((token.meta or {}).get("label", ""))
        elif kind is Kind.QUOTE:
            info = token.info
        return Block(
            kind, lines, index, close, text, runs, children,
            start=start, marker=token.markup, info=info, checked=checked,
        )  # fmt: skip


def _lines(span: Sequence[int], outer: Lines) -> Lines:
    """The lines of a token's ``map``; where they are ``outer``'s, that very object: most items are one paragraph."""
    first = span[0] + 1
    last = max(first, span[1])
    return outer if first == outer.first and last == outer.last else Lines(first, last)


def _closing_indexes(tokens: Sequence[Token]) -> dict[int, int]:
    """The index of each opening token's closing token."""
    closing: dict[int, int] = {}
    open_: list[int] = []
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            open_.append(index)
        elif token.nesting == -1:
            closing[open_.pop()] = index
    return closing


def _rows(tokens: Sequence[Token]) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            cells = []
        elif token.type in ("th_open", "td_open"):
            text, runs = text_and_runs(tokens[index + 1])
            cells.append(Cell(text, runs))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
    return tuple(rows)


def text_and_runs(inline: Token) -> tuple[str, tuple[Inline, ...]]:
    r"""The plain text of an ``inline`` token (line ends as ``\\n``), and its runs."""
    runs: list[Inline] = []
    marks = {"strong": 0, "em": 0, "s": 0}
    links: list[str] = []
    for child in inline.children or ():
        name = child.type.removesuffix("_open").removesuffix("_close")
        if name in marks:
            marks[name] += child.nesting
            continue
        if child.type == "link_open":
            links.append(str(child.attrGet("href") or ""))
            continue
        if child.type == "link_close":
            links.pop()
            continue
        kind, text = _run(child)
        runs.append(
            Inline(
                kind,
                text,
                strong=marks["strong"] > 0,
                emphasis=marks["em"] > 0,
                deleted=marks["s"] > 0,
                href=links[-1] if links else None,
            )
        )
    visible = (
        "\n" if run.kind in ("break", "softbreak") else run.text for run in runs if run.kind not in ("html", "footnote")
    )
    return "".join(visible), tuple(runs)


def alternative_text(image: Token) -> str:
    """The alternative text of an image token: its description without markup (as the CommonMark spec says)."""
    parts: list[str] = []
    for child in image.children or ():
        if child.type == "image":
            parts.append(alternative_text(child))
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        else:
            parts.append(child.content)
    return "".join(parts)


def _run(token: Token) -> tuple[str, str]:
    if token.type in _TEXTS:
        return _TEXTS[token.type], token.content
    if token.type == "softbreak":
        return "softbreak", "\n"
    if token.type == "hardbreak" or (token.type == "html_inline" and token.content.lower().startswith("<br")):
        return "break", "\n"
    if token.type == "image":
        return "image", alternative_text(token)
    if token.type == "footnote_ref":
        return "footnote", str((token.meta or {}).get("label", ""))
    return "html", token.content
