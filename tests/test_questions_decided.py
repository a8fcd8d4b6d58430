"""Answers told by decisions in reasons, by tables beneath a case, by lists that count as the headings do."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions."""
    return [key(each) for each in asked(text)[0]]


_DAYS = "".join(
    f"# Day {number}\n\n小屋の{side}側をふさぎたい。\n\na) 板\nb) 紙\nc) 水\n\n"
    for number, side in enumerate("北南東西", 1)
)


@pytest.mark.parametrize(
    ("title", "told", "found"),
    [
        ("# 答え", "Day1 a\nDay2 c\nDay3 b 軽いから\nDay4 a", [["A"], ["C"], ["B"], ["A"]]),
        ("# 答え", "Day1 a\nDay2 c\nDay3 e\nDay4 a", [["A"], ["C"], ["A"]]),
        ("# 自分の答え", "Day1 a\nDay2 c\nDay3 b\nDay4 a", []),
        ("# 答え", "Week1 a\nWeek2 c\nWeek3 b\nWeek4 a", []),
    ],
)
def test_a_list_of_answers_counts_with_the_word_of_the_headings(title: str, told: str, found: list[list[str]]) -> None:
    assert keys(f"{_DAYS}{title}\n\n{told}\n") == found


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        ("A: b。水をためる。", [["B"]]),
        ("A: b（ためるから）", [["B"]]),
        ("A: b。いや a だったか。", []),
        ("A: b（自分の答え）", []),
        ("A: b　← Q2の答えだった", []),
        ("A: b　← コピペしたまま", []),
    ],
)
def test_a_small_letter_behind_the_letter_of_answers(reply: str, found: list[list[str]]) -> None:
    assert keys(f"> 雨の量をはかるのはどれか。\n> a) 風見どり\n> b) ます\n> c) ものさし\n\n{reply}\n") == found


_CHOICES = "".join(f"  - {label}. {what}の桶\n    - {{}}\n" for label, what in zip("ABC", "木紙鉄", strict=True))
_LOG = f"- 状況\n  - 犬の桶を買いかえる\n- 選択肢\n{_CHOICES}"


@pytest.mark.parametrize(
    ("reasons", "found"),
    [
        (("却下。重い", "却下。やぶれる", "採用。さびない"), [["C"]]),
        (("これを採用。軽い", "不採用。やぶれる", "却下。重い"), [["A"]]),
        (("採用。軽い", "却下。やぶれる", "採用。さびない"), []),  # one is wanted
        (("軽い", "やぶれるやつ", "却下。重い"), []),
        (("却下。重い", "却下。やぶれる", "採用。でも答えを見たらAだった"), []),
        (("却下。重い", "却下。やぶれる", "採用。→ 不正解"), []),
        (("採用。軽い", "却下。やぶれると見たがこれだった", "却下。重い"), []),
    ],
)
def test_reasons_that_begin_with_a_decision(reasons: tuple[str, str, str], found: list[list[str]]) -> None:
    assert keys(f"# 記録\n\n## 1\n{_LOG.format(*reasons)}") == found


_TABLE = "\n\n| {} | 判定 | 理由 |\n|---|---|---|\n| 板 | ○ | かたい |\n| 紙 | {} | {} |\n| 水 | × | ながれる |\n\n"
_ASKED = "".join(
    f"## {number}\n\n{side}の窓をふさぐものはどれか。{_TABLE.format('選択肢', '×', 'やぶれる')}"
    for number, side in enumerate("北南", 1)
)


@pytest.mark.parametrize(
    ("case", "cells", "found"),
    [
        ("冬までに小屋の窓をふさぎたい。", ("選択肢", "×", "やぶれる"), ["1"]),
        ("小屋の窓をふさいで外を見たい。", ("選択肢", "×", ""), ["1"]),
        ("小屋の窓をふさげる物、2つ。", ("選択肢", "○", "かさねれば"), ["1", "2"]),
        ("小屋の窓をふさげる物、2つ。", ("選択肢", "×", "やぶれる"), []),
        ("小屋の窓をふさげる物はどれ？　1つ", ("選択肢", "○", "かさねれば"), []),
        ("小屋の窓をふさげる物はどれ？　2つ", ("選択肢", "⭕\ufe0f", "かさねれば"), ["1", "2"]),
        ("小屋の窓をふさぎたい。", ("選択肢", "○", "かさねれば"), []),
        ("小屋の窓をふさぎたい。", ("材料", "×", "やぶれる"), []),
        ("今日は小屋の窓をふさぐ。", ("選択肢", "×", "やぶれる"), []),
    ],
)
def test_a_case_above_a_table_of_judged_choices(case: str, cells: tuple[str, str, str], found: list[str]) -> None:
    told = keys(f"{_ASKED}## 3\n\n{case}{_TABLE.format(*cells)}")
    assert told == [["1"], ["1"], *([found] if found else [])]


_BOLD = "【{}】小屋の{}をふさぐものはどれか。\n\n{}\n\n👉{}\n\n"
_MARKED = ("**1．板**\n2．紙\n3．水", "1．紙\n**2．板**\n3．水", "1．水\n2．紙\n**3．板**")


@pytest.mark.parametrize(
    ("choices", "said", "found"),
    [
        ("**1．板**\n**2．戸**\n3．水", "どっちも太字にしておく。先生に聞く。", 3),
        ("1．板\n2．戸\n3．水", "まだ調べてない。", 3),
        ("**1．板**\n**2．戸**\n3．水", "じょうぶだから。", 0),  # bold may be anything
        ("**1．板**\n2．紙\n3．水", "太字は自分の答え。", 0),
        ("**1．寸法を上司に確認する**\n2．紙をはる\n3．水をまく", "じょうぶだから。", 4),
    ],
)
def test_a_question_that_is_doubted_says_nothing_of_what_bold_means(choices: str, said: str, found: int) -> None:
    settled = [
        _BOLD.format(at, side, marked, "かたい。") for at, side, marked in zip("123", "北南東", _MARKED, strict=True)
    ]
    assert len(keys("".join([*settled, _BOLD.format(4, "西", choices, said)]))) == found
