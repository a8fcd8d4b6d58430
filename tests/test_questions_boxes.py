"""Answers beside the learner's own, choices of code beneath bold labels, tags of other converters, slides."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "## 犬\n\n犬はどれか。\n\nA. 柴\nB. 三毛\nC. 鯉\nD. 亀\n\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser != "comparison"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("**正解：A**（あなたの回答：D）", [["A"]]),
        ("正解: A (your answer: B)", [["A"]]),
        ("正解：A（回答：D）", [["A"]]),
        ("正解：A、自分の答え：C ×", [["A"]]),
        ("あなたの回答：D（正解：A）", [["A"]]),
        ("自分の解答：B → 正解：A", [["A"]]),
        ("正解：A（あなたの回答：未回答）", [["A"]]),
        ("正解：A（前回の回答：C）", [["A"]]),
        ("あなたの解答：B（不正解）正解：A", [["A"]]),
        ("あなたの回答：D", []),
        ("あなたの回答：D（不正解）", []),
        ("正解：A（前回の正解：C）", []),
        ("正解：A（あなたの回答：D、まだ自信なし）", []),
        ("自分の解答：B → 正解：Aだと思う", []),
        ("自分の解答：B 正解：不明", []),
    ],
)
def test_what_the_learner_answered_beside_the_key(line, wanted):
    assert keys(CHOICES + line + "\n") == wanted


FOLDED = """## 演習

#### 問1 犬はどれ？（目安 5分）

A〜C のうち正しいものをすべて選んでください。

{}

#### 問2 書き直そう

書いてください。

### 解答・解説

<details>
<summary>▶ 問1 の解答を見る</summary>

**正解：A のみ**

ほかは犬ではない。

</details>

<details>
<summary>問2 の解答を見る</summary>

こう書く。

</details>
"""
CODED = "**A**\n\n```py\n柴()\n```\n\n**B**\n\n```py\n三毛()\n```\n\n**C**\n\n```py\n鯉()\n```"


@pytest.mark.parametrize("choices", ["A. 柴\nB. 三毛\nC. 鯉", CODED, CODED.replace("**", "")])
def test_a_folded_answer_of_its_own_and_choices_that_are_code(choices):
    questions, _ = asked(FOLDED.format(choices))
    assert [key(question) for question in questions] == [["A"]]


def test_a_label_alone_above_code_counts_only_in_order():
    assert keys(f"## 犬\n\n犬はどれか。\n\n{CODED.replace('**B**', '説明')}\n\n正解：A\n") == []


@pytest.mark.parametrize(
    ("said", "wanted"), [("A のみ", [["A"]]), ("Aのみです。", [["A"]]), ("Aのみ誤り", []), ("Aのみではない", [])]
)
def test_only_one_is_right(said, wanted):
    assert keys(f"{CHOICES}正解：{said}\n") == wanted


SLIDE = "# クイズ\n\n{}```py\nprint(犬)\n```\n\n- `[0]`\n- `[1]`\n- `[2]`{}\n- `[3]`\n\n---\n"


@pytest.mark.parametrize("asks", ["", "出力はどれか。\n\n"])
@pytest.mark.parametrize("mark", [" <v-click>←正解</v-click>", " <Reveal at='2'>← 正解</Reveal>", " ← 正解"])
def test_marks_within_tags_of_slides(asks, mark):
    assert keys(SLIDE.format(asks, mark)) == [["3"]]


@pytest.mark.parametrize("line", ["<v-click>正解：B</v-click>", "<v-click>\n\n正解：B\n\n</v-click>"])
def test_answers_within_tags_of_slides(line):
    assert keys(f"{CHOICES}{line}\n") == [["B"]]


def test_a_name_in_angle_brackets_is_a_word():
    (question,) = asked("## 犬\n\n犬はどれか。\n\nA. <inu-mei>\nB. <neko-mei>\n\n正解：A\n")[0]
    assert question.choices[0].words == ("<inu-mei>",)


@pytest.mark.parametrize(
    "line",
    ["解答を見る **正解**: B. 三毛 **解説**: 三色です。", "解答を見る　正解：B", "▶ 答えを表示 答えは B です。"],
)
def test_a_button_before_what_it_shows(line):
    assert keys(f"{CHOICES}{line}\n") == [["B"]]


SLIDES = """# 確認

---

## 🔍 {}

**Q: 犬はどれ？**

A. 三毛
B. 柴
C. 鯉

---

## 💡 {}

**正解**: B. 柴

- A. 三毛 → 猫
- B. 柴 → 犬 ← **正解！**

---

## 🔨 問題（中級）

**お題**: 書いてみよう。

---

## 💡 解説（中級問題）

できましたか。
"""


@pytest.mark.parametrize(
    ("asks", "answers", "wanted"),
    [
        ("問題（初級）", "解説（初級問題）", [["B"]]),
        ("【初級】クイズ", "初級の解答", [["B"]]),
        ("問題（初級）", "解説（上級問題）", []),
        ("問題（初級）", "解説（中級問題）", []),
        ("問題（初級）", "解答（仮）", []),
    ],
)
def test_titles_that_tell_the_same_of_question_and_answer(asks, answers, wanted):
    assert keys(SLIDES.format(asks, answers)) == wanted
