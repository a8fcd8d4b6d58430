"""An answer that is one choice's label and another one's words: it counts only where the file shows which is meant."""

from __future__ import annotations

import pytest

from support.asking import asked, key

FIGURES = "1. 3\n2. 2\n3. 4\n4. 16"
COLOURS = "1. 赤\n2. 青\n3. 黄\n4. 緑"


def question(number, choices, answer):
    return f"## 問{number} 当てはまるものはどれか。\n\n{choices}\n\n{answer}\n\n"


def keys(*questions):
    return [key(each) for each in asked("# N\n\n" + "".join(questions))[0]]


@pytest.mark.parametrize("answer", ["正解：3", "**正解：3**", "答え：３", "正解：3（2³＝8）", "### 解答\n\n3"])
def test_it_may_mean_either(answer):
    assert keys(question(1, FIGURES, answer)) == []


def test_letters_may_as_well():
    assert keys(question(1, "ア．ウ\nイ．ア\nウ．イ", "正解：ア")) == []


@pytest.mark.parametrize("answer", ["正解：3番", "答え：(3)", "正解：3. 4"])
def test_it_is_written_as_a_label(answer):
    assert keys(question(1, FIGURES, answer)) == [["3"]]


def test_the_file_answers_by_label():
    others = [question(1, COLOURS, "正解：2"), question(2, COLOURS, "正解：4")]
    assert keys(*others, question(3, FIGURES, "正解：3")) == [["2"], ["4"], ["3"]]


def test_the_file_answers_by_words_at_least_once():
    others = [question(1, COLOURS, "正解：2"), question(2, COLOURS, "正解：4"), question(3, COLOURS, "正解：青")]
    assert keys(*others, question(4, FIGURES, "正解：3")) == [["2"], ["4"], ["2"]]
