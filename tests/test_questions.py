"""Recognisers, one by one, and the questions of this repository's own notes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studynotes import editorial, reading
from studynotes.model import Severity
from studynotes.questions import Choice, Form, plain, questions_of
from studynotes.questions.question import folded, text
from studynotes.questions.sharing import inline_markdown
from support.asking import NOTES, asked, key

VERDICTS = """# N

## 1.

- 正解は「乾かす」です。
  - 水気がなくなる。
- 「凍らせる」は不正解です。
  - 溶ければ戻る。
"""
TABLE = """# N

## 1. 節

| 用語 | 説明 |
|---|---|
| 朝 | 日が昇ったあとの時間 |
| 夜 | 日が沈んだあとの時間 |
| 昼 | 昼のあいだの時間 |
"""


def words(question):
    return [plain(choice.words) for choice in question.choices]


def stem(question):
    return "\n".join(plain(part.words) for part in question.stem)


def by(recogniser, questions):
    return [question for question in questions if question.recogniser == recogniser]


def test_a_verdicts_marker_words_and_brackets_are_not_in_the_choice():
    (question,), problems = asked(VERDICTS)
    assert words(question) == ["乾かす", "凍らせる"]
    assert [choice.reasons for choice in question.choices] == [(("水気がなくなる。",),), (("溶ければ戻る。",),)]
    assert [problem.severity for problem in problems] == [Severity.INFO]  # it asks for a stem


def test_the_editorial_file_gives_stem_key_and_further_choices():
    notes = VERDICTS.replace("正解は「乾かす」です。", "乾かす")
    edited = 'sections: {"1": {quiz: {stem: どうしますか。, key: 乾か, choices: [{text: 塗る, reason: 色が変わる。}]}}}'
    (question,), problems = asked(notes, edited)
    assert stem(question) == "どうしますか。"
    assert key(question) == ["1"]
    assert words(question) == ["乾かす", "凍らせる", "塗る"]
    assert question.choices[0].reasons == (("水気がなくなる。",),)
    assert problems == []


def test_a_key_that_contradicts_the_notes_asks_nothing():
    questions, problems = asked(VERDICTS, 'sections: {"1": {quiz: {key: 凍らせる}}}')
    assert questions == []
    assert "disagree" in problems[0].what


def test_wrong_choices_alone_are_no_key():
    questions, problems = asked(VERDICTS.replace("正解は「乾かす」です。", "乾かす"))
    assert questions == []
    assert (problems[0].line, problems[0].severity) == (7, Severity.WARNING)


def test_a_kind_of_question_can_be_switched_off():
    assert asked(VERDICTS, 'sections: {"1": {quiz: {off: true}}}')[0] == []
    assert asked(VERDICTS, 'sections: {"1": {quiz: {off: [choices]}}}')[0] == []
    assert len(asked(VERDICTS, 'sections: {"1": {quiz: {off: [terms]}}}')[0]) == 1


@pytest.mark.parametrize(
    ("quiz", "what"),
    [
        ("{stme: x}", "unknown key"),
        ("{off: [verdict]}", "no kind of question"),
        ("{questions: [{key: a, choices: [b]}]}", "without a stem"),
        ("{questions: [{stem: 何か。, key: a}]}", "needs a key and wrong choices"),
        ("{questions: [{stem: 何か。, answer: 3}]}", "not one place to fill"),
        ("{questions: [{stem: 何か。, key: a, choices: [b], about: 書いていない}]}", "does not say"),
        ("{key: どこにもない}", "hold no choices"),
        ("[1]", "keys with values"),
    ],
)
def test_a_slip_in_the_editorial_file_is_told_with_its_line(quiz, what):
    _, problems = asked("# N\n\n## 1.\n\n文。\n", f'sections:\n  "1":\n    quiz: {quiz}\n')
    assert [(problem.file, problem.line) for problem in problems] == [("n.yml", 3)]
    assert what in problems[0].what


def test_an_editorial_question_rests_on_the_notes_words():
    edited = 'sections: {"1": {quiz: {questions: [{stem: 何か。, key: 水, choices: [油], about: 水は}]}}}'
    (question,), _ = asked("# N\n\n## 1.\n\n前の文。\n\n水は低きに流れる。\n", edited)
    assert question.lines.first == 7
    assert plain(question.explanation[0].words) == "ノートの記述：水は低きに流れる。"


def test_terms_are_asked_with_the_others_of_the_table():
    questions, _ = asked(TABLE)
    assert [(stem(question).split("\n")[1], sorted(words(question))) for question in questions] == [
        ("「日が昇ったあとの時間」", sorted(["夜", "昼", "朝"])),
        ("「日が沈んだあとの時間」", sorted(["夜", "昼", "朝"])),
    ]  # the third meaning holds its own term


def test_a_table_with_other_heads_defines_nothing():
    assert asked(TABLE.replace("用語", "担当"))[0] == []


def test_a_table_of_things_asks_for_the_thing():
    rows = "| `ls` | 中身を並べて見せる |\n| `cd` | 居る場所を移す |\n| `rm` | 要らないものを消す |"
    questions, _ = asked(f"# N\n\n## 1.\n\n| コマンド | 役割 |\n|---|---|\n{rows}\n")
    assert [stem(question) for question in questions][:1] == [
        "次の役割に当てはまるコマンドはどれですか。\n「中身を並べて見せる」"
    ]
    assert len(questions) == 3


@pytest.mark.parametrize("head", ["日付", "担当者", "選択肢", "No.", "手順", "", "第1回"])
def test_a_table_of_dates_people_or_choices_defines_nothing(head):
    assert asked(TABLE.replace("用語", head))[0] == []


def test_a_synonym_or_a_broader_term_is_no_wrong_choice():
    rows = [
        ("ワーム", "単独で広がる悪意のあるプログラム"),
        ("マルウェア", "悪意のあるプログラムの総称"),
        ("雪", "冬に空から降る白いもの"),
    ]
    questions, _ = asked(TABLE[: TABLE.index("| 朝")] + "".join(f"| {term} | {says} |\n" for term, says in rows))
    worm = next(question for question in questions if "単独" in stem(question))
    assert sorted(words(worm)) == ["ワーム", "雪"]


@pytest.mark.parametrize("head", ["", "曜日", "ア", "1"])
def test_a_table_whose_first_column_is_no_aspect_compares_nothing(head):
    rows = "| 午前 | 国語 | 体育 |\n| 午後 | 算数 | 音楽 |"
    assert asked(f"# N\n\n## 1.\n\n| {head} | 月 | 火 |\n|---|---|---|\n{rows}\n")[0] == []


def test_a_comparison_asks_what_belongs_to_one_side():
    rows = "| 好物 | 魚、鶏 | 骨、牛 |\n| 鳴き声 | 高い声 | 低い声 |\n| 足 | 四本 | 四本 |"
    questions, _ = asked(f"# N\n\n## 1.\n\n| 項目 | 猫 | 犬 |\n|---|---|---|\n{rows}\n")
    many, single = questions
    assert many.form is Form.MULTIPLE
    assert (stem(many), key(many), words(many)) == (
        "「好物」のうち、猫に当てはまるものをすべて選んでください。",
        ["1", "2"],
        ["魚", "鶏", "骨", "牛"],
    )
    assert (stem(single), key(single)) == ("犬の「鳴き声」はどれですか。", ["2"])


def test_a_comparison_with_subjects_in_rows():
    rows = "| 焼く | 香ばしく仕上がる | ○ |\n| 煮る | 柔らかく仕上がる | ○ |"
    questions, _ = asked(f"# N\n\n## 1.\n\n| 手法 | 長所 | 費用 |\n|---|---|---|\n{rows}\n")
    assert [stem(question) for question in questions] == [
        "ノートの表で、「長所」が「香ばしく仕上がる」とされている手法はどれですか。",
        "ノートの表で、「長所」が「柔らかく仕上がる」とされている手法はどれですか。",
    ]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("割合 = 8/10 = 0.8", "0.8"),
        ("割合 ＝ (90+2)/100 ＝ 92%", "92"),
        ("割合 = 8/15 = 0.533（端数は四捨五入）", "0.533"),
        ("面積 = 3 × 4 = 12", "12"),
    ],
)
def test_a_worked_figure_is_a_blank(line, answer):
    (question,), problems = asked(f"# N\n\n## 1.\n\n{line}\n")
    assert question.form is Form.BLANK
    assert question.answer == answer
    assert answer not in stem(question).split("＿＿＿")[1]
    assert problems == []


@pytest.mark.parametrize("line", ["値 = 0.9", "F = 2PR/(P+R)", "日付 = 2024-01-02 = 初日", "8/10 = 0.8", "a = b = c"])
def test_what_is_no_worked_figure_asks_nothing(line):
    assert asked(f"# N\n\n## 1.\n\n{line}\n") == ([], [])


def test_a_figure_that_is_wrong_asks_nothing_and_is_told():
    questions, problems = asked("# N\n\n## 1.\n\n割合 = 8/10 = 0.9\n")
    assert questions == []
    assert [(problem.line, problem.severity) for problem in problems] == [(5, Severity.WARNING)]


@pytest.mark.parametrize(
    ("quiz", "line", "what"),
    [
        ("- [x] a\n- [ ] b\n</quiz>", 5, "without a question"),
        ("何か。\n- [x] a\n</quiz>", 5, "fewer than two"),
        ("何か。\n- [ ] a\n- [ ] b\n</quiz>", 5, "without a right choice"),
        ("何か。\n- [x] a\n- [?] b\n</quiz>", 8, "the mark [?]"),
        ("何か。\n---\n[[a]]\n</quiz>", 5, "only behind"),
        ("何か。\n\n- [x] a\n- [ ] b", 5, "without its end"),
    ],
)
def test_a_malformed_quiz_is_an_error_with_its_line(quiz, line, what):
    questions, problems = asked(f"# N\n\n## 1.\n\n<quiz>\n{quiz}\n")
    assert questions == []
    (problem,) = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert (problem.line, what in problem.what) == (line, True)


def test_code_in_a_choice_stays_code():
    (question,), _ = asked("### 問題 1\n一覧を出すのは？\n\n1. ✅ **`ls -l`**\n2. ❌ `rm` で消す\n")
    assert [choice.words for choice in question.choices] == [("", "ls -l"), ("", "rm", " で消す")]


def test_a_stem_keeps_its_lists_and_code():
    situation = "シナリオ:\n次の要件がある：\n\n- 速い\n- 安い\n\n```json\n{}\n```"
    (question,), _ = asked(f"### 問題1: 題\n\n{situation}\n\n質問:\nどれですか？\n\nA) 甲\nB) 乙\n\n解答: A) 甲\n")
    assert [(part.kind, plain(part.words)) for part in question.stem] == [
        ("text", "次の要件がある："),
        ("item", "速い"),
        ("item", "安い"),
        ("code", "{}"),
        ("text", "どれですか？"),
    ]


# -- names and order ----------------------------------------------------------------------------------


def test_a_question_keeps_its_name_where_only_its_place_or_its_reasons_change():
    (before,), _ = asked(VERDICTS)
    (after,), _ = asked(
        "# N\n\n## 0.\n\n新しい節。\n" + VERDICTS.removeprefix("# N\n").replace("溶ければ戻る。", "元に戻る。")
    )
    assert before.id == after.id
    assert before.lines != after.lines


@pytest.mark.parametrize(
    ("old", "new"),
    [("凍らせる", "冷やす"), ("正解は「乾かす」です。", "「乾かす」は不正解です。\n- 正解は「塗る」です。")],
)
def test_a_question_gets_another_name_where_a_choice_or_the_key_changes(old, new):
    (before,), _ = asked(VERDICTS)
    (after,), _ = asked(VERDICTS.replace(old, new))
    assert before.id != after.id


@given(st.permutations(range(4)))
def test_neither_name_nor_shown_order_depends_on_the_written_order(order):
    questions, _ = asked(VERDICTS)
    choices = tuple(Choice(text(f"選択肢{number}"), right=number == 0) for number in order)
    shuffled = replace(questions[0], choices=choices)
    sorted_ = replace(questions[0], choices=tuple(sorted(choices, key=lambda choice: choice.words)))
    assert shuffled.id == sorted_.id
    assert shuffled.shown == sorted_.shown


def test_labelled_choices_stay_in_order():
    (question,), _ = asked("### 問題 1\nどれ？\n\nA. 丙\nB. 乙\nC. 甲\nD. 上記すべて\n\n正解: D\n")
    assert [choice.label for choice in question.shown] == ["A", "B", "C", "D"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")))
def test_words_in_markdown_mean_nothing(value):
    made = inline_markdown((value,))
    assert not re.search(r"[*_`\[\]<>#|~!\\]", re.sub(r"&#\d+;", "", made))


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(value):
    questions, _ = asked(f"# N\n\n## 1.\n\n{value}\n")
    for question in questions:
        assert question.answer or any(choice.right for choice in question.choices)


# -- this repository's notes ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def own():
    beside = editorial.load(NOTES.with_suffix(".yml"), "notes.yml")
    collection = reading.read(NOTES.read_bytes(), file="notes.md", stem="n", editorial=beside)
    found = {section.slug: questions_of(section, beside, collection.source) for section in collection.sections}
    assert [problem for _, problems in found.values() for problem in problems] == []
    return {slug: questions for slug, (questions, _) in found.items()}


def test_every_section_asks_something(own):
    assert all(own.values())
    assert sum(map(len, own.values())) >= 25


@pytest.mark.parametrize(
    ("slug", "right"),
    [("21", "モデルレジストリコレクション"), ("23", "概念ドリフト"), ("26", "シャドーデプロイメント"), ("27", "MAE")],
)
def test_the_four_choice_questions_have_the_notes_reasons_for_every_choice(own, slug, right):
    (question,) = by("verdicts", own[slug])
    assert len(question.choices) == 4
    (answer,) = [choice for choice in question.choices if choice.right]
    assert right in plain(answer.words)
    assert all(choice.reasons for choice in question.choices)


@pytest.mark.parametrize(
    ("slug", "kinds"), [("23", {"terms", "figures"}), ("27", {"comparison", "figures"}), ("29", {"terms"})]
)
def test_tables_and_figures_are_asked(own, slug, kinds):
    assert kinds <= {question.recogniser for question in own[slug]}


def test_no_choice_shows_its_verdict_or_the_writers_brackets(own):
    for questions in own.values():
        for question in questions:
            for choice in question.choices:
                assert not re.search(r"不正解|正解は|誤り|[✓✔✅❌]|^「|。$", plain(choice.words))


def test_no_question_has_two_right_choices_that_look_alike_or_a_choice_twice(own):
    for questions in own.values():
        for question in questions:
            shown = [folded(choice.words) for choice in question.choices]
            assert len(set(shown)) == len(shown)


def test_the_right_choice_has_no_place_of_its_own(own):
    places = [
        [choice.right for choice in question.shown].index(True)
        for questions in own.values()
        for question in questions
        if question.form is Form.SINGLE
    ]
    assert len(set(places)) >= 3
    assert max(places.count(place) for place in set(places)) < len(places) * 0.6


@pytest.mark.parametrize(
    "items",
    [
        "- 正解: 青\n  - 昼の空\n- 不正解: 赤\n  - 夕焼け",
        "- 正解は青です。\n  - 昼の空\n- 赤は不正解です。\n  - 夕焼け",
        "- 「青」が正解です。\n  - 昼の空\n- 「赤」は適切ではありません。\n  - 夕焼け",
        "- 「青」が最も適切です。\n  - 昼の空\n- 不正解の理由：「赤」\n  - 夕焼け",
        "正解は「青」です。\n昼の空\n\n「赤」は誤りです。\n夕焼け",
    ],
)
def test_verdicts_in_many_spellings(items):
    (question,), problems = asked(f"# N\n\n## 1.\n\n空の色はどれか。\n\n{items}\n")
    assert [(plain(c.words), c.right, c.reasons) for c in question.choices] == [
        ("青", True, (("昼の空",),)),
        ("赤", False, (("夕焼け",),)),
    ]
    assert stem(question) == "空の色はどれか。"
    assert problems == []
