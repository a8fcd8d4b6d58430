"""The theme: what each kind of page says of itself, and how it reads on a phone, in the dark, on paper and to axe."""

import gzip
import re
from itertools import product

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from support.project import REPOSITORY

AXE = (REPOSITORY / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
STYLES = REPOSITORY / "docs" / "assets" / "stylesheets"
NOTE = "notes/cloudtech-study/27/"
KINDS = ["", "notes/cloudtech-study/", NOTE, "notes/cloudtech-study/21/", "tags/", "writing/", "404.html"]
PHONE = {"width": 360, "height": 780}
DESK = {"width": 1280, "height": 900}

WORD = "aws_sagemaker_model_package_group_arn_without_a_place_to_break"
HARD = f"""# 何でも

## 1. {WORD}{WORD}

- 一段目
  - 二段目
    - 三段目
      - 四段目の `{WORD}`
        - 五段目の https://example.org/{WORD}/{WORD}

{WORD}{WORD} と、*傍点の付く、とても長い強調の文が、折り返しても傾かないことを見るための段落*です。

| 項目 | とても長い見出しの列 | 説明 | 識別子 |
| --- | :---: | --- | ---: |
| 正解率 | 簡単 | 狭い画面では、表だけが横に動きます。文は読める幅で折り返します。 | `{WORD}` |

```python
print("{WORD}{WORD}")
```

    四つ下げた日本語の文章は、コードとは限らないので、どこも切れないように折り返して見せます。{WORD}

<pre>{WORD}{WORD}</pre>

- [x] 済んだこと
- [ ] まだのこと

> [!WARNING]
> {WORD}

<details><summary>答え</summary>

{WORD}

</details>

脚注[^1]

[^1]: {WORD}
"""


@pytest.fixture(scope="module")
def pages(built_site):
    """Give every page of the site, parsed, by its address."""
    files = sorted(path for path in built_site.rglob("*.html"))
    return {
        file.relative_to(built_site).as_posix().removesuffix("index.html"): LexborHTMLParser(
            file.read_text(encoding="utf-8")
        )
        for file in files
    }


def content(page, selector):
    node = page.css_first(selector)
    return node.attributes.get("content") if node else None


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def axe(page):
    page.evaluate(AXE)
    return page.evaluate("axe.run(document).then(it => it.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")


def luminance(page):
    """Give the brightness of the page's ground, 0 to 255."""
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(float(part) for part in re.findall(r"[\d.]+", color)[:3]) / 3


# -- what pages say of themselves


def test_every_page_is_japanese_and_has_a_title_and_description(pages):
    for address, page in pages.items():
        assert page.css_first("html").attributes["lang"] == "ja", address
        assert len(page.css("head > title")) == 1, address
        title = page.css_first("head > title").text().strip()
        assert title, address
        assert content(page, "meta[name=description]"), address
        if address == "print/":  # the book stands alone, and nobody shares it
            continue
        assert content(page, "meta[property='og:title']"), address
        assert content(page, "meta[property='og:description']") == content(page, "meta[name=description]"), address
        kind = "website" if address in ("", "404.html") else "article"
        assert content(page, "meta[property='og:type']") == kind, address
        assert len(page.css("h1")) == 1, address


def test_titles_and_descriptions_of_notes_are_their_own(pages):
    notes = [page for address, page in pages.items() if address.startswith("notes/")]
    titles = [page.css_first("head > title").text() for page in notes]
    descriptions = [content(page, "meta[name=description]") for page in notes]
    assert len(set(titles)) == len(titles)
    assert len(set(descriptions)) == len(descriptions)


def test_link_previews_know_address_and_picture(pages, built_site):
    page = pages[NOTE]
    assert content(page, "meta[property='og:url']") == f"https://example.org/repo/{NOTE}"
    assert page.css_first("link[rel=canonical]").attributes["href"] == f"https://example.org/repo/{NOTE}"
    picture = content(page, "meta[property='og:image']")
    assert (built_site / picture.removeprefix("https://example.org/repo/")).is_file()


def test_icons_are_there(pages, built_site):
    for link in pages[""].css("link[rel=icon], link[rel=apple-touch-icon]"):
        assert (built_site / link.attributes["href"].partition("?")[0]).is_file()


def test_a_note_leads_to_its_lines_and_says_when_it_changed(pages):
    foot = pages[NOTE].css_first(".note-foot")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", foot.css_first("time").attributes["datetime"])
    assert "最終更新" in foot.text()
    labels = ["このページを編集", "ノートの原文を見る"]
    assert [link.text() for link in foot.css("a")] == labels
    assert [link.attributes["title"] for link in pages[NOTE].css("a.md-content__button")] == labels


def test_breadcrumbs_lead_home_and_to_the_notes(pages):
    links = [(it.text(strip=True), it.attributes["href"]) for it in pages[NOTE].css(".md-path a")]
    assert links[:2] == [("ホーム", "../../.."), ("ノート", "../")]


def test_the_collection_lists_every_section_by_topic(pages):
    page = pages["notes/cloudtech-study/"]
    listed = [link.attributes["href"].strip("./") for link in page.css(".note-sections a")]
    assert sorted(listed) == ["21", "22", "23", "25", "26", "27", "29"]
    assert len(page.css(".note-topic h2")) > 1


def test_the_missing_page_says_so_and_helps(pages):
    page = pages["404.html"]
    assert page.css_first("title").text().startswith("ページが見つかりません")
    assert "検索" in page.css_first("article").text()
    assert all(link.attributes["href"].startswith("/repo/") for link in page.css("article a"))


# -- the home page, with few notes and with many


def test_home_without_notes(build):
    home = LexborHTMLParser(build({}).text("index.html"))
    assert "ノートはまだありません" in home.css_first("article").text()
    assert home.css(".home-start, .home-collection") == []


def test_home_with_one_section(build):
    home = LexborHTMLParser(build({"a.md": "# 甲\n\n## 1.\n\nいち\n"}).text("index.html"))
    assert "ノート 1 冊・1 節" in home.css_first(".home-hero").text()
    assert home.css_first(".home-start").attributes["href"] == "notes/a/1/"
    assert len(home.css(".note-sections a")) == 1


def test_home_with_many_sections_lists_a_few_and_counts_all(build):
    numbers = range(1, 121)
    notes = "# 乙\n" + "".join(f"\n## {n}.\n\n本文 {n}\n" for n in numbers)
    topics = "sections:\n" + "".join(f"  '{n}': {{topics: [話題 {n % 20}]}}\n" for n in numbers if n <= 100)
    built = build({"b.md": notes, "b.yml": topics})
    home = LexborHTMLParser(built.text("index.html"))
    assert "120 節" in home.css_first(".home-hero").text()
    assert len(home.css(".note-topic")) == 12
    assert len(home.css(".note-sections a")) < 80
    more = home.css(".note-more a")
    assert more[-1].text() == "ほか 9 の話題を見る"
    collection = LexborHTMLParser(built.text("notes/b/index.html"))
    assert len(collection.css(".note-sections a")) == 120
    for link in more:
        _, _, anchor = link.attributes["href"].partition("#")
        assert not anchor or collection.css_first(f"[id='{anchor}']")


# -- in a browser


def test_no_page_scrolls_sideways_on_a_phone(new_page, site_url, pages):
    page = new_page(viewport=PHONE)
    for address in pages:
        page.goto(site_url + address)
        assert overflow(page) == 0, address


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_hard_notes_never_widen_the_page(new_page, build, serve, width):
    page = new_page(viewport={"width": width, "height": 800})
    url = serve(build({"a.md": HARD}).site)
    for address in ("", "notes/a/", "notes/a/1/"):
        page.goto(url + address)
        assert overflow(page) == 0, address


def test_wide_tables_and_code_scroll_by_themselves(new_page, build, serve):
    page = new_page(viewport=PHONE)
    page.goto(serve(build({"a.md": HARD}).site) + "notes/a/1/")
    for selector in ("table", ".highlight pre:not(.note-plain) > code", "pre:not(:has(> code))"):
        assert page.locator(f"article {selector}").first.evaluate(
            "it => { while (it.scrollWidth <= it.clientWidth || !/auto|scroll/.test(getComputedStyle(it).overflowX))"
            " it = it.parentElement; return it.closest('article') !== null && it.tagName !== 'ARTICLE'; }"
        ), selector
    assert page.locator("pre.note-plain > code").evaluate("it => it.scrollWidth <= it.clientWidth")


@pytest.mark.parametrize(("scheme", "viewport"), list(product(["light", "dark"], [DESK, PHONE])))
def test_axe_finds_nothing_on_any_page(new_page, site_url, pages, scheme, viewport):
    page = new_page(color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    for address in pages if viewport == DESK else KINDS:
        page.goto(site_url + address)
        assert axe(page) == [], address


def test_the_scheme_follows_the_system_and_paper_is_always_light(new_page, site_url):
    page = new_page(color_scheme="light")
    page.goto(site_url + NOTE)
    assert luminance(page) > 230
    page = new_page(color_scheme="dark")
    page.goto(site_url + NOTE)
    assert luminance(page) < 50
    page.emulate_media(media="print", color_scheme="dark")
    assert luminance(page) > 230


def test_the_scheme_can_be_chosen_and_is_kept(new_page, site_url):
    page = new_page(color_scheme="light")
    page.goto(site_url)
    scheme = "document.body.dataset.mdColorScheme"
    seen = set()
    for _ in range(3):
        page.locator("[data-scheme-choice] label:visible").click()
        seen.add(page.evaluate(scheme))
    assert seen == {"default", "slate"}
    page.locator("[data-scheme-choice] label:visible").click()
    page.locator("[data-scheme-choice] label:visible").click()
    chosen = page.evaluate(scheme)
    page.goto(site_url + NOTE)
    assert page.evaluate(scheme) == chosen


def test_the_scheme_follows_the_system_until_one_is_chosen(new_page, site_url):
    page = new_page(color_scheme="light")
    page.goto(site_url)

    def expect_scheme(name, scheme):
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
        expect(page.locator("html")).to_have_css("color-scheme", scheme)

    expect_scheme("default", "light")
    page.emulate_media(color_scheme="dark")
    expect_scheme("slate", "dark")
    page.locator("[data-scheme-choice] label:visible").click()
    expect_scheme("default", "light")
    tints = page.locator("meta[name=theme-color]")
    expect(tints.nth(0)).to_have_attribute("content", "#f4efe2")
    expect(tints.nth(1)).to_have_attribute("content", "#f4efe2")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect_scheme("default", "light")


def test_the_scheme_is_chosen_with_the_keyboard(new_page, site_url):
    page = new_page(color_scheme="light")
    page.goto(site_url)
    choice = page.locator("[data-scheme-choice] input")
    choice.nth(0).focus()
    for number, scheme in ((1, "default"), (2, "slate"), (0, "default")):
        page.keyboard.press("Enter")
        expect(choice.nth(number)).to_be_focused()
        expect(choice.nth(number)).to_be_checked()
        assert page.evaluate("document.body.dataset.mdColorScheme") == scheme
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_japanese_is_set_as_japanese(new_page, site_url):
    page = new_page(viewport=DESK)
    page.goto(site_url + NOTE)
    styles = page.locator("article > p").first.evaluate(
        "it => { const s = getComputedStyle(it), em = parseFloat(s.fontSize); return [s.lineBreak, s.wordBreak,"
        " s.overflowWrap, parseFloat(s.lineHeight) / em, it.getBoundingClientRect().width / em]; }"
    )
    assert styles[:3] == ["strict", "auto-phrase", "anywhere"]
    assert 1.7 < styles[3] < 2
    assert 36 < styles[4] <= 42


def test_emphasis_is_dotted_and_never_slanted(new_page, build, serve):
    page = new_page()
    page.goto(serve(build({"a.md": "# 甲\n\n## 1.\n\n*強調*\n"}).site) + "notes/a/1/")
    emphasis = page.locator("article em")
    assert emphasis.evaluate("it => getComputedStyle(it).fontStyle") == "normal"
    assert "dot" in emphasis.evaluate("it => getComputedStyle(it).textEmphasisStyle")


@pytest.mark.parametrize("viewport", [DESK, PHONE])
def test_nothing_moves_while_a_page_loads(new_page, site_url, viewport):
    page = new_page(viewport=viewport)
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(it => { moved += it.value }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for address in KINDS:
        page.goto(site_url + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("moved") <= 0.01, address


def test_the_themes_script_does_not_have_the_style_sheet_applied_anew(new_page, site_url):
    page = new_page()
    page.add_init_script(
        "window.order = []; document.addEventListener('load', ({ target }) => {"
        " if (target.rel === 'stylesheet') order.push('sheet');"
        " if (/bundle/.test(target.src)) order.push('script'); }, true)"
    )
    for address in KINDS:
        page.goto(site_url + address)
        page.wait_for_load_state("networkidle")
        order = page.evaluate("order")
        assert "sheet" in order, address
        assert order[-1] == "script", address


def test_a_page_without_formulas_loads_no_font(new_page, site_url):
    page = new_page()
    fonts = []
    page.on("request", lambda request: fonts.append(request.url) if request.resource_type == "font" else None)
    page.goto(site_url + "notes/cloudtech-study/21/")
    page.wait_for_load_state("networkidle")
    assert fonts == []


# -- weight


def test_the_theme_is_light():
    styles = [STYLES / name for name in ("theme.css", "notes.css", "pages.css")]
    assert sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in styles) < 12_000


def test_no_template_has_an_inline_script_but_those_that_the_policy_knows():
    for path in (REPOSITORY / "overrides").rglob("*.html"):
        if path.parent.name == "javascripts":  # hooks/security.py
            continue
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        inline = [it for it in page.css("script:not([src])") if it.attributes.get("type") != "application/json"]
        assert inline == [], path
        assert page.css("[onclick], [onload], [onerror]") == [], path
