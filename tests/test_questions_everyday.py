"""How everyday notes put questions: in tables, rows and runs, with answers behind a number, in bold, by a reason."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import WRITTEN_OUT, asked, key

TABLE = "| No | 問題 | イ | ロ | ハ | ニ | 答 | めも |\n|-|-|-|-|-|-|-|-|\n| 1 | 空の色 | 赤 | 青 | 黄 | 白 | {} | |\n"
LISTED = (
    "1. 空の色は\n①赤 ②青 ③黄\n\n2. 雪の色は\n①白 ②青 ③黄\n\n3 夏に見る葉の色は(    )\n\n"
    "4.血の色ふたつ\n①赤 ②青 ③緋\n\n{}\n"
)
BOLD = "正解は**太字**にしとく。\n\n1. The sky ___ blue.\n{}\n\n> いまの話\n"
SIGNS = "1️⃣ 空の色はどれ\n 1.赤\n 2.青\n 3.黄\n 理由：{}\n\n2️⃣ 雪の色\n 1.白\n 2.黒\n 3.黄\n 理由：冷たいので1\n"
ROW = "えらぶ：空の色はどれ？ 赤 / 青 / 黄\n{}\n\nえらぶ：雪の色 白 / 黒 / 黄\n→ 白だよ！国語でも出る\n"
CALLOUT = "> [!question] 空の色はどれか\n> 1. 赤\n> 2. 青\n> 3. 黄\n\n> [!success]- 答え\n{}\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser in WRITTEN_OUT]


def stems(text: str) -> list[str]:
    return [plain(part.words) for question in asked(text)[0] for part in question.stem]


@pytest.mark.parametrize(
    ("answer", "keyed"), [("ロ", [["ロ"]]), ("二", [["ニ"]]), ("青", [["ロ"]]), ("ロ？", []), ("ロかハ", []), ("", [])]
)
def test_a_tables_columns_are_labelled_in_the_order_of_the_iroha(answer, keyed):
    assert keys(TABLE.format(answer)) == keyed


def test_answers_stand_right_behind_the_numbers_of_a_list():
    answers = "答え\n1② 晴れの日\n2①\n3緑\n4①③"
    assert keys(LISTED.format(answers)) == [["2"], ["1"], ["緑"], ["1", "3"]]


@pytest.mark.parametrize(
    "answers",
    [
        "自分の答え\n1②\n2①\n3緑\n4①③",
        "答え（たぶん）\n1②\n2①\n3緑\n4①③",
        "答え\n1②?\n2①かも\n3緑？\n4①③ 要確認",
        "答え\n1つ目は青\n2つ目は白\n3つ目は緑\n4つ目は赤",
    ],
)
def test_doubts_and_ones_own_answers_behind_numbers_give_none(answers):
    assert keys(LISTED.format(answers)) == []


@pytest.mark.parametrize(
    ("row", "keyed"),
    [
        ("(A) am **(B) is** (C) are", [["B"]]),
        ("**(A) am** (B) is (C) are", [["A"]]),
        ("(A) am (B) **is** (C) are", [["B"]]),
        ("**(A) am** **(B) is** (C) are", []),
        ("(A) am **not** (B) is (C) are", []),
        ("(A) am (B) is (C) are", []),
    ],
)
def test_the_bold_one_of_a_row_is_the_answer_where_the_file_says_so(row, keyed):
    assert keys(BOLD.format(row)) == keyed


@pytest.mark.parametrize(
    "reason", ["1と3は夕方。残った2。", "2が当たり。赤は夕方", "晴れるから2。", "晴れなので2しかない"]
)
def test_numbers_as_signs_begin_questions_and_reasons_answer_them(reason):
    assert keys(SIGNS.format(reason)) == [["2"], ["1"]]
    assert stems(SIGNS.format(reason)) == ["空の色はどれ", "雪の色"]


@pytest.mark.parametrize(
    "reason", ["残ったのは2？", "残った2と3で迷う", "2が当たりかも", "晴れるから2か3", "晴れるから2。いや3だった"]
)
def test_reasons_in_doubt_answer_nothing(reason):
    assert keys(SIGNS.format(reason)) == [["1"]]


@pytest.mark.parametrize("figures", ["1.−4℃\n 2.0℃\n 3.21℃", "1.0.5\n 2.1.0\n 3.1.5"])
def test_choices_that_are_figures_follow_their_numbers(figures):
    [question] = asked(f"問1 何度か\n 1.{figures.removeprefix('1.')}\n答え：2\n")[0]
    assert (key(question), len(question.choices)) == (["2"], 3)


def test_choices_in_a_row_are_answered_by_their_words():
    assert keys(ROW.format("→ 青。夕方は赤")) == [["2"], ["1"]]
    assert stems(ROW.format("→ 青。夕方は赤")) == ["空の色はどれ？", "雪の色"]


@pytest.mark.parametrize(
    "answer", ["→ 青かも", "→ 青？", "→ 青か赤", "→ 青（自分の答え）", "→ 青\n→ やっぱり赤", "→ 青じゃない", "→ 空"]
)
def test_rows_in_doubt_are_not_asked(answer):
    assert keys(ROW.format(answer)) == [["1"]]


@pytest.mark.parametrize("text", ["朝食 パン / ごはん / 麺\n→ ごはん\n", "どれを買う？ りんご / 桃 / 柿\n→ 桃\n"])
def test_rows_of_ones_own_are_no_questions(text):
    assert keys(text) == []


def test_statements_begin_with_what_they_are_and_end_where_the_next_begins():
    judged = "○か×：空は青い色をしている。\n→ ○\n\n○か×：雪は黒い色をしている。\n→ ×。白い\n\n"
    text = f"{judged}穴うめ：葉の色は(    )である。\n→ 緑  漢字で！\n"
    assert keys(text) == [["1"], ["2"], ["緑"]]


def test_bullets_begin_statements_of_which_the_next_ones_doubts_are_none():
    text = (
        "・空は青い色をしている。\n →○\n\n・雪は黒い色をしている。\n →×(白い)\n\n・葉は赤い色をしている。\n →? 要確認\n"
    )
    assert keys(text) == [["1"], ["2"]]
    assert keys(text.replace("・雪", "・↑自信ない\n\n・雪")) == []


@pytest.mark.parametrize(
    ("answer", "keyed"),
    [
        ("> 2. 青\n> 晴れの日", [["2"]]),
        ("> 1. 青", []),
        ("> ~~3~~ → 2 に訂正。夕方は赤", [["2"]]),
        ("> 3 → 2 に訂正", []),
        ("> ~~3~~ → 2 に訂正？", []),
    ],
)
def test_an_answer_is_an_item_or_stands_for_a_struck_one(answer, keyed):
    assert keys(CALLOUT.format(answer)) == keyed


@pytest.mark.parametrize(
    ("aside", "keyed"), [("ここ間違えた。アにした", [["イ"]]), ("ここ間違えた", []), ("ここ間違えた。イにした", [])]
)
def test_what_an_answer_was_mistaken_for_is_no_doubt(aside, keyed):
    assert keys(f"問1 空の色はどれか\nア 赤\nイ 青\nウ 黄\n答)イ  ←{aside}\n") == keyed


def test_lists_of_a_told_mark_are_questions_beneath_a_sentence_left_open():
    one = "**空の色はどれ？**\n\n- [ ] 赤\n- [x] 青\n- [ ] 黄\n\n**雪の色はどれ？**\n\n- [x] 白\n- [ ] 黒\n- [ ] 黄\n\n"
    text = f"チェック入ってるのが正解。\n\n{one}**葉を染める物質の色は**\n\n- [ ] 赤\n- [x] 緑\n"
    assert keys(f"{text}- [ ] 黄\n") == [["2"], ["1"], ["2"]]
    assert keys(f"{text}- [ ] 黄\n".replace("葉を染める物質の色は", "今週の買い物の予定は")) == [["2"], ["1"]]
