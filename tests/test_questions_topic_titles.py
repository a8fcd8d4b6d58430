"""Titles of answers that name what these are about."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ASKS = "## 練習問題: 高い山と谷\n\n**Q1. 最も高い山は？**\nA) 富士山\nB) 北岳\n\n"
_ASKS += "**Q2. 最も深い谷は？**\nA) 天竜峡\nB) 黒部峡谷\n\n"


@pytest.mark.parametrize(
    "title", ["### 【解答】 高い山と谷", "### 解答：山と谷のまとめ", "### 【解答】 地形の見分け方"]
)
def test_title_that_names_a_topic_is_no_answer(title: str) -> None:
    told = "**Q1の答え：A (富士山)**\n**Q2の答え：B (黒部峡谷)**\n"
    assert [key(each) for each in asked(f"{_ASKS}{title}\n\n{told}")[0]] == [["A"], ["B"]]


@pytest.mark.parametrize("title", ["### 解答：たぶん黒部峡谷", "### 解答：C", "### 解答：D) 大杉谷"])
def test_title_that_answers_is_an_answer(title: str) -> None:
    found = asked(f"{_ASKS.split('**Q1', 1)[0]}どこか。\n\nA) 天竜峡\nB) 黒部峡谷\n\n{title}\n\n谷の話。\n")[0]
    assert found == []
