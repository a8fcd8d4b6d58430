"""Labels that running text tells of something else: another's answer, another question's, another time's, a case's."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_CHOICES = "(A) quick\n(B) quickly\n(C) quicker\n(D) quickness\n\n"
_NOTES = (
    "問11 空欄に入る語はどれか。\n\n{choices}問12 空欄に入る語はどれか。\n\n{choices}{beneath}\n\n"
    "問13 空欄に入る語はどれか。\n\n{choices}"
)


def _keys(beneath: str) -> list[list[str]]:
    questions, _ = asked(_NOTES.format(choices=_CHOICES, beneath=beneath))
    return [key(question) for question in questions]


@pytest.mark.parametrize(
    "beneath",
    [
        "姉の答えは(B)。", "図書館の本の解答は(B)だった。", "山田さんは副詞だから(B)。",
        "予備校では(B)が正解。", "妹→(B)", "答えは(B)（先生）。", "次の問題は名詞なので(B)。",
        "13は名詞なので(B)。", "例題は副詞だから(B)。", "前の問題では(B)が正しい。", "似た問題の正解は(B)。",
        "昨日の答えは(B)だった。", "前回は副詞だから(B)。", "2021年の正解は(B)。", "前の版では(B)が正解。",
        "比較なら(B)が正解。", "than があるときの答えは(B)。", "もし比較だから(B)。", "焦ると(B)を選ぶ。",
        "p.30の(B)。", "副詞だから(B)。は誤り。", "副詞だから(B)。のつもりだった。",
        "形容詞だから(A)。正解(B)。", "形容詞だから(A)。(B)が正解。", "副詞だから(B)。でも(C)？",
        "副詞だから(B)。塾の答えは(A)。",
    ],
)  # fmt: skip
def test_what_is_told_of_something_else_names_nothing(beneath: str) -> None:
    assert _keys(beneath) == []
    assert _keys(f"→ {beneath}") == []


@pytest.mark.parametrize(
    "beneath",
    [
        "この問題の答えは(B)。", "12は動詞の後だから(B)。", "公式の解答は(B)。", "動詞の後は副詞だから(B)。",
        "動きを表すので(B)。", "副詞だから(B)。前回は(A)。", "姉は(A)だと言っていたが正解は(B)。",
        "比較なら(C)。than がないから(B)。", "人の動きなので(B)。", "したがって(B)を選ぶ。",
        "よく読めば答えは(B)。",
    ],
)  # fmt: skip
def test_what_is_told_of_this_question_answers_it(beneath: str) -> None:
    assert _keys(beneath) == [["B"]]


def test_whom_the_question_speaks_of_is_nobody_else() -> None:
    notes = (
        "問12 先生を指す代名詞はどれか。生徒は別にいる。\n\n(A) it\n(B) she\n(C) they\n\n先生は一人の女性なので(B)。\n"
    )
    assert [key(question) for question in asked(notes)[0]] == [["B"]]
