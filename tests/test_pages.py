"""Real builds: notes in ``docs/notes/`` become pages, and the build tells what is doubtful."""

import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from mkdocs.structure.nav import Link, Navigation, Section
from selectolax.lexbor import LexborHTMLParser

import navigation
from studynotes import reading
from support.project import REPOSITORY, build_project, make_project

NOTES = REPOSITORY / "docs" / "notes"


def article(built, path):
    return LexborHTMLParser(built.text(path)).css_first("article")


def nav_links(built, path):
    nav = LexborHTMLParser(built.text(path)).css_first("nav.md-nav--primary")
    return [link.text().strip() for link in nav.css("a.md-nav__link")]


def test_the_real_notes_build_strictly_and_without_a_warning(built):
    assert built.warnings() == []


def test_every_section_of_the_real_notes_is_a_page(built_site):
    for source in NOTES.glob("*.md"):
        notes = reading.read(source.read_bytes(), file=source.name, stem=source.stem)
        for section in notes.pages:
            assert (built_site / "notes" / notes.stem / section.slug / "index.html").is_file()


def test_nothing_is_written_into_docs_and_no_source_is_published(built_site):
    assert [path for path in built_site.rglob("*") if path.suffix in (".md", ".yml")] == []
    assert {path.suffix for path in NOTES.iterdir()} <= {".md", ".yml", ".png", ".svg", ".jpg", ".webp"}


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    notes = {
        "甲 乙.md": "# 題\n\nはじめに [次](#二つ目)\n\n## 1.\n\n- あ\n  - い\n\n"
        "## 二つ目\n\n### 小見出し\n\n[戻る](#題) [別](b.md#x)\n",
        "甲 乙.yml": "sections:\n  '1':\n    title: 一つ目の題\n    topics: [話題]\n",
        "b.md": "# 別\n\n本文だけ。\n\n![図](fig.png)\n\n### X\n",
        "fig.png": b"\x89PNG\r\n\x1a\n",
    }
    make_project(folder, notes, {})
    return build_project(folder, strict=False, config={"repo_url": "https://github.com/a/b"})


def test_pages_have_titles_descriptions_and_tags(two):
    page = LexborHTMLParser(two.text("notes/甲 乙/1/index.html"))
    assert page.css_first("h1").text() == "1. 一つ目の題"
    assert page.css_first("title").text().startswith("1. 一つ目の題")
    assert page.css_first("meta[name=description]").attributes["content"] == "あ い"
    assert "話題" in page.css_first("article").text()


def test_the_collections_page_lists_its_sections_after_the_preface(two):
    text = article(two, "notes/甲 乙/index.html").text()
    assert LexborHTMLParser(two.text("notes/甲 乙/index.html")).css_first("title").text().startswith("題")
    assert -1 < text.index("はじめに") < text.index("一つ目の題") < text.index("二つ目", text.index("一つ目の題"))


def test_a_file_without_sections_is_one_page(two):
    assert "本文だけ。" in article(two, "notes/b/index.html").text()
    assert not any(path.is_dir() for path in (two.site / "notes" / "b").iterdir())


def test_links_between_notes_lead_to_pages_that_exist(two):
    for path in ("notes/甲 乙/index.html", "notes/甲 乙/二つ目/index.html", "notes/b/index.html"):
        for node in article(two, path).css("a[href], img[src]"):
            address = node.attributes.get("href") or node.attributes.get("src")
            if not address.startswith(("http", "#")):
                target = (two.site / path).parent / unquote(address.split("#")[0])
                assert target.exists(), (path, address)


def test_the_navigation_groups_sections_by_topic(two):
    links = nav_links(two, "notes/甲 乙/1/index.html")
    assert "1. 一つ目の題" in links
    assert any("題" in link for link in links)


def test_edit_and_view_lead_to_the_sections_own_lines(two):
    html = two.text("notes/甲 乙/1/index.html")
    assert "https://github.com/a/b/edit/main/docs/notes/" in html
    assert "#L5-L9" in html
    assert "?plain=1#L5-L9" in html


def test_headings_are_in_the_table_of_contents_with_japanese_anchors(two):
    page = LexborHTMLParser(two.text("notes/甲 乙/二つ目/index.html"))
    entries = page.css("nav.md-nav--secondary a.md-nav__link")  # once for a phone's menu, once beside the text
    assert {entry.attributes["href"] for entry in entries} == {"#小見出し"}
    assert page.css_first("article h2").attributes["id"] == "小見出し"


def test_levels_of_headings_are_without_gaps(built_site):
    for path in built_site.glob("notes/**/index.html"):
        levels = [int(h.tag[1]) for h in LexborHTMLParser(path.read_bytes()).css("article :is(h1, h2, h3, h4, h5, h6)")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_doubtful_notes_still_become_pages_and_are_told_by_line(build):
    built = build(
        {
            "n.md": "## 1.\n\n<script>alert(1)</script>\n\n[x](#ない) ![y](ない.png)\n\n## 1.\n\n```\n閉じない\n",
            "空.md": "",
        }
    )
    log = "\n".join(built.warnings())
    expected = {
        3: ["<script> is not allowed"],
        5: ["nothing is at “#ない”", "no picture at “ない.png”"],
        7: ["taken"],
        9: ["never closed"],
    }
    for line, words in ((line, words) for line, all_words in expected.items() for words in all_words):
        assert re.search(rf"docs/notes/n\.md:{line}: .*{re.escape(words)}", log), log
    assert "alert(1)" in article(built, "notes/n/1/index.html").text()
    assert (built.site / "notes" / "空" / "index.html").is_file()


def test_excluded_notes_and_drafts_are_no_pages_and_a_section_may_be_called_like_an_excluded_file(build):
    notes = {"n.md": "## print\n\n甲\n\n[乙](d.md)\n", "x.md": "丙\n", ".h.md": "丁\n", "d.md": "戊\n"}
    built = build(notes, exclude_docs="print.md\n/notes/x.md\n*.yml\n", draft_docs="d.md\n")
    assert "甲" in article(built, "notes/n/print/index.html").text()
    assert sorted(path.name for path in (built.site / "notes").iterdir()) == ["n"]
    assert "docs/notes/n.md:5: nothing is at “d.md”" in built.log


def test_a_link_to_a_file_that_is_not_published_is_told(build):
    built = build({"n.md": "## 1.\n\n[甲](n.yml)\n", "n.yml": "title: 題\n"})
    assert "docs/notes/n.md:3: nothing is at “n.yml”" in built.log


def test_an_editorial_file_beside_no_notes_is_told(build):
    built = build({"n.md": "甲\n", "m.yml": "title: 題\n"})
    assert [line.split(": ", 1)[1].split(" → ")[0] for line in built.warnings()] == [
        "docs/notes/m.yml: there are no notes docs/notes/m.md that this file could be about"
    ]


def test_what_is_no_address_is_told_and_its_words_stay(build):
    note = '## 1.\n\n<a href="http://[">甲</a> <a href="http://a\u2100b/">乙</a> [丙](//[) <img src="//[" alt="丁">\n'
    built = build({"n.md": note})
    assert article(built, "notes/n/1/index.html").css_first("p").text() == "甲 乙 丙 丁"
    log = "\n".join(built.warnings())
    assert "docs/notes/n.md:3: nothing is at “http://[”" in log
    assert "docs/notes/n.md:3: no picture at “//[”" in log


def test_a_file_that_is_no_utf8_fails_the_build_by_name_and_offset(build):
    built = build({"ok.md": "あ\n", "sjis.md": "## 1.\n\n日本\n".encode("shift_jis")}, fails=True)
    assert "docs/notes/sjis.md:3: not UTF-8: byte 0x93 at offset 7" in built.log


def test_a_mistake_in_the_editorial_file_is_told_and_fails_a_strict_build(build):
    notes = {"n.md": "## 21.\n\nあ\n", "n.yml": "sections:\n  21:\n    titel: x\n"}
    assert 'docs/notes/n.yml:3: unknown key “titel” → did you mean "title"?' in build(notes).log
    assert build(notes, strict=True, fails=True).failed


def test_jinja_and_markdown_extras_in_notes_stay_text(build):
    built = build(
        {"n.md": '## 1.\n\n{{ config.site_name }} {% raw %}\n\n!!! note\n    字下げ\n\n--8<-- "mkdocs.yml"\n'}
    )
    text = article(built, "notes/n/1/index.html").text()
    assert "{{ config.site_name }} {% raw %}" in text
    assert "!!! note" in text
    assert '--8<-- "mkdocs.yml"' in text


def test_the_navigation_does_not_grow_with_the_notes(build):
    path = "notes/n/7/index.html"
    for count in (35, 400):
        built = build({"n.md": "".join(f"## {n}.\n\n本文 {n}\n\n" for n in range(1, count + 1))})
        assert "7. 本文 7" in nav_links(built, path)
        assert len(nav_links(built, path)) <= 60


def test_the_theme_is_handed_only_what_it_lists_of_the_navigation():
    inner, last = Section("c", [Link("d", "d"), Link("e", "e")]), Link("f", "f")
    nav = Navigation([Section("a", [Link("b", "b"), inner]), last], [])
    navigation.prune(nav)
    (group, kept) = nav.items
    assert kept is last
    assert [child.title for child in group.children] == ["b"]
    assert group.url == "b"
    group.active = True
    link, inner = group.children
    assert (link.title, inner.title, link.parent) == ("b", "c", group)
    assert [child.title for child in inner.children] == ["d"]
    inner.active = True
    assert [child.title for child in inner.children] == ["d", "e"]
    assert inner.children[1].ancestors == [inner, group]
