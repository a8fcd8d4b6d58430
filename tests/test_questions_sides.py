"""Statements and gaps answered beside them: on cards, behind a space, in the paragraph, beside one's own answer."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CARDS = "## 正誤\n\nカード1：空は昼に青い。○か×か\n?\n{}\n\nカード2：空は夜に青い。○か×か\n?\n{}\n"
LIST = "# 空\n\n1. 空は昼に青く見える。　**○**\n2. 空は夜に青く見える。　**×**\n3. 空は朝に赤く見える。　{}\n"
CIRCLED = "# 空\n\n① 昼の空の色は〔　　　〕である。\n　　A. {}\n② 夜の色は？　ア 赤　イ 青　ウ 黒\n　　A. ウ\n"


def keys(text: str) -> list[str]:
    return ["".join(key(question)) for question in asked(text)[0]]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("○", "× 夜は暗いので見えない。", ["1", "2"]), ("○", "", ["1"]), ("○？", "× 夜は暗い。", ["2"]),
        ("○ 間違い。", "× 夜は暗い。", ["2"]),
    ],
)  # fmt: skip
def test_statements_on_cards_are_asked_and_what_explains_them_is_none(one, other, found):
    assert keys(CARDS.format(one, other)) == found


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ("**○**", ["1", "2", "1"]), ("**×**（夕方も）", ["1", "2", "2"]), ("（　）", ["1", "2"]),
        ("**○** **×**　←読めない", ["1", "2"]), ("**×**　朝も赤いので、文のとおり。", ["1", "2"]),
        ("**○**？", ["1", "2"]), ("", ["1", "2"]),
    ],
)  # fmt: skip
def test_a_mark_behind_a_numbered_sentence(mark, found):
    assert keys(LIST.format(mark)) == found


def test_marks_behind_sentences_that_may_be_a_list_of_things_done():
    assert keys("# 今日\n\n1. 朝に窓を開けておいた。　○\n2. 昼に花へ水をやった。　○\n") == []
    assert keys("# 今日\n\n朝に窓を開けておいた。　○\n\n昼に花へ水をやった。　×\n") == []


@pytest.mark.parametrize(
    ("beneath", "found"),
    [
        ("自分：正　正解：誤　×", ["2"]), ("自分：誤　正解：誤　○", ["2"]), ("自分：正　正解：", []), ("自分：正", []),
        ("自分：正　正解：誤？", []),
    ],
)  # fmt: skip
def test_the_right_verdict_beside_ones_own(beneath, found):
    assert keys(f"# 空\n\n**7.** 正誤問題：空は夜に青く見える。\n{beneath}\n夜は暗い。\n") == found


def test_a_statement_that_is_numbered_by_part():
    text = "# 空\n\n**101-08** ○か×か：空は夜に青く見える\n\n> [!success]- 解答\n> ×\n> 夜は暗い。\n"
    assert keys(text) == ["2"]
    questions, _ = asked(text)
    assert "".join(questions[0].stem[-1].words) == "空は夜に青く見える"


@pytest.mark.parametrize(
    ("answer", "found"),
    [("水色", ["水色", "ウ"]), ("水色？赤？　誰かに聞く", ["ウ"]), ("水色かな", ["ウ"])],
)
def test_circled_questions_of_one_paragraph_with_their_answers(answer, found):
    assert keys(CIRCLED.format(answer)) == found


def test_choices_beneath_a_gap_are_no_answers_to_type():
    text = "# 空\n\n① 昼の空の色は〔　　　〕である。\nA. 赤\nB. 青\nC. 黄\n"
    assert keys(text) == []


@pytest.mark.parametrize(("title", "found"), [("四字熟語（空欄に入る漢字）", ["霧", "髪"]), ("四字熟語", [])])
def test_short_words_with_a_gap_beneath_a_heading_that_says_so(title, found):
    text = f"### {title}\n\n・五里（　）中　答：霧\n　「夢」ではない。\n・間一（　）　答：髪\n・間二（　）　答：？\n"
    assert keys(text) == found
