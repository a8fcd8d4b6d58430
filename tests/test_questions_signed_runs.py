"""Runs of questions with a sign before each, a legend that says where the mark stands, a column called 正."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.choices]


EAST = "{0}東の空から昇るものはどれ？\n① 月だけ\n② 太陽 ⭕\n③ 雲\n\n"
RUN = f"{EAST}{{0}}西の空に沈むのはどこ？\n① 太陽⭕\n② 雲\n③ 風　←沈まない\n"


@pytest.mark.parametrize("sign", ["🔸", "■", "◇", "📌"])
@pytest.mark.parametrize("legend", ["正しい肢の後ろに⭕。", "⭕＝正解", "○の付け方：正解の横に⭕"])
def test_a_run_with_a_sign_before_each_question(sign: str, legend: str):
    assert keys(f"# 空\n\n{legend}\n\n## 朝夕\n\n{RUN.format(sign)}") == [["2"], ["1"]]


@pytest.mark.parametrize("legend", ["まちがえた肢の後ろに⭕。", "⭕は復習ずみ", "自分の答えの横に⭕"])
def test_a_sign_that_is_something_else_answers_nothing(legend: str):
    assert keys(f"# 空\n\n{legend}\n\n## 朝夕\n\n{RUN.format('🔸')}") == []


ROWS = """|---|---|---|---|---|---|
| 1 | 2進数 1011 を10進数にすると | 9 | 10 | 11 | ウ |
| 2 | 最後に入れたものを先に出す構造 | 列 | 山 | 木 | イ |
"""


@pytest.mark.parametrize(
    ("head", "expected"), [("正", [["ウ"], ["イ"]]), ("答", [["ウ"], ["イ"]]), ("自分", []), ("誤", []), ("1回目", [])]
)
def test_a_column_with_a_short_name_for_the_answer(head: str, expected: list[list[str]]):
    assert keys(f"| No | 問題 | ア | イ | ウ | {head} |\n{ROWS}") == expected
