"""Keys that no answer line gives: the reasons of single choices, and running text, name them."""

from __future__ import annotations

import pytest

from support.asking import asked, key

STEM = "問1 後入れ先出しのデータ構造はどれか。\n\n"
FALSE_STEM = "問1 相関係数について誤っているものはどれか。\n\n"
CHOICES = "A. キュー\nB. スタック\nC. 木\n\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            STEM
            + CHOICES
            + "- **A.**：先入れ先出しです。\n- **B.**：皿を積むので、これが正解です。\n- **C.**：探索用。\n",
            "B",
        ),
        (STEM + CHOICES + "a は先入れ先出しなので違う。\nb が正解。\nc は探索用。違う。\n", "B"),
        (STEM + "- キュー\n- スタック\n- 木\n\n#### 解説\n- **スタック**：皿を積む。正しい選択肢です。\n", "2"),
        (STEM + "ア キュー\n→ レジの行列。✕\nイ スタック\n→ 皿を積む。◎これ\nウ 木\n→ 探索用。✕\n", "イ"),
        (
            STEM + "1. キュー\n   行列のこと。不適切。\n2. スタック\n   皿を積む。適切。\n3. 木\n   探索用。不適切。\n",
            "2",
        ),
        (STEM + "- ア　キュー\n  - 行列。誤り\n- イ　スタック\n  - 正解\n- ウ　木\n  - 探索用なので誤り\n", "イ"),
        (FALSE_STEM + "1. -1以上である\n   適切。\n2. 因果を示す\n   不適切。\n3. 単位によらない\n   適切。\n", "2"),
    ],
    ids=["これが正解", "b が正解", "by its words", "signs", "one sentence", "nested", "what is false"],
)
def test_reasons_of_single_choices_make_the_key(text, wanted):
    assert keys(text) == [[wanted]]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("皿を積むことを考えると、Bが正解。", "B"),
        ("AとCは違う。したがってBを選ぶ。", "B"),
        ("積んだものから取るので、正解はb。", "B"),
        ("残るのはBで、これが正解。", "B"),
    ],
)
def test_running_text_names_the_key(said, wanted):
    assert keys(STEM + CHOICES + said + "\n") == [[wanted]]


def test_choices_without_labels_are_named_by_their_place():
    text = "契約が成立するのはいつか？\n\n・申込みの時\n・承諾が届いた時\n・押印の時\n\n"
    assert keys(text + "解説：正しいのは2つ目。3つ目は証拠にすぎない。\n") == [["2"]]


@pytest.mark.parametrize(
    "said",
    [
        "Bが正解と書いてあった。",
        "Bが正解かも。",
        "Bが正解な気がする。",
        "佐藤さんの説明: Bが正解。最後に入れたものだから。",
        "AかBが正解。",
        "前の問題の正解はB。",
        "- **A.**：これが正解です。\n- **B.**：これが正解です。\n- **C.**：違う。",
        "- **A.**：違う。\n- **B.**：正解だと思う。\n- **C.**：違う。",
    ],
)
def test_a_doubt_an_opinion_or_another_questions_answer_names_nothing(said):
    assert keys(STEM + CHOICES + said + "\n") == []


def test_a_figure_may_be_a_value_and_no_choice():
    stem = "問1 層は何層がよいか。\n\n1. 2層\n2. 3層\n3. 5層\n\n"
    assert keys(stem + "この問題では3が適切。\n") == []
    assert keys(stem + "この問題では2を選ぶ。\n") == [["2"]]


@pytest.mark.parametrize(
    "doubt",
    [
        "ん？　Cもじゃない？",
        "待って、逆かも",
        "（自分メモ）これ嘘じゃない？",
        "友達のノートではCだった",
        "解説と番号が合ってない。",
        "教官に聞く",
        "あとで直す",
        "結論は次回",
        "申し訳ありません、誤りでした",
        "> [!failure] 訂正\n> Bはちがう。",
    ],
)
def test_an_answer_that_is_doubted_beneath_asks_nothing(doubt):
    assert keys(STEM + CHOICES + "答え：B\n\n最後に入れたものを取る。\n") == [["B"]]
    assert keys(STEM + CHOICES + f"答え：B\n\n{doubt}\n") == []


def test_a_remark_disowns_all_answers_above_it():
    above = "(1) 呼吸の場はどれか。（ ウ ）\nア　核　　イ　液胞　　ウ　ミトコンドリア\n\n"
    below = "(2) 発生する気体はどれか。（ ア ）\nア　酸素　　イ　窒素　　ウ　水素\n"
    assert keys(above + below) == [["ウ"], ["ア"]]
    assert keys(above + "※上は自分がテストで書いた答え\n\n## 答え合わせしたぶん\n\n" + below) == [["ア"]]


def test_marks_on_several_choices_are_no_key_where_the_question_wants_one():
    marked = "### 例題5　{0}\n- ① 0 → 誤り\n- ② 1 → 正しい\n- ③ 2 → 正しい\n- ④ 4 → 誤り\n"
    assert keys(marked.format("標準正規分布の分散は？")) == []
    assert keys(marked.format("分散でありうるのはどれか（2つ）")) == [["2", "3"]]
