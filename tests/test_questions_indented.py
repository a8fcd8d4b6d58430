"""Boxes whose words are indented beneath their title, as MkDocs has them."""

from __future__ import annotations

import pytest

from studynotes.questions.words import indented
from support.asking import asked, key

BOX = """# 章

## 節 {kind}

??? question "確認（1問）"
    **問題.** 帆船を進めるのはどれですか。

    - A. 煙
    - B. 風
    - C. 影

    {answer}

    **解説:** 帆が受ける。
"""


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("正解: **B** ／ 難易度: 初級", ["B"]),
        ("正解: `B`", ["B"]),
        ('??? success "解答"\n        B', ["B"]),
        ('=== "解答"\n\n        B', ["B"]),
        ("~~正解: B~~", []),
        ("正解: B（自信なし）", []),
        ("自分の答え: B", []),
        ("", []),
    ],
)
def test_a_question_in_a_box(answer: str, wanted: list[str]) -> None:
    questions, _ = asked(BOX.format(kind="一", answer=answer))
    assert [label for each in questions for label in key(each)] == wanted


def test_an_answer_in_a_box_behind_an_empty_line() -> None:
    text = "### 問題 1\n帆船を進めるのはどれですか。\n\nA. 煙\nB. 風\nC. 影\n\n"
    text += '??? success "解答"\n\n    正解: B\n\n    煙は違う。\n'
    assert [key(each) for each in asked(text)[0]] == [["B"]]
    assert asked(text.replace('??? success "解答"', "たとえば"))[0] == []  # code


def test_what_stands_in_a_box() -> None:
    source = "**帆**\nと `a b`\n\n- [x] 風\n    1. 北\n- 雨\n\n```text\n- x\n```\n"
    said = indented.lines_in(source, 5)
    assert [(each.text, each.at, each.depth, each.item) for each in said] == [
        ("帆", 5, 0, False),
        ("と a b", 6, 0, False),
        ("風", 8, 1, True),
        ("北", 9, 2, True),
        ("雨", 10, 1, True),
        ("- x", 12, 0, False),
    ]
    assert (said[1].code, said[2].checked, said[3].number, said[-1].is_code) == (((2, 5),), True, 1, True)
    assert said[2].list_ == said[4].list_ != said[3].list_


def test_a_box_behind_the_explanation_tells_of_something_else() -> None:
    note = '\n??? note "手順"\n\n    - 港へ行くため、前の日に天気を調べておく必要がある。\n'
    two = [
        BOX.format(kind="一", answer="正解: **B**"),
        BOX.format(kind="二", answer="正解: **C**").removeprefix("# 章\n"),
    ]
    two[1] = two[1].replace("帆船を進める", "日時計が使う").replace("帆が受ける", "棒が落とす").replace("煙", "砂")
    text = note.join([*two, ""])
    assert [key(each) for each in asked(text)[0]] == [["B"], ["C"]]
    assert len(asked(text.replace('??? note "手順"\n\n    - ', "    "))[0]) < len(two)
