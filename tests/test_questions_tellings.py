"""Questions told in more than one way: in two languages, with another's labels, or in words that echo a choice."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def _keys(text: str) -> list[list[str]]:
    questions, _ = asked(text)
    return [key(question) for question in questions]


@pytest.mark.parametrize("bullet", ["", "- "])
def test_a_choice_s_translation_belongs_to_it(bullet: str) -> None:
    told = [
        ("A. 水は高い所へ流れる。", "*A. Water flows uphill.*"),
        ("B. 水は低い所へ流れる。", "*B. Water flows downhill.*"),
        ("C. 水は流れない。", "*C. A river never flows.*"),
    ]
    choices = "\n".join(f"{bullet}{line}" for pair in told for line in pair)
    text = f"## Q1\n\n水について正しいものはどれか。\n*Which is true of water?*\n\n{choices}\n\n**正解: B**\n"
    [question], _ = asked(text)
    assert key(question) == ["B"]
    assert [len(choice.words[0].split("。 ")) for choice in question.choices] == [2, 2, 2]


def test_labels_told_twice_in_one_language_are_no_choices() -> None:
    text = "## Q1\n\n正しいものはどれか。\n\nA. 赤\nA. 青\nB. 白\nB. 黒\n\n正解: B\n"
    assert _keys(text) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("以上より正解は B です。", [["2"]]),
        ("正解は B です。", [["2"]]),
        ("正解はB しかないです。", [["2"]]),
        ("正解は C です。", []),  # the third, and so another answer
        ("正解は B かも。", []),
    ],
)
def test_an_explanation_may_count_the_choices_in_letters(said: str, found: list[list[str]]) -> None:
    text = f"## Q1\n\n一番大きいのはどれですか？\n\n1. 池\n2. 海\n3. 川\n\n答え：2\n\n池は小さいです。\n{said}\n"
    assert _keys(text) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("答えはBです。見た人が「えっ？」となるところです。", [["B"]]),
        ("答えはBです。この温度で色が変わり、元へは戻りません。", [["B"]]),
        ("答えはBです。どちらの温度でも泡は出ます。", [["B"]]),
        ("答えはBです。「C？」となるところです。", []),
        ("答えはBです。改訂で変わりました。Cという人もいます。答えはCに変わりました。", []),
        ("答えはBです。改訂で変わりました。", []),
        ("答えはBでしたが変わりました。", []),
    ],
)
def test_words_of_doubt_that_are_the_choice_s_own_doubt_nothing(said: str, found: list[list[str]]) -> None:
    text = f"## Q1. 温めると何が起きますか？\n\n- A. 泡が出る\n- B. 色が変わる\n- C. 音が鳴る\n\n{said}\n"
    assert _keys(text) == found


def _read(text: str) -> str:
    """Return a text with how its words are read above them."""
    for word, reading in (("正解", "せいかい"), ("解説", "かいせつ"), ("見", "み"), ("海", "うみ"), ("青", "あお")):
        text = text.replace(word, f"<ruby>{word}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>")
    return text


def test_how_words_are_read_is_no_part_of_them() -> None:
    text = "## Q1. 海の色は？\n\n- A. 青い\n- B. 赤い\n- C. 白い\n\n"
    text += "<details>\n<summary>正解と解説を見る</summary>\n\n**正解：A**\n海は青いです。\n</details>\n"
    [question], _ = asked(_read(text))
    assert key(question) == ["A"]
    assert [choice.words for choice in question.choices] == [("青い",), ("赤い",), ("白い",)]


def test_a_reading_s_end_may_be_left_out() -> None:
    text = "## Q1. 海の色は？\n\n- A. 青い\n- B. 赤い\n\n<ruby>正解<rt>せいかい</ruby>：<ruby>A<rt>えー</ruby>\n"
    assert _keys(text) == [["A"]]


@pytest.mark.parametrize(
    ("asks", "said", "found"),
    [
        ("誤っている", "正解は **B**。赤くはありません。A・C はどちらも正しい記述です。", [["B"]]),
        ("誤っている", "正解は **B**。赤くはありません。A も B もどちらも正しい記述です。", []),
        ("正しい", "正解は **B**。どちらも正解です。", []),
    ],
)
def test_two_others_may_both_be_called_right_where_the_wrong_one_is_asked_for(
    asks: str, said: str, found: list[list[str]]
) -> None:
    text = f"## 問1 海について{asks}ものはどれですか？\n\n- A. 広い\n- B. 赤い\n- C. 深い\n\n{said}\n"
    assert _keys(text) == found


@pytest.mark.parametrize(("head", "found"), [("選択肢 | 内容", [["イ"]]), ("記号 | 内容", [])])
def test_a_note_may_stand_behind_the_sentence_that_asks_above_a_table_of_choices(
    head: str, found: list[list[str]]
) -> None:
    table = f"| {head} |\n|---|---|\n| ア | 川 |\n| イ | 海 |\n| ウ | 池 |\n"
    text = f"## 演習1-A 水\n\n一番広いものを一つ選んでください。水は動かないものとします。\n\n{table}\n"
    text += "## 演習1-A 解答\n\n**正解：イ**\n"
    assert _keys(text) == found


@pytest.mark.parametrize("told", ["正解 / Answer: 2", "Answer (正解): 2", "答え：2"])
def test_numbered_choices_may_be_told_in_two_languages(told: str) -> None:
    listed = "1. 赤い\n1. It is red\n2. 42\n2. 42\n3. 白い\n3. It is white"
    [question], _ = asked(f"### Q1\n\n正しいものはどれか。\n\n{listed}\n\n{told}\n")
    assert key(question) == ["2"]
    assert [choice.words for choice in question.choices] == [("赤い It is red",), ("42",), ("白い It is white",)]


def test_numbers_that_stand_twice_number_no_choices() -> None:
    text = "### Q1\n\n正しいものはどれか。\n\n1. 赤\n2. 青\n2. 白\n3. 黒\n\n答え：3\n"
    assert _keys(text) == []
    assert _keys(text.replace("2. ", "1. ").replace("3. 黒", "1. 黒")) == [["3"]]


@pytest.mark.parametrize(
    "title", ["Q{} こたえ → {}", "【Q{} 正解】{}", "答え（Q{}）：{}", "Q{}の答え: {}. 海", "Q{}の正解発表：{}"]
)
def test_the_next_slide_s_heading_may_answer_in_many_ways(title: str) -> None:
    choices = "- A. 川\n- B. 海\n- C. 池\n\n---\n\n"
    slides = [
        f"# Q{number}. 広いのは{number}番目のどれ？\n\n{choices}# {title.format(number, 'B')}\n\n説明。\n\n---\n\n"
        for number in (1, 2)
    ]
    assert _keys("# クイズ\n\n---\n\n" + "".join(slides)) == [["B"], ["B"]]
