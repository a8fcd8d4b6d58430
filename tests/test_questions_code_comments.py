"""Choices that comments label in code, and answers that say which are what is asked for."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key

CODE = "{0} A{1}\nx = 1\n\n{0} B{2}\nx == 1\n\n{0} C{1}\nx += 1\n"
QUESTION = "以下の文のうち、代入文はどれですか?"


def found(text: str) -> list[tuple[list[str], list[str]]]:
    """Return the choices' words and the keys of a text's questions with choices."""
    return [
        ([plain(choice.words).strip() for choice in question.choices], key(question))
        for question in asked(text)[0]
        if question.recogniser == "choices"
    ]


@pytest.mark.parametrize("sign", ["#", "//", "--", ";"])
@pytest.mark.parametrize(
    "answer", ["正解：A, C", "<details>\n<summary>解答</summary>\n\n**A と C は代入文**です。\n\n</details>"]
)
def test_comments_that_are_labels_part_a_block_of_code_into_choices(sign: str, answer: str) -> None:
    """Whatever begins a comment there."""
    text = f"## 問題 1\n\n{QUESTION}\n\n```text2\n{CODE.format(sign, '', '')}```\n\n{answer}\n"
    assert [right for _, right in found(text)] == [["A", "C"]]


def test_a_note_that_several_share_is_not_shown() -> None:
    """It would tell the answer."""
    text = f"## 問題 1\n\n代入文をすべて選べ。\n\n```py\n{CODE.format('#', '（OK）', '（NG）')}```\n\n正解：A, C\n"
    assert found(text) == [(["x = 1", "x == 1", "x += 1"], ["A", "C"])]


@pytest.mark.parametrize(
    "code", ["import x\n# A\nx = 1\n# B\nx = 2\n", "# A を呼ぶ\nx = 1\n# B\nx = 2\n", "# B\nx = 1\n# C\nx = 2\n"]
)
def test_other_comments_part_nothing(code: str) -> None:
    """Code before the first label, words behind one, or no A."""
    assert found(f"## 問題 1\n\n{QUESTION}\n\n```py\n{code}```\n\n正解：A\n") == []


@pytest.mark.parametrize(
    ("question", "said", "right"),
    [
        ("次のうち、母音はどれですか。", "Bは母音です。口を開く。", [["B"]]),
        ("次のうち、母音はどれですか。", "Bが母音。", [["B"]]),
        ("次のうち、母音はどれですか。", "Bは母音かもしれない。", []),
        ("次のうち、母音はどれですか。", "Bは母音です。Cも母音です。", []),
        ("次のうち、母音はどれですか。", "Bは母音です。\n\nAは母音です。", []),
        ("次のうち、母音はどれですか。", "Bは母音です。\n\nCも母音。", []),
        ("次のうち、母音はどれですか。", "Bは母音ではない。", []),
        ("次のうち、母音はどれですか。", "Bは母音の仲間。", []),
        ("次のうち、母音でないのはどれですか。", "Bは母音です。", []),
    ],
)
def test_what_is_called_by_the_name_that_is_asked_for_is_the_answer(
    question: str, said: str, right: list[list[str]]
) -> None:
    """The first line beneath, and nothing but that."""
    text = f"## 問1\n\n{question}\n\n- A. k\n- B. o\n- C. t\n\n{said}\n"
    assert [got for _, got in found(text)] == right
