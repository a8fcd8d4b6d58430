"""Tables of statements whose heads may have other things, too: claims, judgements, ticks."""

from __future__ import annotations

import pytest

from support.asking import asked, key

ROWS = (("水は0度で凍る。", "○"), ("太陽は西から昇る。", "×"), ("光は音より速い。", "○"))


def _keys(heads: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> list[list[str]]:
    columns = heads.count("|") + 1
    lines = [heads, "|".join(["---"] * columns), *("|".join(row) for row in rows)]
    return [key(question) for question in asked("# メモ\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n")[0]]


def _worded(yes: str, no: str) -> tuple[tuple[str, str], ...]:
    return tuple((said, yes if sign == "○" else no) for said, sign in ROWS)


@pytest.mark.parametrize(
    "heads", ["命題|正誤", "主張|正しい？", "ステートメント|T/F", "文|判定", "記述|正しいか", "説明|真偽", "言明|答え"]
)
def test_claims_and_what_asks_for_their_truth(heads: str) -> None:
    assert _keys(heads) == [["1"], ["2"], ["1"]]
    assert _keys(heads, tuple((said, "○") for said, _ in ROWS)) == []


def test_ticks_are_verdicts_where_crosses_are_there() -> None:
    assert _keys("記述|正誤", _worded("✅", "❌")) == [["1"], ["2"], ["1"]]
    assert _keys("問題文|正解", _worded("✅", "❌")) == []  # what the learner got right


def test_words_judge_what_signs_may_only_tick() -> None:
    assert _keys("説明|判定", _worded("正しい", "誤り")) == [["1"], ["2"], ["1"]]
    assert _keys("説明|判定") == []
    assert _keys("問題|判定") == []
    assert _keys("内容|判定", (("記録を残している。", "○"), ("鍵を分けている。", "×"))) == []


def test_reasons_and_numbers_stand_beside_but_nothing_that_could_be_meant() -> None:
    more = tuple((str(number), said, sign, "理由") for number, (said, sign) in enumerate(ROWS, 1))
    assert _keys("No|命題|正しい？|ポイント", more) == [["1"], ["2"], ["1"]]
    assert _keys("用語|説明|正誤|備考", more) == []
    assert _keys("機能|主張|正しい？|備考", more) == []


def test_features_are_no_statements() -> None:
    assert _keys("説明|○×", (("暗号化できる", "○"), ("複製できる", "×"))) == []
    assert _keys("命題|正誤", (("暗号化", "○"), ("複製", "×"))) == []
    assert _keys("主張|判定", (("値上げする。", "○"), ("値下げする。", "×"))) == []
