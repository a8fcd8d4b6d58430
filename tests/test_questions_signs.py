"""Choices and answers told by a sign: a legend's sign as a bullet, a highlighted choice, an answer in brackets."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


SKY = "空の色は\n・赤\n★青\n・黄\n"
GRASS = "草の色は\n★緑\n・青\n・黄\n→ 葉の話\n"


def test_a_legends_sign_in_place_of_a_bullet():
    assert keys(f"★が正解です。\n\n## 色\n\n{SKY}\n{GRASS}") == [["2"], ["1"]]
    questions, _ = asked(f"★が正解です。\n\n## 色\n\n{SKY}")
    assert [plain(choice.words) for choice in questions[0].choices] == ["赤", "青", "黄"]


@pytest.mark.parametrize(
    "text",
    [
        f"## 色\n\n{SKY}",  # no legend
        f"★は大事なところ。\n\n## 色\n\n{SKY}",
        f"★が正解です。\n\n## 色\n\n{SKY}★緑\n(どっちかに★を付け間違えてる)\n",
        "★が正解です。\n\n## 色\n\n空の色でないのは\n・赤\n★青\n★黄\n",  # two, where one is asked for
        "★が正解です。\n\n## 色\n\n持っていくものは\n・傘\n★帽子\n・靴\n",
        "★が正解です。\n\n## 色\n\n青の話\n★空\n海\n",
    ],
)
def test_a_sign_that_tells_nothing_for_sure(text):
    assert keys(text) == []


@pytest.mark.parametrize("lit", ["==B. 青==", "B. ==青==", "==B. 青== "])
def test_a_choice_that_is_highlighted_with_its_label(lit):
    text = f"1. 空の色は?\n\t- A. 赤\n\t- {lit}\n\t- C. 黄\n"
    assert keys(text) == [["B"]]
    assert [plain(choice.words) for choice in asked(text)[0][0].choices] == ["赤", "青", "黄"]


BRACKETS = "かっこの中の数字が正答。\n\n"
LISTED = "\n 1 赤\n 2 青\n 3 黄\n\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{BRACKETS}空の色はどれか。〔2〕{LISTED}", [["2"]]), (f"{BRACKETS}空の色はどれか。(2){LISTED}", [["2"]]),
        (f"{BRACKETS}空の色はどれか。〔2〕{LISTED}草の色はどれか。〔 〕{LISTED}", [["2"]]),
        (f"{BRACKETS}空の色はどれか。〔2→3に訂正〕{LISTED}", []), (f"空の色はどれか。〔2〕{LISTED}", []),
        (f"{BRACKETS}空の色はどれか。〔〕{LISTED}", []),
        (f"自分の答えはかっこの中。\n\n空の色はどれか。〔2〕{LISTED}", []),
    ],
)  # fmt: skip
def test_an_answer_in_brackets_behind_its_question(text, wanted):
    assert keys(text) == wanted


CHOICES = "1. 赤\n2. 青\n3. 黄\n\n"
ENDS = "> 答えは行の最後に【】で書く。\n\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"### Q. 空の色は?\n{CHOICES}【2】\n\n### Q. 草の色は?\n{CHOICES}【1】\n", [["2"], ["1"]]),
        (f"{ENDS}### Q. 空の色は?\n{CHOICES}【2】 昼の話だから\n", [["2"]]),
        (f"{ENDS}### Q. 空の色は（　　　　）である。\n\n【青】\n", [["青"]]),
        # nobody could tell
        (f"### Q. 空の色は?\n{CHOICES}【2】 昼の話\n", []), (f"{ENDS}### Q. 空の色は?\n{CHOICES}【2】△\n", []),
        (f"{ENDS}### Q. 空の色は?\n{CHOICES}【1】\n【2】\n", []), (f"### やること\n{CHOICES}【2】まで済\n", []),
        (f"{ENDS}### Q. 空の色は?\n- C. 赤\n- A. 青\n- B. 黄\n\n【2】\n", []),
        (f"【1】空の色は?\n{CHOICES}【2】草の色は?\n{CHOICES}", []),
        (f"【1】\n空の色は?\n\n{CHOICES}【2】\n草の色は?\n\n{CHOICES}", []),
    ],
)  # fmt: skip
def test_an_answer_in_brackets_beneath_its_choices(text, wanted):
    assert keys(text) == wanted


def test_an_answer_in_brackets_before_its_question():
    text = "- [答 b] 空の色は何か\n  - a. 赤\n  - b. 青\n  - c. 黄\n"
    assert keys(text) == [["B"]]
    assert plain(asked(text)[0][0].stem[0].words) == "空の色は何か"
    assert keys(text.replace("[答 b]", "[答 b ?]")) == []
    assert keys(f"{text}\n### 直し\n- 空の色のやつ、答えは前の聞き方のとき。あとで直す\n") == []
    assert keys(f"{text}\n### メモ\n- 空の色のやつ、よく出る。\n") == [["B"]]


TWO = "1) 空(  )青い。\n ①が ②を ③に ④の\n\n2) 海(  )行く。\n ①が ②を ③に ④の\n\n"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("正解 1① 2③", [["1"], ["3"]]), ("答え：1① / 2③", [["1"], ["3"]]), ("正解 1-① 2-③", [["1"], ["3"]]),
        ("正解 2③ 1①", []), ("正解 1① 2③か④", []), ("1① 2③", []), ("自分の答え 1① 2③", []),
    ],
)  # fmt: skip
def test_numbers_with_their_answers_right_behind_them(said, wanted):
    assert keys(f"## 助詞\n\n{TWO}{said}\n") == wanted


ON_ONE_LINE = "● 色の順で先のもの　1 赤色　2 青色　3 黄色　{}\n\n● 「静かだ」は　1 動詞　2 形容詞　3 名詞　→ **1**"


@pytest.mark.parametrize(
    ("arrow", "wanted"),
    [
        ("→ **2**（波の長さ）", [["2"], ["1"]]), ("→ 2", [["2"], ["1"]]), ("→ **2か3**（調べる）", [["1"]]),
        ("", [["1"]]), ("→ 4", [["1"]]),
    ],
)  # fmt: skip
def test_a_question_with_its_choices_and_an_arrow_on_one_line(arrow, wanted):
    assert keys(f"# N\n\n{ON_ONE_LINE.format(arrow)}") == wanted


def test_how_many_statements_are_wanted_begins_a_question():
    choices = "A. 赤い\nB. 青い\nC. 黄色い\n\n"
    text = f"空の色は?\n\n{choices}- 正解：B\n\n色に関する正しい記述を2つ\n\n{choices}- 正解：{{}}\n"
    assert keys(text.format("B, C")) == [["B"], ["B", "C"]]
    assert keys(text.format("B")) == [["B"]]
