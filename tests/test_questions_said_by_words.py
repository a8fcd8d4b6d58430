"""Answers that the first sentence tells by a choice's own words (``b) 柴 が正解です。``)."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "- A. 三毛\n- B. 柴犬\n- C. 目白\n"


def keys(said: str, question: str = "犬はどれか。") -> list[list[str]]:
    """Return the keys of one question with what is said beneath it."""
    return [key(each) for each in asked(f"## 問1 {question}\n\n{CHOICES}\n{said}\n")[0] if each.recogniser == "choices"]


@pytest.mark.parametrize(
    "said",
    ["**B) 柴犬** が正解です。", "柴犬が正解です。番犬にもなる。", "「柴犬」が正しい。", "B. 柴犬が最も適切です。"],
)
def test_a_choices_words_that_are_called_right_are_the_answer(said: str) -> None:
    """With its label or without."""
    assert keys(said) == [["B"]]


@pytest.mark.parametrize(
    "said", ["A) 柴犬 が正解です。", "柴犬が正解な気がする。", "柴犬が正解？", "犬が正解です。", "柴犬は正解です？"]
)
def test_another_choices_label_or_a_doubt_tells_nothing(said: str) -> None:
    """Nor do words that are no choice's as a whole."""
    assert keys(said) == []


def test_what_is_called_right_answers_no_question_for_what_is_wrong() -> None:
    """And the other way round."""
    assert keys("柴犬が正しい。", "犬の説明として誤っているものはどれか。") == []
    assert keys("柴犬が誤りです。", "鳥の説明として誤っているものはどれか。") == [["B"]]


@pytest.mark.parametrize("folded", ["### 問1 の解答\n**B) 柴犬** が正解です。", "### 問 1 の解答\n\n柴犬が正解です。"])
def test_such_a_sentence_may_stand_in_a_section_of_answers(folded: str) -> None:
    """Also where another heading has the same figure (``1. 犬とは何か``)."""
    assert keys(f"## 1. 犬とは何か\n\n吠える。\n\n## 解答\n\n{folded}") == [["B"]]
