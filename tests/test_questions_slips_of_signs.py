"""Choices whose signs Markdown reads otherwise: bold with a space within, and an operator that begins a quotation."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key

TOLD = "# 水\n\n太字が正解。\n\n"
FIRST = "## 1. 水\n\n水が凍ると何になるか。\n\n* 1) 湯気\n* **2) 氷**\n* 3) 露\n\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def _second(*lines: str) -> str:
    return f"{TOLD}{FIRST}## 2. 湯\n\n湯が沸くと何になるか。\n\n" + "".join(f"* {line}\n" for line in lines)


@pytest.mark.parametrize("bold", ["** 3) 湯気**", "**3) 湯気 **", "** 3) 湯気 **"])
def test_bold_with_a_space_within_is_meant_to_be_bold(bold: str) -> None:
    questions, _ = asked(_second("1) 氷", "2) 雪", bold))
    assert [key(question) for question in questions] == [["2"], ["3"]]
    assert plain(questions[1].choices[2].words) == "湯気"


@pytest.mark.parametrize(
    "lines",
    [
        ("1) 氷", "2) 雪", "** 3) 湯気"),
        ("1) 氷", "**2) 雪**", "** 3) 湯気**"),
        ("1) 氷", "2) 雪", "~~** 3) 湯気**~~"),
        ("1) 氷", "2) 雪", "** 3) 湯気** かも?"),
    ],
)
def test_other_signs_of_bold_answer_nothing(lines: tuple[str, ...]) -> None:
    assert _keys(_second(*lines)) == [["2"]]


def test_bold_is_none_where_the_file_does_not_say_so() -> None:
    assert _keys(_second("1) 氷", "2) 雪", "** 3) 湯気**").replace("太字が正解。", "太字は自分の答え。")) == []


@pytest.mark.parametrize(("sign", "words"), [("> 3", "> 3"), (">", ">"), (">= ANY", ">= ANY")])
def test_an_operator_is_a_choice(sign: str, words: str) -> None:
    text = f"## 1. 比べる\n\n3より大きいことを表すのはどれか。\n\n* 1) =\n* 2) {sign}\n* 3) < 3\n\n正解：2\n"
    questions, _ = asked(text)
    assert [plain(choice.words) for choice in questions[0].choices] == ["=", words, "< 3"]
    assert key(questions[0]) == ["2"]
