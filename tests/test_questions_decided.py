"""Answers told by decisions in reasons, by tables beneath a case, by lists that count as the headings do."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions."""
    return [key(each) for each in asked(text)[0]]


_DAYS = "".join(
    f"# Day {number}\n\n小屋の{side}側をふさぎたい。\n\na) 板\nb) 紙\nc) 水\n\n"
    for number, side in enumerate("北南東西", 1)
)


@pytest.mark.parametrize(
    ("title", "told", "found"),
    [
        ("# 答え", "Day1 a\nDay2 c\nDay3 b 軽いから\nDay4 a", [["A"], ["C"], ["B"], ["A"]]),
        ("# 答え", "Day1 a\nDay2 c\nDay3 e\nDay4 a", [["A"], ["C"], ["A"]]),
        ("# 自分の答え", "Day1 a\nDay2 c\nDay3 b\nDay4 a", []),
        ("# 答え", "Week1 a\nWeek2 c\nWeek3 b\nWeek4 a", []),
    ],
)
def test_a_list_of_answers_counts_with_the_word_of_the_headings(title: str, told: str, found: list[list[str]]) -> None:
    assert keys(f"{_DAYS}{title}\n\n{told}\n") == found


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        ("A: b。水をためる。", [["B"]]),
        ("A: b（ためるから）", [["B"]]),
        ("A: b。いや a だったか。", []),
        ("A: b（自分の答え）", []),
        ("A: b　← Q2の答えだった", []),
        ("A: b　← コピペしたまま", []),
    ],
)
def test_a_small_letter_behind_the_letter_of_answers(reply: str, found: list[list[str]]) -> None:
    assert keys(f"> 雨の量をはかるのはどれか。\n> a) 風見どり\n> b) ます\n> c) ものさし\n\n{reply}\n") == found


_CHOICES = "".join(f"  - {label}. {what}の桶\n    - {{}}\n" for label, what in zip("ABC", "木紙鉄", strict=True))
_LOG = f"- 状況\n  - 犬の桶を買いかえる\n- 選択肢\n{_CHOICES}"


@pytest.mark.parametrize(
    ("reasons", "found"),
    [
        (("却下。重い", "却下。やぶれる", "採用。さびない"), [["C"]]),
        (("これを採用。軽い", "不採用。やぶれる", "却下。重い"), [["A"]]),
        (("採用。軽い", "却下。やぶれる", "採用。さびない"), []),  # one is wanted
        (("軽い", "やぶれるやつ", "却下。重い"), []),
        (("却下。重い", "却下。やぶれる", "採用。でも答えを見たらAだった"), []),
        (("却下。重い", "却下。やぶれる", "採用。→ 不正解"), []),
        (("採用。軽い", "却下。やぶれると見たがこれだった", "却下。重い"), []),
    ],
)
def test_reasons_that_begin_with_a_decision(reasons: tuple[str, str, str], found: list[list[str]]) -> None:
    assert keys(f"# 記録\n\n## 1\n{_LOG.format(*reasons)}") == found


_TABLE = "\n\n| {} | 判定 | 理由 |\n|---|---|---|\n| 板 | ○ | かたい |\n| 紙 | {} | {} |\n| 水 | × | ながれる |\n\n"
_ASKED = "".join(
    f"## {number}\n\n{side}の窓をふさぐものはどれか。{_TABLE.format('選択肢', '×', 'やぶれる')}"
    for number, side in enumerate("北南", 1)
)


@pytest.mark.parametrize(
    ("case", "cells", "found"),
    [
        ("冬までに小屋の窓をふさぎたい。", ("選択肢", "×", "やぶれる"), ["1"]),
        ("小屋の窓をふさいで外を見たい。", ("選択肢", "×", ""), ["1"]),
        ("小屋の窓をふさげる物、2つ。", ("選択肢", "○", "かさねれば"), ["1", "2"]),
        ("小屋の窓をふさげる物、2つ。", ("選択肢", "×", "やぶれる"), []),
        ("小屋の窓をふさげる物はどれ？　1つ", ("選択肢", "○", "かさねれば"), []),
        ("小屋の窓をふさげる物はどれ？　2つ", ("選択肢", "⭕\ufe0f", "かさねれば"), ["1", "2"]),
        ("小屋の窓をふさぎたい。", ("選択肢", "○", "かさねれば"), []),
        ("小屋の窓をふさぎたい。", ("材料", "×", "やぶれる"), []),
        ("今日は小屋の窓をふさぐ。", ("選択肢", "×", "やぶれる"), []),
    ],
)
def test_a_case_above_a_table_of_judged_choices(case: str, cells: tuple[str, str, str], found: list[str]) -> None:
    told = keys(f"{_ASKED}## 3\n\n{case}{_TABLE.format(*cells)}")
    assert told == [["1"], ["1"], *([found] if found else [])]


_BOLD = "【{}】小屋の{}をふさぐものはどれか。\n\n{}\n\n👉{}\n\n"
_MARKED = ("**1．板**\n2．紙\n3．水", "1．紙\n**2．板**\n3．水", "1．水\n2．紙\n**3．板**")


@pytest.mark.parametrize(
    ("choices", "said", "found"),
    [
        ("**1．板**\n**2．戸**\n3．水", "どっちも太字にしておく。先生に聞く。", 3),
        ("1．板\n2．戸\n3．水", "まだ調べてない。", 3),
        ("**1．板**\n**2．戸**\n3．水", "じょうぶだから。", 0),  # bold may be anything
        ("**1．板**\n2．紙\n3．水", "太字は自分の答え。", 0),
        ("**1．寸法を上司に確認する**\n2．紙をはる\n3．水をまく", "じょうぶだから。", 4),
    ],
)
def test_a_question_that_is_doubted_says_nothing_of_what_bold_means(choices: str, said: str, found: int) -> None:
    settled = [
        _BOLD.format(at, side, marked, "かたい。") for at, side, marked in zip("123", "北南東", _MARKED, strict=True)
    ]
    assert len(keys("".join([*settled, _BOLD.format(4, "西", choices, said)]))) == found


_ASKS = "## 問1\n\n小屋をふさげるものはどれか{}。\n\nア　板\nイ　戸\nウ　水\nエ　煙\n\n"


@pytest.mark.parametrize(
    ("wanted", "said", "found"),
    [
        ("", "北という寒い側に置き、かたさで選ぶので、アを選ぶ。ウは流れる点でちがう。", [["ア"]]),
        ("", "板という人もいるが、かたさで選ぶので、イを選ぶ。", []),
        ("", "上の表のとおり。流れるものは水なので、今回はイ。", [["イ"]]),
        ("", "前回はアにした。流れるものは水なので、今回はイ。", []),
        ("", "前回アを選んだので、今回はイ。", []),
        ("（2つ）", "かたいのはアとイなので、この2つを選ぶ。", [["ア", "イ"]]),
        ("（2つ）", "かたいのはアなので、この2つを選ぶ。", []),
        ("（2つ）", "かたいのはアとイなので、この2つを選ぶ人が多い。", []),
        ("", "【解】イは重い。ウは流れる。エは消える。残ったア。", [["ア"]]),
        ("", "【解】イは重い。ウは流れる。", []),
        ("", "正解；イ", [["イ"]]),
    ],
)
def test_what_an_explanation_comes_to(wanted: str, said: str, found: list[list[str]]) -> None:
    assert keys(f"{_ASKS.format(wanted)}{said}\n") == found


_GAPS = "## 穴うめ\n\n1. 雨を（　　）ではかる。\n2. 風を（　　）で見る。\n3. 雪を（　　）でかく。\n\n答え\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("1 → ます\n2→風車\n3 → シャベル", [["ます"], ["風車"], ["シャベル"]]),
        ("1 → ます\n2→風車\n3 → シャベル → ほうき", [["ます"], ["風車"]]),
        ("1 → ます？\n2→風車\n3 → シャベル", [["風車"], ["シャベル"]]),
    ],
)
def test_an_arrow_between_number_and_word_is_no_change_of_mind(told: str, found: list[list[str]]) -> None:
    assert keys(f"{_GAPS}{told}\n") == found


def test_gaps_that_letters_count_with_their_words_beneath_an_arrow() -> None:
    first = "# 道具\n\n## 用語\n\n(a) 雨をはかる器を（　　）という。\n　→ 雨量計\n\n"
    second = "(b) 風を見る器を（　　）という。\n　→ 風向計（風車と混同しがち！）\n\n"
    assert keys(f"{first}{second}(c) 雪をかく器を（　　）という。\n　→ \n") == [["雨量計"], ["風向計"]]
    assert keys("# 手順\n\n申請書を（　　）に出す。\n　→ 承認\n\n印を（　　）に押す。\n　→ 発送\n") == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("鉄板でふさぐ。厚紙は破れるのでふさげない", 1),
        ("厚紙はふさげる。鉄板は重い", 2),
        ("厚紙をのりではる。鉄板は重くて使えない", 2),
    ],
)
def test_a_remark_in_a_list_that_swaps_two_choices_leaves_the_question_unasked(told: str, found: int) -> None:
    asks = "問1 小屋をふさぐものはどれか。\nA) 鉄板を打つ\nB) 厚紙をはる\nC) 水をまく\n\n"
    more = "問2 火を消すものはどれか。\nA) 鉄板を打つ\nB) 厚紙をはる\nC) 水をまく\n\n---\n\n"
    table = f"**答え**\n\n| 問 | 答 | 理由 |\n|---|---|---|\n| 1 | B | {told} |\n| 2 | C | ぬれるから |\n"
    assert len(keys(f"{asks}{more}{table}")) == found


def test_verdicts_on_statements_name_no_choice() -> None:
    said = "### はい・いいえ\n\n次のうち正しいのはどれか。\n\n1. 板はかたい。\n2. 紙はぬれない。\n3. 水はながれる。\n\n"
    assert keys(f"{said}**答え**\n\n1 はい（木だから）\n2 いいえ（ぬれる）\n3 はい\n") == []
    assert keys(f"{said}**答え**\n\n1（木だから）\n") == [["1"]]


def test_gaps_are_filled_by_the_list_beneath_their_heading_whatever_else_has_their_numbers() -> None:
    before = "## Q1 かたいものはどれか。\n\n| No | 選択肢 | 正誤 |\n|---|---|---|\n| 1 | 板 | ○ |\n| 2 | 紙 | × |\n\n"
    assert keys(f"{before}{_GAPS}1 → ます\n2 → 風車\n3 → シャベル\n") == [["1"], ["ます"], ["風車"], ["シャベル"]]
