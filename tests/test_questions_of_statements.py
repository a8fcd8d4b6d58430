"""Choices that count or combine the labelled statements right above them."""

import pytest

from support.asking import asked, key

ASKED = "問1 空について、正しいものの組合せはどれか\n"
STATED = "a 昼は青い\nb 夜は暗い\nc 朝は緑である\n"
JUDGED = "1 a正 b正 c正\n2 a正 b誤 c正\n3 a誤 b正 c誤\n4 a正 b正 c誤\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser == "choices"]


@pytest.mark.parametrize(
    "choices",
    [
        JUDGED,
        JUDGED.replace("4 ", "４ "),
        "1 a・b・c\n2 a・c\n3 bのみ\n4 aとb\n",
        "①　a：正　b：正\n②　a：正　b：誤\n③　a：誤　b：正\n④　a：正　c：誤\n",
        "\n1. 一つ\n2. 二つ\n3. 三つ\n4. なし\n",
    ],
)
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_they_are_the_questions_choices(choices, apart):
    stated = STATED.replace("\n", apart)
    assert _keys(f"{ASKED}{apart[1:]}{stated}{choices}\n答え：4\n") == [["4"]]


def test_other_lines_beneath_statements_are_none():
    answers = "1 c\n2 a\n3 b\n"
    assert _keys(f"問1 言葉を入れよ\n{STATED}{answers}\n答え：2\n") == []
    more = "1 赤いこともある\n2 月が出る\n3 霧になる\n"
    assert _keys(f"問1 空について、誤っているものはどれか\n{STATED}{more}\n答え：2\n") == []
    assert _keys(f"問1 空について、誤っているものはどれか\n{STATED}{more}\n答え：c\n") == [["C"]]
    assert _keys(f"{ASKED}{STATED}{JUDGED}\n答え：5\n") == []
    assert _keys(f"{ASKED}{STATED}{JUDGED}\n答え：4（自分の答え）\n") == []


def test_statements_that_are_judged_are_asked_one_by_one():
    judged = "ア 昼は青い。→ ○\nイ 朝は緑である。→ ×\nウ 夜は暗い。→ ○\n"
    note = f"問1 正しいものはいくつあるか。\n\n{judged}\n1. 一つ\n2. 二つ\n3. 三つ\n\n正解 2\n"
    assert {question.recogniser for question in asked(note)[0]} == {"true_false"}
