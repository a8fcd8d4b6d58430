"""Lists whose items are each put to one of the alternatives that a line above names."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_SORTED = """## 練習

次の生き物について、「ほ乳類」と「鳥類（羽を持つ）」のどちらに入るか答えてください。

1. クジラ
2. ペンギン
3. コウモリ

<details>
<summary>解答例</summary>

```
1. ほ乳類  ← 子に乳を飲ませる
2. 鳥類    ← 卵を産み、羽を持つ
3. ほ乳類
```

</details>
"""


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def test_each_item_is_a_question() -> None:
    questions, _ = asked(_SORTED)
    assert [key(question) for question in questions] == [["1"], ["2"], ["1"]]
    assert [question.lines.first for question in questions] == [5, 6, 7]
    assert questions[1].stem[-1].words == ("ペンギン",)
    assert questions[1].choices[1].words == ("鳥類（羽を持つ）",)
    assert questions[1].explanation[0].words == ("卵を産み、羽を持つ",)


@pytest.mark.parametrize(
    "asking",
    [
        "次の生き物は、ほ乳類と鳥類のどちらか。",
        "`ほ乳類` か `鳥類` のいずれかを答えよ。",
        "「ほ乳類」「鳥類」「魚類」のどれですか？",
    ],
)
def test_alternatives_are_named_in_other_ways(asking: str) -> None:
    first = _SORTED.split("\n")[2]
    plain = _SORTED.replace("```\n", "")  # a list, not a box
    for text in (_SORTED, plain):
        assert _keys(text.replace(first, asking)) == [["1"], ["2"], ["1"]]


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("3. ほ乳類\n", "3. ほ乳類？\n", []),  # nobody could tell what begins with none
        ("3. ほ乳類\n", "3. ほ乳類 たぶん\n", [["1"], ["2"]]),
        ("3. ほ乳類\n", "3. ほ乳類（鳥類かもしれない）\n", [["1"], ["2"]]),
        ("3. ほ乳類\n", "3. どちらでもない\n", []),
        ("3. ほ乳類\n", "", []),
        ("解答例", "自分の解答", []),
        ("解答例", "ヒント", []),
        ("2. 鳥類 ", "2. ほ乳類 ", []),  # one alternative for all
        ("\n```\n1. ほ", "\n答えは要確認。\n\n```\n1. ほ", []),
    ],
)
def test_what_is_not_sure_is_not_asked(before: str, after: str, left: list[list[str]]) -> None:
    assert before in _SORTED
    assert _keys(_SORTED.replace(before, after)) == left


def test_another_list_that_fits_must_agree() -> None:
    example = "**出力の例**\n\n```\n1. ほ乳類\n2. 鳥類\n3. 鳥類\n```\n\n<details>"
    assert _keys(_SORTED.replace("<details>", example)) == [["1"], ["2"]]
