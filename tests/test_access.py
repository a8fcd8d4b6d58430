"""Reading without a mouse, enlarged, without motion, and in the reader's own colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

BOX = "[data-md-component=search-query]"
NOTE = "notes/cloudtech-study/27/"
KINDS = ["", "notes/cloudtech-study/", NOTE, "glossary/", "review/", "writing/"]

# What of the focused element a reader sees: whether it is on the screen, and what marks it.
FOCUSED = """() => {
  const it = document.activeElement;
  const box = it.getBoundingClientRect();
  const marked = (node) => {
    const style = getComputedStyle(node);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const label = it.labels?.[0];
  return {
    what: it.outerHTML.slice(0, 120),
    body: it === document.body,
    inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    marked: marked(it) || (label ? marked(label) : false),
  };
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((node) => [null, "::before", "::after"].filter((part) => {
  const style = getComputedStyle(node, part);
  const longest = (text) => Math.max(...text.split(",").map(parseFloat));
  return longest(style.transitionDuration) > 0.01
    || (style.animationName !== "none" && longest(style.animationDuration) > 0.01);
}).map((part) => `${node.tagName}.${node.className} ${part ?? ""}`))"""


def test_a_tour_by_keyboard_alone(page, site_url):
    page.goto(site_url)
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.insert_text("概念ドリフト")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/23/**")
    page.goto(site_url + NOTE)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/27/#*")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.term')"):
            break
    expect(page.locator(".term-note--open")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".term-note--open")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#*")


@pytest.mark.parametrize("address", [NOTE, "review/", ""])
def test_every_stop_of_the_tab_key_is_seen_and_marked(new_page, site_url, address):
    page = new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(site_url + address)
    seen = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["body"]:
            break
        seen.append(stop)
    assert len(seen) > 20
    assert [stop["what"] for stop in seen if not stop["inside"]] == []
    assert [stop["what"] for stop in seen if not stop["marked"]] == []


def test_on_a_narrow_screen_the_menu_is_opened_by_keyboard_and_has_no_stop_before(new_page, site_url):
    page = new_page(viewport={"width": 640, "height": 512}, reduced_motion="reduce")
    page.goto(site_url + NOTE)
    page.wait_for_load_state("networkidle")
    drawer = page.locator(".md-sidebar--primary")

    def stops(count):
        for _ in range(count):
            page.keyboard.press("Tab")
            yield page.evaluate(
                "(it => it.textContent.trim() === 'メニュー' ? 'menu' : it.closest('.md-sidebar') ? 'drawer' : '')"
                "(document.activeElement)"
            )

    assert "drawer" not in list(stops(15))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert "menu" in stops(5)
    page.keyboard.press("Enter")
    expect(drawer).to_be_in_viewport()
    assert "drawer" in stops(15)


@pytest.mark.parametrize("enlarged", ["zoom", "text"])
def test_at_twice_the_size_nothing_is_lost(new_page, site_url, enlarged):
    """WCAG 2.2, 1.4.4 and 1.4.10: a window of 1280 pixels, the page at 200 %, or its text alone."""
    width = 640 if enlarged == "zoom" else 1280
    page = new_page(viewport={"width": width, "height": 512}, device_scale_factor=1280 // width)
    for address in KINDS:
        page.goto(site_url + address)
        if enlarged == "text":
            page.evaluate("document.documentElement.style.fontSize = '250%'")  # Material's own is 125 %
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0, (
            address
        )
        expect(page.locator("article h1")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.insert_text("概念")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_who_wants_no_motion_gets_none(new_page, site_url):
    page = new_page(reduced_motion="reduce")
    for address in KINDS:
        page.goto(site_url + address)
        assert page.evaluate(MOVING) == [], address
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_in_forced_colours_a_verdict_is_words_and_the_focus_is_marked(new_page, site_url):
    page = new_page(forced_colors="active", color_scheme="dark")
    page.goto(site_url + NOTE)
    quiz = page.locator(".quiz").first
    quiz.locator("input").first.check()
    quiz.get_by_role("button", name="解答する").press("Enter")
    expect(quiz.get_by_text("正解", exact=False).first).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["marked"]
    colours = page.evaluate(
        "['.md-header', 'article p', 'article a.term', '.quiz'].map((it) =>"
        " { const s = getComputedStyle(document.querySelector(it)); return [s.color, s.backgroundColor]; })"
    )
    assert all(front != ground for front, ground in colours)
