"""Quotations that answer choices by label, choices that look like decimals, and questions behind ``Q`` and a space."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key

HEAD = "# 水のメモ\n\n## 11/24\n\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def _quiz(*quoted: str, stems: tuple[str, ...] = ("水が凍ると", "湯が沸くと何になる?", "朝の草に付くのは")) -> str:
    rows = ("1.氷 2.湯気 3.露 4.霧", "1.雲 2.湯気 3.雪 4.雨", "1.虹 2.氷 3.露 4.塩")
    return HEAD + "".join(f"Q {stem}\n{row}\n> {said}\n\n" for stem, row, said in zip(stems, rows, quoted, strict=True))


GIVEN = ("1 0度で固まる", "2 あわが出る", "3 夜に冷える")


def test_quotations_beneath_choices_answer_them_by_label() -> None:
    questions, _ = asked(_quiz(*GIVEN))
    assert [key(question) for question in questions] == [["1"], ["2"], ["3"]]
    assert plain(questions[0].stem[0].words).endswith("水が凍ると")


@pytest.mark.parametrize("form", ["({}) {}", "{}。{}", "{}） {}", "{}：{}"])
def test_labels_may_be_written_otherwise(form: str) -> None:
    quoted = (form.format(label, said) for label, said in zip("123", ("固まる", "あわ", "夜"), strict=True))
    assert _keys(_quiz(*quoted)) == [["1"], ["2"], ["3"]]


def test_another_choice_behind_the_label_is_of_the_explanation() -> None:
    assert _keys(_quiz("1 2は沸いたとき", *GIVEN[1:])) == [["1"], ["2"], ["3"]]


@pytest.mark.parametrize(
    "said",
    ["5", " ", "3 か 4 たぶん", "3 または 4", "3 たぶん", "3 ?", "3 どっちか忘れた", "3 → 4"],
)
def test_quotations_that_name_no_choice_for_sure_answer_nothing(said: str) -> None:
    more = f"Q 夜に出るのはどれ?\n1.虹 2.氷 3.露 4.塩\n> {said}\n\n"
    assert _keys(_quiz(*GIVEN) + more) == [["1"], ["2"], ["3"]]


@pytest.mark.parametrize("said", ["3、4", "3 4", "3と4 どちらも夜"])
def test_quotations_may_name_several_choices(said: str) -> None:
    more = f"Q 夜に出るのを2つ選べ。\n1.虹 2.氷 3.露 4.塩\n> {said}\n\n"
    assert _keys(_quiz(*GIVEN) + more) == [["1"], ["2"], ["3"], ["3", "4"]]


@pytest.mark.parametrize(
    "quoted",
    [
        ("1 ×", "2 ○", "3 ×"),  # how somebody's own answers went
        ("1 間違えた", "2 あわ", "3 露"),
        ("1 自分の答え", "2 あわ", "3 露"),
        ("1 固まる", "1 あわ", "1 冷える"),  # always the same: a number of something else
        ("水は0度で固まる", "2 あわ", "3 露"),
        ("1回目", "2回目", "3回目"),
    ],
)
def test_other_quotations_are_no_answers(quoted: tuple[str, ...]) -> None:
    assert _keys(_quiz(*quoted)) == []


@pytest.mark.parametrize("told", ["自分の答えは引用で書く。", "> は自分の回答"])
def test_quotations_of_ones_own_are_no_answers(told: str) -> None:
    assert _keys(_quiz(*GIVEN).replace("# 水のメモ\n", f"# 水のメモ\n\n{told.replace('> ', '＞')}\n")) == []


def test_quotations_above_the_answers_are_ones_own() -> None:
    text = _quiz(*GIVEN)
    for said, right in zip(GIVEN, "321", strict=True):
        text = text.replace(f"> {said}\n", f"> {said}\n\n正解：{right}\n")
    assert _keys(text) == [["3"], ["2"], ["1"]]


def test_titles_of_answers_are_no_labels() -> None:
    text = "".join(
        f"## {part}\n\n{part}-1 水が凍ると（　）になる。\n1) 氷 / 2) 湯気 / 3) 露\n\n> {part} の解答\n> {part}-1 1)\n\n"
        for part in "ABC"
    )
    assert "A" not in {label for labels in _keys(text) for label in labels}


def test_figures_are_choices_where_others_of_the_part_stand_so() -> None:
    more = "Q 水1Lは何kg?\n1.64 2.62 3.30 4.126\n> 2 量った\n\n"
    questions, _ = asked(_quiz(*GIVEN) + more)
    assert [plain(choice.words) for choice in questions[3].choices] == ["64", "62", "30", "126"]
    assert key(questions[3]) == ["2"]


@pytest.mark.parametrize("line", ["1.2 2.3 3.4 4.5", "1.64 2.62 3.30 4.126"])
def test_figures_alone_are_no_choices(line: str) -> None:
    assert _keys(f"{HEAD}次の重さの平均は?\n{line}\n> 2\n") == []
    # nor is what stands beneath them an answer of theirs: it may be the last question's
    assert _keys(f"{_quiz(*GIVEN)}はかった重さを書く。\n{line}\n> 2 量った\n") == [["1"], ["2"]]


def test_a_question_may_begin_with_a_latin_word_behind_q() -> None:
    stems = ("水が凍ると", "H2Oが沸くと何になる?", "朝の草に付くのは")
    more = "Q 夜の窓に付くのは\n1.虹 2.霜 3.塩 4.砂\n> 2 冷えるから\n\n"
    assert _keys(_quiz(*GIVEN, stems=stems) + more) == [["1"], ["2"], ["3"], ["2"]]


PART = "## 11/25\n\n○×(>の先頭が答え)\n\n"
JUDGED = "Q 水は0度で凍る。\n> ○ 1気圧なら\n\nQ 氷は水に沈む。\n> × 浮く\n\nQ 露は朝に多い。\n> ○ 夜に冷える\n\n"


def test_a_part_may_say_that_its_quotations_judge() -> None:
    assert _keys(HEAD + "今日のこと。\n\n" + PART + JUDGED) == [["1"], ["2"], ["1"]]
    assert _keys(HEAD + "今日のこと。\n\n" + PART + JUDGED + "Q 霧は雲である。\n> \n") == [["1"], ["2"], ["1"]]


@pytest.mark.parametrize("title", ["", "できたかどうか\n\n", "メモ\n\n"])
def test_quotations_of_other_parts_judge_nothing(title: str) -> None:
    assert _keys(HEAD + "今日のこと。\n\n## 11/25\n\n" + title + JUDGED) == []
