"""An answer that is told twice, and differently: then nothing is asked."""

from __future__ import annotations

import pytest

from support.asking import asked, key

LIST = """問1 銅の色はどれか。
１．赤
２．青
３．白
４．黒
{0}

問2 金の色はどれか。
１．赤
２．黄
３．白

こたえ
問1→{1}
問2→2
"""
GAP = "### 問1\nHe has lived here ------- he was born.\n\n(A) for\n(B) when\n(C) since\n\n正解：{}\n\n{}\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize("said", ["これは１！忘れない", "これは1です", "ここは１。"])
def test_a_line_that_says_which_this_one_is(said):
    assert keys(LIST.format(said, "4")) == [["2"]]
    assert keys(LIST.format(said, "1")) == [["1"], ["2"]]


@pytest.mark.parametrize("said", ["これは3つある", "これは2回目", "これは銅の話"])
def test_a_line_that_says_something_else_of_this_one(said):
    assert keys(LIST.format(said, "4")) == [["4"], ["2"]]


def test_a_reason_that_has_another_choice_go_in():
    said = "「〜以来」なので since が入る。when は一点。"
    assert keys(GAP.format("B", said)) == []
    assert keys(GAP.format("C", said)) == [["C"]]


@pytest.mark.parametrize(
    "said",
    ["期間なら since が入る。", "since が入ると思いがち。", "since が入るのは完了形のとき。", "since は入らない。"],
)
def test_a_reason_that_compares(said):
    assert keys(GAP.format("B", said)) == [["B"]]


def test_an_answer_in_wide_letters_before_words_that_begin_with_one():
    text = "> [!question] 1\n> a wide ------- of goods\n> (A) vary\n> (B) variety\n> (C) various\n\n"
    text += "> [!success] Answer\n> {}\n"
    assert keys(text.format("Ｂ　a wide variety of で覚える")) == [["B"]]
    assert keys(text.format("Ｂ　とＡで迷った")) == []
    assert keys(text.format("Ａ　か Ｂ")) == []


def test_a_question_with_a_gap_is_the_next_one_wherever_its_heading_is():
    text = "## 一\n\n**1.** 銅の色はどれか。\n①赤 ②青 ③白\n答 ①\n\n**2.** 金の色は（　　）である。\n答 黄\n"
    assert keys(text)[:1] == [["1"]]


def test_a_stem_of_several_lines_that_ends_in_its_question():
    text = "1. 導線として使われる金属のうち、\n   値段が手ごろで、\n   家の配線に最も多いものは？\n\n"
    text += "   - ✅ 銅\n   - 鉛\n   - 銀\n"
    assert keys(text) == [["1"]]
