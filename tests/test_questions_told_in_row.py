"""Answers to several questions told in running text, or in a comment."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ASKS = """\
# 確認問題

**Q1**: 最も大きい惑星はどれか？
- A: 地球
- B: 木星
- C: 火星

**Q2**: 輪がよく見える惑星はどれか？
- A: 土星
- B: 水星
- C: 金星

"""
_TOLD = "では答え合わせです。Q1、いちばん大きいのは木星です。正解はBです。Q2、輪が見えるのは土星です。正解はAです。"


def keys(told: str) -> list[list[str]]:
    """Return the keys of the questions with a text beneath them."""
    return [key(each) for each in asked(f"{_ASKS}{told}\n")[0]]


@pytest.mark.parametrize("around", ["{}", "<!--\n{}\n-->", "\n---\n\n{}"])
@pytest.mark.parametrize("name", ["Q{}、", "問{}は、", "第{}問。"])
def test_each_number_is_told_its_answer(around: str, name: str) -> None:
    told = _TOLD.replace("Q1、", name.format(1)).replace("Q2、", name.format(2))
    assert keys(around.format(told)) == [["B"], ["A"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("正解はAです。", "正解はAだったはずです。"),
        ("正解はAです。", "正解はAです。いや、正解はCです。"),
        ("正解はAです。", "正解はAかもしれません。"),
        ("では答え合わせ", "私の答えはCでした。では答え合わせ"),
        ("輪が見えるのは", "私の答えはCでした。輪が見えるのは"),
    ],
)
def test_nothing_is_asked_where_it_is_not_sure(old: str, new: str) -> None:
    assert keys(f"<!--\n{_TOLD.replace(old, new)}\n-->") == []
