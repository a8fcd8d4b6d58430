"""Needs that a choice meets, signs on choices' headings beneath a case, and how cases are worded."""

from __future__ import annotations

import pytest

from studynotes.questions.question import plain
from support.asking import asked, key

NO, YES = "→ 要件に合わない", "→ これで要件ぜんぶ満たす"
GARDEN = ("じょうろ", "散水タイマー", "バケツ", "手押しポンプ")


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def _outline(*ends: str, needs: str = "要件", beneath: str = "") -> str:
    told = "".join(
        f"  - {each}\n    - 毎朝のことを考えた{f' {end}' if end else ''}\n"
        for each, end in zip(GARDEN, ends, strict=True)
    )
    case = f"- 状況\n  - 旅行で5日いない\n- {needs}\n  - 水を切らさない\n  - 手間は最小\n"
    return f"## 4.\n\n{case}- 選択肢\n{told}\n{beneath}\n"


@pytest.mark.parametrize(
    ("yes", "no", "other"),
    [
        (YES, NO, "→ 惜しい"),
        ("→ 条件を満たす", "→ 条件を満たさない", "→ 論外"),
        ("→ 要件に合う。", "→ 要件に反する。", NO),
    ],
)
def test_the_choice_that_meets_the_needs_is_the_answer(yes: str, no: str, other: str) -> None:
    assert _keys(_outline(no, yes, other, no)) == [["2"]]


def test_as_many_as_are_wanted_meet_them() -> None:
    ends = ("→ 要件満たす(1つめ)", NO, "→ 要件満たす(2つめ)", NO)
    assert _keys(_outline(*ends, needs="要件(2つ選ぶ)")) == [["1", "3"]]


@pytest.mark.parametrize(
    "text",
    [
        _outline(NO, YES, YES, NO),
        _outline(NO, YES, NO, NO).replace("## 4.", "## 買う自転車"),
        _outline(NO, YES, NO, NO).replace("旅行で5日いない", "来週の旅行"),
        _outline(NO, YES, NO, NO).replace("- 選択肢", "- 候補"),
        _outline(NO, "→ たぶん要件を満たす", NO, NO),
        _outline(NO, YES, "", NO),
        _outline(NO, NO, NO, NO),
        _outline("", "", "", ""),
        _outline(NO, YES, NO, NO, beneath="↑ どっちが本当か見直す"),
        _outline(NO, YES, NO, NO, beneath="※答えは自信なし"),
    ],
)
def test_unsure_needs_ask_nothing(text: str) -> None:
    assert _keys(text) == []


LEGEND = "# 手帳\n\n⭕️が正解の見出し、❌はだめな見出し。\n\n"


def _headed(case: str, signs: str, *, beneath: str = "", reason: str = "毎日使う。") -> str:
    told = "\n".join(f"#### {sign} {label}) 道具{label}\n{reason}\n" for sign, label in zip(signs, "abcd", strict=True))
    return f"{LEGEND}## 7-1 水やり\n\n{case}\n\n{told}\n{beneath}\n"


@pytest.mark.parametrize("signs", ["❌⭕❌❌", "❌❌❌⭕", "⭕❌❌❌"])
def test_signs_on_headings_answer_a_case(signs: str) -> None:
    (question,), _ = asked(_headed("旅行のあいだも鉢が乾かないようにしたい。", signs))
    assert key(question) == ["ABCD"[signs.index("⭕")]]
    assert [plain(choice.words) for choice in question.choices] == ["道具a", "道具b", "道具c", "道具d"]


@pytest.mark.parametrize(
    "text",
    [
        _headed("鉢が乾かないようにしたい。", "❌⭕❌⭕"),
        _headed("鉢が乾かないようにしたい。", "❌⭕❌❌", beneath="友達に聞いたら c が答えだと言われた。保留。"),
        _headed("鉢が乾かないようにしたい。", "❌⭕❌❌", reason="たぶん乾く?"),
        _headed("来週までに買う。", "❌⭕❌❌"),
        _headed("道具", "❌⭕❌❌"),
    ],
)
def test_unsure_signs_on_headings_ask_nothing(text: str) -> None:
    assert _keys(text) == []


def _ticked(*stems: str) -> str:
    told = "".join(
        f"## {at}\n\n{stem}\n\n- [ ] 赤{at}\n- [x] 青{at}\n- [ ] 白{at}\n\n" for at, stem in enumerate(stems)
    )
    return f"# 色\n\nチェックが入っているのが正解。\n\n{told}"


ASKED = ("暑い日に着るのはどれか？", "寒い日に着るのはどれか？")


@pytest.mark.parametrize(
    "stem", ["白い布といっしょに洗う。色がうつる布は置きたくない。", "洗うたびに色があせていくのを止めたい(色止め)。"]
)
def test_a_wish_may_deny_or_have_a_name_in_brackets(stem: str) -> None:
    assert _keys(_ticked(*ASKED, stem)) == [["2"]] * 3


@pytest.mark.parametrize("stem", ["次の週末までに店で買いたくない。", "買い物リストを今日つくりたい(仮)。"])
def test_own_wishes_ask_nothing(stem: str) -> None:
    assert len(_keys(_ticked(*ASKED, stem))) == 2


def _judged(stem: str, right: str) -> str:
    rows = "\n".join(f"| {each} | 道具{each} | {'○' if each in right else '×'} | 湿気 |" for each in "ABCDE")
    return f"{stem}\n\n| | 選択肢 | 判定 | なぜ |\n|---|---|---|---|\n{rows}\n\n"


TABLES = (
    "# 1\n\n" + _judged("水をためるのはどれか？", "B") + "# 2\n\n" + _judged("夜に光るのはどれか？", "C") + "# 3\n\n"
)


def test_a_case_may_say_how_many_remedies_it_wants() -> None:
    assert _keys(TABLES + _judged("壁がかびている。対策を2つ。", "AD")) == [["B"], ["C"], ["A", "D"]]


@pytest.mark.parametrize(
    ("stem", "right"), [("壁がかびている。対策を2つ。", "A"), ("窓が2つ。かびをなくしたい。", "AD")]
)
def test_other_than_so_many_remedies_ask_nothing(stem: str, right: str) -> None:
    assert _keys(TABLES + _judged(stem, right)) == [["B"], ["C"]]


def test_what_tells_of_a_choice_is_no_further_choice() -> None:
    text = "## 5. 庭\n\n旅行のあいだ水をやりたい。\n\n① じょうろ\n② タイマー\n③ 雨だけ\n④ バケツ\n\n{}よって②。\n"
    assert _keys(text.format("①でも足りるけれど人がいる。③は前提に反する。④は重い。")) == [["2"]]
    assert _keys(text.format("③だけ人がいらないが降るとは限らない。")) == [["2"]]
