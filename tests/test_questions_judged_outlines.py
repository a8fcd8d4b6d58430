"""Outlines whose last part judges its items, the choice that no reason refuses, arrows at two labels, dots at gaps."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key

ITEMS = ("じょうろ", "散水器", "バケツ", "ホース")
REFUSED = "「{}」は不正解です。毎日要ります。"


def _outline(at: int, said: str, asking: str = "どうするか", *, place: int = 1, refused: str = REFUSED) -> str:
    told = "".join(
        f"  - {item}{at}\n    - {said if index == place else refused.format(item)}\n"
        for index, item in enumerate(ITEMS)
    )
    return f"## {at}. 庭{at}\n\n- 状況\n  - 畑が広い\n  - 旅行で{at}日いない\n- {asking}\n{told}\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


KNOWN = _outline(1, "正解です。") + _outline(2, "置いておけるので、これが正解。", place=2)


@pytest.mark.parametrize("asking", ["どうするか", "選択肢", "どの道具を使うべきか", "最も手間がいらないのは", "道具"])
def test_an_outline_that_judges_is_a_question_with_all_its_case(asking: str) -> None:
    (question,), _ = asked(_outline(3, "正解です。留守でも動く。", asking))
    assert key(question) == ["2"]
    assert [plain(part.words) for part in question.stem][:3] == ["状況", "畑が広い", "旅行で3日いない"]


@pytest.mark.parametrize(
    "said",
    [
        "水が切れても動き、要件をすべて満たします。",
        "時刻を決めれば水やりはいらない。留守なのでこれ。",
        "蛇口(手動 → 自動)の切り替えができる。",
        "時刻になれば水を出すだけです。",
    ],
)
def test_the_choice_that_is_not_refused_is_the_answer(said: str) -> None:
    assert _keys(KNOWN + _outline(3, said)) == [["2"], ["3"], ["2"]]


@pytest.mark.parametrize(
    "said",
    [
        "あとで書く。時間がない。",
        "毎日使えるわけではない。",
        "じょうろと同じ理由。",
        "手動から自動 → タイマーに訂正",
        "時刻になれば水を出すはず。",
        "これも水が届かない。",
        "水が届く？",
        "水",
    ],
)
def test_what_may_be_refused_too_is_no_answer(said: str) -> None:
    assert _keys(KNOWN + _outline(3, said)) == [["2"], ["3"]]


def test_without_a_habit_the_choice_left_is_not_asked() -> None:
    assert _keys(_outline(1, "正解です。") + _outline(3, "水が切れても動き、要件を満たします。")) == [["2"]]
    other = _outline(4, "水が切れても動き、要件を満たします。", refused="{}は水が届かない。")
    assert _keys(KNOWN + other) == [["2"], ["3"]]


def test_two_that_are_left_are_not_asked() -> None:
    last = _outline(3, "水が切れても動きます。").replace("「ホース」は不正解です。毎日要ります。", "")
    assert _keys(KNOWN + last) == [["2"], ["3"]]


@pytest.mark.parametrize("refused", ["高い", "×重い", "{}は重い"])
def test_outlines_that_weigh_or_list_are_no_questions(refused: str) -> None:
    assert _keys(_outline(1, "安い", "道具", refused=refused) + _outline(2, "○軽い", "道具", refused=refused)) == []


@pytest.mark.parametrize(
    ("answer", "right"),
    [("→①と③ 水が要る", ["1", "3"]), ("→①③　水が要る", ["1", "3"]), ("→①、③ 水が要る", ["1", "3"])],
)
def test_an_arrow_may_point_at_two_labels_before_what_explains(answer: str, right: list[str]) -> None:
    assert _keys(f"## 1\n\n芽が出るのに要るもの(2つ)\n①水 ②石 ③空気 ④音\n{answer}\n") == [right]


@pytest.mark.parametrize("answer", ["→①と③ で迷う", "→①と③ 自信なし", "→①、② 水、③ 空気", "→①と⑤ 水"])
def test_an_arrow_at_two_labels_that_answers_nothing(answer: str) -> None:
    assert _keys(f"## 1\n\n芽が出るのに要るもの(2つ)\n①水 ②石 ③空気 ④音\n{answer}\n") == []


FILLED = "### 穴埋め\n- 水が固まると（　　）になる。…氷\n- 月の前に払うのは前払い、後に払うのは（　　）である。…{}\n"


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("後払い", ["後払い"]),
        ("掛取引", ["掛取引"]),
        ("", []),
        ("覚える", []),
        ("まだ", []),
        ("後で払う", []),
        ("？", []),
    ],
)
def test_dots_behind_a_sentence_give_what_fills_its_gap(said: str, right: list[str]) -> None:
    assert _keys(FILLED.format(said)) == [["氷"], *([right] if right else [])]


def test_dots_elsewhere_give_nothing() -> None:
    assert _keys("### メモ\n- 水が固まると（　　）になる。…氷\n- 水が湧くと（　　）になる。…湯\n") == []
    assert _keys("### 穴埋め\n- 水が固まると（　　）になる。…氷\n") == []
