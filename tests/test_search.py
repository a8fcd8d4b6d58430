"""The search's core in a JavaScript engine: folding, readings, errors of typing, ranking, passages, the protocol."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studynotes import searchindex
from studynotes.glossary import Term
from support.searching import Scripts, Search


def doc(location, title, text):
    return searchindex.Document(location, title, text)


DOCUMENTS = (
    doc("notes/n/1/", "1. 概念ドリフト", "概念ドリフトとは、分布が変わること。\nサーバーで監視する。"),
    doc("notes/n/1/#対策", "対策", "トラフィックを分ける。F1 スコアを見る。"),
    doc("notes/n/2/", "2. 評価", "概念ドリフトも評価に響く。\nしきい値を動かす。データが出た。"),
    doc("notes/n/2/#f1", "F1 スコア", "Precision と Recall の調和平均。\n平均絶対誤差（MAE）は回帰に使う。"),
    doc(
        "notes/n/3/",
        "3. デプロイ",
        "シャドーデプロイメントは影響を与えない。XGBoost と SageMaker を使う。\n項目\t説明\nウェイト\t重み",
    ),
    doc("notes/n/3/#x", "<b>危険</b> & 記号", "<script>alert(1)</script> の話。100 & 95%。\n信頼を築く。"),
    doc("notes/n/4/", "4. まとめ", "概念ドリフト\nF1 スコア\n自動で復旧する。再現率を上げる。イタリアで学ぶ。"),
    doc("glossary/", "用語集", ""),
    *searchindex.entries(
        (
            Term("concept-drift", "概念ドリフト", "傾向が変わっていく現象。", english="concept drift"),
            Term("threshold", "しきい値", "分ける境目。", english="threshold", aliases=("閾値",)),
            Term("mae", "平均絶対誤差", "誤差の平均。", english="mean absolute error", aliases=("MAE",)),
            Term("speech", "音声認識", "言葉を聞き取る。", english="speech recognition"),
            Term("shadow", "シャドーデプロイメント", "写しを送って比べる。", english="shadow deployment"),
        ),
        "glossary/",
    ),
)
READINGS = {"SageMaker": "せーじめーかー", "F1 スコア": "えふわんすこあ", "ML モデル": "えむえる もでる"}


@pytest.fixture(scope="module")
def scripts():
    scripts = Scripts()
    yield scripts
    scripts.close()


@pytest.fixture(scope="module")
def search():
    search = Search(searchindex.build(DOCUMENTS, READINGS))
    yield search
    search.close()


def fold(scripts, text):
    return scripts.call("text => studySearch.fold(text).text", text)


# --- folding ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ﾄﾞﾘﾌﾄ", "どりふと"),
        ("Ｆ１ スコア", "f1すこあ"),
        ("サーバー", "さば"),
        ("ウェイト", "うえいと"),
        ("ヴァリアント", "ばりあんと"),
        ("モデル・レジストリ", "もでるれじすとり"),
        ("ブルー／グリーン", "ぶるぐりん"),
        ("か\u3099", "が"),
        ("0.5、tar.gz", "0.5、targz"),
        ("⼤きな㍻①", "大きな平成1"),
        ("İ", "i"),
    ],
)
def test_spellings_fold_alike(scripts, written, folded):
    assert fold(scripts, written) == folded


TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("ァヴー゛゜ﾞﾟｶﾊＡａ\u3099\u0301\u200d\ufdfa\ud800\udc00 .・1"))
)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_folds_and_leads_back(scripts, text):
    plain, mapped = scripts.call(
        "text => [studySearch.fold(text).text, studySearch.fold(text, true)].map(v => v)", text
    )
    assert mapped["text"] == plain
    length = len(plain.encode("utf-16-le", "surrogatepass")) // 2
    size = len(text.encode("utf-16-le", "surrogatepass")) // 2
    starts, ends = (list(mapped[key].values()) for key in ("starts", "ends"))
    assert len(starts) == len(ends) == length
    assert all(0 <= start < end <= size for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)


# --- kana ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("romaji", "kana"),
    [
        ("gainen dorifuto", "がいねんどりふと"),
        ("kikaigakushuu", "きかいがくしゅう"),
        ("matcha", "まっちゃ"),
        ("hon'ya", "ほんや"),
        ("sābā", "さーばー"),
        ("gainend", "がいねん"),
    ],
)
def test_romaji_is_read(scripts, romaji, kana):
    assert scripts.call("studySearch.fromRomaji", romaji)[0] == kana


@pytest.mark.parametrize("word", ["XGBoost", "threshold", "kubernetes", "v2", ""])
def test_other_latin_is_no_romaji(scripts, word):
    assert scripts.call("studySearch.fromRomaji", word) == []


@pytest.mark.parametrize("abbreviation", ["SABA", "ＤＥＴＡ"])
def test_capitals_are_no_romaji(search, abbreviation):
    assert search(abbreviation.lower())
    assert not search(abbreviation)


@pytest.mark.parametrize(("typed", "kana"), [("torafikk", "とらふぃ"), ("shap", ""), ("kett", "けっ")])
def test_half_a_syllable_needs_more_before_it(scripts, typed, kana):
    assert (scripts.call("studySearch.fromRomaji", typed) or [""])[0].startswith(kana[:2])
    assert bool(scripts.call("studySearch.fromRomaji", typed)) == bool(kana)


# --- words in Latin letters that have a reading -------------------------------------------------------------


@pytest.mark.parametrize(
    "heard", ["セージメーカー", "セージメーカ", "せーじめーかー", "ｾｰｼﾞﾒｰｶｰ", "せーじ", "seejimeekaa"]
)
def test_a_word_in_latin_letters_is_found_by_its_reading(search, heard):
    assert search.pages(heard)[0] == "notes/n/3/"


def test_a_reading_is_of_whole_words():
    made = Search(
        searchindex.build([doc("notes/a/", "甲", "HTML と MLflow。"), doc("notes/b/", "乙", "ML。")], READINGS)
    )
    assert made.pages("エムエル") == ["notes/b/"]
    made.close()


# --- errors of typing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("概念ドリット", "概念ドリフト"),
        ("平均絶体誤差", "平均絶対誤差"),
        ("シャドデプロイメント", "シャドーデプロイメント"),
        ("シャドーデプロイメトン", "シャドーデプロイメント"),
        ("XGBost", "XGBoost"),
        ("SageMkaer", "SageMaker"),
        ("がいねんどりふど", "概念ドリフト"),
        ("イタリヤ", "イタリア"),
        ("デエタ", "データ"),
    ],
)
def test_what_was_meant_is_found(search, typed, meant):
    assert f"<mark>{meant}</mark>" in "".join(item["title"] + item["text"] for items in search(typed) for item in items)


@pytest.mark.parametrize("typed", ["treshold", "shadw deployment", "mean absolut error", "deploymnet"])
def test_a_mistyped_name_leads_to_what_the_notes_call_it(search, typed):
    assert search.pages(typed)[0].startswith("notes/")


@pytest.mark.parametrize(("word", "page"), [("error", "notes/n/2/"), ("deployment", "notes/n/3/")])
def test_a_word_of_a_name_leads_to_what_the_notes_call_it(search, word, page):
    assert search.pages(word)[0] == page


@pytest.mark.parametrize(
    "absent",
    [
        "Rekognition",  # a name, though it looks like a word in the glossary
        "ブロックチェーン",
        "再現性",  # 再現率 is another thing
        "回帰木",
        "クラスタ",
        "量子コンピュータ",
        "EKS",
        "Rust",
        "Random Forest",
        "サイト",
        "でーた",
        "hokkaido",
        "生成AI",
        "自動運転",
        "ウエスト",  # is no ウェイト
        "野球のスコアとは何ですか",
    ],
)
def test_an_absent_term_finds_nothing(search, absent):
    found = search(absent)
    assert found == [] or absent == "でーた"


# --- ways to ask --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("概念ドリフト", "notes/n/1/"),
        ("ﾄﾞﾘﾌﾄ", "notes/n/1/"),
        ("がいねんどりふと", "notes/n/1/"),
        ("ガイネン", "notes/n/1/"),
        ("がいねんd", "notes/n/1/"),
        ("ｇａｉｎｅｎ", "notes/n/1/"),
        ("concept drift", "notes/n/1/"),
        ("サーバ", "notes/n/1/"),
        ("f1", "notes/n/2/"),
        ("Ｆ１スコア", "notes/n/2/"),
        ("閾値", "notes/n/2/"),
        ("thresh", "notes/n/2/"),
        ("mean absolute error", "notes/n/2/"),
        ("シャドウデプロイメント", "notes/n/3/"),
        ("ウエイト", "notes/n/3/"),
        ("Maker", "notes/n/3/"),
        ("MAE　回帰", "notes/n/2/"),
        ("PrecisionとRecallの違い", "notes/n/2/"),
        ("自動復旧", "notes/n/4/"),
        ("概念ドリフトは何ですか？", "notes/n/1/"),
        ("概念ドリフトって何 教えて", "notes/n/1/"),
        ("概念ドリフトの違いは", "notes/n/1/"),
        ("概念ドリフトを防ぐにはどうする", "notes/n/1/"),
        ("シャドーデプロイメントはなぜ影響を与えない", "notes/n/3/"),
        ("トラフィックと概念ドリフトの関係を知りたい", "notes/n/1/"),  # in two parts of one page
    ],
)
def test_the_page_is_found(search, query, page):
    assert search.pages(query)[0] == page


def test_pages_about_a_term_come_before_those_that_mention_it_and_the_glossary_second(search):
    assert search.pages("概念ドリフト") == ["notes/n/1/", "glossary/", "notes/n/4/", "notes/n/2/"]


def test_a_definition_is_shown_with_the_other_names(search):
    [entry] = [items[0] for items in search("閾値") if items[0]["location"].startswith("glossary/#")]
    assert entry["text"] == "分ける境目。 （<mark>threshold</mark>、<mark>閾値</mark>）"


def test_long_marks_tell_katakana_from_running_hiragana(search):
    assert search.pages("データ") == ["notes/n/2/"]
    assert "<mark>出た</mark>" not in json.dumps(search("データ"), ensure_ascii=False)


def test_words_that_are_missing_are_named(search):
    [items, *_] = search("概念ドリフト ブロックチェーン")
    assert items[0]["terms"] == {"概念ドリフト": True, "ブロックチェーン": False}


def test_scores_fall_from_result_to_result(search):
    for query in ("概念ドリフト", "F1", "平均", "重み", "の"):
        scores = [items[0]["score"] for items in search(query)]
        assert scores == sorted(scores, reverse=True)


def test_each_result_has_its_page(search):
    for items in search("F1 スコア"):
        assert [item["location"] for item in items if "#" not in item["location"]] == [
            items[0]["location"].split("#")[0]
        ]


# --- what is shown ------------------------------------------------------------------------------------------


def test_markup_in_notes_is_escaped(search):
    [[best, _]] = search("alert")
    assert best["title"] == "&lt;b&gt;危険&lt;/b&gt; &amp; 記号"
    assert best["text"] == "&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt; の話。100 &amp; 95%。"


def test_the_passage_holds_the_word_of_a_long_text():
    text = "前置き。" * 200 + "ここに決定木がある。" + "後書き。" * 200
    search = Search(searchindex.build([doc("a/", "題", text)]))
    [[found]] = search("けっていぎ") or search("決定木")
    search.close()
    assert "<mark>決定木</mark>" in found["text"]
    assert len(found["text"]) < 200


QUERIES = st.one_of(TEXTS, st.text("概念ドリフトがいねんgainenF1 スコアと<>&*.\\()[]", max_size=40))


@settings(max_examples=200, deadline=None)
@given(QUERIES)
def test_any_query_is_answered_and_only_marks_are_markup(search, query):
    for items in search(query):
        for item in items:
            shown = item["title"] + item["text"]
            assert not re.search(r"<(?!/?mark>)", shown)
            assert unescape(re.sub("</?mark>", "", item["title"])) in {piece.title for piece in DOCUMENTS}


@pytest.mark.parametrize(
    "query", ["長" * 10_000, "a " * 5_000, "\x00\x01\x7f\u202e", "\ud800", ".*+?^${}()|[]\\", "__proto__"]
)
def test_bad_input_is_answered(search, query):
    assert isinstance(search(query), list)


# --- the protocol -------------------------------------------------------------------------------------------

CONVERSATION = """
(index, messages) => {
  const sent = [], tasks = []
  const take = studySearch.listener(message => sent.push(message), task => tasks.push(task))
  take({type: 2, data: "early"})
  while (tasks.length) tasks.shift()()
  take({type: 0, data: {...index, options: {suggest: true}}})
  for (const data of messages) take({type: 2, data})
  while (tasks.length) tasks.shift()()
  return sent
}
"""


def test_the_worker_speaks_the_themes_protocol(scripts):
    early, ready, result = scripts.call(CONVERSATION, searchindex.build(DOCUMENTS), ["が", "がい", "概念"])
    assert early == {"type": 3, "data": {"items": []}}
    assert ready == {"type": 1}
    assert result["type"] == 3
    assert result["data"]["suggest"] == ["概念ドリフト"]
    [first, *_] = result["data"]["items"][0]
    assert set(first) >= {"location", "title", "text", "score", "terms"}


def test_only_the_last_of_the_queries_that_wait_is_answered(scripts):
    sent = scripts.call(CONVERSATION, searchindex.build(DOCUMENTS), ["が", "がい", "zzzz"])
    assert [message["type"] for message in sent] == [3, 1, 3]
    assert sent[-1]["data"]["items"] == []
