"""Verdicts in words that a text asks for itself (``はい・いいえで答えよ``), and signs that it turns round."""

from __future__ import annotations

import pytest

from support.asking import asked, key

SAID = ["水は高い所から低い所へ流れる。", "鉄は水に浮く。", "月は自分で光る。"]
RIGHT, WRONG = ["1"], ["2"]
WORDS = [("はい", "いいえ"), ("T", "F"), ("true", "false"), ("正解", "不正解")]


def keys(notes):
    return [key(each) for each in asked(f"# N\n\n{notes}\n")[0]]


def told(words, form):
    yes, no = words
    lines = (form.format(n=n, said=said, v=yes if n == 1 else no) for n, said in enumerate(SAID, 1))
    return f"次の文は正しいか。{yes}・{no}で答えよ。\n\n" + "\n".join(lines)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(
    "form", ["- {said} → {v}", "- {said}（{v}）", "{n}. {said}\n\n   答え：{v}", "{n}. {said} {v}"]
)
def test_words_that_the_text_asks_for_judge_its_statements(words, form):
    assert keys(told(words, form)) == [RIGHT, WRONG, WRONG]


@pytest.mark.parametrize("words", WORDS)
def test_lists_may_say_them_too(words):
    yes, no = words
    notes = told(words, "{n}. {said}")
    assert keys(f"{notes}\n\n## 解答\n\n1. {yes}\n2. {no}\n3. {no}") == [RIGHT, WRONG, WRONG]
    if yes != "正解":
        assert keys(f"{notes}\n\n答え：1 {yes}　2 {no}　3 {no}") == [RIGHT, WRONG, WRONG]


@pytest.mark.parametrize(
    "notes",
    [
        "\n".join(f"- {said} → はい" if at else f"- {said} → いいえ" for at, said in enumerate(SAID)),
        "あなたについて、はい・いいえで答えよ。\n\n- 朝ごはんを毎日食べる。 → はい\n- 犬を飼っている。 → いいえ",
        told(WORDS[0], "{n}. {said}") + "\n\n## 自分の解答\n\n1. はい\n2. いいえ\n3. いいえ",
        told(WORDS[0], "{n}. {said}") + "\n\n答え：はい、いいえ",
    ],
)
def test_words_that_nothing_asks_for_or_that_are_of_oneself(notes):
    assert keys(notes) == []


@pytest.mark.parametrize(
    ("asks", "count"),
    [
        ("誤っていれば○、正しければ×を書け。", 0), ("不適切なものに○をつけよ。", 0),
        ("正しいものには○、誤っているものには×をつけよ。", 3), ("誤りには×、正しいものには○をつけよ。", 3),
    ],
)  # fmt: skip
def test_signs_that_the_text_turns_round_say_nothing(asks, count):
    lines = "\n".join(f"- {said} {'×' if at else '○'}" for at, said in enumerate(SAID))
    assert len(keys(f"{asks}\n\n{lines}")) == count


def test_a_title_in_pictures_and_bullets_that_are_characters():
    lines = f"・{SAID[0]} ⭕️\n・鉄でできた球は水に浮いている ❌ 沈む\n・月は自分で光っている ❌"
    assert keys(f"⭕️❌コーナー\n{lines}") == [RIGHT, WRONG, WRONG]
    assert keys(f"好きなもの ⭕️❌\n{lines}") == []


def test_titles_of_statements_and_gaps_end_the_question_above_them():
    above = "問1 空の色はどれか。\n(1) 赤\n(2) 青 ✅\n(3) 黄\n\n"
    lines = "・鉄でできた球は水に浮く。 → ×　沈む\n・水は高い所から低い所へ流れる。 → ○"
    for title in ("■ ○×　（去年の問題から）", "○×コーナー", "⭕️❌クイズ"):
        assert keys(f"{above}{title}\n\n{lines}") == [["2"], WRONG, RIGHT], title
    gaps = "月は地球のまわりを【　】日で回る → 27\n地球は【　】のまわりを回る → 太陽"
    assert keys(f"{above}穴うめ\n{gaps}") == [["2"], ["27"], ["太陽"]]
