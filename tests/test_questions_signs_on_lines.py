"""A tick on a line of its own at the right choices, and blocks of code between choices."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_SHEET = """\
## 石の学習

1. 火山が作る岩はどれですか。

砂岩

check
玄武岩
正解です。

石灰岩

2. 変成岩を 2 つ選択してください。

check
大理石

泥岩

check
片麻岩

れき岩

3. いちばん硬いのは次のうちどれですか。

石英

長石

check
金剛石
"""
_CODE = """\
#### 1、並べかえるのはどれですか。

A、uniq

{first}B、sort

```bash
# 行の順になる
```

C、head

D、{last}

正解：B
"""


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser == "choices"]


@pytest.mark.parametrize("tick", ["check", "check_circle", "✓", "◯"])
def test_a_tick_above_the_right_choices(tick: str) -> None:
    questions, _ = asked(_SHEET.replace("check", tick))
    assert [key(question) for question in questions] == [["2"], ["1", "3"], ["3"]]
    words = [choice.words for question in questions for choice in question.choices]
    assert words[:3] == [("砂岩",), ("玄武岩",), ("石灰岩",)]


def test_a_tick_beneath_them() -> None:
    text = _SHEET.replace("正解です。\n", "")
    for name in ("玄武岩", "大理石", "片麻岩", "金剛石"):
        text = text.replace(f"check\n{name}", f"{name}\ncheck")
    assert _keys(text) == [["2"], ["1", "3"], ["3"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("check\n大理石", "大理石"),  # one of two is asked for
        ("check", "radio_button_checked"),  # what somebody chose
        ("check", "要確認"),
        ("## 石の学習", "## 石の学習\n\ncheck は自分の答え"),
        ("## 石の学習", "## 石の学習\n\ncheck\nまだ途中"),  # it stands elsewhere, too
        ("長石\n\ncheck\n金剛石", "check\n長石\n\ncheck\n金剛石"),
        ("3. いちばん硬いのは次のうちどれですか。", "3. 好きな石"),
    ],
)
def test_no_tick_that_may_be_something_else(old: str, new: str) -> None:
    assert old in _SHEET
    assert not _keys(_SHEET.replace(old, new))


def test_code_beneath_one_choice_explains_it() -> None:
    (question,), _ = asked(_CODE.format(first="", last="tail"))
    assert [choice.words for choice in question.choices] == [("uniq",), ("sort",), ("head",), ("tail",)]
    assert key(question) == ["B"]


def test_code_beneath_several_may_be_what_they_are() -> None:
    first = "```bash\nuniq -c\n```\n\n"
    assert all(len(question.choices) != 4 for question in asked(_CODE.format(first=first, last="tail"))[0])
