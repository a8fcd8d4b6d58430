"""Verdicts in a list of answers: in rows and lines, as signs and as words; and what such a list itself is not."""

from __future__ import annotations

import pytest

from support.asking import asked, key

STATED = ("水は0度で凍る。", "太陽は西から昇る。", "光は音より速い。")


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked("# メモ\n\n## 問題\n\n" + text)[0]]


def _stated(number: str, between: str = "\n\n") -> str:
    return between.join(number.format(at) + said for at, said in enumerate(STATED, 1)) + "\n\n"


@pytest.mark.parametrize("number", ["({}) ", "問{} ", "{}. ", "- 問{}：", "- ({}) "])
@pytest.mark.parametrize(
    "row",
    [
        "1…○、2…×、3…○",
        "1 正　2 誤　3 正",
        "1：真　2：偽　3：真",
        "①○　②×　③○",
        "1. ○ 2. × 3. ○",
        "- 1 ○：水だから。\n- 2 ×：東から。\n- 3 ○",
        "1. True 水だから。\n2. False 東から。\n3. True 光だから。",
    ],
)
def test_rows_and_lines_of_verdicts(number: str, row: str) -> None:
    between = "\n" if number[0] in "-{" else "\n\n"
    assert _keys(_stated(number, between) + f"## 解答\n\n{row}\n") == [["1"], ["2"], ["1"]]


def test_rows_of_labels_are_read_as_before() -> None:
    asks = "".join(f"問{at} どれか。\n\nア. 甲{at}\nイ. 乙{at}\nウ. 丙{at}\n\n" for at in (1, 2, 3))
    assert _keys(asks + "## 解答\n\n1…ア、2…ウ、3…イ\n") == [["ア"], ["ウ"], ["イ"]]
    assert _keys(asks.replace("ア", "①").replace("イ", "②").replace("ウ", "③") + "## 解答\n\n①② ③\n") == []


@pytest.mark.parametrize("number", ["{}. ", "[{}] ", "- 問{}："])
def test_a_folded_answer_with_its_reason_is_no_further_statement(number: str) -> None:
    between = "\n" if number[0] in "-{" else "\n\n"
    told = "## ○×問題\n\n" + _stated(number, between) + "**解答**\n\n1. ○ そうなるから。\n2. × 東から昇るから。\n"
    assert len(_keys(told)) in (0, 2)
    assert not any("から。" in question.stem[-1].words[0] for question in asked(told)[0])


def test_a_list_of_verdicts_is_not_the_last_statements_alone() -> None:
    told = "正しいものには○、誤っているものには×をつけよ。\n\n" + _stated("- 問{}：", "\n")
    assert [found[0] for found in _keys(told + "**解答**\n\n1. F 2. T 3. T\n")] in ([], ["2", "1", "1"])


@pytest.mark.parametrize("doubt", ["※ずれてるかも", "※番号が1つずれているかも", "（1つずつズレてる気がする）"])
def test_a_list_that_may_be_shifted_answers_nothing(doubt: str) -> None:
    assert _keys(_stated("({}) ") + f"## 解答\n\n1…○、2…×、3…○\n\n{doubt}\n") == []
    assert _keys(_stated("({}) ") + "## 解答\n\n1…○、2…×、3…○\n\n※周期がずれているかもしれない星もある。\n") != []
