"""Long study logs: outlines with situation, question and choices, and reasons that tell which choice is right."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


OUTLINE = (
    "## 1. 庭の水やり\n\n- 状況\n  - 畑が広い\n  - 旅行で三日いない\n- 問い\n  - 手間が最も少ない方法はどれか\n"
    "- 選択肢\n  - じょうろ\n    - 「じょうろ」は不正解です。毎日要ります。\n  - 自動の散水器\n    - {}\n"
    "  - バケツ\n    - 「バケツ」は不正解です。重い。\n"
)


@pytest.mark.parametrize(
    "said", ["正解です。時刻を決めておけます。", "留守でも動くので、これが正解です。", "留守でも動くので正解。"]
)
def test_an_outline_is_a_question_with_its_situation(said):
    (question,), _ = asked(OUTLINE.format(said))
    assert key(question) == ["2"]
    assert [plain(part.words) for part in question.stem] == [
        "状況",
        "畑が広い",
        "旅行で三日いない",
        "手間が最も少ない方法はどれか",
    ]


@pytest.mark.parametrize("said", ["不正解です。", "正解です。たぶん。", "あとで書く", "留守でも動くので正解かも。"])
def test_an_outline_without_a_sure_answer_asks_nothing(said):
    assert keys(OUTLINE.format(said)) == []


def test_an_outline_with_two_right_ones_asks_nothing():
    assert keys(OUTLINE.format("正解です。").replace("「バケツ」は不正解です。重い。", "正解です。安い。")) == []


ASKED = "**問題**\n紙を{}切る道具はどれか。\n\n"
WITH_REASONS = "A. のり\n→ {}\n\nB. はさみ\n→ {}\n\nC. 定規\n→ {}\n\n"


def days(*reasons: tuple[str, str, str]) -> str:
    hows = ("まっすぐ", "丸く", "細く")  # no question comes twice
    questions = (ASKED.format(how) + WITH_REASONS.format(*each) for how, each in zip(hows, reasons, strict=False))
    return "".join(f"# Day {at}\n\n{question}" for at, question in enumerate(questions, 1))


FIRST = ("誤り。貼るもの。", "正しい。刃が二枚ある。", "誤り。測るもの。")
SECOND = ("正しい。今回は貼る。", "誤り。切れてしまう。", "誤り。測るもの。")
LEFT = ("誤り。貼るもの。", "刃が二枚あって線のとおりに切れる。", "誤り。測るもの。")


def test_this_one_is_a_verdict_among_others():
    assert keys(days(("誤り。貼るもの。", "これ。刃が二枚ある。", "誤り。測るもの。"))) == [["B"]]


@pytest.mark.parametrize(
    "reasons",
    [
        ("誤り。貼るもの。", "これ。刃が二枚ある。", "測るもの。"),
        ("これ。貼れる。", "これ。刃が二枚ある。", "誤り。測るもの。"),
        ("誤り。貼るもの。", "これ？刃が二枚ある。", "誤り。測るもの。"),
    ],
)
def test_this_one_alone_is_no_verdict(reasons):
    assert keys(days(reasons)) == []


def test_the_choice_that_is_left_is_the_answer_where_the_file_refuses_all_wrong_ones():
    assert keys(days(FIRST, SECOND, LEFT)) == [["B"], ["A"], ["B"]]


@pytest.mark.parametrize(
    "reasons",
    [
        ("誤り。貼るもの。", "刃が二枚あるが紙は切れない。", "誤り。測るもの。"),
        ("誤り。貼るもの。", "刃が二枚ある。たぶんこれでよい。", "誤り。測るもの。"),
        ("誤り。貼るもの。", "あとで刃のことを書いておく。", "誤り。測るもの。"),
        ("誤り。貼るもの。", "これも上と同じ理由で外してよい。", "誤り。測るもの。"),
        ("誤り？貼るもの？", "刃が二枚あって線のとおりに切れる。", "誤り。測るもの。"),
        ("貼るもの。", "刃が二枚あって線のとおりに切れる。", "誤り。測るもの。"),
    ],
)
def test_what_is_left_is_no_answer_where_it_may_be_refused_too(reasons):
    assert keys(days(FIRST, SECOND, reasons)) == [["B"], ["A"]]


def test_what_is_left_is_no_answer_where_the_file_shows_no_such_habit():
    assert keys(days(LEFT)) == []
    sloppy = ("誤り。貼るもの。", "正しい。刃が二枚ある。", "線を引くための道具。")
    assert ["B"] not in keys(days(sloppy, LEFT, FIRST))[2:]


def test_what_is_left_is_no_answer_to_a_question_for_several_or_for_the_wrong_one():
    text = days(FIRST, SECOND, LEFT).split("# Day 3")
    assert len(keys(f"{text[0]}# Day 3{text[1].replace('どれか。', 'どれか。（2つ）')}")) == 2
    assert len(keys(f"{text[0]}# Day 3{text[1].replace('切る道具', '切るのに適切でない道具')}")) == 2


LEGEND = "# 帳面\n\n記号：⭕ 正解 / ❌ 不正解\n\n"
SIGNED = "## 1. {}\n\n{}\n\n1) のり\n   ❌ 要る\n2) はさみ\n   {} 刃がある\n3) 定規\n   ❌ 要る\n"


@pytest.mark.parametrize("asking", ["工作で要らないものは？", "机の上に置くと何が起きる？"])
def test_signs_before_reasons_name_the_answer_where_the_file_says_so(asking):
    assert keys(LEGEND + SIGNED.format("工作", asking, "⭕")) == [["2"]]
    assert keys(SIGNED.format("工作", asking, "⭕")) == []
    assert keys(LEGEND + SIGNED.format("工作", asking, "❌")) == []
    assert keys(LEGEND + SIGNED.format("工作", asking, "⭕ これだったかも。")) == []


FOLDED = (
    "### Q1. 箱\n\n{}\n\n- a) 白い箱\n- b) 青い箱\n- c) 赤い箱\n- d) 黒い箱\n\n"
    "<details>\n<summary>答え</summary>\n\n{}\n\n</details>\n"
)
ONE, TWO = "手紙をしまう箱を決めたい。どれを使うか。", "写真と、古い切手をしまいたい。箱を 2 つ選んでください。"


def test_an_announced_reason_concludes_with_the_words_of_a_choice():
    assert keys(FOLDED.format(ONE, "手紙は濡れると読めなくなるので、青い箱。\n赤い箱は穴があるため不正解。")) == [["B"]]


@pytest.mark.parametrize(
    "said",
    [
        "手紙は濡れると読めなくなるので、青い箱かな。",
        "手紙は濡れると読めなくなるので、緑の箱。",
        "手紙は濡れると読めなくなるので、青い箱。\n軽くもしたいので、赤い箱。",
        "手紙は濡れると読めなくなるので、青い箱。\nと思ったが違った。",
    ],
)
def test_a_reason_that_does_not_end_there_answers_nothing(said):
    assert keys(FOLDED.format(ONE, said)) == []


def test_the_things_of_a_question_lead_to_one_choice_each():
    assert keys(FOLDED.format(TWO, "写真 → 黒い箱、古い切手 → 青い箱。\na と c は売っていない。")) == [["B", "D"]]


@pytest.mark.parametrize(
    "said",
    [
        "写真 → 黒い箱、絵はがき → 青い箱。",
        "写真 → 黒い箱、古い切手 → 黒い箱。",
        "写真 → 黒い箱、古い切手 → 青い箱、手紙 → 白い箱。",
        "写真 → 黒い箱？、古い切手 → 青い箱。",
    ],
)
def test_things_that_do_not_fit_the_question_answer_nothing(said):
    assert keys(FOLDED.format(TWO, said)) == []


def test_a_gap_of_a_kind_with_a_number_is_filled_by_the_arrow_beneath():
    text = "# 帳\n\n穴うめ1. 水が凍ると（　　）という固体になる。\n\n→ 氷\n\n"
    text += "穴うめ2. 水が沸くと（　　）という気体になる。\n\n→ {}\n"
    assert [question.answers for question in asked(text.format("水蒸気。湯気とまちがえない。"))[0]] == [
        ("氷",),
        ("水蒸気",),
    ]
    assert [question.answers for question in asked(text.format("水蒸気？"))[0]] == [("氷",)]
