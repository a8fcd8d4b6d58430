"""Keys that a sentence, an arrow, a sign or a list at the end states; and what only looks like it."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key
from support.project import REPOSITORY


def keys(text: str) -> list[list[str]]:
    """The keys of the questions asked, in order: words, for choices have no labels everywhere."""
    questions, _ = asked(text)
    return [[plain(choice.words) for choice in question.choices if choice.right] for question in questions]


COLOUR = "## Q1\n\n空の色は？\n\n1. 赤\n2. 青\n3. 黄\n\n"
TWO = "## Q1\n\n三原色に入るものを2つ選べ。\n\n1. 紫\n2. 青\n3. 黄\n\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("紫は混ぜて作る。したがって正解は 2 と 3 です。", [["青", "黄"]]),
        ("正解は２、３です。", [["青", "黄"]]),
        ("よって正解は 2 および 3。", [["青", "黄"]]),
        ("正解は 2 と 3 のどちらかです。", []),
        ("正解は 1 と 2 ではない。", []),
        ("問5の正解は 2 と 3 です。", []),
        ("正解は 2 です。", []),
        ("正解：1, 2\n\n正解は 2 と 3 です。", []),
        ("正解：2, 3\n\nよって正解は 2 と 3 です。", [["青", "黄"]]),
    ],
)
def test_a_sentence_that_names_two(said, expected):
    assert keys(f"{TWO}:::details 解答\n{said}\n:::\n") == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("🅰️ 2", [["青"]]),
        ("🅰 2", [["青"]]),
        ("🅰️：２", [["青"]]),
        ("🅰️ 2（夕焼けは赤）", [["青"]]),
        ("🅰️ 3 か 2 ！あとで調べる", []),
        ("🅰️", []),
        ("🅰️ 2？", []),
        ("🅰️ 2\n🅰️ 3", []),
        ("🅰️ 赤いときもある", []),
        ("→ 青", [["青"]]),
        ("⇒ 青", [["青"]]),
        ("→ 2", [["青"]]),
        ("→ 聞き逃した", []),
        ("→ 青？", []),
        ("→ 赤 → 青", []),
        ("→ 青\n→ 赤", []),
        ("→ 青\n\n正解：1", []),
        ("メモを見ながら\n\nそらの本\n\n→ 青", []),
    ],
)
def test_a_sign_or_an_arrow_right_beneath_the_choices(answer, expected):
    assert keys(f"{COLOUR}{answer}\n") == expected
    assert keys(f"Q1 空の色は？\n　1　赤\n　2　青\n　3　黄\n{answer}\n") == expected


@pytest.mark.parametrize(
    "choices",
    ["1. 赤\n→ 青\n2. 青\n3. 黄\n→ 赤", "1. 赤 → 青\n2. 青 → 黄\n3. 黄 → 赤"],
)
def test_an_arrow_beneath_every_choice_is_no_answer(choices):
    assert keys(f"## Q1\n\n次の順で変わるのはどれか。\n\n{choices}\n") == []


def test_squares_with_letters_may_be_choices_themselves():
    assert keys("Q1 空の色は？\n🅰️ 赤\n🅱️ 青\n\nQ2 海の色は？\n🅰️ 赤\n🅱️ 青\n") == []


SENTENCES = (
    "1. The sky ------- blue.\n\n(A) are\n(B) is\n(C) be\n\n2. We ------- it.\n\n(A) see\n(B) sees\n(C) seen\n\n"
)


@pytest.mark.parametrize(
    ("list_", "expected"),
    [
        ("▼解答\n1-B　三人称\n2-A　複数", [["is"], ["see"]]),
        ("■ こたえ\n\n1-B\n2-A", [["is"], ["see"]]),
        ("【解答】\n\n1. B\n2. A", [["is"], ["see"]]),
        ("<解答>\n\n(1) B　(2) A", [["is"], ["see"]]),
        ("▼自分の解答\n1-B\n2-A", []),
        ("▼解答の手順\n1-B\n2-A", []),
        ("▼単語\n1-B\n2-A", []),
        ("▼解答\n1-B？\n2-A", []),
        ("▼解答\n1-1\n2-1", []),
        ("【解答】\n\n1. まず読む\n2. 次に選ぶ", []),
        ("▼解答\n1-B\n2-A\n1-C", [["see"]]),
    ],
)
def test_an_answer_list_beneath_a_plain_title(list_, expected):
    assert keys(f"# Drill\n\n{SENTENCES}{list_}\n") == expected


def test_an_items_letters_make_it_a_question_whatever_its_words():
    questions, _ = asked(
        "# N\n\n## Q\n\n1. Which two? (Choose two)\n    - A. 赤\n    - B. 青\n    - C. 黄\n\n"
        "2. 空を塗りたい。\n    - A. 紫\n    - B. 水色\n    - C. 緑\n\n## Answers\n\n1. A, C\n2. B\n"
    )
    assert [key(question) for question in questions] == [["A", "C"], ["B"]]
    assert [plain(choice.words) for choice in questions[0].choices] == ["赤", "青", "黄"]


def test_steps_with_letters_take_the_number_from_no_question():
    steps = "## 手順\n\n1. 準備\n    - A. 紙\n    - B. 筆\n    - C. 水\n\n"
    questions = "## 問題\n\n問1 空の色は？\n\nA. 赤\nB. 青\n\n## 解答\n\n問1 B\n"
    assert keys(f"# N\n\n{steps}{questions}") in ([], [["青"]])
    assert keys(f"# N\n\n{steps}") == []


def marked(told: str, stem: str, choices: str) -> str:
    """A file that tells its mark, with two plain questions of the same shape and the one in question."""
    plain_ones = [("### 空の色は？", "赤", "青", "黄"), ("### 海の色は？", "紺", "緑", "白")]
    return f"# N\n\n{told}\n\n## 問題\n\n" + "".join(
        f"{asked}\n\n" + choices.replace("甲", a).replace("乙", b).replace("丙", c) + "\n\n"
        for asked, a, b, c in [*plain_ones, (f"### {stem}", "甲", "乙", "丙")]
    )


TICKED, BOLD, STAR = "- [ ] 甲\n- [x] 乙\n- [ ] 丙", "- 甲\n- **乙**\n- 丙", "- 甲\n- 乙 ★\n- 丙"


@pytest.mark.parametrize(
    ("told", "choices"),
    [
        ("- `[x]` が正解", TICKED), ("※チェックの付いているものが正解です", TICKED), ("- [x] が正解", TICKED),
        ("[x] = correct answer", TICKED), ("正解にはチェックを付けた", TICKED),
        ("太字の選択肢が正解", BOLD), ("**太字**になっているものが答え", BOLD), ("Correct answers are in bold.", BOLD),
        ("★＝正解", STAR), ("正解は★", STAR),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "stem",
    [
        "全部の場所に一つずつ置いておける形にしたい",
        "明るさの変更を強制するには",
        "夜に見える色に当たるものは",
        "夜の色を表したものは",
        "昼かどうかを色で見分けられるようにしたい",
    ],
)
def test_a_case_where_the_file_tells_its_mark(told, choices, stem):
    assert keys(marked(told, stem, choices)) == [["青"], ["緑"], ["乙"]]
    assert ["乙"] not in keys(marked("練習", stem, choices))


@pytest.mark.parametrize(
    "told",
    [
        "[x] は正解した問題",
        "チェックは正解済み", "自分の答えにチェック", "太字は答えたもの", "選んだ答えは太字", "★は正解率が低い",
        "答えをチェック", "チェック→答え合わせ", "チェック：正解を確認する", "正解にチェックする予定",
        "- [x] 正解を確認", "太字が正解？",
        "太字が正解とは限らない", "★は正解できなかった問題",
    ],
)  # fmt: skip
def test_what_tells_of_the_learning_is_no_legend(told):
    for choices in (TICKED, BOLD, STAR):
        assert ["乙"] not in keys(marked(told, "明るさの変更を強制するには", choices))


@pytest.mark.parametrize(
    "stem",
    [
        "やること", "試験の前日までに終わらせておきたい", "個人的に気になっていて触っておきたい",
        "週末にゆっくり時間をとって読みたい",
        "当日の朝に持っていくものは", "スライドの担当は", "勉強会の日程は",
        "ハンズオンで作ったものは", "先週までに購入したものを2つ", "今日のところで済んだことは",
        "次回の会場は", "来年のうちに受けておきたい", "どこまで進んだ",
        "苦手な範囲をもう一度復習したい", "優先して見るものを3つ", "買いものリスト",
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["", "？"])
def test_plans_ask_nothing_where_the_file_tells_its_mark(stem, ending):
    for told, choices in (("`[x]` が正解", TICKED), ("太字が正解", BOLD), ("★が正解", STAR)):
        if told == "`[x]` が正解" or stem != "どこまで進んだ":
            assert keys(marked(told, stem + ending, choices)) == [["青"], ["緑"]]


def test_a_case_takes_as_many_marks_as_it_wants():
    several = "- **甲**\n- **乙**\n- 丙"
    told = "# N\n\n太字が正解\n\n1) 空の色は？\n    * 赤\n    * **青**\n    * 黄\n"
    told += "2) 海の色は？\n    * 紺\n    * **緑**\n    * 白\n"
    case = "{}\n    * **朱**\n    * **藍**\n    * 灰\n"
    assert keys(told + case.format("3) 染料になるものを２つ")) == [["青"], ["緑"], ["朱", "藍"]]
    assert keys(told + case.format("3) 染料になるものを")) == [["青"], ["緑"]]
    assert keys(told + case.format("3) 染料になるものを３つ")) == [["青"], ["緑"]]
    assert ["甲", "乙"] not in keys(marked("太字が正解", "染料に当たるものは", several))


def test_a_sign_before_the_choices_own_label():
    text = "# N\n\n◎＝正答\n\n問１．空の色はどれか。\n\n　①　赤\n{}②　青\n　③　黄\n\n"
    text += "買い物\n\n◎①　電池\n　②　紙\n　③　筆\n"
    assert keys(text.format("◎")) == [["青"]]
    assert keys(text.format("◎ ")) == [["青"]]
    assert keys(text.format("　")) == []


WHICH = "#### {}\n\n- Blue ← 正解\n- Red\n- Green\n"


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Which colour has the sky?\n（空の色は？）", [["Blue"]]),
        ("Which colour has the sky?", [["Blue"]]),
        ("空の色をなんという？", [["Blue"]]),
        ("What is shown here?", [["Blue"]]),
        ("好きな色", []),
        ("どの色を選ぶ？", []),
        ("次回の会場は？", []),
        ("色のメモ", []),
    ],
)
def test_a_choice_called_right_in_words_answers_any_question(stem, expected):
    assert keys(f"# N\n\n{WHICH.format(stem)}") == expected


def test_a_tick_or_an_arrow_answers_no_question_of_one_s_own():
    for mark in ("✅", "← こっち", "👈"):
        assert keys(f"# N\n\n#### What shall we buy?\n\n- Blue {mark}\n- Red\n- Green\n") == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("~~正解：1~~\n正解：2（2周目で訂正。夕焼けが赤）", [["青"]]),
        ("~~正解：1~~\n\n正解：2（訂正）", [["青"]]),
        ("<del>正解：1</del>\n正解：2（訂正しました）", [["青"]]),
        ("正解：~~1~~ 2（訂正済み）", [["青"]]),
        ("正解：~~1~~ → 2", [["青"]]),
        ("正解：2（訂正）", []),
        ("~~メモ~~\n正解：2（訂正）", []),
        ("~~正解：1~~\n正解：2（訂正待ち）", []),
        ("~~正解：1~~\n正解：2（訂正。でも 1 かも）", []),
        ("~~正解：1~~\n正解：2（訂正予定）", []),
        ("~~正解：1~~\n正解：2（要確認）", []),
        ("~~正解：1~~\n正解：3 → 2（訂正）", []),
        ("~~正解：1~~", []),
    ],
)
def test_an_answer_instead_of_a_struck_out_one_may_say_so(answer, expected):
    assert keys(f"{COLOUR}{answer}\n") == expected


def test_each_callout_that_asks_is_a_question_of_its_own():
    text = (
        "> [!question] 1\n> 空の色はどれですか？\n\nA. 赤\nB. 青\n\n> [!success]- 正解\n> B\n> 昼の色。\n\n"
        "> [!question] 2（記述）\n> 海の色は何ですか。\n\n> [!success]- 正解\n> 紺\n"
    )
    questions, _ = asked(f"# N\n\n## Q\n\n{text}")
    assert [question.answer or key(question) for question in questions] == [["B"], "紺"]
    assert [plain(part.words) for part in questions[0].explanation] == ["昼の色。"]


@pytest.mark.parametrize("said", ["答え：1 日に 2 回", "🅰️ 1 日に 2 回", "正解：2 年", "答え：2 つ"])
def test_a_figure_that_counts_is_no_choice_s_number(said):
    assert keys(f"## Q1\n\nいつ飲むか。\n\n1. 毎食後\n2. 朝だけ\n3. 夜だけ\n\n{said}\n") == []
    assert keys(f"## Q1\n\n何年か。\n\n1. 1 年\n2. 2 年\n3. 3 年\n\n{said.replace('2 つ', '2')}\n")[:1] != [["3 年"]]


def test_a_figure_before_its_own_choice_is_its_number():
    assert keys("## Q1\n\n夜の長さは？\n\n1. 日本\n2. 年\n3. 月\n\n正解：2 年\n") == [["年"]]
    assert keys("## Q1\n\n何を払う？\n\n1. 税\n2. 掛金\n3. 月謝\n\n正解：2 年金の一種だから\n") == [["掛金"]]


def test_the_guide_s_own_examples_are_asked():
    guide = (REPOSITORY / "docs" / "writing.md").read_text(encoding="utf-8")
    example = next(part for part in guide.split("```") if "太字の選択肢が正解です" in part)
    assert keys(f"# N\n\n{example.partition('}')[2]}") == [["回帰"], ["クラスタリング"], ["分類"]]
    reasoned = next(part for part in guide.split("```") if "◎これ" in part)
    assert keys(f"# N\n\n{reasoned.partition('}')[2]}") == [["クラスタリング"]]
    copied = next(part for part in guide.split("```") if "正解のないデータを分ける学習はどれか。" in part)
    assert keys(f"# N\n\n{copied.partition('}')[2]}") == [["クラスタリング"]]


@pytest.mark.parametrize(("last", "told"), [("● 海の部", False), ("【海】", False), ("● 夕焼けは赤い。", True)])
def test_the_title_of_what_comes_next_explains_nothing(last, told):
    questions, _ = asked(f"{COLOUR}正解：2\n\n昼の色。\n\n{last}\n\n## Q2\n")
    assert len(questions[0].explanation) == 1 + told
