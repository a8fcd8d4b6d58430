"""Answers that stand at the head of the next part of a file, so that one has to think first."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def _keys(first: str, second: str, *, title: str = "前回の答え", numbered: str = "[Q{}]") -> list[list[str]]:
    choices = "  a) 犬\n  b) 鶏\n  c) 亀\n  d) 猫\n"
    asking = [
        f"{numbered.format(1)} 卵を産む鳥は？\n{choices}",
        f"{numbered.format(2)} 甲羅があるのは？\n{choices}\n{numbered.format(3)} 卵を産むのは？（2つ）\n{choices}",
    ]
    text = (
        f"# 動物\n\n## 鳥\n\n鳥の話。\n\n{asking[0]}\n## 亀\n\n{title}：{first}\n\n亀の話。\n\n{asking[1]}\n"
        f"## 終わり\n\n{title}：{second}\n\n終わりの話。\n"
    )
    return [key(question) for question in asked(text)[0] if question.recogniser == "choices"]


@pytest.mark.parametrize("title", ["前回の答え", "前の章の答え", "前のテーマの正解", "**前回の問題の解答**"])
def test_answers_to_the_last_part_are_told_at_the_head_of_the_next(title: str) -> None:
    said = _keys("Q1は b。aは毛が生えている。", "Q2は c、10年。bの卵は別の話。Q3は b と c。dは産まない。", title=title)
    assert said == [["B"], ["C"], ["B", "C"]]


def test_questions_may_be_numbered_in_another_way_than_they_are_called() -> None:
    assert _keys("問1はb。", "問2はc。問3はbとc。", numbered="問{}") == [["B"], ["C"], ["B", "C"]]


@pytest.mark.parametrize("title", ["今回の答え", "自分の前回の答え", "前回の成績"])
def test_other_titles_give_no_such_answers(title: str) -> None:
    assert _keys("Q1は b。", "Q2は c。Q3は b と c。", title=title) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Q1は b ×。", "Q2は c ○。Q3は b と c。"),
        ("Q1は b だった。今回は c。", "Q2は c。"),
        ("Q1は bにした。", "Q2は cにした。"),
        ("Q1は b。", "まだ書いていない。"),
        ("Q7は b。", "Q2は c。"),
        ("Q1は b。", "Q1は c。"),
        ("自信なし。Q1は b。", "Q2は c。"),
    ],
)
def test_what_may_be_ones_own_or_of_other_questions_answers_nothing(first: str, second: str) -> None:
    assert _keys(first, second) == []


@pytest.mark.parametrize(
    "told",
    [
        "Q2は c かも。",
        "Q2は c？",
        "Q2は bではなく c。",
        "Q2は e。",
        "Q2は c。甲羅なので猫。",
        "Q2は c と d。",
        "Q2は ~~c~~ d。",
    ],
)
def test_doubt_beside_an_answer_leaves_that_question_unanswered(told: str) -> None:
    assert ["C"] not in _keys("Q1は b。", f"{told}Q3は b と c。")
