"""Boxes of other converters that hold prose: Markdown within a fence.

A fence whose info string is a name in braces (```` ```{dropdown} 解答 ````, with any number of backticks or tildes;
Sphinx, Jupyter Book) is a box of Markdown, which may hold further ones. So is what stands between a line of colons with
a name (``:::details 解答``, ``::: tip``, ``:::note[Title]``, ``:::{hint}``; Zenn, Qiita, VitePress, Docusaurus) and one
of as many colons or more. Tokens made: ``directive_open`` (``info``: the name), for the words
behind the name a paragraph whose ``meta`` says that it is the box's title, ``directive_options`` (``:class: tip``
beneath it, which other converters do not show), the tokens of what is inside, ``directive_close``.

A fence stays code where its name is, or has as a part, a language's (``{r}``, ``{code-cell}``) or that of a directive
whose content is something else than prose, and where it is never closed; colons are text then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_INFO = re.compile(r"\{(?P<name>[A-Za-z][\w:-]*)\}\s*(?P<title>.*)", re.DOTALL)
_COLONS = re.compile(
    r"(?P<markup>:{3,})[ \t]*(?P<brace>\{)?(?P<name>[A-Za-z][\w-]*)(?(brace)\})"
    r"(?:[ \t]*\[(?P<within>[^\[\]]*)\]|[ \t　]+(?P<title>[^\s{].*?))?[ \t　]*"
)
_VARIANTS = {"alert": "warning", "warn": "warning", "info": "note"}
_OPTION = re.compile(r":[\w-]+:(?:\s.*)?")
_COLON_FENCE = "colon_fence"
_DEEPEST = 8  # boxes in boxes; what is deeper is code
# What is inside is code, data, or the address of something else.
_NO_PROSE = re.compile(
    r"code|math|raw|sourcecode|literal(?:include)?|parsed|include|eval|mermaid|graphviz|plantuml|kroki|uml|diagram"
    r"|ojs|webr|pyodide|exec(?:ute)?|thebe|figure|image|table|list|csv|toctree|contents|glossary|index|bibliography"
    r"|embed|iframe|video|audio|plot|auto\w+|download|productionlist|doctest|test(?:code|output)"
)


def directives_plugin(md: MarkdownIt, deepest: int) -> None:
    """Teach ``md`` to read directives; ``deepest`` is how deep its blocks may nest."""

    def expand(state: StateCore) -> None:
        if any(_may_open(token) for token in state.tokens):
            boxes = _Boxes(md, state.src.split("\n"), deepest)
            state.tokens[:] = boxes.expanded(state.tokens, state.env, 0)

    interrupted = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", _COLON_FENCE, _colon_fence, {"alt": interrupted})
    md.core.ruler.after("block", "directives", expand)


def _may_open(token: Token) -> bool:
    return token.type == _COLON_FENCE or (token.type == "fence" and token.info.lstrip()[:1] == "{")


def _colon_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (the library's)
    """A block rule: a box between colons, if it is closed, as a token like a fence's with a directive's info."""
    found = _COLONS.fullmatch(_line(state, start)) if not state.is_code_block(start) else None
    if found is None or any(_NO_PROSE.fullmatch(part) for part in re.split(r"[-_]", found["name"].lower())):
        return False
    closing = _closing(state, start, end, len(found["markup"]))
    if closing is None:
        return False
    if not silent:
        state.line = closing + 1
        token = state.push(_COLON_FENCE, "code", 0)
        title = found["within"] or found["title"] or ""
        variant = _VARIANTS.get(title)  # Zenn's and Qiita's
        token.info = f"{{{variant or found['name']}}} {'' if variant else title}"
        token.meta = {"label": f"{found['name']} {title}"}
        token.content = state.getLines(start + 1, closing, state.sCount[start], keepLastLF=True)
        token.markup, token.map = found["markup"], [start, state.line]
    return True


def _closing(state: StateBlock, start: int, end: int, length: int) -> int | None:
    """The line that closes the box of ``length`` colons that ``start`` opens; boxes within have their own."""
    within = 0
    for number in range(start + 1, end):
        line = _line(state, number).strip()
        if line and state.sCount[number] < state.blkIndent:
            return None
        if not line.startswith(":::") or state.is_code_block(number):
            continue
        if line.strip(":"):
            within += 1
        elif within:
            within -= 1
        else:
            return number if len(line) >= length else None
    return None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


@dataclass(frozen=True)
class _Boxes:
    """Reads the boxes of one document, whose lines these are."""

    md: MarkdownIt
    lines: list[str]
    deepest: int

    def expanded(self, tokens: list[Token], env: MutableMapping[str, Any], within: int) -> list[Token]:
        """The tokens, those of directives in the place of their fences; ``within`` how many boxes they are."""
        result: list[Token] = []
        for token in tokens:
            found = _INFO.fullmatch(token.info.strip()) if _may_open(token) and within < _DEEPEST else None
            colons = token.type == _COLON_FENCE
            if not found or not (colons or (_holds_prose(found["name"]) and self._is_closed(token))):
                result.append(self._as_written(token) if colons else token)
                continue
            known = _copy(env)
            box = list(self._box(token, found, known, within))
            fits = max(each.level for each in box) < self.deepest - 1
            if fits:
                env.update(known)
            result += box if fits else [self._as_written(token) if colons else token]
        return result

    def _as_written(self, box: Token) -> Token:
        """A box between colons that is too deep, as code: its lines as they are."""
        first, end = box.map or (0, 0)
        lines = "\n".join(self.lines[first:end]) + "\n"
        return Token("code_block", "code", 0, map=[first, end], level=box.level, content=lines, block=True)

    def _is_closed(self, token: Token) -> bool:
        """Whether the fence's last line closes it, rather than that its surroundings end."""
        first, end = token.map or (0, 0)
        closing = self.lines[end - 1].strip(" \t>")
        return end - first > 1 and closing.startswith(token.markup) and not closing.strip(token.markup[0])

    def _box(self, fence: Token, found: re.Match[str], env: dict[str, Any], within: int) -> Iterator[Token]:
        """A directive's tokens; what is defined in it goes to ``env``."""
        first, end = fence.map or (0, 0)
        level = fence.level
        opening = Token("directive_open", "div", 1, map=[first, end], level=level, markup=fence.markup, block=True)
        opening.info, opening.meta = found["name"], dict(fence.meta)
        yield opening
        if found["title"]:
            where, meta = [first, first + 1], {"title": True}
            yield Token("paragraph_open", "p", 1, map=where, level=level + 1, meta=meta, block=True)
            yield Token("inline", "", 0, map=where, level=level + 2, content=found["title"], children=[], block=True)
            yield Token("paragraph_close", "p", -1, level=level + 1, block=True)
        content = fence.content.split("\n")
        options = _options(content)
        start = first + 1 + options
        if options:
            said = "\n".join(content[:options]) + "\n"
            where = [first + 1, start]
            yield Token("directive_options", "code", 0, map=where, level=level + 1, content=said, block=True)
        for token in self.expanded(self._parsed(content[options:], env, start), env, within + 1):
            token.level += level + 1
            yield token
        yield Token("directive_close", "div", -1, level=level, block=True)

    def _parsed(self, content: list[str], env: dict[str, Any], start: int) -> list[Token]:
        """The block tokens of a box's content, whose first line is the document's line ``start`` (0-based)."""
        known, repeated = set(env["references"]), len(env["duplicate_refs"])
        tokens: list[Token] = []
        self.md.block.parse("\n".join(content), self.md, env, tokens)
        maps = [token.map for token in tokens if token.map]
        maps += [reference["map"] for label, reference in env["references"].items() if label not in known]
        maps += [reference["map"] for reference in env["duplicate_refs"][repeated:]]
        moved: set[int] = set()  # tokens may share the list that says where they stand
        for where in maps:
            if id(where) not in moved:
                moved.add(id(where))
                where[:] = [line + start for line in where]
        return tokens


def _copy(env: MutableMapping[str, Any]) -> dict[str, Any]:
    """What is known of a document's definitions, apart from what a box adds to it."""
    footnotes = {key: dict(value) for key, value in env.get("footnotes", {}).items()}
    known = {
        **env,
        "references": dict(env.get("references", {})),
        "duplicate_refs": list(env.get("duplicate_refs", ())),
    }
    return {**known, "footnotes": footnotes} if footnotes else known


@cache
def _holds_prose(name: str) -> bool:
    return not any(_NO_PROSE.fullmatch(part) or _is_language(part) for part in re.split(r"[-_:]", name.lower()))


def _is_language(name: str) -> bool:
    try:
        return bool(name) and get_lexer_by_name(name) is not None
    except ClassNotFound:
        return False


def _options(content: list[str]) -> int:
    """How many lines at a box's head are its options (``:class: tip``)."""
    return next((at for at, line in enumerate(content) if not _OPTION.fullmatch(line.rstrip())), len(content))
