"""How the answers to gaps, and to sentences that offer words to choose from, are told."""

from __future__ import annotations

import pytest

from support.asking import asked, key

ONE = "# 復習\n\n問1 日本で最も高い山は（　　）である。\n\n{}\n"
TWO = "# 復習\n\n問1 幕府を開いたのは（　　）で、その年は（　　）年である。\n\n{}\n"
EITHER = "# 復習\n\n1. 水が凍ると{{氷・湯気}}になる。\n\n   {}\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    "said",
    [
        "答え：富士山です。",
        "答えは富士山だ。",
        "正解は「富士山」です。",
        "正解：『富士山』",
        "A. 富士山",
        "A: 富士山です",
    ],
)
def test_one_word_without_the_sentence_that_tells_it(said: str) -> None:
    assert _keys(ONE.format(said)) == [["富士山"]]


@pytest.mark.parametrize(
    "said",
    [
        "答え：富士山か浅間山",
        "答え：富士山など",
        "答え：富士山等",
        "答え：富士山かな",
        "答え：富士山（富士でもよい）",
        "答え：富士山（富士も可）",
        "答え：「富士山」と「浅間山」",
        "A. 富士山\n   火山\nB. 浅間山",
        "A. 富士山？",
    ],
)
def test_nothing_is_asked_where_other_words_are_right_too_or_it_is_a_guess(said: str) -> None:
    assert _keys(ONE.format(said)) == []


def test_words_that_end_as_others_do() -> None:
    assert _keys("# 復習\n\n問1 辺の比が等しいとき（　　）という。\n\n答え：対等\n") == [["対等"]]


def test_an_answer_on_the_same_line_behind_its_word_in_brackets() -> None:
    assert _keys("# 復習\n\n問1 日本で最も高い山は（　　）である。　【答え】富士山\n") == [["富士山"]]


@pytest.mark.parametrize(
    "said",
    [
        "答え：順に 徳川家康、1603",
        "答え：徳川家康、1603（左から順）",
        "答え：①＝徳川家康　②＝1603",
        "答え：①：徳川家康、②：1603",
        "答え：「徳川家康」「1603」",
        "A. 徳川家康、1603",
        "→ 徳川家康、1603",
    ],
)
def test_several_words_in_the_gaps_order(said: str) -> None:
    assert _keys(TWO.format(said)) == [["徳川家康", "1603"]]


@pytest.mark.parametrize(
    "said", ["→ 徳川家康、1603\n\n→ 家光の祖父", "→ 徳川家康、1603？", "自分の答え：徳川家康、1603"]
)
def test_several_words_that_are_no_answer(said: str) -> None:
    assert _keys(TWO.format(said)) == []


def test_a_list_of_answers_is_no_choices_of_the_last_sentence() -> None:
    text = (
        "# 復習\n\n問1 ____と____。\n\n問2 山は____、川は____である。\n\n**解答**\n\n(1) 海、空  \n(2) 富士山、信濃川\n"
    )
    assert _keys(text)[-1] == ["富士山", "信濃川"]


def test_a_figure_is_no_answer_to_choices_set_in_too_little() -> None:
    asks = (
        "12. 内角の和は何度か。\n   1. 90\n   2. 180\n   3. 270\n\n13. 外角は何度か。\n   1. 360\n   2. 720\n   3. 90\n"
    )
    text = f"# 復習\n\n11. 直角は何度か。\n   1. 30\n   2. 90\n   3. 60\n\n{asks}\n解答\n\n11 2\n12 2\n13 1\n"
    assert not [question for question in asked(text)[0] if question.recogniser == "blanks"]


@pytest.mark.parametrize(
    "said", ["答え：氷", "**答え：氷**", "正解は氷。", "<details><summary>答え</summary>\n\n   氷\n\n   </details>"]
)
def test_words_to_choose_from_amid_a_sentence(said: str) -> None:
    question = asked(EITHER.format(said))[0][0]
    assert ["".join(choice.words) for choice in question.choices if choice.right] == ["氷"]


@pytest.mark.parametrize(
    "said",
    [
        "→ 氷",
        "答え：氷、湯気",
        "答え：氷？",
        "私の答え：氷",
        "答え：氷 - 固体",
        "答え：水",
        "氷は固体である。",
        "補足：氷",
    ],
)
def test_words_in_brackets_that_nothing_answers(said: str) -> None:
    assert asked(EITHER.format(said))[0] == []


def test_words_that_tell_of_what_is_before_them_are_no_gap() -> None:
    text = "# 復習\n\n1. 栄養素（糖質・脂質）のうち、1gで9kcalのものを答えよ。\n\n   答え：脂質\n"
    question = asked(text)[0][0]
    assert "（糖質・脂質）" in "".join(question.stem[-1].words)


GAPS = (
    "語群から選べ。\n\n(1) 凍る温度は（　）度である。\n\n(2) 最も高い山は（　）である。\n\n(3) 葉の（　）で行われる。\n"
)
LABELS_BESIDE = "| 記号 | 語 |\n|---|---|\n| ア | 葉緑体 |\n| イ | 0 |\n| ウ | 富士山 |\n"
LABELS_ABOVE = "| ア | イ | ウ |\n|---|---|---|\n| 葉緑体 | 0 | 富士山 |\n"
LABELS_WITHIN = "| ア 葉緑体 | イ 0 | ウ 富士山 |\n|---|---|---|\n"


@pytest.mark.parametrize("table", [LABELS_BESIDE, LABELS_ABOVE, LABELS_WITHIN])
def test_words_to_choose_from_in_a_table(table: str) -> None:
    text = f"# 復習\n\n{GAPS}\n【語群】\n\n{table}\n## 解答\n\n- (1)：イ\n- (2)：ウ\n- (3)：ア\n"
    assert _keys(text) == [["0"], ["富士山"], ["葉緑体"]]


def test_a_word_that_is_not_in_the_table_answers_nothing() -> None:
    text = f"# 復習\n\n{GAPS}\n【語群】\n\n{LABELS_ABOVE}\n## 解答\n\n- (1)：イ\n- (2)：エ\n- (3)：ア\n"
    assert _keys(text) == [["0"], ["葉緑体"]]


def test_a_table_of_terms_is_no_words_to_choose_from() -> None:
    table = "| 名前 | 意味 |\n|---|---|\n| 葉緑体 | 緑の粒 |\n| 気孔 | 葉の穴 |\n"
    gaps = "(1) 高い山は（　）である。\n\n(2) 凍ると（　）である。\n"
    text = f"# 復習\n\n用語\n\n{table}\n{gaps}\n## 解答\n\n(1) 富士山\n\n(2) 氷\n"
    found = [key(question) for question in asked(text)[0] if question.recogniser == "blanks"]
    assert found == [["富士山"], ["氷"]]
