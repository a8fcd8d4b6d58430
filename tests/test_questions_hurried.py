"""Notes typed in a hurry: no question marks, and all that shows a question is what stands beneath a line."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text):
    """Return the keys of a text's questions, by their first line."""
    return {question.lines.first: key(question) for question in asked(text)[0]}


CHOICES = "１　うさぎ\n２　かめ\n３　くじら\n４　つばめ\n"
CIRCLED = "①うさぎ ②かめ ③くじら ④つばめ\n"
OUTLINE = "- 生きもの\n  - 覚え方は歌\n  - {}\n    - うさぎ\n    - うみがめ\n    - くじら\n    - 答：うさぎ\n"


@pytest.mark.parametrize("answer", ["こたえ４　渡り鳥", "答４　春に来る　秋に帰る", "正解④　渡り鳥", "こたえ4"])
def test_a_label_stands_right_behind_the_word_for_the_answer(answer):
    assert keys(f"問．南へ渡る\n{CHOICES}{answer}\n") == {1: ["4"]}


@pytest.mark.parametrize(
    "answer",
    [
        "こたえ４　かも",
        "こたえ４　３",
        "こたえ４　３かもしれない",
        "自分の答え４　渡り鳥",
        "こたえ４だと思う",
        "こたえ５　渡り鳥",
    ],
)
def test_but_no_doubt_and_no_list(answer):
    assert keys(f"問．南へ渡る\n{CHOICES}{answer}\n") == {}


def test_nor_what_may_be_the_questions_own_number():
    assert keys(f"問4　南へ渡るのはどれか\n{CHOICES}答4　二番かな\n") == {}
    assert keys(f"問4　南へ渡るのはどれか\n{CHOICES}答4　三番\n") == {}
    assert keys(f"問3　南へ渡るのはどれか\n{CHOICES}答4　渡り鳥\n") == {1: ["4"]}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("くじら　※肺で息をする", [["3"]]),
        ("くじら　※かめだった", []),
        ("くじら　※ではない", []),
        ("くじら　※たぶん", []),
    ],
)
def test_words_with_a_remark(answer, expected):
    assert list(keys(f"### 海のけもの\n- うさぎ\n- かめ\n- くじら\n\n答え：{answer}\n").values()) == expected


def test_two_choices_are_enough_behind_an_answered_question():
    text = "北へ行くと\nア　寒い\nイ　暑い\n答え　ア\n\n南へ行くと\nア　寒い\nイ　暑い\n答え　イ\n"
    assert keys(text) == {1: ["ア"], 6: ["イ"]}


def test_a_question_begins_beneath_another_one():
    text = f"問．海に住む\n{CHOICES}こたえ３\n\n問．南へ渡る\n{CHOICES}こたえ４　渡り鳥\n"
    assert keys(text) == {1: ["3"], 8: ["4"]}


@pytest.mark.parametrize("open_", ["→", "→⑤", "→①？？ 本では④だった気がする"])
def test_an_open_question_is_not_the_one_before(open_):
    text = f"渡り鳥は\n{CIRCLED}→④　秋に帰る\n\n■海\n海に住む\n{CIRCLED}{open_}\n"
    assert keys(text) == {1: ["4"]}


def test_a_sections_title_is_none_of_the_question():
    (question,) = asked(f"■海\n海に住むもの 2つ\n{CIRCLED}→②③　つばめは渡るだけ\n")[0]
    assert (question.lines.first, key(question), len(question.stem)) == (2, ["2", "3"], 1)
    (question,) = asked(f"■海に住むもの\nはどれ\n{CIRCLED}→③\n")[0]
    assert question.lines.first == 1


@pytest.mark.parametrize(
    "text",
    [
        f"手順\n{CIRCLED}→ 次へ進む\n",
        "歩く順番\n①校門\n②公園\n③駅\n→ ②へ戻る\n",
        "班の人数\n①八人\n②九人\n③七人\n→ 2が多い\n",
    ],
)
def test_an_arrow_beneath_a_list_asks_nothing(text):
    assert keys(text) == {}


@pytest.mark.parametrize("stem", ["雪の山で白い", "つぎに飼うなら耳の長さ", "耳が長いのは"])
def test_an_outlines_item_with_choices_and_the_answer_within(stem):
    other = "  - 甲羅をもつ\n    - うさぎ\n    - うみがめ\n    - くじら\n    - 答：\n      うみがめ\n"
    assert list(keys(OUTLINE.format(stem) + other).values()) == [["1"], ["2"]]


@pytest.mark.parametrize("answer", ["答：", "答：つばめ", "答：うさぎ…だったかな。わからん", "うさぎ"])
def test_but_none_without_one_that_fits(answer):
    assert keys(OUTLINE.format("雪の山で白い").replace("答：うさぎ", answer)) == {}


def short(answer, *choices):
    """Return the keys where an answer leaves out a part of a choice."""
    items = "".join(f"  - {choice}\n" for choice in choices)
    return list(keys(f"- 夏に増えるもの\n{items}  - 答：{answer}\n").values())


def test_an_answer_may_leave_out_what_any_reader_adds():
    assert short("ミドリムシ", "ミドリムシ類", "ケイ藻", "ワカメ") == [["1"]]
    assert short("A、K", "ビタミンA", "ビタミンC", "ビタミンD", "ビタミンK") == [["1", "4"]]


def test_but_not_what_changes_it():
    assert short("反比例", "反比例しない", "比例する", "無関係") == []
    assert short("酸性化", "酸性化不良", "中性", "塩基性") == []
    assert short("ミドリムシ", "ミドリムシ類", "ミドリムシ属", "ワカメ") == []
    assert short("C", "ビタミンA", "ビタミンC", "ビタミンD") == []  # the third?
    assert short("2", "第10", "第12", "第15") == []


def test_what_kind_a_question_is_stands_before_it():
    text = (
        "穴うめ．海で最も大きな動物を（　　　）という\nこたえ　シロナガスクジラ　※歯はない\n\n"
        "穴うめ．甲羅をもつ爬虫類を（　　　）という\nこたえ　カメ\n\n"
        "マルバツ．クジラは魚である\nこたえ　×　哺乳類　肺で息をする\n\n"
        "マルバツ．ツバメは南へ渡る\nこたえ　◯\n\n"
        f"問．南へ渡る\n{CHOICES}こたえ４\n"
    )
    assert keys(text) == {1: ["シロナガスクジラ"], 4: ["カメ"], 7: ["2"], 10: ["1"], 13: ["4"]}


def test_and_a_doubt_leaves_it_unasked():
    text = "穴うめ．海の動物を（　　　）という\nこたえ　クジラ？\n\nマルバツ．クジラは魚である\nこたえ　×　たぶん\n"
    assert keys(text) == {}


CHECKED = "理科ノート\n\n答えは（　）の中に自分で書き込んだもの、丸つけ済み。\n\n## 小テスト\n\n"
ROW = "    (1) かめ  (2) うさぎ  (3) くじら  (4) つばめ\n"


def test_brackets_hold_the_answer_where_the_file_says_that_it_was_corrected():
    text = (
        f"{CHECKED}1. 海に住むものを選べ（ 3 ）\n{ROW}2. 南へ渡るのは（4）\n{ROW}"
        f"3. 陸を歩くものを2つ選べ（ 1, 2 ）\n{ROW}"
        "4. 海で最も大きな動物は `____` である　［ クジラ ］\n"
    )
    assert list(keys(text).values()) == [["3"], ["4"], ["1", "2"], ["クジラ"]]


@pytest.mark.parametrize(
    "intro",
    [
        "かっこには自分の答えを書いた。",
        "答えは（　）の中に自分で書き込んだもの。",
        "答えは（　）の中に自分で書き込む。丸つけはまだ。",
        "章の終わりに小テスト。",
    ],
)
def test_but_not_where_it_may_be_the_learners(intro):
    text = (
        f"理科ノート\n\n{intro}\n\n## 小テスト\n\n1. 海に住むもの（ 3 ）\n{ROW}2. 海の動物は `____` だ　［ クジラ ］\n"
    )
    assert keys(text) == {}


@pytest.mark.parametrize(
    "line", ["海に住むもの（ 3 ）×", "× 海に住むもの（ 3 ）", "海に住むもの（ 3？ ）", "海に住むもの（　）"]
)
def test_nor_where_it_went_wrong_or_is_open(line):
    assert keys(f"{CHECKED}1. {line}\n{ROW}") == {}
