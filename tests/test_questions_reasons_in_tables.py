"""Choices in a table of which a column for reasons begins with what judges them, and statements beneath their title."""

from __future__ import annotations

import pytest

from support.asking import WRITTEN_OUT, asked, key

ROWS = [("A", "氷", "❌ 固体だから"), ("B", "湯気", "✅ 水滴のあつまり"), ("C", "霜", "❌ 凍っている")]


def keys(notes):
    return [" ".join(key(each)) for each in asked(notes)[0] if each.recogniser in WRITTEN_OUT]


def table(stem, rows, head="理由", title="問 1"):
    body = "".join(f"| {label} | {words} | {reason} |\n" for label, words, reason in rows)
    return f"# N\n\n## 水\n\n### {title}\n\n{stem}\n\n| 選択肢 | 内容 | {head} |\n|---|---|---|\n{body}\n"


@pytest.mark.parametrize("stem", ["白く見えるのはどれか。", "やかんの口から出て、すぐに白く見える。"])
def test_ticks_in_front_of_reasons_judge_the_choices(stem):
    assert keys(table(stem, ROWS)) == ["B"]


@pytest.mark.parametrize("head", ["自分の回答", "復習", "1回目"])
def test_ticks_beneath_another_head_judge_nothing(head):
    assert keys(table("白く見えるのはどれか。", ROWS, head)) == []


@pytest.mark.parametrize("title", ["やかんの検討", "2. やかんの検討"])
def test_what_somebody_chose_is_no_answer(title):
    assert keys(table("どれにするか決めた。", ROWS, title=title)) == []


@pytest.mark.parametrize("reason", ["✅ かも？", "○ たぶん", "✅ 自信なし", "✅ 前回はこれにした", "", "水滴"])
def test_a_choice_that_is_guessed_or_not_judged_leaves_all_open(reason):
    assert keys(table("白く見えるのはどれか。", [ROWS[0], ("B", "湯気", reason), ROWS[2]])) == []


@pytest.mark.parametrize("title", ["問 2-1（True / False）", "問 2（正誤）"])
def test_a_verdict_in_the_paragraph_beneath_a_statement_with_its_title(title):
    notes = f"# N\n\n## 水\n\n### {title}\n\n水は零度で凍りはじめる。\n\n"
    assert keys(f"{notes}True。一気圧での話。\n") == ["1"]
    assert keys(f"{notes}False。たぶん。\n") == []


def gap(answer):
    notes = "# N\n\n## 水\n\n**Q3. 空欄**\n\n水を温めると ______ になる。\n\n:::details 答え\n"
    return [each.answers for each in asked(f"{notes}{answer}\n:::\n")[0]]


@pytest.mark.parametrize("answer", ["湯。茶に使う。", "湯\n（温度で呼び名が変わる）"])
def test_what_fills_a_gap_is_told_first_in_its_box(answer):
    assert gap(answer) == [("湯",)]


@pytest.mark.parametrize(
    "answer",
    [
        "湯\n（水蒸気でもよい）", "湯\n（たぶん）", "湯。水蒸気でも可。", "湯。違った、茶。", "ハズレ。湯。",
        "水。これは間違い。湯が正しい。", "温まる。だから湯。", "残念。温めると湯になる。", "湯。茶。",
    ],
)  # fmt: skip
def test_what_may_be_another_answer_fills_nothing(answer):
    assert gap(answer) == []
