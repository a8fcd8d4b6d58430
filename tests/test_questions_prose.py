"""Answers that running text names, and lists of one chapter's answers in a line."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


CASE = "## Case 01\n\n夜の空を塗りたい。どの色を使うべきか。\n\n* a. 赤\n* b. 黒\n* c. 黄\n\n考え方：{}\n"


@pytest.mark.parametrize(
    "said",
    [
        "夕方は a。夜だけなので b を使うのが適切。", "a と c は昼。両方満たすのは b だけ。", "a は夕方。だから b。",
        "最初は a だと思ったが、あれは夕方の色。夜なので b が正しい。", "夜は暗い。したがって正解は(b)になる。",
    ],
)  # fmt: skip
def test_a_choice_that_running_text_names(said):
    assert keys(CASE.format(said)) == [["B"]]


@pytest.mark.parametrize(
    "said",
    [
        "安さだけなら a と b が候補になる。あとで調べる。", "夕方を満たすのは a だけだが、夜も要る。",
        "最初は b だと思った。", "最初は b だと思ったが、どうだろう。", "b を使うのが適切かもしれない。",
        "両方満たすのは b だけ。でも c もあり得る？", "友達は b を使うのが適切。と言った。",
        "b を使うのが適切。いや、a を使うのが適切。", "正解は(b)になるはず。",
    ],
)  # fmt: skip
def test_running_text_that_names_none_for_sure(said):
    assert keys(CASE.format(said)) == []


def test_a_word_that_denies_in_the_middle_of_a_question_asks_for_no_denial():
    asks = "**問題２**　濡れていない紙が上昇するとき保存される量はどれか。"
    text = f"{asks}\n(a) 重さ\n(b) 温度\n\n解説: 重さは同じだから、(a)が正しい。\n"
    assert keys(text) == [["A"]]
    assert keys(text.replace("保存される量", "保存されない量")) == []


CHAPTER = (
    "## ch.{0} 空\n\n**{0}-1** 昼の色{0}はどれか。\n (a) 赤\n (b) 青\n\n"
    "**{0}-2** 夜の色{0}はどれか。\n (a) 黒\n (b) 白\n\n"
)


def test_a_chapters_answers_in_a_line():
    assert keys(f"{CHAPTER.format(5)}第5章の解答: 1 (b) / 2 (a)\n") == [["B"], ["A"]]
    assert keys(f"{CHAPTER.format(4)}第3章の解答: 1 (b) / 2 (a)\n") == []
    assert keys(f"{CHAPTER.format(4)}{CHAPTER.format(5)}第5章の解答: 1 (b) / 2 (a)\n") == [["B"], ["A"]]
    assert keys(f"{CHAPTER.format(5)}第5章の解答: 1 (b) / 2 あとで\n") == []
