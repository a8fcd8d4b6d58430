"""What a hurried writer says of his own answers: struck out in a table, own ticks, remarks that take them back."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ROWS = "**{}** 速いのは。\nイ．亀　ロ．牛　ハ．犬　ニ．馬\n\n"


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions."""
    return [key(each) for each in asked(text)[0]]


@pytest.mark.parametrize(("cell", "found"), [("~~イ~~", 2), ("イ", 3), ("", 2)])
def test_an_answer_that_is_struck_out_in_the_table_answers_nothing(cell: str, found: int) -> None:
    table = f"## 答え\n\n| 番号 | 答 | ひとこと |\n|---|---|---|\n| 1 | ニ | 足 |\n| 2 | {cell} | 表 |\n| 3 | ハ | |\n"
    text = "".join(_ROWS.format(number) for number in (1, 2, 3))
    assert len(keys(text + table)) == found
    assert keys(text + table)[0] == ["ニ"]


@pytest.mark.parametrize(
    ("told", "found"), [("50g 以下しかだめ。90g は載せられない", 1), ("軽いほど速い", 2), ("90g は重いほうだ", 2)]
)
def test_a_remark_in_the_table_that_refuses_the_answer_leaves_it_unasked(told: str, found: int) -> None:
    asks = "**1** 載せる重さは。\nイ．90g　ロ．50g 以下　ハ．80g\n\n**2** 速いのは。\nイ．亀　ロ．牛　ハ．馬\n\n"
    table = f"## 答え\n\n| 番号 | 答 | ひとこと |\n|---|---|---|\n| 1 | イ | {told} |\n| 2 | ハ | |\n"
    assert len(keys(asks + table)) == found


_TICKS = "#### {}\n\n- [ ] うさぎ\n- [x] くじら\n- [ ] すずめ\n\n"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("ここのチェックは自分が選んだもの。採点はまだ。", 2),
        ("ここは模試から。", 4),
        ("この章のチェックは自分の解答です。", 2),
    ],
)
def test_ticks_of_a_part_may_be_the_learners_own(said: str, found: int) -> None:
    first = f"チェックが入っているのが正解\n\n## 基礎\n\n{_TICKS.format('海で泳ぐのはどれか')}"
    middle = f"## 模試\n\n{said}\n\n{_TICKS.format('潮を吹くのはどれか')}{_TICKS.format('水で眠るのはどれか')}"
    last = f"## 応用\n\n{_TICKS.format('大きいのはどれか')}"
    assert len(keys(f"# 生きもの\n\n{first}{middle}{last}")) == found


@pytest.mark.parametrize(
    "said",
    [
        "（この答えは去年の版から写した。今年は差し替わってるみたいなので合ってないと思う）",
        "（「イは遅い」と言われた。たしかに怪しい。検証してから直します）",
        "（↑コピペしたら上の問題のが入った）",
    ],
)
def test_a_remark_beneath_an_answer_takes_it_back(said: str) -> None:
    choices = "- ア：亀\n- イ：馬\n- ウ：牛\n\n"
    asks = f"### 問6\n\n速いのはどれか。\n\n{choices}<details><summary>答え</summary>\n\nイ\n\n{{}}\n\n</details>\n"
    assert keys(asks.format("軽いから。")) == [["イ"]]
    assert keys(asks.format(said)) == []


@pytest.mark.parametrize("said", ["「馬」が正解。足が速い", "「馬」は正解です。足が速い", "「足が速い。これが答え」"])
def test_what_is_quoted_beneath_a_choice_may_be_all_of_its_reason(said: str) -> None:
    others = "  - 亀\n    - 「亀」は不正解です。遅い\n  - 牛\n    - 「牛」は不正解です。重い\n"
    case = "- 状況\n  - 荷物がある\n- 要件\n  - 速さ\n"
    text = f"## 21.\n\n{case}- 選択肢\n{others}  - 馬\n    - {said}\n- メモ\n  - 犬も速い\n"
    assert keys(text) == [["3"]]


@pytest.mark.parametrize(
    ("told", "found"),
    [("32 - 20 = 12 より②。", [["2"]]), ("引っぱられる。③。", [["3"]]), ("③より②が近い。", []), ("図による。", [])],
)
def test_a_solution_in_sentences_comes_to_its_answer(told: str, found: list[list[str]]) -> None:
    assert keys(f"## 問1\n\n範囲はいくらか。\n\n① 5　② 12　③ 20　④ 25\n\n【解】{told}\n") == found


@pytest.mark.parametrize(
    ("told", "found"),
    [("Cでも着くが手間だ。", [["B"]]), ("Cでもよい。", []), ("Cでも正しい。", []), ("Cでもいいかも。", [])],
)
def test_what_another_choice_could_do_as_well_speaks_against_none(told: str, found: list[list[str]]) -> None:
    text = "### 4-1\n\nすぐ着くのはどれか。\n\n- A. 亀\n- B. 馬\n- C. 牛\n\n"
    assert keys(f"{text}これはBでよい。{told}Aは遅い。\n") == found
