"""Diagrams on the site's pages: where they are, how they fit, and that the notes stay as they are."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from studynotes.browser import chromium
from studynotes.diagrams import gallery

PAIR = """## 21. 整理

- 現在の状態
  - 📂 レジストリ
    - └ 📁 グループ A
    - └ 📁 グループ B
- 解決後
  - 📂 視覚
    - └ 📁 グループ A
  - 📂 言語
    - └ 📁 グループ B
- ほか

## 22. 図

```mermaid
flowchart LR
  accTitle: 処理の流れ
  accDescr: 開始から終了まで
  A[開始] --> B[終了 #35;1]
```

```text
設定/
├── 一.yml
└── 二.yml
```
"""
WRONG = "## 1. 図\n\n文\n\n```mermaid\nflowchart LR\n  A[[[開始\n```\n"
PAGES = ("notes/a/21/index.html", "notes/a/22/index.html")


@pytest.fixture(scope="module")
def site(build_once):
    return build_once({"a.md": PAIR})


@pytest.fixture(scope="module")
def build_once(tmp_path_factory):
    from support.project import build_project, make_project  # noqa: PLC0415 (the shared fixture builds for each test)

    def build(notes):
        folder = tmp_path_factory.mktemp("diagrams")
        make_project(folder, notes, {})
        return build_project(folder, strict=False, config={})

    return build


def parsed(built, path):
    return LexborHTMLParser(built.text(path))


def test_a_pair_is_one_figure_with_the_writers_captions(site):
    tree = parsed(site, PAGES[0])
    figure = tree.css_first("article .diagrams")
    assert [c.text() for c in figure.css("figcaption")] == ["現在の状態", "解決後"]
    assert [len(svg.css(".diagram-node")) for svg in figure.css("svg")] == [3, 4]
    assert len(tree.css("article .diagrams")) == 1


def test_each_picture_has_a_japanese_name_and_description(site):
    for path in PAGES:
        tree = parsed(site, path)
        for svg in tree.css("article .diagrams svg"):
            assert svg.attributes["role"] == "img"
            title = tree.css_first("#" + svg.attributes["aria-labelledby"])
            description = tree.css_first("#" + svg.attributes["aria-describedby"])
            assert title.tag == "title"
            assert title.text()
            assert description.tag == "desc"
            assert description.text()


def test_the_notes_own_list_is_folded_away_beneath_unchanged(site):
    tree = parsed(site, PAGES[0])
    sources = tree.css("article details.diagram-source")
    assert [s.css_first("summary").text() for s in sources] == ["ノートに書かれたままの形"] * 2
    assert [li.text(deep=False).strip() for li in sources[1].css("li")] == [
        "📂 視覚",
        "└ 📁 グループ A",
        "📂 言語",
        "└ 📁 グループ B",
    ]
    items = tree.css("article > ul > li")
    assert [next(iter(li.text().split())) for li in items] == ["現在の状態", "解決後", "ほか"]
    assert all(source.parent.tag == "li" for source in sources)


def test_ids_are_unique(site):
    for path in PAGES:
        ids = [element.attributes["id"] for element in parsed(site, path).css("[id]")]
        assert len(ids) == len(set(ids))


def test_a_mermaid_block_is_drawn_for_both_schemes_and_kept(site):
    tree = parsed(site, PAGES[1])
    figures = tree.css("article .diagrams")
    light, dark = figures[0].css("svg")
    assert "終了 #1" in light.text()
    assert "終了 #1" in dark.text()
    assert light.css_first("title").text() == "処理の流れ"
    assert "A[開始] --> B[終了 #35;1]" in tree.css_first("details.diagram-source").text()
    assert figures[1].css_first("figcaption").text() == "図"
    assert len(figures[1].css(".diagram-node")) == 3


def test_the_build_says_who_drew_them(site):
    line = next(line for line in site.log.splitlines() if "Diagrams:" in line)
    assert "Chromium" in line
    assert not [w for w in site.warnings() if "a.md" in w]


def test_wrong_mermaid_is_shown_as_code_and_reported(build):
    built = build({"a.md": WRONG})
    assert parsed(built, "notes/a/1/index.html").css_first("article .diagrams") is None
    assert "A[[[開始" in built.text("notes/a/1/index.html")
    assert [w for w in built.warnings() if "docs/notes/a.md:" in w and "Mermaid: " in w]


def test_a_build_without_a_browser_draws_trees(build, monkeypatch, tmp_path):
    monkeypatch.setattr(gallery, "CACHE", tmp_path)
    monkeypatch.setattr(gallery, "_failed", {})
    monkeypatch.setattr(chromium, "find", lambda: None)
    built = build({"a.md": PAIR})
    assert len(parsed(built, PAGES[0]).css("article .diagram-node")) == 7
    assert "drawn without a browser" in built.log
    assert parsed(built, PAGES[1]).css_first(".diagram-mermaid") is None
    assert [w for w in built.warnings() if "Mermaid: no Chromium was found" in w]


BOXES = "es => es.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"


def open_at(new_page, serve, site, path, **options):
    page = new_page(**options)
    page.goto(serve(site.site) + path.removesuffix("index.html"))
    return page


def test_side_by_side_where_there_is_room(new_page, serve, site):
    page = open_at(new_page, serve, site, PAGES[0], viewport={"width": 1280, "height": 900})
    (_, top, right, _), (left, other_top, _, _) = page.eval_on_selector_all(".diagram", BOXES)
    assert top == other_top
    assert right <= left


def test_stacked_on_a_phone_and_nothing_cut_off(new_page, serve, site):
    page = open_at(new_page, serve, site, PAGES[0], viewport={"width": 360, "height": 740})
    (_, _, _, bottom), (_, top, right, _) = page.eval_on_selector_all(".diagram", BOXES)
    assert bottom <= top
    assert right <= 360
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    cut = "es => es.filter(e => e.scrollWidth > e.clientWidth + 1).length"
    assert page.eval_on_selector_all(".diagram-picture", cut) == 0


@pytest.mark.parametrize("path", PAGES)
def test_letters_can_be_read_in_both_schemes_and_in_print(new_page, serve, site, path):
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("dark", "print")):
        page = open_at(new_page, serve, site, path, color_scheme=scheme)
        page.emulate_media(media=media, color_scheme=scheme)
        for ink, ground in page.evaluate(COLOURS):
            assert contrast(ink, ground) >= 4.5, (scheme, media)


# Of each visible box of a tree, the colour of its words and its own.
COLOURS = """() => [...document.querySelectorAll('.diagram-node')].map(node =>
  [node.querySelector('text'), node.querySelector('rect')].map(e => getComputedStyle(e).fill))"""


def contrast(one: str, other: str) -> float:
    """The contrast of two CSS colours by WCAG 2."""
    lights = []
    for colour in (one, other):
        parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        lights.append(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return (max(lights) + 0.05) / (min(lights) + 0.05)
