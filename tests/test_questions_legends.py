"""What a file says of its own marks, wherever they stand: boxes within lists, signs before labels, cells of a table."""

from __future__ import annotations

import pytest

from support.asking import asked, key

NESTED = """# 金属

{}

## 一

- 電線に使うものはどれか
    - [ ] 鉛
    - [x] 銅
    - [ ] 鉄

    軽いのはアルミ。

- さびにくさの順位
    - [x] 金
    - [ ] 銅
    - [ ] 鉄
- 磁石につくもの
    - [ ] 金
    - [ ] 銅
    - [x] 鉄
"""
NUMBERED = """# 金属

{0}

(1) 電線に使うのはどれか。
　ア 鉛
　{1}
　ウ 銀

(2) さびにくい金属
　ア 鉄
　{2}
　ウ 鉛

(3) 磁石につくのはどれか。
　ア 銅
　{3}
　ウ 金
"""
TABLE = """# 金属

{0}

### 問1

{1}

| | 選択肢 | {2} |
|---|---|---|
| ア | 銅 | {3} |
| イ | 鉄 | {4} |
| ウ | 金 | {5} |
"""
COPPER, PLAIN = "電線に使うものはどれか。", "金属のノート。"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def test_boxes_within_a_list_are_each_items_own():
    assert keys(NESTED.format("チェックがついているのが正解。")) == [["2"], ["1"], ["3"]]
    assert keys(NESTED.format(PLAIN)) == [["2"]]


@pytest.mark.parametrize("told", ["チェックは復習済みのもの。", "チェックは自分が選んだもの。"])
def test_boxes_that_are_no_answers(told):
    assert keys(NESTED.format(told)) == []


def test_what_somebody_plans_among_such_questions_asks_nothing():
    text = NESTED.format("チェックがついているのが正解。").replace("磁石につくもの", "明日持っていくもの")
    assert keys(text) == [["2"], ["1"]]


@pytest.mark.parametrize(
    ("told", "choice"),
    [
        ("※太字が正解", "**イ {}**"), ("下線が正解です", "<u>イ {}</u>"), ("★印が答え", "★イ {}"),
        ("丸がついているのが正解", "○イ {}"), ("丸がついているのが正解", "◯ イ {}"), ("★つきが正解", "イ {}★"),
    ],
)  # fmt: skip
def test_a_mark_makes_a_question_of_what_is_numbered_like_those_that_ask(told, choice):
    choices = [choice.format(words) for words in ("銅", "金", "鉄")]
    assert keys(NUMBERED.format(told, *choices)) == [["イ"], ["イ"], ["イ"]]


@pytest.mark.parametrize(
    ("told", "choice"),
    [
        ("太字は自分の解答", "**イ {}**"), ("★は前回の答え", "★イ {}"), ("丸は自分が選んだもの", "○イ {}"),
        (PLAIN, "**イ {}**"), (PLAIN, "★イ {}"),
    ],
)  # fmt: skip
def test_a_mark_that_is_the_learners_or_told_of_nowhere(told, choice):
    choices = [choice.format(words) for words in ("銅", "金", "鉄")]
    assert keys(NUMBERED.format(told, *choices)) == []


@pytest.mark.parametrize("head", ["コメント", "感想"])
def test_a_column_whose_cells_begin_with_marks_judges_the_choices(head):
    assert keys(TABLE.format(PLAIN, COPPER, head, "○ 安い", "× さびる", "× 高い")) == [["ア"]]
    not_so = "電線に使わないものはどれか。"
    assert keys(TABLE.format(PLAIN, not_so, head, "○ 安い", "× さびる", "○ 高い")) == [["イ"]]
    assert keys(TABLE.format(PLAIN, not_so, head, "○ 安い", "× さびる", "× 高い")) == []
    wrong = "電線に使うものとして誤っているものはどれか。"
    assert keys(TABLE.format("答えにする選択肢に○", wrong, head, "○ 安い", "× さびる", "× 高い")) == [["ア"]]


@pytest.mark.parametrize(
    ("told", "head", "cells"),
    [
        ("○は自分の答え", "コメント", ("○ 安い", "× さびる", "× 高い")),
        ("自分の答えを表に書く。答えにする選択肢に○", "コメント", ("○", "×", "×")),
        (PLAIN, "私の判断", ("○ 安い", "× さびる", "× 高い")), (PLAIN, "1回目", ("○", "×", "×")),
        (PLAIN, "コメント", ("○ 安い", "× さびる", "高い")), (PLAIN, "コメント", ("○？ 安い", "× さびる", "× 高い")),
        (PLAIN, "コメント", ("○ ~~安い~~", "× さびる", "× 高い")),
    ],
)  # fmt: skip
def test_a_column_of_marks_that_are_the_learners_or_not_all_clear(told, head, cells):
    assert keys(TABLE.format(told, COPPER, head, *cells)) == []


def test_a_mark_that_was_forgotten():
    choices = [f"**イ {words}**" for words in ("銅", "金")]
    text = NUMBERED.format("※太字が正解", *choices, "イ 鉄")
    assert keys(text) == [["イ"]]
    assert keys(f"{text.rstrip()}\n　→ 太字わすれた、イ！ 金は貴金属\n") == [["イ"], ["イ"]]
    assert keys(f"{text.rstrip()}\n　→ 太字わすれた、たぶんイ\n") == [["イ"]]
    assert keys(f"{text.rstrip()}\n　→ 太字わすれた、イかウ\n") == [["イ"]]


BOLD = [
    ("電線に使うのはどれか。", ["鉛", "**銅**", "銀"]),
    ("さびにくいのはどれか。", ["**金**", "鉄", "鉛"]),
    ("電気を通さないのを2つ選べ。", ["**木**", "銅", "**紙**"]),
]
UNMARKED, TWO_BOLD = ("軽いのはどれか。", ["銅", "アルミ", "鉄"]), ("重いのはどれか。", ["**金**", "**鉛**", "木"])


def bold(questions: list[tuple[str, list[str]]], told: str = PLAIN) -> str:
    asking = (f"## 問{at}\n{stem}\n\n- " + "\n- ".join(words) for at, (stem, words) in enumerate(questions, 1))
    return f"# 金属\n\n{told}\n\n" + "\n\n".join(asking) + "\n"


def test_bold_choices_of_all_questions_answer_where_they_are_as_many_as_asked_for():
    assert keys(bold(BOLD)) == [["2"], ["1"], ["1", "3"]]


@pytest.mark.parametrize(
    "text",
    [
        bold(BOLD[:2]), bold([*BOLD, UNMARKED]), bold([*BOLD, TWO_BOLD]), bold([BOLD[1]] * 3),
        bold(BOLD, "太字は重要なもの。"), bold(BOLD, "太字は自分の答え。"), bold(BOLD, "太字は前回選んだもの。"),
        bold(BOLD) + "\n自分の答えは太字\n",
    ],
)  # fmt: skip
def test_bold_choices_that_may_be_something_else(text):
    assert keys(text) == []


def test_what_is_best_is_one_alone():
    best = "最も電線に適するものはどれか。"
    assert keys(TABLE.format(PLAIN, best, "コメント", "○ 安い", "× さびる", "○ 高い")) == []
    assert keys(TABLE.format(PLAIN, best, "コメント", "○ 安い", "× さびる", "× 高い")) == [["ア"]]


@pytest.mark.parametrize("words", ["足の**馬", "2**3 乗", "**"])
def test_signs_of_bold_within_a_choice_mark_nothing(words):
    asks = "## 問{}\n{}のはどれか。\n\n1. 亀\n2. {}\n3. 牛\n\n"
    bold = asks.format(2, "遅い", "馬").replace("亀", "**亀**")
    assert keys(f"# m\n\n正解の選択肢は**太字**。\n\n{asks.format(1, '速い', words)}{bold}") == [["1"]]
