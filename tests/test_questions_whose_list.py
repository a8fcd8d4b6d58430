"""Lists of answers that are the learner's, or that nobody checked; rows of tables that are no answers."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "- A. 赤\n- B. 青\n- C. 黄\n- D. 緑"
ASKING = "\n\n".join(f"問{number} {what}色はどれか。\n\n{CHOICES}" for number, what in enumerate("花空土葉", 1))
TABLE = "| 問 | 答え |\n|---|---|\n| 1 | A |\n| 2 | B |\n| 3 | C |\n| 4 | B |"
LISTED = "- 問1：A\n- 問2：B\n- 問3：C\n- 問4：B"
KEYS = [["A"], ["B"], ["C"], ["B"]]


def keys(notes):
    return [key(each) for each in asked(f"# N\n\n{notes}\n")[0]]


def lying(*rows):
    return f"{ASKING}\n\n## 解答\n\n| 問 | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n" + "\n".join(rows)


@pytest.mark.parametrize("answers", [TABLE, LISTED, LISTED.replace("- ", "")])
@pytest.mark.parametrize(
    "said",
    [
        "※ 公式の解答は未発表。", "（自分の解答）", "自分で考えた解答です。", "正しい保証はありません。",
        "※答え合わせはまだ", "間違っているかも。", "自己採点用（まだ確認していない）", "友達の解答を写した。",
    ],
)  # fmt: skip
def test_a_list_beside_which_somebody_owns_or_doubts_it_gives_no_answers(answers, said):
    assert keys(f"{ASKING}\n\n## 解答\n\n{said}\n\n{answers}") == []
    assert keys(f"{ASKING}\n\n## 解答\n\n{answers}\n\n{said}") == []


@pytest.mark.parametrize("answers", [TABLE, LISTED, LISTED.replace("- ", "")])
@pytest.mark.parametrize(
    "title",
    [
        "## 解答（自分の）", "## 解答（仮）", "## 解答（未確認）", "## 解答案", "## 予想解答", "## 解答？",
        "## 解答 ※非公式", "## 解答（AI）", "## 解答\n\n### 自分", "**解答**（未確認）", "解答（推定）：",
        "## 前回の解答",
    ],
)  # fmt: skip
def test_a_title_may_say_that_answers_are_guesses_or_whose_they_are(answers, title):
    assert keys(f"{ASKING}\n\n{title}\n\n{answers}") == []


@pytest.mark.parametrize(
    "title", ["## 解答（全4問）", "## 解答 - 第1回", "## 仮説検定の解答", "## 解答（AI編）", "## 解答例"]
)
def test_a_title_may_say_something_else(title):
    assert keys(f"{ASKING}\n\n{title}\n\n{TABLE}") == KEYS


@pytest.mark.parametrize(
    "said",
    [
        "公式の解答です。",
        "※各2点",
        "自分で答え合わせをしましょう。",
        "間違えた問題は見直すこと。",
        "自分の解答と比べよう。",
    ],
)
def test_a_list_beside_which_something_else_is_said(said):
    assert keys(f"{ASKING}\n\n## 解答\n\n{said}\n\n{TABLE}") == KEYS


def test_a_doubt_on_one_number_is_on_that_alone():
    assert keys(f"{ASKING}\n\n## 解答\n\n{TABLE}\n\n※問2は要確認") == [["A"], ["C"], ["B"]]


@pytest.mark.parametrize("beside", ["判定", "確信度", "自信度", "結果", "採点"])
def test_answers_beside_how_they_went_are_the_learners(beside):
    body = "\n".join(
        f"| {number} | {label} | {mark} |" for number, label, mark in zip("1234", "ABCB", "○×○×", strict=True)
    )
    assert keys(f"{ASKING}\n\n## 解答\n\n| 問 | 解答 | {beside} |\n|---|---|---|\n{body}") == []
    assert keys(f"{ASKING}\n\n## 解答\n\n| 問 | 正解 | {beside} |\n|---|---|---|\n{body}") == KEYS
    assert keys(lying("| 解答 | A | B | C | B |", f"| {beside} | ○ | × | ○ | × |")) == []


@pytest.mark.parametrize(
    "other", ["配点 | 2 | 3 | 2 | 3", "自分 | D | D | D | D", "解答 | D | D | D | D", "自分の答え | D | D | D | D"]
)
def test_the_row_of_answers_may_stand_among_others(other):
    right = "| 正解 | A | B | C | B |"
    assert keys(lying(f"| {other} |", right)) == KEYS
    assert keys(lying(right, f"| {other} |")) == KEYS


@pytest.mark.parametrize("row", ["自分の答え | A | B | C | B", "難易度 | A | B | C | B", "メモ | A | B | C | B"])
def test_a_row_of_anything_else_gives_no_answers(row):
    assert keys(lying(f"| {row} |")) == []


def test_a_row_for_several_questions_answers_none_of_them():
    assert keys(f"{ASKING}\n\n## 解答\n\n" + TABLE.replace("| 2 | B |\n", "").replace("| 1 |", "| 1〜2 |")) == [
        ["C"],
        ["B"],
    ]


def test_an_empty_column_keeps_pairs_apart():
    table = "| 問 | 正解 |  | 問 | 正解 |\n|---|---|---|---|---|\n| 1 | A |  | 3 | C |\n| 2 | B |  | 4 | B |"
    assert keys(f"{ASKING}\n\n## 解答\n\n{table}") == KEYS


@pytest.mark.parametrize(("head", "expected"), [("備考", [["A"]]), ("自分の選択", []), ("1回目", []), ("予想", [])])
def test_marks_of_the_learners_choice_are_no_key(head, expected):
    rows = "| A | 赤 | ○ |\n| B | 青 | × |\n| C | 黄 | × |"
    assert keys(f"### 問1\n\n花色はどれか。\n\n| 選択肢 | 内容 | {head} |\n|---|---|---|\n{rows}") == expected
