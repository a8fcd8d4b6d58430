"""Numbered questions whose words wrap, each with a list of choices within; and marks that are no verdicts on them."""

from __future__ import annotations

import pytest

from support.asking import asked, key

WORDS = ("空の色はどれ？", "晴れた日の\n   空の色は\n   どれ？", "次のうち空の色を\n   選べ。")
COLOURS = ("赤", "青", "黄", "緑")


def keys(notes):
    return [key(each) for each in asked(f"# N\n\n{notes}\n")[0]]


@pytest.mark.parametrize("first", WORDS)
@pytest.mark.parametrize("second", WORDS)
@pytest.mark.parametrize("mark", [("[x] ", "[ ] ", ""), ("", "", "（正解）"), ("", "", " ← 正解")])
def test_each_item_is_a_question_of_its_own(first, second, mark):
    """Else the choices of the second would be asked with the words of the first."""
    right, wrong, behind = mark
    notes = ""
    for number, (words, at) in enumerate(((first, 1), (second, 3), (first, 0)), 1):
        notes += f"{number}. {words}\n\n"
        notes += "".join(
            f"   - {right if index == at else wrong}{colour}{behind if index == at else ''}\n"
            for index, colour in enumerate(COLOURS)
        )
        notes += "\n"
    assert keys(notes) == [["2"], ["4"], ["1"]]


@pytest.mark.parametrize(
    "asks",
    [
        "正しいものを3つ選びなさい。",
        "色の名前を記述しなさい",
        "正しいものはどれか。",
        "正しいものを選べ。\n   空は「」である。",
    ],
)
def test_a_record_behind_a_question_is_no_verdict_on_a_statement(asks):
    assert keys(f"1. 色の説明として、{asks}（×）\n   あ\n\n2. 花の説明として、{asks}（◯）\n   い") == []


def test_a_correction_with_a_date_and_how_it_came_about():
    choices = "   1. 赤\n   2. 青\n   3. 黄\n\n"
    notes = f"1. 空の色はどれか。\n{choices}2. 花の色はどれか。\n{choices}## 解答\n\n1. 2\n2. 3\n\n## 訂正\n\n"
    assert keys(f"{notes}- 10/12：問2の解答は 3 ではなく 1。転記ミスだった。") == [["2"], ["1"]]
    assert keys(f"{notes}- 10/12：問2の解答は怪しい。") == [["2"]]


def test_an_explanation_that_ends_in_its_answer_and_stands_twice_may_be_of_either():
    """Beneath other choices; beneath tables of choices, too, where a label stands before it."""
    told = "つないだ所の引張強さは減らしてはいけないので3。"
    first, second = "1. 赤\n2. 青\n3. 黄", "1. 山\n2. 川\n3. 海"
    other = "1. 春\n2. 夏\n3. 秋\n\n暑いので2。"
    notes = (
        f"## 問1 どれか。\n\n{first}\n\n{told}\n\n## 問2 どれか。\n\n{second}\n\n{told}\n\n## 問3 どれか。\n\n{other}"
    )
    assert keys(notes) == [["2"]]
    table = (
        "| 記号 | 選択肢 |\n|---|---|\n| ア | {} |\n| イ | {} |\n\n解答\n\n(イ) 一回ごとに半分になっていくから。\n\n"
    )
    assert keys(f"## 問1 どれか。\n\n{table.format('赤', '青')}## 問2 どれか。\n\n{table.format('山', '川')}") == [
        ["イ"]
    ]
