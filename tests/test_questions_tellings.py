"""Questions told in more than one way: in two languages, with another's labels, or in words that echo a choice."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def _keys(text: str) -> list[list[str]]:
    questions, _ = asked(text)
    return [key(question) for question in questions]


@pytest.mark.parametrize("bullet", ["", "- "])
def test_a_choice_s_translation_belongs_to_it(bullet: str) -> None:
    told = [
        ("A. 水は高い所へ流れる。", "*A. Water flows uphill.*"),
        ("B. 水は低い所へ流れる。", "*B. Water flows downhill.*"),
        ("C. 水は流れない。", "*C. A river never flows.*"),
    ]
    choices = "\n".join(f"{bullet}{line}" for pair in told for line in pair)
    text = f"## Q1\n\n水について正しいものはどれか。\n*Which is true of water?*\n\n{choices}\n\n**正解: B**\n"
    [question], _ = asked(text)
    assert key(question) == ["B"]
    assert [len(choice.words[0].split("。 ")) for choice in question.choices] == [2, 2, 2]


def test_labels_told_twice_in_one_language_are_no_choices() -> None:
    text = "## Q1\n\n正しいものはどれか。\n\nA. 赤\nA. 青\nB. 白\nB. 黒\n\n正解: B\n"
    assert _keys(text) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("以上より正解は B です。", [["2"]]),
        ("正解は B です。", [["2"]]),
        ("正解はB しかないです。", [["2"]]),
        ("正解は C です。", []),  # the third, and so another answer
        ("正解は B かも。", []),
    ],
)
def test_an_explanation_may_count_the_choices_in_letters(said: str, found: list[list[str]]) -> None:
    text = f"## Q1\n\n一番大きいのはどれですか？\n\n1. 池\n2. 海\n3. 川\n\n答え：2\n\n池は小さいです。\n{said}\n"
    assert _keys(text) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("答えはBです。見た人が「えっ？」となるところです。", [["B"]]),
        ("答えはBです。この温度で色が変わり、元へは戻りません。", [["B"]]),
        ("答えはBです。どちらの温度でも泡は出ます。", [["B"]]),
        ("答えはBです。「C？」となるところです。", []),
        ("答えはBです。改訂で変わりました。Cという人もいます。答えはCに変わりました。", []),
        ("答えはBです。改訂で変わりました。", []),
        ("答えはBでしたが変わりました。", []),
    ],
)
def test_words_of_doubt_that_are_the_choice_s_own_doubt_nothing(said: str, found: list[list[str]]) -> None:
    text = f"## Q1. 温めると何が起きますか？\n\n- A. 泡が出る\n- B. 色が変わる\n- C. 音が鳴る\n\n{said}\n"
    assert _keys(text) == found
