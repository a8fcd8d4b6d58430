"""Answers in boxes of plain text, headings that are captions, and choices that are code or end in か."""

from __future__ import annotations

from support.asking import asked, key


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


_STATEMENTS = """## 天気

次の文が正しければ「○」、間違っていれば「×」を答え、間違いは直してください。

1. 雲は水の粒でできている
2. 虹は夜にだけ見える
3. 気圧が下がると雨になりやすい

<details>
<summary>解答例</summary>

```
1. ○ — 細かな水や氷の粒です。

2. × — 虹は太陽を背にして
   昼に見えます。

3. ○ — 低気圧のもとでは雲ができます。
```

</details>
"""


def test_verdicts_in_a_box_of_plain_text() -> None:
    questions, _ = asked(_STATEMENTS)
    assert [key(question) for question in questions] == [["1"], ["2"], ["1"]]
    assert "昼に見えます" in str(questions[1].explanation)


def test_a_doubt_in_a_further_line_keeps_that_verdict_unasked() -> None:
    assert _keys(_STATEMENTS.replace("氷の粒です。", "氷の粒です。\n   ここは自信がない")) == [["2"], ["1"]]


def test_a_box_of_code_answers_nothing() -> None:
    assert _keys(_STATEMENTS.replace("```\n1", "```python\n1")) == []


def test_an_answer_that_tells_all_choices_again_names_none() -> None:
    text = """## 問2
次の作業に使う命令を答えてください。

```
1. cut
2. paste
3. undo
```

<details><summary>解答例</summary>

```
1. cut
   # 切り取る
2. paste
   # はり付ける
3. undo
```
</details>
"""
    assert _keys(text) == []


_CAPTIONED = """## 演習

### 【問題1】数える

```text
x = [1, 2]
```

### 問：

要素はいくつですか？

A. 1

B. 2

### 【問題1】正解：**B**

- 二つある。

### 【問題2】足す

### 問：

和はいくつですか？

A. 3

B. 4

### 【問題2】正解：**A**

- 1 と 2 の和。
"""


def test_a_caption_among_headings_parts_no_question() -> None:
    assert _keys(_CAPTIONED) == [["B"], ["A"]]
    assert _keys(_CAPTIONED.replace("【問題2】正解：**A**", "【問題2】自分の解答：**A**")) == [["B"]]


def test_headings_within_a_question() -> None:
    text = "## 演習\n" + "".join(
        f"\n### 問題{number}\n\n次の式の値はどれか。\n\n### 式\n\n```text\n1 + {number}\n```\n\n### 選択肢\n\n"
        f"A. 2\n\nB. 3\n\n### 問題{number}の解答\n\n{answer}\n"
        for number, answer in ((1, "A"), (2, "B"))
    )
    questions, _ = asked(text + "\n## 復習\n" + text.partition("\n")[2])  # which counts anew
    assert [key(question) for question in questions] == [["A"], ["B"]] * 2
    assert [part.words[-1] for part in questions[0].stem] == ["次の式の値はどれか。", "式", "1 + 1"]
    beneath = text.replace("次の式の値はどれか。\n\n", "").replace("### 選", "### 問\n\n値はどれか。\n\n### 選")
    assert [key(question) for question in asked(beneath)[0]] == [["A"], ["B"]]
    assert "1 + 1" in str(asked(beneath)[0][0].stem)
    hint = text.replace("### 選択肢", "### ヒント").replace("A. 2\n\nB. 3", "1. 足す\n2. 引く")
    assert [key(question) for question in asked(hint)[0]] == []


def test_a_figure_behind_the_label_is_the_choice_itself() -> None:
    text = "## 問1\n机の脚は何本ですか？\n\n- A) 0\n- B) {}\n- C) {}\n- D) 3\n\n**正解: B) {}**\n"
    assert _keys(text.format("1", "2", "1")) == [["B"]]
    assert _keys(text.format("1/3", "1", "1/3")) == [["B"]]
    assert _keys(text.format("2", "1", "1")) == []  # C's words


def test_choices_whose_code_goes_on_in_the_next_paragraph() -> None:
    text = """### 問1 次の出力はどれか？

A. `1 2`

`[2, 4]`

B. `1 2`

`[1, 2]`

C. `3 4`

`[1, 2]`

**正解：B**
"""
    questions, _ = asked(text)
    assert [key(question) for question in questions] == [["B"]]
    assert ["[1, 2]" in "".join(choice.words) for choice in questions[0].choices] == [False, True, True]


def test_code_that_differs_in_white_space() -> None:
    text = "### 問1 出力はどれか？\n\nA. `XY`\n\nB. `X Y`\n\nC. `YX`\n\n正解：B\n"
    assert _keys(text) == [["B"]]
    assert _keys(text.replace("`", "")) == []


def test_choices_that_end_in_ka() -> None:
    text = "**問1**: 検算の目的は？\n\na) 数が足りるか\nb) 式が正しいか\nc) 紙が残っているか\n\n答え：b\n"
    assert _keys(text) == [["b"]] or _keys(text) == [["B"]]


def test_a_word_of_doubt_in_quotation_marks_is_the_choice_s_own() -> None:
    choices = "A. 見やすくするため\nB. 「終了」ではなく「保留」であることを示すため\n"
    text = f"### 問1 札の色を変えた理由は何か？\n\n{choices}\n**正解：B**\n"
    assert _keys(text) == [["B"]]
    assert _keys(text.replace("**正解：B**", "**正解：B**\n\n保留")) == []
