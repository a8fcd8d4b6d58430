"""Remarks that tell what stood there as the answer, and what should."""

from __future__ import annotations

import pytest

from support.asking import asked, key

TWO = (
    "## 色\n\n【問1】空の色はどれか。\n\n1．赤\n2．青\n3．黄\n\n【問2】草の色はどれか。\n\n1．赤\n2．白\n3．緑\n\n"
    "## 解答\n\n【問1】2\n【問2】2\n\n### 訂正（六月六日）\n\n- {}\n"
)


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    "remark",
    [
        "問２の正解を「２」としていましたが、正しくは「３」です。解説はそのままで結構です。",
        "問2の答えは2と書いたけど正解は3",
        "問2の2は3の誤りです。",
        "問2の答え「2」とあるのは「3」の間違いでした。",
    ],
)
def test_a_remark_that_tells_what_stood_there(remark: str):
    assert _keys(TWO.format(remark)) == [["2"], ["3"]]


@pytest.mark.parametrize(
    "remark",
    [
        "問2の正解を「1」としていましたが、正しくは「3」です。",  # it did not stand there
        "問2の正解を「2」としていましたが、正しくは3ではないかと思います。",
        "問2の答えを2としていましたが、今は分かりません。",
        "問2の正解を差し替えました。",
    ],
)
def test_a_correction_that_tells_no_answer_for_sure(remark: str):
    assert _keys(TWO.format(remark)) == [["2"]]
