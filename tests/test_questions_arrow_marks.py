"""Remarks behind arrows that are the answer's as the file says, reasons behind dots, and whose answer bold is."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key

TOLD = "答えはわざわざ書かず、選択肢の説明のなかに「←」で書くやり方です。"
STEMS = ("水が凍ると何になるか。", "水が沸くと何になるか。", "朝の草に付くのはどれか。")
WORDS = ("氷", "湯気", "露", "霧")


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def _note(told: str, *remarks: tuple[str, ...]) -> str:
    asked_of = ""
    for at, (stem, ends) in enumerate(zip(STEMS, remarks, strict=True), 1):
        lines = "".join(
            f" {label} {word}{at} … {word}のこと{end}\n"
            for label, word, end in zip("アイウエ", WORDS, ends, strict=True)
        )
        asked_of += f"### 問{at}\n\n{stem}\n\n{lines}\n"
    return f"# 水\n\n{told}\n\n{asked_of}"


MARK = " ←この話"
FIRST, SECOND, THIRD = (MARK, "", "", ""), ("", MARK, "", ""), ("", "", MARK, "")


@pytest.mark.parametrize(
    "told",
    [TOLD, "正解の肢には←をつける。", "←のついた選択肢が正解です。", "答えは「←」をつけてある", "正解に矢印をつける"],
)
def test_a_remark_behind_an_arrow_is_the_answer_where_the_file_says_so(told: str) -> None:
    assert _keys(_note(told, FIRST, SECOND, THIRD)) == [["ア"], ["イ"], ["ウ"]]


def test_what_stands_behind_dots_is_the_reason() -> None:
    questions, _ = asked(_note(TOLD, FIRST, SECOND, THIRD))
    assert [plain(choice.words) for choice in questions[0].choices] == ["氷1", "湯気1", "露1", "霧1"]
    assert [plain(choice.reasons[0]) for choice in questions[0].choices] == [f"{word}のこと" for word in WORDS]


@pytest.mark.parametrize(
    "told",
    [
        "水の話。",
        "自分の答えは「←」で書く。",
        "間違えた肢に←をつけ、答えは書かない。",
        "←は迷ったところ。",
        "←が最初に選んだ答え。",
        "友達の答えは「←」で書く。",
    ],
)
def test_other_arrows_answer_nothing(told: str) -> None:
    assert _keys(_note(told, FIRST, SECOND, THIRD)) == []


@pytest.mark.parametrize(
    "ends",
    [
        ("", " ←この話??", "", " ←この話??"),
        ("", " ←この話?", "", ""),
        (MARK, MARK, "", ""),
        ("", " ←間違えた", "", ""),
        ("", " ←自分はこれ", "", ""),
        ("", "", "", ""),
    ],
)
def test_unsure_remarks_leave_a_question_open(ends: tuple[str, ...]) -> None:
    assert _keys(_note(TOLD, FIRST, SECOND, ends)) == [["ア"], ["イ"]]


@pytest.mark.parametrize("remark", [" ←迷った", " ←自分が選んだ", " ←引っかかった", " ←よく出る"])
def test_what_is_told_of_the_learner_is_no_answer(remark: str) -> None:
    assert _keys(_note(TOLD, (remark, "", "", ""), ("", remark, "", ""), ("", "", remark, ""))) == []


def _bold(told: str) -> str:
    lists = ("* **1) 氷{0}**\n* 2) 湯気{0}\n* 3) 露{0}\n", "* 1) 氷{0}\n* 2) 湯気{0}\n* **3) 露{0}**\n")
    body = "".join(f"## 3-{at}. 水\n\n{STEMS[at]}\n\n{each.format(at)}\n" for at, each in enumerate(lists))
    return f"# 水\n\n{told}\n\n{body}"


@pytest.mark.parametrize("told", ["太字の選択肢 = 問題集の解答。", "太字は模範解答", "太字は公式の正解です。"])
def test_bold_may_be_a_books_answer(told: str) -> None:
    assert _keys(_bold(told)) == [["1"], ["3"]]


@pytest.mark.parametrize(
    "told",
    [
        "太字の選択肢 = 友達の解答",
        "太字は前の本の解答",
        "太字は模範解答と違うところ",
        "太字は問題集の解答例から選んだもの",
    ],
)
def test_bold_of_others_is_no_answer(told: str) -> None:
    assert _keys(_bold(told)) == []
