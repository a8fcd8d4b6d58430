"""More ways in which people write choices and answers, and what looks like them."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


LEGEND = "★が正解。\n\n"


def test_choices_between_slashes_with_a_sign_before_the_label():
    text = f"{LEGEND}◆1 空の色は？\nA. 赤 / ★B. 青/緑 / C. 黄\n\n◆2 草の色は？\n★A. 緑 / B. 青 / C. 黄\n"
    questions, _ = asked(text)
    assert [key(question) for question in questions] == [["B"], ["A"]]
    assert [plain(choice.words) for choice in questions[0].choices] == ["赤", "青/緑", "黄"]


@pytest.mark.parametrize(
    "line",
    [
        "A. 赤 / B. 青 / C. 黄",  # nothing is marked
        "★A. 赤 / ★B. 青 / C. 黄",  # two, where one is asked for
        "A. 赤 / ★B. 青 / C. 黄（★は消し忘れ）",
        "★A. 赤 / B. 青", "★A. 赤 / C. 青 / B. 黄", "★赤 / 青 / 黄",
    ],
)  # fmt: skip
def test_what_between_slashes_tells_no_answer(line):
    assert keys(f"{LEGEND}◆1 空の色は？\n{line}\n") == []


OWN = "■ 問題1　空の色はどれか。\n\n1. 赤\n2. 青\n3. 黄\n\n{}\n"


@pytest.mark.parametrize(
    "line",
    [
        "【私】3　【解答】2", "【自分の番号】3　【解答】2", "私 3 / 答 2", "自分 1、3 / 正解 2", "ans=2 my=3",
        "正解 2　※最初3にして×", "正解 2（最初は3を選んで×）", "【私】2　【解答】2",
    ],
)  # fmt: skip
def test_what_the_learner_answered_beside_the_answer(line):
    assert keys(OWN.format(line)) == [["2"]]


@pytest.mark.parametrize(
    "line",
    [
        "【私】3　【解答】", "私 3 / 答 ", "私 3", "【私】3", "ans= my=3", "正解 2　※3に変更", "私 3 / 答 A社 2、B社 3",
        "私 1、3 / 答 1、(切れて読めない)",
    ],
)  # fmt: skip
def test_the_learners_answer_alone(line):
    assert keys(OWN.format(line)) == []


@pytest.mark.parametrize("dots", [" … ", "…"])
def test_dots_between_a_number_and_its_answer(dots):
    text = "1. 空の色はどれか。\n   1) 赤\n   2) 青\n\n2. 草の色はどれか。\n   1) 緑\n   2) 青\n\n"
    assert keys(f"{text}## こたえ\n\n- 1{dots}2)\n- 2{dots}1)\n") == [["2"], ["1"]]
    assert keys(f"{text}## こたえ\n\n- 1{dots}2)\n- 2{dots}5)\n") == [["2"]]


def test_the_first_question_with_its_number_in_brackets():
    text = "## 記録\n\n- 5/12 前半\n\n【1】正しいものはどれか。\n\n1. 空は赤い。\n2. 空は青い。\n3. 空は黄色い。\n\n"
    assert keys(f"{text}1　× 夕方\n2　○\n3　×\n") == [["2"]]
    assert keys(f"{text}1　× 夕方\n2　？\n3　×\n") == []
    assert keys(f"{text}1　× 夕方\n2　○ かも\n3　×\n") == []


def test_a_circled_number_begins_a_question():
    text = "⑤　草は赤い。\n\n→△　あとで調べる\n\n⑥　空の色はどれか。\n\n　1　赤\n　2　青\n　3　黄\n\n→2　昼の空\n"
    assert keys(text) == [["2"]]


def test_an_answer_with_a_note_in_brackets_behind_it():
    text = "空の色は？\n\n- 赤\n- 青 ←正解（{}）\n- 黄\n"
    assert keys(text.format("昼・晴れ")) == [["2"]]
    assert keys(text.format("たぶん")) == []


def test_all_that_are_ticked():
    text = "チェックついてるのが正解。\n\n### 3-2 空に見えるのは？（すべて）\n\n- [x] 雲\n- [x] 虹\n- [ ] 草\n"
    assert keys(text) == [["1", "2"]]
    assert keys(text.replace("（すべて）", "")) == []


def test_hiragana_that_label_choices_are_no_exclamations():
    assert keys("Q. 空の色は？\nあ. 赤\nい. 青\nう. 黄\nえ. 緑\nA. い\n") == [["い"]]


def test_a_step_is_not_what_comes_out():
    text = "### 問3\n比較回数はどれか。\n\nア　1024\nイ　11\n\n正解：イ\n{}\n"
    assert keys(text.format("2^10=1024 なので 10+1 回。")) == [["イ"]]
    assert keys(text.format("2^10=1024 なので 1024 回。")) == []


def test_a_list_of_answers_between_slashes_is_no_run_of_choices():
    text = "### 問1 空の色はどれか。\n\nア 赤\nイ 青\nウ 黄\n\n### 問2 草の色はどれか。\n\nア 緑\nイ 青\n\n"
    assert keys(f"{text}【解答】\n(1) イ / (2) ア / (3) ウ\n") == [["イ"], ["ア"]]


@pytest.mark.parametrize("asks", ["今日やるのは？（すべて）", "集まりに出るのは？（全員）"])
def test_ticks_without_a_legend_are_ones_own(asks):
    assert keys(f"# メモ\n\n### {asks}\n\n- [x] 洗濯\n- [x] 掃除\n- [ ] 料理\n") == []


@pytest.mark.parametrize("note", ["と書いて×", "間違い", "予想", "去年の？", "ではなかった"])
def test_a_note_behind_an_answer_that_takes_it_back(note):
    assert keys(f"空の色は？\n\n- 赤\n- 青 ←正解（{note}）\n- 黄\n") == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("→ 1 put off = 延期する", [["1"]]), ("→ 2 put off = 延期する", []), ("→ 1 off か 2 on", []),
        ("→ 1 put off?", []), ("→ 3 ←これは昨日のページ", []), ("→ 1 offer とは別", []),
    ],
)  # fmt: skip
def test_an_arrow_at_a_choice_with_the_phrase_it_completes(line, found):
    assert keys(f"**Q2.** The meeting was put ( ) until Monday.\n(1) off (2) on (3) up (4) out\n{line}\n") == found
