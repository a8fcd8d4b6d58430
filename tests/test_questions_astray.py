"""Answers gone astray: another question's, the learner's own, corrected elsewhere, explained for other choices."""

from __future__ import annotations

import pytest

from support.asking import asked, key

STEAM = "Q1. 湯をわかすと出るものはどれ？\nA. 氷\nB. 湯気\nC. 灰\n\n"
WATER = "Q2. 氷がとけると何になる？\nA. 水\nB. 灰\nC. 砂\n\n"
IRON = "Q3. 磁石につくものはどれ？\nA. 木\nB. 紙\nC. 鉄\n\n"


def _keys(text: str) -> dict[str, list[str]]:
    """Return the keys of a text's questions by the first letters of what they ask."""
    questions, _ = asked(text)
    return {"".join(question.stem[0].words)[:2]: key(question) for question in questions}


def test_an_answer_with_the_words_of_another_questions_choice_is_not_followed() -> None:
    beneath = f"# n\n\n{STEAM}答え：A. 水\n\n{WATER}答え：A. 水\n"
    assert _keys(beneath) == {"氷が": ["A"]}
    together = f"# n\n\n{STEAM}{WATER}## 答え\n\n1. A 水\n2. A 水\n"
    assert _keys(together) == {"氷が": ["A"]}


def test_words_behind_a_label_may_be_the_reason() -> None:
    reason = f"# n\n\n{STEAM}答え：B（水）\n\n{WATER}答え：A 水\n\n{IRON}答え：C\n"
    assert _keys(reason) == {"湯を": ["B"], "氷が": ["A"], "磁石": ["C"]}


@pytest.mark.parametrize("graded", ["→ 不正解。湯気", "不正解。正解は湯気", "正解：B"])
def test_marks_that_an_answer_beneath_calls_wrong_are_the_learners(graded: str) -> None:
    ticked = "Q1. 湯をわかすと出るものはどれ？\n\n- [x] A. 氷\n- [ ] B. 湯気\n- [ ] C. 灰\n\n"
    alone = "Q2. 氷がとけると何になる？\n\n- [ ] A. 水\n- [x] B. 灰\n- [ ] C. 砂\n\n"
    assert _keys(f"# n\n\n{ticked}{graded}\n\n{alone}") == {}
    assert _keys(f"# n\n\n{ticked.replace('[x]', '[ ]')}正解：B\n\n{alone}") == {"湯を": ["B"], "氷が": ["B"]}
    legend = f"# n\n\n[x] が正解\n\n{ticked}{graded}\n\n{alone}"
    assert _keys(legend) == {"氷が": ["B"]}


def test_replies_in_a_file_that_calls_one_of_them_wrong_are_the_learners() -> None:
    assert _keys(f"# n\n\n{STEAM}回答：A\n不正解。正解は湯気\n\n{WATER}回答：A\n") == {}
    assert _keys(f"# n\n\n{STEAM}回答：B\n\n{WATER}回答：A\n") == {"湯を": ["B"], "氷が": ["A"]}


@pytest.mark.parametrize(
    "remark",
    [
        "1番、先生に聞いたらAじゃないらしい。",
        "Q1の答え、Bじゃないかと友人に言われた。",
        "※ Q1 A→B",
        "| 場所 | 誤 | 正 |\n|---|---|---|\n| Q1 | A | B |",
    ],
)
def test_a_remark_at_the_end_withdraws_the_question_that_it_names(remark: str) -> None:
    assert _keys(f"# n\n\n{STEAM}答え：A\n\n{WATER}答え：A\n\n## メモ\n\n{remark}\n") == {"氷が": ["A"]}


@pytest.mark.parametrize(
    "remark",
    ["Q1 の湯気は水の粒。", "| 例 | 誤 | 正 |\n|---|---|---|\n| 1 | 氷は火 | 氷は水 |", "来週は採点のしかたを習う。"],
)
def test_other_remarks_at_the_end_withdraw_nothing(remark: str) -> None:
    found = _keys(f"# n\n\n{STEAM}答え：B\n\n{WATER}答え：A\n\n## メモ\n\n{remark}\n")
    assert found == {"湯を": ["B"], "氷が": ["A"]}


@pytest.mark.parametrize(
    "remark",
    ["まだ丸付けしていない。", "答え合わせはまだ。", "選択肢の順番は本と変えた（答えの番号は本のまま）。"],
)
def test_answers_that_nobody_has_checked_are_none(remark: str) -> None:
    questions = f"{STEAM}答え：B\n\n{WATER}答え：C\n"
    assert _keys(f"# n\n\n{remark}\n\n{questions}") == {}
    assert _keys(f"# n\n\n{questions}\n{remark}\n") == {}


def test_reasons_with_other_choices_words_were_written_for_other_labels() -> None:
    astray = "正解：A\nA：湯気は水の粒。\nB：氷は冷やすとできる。\n"
    assert _keys(f"# n\n\n{STEAM}{astray}") == {}
    own = "正解：B\nA：氷は冷やすとできる。\nB：氷とちがい、熱い。\n"
    assert _keys(f"# n\n\n{STEAM}{own}") == {"湯を": ["B"]}


def test_an_explanation_that_begins_with_not_the_answer_denies_it() -> None:
    denied = STEAM.replace("湯気", "泡").replace("氷", "煙")
    assert _keys(f"# n\n\n{denied}答え：A\n\n煙ではない。泡が出る。\n") == {}
    assert _keys(f"# n\n\n{denied}答え：B\n\n煙ではない。泡が出る。\n") == {"湯を": ["B"]}


NEGATIVE = "Q1. 湯について{asked}ものはどれか。\nア. 冷やすと水になる\nイ. 湯気が出る\nウ. 石より重い\n\n"


def test_beneath_a_question_for_what_does_not_hold_its_own_word_names_the_answer() -> None:
    question = NEGATIVE.format(asked="不適切な")
    assert _keys(f"# n\n\n{question}正解：ア\n解説：湯は石ではない。ウは不適切。\n") == {}
    assert _keys(f"# n\n\n{question}正解：ウ\n解説：湯は石ではない。ウは不適切。\n") == {"湯に": ["ウ"]}


def test_beneath_a_question_that_denies_something_who_does_it_is_not_the_answer() -> None:
    question = "Q1. 雲をつくるものでないのはどれか。\nA. 煙\nB. 水滴\nC. 氷の粒\n\n"
    assert _keys(f"# n\n\n{question}正解 B：水滴は雲をつくる\n") == {}
    assert _keys(f"# n\n\n{question}正解 A：水滴は雲をつくる\n") == {"雲を": ["A"]}


def test_a_tick_that_is_said_to_have_been_wrong_is_no_answers() -> None:
    lines = "# n\n\nQ1. 湯をわかすと出るものはどれ？\n\n- [x] A. 氷{remark}\n- [x] B. 湯気\n- [ ] C. 灰\n"
    assert _keys(lines.format(remark=" ← 最初に選んだ。不正解だった")) == {"湯を": ["B"]}
    assert _keys(lines.format(remark="（自分が選んだやつ。間違い）")) == {"湯を": ["B"]}
    for unsure in (" ← 最初に選んだ", " ← 最初に選んで不正解だったけど、正しいはず", ""):
        assert _keys(lines.format(remark=unsure)) in ({}, {"湯を": ["A", "B"]}), unsure
    alone = lines.replace("[x] B", "[ ] B").format(remark=" ← 最初に選んだ。不正解だった")
    assert _keys(alone) == {}


BOLD = "# n\n\n※太字が答え\n\n### 湯をわかすと出るものはどれ？\n\n- 氷\n- {right}\n- {other}\n"


@pytest.mark.parametrize("right", ["**湯気**（白く見える）", "**湯気**のつぶ", "**湯気"])
def test_bold_that_is_the_answer_may_have_a_note_or_a_words_end_behind_it(right: str) -> None:
    assert _keys(BOLD.format(right=right, other="灰")) == {"湯を": ["2"]}
    for other in ("**灰**", "**灰**のつぶ", "**灰", "灰**"):
        assert _keys(BOLD.format(right=right, other=other)) == {}, other
    questions, _ = asked(BOLD.format(right="**湯気**（白く見える）", other="灰"))
    assert ["".join(choice.words) for choice in questions[0].choices] == ["氷", "湯気", "灰"]


@pytest.mark.parametrize("right", ["白い**湯気**", "**湯気**は水のつぶが集まったもの", "**湯気**（最初に選んだ）"])
def test_bold_amid_a_choice_is_emphasis(right: str) -> None:
    assert _keys(BOLD.format(right=right, other="灰")) == {}


def test_an_answers_callout_may_stand_in_the_questions_own() -> None:
    above = "# n\n\n> [!question] 問1\n> 湯をわかすと出るものはどれ？\n> A) 氷\n> B) 湯気\n> C) 灰\n>\n"
    questions, _ = asked(f"{above}> [!success]- 解答\n> **B**\n")
    assert [key(question) for question in questions] == [["B"]]


@pytest.mark.parametrize(
    "beneath",
    ["**A**\n\n冷やすとできる。", "※ 2020年からは氷", "（新版では氷となった）"],
)
def test_another_answer_beneath_the_answer_leaves_none(beneath: str) -> None:
    assert _keys(f"# n\n\n{STEAM}答え：B\n\n{beneath}\n") == {}


@pytest.mark.parametrize(
    "beneath", ["**B**\n\n白く見える。", "※ 2020年からは湯気", "A\n冷やすとできる。\n\nB\n白く見える。"]
)
def test_what_says_the_answer_again_leaves_it(beneath: str) -> None:
    assert _keys(f"# n\n\n{STEAM}答え：B\n\n{beneath}\n") == {"湯を": ["B"]}


def test_answers_of_which_it_is_not_known_whether_they_are_right_are_none() -> None:
    questions = f"{STEAM}答え：B\n\n{WATER}答え：C\n"
    assert _keys(f"# n\n\n※答えはAIに聞いた。合ってるかは未確認\n\n{questions}") == {}
    assert _keys(f"# n\n\n答えは本で確認した。\n\n{questions}") == {"湯を": ["B"], "氷が": ["C"]}


def test_a_reason_that_concludes_with_wrong_is_not_that_of_a_right_statement() -> None:
    rest = "2. 星は地球から遠い。\n   答え：○　とても遠い。\n3. 鉄は水に浮く。\n   答え：×　沈む。\n"
    lines = "# 正誤問題\n\n1. 月は自分で光る。\n   答え：{verdict}　太陽の光を返しているので誤り。\n" + rest
    assert [key(each) for each in asked(lines.format(verdict="○"))[0]] == [["1"], ["2"]]
    assert [key(each) for each in asked(lines.format(verdict="×"))[0]] == [["2"], ["1"], ["2"]]


def test_verdicts_at_the_end_may_be_those_of_the_first_of_two_parts() -> None:
    first = "## 午前 ○×\n\n問1 月は自分で光る。\n問2 地球は太陽を回る。\n\n"
    second = "## 午後 ○×\n\n問1 氷は水に浮く。\n問2 鉄は水に浮く。\n\n"
    verdicts = "## 解答\n\n問1 ×\n問2 ○\n"
    assert asked(f"# n\n\n{first}{second}{verdicts}")[0] == []
    assert [key(each) for each in asked(f"# n\n\n{first}{verdicts}")[0]] == [["2"], ["1"]]


def test_a_remark_withdraws_a_gap_by_its_number() -> None:
    gaps = "# n\n\n1. 自分で光を出す星を（　　）という。 → 惑星\n2. 恒星を回る星を（　　）という。 → 惑星\n\n{remark}\n"
    assert [each.lines.first for each in asked(gaps.format(remark="1は恒星の間違い。"))[0]] == [4]
    assert [each.lines.first for each in asked(gaps.format(remark="1は恒星の話。"))[0]] == [3, 4]


def test_a_list_of_answers_to_a_part_that_the_file_has_not_answers_nothing() -> None:
    asks = "# n\n\n## 問題A\n\n1. 湯をわかすと出るものはどれか。\n   - ア 氷\n   - イ 湯気\n\n"
    lists = asks + "## 問題{part}の解答\n\n1. イ\n"
    assert _keys(lists.format(part="B")) == {}
    assert _keys(lists.format(part="A")) == {"湯を": ["イ"]}


def test_an_addition_that_tells_another_answer_takes_the_answer_back() -> None:
    assert _keys(f"# n\n\n{STEAM}答え：A\n5/3追記：Bだった。\n") == {}
    assert _keys(f"# n\n\n{STEAM}答え：B\n5/3追記：Aは冷やすとできる。\n") == {"湯を": ["B"]}
