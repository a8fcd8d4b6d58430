"""What a reader sees on second look: remarks on some questions, and what speaks against an answer."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "\n".join(f"{at}. {word}" for at, word in enumerate(("赤", "白い花", "黒い猫", "青い空"), 1))


def keys(text: str) -> list[list[str]]:
    """Return the keys of the questions asked."""
    return [key(question) for question in asked(text)[0]]


def numbered(count: int, table: str, after: str) -> str:
    """Return as many questions, with a table of answers behind them and remarks."""
    questions = "\n\n".join(
        f"**問{at}**　{'甲乙丙丁戊己庚辛'[at - 1]}について正しいものはどれか。\n\n{CHOICES}"
        for at in range(1, count + 1)
    )
    return f"# a\n\n{questions}\n\n## こたえ\n\n{table}\n\n{after}\n"


TABLE = "| 問 | 答 |\n|---|---|\n| 1 | 3 |\n| 2 | 2 |\n| 3 | 4 |\n| 4 | 1 |"


@pytest.mark.parametrize(
    ("remark", "wanted"),
    [
        ("", ["3", "2", "4", "1"]),
        ("- 問題を入れかえたらしく、問3以降は表の番号と合っていない。", ["3", "2"]),
        ("- 直したか覚えてないので、2〜3は当てにしないこと。1は問題なし。", ["3", "1"]),
        ("- 問2の答え、友だちに「おかしくない？」と言われた。", ["3", "4", "1"]),
        ("＜訂正＞\n・問二の答えは取り消し。", ["3", "4", "1"]),
        ("- 追記：Q1 と Q2 の Correct が入れ替わっている疑いあり。", ["4", "1"]),
        ("- 【4】改正があった。表の答えのままでいいのか分からない。", ["3", "2", "4"]),
    ],
)
def test_a_remark_on_some_questions_leaves_the_others(remark: str, wanted: list[str]) -> None:
    assert keys(numbered(4, TABLE, remark)) == [[each] for each in wanted]


def test_a_table_of_editions_answers_where_they_agree() -> None:
    table = "| 問 | 2022年版 | 2024年版 |\n|---|---|---|\n| 1 | 3 | 3 |\n| 2 | 2 | 4 |\n| 3 | 4 | のっていない |"
    assert keys(numbered(3, table, "")) == [["3"]]


def test_a_table_of_attempts_answers_nothing() -> None:
    table = "| 問 | 1回目 | 2回目 |\n|---|---|---|\n| 1 | 3 | 3 |\n| 2 | 2 | 2 |\n| 3 | 4 | 4 |"
    assert keys(numbered(3, table, "")) == []


def test_a_table_of_a_part_is_for_the_questions_from_its_first_number_to_its_last() -> None:
    table = (
        "| 前半 | 答 |\n|---|---|\n| 1 | 3 |\n| 2 | 2 |\n| 3 | 4 |\n\n※ 7〜8は当てにしないこと。\n\n"
        "| 後半 | 答 |\n|---|---|\n| 4 | 1 |\n| 5 | 2？ |\n| 6 | 4 |\n| 7 | 1 |"
    )
    assert keys(numbered(8, table, "")) == [["3"], ["2"], ["4"], ["1"], ["4"]]


def test_an_answer_in_english() -> None:
    question = "### Q1. 復元できるようにする設定は？\n\n- A. 版\n- B. 公開\n- C. 加速\n\n**Correct: B**\n"
    assert keys(question) == [["B"]]


@pytest.mark.parametrize(
    ("stem", "choices", "answer"),
    [
        (
            "------- the heavy rain, the event was held.",
            ("Although", "Because", "Despite"),
            "1 後ろが名詞句なので接続詞の Although は置けない。前置詞の Despite だけが入る。",
        ),
        (
            "誤って消しても戻せる設定は？",
            ("版管理", "公開", "支払い設定"),
            "3\n\n版管理にしておけば戻せる。支払い設定は料金の話で関係なし。",
        ),
        (
            "幅優先探索に使うものはどれか。",
            ("スタック", "キュー", "ヒープ"),
            "1\n\n近いものから見たいので、先に入れたものを先に出すキューを使う。",
        ),
        (
            "ガソリン火災に不適当なのは？",
            ("泡", "二酸化炭素", "棒状の水"),
            "2\n\n棒状の水をかけると燃えひろがるのでダメ。ほかの二つは全部使える",
        ),
        (
            "フグ毒の名前はどれか。",
            ("ソラニン", "アミグダリン", "テトロドトキシン"),
            "1\n\nフグの卵巣にあるのはテトロドトキシン。ソラニンはじゃがいもの芽。",
        ),
        (
            "心電図のP波が表すのはどれか。",
            ("心房の興奮", "心室の興奮", "心室の回復"),
            "2。P波は心房が興奮するときの波で、心室の興奮はそのあとのQRS。",
        ),
        (
            "先に渡した旅費の借方は？",
            ("旅費交通費", "仮払金", "仮受金"),
            "1\n\nまだ決まっていないので、いったん仮払金にしておく。旅費交通費になるのは精算のとき。",
        ),
        (
            "低カリウム血症の変化はどれか。",
            ("テント状T波", "U波の出現", "デルタ波"),
            "1\n\nT波が尖る（テント状）のは高カリウムのとき。",
        ),
        (
            "じん臓のはたらきは？",
            ("血液から不要なものをこしとる", "アンモニアを尿素に変える", "胆汁をつくる"),
            "2\n\n肝臓がアンモニアを尿素に変えて、それを血液からこしとるのがじん臓のしごと。",
        ),
    ],
)
def test_an_explanation_speaks_against_the_answer(stem: str, choices: tuple[str, ...], answer: str) -> None:
    listed = "\n".join(f"{at}) {words}" for at, words in enumerate(choices, 1))
    assert keys(f"# a\n\n問1 {stem}\n\n{listed}\n\n正解：{answer}\n") == []
    assert keys(f"# a\n\n問1 {stem}\n\n{listed}\n\n正解：{answer[0]}\n") == [[answer[0]]]


@pytest.mark.parametrize(
    ("statement", "asked_for"),
    [
        ("会議はメッテルニヒが主導した。（×）主導したのは確かにメッテルニヒ。", False),
        ("会議はメッテルニヒが主導した。（×）主導したのはタレーラン。", True),
        ("調理師は、責任者になることができる。（×）調理師は講習を受けなくても責任者になれる、と書いてある。", False),
        ("調理師は、責任者になることができる。（×）調理師は責任者になれない。", True),
    ],
)
def test_a_wrong_statement_is_not_said_again(statement: str, *, asked_for: bool) -> None:
    text = f"# a\n\n○×問題\n\n- 海は青い色をしている。（○）\n- {statement}\n"
    assert (["2"] in keys(text)) is asked_for


def test_a_mark_that_is_struck_out_with_its_choice_is_none() -> None:
    listed = "- ビタミンA\n- ビタミンC\n- ~~ビタミンD ★~~\n- ビタミンE\n"
    assert keys(f"# ノート\n\n★がついてるのが正解。\n\n#### 脂溶性でないもの\n{listed}") == []
    assert keys(f"# a\n\n#### 脂溶性でないものはどれか\n{listed.replace('★', '✅')}") == []


def test_marks_are_disowned_beneath_a_line() -> None:
    question = "#### 毒素型はどれか\n- サルモネラ\n- ぶどう球菌 ★\n- ビブリオ\n"
    legend = "# ノート\n\n★がついてるのが正解。\n\n## 前\n\n"
    remark = "## 本試験\n\nここから下の★は、会場で自分が塗ったところ。合ってるかは知らない。\n\n"
    other = question.replace("毒素型", "感染型")
    assert keys(legend + question + remark + other) == [["2"]]


def test_a_list_of_things_to_do_is_no_question() -> None:
    questions = "".join(f"### 問{at} 組織{at}は？\n- [ ] 甲\n- [x] 乙\n- [ ] 丙\n\n" for at in (1, 2))
    assert keys(f"# a\n\n{questions}---\n\n✏️やること\n- [ ] ワーク\n- [x] レポート\n- [ ] ページ\n") == [["2"], ["2"]]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("→ cのウェストファリア条約。1648年。", [["C"]]),
        ("答え：cのウェストファリア条約", [["C"]]),
        ("→ bのアウクスブルクの和議。あれ、それは前の世紀だっけ。", []),
        ("→ bのアウクスブルクの和議、は次の小テストの答え。", []),
        ("→ bのアウクスブルクの和議と書いて×だった。", []),
        ("→ bのウェストファリア条約。", []),
    ],
)
def test_a_choice_is_named_by_its_label_and_words(line: str, wanted: list[list[str]]) -> None:
    choices = "a) ユトレヒト条約　b) アウクスブルクの和議　c) ウェストファリア条約　d) カルロヴィッツ条約"
    assert keys(f"# a\n\nQ1　三十年戦争を終わらせた条約は？\n{choices}\n{line}\n") == wanted


def test_signs_before_figures_in_keys_are_a_habit() -> None:
    answers = ("2️⃣　石灰水が白くにごった", "1️⃣　鉄と硫黄", "3️⃣")
    listed = "> 1️⃣ 酸素\n> 2️⃣ 水素\n> 3️⃣ 窒素\n"
    text = "".join(f"> 🔹気体{at}は？\n{listed}\n💡{answer}\n\n" for at, answer in enumerate(answers))
    assert keys(f"# a\n\n{text}") == [["2"], ["1"], ["3"]]


def test_a_comment_says_that_the_tick_is_to_be_mended() -> None:
    question = "### 1. 鍵を保管したいのは？\n\n- [ ] A. 甲\n- [x] B. 乙\n- [ ] C. 丙\n"
    assert keys(f"# a\n\n`[x]` = 正解\n\n{question}\n<!-- チェックの位置が前のまま。要修正 -->\n") == []


def test_who_does_it_is_asked_of_labelled_choices() -> None:
    question = "【8】免状を交付するのはだれか。\nイ．大臣\nロ．市町村長\nハ．消防署長 🔺\nニ．知事 ✅\n"
    assert keys(f"# a\n\n- ✅ … 正解\n- 🔺 … 自分がえらんだやつ\n\n{question}") == [["ニ"]]


def test_gaps_with_letters_are_filled_by_a_list_with_these_letters() -> None:
    said = ("財政状態をあらわす", "経営成績をあらわす", "前渡しを書いた", "残高を集めた")
    gaps = "\n\n".join(f"({label}) {each}表を【　　　】という。" for label, each in zip("あいうえ", said, strict=True))
    answers = "穴うめの答\nあ…貸借対照表\nい…損益計算書\nう…~~小口現金~~\nえ…試算表\n"
    found = keys(f"# a\n\n## 穴うめ\n\n{gaps}\n\n{answers}")
    assert ["損益計算書"] in found
    assert ["試算表"] in found
    assert ["小口現金"] not in found
    for other in ("メモ", "自分の答え"):
        assert keys(f"# a\n\n## 穴うめ\n\n{gaps}\n\n{answers.replace('穴うめの答', other)}") == []
