"""Lists of answers that mix labels, words and verdicts; answers in prose; explanations that came along with a copy."""

from __future__ import annotations

import pytest

from support.asking import asked, key

PAPER = (
    "## Ⅰ　空欄をうめよ。\n\n"
    "1　赤と黄をまぜた色を（　　　　）という。★\n2　黄と青をまぜた色は（　　　　）である。★★\n\n"
    "## Ⅱ　正しいものを一つ選べ。\n\n3　空の色はどれか。★\n　ア 赤　イ 青　ウ 黄\n\n"
    "4　草の色はどれか。★\n　ア 赤　イ 白　ウ 緑\n\n"
    "## {}\n\nⅠ\n{}\n\nⅡ\n3 イ　4 ウ\n"
)


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def test_a_list_that_fills_gaps_and_answers_choices():
    assert _keys(PAPER.format("解答", "1 橙色　2 緑色")) == [["橙色"], ["緑色"], ["イ"], ["ウ"]]
    assert _keys(PAPER.format("解答", "1 橙色\n2 緑色")) == [["橙色"], ["緑色"], ["イ"], ["ウ"]]


def test_what_fills_no_gap():
    assert _keys(PAPER.format("解答", "1 橙色？　2 緑色")) == [["イ"], ["ウ"]]
    assert _keys(PAPER.format("自分の解答", "1 橙色　2 緑色")) == []
    assert _keys(PAPER.format("解答", "5 橙色　6 緑色")) == [["イ"], ["ウ"]]


QUESTION = "### 模試1-{}\n{}の色はどれか。{}\n\nA. 赤\nB. 青\nC. {}\nD. 白\n\n{}\n\n"


@pytest.mark.parametrize(
    ("wanted", "said", "right"),
    [
        ("", "晴れていれば明るいので **B** 。", ["B"]),
        ("（2つ選択）", "BとDの組み合わせ。Aは夕方だけ。", ["B", "D"]),
        ("（2つ選択）", "B、Dの2つ。", ["B", "D"]),
        ("", "BとDで迷った。", None),
    ],
)
def test_answers_in_the_first_sentence(wanted: str, said: str, right: list[str] | None):
    assert _keys(QUESTION.format(1, "空", wanted, "黄", said)) == ([right] if right else [])


def test_a_file_that_names_the_answer_in_brackets():
    known = "".join(QUESTION.format(at, f"{at}番", "", "黄", "よって b) です。") for at in (1, 2))
    assert _keys(known + QUESTION.format(3, "空", "", "黄", "昼に見えるのは d) です。")) == [["B"], ["B"], ["D"]]
    both = "残るのは b) と d) の2つです。"
    assert _keys(known + QUESTION.format(3, "空", "2つ選べ。", "黄", both)) == [["B"], ["B"], ["B", "D"]]
    assert _keys(known + QUESTION.format(3, "空", "", "黄", "昼に見えるのは a) か d) です。")) == [["B"], ["B"]]


def test_an_explanation_that_came_along():
    said = "正解：B\n\n昼の空は光が散るのでこの色に見えるといわれている。"
    other = "正解：B\n\n葉の中の小さな粒がこの色をしているためである。"
    two = QUESTION.format(1, "空", "", "黄", said) + "{}"
    assert _keys(two.format(QUESTION.format(2, "草", "", "緑", other).replace("A. 赤", "A. 桃"))) == [["B"], ["B"]]
    assert _keys(two.format(QUESTION.format(2, "草", "", "緑", said).replace("A. 赤", "A. 桃"))) == [["B"]]


STATED = "## ○×\n\n次の文が正しければ○、誤りなら×。\n\n1. 空は青い色をしている。\n2. 草は赤い色をしている。\n\n"


def test_verdicts_in_a_folded_box():
    assert _keys(f"{STATED}:::details ○×の答え\n1 ○\n2 ×（緑。）\n:::\n") == [["1"], ["2"]]


def test_verdicts_in_a_table_that_counts_in_brackets():
    three = "## ○×で総ざらい\n\n(1) 空は青い色をしている。\n(2) 草は赤い色をしている。\n(3) 雪は白い色をしている。\n\n"
    table = "#### 解答\n\n| (1) | (2) | (3) |\n|:-:|:-:|:-:|\n| ○ | × | ○ |\n\n(2) 草は緑色をしている。\n"
    assert _keys(three + table) == [["1"], ["2"], ["1"]]


def test_verdicts_in_a_box_beneath_that_of_the_statements():
    asked_of = "> [!question] 次の文は正しい？まちがい？\n> 1. 空は青い色をしている。\n> 2. 草は赤い色をしている。\n\n"
    told = "> [!success]- 答え\n> 1. 正しい\n> 2. まちがい。赤色→緑色。\n"
    assert _keys(asked_of + told) == [["1"], ["2"]]


def test_a_verdict_in_a_comment():
    text = "## ○×\n\n- [ ] 空は青い色をしている。 %%○ 昼だけ%%\n- [ ] 草は赤い色をしている。 %%× 緑%%\n"
    assert _keys(text) == [["1"], ["2"]]


@pytest.mark.parametrize(
    "said",
    [
        "※レビューで異論あり。決まるまで、この問題は採点しない。",
        "↑ 前の問題のコピペ残ってるっぽい",
        "答えの紙なくした",
        "ここは3を選ぶ。2は色ではない。",
    ],
)
def test_what_is_said_against_an_answer(said: str):
    text = "問1 空の色はどれか。\n\n1. 赤\n2. 青\n3. 黄\n\n正解：2\n\n{}\n"
    assert _keys(text.format("晴れた昼の色。")) == [["2"]]
    assert _keys(text.format(said)) == []


def test_a_slip_told_behind_the_answer():
    text = "問1 空の色でないものはどれか。\n\n1. 赤\n2. 青\n3. 黄\n\n正解　1　　　← {}\n"
    assert _keys(text.format("「ない」を読み飛ばして2にした")) == [["1"]]
    assert _keys(text.format("2かも")) == []


def test_a_corrected_answer_with_its_date():
    text = "### 問1\n空の色は。\n\nイ．赤\nロ．黄\nハ．青\n\n> [!success]- 解答\n> ~~ロ~~ → **ハ**（4/2 訂正）\n"
    assert _keys(text) == [["ハ"]]


@pytest.mark.parametrize(
    ("why", "found"),
    [
        ("（見間違えていた。訂正）", [["ハ"]]), ("（写し間違い）", [["ハ"]]), ("（転記ミスを直した）", [["ハ"]]),
        ("（見間違い？）", []), ("（写し間違いかも）", []), ("（たぶん）", []),
    ],
)  # fmt: skip
def test_a_corrected_answer_with_the_slip(why, found):
    text = f"### 問1\n空の色は。\n\nイ．赤\nロ．黄\nハ．青\n\n答え：~~ロ~~ → **ハ**{why}\n"
    assert _keys(text) == found


def test_other_items_beside_questions_of_a_list():
    text = (
        "- 問1 空の色はどれか。\n  - ア 赤\n  - イ 青\n\n- 残り\n  - 雲の形の違い？\n\n"
        "- 問2 海の色はどれか。\n  - ア 青\n  - イ 赤\n\n- 問3 土の色はどれか。\n  - ア 茶\n  - イ 青\n\n"
        "- 答え（番号 答え）\n  - 1 イ\n  - 2 ア\n  - 3 ア\n"
    )
    assert _keys(text) == [["イ"], ["ア"], ["ア"]]


def test_steps_of_a_calculation_behind_the_answer():
    text = (
        "問1 2 回の和は何 m か。\n\nイ．2 700\nロ．750\nハ．450\n\n正解　イ　0.5 × 1.5 = 0.75 → 0.75 × 3 600 = 2 700\n"
    )
    assert _keys(text) == [["イ"]]
    assert _keys(text.replace(" → 0.75 × 3 600 = 2 700", " → ロ")) == []
