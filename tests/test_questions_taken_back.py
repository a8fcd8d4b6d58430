"""Answers taken back in the line that gives them, and lists that count wrongly: neither gives a key."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_CHOICES = "A. 亀\nB. 馬\nC. 牛\nD. 犬\n"
_ASKS = "## 問{}\n速いのはどれか\n" + _CHOICES + "\n{}{}\n\n"


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions."""
    return [key(each) for each in asked(text)[0]]


def _last(head: str, said: str) -> list[list[str]]:
    """The keys of a file whose last answer, of four that begin alike, is ``said``."""
    plain = "".join(_ASKS.format(number, head, label) for number, label in enumerate("BDB", 1))
    found = keys(f"# 走る\n\n{plain}{_ASKS.format(4, head, said)}")
    assert found[:3] == [["B"], ["D"], ["B"]]
    return found[3:]


@pytest.mark.parametrize("head", ["☞ ", "★", "Ans ", "答", "答え：", "→ "])
@pytest.mark.parametrize(
    "said",
    [
        "D→まちがい！B",
        "D→アウト",
        "D（×）B",
        "Dと書いたがB",
        "D／まちがい、ほんとはB",
        "D→→B",
        "D…だめ。",
        "D→やっぱりB",
        "D→NG",
    ],
)
def test_an_answer_that_its_own_line_takes_back_is_none(head: str, said: str) -> None:
    assert ["D"] not in _last(head, said)


@pytest.mark.parametrize("head", ["☞ ", "★", "Ans ", "答", "答え：", "→ "])
@pytest.mark.parametrize("said", ["D　鼻がきく", "D"])
def test_what_explains_an_answer_takes_nothing_back(head: str, said: str) -> None:
    assert _last(head, said) == [["D"]]


@pytest.mark.parametrize(
    "line",
    [
        "→ **{}**{}",
        "**{}が正解**{}",
        "<details>\n<summary>解答</summary>\n\n{}{}\n\n</details>",
        "> [!success]- 正解\n> **{}**{}\n> 足が長い。",
    ],
)
@pytest.mark.parametrize("said", ["→まちがい！3", "（まちがい）", "（3もあり）", "→3 (確認済)", "→×", "。いや3"])
def test_so_it_is_wherever_the_answer_stands(line: str, said: str) -> None:
    asks = "## 問題{}\n{}のはどれ？\n\n1. 亀\n2. 馬\n3. 牛\n4. 犬\n\n{}\n\n"
    plain = "".join(asks.format(at, of, line.format(at, "")) for at, of in ((2, "速い"), (4, "賢い"), (3, "重い")))
    assert keys(plain + asks.format(5, "遅い", line.format(1, ""))) == [["2"], ["4"], ["3"], ["1"]]
    assert keys(plain + asks.format(5, "遅い", line.format(1, said))) == [["2"], ["4"], ["3"]]


def test_a_row_of_answers_that_ends_in_a_doubt_asks_nothing_itself() -> None:
    row = "# 中世\n\n(1) 法皇が政治を行ったのは（　　）である。\n\n【答え】\n(1)院政　(2)保元　(3)②?\n"
    assert all("保元" not in str(each.stem) for each in asked(row)[0])


@pytest.mark.parametrize("named", ["正解は肢{}。", "肢{}が正解です。", "正解：選択肢{}"])
def test_a_choice_may_be_called_so_before_its_label(named: str) -> None:
    text = "## 第1問\n速いのはどれか。\n\n1　亀\n2　馬\n3　牛\n\n> {} {}\n"
    assert keys(text.format(named.format(2), "足が長い。")) == [["2"]]
    assert keys(text.format(named.format(2), "大きくなくてもOK。")) == [["2"]]
    assert keys(text.format(named.format(2), "3でもOK。")) == []


_ENTRIES = ("3 (2)　足が長い馬", "4 (3)　乳を出す牛", "5 (1)　甲羅をもつ亀", "6 (2)　羽毛のある鳥")


def _listed(entries: tuple[str, ...]) -> list[list[str]]:
    things = [
        ("草原", "羊", "馬"),
        ("水辺", "蛙", "鴨"),
        ("速足", "亀", "馬"),
        ("乳製", "馬", "犬"),
        ("甲羅", "亀", "鳥"),
    ]
    things += [("羽毛", "猫", "鳥"), ("縞模", "虎", "猫")]
    asks = "".join(
        f"**問{number}** {of}のもの\n(1) {one}\n(2) {other}\n(3) 牛\n\n"
        for number, (of, one, other) in enumerate(things, 1)
    )
    told = "\n".join(["1 (1)　草原の羊", "2 (2)　水辺の鴨", *entries])
    return keys(f"# 動物\n\n{asks}---\n\n### こたえ\n\n{told}\n")


def test_the_first_entry_of_a_list_is_no_answer_to_the_question_above_it() -> None:
    assert len(_listed(("3 (3)　乳のある牛", "4 (2)　番犬", "5 (1)", "6 (2)"))) == 6  # of seven


def test_a_list_whose_reasons_tell_of_the_next_questions_counts_wrongly() -> None:
    shifted = ("3 (3)　乳製品をくれる", "4 (1)　甲羅のある亀", "5 (2)　羽毛がある", "6 (1)　縞模様がある")
    assert len(_listed(_ENTRIES)) == 6
    assert len(_listed(shifted)) == 2


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("いちばん小さい番号の機器が根になる。", 0),
        ("いちばん大きい番号の機器が根になる。", 1),
        ("小さい番号の機器は選ばれない。", 1),
        ("番号を比べる。", 1),
    ],
)
def test_an_explanation_of_the_opposite_choice_leaves_it_unasked(told: str, found: int) -> None:
    text = (
        "## 問1\n根になるのはどれか。\n\nA. 最も小さい番号の機器\nB. 最も大きい番号の機器\nC. 古い機器\n\n答え：B\n\n"
    )
    assert len(keys(text + told)) == found


@pytest.mark.parametrize(
    ("told", "found"), [("lsx と catx は別の系統なので選ばない。", 0), ("catx と moox は別の系統なので選ばない。", 1)]
)
def test_an_explanation_that_refuses_the_answers_first_word_leaves_it_unasked(told: str, found: int) -> None:
    text = "## 問1\n一覧を出すのはどれか。\n\n1. `lsx -a`\n2. `dirx -l`\n3. `catx`\n4. `moox`\n\n答え：1\n\n"
    assert len(keys(text + told)) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("※この答えは古い版の問題集から写した", 0),
        ("※並びがちがうみたいなので記号はあてにならない", 0),
        ("※古い版の問題集にもある", 1),
    ],
)
def test_an_answer_copied_from_elsewhere_is_none(told: str, found: int) -> None:
    assert len(keys(f"**問11** 速いのはどれか。\nア 亀　イ 馬　ウ 牛　エ 犬\n答え：イ\n{told}\n")) == found


_BOLD = "# 動物\n\n正解の選択肢は**太字**にしてある。\n\n## 前半\n\n{}## 後半\n\n{}"
_ONE = "{} {}\n\na) 亀\n**b) 馬**\nc) 牛\nd) 犬\n\n"


def test_circled_numbers_go_on_beneath_the_next_heading() -> None:
    first = "".join(_ONE.format(sign, f"{sign}の絵で人を乗せて走るのはどれか。") for sign in "①②③④")
    second = "".join(_ONE.format(sign, f"{sign}の国で人が乗ってきた動物") for sign in "⑤⑥⑦")
    assert len(keys(_BOLD.format(first, second))) == 7
    later = "## 追記\n\n- ⑥、先生がちがうと言っていた。答え取り消し\n- ⑦は大事\n"
    assert len(keys(_BOLD.format(first, second) + later)) == 6


_MARKED = "## 問{}\n{}のはどれか\n\n{}\n\n"


def _marked(before: str, behind: str, said: str) -> list[list[str]]:
    """The keys of four questions whose right choice is marked; of the last one, with what its line says more."""

    def one(number: int, of: str, right: int, more: str = "") -> str:
        words = ("亀", "馬", "牛", "犬")
        lines = [
            f"{before}{label}. {word}{behind}{more}" if at == right else f"{label}. {word}"
            for at, (label, word) in enumerate(zip("ABCD", words, strict=True))
        ]
        return _MARKED.format(number, of, "\n".join(lines))

    return keys(f"# m\n\n{one(1, '速い', 1)}{one(2, '賢い', 3)}{one(3, '重い', 2)}{one(4, '遅い', 0, said)}")


@pytest.mark.parametrize(("before", "behind"), [("✅ ", ""), ("◎", ""), ("", " ←これ"), ("", " ←正解"), ("**", "**")])
@pytest.mark.parametrize(
    "said", ["→まちがい", "（まちがい）", " いや違う", "？", "かも", "（自分）", "、じゃなかった", "→D", " と思った"]
)
def test_a_mark_that_its_line_takes_back_marks_nothing(before: str, behind: str, said: str) -> None:
    assert _marked(before, behind, "") == [["B"], ["D"], ["C"], ["A"]]
    assert _marked(before, behind, said) in ([["B"], ["D"], ["C"]], [])


@pytest.mark.parametrize("said", [" いや×", "じゃなかった", "→×", "かも", "？", "→ だめだった"])
@pytest.mark.parametrize("line", ["{}. {} → {}", "- {1}　{2}", "{}. {}\n   答え：{}", "{}. {}（{}）"])
def test_a_verdict_that_its_line_takes_back_is_none(line: str, said: str) -> None:
    given = [("亀は速い動物である。", "×"), ("馬は草を食べる動物である。", "○"), ("犬は卵を産む動物である。", "○")]
    asks = [line.format(number, text, verdict) for number, (text, verdict) in enumerate(given, 1)]
    title = "# m\n\n## ○×問題\n\n"
    assert keys(title + "\n".join(asks)) == [["2"], ["1"], ["1"]]
    taken = line.format(3, "犬は卵を産む動物である。", f"○{said}")
    assert keys(title + "\n".join([*asks[:2], taken]))[:3] in ([["2"], ["1"]], [["2"], ["1"], ["2"]])


@pytest.mark.parametrize("said", [" いや摂政", "じゃなかった", "（自分の答え）", "…いや違う", "にした", "×", "かも"])
def test_a_word_that_its_line_takes_back_fills_no_gap(said: str) -> None:
    gap = "**問1** 天皇を助ける役を（　　）という。\n\n答え：関白{}\n"
    assert keys(gap.format("")) == [["関白"]]
    assert keys(gap.format(said)) == []


_FIVE = (
    "1. 亀は走るのが速い動物である。\n2. 馬は草を食べる。\n3. 牛は乳を出す。\n4. 犬は卵を産む。\n5. 鳥は空を飛ぶ。\n\n"
)


@pytest.mark.parametrize("title", ["○×問題", "はい・いいえ問題"])
@pytest.mark.parametrize("box", [":::details 答え\n{}\n:::\n", "### 答え\n\n{}\n", "**答え**\n\n{}\n"])
def test_statements_whose_verdicts_are_not_all_known_are_no_choices(title: str, box: str) -> None:
    told = "1 ×（遅い）\n2 ○\n3 ○\n4 ×\n5 ？"
    found = asked(f"# m\n\n### {title}\n\n{_FIVE}{box.format(told)}")[0]
    assert all(each.recogniser == "true_false" for each in found)
    every = asked(f"# m\n\n### {title}\n\n{_FIVE}{box.format(told.replace('？', '○'))}")[0]
    assert [key(each) for each in every] == [["2"], ["1"], ["1"], ["2"], ["1"]]


@pytest.mark.parametrize("told", ["「はい」＝正しい、「いいえ」＝誤り。", "はい・いいえで答える"])
def test_verdicts_in_words_may_have_an_aside(told: str) -> None:
    verdicts = "1 いいえ（遅い）\n2 はい\n3 はい\n4 いいえ（産まない）\n5 はい（翼がある）"
    text = f"# m\n\n### はい・いいえ問題\n\n{told}\n\n{_FIVE}:::details 答え\n{verdicts}\n:::\n"
    assert keys(text) == [["2"], ["1"], ["1"], ["2"], ["1"]]


def test_a_word_behind_its_gap_keeps_its_brackets() -> None:
    (question,) = asked("■あなうめ\n\n乳を出す動物を【　　】という。　こたえ：牛（うし・家畜）\n")[0]
    assert question.answers == ("牛",)


@pytest.mark.parametrize(("said", "found"), [("↑番号ずれてるかも", 0), ("↑毎年出る", 1)])
def test_a_remark_that_points_up_doubts_the_answer(said: str, found: int) -> None:
    text = "Q. 体温の調節の中枢はどこか\n①大脳 ②小脳 ③間脳 ④延髄\nA. ②\n\n{}\n"
    assert len(keys(text.format(said))) == found
