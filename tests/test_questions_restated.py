"""Answers that repeat the right choices, and questions whose parts are items of a list."""

from __future__ import annotations

import pytest

from support.asking import asked, key

BULLETS = (
    "# 演習\n- 1.橋を渡れるもの\nA.荷車  \nB.潜水艦  \nC.気球\n\n"
    "- 2.夜に鳴くものを2つ\nA.ふくろう  \nB.石  \nC.こおろぎ\n\n"
    "- 3.氷を作る道具\nA.やかん  \nB.扇風機  \nC.冷凍庫\n\n---\n"
)
TITLE = "回答\n"
KEYS = "1\nA.荷車\n\n2\nA.ふくろう  \nC.こおろぎ\n\n3.道具\nC.冷凍庫\nほかは冷えない\n\nA.やかん:沸かす\n"


def keys(text: str) -> list[str]:
    return ["".join(key(each)) for each in asked(text)[0]]


def test_choices_repeated_beneath_their_numbers() -> None:
    assert keys(BULLETS + TITLE + KEYS) == ["A", "AC", "C"]


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("自分の回答\n", KEYS),
        ("", KEYS),
        (TITLE, KEYS.replace("A.荷車", "A.牛車").replace("C.冷凍庫", "C.冷蔵庫")),  # none of their choices
        (TITLE, KEYS + "\n1\nC.気球\n\n3\nB.扇風機\n"),  # answered twice
        (TITLE, "※答えは自信なし\n" + KEYS),
    ],
)
def test_repeated_choices_that_are_no_list_of_answers(title: str, given: str) -> None:
    assert len(keys(BULLETS + title + given)) <= 1


def test_an_answer_is_not_known_where_it_is_doubted() -> None:
    assert keys(BULLETS + TITLE + KEYS.replace("ほかは冷えない", "たぶん")) == ["A", "AC"]


RECORD = (
    "### 第1問\n\n- 問題文: 空を飛ぶ道具はどれですか？\n- 選択肢:\nA. 凧\nB. 下駄\nC. 鍋\n- 正解: {}\n- 分野: 遊び\n"
)


def test_choices_in_the_lines_of_an_item() -> None:
    assert keys(RECORD.format("A")) == ["A"]
    assert keys(RECORD.format("（並べ替え）")) == []
    listed = RECORD.replace("\nA. ", "\n    - ").replace("\nB. ", "\n    - ").replace("\nC. ", "\n    - ")
    (question,), _ = asked(listed.format("凧"))
    assert [choice.right for choice in question.choices] == [True, False, False]


def test_a_list_that_repeats_choices_is_the_answer_right_there() -> None:
    one = (
        "## 問題{}\n{}を2つ選びなさい。\n\n1. {}\n2. {}\n3. {}\n\n### 答え\n1. {}\n2. {}\n\n### 解説\n略さず読む。\n\n"
    )
    text = "# 章\n\n" + one.format(1, "果物", *"桃柿石桃柿") + one.format(2, "動物", *"犬猫岩犬猫")
    assert keys(text) == ["12", "12"]


SEA = "## Q1: 海の色はどれか？\n\n{}\n\n### 回答\n\n{}\n"
PLAIN = "- 赤\n- 青\n- 黄"


@pytest.mark.parametrize(
    ("choices", "again", "wanted"),
    [
        (PLAIN, "- [ ] 赤\n- [x] 青\n- [ ] 黄", "2"),
        (PLAIN, "[地図](http://example.com/)\n\n- [ ] 黄\n- [x] 青\n- [ ] 赤", "2"),
        ("- [ ] 赤\n- [ ] 青\n- [ ] 黄", "- [ ] 赤\n- [x] 青\n- [ ] 黄", "2"),
        ("A. 赤\nB. 青\nC. 黄", "- A. 赤 ×\n- B. 青 ○\n- C. 黄 ×", "B"),
        (PLAIN, "- 赤\n- 青 ✅\n- 黄", "2"),
        # nobody could tell
        (PLAIN, "- 赤\n- 青 ✅", ""),
        (PLAIN, "- [x] 赤\n- [x] 青\n- [x] 黄", ""),
        (PLAIN, "- [ ] 赤\n- [ ] 青\n- [ ] 黄", ""),
        (PLAIN, "- [ ] 赤\n- [x] 紺\n- [ ] 黄", ""),
    ],
)
def test_choices_that_stand_again_with_marks(choices: str, again: str, wanted: str) -> None:
    assert keys(SEA.format(choices, again)) == ([wanted] if wanted else [])


def test_a_field_for_answers_holds_the_book_s_only_in_a_box() -> None:
    text = f"## Q1: 海の色はどれか？\n\n### 選択肢\n\n{PLAIN}\n\n### 解答欄\n\n"
    assert keys(f"{text}:::details 解答を見る\n\n- [ ] 赤\n- [x] 青\n- [ ] 黄\n\n:::\n") == ["2"]
    assert keys(f"{text}青\n") == []
