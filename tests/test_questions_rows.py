"""Answers as a row at the end: numbers and labels, however they are joined, beneath whatever says that they are it."""

from __future__ import annotations

import pytest

from support.asking import asked, key

STEMS = ("夏に乾く気候はどれか。", "最も硬い鉱物はどれか。", "平安時代の作品はどれか。")
WORDS = (("地中海性", "熱帯雨林", "冷帯"), ("滑石", "石英", "金剛石"), ("平家物語", "源氏物語", "奥の細道"))
KEYS = (0, 2, 1)
LETTERS = "### 問{0}\n{1}\n\nA. {2}\nB. {3}\nC. {4}"
FIGURES = "{0}. {1}\n   1. {2}\n   2. {3}\n   3. {4}"
CIRCLES = "問{0}　{1}\n　①　{2}\n　②　{3}\n　③　{4}"


def found(template, labels, row, title="## 解答\n\n"):
    """Return the keys of three questions, to which a row gives the answers beneath a title."""
    told = (
        template.format(number, stem, *words) for number, (stem, words) in enumerate(zip(STEMS, WORDS, strict=True), 1)
    )
    questions, _ = asked(
        "# 復習\n\n" + "\n\n".join(told) + f"\n\n{title}" + row.format(*(labels[at] for at in KEYS)) + "\n"
    )
    return [key(question) for question in questions]


@pytest.mark.parametrize("title", ["## 解答\n\n", "解答\n\n", "【解答】\n", "---\n\n**解答**\n\n"])
@pytest.mark.parametrize(
    "row",
    [
        "１－{0}　２－{1}　３－{2}", "1-{0}, 2-{1}, 3-{2}", "1…{0} 2…{1} 3…{2}", "[1]{0} [2]{1} [3]{2}",
        "1・{0}　2・{1}　3・{2}", "Q1={0}；Q2={1}；Q3={2}",
        "問１－{0}　問２－{1}　問３－{2}", "1→{0} 2→{1} 3→{2}",
    ],
)  # fmt: skip
def test_a_row_of_numbers_and_labels(row, title):
    assert found(LETTERS, "ABC", row, title) == [["A"], ["C"], ["B"]]
    assert found(FIGURES, "123", row, title) == [["1"], ["3"], ["2"]]
    assert found(CIRCLES, "①②③", row, title) == [["1"], ["3"], ["2"]]


@pytest.mark.parametrize("title", ["## 解答\n\n", "解答\n\n", "<details>\n<summary>解答</summary>\n\n"])
@pytest.mark.parametrize(
    "column", ["1. {0}\n2. {1}\n3. {2}", "1 - {0}\n2 - {1}\n3 - {2}", "- 1：{0}\n- 2：{1}\n- 3：{2}"]
)
def test_a_column_of_figures(column, title):
    assert found(FIGURES, "123", column, title) == [["1"], ["3"], ["2"]]


def test_labels_right_behind_numbers_if_they_are_no_figures():
    assert found(LETTERS, "ABC", "1{0} 2{1} 3{2}") == [["A"], ["C"], ["B"]]
    assert found(CIRCLES, "①②③", "1{0} 2{1} 3{2}") == [["1"], ["3"], ["2"]]
    assert found(FIGURES, "123", "1{0} 2{1} 3{2}") == []


@pytest.mark.parametrize("row", ["3-{0}, 2-{1}, 1-{2}", "2-{0} 4-{1} 6-{2}"])
@pytest.mark.parametrize("title", ["## 解答\n\n", "解答\n\n", "答え："])
def test_what_is_no_such_row(row, title):
    assert found(FIGURES, "123", row, title) == []


@pytest.mark.parametrize("row", ["{0}、{1}、{2}", "{0} {1} {2}"])
@pytest.mark.parametrize("title", ["解答\n\n", "答え："])
def test_a_row_without_numbers_and_without_a_heading_may_be_the_last_ones(row, title):
    assert found(FIGURES, "123", row, title) == []


@pytest.mark.parametrize("row", ["{0}、{1}、{2}", "{1}、{2}、{0}"])
def test_a_row_without_numbers_is_none_to_the_last_question_either(row):
    """Each question is a section of its own here."""
    assert found("## Q{0}. {1}\n\n- a) {2}\n- b) {3}\n- c) {4}\n- d) なし", "abcd", row, "答え：") == []


def test_answers_to_several_questions_are_none_to_the_last_one():
    """``答え：A、C`` beneath the last of two questions may answer both; one that asks for two is answered."""
    asking = "Q{0}. {1}\n\nA. あ\nB. い\nC. う\n\n"
    both = asking.format(1, STEMS[0]) + asking.format(2, STEMS[1])
    assert asked(f"# 復習\n\n{both}答え：A、C\n")[0] == []
    two = asking.format(1, STEMS[0]) + asking.format(2, "硬い鉱物を2つ選べ。")
    assert [key(question) for question in asked(f"# 復習\n\n{two}答え：A、C\n")[0]] == [["A", "C"]]


@pytest.mark.parametrize("labels", [("(1)", "(2)", "(3)"), ("１．", "２．", "３．"), ("A.", "B.", "C.")])
def test_choices_in_paragraphs_beneath_the_items_of_a_list(labels):
    """The list goes on behind them."""
    told = [
        f"{number}. {stem}\n\n" + "\n".join(f"{label} {word}" for label, word in zip(labels, words, strict=True))
        for number, (stem, words) in enumerate(zip(STEMS, WORDS, strict=True), 1)
    ]
    shown = [labels[at].strip("().．") for at in KEYS]
    asking = "\n\n".join(f"{each}\n\n正解：{label}" for each, label in zip(told, shown, strict=True))
    questions, _ = asked(f"# 復習\n\n{asking}\n")
    assert [[choice.right for choice in question.choices].index(True) for question in questions] == list(KEYS)


@pytest.mark.parametrize("answer", ["正解：『B』", "正解：||B||", "正解（1つ）：B"])
def test_what_an_answer_may_be_wrapped_in(answer):
    assert [key(each) for each in asked(f"# N\n\nQ1. どれか。\n\nA. 赤\nB. 青\n\n{answer}\n")[0]] == [["B"]]


GAPS = (
    ("水が凍る温度は（　　）度である。", "0"),
    ("日本で最も高い山は（　　）である。", "富士山"),
    ("光は葉の（　　）で受ける。", "葉緑体"),
)


@pytest.mark.parametrize("number", ["{0}. {1}", "問{0} {1}", "({0}) {1}", "**問{0}** {1}"])
@pytest.mark.parametrize("gap", ["（　　）", "[    ]", "□□", "（？）", "____"])
@pytest.mark.parametrize(
    "after",
    [
        "## 解答\n\n1. {0}\n2. {1}\n3. {2}", "解答：\n(1) {0}　(2) {1}　(3) {2}",
        "<details>\n<summary>解答</summary>\n\n1. {0}\n2. {1}\n3. {2}\n\n</details>",
    ],
)  # fmt: skip
def test_gaps_filled_by_a_list(number, gap, after):
    """The list is neither the last sentence's choices nor its answer alone."""
    told = "\n\n".join(number.format(at, said.replace("（　　）", gap)) for at, (said, _) in enumerate(GAPS, 1))
    questions, _ = asked(f"# N\n\n{told}\n\n{after.format(*(word for _, word in GAPS))}\n")
    assert [each.answer for each in questions] == [word for _, word in GAPS]


@pytest.mark.parametrize("mark", ["：正解", " - 正解", " … 正解", " ※正解", "　：正解です"])
def test_a_word_behind_a_choice_with_a_sign_before_it(mark):
    told = "## 問{0}\n\n{1}\n\nA. {2}\nB. {3}{mark}\nC. {4}"
    text = "\n\n".join(
        told.format(number, stem, *words, mark=mark)
        for number, (stem, words) in enumerate(zip(STEMS, WORDS, strict=True), 1)
    )
    questions, _ = asked(f"# N\n\n{text}\n")
    assert [key(each) for each in questions] == [["B"]] * 3
    assert not any("正解" in "".join(choice.words) for each in questions for choice in each.choices)


def test_a_line_that_tells_of_several_questions_is_on_none_alone():
    """Speaker notes in a comment, say: the last question is not answered by all of them."""
    asking = "".join(f"**Q{at}**: どれか。\n- A: 赤{at}\n- B: 青{at}\n- C: 黄{at}\n\n" for at in (1, 2, 3))
    note = "<!--\nQ1、海の色です。正解はBです。Q2、花の色です。正解はBです。Q3、火の色です。正解はAです。\n-->\n"
    assert all(len(key(each)) == 1 for each in asked(f"# 確認\n\n{asking}{note}")[0])


def test_a_list_to_mark_is_no_question_with_choices():
    text = (
        "# 型\n\n## 問4\n\n正しいものに○、誤っているものに×をつけてください。\n\n- A. 赤→青\n- B. 青→赤\n- C. 黄→緑\n"
    )
    assert asked(f"{text}\n## 問4の解答\n\n**正解：**\n\n- A：○\n- B：○\n- C：×\n")[0] == []


def test_the_answer_to_a_question_it_names_may_be_explained_in_its_paragraph():
    asking = "".join(f"**問題{at}**\n{stem}\nA) 一\nB) 二\nC) 三\n\n" for at, stem in enumerate(STEMS, 1))
    told = "".join(f"**問題{at}の正解：{'ABC'[right]}**\n*解説：*\n* A) は一。\n\n" for at, right in enumerate(KEYS, 1))
    assert [key(each) for each in asked(f"# 確認\n\n{asking}---\n\n### 解答と解説\n\n{told}")[0]] == [
        ["A"],
        ["C"],
        ["B"],
    ]


@pytest.mark.parametrize("brackets", ["＜{}＞", "〈{}〉", "《{}》", "【{}】", "<{}>"])
def test_a_number_in_brackets(brackets):
    asking = "".join(
        f"## {brackets.format(f'練習問題１－{at}')}\n{stem}\n1. 一{at}\n2. 二{at}\n3. 三{at}\n\n"
        for at, stem in enumerate(STEMS, 1)
    )
    told = "".join(f"- 1-{at}: {right + 1}\n" for at, right in enumerate(KEYS, 1))
    assert [key(each) for each in asked(f"# 確認\n\n{asking}## 答え\n\n{told}")[0]] == [["1"], ["3"], ["2"]]
