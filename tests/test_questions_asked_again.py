"""Questions that stand once more where they are answered."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key

_STEM = "家庭用のコンセントの電圧として正しいものを選べ。"
_CHOICES = "**選択肢**\n① 50 V\n② 100 V\n③ 300 V\n"
_FIRST = f"## 問題\n\n{_STEM}\n\n{_CHOICES}\n---\n\n## 解答：[テーマ] 電圧\n\n"


def test_question_is_asked_once_where_it_stands_first() -> None:
    (question,) = asked(f"{_FIRST}{_STEM}\n\n電圧を考える。\n\n{_CHOICES}\n**正解は②です。**\n")[0]
    assert key(question) == ["2"]
    assert question.lines.first == 1
    assert [plain(part.words) for part in question.stem] == [_STEM]


@pytest.mark.parametrize("asks", ["家庭用のコンセントの電圧として誤っているものを選べ。", ""])
def test_other_questions_may_have_the_same_choices(asks: str) -> None:
    found = asked(f"{_FIRST}{asks}\n\n{_CHOICES}\n**正解は①です。**\n")[0]
    assert all(each.lines.first > 1 for each in found)


@pytest.mark.parametrize("told", ["自分の答え：②", "正解は②かもしれない。", "正解は②です。\n\n訂正：③"])
def test_nothing_is_asked_where_the_answer_is_not_sure(told: str) -> None:
    assert asked(f"{_FIRST}{_STEM}\n\n{_CHOICES}\n{told}\n")[0] == []
