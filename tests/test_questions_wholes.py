"""Questions that a paragraph or a table holds as a whole: cards, dates above, answers set in other ways."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "a) 春\nb) 夏\nc) 秋\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(f"# 題\n\n{text}")[0]]


@pytest.mark.parametrize("turn", ["?", "？", "??"])
def test_a_question_mark_alone_turns_a_card(turn: str) -> None:
    """Each card is a question of its own, though nothing but its paragraph tells where it begins."""
    assert _keys(f"暑い季節\n{CHOICES}{turn}\nb\n\n涼しい季節\n{CHOICES}{turn}\nc　葉が散る") == [["B"], ["C"]]


def test_a_question_mark_at_the_end_of_a_paragraph_is_no_card() -> None:
    """It is a doubt."""
    assert _keys(f"暑い季節は\n{CHOICES}?\n\nb") == []


def test_a_line_beneath_choices_tells_how_many() -> None:
    """It is no choice's."""
    assert _keys(f"暑くない季節\n{CHOICES}あてはまるもの全部\n正解：a,c") == [["A", "C"]]


def test_an_answer_s_word_may_stand_right_before_a_label_and_its_sentence() -> None:
    """``正解3。…``; that it was missed before is no doubt."""
    three = "1 春\n2 夏\n3 秋\n"
    assert _keys(
        f"暑いのはどれか。\n{three}正解2。1は暖かい。\n\n涼しいのはどれか。\n{three}正解3。散る。←また間違えた（1にした）"
    ) == [["2"], ["3"]]
    assert _keys(f"暑いのはどれか。\n{three}正解2。3かもしれない") == []


def test_a_date_above_a_question_in_its_paragraph() -> None:
    """A line that begins with Q is where it begins."""
    questions, _ = asked("4/1\nQ 暑い季節\n①春 ②夏 ③秋\n→②\n\n5/2\nQ 涼しい季節\n①春 ②夏 ③秋\n→3")
    assert [(question.lines.first, key(question)) for question in questions] == [(2, ["2"]), (7, ["3"])]


def test_a_table_of_answers_may_have_no_head_above_its_numbers() -> None:
    """All the cells beneath number questions; a cell that names none of the choices answers nothing."""
    asked_for = "".join(f"Q{at}. どれか。\n\n1. 春{at}\n2. 夏{at}\n3. 秋{at}\n\n" for at in (1, 2, 3))
    assert _keys(
        f"{asked_for}## こたえ\n\n| | 答え | メモ |\n|---|---|---|\n| Q1 | 2 | |\n| Q2 | ３ | |\n| Q3 | 5 | |"
    ) == [
        ["2"],
        ["3"],
    ]


def test_a_number_with_brackets_behind_it() -> None:
    """It is the question's, and the brackets tell how many; but where a further number follows, it is that one's."""
    questions, _ = asked("## 問題3（2つ選択）\n\n暑くないのはどれか。\n\n- A. 春\n- B. 夏\n- C. 秋\n\n正解：A, C")
    assert [(question.lines.first, key(question)) for question in questions] == [(1, ["A", "C"])]
    questions, _ = asked("## 第2問（三択）\n\n(5) 暑いのはどれか。\n\n- 春\n- **夏**（正）\n- 秋")
    assert [question.lines.first for question in questions] == [3]


@pytest.mark.parametrize("answer", ["②夏。暑い。", "②　暑い", "② 夏"])
def test_a_circled_figure_needs_no_space(answer: str) -> None:
    """It is a label by itself; but several lines that begin so may answer several questions."""
    question = "暑いのはどれか。\n\n① 春\n② 夏\n③ 秋\n\n> [!success]- 答え\n> "
    assert _keys(question + answer) == [["2"]]


def test_a_letter_of_half_the_width() -> None:
    """It is the same letter."""
    assert _keys("暑いのはどれか。\n\n- ア 夏\n- イ 春\n- ウ 秋\n\n答え\n\nｱ　暑い。\n\nちなみにウは涼しい。") == [
        ["ア"]
    ]


def test_several_circled_figures_may_answer_several_questions() -> None:
    """Nobody could tell which of them is this one's."""
    assert _keys("暑いのはどれか。\n\n① 春\n② 夏\n③ 秋\n\n答え\n②暑い\n③涼しい\n①暖かい") == []


def test_a_q_begins_a_question_behind_another() -> None:
    """So the sentence with a gap is one, too, and what an arrow beneath it leads to is its answer."""
    text = (
        "Q 暑い季節は\n①春 ②夏 ③秋\n→②\n\nQ 雪が降る季節は（　　　）\n→冬\n年の終わり\n\nQ 咲く季節は（　　　）\n→春？"
    )
    assert _keys(text) == [["2"], ["冬"]]


TICKED = (
    "チェック入ってるのが正解。\n\n暑いのは？\n- [ ] 春\n- [x] 夏\n- [ ] 秋\n\n"
    "寒いのはどれ\n- [x] 冬\n- [ ] 夏\n- [ ] 秋\n\n"
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("冬について正しいのは", [["2"]]),
        ("冬の特徴", [["2"]]),
        ("一月を過ぎると？", [["2"]]),
        ("今月やること", []),
        ("冬", []),
        ("好きな季節を選ぶのは", []),
    ],
)
def test_a_line_above_boxes_asks_where_the_file_has_such_questions(line: str, found: list[list[str]]) -> None:
    """The file tells what a tick means, and two lines at least ask; a plan, or a mere subject, does not."""
    assert _keys(f"{TICKED}{line}\n- [ ] 青い\n- [x] 白い\n- [ ] 赤い") == [["2"], ["1"], *found]


def test_all_that_are_right() -> None:
    """As many as are ticked."""
    assert _keys(f"{TICKED}冬の色、合ってるのぜんぶ\n- [x] 青\n- [ ] 赤\n- [x] 白\n- [ ] 黄")[2:] == [["1", "3"]]


def test_several_answers_in_a_box_behind_the_question() -> None:
    """``【イ・ハ】``."""
    assert _keys("問1　暑くないのは。2つ。【イ・ハ】\nイ．春　ロ．夏　ハ．秋") == [["イ", "ハ"]]


@pytest.mark.parametrize(
    ("answer", "found"),
    [("b) get-default", [["B"]]), ("b) default", []), ("a　Ctrl+Cで止める", [["A"]]), ("a　C で止める", [])],
)
def test_what_stands_behind_a_label(answer: str, found: list[list[str]]) -> None:
    """A choice's last word, which no other has; a key's name is no other choice."""
    choices = "a) systemctl default\nb) systemctl get-default\nc) systemctl list\n"
    assert _keys(f"表示するのはどれか\n\n{choices}\n答え\n\n{answer}") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("BじゃなくてAが正しい。近い方に合わせる。", [["A"]]),
        ("AじゃなくてBかもが正しい。", []),
        ("AじゃなくてBが正しいと思う。", []),
    ],
)
def test_not_the_one_but_the_other(said: str, found: list[list[str]]) -> None:
    """The one is no doubt of the other."""
    assert _keys(f"9) Neither is ------- today.\n(A) are　(B) is　(C) was　(D) has been\n\n{said}") == found


@pytest.mark.parametrize(("said", "found"), [("NACLだけ", []), ("SGだけ", [["C"]]), ("VPCだけ", [["C"]])])
def test_another_choice_shortened_is_the_only_one(said: str, found: list[list[str]]) -> None:
    """By its last word: then the explanation gives another answer."""
    choices = "- A. ネットワークACL\n- B. ルートテーブル\n- C. セキュリティグループ\n\n"
    assert _keys(f"拒否できるのはどれか。\n\n{choices}正解：C\n\n拒否を書けるのは{said}。") == found


def test_an_announced_answer_ends_with_its_block() -> None:
    """What stands in the next one is no part of it; ※ explains."""
    text = "> [!question] 暑い季節を（　　　）という。\n\n> [!success]- 答え\n> 夏\n> ※春ではない\n\n"
    text += "> [!question] 寒い季節は\n> ① 春\n> ② 冬\n\n> [!success]- 答え\n> ②"
    assert _keys(text)[:1] == [["夏"]]


def test_a_reason_may_allow_something_else_too() -> None:
    """``…もOK`` tells of a thing, not of the verdict."""
    text = "- 冬は暑い季節である。　→ ×　春もOK\n- 夏は暑い季節である。　→ ○\n- 秋は暑い季節である。　→ ×でもOK\n"
    assert len(_keys(text)) == 2


@pytest.mark.parametrize("line", ["※上のは自信なし", "↑あってるか不明", "上の答えはたぶん違う"])
def test_a_remark_above_boxes_or_choices_begins_no_question(line: str) -> None:
    """It doubts the question above it, whatever stands beneath."""
    boxes = "暑いのはどれか。\n\n- [ ] 春\n- [x] 夏\n- [ ] 秋\n\n"
    assert _keys(f"チェックが付いているものが正解。\n\n{boxes}{line}\n\n- [ ] 聞く\n- [ ] 調べる") == []
    assert ["B"] not in _keys(f"暑いのはどれか。\n{CHOICES}正解：b\n\n{line}\n{CHOICES}正解：c")


def test_an_announced_answer_that_the_next_block_doubts() -> None:
    """It is none."""
    assert _keys("> [!question] 暑い季節を（　　　）という。\n\n> [!success]- 答え\n> 夏\n\nと思ったけど春かも") == []


@pytest.mark.parametrize("line", ["じゃなくて春だった", "正しくは春", "と思う"])
def test_what_an_arrow_leads_to_may_be_taken_back(line: str) -> None:
    """In the line beneath."""
    assert _keys(f"Q 暑い季節は（　　　）\n→夏\n{line}") == []


@pytest.mark.parametrize("answer", ["解1。春は暖かい。", "正解1。2かも", "正解1。→2"])
def test_what_only_looks_like_an_answer_and_its_sentence(answer: str) -> None:
    """A solution's number, or an answer that is doubted."""
    assert _keys(f"暖かいのはどれか。\n1 春\n2 夏\n3 秋\n{answer}") == []


def test_several_in_a_box_where_one_is_asked_for() -> None:
    """They are something else."""
    assert _keys("問1　暑いのはどれか。【イ・ハ】\nイ．春　ロ．夏　ハ．秋") == []


def test_what_is_for_this_week_asks_nothing() -> None:
    """Though the file has questions with boxes."""
    assert _keys(f"{TICKED}今週覚えるのは\n- [ ] 青\n- [x] 白\n- [ ] 赤") == [["2"], ["1"]]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("→②　暑い　ここ間違えた2回目", [["2"]]),
        ("→②　暑い（自分：1）", [["2"]]),
        ("→②　ここ間違えた", []),
        ("→②？　間違えた2回目", []),
    ],
)
def test_how_often_a_question_was_missed(said: str, found: list[list[str]]) -> None:
    """It tells of the learner, not of the answer; what the learner chose stands in a line of its own."""
    assert _keys(f"Q 暑い季節は\n①春 ②夏 ③秋\n自分①\n{said}") == found
