"""Questions as those keep them who prepare for certificates: reasons at each choice, tables, fields, numbers alone."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key


def _keys(text):
    return [key(each) for each in asked(text)[0]]


ARROWS = "### 問1 空の色はどれ？\n\n- 赤 ← 夕日の色\n- 青 ✅ ← {}\n- 黄 ← 砂の色\n"


def test_reasons_behind_arrows_are_no_part_of_choices():
    [question], _ = asked(ARROWS.format("昼の色"))
    assert key(question) == ["2"]
    assert [plain(each.words) for each in question.choices] == ["赤", "青", "黄"]
    assert [plain(reason) for each in question.choices for reason in each.reasons] == ["夕日の色", "昼の色", "砂の色"]


@pytest.mark.parametrize("said", ["自分の答え", "たぶん", "？", "これにした", "自分はこれを選んだ", "間違えた"])
def test_a_mark_whose_note_disowns_it_is_none(said):
    assert _keys(ARROWS.format(said)) == []


def test_assignments_keep_their_arrows():
    [question], _ = asked("### 問1 足すのはどれ？\n\n- 和 ← 和 + 1 ✅\n- 和 ← 積\n- 積 ← 和\n")
    assert plain(question.choices[1].words) == "和 ← 積"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("答え(1)　両側で違うと文句を言う", [["1"]]), ("答え(1)　設定を忘れると(2)になる", [["1"]]),
        ("答え(1)　手動→自動→既定の順", [["1"]]), ("答え(1)　違うと思う", []), ("答え(1)　→(2)", []),
        ("答え(1)→橙", []),
    ],
)  # fmt: skip
def test_what_a_reason_says_beside_the_matter(said, found):
    assert _keys(f"Q. 載るのは？\n(1)赤 (2)橙 (3)黄 (4)緑\n{said}\n") == found


def test_numbers_alone_and_the_learners_own_beside_the_key():
    text = (
        "**#1**\n> 青いのはどれか。\n\nＡ．空\nＢ．土\n\n自分 Ｂ ❌ ／ 正答 Ａ\n\n- - -\n\n**#2**\n> 茶色を選べ。\n\n"
        "Ａ．空\nＢ．土\nＣ．栗\n\n自分 ＢＣ ⭕ ／ 正答 ＢＣ\n"
    )
    assert _keys(text) == [["A"], ["B", "C"]]
    assert _keys(text.replace(" ／ 正答 ＢＣ", "")) == [["A"]]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("アは夕日、ウが昼の色でこれが正解。", [["ウ"]]), ("ウが昼の色で、これが正解ではない。", []),
        ("アかウが昼の色でこれが正解。", []), ("ウが昼の色でこれが正解だと思う。", []),
    ],
)  # fmt: skip
def test_a_choice_of_which_its_reason_says_that_it_is_this(said, found):
    assert _keys(f"### 3-2 色\n\n昼の空はどれか。\n\nア　赤\nイ　黄\nウ　青\n\n**考え方**　{said}\n") == found


def test_a_case_above_a_table_of_choices_with_verdicts():
    row = "\n\n| 選択肢 | 内容 | 判定 |\n|---|---|---|\n| A | 傘 | ◎ |\n| B | 帽子 | × |\n| C | 靴 | × |\n"
    assert _keys(f"### No.8\n\n雨の日に濡れずに歩きたい。{row}") == [["A"]]
    assert _keys(f"### 道具\n\n雨の日に濡れずに歩きたい。{row}") == []


def test_a_table_that_answers_questions_and_then_statements_with_the_same_numbers():
    text = (
        "### 問題 1\n\n青いのはどれか。\n\nA) 空\nB) 土\n\n### 問題 2\n\n茶色いのはどれか。\n\nA) 空\nB) 土\n\n"
        "## 正誤\n\n正しければT、誤りならF。\n\n(1) 空は昼に青い。\n(2) 土は昼に青い。"
        "\n\n## 解答\n\n| 問題 | 解答 |\n|---|---|\n| 1 | A |\n| 2 | B |\n| (1) | T |\n| (2) | F |\n"
    )
    assert _keys(text) == [["A"], ["B"], ["1"], ["2"]]


@pytest.mark.parametrize(("asks", "found"), [("届け出なければならない", [["A"]]), ("届け出てはならない", [])])
def test_what_is_obliged_is_not_denied(asks, found):
    assert _keys(f"【第5問】{asks}ものはどれか。\nA ○ 転居\nB × 外出\nC × 散歩\n") == found


@pytest.mark.parametrize(
    "rows",
    [
        "ア　赤　　イ　青\nウ　黄　　エ　緑",
        "ア　赤　　イ　青\nウ　黄\nエ　緑",
        "ア　赤　　イ　青　　ウ　黄\nエ　緑　　オ　白",
    ],
)
def test_choices_two_or_three_to_a_line(rows):
    [question], _ = asked(f"**問8** 土の上の草の色はどれか。\n{rows}\n\n答え：エ\n")
    assert [plain(each.words) for each in question.choices[:4]] == ["赤", "青", "黄", "緑"]
    assert key(question) == ["エ"]


CONCLUDED = "### 例題1\n\n空の色はどれか。\n\n| 記号 | 色 |\n|---|---|\n| ア | 赤 |\n| イ | 青 |\n| ウ | 黄 |\n\n"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("考え方：昼は散る。\n結論：イ", [["イ"]]), ("考え方：夕は赤い。だからア。\n結論：イ", []),
        ("結論：アかイ", []), ("結論：まだ", []), ("結論はイに近い。", []),
    ],
)  # fmt: skip
def test_conclusions_are_answers(said, found):
    assert _keys(f"{CONCLUDED}{said}\n") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [("イ　青 は昼の空の色。", [["イ"]]), ("イ　青ではない", []), ("イ　青はちがう", []), ("イ　青は誤り", [])],
)
def test_what_is_told_of_the_answers_own_words(said, found):
    assert _keys(f"{CONCLUDED}答え：{said}\n") == found


@pytest.mark.parametrize("sign", [" ", "　", "_", "(", "・"])
def test_long_runs_of_a_sign_change_nothing(sign):
    text = f"問1 空の色はどれか。\n\nア　赤{sign * 300}い\nイ　青\n\n答え：イ　{sign * 300}昼の色\n"
    assert _keys(text) == [["イ"]]
