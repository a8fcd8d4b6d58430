"""Several gaps in one sentence: one question with a word for each, where the notes tell as many words as gaps."""

from __future__ import annotations

import pytest

from studynotes.questions import BLANK_MARK, plain
from support.asking import asked

PAIR = "（　　）は水を吸い上げ、（　　）は養分を運ぶ。"
NAMED = "（ア）は鍵を1つ使い、（イ）は2つ使う。RSA は（イ）である。"


def gaps(notes):
    """Return each question's stem, its blanks as …, and its answers."""
    questions, _ = asked(f"# N\n\n{notes}\n")
    return [
        ("\n".join(plain(part.words) for part in each.stem).replace(BLANK_MARK, "…"), each.answers)
        for each in questions
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "答え：道管、師管", "**正解：道管 / 師管**", "解答：道管・師管", "答え：道管　師管", "答え：① 道管 ② 師管",
        "### 答え\n\n- 道管\n- 師管\n\n根から葉へ続く。",
        "<details><summary>解答</summary>\n\n- 水は **道管**\n- 養分は **師管**\n\n</details>",
    ],
)  # fmt: skip
def test_as_many_words_as_gaps(answer):
    assert gaps(f"{PAIR}\n\n{answer}") == [("…は水を吸い上げ、…は養分を運ぶ。", ("道管", "師管"))]


@pytest.mark.parametrize(
    "answer",
    [
        "答え：道管", "答え：道管、師管、木部", "答え：道管、たぶん師管", "答え：道管、師管？", "答え：師管、未確認",
        "答え：ア、イ", "答え：水を根から吸い上げて葉まで運ぶ管、師管", "",
    ],
)  # fmt: skip
def test_not_as_many_words_or_a_doubt(answer):
    assert gaps(f"{PAIR}\n\n{answer}") == []


def test_the_answer_may_stand_behind_the_sentence_or_in_a_list():
    assert gaps("気温は（　　）度、湿度は（　　）%だ。 → 答え：20、60") == [("気温は…度、湿度は…%だ。", ("20", "60"))]
    listed = "1. 肺は（　　）を取り、（　　）を出す。\n2. 肝臓は（　　）を作り、（　　）に蓄える。\n\n## 解答\n\n"
    filling = "1. 酸素 / 炭酸ガス\n2. 胆汁 / 胆のう"
    assert [answers for _, answers in gaps(listed + filling)] == [("酸素", "炭酸ガス"), ("胆汁", "胆のう")]


def test_gaps_in_code():
    (asking,) = gaps("枝は `git ____ -b ____` で作る。\n\n答え：switch、main")
    assert asking == ("枝は git … -b … で作る。", ("switch", "main"))


@pytest.mark.parametrize(
    "answer",
    [
        "答え：ア：共通鍵、イ：公開鍵", "答え：（ア）共通鍵　（イ）公開鍵", "**答え**\n\n- ア … 共通鍵\n- イ … 公開鍵",
        "<details><summary>解答</summary>\n\nア. 共通鍵\nイ. 公開鍵\n\n</details>",
    ],
)  # fmt: skip
def test_gaps_with_names(answer):
    """The blank stands behind the name where it comes first; the name alone refers to it later."""
    shown = "（ア …）は鍵を1つ使い、（イ …）は2つ使う。RSA は（イ）である。"
    assert gaps(f"{NAMED}\n\n{answer}") == [(shown, ("共通鍵", "公開鍵"))]


@pytest.mark.parametrize(
    ("notes", "answer"),
    [
        (NAMED, "答え：イ：公開鍵、ア：共通鍵"),  # not in their order
        (NAMED, "答え：ア：共通鍵"),
        (NAMED, "答え：ア：共通鍵、イ：公開鍵、ウ：秘密鍵"),
        (NAMED, "答え：ア：共通鍵、イ：たぶん公開鍵"),
        (NAMED, "答え：ア：①、イ：③"),  # labels of choices that stand elsewhere
        (f"語群から選べ。\n\n{NAMED}", "答え：ア：共通鍵、イ：公開鍵"),
        (f"{NAMED}\n\n別の話である。", "答え：ア：共通鍵、イ：公開鍵"),
        ("（イ）は鍵を1つ使い、（エ）は2つ使う。", "答え：イ：共通鍵、エ：公開鍵"),
        ("(1) 鍵は1つ\n(2) 鍵は2つ", "答え：(1) 共通鍵 (2) 公開鍵"),  # no sentences with gaps
    ],
)
def test_names_that_are_not_all_told_in_order(notes, answer):
    assert gaps(f"{notes}\n\n{answer}") == []


def test_a_sentence_with_names_beneath_is_no_choice():
    found = gaps(f"{PAIR}\n\n答え：道管、師管\n\n{NAMED}\n\n答え：ア 共通鍵、イ 公開鍵")
    assert [answers for _, answers in found] == [("道管", "師管"), ("共通鍵", "公開鍵")]


def test_a_text_of_several_lines():
    (asking,) = gaps("- (a)は値を積む。\n- (b)は値を並ばせる。\n\n答え：a スタック、b キュー")
    assert asking == ("(a …)は値を積む。\n(b …)は値を並ばせる。", ("スタック", "キュー"))


def test_its_name_depends_on_each_answer():
    one, other = (asked(f"# N\n\n{PAIR}\n\n答え：道管、{second}\n")[0][0] for second in ("師管", "篩管"))
    assert one.id != other.id
    assert one.answer == "道管 ／ 師管"


def test_written_as_a_quiz_or_in_the_editorial_file():
    ((stem, answers),) = gaps("<quiz>\n[[道管]] と [[師管]] の束を維管束という。\n</quiz>")
    assert (stem, answers) == ("… と … の束を維管束という。", ("道管", "師管"))
    extra = "sections: {s: {quiz: {questions: [{stem: ＿＿＿ と ＿＿＿ の束は何か。, answer: [道管, 師管]}]}}}"
    questions, problems = asked("# N\n\n## s\n\n本文。\n", extra)
    assert ([question.answers for question in questions], problems) == ([("道管", "師管")], [])
    _, problems = asked("# N\n\n## s\n\n本文。\n", extra.replace("[道管, 師管]", "道管"))
    assert [problem.what for problem in problems] == ["not one place to fill in for each answer"]
