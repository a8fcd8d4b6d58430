"""Lists of answers that are somebody's own, and verdicts on choices that speak against their answer."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_CHOICES = "- A. 赤い\n- B. 青い\n- C. 黄色い\n"
_ASKED = "".join(f"**Q{number}.** 色{number}はどれか。\n\n{_CHOICES}\n" for number in (1, 2, 3))
_TABLE = "| 問 | 答え |\n|---|---|\n| 1 | A |\n| 2 | C |\n| 3 | B |\n"
_LIST = "- 問1：A\n- 問2：C\n- 問3：B\n"
_ROW = "1-A 2-C 3-B\n"
_KEYS = [["A"], ["C"], ["B"]]


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize("answers", [_TABLE, _TABLE.replace("答え", "正解"), _LIST, _ROW])
@pytest.mark.parametrize(
    "title",
    [
        "## 1回目の解答",
        "## 解答（2周目）",
        "## 自己採点",
        "## 自分の解答",
        "## 自分の解答\n\n### 答え一覧",
        "## 弟の答え",
        "## 旧解答",
        "## 解答\n\n- 以下は自分の解答",
        "## 解答\n\n以下は自分の解答。",
        "## 解答\n\n1回目に解いたときの答え。",
    ],
)
def test_a_list_that_is_somebodys_own_answers_nothing(title: str, answers: str) -> None:
    assert _keys(f"# 色\n\n{_ASKED}{title}\n\n{answers}") == []


@pytest.mark.parametrize("answers", [_TABLE, _LIST])
def test_a_box_that_folds_may_say_whose_answers_it_has(answers: str) -> None:
    box = "<details><summary>{}の解答</summary>\n\n" + answers + "\n</details>\n"
    assert _keys(f"# 色\n\n{_ASKED}{box.format('1回目')}") == []
    assert _keys(f"# 色\n\n{_ASKED}{box.format('問題')}") == _KEYS


def test_a_part_of_the_file_may_be_called_as_an_attempt_is() -> None:
    assert _keys(f"# 1回目\n\n{_ASKED}## 1回目の解答\n\n{_LIST}") == _KEYS
    assert _keys(f"# 色\n\n## 1回目\n\n{_ASKED}### 解答\n\n{_LIST}") == _KEYS


def test_a_column_of_the_key_beside_ones_own_answers() -> None:
    beside = "| 問 | 自分 | 正解 |\n|---|---|---|\n| 1 | B | A |\n| 2 | C | C |\n| 3 | A | B |\n"
    assert _keys(f"# 色\n\n{_ASKED}## 自分の解答\n\n{beside}") == _KEYS


def test_an_ordinary_remark_disowns_nothing() -> None:
    for remark in ("自分で答え合わせをしよう。", "- 各2点", "自分で考えてから見ること。"):
        assert _keys(f"# 色\n\n{_ASKED}## 解答\n\n{remark}\n\n{_LIST}") == _KEYS


_ONE = f"### 問1\n\n{{}}\n\n{_CHOICES}\n正解：B\n\n"
_RIGHT, _WRONG = _ONE.format("海の色はどれか。"), _ONE.format("海の色として誤っているものはどれか。")


@pytest.mark.parametrize(
    "form",
    [
        "A：{}。夕方。\nB：{}。昼。\nC：{}。砂。\n",
        "- A：夕方。{}\n- B：昼。{}\n- C：砂。{}\n",
        "- A. 赤い → {} 夕方。\n- B. 青い → {} 昼。\n- C. 黄色い → {} 砂。\n",
        "#### A {}\n\n夕方。\n\n#### B {}\n\n昼。\n\n#### C {}\n\n砂。\n",
        "A) {} 夕方。\nB) {} 昼。\nC) {} 砂。\n",
        "| 選択肢 | 正誤 | 理由 |\n|---|---|---|\n| A | {} | 夕方 |\n| B | {} | 昼 |\n| C | {} | 砂 |\n",
    ],
)
def test_verdicts_on_each_choice_must_not_speak_against_the_answer(form: str) -> None:
    for yes, no in (("正解", "不正解"), ("正", "誤"), ("○", "×")):
        assert _keys(_RIGHT + form.format(yes, no, no)) == []
        assert _keys(_RIGHT + form.format(no, yes, no)) == [["B"]]
    assert _keys(_WRONG + form.format("○", "×", "○")) == [["B"]]
    assert _keys(_WRONG + form.format("×", "○", "○")) == []
    assert _keys(_WRONG + form.format("不正解", "正解", "不正解")) == [["B"]]


@pytest.mark.parametrize("doubt", ["正解はBだったかな。", "たしかB", "正解はBのはず", "Bだった気がする。"])
def test_a_conclusion_that_is_only_remembered_is_none(doubt: str) -> None:
    assert _keys(_RIGHT.replace("正解：B", "**解説**") + doubt) == []
    assert _keys(_RIGHT + doubt) == []
    assert _keys(_RIGHT + "たしかにBは青い。Aのはずがない。") == [["B"]]


def test_a_judged_label_is_no_term() -> None:
    judged = (
        "**A（誤った記述です）**：夕方の話。\n**B（正しい記述です）**：昼の話。\n**C（誤った記述です）**：砂の話。\n"
    )
    assert _keys(_RIGHT + judged) == [["B"]]


def test_verdicts_beneath_a_title_that_asks_nothing_are_on_statements() -> None:
    stated = "# 星\n\n1. 地球は太陽を回る。\n2. 水は百度で凍る。\n3. 鯨は魚である。\n\n### 答え\n\n1. 〇\n2. ✕\n3. ✕\n"
    assert [question.recogniser for question in asked(stated)[0]] == ["true_false"] * 3


def test_an_entry_of_a_list_is_no_verdict_on_the_remark_above_it() -> None:
    assert _keys("## ○×問題\n\n問1 鯨は海に住む動物である。\n\n### 答え\n\n※これは私の答えです。\n\n1. ○\n2. ×\n") == []


@pytest.mark.parametrize(
    "remark",
    [
        "勘です",
        "※これは予想",
        "これで合ってる？",
        "※友人の答え",
        "諸説あり",
        "BとCで悩む",
        "[要出典]",
        "この問題は削除",
    ],
)
def test_a_remark_beneath_the_answer_that_doubts_it(remark: str) -> None:
    assert _keys(f"{_RIGHT}{remark}\n") == []
    assert _keys(f"{_RIGHT}昼の色。毎回Cと迷う。\n") == [["B"]]
    assert _keys(f"{_RIGHT}空の色には諸説あるが、昼は青い。予想より青い。\n") == [["B"]]


def test_the_next_question_is_no_verdict_on_the_one_above() -> None:
    choices = " 1. 赤い\n 2. 青い（正解）\n 3. 黄色い\n"
    text = f"## 1. 海の色はどれ？\n\n{choices}\n## 3. 空の色（1つ選ぶ）\n\n{choices}"
    assert _keys(text)[:1] == [["2"]]
