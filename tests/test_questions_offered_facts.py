"""What a question offers defines nothing; sub-questions with an answer each are no choices; reasons behind dashes."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key

LINES = (
    "精度とは、真値に必ず近いことである。",
    "確度とは、ばらつきが小さいことである。",
    "誤差とは、計測値と真値の差である。",
)
BULLETS = "".join(f"- {line}\n" for line in LINES)
NUMBERED = "".join(f"({at}) {line}\n" for at, line in enumerate(LINES, 1))
TABLE = "| 用語 | 説明 |\n|---|---|\n| 精度 | 真値に近いこと |\n| 確度 | ばらつきの小ささ |\n| 誤差 | 真値との差 |\n"


def facts(text: str) -> int:
    return sum(question.recogniser in ("definitions", "terms", "comparison") for question in asked(text)[0])


@pytest.mark.parametrize("offered", [BULLETS, NUMBERED, TABLE])
@pytest.mark.parametrize(
    "question",
    [
        "次のうち、正しいものを選びなさい。", "正しい説明はどれですか。", "正しい組合せはどれか？",
        "誤っているものは？", "正誤を答えよ。", "正しければ○、誤っていれば×をつけよ。",
    ],
)  # fmt: skip
def test_what_is_to_be_chosen_or_judged_defines_nothing(question: str, offered: str):
    assert facts(f"## 1. 計測\n\n{question}\n\n{offered}") == 0


@pytest.mark.parametrize("told", [BULLETS, NUMBERED, TABLE])
@pytest.mark.parametrize(
    "above", ["用語をまとめる。", "精度と確度の違いは？", "どれも試験に出る。", "正しく使い分ける。"]
)
def test_what_is_told_defines(above: str, told: str):
    assert facts(f"## 1. 計測\n\n{above}\n\n{told}") > 0


def test_a_gap_is_no_meaning():
    assert facts("## 1. 計測\n\n- 誤差とは、（　　　）と（　　　）の差である。\n- 精度とは、そろい方である。\n") == 0


ASKED = "### 問題8\n次の値の有効数字の桁数を答えなさい。\n\n{0}3.14\n{1}12.0\n{2}0.0050\n\n"
ANSWERED = "{0}3.14\n→ 3桁\n\n{1}12.0\n→ 3桁\n\n{2}0.0050\n→ 2桁\n"


@pytest.mark.parametrize("labels", [("(1) ", "(2) ", "(3) "), ("1. ", "2. ", "3. ")])
@pytest.mark.parametrize(
    "title", ["<details>\n<summary>解答</summary>\n\n{}\n</details>\n", "#### 解答\n\n{}", "答え：\n\n{}"]
)
def test_sub_questions_with_an_answer_each_are_no_choices(title: str, labels: tuple[str, ...]):
    assert asked(ASKED.format(*labels) + title.format(ANSWERED.format(*labels)))[0] == []


def test_an_answer_with_the_others_explained_beneath_it():
    text = "### 問1\n偶数はどれですか。\n\n(1) 三\n(2) 四\n(3) 五\n\n解答\n(2) 四\n\n2で割れる。\n\n(1) は奇数。\n"
    assert [key(question) for question in asked(text)[0]] == [["2"]]


MARKED = "**{}**\n❌ 1. 東側 — 日が昇る\n✅ 2. 西側 — 日が沈む\n❌ 3. 南側 — 昼の向き\n"


def test_reasons_behind_dashes_do_not_give_a_choice_away():
    (question,) = asked("✅が正解、❌が不正解の選択肢。\n\n" + MARKED.format("夕日が見えるのはどれですか？"))[0]
    assert [plain(choice.words) for choice in question.choices] == ["東側", "西側", "南側"]
    assert [plain(choice.reasons[0]) for choice in question.choices] == ["日が昇る", "日が沈む", "昼の向き"]


def test_pairs_keep_their_dashes():
    (question,) = asked("✅が正解、❌が不正解の選択肢。\n\n" + MARKED.format("正しい組合せはどれですか？"))[0]
    assert plain(question.choices[1].words) == "西側 — 日が沈む"
