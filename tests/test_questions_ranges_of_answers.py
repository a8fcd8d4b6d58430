"""Lists of answers that give those to a range of numbers in one row (``1-5 ア イ ウ ア エ``)."""

from __future__ import annotations

import pytest

from support.asking import asked, key

STEMS = ("夏に雨が少ない気候", "光の三原色", "平安の作品", "最も硬い鉱物", "最も長い川")
ASKS = "\n\n".join(
    f"問{at} {stem}はどれか。\n\n- A. 甲{at}\n- B. 乙{at}\n- C. 丙{at}" for at, stem in enumerate(STEMS, 1)
)
KEYS = [["A"], ["C"], ["B"], ["A"], ["B"]]


@pytest.mark.parametrize(
    "row",
    [
        "1-5 A C B A B",
        "1～5　A C B A B",
        "(1)〜(5) A C B A B",
        "問1〜問5：ACBAB",
        "問1〜5：A、C、B、A、B",
        "- 1-5: A C B A B",
        "第1問〜第5問　A・C・B・A・B",
    ],
)
@pytest.mark.parametrize("title", ["## 解答\n\n", "【解答】\n", "---\n\n**解答**\n\n"])
def test_a_row_for_a_range_of_numbers(title: str, row: str) -> None:
    assert [key(question) for question in asked(f"# 復習\n\n{ASKS}\n\n{title}{row}\n")[0]] == KEYS


@pytest.mark.parametrize("row", ["1-5 A C B A", "1-5 A C B A B C", "1-5 A C? B A B", "2-5 A C B A B"])
def test_a_row_that_does_not_fit_its_range(row: str) -> None:
    assert asked(f"# 復習\n\n{ASKS}\n\n## 解答\n\n{row}\n")[0] == []


def test_the_learners_own_row() -> None:
    assert asked(f"# 復習\n\n{ASKS}\n\n## 自分の解答\n\n1-5 A C B A B\n")[0] == []


@pytest.mark.parametrize(("row", "keys"), [("1～5　① ② ② ① ②", ["1", "2", "2", "1", "2"]), ("1～6　① ② ② ① ②", None)])
def test_a_row_behind_its_word(row: str, keys: list[str] | None) -> None:
    asks = "\n\n".join(f"({at}) {stem}はどれか。\n　① 甲{at}\n　② 乙{at}" for at, stem in enumerate(STEMS, 1))
    found = [key(question) for question in asked(f"# 復習\n\n{asks}\n\n答え：{row}\n")[0]]
    assert found == ([[each] for each in keys] if keys else [])


def test_entries_with_square_brackets_behind_their_word_are_no_answer_to_the_last_question() -> None:
    asks = "\n\n".join(f"**問{at}** {STEMS[at]}はどれか。\n   1. 甲\n   2. 乙\n   3. 丙" for at in (1, 2, 3))
    assert [key(each) for each in asked(f"# 復習\n\n{asks}\n\n答え：[1] 1\n[2] 2\n[3] 3\n")[0]] == [["1"], ["2"], ["3"]]
