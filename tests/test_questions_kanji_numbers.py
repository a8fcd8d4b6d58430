"""Questions that are counted in kanji, and answers in rows with the numbers of questions and of statements."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_ASKS = """\
(一) 空の色は。
ア．赤　イ．青　ウ．緑　エ．黒

(二) 山の色はどれ。
ア．赤　イ．青　ウ．緑　エ．黒

(三) 夜の色は。
ア．赤　イ．青　ウ．緑　エ．黒

"""


def keys(text: str) -> list[list[str]]:
    """Return the keys of a text's questions."""
    return [key(each) for each in asked(text)[0]]


@pytest.mark.parametrize("asks", [_ASKS, f"## 一　色\n\n{_ASKS}## 二　音\n\n"])
@pytest.mark.parametrize(
    "told",
    [
        "| 番号 | 答 | ひとこと |\n|:-:|:-:|---|\n| 一 | イ | 昼 |\n| 二 | ウ | |\n| 三 | エ | |\n",
        "| 番号 | 答 |\n|--|--|\n| （一） | イ |\n| （二） | ウ |\n| （三） | エ |\n",
        "| 番号 | 答 |\n|--|--|\n| 1 | イ |\n| 2 | ウ |\n| 3 | エ |\n",
        "一 イ\n二 ウ\n三 エ\n",
        "(一) イ\n(二) ウ\n(三) エ\n",
    ],
)
def test_numbers_in_kanji_count_questions(asks: str, told: str) -> None:
    assert keys(f"{asks}## 解答\n\n{told}") == [["イ"], ["ウ"], ["エ"]]


@pytest.mark.parametrize("told", ["| 二 | ? |", "| 二 | |", "| 二 | ウかも |"])
def test_an_open_answer_stays_open(told: str) -> None:
    rows = f"| 番号 | 答 |\n|--|--|\n| 一 | イ |\n{told}\n| 三 | エ |\n"
    assert keys(f"{_ASKS}## 解答\n\n{rows}") == [["イ"], ["エ"]]


def test_a_short_saying_with_a_gap_is_filled_by_its_number() -> None:
    asks = "(六) 温故（　　）新\n\n(七) 馬耳東（　　）\n\n"
    told = "## 解答\n\n| 番号 | 答 |\n|--|--|\n| 六 | 知 |\n| 七 | 風 |\n"
    assert keys(asks + told) == [["知"], ["風"]]


_MIXED = """\
問1 空の色は?
①赤 ②青 ③緑 ④黒

問2 山の色は?
①赤 ②青 ③緑 ④黒

5/23
まるばつ
(1) 海は山より高くない
(2) 山は海より必ず低くなる

{}こたえ
問1② 問2③
{}(1)○ (2)×
"""


@pytest.mark.parametrize("title", ["まるばつ\n", "○×\n"])
def test_statements_and_questions_may_have_the_same_numbers_in_one_list(title: str) -> None:
    assert keys(_MIXED.format("", title)) == [["2"], ["3"], ["1"], ["2"]]


def test_a_title_in_the_paragraph_is_no_part_of_the_question() -> None:
    question = asked("★えらぶもの\n【8】速いのは？\n１　亀\n２　馬\n３　犬\n答２\n")[0][0]
    assert (question.lines.first, [part.words for part in question.stem]) == (2, [("速いのは？",)])


_TABLE = """\
{}| No | 文 | 判定 |
|---|---|---|
| 1 | 海は山より高いものである | ⭕️ |
| 2 | 山は海より低いものである | ❌ |
| 3 | 空は誰にも見えるものである | {} |
"""


@pytest.mark.parametrize(
    ("title", "last", "found"),
    [("## ⭕️❌ 正誤\n\n", "", 2), ("## 一覧\n\n", "", 0), ("## ⭕️❌ 正誤\n\n", "保留", 0), ("## 一覧\n\n", "⭕️", 3)],
)
def test_beneath_a_title_for_it_a_table_of_statements_may_leave_one_open(title: str, last: str, found: int) -> None:
    assert len(keys(_TABLE.format(title, last))) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("…と思ったけど、3のような気もする。", []),
        ("2も合うのでどっちか保留です。", []),
        ("3の気がする。", []),
        ("赤と青を混ぜる。", [["2"]]),
        ("この問題は保留期間のこと。", [["2"]]),
    ],
)
def test_second_thoughts_beneath_an_answer(told: str, found: list[list[str]]) -> None:
    assert keys(f"### 問9\n近い色はどれか。\n\n1. 赤\n2. 紫\n3. 緑\n\n**正解: 2**\n{told}\n") == found


@pytest.mark.parametrize(
    ("told", "found"),
    [("1つのはずなのに⭕が2個ある", []), ("あした直す", []), ("青は藍より出る。", [["ア"]])],
)
def test_what_is_to_be_put_right_stays_unasked(told: str, found: list[list[str]]) -> None:
    assert keys(f"### 🔸色\n空の色はどれか。\n\nア 青⭕\nイ 赤\nウ 緑\n\n{told}\n") == found


_ONE = "### Q7 {}\n\n(1) 赤\n(2) 青\n(3) 緑\n(4) 黒\n\n- (1) {}\n- (2) {}\n- (3) {}\n- (4) {}\n"


@pytest.mark.parametrize(
    ("stem", "signs", "found"),
    [
        ("色を取り除くのはどれか。", "××○×", [["3"]]),
        ("手間はかけません。どれを使うか。", "××○×", [["3"]]),
        ("使えないものはどれか。", "○○×○", [["3"]]),
        ("使えないものはどれか。", "××○×", []),
        ("緑を除くものはどれか。", "××○×", []),
        ("使うのはどれか。", "○○×○", []),  # asked the other way round, or counted
        ("使うものをすべて選べ。", "○○×○", [["1", "2", "4"]]),
    ],
)
def test_what_signs_mean_depends_on_the_sentence_that_asks(stem: str, signs: str, found: list[list[str]]) -> None:
    assert keys(_ONE.format(stem, *(f"{sign} 理由" for sign in signs))) == found


@pytest.mark.parametrize(("told", "found"), [("よって①と④。", [["1", "4"]]), ("よって③。", [["3"]])])
def test_where_all_are_to_be_chosen_a_conclusion_names_as_many_as_there_are(told: str, found: list[list[str]]) -> None:
    choices = " ① 血液型\n ② 身長\n ③ 気温\n ④ 満足度\n"
    assert keys(f"問8. 質的なものは?すべて選ぶ\n{choices}\n種類や順番のもの。{told}\n") == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("上の石は青い、下の石は赤い。青いが正解", []),
        ("下の石は青いから", [["ア"]]),
        ("出るのが青い石、これが熱を上げる。赤は下げるほう。", []),
        ("赤い石が熱を上げる。", [["ア"]]),
    ],
)
def test_an_explanation_that_names_another_choice_leaves_it_unasked(told: str, found: list[list[str]]) -> None:
    assert (
        keys(f"### 問6\n\n石のうち、熱を上げるのはどれか。\n\nア. 赤い石\nイ. 青い石\nウ. 白い石\n\n正解：ア\n{told}\n")
        == found
    )


def test_an_answer_about_what_no_word_of_the_question_is_about_is_another_ones() -> None:
    asks = "問 光をつくる石は\na) 赤石\nb) 青石\nc) 白石\n\n"
    assert keys(asks + "∴ 青石は光るので b\n") == [["B"]]
    assert keys(asks + "∴ トビウオはアジ科なので b\n") == []
