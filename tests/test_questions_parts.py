"""Questions that are numbered by part, and lists of answers that are."""

from __future__ import annotations

import re

import pytest

from support.asking import asked, key

LETTERED = """# 三択

## A 年金

A-1【○×】付加保険料は、月額400円である。

A-2【三択】最長で（　）である。
1) 2年 / 2) 3年 / 3) 5年

A-3【三択】「毎年」積み立てるときの係数は（　）である。
1) 終価係数 / 2) 年金終価係数 / 3) 減債基金係数

> [!success]- A の解答
> A-1 ○　付加年金は200円。税率は20％
> A-2 1)　退職の翌日から20日以内
> A-3 ~~2)~~　←ちがうと指摘あり
"""

BENEATH_PARTS = """# プリント

## １　正誤問題

(1) カール大帝は帝冠を授けられた。
(2) フランク王国は2つに分割された。

## ２　空所補充

(1) 皇帝がゆるしを請うた事件を【　　　】という。
(2) 農民の反乱を【　　　】の乱という。

## ３　四択問題

問１　改宗した宗派はどれか。
　ａ　アリウス派
　ｂ　ネストリウス派
　ｃ　アタナシウス派

## 解答・解説（切り取って配る）

１
　(1) ○
　(2) ×　3つに分割された。

２
　(1) カノッサの屈辱
　(2)

３
　問１　ｃ　…正統派。
"""


def _asked(notes: str) -> list[tuple[int, list[str]]]:
    return [(question.lines.first, key(question)) for question in asked(notes.encode())[0]]


def test_numbers_by_a_parts_letter_are_answered_by_them() -> None:
    assert _asked(LETTERED) == [(5, ["1"]), (7, ["1"])]  # A-3's answer is struck out


def test_an_explanation_in_a_list_of_answers_keeps_its_percent_sign() -> None:
    first = asked(LETTERED.encode())[0][0]

    assert [part.words for part in first.explanation] == [("付加年金は200円。税率は20％",)]


def test_answers_beneath_the_number_of_a_part_are_that_parts() -> None:
    assert _asked(BENEATH_PARTS) == [(5, ["1"]), (6, ["2"]), (10, ["カノッサの屈辱"]), (15, ["C"])]


def test_a_blank_entry_above_others_is_no_part() -> None:
    shifted = BENEATH_PARTS.replace("１\n　(1) ○\n　(2) ×　3つに分割された。", "１\n　(2) ×　3つに分割された。")

    assert (5, ["1"]) not in _asked(shifted)


def test_a_list_of_answers_that_is_somebodys_own_answers_nothing() -> None:
    assert _asked(BENEATH_PARTS.replace("切り取って配る", "自分の")) == []


@pytest.mark.parametrize(
    ("remark", "left"),
    [
        ("※A-2は要確認", [5]),
        ("5/1 A-2 について指摘をもらった（未対応）", [5]),
        ("A-1とA-2は答えが間違っているらしい", []),
        ("5/1 A-2 を追加", [5, 7]),
    ],
)
def test_a_remark_on_a_number_by_part_withdraws_that_one(remark: str, left: list[int]) -> None:
    assert [line for line, _ in _asked(f"{LETTERED}\n## 履歴\n\n- {remark}\n")] == left


def test_a_remark_on_a_part_and_a_number_withdraws_what_has_that_number() -> None:
    assert _asked(f"{BENEATH_PARTS}\n## メモ\n\n※2の(1)は要確認\n") == [(6, ["2"])]


@pytest.mark.parametrize("number", ["【{}】", "({}) ", "問{}　"])
def test_numbers_by_part_may_stand_in_brackets(number: str) -> None:
    written = re.sub(r"(?m)^(> )?(A-\d)", lambda found: (found[1] or "") + number.format(found[2]), LETTERED)

    assert (7, ["1"]) in _asked(written)


@pytest.mark.parametrize("names", [("Ⅰ", "Ⅱ", "Ⅲ"), ("【１】", "【２】", "【３】"), ("大問1", "大問2", "大問3")])
def test_parts_are_counted_in_many_ways(names: tuple[str, str, str]) -> None:
    written = BENEATH_PARTS
    for figure, name in zip("１２３", names, strict=True):
        written = written.replace(f"## {figure}　", f"## {name}　").replace(f"\n{figure}\n", f"\n{name}\n")

    assert _asked(written) == _asked(BENEATH_PARTS)


def test_a_part_and_its_answers_may_stand_on_one_line() -> None:
    asks = BENEATH_PARTS.partition("\n１\n")[0]

    assert _asked(f"{asks}\n１　(1) ○　(2) ×\n２　(1) カノッサの屈辱\n") == [(5, ["1"]), (6, ["2"])]
    assert _asked(f"{asks}\n1 (1) 2 (2) 3 (1)\n") == []  # or 1 is (1), 2 is (2)
