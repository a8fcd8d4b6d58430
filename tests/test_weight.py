"""What a reader's browser has to load: byte budgets of pages, as a web server sends them."""

from __future__ import annotations

import re

import pytest

NOTES = "notes/cloudtech-study/"
FIRST, NEXT = 120_000, 25_000


@pytest.fixture
def reading(new_page, built_site, serve):
    """Give a page, the base URL, and the list of what is sent."""
    sent = []
    return new_page(), serve(built_site, sent=sent), sent


def settle(page):
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(3000)  # what a page fetches for later counts, too


def weight(sent):
    return sum(size for _, size in sent), sorted(sent, key=lambda it: -it[1])


def test_a_page_with_a_formula_and_quizzes_is_light_and_the_next_one_lighter(reading):
    page, base, sent = reading
    page.goto(f"{base}{NOTES}27/")
    settle(page)
    assert page.locator("article .katex").count()
    assert page.locator("article .quiz").count()
    total, parts = weight(sent)
    assert total <= FIRST, parts
    sent.clear()
    page.locator("a.md-footer__link--prev").click()
    page.wait_for_url(re.compile("/notes/cloudtech-study/(?!27)"))
    settle(page)
    total, parts = weight(sent)
    assert 0 < total <= NEXT, parts


@pytest.mark.parametrize(
    ("address", "budget"), [("", FIRST), (f"{NOTES}21/", FIRST), ("glossary/", FIRST), ("review/", 130_000)]
)
def test_other_pages_are_light(reading, address, budget):
    page, base, sent = reading
    page.goto(base + address)
    settle(page)
    total, parts = weight(sent)
    assert total <= budget, parts


def test_the_search_is_loaded_by_who_searches(reading):
    page, base, sent = reading
    page.goto(base)
    settle(page)
    assert not [path for path, _ in sent if path.endswith(("/search/index.json", "/search/worker.js"))]
    page.fill("[data-md-component=search-query]", "概念")
    page.locator(".md-search-result__item").first.wait_for()
    asked = [path for path, _ in sent if path.endswith(("/search/index.json", "/search/worker.js"))]
    assert sorted(set(asked)) == ["/repo/assets/javascripts/search/worker.js", "/repo/search/index.json"]
