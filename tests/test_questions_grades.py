"""Grades of a learner's own answer, which stand where an answer should."""

from __future__ import annotations

import pytest

from studynotes.questions.words import grading
from support.asking import asked, key

OPEN = "## Q1. 氷が（　　）と水になる\n\n**自分の回答：** 沸く\n\n**正解：** {}\n\n**解説：** 固体が液体になる。\n"


@pytest.mark.parametrize(
    "said",
    [
        "ほぼ正解 ✅",
        "部分正解 ⚠️",
        "惜しい！",
        "80点",
        "8/10",
        "正解",
        "Partially correct",
        "○（合っている）",
        "融解 ❌",
    ],
)
def test_a_grade_is_no_answer(said: str) -> None:
    questions, _ = asked(OPEN.format(said))
    assert questions == []


def test_a_sign_that_grades_is_not_typed() -> None:
    questions, _ = asked(OPEN.format("融解 ✅"))
    assert [key(each) for each in questions] == [["融解"]]


def test_a_score_answers_a_question_for_points() -> None:
    text = "## Q1. 合格点は（　　）点である\n\n**自分の回答：** 70点\n\n**正解：** 80点\n"
    assert [key(each) for each in asked(text)[0]] == [["80点"]]


def test_what_is_to_be_explained_is_not_typed() -> None:
    text = "## Q1. 駅前の時計が遅れるのは何が原因か\n\n仕組みから説明せよ。\n\n正解：摩擦\n"
    assert asked(text)[0] == []
    assert len(asked(text.replace("仕組みから説明せよ。\n\n", ""))[0]) == 1


def test_words_with_a_grade_in_them_are_answers() -> None:
    assert not any(map(grading.is_grade, ["正解率", "合格者", "完璧主義", "部分集合", "半分", "正しい姿勢", "nice"]))
    assert all(map(grading.is_grade, ["Nice!", "Close", "NICE"]))


def test_a_name_with_sentences_beneath_it_fills_a_gap() -> None:
    text = "> [!question] Q8\n> 水が氷になることを（　　）という。\n> > [!success]- 答え\n> > 凝固\n> > {}\n"
    assert [key(each) for each in asked(text.format("逆は融解という。"))[0]] == [["凝固"]]
    assert asked(text.format("または氷結という。"))[0] == []
    assert asked(text.format("融解"))[0] == []
