"""Tables whose rows are cards (おもて | うら | メモ), and tables of choices with a column of marks."""

import pytest

from support.asking import asked, key


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


CARD = "| おもて | うら | メモ |\n|---|---|---|\n| {} | {} | {} |\n"
COLOUR = "量はどれか。<br>１．50L<br>２．200L<br>３．400L"


@pytest.mark.parametrize(
    ("front", "back", "note", "keys"),
    [
        (COLOUR, "２", "第一のもの", [["2"]]),
        (COLOUR, "２", "400から上なので夏でもよい、と講師", []),
        (COLOUR, "５", "", []),
        (COLOUR, "", "うらを書く前に寝た", []),
        (COLOUR, "~~２~~", "消した", []),
        (COLOUR, "２", "←別デッキのカードのうらが入ってしまった", []),
        ("火には、空気を断つ（＿＿）消火が有効である。", "窒息", "泡", [["窒息"]]),
        ("火には、空気を断つ（＿＿）消火が有効である。", "~~窒息~~", "泡", []),
        ("○か×か：流す速さを遅くするとよい。", "○", "", [["1"]]),
        ("○か×か：湿り気を低く保つとよい。", "○", "乾くと困るので、濡らすほうがよい", []),
        ("○か×か：写真は5年ごとに書き換える。", "？", "アプリでは○だった", []),
        ("【○×】鯨は魚の仲間である。", "× 哺乳類", "", [["2"]]),
        ("【○×】鯨は魚の仲間である。", "× と書いたら○だった", "", []),
        ("水", "H2O", "○", []),
    ],
)
def test_a_card_asks_what_its_front_does(front, back, note, keys):
    assert _keys(CARD.format(front, back, note)) == keys


def test_choices_may_stand_in_the_cell_of_the_question():
    note = "| 問題 | 解答 |\n|---|---|\n| 色はどれか。<br>ア 赤<br>イ 青<br>ウ 黄 | ウ |\n"
    assert _keys(note) == [["ウ"]]


MARKED = "# 過去問\n\n表の右に印をつける。**◎＝正解**、△＝自分。\n\n### 1．電気の量\n\n{}\n{}\n"
ROWS = "| | 選択肢 | 印 |\n|---|---|---|\n| イ | 赤いもの | {} |\n| ロ | 青いもの | {} |\n| ハ | 黄色いもの | {} |\n"


@pytest.mark.parametrize(
    ("marks", "said", "keys"),
    [
        (("", "◎", "△"), "", [["ロ"]]),
        (("", "◎", "◎"), "", []),
        (("", "", "△"), "", []),
        (("", "~~◎~~", ""), "", []),
        (("", "◎", ""), "これだけは「青いもの」とは言わない。", []),
        (("", "◎", ""), "これも「赤いもの」とは言わない。", [["ロ"]]),
    ],
)
def test_the_mark_that_the_file_calls_right_in_a_tables_column(marks, said, keys):
    assert _keys(MARKED.format(ROWS.format(*marks), said)) == keys


def test_the_file_may_change_its_mark():
    change = "2回目からは印を変える：**★＝正解**、◎＝自分の答え。\n\n### 2．電気の形\n\n"
    before = MARKED.format(ROWS.format("", "◎", ""), "")
    assert _keys(before + change + ROWS.format("★", "◎", "")) == [["ロ"], ["イ"]]
    assert _keys(before + change + ROWS.format("", "◎", "")) == [["ロ"]]
    listed = "# 過去問\n\n◎＝正解\n\n### 1．色はどれか\n\n- ◎ 赤\n- 青\n- 黄\n\n"
    again = "ここからは★＝正解、◎は自分の答え。\n\n### 2．形はどれか\n\n- {}丸\n- {}角\n- 線\n"
    assert _keys(listed + again.format("", "★ ")) == [["1"], ["2"]]
    assert _keys(listed + again.format("◎ ", "")) == [["1"]]


def test_a_column_of_marks_that_says_something_else_is_no_answer():
    note = "# 過去問\n\n●＝正解\n\n## 早見表\n\n| | 気温 | 雨 |\n|---|---|---|\n"
    assert _keys(note + "| ア | 高い | ● |\n| イ | 低い | |\n| ウ | 並 | |\n") == []
