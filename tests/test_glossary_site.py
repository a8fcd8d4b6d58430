"""The glossary on the built site: marked terms, tooltips in a browser, the page 用語集."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from studynotes import glossary
from support.project import REPOSITORY

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
SECTION = "notes/cloudtech-study/23/"
GLOSSARY = """
- term: 概念ドリフト
  reading: がいねんどりふと
  english: concept drift
  aliases: [CD]
  definition: 変わる<b>こと</b> & MAE。
  link: https://example.org/?a=1&b=2
- {term: MAE, reading: えむえーいー, definition: 誤差。}
- {term: 未使用, reading: みしよう, definition: 誰も使わない。}
"""
NOTES = """# N

## 1.

概念ドリフトと概念ドリフト。

### 次

<b>概念</b>ドリフト、`MAE`、[MAE](https://example.org/)

| 用語 | 説明 |
|--|--|
| 偏り | MAE |

## 2. MAE

誤差のこと。
"""


@pytest.fixture(scope="module")
def entries():
    return glossary.load(REPOSITORY / "docs" / "glossary.yml", "").terms


def article(html):
    return LexborHTMLParser(html).css_first("article")


# --- what is built ------------------------------------------------------------------------------------------


@pytest.fixture
def small(build):
    return build({"n.md": NOTES}, {"docs/glossary.yml": GLOSSARY})


def test_terms_are_marked_once_in_a_section_and_once_under_each_heading(small):
    terms = article(small.text("notes/n/1/index.html")).css("a.term")
    assert [(term.text(), term.attributes["href"]) for term in terms] == [
        ("概念ドリフト", "../../../glossary/#concept-drift"),
        ("概念ドリフト", "../../../glossary/#concept-drift"),
        ("MAE", "../../../glossary/#mae"),
    ]


def test_each_term_has_one_tooltip_that_holds_what_the_glossary_says(small):
    notes = article(small.text("notes/n/1/index.html")).css("[role=tooltip]")
    assert [note.id for note in notes] == ["term:concept-drift", "term:mae"]
    assert notes[0].css_first(".term-note__term").text() == "概念ドリフト"
    assert notes[0].css_first(".term-note__reading").text() == "がいねんどりふと"
    assert notes[0].css_first("[lang=en]").text() == "concept drift"
    assert notes[0].css_first(".term-note__text").text() == "変わる<b>こと</b> & MAE。"
    assert notes[0].css_first("a").attributes["href"] == "../../../glossary/#concept-drift"
    assert article(small.text("notes/n/2/index.html")).css_first("[role=tooltip]") is None


def test_the_glossary_lists_entries_and_where_they_are_used(small):
    page = article(small.text("glossary/index.html"))
    assert [link.attributes["href"] for link in page.css(".glossary-jump a")] == [
        "#row.か",
        "#row.ま",
        "#row.c",
        "#row.m",
    ]
    entry = page.css_first("#concept-drift")
    assert entry.css_first("dfn").text() == "概念ドリフト"
    assert entry.css_first("p").text() == "変わる<b>こと</b> & MAE。"
    assert entry.css_first("p a").attributes == {"href": "#mae"}
    assert entry.css_first(".glossary-entry__aliases").text(strip=True) == "別の言い方CD"
    assert entry.css_first(".glossary-entry__link a").attributes["href"] == "https://example.org/?a=1&b=2"
    assert [link.attributes["href"] for link in entry.css("li a")] == ["../notes/n/1/"]
    assert [link.attributes["href"] for link in page.css("#mae li a")] == ["../notes/n/1/#次", "../notes/n/2/"]
    assert page.css_first(".glossary-references a").attributes["href"] == "#concept-drift"


def test_a_word_that_stands_everywhere_is_listed_so_far_as_it_helps(build):
    notes = "# N\n" + "".join(f"\n## {number}.\n\nMAE のこと。\n" for number in range(1, 54))
    uses = article(build({"n.md": notes}, {"docs/glossary.yml": GLOSSARY}).text("glossary/index.html")).css("#mae li")
    assert (len(uses), uses[49].text(), uses[50].text()) == (51, uses[49].css_first("a").text(), "ほか 3 節")


def test_the_build_tells_what_is_missing_and_what_is_unused(small):
    assert small.warnings() == []
    assert 'docs/notes/n.md:13: the notes define "偏り", which the glossary lacks' in small.log
    assert "docs/glossary.yml:9: 1 of 3 terms are not used in any note: 未使用 (line 9)" in small.log


def test_a_mistake_in_the_glossary_is_a_warning_with_its_line(build):
    built = build({"n.md": NOTES}, {"docs/glossary.yml": "- term: MAE\n  definition: 誤差\n  englisch: error\n"})
    [warning] = built.warnings()
    assert 'docs/glossary.yml:3: unknown key “englisch” → did you mean "english"?' in warning


def test_a_glossary_that_is_no_yaml_fails_the_build(build):
    assert (
        "docs/glossary.yml:2: not valid YAML" in build({"n.md": NOTES}, {"docs/glossary.yml": "- [\n"}, fails=True).log
    )


def test_without_terms_the_page_is_there_and_empty(build):
    built = build({"n.md": NOTES}, {"docs/glossary.yml": ""})
    assert built.warnings() == []
    assert article(built.text("glossary/index.html")).css_first(".glossary-entry") is None


def test_markup_in_the_glossary_stays_text(build):
    hostile = "<img src=x onerror=alert(1)>'\\\"{{ 7*7 }}"
    entry = f'- {{term: "MAE{hostile}", reading: ま, english: "{hostile}", aliases: [MAE], definition: "{hostile}"}}'
    built = build({"n.md": NOTES}, {"docs/glossary.yml": entry})
    for path in ("notes/n/1/index.html", "glossary/index.html"):
        page = article(built.text(path))
        assert page.css("img[src=x], [onerror]") == []
        assert "<img src=x onerror=alert(1)>'\"{{ 7*7 }}" in page.text()


def test_the_built_site_has_every_entry_with_its_anchor_and_links_only_to_entries(built, entries):
    ids = {term.id for term in entries}
    page = article(built.text("glossary/index.html"))
    assert [entry.id for entry in page.css(".glossary-entry")].sort() == sorted(ids).sort()
    for file in built.site.glob("notes/**/index.html"):
        links = article(file.read_text(encoding="utf-8")).css("a.term")
        assert {link.attributes["href"].partition("#")[2] for link in links} <= ids
    assert page.css(".glossary-entry__uses a")


# --- in a browser -------------------------------------------------------------------------------------------


@pytest.fixture
def open_section(new_page, site_url):
    def open_section(**options):
        page = new_page(**options)
        page.goto(site_url + SECTION)
        # The theme has put the page in place, and the script has seen it.
        page.wait_for_selector("a.term[aria-describedby]")
        return page

    return open_section


def tooltip(page):
    return page.locator("[role=tooltip]:visible")


def test_hovering_shows_the_tooltip_and_it_can_be_entered(open_section):
    page = open_section()
    term = page.locator("a.term", has_text="概念ドリフト").first
    term.hover()
    expect(tooltip(page)).to_contain_text("concept drift")
    expect(tooltip(page)).to_contain_text("がいねんどりふと")
    box = tooltip(page).locator(".term-note__box").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 10, steps=5)
    page.wait_for_timeout(500)
    expect(tooltip(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(tooltip(page)).to_have_count(0)


def test_escape_closes_and_leaves_the_reader_where_he_is(open_section):
    page = open_section()
    page.locator("a.term").first.hover()
    expect(tooltip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(tooltip(page)).to_have_count(0)
    assert page.url.endswith(SECTION)


def test_the_keyboard_shows_the_tooltip_and_enter_follows_the_link(open_section):
    page = open_section()
    terms = page.locator("a.term")
    terms.nth(0).focus()
    page.keyboard.press("Tab")
    expect(terms.nth(1)).to_be_focused()
    expect(tooltip(page)).to_have_count(1)
    assert tooltip(page).get_attribute("id") == terms.nth(1).get_attribute("aria-describedby")
    page.keyboard.press("Tab")
    expect(tooltip(page)).to_have_attribute("id", terms.nth(2).get_attribute("aria-describedby"))
    href = terms.nth(2).evaluate("it => it.href")
    page.keyboard.press("Enter")
    page.wait_for_url(href)
    expect(tooltip(page)).to_have_count(0)


def test_a_term_is_described_by_its_tooltip_to_a_screen_reader(open_section):
    page = open_section()
    term = page.locator("a.term", has_text="欠損値").first
    expect(term).to_have_role("link")
    expect(term).to_have_accessible_name("欠損値")
    description = term.evaluate("it => document.getElementById(it.getAttribute('aria-describedby')).textContent")
    assert "missing value" in description
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    described = [node for node in tree if node.get("name", {}).get("value") == "欠損値" and node.get("description")]
    assert "値が記録されていない" in described[0]["description"]["value"]


def test_a_tap_shows_the_tooltip_and_a_second_one_follows_the_link(open_section):
    page = open_section(viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True)
    term = page.locator("a.term").first
    term.tap()
    expect(tooltip(page)).to_be_visible()
    assert page.url.endswith(SECTION)
    box = tooltip(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.touchscreen.tap(180, 60)
    expect(tooltip(page)).to_have_count(0)
    term.tap()
    expect(tooltip(page)).to_be_visible()
    tooltip(page).get_by_role("link").tap()
    page.wait_for_url("**/glossary/#concept-drift")
    page.go_back()
    page.wait_for_selector("a.term[aria-describedby]")
    page.locator("a.term").first.tap()
    page.locator("a.term").first.tap()
    page.wait_for_url("**/glossary/#concept-drift")


SETTLED_HEIGHT = """() => new Promise(resolve => {
    let height = -1, alike = 0;
    const look = () => {
        const now = document.documentElement.scrollHeight;
        alike = now === height ? alike + 1 : 0;
        height = now;
        if (alike > 9) resolve(height); else requestAnimationFrame(look);
    };
    look();
})"""  # the page's height, once ten frames have not changed it


def test_tooltips_move_nothing_and_stay_on_the_screen(open_section):
    page = open_section(viewport={"width": 900, "height": 500})
    page.evaluate("""() => {
        globalThis.shifts = 0;
        new PerformanceObserver(list => { for (const it of list.getEntries()) shifts += it.value; })
            .observe({type: "layout-shift"});
    }""")
    terms = page.locator("a.term:visible")
    for number in range(0, terms.count(), 3):
        terms.nth(number).scroll_into_view_if_needed()  # what comes near is laid out, which changes the height
        height = page.evaluate(SETTLED_HEIGHT)
        terms.nth(number).hover()
        expect(tooltip(page)).to_have_count(1)
        box = tooltip(page).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 900
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 500
        near = terms.nth(number).bounding_box()
        assert min(abs(box["y"] - near["y"] - near["height"]), abs(box["y"] + box["height"] - near["y"])) <= 40
        assert page.evaluate("document.documentElement.scrollHeight") == height
        page.keyboard.press("Escape")
    assert page.evaluate("shifts") == 0


def test_it_goes_away_with_its_term(open_section):
    page = open_section(viewport={"width": 900, "height": 500})
    page.locator("a.term").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(tooltip(page)).to_be_visible()
    page.mouse.wheel(0, 1500)
    expect(tooltip(page)).to_have_count(0)


def test_pages_put_in_place_by_the_theme_work_as_well_and_only_once(new_page, site_url, built_site):
    # The theme puts pages in place that the sitemap lists, which names the address they are published at.
    sitemap = (built_site / "sitemap.xml").read_text(encoding="utf-8").replace("https://example.org/repo/", site_url)
    page = new_page()
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="text/xml"))
    with page.expect_response("**/sitemap.xml"):
        page.goto(site_url + SECTION)
    page.wait_for_selector("a.term[aria-describedby]")
    page.evaluate("globalThis.stays = true")
    page.locator(".md-footer__link--next").click()
    page.wait_for_url("**/25/")
    expect(page.locator("h1")).to_contain_text("25")  # the address changes before the page does
    page.wait_for_selector("a.term[aria-describedby]")
    assert page.evaluate("stays")
    page.locator("a.term").first.hover()
    expect(tooltip(page)).to_have_count(1)
    expect(tooltip(page)).to_contain_text("provisioned concurrency")


def test_without_script_a_term_leads_to_its_entry(new_page, site_url):
    page = new_page(java_script_enabled=False)
    page.goto(site_url + SECTION)
    expect(tooltip(page)).to_have_count(0)
    page.locator("a.term").first.click()
    page.wait_for_url("**/glossary/#concept-drift")


def test_it_works_from_a_folder(new_page, built_site):
    page = new_page()
    page.goto((built_site / SECTION / "index.html").as_uri())
    page.locator("a.term").first.hover()
    expect(tooltip(page)).to_contain_text("concept drift")


def test_on_paper_no_tooltip_covers_the_text_and_the_terms_stand_at_its_foot(open_section):
    page = open_section()
    page.locator("a.term").first.hover()
    expect(tooltip(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".term-note--open")).to_have_count(0)
    heading = page.locator("article h1").bounding_box()
    assert page.locator(".term-note").first.bounding_box()["y"] > heading["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_page, site_url, scheme):
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    for path in (SECTION, "glossary/"):
        page.goto(site_url + path)
        if path == SECTION:
            page.locator("a.term").first.hover()
            expect(tooltip(page)).to_be_visible()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run('article').then(it => it.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
        assert found == []


def test_a_link_to_an_entry_that_the_glossary_lacks_is_told(build):
    entry = "- term: 語\n  reading: ご\n  english: word\n  definition: 意味\n"
    notes = {"a.md": "[有](../glossary.md#word) [行](../glossary.md#row.か) [無](../glossary.md#nope)\n"}
    dead = [line for line in build(notes, {"docs/glossary.yml": entry}).warnings() if "nothing is at" in line]
    assert len(dead) == 1
    assert "docs/notes/a.md:1: nothing is at “../glossary.md#nope”" in dead[0]
