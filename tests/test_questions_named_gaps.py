"""Gaps with names, filled by a list wherever it stands, and gaps that are filled from a list of words."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key

TEXT = "水は（①）度で凍り、（②）度で沸く。単位は（③）という。"
FILLED = ["0", "100", "セルシウス度"]
LIST = "- ①：0\n- ②：100\n- ③：セルシウス度"
SENTENCES = "(1) 最も高い山は（　　）である。\n\n(2) 最も長い川は（　　）である。\n\n(3) 最も広い湖は（　　）である。"
BANK = "ア．信濃川　イ．琵琶湖　ウ．利根川　エ．富士山"


def keys(notes):
    return [key(each) for each in asked(f"# N\n\n{notes}\n")[0]]


@pytest.mark.parametrize(
    "text",
    [
        TEXT, TEXT.replace("。", "。\n\n"), "- " + TEXT.replace("。単", "。\n- 単"), TEXT.replace("①", " ① "),
        TEXT.replace("（①）", "①____").replace("（②）", "②____").replace("（③）", "③____"),
        "## その一\n\n水は（①）度で凍り、（②）度で沸く。\n\n## その二\n\n単位は（③）という。",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "answers",
    [
        f"## 解答\n\n{LIST}", f"<details>\n<summary>答え</summary>\n\n{LIST}\n\n</details>",
        "【解答】\n① 0　② 100　③ セルシウス度",
        "## 解答\n\n| 番号 | 答え |\n|---|---|\n| ① | 0 |\n| ② | 100 |\n| ③ | セルシウス度 |",
        "## 解答\n\n1. 0\n2. 100\n3. セルシウス度", "**解答**\n\n（1）0\n（2）100\n（3）セルシウス度",
    ],
)  # fmt: skip
def test_a_list_that_has_just_the_names_of_a_text(text, answers):
    assert [each for found in keys(f"{text}\n\n{answers}") for each in found] == FILLED


@pytest.mark.parametrize(
    "notes",
    [
        f"{TEXT}\n\n## 自分の解答\n\n{LIST}", f"{TEXT}\n\n## 解答\n\n{LIST}\n- ④：絶対零度", f"{TEXT}\n\n{LIST}",
        f"{TEXT}\n\n## 解答\n\n{LIST}\n\n訂正：②は 99", f"{TEXT}\n\n## 解答\n\n{LIST.replace('100', '100？')}",
        f"{TEXT}\n\n{TEXT}\n\n## 解答\n\n{LIST}",  # to which of the two?
        "図（1）のように配る。表（2）に示す。\n\n## 解答\n\n方針は次の通り。\n\n- 配る\n- 集める",
        "手順は（①）から（③）まで。\n\n## 解答\n\n① 開く\n② 読む\n③ 閉じる",
    ],
)  # fmt: skip
def test_a_list_of_somebody_or_for_something_else(notes):
    assert keys(notes) == []


def test_each_question_has_its_part_of_the_list():
    asking = "## 問1\n\n水は（ア）度で凍り、（イ）度で沸く。\n\n## 問2\n\n酸は（ア）、塩基は（イ）。\n\n## 解答\n\n"
    listed = "問1\nア：0\nイ：100\n\n問2\nア：赤\nイ：青"
    assert keys(asking + listed) == [["0", "100"], ["赤", "青"]]
    assert keys(asking + listed.replace("問2", "問3")) == [["0", "100"]]


@pytest.mark.parametrize(
    "bank", [f"語群：{BANK}", f"【語群】\n{BANK}", "語群\n\n- ア 信濃川\n- イ 琵琶湖\n- ウ 利根川\n- エ 富士山"]
)
def test_answers_may_be_labels_of_words_to_choose_from(bank):
    answers = "## 解答\n\n- (1)：エ\n- (2)：ア\n- (3)：イ"
    assert keys(f"語群から選べ。\n\n{SENTENCES}\n\n{bank}\n\n{answers}") == [["富士山"], ["信濃川"], ["琵琶湖"]]
    named = "山は（①）、川は（②）、湖は（③）。"
    (found,) = asked(f"# N\n\n語群から選べ。\n\n{named}\n\n{bank}\n\n答え：① エ　② ア（信濃川）　③ 琵琶湖\n")[0]
    assert key(found) == ["富士山", "信濃川", "琵琶湖"]
    assert plain(found.stem[-1].words) == "〔信濃川　琵琶湖　利根川　富士山〕"


@pytest.mark.parametrize(
    "answers",
    [
        "", "## 自分の解答\n\n- ①：エ\n- ②：ア\n- ③：イ", "答え：① エ　② ア　③ カ", "答え：① エ　② ア（利根川）　③ イ",
        "答え：① エ　② ア　③ 浜名湖", "答え：① エ　② ア",
    ],
)  # fmt: skip
def test_words_to_choose_from_are_no_key(answers):
    assert keys(f"語群から選べ。\n\n山は（①）、川は（②）、湖は（③）。\n\n語群：{BANK}\n\n{answers}") == []


def test_a_list_of_answers_with_wide_colons():
    listed = "1. 最も高い山は____である。\n2. 最も長い川は____である。\n\n## 解答\n\n- (1)：富士山\n- (2)：信濃川"
    assert keys(listed) == [["富士山"], ["信濃川"]]


OWN = "水は（①）度で凍り、（②）度で沸く。\n\n"


@pytest.mark.parametrize(
    "choices", ["① ア 0　イ 10　ウ 20\n② ア 50　イ 100　ウ 120", "①\nア. 0\nイ. 10\n\n②\nア. 50\nイ. 100\nウ. 120"]
)
def test_each_gap_may_have_choices_of_its_own(choices):
    assert keys(f"{OWN}{choices}\n\n正解：① ア　② イ") == [["0", "100"]]
    assert keys(f"{OWN}{choices}\n\n正解：① ア　② エ") == []


def test_figures_that_are_labels_of_choices_are_no_words():
    assert keys(f"{OWN}1. 0\n2. 10\n3. 100\n\n正解：① 1　② 3") == []


@pytest.mark.parametrize("answer", ["\n答え：", "　答え：", "\n\n> 答え："])
@pytest.mark.parametrize("gaps", [("（ア）", "（ア）"), ("（ア）", "（イ）"), ("【①】", "【②】")])
def test_sentences_with_one_named_gap_each(gaps, answer):
    first, second = gaps
    notes = f"最も高い山は{first}である。{answer}富士山\n\n最も長い川は{second}である。{answer}信濃川"
    assert keys(notes) == [["富士山"], ["信濃川"]]


@pytest.mark.parametrize(
    "notes",
    [
        "求める式は（1）である。\n答え：3\n\n次の式は（2）である。\n答え：5",  # equations
        "式（ア）を使う。\n答え：3\n\n式（イ）を使う。\n答え：5", "最も高い山は（ア）である。\n答え：富士山",
        "次の（ア）を求めよ。\n答え：3\n\n次の（イ）を求めよ。\n答え：5",
    ],
)  # fmt: skip
def test_names_that_stand_for_something_else(notes):
    assert keys(notes) == []


def test_a_list_by_the_gaps_names_and_not_by_the_sentences_numbers():
    asking = "1. 最も高い山は（②）である。\n2. 最も長い川は（①）である。\n\n## 解答\n\n"
    assert keys(f"{asking}① 信濃川\n② 富士山") == []


def test_an_answer_beneath_them_all_is_not_the_last_ones():
    notes = "- 最も高い山は（ a ）である。\n- 最も長い川は（ b ）である。\n\n答え：a 富士山　b 信濃川"
    assert "a 富士山 b 信濃川" not in [word for found in keys(notes) for word in found]


@pytest.mark.parametrize(
    "above",
    [
        "次の（①）〜（③）に入る語を語群から選べ。", "（①）、（②）、（③）に当てはまる数や語を答えよ。",
        "文中の（①）～（③）にあてはまる最も適切な語句を、語群から選びなさい。",
        "空欄（①）から（③）に入れる字句を選べ。",
    ],
)  # fmt: skip
def test_a_line_that_speaks_of_gaps_has_none(above):
    bank = "語群：0、100、1000、セルシウス度、ケルビン"
    assert keys(f"{above}\n\n{TEXT}\n\n{bank}\n\n答え：① 0　② 100　③ セルシウス度") == [FILLED]
