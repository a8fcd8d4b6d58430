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
@pytest.mark.parametrize("head", ["| 機能 | 対応 |", "| 項目 | 可否 |", "|  | ○× |", "| 選択肢 | 対応 |"])
def test_a_table_of_features_asks_nothing(line, head):
    assert keys(f"{line}\n\n{head}\n|---|---|\n| 暗号化 | ○ |\n| 記録 | × |\n| 更新 | ○ |\n") == []


@pytest.mark.parametrize("heads", ["可否 | 理由", "結果 | メモ", "問1 | 問2", "正解 | 分野"])
def test_columns_that_judge_or_explain_are_no_things_to_compare(heads):
    rows = "| 春の星 | 上がる | 低い空に見えるから |\n| 夏の星 | 下がる | 日が長くなるので |\n"
    assert keys(f"| 項目 | {heads} |\n|---|---|---|\n{rows}") == []


@pytest.mark.parametrize(
    "head", ["No. | クイズ | 候補 | 正解番号", "# | 問題内容 | 選択肢（3択） | 正解", "問 | 設問 | 解答群 | 答え"]
)
@pytest.mark.parametrize(
    "cell", ["A. 赤、B. 青、C. 黄", "A) 赤／B) 青／C) 黄", "A. 赤 ; B. 青 ; C. 黄", "A. 赤<br>B. 青<br>C. 黄"]
)
@pytest.mark.parametrize("answer", ["B", "**B**", "青", "B（青）"])
def test_a_row_is_a_question_whatever_its_columns_are_called(head, cell, answer):
    (question,), _ = asked(f"# N\n\n| {head} |\n|---|---|---|---|\n| 1 | 空の色はどれか。 | {cell} | {answer} |\n")
    assert key(question) == ["B"]
    assert [plain(choice.words) for choice in question.choices] == ["赤", "青", "黄"]


def test_choices_without_labels_are_answered_word_for_word():
    head = "| 問題 | 選択肢 | 正解 |\n|---|---|---|\n| 空の色はどれか。 | "
    assert keys(f"{head}赤 / 青 / 黄 | 青 |") == ["2"]
    assert keys(f"{head}赤 / 青 / 黄 | 2 |") == []
    assert keys(f"{head}赤 / 青 / 黄 | 青緑 |") == []


@pytest.mark.parametrize(
    "head", ["問題 | 選択肢 | 解答 | 判定", "問題 | 選択肢 | 自分の答え | メモ", "問題 | 選択肢 | 回答 | メモ"]
)
def test_the_learners_own_answers_in_a_row_are_none(head):
    assert keys(f"| {head} |\n|---|---|---|---|\n| 空の色はどれか。 | A. 赤<br>B. 青<br>C. 黄 | A | × |\n") == []


def test_a_label_in_a_choice_is_none_where_it_is_written_otherwise():
    cell = "1. 1、2 を含む 2. 3 を含む 3. 4 を含む"
    (question,), _ = asked(f"# N\n\n| 問題 | 選択肢 | 正解 |\n|---|---|---|\n| 集合はどれか。 | {cell} | 2 |\n")
    assert [plain(choice.words) for choice in question.choices] == ["1、2 を含む", "3 を含む", "4 を含む"]


def test_the_names_of_features_are_no_statements():
    rows = "| 多重継承 | × |\n| インスタンス化 | ○ |\n"
    assert keys(f"| 内容 | 正誤 |\n|---|---|\n{rows}") == []
    assert keys(f"| 内容 | 正誤 |\n|---|---|\n{rows}| 氷は水に浮かぶ | ○ |\n") == ["1"]
