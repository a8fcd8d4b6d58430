"""Answers whose lines have ticks, beneath what announces them (``## 正解`` and ``✅ …``)."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "- `ls -a`\n- `rm -r`\n- `ls --all`\n- `cp -a`\n"
QUESTION = "### 問題\n\n隠しファイルも表示するコマンドはどれか（複数選択可）。\n\n### 選択肢\n\n"


def keys(answer: str) -> list[list[str]]:
    """Return the keys of a question with an answer beneath it."""
    text = f"## 表示\n\n{QUESTION}{CHOICES}\n{answer}\n"
    return [key(question) for question in asked(text)[0] if question.recogniser == "choices"]


@pytest.mark.parametrize(
    "answer",
    [
        "---\n\n## 正解\n\n✅ `ls -a`  \n✅ `ls --all`\n\n## 解説\n\n全部出る。",
        "正解：\n\n✅ `ls --all`\n✅ `ls -a`",
        "正解：\n\n- ✅ `ls -a`\n- ❌ `rm -r`\n- ✅ `ls --all`\n- ❌ `cp -a`",
    ],
)
def test_ticked_lines_beneath_an_announcement_are_the_answers(answer: str) -> None:
    """Others may be crossed out among them."""
    assert keys(answer) == [["1", "3"]]


@pytest.mark.parametrize("answer", ["## 正解\n\n✅ `ls -a`\n✅ `ls -l`", "## 正解\n\n✅ `ls -a`\n✅ `ls --all` かも"])
def test_a_ticked_line_that_is_no_choice_or_doubts_makes_them_unclear(answer: str) -> None:
    """Nobody could tell which are all of them."""
    assert keys(answer) == []
