"""Choices that nothing marks as such, as they come from other sites: bare lines, and letters on lines of their own."""

from __future__ import annotations

import pytest

from support.asking import asked, key

STEM = "問1\n後入れ先出しのデータ構造はどれか。\n"
BARE = "キュー\nスタック\n木\nグラフ\n\n"


def questions(text: str) -> list[tuple[list[str], list[str]]]:
    """Choices and key of each question of a text."""
    return [(["".join(choice.words) for choice in each.choices], key(each)) for each in asked(text)[0]]


@pytest.mark.parametrize(
    "answer",
    [
        "正解：スタック\n",
        "正解\nスタック\n",
        "答え スタック\n",
        "あなたの解答：木\n正解：スタック\n不正解\n",
        "▼ 解答を見る\nスタック\n皿を積むのと同じ\n",
        "正解\n・スタック\n\n解説\n皿を積む。\n",
        "正解はスタックです。皿を積むのと同じ。\n",
        "「スタック」が正解。皿を積む。\n",
        "<details><summary>答え</summary>\n\nスタック\n\n</details>\n",
    ],
)
@pytest.mark.parametrize("between", ["", "\n"], ids=["one paragraph", "two"])
def test_bare_lines_are_choices_where_the_answer_is_one_of_them(answer, between):
    choices = ["キュー", "スタック", "木", "グラフ"]
    assert questions(STEM + between + BARE + answer) == [(choices, ["2"])]


def test_each_choice_may_be_a_paragraph():
    text = "### 後入れ先出しのデータ構造はどれか\n\nキュー\n\nスタック\n\n木\n\n正答率 68.4%\n【正解】スタック\n"
    assert questions(text) == [(["キュー", "スタック", "木"], ["2"])]


def test_what_is_more_of_the_question_is_no_choice():
    text = "問1　次の説明に合うものを選びなさい。\n皿を積むように使う。\n\nキュー\nスタック\n木\n\n解答：スタック\n"
    assert questions(text) == [(["キュー", "スタック", "木"], ["2"])]


def test_several_answers_are_on_lines_of_their_own():
    text = "線形の構造はどれか（2つ選択）\n\nキュー\n木\nスタック\nグラフ\n\n正解\nキュー\nスタック\n\n解説\n一列。\n"
    assert questions(text) == [(["キュー", "木", "スタック", "グラフ"], ["1", "3"])]


def test_a_button_before_each_choice_is_no_mark():
    text = STEM + "\n◯ キュー\n◯ スタック\n◯ 木\n\n▼ 解答を見る\nスタック\n"
    assert questions(text) == [(["キュー", "スタック", "木"], ["2"])]


def test_four_lines_of_their_own_may_be_answered_by_letter():
    text = STEM + "\n" + BARE + "分類 :\n基礎理論\n正解 :\nイ\n解説 :\n皿を積む。\n"
    assert questions(text) == [(["キュー", "スタック", "木", "グラフ"], ["イ"])]


def test_letters_on_lines_of_their_own_belong_to_the_words_beneath():
    text = STEM + "\nア\nキュー\nイ\nスタック\nウ\n木\n\n正解\nイ\n\n解説\n皿を積む。\n"
    assert questions(text) == [(["キュー", "スタック", "木"], ["イ"])]


UDEMY = """問題1
不正解
後入れ先出しのデータ構造はどれですか？

あなたの回答は不正解です
キュー

正解
スタック

木

全体的な説明
皿を積むのと同じです。
"""


@pytest.mark.parametrize("text", [UDEMY, UDEMY.replace("\n\n", "\n")], ids=["paragraphs", "one block"])
def test_a_sites_words_above_choices_tell_the_right_one(text):
    (question,) = asked(text)[0]
    assert ["".join(choice.words) for choice in question.choices] == ["キュー", "スタック", "木"]
    assert key(question) == ["2"]
    assert ["".join(part.words) for part in question.stem] == ["後入れ先出しのデータ構造はどれですか？"]


@pytest.mark.parametrize(
    "text",
    [
        STEM + "\n" + BARE + "正解：リスト\n",  # none of the choices
        STEM + "\n" + BARE + "あなたの解答：キュー\n不正解\n",  # the learner's only
        STEM + "\n" + BARE + "正解\n\n解説\n",  # left blank
        STEM + "\n" + BARE + "正解：スタック？\n",
        STEM + "\nキュー\nスタック\n\n木\nグラフ\n\n正解：スタック\n",  # which lines are the choices?
        STEM + "\nキュー\n\nスタック\n\n木\n\n正解\nグラフ\n\n解説\n皿を積む。\n",  # a choice, or none of them?
        STEM + "\nキュー\nスタック\n木\n\n正解\nイ\n",  # a letter names one of four
        STEM + "\nキュー\n\nスタック\n\n木\n\nここは苦手。\n\n正解：スタック\n",  # a remark, or a choice?
        UDEMY.replace("正解\nスタック", "スタック"),
    ],
)
def test_nothing_is_asked_where_nobody_could_be_sure(text):
    assert questions(text) == []


def test_a_list_of_answers_may_give_the_words():
    text = (
        "1. 後入れ先出しはどれですか。\n\nキュー\nスタック\n木\n\n2. 先入れ先出しはどれですか。\n\n木\n山\nキュー\n\n"
        "## 解答\n\n1. スタック\n2. キュー\n"
    )
    assert [right for _, right in questions(text)] == [["2"], ["3"]]


def test_options_of_a_command_differ_by_their_capitals():
    assert questions("問1 bzip2 を使うのはどれか。\n\n- j\n- J\n- z\n\n答え：j\n") == [(["j", "J", "z"], ["1"])]


@pytest.mark.parametrize(
    "answer", ["答え：by　期限は by、継続は until。", "答え：by（期限）", "正解は by です。期限のこと。"]
)
def test_a_choice_s_words_may_be_explained_behind_it(answer):
    assert questions(f"問1 期限を表すのはどれか。\n\n- until\n- since\n- by\n\n{answer}\n") == [
        (["until", "since", "by"], ["3"])
    ]


@pytest.mark.parametrize("answer", ["答え：by　かも", "答え：by car", "答え：主キー　または 外部キー"])
def test_words_that_are_no_choice_or_hedged_name_none(answer):
    assert questions(f"問1 期限を表すのはどれか。\n\n- by bus\n- since\n- by\n- 主キー\n\n{answer}\n") == []
