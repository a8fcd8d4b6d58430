"""Answers that are bold with their label and word, and what stands behind a dash."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_TEXT = """\
#### Q7

どの 船に のりますか。

1. 7:00
2. 8:30
3. 9:00
4. 10:00

{answer}
"""


def _keys(answer: str) -> list[list[str]]:
    return [key(question) for question in asked(_TEXT.format(answer=answer))[0]]


@pytest.mark.parametrize(
    "answer",
    [
        "**Answer: 3** - 9:00 + 20 min = 9:20",
        "**答え：3** — 8:00, 9:00, 10:00 に 出る",
        "**正解：3** - しか とは 書かれていません",
    ],
)
def test_what_explains_it_may_hold_any_figures(answer: str) -> None:
    assert _keys(answer) == [["3"]]


@pytest.mark.parametrize(
    "answer",
    [
        "**Answer: 3** - 8:30 だった",
        "**Answer: 3** - 2 のほう",
        "**Answer: 3** - 9:00 + 20 min かも",
        "**Answer: 3** - 9:00 + 20 min ではなく 8:30",
        "**Answer: 3** - 9:00 + 20 の間違い",
        "**Answer: 3** - 正解は 2",
        "Answer: 3 - 9:00 + 20 min = 9:20",
    ],
)
def test_what_doubts_it_or_names_another(answer: str) -> None:
    assert not _keys(answer)
