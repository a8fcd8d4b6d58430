"""Answers against which the file speaks otherwise than with a plain doubt: copies, two sources, outcomes, opposites."""

import pytest

from support.asking import asked, key

CHOICES = "問1 色はどれか。\n\n- ア 赤\n- イ 青\n- ウ 黄\n\n正解：ウ\n\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    "said",
    [
        "※この根拠は #001 を複製してそのまま。",
        "⚠️ このチェックは前のをコピペして雛形にしたときのもの。",
        "正しいのを入れ直すこと",
        "←別デッキのカードのうらが入ってしまった",
        "サイトの解答が間違いという人が多い。",
        "自分もアに傾いている。",
        "どっちで覚えればいいのか講師に質問中",
        "塗っていく。できあがりはアの形。",
        "結局 ア になる。",
        "※前の年のプリントの答え",
        "一つ前のカードの答えを写したかも",
        "これは自信なし",
        "……ん？ 上のは何",
        "あとで本と突き合わせる",
        "正解が本に書いていなかったので、勘。",
    ],
)
def test_an_answer_that_was_copied_or_is_disputed_is_not_asked(said):
    assert _keys(CHOICES) == [["ウ"]]
    assert _keys(f"{CHOICES}{said}\n") == []


def test_a_title_of_what_is_like_something_doubts_nothing():
    assert _keys(f"# ノート\n\n## Part 5 っぽいやつ\n\n{CHOICES}") == [["ウ"]]
    assert _keys(f"{CHOICES}5 は名前っぽいもの。コピペしたやつは別。\n") == [["ウ"]]


def test_of_two_things_told_apart_the_question_asks_about_one():
    note = "問1 甲類で報告する回数はどれか。\n\n1. 週に1回以上\n2. 週に2回以上\n\n答え：{}\n\n"
    note += "甲類は週に2回、専属甲類は週に1回。\n"
    assert _keys(note.format("2")) == [["2"]]
    assert _keys(note.format("1")) == []


def test_an_addition_withdraws_in_any_of_its_sentences():
    note = f"{CHOICES}**追記（3/28）** 指摘がありました。Q1 の「正解」欄は一つ上のを写していたようです。\n"
    assert _keys(note) == []
    assert _keys(f"{CHOICES}**追記（3/28）** 指摘がありました。Q2 の「正解」欄は一つ上のを写していたようです。\n") == [
        ["ウ"]
    ]


STATEMENTS = "**○×**\n\n1. 水は100度で沸く。 → ○\n2. 氷は水に沈む。 → ×\n"


@pytest.mark.parametrize(
    ("statement", "contrary"),
    [
        ("3. 値は率が上がると上がる。 → ○\n   - 率が上がる→値は下がる、と考える。", True),
        ("3. 値は率が上がると上がる。 → ○\n   - 率が下がると値は下がる。", False),
        ("3. 値は率が上がると上がる。 → ○\n   - 率が上がる→値は上がる。", False),
        ("3. 氷は水より重い。 → ○ 氷は軽いので浮く。", True),
        ("3. 鉄は水より重い。 → ○ 水は軽い。", False),
        ("3. 床は乾いた布で拭くとよい。 → ○ 湿らせるほうがよい", True),
        ("3. 床は乾いた布で拭くとよい。 → ○ 乾いた布のほうがよい", False),
        ("3. 床は木でできている。 → ○（古い本）／×（新しい本）", True),
    ],
)
def test_a_statement_called_right_whose_reason_says_the_opposite(statement, contrary):
    assert len(_keys(f"{STATEMENTS}{statement}\n")) == 2 + (not contrary)
