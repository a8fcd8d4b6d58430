"""A list of questions in the front matter."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key

_MATTER = """\
---
title: 川
quiz:
  - q: 日本で最も長い川はどれか
    choices:
      - 利根川
      - 信濃川
      - "石狩川: 北海道"
    answer: {}
  - q: 川が運んだ土砂が河口に積もってできる地形はどれか
    choices: [扇状地, 三角州, 台地]
    answer: {}
---

# 川

川の話。
"""


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        ((1, 0), [["2"], ["1"]]),  # from 0 on: one is
        ((2, 3), [["2"], ["3"]]),  # from 1 on: one is the last
        ((1, 2), []),
        ((0, 3), []),
        ((0, 5), []),
        (("信濃川", "三角州"), [["2"], ["2"]]),
        (("[0, 1]", 2), [["1", "2"], ["3"]]),
        (("荒川", "三角州"), [["2"]]),
        (("信濃川 # たぶん", "三角州"), [["2"]]),
    ],
)
def test_figures_show_together_where_they_count_from(answers: tuple[object, ...], wanted: list[list[str]]) -> None:
    assert [key(each) for each in asked(_MATTER.format(*answers))[0]] == wanted


def test_questions_stand_where_their_items_do() -> None:
    found = asked(_MATTER.format(1, 0))[0]
    assert [each.lines.first for each in found] == [4, 10]
    assert [plain(part.words) for part in found[1].stem] == ["川が運んだ土砂が河口に積もってできる地形はどれか"]
    assert plain(found[0].choices[2].words) == "石狩川: 北海道"


def test_lists_of_other_things_ask_nothing() -> None:
    text = _MATTER.format(1, 0).replace("  - q:", "  - name:")
    assert asked(text)[0] == []
