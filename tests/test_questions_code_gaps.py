"""Gaps in code, and the code that fills them."""

from __future__ import annotations

import pytest

from support.asking import asked, key

ASKING = "次のコードの空欄に何を入れればよいでしょうか？\n\n```py\nage = 20\nif age ___ 18:\n    print('ok')\n```\n"


def keys(text: str) -> list[list[str]]:
    """Return what is to be typed into the gaps of a text."""
    return [key(question) for question in asked(text)[0] if question.recogniser == "blanks"]


@pytest.mark.parametrize(
    "answer",
    [
        "答え：`>=`",
        "<details>\n<summary>答えを見る</summary>\n\n**答え:** `>=`\n\n**解説:**\n- 18 も含む\n\n</details>",
        "<details>\n<summary>答え</summary>\n\n```py\nage = 20\nif age >= 18:\n    print('ok')\n```\n\n</details>",
        "正解：\n\n```py\nif age >= 18:\n```",
    ],
)
def test_code_fills_the_gap_in_code(answer: str) -> None:
    """On the answer line, or in its place in the same row of the code beneath it."""
    assert keys(f"### 問題1\n\n{ASKING}\n{answer}\n") == [[">="]]


@pytest.mark.parametrize(
    "answer",
    [
        "答え：`>=`？",
        "答え：`>=` か `>`",
        "答え：`>=`\n\n（要確認）",
        "自分の答え：`>=`",
        "回答：`>=`",
        "`>=` を使う。",
        "答え：\n\n```py\nif age >= 18:\nif age > 18:\n```",
        "答え：\n\n```py\nprint('ok')\n```",
        "",
    ],
)
def test_a_doubt_two_answers_or_other_code_fill_nothing(answer: str) -> None:
    """Nor does what nothing calls the answer."""
    assert keys(f"### 問題1\n\n{ASKING}\n{answer}\n") == []


def test_code_with_two_gaps_or_without_a_task_is_not_asked() -> None:
    """Names that begin or end in such a line are none."""
    two = ASKING.replace("age = 20", "age = ___")
    assert keys(f"{two}\n答え：`>=`\n") == []
    assert keys(f"例です。\n\n{ASKING.partition(chr(10))[2]}\n答え：`>=`\n") == []
    assert keys("何が出ますか？\n\n```py\nprint(___name___)\n```\n\n答え：`a`\n") == []
