"""Choices without labels on one line that is called choices."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key

_ASKS = "## 問1\n\n水が氷になるのは状態変化か、化学変化か。\n\n"


@pytest.mark.parametrize(
    "line", ["{}状態変化 / 化学変化", "{}状態変化／化学変化", "{}状態変化、化学変化", "**{}状態変化 | 化学変化**"]
)
@pytest.mark.parametrize("name", ["選択肢：", "選択: ", "【選択肢】", "候補："])
def test_words_apart_on_a_line_that_is_called_choices(line: str, name: str) -> None:
    (question,) = asked(f"{_ASKS}{line.format(name)}\n\n答え：化学変化\n")[0]
    assert [plain(choice.words) for choice in question.choices] == ["状態変化", "化学変化"]
    assert key(question) == ["2"]
    assert [plain(part.words) for part in question.stem] == ["水が氷になるのは状態変化か、化学変化か。"]


def test_name_may_stand_on_a_line_of_its_own() -> None:
    assert [key(each) for each in asked(f"{_ASKS}選択肢：\n状態変化 / 化学変化\n\n答え：状態変化\n")[0]] == [["1"]]


def test_choices_may_stand_with_the_answer_in_its_fold() -> None:
    fold = "<details><summary>解答</summary>\n\n**選択: 状態変化 / 化学変化**\n**答: 状態変化**\n\n</details>\n"
    assert [key(each) for each in asked(f"{_ASKS}{fold}")[0]] == [["1"]]


@pytest.mark.parametrize(
    "beneath",
    [
        "自分の答え：化学変化\n",
        "答え：たぶん化学変化\n",
        "答え：3\n",
        "答え：化学変化\n訂正：状態変化\n",
        "(1) 氷は（　）する。\n(2) 鉄は（　）する。\n\n答え：状態変化、化学変化\n",  # a bank of words
    ],
)
def test_nothing_is_asked_where_the_answer_is_none_for_sure(beneath: str) -> None:
    assert asked(f"{_ASKS}選択肢：状態変化 / 化学変化\n\n{beneath}")[0] == []


def test_figures_are_no_labels_where_they_are_the_choices() -> None:
    (question,) = asked("## 問1\n\n水分子にある水素原子の数はどれか。\n\n選択肢：2 / 1 / 3\n\n答え：2\n")[0]
    assert key(question) == ["1"]


def test_braces_of_formulas_are_no_gaps_to_fill_from_the_choices() -> None:
    fold = "**選択: 有理数 / 無理数**\n**答: 有理数**\n\n"
    fold += "$0.\\overline{3}=\\frac{1}{3}$ と表せるので、$\\frac{1}{3}$ は有理数。\n"
    assert [key(each) for each in asked(f"## 問1\n\n$0.\\overline{{3}}$ は有理数か、無理数か。\n\n{fold}")[0]] == [
        ["1"]
    ]
