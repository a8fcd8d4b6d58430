"""Answers of several parts, each counting its questions anew: they go to no other part."""

from __future__ import annotations

import pytest

from support.asking import asked, key

FIRST = "問1 雨の少ない気候はどれか。\n- A. 地中海性\n- B. 高山\n\n問2 光の三原色はどれか。\n- A. 茶\n- B. 緑\n\n"
SECOND = (
    "問1 硬い鉱物はどれか。\n- A. 滑石\n- B. ダイヤモンド\n\n問2 最も長い川はどれか。\n- A. 信濃川\n- B. 利根川\n\n"
)
PARTED = f"# 復習\n\n### 午前\n\n{FIRST}### 午後\n\n{SECOND}"
BRACKETED = f"# 復習\n\n【第1章】\n\n{FIRST}【第2章】\n\n{SECOND}"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    "answers",
    [
        "### 解答\n\n#### 午前\n\n1. A\n2. B\n\n#### 午後\n\n1. B\n2. A\n",
        "### 解答\n\n【午前】1.A　2.B\n\n【午後】1.B　2.A\n",
        "### 解答\n\n午前：問1 A　問2 B\n\n午後：問1 B　問2 A\n",
        "### 解答\n\n- 午前\n  - 問1：A\n  - 問2：B\n- 午後\n  - 問1：B\n  - 問2：A\n",
        "### 解答\n\n| | 問1 | 問2 |\n|---|---|---|\n| 午前 | A | B |\n| 午後 | B | A |\n",
        "## 解答\n\n|部|問|答|\n|-|-|-|\n|午前|1|A|\n|午前|2|B|\n|午後|1|B|\n|午後|2|A|\n",
        "### 午前の解答\n\n- 問1：A\n- 問2：B\n\n### 午後の解答\n\n- 問1：B\n- 問2：A\n",
        "### 解答（午前）\n\n- 問1：A\n- 問2：B\n\n### 解答（午後）\n\n- 問1：B\n- 問2：A\n",
    ],
)
def test_parts_that_a_list_names(answers):
    assert _keys(PARTED + answers) == [["A"], ["B"], ["B"], ["A"]]


@pytest.mark.parametrize(
    "answers",
    [
        "### 解答\n\n【午後】1.A　2.B\n\n【午前】1.B　2.A\n",  # not in the order of the parts
        "### 解答\n\n【前半】1.A　2.B\n\n【後半】1.B　2.A\n",  # no such parts
        "### 解答\n\n【午前】1.A　2.B　3.A\n\n【午後】1.B　2.A\n",  # more answers than questions
        "### 自分の解答\n\n【午前】1.A　2.B\n\n【午後】1.B　2.A\n",
        "### 解答\n\nたぶん合っている。\n\n【午前】1.A　2.B\n\n【午後】1.B　2.A\n",
        "### 友人の解答\n\n【午前】1.A　2.B\n\n【午後】1.B　2.A\n",
        "### 解答（仮）\n\n【午前】1.A　2.B\n\n【午後】1.B　2.A\n",
    ],
)
def test_parts_that_are_not_sure(answers):
    assert _keys(PARTED + answers) == []


def test_a_part_without_an_answer_gets_none_of_another_part():
    folded = "<details>\n<summary>第{}章の解答</summary>\n\n- 問1：{}\n{}\n</details>\n\n"
    parts = f"# 復習\n\n## 第1章\n\n{FIRST}## 第2章\n\n{SECOND}"
    found = asked(parts + folded.format(1, "A", "- 問2：B\n") + folded.format(2, "B", ""))[0]
    assert not [question for question in found if "長い川" in repr(question)]
    after = BRACKETED.replace("【第2章】", "#### 解答\n\n- 問1：A\n\n【第2章】") + "#### 解答\n\n- 問1：B\n- 問2：A\n"
    assert not [question for question in asked(after)[0] if "三原色" in repr(question)]


def test_lists_of_answers_are_no_questions():
    beneath = "# 復習\n\n## 解答\n\n1. 地理\n\n1.A　2.B　3.C\n\n2. 理科\n\n4.D　5.A　6.C\n"
    assert _keys(beneath) == []
    assert _keys("# 解答\n\n|  | 問1 | 問2 |\n|---|---|---|\n| 第1章 | A | B |\n| 第2章 | D | A |\n") == []


def test_a_list_that_counts_twice_breaks_nothing():
    _keys(f"# 復習\n\n## 1. 地理\n\n{FIRST}## 解答\n\n1. 地理\n\n1. A\n2. B\n\n2. 理科\n\n1. B\n2. A\n")
