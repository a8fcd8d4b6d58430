"""Answers beside the learner's own, choices of code beneath bold labels, tags of other converters, slides."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "## 犬\n\n犬はどれか。\n\nA. 柴\nB. 三毛\nC. 鯉\nD. 亀\n\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser != "comparison"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("**正解：A**（あなたの回答：D）", [["A"]]),
        ("正解: A (your answer: B)", [["A"]]),
        ("正解：A（回答：D）", [["A"]]),
        ("正解：A、自分の答え：C ×", [["A"]]),
        ("あなたの回答：D（正解：A）", [["A"]]),
        ("自分の解答：B → 正解：A", [["A"]]),
        ("あなたの回答：D", []),
        ("正解：A（あなたの回答：D、まだ自信なし）", []),
        ("自分の解答：B → 正解：Aだと思う", []),
        ("自分の解答：B 正解：不明", []),
    ],
)
def test_what_the_learner_answered_beside_the_key(line, wanted):
    assert keys(CHOICES + line + "\n") == wanted
