"""Choices that are each judged with a reason beneath a mere case, where other lists of the file are questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.asking import asked, key

if TYPE_CHECKING:
    from collections.abc import Callable

ASKED = ("水をためるのはどれか？", "夜に光るのはどれか？")
CASE = "洗濯物を雨の日でも半日で乾かしたい。"


def _lines(title: str, stem: str, right: str = "B") -> str:
    told = "\n\n".join(
        f"{label}. {title}{label}\n{'⭕ よく乾く' if label in right else '❌ 遅いから'}" for label in "ABCD"
    )
    return f"# {title}\n\n{stem}\n\n{told}\n\n"


def _table(title: str, stem: str, right: str = "B", head: str = "選択肢", reason: str = "湿気") -> str:
    rows = "\n".join(f"| {each} | {title}{each} | {'○' if each in right else '×'} | {reason} |" for each in "ABCD")
    return f"# {title}\n\n{stem}\n\n| | {head} | 判定 | 理由 |\n|---|---|---|---|\n{rows}\n\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize("form", [_lines, _table])
@pytest.mark.parametrize(
    ("stem", "right"),
    [
        (CASE, "B"),
        ("部屋干しでも臭いを残したくない。手間は最小。", "D"),
        ("窓の鍵が掛からない家を留守にしたい。", "A"),
        ("家族だけが開けられるようにする。", "C"),
        ("毎回同じ味にしてほしい。どの調味料をどうする？", "B"),
        ("湿気と臭いを同時に減らしたい（2つ選択）", "AC"),
    ],
)
def test_a_case_is_asked_where_other_lists_of_its_kind_are(form: Callable[..., str], stem: str, right: str) -> None:
    others = "".join(form(f"第{at}日", said) for at, said in enumerate(ASKED))
    assert _keys(others + form("第9日", stem, right))[2:] == [list(right)]


@pytest.mark.parametrize("form", [_lines, _table])
def test_one_question_shows_no_habit(form: Callable[..., str]) -> None:
    assert _keys(form("第1日", ASKED[0]) + form("第9日", CASE)) == [["B"]]


def test_how_many_may_be_said_in_the_heading() -> None:
    others = "".join(_table(f"第{at}日", said) for at, said in enumerate(ASKED))
    assert _keys(others + _table("第9日 洗濯（2つ選択）", CASE, "AD"))[2:] == [["A", "D"]]
    assert _keys(others + _table("第9日 洗濯（3つ選択）", CASE, "AD"))[2:] == []


@pytest.mark.parametrize("form", [_lines, _table])
@pytest.mark.parametrize(
    ("stem", "right"),
    [
        (CASE, ""),  # none is right
        (CASE, "AB"),  # two are, and one is wanted
        (CASE, "ABCD"),
        ("乾燥機", "B"),  # only a name
        ("来週までに乾燥機を買いたい。", "B"),
        ("今度の休みに食べたいものを決める。", "B"),
        ("乾燥機はどれにする？", "B"),
        ("引っ越し先は駅の近くにする。", "B"),
        (f"{CASE}これで合ってるか自信ない。", "B"),
    ],
)
def test_what_is_no_case_or_unclear_is_not_asked(form: Callable[..., str], stem: str, right: str) -> None:
    others = "".join(form(f"第{at}日", said) for at, said in enumerate(ASKED))
    assert _keys(others + form("第9日", stem, right))[2:] == []


def test_how_to_spend_ones_days_is_not_asked() -> None:
    others = "".join(_lines(f"第{at}日", said) for at, said in enumerate(ASKED))
    assert _keys(others + _lines("第9日", "週末をどう過ごす？"))[2:] == []


def test_a_doubt_beneath_keeps_a_case_unasked() -> None:
    for form in (_lines, _table):
        others = "".join(form(f"第{at}日", said) for at, said in enumerate(ASKED))
        assert _keys(others + form("第9日", CASE) + "Bで合ってるか要確認\n")[2:] == []


def test_tables_without_reasons_or_of_something_else_are_not_asked() -> None:
    others = "".join(_table(f"第{at}日", said) for at, said in enumerate(ASKED))
    assert _keys(others + _table("第9日", CASE, reason=""))[2:] == []
    assert _keys(others + _table("第9日", CASE, head="製品"))[2:] == []


def test_a_list_without_all_reasons_is_not_asked() -> None:
    others = "".join(_lines(f"第{at}日", said) for at, said in enumerate(ASKED))
    last = _lines("第9日", CASE)
    assert _keys(others + last.replace("❌ 遅いから", "❌", 1))[2:] == []
    assert _keys(others + last.replace("❌ 遅いから", "遅い？", 1))[2:] == []
