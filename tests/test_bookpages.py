"""The print page on its way to the PDF."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from studynotes.book import numbering
from studynotes.book.numbering import Line

CONTENTS = """<nav class="book-contents"><h1>目次</h1><ol>
<li><span><a href="#c1">第 1 章　甲</a><a class="book-page" href="#c1"></a></span>
  <ol><li><a href="#s1">一</a><a class="book-page" href="#s1"></a></li>
  <li><a href="#%E4%BA%8C">二</a><a class="book-page" href="#%E4%BA%8C"></a></li></ol></li>
<li><a href="#key">解答</a><a class="book-page" href="#key"></a></li></ol></nav>"""
INDEX = """<span class="book-pages"><a class="book-page" href="#a">1</a><a class="book-page" href="#b">1</a>
<a class="book-page" href="#c">2</a></span>"""


def prepared(html, **options):
    return LexborHTMLParser(numbering.prepared(html, **options))


def numbered(html, numbers=(), *, final=True, **options):
    return LexborHTMLParser(numbering.numbered(html, dict(numbers), final=final, **options))


def words(tree, selector="a.book-page"):
    return [node.text() for node in tree.css(selector)]


def test_contents_are_read_as_they_are_nested():
    assert numbering.contents(CONTENTS) == (
        Line("第 1 章　甲", "c1", (Line("一", "s1"), Line("二", "二"))),
        Line("解答", "key"),
    )
    assert numbering.contents("<p>何もない</p>") == ()


def test_wanted_are_the_places_whose_pages_are_named():
    assert numbering.wanted(CONTENTS + INDEX) == {"c1", "s1", "二", "key", "a", "b", "c"}


def test_numbers_are_filled_in_and_unknown_ones_hold_their_place():
    assert words(numbered(CONTENTS, {"c1": 3, "s1": 4, "二": 5})) == ["3", "4", "5", numbering.UNKNOWN]


def test_a_link_to_another_batch_is_numbered_as_well():
    assert words(numbered('<a class="book-page" href="https://book.invalid/#%E4%BA%8C"></a>', {"二": 5})) == ["5"]


def test_a_batch_counts_on_and_an_even_page_keeps_its_side():
    odd, even = numbered("<head></head><body><p>文</p></body>", first=7), numbered("<p>文</p>", first=8)
    assert "counter-set: page 7;" in odd.css_first("style").text()
    assert odd.css_first(".book-spare") is None
    assert "counter-set: page 7;" in even.css_first("style").text()  # the blank page before it
    assert even.body.child.attributes["class"] == "book-spare"
    assert [numbering.spare(first) for first in (1, 7, 8)] == [0, 0, 1]


def test_a_page_is_named_once_in_the_final_version_only():
    numbers = {"a": 7, "b": 7, "c": 9}
    assert words(numbered(INDEX, numbers, final=False)) == ["7", "7", "9"]
    assert words(numbered(INDEX, numbers)) == ["7", "9"]


def test_links_to_other_pages_lead_to_the_site_or_nowhere():
    page = '<a href="../tags/">甲</a><a href="#x">乙</a><a href="https://example.org/">丙</a>'
    with_base = prepared(page, base="https://example.org/repo/print/index.html")
    assert [node.attributes.get("href") for node in with_base.css("a")] == [
        "https://example.org/repo/tags/", "#x", "https://example.org/"]  # fmt: skip
    assert [node.attributes.get("href") for node in prepared(page).css("a")] == [None, "#x", "https://example.org/"]


def test_what_is_no_address_leads_nowhere():
    page = '<a href="http://[">甲</a><a href="//[">乙</a>'
    assert [node.attributes.get("href") for node in prepared(page).css("a")] == [None, None]
    assert words(prepared(page, base="https://example.org/print/"), "a") == ["甲", "乙"]


def test_style_is_added_and_the_sites_policy_taken_out():
    tree = prepared('<head><meta http-equiv="Content-Security-Policy" content="x"></head>', style="p { color: red }")
    assert words(tree, "head style") == ["p { color: red }"]
    assert not tree.css("meta[http-equiv]")


def test_signs_are_shown_in_one_colour():
    assert prepared("<p>⚡\ufe0f</p>").css_first("p").text() == "⚡"


FORMULA = """<p>前<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi>
<annotation>x^2 &lt; 3</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x</span></span>
<b>中</b>後&amp;</p>"""


def test_a_formula_is_a_picture_named_by_its_tex():
    tree = prepared(FORMULA)
    formula = tree.css_first(".katex")
    assert formula.attributes["role"] == "img"
    assert formula.attributes["aria-label"] == numbering.FORMULA + "x^2 < 3"
    assert not tree.css(".katex-mathml, [aria-hidden]")


def test_the_text_around_a_formula_is_drawn_in_its_turn():
    assert words(prepared(FORMULA), ".in-turn") == ["前", "後&"]


def test_the_text_around_a_formula_on_its_own_line_too():
    tree = prepared(f"<p>前{FORMULA[4:-4].replace('<span', '<span class=katex-display><span', 1)}</span>後</p>")
    assert "前" in words(tree, ".in-turn")
