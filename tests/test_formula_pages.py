r"""Formulas on the site's pages: everywhere the notes have them, copied as TeX, and never wider than the page."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from studynotes import reading
from studynotes.writing import formulas
from support.project import REPOSITORY, build_project, make_project

NOTE = r"""## 1. 数式

計算式
\[
Accuracy = \frac{\text{正しく分類された数}}{\text{全データ数}}
\]
文中の \( x^2 \) と $\alpha$ は式、$5 と $10 は値段。

- リスト
  \[
  F1 = 2
  \]

| 表 | 式 |
|---|---|
| 一 | \( n_1 \) と $$n_2$$ |

> \[ E = mc^2 \]

$$
WIDE
$$

## 2. 文だけ

ここに式はない。

## 3. 誤り

誤り \( \frac{1 \) の次
""".replace("WIDE", " + ".join(f"a_{{{n}}}" for n in range(60)))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formulas")
    make_project(folder, {"a.md": NOTE}, {})
    return build_project(folder, strict=False, config={})


def article(built, number):
    return LexborHTMLParser(built.text(f"notes/a/{number}/index.html")).css_first("article")


def test_every_formula_is_rendered_and_nothing_is_left_raw(site):
    shown = [a.text() for a in article(site, 1).css(".katex-mathml annotation")]
    assert len(shown) == 8
    assert shown[1:4] == ["x^2", r"\alpha", "F1 = 2"]
    for formula in article(site, 1).css(".katex"):
        formula.decompose()
    rest = article(site, 1).text()
    assert "$5 と $10 は値段" in rest


def test_only_pages_with_formulas_load_their_fonts(new_page, serve, site):
    for section, some in ((1, True), (2, False)):
        sent = []
        page = new_page()
        page.goto(f"{serve(site.site, sent=sent)}notes/a/{section}/")
        page.wait_for_load_state("networkidle")
        assert any(path.endswith(".woff2") for path, _ in sent) is some


def test_bad_tex_is_named_by_line_and_shown(site):
    assert [w for w in site.warnings() if "docs/notes/a.md:30: " in w and r"expected '}'" in w]
    assert r"\frac{1" in article(site, 3).css_first("code.formula-error").text()


def test_formulas_of_this_repositorys_notes_all_render():
    for path in sorted((REPOSITORY / "docs" / "notes").glob("**/*.md")):
        for section in reading.read(path.read_bytes(), file=path.name, stem="a").pages:
            for block in section.walk():
                written = [block.text] if block.kind == "math" else []
                written += [run.text for run in block.inlines if run.kind == "math"]
                assert [formulas.render(tex, display=True).error for tex in written] == [None] * len(written)
                assert not re.search(r"\\\[|\\\]|\\\(|\\\)", "" if written else block.text)


def opened(new_page, serve, site, **options):
    page = new_page(**options)
    page.goto(serve(site.site) + "notes/a/1/")
    page.evaluate("document.fonts.ready")
    return page


def test_what_is_copied_is_the_text_and_the_tex(new_page, serve, site):
    page = opened(new_page, serve, site)
    copied = page.evaluate("""() => {
      getSelection().selectAllChildren(document.querySelector('article'));
      return getSelection().toString();
    }""")
    lines = copied.split("\n")
    assert r"Accuracy = \frac{\text{正しく分類された数}}{\text{全データ数}}" in lines
    assert re.search(r"文中の\s+x\^2\s+と\s+\\alpha\s+は式", copied)
    assert copied.count("正しく分類された数") == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_a_long_formula_scrolls_and_the_page_does_not(new_page, serve, site, width):
    page = opened(new_page, serve, site, viewport={"width": width, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    wide = page.locator(".katex-display").last
    assert wide.evaluate("e => e.scrollWidth > e.clientWidth && e.scrollHeight <= e.clientHeight")
    wide.focus()
    assert wide.evaluate("e => e === document.activeElement")


def test_formulas_are_set_in_their_own_fonts_without_any_script(new_page, serve, site):
    page = opened(new_page, serve, site, java_script_enabled=False)
    assert page.locator(".katex-html").first.bounding_box()["height"] > 30
    loaded = opened(new_page, serve, site).evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert {"KaTeX_Main", "KaTeX_Math"} <= {family.strip('"') for family in loaded}
