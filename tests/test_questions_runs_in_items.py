"""Runs of questions with choices side by side: where one ends, and whose line what stands beneath is."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> dict[int, list[str]]:
    return {question.lines.first: key(question) for question in asked(text)[0]}


BRACKETED = """# 三択

(7) 畑の水やりは一日に（　　）回まで。
　1) 一　2) 二　3) 三

(8) 種をまいた人が水やりを忘れた場合に枯れるのは
　1) 芽　2) 葉　3) 根

(9) 畑の土は、雨が続くと一般に
　1) 乾く　2) 変わらない　3) 固まる

(10) 苗は芽が出てから（　　）日で植えかえる
　1) 五　2) 十　3) 二十

> 芽は五日、葉は十日

---

### 解答

(7)2　(9)3　(8)~~1~~ ←写し間違い　(10)1
"""


def test_a_number_in_brackets_above_choices_begins_the_next_question_whatever_its_words_are():
    assert keys(BRACKETED) == {3: ["2"], 9: ["3"], 12: ["1"]}


def test_a_doubt_behind_the_last_answer_of_a_row_may_be_of_all_of_them():
    assert 12 not in keys(BRACKETED.replace("(10)1", "(10)1 ←写し間違い"))


def test_statements_with_numbers_in_brackets_are_one_question():
    text = (
        "(1) 次の記述のうち、正しいものの組み合わせはどれか。\n\n(2) 土は軽い。\n\n(3) 砂は重い。\n"
        "　1) 二だけ　2) 三だけ　3) 両方\n\n正解：2\n"
    )
    assert list(keys(text).values()) in ([["2"]], [])


def test_a_question_does_not_hold_another_run_of_choices():
    first = "問7 畑の水やりは一日に（　　）回まで。\n1) 一\n2) 二\n3) 三\n"
    text = f"{first}種をまいた人が忘れると\n1) 芽\n2) 葉\n3) 根\n\n正解：2\n"
    assert keys(text) == {}


def test_a_figure_with_a_comma_explains_a_verdict_and_is_no_second_answer():
    text = (
        "# 正誤（○か×か）\n\n(1) 花壇は2,000円まで無料である。\n(2) 柵は木で作る。\n(3) 池のまわりには石を置く。\n\n"
        "### 解答\n\n(1)×　(2)○　(3)○\n\n(1) 1,000円まで\n"
    )
    assert keys(text) == {3: ["2"], 4: ["1"], 5: ["1"]}


ITEM = "1. 花壇に合う柵は。\n   イ．木の柵　ロ．石の柵　ハ．竹の柵　ニ．鉄の柵\n\n   {}\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("半分で1m、足して4mになるからイ。単位を忘れない。", {1: ["イ"]}),
        ("石だけは特別で重い、つまりロ。5本になるとハ。", {1: ["ロ"]}),
        ("ロだと元に戻る。だから2本だけのハ。", {1: ["ハ"]}),
        ("正解はニ。", {1: ["ニ"]}),
        ("花壇に一番近いのはニしかない。ハは高さが倍なので落とし穴。", {1: ["ニ"]}),
        ("夏だからロと思いがちだけど咲くのは春。春の区分なのでイでいい。", {1: ["イ"]}),
        ("誤っているのはニしかない。", {}),
        ("例えば、長いのはニしかない。", {}),
        ("長いのはニしかないけど、ハも長い。", {}),
        ("イと思う。", {}),
        ("夏も秋も関係ない。ロの柵。", {}),  # as all of them are
        ("高さと重さ、この二つ。イかハで迷った。", {}),
        ("ニだとは思うが、花壇で確かめる。", {}),
        ("高さはどれも同じ。", {}),
    ],
)
def test_a_paragraph_beneath_an_items_choices_is_the_questions(said, expected):
    assert keys(ITEM.format(said)) == expected


def test_a_choice_may_be_told_by_its_label_and_last_words():
    choices = "イ．町の大臣　ロ．山里の知事　ハ．村の長　ニ．川の主"
    text = f"1. 柵を許すのは。\n   {choices}\n\n   大臣は関係ない。{{}}\n"
    assert keys(text.format("ロの知事。")) == {1: ["ロ"]}
    assert keys(text.format("ロの主。")) == {}
    assert keys(text.format("ハの知事。")) == {}


def test_a_line_beneath_choices_of_their_own_lines_goes_on_with_the_last():
    text = "1. 花壇に合う柵は。\n   イ．木の柵\n   ロ．石の柵で、\n   高いもの\n\n   正解：ロ\n"
    assert [choice.words for choice in asked(text)[0][0].choices][-1] == ("石の柵で、高いもの",)
