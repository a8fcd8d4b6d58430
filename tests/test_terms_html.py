from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from studynotes.glossary import Term, htmltext
from studynotes.glossary.htmltext import GAP
from studynotes.glossary.matching import Matcher, Use

MATCHER = Matcher(
    Term(id=key, term=word, definition="…")
    for key, word in {
        "model": "モデル",
        "drift": "概念ドリフト",
        "f1": "F1 スコア",
        "amp": "R&D",
        "registry": "モデルレジストリ",
    }.items()
)


def wrap(term, html):
    return f"[{html}]"


def marked(html):
    return MATCHER.mark(html, wrap).html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>このモデルは</p>", "<p>この[モデル]は</p>"),
        # the first in a section, and the first under each heading
        ("<p>モデル</p><p>モデル</p>", "<p>[モデル]</p><p>モデル</p>"),
        ("<p>モデル</p><h3>一</h3><p>モデルとモデル</p>", "<p>[モデル]</p><h3>一</h3><p>[モデル]とモデル</p>"),
        # of what is folded away, only what is not seen elsewhere
        ("<details>モデル</details>モデル、モデル", "<details>モデル</details>[モデル]、モデル"),
        ("モデル<p hidden>モデル</p>", "[モデル]<p hidden>モデル</p>"),
        ('<p class="x hidden"><b>モデル</b></p>', '<p class="x hidden"><b>[モデル]</b></p>'),
        ("<details>F1スコア、モデル</details>モデル", "<details>[F1スコア]、モデル</details>[モデル]"),
        # the text around an element counts
        ("<p>モデル<b>レジストリ</b></p>", "<p>[モデル<b>レジストリ</b>]</p>"),
        ("<p><b>モデル</b>グループ</p>", "<p><b>モデル</b>グループ</p>"),
        ("<p>概念<em>ドリ</em>フト</p>", "<p>[概念<em>ドリ</em>フト]</p>"),
        ("<p>概念<em>ドリフト</em></p>", "<p>[概念<em>ドリフト</em>]</p>"),
        ("<p><em>概念</em>ドリフト</p>", "<p>[<em>概念</em>ドリフト]</p>"),
        ("<p><em>概念</em><b>ドリフト</b></p>", "<p>[<em>概念</em><b>ドリフト</b>]</p>"),
        ("<p>x<em>の概念</em>ドリフト</p>", "<p>x<em>の概念</em>ドリフト</p>"),
        # edges of blocks part words
        ("<ul><li>モデル</li><li>レジストリ</li></ul>", "<ul><li>[モデル]</li><li>レジストリ</li></ul>"),
        ("<p>モデル<br>レジストリ</p>", "<p>[モデル]<br>レジストリ</p>"),
        ("<td>モデル</td><td>グループ</td>", "<td>[モデル]</td><td>グループ</td>"),
        ("<p>モデル<sup>1</sup></p>", "<p>[モデル]<sup>1</sup></p>"),
        ("<p>モデル<code>x</code></p>", "<p>[モデル]<code>x</code></p>"),
        # never there
        ("<a href=#>モデル</a>", "<a href=#>モデル</a>"),
        ("<a href=#><b>モデル</b></a>", "<a href=#><b>モデル</b></a>"),
        ("<p>概念<a href=#>ドリ</a>フト</p>", "<p>概念<a href=#>ドリ</a>フト</p>"),
        ("<h2>モデル</h2>", "<h2>モデル</h2>"),
        ("<code>モデル</code><pre>モデル</pre>", "<code>モデル</code><pre>モデル</pre>"),
        ("<math><mtext>モデル</mtext></math>", "<math><mtext>モデル</mtext></math>"),
        ('<span class="katex">モデル</span>', '<span class="katex">モデル</span>'),
        ("<svg><text>モデル</text><path/></svg>", "<svg><text>モデル</text><path/></svg>"),
        ("<script>モデル</script><style>モデル</style>", "<script>モデル</script><style>モデル</style>"),
        ("<button>モデル</button><label>モデル</label>", "<button>モデル</button><label>モデル</label>"),
        ("<summary>モデル</summary>", "<summary>モデル</summary>"),
        ("<abbr title=x>モデル</abbr><dfn>モデル</dfn>", "<abbr title=x>モデル</abbr><dfn>モデル</dfn>"),
        ('<p class="no-terms">モデル</p>', '<p class="no-terms">モデル</p>'),
        ('<img alt="モデル"><!-- モデル --><p title="モデル">', '<img alt="モデル"><!-- モデル --><p title="モデル">'),
        ("<template><p>モデル</p></template>", "<template><p>モデル</p></template>"),
        ("<textarea>モデル</textarea><title>モデル</title>", "<textarea>モデル</textarea><title>モデル</title>"),
        # ... but after it
        ("<svg><g/><g><g></g></g></svg><p>モデル</p>", "<svg><g/><g><g></g></g></svg><p>[モデル]</p>"),
        ("<p>モデ<!-- x -->ル</p>", "<p>[モデ<!-- x -->ル]</p>"),
        # the source stays
        ("<p>R&amp;D &lt;モデル&gt;&nbsp;F1&#32;スコア</p>", "<p>[R&amp;D] &lt;[モデル]&gt;&nbsp;[F1&#32;スコア]</p>"),
        ("<P CLASS=x >モデル</P\n>", "<P CLASS=x >[モデル]</P\n>"),
        ("<p>F1\nスコア", "<p>[F1\nスコア]"),
        ("a < b モデル & c", "a < b [モデル] & c"),
        ("</b></p>モデル</div>", "</b></p>[モデル]</div>"),
        ("<p>モデル<", "<p>[モデル]<"),
        ("", ""),
    ],
)  # fmt: skip
def test_marking(html, expected):
    assert marked(html) == expected


def test_uses_are_told_by_heading_even_where_nothing_is_marked():
    done = MATCHER.mark(
        '<p>モデル、モデル</p><h2 id="一">モデル</h2><p>F1 スコア</p><h3>二</h3><a href="#">概念ドリフト</a>', wrap
    )
    assert done.uses == (Use("model", ""), Use("model", "一"), Use("f1", "一"), Use("drift", ""))
    assert done.shown == ("model", "f1")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<b>b</b></p><p>c</p>", f"ab{GAP}c{GAP}"),
        ("a<code>x</code>b", f"a{GAP}b"),
        ("&amp;&#x3042;&copy;&unknown;", "&あ©&unknown;"),
        ("<pre>x</pre>", ""),
    ],
)
def test_text(html, text):
    assert htmltext.read(html).text == text


# --- whatever the page --------------------------------------------------------------------------------------

words = st.sampled_from(
    [
        "モデル",
        "レジストリ",
        "概念",
        "ドリフト",
        "F1",
        " スコア",
        "R&amp;D",
        "の",
        "&nbsp;",
        "<br>",
        "<!-- モデル -->",
        "&",
    ]
)
tags = st.sampled_from(["p", "b", "em", "a", "code", "h2", "li", "ul", "svg", "span", "td", "label", "pre", "sup"])


def element(children):
    return st.tuples(tags, st.lists(children, max_size=4)).map(lambda it: f"<{it[0]}>{''.join(it[1])}</{it[0]}>")


pages = st.lists(st.recursive(words, element, max_leaves=20), max_size=6).map("".join)
broken = st.lists(words | st.just("<") | tags.map("<{}>".format) | tags.map("</{}>".format), max_size=20).map("".join)


def anchor(term, html):
    return f'<a class="term" href="#{term}">{html}</a>'


@given(pages | broken | st.text())
def test_without_what_was_added_the_page_is_as_before(html):
    done = MATCHER.mark(html, lambda term, inner: f"\ue000{term}\ue001{inner}\ue002")
    assert re.sub("\ue000[^\ue001]*\ue001|\ue002", "", done.html) == re.sub("[\ue000-\ue002]", "", html)


@given(pages)
def test_marks_never_nest_and_change_no_text(html):
    before = LexborHTMLParser(html)
    after = LexborHTMLParser(MATCHER.mark(html, anchor).html)
    assert after.text() == before.text()
    assert after.css("a a.term, a.term a, code a.term, pre a.term, svg a.term, h2 a.term, label a.term") == []
    for mark in after.css("a.term"):
        mark.unwrap()
    assert after.html == before.html


@given(pages | broken)
def test_offsets_lead_to_the_characters(html):
    text = htmltext.read(html)
    for at, char in enumerate(text.text):
        start, end = text.written(at)
        written = html[start:end]
        assert char in (GAP, written) or (written.startswith("&") and end > start)
