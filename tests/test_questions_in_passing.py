"""Test questions in notes that are written down in passing: choices in a bare row, answers by part, single doubts."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_BOLD = "# 練習\n\n正解は**太字**です。\n\n"
_GAP = "> The bus ------- at nine every day.\n\n"


def _keys(text: str) -> list[tuple[int, list[str]]]:
    return [(question.lines.first, key(question)) for question in asked(text)[0]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{_BOLD}{_GAP}leave / **leaves** / leaving / left\n\n三単現。\n", ["2"]),
        (f"{_GAP}leave / leaves / leaving / left\n\n→ leaves　三単現\n", ["2"]),
        ("水に浮くのは？\n鉄 / 鉛 / 氷\n答え：氷\n", ["3"]),
    ],
)
def test_a_row_beneath_a_question_is_its_choices(text: str, found: list[str]) -> None:
    assert [answer for _, answer in _keys(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        f"{_GAP}leave / **leaves** / leaving / left\n\n三単現。\n",  # nobody says what bold is
        f"{_BOLD}{_GAP}leave / leav**es** / leaving / left\n",
        f"{_BOLD}{_GAP}leave / **leaves** / **leaving** / left\n",
        f"{_BOLD}{_GAP}leave / **leaves** / leaving / left\n\n自信なし\n",
        f"{_BOLD}（　　）と（　　）をうめよ。\n\n**鉄** / 鉛 / 氷\n",
        f"{_BOLD}{_GAP}名詞 / 動詞 / **副詞**：うしろを見る\n",
    ],
)
def test_a_row_that_may_be_otherwise_is_not_asked(text: str) -> None:
    assert _keys(text) == []


_JUDGED = "【問１】次のうち、正しいものはどれか。\n１　塩は酸である。\n２　酢は酸である。\n３　石灰は酸である。\n\n"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("１…中性。×\n２…○ すっぱい\n３…アルカリ。×\n", [["2"]]),
        ("１…× 中性\n２…○ すっぱい\n３…× アルカリ\n", [["2"]]),
        ("１…中性。×\n２…○？ すっぱい\n３…アルカリ。×\n", []),
        ("１…中性。×\n２…○と書いた\n３…アルカリ。×\n", []),
    ],
)
def test_a_sign_may_stand_before_a_reason_or_behind_it(said: str, found: list[list[str]]) -> None:
    assert [answer for _, answer in _keys(_JUDGED + said)] == found


def test_an_x_judges_as_a_cross_does() -> None:
    rows = "| 番号 | 選択肢 | 判定 |\n|---|---|---|\n| 1 | 鉄 | x |\n| 2 | 氷 | ○ |\n| 3 | 鉛 | × |\n"
    assert [answer for _, answer in _keys(f"水に浮くのはどれか。\n\n{rows}")] == [["2"]]


_NUMBERED = "# 復習\n\n" + "".join(
    f"**{number}.**\n> The {word} ------- here.\n> (A) red (B) green (C) blue (D) grey\n\n"
    for number, word in ((1, "wall"), (2, "gate"), (3, "roof"), (4, "road"))
)


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ("1 (B)　2 (D)　3 (A)\n4 (C)", "BDAC"),
        ("1 (B)　2 ~~(D)~~　3 (A)\n4 (C)", "BAC"),  # withdrawn, and not the figure behind it
        ("1 (B)　2 (D)　3 (A)　4 (C)\n\n- 2は写しまちがえたかも\n- 4：前がthe", "BAC"),
        ("1 (B)　2 (D)　3 (A)　4 (C)\n\n- 2：(A) は名詞\n- 3：(B)も形は同じ", "BDC"),
        ("1 (B)　2 (D)　3 (A)　4 (C)\n\n- 2：(A) は正しい\n- 3：(B)が正解だった", "BC"),
    ],
)
def test_a_number_alone_above_a_quote_is_its_questions(answers: str, found: str) -> None:
    assert [answer for _, answer in _keys(f"{_NUMBERED}## 答え\n\n{answers}\n")] == [[label] for label in found]


def test_a_number_that_comes_twice_is_answered_by_none() -> None:
    text = _NUMBERED.replace("**3.**", "**2.**")
    assert [answer for _, answer in _keys(f"{text}## 答え\n\n1 (B)　2 (D)　4 (C)\n")] == [["B"], ["C"]]


_PARTS = """# ノート

## 1. 力と運動

(1) 力の単位は？
　①ニュートン　②ジュール　③ワット

(2) 質量と加速度の積を（　　　　）という。

## 2. 電磁気のはじめ

(1) 電流の単位は？
　①ボルト　②アンペア　③オーム

(2) 抵抗の逆数を（　　　　）という。

"""
_ALL = [(5, ["1"]), (8, ["力"]), (12, ["2"]), (15, ["コンダクタンス"])]


@pytest.mark.parametrize(
    ("title", "answers", "found"),
    [
        ("こたえ", "1. 力　(1)①　(2)力\n\n2. 電磁気　(1)②　(2)コンダクタンス", _ALL),
        ("こたえ", "- 力と運動　(1)①　(2)力\n- 電磁気　(1)②　(2)コンダクタンス", _ALL),
        ("こたえ", "1. 電磁気　(1)①　(2)力\n2. 力　(1)②　(2)コンダクタンス", []),  # number and title differ
        ("こたえ", "1. 力　(1)①　(2)力\n1. 力　(1)②　(2)コンダクタンス", []),
        ("こたえ", "1. 熱　(1)①　(2)力\n2. 電磁気　(1)②　(2)コンダクタンス", []),
        ("自分の答え", "1. 力　(1)①　(2)力\n2. 電磁気　(1)②　(2)コンダクタンス", []),
    ],
)
def test_answers_of_parts_that_are_named_by_their_titles(
    title: str, answers: str, found: list[tuple[int, list[str]]]
) -> None:
    assert _keys(f"{_PARTS}## {title}\n\n{answers}\n") == found


def test_numbers_with_their_answers_are_no_row_of_answers() -> None:
    text = _PARTS.replace("質量と加速度の積を（　　　　）という。", "仕事の単位は？\n　①ニュートン　②ジュール　③ワット")
    text = text.replace("抵抗の逆数を（　　　　）という。", "電圧の単位は？\n　①ボルト　②アンペア　③オーム")
    assert _keys(f"{text}## こたえ\n\n1 ①　2 ②\n") == []


_ARROWS = "".join(
    f"{what}を使うのはどれか\nイ．やすり{what}\nロ．のこぎり{what}\nハ．ベンダ{what}\nニ．かなづち{what}\n→{key_}。そのため。\n\n"
    for what, key_ in (("水", "イ"), ("火", "ロ"), ("木", "ニ"))
)
_BENT = "管を曲げる道具はどれか\nイ．やすり\nロ．のこぎり\nハ．ベンダ\nニ．かなづち\n"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("→やすりは削るのでイロニ消える。ハ。", [["ハ"]]),
        ("→ハが正しい。ニはたたく。", [["ハ"]]),
        ("これは簡単だった。ハ。", [["ハ"]]),
        ("→ハかニ。わからん", []),
        ("→ニにした。たぶん", []),
        ("→ニは間違い。", []),
        ("→ 誤り", []),
        ("→模試ではニ。", []),
        ("→次のやつはロ。", []),
        ("かなづちはたたく道具", []),
    ],
)
def test_a_line_right_beneath_the_last_choice_may_tell_of_the_question(said: str, found: list[list[str]]) -> None:
    assert [answer for _, answer in _keys(f"{_BENT}{said}\n")] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("→ハ 曲げるから", ["ハ"]),
        ("→ハ かな", None),
        ("→ハ? 曲げる", None),
        ("→ハ ニもありそう", None),
        ("→ハ ×だった", None),
        ("→ハ ←ニと勘違いしてた", None),
    ],
)
def test_an_arrow_where_the_files_answers_have_one(said: str, found: list[str] | None) -> None:
    asked_for = [answer for _, answer in _keys(f"{_ARROWS}{_BENT}{said}\n")]
    assert asked_for == [["イ"], ["ロ"], ["ニ"], *([found] if found else [])]


_TWO = "負債を二つ選べ。\n\n- ア　前払費用\n- イ　前受収益\n- ウ　未収収益\n- エ　未払費用\n\n"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("❌ 自分：ア・イ\n⭕ 正：イ・エ\n", [["イ", "エ"]]),
        ("❌ 自分：ア・イ\n⭕ 正：エ\n", []),
        ("❌ 自分：イ・エ\n", []),
    ],
)
def test_several_labels_may_be_right_beneath_ones_own(said: str, found: list[list[str]]) -> None:
    assert [answer for _, answer in _keys(_TWO + said)] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("40+50=90 足すだけ", []),  # which is another choice
        ("40+50=90 それに20足して110個", [["ウ"]]),
        ("40+80=120 から10引く", [["ウ"]]),
    ],
)
def test_what_comes_out_may_have_a_remark_behind_it(said: str, found: list[list[str]]) -> None:
    text = f"箱の数は？\n\nア．90個\nイ．100個\nウ．110個\nエ．120個\n\n正解：ウ\n\n{said}\n"
    assert [answer for _, answer in _keys(text)] == found


def test_a_reason_that_ends_in_calling_its_choice_the_answer_speaks_against_another() -> None:
    text = "Q1. 軽いものは？\n\n- A. 綿\n- B. 鉛\n- C. 鉄\n\n**正解：B**\n\n- A：水に浮くので、これが正解\n- B：重い\n"
    assert _keys(text) == []


def test_a_doubt_behind_a_statements_own_verdict_is_on_that_statement() -> None:
    said = "・鉄は水に浮く。 …×\n・氷は水に浮く。 …○\n"
    assert len(_keys(f"[* ○×ドリル]\n{said}・鉛は水に浮く。 …○? ちがう気もする\n")) == len(("iron", "ice"))
    assert len(_keys(f"[* ○×ドリル]\n{said}上のは自信なし\n")) == len(("iron",))


def test_a_heading_as_scrapbox_has_it_ends_a_question() -> None:
    question = "Q 軽いのは\n a) 綿\n b) 鉛\n c) 鉄\n正解: a\n\n[* ○×ドリル]\n"
    said = "・鉄は水に浮く。 …×\n・氷は水に浮く。 …○\n"
    assert [answer for _, answer in _keys(question + said)] == [["A"], ["2"], ["1"]]


_STATED = "◆問1　正誤：鉄は水に浮く。\n\n◆問2　正誤：氷は水に浮く。\n\n◆問3　空の色は？\n(1) 赤\n(2) 青\n(3) 黄\n\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("問1は誤り。重い。\n問2は正しい。\n問3は(2)。dは逆。", [["2"], ["1"], ["2"]]),
        ("問1は誤り。重い。\n問2は正しい。\n問3は誤り。", [["2"], ["1"]]),  # a question with choices is in error
        ("問1は誤りかも。\n問2は正しい。\n問3は(1)。", [["1"], ["1"]]),
        ("問1は誤り。要確認\n問2は正しい。\n問3は(2)。答えは逆。", [["1"]]),
    ],
)
def test_a_list_in_sentences_tells_of_statements_too(told: str, found: list[list[str]]) -> None:
    assert [answer for _, answer in _keys(f"{_STATED}## 答え合わせ\n{told}\n")] == found
