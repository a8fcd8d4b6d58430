"""Pages joined into one document: no id twice, every link to where its words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from studynotes.book.joining import Joiner, Mention, with_addresses

PLACES = {"notes/a/1/": "s1", "notes/a/2/": "s2"}


def joiner(shift=1):
    return Joiner("print/", PLACES, "glossary/", "g-", shift)


def join(html, url="notes/a/1/", uses=None, shift=1):
    return joiner(shift).join(html, url, uses)


def attribute(html, selector, name):
    return LexborHTMLParser(html).css_first(selector).attributes.get(name)


def test_title_is_taken_out_and_its_id_becomes_the_pages():
    joined = join('<h1 id="21"><span class="note-number">21.</span> 題</h1><p><a href="#21">上へ</a></p>')
    assert joined.title == '<span class="note-number">21.</span> 題'
    assert joined.html == '<p class="book-short"><a href="#s1">上へ</a></p>'


def test_title_amid_the_text_leaves_its_place():
    joined = join('<p>前</p><h1 id="題">題</h1><p><a href="#題">上へ</a></p>')
    assert joined.html.startswith('<p class="book-short">前</p><span id="s1.題"></span>')
    assert "s1.題" in joined.anchors


def test_headings_go_down_with_all_that_is_in_them():
    joined = join('<h2 id="a">甲 <b>乙</b></h2><h6>丙</h6>')
    assert joined.html == '<h3 id="s1.a">甲 <b>乙</b></h3><h6>丙</h6>'
    assert join("<h3>甲</h3>", shift=2).html == "<h5>甲</h5>"


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("#a", "#s1.a"),
        ("#%E7%94%B2", "#s1.甲"),
        ("#nowhere", None),
        ("../2/", "#s2"),
        ("../2/#x", "#s2.x"),
        ("../1/#a", "#s1.a"),
        ("../../../glossary/#term", "#g-term"),
        ("../../../tags/#tag:x", "../tags/#tag:x"),
        ("../../../", "../"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_lead_into_the_document_where_they_can(href, wanted):
    joined = join(f'<p id="a"><i id="甲"></i><a href="{href}">語</a></p>')
    assert attribute(joined.html, "a", "href") == wanted


def test_links_to_pages_with_japanese_addresses_stay_in_the_document():
    here, there = "notes/%E7%94%B2/%E4%B8%80/", "notes/%E7%94%B2/%E4%BA%8C/"
    places = {here: "s1", there: "s2"}
    links = '<a href="../%E4%BA%8C/">二</a><a href="../二/#x">二</a><a href="../%E4%B8%80/">一</a>'
    joined = Joiner("print/", places, None, "g-", 1).join(f"<div>{links}</div>", here)
    assert [link.attributes["href"] for link in LexborHTMLParser(joined.html).css("a")] == ["#s2", "#s2.x", "#s1"]


def test_moved_addresses_stay_encoded():
    page = '<img src="../../%E5%9B%B3%2523.png"><a href="../../a%3Fb%23c.txt?d#e">語</a>'
    joined = join(page, "notes/a/1/")
    assert attribute(joined.html, "img", "src") == "../notes/%E5%9B%B3%2523.png"
    assert attribute(joined.html, "a", "href") == "../notes/a%3Fb%23c.txt?d#e"


@pytest.mark.parametrize("href", ["http://[", "//[", "http://a\u2100b/"])
def test_what_is_no_address_is_left_alone(href):
    joined = join(f'<p><a href="{href}">語</a><img src="{href}"></p>')
    assert attribute(joined.html, "a", "href") == href
    assert attribute(joined.html, "img", "src") == href


def test_pictures_are_found_from_the_document():
    assert attribute(join('<img src="../../../notes/x.png">').html, "img", "src") == "../notes/x.png"
    assert attribute(join('<img src="data:image/png;base64,AA">').html, "img", "src") == "data:image/png;base64,AA"


def test_what_names_an_element_follows_it():
    joined = join('<p id="a">甲</p><div aria-labelledby="a b" id="b"></div><label for="a"></label>')
    assert attribute(joined.html, "div", "aria-labelledby") == "s1.a s1.b"
    assert attribute(joined.html, "label", "for") == "s1.a"


def test_drawings_stay_as_they_are():
    svg = '<svg id="diagram-1" aria-labelledby="t"><title id="t">図</title><style>#diagram-1 .x{}</style></svg>'
    assert svg in join(svg).html


def test_terms_become_mentions_with_places():
    term = '<a class="term" href="../../../glossary/#{0}">{0}</a>'
    joined = join(f"<p>{term.format('x')}と{term.format('y')}</p>")
    assert joined.mentions == (Mention("x", "s1.t1"), Mention("y", "s1.t2"))
    assert attribute(joined.html, "a", "id") == "s1.t1"
    assert attribute(joined.html, "a", "href") == "#g-x"


def test_terms_that_are_nowhere_marked_are_mentioned_at_their_heading():
    page = '<h1 id="1">題</h1><h2 id="a">x</h2><p><a class="term" href="../../../glossary/#y">y</a></p>'
    joined = join(page, uses={"x": "a", "y": "a", "z": "1", "quizzed": "quizzes"})
    assert joined.mentions == (Mention("y", "s1.t1"), Mention("x", "s1.a"), Mention("z", "s1"))


def test_what_is_of_the_page_only_is_left_out():
    page = (
        '<h2>甲<a class="headerlink" href="#a">¶</a></h2><script>x</script>'
        '<div class="quizzes">問</div><div class="diagram-dark">暗</div>'
    )
    assert join(page).html == "<h3>甲</h3>"


def test_nothing_is_folded_away():
    assert (
        join("<details><summary>題</summary>中</details>").html == '<details open=""><summary>題</summary>中</details>'
    )


def test_short_paragraphs_and_items_are_kept_together_and_long_ones_are_not():
    long = "長" * 181
    joined = join(f"<p>短</p><p>{long}</p><ul><li>短</li><li>{long}</li><li>短<ul><li>短</li></ul></li></ul>")
    assert joined.html.count("book-short") == 3


def test_no_page_is_an_empty_page():
    assert join("").html == ""


IDS = st.lists(st.sampled_from(["a", "b", "甲", "s1", "s1.a", "x y", "t1"]), max_size=6)


@given(IDS, IDS)
def test_no_id_comes_twice_and_no_link_leads_nowhere(ones, others):
    pages = {}
    for url, ids in zip(PLACES, (dict.fromkeys(ones), dict.fromkeys(others)), strict=True):
        pages[url] = "".join(f'<p id="{name}"><a href="#{name}">語</a></p>' for name in ids)
    joined = [joiner().join(page, url) for url, page in pages.items()]
    tree = LexborHTMLParser(
        "".join(f'<article id="{PLACES[u]}">{j.html}</article>' for u, j in zip(pages, joined, strict=True))
    )
    found = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(found) == len(set(found))
    assert {link.attributes["href"][1:] for link in tree.css("a[href]")} <= set(found)


def test_addresses_are_noted_where_the_words_do_not_say_them():
    page = (
        '<a href="https://example.org/%E7%94%B2">語</a><a href="https://example.org/">https://example.org</a>'
        '<a href="#x">内</a><a href="mailto:a@b.c">宛</a>'
    )
    told = [link.attributes.get("data-address") for link in LexborHTMLParser(with_addresses(page)).css("a")]
    assert told == ["https://example.org/甲", None, None, None]


def test_a_page_without_links_to_others_is_left_as_it_is():
    page = "<p>a<br/>b</P>"
    assert with_addresses(page) is page
