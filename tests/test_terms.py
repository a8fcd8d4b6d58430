from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studynotes.glossary import Term
from studynotes.glossary.matching import Matcher, same_word

# fmt: off
WORDS = [
    "モデル", "モデルレジストリ", "分類", "MAE", "ドリフト", "概念ドリフト", "F1 スコア", "サーバー", "しきい値",
    "検証", "精度", "real time", "Precision", "重み", "A/B テスト", "ビル", "アーティファクト",
]
# fmt: on


def matcher(*words):
    return Matcher(Term(id=word, term=word, definition="…") for word in words)


MATCHER = matcher(*WORDS)


def found(text, these=MATCHER):
    return [text[match.start : match.end] for match in these.find(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        # longest first
        ("モデルレジストリに", ["モデルレジストリ"]),
        ("概念ドリフトが", ["概念ドリフト"]),
        ("モデルのモデルレジストリ", ["モデル", "モデルレジストリ"]),
        # not in a longer word
        ("モデルグループ", []),
        ("分類器で", []),
        ("誤分類と再分類と未分類", []),
        ("MAESTRO と _MAE と MAE2", []),
        ("データドリフト", []),
        ("重み付け", []),
        ("検証者と検証性", []),
        ("高精度な", []),
        ("回帰木より分類木", []),
        ("MAE-like, model.MAE, example.MAE.com", []),
        ("real-time real times", []),
        # beside other words
        ("新モデルを分類する", ["モデル", "分類"]),
        ("分類モデルの分類精度", ["分類", "モデル", "分類", "精度"]),
        ("各分類、全分類、分類時、分類後、分類用の", ["分類"] * 5),
        ("MAEは、（MAE）「MAE」MAE。", ["MAE"] * 4),
        ("このしきい値を", ["しきい値"]),
        ("Precision/MAE・モデル", ["Precision", "MAE", "モデル"]),
        ("分類・ドリフト→精度", ["分類", "ドリフト", "精度"]),
        ("MAEモデル", ["MAE", "モデル"]),
        ("最終検証環境と事前検証", ["検証", "検証"]),
        # spellings
        ("F1スコア、Ｆ１スコア、f1 ｽｺｱ、F1\u3000スコア", ["F1スコア", "Ｆ１スコア", "f1 ｽｺｱ", "F1\u3000スコア"]),
        ("サーバとｻｰﾊﾞｰ", ["サーバ", "ｻｰﾊﾞｰ"]),
        ("モデル・レジストリ", ["モデル・レジストリ"]),
        ("ａ／ｂテスト、A/Bテスト", ["ａ／ｂテスト", "A/Bテスト"]),
        ("ドリ\u200bフト", ["ドリ\u200bフト"]),
        ("分⽬と検証", ["検証"]),
        ("precision PRECISION", ["precision", "PRECISION"]),
        ("\ud800モデル", ["モデル"]),
        # not their spellings
        ("ビールとビルー", []),
        ("どりふと、もでる", []),
        ("アーティファクトー", []),
    ],
)
def test_what_is_found(text, terms):
    assert found(text) == terms


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("サーバ", "サーバー", True),
        ("サーバーレス", "サーバレス", True),
        ("メモリー", "メモリ", True),
        ("パラメーター", "パラメータ", True),
        ("ウエイト", "ウェイト", True),
        ("バリアント", "ヴァリアント", True),
        ("コピー", "コピ", False),
        ("ビール", "ビル", False),
        ("スーパー", "スパー", False),
        ("ノート", "ノト", False),
        ("どりふと", "ドリフト", False),
        ("モデル", "モデルズ", False),
    ],
)
def test_long_vowels_and_scripts(one, other, same):
    assert same_word(one, other) is same
    assert same_word(other, one) is same


def test_of_terms_that_fold_alike_the_one_as_written_is_meant():
    these = matcher("ビル", "ビール")
    assert [match.id for match in these.find("ビールとビル")] == ["ビール", "ビル"]


def test_an_alias_and_the_english_name_mean_the_term():
    these = Matcher([Term(id="x", term="しきい値", english="threshold", aliases=("閾値",), definition="…")])
    assert [match.id for match in these.find("閾値（Threshold）")] == ["x", "x"]


def test_no_terms_no_finds():
    assert matcher().find("モデル") == []
    assert matcher(" ", "\u200b").find("モデル") == []


text = st.text(alphabet="モデルレジストリ分類器概念ドMAE F1スコ・ー。のABビ\u200bﾄﾞ", max_size=60) | st.text(max_size=60)


@given(text)
def test_finds_are_in_order_and_apart(some):
    end = 0
    for match in MATCHER.find(some):
        assert end <= match.start < match.end <= len(some)
        end = match.end
        assert match.id in WORDS


@given(text, st.lists(st.text(max_size=6), max_size=8))
def test_any_words_can_be_terms(some, words):
    matcher(*words).find(some)


@given(st.sampled_from(WORDS), text)
def test_a_term_between_signs_is_found_whatever_is_around(word, some):
    marked = f"{some}「{word}」{some}"
    at = len(some) + 1
    assert any((match.start, match.end) == (at, at + len(word)) for match in MATCHER.find(marked))
