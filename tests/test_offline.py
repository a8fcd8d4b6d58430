"""Reading without a network: what was visited, the whole site on request, and one publication at a time."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from support.web import serving

TEXT = "古い本文です。"
FIRST = f"# 甲\n\n## 1. 一つ目\n\n{TEXT}\n\n\\[\nx^2\n\\]\n\n## 2. 二つ目\n\n{TEXT}\n\n## 3. 三つ目\n\n{TEXT}\n"
SECOND = FIRST.replace("古い", "新しい").partition("## 3.")[0] + "## 4. 四つ目\n\n新しい本文です。\n"
NAMES = "caches.keys().then((names) => names.filter((name) => name.startsWith('study:')).length === 1 && names[0])"

STYLE = "getComputedStyle(document.documentElement).quotes"


@pytest.fixture
def publish(build, tmp_path):
    """Publish notes at one address, again and again; ``publish(None)`` takes the network away."""
    folder = tmp_path / "live"
    folder.mkdir()
    stack = ExitStack()
    base = stack.enter_context(serving(folder))

    def publish(notes, files=None):
        if notes is None:
            stack.close()
            return base
        site = build({"a.md": notes}, files or {}, site_url="http://127.0.0.1/repo/").site
        shutil.copytree(site, tmp_path / "next")
        shutil.rmtree(tmp_path / "last", ignore_errors=True)
        folder.rename(tmp_path / "last")
        (tmp_path / "next").rename(folder)
        return base

    yield publish
    stack.close()


def forget(page, trouble):
    """Leave a page that had no network, and what it said of that: it may still be asking for its icon."""
    page.goto("about:blank")
    trouble.clear()


def until(page, promise, value=None):
    """Wait until a promise's value is as wished."""
    for _ in range(100):
        if page.evaluate(promise, value):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never came true: {promise}")


def has(page, address):
    """Wait until a page is kept."""
    until(page, "(url) => caches.match(url).then(Boolean)", address)


def keep_all(page, base):
    page.goto(base)
    page.get_by_role("button", name="サイト全体を保存する").click()
    expect(page.get_by_text("サイト全体が保存されています。")).to_be_visible(timeout=30_000)


def test_visited_pages_open_without_a_network(page, publish, trouble):
    base = publish(FIRST)
    page.goto(base + "notes/a/1/")
    has(page, base + "notes/a/1/")  # it was there before the worker was
    page.goto(base + "notes/a/2/")
    has(page, base + "notes/a/2/")
    publish(None)
    page.goto(base + "notes/a/1/?h=本文")
    expect(page.locator("article mark").first).to_have_text("本文")
    assert "KaTeX" in page.locator("article .katex").evaluate("(it) => getComputedStyle(it).fontFamily")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--md-primary-fg-color')")
    page.goto(base + "notes/a/3/")
    expect(page.get_by_role("heading", level=1)).to_have_text("このページは保存されていません")
    page.get_by_role("link", name="二つ目").click()
    expect(page.locator("article")).to_contain_text("古い本文です。")
    forget(page, trouble)


def test_the_whole_site_on_request(page, publish, trouble):
    base = publish(FIRST)
    keep_all(page, base)
    publish(None)
    for address in ("notes/a/3/", "glossary/", "review/", "writing/", "tags/", ""):
        page.goto(base + address)
        expect(page.locator("article h1")).to_be_visible()
    page.fill("[data-md-component=search-query]", "古い")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.goto(base)
    page.get_by_role("button", name="保存したものを消す").click()
    expect(page.get_by_role("button", name="サイト全体を保存する")).to_be_visible()
    forget(page, trouble)


def test_a_new_publication_takes_the_place_of_the_old_one_whole(page, publish, trouble):
    base = publish(FIRST)
    keep_all(page, base)
    old = page.evaluate(NAMES)
    publish(SECOND, {"docs/assets/stylesheets/notes.css": ":root { quotes: '2' 'nd' }\n"})
    page.goto(base + "notes/a/1/")
    expect(page.locator("article")).to_contain_text("新しい本文です。")  # at once, and with its own styles
    assert page.evaluate(STYLE) == '"2" "nd"'
    until(page, f"(old) => {NAMES}.then((name) => name && name !== old)", old)
    publish(None)
    for address in ("1", "2", "4"):
        page.goto(f"{base}notes/a/{address}/")
        expect(page.locator("article")).to_contain_text("新しい本文です。")
        assert page.evaluate(STYLE) == '"2" "nd"'
    page.goto(base + "notes/a/3/")
    expect(page.get_by_role("heading", level=1)).to_have_text("このページは保存されていません")
    forget(page, trouble)


def test_what_comes_from_another_publication_is_not_kept(page, publish):
    base = publish(FIRST)
    page.goto(base + "notes/a/1/")
    has(page, base + "notes/a/1/")
    old = page.evaluate(NAMES)
    publish(SECOND)
    # As between the new publication and the moment when the worker learns of it.
    page.evaluate("(url) => fetch(url).then((it) => it.text())", base + "notes/a/2/")
    until(page, f"(old) => {NAMES}.then((name) => name && name !== old)", old)
    texts = page.evaluate(
        "caches.keys().then(async ([name]) => { const cache = await"
        " caches.open(name); return Promise.all((await cache.keys()).filter((it) => it.url.endsWith('/'))"
        ".map((it) => cache.match(it).then((found) => found.text()))); })"
    )
    assert texts
    assert not [text for text in texts if "古い本文" in text]


def test_the_same_content_is_the_same_publication_and_other_content_another(build):
    first, again, second = (build({"a.md": notes}) for notes in (FIRST, FIRST, SECOND))
    assert first.text("build.txt") == again.text("build.txt") != second.text("build.txt")
    assert first.text("build.txt") in first.text("sw.js")
    assert first.text("sw.js") == again.text("sw.js")


def test_every_file_that_is_listed_is_there(built_site):
    listed = json.loads((built_site / "offline.json").read_text(encoding="utf-8"))
    paths = [path.partition("?")[0] for path in listed["files"]]
    assert {"", "glossary/", "search/search_index.json"} <= set(paths)
    for path in paths:
        assert (built_site / path / ("index.html" if path.endswith("/") or not path else "")).is_file(), path


def test_the_site_can_be_installed(page, publish):
    base = publish(FIRST)
    page.goto(base + "notes/a/1/")
    session = page.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == base + manifest["url"].rpartition("/")[2]
    assert json.loads(manifest["data"])["name"] == "CloudTech Study"


def test_a_site_for_a_folder_has_no_worker(build, monkeypatch):
    monkeypatch.setenv("OFFLINE", "true")
    site = build({"a.md": FIRST}).site
    assert not (site / "sw.js").exists()
    assert 'rel="manifest"' not in (site / "index.html").read_text(encoding="utf-8")
