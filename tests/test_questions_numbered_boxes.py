"""Boxes with a number behind them, runs of questions with a sign, signs of what the learner chose."""

from __future__ import annotations

import pytest

from support.asking import asked, key

BOXES = "# 道具\n\n{told}\n\n#### {title}\n\n- [ ] 1. 毛布 🙈\n- [x] 2. `拡声器`\n- [ ] 3. 座布団\n\nまとめ\n"
LEGEND = "`[x]` が正解。自分が選んだほうは🙈。"
FIRST = "❓ 音を大きくする道具は？\n - ❌ 毛布\n - ✅ 拡声器\n - ❌ 座布団"


def test_a_number_behind_a_box_is_the_choices_label():
    (question,), _ = asked(BOXES.format(told=LEGEND, title="音を大きくする道具は？"))
    assert key(question) == ["2"]
    assert [choice.label for choice in question.choices] == ["1", "2", "3"]


def test_what_is_to_be_done_is_no_question():
    assert not asked(BOXES.format(told=LEGEND, title="やること"))[0]


def test_the_sign_of_what_the_learner_chose_is_no_part_of_a_choice():
    told, _ = asked(BOXES.format(told=LEGEND, title="音を大きくする道具は？"))
    assert "".join(told[0].choices[0].words) == "毛布"
    untold, _ = asked(BOXES.format(told="`[x]` が正解。", title="音を大きくする道具は？"))
    assert "".join(untold[0].choices[0].words) == "毛布 🙈"


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("❓ 布でできたものを2つ\n - ✅ 毛布\n - ❌ 拡声器\n - ✅ 座布団", [["2"], ["1", "3"]]),
        ("❓ 床に座るなら？\n - ❌ 毛布\n - ❌ 拡声器\n - ✅座布団", [["2"], ["3"]]),
        ("❓ 買うものを2つ\n - ✅ 毛布\n - ❌ 拡声器\n - ✅ 座布団", [["2"]]),  # somebody's own plan
        ("❓ あとで調べる\n - ✅ 毛布\n - ❌ 拡声器\n - ❌ 座布団", [["2"]]),
        ("❓ 布でできたものを2つ\n - ✅ 毛布\n - ✅ 拡声器\n - ✅ 座布団\n - ❌ 机", [["2"]]),
        ("❓ 布でできたものを2つ\n - ✅ 毛布\n - ❌ 拡声器\n - ✅ 座布団\n\n 自信なし", [["2"]]),
    ],
)
def test_a_sign_before_a_question_begins_the_next_one_above_its_list(second: str, found: list[list[str]]):
    questions, _ = asked(f"# 道具\n\n✅が正解、❌は違うやつ\n\n{FIRST}\n\n{second}\n")
    assert [key(question) for question in questions] == found


def test_a_note_that_the_learner_chose_it_is_no_part_of_a_choice():
    text = "## 音\n\n音を大きくする道具はどれか。\n\n- [ ] 1. 毛布  ← 自分\n- [x] 2. 拡声器\n- [ ] 3. 自分の声\n"
    (question,), _ = asked(text)
    assert ["".join(choice.words) for choice in question.choices] == ["毛布", "拡声器", "自分の声"]


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ("❌ 毛布 … 布\n - ✅ 拡声器 … 電池で動く\n - ❌ 座布団", ["毛布", "拡声器", "座布団"]),
        ("❌ 道具 … 布\n - ✅ 拡声器\n - ❌ 道具 … 机", ["道具 … 布", "拡声器", "道具 … 机"]),  # else twins
        ("❌ so … that\n - ✅ as … as\n - ❌ not … but", ["so … that", "as … as", "not … but"]),
    ],
)
def test_reasons_behind_dots_on_marked_choices_are_set_apart(choices: str, words: list[str]):
    text = f"# 道具\n\n✅が正解、❌は違うやつ\n\n❓ 音を大きくするのに使うものは？\n - {choices}\n"
    questions, _ = asked(text)
    assert [["".join(choice.words) for choice in question.choices] for question in questions] == [words]


def _counted(title: str) -> str:
    lists = ("- [ ] 1. 毛布\n- [x] 2. 拡声器\n- [ ] 3. 枕", "- [x] 1. 箱\n- [ ] 2. 笛\n- [ ] 3. 鈴") * 2
    parts = (f"## 道具0{at}\n{title}\n\n{each}\n" for at, each in enumerate(lists, 1))
    return "# 音\n\nチェックが入っているのが正解。\n\n" + "\n".join(parts)


def test_headings_count_questions_with_boxes_and_figures():
    questions, _ = asked(_counted("声を遠くまで届かせるのはどれか。"))
    assert [question.lines.first for question in questions] == [5, 12, 19, 26]
    assert not asked(_counted("今日やること"))[0]
