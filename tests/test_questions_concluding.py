"""What an explanation concludes (よって(4)。): with another choice than the answer's, nothing is asked."""

from __future__ import annotations

import pytest

from support.asking import asked, key

PLAIN = "空の色はどれですか。"
FOR_THE_WRONG = "誤っているものはどれですか。"


def _asked(explanation: str, stem: str = PLAIN, answer: str = "(2)", choices: str = "青い空 赤い空 黄の空 緑の空"):
    listed = "\n".join(f"({number}) {words}" for number, words in enumerate(choices.split(), 1))
    questions, problems = asked(f"### 問1 {stem}\n\n{listed}\n\n答：{answer}\n\n{explanation}\n")
    return [key(question) for question in questions], [problem.line for problem in problems]


@pytest.mark.parametrize(
    "explanation",
    [
        "よって(4)。", "…なので(4)", "赤いので(4)になる。", "したがって、答えは4。", "∴(4)", "つまり空は(4)です。",
        "よって(3)ではなく(4)。", "すなわち④が正しい。", "従って正解は 4 となる。", "よって(2)と(4)。", "だから(4)！",
        "ゆえに4番", "以上より(4)を選ぶ。", "夕方の話。よって(4)。次も見る。", "**よって (4)**",
    ],
)  # fmt: skip
def test_another_conclusion_than_the_answer_asks_nothing_and_is_told(explanation):
    assert _asked(explanation) == ([], [10])


@pytest.mark.parametrize(
    "explanation",
    [
        "よって(2)。", "なので(2)が正しい", "よって(1)ではなく(2)。", "したがって(1)(3)(4)は誤りで、(2)。",
        "よって(1)は誤り。", "したがって(1)以外。", "よって誤りは(1)。", "ゆえに不正解は(1)、(3)、(4)。",
        "つまり(1)の逆。", "だから(1)と(3)は不適切。", "よって(4)のような色ではない。", "よって(1)は消える。",
        "つまり4種類ある。", "よって 4 色ある。", "朝なので(1)と迷った。", "よって図(4)を見る。", "よってAである。",
    ],
)  # fmt: skip
def test_a_conclusion_about_another_choice_is_harmless(explanation):
    assert _asked(explanation) == ([["2"]], [])


def test_a_figure_that_comes_out_is_no_label():
    assert _asked("2+2 で、よって 4。", choices="2個 4個 6個 8個") == ([["2"]], [])


@pytest.mark.parametrize("explanation", ["よって(1)が正しい。", "よって誤りは(2)。", "(1)は正しい。よって(2)。"])
def test_where_the_wrong_one_is_asked_for_it_may_be_concluded(explanation):
    assert _asked(explanation, FOR_THE_WRONG) == ([["2"]], [])


@pytest.mark.parametrize("explanation", ["よって誤りは(1)。", "よって(1)。"])
def test_where_the_wrong_one_is_asked_for_another_wrong_one_contradicts(explanation):
    assert _asked(explanation, FOR_THE_WRONG) == ([], [10])


def test_an_explanation_of_all_answers_beneath_their_list_asks_nothing_again():
    text = (
        "## 問題\n\n問1 空の色はどれですか。\n\n１　青\n２　赤\n３　黄\n\n問2 草の色はどれですか。\n\n"
        "１　青\n２　緑\n３　黄\n\n"
        "## 解答\n\n問1：１　　問2：２\n\n## 解説\n\n"
    )
    questions, _ = asked(text + "- 問2…葉緑素のため\n")
    assert [key(question) for question in questions] == [["1"], ["2"]]
    questions, _ = asked(text + "- 問2…葉は黄色。よって(3)。\n")
    assert [key(question) for question in questions] == [["1"]]
