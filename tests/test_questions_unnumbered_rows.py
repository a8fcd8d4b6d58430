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


@pytest.mark.parametrize(
    "answers",
    [
        "## 解答\n\nABCB", "## 解答\n\nAB CB", "## 解答\n\n- AB\n- CB", "## 解答\n\nA\nB\nC\nB", "答え：ABCB",
        "正解は順に、A、B、C、B。", "【解答】A B C B", "**答え** ABCB", "答え\nABCB", "Answers: abcb",
        "<details><summary>答え</summary>\n\nA B C B\n\n</details>", "```\nx\n```\n\n## 解答\n\n```\nABCB\n```",
        "## 解答\n\nABCB\n\n見直し済み", "## 解答\n\n| 範囲 | 答え |\n|-|-|\n| 1〜4 | ABCB |",
    ],
)  # fmt: skip
def test_labels_stand_apart_or_not_beneath_a_title_or_behind_it(answers):
    assert keys(f"{ASKING}\n\n{answers}") == [["A"], ["B"], ["C"], ["B"]]


@pytest.mark.parametrize(
    "answers",
    [
        "自分の答え：ABCB", "答え：ABC", "答え：ABCBD", "答え：ABCE", "答え\nD B A C", "## 解答（自分）\n\nABCB",
        "## 解答\n\nABCB\n\nたぶん合っている", "## 解答\n\nABCB\n\n※1回目の解答", "## 得点\n\nABCB",
        "答え：ABCB（答え合わせまだ）",
        "## 解答\n\nABCB\n\n## 正解\n\nBCDC",
    ],
)  # fmt: skip
def test_rows_that_may_be_anothers_or_of_one_question(answers):
    assert keys(f"{ASKING}\n\n{answers}") == []


def test_questions_without_numbers_and_parts_have_rows_too():
    apart = ASKING.replace("問", "### ")
    assert keys(f"{apart}\n\n## 解答\n\nABCB") == [["A"], ["B"], ["C"], ["B"]]
    part = f"{ASKING}\n\n### 解答\n\n"
    assert keys(f"## 昼\n\n{part}ABCB\n\n## 夜\n\n{part}BCDC") == [[each] for each in "ABCBBCDC"]


def test_figures_are_a_row_in_several_fives_alone():
    asking = "\n\n".join(
        f"問{number} 第{number}の色はどれか。\n\n1) 赤\n2) 青\n3) 黄\n4) 緑" for number in range(1, 11)
    )
    assert len(keys(f"{asking}\n\n## 解答\n\n13241 23411")) == 10
    assert keys(asking.partition("問6")[0] + "## 解答\n\n13241") == []


@pytest.mark.parametrize("row", ["1) A  2) B  3) C  4) B", "1 赤\n2 青\n3 黄\n4 青", "1 赤　2 青　3 黄　4 青"])
def test_numbers_that_markdown_reads_and_words_behind_bare_ones(row):
    assert keys(f"{ASKING}\n\n## 解答\n\n{row}") == [["A"], ["B"], ["C"], ["B"]]
