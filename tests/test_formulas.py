"""Formulas become HTML and MathML at build time; bad ones show their source."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from studynotes.writing import formulas
from studynotes.writing.formulas import render


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def test_html_and_mathml_with_the_source_for_copying():
    tex = r"Accuracy = \frac{\text{正しく分類された数}}{\text{全データ数}}"
    page = tree(render(tex, display=True).html)
    assert page.css_first(".katex-display > .katex > .katex-html").attributes["aria-hidden"] == "true"
    assert page.css_first(".katex-mathml math[display=block] mfrac").text() == "正しく分類された数全データ数"
    assert page.css_first("annotation").text() == tex
    assert "正しく分類された数" in page.css_first(".katex-html").text()


def test_inline_is_not_display():
    page = tree(render("x", display=False).html)
    assert page.css_first(".katex-display") is None
    assert page.css_first("math").attributes.get("display") is None


@pytest.mark.parametrize("tex", [r"\text{<b> \# " + "\U0001f600" + r" \& 日本}", "<script>alert(1)</script>", "a\"b'c"])
def test_words_that_look_like_markup_stay_words(tex):
    result = render(tex, display=False)
    assert result.error is None
    assert tree(result.html).css_first("script, b") is None
    assert tree(result.html).css_first("annotation").text() == tex


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\frac{1", "expected '}' (at character 8)"),
        (r"\nonsense", "Undefined control sequence"),
        (r"\href{javascript:alert(1)}{x}", r"\href is not allowed in notes"),
        (r"\def\a{\a\a}\a", "Too many expansions"),
        ("{" * 10_000, "Maximum call stack"),
        ("x" * 30_000, "longer than"),
        ("<b>&", "Expected 'EOF'"),
    ],
)
def test_bad_tex_shows_its_source_and_says_why(tex, reason):
    result = render(tex, display=True)
    assert reason in result.error
    shown = tree(result.html).css_first("code.formula-error")
    assert shown.text() == tex
    assert "\n" not in result.error


def test_without_katex_the_source_is_shown_and_the_remedy_named(monkeypatch):
    monkeypatch.setattr(formulas, "KATEX", Path("nowhere"))
    result = render("x", display=False)
    assert "make" in result.error
    assert tree(result.html).css_first("code").text() == "x"


@pytest.mark.parametrize(
    ("script", "limits"),
    [
        ("(tex, display) => { for (;;) {} }", {"SECONDS": 0.05}),
        ("(tex) => { for (const a = [];; ) a.push(new Array(1e5).fill(tex + a.length)); }", {"MEMORY": 64 << 20}),
    ],
    ids=["time", "memory"],
)
def test_after_a_formula_without_end_the_next_one_works(monkeypatch, script, limits):
    monkeypatch.setattr(formulas, "_RENDER", script)
    for name, value in limits.items():
        monkeypatch.setattr(formulas, name, value)
    assert "gave up" in render(f"endless_{len(script)}", display=False).error
    monkeypatch.undo()
    assert render(f"next_{len(script)}", display=False).error is None


def test_a_program_that_rendered_a_formula_ends():
    program = "from studynotes.writing.formulas import render; render('x', display=False)"
    hooks = Path(formulas.__file__).parents[2]
    subprocess.run([sys.executable, "-c", program], cwd=hooks, timeout=60, check=True)
