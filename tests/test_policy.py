"""The Content-Security-Policy: what it lets run, that every page has it, and that no page of the site breaks it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from studynotes.publishing.policy import Inline, digest, inline_scripts, patterns, policy

KNOWN = patterns(['{#- a -#}{% if x %}<script>let a = "{{ x | d(y) }}"; run(a)</script>{% endif %}'])
TERM = "a.term >> nth=0"
WATCH = """
  window.violations = [];
  addEventListener("securitypolicyviolation", (it) => violations.push(`${it.violatedDirective} ${it.blockedURI}`));
"""


def directive(text, name):
    return next(each.split()[1:] for each in text.split("; ") if each.split()[0] == name)


def test_only_known_scripts_have_their_hash_in_it():
    theirs, other = 'let a = "../.."; run(a)', "alert(1)"
    made = policy(f"<script>{theirs}</script><script>{other}</script><script src=x></script>", KNOWN)
    assert directive(made.text, "script-src") == ["'self'", digest(theirs)]
    assert made.refused == (other,)


def test_where_all_inline_scripts_run_no_hash_stands_beside_which_would_end_that():
    theirs = 'let a = "../.."; run(a)'
    for inline in (Inline.ANY, Inline.FROM_FOLDER):
        allowed = directive(policy(f"<script>{theirs}</script>", KNOWN, inline).text, "script-src")
        assert "'unsafe-inline'" in allowed
        assert not [each for each in allowed if each.startswith("'sha256-")]


def test_a_value_cannot_carry_a_script_along():
    assert policy('<script>let a = ""; alert(1); let b = ""; run(a)</script>', KNOWN).refused


def test_hashes_are_those_of_the_standard():
    # https://www.w3.org/TR/CSP2/#script-src-hash-usage
    assert digest("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_data_blocks_are_no_scripts():
    assert inline_scripts('<script type="application/json">{}</script><script type=module>a</script>') == ("a",)


@given(st.text(alphabet="<>/script \"'=\r\n{}", max_size=60))
def test_no_text_is_let_run(text):
    made = policy(f"<p>{text}</p>", KNOWN)
    assert directive(made.text, "script-src") == ["'self'"]


def test_every_page_has_a_policy_before_anything_that_could_break_it(built_site):
    for file in built_site.rglob("*.html"):
        head = LexborHTMLParser(file.read_text(encoding="utf-8")).css_first("head")
        kinds = [node for node in head.iter() if node.tag in {"meta", "script", "link", "style"}]
        place = next(at for at, it in enumerate(kinds) if it.attributes.get("http-equiv") == "Content-Security-Policy")
        assert not [it for it in kinds[:place] if it.tag in {"script", "style"}], file
        made = kinds[place].attributes["content"]
        assert "'unsafe-inline'" not in directive(made, "script-src"), file
        assert "unsafe-eval" not in made, file
        assert head.css_first("meta[name=referrer]").attributes["content"] == "no-referrer", file


def test_a_text_that_looks_like_a_templates_mark_is_a_text(build):
    page = build({"a.md": "# 甲\n\n## 1. 乙\n\n@policy@\n", "b.md": "# @book@\n\n@book@\n"}).text(
        "notes/a/1/index.html"
    )
    head = LexborHTMLParser(page).css_first("head")
    assert head.css_first("meta[name=description]").attributes["content"] == "@policy@"
    assert "script-src" in head.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]


def test_a_strange_script_is_told_of_and_does_not_run(build, serve, page, trouble):
    files = {"docs/odd.md": "# 変\n\n<script>document.title = 'ran'</script>\n"}
    built = build({"a.md": "# 甲\n"}, files, nav=[{"変": "odd.md"}])
    assert [line for line in built.warnings() if "odd.md has an inline script" in line]
    page.goto(serve(built.site) + "odd/")
    assert page.title() != "ran"
    assert re.search("Content Security Policy", "\n".join(trouble))
    trouble.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_its_policy(new_page, built_site, site_url, scheme):
    page = new_page(color_scheme=scheme)
    page.add_init_script(WATCH)
    for file in sorted(built_site.rglob("*.html")):
        page.goto(site_url + file.relative_to(built_site).as_posix().removesuffix("index.html"))
        assert page.evaluate("violations") == [], file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_that_a_reader_does_breaks_the_policy(new_page, site_url, scheme):
    page = new_page(color_scheme=scheme)
    page.add_init_script(WATCH)
    page.set_default_timeout(10_000)
    page.goto(site_url)
    page.evaluate("window.here = true")
    page.fill("[data-md-component=search-query]", "概念ドリフト")
    page.locator(".md-search-result__item a").first.click()  # instant navigation from here on
    expect(page.locator("article mark").first).to_be_attached()
    page.locator(TERM).hover()
    expect(page.locator(".term-note--open")).to_be_visible()
    page.locator("a.md-footer__link--next").click()
    page.wait_for_url(re.compile(r"/25/"))
    page.locator("[data-scheme-choice] label:visible").click()
    page.get_by_role("link", name="復習").first.click()
    page.get_by_role("button", name=re.compile("^始める")).click()
    quiz = page.locator("[data-review-question]")
    quiz.locator("input").first.check()
    quiz.get_by_role("button", name="解答する").click()
    expect(quiz.get_by_role("status")).to_contain_text("正解")
    page.get_by_role("link", name="用語集").first.click()
    page.wait_for_url("**/glossary/")
    page.go_back()
    page.wait_for_url("**/review/")
    assert page.evaluate("[window.here, violations]") == [True, []]
