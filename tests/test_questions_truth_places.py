"""Statements that are right or wrong: however they are numbered, and wherever their verdicts stand."""

from __future__ import annotations

import pytest

from support.asking import asked, key

SAID = ("水は0度で凍る。", "太陽は西から昇る。", "光は音より速い。")
RIGHT = (True, False, True)
NUMBERS = ("{0}. {1}", "Q{0}. {1}", "問{0} {1}", "**問{0}** {1}", "### 問{0}\n\n{1}", "({0}) {1}", "[{0}] {1}")


def verdicts(number, behind="", *, after="", signs="○×"):
    """Return what is asked: for each statement with its number, with ``behind`` it and ``after`` all, its key."""
    told = [signs[0] if right else signs[1] for right in RIGHT]
    lines = [
        number.format(at, said) + behind.format(sign) for at, (said, sign) in enumerate(zip(SAID, told, strict=True), 1)
    ]
    questions, _ = asked("# N\n\n" + "\n\n".join(lines) + after.format(*told) + "\n")
    return [key(each) for each in questions]


ALL = [["1"], ["2"], ["1"]]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "behind",
    ["　答え：{0}", "\n\n答え：{0}", "\n\n**正解：{0}**\n\n解説：そうなるから。", "\n\n→ {0}。そうなるから。", "　{0}"],
)
def test_behind_or_beneath_each_statement(number, behind):
    assert verdicts(number, behind) == ALL


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "after",
    [
        "\n\n## 解答\n\n1. {0}\n2. {1}\n3. {2}", "\n\n## 解答\n\n- 問1：{0}\n- 問2：{1}\n- 問3：{2}",
        "\n\n解答：\n(1) {0}　(2) {1}　(3) {2}",
        "\n\n<details>\n<summary>解答</summary>\n\n1. {0}\n2. {1}\n3. {2}\n\n</details>",
    ],
)  # fmt: skip
def test_in_a_list_of_answers(number, after):
    """The first of a list beneath the last statement is not its verdict."""
    assert verdicts(number, after=after) == ALL


@pytest.mark.parametrize("signs", ["TF", "正誤", "⭕❌", ("True", "False"), ("正しい", "誤り")])
def test_signs_and_words(signs):
    assert verdicts("{0}. {1}", "\n\n答え：{0}", signs=signs) == ALL


def test_the_next_statements_sign_is_none_of_this_one():
    """In a list whose items begin with their signs, what is open stays open."""
    assert [
        key(each)
        for each in asked("# ○×\n\n1. （　）水はよく燃える。\n2. （○）氷は水に浮く。\n3. （×）油は水に沈む。\n")[0]
    ] == [["1"], ["2"]]


def test_a_sentence_without_its_full_stop_before_an_arrow():
    text = "# N\n\n■○×チェック\n・水と氷は重さが違う　→○\n・月の形は毎日同じ　→×\n・月の形の例　→○\n"
    questions, _ = asked(text)
    assert [(key(each), each.lines.first) for each in questions] == [(["1"], 4), (["2"], 5)]
    assert [each.lines.first for each in asked(text.replace("○×チェック", "めも"))[0]] == []


def test_choices_with_verdicts_of_a_question_whose_key_is_doubted():
    said = "１．水は0度で凍る。\n　→ ○\n２．月は四角い。\n　→ ×\n３．火は冷たい。\n　→ ×\n"
    text = f"# N\n\n【問1】誤りはどれか。\n\n{said}\n正解　２　"
    assert asked(f"{text}（3も×では？ 解説と合わない）\n")[0] == []
    assert asked(f"{text}（よく出る）\n")[0] != []


def test_marks_before_sentences_beneath_their_title():
    run = "正誤①\n○ 　水は0度で凍るのである。\n✕ 　月は四角い形をしている。\n→ 丸い。\n✕ 　火は冷たいものである。\n"
    assert [key(each) for each in asked(f"# N\n\n星は遠い。\n\n{run}")[0]] == [["1"], ["2"], ["2"]]
    assert asked("# N\n\n正誤①\n水は0度で凍る。\n○ 氷点は0度である。\n月は四角い。\n× 月は丸い形である。\n")[0] == []
