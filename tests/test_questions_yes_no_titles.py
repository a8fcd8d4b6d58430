"""Statements beneath a title that says はい/いいえ, and remarks that tell of one by its words."""

from __future__ import annotations

import pytest

from support.asking import asked

ICE, MOON, SUN = "水は0度より低いと氷になる。", "月は自分で光っている。", "夏至のころは昼が長い。"


def _right(title: str, *lines: str, below: str = "") -> list[bool]:
    listed = "\n".join(f"- {line}" for line in lines)
    questions, _ = asked(f"# 理科\n\n## {title}\n\n{listed}\n\n{below}\n")
    return [question.choices[0].right for question in questions]


@pytest.mark.parametrize("title", ["はい/いいえ問題", "はい／いいえ問題（苦手）", "はい・いいえクイズ"])
def test_such_a_title_makes_the_words_verdicts(title: str):
    assert _right(title, f"{ICE} 👉 はい", f"{MOON} → いいえ") == [True, False]


@pytest.mark.parametrize("title", ["メモ", "はい/いいえ診断", "はい/いいえチャート", "はい/いいえ問題（自分の性格）"])
def test_other_titles_do_not(title: str):
    assert not _right(title, f"{ICE} → はい", f"{MOON} → いいえ")


def test_two_verdicts_or_a_doubtful_one_is_none():
    assert _right("はい/いいえ問題", f"{ICE} → はい いいえ", f"{MOON} → いいえ") == [False]
    assert _right("はい/いいえ問題", f"{ICE} → はい？", f"{MOON} → いいえ") == [False]


@pytest.mark.parametrize(
    ("remark", "right"),
    [
        ("月のやつはあとで確認する。", [True, True]),
        ("夏至のやつはあとで確認する。", [True, False]),
        ("最後のやつはあとで確認する。", [True, False]),
        ("あとで確認する。", [True, False]),
    ],
)
def test_a_doubt_is_on_the_statement_whose_words_it_tells(remark: str, right: list[bool]):
    statements = (f"{ICE} → はい", f"{MOON} → いいえ", f"{SUN} → はい")
    assert _right("はい/いいえ問題", *statements, below=remark) == right


def test_gaps_beneath_a_title_in_kana_are_filled_behind_arrows():
    filled = "- 虹の色は____つに分けることが多い。 ⇒ 7\n- 一番明るい恒星は____である。 ⇒ シリウス\n"
    filled += "- 月は____日で一巡りする。 ⇒ なんだっけ\n"
    assert [question.answers for question in asked(f"## あなうめ\n\n{filled}")[0]] == [("7",), ("シリウス",)]
    steps = "- 申請書を____に出す。 ⇒ 承認\n- 書類を____で受け取る。 ⇒ 窓口\n"
    assert not asked(f"## 手順\n\n{steps}")[0]
