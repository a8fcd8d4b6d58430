"""Choices whose answer stands elsewhere, or is said in other ways than on a line of its own."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from studynotes.questions.words.phrases import figure_of
from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    """Return the key of each question in a text, as its choices' words."""
    questions, _ = asked(text)
    return [
        [plain(choice.words) for choice in question.choices if choice.right] or key(question) for question in questions
    ]


CITY = "日本の首都は？\n\nⓐ 東京\nⓑ 京都\nⓒ 奈良\n"
COLOUR = "空の色は？\n\nⓐ 赤\nⓑ 青\nⓒ 黄\n"


def test_an_answer_that_names_its_question_counts_wherever_it_stands():
    text = f"## 第1問\n\n{CITY}\n## 第2問\n\n{COLOUR}\n（第1問の答え：ⓐ）\n\n## おしまい\n\n（第2問の答え：ⓑ）\n"
    assert keys(text) == [["東京"], ["青"]]
    assert keys(text.replace("第2問", "第1問")) == []  # two first questions: nobody could tell
    assert keys(f"{text}\n（第2問の答え：ⓒ）\n") == [["東京"]]


@pytest.mark.parametrize(
    ("heading", "expected"), [("## 今日の答え", [["青"]]), ("## 今日の解答", []), ("## 自分の答え", [])]
)
def test_an_answer_list_with_kanji_numbers(heading, expected):
    text = f"## 問題\n\n**問四**　空の色は？\n\n* 赤\n* 青\n* 黄\n\n{heading}\n\n四 … 青\n五 … \n"
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("kanji", "figures"), [("四", "4"), ("十", "10"), ("十二", "12"), ("二十三", "23"), ("7", "7")]
)
def test_figures_of_kanji(kanji, figures):
    assert figure_of(kanji) == figures


def test_plain_lines_with_the_answers_beneath_a_drawn_rule():
    text = (
        "（１）空の色は？\n1 赤\n2 青\n3 黄\n\n（２）雪の色は？\n1 白\n2 青\n3 黄\n\n（３）墨の色は？\n\n"
        "ーーーーー\n■ こたえ\n(1)→2\n(2)→1　積もる\n(3)→黒色\n"
    )
    assert keys(text) == [["青"], ["白"], ["黒色"]]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("**2** です。昼の話。", [["青"]]), ("**2** です。", [["青"]]), ("**2** ですが、1 とも言う。", []),
        ("**2** です。3 も正解。", []), ("**2** です。\n**3** です。", []),
    ],
)  # fmt: skip
def test_the_answer_as_a_sentence_in_a_box(said, expected):
    assert keys(f"## Q1\n\n空の色は？\n\n1. 赤\n2. 青\n3. 黄\n\n:::details 正解を見る\n{said}\n:::\n") == expected


def test_blocks_of_code_are_choices_beneath_their_labels():
    text = "## Q1\n\n正しいのはどれ？\n\nA)\n\n```py\nf()\n```\n\nB)\n\n```py\ng()\n```\n\n正解：B\n"
    assert keys(text) == [["g()"]]


LEGEND = "# N\n\n- **太字**の選択肢が正解\n\n## A\n\n"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("#### 1. 処理がないときは0台まで減らして動かしたい", [["乙"]]),
        ("#### 持ち物", []),
        ("#### 6. 持ち物", []),
        ("#### 6. 食べたい", []),
    ],
)
def test_a_case_in_a_numbered_heading_where_the_file_tells_its_mark(above, expected):
    assert keys(f"{LEGEND}{above}\n\n- 甲\n- **乙**\n- 丙\n") == expected
    assert keys(f"# N\n\n## A\n\n{above}\n\n- 甲\n- **乙**\n- 丙\n") == []


def test_an_answer_and_a_list_that_differ_ask_nothing():
    text = f"## 第1問\n\n{CITY}\n正解：ⓐ\n\n## 第2問\n\n{COLOUR}\n正解：ⓑ\n\n（第1問の答え：ⓒ）\n\n（第2問の答え：ⓑ）\n"
    assert keys(text) == [["青"]]


ORDERED = (
    "1. 空の色は？\n   1. 赤\n   2. 青\n\n2. 雪の色は？\n   1. 白\n   2. 黒\n\n3. 墨の色は？\n   1. 白\n   2. 黒\n"
)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("1. 2\n2. 1\n3. 2", [["青"], ["白"], ["黒"]]),
        ("1. 2\n3. 2", [["青"], ["黒"]]),  # a page shows 2. here, but 3. is what he meant
        ("1. 2\n1. 1\n1. 2", [["青"], ["白"], ["黒"]]),  # and here he leaves the counting to Markdown
    ],
)
def test_the_numbers_of_an_answer_list_are_those_that_are_written(answers, expected):
    assert keys(f"## 問題\n\n{ORDERED}\n## 解答\n\n{answers}\n") == expected


def test_a_figure_is_not_typed_where_numbered_choices_stand_beneath():
    doubt = "<!-- 選択肢を並べ替えた。解答はまだ直していない -->"
    text = f"1. 保存期間は何年間か。\n   {doubt}\n   1. 10年間\n   2. 5年間\n\n## 解答\n\n1. 2\n"
    assert keys(f"## 問題\n\n{text}") == []
