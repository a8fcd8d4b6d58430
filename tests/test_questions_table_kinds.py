"""Tables that hold choices with verdicts, a question a row, or answers; and those that look alike and only compare."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key


def keys(text):
    return [" ".join(key(question)) for question in asked(f"# N\n\n{text}\n")[0]]


ROWS = "|---|---|---|\n| {} | 赤 | {} |\n| {} | 青 | {} |\n| {} | 黄 | {} |\n"


@pytest.mark.parametrize("head", ["| | 選択肢 | 判定 |", "| 肢 | 記述 | 正誤 |", "| 記号 | 内容 | 正誤判定 |"])
@pytest.mark.parametrize(("yes", "no"), [("✅ 正解", "❌ 不正解"), ("**○**", "×"), ("Correct", "Incorrect")])
def test_the_choices_of_a_table_of_verdicts_have_their_labels(head, yes, no):
    (question,), _ = asked(f"# N\n\n1. 空の色はどれか。\n\n{head}\n{ROWS.format('A', no, 'B', yes, 'C', no)}")
    assert key(question) == ["B"]
    assert [plain(choice.words) for choice in question.choices] == ["赤", "青", "黄"]


def test_a_column_of_verdicts_without_a_name_or_before_the_choices():
    assert keys("空の色はどれか。\n\n| 選択肢 | |\n|---|---|\n| 赤 | |\n| 青 | ○ |\n") == ["2"]
    assert keys("空の色はどれか。\n\n| 正誤 | 選択肢 |\n|---|---|\n| × | 赤 |\n| ○ | 青 |\n") == ["2"]


@pytest.mark.parametrize(
    "line", ["## 違いは？", "どちらを使うべきか。", "## どれを選ぶか", "### Q. 甲社の機能は何ですか？"]
)
@pytest.mark.parametrize("head", ["| 機能 | 対応 |", "| 項目 | 可否 |", "|  | ○× |"])
def test_a_table_of_features_asks_nothing(line, head):
    assert keys(f"{line}\n\n{head}\n|---|---|\n| 暗号化 | ○ |\n| 記録 | × |\n| 更新 | ○ |\n") == []


@pytest.mark.parametrize("heads", ["可否 | 理由", "結果 | メモ", "問1 | 問2", "正解 | 分野"])
def test_columns_that_judge_or_explain_are_no_things_to_compare(heads):
    rows = "| 春の星 | 上がる | 低い空に見えるから |\n| 夏の星 | 下がる | 日が長くなるので |\n"
    assert keys(f"| 項目 | {heads} |\n|---|---|---|\n{rows}") == []
