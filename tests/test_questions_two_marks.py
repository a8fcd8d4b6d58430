"""Marks of two kinds on choices: one may be the learner's own; and words for the answer that are letters."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


RULES = "# 模試\n\n- `[x]` が正解の選択肢\n- 👉 は本番で自分が選んだやつ\n\n"
SINGLE = "#### {}\n\n予測できないデータを安く置くには？\n\n- [ ] A. 東 👉\n- [x] B. 西\n- [ ] C. 南\n\n"
SEVERAL = (
    "#### {}\n\n安く運ぶには？（2つ選択）\n\n- [x] A. 船 👉\n- [x] B. 貨車\n- [ ] C. 飛行機 👉\n- [ ] D. 自転車\n\n"
)


def test_a_file_tells_which_of_two_marks_is_the_answer():
    assert keys(RULES + SINGLE.format("1-1") + SEVERAL.format("1-2")) == [["B"], ["A", "B"]]


def test_without_a_word_on_them_marks_of_two_kinds_answer_nothing():
    assert keys(SINGLE.format("1-1") + SEVERAL.format("1-2")) == []
    assert keys(SEVERAL.format("1-2").replace(" 👉", "")) == [["A", "B"]]


QUESTION = "Q {}の成分は何か\n {}) 塩\n {}) 砂糖\n {}) 水\n{}\n\n"


@pytest.mark.parametrize(
    ("labels", "answers", "expected"),
    [
        ("abc", ("A b", "A c", "A a"), [["B"], ["C"], ["A"]]),
        ("abc", ("A: b", "A: c", "A: a"), [["B"], ["C"], ["A"]]),
        ("ABC", ("A B", "A C", "A A"), []),
    ],
)
def test_a_capital_before_an_answer_is_the_word_for_it(
    labels: str, answers: tuple[str, ...], expected: list[list[str]]
):
    assert keys("".join(QUESTION.format(at, *labels, answer) for at, answer in enumerate(answers))) == expected


def test_a_gap_that_an_arrow_fills_ends_there():
    gap = "743年に（　　　）が出て、土地を私有できるようになった\n→墾田永年私財法\n\n"
    choices = "大仏を造った天皇\n①天武天皇 ②聖武天皇 ③桓武天皇\n→②\n"
    assert [question.stem[0].words for question in asked(gap + choices)[0] if question.choices] == [
        ("大仏を造った天皇",)
    ]


def test_answers_to_several_are_none_to_type():
    gaps = "".join(f"({at}) {side}の港を（　　　）という。\n\n" for at, side in enumerate("東西北", 1))
    assert keys(f"## 3. 交易\n\n{gaps}### こたえ\n\n3. 交易　(1)長崎　(2)堺　(3)酒田\n") in (
        [],
        [["長崎"], ["堺"], ["酒田"]],
    )
