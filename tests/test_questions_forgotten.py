"""A line that the writer forgot, or an answer that he told twice, makes no wrong key: nothing is asked."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.choices]


def test_two_lists_of_choices_beneath_one_heading_with_an_answer_each():
    shown = "<details>\n<summary>答え</summary>\n\n**{} — {}**\n\n</details>\n\n"
    first = "### Q1. だしに使う海藻はどれですか。\n\n- A. 昆布\n- B. のり\n- C. もずく\n\n" + shown.format(
        "A", "北の海で採れる"
    )
    heading = "### Q2. 節にして使う魚はどれですか。\n\n"
    second = "- A. たら\n- B. さけ\n- C. かつお\n\n" + shown.format("C", "煮て干す")
    assert keys(first + heading + second) == [["A"], ["C"]]
    assert keys(first + second) == []


def test_the_number_of_choices_is_that_of_the_question_right_above():
    choices = "　ア 義満　イ 義教　ウ 義政　エ 義昭\n"
    text = f"8　金閣を建てたのはだれか。\n{{}}\n9　銀閣を建てたのはだれか。\n{choices}\n## 解答\n\n8 ア\n9 ウ\n"
    assert keys(text.format(choices)) == [["ア"], ["ウ"]]
    assert keys(text.format("")) == [["ウ"]]


def test_a_table_of_choices_whose_own_heading_is_missing():
    table = "| イ | ロ | ハ |\n|---|---|---|\n| {} | {} | {} |\n\n"
    second = f"{{}}{table.format(4, 5, 6)}## 解答\n\n1-(2) ハ\n1-(3) イ\n"
    text = f"### 1-(2) 数\n\n一番大きいのはどれか。\n\n{table.format(1, 2, 3)}{second}"
    assert keys(text.format("### 1-(3) 数\n\n一番小さいのはどれか。\n\n")) == [["ハ"], ["イ"]]
    assert keys(text.format("")) == []


QUESTION = "### 問{}\n{}はどれですか？\n\n- A. 一\n- B. 二\n- C. 三\n\n"
BOTH = QUESTION.format(1, "奇数") + QUESTION.format(2, "偶数")


@pytest.mark.parametrize(
    ("beneath", "expected"),
    [
        ("もう一つは三。", ["A"]),
        ("🖊 これは間違い！正解は **C**。確認済", None),
        ("よく読むと、答えはCです。", None),
        ("正解はA。Cは出題者の想定外。", ["A"]),
    ],
)
def test_what_explains_an_entry_of_a_list_may_give_another_answer(beneath: str, expected: list[str] | None):
    given = keys(f"{BOTH}# 解答と解説\n\n**問1：A**\n最初の数。\n{beneath}\n\n**問2：B**\n割り切れる。\n")
    assert given == [each for each in (expected, ["B"]) if each]


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("- 問1の答えはC（友だちのプリントと違う）", [["B"]]),
        ("- 問2の正解はB", [["A"], ["B"]]),
        ("- 問1の答えは3つの中で一番短い", [["A"], ["B"]]),
        ("- 問1の正解率は低め", [["A"], ["B"]]),
    ],
)
def test_a_sentence_that_names_a_question_may_give_another_answer(remark: str, expected: list[list[str]]):
    assert keys(f"{BOTH}## 解答\n\n問1 A\n問2 B\n\n## 書きこみ\n\n{remark}\n") == expected


def test_a_remark_names_a_question_by_its_part():
    part = "## {}\n\n### 【1】\n奇数はどれですか？\n\n- ア 一\n- イ 二\n- ウ 四\n\n"
    lists = "## 解答\n\n**Ⅰ**\n【1】ア\n\n**Ⅱ**\n【1】ア\n\n"
    text = part.format("Ⅰ　数") + part.format("Ⅱ　文字") + lists
    assert keys(text) == [["ア"], ["ア"]]
    assert keys(f"{text}- Ⅱ【1】の答えはウでは、という声もある\n- Ⅱ【1】の答えはウ（先生に聞く）\n") == [["ア"]]


def test_a_reason_that_calls_its_choice_the_answer_speaks_against_another_one():
    reasons = "- A：奇数\n- B：2で割れる。これが答え\n- C：奇数\n"
    text = f"{QUESTION.format(1, '偶数')}正解：{{}}\n\n{reasons}"
    assert keys(text.format("B")) == [["B"]]
    assert keys(text.format("C")) == []


@pytest.mark.parametrize(
    ("numbers", "expected"), [("123", [["2"]]), ("111", [["2"]]), ("132", []), ("122", []), ("134", [])]
)
def test_a_list_whose_numbers_run_back_names_no_choice(numbers: str, expected: list[list[str]]):
    choices = "".join(f"   {number}) {words}\n" for number, words in zip(numbers, ("一", "二", "三"), strict=True))
    assert keys(f"1. 偶数はどれですか？\n{choices}\n   答え：2\n") == expected


def test_what_is_said_of_each_choice_is_no_answer_where_that_was_forgotten():
    choices = "    - a. 一\n    - b. 二\n    - c. 三\n"
    question = f"- Q{{0}} 数{{0}}の仲間はどれ？\n{choices}    - 答え\n\n        {{1}}\n\n        {{2}}\n\n"
    why = "a→奇数、b→偶数、c→奇数"
    others = [question.format(at, label, "そう習った") for at, label in enumerate("bcab", 2)]
    assert keys(question.format(1, "c", why) + "".join(others)) == [["C"], ["B"], ["C"], ["A"], ["B"]]
    assert keys(question.format(1, why, "") + "".join(others)) == [["B"], ["C"], ["A"], ["B"]]


def test_a_sentence_with_a_gap_whose_choices_are_forgotten_gives_its_answer_to_none_before():
    first = "The box was ------- opened.\n(A) care (B) careful (C) carefully\nwas と opened の間なので副詞、(C)。\n\n"
    second = "Hand it in ------- Friday.\n{}期限だから(B)。\n"
    choices = "(A) until (B) by (C) in\n"
    assert [key(each) for each in asked(first + second.format(choices))[0]] == [["C"], ["B"]]
    assert [key(each) for each in asked(first + second.format(""))[0]] == [["C"]]
