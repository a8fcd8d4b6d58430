"""Choices that stand in a table."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import WRITTEN_OUT, asked, key

ASKS = "# N\n\n## 1. 色\n\n空の色はどれか。\n\n"
ROWS = "| 記号 | 選択肢 |\n|---|---|\n| A | 赤 |\n| B | 青 |\n| C | 黄 |\n\n"
PAIRS = "|  | 昼 | 夜 |\n|---|---|---|\n| ア | 青 | 黒 |\n| イ | 青 | 白 |\n| ウ | 赤 | 黒 |\n\n"


def found(notes):
    questions = [question for question in asked(notes)[0] if question.recogniser in WRITTEN_OUT]
    return [(" ".join(key(each)), [plain(choice.words) for choice in each.choices]) for each in questions]


@pytest.mark.parametrize(
    ("notes", "wanted", "choices"),
    [
        (f"{ASKS}{ROWS}答え　B\n", "B", ["赤", "青", "黄"]),
        (f"{ASKS}{ROWS}正解：青\n", "B", ["赤", "青", "黄"]),
        (f"{ASKS}| ア | イ | ウ |\n|---|---|---|\n| 赤 | `青` | 黄 |\n\n正解：イ\n", "イ", ["赤", "青", "黄"]),
        (f"{ASKS}{PAIRS}よって答えはア。\n", "ア", ["昼：青、夜：黒", "昼：青、夜：白", "昼：赤、夜：黒"]),
        (f"{ASKS}| 選択肢 | 答 |\n|---|---|\n| 赤 | |\n| 青 | ◎ |\n", "2", ["赤", "青"]),
        (f"{ASKS}| 選択肢 | 可否 |\n|---|---|\n| 赤 | 不可 |\n| 青 | 可 |\n", "2", ["赤", "青"]),
        (
            f"{ASKS}| 選択肢 | 判定 |\n|---|---|\n| 赤 | 適切 |\n| 青 | 不適切 |\n| 黄 | 適切 |\n".replace(
                "の色は", "の色として不適切なものは"
            ),
            "2",
            ["赤", "青", "黄"],
        ),
    ],
)  # fmt: skip
def test_a_table_of_choices_is_a_question(notes, wanted, choices):
    assert found(notes) == [(wanted, choices)]


def test_further_columns_are_what_is_said_of_a_choice():
    notes = "| 番号 | 色 | 波長 |\n|---|---|---|\n| 1 | 赤 | 700 |\n| 2 | 青 | 450 |\n\n正解：2\n"
    (question,), _ = asked(ASKS + notes)
    assert [[plain(words) for words in choice.reasons] for choice in question.choices] == [["波長：700"], ["波長：450"]]


@pytest.mark.parametrize(
    "notes",
    [
        f"# N\n\n## 1. 色\n\n{ROWS}以上。\n",
        f"{ASKS}{ROWS}",
        f"{ASKS}{ROWS}答え：B→C\n",
        f"{ASKS}| 選択肢 | 判定 |\n|---|---|\n| 赤 | ○ |\n| 青 | △ |\n",
        f"{ASKS}| 選択肢 | 票 |\n|---|---|\n| 赤 | 12 |\n| 青 | 7 |\n",
        f"{ASKS}| 選択肢 | 判定 |\n|---|---|\n| 赤 | ○ |\n| 青 | × |\n| 黄 | × |\n".replace(
            "の色は", "の色として誤っているものは"
        ),
        "# N\n\n## 解答\n\n| 番号 | 正解 |\n|---|---|\n| 1 | A |\n| 2 | B |\n",
    ],
)  # fmt: skip
def test_a_table_without_a_question_or_a_clear_key_asks_nothing(notes):
    assert found(notes) == []
