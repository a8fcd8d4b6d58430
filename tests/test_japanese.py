from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studynotes import japanese
from studynotes.japanese import fold, fold_with_offsets

SPELLINGS = [
    ("ﾄﾞﾘﾌﾄ", "ドリフト"),
    ("どりふと", "ドリフト"),
    ("Ｆ１スコア", "F1 スコア"),
    ("f1スコア", "F1 スコア"),
    ("F1\u3000スコア", "F1スコア"),
    ("サーバー", "サーバ"),
    ("サーバーレス", "サーバレス"),
    ("ｻｰﾊﾞｰ", "サーバー"),
    ("ウェイト", "ウエイト"),
    ("ヴァリアント", "バリアント"),
    ("ヴ", "ブ"),
    ("ちかぢか", "ちかじか"),
    ("モデル・レジストリ", "モデルレジストリ"),
    ("⻑い⽇本", "長い日本"),
    ("可⽤性", "可用性"),
    ("しき\u200bい値", "しきい値"),
    ("ﬁle", "FILE"),
    ("㍿", "株式会社"),
    ("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"),
    ("A\n  B", "a b"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_a_word_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("びょういん", "びよういん"),
        ("かって", "かつて"),
        ("モデル", "モテル"),
        ("A B", "AB"),
        ("概念 ドリフト", "概念ドリフト"),
    ],
)
def test_different_words_do_not_fold_alike(one, other):
    assert fold(one) != fold(other)


def test_offsets_lead_back_to_what_was_written():
    text = "ﾄﾞﾘﾌﾄの Ｆ１ スコア・サーバー\u200b"
    folded = fold_with_offsets(text)
    pieces = [text[start:end] for start, end in zip(folded.starts, folded.ends, strict=True)]
    assert folded.text == "どりふとのf1すこあさば"
    assert pieces == ["ﾄﾞ", "ﾘ", "ﾌ", "ﾄ", "の", "Ｆ", "１", "ス", "コ", "ア", "サー", "バー\u200b"]
    assert text[slice(*folded.span(5, 10))] == "Ｆ１ スコア"


@given(st.text(st.characters()))
def test_folding_never_raises_and_its_offsets_are_in_order(text):
    folded = fold_with_offsets(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Mn", "Mc", "Me"])), st.text(" \n・ー"))
def test_folding_knows_what_nfkc_knows(text, noise):
    assert fold(unicodedata.normalize("NFKC", text) + noise) == fold(text + noise)


japanese_text = st.text(alphabet="モデルサーバァゔヴドリフト概念のがABcＦ１1 　・ーﾄﾞ゛。\n", max_size=40)


@given(japanese_text)
def test_folding_twice_changes_nothing_more(text):
    once = fold(text).strip()
    assert fold(once).strip() == once


@pytest.mark.parametrize(
    ("char", "script"),
    [("ア", "katakana"), ("ｱ", "katakana"), ("ー", "katakana"), ("あ", "hiragana"), ("概", "kanji"), ("々", "kanji"),
     ("A", "alnum"), ("é", "alnum"), ("1", "alnum"), ("_", "alnum"), ("。", "other"), (" ", "other"), ("・", "other")],
)  # fmt: skip
def test_scripts(char, script):
    assert japanese.script(char) == script


def test_words_cover_the_text():
    words = japanese.tokens("概念ドリフトが、F1 スコアに。")
    assert "".join(word.surface for word in words) == "概念ドリフトが、F1 スコアに。"
    assert [word.surface for word in words][:3] == ["概念", "ドリフト", "が"]
    assert words[1].kind == ("名詞", "普通名詞")
    assert words[1].reading == "どりふと"


@given(st.text(st.characters()))
def test_words_cover_any_text(text):
    words = japanese.tokens(text)
    assert "".join(text[word.start : word.end] for word in words) == text
    assert all(word.surface for word in words)


@pytest.mark.parametrize("text", ["概念ドリフトとは。" * 6000, "あ" * 60_000, "x" * 50_000])
def test_texts_too_long_for_the_analyser_are_cut(text):
    assert "".join(word.surface for word in japanese.tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "reading"),
    [("概念ドリフト", "がいねんどりふと"), ("閾値", "しきいち"), ("（MAE）", "(mae)"), ("F1", "f1"), ("", "")],
)
def test_readings(text, reading):
    assert japanese.reading(text) == reading
