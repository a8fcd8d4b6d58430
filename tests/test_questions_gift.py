"""Questions in the format that Moodle imports (GIFT), and lines that begin with its signs."""

from __future__ import annotations

import pytest

from support.asking import asked, key

WHICH = "電線に使うのはどれか。"
TWO = "::1:: 電線に使うのはどれか。 {{\n=銅\n~鉛\n~銀\n}}\n\n{0}磁石につくのはどれか。{{~銅 =鉄#強磁性体 ~金}}\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize("frame", ["{}", "```gift\n// 金属\n{}```\n", "```\n{}```\n"])
def test_a_question_in_braces(frame):
    questions, _ = asked(frame.format(TWO.format("::2:: ")))
    assert [key(question) for question in questions] == [["1"], ["2"]]
    assert [question.stem[0].words for question in questions] == [(WHICH,), ("磁石につくのはどれか。",)]
    assert questions[1].choices[1].words == ("鉄",)
    assert questions[1].choices[1].reasons == (("強磁性体",),)


def test_shares_of_what_is_right():
    assert keys("電線に使うのを2つ選べ。{~%50%銅 ~%50%銀 ~%-100%鉛 ~%-100%鉄}\n") == [["1", "2"]]
    assert keys(WHICH + "{=銅 ~%50%銀 ~鉛}\n") == []


def test_a_stroke_keeps_a_sign_from_being_read():
    questions, _ = asked("```\n" + WHICH + "{=銅 ~鉛 ~銀\\=金}\n```\n")
    assert [choice.words for choice in questions[0].choices] == [("銅",), ("鉛",), ("銀=金",)]


@pytest.mark.parametrize(
    "text",
    [
        "::1:: 銅の元素記号は {=Cu =cu}\n", "::1:: 銅は電気を通す {T}\n",
        "::1:: 結べ {=銅 -> Cu =鉄 -> Fe =金 -> Au}\n",
        "```c\nif (a ~ b) {=x ~y}\n```\n",
    ],
)  # fmt: skip
def test_other_kinds_and_code(text):
    assert keys(text) == []


def test_lines_that_begin_with_the_signs():
    assert keys(f"{WHICH}\n=銅\n~鉛\n~銀\n") == [["1"]]
    assert keys(f"1. {WHICH}\n~銅\n=銀\n~鉛\n\n2. 磁石につくのは。\n=鉄\n~銅\n~金\n") == [["2"], ["1"]]
    assert keys(f"=(イコール)が正解、~が誤り。\n\n{WHICH}\n=銅\n~鉛\n~銀\n") == [["1"]]


@pytest.mark.parametrize(
    "text",
    [
        "次のように計算する。\n=3+4\n=7\n", "気温は\n~10度\n=寒い\n", "買うもの\n=卵\n~牛乳\n~肉\n",
        f"=は自分の答え。\n\n{WHICH}\n=銅\n~鉛\n~銀\n", f"~が正解、=が誤り。\n\n{WHICH}\n=銅\n~鉛\n~銀\n",
        f"{WHICH}\n=銅\n=鉛\n~銀\n", f"{WHICH}\n=銅\n~鉛\n~銀\n\n正解：銀\n",
    ],
)  # fmt: skip
def test_lines_with_such_signs_that_ask_nothing_or_mean_something_else(text):
    assert keys(text) == []
