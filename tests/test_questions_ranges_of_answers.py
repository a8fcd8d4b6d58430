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
