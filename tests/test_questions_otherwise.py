"""Explanations, remarks and tables that say otherwise than the answer: then nothing is asked."""

from __future__ import annotations

import pytest

from support.asking import asked, key

LAYER = "### 問3\nTCP が位置するのはどの層か。\n\n- ア ネットワーク層\n- イ トランスポート層\n- ウ セッション層\n\n"
WHO = "【問六】運河の国有化を宣言した人物はだれか。\n①サダト ②アブド ③ナセル ④ムバラク\n【解】{}\n"
NAMED = "### 問{0}\n{0}時の空の色はどれか。\n\nア 赤\nイ 青\nウ 黄\n\n答え：イ\n\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize("said", ["解説:TCP も UDP もトランスポート層。", "【解説】TCPは「トランスポート層」です。"])
def test_an_explanation_that_says_another_choice_of_the_questions_subject(said):
    assert keys(f"{LAYER}答え：ウ\n\n{said}\n") == []
    assert keys(f"{LAYER}答え：イ\n\n{said}\n") == [["イ"]]


@pytest.mark.parametrize(
    "said",
    [
        "IP はネットワーク層。", "TCP はトランスポート層と混同しやすい。", "TCP はトランスポート層ではない。",
        "TCP はトランスポート層のすぐ上のセッション層。",
    ],
)  # fmt: skip
def test_an_explanation_that_tells_of_other_things_or_compares(said):
    assert keys(f"{LAYER}答え：ウ\n\n{said}\n") == [["ウ"]]


def test_an_explanation_that_tells_of_another_choice_what_the_question_asks():
    said = "【説】1956年、ナセル大統領が国有化を宣言し、戦争のきっかけに。"
    assert keys(f"{WHO.format('①')}{said}\n") == []
    assert keys(f"{WHO.format('③')}{said}\n") == [["3"]]
    assert keys(f"{WHO.format('①')}【説】前任のナセルが死去したあと。\n") == [["1"]]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("サダトは次の大統領なので、この問では選ばない。", []),
        ("サダトは和平の人なので別物。", []),
        ("サダトは後任なので違う。", []),
        ("サダトではない気がする。", []),
        ("国有化を宣言したのはナセル大統領。", []),
        ("正しくはナセル。", []),
        ("サダトは後任。", [["1"]]),
        ("ナセルは運河の国有化より前の人。", [["1"]]),
        ("サダトはアブドとは別物。", [["1"]]),
        ("アブドは古い人なので、この問では選ばない。", [["1"]]),
    ],
)
def test_an_explanation_that_denies_the_answers_own_words(said, found):
    assert keys(f"{WHO.format('①')}{said}\n") == found


@pytest.mark.parametrize(
    "remark",
    [
        "## 訂正(7/12)\n問7、答えの欄にイと書いてたけど隣の問題のを写してた。問7の正解はウ。",
        "(塾から連絡:問7は出題ミス。)", "!! 問6〜問8、解答欄が1個ずつズレてるっぽい !!",
        "3/3 問7 の ans も怪しい。手元で試すまで信用しない", "連絡：問七は全員に点。",
        "訂正：問7の正解はウ", "## 訂正\n\n- 問7：ウ", "## 正誤表\n\n問7 誤：イ 正：ウ",
        "| 問 | 訂正 |\n|---|---|\n| 7 | ウ |", "問7、ウだった", "問7の答え、イじゃなくてウ", "追記：問7はウでした",
        "(7)の答えはウに訂正", "問7：全員正解", "問7 没", "問7の選択肢が古い", "Q7の答えが怪しい", "問7だけ自信ない",
        "上の問7、答えは勘", "問7はウが正しい",
    ],
)  # fmt: skip
def test_a_remark_elsewhere_withdraws_the_questions_it_numbers(remark):
    assert keys(f"{NAMED.format(7)}{NAMED.format(9)}---\n\n{remark}\n") == [["イ"]]


@pytest.mark.parametrize("remark", ["問7以降は未採点", "問7・問9は答えが逆", "問7から答えが1つずつズレてる"])
def test_a_remark_elsewhere_withdraws_several(remark):
    assert keys(f"{NAMED.format(5)}{NAMED.format(7)}{NAMED.format(9)}---\n\n{remark}\n") == [["イ"]]


@pytest.mark.parametrize(
    ("remark", "asks"),
    [
        ("答えは全部自分の予想", False), ("全部自己採点なので間違いあるかも", False),
        ("答えは全部ページの終わり", True), ("ここまでの答えは友達のもの", False),
    ],
)  # fmt: skip
def test_a_remark_on_all_answers_of_a_file(remark, asks):
    assert bool(keys(f"{NAMED.format(7)}{NAMED.format(9)}---\n\n{remark}\n")) is asks
    assert bool(keys(f"# ノート\n\n{remark}\n\n{NAMED.format(7)}")) is (asks or remark.startswith("ここまで"))


@pytest.mark.parametrize(
    "remark", ["問7は去年も出た。", "問7はイが正しい", "問7は難しかったが勘でなく解けた", "3/3 問7は2回目で正解。"]
)
def test_a_remark_that_withdraws_nothing(remark):
    assert keys(f"{NAMED.format(7)}{NAMED.format(9)}---\n\n{remark}\n") == [["イ"], ["イ"]]


@pytest.mark.parametrize(
    "after",
    [
        "出題ミスなので全員に点。", "正解が複数あるので。", "これ1)じゃないかも。", "アプリだと3)になってた。",
        "×2)→○3)", "ごめん、3)だった", "やっぱ3)", "3の間違い", "(3の書き間違い)", "先生いわく3", "改正で3",
        "友達は3と言ってた", "採点されず", "全員正解になった", "没問", "正解が2つある", "正解なし",
        "↑1つ上の問題の答え", "解答欄ズレてる", "未確認情報", "うろおぼえ", "合ってるか不明", "ほんとかな",
        "記号は旧版のもの",
        "どっちが古い情報？", "3 ○ ？ 緑だったような…", "1と3どっちも○になってしまった。",
    ],
)  # fmt: skip
def test_doubts_of_a_writer(after):
    question = "### 問1 空の色はどれか。\n\n1) 赤\n2) 青\n3) 黄\n\n答え：2)\n\n"
    assert keys(f"{question}{after}\n") == []


CALLOUT = "> [!question] 技術-{}\n> 空の色はどれか\n> - a. 赤\n> - b. 青\n> - c. 黄\n\n"
TABLE = "## 早見表\n\n| 問 | 解 |\n|---|---|\n| 技術-1 | {} |\n| 技術-2 | c |\n"


def test_a_table_gives_answers_by_title():
    answered = CALLOUT.format(1) + "> [!success]- 解答\n> a\n\n"
    assert keys(answered + TABLE.format("d")) == [["A"]]  # there is no such choice
    assert keys(answered + TABLE.format("b")) == []
    assert keys(answered + CALLOUT.format(2) + TABLE.format("a")) == [["A"], ["C"]]
    assert keys(CALLOUT.format(2) + TABLE.format("a").replace("早見表", "自分の答え")) == []
    assert keys(CALLOUT.format(2) + CALLOUT.format(2) + TABLE.format("a")) == []


def test_a_wish_for_an_occasion_is_no_question():
    bold = "太字が正解です。\n\n## {}\n\n* 赤\n* **青**\n* 黄\n"
    assert keys(bold.format("合格祝いに塗るなら?")) == []
    assert keys(bold.format("赤と緑の間に塗るなら?")) == [["2"]]


@pytest.mark.parametrize(
    ("beneath", "found"),
    [
        ("答：○ (3メートル以内は駐車禁止だから、してはだめ)", ["2"]),
        ("答：○ (3メートルを超えれば駐車してもよい)", ["1", "2"]),
        ("答：× (駐車してはいけない)", ["2", "2"]),
        ("×(3回目…もうやだ)", ["2"]),
        ("答：○ 「から」が間違い", ["2"]),
    ],
)
def test_what_is_said_with_a_verdict_denies_it(beneath, found):
    text = f"# ○×帳\n\n1. 出入口から3メートルに駐車してもよい。\n {beneath}\n2. 赤は進めである。\n 答：×\n"
    assert [each for question in keys(text) for each in question] == found


def test_a_remark_on_another_question_is_none_on_this():
    later = NAMED.format("2-9").replace("答え：イ", "答え：イ\n\n{}")
    assert keys(f"{NAMED.format('2-7')}{later.format('※問3の答えはウに訂正')}") == [["イ"], ["イ"]]
    assert keys(f"{NAMED.format('2-7')}{later.format('※問9の答えはウに訂正')}") == [["イ"]]
