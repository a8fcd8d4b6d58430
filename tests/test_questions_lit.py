"""Choices whose label, or words, are set off by colour in raw HTML."""

from __future__ import annotations

from itertools import cycle

import pytest

from studynotes.questions.words import lighting
from support.asking import asked, key

_ANSWERS = ("B", "A", "C", "B")
_WORDS = ("赤い実", "青い実", "白い実")


def _note(before: str, after: str, answers: tuple[str, ...] = _ANSWERS, preface: str = "") -> str:
    """Return a note of questions, of each of which one choice's label has something around it."""
    questions = []
    for number, answer in enumerate(answers, 1):
        lines = [
            f"{before}{label}. {words}{number}{after}" if label in answer else f"{label}. {words}{number}"
            for label, words in zip("ABC", _WORDS, strict=True)
        ]
        listed = "\n".join(f"- {line}" for line in lines)
        questions.append(f"## 問{number} 正しいものはどれか。\n\n{listed}\n")
    return f"# 木の実\n\n{preface}\n\n" + "\n".join(questions)


def _keys(text: str) -> list[list[str]]:
    questions, _ = asked(text)
    return [key(question) for question in questions]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<span style="color:red">', "</span>"),
        ('<span class="right">', "</span>"),
        ("<mark>", "</mark>"),
        ("<u>", "</u>"),
        ('<font color="#ff0000">', "</font>"),
    ],
)
def test_one_choice_set_off_in_question_after_question_answers(before: str, after: str) -> None:
    assert _keys(_note(before, after)) == [[answer] for answer in _ANSWERS]


@pytest.mark.parametrize(
    "text",
    [
        _note('<span style="color:red">', "</span>", ("ABC",) * 4),  # all of them
        _note('<span style="color:red">', "</span>", ("A",) * 4),  # always the first
        _note('<span style="color:red">', "</span>", ("AB", "BC", "AC", "A")),  # where one is asked for
        _note('<span style="color:red">', "</span>", ("A", "B")),  # too few
        _note("<span>", "</span>"),
        _note("<mark>", "</mark>").replace("正しい", "<mark>正しい</mark>"),  # other words, too
        _note('<span style="color:red">', "</span>", preface="赤字は間違えたところ。"),
        *(
            _note('<span style="color:red">', "</span>", preface=preface)
            for preface in (
                "色付きは自分の解答です。",
                "間違えた問題は赤字にした。",
                "自分が選んだ選択肢に色を付けている。",
                "迷った選択肢は黄色にしています",
                "赤は友達の答え。正解は下に書く。",
            )
        ),
        _note('<span style="color:red">', "</span>") + '\n<span style="color:red">ここが大事。</span>\n',
        _note('<span style="color:red">', "</span>") + "\n色は自分の答え。\n\n## 問5\n",
    ],
)
def test_what_is_set_off_otherwise_is_no_answer(text: str) -> None:
    assert _keys(text) == []


def test_an_answer_that_is_known_otherwise_speaks_against_it() -> None:
    text = _note('<mark class="x">', "</mark>").replace("## 問2", "正解: C\n\n## 問2")
    assert _keys(text) in ([], [["C"]])


def test_a_label_alone_has_the_paragraph_beneath_for_its_words() -> None:
    lit, texts = cycle(_ANSWERS), []
    for number in range(1, 5):
        answer = next(lit)
        told = [
            (f'<span class="y">\n[{label}]  \n</span>' if label == answer else f"[{label}]") + f"\n\n{words}{number}\n"
            for label, words in zip("ABC", _WORDS, strict=True)
        ]
        texts.append(f"## Q{number}\n\n正しいものはどれか。\n\n" + "\n".join(told))
    questions, _ = asked("\n".join(texts))
    assert [key(question) for question in questions] == [[answer] for answer in _ANSWERS]
    assert questions[0].choices[2].words == ("白い実1",)


@pytest.mark.parametrize(
    ("preface", "found"),
    [
        ("赤字が正解です。", [["B"], ["A"]]),
        ("黄色くハイライトした選択肢が正解です。", []),  # which is another colour
        ("色文字で書いた。赤字は自分の答え。", []),
        ("マーカーの選択肢が正解。", [["B"], ["A"]]),
        ("赤字が正解。青字は自分の答え。", [["B"], ["A"]]),
        ("青字が正解。赤字は自分の答え。", []),
    ],
)
def test_a_file_may_say_that_colour_marks_the_right_ones(preface: str, found: list[list[str]]) -> None:
    assert _keys(_note('<span style="color: red">', "</span>", ("B", "A"), preface)) == found


def test_a_style_s_colour_is_known_by_name_and_by_figures() -> None:
    told = ["red", "#f00", "#cc0000", "rgb(1,2,3)", "text-blue", "#0000ff", "#ffff00", "#888888", "bored"]
    assert [lighting.colour_of(each) for each in told] == ["red", "red", "red", "", "blue", "blue", "yellow", "", ""]


def test_two_are_wanted_in_english_too() -> None:
    text = "## Q1\n\n{}\n\n- A. cat\n- B. dog\n- C. ant\n\nAnswer: {}\n"
    assert _keys(text.format("Which two of these have four legs?", "A, B")) == [["A", "B"]]
    assert _keys(text.format("Which two of these have four legs?", "A")) == []
    assert _keys(text.format("In a house in which two of them live, who eats?", "A")) == [["A"]]
