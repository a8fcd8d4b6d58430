"""Answers that stand in a section of their own, apart from their question."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "ア 赤\nイ 青\nウ 緑\n"


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions with choices."""
    return [key(question) for question in asked(text)[0] if question.recogniser == "choices"]


@pytest.mark.parametrize(
    "title",
    ["問1　解答・解説", "問1の答え", "問1 - 解説", "【解答】問1", "問1（解答）", "Q1 正解", "問1 解答 🎀"],
)
def test_a_section_that_is_named_after_a_question_answers_it(title: str) -> None:
    """As slides do: one page asks, the next one answers."""
    text = f"# 問1　空の色\n\n空の色はどれか。\n\n{CHOICES}\n# {title}\n\n正解：イ\n\n青いから。\n"
    assert keys(text) == [["イ"]]


def test_a_title_may_name_any_question_by_what_its_own_begins_with() -> None:
    """``演習5-E`` is no number, but what both headings begin with."""
    asking = "".join(f"## 演習5-{name}　色\n\n色{name}はどれか。\n\n{CHOICES}\n" for name in "AB")
    answers = "## 演習5-A　解答\n\n**正解：ア**\n\n## 演習5-B　解答\n\n**正解：ウ**\n"
    assert keys(asking + answers) == [["ア"], ["ウ"]]


def test_the_title_itself_may_give_the_answer() -> None:
    """``#### 問題2 - 解答: ウ`` beneath all questions."""
    asking = "".join(f"### 問題{number}\n\n色{number}はどれか。\n\n{CHOICES}\n" for number in (1, 2))
    answers = "## 詳しく\n\n#### 問題1 - 解答: ア\n赤い。\n\n#### 問題2 - 解答: ウ\n緑だ。\n"
    assert keys(asking + answers) == [["ア"], ["ウ"]]


def test_parts_that_count_anew_are_answered_by_what_follows_them() -> None:
    """Two questions are called 問1: each has its answer right behind it."""
    parts = "".join(
        f"# {part}\n\n# 問1　{part}の色\n\n{part}の色はどれか。\n\n{CHOICES}\n# 問1　解答\n\n正解：{label}\n\n"
        for part, label in (("午前", "ア"), ("午後", "ウ"))
    )
    assert keys(parts) == [["ア"], ["ウ"]]
    asking = "# 問1　空\n\n空の色はどれか。\n\n" + CHOICES + "\n# 問1　海\n\n海の色はどれか。\n\n" + CHOICES
    assert keys(f"{asking}\n# まとめ\n\n# 問1　解答\n\n正解：イ\n") == []


def test_a_title_without_a_name_answers_the_only_question_before_it() -> None:
    """``## 問題文`` and ``## 正解``; not where two are asked, or one asks without choices."""
    one = f"## 問題文\n\n空の色はどれか。\n\n{CHOICES}\n"
    answer = "## 図\n\n（なし）\n\n## 正解\n\n**イ**：青。\n"
    assert keys(one + answer) == [["イ"]]
    assert keys(one + "## 自分の解答\n\nア\n\n" + answer) == [["イ"]]
    assert keys(one + one.replace("空", "海") + answer) == []
    assert keys("## 問1\n\n空はなぜ青いか。\n\n## 問2\n\n" + one.removeprefix("## 問題文\n\n") + answer) == []


@pytest.mark.parametrize(
    "beneath",
    [
        "## 自分の解答\n\n正解：イ\n",
        "## 正解\n\n正解：イ？\n",
        "## 正解\n\n正解：イ\n\nやっぱりアかも。\n",
        "## 正解（仮）\n\n正解：イ\n",
    ],
)
def test_what_is_doubted_or_the_learners_own_answers_nothing(beneath: str) -> None:
    """A section of answers is read as if it stood beneath its question: doubts count there, too."""
    assert keys(f"## 問題文\n\n空の色はどれか。\n\n{CHOICES}\n{beneath}") == []


def test_the_front_matter_answers_the_only_question() -> None:
    """``answer: イ`` is sure where the file asks one thing, and nothing there doubts it or says otherwise."""
    body = f"## 問題\n\n空の色はどれか。\n\n{CHOICES}\n"
    assert keys(f"---\nanswer: イ\n---\n\n{body}") == [["イ"]]
    assert keys(f"---\nanswer: イ\n---\n\n{body}## 正解\n\n正解：ア\n") == []
    assert keys(f"---\nanswer: イ # たぶん\n---\n\n{body}") == []
    assert keys(f"---\nanswer: オ\n---\n\n{body}") == []
    assert keys(f"---\nanswer: イ\n---\n\n{body}{body.replace('空', '海')}") == []


def many(count: int) -> str:
    """Return so many questions, numbered from 1 on."""
    return "".join(f"### 問題{number}\n\n色{number}はどれか。\n\n{CHOICES}\n" for number in range(1, count + 1))


@pytest.mark.parametrize(
    "table",
    [
        "| 問題 | 解答 | 問題 | 解答 |\n|-|-|-|-|\n| 1 | ア | 3 | ウ |\n| 2 | イ | 4 | ア |\n",
        "|問|正解|点|問|正解|点|\n|-|-|-|-|-|-|\n|1|ア|2|2|イ|2|\n|3|ウ|2|4|ア|2|\n",
        "| 問 | 1 | 2 |\n|-|-|-|\n| 答 | ア | イ |\n| 問 | 3 | 4 |\n| 答 | ウ | ア |\n",
    ],
)
def test_a_table_of_answers_may_hold_several_side_by_side(table: str) -> None:
    """Or one beneath another, where it lies: to save room."""
    assert keys(f"## 問題\n\n{many(4)}\n## 解答\n\n{table}") == [["ア"], ["イ"], ["ウ"], ["ア"]]
    assert keys(f"## 問題\n\n{many(4)}\n## 自分の解答\n\n{table.replace('正解', '解答')}") == []


def test_answers_may_be_numbered_with_their_own_letter() -> None:
    """``A1：…`` answers Q1, in a list whose title may end in emoji; the questions' title may tell where it is."""
    asking = "".join(f"**Q{number}.** 色{number}はどれか。\nA. 赤　B. 青　C. 変更に強い緑\n\n" for number in (1, 2, 3))
    answers = "* **A1：B**（青！）\n* **A2：A**\n* **A3：C**（変更に強い！）\n"
    text = f"## テスト（3問）🎓（答えは下にあるよ👇）\n\n{asking}\n## テストの答え 🎀✅\n\n{answers}"
    assert keys(text) == [["B"], ["A"], ["C"]]
    assert keys(text.replace("（青！）", "（Aに変更）")) == [["A"], ["C"]]
    assert keys(text.replace("🎀✅", "🤔")) == []


@pytest.mark.parametrize("said", ["`abc-x` だ。", '`"abc-x"`。', '"abc-x" です。', "abc-x", "`abc-x` である"])
def test_a_choice_may_be_named_with_or_without_its_quotation_marks(said: str) -> None:
    """Code in a list of choices is often a string: ``1. "abc-x"``."""
    asking = '### 問題1\n\n`name` の値は何か?\n\n1. `"abc-y"`\n2. `"abc-x"`\n3. その他\n\n'
    assert keys(f"{asking}正解は {said}\n") == [["2"]]


def test_a_string_is_not_the_figure_in_it() -> None:
    """``"5"`` and ``5`` are two choices."""
    text = '### 問題1\n\n値は何か。\n\nA. `5`\nB. `"5"`\nC. `6`\n\n正解: {}\n'
    assert keys(text.format("`5`")) == [["A"]]
    assert keys(text.format('`"5"`')) == [["B"]]
    assert keys(text.format("「5」")) == []


def test_a_question_may_be_numbered_with_a_letter() -> None:
    """``練習問題 A:`` begins one, and is no part of what it asks; without a stop it may be anything."""
    questions, _ = asked("**練習問題 A**: 次を考える。\n\n値は何か?\n\n1. 赤\n2. 青\n3. 緑\n\n正解は 青。\n")
    assert [(question.lines.first, key(question)) for question in questions] == [(1, ["2"])]


def test_a_table_that_says_that_it_has_choices_may_stand_beneath_code_and_remarks() -> None:
    """Between the question and its table; what explains choices is no such table."""
    table = "| 選択肢 | 内容 |\n|-|-|\n| ア | x |\n| イ | y |\n| ウ | z |\n"
    asking = "## 演習1-A　色\n\n空欄に入る色を一つ選んでください。\n\n変数は整数型です。\n\n```text\nx\n```\n\n"
    answer = "## 演習1-A　解答\n\n**正解：イ**\n"
    assert keys(f'{asking}<div class="t">\n\n{table}\n</div>\n\n{answer}') == [["イ"]]
    assert keys(f"{asking}{table}\n{answer}") == [["イ"]]
    assert keys(f"{asking}{table.replace('内容', '解説')}\n{answer}") == []
    assert keys(f"{asking}答え：ウ\n\n{table}\n{answer}") == []


def test_a_heading_may_answer_with_the_letter_of_answers() -> None:
    """``## A1. B`` beneath ``## Q1. …``; where nothing is called Q1, it is no answer's."""
    asking = "".join(
        f"## Q{number}. 色{number}はどれ？\n\n- A. 赤\n- B. 青\n- C. 緑\n\n## A{number}. {label}\n\n色だから。\n\n"
        for number, label in ((1, "B"), (2, "C"))
    )
    assert keys(asking) == [["B"], ["C"]]
    assert keys(asking.replace("## Q", "## 話")) == []


@pytest.mark.parametrize(
    ("choices", "label"),
    [
        ("<p><b>ア</b> 赤<br><b>イ</b> 青<br><b>ウ</b> 緑</p>", "イ"),
        ('<ol type="A"><li>赤</li><li>青</li><li>緑</li></ol>', "B"),
        ("<ol><li>赤</li><li><code>青</code></li><li>緑</li></ol>", "2"),
    ],
)
def test_emphasis_in_html_begins_no_line(choices: str, label: str) -> None:
    """And a list's items are counted as its type says."""
    assert keys(f"### 問題1\n\n空の色はどれか。\n\n{choices}\n\n正解：{label}\n") == [[label]]
