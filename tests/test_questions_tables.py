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


def told(text: str) -> list[tuple[str, list[str]]]:
    """Return recogniser and right choices of each question of a text."""
    return [
        (question.recogniser, [plain(choice.words) for choice in question.choices if choice.right])
        for question in asked(text)[0]
    ]


KINDS = "- **甲関数**：値が零から一までになる\n- **乙関数**：負の値を零にするだけ\n- **丙関数**：合計が必ず一になる\n"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (f"## 活性化関数\n\n{KINDS}", ["甲関数", "乙関数", "丙関数"]),
        (f"## まとめ\n\n{KINDS}", []),
        (
            "## 場所\n\n- **日時**：土曜日の朝の十時\n- **会場**：駅前の会館の二階\n- **費用**：五百円を集める\n",
            [],
        ),
        (
            (
                "## 信号\n\n| 番号 | 信号名 | 意味 |\n|--|--|--|\n| 1 | HUP | 端末との接続が切れた |\n"
                "| 2 | INT | 利用者が割り込んだ |\n| 9 | KILL | 強いて終わらせる |\n"
            ),
            ["HUP", "INT", "KILL"],
        ),
        (
            (
                "## 道具\n\n| コマンド | 内容 |\n|--|--|\n| `ls` | ファイルを並べて表示する |\n"
                "| `pwd` | 今いる場所を表示する |\n| `cd` | 別の場所に移るとき |\n"
            ),
            ["ls", "pwd", "cd"],
        ),
        (
            (
                "## 科目\n\n| 科目 | 分類 | 意味 |\n|--|--|--|\n| 前払金 | 資産 | 先に払った手付の金 |\n"
                "| 前受金 | 負債 | 先に受け取った手付 |\n| 仮払金 | 資産 | 中身の決まらない支払い |\n"
            ),
            ["前払金", "前受金", "仮払金"],
        ),
        ("## 予定\n\n| 予定 | 内容 |\n|--|--|\n| 朝 | 参考書を読み進める |\n| 昼 | 問題を十問だけ解く |\n", []),
    ],
)
def test_terms_of_kinds_numbered_tables_and_code(text, terms):
    assert sorted(right[0] for _, right in told(f"# N\n\n{text}")) == sorted(terms)


@pytest.mark.parametrize(
    ("head", "count"), [("ホルモン | 器官 | はたらき", 3), ("期間 | やること | 状況", 0), ("担当者 | 部屋 | 機能", 0)]
)
def test_a_table_of_things_with_properties(head, count):
    rows = (
        "| 甲 | 副腎の髄質 | 血糖を上げる |\n| 乙 | 副腎の皮質 | 塩を取り戻す |\n| 丙 | 下垂体後葉 | 水を取り戻す |\n"
    )
    found = told(f"# N\n\n## 表\n\n| {head} |\n|--|--|--|\n{rows}")
    assert [recogniser for recogniser, _ in found] == ["comparison"] * count


def test_a_picture_without_words_beneath_a_heading_tells_nothing():
    assert told("# N\n\n## 1. 絵\n\n### 過学習とは？\n\n![](a.png)\n\n### 汎化とは？\n\n<!-- 後で -->\n") == []
