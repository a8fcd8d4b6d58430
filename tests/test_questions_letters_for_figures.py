"""Lists of answers in letters to questions whose choices have figures."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ASKS = """\
## 練習問題1-1
最も高い山はどれですか。
1. 富士山
2. 北岳
3. 槍ヶ岳

## 練習問題1-2
島に当たるものを2つ選びなさい。
1. 佐渡
2. 琵琶
3. 淡路

"""


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions with choices."""
    return [key(each) for each in asked(text)[0]]


@pytest.mark.parametrize("told", ["1-1: A\n1-2: A, C\n", "1-1: a\n1-2: a、c\n", "1-1 … A\n1-2 … A・C\n"])
def test_letters_count_places(told: str) -> None:
    assert keys(f"{_ASKS}## 答え\n{told}") == [["1"], ["1", "3"]]


@pytest.mark.parametrize("told", ["1-1: D\n1-2: A\n", "1-1: Aかも\n1-2: A, Bかも\n"])
def test_letters_that_do_not_fit_answer_nothing(told: str) -> None:
    assert keys(f"{_ASKS}## 答え\n{told}") == []


def test_letters_that_the_choices_have_themselves_answer_nothing() -> None:
    text = _ASKS.replace("北岳", "A と B の両方").replace("琵琶", "B だけ")
    assert keys(f"{text}## 答え\n1-1: A\n1-2: A, C\n") == []


def test_letter_in_brackets_behind_a_question_may_be_the_gaps_name() -> None:
    assert keys("## 問1\n\n空欄に入る山はどれか。（　B　）\n\n1. 富士山\n2. 北岳\n3. 槍ヶ岳\n") == []


@pytest.mark.parametrize("told", ["1-1: A\n1-2: 1, 3\n", "1-1: 1\n1-2: a、c\n"])
def test_a_letter_among_figures_is_a_slip(told: str) -> None:
    assert len(keys(f"{_ASKS}## 答え\n{told}")) == 1


_BENEATH = "{}\n\n### 問1\n\n高い山はどれですか。\n\n1. 富士山\n2. 北岳\n3. 槍ヶ岳\n\n**正解: A**\n"


@pytest.mark.parametrize(
    "said", ["正解はA〜Dで書く（1番目＝A）。", "選択肢の番号は 1=A、2=B と読む。", "答えのA〜Cは1〜3のこと。"]
)
def test_letters_count_places_where_the_file_says_so(said: str) -> None:
    assert keys(_BENEATH.format(said)) == [["1"]]


@pytest.mark.parametrize("said", ["", "正解はA〜Dで書く。", "A=1 のとき真になる。", "答えの A = 12 とする。"])
def test_letters_say_nothing_beneath_figures_else(said: str) -> None:
    assert keys(_BENEATH.format(said)) == []
