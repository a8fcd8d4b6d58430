"""Statements with はい / いいえ, ○か×か, and numbered ones that run on."""

from __future__ import annotations

import pytest

from support.asking import asked


def verdicts(text: str) -> list[bool]:
    """Return whether each statement asked in a text is right."""
    questions, _ = asked(text)
    assert all(question.recogniser == "true_false" for question in questions)
    return [question.choices[0].right for question in questions]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("「雪は白い。」\n\nはい / いいえ\n\n**回答：はい**", True),
        ("「雪は白い」\nはい / いいえ\n\nAnswer: いいえ", False),
        ("雪は白い。\n\n（○ / ×）\n\n正解：○", True),
        ("「雪は白い。」\n\nはい / いいえ\n\n回答：はい\n正解：いいえ", False),
        ("**［5］** 雪は白いものである。○か×か。\n\n答え：×\n春の雪は灰色。", False),
        ("「雪は白い。」○か×か？\n\n:::details 正解を見る\n**○** です。冬に見える。\n:::", True),
    ],
)
def test_a_statement_with_both_answers_offered(text, right):
    assert verdicts(f"# N\n\n{text}\n") == [right]


@pytest.mark.parametrize(
    "text",
    [
        "昨日は復習した。\n\nはい / いいえ",
        "雪は好きですか？\n\nはい / いいえ\n\n回答：はい",
        "「雪は白い。」\n\nはい / いいえ\n\n回答：はい\n→ 不正解",
        "「雪は白い。」\n\nはい / いいえ\n\n回答：はい\n\n要確認",
        "「雪は白い。」\n\nはい / いいえ\n\n正解：はい？",
        "「雪は白い。」\n\nはい / いいえ\n\n自分の回答：はい",
        "「雪は白い。」\n\nはい / いいえ\n\n### 問題 2\n\n正解：はい",
        "次の説明は誤りですか？\n\n「雪は黒い。」\n\nはい / いいえ\n\n回答：はい",
        "条件を満たせますか？\n\n「雪を使う。」\n\nはい / いいえ\n\n回答：はい",
        "冬に降る雪が\n白いものである。\nはい / いいえ\n\n回答：はい",
        "次の文の正誤を答えよ。\n\n支給の期間は~~1年~~1年半である。\n→ ×",
        "雪は白い。○か×か。\n\n答え：○\n要確認",
        "雪は白い。○か×か。\n\n答え：",
    ],
)
def test_no_statement_is_asked_without_a_settled_answer(text):
    assert verdicts(f"# N\n\n{text}\n") == []


def test_numbered_statements_run_on_beneath_the_next_heading():
    first = "1. 雪は白いものである。\n   → ○\n2. 墨は白いものである。\n   → ×\n3. 空は青いものである。\n   → ○\n"
    assert verdicts(f"## 色\n\n{first}\n## 形\n\n4. 月は四角いものである。\n   → ×\n") == [True, False, True, False]
    assert verdicts(f"## 色\n\n{first}\n## 予定\n\n1. 毎朝六時に起きることにする。\n   → ×\n") == [True, False, True]
    assert verdicts("## 予定\n\n1. 毎朝六時に起きることにする。\n   → ×\n2. 走る。\n   → ×\n") == []
