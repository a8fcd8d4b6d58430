"""Gaps whose answers stand in footnotes, in code, in brackets or beneath a fold, and gaps beside other questions."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


TOLD = "# 穴埋め\n\n答えは脚注に飛ばしてある。\n\n"
NEXT = "1-2. 空の色はどれか。\n\n  (ア) 赤\n  (イ) 青\n\n"


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("file", [["file"]]), ("file。中身を見る", [["file"]]), ("file？ stat？", []), ("要確認", []),
        ("中身を見て種類を調べるもの。", []),
    ],
)  # fmt: skip
def test_a_gap_that_refers_to_a_footnote(note, found):
    assert keys(f"{TOLD}1-1. 種類を調べるコマンドは `____` である。[^a1]\n\n{NEXT}[^a1]: {note}\n") == found


def test_a_footnote_may_be_a_source():
    assert keys(f"1-1. 種類を調べるコマンドは `____` である。[^a1]\n\n{NEXT}[^a1]: テキスト第3章\n") == []
    assert keys(f"{TOLD}1-1. 種類を調べるコマンドは `____` である。[^a1]\n\n{NEXT}[^a1]: テキストp3\n") == []
    own = TOLD.replace("答え", "自分の答え")
    assert keys(f"{own}1-1. 種類を調べるコマンドは `____` である。[^a1]\n\n{NEXT}[^a1]: file\n") == []


def test_each_question_has_its_own_footnote():
    text = f"{TOLD}1-1. 種類を調べるコマンドは `____` である。[^a1]\n\n{NEXT.replace('か。', 'か。[^a2]')}"
    assert keys(f"{text}[^a1]: file\n[^a2]: (イ)　昼\n") == [["file"], ["イ"]]


def test_a_gap_above_the_next_numbered_question():
    text = "(3) 空の色の名を（　　　）という。\n\n(4) 草の色はどれか。\n\na. 赤\nb. 緑\n\n"
    assert keys(f"{text}### 答え\n\n- (3) 空色\n- (4) b\n") == [["空色"], ["B"]]


@pytest.mark.parametrize(("answer", "found"), [("未払金", [["未払金"]]), ("未定", []), ("未確認", [])])
def test_words_that_begin_like_an_open_answer(answer, found):
    assert keys(f"問1 後払いの科目は（　　　）である。\n\n答え：{answer}\n") == found


@pytest.mark.parametrize(
    ("beneath", "found"),
    [
        ("GROUP BY", [["GROUP BY"]]), ("GROUP BY ← 自分の答え", []), ("GROUP? ORDER? どっちか", []),
        ("HAVING\n→ 訂正:GROUP BY", []), ("ここ毎回出る!!", []),
    ],
)  # fmt: skip
def test_a_gap_with_spaces_around_on_a_card(beneath, found):
    assert keys(f"Q: 行をまとめる句は ( ) 句。\nA: {beneath}\n") == found


def test_a_bold_line_beneath_the_fold_of_a_gap():
    text = "## Q3\n\n空の色の名を（　　　）という。\n\n:::details 解答と解説\n{}\n:::\n"
    assert keys(text.format("**空色**\n昼の空の色。")) == [["空色"]]
    assert keys(text.format("空色\n昼の空の色。")) == [["空色"]]
    assert keys(text.format("空色\nと水色の二つ。")) == []
    assert keys(text.format("**空色**\n**水色**")) == []


@pytest.mark.parametrize(
    ("asks", "beneath", "found"),
    [
        ("割り当てを見るファイルは？（記述）", "`/proc/interrupts`", [["/proc/interrupts"]]),
        ("SUIDをつけるコマンドを書け（記述）", "`chmod 4755 foo`\n\n4=SUID", [["chmod 4755 foo"]]),
        ("割り当てを見るファイルは？（記述）", "`/proc/interrupts` か `/proc/irq`", []),
        ("割り当てを見るファイルは？（記述）", "あとで", []),
        ("割り当てを見るファイルは？（記述）", "`/proc/irq`\n\n× 正しくは /proc/interrupts", []),
        ("割り当てを見るファイルは？（記述）", "`/proc/irq`\n\n↑自分の答え", []),
        ("割り当てを見るファイルは？", "`/proc/interrupts`", []),
    ],
)
def test_a_question_to_be_written_and_code_beneath(asks, beneath, found):
    assert keys(f"## 3. コマンド\n\n### 3-1 {asks}\n\n{beneath}\n") == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("穴埋めは【 】の中に書き込み済み", [["終価係数"]]),
        ("【 】は大事なところ", []),
        ("穴埋めは自分の答えを【 】に", []),
    ],
)
def test_gaps_that_a_file_says_are_filled_in(told, found):
    text = "問 4　将来の合計額を求める係数は【終価係数】である。\n\n問 5　【A】と【B】は別である。\n"
    assert keys(f"# ノート\n\n- {told}\n\n## 係数\n\n{text}") == found
