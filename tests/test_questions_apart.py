"""Questions whose answers stand apart, in titles and in raw HTML, and which lines above choices ask."""

from __future__ import annotations

import pytest

from studynotes.questions import Question, plain
from support.asking import asked, key

_ASKS = "## 問題1：色\n\n空の色はどれですか？\n\nA) 赤\nB) 青\nC) 緑\n\n"


def _keys(notes: str) -> list[list[str]]:
    return [key(question) for question in asked(notes)[0]]


def _stem(question: Question) -> list[str]:
    return [plain(part.words) for part in question.stem]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("### 問題1：正解 B", [["B"]]),
        ("### 問題1 解答 （B）", [["B"]]),
        ("### 問題1：正解 たぶん B", []),
        ("### 問題1：自分の答え B", []),
        ("### 問題1：正解 Bと思う", []),
    ],
)
def test_title_of_answers_names_the_choice_behind_a_space(title, wanted):
    assert _keys(f"{_ASKS}## 解答と解説\n\n{title}\n\n空は青い。\n") == wanted


def test_title_says_behind_its_word_whose_answer_it_is():
    one = "## 練習問題: 空の色\n\n当てはまる色はどれでしょうか？\n\nA) 赤\nB) 青\n\n"
    one += "---\n\n## 空の色（まとめ）\n\n晴れの日の話。\n\n---\n\n"
    assert _keys(f"{one}## 【解説】 空の色\n\n**答え：B**\n\n空は青い。\n") == [["B"]]
    assert _keys(f"{one}## 【解説】 海の色\n\n海は青い。\n") == []


def test_numbered_titles_of_other_parts_do_not_keep_an_answer_from_its_question():
    notes = "# 講座\n\n## 演習\n\n### 演習1: 塗る\n\n絵を塗る。\n\n"
    notes += "## 確認\n\n### 問題\n\n空の色はどれか。\n\nA. 赤\n\nB. 青\n\n---\n\n"
    assert _keys(f"{notes}### 解答・解説\n\n**正解: B**\n") == [["B"]]


def _form(key: str, told: str, values: str = "abc") -> str:
    choices = "\n".join(
        f'<div class="choice" data-value="{value}">\n<input type="radio" name="q">\n<label>{words}</label>\n</div>'
        for value, words in zip(values, ("赤", "青", "緑"), strict=True)
    )
    return f'## 問1\n\n<div class="quiz" {key}>\n<p>空の色はどれか。</p>\n{choices}\n{told}\n</div>\n'


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        (_form("", "<p>正解：(b)</p>"), [["B"]]),
        (_form('data-correct="b"', ""), [["B"]]),
        (_form('data-correct="b"', "<p>正解：(b)</p>"), [["B"]]),
        (_form('data-correct="c"', "<p>正解：(b)</p>"), []),
        (_form('data-correct="1"', ""), []),
        (_form('data-correct="1"', "", "012"), []),
    ],
)
def test_choices_of_a_form_have_its_values_for_labels(html, wanted):
    found = asked(html)[0]
    assert [key(question) for question in found] == wanted
    assert all([plain(choice.words) for choice in each.choices] == ["赤", "青", "緑"] for each in found)


def test_stem_is_the_paragraph_that_asks_with_what_stands_beneath_it():
    notes = "## 色\n\n**問題文**\n空を見上げた。何色に見えるか選べ。\n\n"
    notes += "晴れていた。\n\n**解答群**\n\nア 赤\nイ 青\nウ 緑\n\n答え：イ\n"
    (question,) = asked(notes)[0]
    assert _stem(question) == ["空を見上げた。何色に見えるか選べ。", "晴れていた。"]


def test_heading_that_begins_with_q_is_a_part_of_the_question():
    notes = "### Q. {}を見上げました。晴れていました。\n当てはまる色はどれですか？\n1. 赤\n2. 青\n\n答え：2\n\n"
    found = asked(f"# 色\n\n{notes.format('空')}{notes.format('海')}")[0]
    assert [_stem(each)[0] for each in found] == [
        "空を見上げました。晴れていました。",
        "海を見上げました。晴れていました。",
    ]


def test_choices_said_again_beneath_an_answer_are_no_answers_to_questions_of_their_numbers():
    asks = "## 問題{}\n\n正しいものを2つ選びなさい。\n\n1. 赤い\n2. 青い\n3. 丸い\n\n### 答え\n\n{}\n\n"
    found = asked(asks.format(1, "1. 赤い\n2. 青い") + asks.format(2, "2. 青い\n3. 丸い"))[0]
    assert [key(question) for question in found] == [["1", "2"], ["2", "3"]]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Q1の答え：B（青）\nQ2の答え：A", [["B"], ["A"]]),
        ("**Q1の答え：B (青)**\n**Q2の答え：A (赤)**", [["B"], ["A"]]),
        ("Q1の答え：B（たぶん）\nQ2の答え：A（自信なし）", []),
    ],
)
def test_lines_that_answer_questions_by_number_may_gloss_the_answer(said, wanted):
    one = "**Q{}. 正しいものはどれか。**\nA) 赤い{}\nB) 青い{}\n\n"
    assert _keys(f"## 色\n\n{one.format(1, '空', '空')}{one.format(2, '火', '火')}### まとめ\n\n{said}\n") == wanted


@pytest.mark.parametrize(
    ("asks", "said", "wanted"),
    [
        ("正しいものはどれか。", "空は青く見えますので選択肢2が正解です。", [["2"]]),
        ("正しいものはどれか。", "選択肢1は火の色です。\n選択肢2は、空の色ですので正解です。", [["2"]]),
        ("誤っているものはどれか。", "空は青いので選択肢2が誤っています。", [["2"]]),
        ("正しいものはどれか。", "空は青く見えます。", []),
        ("正しいものはどれか。", "たぶん選択肢2が正解です。", []),
        ("正しいものはどれか。", "選択肢2が正解です。\n選択肢1が正解です。", []),
        ("正しいものはどれか。", "選択肢2が正解です。\n選択肢2は誤りです。", []),
        ("正しいものはどれか。", "赤い布(旗)は目立ちますので選択肢2が正解です。", []),
    ],
)
@pytest.mark.parametrize("indent", ["", "\t"])
def test_explanation_before_the_choices_may_name_the_right_one(asks, said, wanted, indent):
    told = "\n".join(indent + line for line in said.split("\n"))
    found = asked(f"# 色\n\n### {asks}\n\n{told}\n\n1. 赤い布\n2. 青い布\n3. 黒い布\n")[0]
    assert [key(question) for question in found] == wanted
    assert all(_stem(question) == [asks] and question.lines.last >= 9 for question in found)


def test_choices_in_a_box_may_stand_side_by_side_and_be_more_than_five():
    box = "```\nア 赤   イ 青\nウ 緑   エ 白\nオ 黒\nカ 茶\n```"
    (question,) = asked(f"## 問1\n\n空の色はどれか。\n\n{box}\n\n答え：イ\n")[0]
    assert [plain(choice.words) for choice in question.choices] == ["赤", "青", "緑", "白", "黒", "茶"]


@pytest.mark.parametrize("heading", ["### 実施記録", "### 結果", "### 1回目"])
def test_a_heading_below_the_question_under_which_the_answer_stands(heading):
    """Whatever it is called; the learner's own reply stands beside the answer here."""
    choices = "A. 赤\nB. 青\nC. 黄"
    notes = f"## 問1 空の色はどれか。\n\n{choices}\n\n{heading}\n\n回答：A\n正解：B\n"
    assert [key(each) for each in asked(f"# N\n\n{notes}")[0]] == [["B"]]
    own = f"## 問1 空の色はどれか。\n\n{choices}\n\n### 自分の回答\n\n答え：B\n"
    assert asked(f"# N\n\n{own}")[0] == []
    deeper = f"## 問1 空の色はどれか。\n\n{choices}\n\n### 類題\n\n海の色はどれか。\n\n{choices}\n\n答え：B\n"
    assert [each.lines.first for each in asked(f"# N\n\n{deeper}")[0] if each.lines.first < 9] == []
