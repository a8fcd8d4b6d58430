"""The Markdown parser of the notes: CommonMark and GFM as GitHub shows them, from markdown-it-py.

Beyond GFM it knows front matter, footnotes and alerts (GitHub shows all three), formulas, directives that
hold prose (:mod:`.directives`), and Japanese (:mod:`studynotes.cjk`). Single tildes are no strikethrough here,
although GitHub takes them so: in Japanese notes ``1~3`` is a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import yaml
from markdown_it import MarkdownIt, rules_block
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from studynotes.cjk import CjkParserInline
from studynotes.reading.directives import directives_plugin
from studynotes.reading.mathrules import math_plugin

# How deep lists and quotes may nest. The library stops at 20 and drops what lies deeper; this is as far
# as its recursion goes under Python's default limit. What is deeper still is shown as source (see reading).
MAX_NESTING = 100

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_CODE_INDENT = 4
# A reference definition that writers use as a comment: `[//]: # (…)`. GitHub shows nothing of it.
_COMMENT_LABELS = frozenset({"//", "COMMENT"})
# What stands before the content of a list item's first line: quotes, the markers of lists, a task's box.
_ITEM_MARKERS = re.compile(r"(?:\s*(?:>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)))*(?:\s*\[[ xX]\](?=\s))?\s*")
_QUOTE = "> \t"


class _ParserBlock(ParserBlock):
    """The library's block parser, that knows the columns of all containers around a line, not only the last one's.

    CommonMark takes a line for a continuation of a list item's paragraph, whatever it looks like, where it is
    indented like code (four columns or more) from the innermost container that it still belongs to.
    """

    def __init__(self) -> None:
        super().__init__()
        for name, rule, ends in _INTERRUPTING:
            self.ruler.at(name, self._unless_lazy(rule), {"alt": ends})
        self._columns: list[int] = []

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 (the library's)
        """Parse the lines of one container."""
        self._columns.append(state.blkIndent)
        try:
            super().tokenize(state, startLine, endLine)
        finally:
            self._columns.pop()

    def _unless_lazy(self, rule: BlockRule) -> BlockRule:
        def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (the library's)
            column = state.sCount[start]
            if silent and column < state.blkIndent:
                # A quote counts columns anew, from 0.
                quote = len(self._columns) - self._columns[::-1].index(0) - 1
                belongs_to = max(indent for indent in self._columns[quote:] if indent <= max(column, 0))
                if column - belongs_to >= _CODE_INDENT:
                    return False
            return rule(state, start, end, silent)

        return guarded


# The rules that may interrupt a paragraph, with the library's own lists of what each may interrupt.
_INTERRUPTING: tuple[tuple[str, BlockRule, list[str]], ...] = (
    ("table", rules_block.table, ["paragraph", "reference"]),
    ("fence", rules_block.fence, ["paragraph", "reference", "blockquote", "list"]),
    ("blockquote", rules_block.blockquote, ["paragraph", "reference", "blockquote", "list"]),
    ("hr", rules_block.hr, ["paragraph", "reference", "blockquote", "list"]),
    ("list", rules_block.list_block, ["paragraph", "reference", "blockquote"]),
    ("html_block", rules_block.html_block, ["paragraph", "reference", "blockquote"]),
    ("heading", rules_block.heading, ["paragraph", "reference", "blockquote"]),
)


class _NotesParser(MarkdownIt):
    """MarkdownIt with its two parsers exchanged before their rules are configured."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.inline = CjkParserInline()
        self.block = _ParserBlock()
        self.configure("gfm-like2", {"maxNesting": MAX_NESTING, "linkify": False, "store_labels": True})
        self.options["strikethrough_single_tilde"] = False
        self.options["xhtmlOut"] = False
        self.disable("linkify")


@cache
def parser() -> MarkdownIt:
    """The one configured parser (building it takes longer than parsing a page)."""
    md = _NotesParser()
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.use(gfm_autolink_plugin)
    md.use(math_plugin)
    md.use(directives_plugin, MAX_NESTING)
    return md


def parse(source: str) -> tuple[list[Token], list[tuple[int, int]]]:
    """The block tokens of ``source``, and the line ranges (0-based, end excluded) that were too deep to parse.

    Three things that GitHub would hide stay visible. A definition ``[注]: …`` that nothing refers to was most
    likely meant as text, so it is put back where it stood, as a paragraph. So is one that is all of a list item,
    which would be empty without it. And a block that nests deeper than :data:`MAX_NESTING`, whose inner part the
    parser drops, becomes a code block of its source.
    """
    env: dict[str, Any] = {}
    lines = source.split("\n")
    end = _front_matter_end(lines)
    tokens = parser().parse("\n" * end + "\n".join(lines[end:]), env)
    if end:
        content = "\n".join(lines[1 : end - 1])
        tokens.insert(0, Token("front_matter", "", 0, map=[0, end], content=content, markup="---", block=True))
    definitions = _definitions(tokens, env)
    if definitions:
        tokens, filled = _with_filled_items(tokens, {first for first, _ in definitions}, lines)
        unused = sorted(where for where, used in definitions.items() if not used and where[0] not in filled)
        tokens = _with_paragraphs(tokens, unused, lines)
    return _flattened(tokens, lines)


def _front_matter_end(lines: list[str]) -> int:
    """The number of lines that front matter takes: ``---``, a YAML mapping, ``---``; 0 where there is none."""
    if lines[0].rstrip() != "---":
        return 0
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    try:
        # Only the syntax tree: nothing in it is built, so nothing in it can swell.
        node = yaml.compose("\n".join(lines[1:end]), yaml.SafeLoader) if end else None
    except (yaml.YAMLError, RecursionError):  # the latter where it nests some hundred levels deep
        return 0
    return end + 1 if isinstance(node, yaml.MappingNode) else 0


def _flattened(tokens: list[Token], lines: list[str]) -> tuple[list[Token], list[tuple[int, int]]]:
    """``tokens`` with each top-level block that reaches the nesting limit replaced by its source."""
    if all(token.level < MAX_NESTING - 1 for token in tokens):
        return tokens, []
    result: list[Token] = []
    too_deep: list[tuple[int, int]] = []
    start = 0
    for index, token in enumerate(tokens):
        if token.level or token.nesting == 1:
            continue
        block = tokens[start : index + 1]
        start = index + 1
        where = block[0].map
        if where is None or all(inner.level < MAX_NESTING - 1 for inner in block):
            result += block
            continue
        too_deep.append((where[0], where[1]))
        content = "\n".join(lines[where[0] : where[1]]) + "\n"
        result.append(Token("code_block", "code", 0, map=where, content=content, block=True))
    return result, too_deep


def _definitions(tokens: list[Token], env: dict[str, Any]) -> dict[tuple[int, int], bool]:
    """Line ranges (0-based, end excluded) of reference definitions, comments left out: does a link or image use it?"""
    used = {
        child.meta["label"]
        for token in tokens
        if token.type == "inline"
        for child in token.children or ()
        if child.meta and "label" in child.meta and child.type in ("link_open", "image")
    }
    first_ones = [(label, label in used, reference["map"]) for label, reference in env.get("references", {}).items()]
    repeated = [(reference["label"], False, reference["map"]) for reference in env.get("duplicate_refs", ())]
    return {
        (first, end): is_used
        for label, is_used, (first, end) in [*first_ones, *repeated]
        if label not in _COMMENT_LABELS
    }


def _with_paragraphs(tokens: list[Token], ranges: list[tuple[int, int]], lines: list[str]) -> list[Token]:
    """``tokens`` with a paragraph of plain text for each range of lines, placed by line at the top level."""
    result: list[Token] = []
    waiting = list(ranges)
    for token in tokens:
        if token.level == 0 and token.map and token.nesting >= 0:
            while waiting and waiting[0][0] < token.map[0]:
                result += _plain_paragraph(*waiting.pop(0), lines)
        result.append(token)
    for first, end in waiting:
        result += _plain_paragraph(first, end, lines)
    return result


def _with_filled_items(tokens: list[Token], definitions: set[int], lines: list[str]) -> tuple[list[Token], set[int]]:
    """``tokens`` with the source of each list item that consists of definitions inside it, and that source's lines.

    ``definitions`` are the first lines of all definitions.
    """
    result: list[Token] = []
    filled: set[int] = set()
    for index, token in enumerate(tokens):
        result.append(token)
        if token.type != "list_item_open" or not token.map or tokens[index + 1].type != "list_item_close":
            continue
        first, end = token.map
        if first not in definitions:
            continue
        shown = [_ITEM_MARKERS.sub("", lines[first], count=1), *lines[first + 1 : end]]
        while not shown[-1].strip(_QUOTE):
            shown.pop()
        paragraph = _plain_paragraph(0, len(shown), shown)
        for inner in paragraph:
            inner.hidden = inner.type != "inline"  # as in a tight list
            inner.level += token.level + 1
            inner.map = inner.map and [first, first + len(shown)]
        result += paragraph
        filled.update(range(first, end))
    return result, filled


def _plain_paragraph(first: int, end: int, lines: list[str]) -> list[Token]:
    content = "\n".join(line.strip(_QUOTE) for line in lines[first:end])
    children = []
    for number, line in enumerate(content.split("\n")):
        if number:
            children.append(Token("softbreak", "br", 0))
        children.append(Token("text", "", 0, content=line))
    where = [first, end]
    return [
        Token("paragraph_open", "p", 1, map=where, block=True),
        Token("inline", "", 0, map=where, content=content, children=children, block=True, level=1),
        Token("paragraph_close", "p", -1, block=True),
    ]
