"""Choices and answers told by a sign: a legend's sign as a bullet, a highlighted choice, an answer in brackets."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


SKY = "空の色は\n・赤\n★青\n・黄\n"
GRASS = "草の色は\n★緑\n・青\n・黄\n→ 葉の話\n"


def test_a_legends_sign_in_place_of_a_bullet():
    assert keys(f"★が正解です。\n\n## 色\n\n{SKY}\n{GRASS}") == [["2"], ["1"]]
    questions, _ = asked(f"★が正解です。\n\n## 色\n\n{SKY}")
    assert [plain(choice.words) for choice in questions[0].choices] == ["赤", "青", "黄"]


@pytest.mark.parametrize(
    "text",
    [
        f"## 色\n\n{SKY}",  # no legend
        f"★は大事なところ。\n\n## 色\n\n{SKY}",
        f"★が正解です。\n\n## 色\n\n{SKY}★緑\n(どっちかに★を付け間違えてる)\n",
        "★が正解です。\n\n## 色\n\n空の色でないのは\n・赤\n★青\n★黄\n",  # two, where one is asked for
        "★が正解です。\n\n## 色\n\n持っていくものは\n・傘\n★帽子\n・靴\n",
        "★が正解です。\n\n## 色\n\n青の話\n★空\n海\n",
    ],
)
def test_a_sign_that_tells_nothing_for_sure(text):
    assert keys(text) == []


@pytest.mark.parametrize("lit", ["==B. 青==", "B. ==青==", "==B. 青== "])
def test_a_choice_that_is_highlighted_with_its_label(lit):
    text = f"1. 空の色は?\n\t- A. 赤\n\t- {lit}\n\t- C. 黄\n"
    assert keys(text) == [["B"]]
    assert [plain(choice.words) for choice in asked(text)[0][0].choices] == ["赤", "青", "黄"]


BRACKETS = "かっこの中の数字が正答。\n\n"
LISTED = "\n 1 赤\n 2 青\n 3 黄\n\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{BRACKETS}空の色はどれか。〔2〕{LISTED}", [["2"]]), (f"{BRACKETS}空の色はどれか。(2){LISTED}", [["2"]]),
        (f"{BRACKETS}空の色はどれか。〔2〕{LISTED}草の色はどれか。〔 〕{LISTED}", [["2"]]),
        (f"{BRACKETS}空の色はどれか。〔2→3に訂正〕{LISTED}", []), (f"空の色はどれか。〔2〕{LISTED}", []),
        (f"{BRACKETS}空の色はどれか。〔〕{LISTED}", []),
        (f"自分の答えはかっこの中。\n\n空の色はどれか。〔2〕{LISTED}", []),
    ],
)  # fmt: skip
def test_an_answer_in_brackets_behind_its_question(text, wanted):
    assert keys(text) == wanted


CHOICES = "1. 赤\n2. 青\n3. 黄\n\n"
ENDS = "> 答えは行の最後に【】で書く。\n\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"### Q. 空の色は?\n{CHOICES}【2】\n\n### Q. 草の色は?\n{CHOICES}【1】\n", [["2"], ["1"]]),
        (f"{ENDS}### Q. 空の色は?\n{CHOICES}【2】 昼の話だから\n", [["2"]]),
        (f"{ENDS}### Q. 空の色は（　　　　）である。\n\n【青】\n", [["青"]]),
        # nobody could tell
        (f"### Q. 空の色は?\n{CHOICES}【2】 昼の話\n", []), (f"{ENDS}### Q. 空の色は?\n{CHOICES}【2】△\n", []),
        (f"{ENDS}### Q. 空の色は?\n{CHOICES}【1】\n【2】\n", []), (f"### やること\n{CHOICES}【2】まで済\n", []),
        (f"{ENDS}### Q. 空の色は?\n- C. 赤\n- A. 青\n- B. 黄\n\n【2】\n", []),
        (f"【1】空の色は?\n{CHOICES}【2】草の色は?\n{CHOICES}", []),
        (f"【1】\n空の色は?\n\n{CHOICES}【2】\n草の色は?\n\n{CHOICES}", []),
    ],
)  # fmt: skip
def test_an_answer_in_brackets_beneath_its_choices(text, wanted):
    assert keys(text) == wanted


def test_an_answer_in_brackets_before_its_question():
    text = "- [答 b] 空の色は何か\n  - a. 赤\n  - b. 青\n  - c. 黄\n"
    assert keys(text) == [["B"]]
    assert plain(asked(text)[0][0].stem[0].words) == "空の色は何か"
    assert keys(text.replace("[答 b]", "[答 b ?]")) == []
    assert keys(f"{text}\n### 直し\n- 空の色のやつ、答えは前の聞き方のとき。あとで直す\n") == []
    assert keys(f"{text}\n### メモ\n- 空の色のやつ、よく出る。\n") == [["B"]]


TWO = "1) 空(  )青い。\n ①が ②を ③に ④の\n\n2) 海(  )行く。\n ①が ②を ③に ④の\n\n"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("正解 1① 2③", [["1"], ["3"]]), ("答え：1① / 2③", [["1"], ["3"]]), ("正解 1-① 2-③", [["1"], ["3"]]),
        ("正解 2③ 1①", []), ("正解 1① 2③か④", []), ("1① 2③", []), ("自分の答え 1① 2③", []),
    ],
)  # fmt: skip
def test_numbers_with_their_answers_right_behind_them(said, wanted):
    assert keys(f"## 助詞\n\n{TWO}{said}\n") == wanted


ON_ONE_LINE = "● 色の順で先のもの　1 赤色　2 青色　3 黄色　{}\n\n● 「静かだ」は　1 動詞　2 形容詞　3 名詞　→ **1**"


@pytest.mark.parametrize(
    ("arrow", "wanted"),
    [
        ("→ **2**（波の長さ）", [["2"], ["1"]]), ("→ 2", [["2"], ["1"]]), ("→ **2か3**（調べる）", [["1"]]),
        ("", [["1"]]), ("→ 4", [["1"]]),
    ],
)  # fmt: skip
def test_a_question_with_its_choices_and_an_arrow_on_one_line(arrow, wanted):
    assert keys(f"# N\n\n{ON_ONE_LINE.format(arrow)}") == wanted


def test_how_many_statements_are_wanted_begins_a_question():
    choices = "A. 赤い\nB. 青い\nC. 黄色い\n\n"
    text = f"空の色は?\n\n{choices}- 正解：B\n\n色に関する正しい記述を2つ\n\n{choices}- 正解：{{}}\n"
    assert keys(text.format("B, C")) == [["B"], ["B", "C"]]
    assert keys(text.format("B")) == [["B"]]


ROMAN = "**Q1** 空の色は?\n i. 赤{}\n ii. 青{}\n iii. 黄{}\n\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (ROMAN.format("", " ✔", ""), [["II"]]), (ROMAN.format("", "", "") + "答え：ii\n", [["II"]]),
        (ROMAN.replace("色は?", "色はどれか。（2つ）").format(" ✔", "", " ✔"), [["I", "III"]]),
        (ROMAN.replace("色は?", "色はどれか。（2つ）").format("", "", "") + "答え：i, iii\n", [["I", "III"]]),
        (ROMAN.format("", " ✔✔✔", " ✔"), []), (ROMAN.format("", " ✔✔", ""), []),  # votes
        (ROMAN.format("", " ✔", "") + "Q1の✔は消し忘れ。\n", []), (ROMAN.format("", "", "") + "答え：iv\n", []),
    ],
)  # fmt: skip
def test_choices_with_roman_figures(text, wanted):
    assert keys(f"# N\n\n✔がついてるのが答え。\n\n{text}") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("A…ロ", [["ロ"]]), ("A…1番目か2番目", []), ("＝　ロ", [["ロ"]]), ("＝　ロ　（昼の話）", [["ロ"]]),
        ("＝　ロ　（これは②の答えを書いてました）", []), ("＝　ロック", []), ("**こたえ ロ**　ハは砂の色", [["ロ"]]),
        ("こたえ ロ　ハも正解", []), ("\n**解答** 昼の光なので青。", [["ロ"]]), ("\n**解答** 昼の光なので青か黄。", []),
        ("\n昼なのでロと覚えた。", [["ロ"]]),
    ],
)  # fmt: skip
def test_short_answers(said, wanted):
    assert keys(f"1) 空の色は。\nイ. 赤\nロ. 青\nハ. 黄\n{said}\n") == wanted


def test_a_table_of_keys_for_choices_on_one_line():
    words = "1. The sky was (   ) today.\n   1 blue  2 green  3 pink\n\n"
    words += "2. The sea is (   ) now.\n   1 dry  2 wet  3 red\n\n"
    table = "| No. | Key | memo |\n|--|--|--|\n| 1 | 1 | {} |\n| 2 | {} | 海 |\n"
    assert keys(words + table.format("空", "2")) == [["1"], ["2"]]
    assert keys(words + table.format("空", "2 / 3")) == [["1"]]
    assert keys(words + table.format("どちらでも入るのでは…", "2")) == []  # one answer makes no list
    assert keys(words + table.format("空", "—")) == []


def test_a_legend_that_tells_where_its_sign_is_put():
    text = (
        "答えはその選択肢の後ろに◎をつける。\n\n**問一**　誤っているのは\n 1. 空は青い\n 2. 草は赤い ◎\n 3. 雪は白い\n"
    )
    assert keys(f"# N\n\n{text}") == [["2"]]
    assert keys(f"# N\n\n{text}".replace("答えは", "迷ったら")) == []


def test_a_gap_beneath_its_title_with_an_arrow():
    text = "### {}\n\n空の色を決めるのが【　　　　　】である。\n\n→ 散乱\n"
    assert keys(text.format("穴埋め")) == [["散乱"]]
    assert keys(text.format("空の話")) == []


def test_combinations_in_a_table_whose_labels_have_no_head():
    text = "### 第1問\n\n正誤の組み合わせとして正しいものを選べ。\n\n(a) 空は青い。\n(b) 草は赤い。\n\n"
    table = "| | (a) | (b) |\n|--|--|--|\n| ① | 正 | 正 |\n| ② | 正 | 誤 |\n| ③ | 誤 | 誤 |\n\n"
    assert keys(f"{text}{table}(a)は正。(b)は誤。よって②。\n") == [["2"]]


def test_an_item_behind_one_with_its_own_choices_begins_anew():
    text = "1. 空の色はどれか。\n   ① 赤\n   ② 青\n   ③ 黄\n\n2. 【○×】空は昼でも赤い。\n\n"
    assert keys(f"{text}## こたえ\n\n| 番号 | 答 |\n|--|--|\n| 1 | ② |\n| 2 | × |\n") == [["2"], ["2"]]


def test_numbers_of_parts_begin_questions():
    text = "## 4章\n\n4-1 空の色は?\n\nA) 赤\nB) 青\n\n答え：B\n\n4-2 空は昼でも赤い。(正しい / 誤り)\n\n答え：誤り\n"
    assert keys(text) == [["B"], ["2"]]


@pytest.mark.parametrize(
    "text",
    [
        "## メモ\n\n次の手順は\n1. 赤\n2. 青\n3. 黄\n\n【2】\n",
        "自分の答えは【】に書いた。\n\n### Q. 空の色は?\n1. 赤\n2. 青\n3. 黄\n\n【2】\n",
        "【】の中は年度。\n\n### Q. 空の色は?\n1. 赤\n2. 青\n3. 黄\n\n【2】\n",
        "かっこの中は配点。\n\n空の色はどれか。(2)\n1 赤\n2 青\n3 黄\n",
        "## 次やることは?\n i. 電源 ✔\n ii. 画面\n iii. 音\n",
        "### 問1 式はどれか。\n\nA. 赤\nB. 青\nC. 黄\n\n= A + B\n",
    ],
)
def test_brackets_and_signs_of_something_else(text):
    assert keys(text) == []
