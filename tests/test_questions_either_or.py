"""Questions that offer their answers in brackets behind them."""

from __future__ import annotations

import pytest

from support.asking import asked, key

ASKED = "1. 鯨はどちらの仲間？（魚 / 獣）\n2. 鯨の好物は何？\n3. 息は何でする？（肺 / えら / 皮膚）\n"
GIVEN = "1. **獣**（乳をやる）\n2. 小さな海老\n3. 肺。水面で吸う。\n"


def keys(text: str) -> list[list[str]]:
    """Return the keys of the questions that offer their answers."""
    return [key(question) for question in asked(text)[0] if question.recogniser == "alternatives"]


@pytest.mark.parametrize(
    "between", ["<details>\n<summary>答えを見る</summary>\n\n{}\n</details>\n", "## 解答\n\n{}", "**答え**\n\n{}"]
)
def test_a_list_of_answers_of_the_same_numbers_answers_them(between: str) -> None:
    """Others of the list may have no such answers."""
    assert keys(f"## 確認\n\n{ASKED}\n{between.format(GIVEN)}") == [["2"], ["1"]]


@pytest.mark.parametrize("answer", ["答え：獣", "→ 獣（乳をやる）", "**正解：** 獣。乳をやる。"])
def test_the_answer_may_stand_beneath(answer: str) -> None:
    """Behind its word, or an arrow."""
    assert keys(f"Q1. 鯨はどちらの仲間？（魚 / 獣）\n\n{answer}\n") == [["2"]]


@pytest.mark.parametrize(
    "answer",
    ["→ 獣？", "答え：鳥", "自分の答え：獣", "→ 獣か魚", "→ 獣医が詳しい", "答え：獣（要確認）", "獣", "回答：獣"],
)
def test_a_doubt_ones_own_answer_or_other_words_answer_nothing(answer: str) -> None:
    """Nor does a line that nothing calls the answer."""
    assert keys(f"Q1. 鯨はどちらの仲間？（魚 / 獣）\n\n{answer}\n") == []


def test_ones_own_answers_or_those_to_other_questions_are_none() -> None:
    """What is offered to one answers no other."""
    assert keys(f"{ASKED}\n## 自分の解答\n\n{GIVEN}") == []
    assert keys(f"{ASKED}\n**答え**\n\n{GIVEN}\n（どれも要確認）\n") == []
    assert keys(f"{ASKED}\n## 解答\n\n1. 肺\n2. 獣\n") == []
