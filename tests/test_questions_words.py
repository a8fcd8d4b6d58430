"""What a question shows: its stem without a number, its choices, and reasons without what only frames them."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked

SKY = "ア 赤\nイ 青\nウ 黄\n\n"


def shown(notes):
    (question,), _ = asked(f"# N\n\n## 1. 色\n\n{notes}")
    stem = "\n".join(plain(part.words) for part in question.stem)
    explanation = [plain(part.words) for part in question.explanation]
    return stem, explanation, {choice.label: [plain(words) for words in choice.reasons] for choice in question.choices}


@pytest.mark.parametrize(
    "first",
    [
        "問3 空の色はどれか。",
        "(3) 空の色はどれか。",
        "**3.** 空の色はどれか。",
        "Q: 空の色はどれか。",
        "### Q. 空の色はどれか。",
    ],
)
def test_a_stem_has_no_number(first):
    assert shown(f"{first}\n\n{SKY}正解：イ\n")[0] == "空の色はどれか。"


def test_a_figure_at_the_beginning_is_no_number():
    assert shown(f"192.168.0.1 はどれか。\n\n{SKY}正解：イ\n")[0] == "192.168.0.1 はどれか。"


def test_a_box_before_the_question_is_no_part_of_it():
    notes = f"### 問3\n\n<aside>\n注意\n\n</aside>\n\n空の色はどれか。\n\n{SKY}正解：イ\n"
    assert shown(notes)[0] == "空の色はどれか。"


@pytest.mark.parametrize(
    ("beneath", "explanation"),
    [
        (":::details 答え\nイ\n\n散乱による。\n:::\n", ["散乱による。"]),
        ("自分の解答：ア\n正解：イ\n散乱による。\n", ["散乱による。"]),
        ("正解：イ\n\nイ 青\n\n散乱による。\n", ["散乱による。"]),
        ("正解：イ（散乱による）\n", ["散乱による"]),
        ("正解はイです。散乱による。\n", ["散乱による。"]),
        ("正解：イ　青\n", []),
    ],
)
def test_what_only_frames_an_answer_is_no_explanation(beneath, explanation):
    assert shown(f"空の色はどれか。\n\n{SKY}{beneath}")[1] == explanation


def test_reasons_of_single_choices():
    notes = "空の色はどれか。\n\n① 赤\n② 青\n③ 黄\n\n正解：②\n\n① 夕焼け\n② ○ 散乱\n③：×　月\n"
    assert shown(notes)[2] == {"1": ["夕焼け"], "2": ["散乱"], "3": ["月"]}


def test_what_is_written_where_the_answer_should_be_is_not_called_blank():
    _, (problem,) = asked(f"# N\n\n### 問題\n\n空の色はどれか。\n\n{SKY}### 正解\n\n次回に発表\n")
    assert "blank" not in problem.what
    _, (problem,) = asked(f"# N\n\n### 問題\n\n空の色はどれか。\n\n{SKY}### 正解\n")
    assert "blank" in problem.what
