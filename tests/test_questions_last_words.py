"""Answers that are the last words of a reason (所有格なので(C)。), and reasons that tell of labels only."""

from __future__ import annotations

import pytest

from support.asking import asked, key

LETTERS = "青い空はどれですか。\n(A) 晴れ (B) 雨 (C) 雪 (D) 霧"
ROMANS = "- (ⅰ) 晴れ\n- (ⅱ) 雨\n- (ⅲ) 雪\n- (ⅳ) 霧"


def _of_letters(reason: str, stem: str = "青い空はどれですか。") -> list[list[str]]:
    questions, _ = asked(f"#### 101\n{stem}\n(A) 晴れ (B) 雨 (C) 雪 (D) 霧\n{reason}\n")
    return [key(question) for question in questions]


def _of_table(reason: str, stem: str = "青い空の日の名はどれか。") -> list[list[str]]:
    rows = "| ア | 晴れ |\n| イ | 雨 |\n| ウ | 雪 |\n| エ | 霧 |"
    questions, _ = asked(f"1) {stem}\n\n| | |\n|---|---|\n{rows}\n\n➡ {reason}\n")
    return [key(question) for question in questions]


def _of_romans(reason: str, stem: str = "青い空の日はどれですか。", choices: str = ROMANS) -> list[list[str]]:
    text = f"## Q. {stem}\n\n{choices}\n\n<details><summary>解答</summary>\n\n{reason}\n\n</details>\n"
    questions, _ = asked(text)
    return [key(question) for question in questions]


@pytest.mark.parametrize(
    "reason",
    [
        "日が出るので天気名の (A) が入る。", "雲がないから天気名の (A) しかない", "上が青いから天気名(A)",
        "上が青いので名詞、(A)！", "日が出るのは、つまり天気名の(A)。",
        "日が出るから (A)。(B)にして落とした、2回目…", "日が出るから (A)。最初 (B) と迷ったけど濡れない。",
        "雲がない → (A)。(B) は濡れる。", "雲がない、(A)です。", "雲がない。だから(A)を選ぶ。",
    ],
)  # fmt: skip
def test_what_a_reason_comes_to_is_the_answer(reason):
    assert _of_letters(reason) == [["A"]]


def test_several_where_several_are_asked_for_and_words_that_look_like_labels_are_none():
    two = "青い空を2つ選べ。"
    assert _of_letters("change A with B、mix A with B で (A) と (C)。(B) は濡れる。", two) == [["A", "C"]]
    assert _of_letters("change A with B で (A)。", two) == []
    assert _of_letters("change A with B、mix A with B で (A) と (C)。") == []


@pytest.mark.parametrize(
    "reason",
    [
        "日が出るから (A)？", "日が出るから (A)かな。", "日が出るから (A) な気がする。", "模試で(A)。",
        "(A)にして落とした。", "自分は勘で、(A)。", "天気名は(A)。", "濡れるのは、(B)。", "例えば、(A)。",
        "日が出るから(A)。いや、雲があるから(B)。", "日が出るから(A)。(B)も可。", "日が出るから(A)。(A)は誤り。",
        "日が出るから(A)。(C)が正解。", "以外の(A)。", "日が出るから(A)にした。", "図の(A)。", "逆に、(A)。",
        "日が出るから(A)。あとで聞く", "濡れる、(B)。日が出る、(A)。", "日が出るから(A)と(B)。",
        "濡れるなら、(B)。", "（次の問2の正解 → (A)）", "日の話（雲がないので、(A)）。",
        "日が出る場合 → (A)。", "雨は濡れる、(A)。", "my → (A)", "1回目→(A)", "~~(A)~~",
        "(A)",
    ],
)  # fmt: skip
def test_what_only_speaks_of_a_choice_or_doubts_is_no_answer(reason):
    assert _of_letters(reason) == []


@pytest.mark.parametrize(
    ("reason", "wanted"),
    [
        ("1-0＝晴れ、ア。", ["ア"]), ("これはおまけの問題、ア。雨は傘。", ["ア"]),
        ("ア。イは濡れる（R＝Rain）。", ["ア"]),
        ("イは傘、ウはそり、エはライト(車も)。残ったアが日焼け止め", ["ア"]), ("青い空の日はアの晴れ。", ["ア"]),
        ("日が出るのでアになる。イは空を見ない人の答え。", ["ア"]),
    ],
)  # fmt: skip
def test_katakana_for_labels(reason, wanted):
    assert _of_table(reason) == [wanted]


@pytest.mark.parametrize(
    "reason",
    [
        "イは傘、ウはそり。残ったアが日焼け止め", "傘の日はイの雨。", "青い空の日はアの雨。", "傘はイ、そりはウ。",
        "ア ？　ノートがあやしい。", "日＝昼だからア。 ←これ2)の答えを書いてた。",
        "日＝昼だからア。1)の答えは写せてない", "アイスの日。", "図のア。", "日が出るのでア。雨の日はイが正しい。",
    ],
)  # fmt: skip
def test_katakana_that_is_only_spoken_of(reason):
    assert _of_table(reason) == []


def test_a_table_without_head_offers_choices_of_figures_too():
    stem = "1) 残りはいくらか。"
    table = "| | |\n|---|---|\n| ア | 10 |\n| イ | 20 |\n| ウ | 30 |"
    questions, _ = asked(f"{stem}\n\n{table}\n\n➡ 5×4＝20、イ。\n")
    assert [key(question) for question in questions] == [["イ"]]
    questions, _ = asked(f"1) 残りを書く。\n\n{table}\n\n5×4＝20、イ。\n")
    assert not questions


@pytest.mark.parametrize(
    ("reason", "wanted"),
    [
        ("日が出ているので、(ⅰ) が正しい。", ["I"]), ("よって (ⅱ) が正しい。", ["II"]),
        ("(ⅲ)が正しい。寒い。", ["III"]), ("(ⅱ) と書きたくなるが、濡れる。晴れ、つまり (ⅰ) が正しい。", ["I"]),
        ("(iv) が正解。", ["IV"]), ("夜じゃなくて昼だから (ⅱ) ではなく (ⅰ) が正しい。", ["I"]),
        ("正解：ⅲ", ["III"]), ("正解：(ii)", ["II"]),
    ],
)  # fmt: skip
def test_roman_figures_for_labels(reason, wanted):
    assert _of_romans(reason) == [wanted]


def test_roman_figures_several_and_in_other_writing():
    assert _of_romans("(ⅰ)(ⅲ)(ⅳ) が正しい。", "青い空の日はどれですか。（3つ）") == [["I", "III", "IV"]]
    assert _of_romans("(ⅱ) と (ⅲ) が正しい。", "青い空の日はどれですか。（2つ）") == [["II", "III"]]
    ascii_ones = "(i) 晴れ\n\n(ii) 雨\n\n(iii) 雪"
    assert _of_romans("濡れるので (ii) が正しい。", choices=ascii_ones) == [["II"]]


@pytest.mark.parametrize(
    "reason",
    ["(ⅱ) と書きたくなる。", "(ⅰ) が正しい気がする。", "(ⅰ) は正しい。(ⅱ) が正解。", "第Ⅱ相の話。"],
)
def test_roman_figures_that_answer_nothing(reason):
    assert _of_romans(reason) == []


def _in_one_line(stem: str, reason: str) -> list[list[str]]:
    questions, _ = asked(f"**問い1** {stem} ア：一番め　イ：二番め　ウ：三番め　エ：四番め\n\n{reason}\n")
    return [key(question) for question in questions]


@pytest.mark.parametrize(
    ("stem", "reason", "wanted"),
    [
        ("適切でないものは？", "少なすぎるので、適切でないのはエ。ア〜ウは全部ふつう。", ["エ"]),
        ("起こりにくいのは？", "傾きが1のまま、ということでイになる。", ["イ"]),
        ("位置によらないのは？", "ずれても同じ値が出る。アでOK。", ["ア"]),
        ("あてはまるものを2つ選ぶ。", "あとの2つは別の装置。ここではアとウ。", ["ア", "ウ"]),
        ("あてはまるものは？", "という定義から考えるとイ。場所なども。", ["イ"]),
    ],
)
def test_more_ways_to_come_to_a_label(stem, reason, wanted):
    assert _in_one_line(stem, reason) == [wanted]


@pytest.mark.parametrize(
    "reason",
    [
        "適切なのはエ。", "友だちが適切でないと言ったのはエ。", "自分の考えでは、適切でないのはエ。", "エでOKかな？",
        "適切でないのはエに見えるが、よく読むとウ？", "適切でないのはエ。いや、ウ。",
    ],
)  # fmt: skip
def test_what_comes_to_no_label_that_is_asked_for(reason):
    assert _in_one_line("適切でないものは？", reason) == []
