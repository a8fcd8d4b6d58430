"""Statements that are asked for their truth in a sentence, and the reply beneath."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key

SAID = "鯨は海に住む魚の仲間である"


def found(text: str) -> list[tuple[str, list[str]]]:
    """Return what is stated, and which verdict is the key."""
    return [
        (plain(question.stem[1].words), key(question))
        for question in asked(text)[0]
        if question.recogniser == "true_false"
    ]


@pytest.mark.parametrize(
    "asking",
    [
        f"「{SAID}」は正しいでしょうか？",
        f"「{SAID}」という説明は正しいですか？",
        f"『{SAID}』は本当ですか。",
        f"Q1. 「{SAID}」は合っていますか？",
        f"「{SAID}」という主張は正しいか",
    ],
)
@pytest.mark.parametrize(
    "reply",
    [
        "→ いいえ。哺乳類です。",
        "答え：いいえ（哺乳類）",
        "A. いいえ、哺乳類です。",
        "**いいえ**。哺乳類。",
        "正しくありません。",
        "×",
    ],
)
def test_what_a_sentence_asks_for_its_truth_is_a_statement(asking: str, reply: str) -> None:
    """Whatever it is called, and however the reply is announced."""
    assert found(f"## 確認\n\n{asking}\n\n{reply}\n") == [(SAID, ["2"])]


def test_the_reply_may_be_folded_away_or_yes() -> None:
    """Beneath a summary; a sentence before これは正しいですか is a statement, too."""
    folded = "<details>\n<summary>答え</summary>\n\nはい。肺で息をします。\n\n</details>\n"
    assert found(f"「鯨は肺で息をする生き物だ」は正しいですか？\n\n{folded}") == [("鯨は肺で息をする生き物だ", ["1"])]
    assert found("鯨は肺で息をする。これは正しいですか？\n\n→ はい\n") == [("鯨は肺で息をする。", ["1"])]


@pytest.mark.parametrize(
    "reply",
    [
        "→ いいえ？",
        "→ はい、ただし例外もある。",
        "→ いいえ、たぶん哺乳類。",
        "→ いいえ\n\n（要確認）",
        "自分の答え：いいえ",
        "考えてみましょう。\n\nいいえと言う人もいる。",
        "いいえの人も多い。",
        "→ いいえ\n\n訂正：はい",
        "- はい\n- いいえ",
        "A. はい\nB. いいえ",
        "1. いいえ\n2. はい",
        "- [ ] はい\n- [ ] いいえ",
        "はい / いいえ",
        "○か×",
        "はい、いいえ",
        "はい　いいえ",
        "A: はい\nB: いいえ\nC: わからない",
        "",
    ],
)
def test_a_doubted_reply_or_none_asks_nothing(reply: str) -> None:
    """Nor does one with a limit, nor the learner's own."""
    assert found(f"「{SAID}」は正しいですか？\n\n{reply}\n") == []


def test_what_offers_both_is_no_reply() -> None:
    """The reply is what follows."""
    assert found(f"「{SAID}」は正しいですか？\n\nはい / いいえ\n\n答え：いいえ\n") == [(SAID, ["2"])]


def test_two_statements_at_once_are_none() -> None:
    """Nobody could tell which of them the reply is for; nor is a word alone a statement."""
    assert found(f"「{SAID}」と「鯨は飛ぶ」は正しいですか？\n\n→ いいえ\n") == []
    assert found("「鯨」は正しいですか？\n\n→ いいえ\n") == []
