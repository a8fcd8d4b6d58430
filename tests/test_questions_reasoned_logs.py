"""Test study logs that reason before they answer: folds, choices as headings, はい and いいえ by heading."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser in ("choices", "true_false")]


def _reasoned(said: str) -> str:
    return (
        "# 記録\n\n## 1. 植物の世話\n\n"
        "ベランダの鉢が夏に枯れる。留守は三日までで、水やりの手間をかけられません。どうしますか。\n\n"
        "- A) 鉢を毎朝動かす\n- B) 給水ひもで水を少しずつ吸わせる\n- C) 肥料を倍にする\n- D) 遮光の布を外す\n\n"
        f":::details 考え方\n{said}\n:::\n"
    )


@pytest.mark.parametrize(
    "said",
    [
        "手間なしで水が要る。この二つで給水ひもに決まります。A は毎朝の手間、C は栄養の話。",
        "水の減り方が問題、つまり給水ひもを選びます。",
        "今回は給水ひもを選びます。",
        "留守のあいだ水が減らない仕組みが要る。なので給水ひも。",
        "水が続くものを選ぶ。よって B。C と D はずれた対策。",
        "A は手間。C は栄養、D は日差し。書き方が妙ですが、残るのは B しかありません。",
        "水が続くのが大事（A は罠）。C と D は関係ありません。",
    ],
)
def test_a_reasoning_chooses_by_words_or_by_what_is_left(said: str) -> None:
    assert _keys(_reasoned(said)) == [["B"]]


@pytest.mark.parametrize(
    "said",
    [
        "留守が長いなら給水ひもに決まります。今回は短い。",
        "多くの人は給水ひもを選びます。でも根が腐る。",
        "たぶん給水ひもに決まります。",
        "自分は給水ひもを選びます。",
        "夏は給水ひもに決まります。秋は遮光の布しかない。",
        "給水ひもではなく、ほかを選びます。",
        "なので給水ひも。いや、布も要る。",
        "A は手間がない。なので給水ひも。",
        "なので給水ひも？",
        "水を吸わせるので、鉢に決まります。",
        "A と C は関係ありません。D はあとで調べる。",
    ],
)
def test_a_reasoning_that_chooses_nothing_for_sure_is_no_answer(said: str) -> None:
    assert _keys(_reasoned(said)) == []


@pytest.mark.parametrize("title", ["ヒント", "補足"])
def test_a_hint_chooses_nothing(title: str) -> None:
    said = _reasoned("水の減り方が問題、つまり給水ひもを選びます。水が続くので B。")
    assert _keys(said.replace("考え方", title)) == []


def test_a_plan_with_reasons_is_no_question() -> None:
    text = _reasoned("駅から近いので、給水ひもに決まります。").replace("## 1. 植物", "## 植物")
    assert _keys(text) == []


def _headed(number: int, reasons: tuple[str, str, str]) -> str:
    choices = zip("abc", ("の水", "のひも", "の石"), reasons, strict=True)
    said = "\n\n".join(f"#### {label}. 桶{number}{word}\n→ {reason}" for label, word, reason in choices)
    return f"### {number}. 場面\n\n鉢を外に置き、複数の株を夏の間も枯らさず育てたい。\n\n{said}\n\n"


_LEFT = ("誤り。手間がかかる。", "水が三日は続く。植え替えも楽。", "誤り。重さの話。")


def test_headings_are_choices_where_each_has_its_reason() -> None:
    text = "# 記録\n\n" + "".join(_headed(number, _LEFT) for number in range(1, 5))
    assert _keys(text) == [["B"]] * 4
    doubted = ("誤り。手間。", "たぶんこれ。水が三日は続く。", "誤り。重さの話。")
    assert _keys(text + _headed(5, doubted)) == [["B"]] * 4


@pytest.mark.parametrize(
    "reasons",
    [
        ("誤り。手間。", "たぶんこれ。水が三日は続く。", "誤り。重さの話。"),
        ("誤り。手間。", "水が三日は続く。植え替えも楽。", "根がよく伸びて葉も増える。"),
        ("誤り。手間。", "あとで調べる。", "誤り。重さの話。"),
    ],
)
def test_three_questions_show_no_habit(reasons: tuple[str, str, str]) -> None:
    text = "# 記録\n\n" + "".join(_headed(number, _LEFT) for number in range(1, 4))
    assert _keys(text) == []
    assert _keys(text + _headed(4, reasons)) == []


_WHICH = "# 記録\n\n## 1. 鉢\n\n水が抜けやすい鉢はどれか。\n\n"
_BARE = "#### ア 素焼き\n水が抜ける。\n\n#### イ 石\n重い。\n\n#### ウ 木\n腐る。\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{_WHICH}#### ア 素焼き ⭕\nすき間。\n\n#### イ 石 ❌\n通さない。\n\n#### ウ 木 ❌\n腐る。\n", [["ア"]]),
        (f"{_WHICH}#### ア 素焼き\n正解。すき間。\n\n#### イ 石\n不正解。\n\n#### ウ 木\n不正解。\n", [["ア"]]),
        (f"{_WHICH}ア 素焼き\nイ 石\n\n正解：ア\n\n#### ア 素焼き\n正しい。\n\n#### イ 石\n誤り。\n", [["ア"]]),
        (f"{_WHICH}{_BARE}", []),
        (f"{_WHICH}{_BARE}\n正解：ア\n", [["ア"]]),
        (f"{_WHICH}{_BARE}\n### 正解：ア\n", [["ア"]]),
        (f"{_WHICH}#### ✅ ア 素焼き\nすき間。\n\n#### ❌ イ 石\n通さない。\n\n#### ❌ ウ 木\n腐る。\n", [["ア"]]),
        (f"{_WHICH}#### ア 素焼き\n- ✅ すき間。\n\n#### イ 石\n- ❌ 重い。\n\n#### ウ 木\n- ❌ 腐る。\n", [["ア"]]),
        (f"## 1. 鉢の選び方\n\n三種類ある。\n\n{_BARE.replace('重', '❌ 重').replace('腐', '❌ 腐')}", []),
    ],
)
def test_headings_with_verdicts_answer_themselves(text: str, found: list[list[str]]) -> None:
    assert _keys(text) == found


_TWO = "1. 氷は水に浮く。 → はい\n2. 鉄は水に浮く。 → いいえ。沈む\n3. 鉛は水に浮く。 →\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"## 02 はい／いいえ\n\n> [!question] 水\n{'> '.join(['', *_TWO.splitlines(keepends=True)])}", [["1"], ["2"]]),
        (f"## 02 はい／いいえ\n\n次の文は正しいか\n\n{_TWO}", [["1"], ["2"]]),
        (f"# 水\n\nまえがき。\n\n### Q4. 沈むもの\n\n正しければ「はい」、違えば「いいえ」。\n\n{_TWO}", [["1"], ["2"]]),
        (f"## 02 はい／いいえ\n\n{_TWO}", []),  # a survey may be so
        (f"## 02 はい／いいえ診断\n\n次の文は正しいか\n\n{_TWO}", []),
        (f"## 02 はい／いいえ\n\n次の文は正しいか\n\n{_TWO}\n※上は自分の答え\n", []),
        (f"## 02 はい／いいえ\n\n次の文は正しいか\n\n{_TWO.replace('沈む', 'たぶん')}", [["1"]]),
    ],
)
def test_a_title_may_offer_both_answers(text: str, found: list[list[str]]) -> None:
    assert _keys(text) == found


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("31/2 = 15.5 → 切り捨て 15。端数を忘れた。", [["2"]]),
        ("31/2 = 15.5 → 3。", []),
        ("いや → 3。", []),
    ],
)
def test_a_figure_may_be_rounded_behind_an_arrow(behind: str, found: list[list[str]]) -> None:
    text = f"### 1\n袋の数は。\n\n(1) 14\n(2) 15\n(3) 16\n(4) 17\n\n正解は(2)。{behind}\n"
    assert _keys(text) == found
