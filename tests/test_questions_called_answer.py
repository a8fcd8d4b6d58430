"""Lines that call another choice the answer than the list of answers, or the answer's own line, does."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(notes):
    return [key(each) for each in asked(f"# N\n\n{notes}\n")[0]]


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("これは２！ 忘れない", [["1"]]), ("これは４！ 忘れない", [["4"], ["1"]]), ("これは２種類ある", [["4"], ["1"]]),
        ("これは２と紛らわしい", [["4"], ["1"]]),
    ],
)  # fmt: skip
def test_what_a_line_calls_this_questions_answer(said, right):
    first = f"問1 雲はどれか。\n１．岩\n２．水\n３．木\n４．霧\n{said}\n\n"
    questions = f"{first}問2 石はどれか。\n１．岩\n２．湯\n３．葉\n４．花\n\n"
    assert keys(f"{questions}答え\n問1→4\n問2→1") == right


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("「〜以来」なので since が入る。when だと過去の一点。", []),
        ("「〜とき」なので when が入る。since だと以来。", [["B"]]),
        ("since が入ると意味が変わる。", [["B"]]),
    ],
)  # fmt: skip
def test_conclusions_with_another_choice_that_only_contrast_the_answers(said, right):
    question = "**Q1** He has worked here ------- it opened.\n\n- (A) for\n- (B) when\n- (C) since\n\n"
    assert keys(f"{question}Answer: (B)\n{said}") == right
