"""Two places where CommonMark's rules for spaced scripts go wrong in Japanese.

Emphasis: ``**「…」**です`` is no emphasis in CommonMark, since a delimiter between a bracket and a
letter counts as neither opening nor closing. Soft breaks: a line wrapped inside a Japanese sentence
gets a space that nobody wrote. Both follow the CommonMark "CJK-friendly" amendments
(https://github.com/tats-u/markdown-cjk-friendly, specification.md).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

# A continuation line that opens like this was begun on purpose: a choice's letter or number, a label
# such as "(1)", or a symbol that writers use as a bullet. Structure only, no words.
_LINE_OPENER = re.compile(
    r"""\s*[*_~(（【]*(?:
        [A-Za-zア-ンあ-んｱ-ﾝⅠ-Ⅻⅰ-ⅻ][.．)）:：、]\S?   # A.  B)  ア．  い）
      | [0-9０-９]{1,3}[.．)）:：、]                   # 1.  ２）
      | [①-⑳⓪㉑-㊿❶-❿]
      | \S{1,8}[:：]                                 # a short label and its colon
    )""",
    re.VERBOSE,
)


_OPENING = re.compile(r"[（(「『【〔［\[〈《][^\s（）()「」]{0,2}\s?$")
_CLOSING = re.compile(r"[）)」』】〕］\]〉》、。，．,.・：；:;！？!?]+")


def is_cjk(char: str) -> bool:
    """Whether ``char`` is written without spaces around it: wide, full- or half-width, but no emoji.

    East Asian Width (UAX #11) W, F or H; symbols count only within the CJK blocks, which leaves emoji out.
    """
    if unicodedata.east_asian_width(char) not in "WFH":
        return False
    return unicodedata.category(char) != "So" or "\u3000" <= char <= "\u33ff"


def joins_without_space(before: str, after: str) -> bool:
    """Whether a line end between these two characters is no space in Japanese (both are CJK)."""
    return bool(before and after) and is_cjk(before) and is_cjk(after)


class Beside(NamedTuple):
    """The punctuation that a box in a text keeps beside it, and what stands before that."""

    before: str
    opening: str
    closing: str


def boxes_in(text: str, box: str) -> tuple[tuple[Beside, ...], str]:
    """What stands around each ``box`` (the characters that stand for one) of a text, and the text behind the last.

    A box may be parted from any character beside it, a closing bracket or a word joiner, too, as browsers do it: what
    JIS X 4051 keeps together must be wrapped. A short name behind a bracket (``（①``) stays with both.
    """
    rest, *others = text.split(box)
    found: list[Beside] = []
    for other in others:
        opening, closing = punctuation_beside(rest, other)
        found.append(Beside(rest[: len(rest) - len(opening)], opening, closing))
        rest = other[len(closing) :]
    return tuple(found), rest


def punctuation_beside(before: str, after: str) -> tuple[str, str]:
    """The end of ``before`` and the beginning of ``after`` that stay with a box between the two."""
    opening, closing = _OPENING.search(before), _CLOSING.match(after)
    return opening[0] if opening else "", closing[0] if closing else ""


def opens_a_line(text: str) -> bool:
    """Whether a continuation line that starts with ``text`` was meant to stand on a line of its own.

    GitHub runs such lines together; the page keeps their line ends visible, the text stays the same.
    """
    stripped = text.lstrip()
    if not stripped:
        return False
    first = stripped[0]
    if first in "・•●○◯■□◆◇▶▷►▲△▼▽★☆※→⇒⇨←↑↓＝=＊✓✔✗✘×◎" or unicodedata.category(first) == "So":
        return True
    return _LINE_OPENER.match(stripped) is not None


class _CjkStateInline(StateInline):
    """Scans emphasis delimiters by the CJK-friendly flanking rules."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803, FBT001 (the library's)
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
        cjk_before, cjk_after = is_cjk(before), is_cjk(after)
        mark_before = not cjk_before and _is_punctuation(before)
        mark_after = not cjk_after and _is_punctuation(after)
        left = not space_after and (not mark_after or space_before or mark_before or cjk_before)
        right = not space_before and (not mark_before or space_after or mark_after or cjk_after)
        can_open = left and (canSplitWord or not right or _is_punctuation(before))
        can_close = right and (canSplitWord or not left or _is_punctuation(after))
        return Scanned(can_open, can_close, end - start)


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


class CjkParserInline(ParserInline):
    """markdown-it's inline parser, with :class:`_CjkStateInline` for its state."""

    def parse(self, src: str, md: object, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse ``src`` into ``tokens`` (as the base class does, with the other state class)."""
        state = _CjkStateInline(src, md, env, tokens)  # type: ignore[arg-type]
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
