"""Choices that are nothing but labels of the statements above them (``2. ア、ウ``)."""

from __future__ import annotations

import pytest

from support.asking import asked, key

STATED = "ア. 水は0度で凍る。  \nイ. 太陽は西から昇る。  \nウ. 光は音より速い。\n\n"


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "- {}. "])
@pytest.mark.parametrize("between", ["、", "と", "・", ", "])
def test_a_numbered_item_of_labels_is_one_choice(number: str, between: str) -> None:
    choices = "\n".join(number.format(at) + between.join(each) for at, each in enumerate(("アイ", "アウ", "イウ"), 1))
    questions = asked(f"# メモ\n\n問1 正しいものの組合せはどれか。\n\n{STATED}{choices}\n\n答え：2\n")[0]
    assert [key(question) for question in questions] == [["2"]]
    assert questions[0].choices[1].words == (between.join("アウ"),)


def test_an_item_with_a_label_and_words_keeps_its_label() -> None:
    text = "# メモ\n\n問1 正しいのはどれか。\n\n1. ア、水\n2. イ、火\n3. ウ、土\n\n答え：イ\n"
    assert [key(question) for question in asked(text)[0]] == [["イ"]]
