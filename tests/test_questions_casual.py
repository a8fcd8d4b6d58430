"""Questions as people jot them down: cards on one line, circles on figures, answers in a row beneath a small test."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    """Return the keys of all questions of a text, in order."""
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ("1873年に出された（　　　）令::徴兵", [["徴兵"]]),
        ("1873年に出された（　　　）令::", []),
        ("灯油は第二石油類である。::○ 軽油も", [["1"]]),
        ("木炭の燃焼は分解燃焼である。::× 表面燃焼", [["2"]]),
        ("std::vector は可変長の配列である。", []),
    ],
)
def test_a_card_on_one_line_holds_a_gap_or_a_statement(card, expected):
    assert keys(f"# N\n\n{card}\n") == expected


def test_a_card_ends_the_question_above_it():
    text = "# N\n\n酸性なのはどれか\n(1) 酢\n(2) 水\n(3) 石けん\n?\n(1)\n\n酢は酸性である。::○\n"
    assert keys(text) == [["1"], ["1"]]


@pytest.mark.parametrize("circle", ["◯", "○", "✓"])
@pytest.mark.parametrize(
    "choices", ["　1 ために　2 のに　{}3 ように　4 ことに", "　1 ために\n　2 のに\n{}3 ように\n　4 ことに"]
)
def test_a_circle_right_before_a_figure_marks_the_choice(circle, choices):
    offered = choices.format(circle)
    text = f"# N\n\n1) 忘れない（　　）、書きます。\n{offered}\n\n2) 雨が（　　）。\n{offered}\n"
    assert keys(text) == [["3"], ["3"]]


@pytest.mark.parametrize("row", ["ア 夏に　イ 秋に　○ウ 冬に", "1.夏に 2.秋に ○3.冬に", "A. 夏に\nB. 秋に\n○C. 冬に"])
def test_a_circle_stands_before_any_label(row):
    (found,) = asked(f"# N\n\n問1 雪が（　　）降る。\n{row}\n")[0]
    assert [choice.words for choice in found.choices if choice.right] == [("冬に",)]


@pytest.mark.parametrize("card", ["最大は？ ア 木星 イ 土星 ウ 火星::ア", "最大は？ (a) 木星 (b) 土星 (c) 火星 :: (a)"])
def test_a_card_may_hold_the_choices(card):
    (found,) = asked(f"# N\n\n{card}\n")[0]
    assert [choice.words for choice in found.choices if choice.right] == [("木星",)]


def test_two_circles_mark_none():
    assert keys("# N\n\n1) 来た（　　）のころ。\n　1 まま　◯2 ばかり　3 ところ　◯4 だけ\n") == []


SMALL_TEST = (
    "# N\n\n小テスト\n1. 身分制の議会を（　　）という。\n2. 襲撃されたのは？ a.宮殿 b.牢獄 c.大聖堂\n"
    "3. 貴族の身分は（　　）身分。\n\n"
)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("答 1 三部会 2 b 3 第二", [["三部会"], ["B"], ["第二"]]),
        ("答 1 三部会 2 b 3 第二\n→3だけミス", [["三部会"], ["B"], ["第二"]]),
        ("答え：1三部会 2b 3第二", [["三部会"], ["B"], ["第二"]]),
        ("解答 (1)三部会、(2)b、(3)第二", [["三部会"], ["B"], ["第二"]]),
        ("自分の答え 1 三部会 2 b 3 第二", []),
        ("答え 1○ 2× 3×", []),
        ("答 1 三部会 5 b 9 第二", []),
    ],
)
def test_answers_in_a_row_beneath_a_small_test(answers, expected):
    assert keys(SMALL_TEST + answers + "\n") == expected


def test_a_title_of_answers_may_have_a_note_and_a_figure_may_begin_a_question():
    text = (
        "# N\n\n## もんだい1\n有効期間はどれ？\n① 3年\n② 5年\n③ 10年\n\n## もんだい2\n1.5Vの電池を2こ。何V？\n"
        "① 1.5V　② 3V　③ 6V\n\n# こたえ（見ないで!!）\n\n1 … ②\n2 … ②　直列\n"
    )
    assert keys(text) == [["2"], ["2"]]


@pytest.mark.parametrize(
    ("remark", "expected"),
    [("↑2は友達が作った問題", [["2"]]), ("↑は友達の答え", [])],
)
def test_a_remark_on_a_number_is_on_no_other_question(remark, expected):
    text = "# N\n\n問1 上限は\n 1 1割\n 2 2割\n 3 3割\n答え 2\n\n問2 期間は\n 1 1か月\n 2 2か月\n 3 3か月\n\n"
    assert keys(f"{text}{remark}\n") == expected


def test_what_is_not_such_a_thing_is_no_second_thought():
    rows = "| A | EBS | ディスク |\n| B | S3 | せいかい。倉庫 |\n| C | Lambda | 保存するものじゃない |\n"
    assert keys(f"# N\n\nどのサービス？\n\n| | 選択肢 | なんで |\n|---|---|---|\n{rows}") == [["B"]]


@pytest.mark.parametrize(("answer", "expected"), [("ハ!", [["ハ"]]), ("イ\n↑コピペ直し忘れ", [])])
def test_an_answer_may_be_called_out_and_what_was_not_replaced_is_none(answer, expected):
    assert keys(f"# N\n\n**問1** 交付するのは\nイ. 大臣\nロ. 市長\nハ. 知事\n\n答え\n\n{answer}\n") == expected


def test_where_ticks_are_answers_a_question_may_be_a_thing_of_something():
    boxes = "- [ ] 赤\n- [x] 青\n- [ ] 白\n- [ ] 黒\n\n"
    asking = "".join(
        f"{stem}\n{boxes}" for stem in ("止まる色はどれか", "海はどう見える？", "じゃがいもの芽の毒", "1gは何kcal")
    )
    assert keys(f"# N\n\nチェックがついてるのが答え。\n\n{asking}") == [["2"]] * 4
    assert keys(f"# N\n\nチェックがついてるのが答え。\n\n止まる色はどれか\n{boxes}今日の予定\n{boxes}") == [["2"]]


def test_which_of_two_asks():
    first = "右はどれか\n１）左\n２）右\n３）上\nこたえ　２\n"
    second = "避けるのはどちらか\n１）左に見る\n２）右に見る\n３）大\nこたえ　２\n"
    assert keys(f"# N\n\n{first}\n{second}") == [["2"], ["2"]]


def test_circled_choices_of_a_file_need_no_question_where_several_have_one():
    asking = "".join(
        f"{number}) {number}日は雨が（　　）降った。\n　1 よく　2 もう　◯3 また　4 まだ\n\n" for number in range(1, 4)
    )
    beneath = "4) つえを使う人の、介護者の立つところ\n◯1 右うしろ\n　2 左まえ\n　3 左うしろ\n"
    stated = beneath.replace("　3 左うしろ", "　3 左うしろ\n　4 遠く")
    assert keys(f"# N\n\n{asking}{stated}") == [["3"], ["3"], ["3"], ["1"]]
    assert keys(f"# N\n\n{asking}{beneath}") == [["3"], ["3"], ["3"]]
    assert keys(f"# N\n\n{stated}") == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("細いと切れる。だからウの4mm。", [["ウ"]]),
        ("細いと切れる。だからウの2mm。", []),
        ("2mmも3mmも細い。残るのはウ。", [["ウ"]]),
        ("2mmも3mmも細い。残るのはウかイ。", []),
    ],
)
def test_an_explanation_may_conclude_with_a_choice_and_its_words_or_with_what_is_left(said, expected):
    assert keys(f"# N\n\n・ワイヤーの太さは\n　ア 2mm以上　イ 3mm以上　ウ 4mm以上\n\n{said}\n") == expected


@pytest.mark.parametrize(("said", "expected"), [("見る。X症の代表が甘草", []), ("見る。X症の代表が麻黄", [["B"]])])
def test_what_the_question_is_about_is_typical_of_another_choice(said, expected):
    choices = "    - a. 貧血\n    - b. 肺炎\n    - c. X症\n"
    assert keys(f"# N\n\n- **Q.** 甘草で気をつける副作用は\n{choices}    - 👉 **b**　{said}\n") == expected


def test_a_word_behind_a_figure_is_no_label():
    row = "1.20年 2.30年 3.50年\n"
    text = f"# N\n\nQ1 遺留分は?\n{row}→2 ここだけ3分の1。他は違う年\n\nQ2 期間は?\n{row}→3\n\nQ3 期限は?\n{row}→1\n"
    assert keys(text) == [["2"], ["3"], ["1"]]
