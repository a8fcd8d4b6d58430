"""Habits of writers: marks shown by example, other alphabets, answers with their working, remarks at the file's end."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


WHICH = "### 空の色はどれか\n* 赤\n* 青 {mark}\n* 黄\n\n### 草の色なのは？\n* 緑 {mark}\n* 青\n* 黄\n\n"
BARE = "### 雪の色は？\n* 黒\n* 赤\n* 白 {mark}\n"


@pytest.mark.parametrize("mark", ["⭕", "✅", "◎"])
def test_a_mark_that_two_questions_show_is_the_answers_in_others(mark):
    assert keys((WHICH + BARE).format(mark=mark)) == [["2"], ["1"], ["3"]]


@pytest.mark.parametrize(
    "text",
    [
        BARE.format(mark="⭕"),  # one alone may be what somebody chose
        (WHICH + BARE).format(mark="⭕").replace("* 赤\n* 青", "* 赤 ×\n* 青", 1).replace("空の色はどれか", "色"),
        "⭕は自分の答え。\n\n" + BARE.format(mark="⭕"),
        WHICH.format(mark="⭕").replace("空の色はどれか", "空") + BARE.format(mark="⭕"),  # shown once only
    ],
)
def test_a_mark_that_is_not_shown_to_be_the_answers(text):
    assert ["3"] not in keys(text)


IROHA = "### 2 色\n問い　空の色は。\nイ．赤　ロ．青　ハ．黒　ニ．白\n\n{}\n"


@pytest.mark.parametrize(
    "said",
    ["答え：ロ", "だから答えはロ。", "空は青い。よって答えはロ。", "晴れた日に見える。正解はロ。", "ロが正解です。"],
)
def test_the_letters_of_iroha_in_every_kind_of_answer(said):
    assert keys(IROHA.format(said)) == [["ロ"]]


def test_hiragana_before_a_wide_space():
    assert keys("（3）空の色はどれか。\n　あ　赤\n　い　青\n　う　黄\n\n答え：い\n") == [["い"]]
    assert keys("空の話。\n　あ　そうか\n　い　いいね\n") == []


LATIN = "### 問1 答えはどれか。\n\n- ア 9\n- イ 11\n- ウ 13\n\n{}\n"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("**正解:イ** 8+2+1=11", [["イ"]]),
        ("答え：イ　8+2+1=11", [["イ"]]),
        ("答え：イ 8+2+1=11？", []),
        ("答え：イ 13", []),
        ("解 8+1=9 よって **イ**", []),
    ],
)
def test_an_answer_with_its_working(said, wanted):
    assert keys(LATIN.format(said)) == wanted


COLOURS = "### 問1 空の色はどれか。\n\nA. 赤\nB. 青\nC. 黄\n\n{}\n"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("正答 B/自分 C", [["B"]]),
        ("正答 B／自分：C", [["B"]]),
        ("正答 B/自分 C 写し間違えたかも", []),
        ("答案：B", [["B"]]),
        ("空は高い。よって B 。", [["B"]]),
        ("- ~~答：C~~\n- 答：B（訂正。C は夕方の色）", [["B"]]),
        ("- ~~答：C~~\n- 答：B？（訂正）", []),
        ("- ~~答：C~~", []),
        ("答え：B\n\n「昼」なので黄を使う。", []),
        ("答え：B\n\n「昼」なので青を使う。", [["B"]]),
    ],
)
def test_an_answer_beside_what_else_was_answered(said, wanted):
    assert keys(COLOURS.format(said)) == wanted


def test_an_answer_that_the_letter_of_answers_leads_to():
    text = "Ｑ．空の色はどれか。\n1　赤\n2　青\n3　黄\n\nＡ．正解は{}。晴れた日。\n"
    assert keys(text.format("2番")) == [["2"]]
    assert keys(text.format("2番か3番")) == []


MONTHS = "### 問2 何か月ごとか。\n1. 1か月\n2. 3か月\n3. 6か月\n\n正解：{}\n\n半年ごと。よって{}。\n"


def test_a_conclusion_that_may_be_another_choice_is_a_contradiction():
    assert keys(MONTHS.format(2, "3が正しい")) == []
    assert keys(MONTHS.format(3, "3が正しい")) == [["3"]]


GAP = "この費用の勘定科目を（　　　）という。\n\n→ {}\n"


def test_what_stands_behind_a_wide_space_is_not_to_be_typed():
    assert keys("### ドリル④\n" + GAP.format("減価償却費")) == [["減価償却費"]]
    assert keys("### ドリル④\n" + GAP.format("減価償却費　間接法なら相手は累計額")) == [["減価償却費"]]
    assert keys("### ドリル④\n" + GAP.format("減価償却費　修繕費")) == []


EXAM = "".join(
    f"#### 設問{number} {number}番目の色はどれか。\nア. 赤\nイ. 青\nウ. 黄\n\n答え：イ\n\n" for number in range(1, 6)
)


@pytest.mark.parametrize(
    ("remark", "left"),
    [
        ("- 設問4 正解を「イ」から「ウ」に訂正します。", 4),
        ("- 設問5 選択肢に不備がありました。", 4),
        ("設問3~5は一つずつずれて写した気がする。信用しないこと。", 2),
        ("設問2、設問3は間違いらしい。", 3),
        ("追記：設問1のこたえ、違うらしい。調べ直す。", 4),
        ("設問1から設問5まで終わり。", 5),
        ("設問3~5は簡単だった。", 5),
    ],
)
def test_remarks_at_the_end_take_answers_back(remark, left):
    assert len(keys(f"# 模試\n\n{EXAM}## 正誤表\n{remark}\n")) == left


def test_a_stem_with_a_gap_beneath_a_heading():
    text = "正解のところに ✔ を付けています。\n\n## 助詞\n\n**① 친구( ) 만나요.**\n1) 에\n2) 를 ✔\n3) 가\n"
    assert keys(text) == [["2"]]


def test_a_legend_is_no_choosing_of_ones_own():
    assert keys("# 単語\n毎朝5問。答えは太字にする。\n\n① 空の色は?\n1. 赤\n2. **青**\n3. 黄\n") == [["2"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("【問題2】 空の色は( )という。\n【答】青\n", [["青"]]),
        ("【問題2】 空の色を〔　〕という。\n【答】青\n", [["青"]]),
        ("【問題2】 空の色を（　　）という。\n【答】青。昼に見える。\n", [["青"]]),
        ("【問題2】 空の色を（　　）という。\n【答】青。水色も可。\n", []),
        ("【問題2】 f( ) を呼ぶ。\n【答】青\n", []),
    ],
)
def test_gaps_and_what_explains_their_answers(text, wanted):
    assert keys(text) == wanted


PARTS = (
    "## A. 法令\n\n(1) 空の色はどれか。\n　１．赤　２．青　３．黄\n\n(2) 草の色はどれか。\n　１．緑　２．青　３．黄\n\n"
    "解答：(1)→2　(2)→1\n{}\n"
)


@pytest.mark.parametrize("after", ["", "解説：(1)は昼の色。(2)の草は夏の色。", "【解説】：(2)は夏。"])
def test_an_explanation_beneath_a_line_of_answers(after):
    assert keys(PARTS.format(after)) == [["2"], ["1"]]


def test_headings_that_are_numbers_alone():
    questions = (
        "# 色\n\n## 問題\n\n### 1\n空の色はどれか。\n① 赤\n② 青\n③ 黄\n\n### 2\n草の色はどれか。\n① 緑\n② 青\n③ 黄\n\n"
    )
    assert keys(f"{questions}## 答え\n\n1. ②\n2. ①\n") == [["2"], ["1"]]
    parts = "## 2\n\n(1) 空の色はどれか。\n① 赤\n② 青\n③ 黄\n\n## 解答\n\n2. ③\n"
    assert keys(parts) == []  # a part's number is not its question's


LIST = "### 問1 {stem}\n\n1. 赤\n2. 青\n3. 黄\n\n{after}\n"


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ("**解説**\n1. ×　夕方の色\n2. ○　昼の色\n3. ×　花の色", [["2"]]),
        ("肢1 × 夕方。\n肢2 ○\n肢3 × 花。\n\nよって正解は2", [["2"]]),
        ("肢1 × 夕方。\n肢2 ○\n肢3 × 花。\n\nよって正解は3", []),
        ("昼は青い。よって 2) が正しい。夕方は違う。", [["2"]]),
        ("残る 2) が正解。", [["2"]]),
        ("2) が正しいのは昼だけ。", []),
        ("2) が正解なら空は青い。", []),
        ("2) が正解に見えるが違う。", []),
        ("…(2)。昼の色。", [["2"]]),
        ("→ 2 青 「昼の色」", [["2"]]),
        ("→ 2 赤 「昼の色」", []),
        ("正解：2\n\n※この問題は不適切問題として全員加点。", []),
        ("正解：2\n（シャッフル前の記号）", []),
    ],
)
def test_more_ways_to_tell_the_answer_beneath_choices(after, wanted):
    assert keys(LIST.format(stem="空の色はどれか。", after=after)) == wanted


def test_verdicts_on_choices_where_the_wrong_one_is_wanted():
    after = "肢1 ○\n肢2 ×\n肢3 ○\n\nよって正解は{}"
    assert keys(LIST.format(stem="誤っているものはどれか。", after=after.format(2))) == [["2"]]
    assert keys(LIST.format(stem="誤っているものはどれか。", after=after.format(1))) == []


QUOTED = "> **Q1** 空の色はどれか。\n> - a 赤\n> - b 青\n> - c 黄\n\n**{}** b\n"


def test_an_answer_with_its_questions_number_and_a_letter():
    assert keys(QUOTED.format("A1")) == [["B"]]
    assert keys(QUOTED.format("A2")) == []  # another question's


def test_a_letter_in_brackets_beneath_choices():
    text = "1. 空の色はどれか。\nイ．赤\nロ．青\nハ．黄\n　【{}】\n"
    assert keys(text.format("ロ")) == [["ロ"]]
    assert keys(text.format("　")) == []


def test_an_answer_behind_a_headings_number():
    text = "## {}　答：ハ\n空の色は。\n\nイ．赤\nロ．黄\nハ．青\n"
    assert keys(text.format(1)) == [["ハ"]]
    assert keys(text.format(1).replace("答：ハ", "答：あとで")) == []


def test_the_right_one_marked_behind_its_bullet():
    text = "★をつけたのが正しいもの。\n\n## 光\n\n問い：空の色は何色？\n・赤\n・★青\n・黄\n"
    assert keys(text) == [["2"]]


def test_a_statement_that_is_judged_twice():
    two = "○＝正しい　×＝誤り\n\n**No.1** 空は青い色である。\n\n→ ○\n\n**No.2** 草は赤い色である。\n\n→ ×\n{}\n"
    assert keys(two.format("")) == [["1"], ["2"]]
    assert keys(two.format("\n（2周目）→ ○\n")) == [["1"]]


NUMBERED = "## 性質\n\n蒸気は重い。\n\n" + "".join(
    f"【{number}】{number}番目として正しいものは。\n\n(1) 赤\n(2) 青\n(3) 黄\n\n" for number in (1, 2, 3)
)


def test_a_table_of_answers_whose_head_only_counts():
    table = "| 1 | 2 | 3 |\n|---|---|---|\n| 2 | {} | 3 |\n"
    assert keys(f"{NUMBERED}## 正解表\n\n{table.format(1)}") == [["2"], ["1"], ["3"]]
    assert keys(f"{NUMBERED}## 正解表\n\n{table.format('－')}") == [["2"], ["3"]]
    assert keys(f"{NUMBERED}## 点数\n\n{table.format(1)}") == []
