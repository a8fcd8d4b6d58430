"""Reasons that calculate another choice's figure, and remarks that tell of figures."""

from __future__ import annotations

import pytest

from support.asking import asked, key

FEE = (
    "**(1)** 毎年4万円を10年払う。載せる額はいくらか。\n\n"
    "a) 36万\nb) 40万\nc) 4万\nd) 載せない\n\nこたえ：{key}\n{reason}\n"
)
TABLE = (
    "### 問1\n\n2月は平年で何日か。\n\nア　14　　イ　28　　ウ　30　　エ　31\n\n### 問2\n\n1年は何か月か。\n\n"
    "ア　4　　イ　8　　ウ　12　　エ　16\n\n### 解答\n\n"
    "| 問 | 解答 | ひとこと |\n|---|---|---|\n| 1 | {answer} | {remark} |\n| 2 | ウ | |\n"
)


@pytest.mark.parametrize(
    "reason",
    ["総額4万×10年＝40万円をそのまま載せる。", "4万×10年＝400,000円。", "4万円×10＝40万円です。"],
)
def test_a_reason_that_calculates_another_choice_speaks_against_the_answer(reason: str):
    assert not asked(FEE.format(key="a", reason=reason))[0]
    questions, _ = asked(FEE.format(key="b", reason=reason))
    assert [key(question) for question in questions] == [["B"]]


@pytest.mark.parametrize(
    "reason",
    [
        "4万×10年＝40万円、40万円×0.9＝36万円。",  # a step
        "4万×10年＝40万、その平方根。",
        "4万×10年＝40万円。その9割。",
        "4万×10年＝40万円。9掛けにする。",
        "割り引かないなら4万×10年＝40万円。",  # another case
        "4万×10年＝40万円とした人は間違い。",
        "n＝40万。",  # no calculation
        "36万円。4万×10年＝40万円。",  # the answer's own figure is there
    ],
)
def test_a_step_another_case_or_a_mistake_is_no_result(reason: str):
    questions, _ = asked(FEE.format(key="a", reason=reason))
    assert [key(question) for question in questions] == [["A"]]


@pytest.mark.parametrize(
    ("answer", "remark", "found"),
    [
        ("イ", "1→28", [["イ"], ["ウ"]]),
        ("イ", "1→30", [["ウ"]]),  # another choice's figure
        ("イ", "ア→イ", [["ウ"]]),  # a correction
        ("2", "1→2", [["ウ"]]),
    ],
)
def test_an_arrow_between_figures_beside_an_answer_in_letters_corrects_nothing(
    answer: str, remark: str, found: list[list[str]]
):
    questions, _ = asked(TABLE.format(answer=answer, remark=remark))
    assert [key(question) for question in questions] == found
