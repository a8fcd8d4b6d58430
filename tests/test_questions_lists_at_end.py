"""Questions of which a list at the file's end gives the answers, and what else stands in that list."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_LIST = """\
# 天気

## 1章

**Q1-1** 雲の高さを測る器械は？
① 雲高計　② 湿度計　③ 風向計　④ 雨量計

{between}

(a) 気圧は高い所ほど低い。
(b) 雲は地上にはできない。

## 2章

**Q2-1** 前線が止まったものは？
① 寒冷前線　② 温暖前線　③ 停滞前線　④ 閉塞前線

## 答え

1章
Q1-1 → ①　{said}
(a) ○　登ると下がる
(b) ×　霧がそれ

2章
Q2-1 → ③
"""


def _keys(text: str) -> list[tuple[int, list[str]]]:
    return [(question.lines.first, key(question)) for question in asked(text)[0] if question.recogniser == "choices"]


@pytest.mark.parametrize("between", ["正しければ○、誤りなら×。", "次の文の正誤を答えよ。", "○か×かで答える。"])
def test_statements_behind_choices_are_none_of_them(between: str) -> None:
    assert _keys(_LIST.format(between=between, said="光を当てる")) == [(5, ["1"]), (15, ["3"])]


def test_an_entry_of_the_list_is_no_question_of_what_stands_beneath_it() -> None:
    found, _ = asked(_LIST.format(between="正しければ○、誤りなら×。", said="光を当てる"))
    assert all(question.lines.first < 20 for question in found)


@pytest.mark.parametrize("said", ["湿度計と間違えやすい！", "ミスしやすい", "風向計と間違えがち"])
def test_what_an_answer_is_easily_mistaken_for_is_no_doubt(said: str) -> None:
    assert (5, ["1"]) in _keys(_LIST.format(between="正しければ○、誤りなら×。", said=said))


@pytest.mark.parametrize("said", ["これは間違い", "②と間違えた？", "湿度計の間違い", "ミスかも"])
def test_what_takes_it_back_is(said: str) -> None:
    assert (5, ["1"]) not in _keys(_LIST.format(between="正しければ○、誤りなら×。", said=said))


_JUDGED = """\
## 雨

雲の粒は小さい。

**[雲]** 最も高いのは？
❌ 1. 層雲
✅ 2. 巻雲
❌ 3. 乱層雲

{between}
✅ 1. 停滞前線
❌ 2. 寒冷前線
❌ 3. 温暖前線
"""


@pytest.mark.parametrize("marks", ["❌✅", "✕○"])
def test_marks_before_labels_answer_the_question_above(marks: str) -> None:
    text = _JUDGED.format(between="**[前線]** 止まっているのは？")
    assert _keys(text.replace("❌", marks[0]).replace("✅", marks[1])) == [(5, ["2"]), (10, ["1"])]


@pytest.mark.parametrize("between", ["※上は自信なし", "解説：それぞれの雲"])
def test_what_tells_of_the_question_above_begins_none(between: str) -> None:
    assert all(line != 10 for line, _ in _keys(_JUDGED.format(between=between)))
