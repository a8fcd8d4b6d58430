"""Questions that a paragraph or a table holds as a whole: cards, dates above, answers set in other ways."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "a) 春\nb) 夏\nc) 秋\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(f"# 題\n\n{text}")[0]]


@pytest.mark.parametrize("turn", ["?", "？", "??"])
def test_a_question_mark_alone_turns_a_card(turn: str) -> None:
    """Each card is a question of its own, though nothing but its paragraph tells where it begins."""
    assert _keys(f"暑い季節\n{CHOICES}{turn}\nb\n\n涼しい季節\n{CHOICES}{turn}\nc　葉が散る") == [["B"], ["C"]]


def test_a_question_mark_at_the_end_of_a_paragraph_is_no_card() -> None:
    """It is a doubt."""
    assert _keys(f"暑い季節は\n{CHOICES}?\n\nb") == []


def test_a_line_beneath_choices_tells_how_many() -> None:
    """It is no choice's."""
    assert _keys(f"暑くない季節\n{CHOICES}あてはまるもの全部\n正解：a,c") == [["A", "C"]]


def test_an_answer_s_word_may_stand_right_before_a_label_and_its_sentence() -> None:
    """``正解3。…``; that it was missed before is no doubt."""
    three = "1 春\n2 夏\n3 秋\n"
    assert _keys(
        f"暑いのはどれか。\n{three}正解2。1は暖かい。\n\n涼しいのはどれか。\n{three}正解3。散る。←また間違えた（1にした）"
    ) == [["2"], ["3"]]
    assert _keys(f"暑いのはどれか。\n{three}正解2。3かもしれない") == []


def test_a_date_above_a_question_in_its_paragraph() -> None:
    """A line that begins with Q is where it begins."""
    questions, _ = asked("4/1\nQ 暑い季節\n①春 ②夏 ③秋\n→②\n\n5/2\nQ 涼しい季節\n①春 ②夏 ③秋\n→3")
    assert [(question.lines.first, key(question)) for question in questions] == [(2, ["2"]), (7, ["3"])]


def test_a_table_of_answers_may_have_no_head_above_its_numbers() -> None:
    """All the cells beneath number questions; a cell that names none of the choices answers nothing."""
    asked_for = "".join(f"Q{at}. どれか。\n\n1. 春{at}\n2. 夏{at}\n3. 秋{at}\n\n" for at in (1, 2, 3))
    assert _keys(
        f"{asked_for}## こたえ\n\n| | 答え | メモ |\n|---|---|---|\n| Q1 | 2 | |\n| Q2 | ３ | |\n| Q3 | 5 | |"
    ) == [
        ["2"],
        ["3"],
    ]


def test_a_number_with_brackets_behind_it() -> None:
    """It is the question's, and the brackets tell how many; but where a further number follows, it is that one's."""
    questions, _ = asked("## 問題3（2つ選択）\n\n暑くないのはどれか。\n\n- A. 春\n- B. 夏\n- C. 秋\n\n正解：A, C")
    assert [(question.lines.first, key(question)) for question in questions] == [(1, ["A", "C"])]
    questions, _ = asked("## 第2問（三択）\n\n(5) 暑いのはどれか。\n\n- 春\n- **夏**（正）\n- 秋")
    assert [question.lines.first for question in questions] == [3]


@pytest.mark.parametrize("answer", ["②夏。暑い。", "②　暑い", "② 夏"])
def test_a_circled_figure_needs_no_space(answer: str) -> None:
    """It is a label by itself; but several lines that begin so may answer several questions."""
    question = "暑いのはどれか。\n\n① 春\n② 夏\n③ 秋\n\n> [!success]- 答え\n> "
    assert _keys(question + answer) == [["2"]]


def test_a_letter_of_half_the_width() -> None:
    """It is the same letter."""
    assert _keys("暑いのはどれか。\n\n- ア 夏\n- イ 春\n- ウ 秋\n\n答え\n\nｱ　暑い。\n\nちなみにウは涼しい。") == [
        ["ア"]
    ]
