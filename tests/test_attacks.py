"""Notes, editorial files and the glossary full of attacks, built and opened in a browser: none of them runs.

The policy that would stop them (tests/test_policy.py) is switched off here: cleaning has to do without it.
"""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from test_sanitizing import ATTACKS

RUN = "window.__ran=1"
IMAGE = f"<img src=x onerror={RUN}>"
SCRIPT = f"<script>{RUN}</script>"
QUOTED = f'"><svg onload={RUN}><a title="'
APOSTROPHE = f"'><svg onload={RUN}><a title='"
LINK = f"javascript:{RUN}"
JINJA = "{{ ''.__class__ }}{% raw %}"
WORDS = (IMAGE, SCRIPT, QUOTED, APOSTROPHE, f"</title>{SCRIPT}", f"</script>{SCRIPT}", f"-->{IMAGE}", JINJA)

HANDLERS = """[...document.querySelectorAll("*")].flatMap((it) =>
  it.getAttributeNames().filter((name) => name.startsWith("on")))"""
LINKS = """[...document.querySelectorAll("[href], [src], [action]")].map((it) =>
  it.getAttribute("href") ?? it.getAttribute("src") ?? it.getAttribute("action"))"""


def notes():
    """Give a collection whose titles, texts, trees, formulas and questions are attacks."""
    parts = [f"# 甲 {QUOTED}{SCRIPT}\n"]
    for number, words in enumerate(WORDS, 1):
        parts.append(
            f"## {number}. {words}\n\n{words} の概要\n\n### {words}\n\n- **{words}**\n- `{words}`\n"
            f"- [{words}]({LINK})\n"
            f'- [x](# "{words.replace(chr(34), "")}")\n\n'
            f"```text\n根 {words}\n├── {words}\n└── <b onclick={RUN}>\n```\n\n```{words}\nx\n```\n\n"
            f"$\\text{{{words}}}$ $\\href{{{LINK}}}{{x}}$ $\\url{{{LINK}}}$\n\n"
            f"| {words} |\n|---|\n| {words} |\n\n"
            f"### 問題 1\n\n{words} はどれですか。\n\nA. {words}\nB. ほか {words}\nC. 三つ目\n\n"
            f"**答え: A**\n\n- B: {words}\n"
        )
    attacks = "\n\n".join(attack.replace("alert(1)", RUN) for attack in ATTACKS if not attack.startswith("## "))
    return "\n".join(parts) + f"\n## 99. まとめて\n\n{attacks}\n"


def editorial():
    """Give an editorial file whose every field is an attack; JSON is YAML."""
    sections = {
        str(number): {
            "title": words,
            "topics": [words, f"話題 {words}"],
            "quiz": {
                "questions": [
                    {
                        "stem": f"{words} とは何ですか。",
                        "key": words,
                        "choices": [{"text": f"二つ目 {words}", "reason": words}, f"三つ目 {words}"],
                        "about": f"{words} の概要",
                    }
                ]
            },
        }
        for number, words in enumerate(WORDS, 1)
    }
    return json.dumps({"sections": sections}, ensure_ascii=False)


def glossary(link):
    terms = [
        {
            "term": f"用語 {number} {words}",
            "reading": f"ようご{number}",
            "english": words,
            "aliases": [f"別名{number}{words}"],
            "definition": f"{words} です。",
            "link": link,
        }
        for number, words in enumerate(WORDS, 1)
    ] + [
        {
            "term": "概要",
            "reading": "がいよう",
            "definition": f"{QUOTED}{SCRIPT}",
            "link": f"https://example.org/{QUOTED}",
        }
    ]
    return json.dumps(terms, ensure_ascii=False)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    from support.project import build_project, make_project  # noqa: PLC0415 (as the function-scoped fixture does)

    folder = tmp_path_factory.mktemp("attacks")
    files = {"a.md": notes(), "a.yml": editorial(), f"b{QUOTED.replace('/', '')}.md": "# 乙\n\n## 1. 一\n\n本文\n"}
    make_project(folder, files, {"docs/glossary.yml": glossary("https://example.org/")})
    built = build_project(folder, strict=False, config={"site_url": "http://127.0.0.1/repo/"})
    assert not built.failed, built.log
    return built.site


def test_nothing_runs_on_any_page(new_page, serve, site, trouble):
    page = new_page(bypass_csp=True, reduced_motion="reduce")
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    base = serve(site)
    addresses = [file.relative_to(site).as_posix().removesuffix("index.html") for file in sorted(site.rglob("*.html"))]
    assert len(addresses) > len(WORDS)
    for address in addresses:
        page.goto(base + quote(address))
        # What waits for the reader: parts that open, boxes that show, handlers on anything.
        page.evaluate(
            "document.querySelectorAll('details').forEach((it) => { it.open = true });"
            "document.querySelectorAll('article *').forEach((it) => ['mouseover', 'focus', 'toggle', 'click'].forEach("
            "  (kind) => it.dispatchEvent(new Event(kind, { bubbles: false }))));"
        )
        assert page.evaluate(HANDLERS) == [], address
        dangerous = [
            link for link in page.evaluate(LINKS) if link.strip().lower().startswith(("javascript:", "data:t"))
        ]
        assert dangerous in ([], ["javascript:void(0)"]), address  # the theme's share button
        assert page.evaluate("window.__ran") is None, address
    assert dialogs == []
    assert trouble == []


def test_nothing_runs_in_the_search_and_on_the_review_page(new_page, serve, site):
    page = new_page(bypass_csp=True)
    page.goto(serve(site))
    for query in ("概要", "用語", "img", "script"):
        page.fill("[data-md-component=search-query]", query)
        page.locator(".md-search-result__item").first.wait_for()
        page.wait_for_timeout(300)
        assert page.locator(".md-search-result__item :is(img, script, svg[onload])").count() == 0
    page.goto(page.url + "review/")
    page.get_by_role("button", name="始める（").click()
    for _ in range(len(WORDS)):
        quiz = page.locator("[data-review-question]")
        quiz.locator("input").first.check()
        quiz.get_by_role("button", name="解答する").click()
        assert quiz.locator("img, script, svg[onload]").count() == 0
        page.locator("[data-review-next]").click()
    assert page.evaluate("window.__ran") is None


def test_a_link_that_runs_a_script_is_refused_in_the_glossary(build):
    built = build({"a.md": "# 甲\n"}, {"docs/glossary.yml": glossary(LINK)})
    assert [line for line in built.warnings() if "glossary.yml" in line and "link" in line]
    assert LINK not in built.text("glossary/index.html").replace("&#x27;", "'")
