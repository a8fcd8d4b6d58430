"""Choices and answers that are blocks of code, and titles that count answers on."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_BLOCKS = """\
### 水・土・種の順に並べたものはどれですか。

1.
```text
土
水
種
```

2.
```text
水
土
種
```

3.
```text
種
水
土
```

"""
_LINES = """\
### 一覧を逆の順に並べる関数はどれ？

```{info}
1. sorted(x)
2. reversed(x)
3. list(x)
```

"""


def keys(text: str) -> list[list[str]]:
    """Return the key of each question of a text."""
    return [key(question) for question in asked(text)[0]]


def test_a_block_of_code_is_the_choice_that_says_the_same() -> None:
    assert keys(f"{_BLOCKS}**正解**\n```text\n水\n土\n種\n```\n") == [["2"]]


def test_a_block_of_code_that_is_no_choice_answers_nothing() -> None:
    assert keys(f"{_BLOCKS}**正解**\n```text\n水\n種\n土\n```\n") == []


@pytest.mark.parametrize("title", ["回答2", "回答 2", "【回答2】", "回答３"])
def test_a_title_that_counts_on_is_no_answer(title: str) -> None:
    assert keys(f"{_BLOCKS}**回答**\n```text\n土\n水\n種\n```\n\n**{title}**\n- 水が先\n") == [["1"]]
    wrong = "**回答**\n```text\n土\n水\n種\n```\n\n**正解**\n```text\n種\n水\n土\n```\n"
    assert keys(f"{_BLOCKS}{wrong}\n**{title}**\n- 水が先\n") == [["3"]]


def test_titles_with_two_figures_answer_nothing() -> None:
    assert keys(f"{_BLOCKS}**回答1**\n- 土から\n\n**回答2**\n- 水から\n") == []


def test_a_figure_right_behind_the_word_is_the_answer_where_nothing_counts() -> None:
    assert keys(f"{_BLOCKS}**正解2**\n") == [["2"]]


def test_what_was_answered_is_no_key_beside_one() -> None:
    assert keys(f"{_BLOCKS}**回答**\n3\n\n**正解**\n2\n") == [["2"]]
    assert keys(f"{_BLOCKS}回答：3\n正解：\n") == []


@pytest.mark.parametrize("info", ["python", "js", "text"])
def test_code_of_labelled_lines_alone_is_choices(info: str) -> None:
    (question,) = asked(f"{_LINES.format(info=info)}**回答**\n`sorted(x)`\n\n**正解**\n`reversed(x)`\n")[0]
    assert key(question) == ["2"]


def test_code_with_other_lines_is_code() -> None:
    text = _LINES.format(info="python").replace("3. list(x)", "print(x)")
    assert keys(f"{text}**正解**\n2\n") == []


def test_what_was_answered_is_no_key_in_a_file_that_tells_both_apart() -> None:
    other = "### 大きい魚はどれ？\n\n1. メダカ\n2. クジラ\n3. マグロ\n\n**回答**\nマグロ\n\n"
    assert keys(other) == [["3"]]
    assert keys(f"{_BLOCKS}**回答**\n3\n\n**正解**\n2\n\n{other}") == [["2"]]
    assert keys(f"{other}\n{_BLOCKS}**回答**\n3\n\n**正解**\n2\n") == [["2"]]
