"""Statements that the notes call right or wrong."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key


def judged(notes):
    """Return each statement asked about, with its verdict and why."""
    questions, _ = asked(f"# N\n\n{notes}")
    return [
        (plain(each.stem[-1].words), plain(next(choice.words for choice in each.choices if choice.right)),
         " ".join(plain(part.words) for part in each.explanation))
        for each in questions
    ]  # fmt: skip


BOTH = [("水は零度で凍る。", "正しい", ""), ("鉄は水に浮く。", "誤り", "沈む")]


@pytest.mark.parametrize(
    "notes",
    [
        "1. 水は零度で凍る。（○）\n2. 鉄は水に浮く。（× 沈む）\n",
        "- 水は零度で凍る。（○）\n- 鉄は水に浮く。（×：沈む）\n",
        "- 水は零度で凍る。 → ○\n- 鉄は水に浮く。 → × 沈む\n",
        "- 水は零度で凍る。\n  → ○\n- 鉄は水に浮く。\n  → ×　沈む\n",
        "- 水は零度で凍る。\n  - ○\n- 鉄は水に浮く。\n  - × 沈む\n",
        "(1) 水は零度で凍る。（正しい）\n(2) 鉄は水に浮く。（誤り：沈む）\n",
        "問1 水は零度で凍る。\n答え：○\n\n問2 鉄は水に浮く。\n答え：×（沈む）\n",
        "Q1. 水は零度で凍る。\nA1. ○\n\nQ2. 鉄は水に浮く。\nA2. × 沈む\n",
        "### 問1 水は零度で凍る。\n\n答え：正しい\n\n### 問2 鉄は水に浮く。\n\n答え：誤り。沈む\n",
        "| 問題文 | 答 | 解説 |\n|---|---|---|\n| 水は零度で凍る。 | ○ | |\n| 鉄は水に浮く。 | × | 沈む |\n",
    ],
)
def test_a_statement_with_its_mark_asks_whether_it_holds(notes):
    assert judged(notes) == BOTH


@pytest.mark.parametrize(
    "notes",
    [
        "- 水は零度で凍る。（○）\n- 鉄は水に浮く。（○）\n",  # may be a list of what is done
        "- 一章 ○\n- 二章 ×\n",
        "- 水は零度で凍るか。（○）\n- 鉄は水に浮くか。\n",
        "- 水は零度で凍る。（○？）\n- 鉄は水に浮く。\n",
        "- 水は零度で凍る。（注）\n- 鉄は水に浮く。（参考）\n",
        "| 問題 | 結果 |\n|---|---|\n| 水の凍る温度の計算 | ○ |\n| 鉄の重さの計算 | × |\n",
    ],
)
def test_what_may_be_no_verdict_asks_nothing(notes):
    assert judged(notes) == []


def test_marks_of_one_kind_ask_where_the_notes_speak_of_right_and_wrong():
    assert len(judged("次の記述の正誤を答えよ。\n\n- 水は零度で凍る。（○）\n- 氷は水に浮く。（○）\n")) == 2


def test_a_verdict_with_a_doubt_is_told():
    questions, problems = asked("# N\n\n- 水は零度で凍る。（○）\n- 鉄は水に浮く。（×）\n- 金は錆びる。（× かも）\n")
    assert len(questions) == 2
    assert [problem.line for problem in problems] == [5]


def test_choices_of_a_question_are_no_statements():
    notes = "誤っているものはどれか。\n\n1. 水は零度で凍る。（○）\n2. 鉄は水に浮く。（×）\n3. 氷は水に浮く。（○）\n"
    (question,), _ = asked(f"# N\n\n{notes}")
    assert [choice.label for choice in question.choices if choice.right] == ["2"]


@pytest.mark.parametrize(
    "notes",
    [
        "## ○×\n\n○ 水は零度で凍る\n× 鉄は水によく浮く\n",
        "Q. 水は零度で凍る。\nA. まる\n\nQ. 鉄は水によく浮く。\nA. ばつ。沈む\n",
        "Front: 【○×】水は零度で凍る\nBack: ○\n\nFront: 【○×】鉄は水によく浮く\nBack: ×　沈む\n",
        "1. 水は零度で凍る。\n2. 鉄は水によく浮く。\n3. 氷は石だ。\n\n## 解答メモ\n\n1 ○\n2 × … 沈む\n3 ○ or × 不明\n",
    ],
    ids=["paragraph", "words", "cards", "list"],
)
def test_statements_are_written_in_many_ways(notes):
    assert [(said.rstrip("。"), verdict) for said, verdict, _ in judged(notes)] == [
        ("水は零度で凍る", "正しい"),
        ("鉄は水によく浮く", "誤り"),
    ]


def test_a_statement_needs_no_full_stop():
    notes = "- 大気圧のもとで水は零度で凍る（○）\n- 鉄のかたまりは水に浮くものである（×）→沈む\n"
    assert [(verdict, why) for _, verdict, why in judged(notes)] == [("正しい", ""), ("誤り", "沈む")]


def test_a_table_may_leave_most_of_its_rows_open():
    table = "| No | 文 | ○× |\n|---|---|---|\n| 1 | 鉄は水によく浮く | × |\n| 2 | 水は零度で凍る | ○ |\n"
    open_rows = "".join(
        f"| {number} | 氷は石の一種である | {mark} |\n" for number, mark in ((3, ""), (4, "○？"), (5, "△"))
    )
    assert [verdict for _, verdict, _ in judged(table + open_rows)] == ["誤り", "正しい"]


def test_things_to_bring_are_no_statements():
    assert judged("- 定規（○）\n- 赤ペン（×）\n") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. 空の色は昼でも赤い。（→×）\n\n2. 草の色は緑色である。（→○）\n", ["2", "1"]),
        ("**問1**　（マルバツ）空の色は昼でも赤い。\n バツ。昼は青い。\n", ["2"]),
        ("**問1** 正誤 : 空の色は昼でも赤くできる\n答　誤り\n", ["2"]),
        ("1. ○か×か: 空の色は昼でも赤い。\n→ ×\n", ["2"]),
        ("**1-1** 空の色は昼でも赤い。(正しい / 誤り)\n\n> [!success]- 解答\n> 誤り\n> 昼は青い\n", ["2"]),
        ("Q1: 空の色は昼でも赤い。はい/いいえ\n\n> いいえ。青い色もあります。\n", ["2"]),
        ("Q1: 空の色は昼なら青い。はい/いいえ\n\n> はい\n", ["1"]),
        ("マル→ ○　バツ→ ✕　先頭に書いた\n\n○ 空の色は昼なら青い。\n\n✕ 空の色は昼でも赤い。\n", ["1", "2"]),
        # nobody could tell
        ("1. 空の色は昼でも赤い。（→自分は○にした。答え合わせはまだ）\n\n2. 草は緑色である。（→○）\n", []),
        ("1. 空の色は昼でも赤い。（→×）\n   そのとおり。正しい文。\n\n2. 草の色は緑色である。（→○）\n", []),
        ("Q1: 空の色は昼でも赤い。はい/いいえ\n\n> まだ\n", []),
        ("マル→ ○　バツ→ ✕\n\n○✕ 空の色は昼なら青い。\n\n○ 空は昼がいい。\n", []),
        ("マル→ ○　バツ→ ✕\n\n○ 空の色は青い。　←どっちだったっけ\n\n✕ 空の色は昼でも赤い。\n", ["2"]),
        ("○ 空の色は昼なら青い。\n\n✕ 空の色は昼でも赤い。\n", []),
        ("○×問題は苦手。\n\n○ 空の色は昼なら青い。\n\n✕ 空の色は昼でも赤い。\n", []),
        ("選択肢の頭に○と✕をつけた。\n\n■ 空の色\n○ 1. 昼なら青い色。\n✕ 2. 昼でも赤い色。\n", []),
    ],
)  # fmt: skip
def test_more_ways_to_ask_for_right_or_wrong(text, wanted):
    assert [key(question)[0] for question in asked(f"# メモ\n\n{text}")[0]] == wanted


def test_a_remark_in_another_section_withdraws_a_statement_by_its_number():
    text = "# 文\n\n1. 空の色は昼でも赤い。（→×）\n\n2. 草の色は緑色である。（→○）\n\n## 気づいたこと\n\n- {}\n"
    assert [key(question) for question in asked(text.format("2番はよく出る。"))[0]] == [["2"], ["1"]]
    assert [key(question) for question in asked(text.format("1番、前の答えを写してたかも。"))[0]] == [["1"]]
