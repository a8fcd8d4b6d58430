"""Statements called wrong and set right at once, and groups of them that are each to be judged."""

from __future__ import annotations

import pytest

from support.asking import asked, key

RIGHT, WRONG = ["1"], ["2"]
WITH = (
    "→ × 正しくは「太陽は東から昇る。」",
    "→ ×。正しくは、太陽は東から昇る。",
    "→ ×（西→東）",
    "→ 誤（西→東）",
    "→ 誤り（正：太陽は東から昇る。）",
    "答え：×\n   正しくは、東から昇る。",
    "答え：×\n   訂正：太陽は東から昇る。",
    "答え：×\n   誤：西 → 正：東",
)
BUT = (
    "→ × 正しくは○",
    "→ × 訂正：○",
    "答え：×\n   訂正：こちらは別の問題だった。",
    "答え：×\n   正しくは上の文が正しい。",
    "→ ×（×→○）",
    "→ ×（2回目→○）",
)


@pytest.mark.parametrize("verdict", WITH)
def test_what_a_wrong_statement_should_say_doubts_no_verdict(verdict: str) -> None:
    questions, _ = asked(f"# t\n\n正誤問題\n\n1. 水は0度で凍る。\n   → ○\n2. 太陽は西から昇る。\n   {verdict}\n")
    assert [key(each) for each in questions] == [RIGHT, WRONG]


@pytest.mark.parametrize("verdict", BUT)
def test_but_another_verdict_does(verdict: str) -> None:
    questions, _ = asked(f"# t\n\n正誤問題\n\n1. 水は0度で凍る。\n   → ○\n2. 太陽は西から昇る。\n   {verdict}\n")
    assert [key(each) for each in questions] == [RIGHT]


def test_and_with_the_right_verdict_a_correction_leaves_it_unclear() -> None:
    questions, _ = asked("# t\n\n正誤問題\n\n1. 水は0度で凍る。\n   → ○ 正しくは4度。\n2. 金は錆びる。\n   → ×\n")
    assert [key(each) for each in questions] == [WRONG]


def test_a_list_of_answers_may_set_right_too() -> None:
    questions, _ = asked(
        "# t\n\n正誤問題\n\n1. 水は0度で凍る。\n2. 太陽は西から昇る。\n\n## 解答\n\n1. ○\n2. × 正しくは東。\n"
    )
    assert [key(each) for each in questions] == [RIGHT, WRONG]


@pytest.mark.parametrize(
    "asks", ["次の文の正誤を答えよ。", "次の各文は正しいか、誤りか。", "次の命題の真偽を判定しなさい。"]
)
def test_sentences_that_are_each_to_be_judged_are_no_choices(asks: str) -> None:
    questions, _ = asked(f"# t\n\n{asks}\n\nア. 水は0度で凍る。  \nイ. 金は錆びる。\n\n> ア ○  \n> イ ×\n")
    assert all(question.recogniser == "true_false" for question in questions)


def test_but_verdicts_are_choices_of_what_is_asked_so() -> None:
    questions, _ = asked(
        "# t\n\n問1 「金は錆びる。」は正しいか、誤りか。\n\n- ア. 正しい\n- イ. 誤っている\n\n正解：イ\n"
    )
    assert [key(each) for each in questions] == [["イ"]]
