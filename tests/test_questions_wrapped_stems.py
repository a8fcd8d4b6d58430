"""Questions with a number whose words go on in the next line, and choices with bars between them."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key

_CHOICES = "\n\n- A. 洗う\n- B. 冷やす\n\n正解：B\n"


@pytest.mark.parametrize("number", ["**Q1.** ", "問1 ", "Q1. "])
def test_all_lines_of_a_question_are_asked(number: str) -> None:
    (question,) = asked(
        f"## 設問\n\n{number}次のうち、買った魚を持ち帰ったあとの扱いとして\n正しいものはどれか。{_CHOICES}"
    )[0]
    said = [plain(part.words) for part in question.stem]
    assert said == ["次のうち、買った魚を持ち帰ったあとの扱いとして", "正しいものはどれか。"]


@pytest.mark.parametrize("title", ["衛生管理の確かめ：", "【食品の衛生管理】", "難易度★★", "難易度 3、よく出る"])
def test_title_behind_a_number_is_no_part_of_the_question(title: str) -> None:
    (question,) = asked(f"## 設問\n\n問1 {title}\n正しいものはどれか。{_CHOICES}")[0]
    assert [plain(part.words) for part in question.stem] == ["正しいものはどれか。"]


@pytest.mark.parametrize("bar", [" / ", "／", " | "])
def test_bars_between_choices_are_none_of_their_words(bar: str) -> None:
    row = bar.join(["A. 腐葉土", "B. 鉢底石", "C. 水苔だけ"])
    text = f"## 問題2\n\n最初に入れるのはどれですか。 {row}\n\n正解：B\n"
    found = [question for question in asked(text)[0] if question.recogniser == "choices"]
    assert all([plain(choice.words) for choice in each.choices] == ["腐葉土", "鉢底石", "水苔だけ"] for each in found)
    assert [key(each) for each in found] == ([["B"]] if " " in bar else [])
