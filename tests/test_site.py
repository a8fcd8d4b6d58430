"""The built site as a whole: every link leads somewhere, and every page is valid HTML."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from support.project import REPOSITORY
from test_tooling import run

BASE = "https://example.org/repo/"  # what the fixture `built` builds for
VALIDATOR = REPOSITORY / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = REPOSITORY / "tests" / "htmlvalidate.json"

# What is not ours to mend, or no mistake: the rule, what its place or message looks like, and why.
QUIRKS = [
    ("valid-autocomplete", r"^#__(drawer|search)$", "Material's switches: browsers shall not restore them on reload"),
    ("attribute-allowed-values", r"^#__nav_[\d_]+_label$", "Material's tabindex, empty where its script needs none"),
    ("wcag/h32", r"> form$", "Material's search box: it answers while one types, there is nothing to send"),
    ("no-deprecated-attr", r"^#__codelineno-", "Pygments' line anchors have a name beside their id"),
    ("attribute-misuse", r"rel=\"edit\"", "a registered extension of rel: https://microformats.org/wiki/rel-edit"),
]


@pytest.fixture(scope="module")
def pages(built_site):
    """Give every page's parsed HTML by its address; those of folders also without index.html."""
    return {
        urljoin(BASE, file.relative_to(built_site).as_posix().removesuffix("index.html")): LexborHTMLParser(
            file.read_text(encoding="utf-8")
        )
        for file in sorted(built_site.rglob("*.html"))
    }


def links(page):
    """Give what a page refers to."""
    for node in page.css("[href], [src], [poster], [data-questions]"):
        for name in ("href", "src", "poster"):
            value = node.attributes.get(name)
            if value is not None:
                yield value


def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(built_site, pages):
    anchors = {
        address: {node.attributes.get(name) for node in page.css("[id], a[name]") for name in ("id", "name")}
        for address, page in pages.items()
    }
    broken = set()
    for address, page in pages.items():
        for link in links(page):
            target = urljoin(address, link)
            if not target.startswith(BASE):
                continue
            place, _, anchor = target.partition("#")
            place = place.partition("?")[0]
            file = built_site / unquote(place.removeprefix(BASE))
            file = file / "index.html" if place.endswith("/") else file
            if not file.is_file():
                broken.add((address, link, "no such file"))
            elif anchor and anchor != "__top" and unquote(anchor) not in anchors.get(place, set()):
                broken.add((address, link, "no such anchor"))
    assert not broken


def test_no_link_runs_a_script_or_goes_unencrypted(pages):
    known = {"javascript:void(0)", "http://127.0.0.1:8000/"}  # Material's share button; where one looks at drafts
    found = {link for page in pages.values() for link in links(page)} - known
    assert not [link for link in found if urlsplit(link).scheme not in {"", "https", "mailto"}]


def test_the_sitemap_names_pages_that_are_there(built_site, pages):
    named = re.findall(r"<loc>([^<]+)</loc>", (built_site / "sitemap.xml").read_text(encoding="utf-8"))
    assert named
    assert set(named) <= set(pages)


def test_every_page_is_valid_html(built_site, tmp_path):
    reports = tmp_path / "reports.json"
    run("node", VALIDATOR, "--config", RULES, "--formatter", f"json={reports}", f"{built_site}/**/*.html")
    found = [
        f"{report['filePath'].removeprefix(f'{built_site}/')}:{it['line']}: {it['ruleId']}: {it['message']}"
        for report in json.loads(reports.read_text(encoding="utf-8"))
        for it in report["messages"]
        if not any(
            it["ruleId"] == rule and (re.search(place, it.get("selector") or "") or re.search(place, it["message"]))
            for rule, place, _ in QUIRKS
        )
    ]
    assert not found, "\n".join(found[:40])


def test_the_validator_does_find_mistakes(tmp_path):
    (tmp_path / "a.html").write_text("<!doctype html><title>甲</title><ul><p>乙</ul><b id=a></b><b id=a></b>")
    status, said = run("node", VALIDATOR, "--config", RULES, tmp_path / "a.html")
    assert status == 1
    assert "no-dup-id" in said
    assert "element-permitted-content" in said
