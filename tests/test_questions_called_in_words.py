"""Test answers that one sentence of several tells in words, beneath ticks that are the learner's own."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_OWN = "# 記録\n\nチェックが入っているのは自分がそのとき選んだものです（正解とは限りません）。\n\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser == "choices"]


def _asked(said: str, *, several: bool = False, top: str = _OWN) -> str:
    stem = "湿った空気を乾かすのに使うのはどれ？" + ("（2つ）" if several else "")
    choices = "- [x] 塩の山\n- [ ] 石灰の粉\n- [ ] 砂の袋\n- [ ] 炭の箱\n"
    return f"{top}**Q1. {stem}**\n\n{choices}\n:::details 答え\n{said}\n:::\n"


@pytest.mark.parametrize(
    "said",
    [
        "塩の山は湿るだけなので不正解でした。正解は石灰の粉。袋に入れて使う。",
        "ハズレ。塩の山は湿ると溶けて流れる。水と結びつく石灰の粉を使う。",
        "ハズレ。塩の山は湿ると溶けて流れる。水と結びつく石灰の粉にする。",
    ],
)
def test_a_sentence_among_others_tells_the_answer_in_words(said: str) -> None:
    assert _keys(_asked(said)) == [["2"]]


def test_what_is_counted_is_the_answer() -> None:
    said = "吸うものだけ。つまり石灰の粉と炭の箱の 2 つ。塩の山は溶けてしまう。"
    assert _keys(_asked(said, several=True)) == [["2", "4"]]
    assert _keys(_asked(said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "塩の山は不正解でした。正解は石灰の粉。正解は炭の箱。",
        "塩の山は不正解でした。正解は石灰の粉かもしれない。",
        "塩の山は不正解でした。正解は灰。",
        "塩は溶ける。急ぐときは石灰の粉を使う。",
        "塩は溶ける。暑い日なら石灰の粉を使う。",
        "塩は溶ける。多くの人は石灰の粉を使う。",
        "塩は溶ける。自分は石灰の粉を使う。",
        "塩は溶ける。石灰の粉か炭の箱を使う。",
        "塩は溶ける。最初は石灰の粉にする。",
        "塩は溶ける。間違えて石灰の粉にする。",
        "塩は溶ける。石灰の粉を使うと熱が出る。",
        "石灰の粉を使う。あとで調べる。",
    ],
)
def test_a_sentence_that_may_tell_of_something_else_is_no_answer(said: str) -> None:
    assert _keys(_asked(said)) == []


def test_ticks_that_nobody_disowns_still_count() -> None:
    said = "塩の山は湿るだけなので不正解でした。正解は石灰の粉。袋に入れて使う。"
    assert _keys(_asked(said, top="# 記録\n\n")) == []
    assert _keys(f"{_OWN}**Q1. 乾かすのに使うのはどれ？**\n\n- [x] 塩の山\n- [ ] 石灰の粉\n- [ ] 砂の袋\n") == []
