"""Questions and answers put down as shortly as can be: figures, signs and rows, without a word that asks."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ROWS = """\
1 クラスタを持たずに箱を動かしたい。使わないときは0台
A 大箱　B 小箱　C 中箱　D 空箱

2 止まってもよい仕事を安く動かすには
A 一人用　B 前払い　C 特注　D 余り物

3 無停止で入れ替えたい
A 順番に　B 写真　C 引っ越し　D 手作業

■こたえ
1 B　小さいから
2 Ｄ
3 A
"""
_STATED = """\
①山は海より高い。
②海は山より高い。
③空は海より高い。

"""


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions."""
    return [key(each) for each in asked(text)[0]]


def test_figures_that_count_on_begin_questions_above_their_rows_of_choices() -> None:
    assert keys(_ROWS) == [["B"], ["D"], ["A"]]


def test_without_answers_such_rows_ask_nothing() -> None:
    assert keys(_ROWS[: _ROWS.index("■")]) == []


@pytest.mark.parametrize("title", ["## こたえ\n\n", "■こたえ\n", "━━━━\nこたえ\n"])
@pytest.mark.parametrize("told", ["①○\n②×　逆\n③○\n", "1 ○\n2 ×　逆\n3 ○\n", "①○\n②×　逆\n③○\n━━━━\n"])
def test_lines_of_a_paragraph_with_circled_figures_are_statements(title: str, told: str) -> None:
    assert keys(f"{_STATED}## メモ\n\n明日もやる。\n\n{title}{told}") == [["1"], ["2"], ["1"]]


@pytest.mark.parametrize("told", ["①○\n②×かも\n③○\n", "①○\n②\n③○\n"])
def test_a_statement_whose_sign_is_doubted_or_missing_stays_unasked(told: str) -> None:
    assert ["2"] not in keys(f"{_STATED}## こたえ\n\n{told}")


def test_circled_lines_beneath_a_question_are_its_choices_and_no_statements() -> None:
    text = f"高いものはどれか。\n{_STATED}## こたえ\n\n①○\n②×\n③○\n"
    assert not any(each.recogniser == "true_false" for each in asked(text)[0])


@pytest.mark.parametrize("sign", ["🔁", "🚩", "⚠️", "★"])
def test_a_sign_behind_a_question_says_nothing_of_its_choices(sign: str) -> None:
    text = f"**【1】** 泳ぐものはどれか。{sign}\n- ア　うさぎ\n- イ　くじら ⭕\n- ウ　すずめ\n"
    assert keys(text) == [["イ"]]


@pytest.mark.parametrize(("own", "found"), [("エ◯", [["エ"]]), ("エ○ → ウ", []), ("エ○×", []), ("エ○？", [])])
def test_the_own_answer_may_be_called_right_right_behind_it(own: str, found: list[list[str]]) -> None:
    text = f"**問6**　最も速いものはどれか。\n\nア．亀　イ．牛　ウ．犬　エ．馬\n\n自分の答え：{own}\n"
    assert keys(text) == found


def test_a_gap_is_no_question_of_the_choices_beneath_the_next_number() -> None:
    text = "問3．名前を表示するのは `（　　） -r` である。\n\n問4．送るのはどれか。\n  a. 甲\n  b. 乙\n\n"
    told = "## 解答\n\n| 問 | 答 |\n|--|--|\n| 3 | uname |\n| 4 | b |\n"
    assert sorted(keys(text + told)) == [["B"], ["uname"]]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("uname。箱の名前を出す。", [["uname"]]),
        ("勾配消失。微分が小さいから。", [["勾配消失"]]),
        ("uname。いや hostname かも。", []),
        ("忘れた。あとで見る。", []),
        ("不明。先生に聞く。", []),
    ],
)
def test_beneath_an_announced_answer_a_gap_takes_the_term_that_is_explained(told: str, found: list[list[str]]) -> None:
    assert keys(f"### 問2\n\n名前を表示するのは ____ である。\n\n> [!success]- 答え\n> {told}\n") == found


@pytest.mark.parametrize(
    ("cell", "found"), [("はい（無料）", 3), ("はい（いいえ？）", 2), ("はい（たぶん）", 2), ("はい（要確認）", 2)]
)
def test_a_verdict_in_a_table_may_have_an_aside(cell: str, found: int) -> None:
    rows = "| 山は海より高いものである。 | はい |\n| 海は山より高いものである。 | いいえ |\n"
    assert len(keys(f"| 文 | 答え |\n|--|--|\n{rows}| 空は誰でも見ることができる。 | {cell} |\n")) == found


def test_a_question_begins_at_its_number_beneath_a_heading_for_all() -> None:
    text = "## 問題\n\n問1．泳ぐものはどれか。\n  a. 兎\n  b. 鯨\n\n答え：b\n"
    assert [each.lines.first for each in asked(text)[0]] == [3]


_TOLD = "✅＝正解の選択肢　❌＝不正解の選択肢\n\n"
_FIRST = "## 0. 最初に届くものはどれか\n\n- ❌ 甲\n- ✅ 乙\n- ❌ 丙\n\n"
_CASE = "## 1. 宛先がわからないとき、どうするか\n\n- ❌ 捨てる\n- ✅ 全部に送る\n- {} 尋ねる\n"


def test_where_marks_are_told_what_is_done_in_a_case_is_a_question() -> None:
    assert keys(_TOLD + _FIRST + _CASE.format("❌")) == [["2"], ["2"]]


@pytest.mark.parametrize("text", [_FIRST + _CASE.format("❌"), _TOLD + _FIRST + _CASE.format("")])
def test_else_it_may_be_ones_own_matter(text: str) -> None:
    assert keys(text) == [["2"]]


def test_choices_that_end_in_a_verb_of_choosing_are_no_questions() -> None:
    rows = "① 名簿から　② 一部から　③ 全部から選ぶ　④ 係が好きな人を選ぶ"
    assert keys(f"問1　説明として適切なものはどれか。\n{rows}\n\n答え：③\n") == [["3"]]


_ANSWERED = "問1　速いものは？\n1　亀\n2　馬\n→2\n\n問2　遅いものは？\n1　亀\n2　馬\n→1\n\n"


@pytest.mark.parametrize(
    ("below", "found"),
    [("■ あとで調べる\n・木のこと", 2), ("■ あとで調べる\n・問2の答え", 1), ("あとで調べる", 1)],
)
def test_the_title_of_another_list_doubts_no_answer(below: str, found: int) -> None:
    assert len(keys(f"{_ANSWERED}{below}\n")) == found


@pytest.mark.parametrize(("told", "found"), [("重なるので不適", []), ("順番が守られる", [["A"]])])
def test_a_reason_behind_a_label_that_refuses_the_answer_leaves_it_unasked(told: str, found: list[list[str]]) -> None:
    text = "### 問8\n\n送る順を守るものはどれか。\n\n- A. 標準\n- B. 先入れ先出し\n- C. 配信\n\n"
    assert keys(f"{text}正解：A\n\n- A：{told}\n- C：順は関係ない\n") == found


@pytest.mark.parametrize(
    ("told", "found"),
    [("(1)(4) 木は燃える", [["1", "4"]]), ("(1)(4)", [["1", "4"]]), ("(1)(4)(5) 木は燃える", []), ("(1)", [])],
)
def test_labels_in_brackets_side_by_side(told: str, found: list[list[str]]) -> None:
    choices = "(1) 木\n(2) 石\n(3) 水\n(4) 紙\n"
    assert keys(f"問1 燃えるものを2つ選べ\n{choices}答え：{told}\n") == found


@pytest.mark.parametrize(
    ("box", "found"), [("[x]くじら", [["3"]]), ("[ ]くじら", []), ("[?]くじら", []), ("[x] くじら", [["3"]])]
)
def test_a_box_may_stand_right_before_its_choice(box: str, found: list[list[str]]) -> None:
    assert keys(f"#### Q10\n\n海で暮らすのはどれか。\n\n- [ ] うさぎ\n- [ ] すずめ\n- {box}\n- [ ] きつね\n") == found


def test_a_choice_in_katakana_is_no_part_of_a_longer_word() -> None:
    asks = "問2 一番外側はどれ？\n① 物理の守り\n② 境界\n③ データ\n\n"
    assert keys(f"{asks}データが内側。外側はデータセンターの物理で、①が正解。\n") == [["1"]]


_HEADED = """\
### 4-{} 全部を通ったときに{}

- a. 文も通っている … ◯
- b. 道もすべて通っている … × 輪があれば無理
- c. 誤りが一つもない … {}
"""


def test_labelled_lines_beneath_a_numbered_heading_are_choices_and_no_statements() -> None:
    texts = [_HEADED.format(1, "言えること", "× 別"), _HEADED.format(2, "言えること", "◯")]
    assert all(each.recogniser != "true_false" for text in texts for each in asked(text)[0])
    assert [each.recogniser for each in asked(_HEADED.format(1, "言えるか（○×）", "× 別"))[0]] == ["true_false"] * 3
