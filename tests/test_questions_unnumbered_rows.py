"""Answers in a row without numbers: one for each question before it, or nobody's."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "A. 赤\nB. 青\nC. 黄\nD. 緑"
ASKING = "\n\n".join(f"問{number} {what}色はどれか。\n\n{CHOICES}" for number, what in enumerate("花空土葉", 1))


def keys(notes):
    return [key(each) for each in asked(f"# N\n\n{notes}\n")[0]]


@pytest.mark.parametrize("row", ["A、B、C、B", "A B C B", "A・B・C・B", "Ａ　Ｂ　Ｃ　Ｂ"])
def test_a_row_has_an_answer_for_each_question(row):
    assert keys(f"{ASKING}\n\n## 解答\n\n{row}") == [["A"], ["B"], ["C"], ["B"]]


@pytest.mark.parametrize(
    "answers",
    [
        "## 解答\n\nA、B、C", "## 解答\n\nA、B、C、B、D", "## 解答\n\nA、B、C、D", "## 自分の解答\n\nA、B、C、B",
        "## 解答\n\nA、B、C、たぶんB", "## 解答\n\nA、B、C、E", "## メモ\n\nA、B、C、B",
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_or_may_be_one_questions(answers):
    assert keys(f"{ASKING}\n\n{answers}") == []


def test_a_row_is_no_answer_where_a_question_has_its_own_or_wants_an_order():
    assert keys(f"{ASKING}\n\n答え：D\n\n## 解答\n\nA、B、C、B") == [["D"]]
    assert keys(ASKING.replace("葉色はどれか", "葉色の順はどれか") + "\n\n## 解答\n\nA、B、C、B") == []
