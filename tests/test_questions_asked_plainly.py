"""Statements whose ○ and × are asked for, y/n, choices in brackets amid a sentence, one answer's table beneath it."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser != "comparison"]


def test_a_mark_right_behind_the_full_stop_of_a_numbered_statement():
    assert keys("# 犬\n\n1. 犬は哺乳類である。○\n2. 犬は爬虫類である。×\n") == [["1"], ["2"]]


ASKED = "# 犬\n\n次のうち、正しい記述には○を、誤った記述には×をつけなさい。\n\n{}"
LOOSE = "1. 犬は哺乳類に数えられている ○\n2. 犬は爬虫類に数えられている ×\n"


def test_statements_lack_their_full_stop_where_marks_are_asked_for():
    assert keys(ASKED.format(LOOSE)) == [["1"], ["2"]]
    assert keys(f"# 今週の習慣\n\n{LOOSE}") == []


def test_a_list_of_verdicts_beneath_statements_without_full_stops():
    said = (
        "以下の各文が正しければ○、誤りなら×を答えよ。\n\n1. 犬は哺乳類に数えられている\n2. 犬は爬虫類に数えられている\n"
    )
    answers = "\n<details><summary>解答</summary>\n\n1. **○** — 乳で育つ\n2. **×** — 卵は産まない\n\n</details>\n"
    assert keys(f"### 問1 動物\n\n{said}{answers}") == [["1"], ["2"]]


@pytest.mark.parametrize(
    ("offer", "said", "wanted"),
    [
        ("(y/n)", "y", [["1"]]),
        ("（Y/N）", "答え：n", [["2"]]),
        ("(T/F)", "→ F", [["2"]]),
        ("(y/n)", "答え：y（自信なし）", []),
        ("(y/n)", "自分の答え：y", []),
        ("(y/n)", "答え：y/n", []),
        ("Yes or No?", "A. Yes", [["1"]]),
    ],
)
def test_one_letter_of_two_that_are_offered(offer, said, wanted):
    assert keys(f"# 空\n\n### 問1. 空は晴れた日には青く見える。{offer}\n\n{said}\n") == wanted


WITHIN = "# 水\n\n### 問1. 水は冷えると【(a)氷 (b)湯気 (c)砂】になる。{}\n\n"


@pytest.mark.parametrize(
    "brackets", ["【(a)氷 (b)湯気 (c)砂】", "［ア 氷／イ 湯気／ウ 砂］", "（1. 氷、2. 湯気、3. 砂）"]
)
def test_choices_in_brackets_amid_their_sentence(brackets):
    questions, _ = asked(
        WITHIN.format("").replace("【(a)氷 (b)湯気 (c)砂】", brackets) + f"答え：{brackets[1:3].strip('(. ')}\n"
    )
    assert [[choice.words for choice in question.choices] for question in questions] == [[("氷",), ("湯気",), ("砂",)]]


@pytest.mark.parametrize(
    "text",
    [
        WITHIN.format(""),  # not answered
        WITHIN.format("") + "答え：a か b\n",
        "# 水\n\n水は冷えると【(a)氷】になる。\n\n答え：a\n",
    ],
)
def test_brackets_that_ask_nothing(text):
    assert keys(text) == []


def test_brackets_that_tell_of_the_choices_above():
    text = "# 空\n\n空の色はどれか。\n\nA. 赤\n\nB. 青\n\n光の色（A 夕焼け、B 昼）で変わる。\n\n正解：B\n"
    assert [[choice.words for choice in each.choices] for each in asked(text)[0]] == [[("赤",), ("青",)]]


def test_a_table_with_one_answer_beneath_its_question():
    text = "# 空\n\n### 【問1】色\n空の色はどれか。\n\nA. 赤\n\nB. 青\n\n"
    text += "| 問題 | {} | 解説 |\n| --- | --- | --- |\n| 問1 | **B** | 晴れ |\n"
    assert keys(text.format("正解")) == [["B"]]
    assert keys(text.format("自分の答え")) == []


def test_a_heading_with_a_sections_number_is_no_entry_of_a_list_of_answers():
    text = "# 空\n\n**Q8 色**\n空の色はどれか。\n\n- A. 赤\n- B. 青\n\n"
    text += "### 8.4 解答\n\n| 問 | 正解 |\n| --- | --- |\n| Q8 | B |\n\n### 8.5 目安\n\n満点なら合格。\n"
    assert keys(text) == [["B"]]


def test_a_list_that_explains_an_answer_is_no_choices():
    steps = "正解: （図）\n\n解説:\n順に行います。\n\n1. 開ける: ふたを取る\n2. 入れる: 湯を注ぐ\n"
    assert keys(f"# 問1\n\nどの順に作りますか？\n\n{steps}") == []


def test_an_ornament_behind_the_label_is_no_word():
    assert keys("# 空\n\n空の色を2つ選べ。\n\n- A. 赤\n- B. 青\n- C. 緑\n\n正解：AB🗳️\n") == [["A", "B"]]
    assert keys("# 空\n\n空の色を選べ。\n\n- A. 赤\n- B. 青\n- C. 緑\n\n正解：B🤔\n") == []


def test_two_that_one_may_choose_from_are_not_two_to_choose():
    assert keys("## 2択のうち当てはまる方を選択してください\n\nQ1. 空の色\n1. 青\n1. 赤\n\nA.1\n") == [["1"]]


ALONE = (
    "# 犬\n\n## 問題1（{}）\n\n犬は卵を産む。\n\n## 問題2（穴埋め）\n\n犬の子を（　　　）という。\n\n"
    "## 解答\n\n1. {}\n2. 子犬。成犬になる前です。\n"
)


def test_a_statement_alone_beneath_a_heading_that_asks_for_a_mark():
    assert keys(ALONE.format("○×", "×。乳で育てます。")) == [["2"], ["子犬"]]
    assert keys(ALONE.format("○×", "×？乳で育てます。")) == [["子犬"]]
    assert keys(ALONE.format("短答", "×。乳で育てます。")) == [["子犬"]]


QUOTING = (
    "# 湯\n\n湯を早く沸かす方法を2つ選ぶ問題。\n\n"
    "選択肢:\n- 鍋の火を強くする\n- 鍋の水を減らす\n- 鍋の水を増やす\n\n正解: {}\n"
)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("「火を強くする」「水を減らす」の2つ。", [["1", "2"]]),
        ("「火を強くする」と「鍋の水を増やす」", [["1", "3"]]),
        ("「火を強くする」「水を減らす」の3つ。", []),
        ("「火を強くする」「水を」", []),
        ("「火を強くする」「塩を足す」", []),
    ],
)
def test_choices_that_are_quoted_by_their_last_words(said, wanted):
    assert keys(QUOTING.format(said)) == wanted


HEAD = (
    "# 012: 空の色\n\n**分野**: 空\n**{}**: {}\n\n## 1. 用語\n\n空とは上のほう。\n\n"
    "## 2. 問題文（英語）\n\n> The sky is blue.\n>\n> A. True\n> B. False\n"
)
TWICE = "\n## 3. 問題文（日本語）\n\n> 空は青い。\n>\n> A. True（真）\n> B. False（偽）\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HEAD.format("正答", "A (True)"), [["A"]]),
        (HEAD.format("正答", "A (True)") + TWICE, [["A"], ["A"]]),
        (HEAD.format("回答", "A (True)"), []),  # may be one's own
        (HEAD.format("正答", "A（要確認）"), []),
        (HEAD.format("正答", "A (True)") + TWICE.replace("問題文（日本語）", "類題"), []),
        (
            HEAD.format("正答", "A (True)") + "\n## 3. 別の問題\n\n空は赤いか。\n\nA. True\nB. False\n\n正解：B\n",
            [["B"]],
        ),
    ],
)
def test_the_answer_at_the_head_of_a_file_with_one_question(text, wanted):
    assert keys(text) == wanted


RECORD = "# 色\n\n## 問1\n\n空の色はどれか。\n\n- A. 赤\n- B. 青\n- C. 緑\n\n{}\n"


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("| 正解 | 解説 |\n|---|---|\n| **B** | 散乱のため |", [["B"]]),
        ("| 項目 | 内容 |\n|---|---|\n| 正解 | B |\n| 解説 | 散乱のため |", [["B"]]),
        ("| 自分の解答 | 正解 |\n|---|---|\n| A | B |", [["B"]]),
        ("| 正解 | 解説 |\n|---|---|\n| B | Cかも |", []),
        ("| 正解 | 解説 |\n|---|---|\n| ~~B~~ | 散乱のため |", []),
        ("| 自分の解答 | 解説 |\n|---|---|\n| B | 散乱のため |", []),
        ("| 解答 | 判定 |\n|---|---|\n| A | × |", []),
        ("| 正解 | 不正解 |\n|---|---|\n| 2 | 3 |", []),
        ("| 質問 | 答え |\n|---|---|\n| 草の色は？ | C |", []),
    ],
)
def test_a_table_that_tells_of_the_question_above(table, wanted):
    assert keys(RECORD.format(table)) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [("**解答**: 誤り（夕方だけ）", [["2"]]), ("自分の解答: 誤り", []), ("答え：×？", [])],
)
def test_a_verdict_beneath_a_statement_whose_heading_asks_for_it(said, wanted):
    assert keys(f"# 空\n\n## 問題2 正誤\n\n晴れた日の空は赤く見える。\n\n{said}\n") == wanted


def test_numbered_lines_without_full_stops_and_their_list_of_verdicts():
    text = "(1) 空は青いものである\n(2) 空は赤いものである\n\n### 解答\n\n(1) ○\n(2) ×\n"
    assert keys(f"# 空\n\n次の文が正しければ○、誤っていれば×をつけよ。\n\n{text}") == [["1"], ["2"]]


def test_items_that_answer_a_list_of_questions_are_no_choices_of_the_last_one():
    above = "## 1. 試し\n\n1. 赤は色ではない。正しいか。\n2. 主な色を二つ挙げよ。\n3. 青ければ空だと断定できるか。\n\n"
    answered = "### 解答と解説\n\n1. **誤り。** 赤は色である。\n2. **赤、青**など。\n3. **断定できない。** 海もある。\n"
    assert keys(above + answered) == []


def test_what_looks_like_a_label_in_the_code_of_a_numbered_choice():
    choices = "1. `[1] 1 2`\n2. `[1] 2 1`\n3. `[1] 1 1`\n"
    assert keys(f"# 犬\n\n出力として正しいものを一つ選びなさい。\n\n{choices}\n答え：2\n") == [["2"]]


@pytest.mark.parametrize("said", ["Q1=B / Q2=B / Q3=C 🎉", "問1=B、問2=B、問3=C", "Q1 = B, Q2 = B, Q3 = C"])
def test_answers_in_one_line_with_equals_signs(said):
    question = "### Q{} ✅：犬はどれ{}？\n\nA. 柴{}\nB. 秋田\nC. 甲斐\n\n"
    all_of_them = "".join(question.format(number, number, number) for number in (1, 2, 3))
    assert keys(f"## 1. 犬\n\n{all_of_them}**答え**：{said}\n") == [["B"], ["B"], ["C"]]
