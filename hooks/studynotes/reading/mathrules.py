r"""Formulas in Markdown: rules for markdown-it-py that find them, and nothing else.

Delimiters: ``\[ … \]`` and ``$$ … $$`` (block or in running text), ``\( … \)``, ``$ … $``,
GitHub's ``$`…`$`` and its fences with the info string ``math``. Tokens made:

``math_block``
    a block of its own; may interrupt a paragraph, lives in lists and quotes; ``map`` is set
``math_inline``
    a formula in a line
``math_inline_display``
    a display formula (``\[``, ``$$``) among other words

``content`` is the TeX, ``markup`` the opening delimiter. What isn't surely a formula stays text:
CommonMark's ``\[`` and ``\(`` are escaped brackets first of all (documentation escapes every
parenthesis that way), and a dollar is money or a shell variable more often than not. Pandoc's
rules for ``$`` (no space inside, no digit after) are the ground; see :func:`looks_like_tex`.

``mdit_py_plugins`` has ``dollarmath`` and ``texmath``; neither interrupts a paragraph nor knows
escaped brackets, and ``texmath`` slices the source at each delimiter, which is quadratic.
Here each delimiter looks no further than the next one of its kind, so that a text of nothing
but delimiters is read in linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_UNESCAPED = r"(?<!\\)(?:\\\\)*"
_SQUARE = re.compile(_UNESCAPED + r"\\[\[\]]")
_ROUND = re.compile(_UNESCAPED + r"\\[()]")
_DOUBLE = re.compile(_UNESCAPED + r"(?<!\$)\$\$(?!\$)")
_DOLLARS = re.compile(_UNESCAPED + r"\$+")
_DOLLAR_CODE = re.compile(r"\$`|`\$")

_TEXT_ARGUMENT = re.compile(r"\\(?:text|mbox|hbox|textbf|textit|textrm|mathrm|operatorname)\*?\s*\{[^{}]*\}")
_COMMAND = re.compile(r"\\[A-Za-z]")
_SCRIPT = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]|[0-9)\]}|'])\s?(?:\^|_(?=\{|[A-Za-z0-9](?![A-Za-z0-9_])))")
_OPERATOR = re.compile(r"[=<>+*/≤≥≠×÷±→∈]|[0-9A-Za-z)]\s*-\s*[0-9A-Za-z(]")
_JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f]")
_PUNCTUATION = re.compile(r"[、。「」『』]")
_PROSE = re.compile(r"[A-Za-z]{2,}[ \t]+[A-Za-z]{2,}")
_WORD = re.compile(r"[A-Za-z]{2,}|[A-Z][0-9]")
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_SHORT = re.compile(r"[A-Za-z0-9.,]{1,3}|[0-9.,]+")
_CLOSERS = {"\\[": "\\]", "$$": "$$"}
_ENV_KEY = "mathrules"


def looks_like_tex(content: str) -> bool:
    r"""Say whether what stands between two delimiters on one line is TeX rather than words.

    A command (``\frac``) or a script (``x^2``) is TeX. An operator is, unless there is prose or
    Japanese around it. Without any of them a spaced formula may be anything but Japanese or a
    word (``\[ x \]``), and a tight one only a name of one letter, so that ``\(IAM\)``, ``\(S3\)``
    and ``\[1\]`` remain brackets.
    """
    bare = _TEXT_ARGUMENT.sub(r"\\text", content)
    if _PUNCTUATION.search(bare):
        return False
    if _COMMAND.search(bare) or _SCRIPT.search(bare):
        return True
    if _JAPANESE.search(bare) or _PROSE.search(bare):
        return False
    if _OPERATOR.search(bare):
        return any(character.isalnum() for character in bare)
    if content[:1].isspace() and content[-1:].isspace():
        return not _LONG_WORD.search(bare)
    return not _WORD.search(bare) and any(character.isalpha() for character in bare)


def math_plugin(md: MarkdownIt) -> None:
    """Teach ``md`` to find formulas; see the module's description for the tokens it then makes."""
    md.block.ruler.before("fence", "math_block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    md.inline.ruler.before("escape", "math_brackets", _brackets)
    md.inline.ruler.before("escape", "math_dollars", _dollars)
    md.core.ruler.after("block", "math_fence", _fences)


@dataclass(slots=True)
class _Delimiters:
    """Where the block delimiters of a document stand, found once per document.

    ``after[opening][line]`` is the first line at or beneath ``line`` that has a delimiter of
    that kind, opening or closing, or the number of lines.
    """

    source: str
    after: dict[str, list[int]]

    @classmethod
    def of(cls, state: StateBlock) -> _Delimiters:
        """Give the delimiters of the document that ``state`` is at."""
        known = state.env.get(_ENV_KEY)
        if not isinstance(known, cls) or known.source is not state.src:
            # The lines as they stand at the outermost level; containers only move their beginnings.
            texts = state.src.split("\n")
            known = cls(state.src, {"\\[": _next_lines(texts, _SQUARE), "$$": _next_lines(texts, _DOUBLE)})
            state.env[_ENV_KEY] = known
        return known


def _next_lines(texts: list[str], delimiter: re.Pattern[str]) -> list[int]:
    following = [len(texts)] * (len(texts) + 1)
    for line in range(len(texts) - 1, -1, -1):
        following[line] = line if delimiter.search(texts[line]) else following[line + 1]
    return following


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    opening = _line(state, start)[:2]
    if opening not in _CLOSERS or state.is_code_block(start):
        return False
    found = _one_line(state, start, opening) or _many_lines(state, start, end, opening)
    if found is None:
        return False
    if not silent:
        content, last = found
        token = state.push("math_block", "math", 0)
        token.block, token.content, token.markup = True, content.strip(), opening
        token.map = [start, last + 1]
        state.line = last + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    """Give a line of the source without its container's marks, its indentation and the space at its end."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _one_line(state: StateBlock, start: int, opening: str) -> tuple[str, int] | None:
    """Read a formula that is all of the line ``start``: its TeX and that line."""
    rest = _line(state, start)[2:]
    content = rest[:-2]
    if _closing(rest, opening) != len(content) or not content.strip() or not looks_like_tex(content):
        return None
    return content, start


def _many_lines(state: StateBlock, start: int, end: int, opening: str) -> tuple[str, int] | None:
    """Read a formula that begins on the line ``start``: its TeX and its last line, no blank one between."""
    last = _Delimiters.of(state).after[opening][start + 1]
    inside = range(start + 1, min(last, end - 1) + 1)
    if last >= end or any(state.isEmpty(n) or state.sCount[n] < state.blkIndent for n in inside):
        return None
    first, final = _line(state, start)[2:], _line(state, last)
    content = "\n".join([first, *(_line(state, n) for n in inside[:-1]), final[:-2]])
    # Whoever writes an escaped bracket doesn't leave it alone on its line; one with words behind it is looked at.
    doubtful = first.startswith("$") or _delimiter(first, opening) or (first.strip() and not looks_like_tex(content))
    if doubtful or not content.strip() or _closing(final, opening) != len(final) - 2:
        return None
    return content, last


def _closing(text: str, opening: str) -> int | None:
    """Find the closing delimiter in ``text``: its place, or ``None`` where there is none or another comes first."""
    found = _delimiter(text, opening)
    return found.end() - 2 if found and found[0].endswith(_CLOSERS[opening]) else None


def _delimiter(text: str, opening: str) -> re.Match[str] | None:
    return (_DOUBLE if opening == "$$" else _SQUARE).search(text)


def _fences(state: StateCore) -> None:
    """Turn GitHub's fences of the language ``math`` into formulas."""
    for token in state.tokens:
        if token.type == "fence" and token.info.strip() == "math" and token.content.strip():
            token.type, token.tag, token.markup = "math_block", "math", token.markup + "math"
            token.content = token.content.strip()


def _push(state: StateInline, kind: str, markup: str, content: str) -> None:
    token = state.push(kind, "math", 0)
    token.content, token.markup = content.strip(), markup


def _brackets(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    src, pos = state.src, state.pos
    opening = src[pos : pos + 2]
    if opening not in {"\\[", "\\("}:
        return False
    match = (_SQUARE if opening == "\\[" else _ROUND).search(src, pos + 2, state.posMax)
    if match is None or match[0][-1] not in "])":
        return False
    content = src[pos + 2 : match.end() - 2]
    before = src[pos - 1] if pos and len(content) == 1 else ""
    plural = before.isascii() and before.isalpha()  # instance\(s\)
    if not content.strip() or plural or not looks_like_tex(content):
        return False
    if not silent:
        _push(state, "math_inline_display" if opening == "\\[" else "math_inline", opening, content)
    state.pos = match.end()
    return True


def _dollars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    src, pos = state.src, state.pos
    before = src[pos - 1] if pos else ""
    if src[pos] != "$" or before == "$" or (before.isascii() and before.isalnum()):
        return False
    opening = next(opening for opening in ("$`", "$$", "$") if src.startswith(opening, pos))
    closing = _DOLLAR_CODE if opening == "$`" else _DOLLARS
    match = closing.search(src, pos + len(opening), state.posMax)
    if match is None:
        return False
    content = src[pos + len(opening) : match.end() - len(opening)]
    following = src[match.end() : match.end() + 1]
    run = match[0].lstrip("\\")
    if run != opening[::-1] or not content.strip() or not _is_formula(content, following, opening):
        return False
    if not silent:
        _push(state, "math_inline_display" if opening == "$$" else "math_inline", opening, content)
    state.pos = match.end()
    return True


def _is_formula(content: str, following: str, opening: str) -> bool:
    """Say whether dollars enclose a formula: pandoc's rules, and no shell variable, no price, no code, no link."""
    if opening == "$`":
        return True
    if (following.isascii() and following.isalnum()) or "`" in content or "](" in content:
        return False
    if content[0] in "({" and following in {"(", "{"}:  # $(one)$(two), ${ONE}${TWO}
        return False
    if opening == "$":
        if content[0].isspace() or content[-1].isspace():
            return False
        if _SHORT.fullmatch(content):
            return True
    return looks_like_tex(content)
