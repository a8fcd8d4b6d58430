"""What a reason's last words come to behind a slip that it tells, and slips of the pen that are put right."""

from __future__ import annotations

import pytest

from support.asking import asked, key

GAP = "# 英語\n\n> 3. {stem}\n\n(A) is (B) was (C) be (D) being\n\n{reason}\n"
STEM = "She asked that the door ------- open."
FOLDED = (
    "### Q4\n\n遠くまで届かせるにはどうすればよいか。\n\n"
    "- A. 声を落とす\n- B. 窓を閉める\n- C. 拡声器を使う\n- D. 床に座る\n\n- 解答・解説\n\n    {answer}\n\n    {told}\n"
)


@pytest.mark.parametrize(
    "reason",
    [
        "最初 (B) と書いて×だった。正しいのは (C) be。",
        "that 節では原形になる。時制に関係なく (C) の be。",
        "that 節では原形。時制を問わず (C)。",
    ],
)
def test_last_words_name_the_right_one(reason: str):
    (question,), _ = asked(GAP.format(stem=STEM, reason=reason))
    assert key(question) == ["C"]


@pytest.mark.parametrize(
    "reason",
    [
        "時制に関係なく (C) の be を選んだ。",
        "時制に関係なく (C) の being。",
        "時制に関係なく (C) の be。と書いて×。",
        "正しいのは (C) be だと思った。",
        "正しいのは (C) be。正しいのは (A) is。",
        "形だけ正しいのは (C) be。",
    ],
)
def test_a_choice_made_or_doubted_names_none(reason: str):
    assert not asked(GAP.format(stem=STEM, reason=reason))[0]


def test_the_right_one_is_not_what_a_question_for_the_wrong_asks_for():
    assert not asked(GAP.format(stem="誤っているものはどれか。", reason="正しいのは (C) be。"))[0]


@pytest.mark.parametrize(
    ("answer", "told", "found"),
    [
        ("~~B~~ → **C**", "最初Bとメモしていたが写し間違い。本を見直したらCだった。", [["C"]]),
        ("**C**", "最初Bと書いていたけど転記ミス。", [["C"]]),
        ("**C**", "最初Cと書いていたけど転記ミス。", []),
        ("**C**", "最初Bと書いていたけど転記ミス。正しくはD。", []),
        ("**C**", "最初Bと書いていたけど転記ミス。Cかも。", []),
        ("**C**", "最初Bと書いていたけど転記ミスかもしれない。", []),
    ],
)
def test_a_slip_of_the_pen_that_is_told_and_put_right_doubts_nothing(answer: str, told: str, found: list[list[str]]):
    questions, _ = asked(FOLDED.format(answer=answer, told=told))
    assert [key(question) for question in questions] == found
