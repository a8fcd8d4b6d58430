"""Questions whose headings, titles and numbers tell what they are, in the file's own way."""

from __future__ import annotations

import re

import pytest

from support.asking import asked, key

CARD = """## カード{number}　{title}

{asks}

- [ ]  イ. 0.8
- [x]  ロ. 1.2
- [ ]  ハ. 2.5

"""
CARDS = "# カード\n\nチェックが入っているものが答えです。\n\n" + "".join(
    CARD.format(number=number, title=title, asks=asks)
    for number, title, asks in (
        (1, "合成抵抗", "合成抵抗〔Ω〕は。"),
        (2, "三角形", "電力量〔kW·h〕は。"),
        (3, "`ls`", "目的は。"),
    )
)
STATEMENTS = """# 試験

## 栄養

■ 第4問
不足すると起こる病気はどれですか。
(1) 脚気
(2) 壊血病
(3) 夜盲症

正答は(1)です。

【○×】
・脂質は約9kcalのエネルギーになる。 → ○　糖質は4kcal。
"""
REASONED = """**Q1.** 頻度が高いときに使えないものはどれか。（1つ選択）

A. S3
B. Tiering
C. Archive

- A ❌ 高いまま
- B ⭕ 自動で移す
- C ❌ 時間がかかる
"""
HOW_MANY = """**【問8】**
次の記述のうち、正しいものはいくつあるか。

　ア　35条書面には記名が必要である。
　イ　説明は買主に行えば足りる。
　ウ　提示しなくてよい。

1. 一つ
2. 二つ
3. 三つ

正解：2
"""
PASTED = """## 問題 1

一覧を表示するコマンドはどれか。

a) `dpkg -l`
b) `dpkg -i`
c) `rpm -qa`

答え：a

b はインストール、c は RPM 系で同じことをするとき。

## 問題 2

自動起動させるコマンドはどれか。

a) `systemctl start`
b) `systemctl status`
c) `systemctl enable`

答え：a

b はインストール、c は RPM 系で同じことをするとき。
"""
TOLD = """■ 第6問
薄く長く帯状にむく切り方はどれですか。
(1) ささがき
(2) せん切り
(3) かつらむき

正答は(2)です。かつらむきは均一な厚さの帯にむいていく。この問題の切り方そのもの。
"""


def _asked(notes: str) -> list[tuple[int, list[str]]]:
    return [(question.lines.first, key(question)) for question in asked(notes.encode())[0]]


def test_headings_that_count_with_a_word_begin_questions() -> None:
    assert _asked(CARDS) == [(5, ["ロ"]), (13, ["ロ"]), (21, ["ロ"])]


def test_headings_that_do_not_count_on_or_hold_two_questions_are_none() -> None:
    assert _asked(CARDS.replace("カード2", "カード7")) == []
    assert _asked(CARDS.replace("## カード2　三角形\n", "")) == []


def test_one_statement_beneath_a_title_of_such_is_one_and_ends_the_question_above() -> None:
    assert _asked(STATEMENTS) == [(5, ["1"]), (14, ["1"])]
    assert _asked(STATEMENTS.replace("【○×】", "【メモ】")) == [(5, ["1"])]


def test_how_many_are_wanted_tells_whether_what_is_marked_right_or_wrong_is_meant() -> None:
    assert _asked(REASONED) == [(1, ["B"])]
    assert _asked(REASONED.replace("（1つ選択）", "")) == []


def test_a_numbered_list_beneath_labelled_sentences_is_the_choices() -> None:
    assert _asked(HOW_MANY) == [(1, ["2"])]


def test_an_explanation_that_was_pasted_beneath_other_choices_makes_the_answer_doubtful() -> None:
    assert _asked(PASTED) == [(1, ["A"])]


def test_an_explanation_that_calls_another_choice_what_this_question_asks_about_contradicts() -> None:
    assert _asked(TOLD) == []
    assert _asked(TOLD.replace("正答は(2)", "正答は(3)")) == [(1, ["3"])]


def test_a_remark_on_a_heading_that_counts_withdraws_its_question() -> None:
    assert _asked(f"{CARDS}## メモ\n\n※カード2は答えが怪しい\n") == [(5, ["ロ"]), (21, ["ロ"])]


@pytest.mark.parametrize("line", [r"**\1**", r"■\1", r"◆ \1"])
def test_lines_that_are_set_off_count_as_headings_do(line: str) -> None:
    assert _asked(re.sub(r"(?m)^## (カード\d.*)$", line, CARDS)) == [(5, ["ロ"]), (13, ["ロ"]), (21, ["ロ"])]
