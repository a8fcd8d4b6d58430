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


@pytest.mark.parametrize(
    ("said", "stem", "wanted"),
    [
        ("(2)が正しい。朝の話。", PLAIN, [["2"]]), ("これは(2)。", PLAIN, [["2"]]),
        ("(2)です。晴れの日。", PLAIN, [["2"]]),
        ("> (2)です。(1)は昼。", PLAIN, [["2"]]), ("さすがに(2)。", PLAIN, [["2"]]),
        ("朝なので(2)。(3)は砂。", PLAIN, [["2"]]),
        ("(2)が○。", PLAIN, [["2"]]), ("2番です。", PLAIN, [["2"]]), ("これは2。", PLAIN, [["2"]]),
        ("(2)が誤り。朝の話。", FOR_THE_WRONG, [["2"]]), ("(2)が×。", FOR_THE_WRONG, [["2"]]),
        ("(2)が正解。", FOR_THE_WRONG, [["2"]]), ("これは(2)。", FOR_THE_WRONG, [["2"]]),
        ("(2)と(3)です。", f"{PLAIN}2つ選べ。", [["2", "3"]]),
        # nobody could tell
        ("(2)が誤り。", PLAIN, []), ("(2)が正しい。", FOR_THE_WRONG, []), ("(2)か(3)。", PLAIN, []),
        ("(2)かも。", PLAIN, []), ("(2)です？", PLAIN, []), ("(2)と(3)です。", PLAIN, []), ("2。", PLAIN, []),
        ("(2)は夕方。", PLAIN, []),
        ("よって昼の空は(2)。", PLAIN, []), ("よって正解は(2)。", PLAIN, [["2"]]),
        ("(5)です。", PLAIN, []), ("解説を読んでから書く。", PLAIN, []),
        ("(2)です。(3)も正解。", PLAIN, []), ("朝なので(2)。よって(3)。", PLAIN, []), ("これは(2)図の話。", PLAIN, []),
    ],
)  # fmt: skip
def test_the_first_sentence_beneath_choices(said, stem, wanted):
    listed = "(1) 青い空\n(2) 赤い空\n(3) 黄の空\n(4) 緑の空"
    assert [key(question) for question in asked(f"### 問1 {stem}\n\n{listed}\n\n{said}\n")[0]] == wanted


@pytest.mark.parametrize("label", ["ロ。", "ロです。", "さすがにロ。", "なのでロ。"])
def test_a_paragraph_that_is_nothing_but_a_letter(label):
    text = f"空の色は？\n\n- イ．赤\n- ロ．青\n- ハ．黄\n\n{label}\n\n"
    text += "草の色は？\n\n- イ．緑\n- ロ．青\n- ハ．黄\n\nたぶん緑。\n"
    assert [key(question) for question in asked(text)[0]] == [["ロ"]]


def test_a_figure_may_be_what_a_choice_says():
    text = "### 問1 いくつか。\n\n1. 2個\n2. 3個\n3. 4個\n\nこれは{}。\n"
    assert [key(question) for question in asked(text.format("2"))[0]] == []
    assert [key(question) for question in asked(text.format("2番"))[0]] == [["2"]]


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("今日は何を食べたか？", "Bです。おいしかった。"), ("好きな色はどれですか。", "さすがにB。"),
        ("宿はどれにする？", "安いのでB。"), ("担当は？", "これはB。"),
    ],
)  # fmt: skip
def test_a_sentence_answers_no_question_to_oneself(stem, said):
    assert asked(f"# N\n\n{stem}\n\nA. 赤\nB. 青\nC. 黄\n\n{said}\n")[0] == []
    assert [key(each) for each in asked(f"# N\n\n空の色はどれか。\n\nA. 赤\nB. 青\nC. 黄\n\n{said}\n")[0]] == [["B"]]
