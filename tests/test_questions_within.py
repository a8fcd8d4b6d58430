"""Answers to questions within questions: a list must fit both of their numbers, all of them."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "- ア. {}\n- イ. {}\n- ウ. {}\n\n"
ASKED = ["雨の少ない気候はどれか。", "光の三原色はどれか。", "硬い鉱物はどれか。", "最も長い川はどれか。"]
WORDS = [
    ("地中海性", "高山", "冷帯"),
    ("茶", "緑", "紫"),
    ("滑石", "石英", "ダイヤモンド"),
    ("信濃川", "利根川", "石狩川"),
]
FOUR = [["ア"], ["イ"], ["ウ"], ["ア"]]


def _paper(outer: str, inner: str, beneath: tuple[str, str] = ("", "")) -> str:
    """Two questions with two within each, and what stands beneath either."""
    text = "# 演習\n\n"
    for at, (asks, words) in enumerate(zip(ASKED, WORDS, strict=True)):
        counts = {"q": at // 2 + 1, "s": at % 2 + 1}
        text += outer.format(**counts) if at % 2 == 0 else ""
        text += inner.format(**counts) + f"{asks}\n\n{CHOICES.format(*words)}"
        text += beneath[at // 2] + "\n\n" if at % 2 else ""
    return text


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


WAYS = [
    ("### 問{q}\n\n", "({s}) "),
    ("**問{q}** 次に答えよ。\n\n", "({s}) "),
    ("## 第{q}問\n\n", "### 問{s}\n\n"),
    ("", "### 問{q} ({s})\n\n"),
    ("", "問{q}-{s} "),
    ("## {q}. 初歩\n\n", "### {q}.{s} "),
]
TABLE = "| 大問 | 小問 | 答 |\n|---|---|---|\n| 1 | (1) | ア |\n| | (2) | イ |\n| 2 | (1) | ウ |\n| | (2) | ア |\n"
CROSSED = "| 大問 | (1) | (2) |\n|---|---|---|\n| 1 | ア | イ |\n| 2 | ウ | ア |\n"
TRIED = "| 大問 | 小問 | 解答 | 判定 |\n|--|--|--|--|\n" + "".join(
    f"| {at // 2 + 1} | ({at % 2 + 1}) | {answer} | ○ |\n" for at, (answer,) in enumerate(FOUR)
)


@pytest.mark.parametrize(("outer", "inner"), WAYS)
@pytest.mark.parametrize(
    "answers",
    [
        "1 (1) ア　(2) イ\n\n2 (1) ウ　(2) ア\n",
        "問1：(1)ア　(2)イ\n\n問2：(1)ウ　(2)ア\n",
        "1-1 ア\n\n1-2 イ\n\n2-1 ウ\n\n2-2 ア\n",
        TABLE,
        CROSSED,
    ],
)
def test_a_list_by_both_numbers(outer, inner, answers):
    assert _keys(f"{_paper(outer, inner)}## 解答\n\n{answers}") == FOUR


@pytest.mark.parametrize(("outer", "inner"), WAYS)
@pytest.mark.parametrize("row", ["解答：(1) {}　(2) {}", "正解: (1) {}, (2) {}", "**解答**\n\n(1) {}\n(2) {}"])
def test_a_row_beneath_each(outer, inner, row):
    assert _keys(_paper(outer, inner, (row.format("ア", "イ"), row.format("ウ", "ア")))) == FOUR


@pytest.mark.parametrize(
    "answers",
    [
        "## 解答\n\n問1 (1) ア　(2) イ\n\n問2 (1) ウ\n",  # one is missing
        "## 解答\n\n問2 (1) ウ　(2) ア\n\n問1 (1) ア　(2) イ\n",  # not in their order
        "## 解答\n\n問1 (1) ア　(2) イ\n\n問3 (1) ウ　(2) ア\n",
        "## 解答\n\n問1 (1) ア　(2) エ\n\n問2 (1) ウ　(2) ア\n",  # not one of its choices
        "## 自分の解答\n\n問1 (1) ア　(2) イ\n\n問2 (1) ウ　(2) ア\n",
        "## 解答\n\nたぶん合っている。\n\n問1 (1) ア　(2) イ\n\n問2 (1) ウ　(2) ア\n",
        f"## 解答\n\n{TRIED}",
        f"## 解答\n\n{TABLE.replace('| ウ |', '| ~~ウ~~ |')}",
    ],
)
def test_lists_that_do_not_fit(answers):
    assert _keys(_paper("### 問{q}\n\n", "({s}) ") + answers) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("解答：(1) ア", "解答：(1) ウ　(2) ア　(3) イ"),
        ("私の回答：(1) ア　(2) イ", "自分の答え：(1) ウ　(2) ア"),
        ("解答：(1) ア　(2) イ（自信なし）", "解答：(1) ウ　(2) ア？"),
    ],
)
def test_rows_that_do_not_fit(first, second):
    assert _keys(_paper("### 問{q}\n\n", "({s}) ", (first, second))) == []


def test_a_list_that_calls_the_outer_questions_otherwise_is_not_the_last_one_s():
    row = "解答：(1) ア　(2) イ"
    listed = "**解答**\n\n**問1**\n\n- (1) ア\n- (2) イ\n\n**問2**\n\n- (1) ウ\n- (2) ア\n"
    text = _paper("## 大問{q}\n\n", "問{s} ", (row, "")) + listed
    assert not [question for question in asked(text)[0] if "鉱物" in repr(question) or "川" in repr(question)]


def test_notes_that_count_twice_and_ask_nothing():
    text = "# 要点\n\n### 問1\n\n(1) 気候\n\n- ア. 地中海性\n- イ. 高山\n\n(2) 色\n\n- ア. 茶\n- イ. 緑\n\n"
    assert _keys(text + text.replace("問1", "問2").replace("# 要点\n\n", "")) == []
