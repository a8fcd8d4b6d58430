"""Answers that only a sentence of the explanation tells, and what it says of each choice."""

from __future__ import annotations

import pytest

from support.asking import asked, key

QUESTION = "### 問1\n\n夏に雨が少ない気候はどれか。\n\nア．地中海性\nイ．熱帯雨林\nウ．冷帯\nエ．高山\n\n"


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions, of whatever kind."""
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    "sentence",
    [
        "最も適切なのはアである。",
        "正しいものはアです。",
        "夏が乾くため、ア（地中海性）が正解となります。",
        "正解はアの「地中海性」です。",
        "正解はイではなくア。",
        "よってイではなくアが正しい。",
        "アが該当する。",
        "アを選べばよい。",
        "アを選びます。",
        "アが正しい記述です。",
        "アが正しいと言える。",
    ],
)
def test_a_sentence_may_tell_the_answer(sentence: str) -> None:
    """What it says is that a choice is the answer, and no more."""
    assert keys(f"{QUESTION}解説：{sentence}\n") == [["ア"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "たぶんアが正解。",
        "自分の答えはア。",
        "正解はアだと思う。",
        "正解はアだったかな。",
        "アが正解になる理由が分からない。",
        "アが正解の場合もある。",
        "もし夏が乾くならアが正解。",
        "旧版ではアが正解だった。",
        "初見ではアを選ぶ。",
        "アを選ぶ人が多い。",
        "アを選ぶと失敗する。",
        "アを選択した。",
        "よってアが正しいと考えた。",
        "ア（冷帯）が正解。",
    ],
)
def test_what_a_sentence_tells_of_others_or_doubts_is_no_answer(sentence: str) -> None:
    """Somebody's own choice, one on a condition or at another time, one of other words: none can be keyed."""
    assert keys(f"{QUESTION}解説：{sentence}\n") == []


@pytest.mark.parametrize("form", ["- {} → {}", "{}…{}", "- {}：{}", "- {}. {}"])
def test_an_explanation_that_judges_each_choice_otherwise_leaves_none_to_ask(form: str) -> None:
    """The same verdicts agree with the answer, or do not."""
    said = "\n".join(form.format(label, word) for label, word in zip("アイウエ", ("○", "×", "×", "×"), strict=True))
    assert keys(f"{QUESTION}正解：ア\n\n**解説**\n\n{said}\n") == [["ア"]]
    assert keys(f"{QUESTION}正解：イ\n\n**解説**\n\n{said}\n") == []


def test_a_label_with_its_verdict_is_no_term() -> None:
    """``**A（正解）**：…`` defines nothing."""
    said = "\n\n".join(
        f"**{label}（{word}）**：{why}"
        for label, word, why in (
            ("ア", "正解", "夏に高気圧が張り出して乾くため。"),
            ("イ", "不正解", "一年を通して雨の多い気候である。"),
            ("ウ", "不正解", "針葉樹の林が広がる寒い気候である。"),
            ("エ", "不正解", "標高の高い所に見られる気候である。"),
        )
    )
    assert keys(f"{QUESTION}{said}\n") == [["ア"]]


def test_a_part_with_its_answer_is_no_list_of_two() -> None:
    """``問1 (a) A　(b) B`` answers two parts, which may be named as the choices are."""
    choices = "- A. 地中海性\n- B. 熱帯雨林\n- C. 冷帯\n- D. 高山\n\n"
    text = f"### 問1\n\n**(a)** 夏に雨が少ないのはどれか。\n\n{choices}**(b)** 一年中雨が多いのはどれか。\n\n{choices}"
    assert ["A", "B"] not in keys(f"{text}## 解答\n\n問1 (a) A　(b) B\n")
