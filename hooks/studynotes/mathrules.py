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

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

_UNESCAPED = r"(?<!\\)(?:\\\\)*"
_SQUARE = re.compile(_UNESCAPED + r"\\[\[\]]")
_ROUND = re.compile(_UNESCAPED + r"\\[()]")
_DOUBLE = re.compile(_UNESCAPED + r"\$\$")
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
    alternatives = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("fence", "math_block", _block, alternatives)
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


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    opening = state.src[begin : begin + 2]
    if opening not in _CLOSERS or state.is_code_block(start):
        return False
    closer, rest = _CLOSERS[opening], state.src[begin + 2 : stop]
    if rest.startswith("$"):
        return False
    found = _closing(rest, opening)
    if found is not None:
        last, content = start, rest[:found]
        if rest[found + 2 :].strip() or not looks_like_tex(content):
            return False
    else:
        last = _last_line(state, start, end, opening)
        if last is None:
            return False
        lines = [
            rest,
            *(state.src[state.bMarks[n] + state.tShift[n] : state.eMarks[n]] for n in range(start + 1, last)),
        ]
        final = state.src[state.bMarks[last] + state.tShift[last] : state.eMarks[last]].rstrip()
        if _closing(final, opening) != len(final) - len(closer):
            return False
        lines.append(final[: -len(closer)])
        content = "\n".join(lines)
        if rest.strip() and not looks_like_tex(content):
            return False
    if not content.strip():
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.block, token.content, token.markup = True, content.strip(), opening
        token.map = [start, last + 1]
        state.line = last + 1
    return True


def _closing(text: str, opening: str) -> int | None:
    """Find the closing delimiter in ``text``: its place, or ``None`` if there is none before another opening one."""
    if opening == "$$":
        match = _DOLLARS.search(text)
        run = len(match[0]) - len(match[0].rstrip("$")) if match else 0
        return match.end() - 2 if match and run == 2 else None
    match = _SQUARE.search(text)
    return match.end() - 2 if match and match[0].endswith("\\]") else None


def _last_line(state: StateBlock, start: int, end: int, opening: str) -> int | None:
    """Find the line beneath ``start`` that has the closing delimiter, in the same container and before a blank line."""
    last = _Delimiters.of(state).after[opening][start + 1]
    if last >= end or any(state.isEmpty(n) or state.sCount[n] < state.blkIndent for n in range(start + 1, last + 1)):
        return None
    return last


def _fences(state: StateCore) -> None:
    """Turn GitHub's fences of the language ``math`` into formulas."""
    for token in state.tokens:
        if token.type == "fence" and token.info.strip() == "math" and token.content.strip():
            token.type, token.tag, token.markup = "math_block", "math", token.markup + "math"
            token.content = token.content.strip()


def _push(state: StateInline, silent: bool, kind: str, markup: str, content: str, after: int) -> bool:
    if not silent:
        token = state.push(kind, "math", 0)
        token.content, token.markup = content.strip(), markup
    state.pos = after
    return True


def _brackets(state: StateInline, silent: bool) -> bool:
    src, pos = state.src, state.pos
    opening = src[pos : pos + 2]
    if opening not in ("\\[", "\\("):
        return False
    match = (_SQUARE if opening == "\\[" else _ROUND).search(src, pos + 2, state.posMax)
    if match is None or match[0][-1] not in "])":
        return False
    content = src[pos + 2 : match.end() - 2]
    plural = len(content) == 1 and src[:pos][-1:].isascii() and src[:pos][-1:].isalpha()
    if not content.strip() or plural or not looks_like_tex(content):
        return False
    kind = "math_inline_display" if opening == "\\[" else "math_inline"
    return _push(state, silent, kind, opening, content, match.end())


def _dollars(state: StateInline, silent: bool) -> bool:
    src, pos = state.src, state.pos
    before = src[pos - 1] if pos else ""
    if src[pos] != "$" or before == "$" or (before.isascii() and before.isalnum()):
        return False
    if src.startswith("$`", pos):
        return _dollar_code(state, silent)
    width = 2 if src.startswith("$$", pos) else 1
    match = _DOLLARS.search(src, pos + width, state.posMax)
    if match is None or len(match[0]) - len(match[0].rstrip("$")) != width:
        return False
    content = src[pos + width : match.end() - width]
    following = src[match.end() : match.end() + 1]
    if not content.strip() or "`" in content or "](" in content or not _is_closed(content, following, width):
        return False
    kind, markup = ("math_inline_display", "$$") if width == 2 else ("math_inline", "$")
    return _push(state, silent, kind, markup, content, match.end())


def _dollar_code(state: StateInline, silent: bool) -> bool:
    match = _DOLLAR_CODE.search(state.src, state.pos + 2, state.posMax)
    if match is None or match[0] != "`$":
        return False
    content = state.src[state.pos + 2 : match.start()]
    return bool(content.strip()) and _push(state, silent, "math_inline", "$`", content, match.end())


def _is_closed(content: str, following: str, width: int) -> bool:
    """Say whether a second dollar closes a formula: pandoc's rules, and no shell variable, no price."""
    if following.isascii() and following.isalnum():
        return False
    if content[0] in "({" and following in ("(", "{"):  # $(one)$(two), ${ONE}${TWO}
        return False
    if width == 1:
        if content[0].isspace() or content[-1].isspace():
            return False
        if _SHORT.fullmatch(content):
            return True
    return looks_like_tex(content)
