"""Rows of words behind 答え, each with the number of its question (``答え　①霧　②優``)."""

from __future__ import annotations

import pytest

from support.asking import asked

GAPS = "①　花（　）風月\n②　（　）山紫水\n③　春夏（　）冬\n\n{}\n"


def answers(text: str) -> dict[int, tuple[str, ...]]:
    return {question.lines.first: question.answers for question in asked(text)[0]}


@pytest.mark.parametrize("row", ["答え　①鳥　②緑　③秋", "正解：①鳥　②緑　③秋", "【答】 ①鳥、②緑、③秋"])
def test_each_word_of_a_row_fills_the_gap_of_its_number(row):
    assert answers(GAPS.format(row)) == {1: ("鳥",), 2: ("緑",), 3: ("秋",)}


def test_brackets_count_as_circles_do():
    text = "(1) 春に咲く花は（　）である。\n(2) 秋に咲く花は（　）である。\n\n答え　(1)桜　(2)菊\n"
    assert answers(text) == {1: ("桜",), 2: ("菊",)}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("答え　①鳥　②緑　③", {1: ("鳥",), 2: ("緑",)}),  # left blank
        ("答え　①鳥　②緑？　③秋", {1: ("鳥",), 3: ("秋",)}),
        ("答え　④鳥　⑤緑　⑥秋", {}),
        ("自分の答え　①鳥　②緑　③秋", {}),
        ("回答　①鳥　②緑　③秋", {}),
        ("答え　③鳥　②緑　①秋", {}),
        ("答え　①ア　②イ　③ウ", {}),
    ],
)
def test_what_is_blank_doubted_or_anothers_fills_nothing(row, expected):
    assert answers(GAPS.format(row)) == expected


def test_a_gap_never_takes_a_row_that_names_numbers():
    assert answers("⑧　（　）を空に見る花火。\n\n答え　⑥鳥　⑦緑\n") == {}


def test_two_questions_with_one_number_are_not_told_apart():
    text = "①　花（　）風月\n②　春夏（　）冬\n\n①　雪（　）花と言う。\n\n答え　①鳥　②秋\n"
    assert 1 not in answers(text)
