"""Gaps to fill in, and questions for a figure: asked where the notes give one clear answer, and only there."""

from __future__ import annotations

import pytest

from studynotes.questions import BLANK_MARK, plain
from support.asking import asked, key


def gaps(notes):
    """Return stem, answer and explanation of each gap that is asked."""
    questions, _ = asked(f"# N\n\n{notes}\n")
    return [
        (
            " / ".join(plain(part.words) for part in question.stem).replace(BLANK_MARK, "…"),
            question.answer,
            " ".join(plain(part.words) for part in question.explanation),
        )
        for question in questions
        if question.recogniser == "blanks"
    ]


SENTENCE = "水は（　　）度で凍る。"
FILLED = "水は…度で凍る。"


@pytest.mark.parametrize(
    ("answer", "wanted", "note"),
    [
        ("答え：0", "0", ""),
        ("**答え** ：**0**", "0", ""),
        ("正解：零（摂氏）", "零", "摂氏"),
        ("答え：0　※摂氏で", "0", "摂氏で"),
        ("<details><summary>答え</summary>\n\n零\n\n</details>", "零", ""),
        (":::details 解答\n零\n:::", "零", ""),
    ],
)
def test_answer_beneath_the_gap(answer, wanted, note):
    assert gaps(f"{SENTENCE}\n\n{answer}") == [(FILLED, wanted, note)]


def test_answer_on_the_same_line_and_in_the_list_at_the_end():
    assert gaps("(1) 水は____度で凍る。　**答え：0**") == [(FILLED, "0", "")]
    listed = "(1) 水は（　　）度で凍る。\n\n(2) 水は（　　）度で沸く。\n\n## 解答\n\n1. 0\n2. 100\n"
    assert gaps(f"## 水\n\n{listed}") == [(FILLED, "0", ""), ("水は…度で沸く。", "100", "")]


@pytest.mark.parametrize(
    "notes",
    [
        f"{SENTENCE}\n\n答え：",
        f"{SENTENCE}\n\n答え：0？",
        f"{SENTENCE}\n\n答え：たぶん0",
        f"{SENTENCE}\n\n答え：0、100",
        f"{SENTENCE}\n\n答え：0または4",
        f"{SENTENCE}\n\n答え：あとで調べる",
        f"{SENTENCE}\n\n答え：教科書 p.12",
        f"{SENTENCE}\n\n答え：0\n\n訂正：4",
        f"{SENTENCE}\n\n答え：0\n\n正解：4",
        f"{SENTENCE}\n\n自分の答え：4",
        f"{SENTENCE}\n\n回答：4",
        f"{SENTENCE}\n\n<details><summary>答え</summary>\n\nまだ書いていない\n\n</details>",
        f"{SENTENCE}\n\n## 別の話\n\n答え：0",
        f"{SENTENCE}\n\n{SENTENCE}\n\n答え：0",
        "水は（　　）度で凍り、（　　）度で沸く。\n\n答え：0",
        "（　　）\n\n答え：0",
        SENTENCE,
    ],
)
def test_without_one_clear_answer_nothing_is_asked(notes):
    assert [answer for _, answer, _ in gaps(notes)] in ([], ["0"] if notes.count(SENTENCE) > 1 else [])


def test_gap_with_choices_is_no_blank():
    questions, _ = asked(f"# N\n\n問1 {SENTENCE}\n\nA. 0\nB. 4\nC. 100\n\n答え：A\n")
    assert [question.recogniser for question in questions] == ["choices"]


@pytest.mark.parametrize(
    ("notes", "wanted"),
    [
        ("例題 1：6 人の 2 倍は何人か。\n\n∴ 12人", [("6 人の 2 倍は何人か。 …人", "12", "")]),
        ("6 人の 2 倍は何人か。\n\n式：6 × 2 = 12\n\n**答え** 12人", [("6 人の 2 倍は何人か。 …人", "12", "")]),
        (
            "次は何を表示しますか。\n\n```\nprint(6 * 2)\n```\n\n答え：12",
            [("次は何を表示しますか。 / print(6 * 2) / …", "12", "")],
        ),
        ("6 人の 2 倍は何人か。\n\n答え：十二人", []),
        ("6 人の 2 倍は何人か。\n\n∴", []),
        ("なぜか。\n\n答え：12", []),
    ],
)
def test_question_for_a_figure(notes, wanted):
    assert gaps(notes) == wanted


def test_gaps_can_be_switched_off():
    off = 'sections: {"1": {quiz: {off: [blanks]}}}'
    assert asked(f"# N\n\n## 1.\n\n{SENTENCE}\n\n答え：0\n", off)[0] == []


@pytest.mark.parametrize(
    ("answer", "found"),
    [("A1 富士山", [["富士山"]]), ("A2 富士山", []), ("A1 富士山？", []), ("Ａ1　富士山", [["富士山"]])],
)
def test_an_answer_with_its_questions_number_and_no_colon(answer, found):
    assert [key(each) for each in asked(f"Q1 日本一高い山は（　　　）である。\n{answer}\n")[0]] == found


@pytest.mark.parametrize(("asks", "found"), [("空欄に入る語は何か。", 1), ("どの品詞か。", 0)])
def test_a_gap_in_what_a_question_quotes(asks, found):
    """``どの品詞か。`` above a quotation with a gap wants no word for it; the answer beneath is the question's."""
    assert len(gaps(f"{asks}\n\n「外は（　　）が降っている。」\n\n答え：名詞")) == found


@pytest.mark.parametrize(("answer", "found"), [("3回", 1), ("3回. 初期化のたびに!", 0), ("名詞。まだ!", 0)])
def test_a_sentence_is_no_word_to_type(answer, found):
    assert len(gaps(f"Q: コンストラクタは何回呼ばれるか。\n\nA: {answer}")) == found
