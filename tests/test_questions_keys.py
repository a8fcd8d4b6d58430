"""Keys of written-out questions against labels made by reading: none may be wrong, few may be missed."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import CONVENTIONS, CORPUS, LABELS, SAMPLES, asked, compared, key, labelled, not_yet

FILES = [(SAMPLES / file, labels) for file, labels in labelled(LABELS / "samples.yml").items()]
FILES += [(CONVENTIONS / file, labels) for file, labels in labelled(LABELS / "conventions.yml").items()]
NOT_YET = {CONVENTIONS / file: lines for file, lines in not_yet(LABELS / "conventions.yml").items()}
# Other people's notes are labelled, but not part of this repository; they are tried where they are.
FILES += [
    (CORPUS / file, labels) for file, labels in labelled(LABELS / "corpus.yml").items() if (CORPUS / file).is_file()
]


@pytest.mark.parametrize(("path", "labels"), FILES, ids=[f"{path.parent.name}/{path.name}" for path, _ in FILES])
def test_no_key_is_wrong_and_none_is_missed(path, labels):
    right, missed, wrong = compared(path, labels)
    assert wrong == []
    assert missed == NOT_YET.get(path, [])
    assert right == sum(bool(wanted) for wanted in labels.values()) - len(missed)


def test_each_doubt_is_told_with_its_line_and_what_to_do():
    _, problems = asked((SAMPLES / "doubtful.md").read_bytes(), file="doubtful.md")
    told = {problem.line: problem for problem in problems}
    assert {9, 18, 26, 35, 43, 53, 58, 67, 77, 89, 94, 100, 109, 127, 137} == set(told)
    assert all(problem.what and problem.remedy and problem.file == "doubtful.md" for problem in problems)


@pytest.mark.parametrize(
    "answer",
    [
        "答え：B", "答え: Ｂ", "**答え**: B", "**正解：B**", "正解は B です。", "正解 B", "【正解】B",
        "解答: B) 青", "正解: B（空の色）",
        "Answer: b", "Correct answer: B", "✅ 正解: B", "### 正解: B", "正解\n\nB", "正解: 青", "正解: 「青」です",
        "<details><summary>答え</summary>B</details>",
        "<details>\n<summary>解答を見る</summary>\n\n正解: B\n\n</details>",
    ],
)  # fmt: skip
def test_an_answer_line_in_many_spellings(answer):
    questions, problems = asked(f"### 問題 1\n空は何色ですか？\n\nA. 赤\nB. 青\nC. 黄\n\n{answer}\n")
    assert [[choice.label for choice in question.choices if choice.right] for question in questions] == [["B"]]
    assert problems == []


@pytest.mark.parametrize(
    "answer",
    [
        "答え：",
        "正解: E",
        "正解: 青または赤",
        "正解: 空",
        "正解: A か B",
        "正解: 3",
        "正解: AWS",
        "太字は **B** です",
        "",
    ],
)
def test_an_answer_that_names_no_choice_asks_nothing(answer):
    questions, problems = asked(f"### 問題 1\n空は何色ですか？\n\nA. 赤\nB. 青\nC. 黄\n\n{answer}\n")
    assert questions == []
    assert len(problems) == 1


@pytest.mark.parametrize(
    "choices",
    [
        "A. 赤\nB. 青", "A) 赤  \nB) 青", "A: 赤\nB: 青", "(A) 赤\n(B) 青", "Ａ　赤\nＢ　青", "**A)** 赤\n**B)** 青",
        "- A. 赤\n- B. 青", "- **A**: 赤\n- **B**: 青", "• A 赤\n• B 青", "A. 赤　B. 青", "A. 赤\n\nB. 青",
    ],
)  # fmt: skip
def test_choices_in_many_spellings(choices):
    (question,), _ = asked(f"### 問題 1\n空は何色ですか？\n\n{choices}\n\n答え: B\n")
    assert [(choice.words, choice.right) for choice in question.choices] == [(("赤",), False), (("青",), True)]


SKY = "A. 赤\nB. 青\nC. 黄"
ASKS = "### 問題 1\n空は何色ですか？\n\n"


@pytest.mark.parametrize(
    ("notes", "wanted"),
    [
        (f"{ASKS}{SKY}\n\n:::details 解答\nB\n:::\n", "B"),
        (f'{ASKS}{SKY}\n\n??? success "解答"\n    B\n', "B"),
        (f"{ASKS}{SKY}\n\n#### 解答と解説\n\n**B**\n\n空は青い。\n", "B"),
        (f"{ASKS}{SKY}\n\nA は正解ではありません。正解は B です。\n", "B"),
        (f"{ASKS}{SKY}\n\n**解説**\n\n- ❌ A: 夕焼け\n- ✅ B: 昼の空\n- ❌ C: 月\n", "B"),
        (f"{ASKS}{SKY}\n\n**解説**\n\n- A（不正解）: 夕焼け\n- B（正解）: 昼の空\n", "B"),
        (f"### 問題 1（正解：B）\n空は何色ですか？\n\n{SKY}\n", "B"),
        (f"## 21.\n\nある人が空を見た。\n\n空は何色ですか？\n\n{SKY}\n\n答え：B\n", "B"),
        (f"【問一】空は何色ですか？\n\n{SKY}\n\n【正解】B\n", "B"),
        (f"**Q1. 空は何色ですか？**\n\n{SKY}\n\n**A1. B**\n", "B"),
        (f"> {ASKS.strip()}\n> - A. 赤\n> - B. 青\n>\n> 答え：B\n".replace("\n空", "\n> 空"), "B"),
        (f"{ASKS}- A. 赤 → 不正解。夕焼け\n- B. 青 → 正解。昼の空\n- C. 黄 → 不正解\n", "B"),
        (f"{ASKS}- A. 赤（不正解：夕焼け）\n- B. 青（正解）\n", "B"),
        (f"{ASKS}× A. 赤\n○ B. 青\n× C. 黄\n", "B"),
        (f"{ASKS}A. 赤 ×\nB. 青 ○\nC. 黄 ×\n", "B"),
        (f"{ASKS}・赤\n・青\n・黄\n\n正解：青\n", "2"),
        (f"{ASKS}1) 赤\n2) 青\n\n正解：2)\n", "2"),
        (f"{ASKS}1. 赤\n1. 青\n1. 黄\n\n正解：2\n", "2"),
        (f"{ASKS}```\nA. 赤\nB. 青\n```\n\n正解：B\n", "B"),
        (f"{ASKS}| 選択肢 | 内容 | 正誤 | 理由 |\n|---|---|---|---|\n| A | 赤 | × | 夕 |\n| B | 青 | ○ | 昼 |\n", "B"),
        (f"### 問題 1\n空の色を 2 つ選べ。\n\n{SKY}\n\n正解: A. 赤、B. 青\n", "A B"),
        (f"### 問題 1\n空の色を二つ選べ。\n\n{SKY}\n\n**正解**\n- A. 赤\n- B. 青\n", "A B"),
        # nobody could tell
        (f"{ASKS}{SKY}\n\n正解: A\n\n- ❌ A: 夕焼け\n- ✅ B: 昼の空\n", ""),
        (f"{ASKS}{SKY}\n\n一見 A が正解に見えますが、C も正しいように見えます。\n", ""),
        (f"{ASKS}{SKY}\n\n**解答**\n\n1. B\n2. C\n", "B"),
        (f"{ASKS}- A. 赤\n- **B. 青**\n", ""),
        (f"{ASKS}- ~~A. 赤~~\n- B. 青\n", ""),
        (f"{ASKS}| 選択肢 | 内容 | 正誤 |\n|---|---|---|\n| A | 赤 | ？ |\n| B | 青 | ○ |\n", ""),
    ],
)
def test_other_ways_to_write_a_question(notes, wanted):
    questions, _ = asked(f"# N\n\n{notes}")
    assert [" ".join(key(question)) for question in questions] == ([wanted] if wanted else [])
    for question in questions:
        assert [plain(choice.words) for choice in question.choices] in (["赤", "青", "黄"], ["赤", "青"])
