"""Lists of answers that the questions' own numbers show: whatever form they have, if they fit."""

from __future__ import annotations

import pytest

from support.asking import asked, key

QUESTION = "{head}\n空の色は。\n\nア　赤\nイ　青\nウ　緑{n}\n\n"
NUMBERS = ["［{n}］", "**【{n}】**（基本）", "#{n}", "問{n}【難易度B】", "**{n}.** 基本"]
LISTS = ["［{n}］{a}　空だから", "{n} …… {a}", "- 問{n}の答えは{a}", "{n}（{a}）", "[{n}] **{a}**"]
ANSWERS = "イアウ"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def notes(head: str, entries: list[str], title: str = "◆ こたえ") -> str:
    questions = "".join(QUESTION.format(head=head.format(n=n), n=n) for n in range(1, len(ANSWERS) + 1))
    return f"{questions}## {title}\n\n" + "\n\n".join(entries)


@pytest.mark.parametrize("head", NUMBERS)
@pytest.mark.parametrize("entry", LISTS)
def test_entries_begin_with_the_questions_numbers(head, entry):
    entries = [entry.format(n=n, a=answer) for n, answer in enumerate(ANSWERS, 1)]
    assert keys(notes(head, entries)) == [[answer] for answer in ANSWERS]


def test_entries_on_one_line_and_in_tables():
    line = "［1］イ ／ ［2］ア ／ ［3］ウ"
    upright = "| ［1］ | ［2］ | ［3］ |\n|-|-|-|\n| イ | ア | ウ |"
    rows = "| No | 自分 | 正 |\n|-|-|-|\n| ［1］ | ア | イ |\n| ［2］ | ア | ア |\n| ［3］ | ア | ウ |"
    for listed in (line, upright, rows):
        assert keys(notes("［{n}］", [listed])) == [["イ"], ["ア"], ["ウ"]], listed


def test_a_part_may_be_left_out_of_its_own_list():
    part = (
        "## {p}章\n\n### {p}-(1)\n空の色は。\n\nア　赤\nイ　青{p}\n\n### {p}-(2)\n草の色は。\n\nア　赤\nイ　緑{p}\n\n"
    )
    answers = "#### {p}章の答え\n\n(1) {a} …… 空だから\n(2) {b} …… 草だから\n\n"
    text = (
        part.format(p=1) + answers.format(p=1, a="イ", b="ア") + part.format(p=2) + answers.format(p=2, a="ア", b="イ")
    )
    assert keys(text) == [["イ"], ["ア"], ["ア"], ["イ"]]


GOOD = ["［1］イ", "［2］ア", "［3］ウ"]


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        (GOOD, "覚えること"),
        (GOOD, "自分の解答"),
        (GOOD, "答え（自信なし）"),
        (["［1］イ", "［7］ア", "［8］ウ"], "答え"),  # fits another set of questions
        (["［1］カ", "［2］キ", "［3］ウ"], "答え"),
        (["［1］イ", "［1］ア"], "答え"),
    ],
)
def test_a_list_that_is_not_believed(entries, title):
    assert keys(notes("［{n}］", entries, title)) == []


def test_an_entry_in_doubt_is_left_out():
    assert keys(notes("［{n}］", ["［1］イ", "［2］ア　要確認", "［3］ウ"])) == [["イ"], ["ウ"]]


def test_a_list_that_says_otherwise_than_what_is_known_is_none():
    known = notes("［{n}］", GOOD).replace("ウ　緑1\n", "ウ　緑1\n\n正解：ア\n")
    assert keys(known) == [["ア"]]


def test_a_dash_before_an_answer_is_none_of_it():
    questions = "".join(f"{n}. {n}月の空の色は（　　　）である。\n\n" for n in (1, 2, 3))
    answers = "".join(f"{n}―青{n}（晴れの日）\n" for n in (1, 2, 3))
    assert keys(f"{questions}---\n\n【解答】\n{answers}") == [["青1"], ["青2"], ["青3"]]
