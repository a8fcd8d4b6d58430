"""Lists of answers as exam papers have them: by part, lying on their side, and told in prose."""

from __future__ import annotations

import pytest

from support.asking import asked, key

PAPER = """# 模試

## 大問一　部首

(1) 術の部首はどれか。
ア 彳　イ 木　ウ 行
(2) 街の部首はどれか。
ア 土　イ 彳　ウ 行

## 大問二　読み

(1) 普請の読みはどれか。
ア ふせい　イ ふしん　ウ ほせい
(2) 境内の読みはどれか。
ア けいだい　イ きょうない　ウ さかいうち

"""
KEYS = [["ウ"], ["イ"], ["イ"], ["ア"]]


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    "answers",
    [
        "## 標準解答\n\n| | (1) | (2) |\n|---|---|---|\n| 一 | ウ | イ |\n| 二 | イ | ア |\n",
        "## 解答一覧\n\n大問一　(1) ウ　(2) イ\n大問二　(1) イ　(2) ア\n",
        (
            "## 解答\n\n| 大問 | | 解答例 | 備考 |\n|---|---|---|---|\n"
            "| 大問一 | (1) | ウ | |\n| | (2) | イ | |\n| 大問二 | (1) | イ | |\n| | (2) | ア | |\n"
        ),
        "## 解答\n\n### 大問一\n\n(1) ウ\n(2) イ\n\n### 大問二\n\n(1) イ\n(2) ア\n",
    ],
    ids=["grid", "line", "spanning rows", "headings"],
)
def test_answers_by_part_are_those_of_its_section(answers):
    assert keys(PAPER + answers) == KEYS


def test_a_part_may_be_named_by_its_whole_title():
    text = (
        "## 午前\n\n問1 3の倍数はどれか。\n1．6\n2．7\n3．8\n\n## 午後\n\n問1 5の倍数はどれか。\n1．6\n2．10\n3．8\n\n"
        "## 正答値表\n\n午前\n\n| 番号 | 1 |\n|---|---|\n| 正答 | 1 |\n\n"
        "午後\n\n| 番号 | 1 |\n|---|---|\n| 正答 | 2 |\n"
    )
    assert keys(text) == [["1"], ["2"]]


def test_a_part_that_is_no_section_answers_nothing():
    assert keys(PAPER + "## 解答\n\n| | (1) | (2) |\n|---|---|---|\n| 五 | ウ | イ |\n| 六 | イ | ア |\n") == []


PAIR = "問1 3の倍数はどれか。\n(1) 6\n(2) 7\n(3) 8\n\n問2 5の倍数はどれか。\n(1) 6\n(2) 10\n(3) 8\n\n"


@pytest.mark.parametrize(
    "answers",
    [
        "## 解答\n\n| 問1 | 問2 | 問3 |\n|---|---|---|\n| 1 | 2 | 次回 |\n",
        "Answer Key\n1 (1) / 2 (2)\n",
        "【解答解説】\n\n1=1)　6は3の2倍。\n2=2)　10は5の2倍。\n",
        "■解説\n問1は(1)が正解。6は3の2倍。\n問2、5の倍数は10、よって正解は(2)。\n",
        "## 正解\n\n- 第1問 … 1\n- 第2問 … 2\n",
    ],
    ids=["no labels of rows", "slashes", "equals", "prose", "dots"],
)
def test_lists_of_answers_come_in_many_forms(answers):
    assert keys(PAIR + answers) == [["1"], ["2"]]


def test_a_row_whose_verdict_does_not_fit_its_answers_gives_none():
    table = "## 解答\n\n| 問 | 自分 | 公式 | 判定 |\n|---|---|---|---|\n| 1 | 2 | 1 | × |\n| 2 | 3 | 2 | ○ |\n"
    assert keys(PAIR + table) == [["1"]]


def test_a_doubt_in_a_list_of_answers_is_about_its_own_question():
    text = PAIR + "## 解答\n\n- 問1 1 → いや2？\n- 問2 2\n"
    assert keys(text) == [["2"]]
