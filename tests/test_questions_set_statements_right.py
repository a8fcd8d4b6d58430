"""Statements called wrong and set right at once, and groups of them that are each to be judged."""

from __future__ import annotations

import pytest

from support.asking import asked, key

RIGHT, WRONG = ["1"], ["2"]
WITH = (
    "→ × 正しくは「太陽は東から昇る。」",
    "→ ×。正しくは、太陽は東から昇る。",
    "→ ×（西→東）",
    "→ 誤（西→東）",
    "→ 誤り（正：太陽は東から昇る。）",
    "答え：×\n   正しくは、東から昇る。",
    "答え：×\n   訂正：太陽は東から昇る。",
    "答え：×\n   誤：西 → 正：東",
)
BUT = (
    "→ × 正しくは○",
    "→ × 訂正：○",
    "答え：×\n   訂正：こちらは別の問題だった。",
    "答え：×\n   正しくは上の文が正しい。",
    "→ ×（×→○）",
    "→ ×（2回目→○）",
)


@pytest.mark.parametrize("verdict", WITH)
def test_what_a_wrong_statement_should_say_doubts_no_verdict(verdict: str) -> None:
    questions, _ = asked(f"# t\n\n正誤問題\n\n1. 水は0度で凍る。\n   → ○\n2. 太陽は西から昇る。\n   {verdict}\n")
    assert [key(each) for each in questions] == [RIGHT, WRONG]


@pytest.mark.parametrize("verdict", BUT)
def test_but_another_verdict_does(verdict: str) -> None:
    questions, _ = asked(f"# t\n\n正誤問題\n\n1. 水は0度で凍る。\n   → ○\n2. 太陽は西から昇る。\n   {verdict}\n")
    assert [key(each) for each in questions] == [RIGHT]


def test_and_with_the_right_verdict_a_correction_leaves_it_unclear() -> None:
    questions, _ = asked("# t\n\n正誤問題\n\n1. 水は0度で凍る。\n   → ○ 正しくは4度。\n2. 金は錆びる。\n   → ×\n")
    assert [key(each) for each in questions] == [WRONG]


def test_a_list_of_answers_may_set_right_too() -> None:
    questions, _ = asked(
        "# t\n\n正誤問題\n\n1. 水は0度で凍る。\n2. 太陽は西から昇る。\n\n## 解答\n\n1. ○\n2. × 正しくは東。\n"
    )
    assert [key(each) for each in questions] == [RIGHT, WRONG]


@pytest.mark.parametrize(
    "asks", ["次の文の正誤を答えよ。", "次の各文は正しいか、誤りか。", "次の命題の真偽を判定しなさい。"]
)
def test_sentences_that_are_each_to_be_judged_are_no_choices(asks: str) -> None:
    questions, _ = asked(f"# t\n\n{asks}\n\nア. 水は0度で凍る。  \nイ. 金は錆びる。\n\n> ア ○  \n> イ ×\n")
    assert all(question.recogniser == "true_false" for question in questions)


def test_but_verdicts_are_choices_of_what_is_asked_so() -> None:
    questions, _ = asked(
        "# t\n\n問1 「金は錆びる。」は正しいか、誤りか。\n\n- ア. 正しい\n- イ. 誤っている\n\n正解：イ\n"
    )
    assert [key(each) for each in questions] == [["イ"]]


GROUP = "# t\n\n次の文の正誤を答えよ。\n\n(1) 水は0度で凍る。  \n(2) 太陽は西から昇る。\n\n"
ROWS = (
    "答え：○×",
    "解答　○、×",
    "**解答**：(1)○ (2)×",
    "正解：1…○、2…×",
    "→ (1) 正　(2) 誤",
    "答え：\n1=○, 2=×",
    "<details><summary>解答</summary>\n\n1 ○  \n2 ×\n\n</details>",
    "解答：\n\n- 1 ○：そのとおり。\n- 2 ×：正しくは東。",
)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_verdicts_beneath_statements(row: str) -> None:
    questions, _ = asked(f"{GROUP}{row}\n")
    assert [key(each) for each in questions] == [RIGHT, WRONG]


@pytest.mark.parametrize(
    "row",
    [
        "答え：○×○",  # not as many
        "自分の答え：○×",
        "答え：○×\n\n※要確認、自信なし",
        "答え：2○ 1×",
        "採点：○×",
        "答え：(1)○ (2)△",
    ],
)
def test_but_none_that_does_not_fit_or_is_in_doubt(row: str) -> None:
    assert asked(f"{GROUP}{row}\n")[0] == []


def test_and_none_of_a_question_that_wants_one_of_them() -> None:
    found, _ = asked("# t\n\n誤っているものはどれか。\n\nア. 水は0度で凍る。\nイ. 金は錆びる。\n\n解答：ア○ イ×\n")
    assert all(question.recogniser != "true_false" for question in found)


@pytest.mark.parametrize("first", ["({0}) {1}　{2}", "（ {1} ）{0}. {2}", "- **{1}** {2}", "{0}. 【{1}】{2}"])
@pytest.mark.parametrize("signs", ["○×", "正誤", "真偽", "TF"])
def test_verdicts_before_statements_that_are_to_be_judged(first: str, signs: str) -> None:
    said = [first.format(1, signs[0], "水は0度で凍る。"), first.format(2, signs[1], "太陽は西から昇る。")]
    questions, _ = asked("# t\n\n次の文の正誤を答えよ。\n\n" + "\n\n".join(said) + "\n")
    assert [key(each) for each in questions] == [RIGHT, WRONG]
    assert questions[0].stem[1].words == ("水は0度で凍る。",)


def test_but_not_where_nothing_asks() -> None:
    assert asked("# t\n\n買うときの注意\n\n- ○ 家の近くで買うと安い。\n- × 遠くで買うと高い。\n")[0] == []


def test_verdicts_of_a_list_in_words_withdraw_no_question() -> None:
    asks = "# t\n\n## ○×問題\n\n1. 水は0度で凍る。\n2. 太陽は西から昇る。\n\n## 解答\n\n- 問1：正しい\n- 問2：誤り\n"
    assert [key(each) for each in asked(asks)[0]] == [RIGHT, WRONG]


@pytest.mark.parametrize("told", ["> {0}", "**{0}**\n\nそうなるから。"])
def test_a_verdict_alone_beneath_a_numbered_statement(told: str) -> None:
    said = "\n\n".join(
        f"({n}) {s}\n\n{told.format(v)}" for n, s, v in ((1, "水は0度で凍る。", "○"), (2, "金は錆びる。", "×"))
    )
    assert [key(each) for each in asked(f"# t\n\n正誤問題\n\n{said}\n")[0]] == [RIGHT, WRONG]


def test_reasons_behind_verdicts_beneath_statements_are_no_statements() -> None:
    beneath = "\n\n1. × 太陽は東から昇る。\n2. ○ 水は0度で凍るとされる。\n"
    said = "次の文の正誤を答えよ。\n\n1. 太陽は西から昇る。\n2. 水は0度で凍る。"
    questions, _ = asked(f"# t\n\n{said}\n\n<details><summary>答え</summary>{beneath}\n</details>\n")
    assert [key(each) for each in questions] == [WRONG, RIGHT]
    assert [each.stem[1].words for each in questions] == [("太陽は西から昇る。",), ("水は0度で凍る。",)]
