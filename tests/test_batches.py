"""A long book is printed in batches: every word once and in order, links across found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from studynotes.book import batches
from studynotes.book.batches import CONTINUED, ELSEWHERE, anchor, cut

LONG = "文" * 200


def page(main, before="<header>棚</header>"):
    return f'<!doctype html><html lang="ja"><head><title>題</title></head><body>{before}<main class="all">{main}</main></body></html>'  # noqa: E501


def chapter(number, sections, exercises=""):
    inner = "".join(f'<article id="{name}"><h2>{name}</h2><p>{LONG}</p></article>' for name in sections)
    return f'<section class="book-chapter book-chapter--c{number}" id="c{number}">{inner}{exercises}</section>'


BOOK = page(
    '<nav><a href="#c1">一</a><a href="#s3">三</a></nav>'
    + chapter(1, ["s1", "s2"])
    + chapter(2, ["s3", "s4", "s5"])
    + '<section class="book-back book-index"><a href="#s2">二</a><a href="#s2">二</a></section>'
)


def bodies(made):
    return [LexborHTMLParser(batch.html).css_first("main") for batch in made]


def words(html):
    return LexborHTMLParser(html).css_first("main").text()


def test_a_short_book_stays_as_it_is():
    (whole,) = cut(BOOK)
    assert whole.html == BOOK
    assert whole.ids == {"c1", "s1", "s2", "c2", "s3", "s4", "s5"}


def test_a_page_without_a_book_is_one_batch():
    assert len(cut("<p id=a>題</p>", 1)) == 1


def test_it_is_cut_between_chapters_where_they_are_short_enough():
    made = cut(BOOK, 900)
    assert [sorted(batch.ids) for batch in made] == [["c1", "s1", "s2"], ["c2", "s3", "s4", "s5"]]


def test_a_long_chapter_is_cut_between_its_sections_and_goes_on_with_its_head_and_without_its_id():
    made = cut(BOOK, 450)
    chapters = [main.css_first(".book-chapter--c2") for main in bodies(made) if main.css_first(".book-chapter--c2")]
    assert len(chapters) > 1
    assert [node.attributes.get("id") for node in chapters] == ["c2", *[None] * (len(chapters) - 1)]
    assert [CONTINUED in (node.attributes["class"] or "") for node in chapters] == [False] + [True] * (
        len(chapters) - 1
    )


def test_each_batch_is_a_page_like_the_whole():
    for batch in cut(BOOK, 900):
        tree = LexborHTMLParser(batch.html)
        assert tree.css_first("title").text() == "題"
        assert tree.css_first("header").text() == "棚"
        assert "all" in tree.css_first("main").attributes["class"].split()


def test_links_to_another_batch_lead_elsewhere_and_their_places_are_linked_to_where_they_are():
    first, second = cut(BOOK, 900)
    links = LexborHTMLParser(first.html).css("nav a")
    assert [link.attributes["href"] for link in links] == ["#c1", f"{ELSEWHERE}s3"]
    assert [anchor(link) for link in links] == ["c1", "s3"]
    assert [link.attributes["href"] for link in LexborHTMLParser(second.html).css("div[hidden] a")] == ["#s3"]
    assert [link.attributes["href"] for link in LexborHTMLParser(first.html).css("div[hidden] a")] == ["#s2"]


def test_a_link_to_nowhere_stays():
    made = cut(page('<a href="#gone">無</a>' + chapter(1, ["s1", "s2"])), 100)
    assert 'href="#gone"' in made[0].html


def test_names_in_japanese_are_found_again():
    first, second = cut(page('<a href="#節">節</a>' + chapter(1, ["a", "節"])), 400)
    link = LexborHTMLParser(first.html).css_first("a[href]")
    assert link.attributes["href"] == f"{ELSEWHERE}%E7%AF%80"
    assert anchor(link) == "節"
    assert "節" in second.ids


@pytest.mark.parametrize("inner", ["", "<p>序</p>", "序文"])
def test_what_stands_between_sections_is_kept(inner):
    html = page(chapter(1, ["s1"]) + inner + chapter(2, ["s2"]))
    assert "".join(main.text() for main in bodies(cut(html, 100))) == words(html)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.integers(1, 3000))
def test_nothing_is_lost_or_said_twice_wherever_it_is_cut(sizes, size):
    names = iter(f"s{number}" for number in range(100))
    html = page("".join(chapter(n, [next(names) for _ in range(length)]) for n, length in enumerate(sizes, 1)))
    made = cut(html, size)
    assert "".join(main.text() for main in bodies(made)) == words(html)
    assert sorted(name for batch in made for name in batch.ids) == sorted(batches.cut(html)[0].ids)
