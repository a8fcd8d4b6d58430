"""What begins a word is no label, and what is offered as a choice is not typed."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from studynotes.questions.words import labels
from support.asking import asked, key


@pytest.mark.parametrize(
    ("payload", "known", "named"),
    [
        ("1 exhausted", "1234", ["1"]), ("2 have", "1234", ["2"]), ("1 a big dog", "1234", ["1"]),
        ("b a dog", "ABCD", ["B"]), ("C I am", "ABCD", ["C"]), ("1 アジア", "1234", ["1"]),
        ("ア インド", "アイウエ", ["ア"]), ("B d", "ABCD", ["B", "D"]), ("b a", "ABCD", ["B", "A"]),
        ("A and C", "ABCD", ["A", "C"]),
        ("ア　イ", "アイウエ", ["ア", "イ"]), ("アとイ", "アイウエ", ["ア", "イ"]), ("１，４", "1234", ["1", "4"]),
    ],
)  # fmt: skip
def test_a_letter_is_a_label_only_where_no_word_begins(payload, known, named):
    found = labels.answer_labels(payload, list(known))
    assert found is not None
    assert list(found[0]) == named


@pytest.mark.parametrize(
    ("choices", "answer", "right"),
    [
        ("1 borrow　2 launch　3 blame　4 freeze", "1 borrow", "1"),
        ("1 exhausted　2 generous　3 curious　4 polite", "1 exhausted（疲れ切った）", "1"),
        ("1 had　2 have　3 will have　4 having", "2 have", "2"),
        ("ア アジア　イ アフリカ　ウ ヨーロッパ", "ア アジア", "ア"),
        ("イ．2　　ロ．3　　ハ．8　　ニ．16", "ハ", "ハ"),
    ],
)
@pytest.mark.parametrize("word", ["正解: ", "答え　"])
def test_the_answer_to_choices_on_one_line_is_a_choice(choices, answer, right, word):
    questions, _ = asked(f"(1) We (　　) in the hall on Monday.\n{choices}\n\n{word}{answer}\n")
    assert [(question.recogniser, key(question)) for question in questions] == [("choices", [right])]


@pytest.mark.parametrize(
    ("choices", "answer"),
    [
        ("had / have / will have", "had"), ("[had, have, will have]", "have"), ("選択肢：had・have・having", "having"),
        ("(had, have)", "had"), ("1 had 2 have 3 will", "1 had"), ("1. had / 2. have", "1 had"),
        ("語群：had　have　will", "had"), ("復習のこと", "イ"), ("1 had　2 have　3 will have", "1 zebra か"),
        ("a. had\nb. have", "保留"),
    ],
)  # fmt: skip
def test_no_choice_is_to_be_typed(choices, answer):
    questions, _ = asked(f"(1) If I (　　) more time, I would read.\n{choices}\n正解: {answer}\n")
    assert [question for question in questions if question.recogniser == "blanks"] == []


@pytest.mark.parametrize(
    "text",
    [
        "(1) If I (　　) more time. (had / have / will)\n\n正解: had\n",
        "語群：had　have　will\n\n(1) If I (　　) more time.\n\n正解: had\n",
        "1 had　2 have　3 will\n\n(1) If I (　　) more time.\n\n正解: 1 had\n",
        "(1) If I (　　) more time.\n\n正解: 1 had\n\n1 had　2 have　3 will\n",
        "問1 色はどれか。\n1 青\n2 赤\n3 緑\n\n## 解答\n\n問1：2 赤いので(3)。\n",
    ],
)
def test_no_choice_that_stands_elsewhere_is_to_be_typed(text):
    assert asked(text)[0] == []


def test_what_no_choice_offers_is_typed():
    text = "(1) 水は（　　）度で凍る。\n（水、氷）\n\n正解: 0\n\n(2) 氷は（　　）に浮く。\n\n正解: 水\n"
    assert [question.answer for question in asked(text)[0]] == ["0", "水"]


def test_a_choice_that_is_a_label_in_brackets_keeps_its_number():
    questions, _ = asked("### 問1\n\nどれが出力されるか。\n\n1. `[2]`\n2. `[1]`\n3. `[1, 2]`\n\n正解は 3\n")
    assert [key(question) for question in questions] == [["3"]]
    assert [plain(choice.words) for choice in questions[0].choices] == ["[2]", "[1]", "[1, 2]"]


def test_words_that_are_a_choice_are_not_taken_for_another_ones_label():
    text = "### 問1\n\nWhich one barks?\n\na. a cat\nb. a dog\nc. a bird\n\n正解: {}\n"
    assert [key(question) for question in asked(text.format("a dog"))[0]] in ([], [["B"]])
    assert [key(question) for question in asked(text.format("b a dog"))[0]] == [["B"]]


@pytest.mark.parametrize("line", ["✅ インドの首都", "✅ 2 回まで", "✅ アジアの国"])
def test_a_tick_before_a_word_names_no_choice(line):
    questions, _ = asked(f"### 問1\n\n首都はどれか。\n\nア　東京\nイ　大阪\nウ　京都\n\n{line}\n")
    assert questions == []


def test_sentences_with_a_gap_and_an_arrow_in_a_row():
    text = "## 穴埋め\n\n- 資源を使えないことを【　　　】という。 → 排他\n- 待つことを【　　　】という。 → 待機\n"
    assert [question.answer for question in asked(text)[0]] == ["排他", "待機"]
    assert asked("## 穴埋め\n\n- 用紙の【　　　】を書いて出す。 → 受付\n- 名札をつける。 → 会場\n")[0] == []
    assert asked("## 当日\n\n- 氏名【　　】を書く。 → 受付\n- 住所【　　】を書く。 → 会計\n")[0] == []


def test_marks_beneath_numbered_statements_that_run_on():
    later = "## 二\n\n3. 月は恒星である。\n   **×**　衛星。\n"
    text = "## 一\n\n1. 水は百度で凍る。\n   **×**　零度。\n\n2. 氷は水に浮く。\n   **○**\n\n" + later
    assert [key(question) for question in asked(text)[0]] == [["2"], ["1"], ["2"]]
    assert asked(later)[0] == []
    done = "## 一\n\n1. 牛乳を早く買う。\n   ×\n2. 洗濯物を干す。\n   ○\n\n## 二\n\n3. 部屋を掃除する。\n   ×\n"
    assert [question.lines.first for question in asked(done)[0] if question.lines.first > 7] == []


@pytest.mark.parametrize(
    ("verdict", "right"),
    [("○ か ×", []), ("× → ○", []), ("× 零度。よって○。", []), ("× ○○法の話。", ["2"]), ("× 零度。よって×。", ["2"])],
)
def test_a_verdict_with_the_other_one_behind_it_asks_nothing(verdict, right):
    text = f"1. 水は百度で凍る。\n   {verdict}\n2. 氷は水に浮かぶ。\n   ○\n3. 月は恒星である。\n   ×\n"
    assert [key(question) for question in asked(text)[0]] == [*([right] if right else []), ["1"], ["2"]]


def test_figures_in_a_row_are_choices_and_their_number_is_not_typed():
    text = "1) 何日以内に返すか？\n{}\n答. 1\n\n2) 2+3 はいくつ？\n答. 5\n"
    questions, _ = asked(text.format("1.10日 2.14日 3.30日 4.60日"))
    assert [key(question) for question in questions] == [["1"], ["5"]]
    assert [plain(choice.words) for choice in questions[0].choices] == ["10日", "14日", "30日", "60日"]
    questions, _ = asked(text.format("10日 14日 30日 60日"))
    assert [key(question) for question in questions] == [["5"]]


def test_decimals_in_a_row_are_figures():
    text = "1) 平均はいくつか？\n1.2 2.3 3.4 4.5\n答. {}\n"
    assert [key(question) for question in asked(text.format("3.4"))[0]] == [["3.4"]]
    assert asked(text.format("3"))[0] == []
