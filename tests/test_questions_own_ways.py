"""A writer's own way of telling answers, learnt from the file: one shape of line with question after question."""

from __future__ import annotations

import pytest

from support.asking import asked, key

QUESTION = "## {n}.\n\n空の色は。\n\nA. 赤\nB. 青\nC. 緑\nD. {n}\n\n{told}\n\n"


def keys(told: list[str], question: str = QUESTION) -> list[list[str]]:
    text = "".join(question.format(n=n, told=line) for n, line in enumerate(told, 1))
    return [key(each) for each in asked(text)[0]]


@pytest.mark.parametrize(
    "shape", ["♪ {}", "{}", "({}) 空だから", "▶︎{}　夕焼けのときだけ", "答へ…{}", "夕焼けではないので **{}** 。"]
)
def test_most_questions_have_a_line_of_one_shape(shape):
    told = [shape.format(label) for label in "BADB"]
    assert keys(told) == [["B"], ["A"], ["D"], ["B"]]


@pytest.mark.parametrize(
    "told",
    [
        ["♪ B", "♪ A"],  # too few
        ["♪ B", "♪ B", "♪ B"],  # it may be a sign of something else
        ["♪ B", "♪ A", "", "", "", ""],  # most have none
        ["♪ B\n\n♪ A", "♪ A\n\n♪ C", "♪ D\n\n♪ A"],  # two in each
        ["B は夜だけ", "A は赤い", "D は違う"],  # what is said of a choice
        ["自分 B", "自分 A", "自分 D"],
        ["**B** は夜", "**A** は朝", "**D** は夕方"],
        ["**B** か **C** か", "**A** か **B** か", "**D** か **A** か"],
        ["♪ B?", "♪ A?", "♪ D?"],
        ["♪ B …と思ったけど赤いらしい", "♪ A と書いたけど", "♪ D と友達は言う"],
        ["×B", "×A", "×D"],
    ],
)
def test_nothing_is_learnt(told):
    assert keys(told) == []


def test_what_is_known_otherwise_must_agree():
    known = "正解：{0}\n\n♪ {1}"
    agreed = [known.format("B", "B"), known.format("A", "A"), "♪ D"]
    assert keys(agreed) == [["B"], ["A"], ["D"]]
    assert ["D"] not in keys([known.format("B", "C"), known.format("A", "A"), known.format("C", "C"), "♪ D"])


def test_a_title_tells_what_stands_beneath_it():
    box = "> [!{0}] {1}\n> {2}"
    known = [box.format("note", "答え", label) for label in "BA"]
    own = box.format("note", "自分のとき", "C")
    assert ["C"] not in keys([*known, own])


def test_in_brackets_behind_the_heading():
    question = "### 法令{n} 【答({told})】\n空の色は。\n(1) 赤\n(2) 青\n(3) 緑\n(4) {n}\n\n"
    assert keys(["3", "1", "2"], question) == [["3"], ["1"], ["2"]]


def test_numbers_that_count_on_are_no_answers():
    question = "### 色\n空の色は。\n(1) 赤\n(2) 青\n(3) 緑\n(4) {n}\n\n#{told} の色\n\n"
    assert keys(["1", "2", "3", "4"], question.replace("の色\n\n", "\n\n")) == []


TICKED = "### {n}\n{stem}\n- [ ] 赤\n- [x] 青\n- [ ] 緑{n}\n\n"


def test_boxes_as_other_questions_have_them():
    asking = "".join(TICKED.format(n=n, stem="空の色はどれか。") for n in (1, 2, 3))
    alike = TICKED.format(n=4, stem="青い空の特徴")
    assert [key(each) for each in asked(asking + alike)[0]] == [["2"]] * 4
    assert len(asked(asking + TICKED.format(n=4, stem="試験までにやること"))[0]) == len("123")
    assert asked(alike)[0] == []
