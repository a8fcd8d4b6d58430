"""Numbered lines that hold a question and its choices, and rows of answers by these numbers."""

import pytest

from support.asking import asked, key

ROWS = (
    "①　「凧」の読み　ア たこ　イ たに　ウ たき\n"
    "②　「鯛」の読み　ア たに　イ たい　ウ たき\n"
    "③　「滝」の読み　ア たに　イ たい　ウ たき\n"
)
ASKED = ROWS.replace("の読み　", "は何と読むか。\n")


def _keys(text: str) -> dict[int, list[str]]:
    return {question.lines.first: key(question) for question in asked(text)[0] if question.recogniser == "choices"}


@pytest.mark.parametrize(
    "answers",
    [
        "答え　①ア　②イ　③ウ",
        "答え ①ア ②イ ③ウ",
        "【答え】①ア、②イ、③ウ",
        "解答：①→ア　②→イ　③→ウ",
        "### 答え\n\n①ア　②イ　③ウ",
    ],
)
def test_a_row_of_answers_tells_which_is_whose(answers):
    assert _keys(f"{ROWS}\n{answers}\n") == {1: ["ア"], 2: ["イ"], 3: ["ウ"]}
    assert list(_keys(f"{ASKED}\n{answers}\n").values()) == [["ア"], ["イ"], ["ウ"]]
    assert list(_keys(f"【読み】\n\n{ROWS}\n{answers}\n").values()) == [["ア"], ["イ"], ["ウ"]]


@pytest.mark.parametrize(
    "answers",
    [
        "",
        "回答　①ア　②イ　③ウ",
        "自分の答え　①ア　②イ　③ウ",
        "私の答え\n\n答え　①ア　②イ　③ウ",
        "答え　①ア　②イ　③ウ（自信なし）",
        "答え　②イ　①ア　③ウ",
        "答え　①ア　②オ　③カ",
        "答え　①ア　②イ　③ウ\n\n※全部自信なし",
        "答え　①ア　②イ　③ウ\n\n上は自分の答え。",
        "答え　①②　②③　③①",
    ],
)
def test_a_row_that_is_doubted_or_somebodys_or_does_not_fit_answers_nothing(answers):
    assert _keys(f"{ROWS}\n{answers}\n") == {}


@pytest.mark.parametrize("remark", ["②は正しくはア", "②はアだった", "→ ②×正解はア", "②は友達の答え", "※②は自信なし"])
def test_a_remark_on_one_number_takes_back_that_answer(remark):
    assert _keys(f"{ROWS}\n答え　①ア　②イ　③ウ\n{remark}\n") == {1: ["ア"], 3: ["ウ"]}
    assert 2 not in _keys(f"{ROWS}\n答え　①ア　②イ　③ウ\n\n{remark}\n")
    assert 2 not in _keys(f"{ROWS}\n答え　①ア　②イ　③ウ\n② ウかも\n")


def test_a_number_that_has_no_such_choice_is_left_out_and_hints_take_back_nothing():
    rows = f"{ROWS}④　「畑」の読み　ア はた　イ はな　ウ はら\n\n答え　①ア　②イ　③ウ　④オ\n\n② 魚の名前。むずかしい\n"
    assert _keys(rows) == {1: ["ア"], 2: ["イ"], 3: ["ウ"]}


def test_lines_that_are_no_run_of_questions_are_none():
    assert (
        _keys("①　朝の予定　ア 走る　イ 食べる　ウ 寝る\n③　夜の予定　ア 走る　イ 食べる　ウ 寝る\n\n答え　①ア　③ウ\n")
        == {}
    )
    assert _keys("①　朝の予定　ア 走る　イ 食べる　ウ 寝る\n②　夜の予定　ア 走る　イ 食べる　ウ 寝る\n") == {}
