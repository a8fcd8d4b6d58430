"""Answers behind titles that say how to open them, and beneath a question's number on a line of its own."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ASKED = "### Q1. 次のうち、気体はどれか。\n\nA. 氷\nB. 湯気\nC. 霜\n\n"
_FOLDED = "<details>\n<summary>{title}</summary>\n\n{said}\n\n</details>\n"


@pytest.mark.parametrize(
    "title",
    [
        "解答（クリックで表示）",
        "模範回答（クリックして展開）",
        "▶ クリックで答えを表示",
        "ここをクリックして正解を見る",
        "解答・解説",
        "【模範解答】",
        "答えはこちら",
        "解答例を見る",
    ],
)
def test_a_title_may_say_how_to_open_what_it_announces(title: str) -> None:
    questions, _ = asked(_ASKED + _FOLDED.format(title=title, said="B。氷と霜は固体。"))
    assert [key(each) for each in questions] == [["B"]]


@pytest.mark.parametrize("title", ["私の解答（クリックで表示）", "ヒント（クリックで表示）", "友人の答えを見る"])
def test_titles_of_somebodys_own_answers_announce_none(title: str) -> None:
    assert asked(_ASKED + _FOLDED.format(title=title, said="B。氷と霜は固体。"))[0] == []


_TWO = """# 小テスト

### Q1：温度

次のうち、気体はどれでしょう？

1. 氷
2. 湯気
3. 霜

### Q2：色

光の三原色に含まれるのはどれでしょう？

1. 黄
2. 茶
3. 緑

{title}

{numbers}
"""


@pytest.mark.parametrize("title", ["### 解答", "## 答え合わせ", "**解答**"])
@pytest.mark.parametrize(
    "numbers",
    [
        "Q1:\n\n2が正しいです。\n\nQ2:\n\n3が正しいです。",
        "問1\n2です。\n\n問2\n3です。",
        "【問1】\n\n2　湯気\n\n【問2】\n\n3　緑",
        "第1問：\n正解：2\n\n第2問：\n正解：3",
    ],
)
def test_a_number_on_a_line_of_its_own_names_the_question_of_the_answer_beneath(title: str, numbers: str) -> None:
    questions, _ = asked(_TWO.format(title=title, numbers=numbers))
    assert [key(each) for each in questions] == [["2"], ["3"]]


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("### 私の解答", "Q1:\n\n2が正しいです。\n\nQ2:\n\n3が正しいです。"),
        ("### 解答（自信なし）", "Q1:\n\n2が正しいです。\n\nQ2:\n\n3が正しいです。"),
        ("### 解答", "Q1:\n\nたぶん2\n\nQ2:\n\nたぶん3"),
        ("### 感想", "Q1:\n\n2が正しいです。\n\nQ2:\n\n3が正しいです。"),
        ("**解答**", "**1**\n\n(2)\n\n**2**\n\n(3)"),  # figures alone may be the answers
    ],
)
def test_numbers_beneath_what_calls_them_no_answers_for_sure_name_none(title: str, numbers: str) -> None:
    assert asked(_TWO.format(title=title, numbers=numbers))[0] == []
