"""What explanations say of other choices, and what questions only tell of choosing."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ASKS = "### Q1\n\n成年になる年齢として正しいものはどれか？\n\n"
_ASKS += "- A. 18歳\n- B. 20歳\n- C. 25歳\n\n**正解：A**\n\n**解説：**\n"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("- B は改正前の規定\n", [["A"]]),
        ("- B、C は改正前の考え方です。\n", [["A"]]),
        ("- A は改正前の規定\n", []),
        ("- この答えは改正前の規定\n", []),
        ("- B は改正前の答えかも\n", []),
    ],
)
def test_other_choices_may_be_of_another_time(said: str, wanted: list[list[str]]) -> None:
    assert [key(each) for each in asked(f"{_ASKS}{said}")[0]] == wanted


@pytest.mark.parametrize(
    ("asks", "wanted"),
    [
        ("委員を3つ選ぶ理由は何ですか？", [["B"]]),
        ("番号を2個選ぶ組み合わせは何通りですか？", [["B"]]),
        ("委員として正しいものを3つ選ぶこと。", []),
        ("委員を3つ選べ。", []),
    ],
)
def test_how_many_is_wanted_where_the_question_wants_it(asks: str, wanted: list[list[str]]) -> None:
    text = f"7. {asks}\n   - A) 一つめ\n   - B) 二つめ\n   - C) 三つめ\n\n**正解: B) 二つめ**\n"
    assert [key(each) for each in asked(text)[0]] == wanted
