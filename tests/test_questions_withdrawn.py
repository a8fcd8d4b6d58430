"""Answers that a writer struck out, doubts or contradicts."""

from __future__ import annotations

import pytest

from support.asking import asked, key

QUESTION = "### 問題 1\n空は何色ですか？\n\nA. 赤\nB. 青\nC. 黄\n\n"


@pytest.mark.parametrize(
    "answer",
    [
        "答え：~~A~~ B", "答え：~~A~~ → B", "正解: <del>A</del> B", "> **解答** ~~(A)~~ (B)", "答え\n\n~~A~~ B",
        "正解：~~赤~~ 青", "正解：B ~~A~~", "~~正解：A~~\n正解：B", "## 解答\n\n1. ~~A~~ B",
        "## 解答\n\n(1) ~~A~~ B\n(2) C",
        "## 解答\n\n| 問 | 答 |\n|--|--|\n| 1 | ~~A~~ B |",
        "<details><summary>答え</summary>\n<p>正解：<del>A</del> B</p></details>",
    ],
)  # fmt: skip
def test_what_is_struck_out_is_withdrawn(answer):
    questions, _ = asked(f"{QUESTION}{answer}\n")
    assert [key(question) for question in questions] == [["B"]]


@pytest.mark.parametrize(
    "answer",
    ["正解：~~B~~", "正解：~~B~~\n\nA は夕焼け", "正解：B ~~A~~ かも", "正解：~~B~~ ？", "## 解答\n\n1. ~~B~~"],
)
def test_nothing_is_asked_where_nothing_plain_is_left(answer):
    questions, _ = asked(f"{QUESTION}{answer}\n")
    assert questions == []


@pytest.mark.parametrize(
    "after",
    [
        "要確認", "※保留", "（自信なし）", "あまり自信がない", "最多投票: C (57%)", "みんなの回答：A が多い",
        "ネットの答え: C", "ChatGPT の答えは C", "解答に納得いかない", "よく考えると正解は黄。",
        "解説によると正解は「赤」です。",
        "先生に聞く", "Community vote distribution: C (80%) B (20%)", "別解：C", "解説：C が正しいのでは？",
    ],
)  # fmt: skip
def test_a_doubted_or_contradicted_answer_asks_nothing_and_is_told(after):
    questions, problems = asked(f"{QUESTION}正解：B\n\n{after}\n")
    assert questions == []
    assert len(problems) == 1


@pytest.mark.parametrize(
    "after",
    [
        "最多投票: B (57%)",
        "正解は青です。",
        "処理の保留と再開は別の話。",
        "状態が不明なときは黒。",
        "問題集の A 社は別。",
    ],
)
def test_an_explanation_that_agrees_is_no_doubt(after):
    questions, _ = asked(f"{QUESTION}正解：B\n\n{after}\n")
    assert [key(question) for question in questions] == [["B"]]


@pytest.mark.parametrize(
    ("written", "mended"),
    [("B. 青", "B. ~~水色~~ 青"), ("空は何色ですか？", "空は何色ですか？（要確認）"), ("C. 黄", "C. ~~緑~~ 黄")],
)
def test_a_mended_choice_or_a_doubted_question_is_told(written, mended):
    questions, problems = asked(f"{QUESTION.replace(written, mended)}正解：B\n")
    assert questions == []
    assert len(problems) == 1


def test_a_choice_that_is_ruled_out_is_still_there():
    questions, _ = asked(f"{QUESTION.replace('C. 黄', 'C. ~~黄~~（×）')}正解：B\n")
    assert [key(question) for question in questions] == [["B"]]
    assert len(questions[0].choices) == len("ABC")
