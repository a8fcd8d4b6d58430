"""Answers in places of their own: in a quotation, in a sentence of the explanation, behind the letter of answers."""

from __future__ import annotations

import pytest

from support.asking import asked, key

QUOTED = """# 植物{}

{}

## 春

桜は春に咲く。
> ○　四月ごろ

竹は動物である。
> ×。植物

松は葉を落とさない木である。
> {}

## 数

桜の花びらは（　　）枚である。
> 5　五弁という

桜が咲く季節はどれか。
A 春
B 夏
C 秋
> 春。夏は葉桜
"""


def keys(text: str) -> dict[int, list[str]]:
    return {question.lines.first: key(question) for question in asked(text.encode(), file="a.md")[0]}


def test_what_is_quoted_beneath_answers_where_the_file_says_so():
    found = keys(QUOTED.format("", "文の下の引用が答え。", "○"))
    assert found == {7: ["1"], 10: ["2"], 13: ["1"], 18: ["5"], 21: ["A"]}


def test_quoted_verdicts_are_known_by_themselves_in_a_file_of_statements():
    assert keys(QUOTED.format("　正誤ノート", "電車で書いた。", "○")).keys() == {7, 10, 13}


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("電車で書いた。", "○"),
        ("引用は自分の答え。", "○"),
        ("引用元は答えの本。", "○"),
        ("引用が答えとは限らない。", "○"),
    ],
)
def test_quotations_answer_nothing_where_nothing_says_so(said, last):
    assert keys(QUOTED.format("", said, last)).keys() <= {18}


def test_quoted_signs_that_tell_how_it_went_judge_nothing():
    assert keys(QUOTED.format("　正誤ノート", "電車で書いた。", "×　間違えた")) == {}


def test_a_quoted_verdict_that_its_reason_denies_is_not_asked():
    found = keys(QUOTED.format("", "答えは引用に書く。", "○　なのでこの文は誤り。"))
    assert 13 not in found
    assert 10 in found


CHOICES = """# 空

#### 一
空の色で{}のはどれか。

1. 赤い色
2. 青い色
3. 緑色
4. 黒い色

**解説** {}
"""


@pytest.mark.parametrize(
    ("asked_for", "said", "right"),
    [
        ("ふつうな", "赤いのは夕方だけ。だからふつうは2になる。", "2"),
        ("適切でない", "夕方もある。適切でないのは3。", "3"),
        ("多い", "晴れなら見える → 2。私は1を選んだ(あーあ)", "2"),
        ("多い", "夕方は赤い。なので正解は「青い色」", "2"),
    ],
)
def test_a_sentence_says_what_is_asked_for(asked_for, said, right):
    assert keys(CHOICES.format(asked_for, said)) == {3: [right]} or keys(CHOICES.format(asked_for, said)) == {
        4: [right]
    }


@pytest.mark.parametrize(
    ("asked_for", "said"),
    [
        ("ふつうな", "赤いのは夕方だけ。友だちによるとふつうは2。"),
        ("ふつうな", "赤いのは夕方だけ。海でふつうは2。"),
        ("ふつうな", "赤いのは夕方だけ。ふつうは1。ふつうは2。"),
        ("ふつうな", "赤いのは夕方だけ。ふつうは2だった気がする。"),
        ("適切でない", "夕方もある。適切なのは3。"),
        ("多い", "雲があると見えない → 4。私は4を選んだ"),
        ("多い", "雲があると見えない → 4。私も迷った"),
        ("多い", "夕方は赤い。最初の正解は「青い色」"),
    ],
)
def test_other_sentences_say_nothing_for_sure(asked_for, said):
    assert keys(CHOICES.format(asked_for, said)) == {}


REPLY = """# 船

Q. 黒い船で来た人は？
{}
{}
"""


def test_the_letter_of_answers_may_have_a_small_choices_words_behind_it():
    assert keys(REPLY.format("a ペリー　b ザビエル　c 鑑真", "A. ザビエル")) == {3: ["B"]}


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ("a ペリー　b ザビエル　c 鑑真", "A. 鑑真かザビエル"),
        ("a ペリー　b ザビエル　c 鑑真", "A. ペリー？"),
        ("A ペリー　B ザビエル　C 鑑真", "A. ザビエル"),
    ],
)
def test_no_reply_that_may_mean_another_choice(choices, said):
    assert keys(REPLY.format(choices, said)) == {}


COMBINED = """# 虫

問２　虫の記述で正しい組み合わせ
a　足は六本
b　目は一つ
c　羽がある
{}
答え ３
"""


@pytest.mark.parametrize("choices", ["１（a b）　２（b c）　３（a c）", "１（a、b）\n２（b、c）\n３（a、c）"])
def test_combinations_may_stand_in_brackets_right_behind_their_figures(choices):
    assert keys(COMBINED.format(choices)) == {3: ["3"]}


def test_answers_in_brackets_are_no_choices():
    assert keys(COMBINED.format("１（４）　２（３）　３（１）")) == {}


SLIP = """# 木

問1 春に咲くのはどれか。

- A. 桜
- B. 菊
- C. 椿

**{}**

（{}）
"""


def test_how_a_wrong_answer_came_about_doubts_nothing():
    assert keys(SLIP.format("A", "最初 C と写し間違えてた。A が正解")) == {3: ["A"]}


@pytest.mark.parametrize(
    "said", ["最初 A と写し間違えてた。C が正解", "写し間違えたかも", "最初 C と写し間違えた。B も？"]
)
def test_a_slip_in_the_answer_itself_doubts_it(said):
    assert keys(SLIP.format("A", said)) == {}


ONLY = """# 家

夜{}開く店はどれか。

A) 朝市
B) 屋台
C) 図書館

正解：C

図書館は昼に本を読む所。{}
"""


def test_only_another_choice_is_said_to_be_what_is_asked_for():
    assert keys(ONLY.format("だけ", "夜だけなのは屋台。")) == {}


@pytest.mark.parametrize(
    ("asked_for", "said"),
    [("だけ", "夜だけなのは図書館。"), ("に", "夜だけなのは屋台。"), ("だけ", "夜だけではないのは屋台。")],
)
def test_what_is_only_so_and_not_asked_for_speaks_against_nothing(asked_for, said):
    assert keys(ONLY.format(asked_for, said)) == {3: ["C"]}


ELSE_NONE = """# 英語

問1 ------- the rain, we went out.
(A) Although (B) Despite (C) Because
> the rain は名詞。{}
"""


def test_nothing_else_fits_than_a_choices_words():
    assert keys(ELSE_NONE.format("前置詞は Despite しかない。")) == {3: ["B"]}


@pytest.mark.parametrize(
    "said", ["消去できるのは Because しかない。", "Because しかないかも。", "前置詞は during しかない。"]
)
def test_other_words_than_the_only_ones_left_name_nothing(said):
    assert keys(ELSE_NONE.format(said)) == {}


GAPS = """# 城

穴うめ①{}
天守は［　　］にある。→中央
堀には［　　］がある。→水
"""


def test_a_title_of_gaps_may_say_where_the_answers_are():
    assert keys(GAPS.format("（答えは［　］のあとの矢印）")) == {4: ["中央"], 5: ["水"]}


def test_another_line_above_gaps_with_arrows_is_no_title():
    assert keys(GAPS.format("の直しを［　］に写す予定（あとで）")) == {}


FILLS_IN = "問1 The fee is paid -------.\n(A) annual (B) annuals (C) annually\n理由：{}\n"


@pytest.mark.parametrize(
    "said", ["is paid を修飾するので annually が入る。", "paid のあとなので annually が入ります。"]
)
def test_what_fills_the_gap_is_told_in_a_choices_words(said):
    assert keys(FILLS_IN.format(said)) == {1: ["C"]}


@pytest.mark.parametrize("said", ["annual が入ると思った。", "(2)には annually が入る。", "だから annual が入るかも。"])
def test_what_might_fill_it_or_fills_another_names_nothing(said):
    assert keys(FILLS_IN.format(said)) == {}
