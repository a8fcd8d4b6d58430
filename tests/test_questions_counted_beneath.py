"""Figures that count questions beneath a title of answers are no answers, and answers in a file that tells words."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ONE = "### Q{n}：{asked}\n\n1. {one}\n2. {two}\n3. {three}\n\n"
_TWO = _ONE.format(n=1, asked="次のうち、気体はどれか。", one="氷", two="湯気", three="霜") + _ONE.format(
    n=2, asked="光の三原色に含まれるのはどれか。", one="黄", two="茶", three="緑"
)


@pytest.mark.parametrize("title", ["### 答え", "**答え**", "<details><summary>答え</summary>\n"])
@pytest.mark.parametrize("numbers", [("(1)", "(2)"), ("①", "②")])
@pytest.mark.parametrize("said", ["たぶん{}", "{}です。", "{}？", "**{}**"])
def test_figures_that_count_are_no_answer_to_the_question_above(
    title: str, numbers: tuple[str, str], said: str
) -> None:
    answers = "\n\n".join(f"{number}\n\n{said.format(n)}" for number, n in zip(numbers, "23", strict=True))
    questions, _ = asked(f"{_TWO}{title}\n\n{answers}\n")
    assert all(key(each) in (["2"], ["3"]) for each in questions)
    assert ["3"] not in [key(each) for each in questions if each.lines.first == 1]


def test_a_single_figure_beneath_is_one() -> None:
    questions, _ = asked(f"{_TWO}### 答え\n\n(3)\n\n茶は三原色ではない。\n")
    assert [key(each) for each in questions] == [["3"]]


_WORDS = """## 1

正方形の一辺が 4 のとき、周の長さはいくつか。

1. 8 cm
2. 16 cm²
3. 16 cm

正解：{first}

## 2

100 の正の平方根はどれか。

1. 20
2. 10
3. 50

正解：{second}

## 3

9 の正の平方根はどれか。

1. 3
2. 2
3. 4

正解：3
"""


def test_where_all_answers_are_words_a_figure_is_one_too() -> None:
    questions, _ = asked(_WORDS.format(first="16 cm²", second="10"))
    assert [key(each) for each in questions] == [["2"], ["2"], ["1"]]


@pytest.mark.parametrize(("first", "second"), [("16 cm", "2"), ("3. 16 cm", "10"), ("16 cm", "たぶん10")])
def test_where_answers_are_told_by_label_too_a_figure_that_may_be_both_is_none(first: str, second: str) -> None:
    questions, _ = asked(_WORDS.format(first=first, second=second))
    assert [each for each in questions if each.lines.first > 20] == []


@pytest.mark.parametrize(
    "notes",
    [
        "1. 空は青い。\n   ○\n2. 花は赤い。\n   ×\n2. 海は甘い。\n   ×\n",  # a number twice
        "**解答** __：__ 問1 ア 問2 イ\n", "解**答**：問1 ア / 問2 イ\n",  # emphasis divides what announces answers
    ],
)  # fmt: skip
def test_notes_that_nobody_could_number_end_no_build(notes):
    assert isinstance(asked(f"# N\n\n## 正誤問題\n\n{notes}")[0], list)
