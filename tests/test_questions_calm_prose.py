"""Answers at the end of running text: how one picks them, and what one took for the answer at first."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_WHICH = "# 買物\n\n問1　手付の上限はどれか。\n(1) 100円\n(2) 200円\n(3) 300円\n(4) 400円\n\n"


def _keys(beneath: str) -> list[list[str]]:
    return [key(question) for question in asked(f"{_WHICH}{beneath}\n")[0]]


@pytest.mark.parametrize(
    "beneath",
    [
        "1000×30％＝300。(1)の100円、(4)の400円は別の数字（1割または400円を超えたら届ける）。これを狙った選択肢なので、落ち着いて(3)を選ぶ。",
        "額でなく割合。(1)の100円は小さい。割合で決まるので、素直に(3)を選ぶ。",
        "最初は(1)だと思って大失敗した。(2)は少なすぎ。3割と決まっているから、(3)が正しい。",
        "最初(1)だと思ったけど、「3割まで」とあるので(3)。1割は別の規定。",
        "3割のやつ。(3)で正解。1割は別の規定。",
        "(1)は古い額、(4)は全額。手付の上限は(3)になる。",
    ],
)
def test_answer_that_prose_comes_to(beneath: str) -> None:
    assert _keys(beneath) == [["3"]]


@pytest.mark.parametrize(
    "beneath",
    [
        "これを狙った選択肢なので、焦って(3)を選ぶ。",
        "前の問題は(3)で正解。",
        "売主の手付は(3)になる。",
        "最初(3)だと思ったけど、3割と聞いて迷った。",
        "時間がないので、うっかり(1)を選ぶ。",
        "3割なので、落ち着いて(3)を選ぶ（または(2)）。",
        "3割なので、落ち着いて(3)を選ぶ人が多い。",
        "最初は(3)だと思って大失敗した。",
        "最初は(1)だと思って大失敗した。たぶん(3)が正しい。",
        "最初は(3)だと思って大失敗した。3割と決まっているから、(3)が正しい。",
        "3割なので、答えは(3)。(3)の300円は誤り。",
    ],
)
def test_prose_that_leaves_a_doubt_gives_no_answer(beneath: str) -> None:
    assert _keys(beneath) == []
