"""The book on the site: a page of its own, a PDF where one is asked for, and word of it where not."""

from __future__ import annotations

import sys

import pytest
from selectolax.lexbor import LexborHTMLParser

from studynotes import fidelity, reading
from support.printed import Printed, squeezed
from support.project import REPOSITORY

NAME = "cloudtech-study.pdf"

ONE = """# 一冊目

まえがき。[](b.md)

## 1. 甲 "引用" \\\\ <b>太字</b>

![絵](pictures/dot.png) ⚡️ 1️⃣ 👍🏽 👩‍💻 🇯🇵 𠮷野家 ─├└ → ①

- [x] 済
- [ ] 未

[乙へ](#2-乙)、[二冊目へ](b.md)、[外へ](https://example.org/長い)。https://example.org/x 注[^n]。
$\\sqrt{x}$ は $x^{1/2}$ である。

```python
def f(x):  # 注
    return "├── 木"
```

> [!NOTE]
> 補足。

<details><summary>開く</summary>

中身。

</details>

[^n]: 脚注。

## 2. 乙

### 見出し

| 語 | 意味 |
|----|------|
| 甲 | `code` |
"""
TWO = "# 二冊目\n\n## 1. 丙\n\n[一冊目の乙](a.md#2-乙)\n\n### 見出し\n\n本文。\n"
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f6173855"
    "0000000049454e44ae426082"
)
NOTES = {"a.md": ONE, "b.md": TWO, "pictures/dot.png": DOT}


@pytest.fixture(scope="module")
def tree(built_site):
    return LexborHTMLParser((built_site / "print/index.html").read_text(encoding="utf-8"))


def test_every_note_is_on_the_print_page(built_site):
    html = (built_site / "print/index.html").read_text(encoding="utf-8")
    for file in (REPOSITORY / "docs/notes").glob("*.md"):
        collection = reading.read(file.read_bytes(), file=file.name, stem=file.stem)
        articles = {squeezed(n.text())[:3]: n.attributes["id"] for n in LexborHTMLParser(html).css("article")}
        for section in collection.sections:
            anchor = articles[squeezed(f"{section.number}.")]
            assert fidelity.missing(section, html, f'article[id="{anchor}"]') == []


def test_no_id_comes_twice_and_no_link_within_it_leads_nowhere(tree):
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = {link.attributes["href"][1:] for link in tree.css('a[href^="#"]')}
    assert len(targets) > 100
    assert targets <= set(ids)


def test_only_the_book_loads_its_typefaces(built_site):
    for page in built_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert ("@fontsource" in text or "book-fonts" in text) == (page.parent.name == "print"), page


def test_print_page_is_for_paper_and_not_for_finding(built_site, tree):
    assert tree.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    assert not tree.css("script, .md-header, nav.md-nav")
    assert "print/" not in (built_site / "search/index.json").read_text(encoding="utf-8")


def test_site_alone_says_that_the_pdf_was_left_out_and_links_to_none(built, built_site):
    assert f"{NAME} was left out: `make pdf` builds the site with it" in built.log
    assert not (built_site / NAME).exists()
    home = LexborHTMLParser((built_site / "index.html").read_text(encoding="utf-8"))
    assert [link.attributes["href"] for link in home.css(".home-hero__acts a")][1:] == ["print/"]


def test_print_page_is_opened_from_home_past_instant_navigation(page, site_url):
    page.goto(site_url)
    page.get_by_role("link", name="印刷用のページ").click()
    page.wait_for_url("**/print/")
    assert page.locator(".book-contents").is_visible()
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].some(f => f.status == 'loaded'))")


def test_print_page_fits_a_telephone(new_page, site_url):
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{site_url}print/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.fixture
def book(build, chromium_path, monkeypatch):
    monkeypatch.setenv("BOOK_PDF", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return build(NOTES)


def test_build_that_is_asked_for_it_has_the_pdf_and_a_link_to_it(book):
    home = LexborHTMLParser(book.text("index.html"))
    assert NAME in [link.attributes["href"] for link in home.css(".home-hero__acts a[download]")]
    assert any(f"printing: {NAME}: " in line and "pages" in line for line in book.log.splitlines())
    printed = Printed(book.site / NAME)
    marks = [(mark.words, mark.depth) for mark in printed.bookmarks()]
    assert marks == [
        ("第 1 部　一冊目", 0), ("一冊目", 0), ("第 1 章　一冊目", 0), ('1. 甲 "引用" \\ 太字', 1), ("2. 乙", 1),
        ("第 2 部　二冊目", 0), ("第 2 章　二冊目", 0), ("1. 丙", 1), *marks[8:],
    ]  # fmt: skip
    text = "".join(printed.pages)
    for words in (
        "まえがき。",
        "⚡1⃣👍👩💻🇯🇵𠮷野家─├└→①",
        "\\sqrt{x}は",
        '"├──木"',
        "補足。",
        "中身。",
        "脚注。",
        "本文。",
    ):
        assert words in text, words
    assert "外へ（https://example.org/長い）" in text
    assert "https://example.org/x注" in text
    assert printed.fonts().keys() == {"/CIDFontType2"}
    assert not [link for link in printed.links() if not link.address and not link.target]
    assert [link.address for link in printed.links() if link.address][:1] == ["https://example.org/%E9%95%B7%E3%81%84"]
    assert str(printed.reader.metadata.creation_date) == "2023-11-14 22:13:20+00:00"
    assert any(element["/S"] == "/Figure" and element["/Alt"] == "絵" for element in printed.elements())
    printed.close()


def test_build_fails_and_the_old_site_stays_where_no_pdf_can_be_made(build, monkeypatch, tmp_path):
    monkeypatch.setenv("BOOK_PDF", "1")
    monkeypatch.setenv("CHROMIUM", sys.executable)  # it starts, and is no browser
    built = build({"a.md": "## 1.\n\n甲\n"}, fails=True)
    (line,) = [line for line in built.log.splitlines() if line.startswith("ERROR")]
    assert f"There is no {NAME}: {sys.executable} ended with status" in line
    assert not built.site.exists()


def test_a_site_without_notes_has_a_book_without_chapters(build):
    built = build({})
    tree = LexborHTMLParser(built.text("print/index.html"))
    assert not tree.css("article")
    assert "ノートはまだありません。" in tree.css_first(".book-cover").text()


def test_a_site_without_the_page_has_no_book(build):
    built = build({"a.md": "## 1.\n\n甲\n"}, exclude_docs="print.md\n*.yml\n")
    assert not (built.site / "print").exists()
    assert "left out" not in built.log
    assert "print/" not in built.text("index.html")
