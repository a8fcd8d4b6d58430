"""The search's index: what of a page is read, and how words are read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studynotes import searchindex
from studynotes.glossary import Term
from studynotes.searchindex import Document


def texts(html):
    return [(piece.location, piece.title, piece.text) for piece in searchindex.documents(html, "p/", "題")]


def test_a_page_is_cut_at_headings_with_anchors():
    html = (
        '<h1 id="t">大見出し</h1><p>前</p>'
        '<h2 id="a">見出し<a class="headerlink" href="#a">¶</a></h2><p>中</p><h3>小</h3><p>後</p>'
    )
    assert texts(html) == [("p/", "題", "前"), ("p/#a", "見出し", "中\n小\n後")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ul><li>一<ul><li>二</li></ul></li><li>三</li></ul>", "一\n二\n三"),
        ("<table><tr><th>用語</th><th>説明</th></tr><tr><td>A</td><td>b c</td></tr></table>", "用語\t説明\nA\tb c"),
        ("<p>一<br>二\n三 <b>四</b>五</p>", "一\n二 三 四五"),
        ("<pre><code>a\n  b</code></pre>", "a\nb"),
        ("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt></ruby>と<img alt='図'></p>", "漢字と図"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
        ("<p>残す</p><script>x</script><style>y</style><template>z</template><button>押す</button>", "残す"),
        ("<p>残す</p><div data-search-exclude><p>隠す</p></div><div class='quiz'>問題</div><p hidden>隠す</p>", "残す"),
        ("<p>残す</p><pre class='mermaid'>graph TD</pre><svg><text>図の字</text></svg>", "残す"),
        ("", ""),
    ],
)
def test_what_a_reader_reads(html, text):
    assert texts(html)[0][2] == text


def test_a_formula_is_read_once_and_not_as_its_source():
    html = (
        '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>F</mi><mn>1</mn><mo>=</mo>'
        "<mfrac><mtext>真陽性</mtext><mtext>全体</mtext></mfrac></mrow><annotation>F1=\\frac{…}</annotation></semantics>"
        '</math></span><span class="katex-html" aria-hidden="true">F1=真陽性全体</span></span>'
    )
    assert texts(html)[0][2] == "F1 = 真陽性 全体"


def test_what_stands_beneath_an_excluded_heading_is_left_out():
    html = '<p>一</p><h2 id="a" data-search-exclude>隠</h2><p>隠す</p><h2 id="b">見</h2><p>二</p>'
    assert texts(html) == [("p/", "題", "一"), ("p/#b", "見", "二")]


@settings(max_examples=100, deadline=None)
@given(st.text("<>/abph2 idclass='\"=&;!-漢字\n", max_size=200))
def test_any_html_is_cut(html):
    assert searchindex.documents(html, "p/", "題")[0].location == "p/"


def test_deep_html_is_cut():
    assert texts("<div>" * 5000 + "深い")[0][2] == "深い"


def test_a_glossarys_entry_has_its_other_names():
    term = Term("mae", "平均絶対誤差", "定義。", english="mean absolute error", aliases=("MAE", "平均絶対誤差"))
    assert searchindex.entries([term], "g/") == (
        Document("g/#mae", "平均絶対誤差", "定義。", "term", names=("mean absolute error", "MAE")),
    )


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("概念ドリフトの検出", "がいねんどりふとのけんしゅつ"),
        ("処理を行う人が学校に行く", "しょりをおこなうひとががっこうにいく"),
        ("しきい値を変える", "しきいちをかえる"),
        ("手書き数字を増やす", "てがきすうじをふやす"),
    ],
)
def test_texts_are_read_as_the_analyser_reads_them(text, reading):
    assert searchindex.read(text, searchindex.readings([text])) == reading


def test_a_readings_kana_ending_is_left_out():
    assert searchindex.readings(["負荷を増やす"]) == {"負荷": "ふか", "増": "ふ"}


def test_given_readings_come_first():
    known = searchindex.readings(["決定木を使う。"], {"決定木": "けっていぎ", "ROC 曲線": "あーるおーしーきょくせん"})
    assert searchindex.read("決定木", known) == "けっていぎ"
    assert "ROC 曲線" not in known


@pytest.mark.parametrize(
    ("name", "reading", "words"),
    [
        ("ROC 曲線", "あーるおーしーきょくせん", {"ROC": "あーるおーしー"}),
        ("A/B テスト", "えーびーてすと", {"A/B": "えーびー"}),
        ("Studio Classic", "すたじお くらしっく", {"Studio": "すたじお", "Classic": "くらしっく"}),
        ("ＡＵＣ", "エーユーシー", {"AUC": "えーゆーしー"}),
        ("in out", "いんあうと", {}),  # which is which?
        ("ROC 曲線", "きょくせん", {}),
    ],
)
def test_given_readings_tell_of_words_in_latin_letters(name, reading, words):
    assert searchindex.readings(["曲線"], {name: reading}) == {"曲線": "きょくせん", **words}


def test_the_index_has_the_themes_shape():
    index = searchindex.build([Document("a/", "題", "文", tags=("話題",)), Document("a/#b", "節", "字", boost=0.5)])
    json.dumps(index)
    assert index["docs"] == [
        {"location": "a/", "title": "題", "text": "文", "tags": ["話題"]},
        {"location": "a/#b", "title": "節", "text": "字", "boost": 0.5},
    ]
    assert index["config"]["separator"]
    assert set(index["config"]["study"]["readings"]) == {"題", "文", "節", "字"}
