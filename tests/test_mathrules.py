"""Where formulas are found in Markdown, and where they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from studynotes.reading.mathrules import math_plugin

if TYPE_CHECKING:
    from markdown_it.token import Token

BLOCK, INLINE, DISPLAY = "math_block", "math_inline", "math_inline_display"


def parser() -> MarkdownIt:
    md = MarkdownIt("gfm-like", {"linkify": False})
    math_plugin(md)
    return md


def flat(tokens: list[Token]) -> list[Token]:
    return [t for token in tokens for t in (token, *flat(token.children or []))]


def formulas(text: str) -> list[tuple[str, str, str]]:
    return [(t.type, t.markup, t.content) for t in flat(parser().parse(text)) if t.type.startswith("math")]


def words(text: str) -> str:
    return "".join(t.content for t in flat(parser().parse(text)) if not t.children)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\\[\nx\n\\]", [(BLOCK, "\\[", "x")]),
        ("\\[ E = mc^2 \\]", [(BLOCK, "\\[", "E = mc^2")]),
        ("\\[E=mc^2\\]", [(BLOCK, "\\[", "E=mc^2")]),
        (
            "計算式  \n\\[\n\\frac{\\text{正}}{\\text{全}}\n\\]  \n次の行",
            [(BLOCK, "\\[", "\\frac{\\text{正}}{\\text{全}}")],
        ),
        ("\\[\na\n- b\n+ c\n= d\n\\]", [(BLOCK, "\\[", "a\n- b\n+ c\n= d")]),
        ("- 式\n  \\[\n  x = y\n  \\]\n- 次", [(BLOCK, "\\[", "x = y")]),
        ("1. 式\n\n   - \\[\n     x\n     \\]", [(BLOCK, "\\[", "x")]),
        ("> 式\n> \\[\n> x\n> \\]\n> 次", [(BLOCK, "\\[", "x")]),
        ("> - \\[ x \\]", [(BLOCK, "\\[", "x")]),
        ("文中の \\[ x^2 \\] も", [(DISPLAY, "\\[", "x^2")]),
        ("式 \\[\nx^2\n\\] です", [(DISPLAY, "\\[", "x^2")]),
        ("$$\nx \\\\\ny\n$$", [(BLOCK, "$$", "x \\\\\ny")]),
        ("$$x$$", [(BLOCK, "$$", "x")]),
        ("行\n$$\nx\n$$\n行", [(BLOCK, "$$", "x")]),
        ("文中の$$x^2$$も", [(DISPLAY, "$$", "x^2")]),
        ("値\\(x\\)と\\( y_1 \\)", [(INLINE, "\\(", "x"), (INLINE, "\\(", "y_1")]),
        ("値は$x$です。$\\alpha = 1$", [(INLINE, "$", "x"), (INLINE, "$", "\\alpha = 1")]),
        ("($n+1$)、$F_1$。", [(INLINE, "$", "n+1"), (INLINE, "$", "F_1")]),
        ("$\\text{価格は \\$5}$", [(INLINE, "$", "\\text{価格は \\$5}")]),
        ("$`\\sqrt{2}`$", [(INLINE, "$`", "\\sqrt{2}")]),
        ("```math\nx\n```", [(BLOCK, "```math", "x")]),
        (
            "| 名 | 式 |\n|---|---|\n| a | \\( x^2 \\) と $y$ |\n| b | \\[ z \\] $$w$$ |",
            [(INLINE, "\\(", "x^2"), (INLINE, "$", "y"), (DISPLAY, "\\[", "z"), (DISPLAY, "$$", "w")],
        ),
        ("**$x$** *\\(y\\)* [$z$](u)", [(INLINE, "$", "x"), (INLINE, "\\(", "y"), (INLINE, "$", "z")]),
        ("\\(x\\)" * 3, [(INLINE, "\\(", "x")] * 3),
        ("## \\( x^2 \\) の章", [(INLINE, "\\(", "x^2")]),
    ],
)
def test_found(text, found):
    assert formulas(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "$5",
        "$5 と $10",
        "$5と$10",
        "$10,000（$5/月）、$100",
        "US$5とUS$10",
        "月$0.00099、年$0.01",
        "$100 = 15,000円、$200 = 30,000円",
        "$HOME and $PATH",
        "$HOME/bin:$PATH",
        "${HOME}/a:${PATH}",
        "${A}と${B}",
        "$(one)$(two)",
        "`$x$`",
        "```\n$$\nx\n$$\n```",
        "    \\[\n    x\n    \\]",
        "C$とD$",
        "$ x $",
        "行末は「$」、行頭は「^」です。「$」",
        "| 費用 | $$ | $$$ | $ (従量) |\n|--|--|--|--|\n| 安 | $$ | $$$ | $ |",
        "$$ / $$$",
        "$$ から $$",
        "$$$$",
        "\\[VM を更新] は数式ではない",
        "\\[TODO\\]",
        "\\[ TODO \\]",
        "\\[注\\] \\[1\\]",
        "\\[ \\] 済み",
        "Amazon Simple Storage Service \\(Amazon S3\\) \\(S3\\) \\(IAM\\)",
        "instance\\(s\\)",
        "\\(for example key=value\\)",
        "\\\\(x^2\\\\)",
        "\\\\[x^2\\\\]",
        "\\$x\\$",
        "\\(x^2",
        "\\[\nx\n\n\\]",
        "\\[\n\\]",
        "$$\nx\n",
        "> \\[\n> x\n\ny \\]",
    ],
)
def test_not_found(text):
    assert formulas(text) == []


def test_unclosed_delimiters_remain_text():
    assert words("\\[VM を更新] は $5 と \\(a") == "[VM を更新] は $5 と (a"


def test_block_names_its_lines():
    tokens = parser().parse("行\n\\[\nx\n\\]\n次\n\n- $$\n  y\n  $$\n")
    assert [t.map for t in tokens if t.type == BLOCK] == [[1, 4], [6, 9]]


def test_text_around_a_block_stays():
    assert words("計算式  \n\\[\nx\n\\]  \n次の行") == "計算式x次の行"


def test_one_environment_for_two_texts():
    md, env = parser(), {}
    md.parse("\\[\nx\n\\]", env)
    tokens = md.parse("一\n二\n三\n\\[\nx\n\\]", env)
    assert [t.map for t in tokens if t.type == BLOCK] == [[3, 6]]


PIECES = st.sampled_from(
    [
        "\\[",
        "\\]",
        "\\(",
        "\\)",
        "$",
        "$$",
        "`",
        "\\",
        "x^2",
        "=",
        " ",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "式",
        "|",
        "```math\n",
    ],
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_is_lost(text):
    letters = [c for c in text if c.isalnum()]
    shown = [c for t in flat(parser().parse(text)) if not t.children for c in t.content + t.info if c.isalnum()]
    assert [c for c in shown if c in "x2式"] == [c for c in letters if c in "x2式"]
