"""Sections by their topics: one order and one word for the rest, wherever they are listed."""

from types import SimpleNamespace
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from studynotes.topics import REST, by_topic


def section(*topics):
    return SimpleNamespace(topics=topics)


A, B, AB, NONE, OWN = section("甲"), section("乙"), section("甲", "乙"), section(), section(REST)


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ([], []),
        ([NONE, NONE], [("", (NONE, NONE))]),
        ([NONE, B, A, AB, B], [("乙", (B, B)), ("甲", (A, AB)), (REST, (NONE,))]),
        ([OWN, A, NONE], [(REST, (OWN, NONE)), ("甲", (A,))]),
    ],
)
def test_groups(sections, expected):
    assert by_topic(sections) == expected


def test_the_site_uses_one_word(build):
    notes = {"a.md": "## 1.\n\n甲\n\n## 2.\n\n乙\n", "a.yml": "sections:\n  '1': {topics: [話題]}\n"}
    built = build(notes)
    for path, selector in (
        ("index.html", ".note-topic h3"),
        ("notes/a/index.html", ".note-topic h2"),
        ("print/index.html", ".book-opening"),
    ):
        words = " ".join(node.text() for node in LexborHTMLParser(built.text(path)).css(selector))
        assert words.index("話題") < words.index(REST), path
    nav = LexborHTMLParser(built.text("notes/a/1/index.html")).css_first(".md-nav--primary").text()
    assert nav.index("話題") < nav.index(REST)


def test_topics_that_look_alike_are_told_apart_on_the_page_of_tags(build):
    notes = "".join(f"## {n}.\n\n甲\n\n" for n in range(1, 4))
    topics = "sections:\n  '1': {topics: [C++]}\n  '2': {topics: ['C#']}\n  '3': {topics: [c]}\n"
    built = build({"a.md": notes, "a.yml": topics})
    page = LexborHTMLParser(built.text("tags/index.html"))
    ids = [node.attributes["id"] for node in page.css('article [id^="tag:"]')]
    assert len(ids) == len(set(ids)) == 3
    for number in (1, 2, 3):
        (tag,) = LexborHTMLParser(built.text(f"notes/a/{number}/index.html")).css("article a.md-tag")
        assert unquote(tag.attributes["href"].partition("#")[2]) in ids


def test_without_topics_all_sections_are_one_group(build):
    built = build({"a.md": "## 1.\n\n甲\n\n## 2.\n\n乙\n"})
    page = LexborHTMLParser(built.text("notes/a/index.html"))
    assert [node.text().strip() for node in page.css(".note-topic h2")] == ["すべての節 2 節"]
    assert REST not in page.css_first("article").text()
