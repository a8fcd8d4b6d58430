"""Answers that stand within a reason, beneath a statement, in a table's row, or deep in an outline."""

from __future__ import annotations

import pytest

from support.asking import WRITTEN_OUT, asked, key


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser in WRITTEN_OUT]


NUMBERED = "# 暗記\n\n基礎控除は（　　）と法定相続人の数で決まる。\n1) 500万円\n2) 600万円\n3) 1,000万円\n{}\n"


@pytest.mark.parametrize(
    ("beneath", "wanted"),
    [
        ("⇒ 600万円、つまり2)。500万円は非課税枠。また混ざった", ["2"]),
        ("⇒ 表のとおり600万円。2)", ["2"]),
        ("→ 覚えた。600万円なので(2)です", ["2"]),
        ("⇒ 600万円だから2)が正解。", ["2"]),
        ("→(2) 600万円", ["2"]),
        ("正解は2)の600万円。", ["2"]),
    ],
)
def test_a_reason_that_ends_in_a_choices_words_and_its_label_answers(beneath, wanted):
    assert keys(NUMBERED.format(beneath)) == [wanted]


@pytest.mark.parametrize(
    "beneath",
    [
        "⇒ 自分は600万円の2)。",
        "⇒ 友達は600万円の2)。",
        "⇒ ひっかけは600万円の2)。",
        "⇒ 600万円、つまり2)。じゃなくて3)",
        "⇒ 600万円、つまり2)かも。",
        "⇒ 1,600万円の2)。",
        "⇒ 600万円ではなく2)。",
        "→(2) 500万円",
        "正解は2)の500万円。",
        "⇒ 前の版では600万円の2)。",
        "⇒ 予想は600万円の2)。",
        "⇒ 600万円だから2)。と書いて×",
    ],
)
def test_words_and_label_of_somebody_else_or_in_doubt_answer_nothing(beneath):
    assert keys(NUMBERED.format(beneath)) == []


def test_beneath_an_announcement_a_calculation_ends_in_the_choice():
    choices = "".join(f"  - {label}) {figure}\n" for label, figure in zip("abc", "234", strict=True))
    text = "# 危険物\n\n- 問: 指定数量の何倍か\n{}  - 答\n    - 400/200=2、1000/1000=1、あわせて3倍。{}\n"
    assert keys(text.format(choices, "b")) == [["B"]]
    assert keys(text.format(choices, "c")) == []


STATEMENTS = "# 一問一答\n\n- 免許の有効期間は3年である。{}5年\n- 証の有効期間は5年である。{}\n"


@pytest.mark.parametrize("brackets", ["〔〕", "［］", "【】", "〈〉", "()"])
def test_a_verdict_stands_in_any_brackets(brackets):
    opening, closing = brackets
    wrong, right = f"{opening}×{closing}", f"{opening}○{closing}"
    assert keys(STATEMENTS.format(wrong, right)) == [["2"], ["1"]]
    assert keys(STATEMENTS.format(f"{opening}x{closing}", right)) == [["2"], ["1"]]


def test_two_verdicts_in_brackets_judge_nothing():
    assert keys(STATEMENTS.format("〔×〕→〔○〕", "〔○〕")) == [["1"]]
    assert keys(STATEMENTS.format("〔○〕か〔×〕", "〔○〕")) == [["1"]]


@pytest.mark.parametrize(
    ("asked_for", "said", "wanted"),
    [
        ("正しいもの", "→ 正しいのは2", [["2"]]),
        ("誤っているもの", "→ 誤っているのは2", [["2"]]),
        ("誤っているもの", "→ 正しいのは2", []),
        ("正しいもの", "→ 誤っているのは2", []),
    ],
)
def test_which_is_right_answers_no_question_for_the_wrong_one(asked_for, said, wanted):
    assert keys(f"# 色\n\n問1 {asked_for}はどれか。\n1. 赤\n2. 青\n3. 黄\n\n{said}\n") == wanted


POINTED = (
    "# 年金\n\n学生は国民年金の第1号被保険者である。\n⇒ {}\n\n## 保険\n\n地震保険は単独で契約できる。\n⇒ {}\n\n"
    "## 金融\n\n外貨預金は保護の対象外である。\n⇒ ○　そのとおりの扱い\n"
)


def test_a_file_shows_that_arrows_beneath_its_sentences_judge_them():
    assert keys(POINTED.format("○でよい。会社員は2号。", "できない。火災保険とセット。なので×")) == [
        ["1"],
        ["2"],
        ["1"],
    ]
    assert keys(POINTED.format("○でよい？", "×")) == [["2"], ["1"]]
    assert keys(POINTED.format("○", "○")) == []


@pytest.mark.parametrize("form", ["- {}（{}）\n", "- {} → {}\n", "1. {}\n   → {}\n", "{}\n→ {}\n"])
def test_a_part_with_one_verdict_only_is_read_as_the_files_others(form):
    said = [("免許の期間は5年である。", "○"), ("更新は要らない。", "×"), ("証は見せなくてよい。", "×")]
    parts = [f"## {title}\n\n{form.format(*each)}" for title, each in zip("甲乙丙", said, strict=True)]
    assert keys("# 宅建\n\n" + "\n".join(parts)) == [["1"], ["2"], ["2"]]
    assert keys("# 宅建\n\n" + "\n".join(parts[1:])) == []


def test_a_judged_sentence_behind_choices_is_no_part_of_their_question():
    text = NUMBERED.format("⇒ 2)　表のとおり") + "\n外貨預金は保護の対象外である。\n⇒ ○　…あれ、×では？\n"
    assert keys(text) == [["2"]]


HEAD = "| イ | ロ | ハ |\n|---|---|---|\n"
LYING = (
    f"## 4月\n\n**1** 電線の許容電流[A]は。\n\n{HEAD}| 19 | 24 | 27 |\n\n"
    f"**2** 曲げる工具は。\n\n{HEAD}| ベンダ | リーマ | ホルソ |\n\n"
)


def test_a_table_of_choices_needs_no_word_for_choosing():
    assert keys(LYING + "### 4月こたえ\n\n| No | 正解 |\n|---|---|\n| 1 | ハ |\n| 2 | イ |\n") == [["ハ"], ["イ"]]
    assert keys(LYING) == []


def test_questions_deep_in_an_outline_are_told_apart():
    item = "  - 問: {}の貯蔵方法は\n    - a) 灯油の中\n    - b) 水の中\n    - c) 砂の中\n    - 答\n      - {}\n"
    text = "- # 危険物\n- 物質\n" + item.format("第一", "b") + item.format("第二", "~~a~~") + item.format("第三", "c")
    assert keys(text) == [["B"], ["C"]]


def test_beneath_ones_own_answer_what_is_right_is_told():
    text = "# 消火\n\n問1 不適切な消火方法はどれか。\n- a) 水\n- b) 泡\n- c) 粉末\n\n自分 c → ばつ\n正しくは {}\n"
    assert keys(text.format("a　油が浮いて広がる")) == [["A"]]
    assert keys(text.format("a かも")) == []


def test_a_gap_between_numbered_choices_is_a_question_of_its_own():
    text = "# 史\n\n(1) 保護した人物はだれか。\n① 皇帝　② 選帝侯　③ 教皇\n→②　城\n\n"
    text += "(2) 彼は救いについて〔　　　〕を説いた。\n→{}\n"
    assert keys(text.format("予定説")) == [["2"], ["予定説"]]
    assert keys(text.format("予定説　「自由意志」は別の人")) == [["2"], ["予定説"]]
    for unclear in ("二重予定説", "自由意志が正解", "または自由意志で"):
        assert keys(text.format(f"予定説　{unclear}")) == [["2"]]


def test_a_gap_that_is_still_open_is_no_part_of_the_next_question():
    text = "# 史\n\n(1) 保護した人物はだれか。\n① 皇帝　② 選帝侯　③ 教皇\n→②\n\n(2) 彼は〔　　　〕を説いた。\n\n"
    assert keys(text + "(3) 都はどこか。\n① 北　② 南　③ 西\n→③\n") == [["2"], ["3"]]


def test_behind_an_arrow_a_figure_may_explain():
    text = "# 史\n\n(6) 終わらせた条約は？\n①西の条約　②北の条約　③パリ条約\n→ ①　1648。独立が承認\n"
    assert keys(text) == [["1"]]


@pytest.mark.parametrize(
    ("listed", "wanted"),
    [("1と3　汗は除く！", [["1", "3"]]), ("1と3　除く", [])],
)
def test_what_is_said_of_another_choice_by_its_words_denies_no_answer(listed, wanted):
    text = "# 看護\n\nQ8 感染の可能性があるのはどれか。２つ選べ\n1. 血液\n2. 汗\n3. 尿\n\n## こたえ\n\nQ7 1\nQ8 {}\n"
    assert keys(text.format(listed)) == wanted


def test_what_is_said_of_choosing_the_wrong_one_denies_no_answer():
    text = "# 民法\n\n問1 誤っているものはどれか。\n1. 赤\n2. 青\n3. 黄\n\n**正解 ２**　誤ってるやつを選ぶ！読むこと\n"
    assert keys(text) == [["2"]]


def test_where_ticks_answer_a_line_may_say_how_many_there_are():
    shown = "手の傷で起こる食中毒は？\n- [ ] 腸炎\n- [x] 黄色\n- [ ] 白色\n\n"
    shown += shown.replace("手", "足")
    text = f"# 調理\n\n四択はチェックが入ってるのが正解。\n\n## 菌\n\n{shown}## 栄養\n\n"
    boxes = "\n- [x] A\n- [x] D\n- [ ] C\n- [x] K\n"
    assert keys(f"{text}脂溶性ビタミンを3つ{boxes}") == [["2"], ["2"], ["1", "2", "4"]]
    assert keys(f"{text}脂溶性ビタミンを2つ{boxes}") == [["2"], ["2"]]
