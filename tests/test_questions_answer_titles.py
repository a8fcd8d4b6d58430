"""Answers beneath titles of their own, which stand together beneath one that says that answers follow."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "- A. 赤\n- B. 青\n- C. 緑\n"


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions with choices."""
    return [key(question) for question in asked(text)[0] if question.recogniser == "choices"]


def asking(number: str) -> str:
    """Return two questions, numbered with what stands before their figures."""
    return "".join(f"{number}{at} 色{at}はどれか。\n\n{CHOICES}\n" for at in (1, 2))


@pytest.mark.parametrize(
    ("number", "titles"),
    [
        ("### 問", ("### 問1", "### 問2")),
        ("### Q", ("### Q1: 空", "### Q2: 森")),
        ("## 問", ("**問1**", "**問2**")),
        ("Q", ("### Q1", "### 問題 2")),
    ],
)
@pytest.mark.parametrize("heading", ["## 解答", "## クイズの答え", "## 3. 解答・解説"])
def test_titles_beneath_one_of_answers_are_of_the_questions_they_count(
    number: str, titles: tuple[str, str], heading: str
) -> None:
    """What else such a title says may be its topic."""
    answers = f"{heading}\n\n{titles[0]}\n\n正解：B\n\n晴れの日。\n\n{titles[1]}\n\n**正解：C**\n"
    assert keys(f"## 色\n\n{asking(number)}\n{answers}") == [["B"], ["C"]]


def test_such_a_title_may_give_the_answer_itself() -> None:
    """``### Q1: B``."""
    assert keys(f"{asking('### Q')}\n## 解答\n\n### Q1: B\n\n晴れの日。\n\n### Q2: C\n\n夏。\n") == [["B"], ["C"]]


@pytest.mark.parametrize(
    "heading",
    ["## 自分の解答", "## 解答\n\n私の答えです。", "## 解答\n\n（要確認）", "## 解答\n\n合っているか不明。"],
)
def test_answers_that_are_ones_own_or_doubted_as_a_whole_count_for_none(heading: str) -> None:
    """Whatever their titles are."""
    assert keys(f"{asking('### 問')}\n{heading}\n\n### 問1\n\nB\n\n### 問2\n\nC\n") == []


def test_a_figure_alone_may_count_the_steps_of_an_answer() -> None:
    """One question, and steps 1 and 2."""
    text = f"## 1. 色はどれか。\n\n{CHOICES}\n## まとめ\n\n### 解答\n\n#### 1. 見る\n\nA\n\n#### 2. 選ぶ\n\nB\n"
    assert keys(text) == []


def test_steps_beneath_a_questions_own_answer_are_no_other_questions() -> None:
    """``## 問2``, ``### 解答``, ``#### 1. …``: not of question 1."""
    steps = "### 解答\n\n#### 1. 見る\n\n正解：A\n\n#### 2. 選ぶ\n\n正解：B\n"
    assert keys("".join(f"## 問{at} 色{at}はどれか。\n\n{CHOICES}\n" for at in (1, 2)) + steps) == []


def test_each_part_has_its_own_numbers() -> None:
    """Titles answer what was asked since the answers before them."""
    answers = "## 解答\n\n### Q1\n\n{0}\n\n### Q2\n\n{1}\n\n"
    parts = [f"# {name}\n\n## 問題\n\n{asking('### Q')}\n".replace("色", name) for name in ("赤さ", "青さ")]
    assert keys(parts[0] + answers.format("A", "B") + parts[1] + answers.format("C", "A")) == [
        ["A"],
        ["B"],
        ["C"],
        ["A"],
    ]
    assert keys(parts[0] + parts[1] + answers.format("C", "A")) == []


def test_a_bracketed_number_may_be_followed_by_any_word() -> None:
    """``【問1】equals`` and ``【問1】色`` are both called ``【問1】``; the answer is that of the nearer one."""
    one = "### 【問1】{0}\n\n次のどれか。\n\nA. 赤\nB. 青\n\n### 【問1】正解：**{1}**\n\n"
    assert keys("# 色\n\n## 一\n\n" + one.format("明るさ", "A") + "## 二\n\n" + one.format("equals", "B")) == [
        ["A"],
        ["B"],
    ]


@pytest.mark.parametrize(
    "said", ["(C) 空が青いから。", "C 空が青いから。", "C. 空が青いから。", "(C) 「晴れた日」の色。"]
)
@pytest.mark.parametrize(
    "title", ["**答え**\n\n{}", "> [!success]- Answer\n> {}", "<details><summary>答え</summary>\n\n{}\n\n</details>"]
)
def test_a_label_with_a_sentence_beneath_a_title(title, said):
    choices = "(A) 赤\n(B) 黄\n(C) 青\n(D) 緑"
    notes = f"# N\n\n## 問1 空の色はどれか。\n\n{choices}\n\n{title.format(said)}\n"
    assert [key(each) for each in asked(notes)[0]] == [["C"]]
    several = f"# N\n\n## 問1 空の色はどれか。\n\n{choices}\n\n**答え**\n\n(A) 夕方の色だ。\n(C) 昼の色だ。\n"
    assert asked(several)[0] == []
