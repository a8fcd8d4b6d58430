"""Answers apart from their choices: beneath a title, behind A and an arrow, in lists with 【1】 and remarks."""

import pytest

from support.asking import asked, key


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


TOLD = "# 必修\n\n> [!info] 書き方\n> 根拠の一番前の【】が答え。\n\n"
CALLOUTS = TOLD + "### 弁はどれか\n\n> [!question]\n> 1. 赤色\n> 2. 青色\n> 3. 黄色\n\n> [!tip]- 根拠\n> {}\n"


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("【3】 右が赤。", [["3"]]),
        ("【2】 右が赤。模試で1にした人がクラスの半分いたらしい。", [["2"]]),
        ("【2】 もらった色。", [["2"]]),
        ("【2】 は間違い。", []),
        ("【　】 右が赤。", []),
        ("【2】→【3】→【2】？ 月曜に見る。", []),
        ("【2】だと書いたら×をもらった。", []),
        ("【2】 赤色はA、青色はB。残ったものがKなので消去法でいける。", []),
    ],
)
def test_brackets_that_hold_the_answer_beneath_a_callouts_title(line, keys):
    assert _keys(CALLOUTS.format(line)) == keys


SPOKEN = "■一つ目\n\nQ 秋の色は\na.さくら b.りんご c.れもん d.なし\n{}\n覚え方はなし\n\nQ 春の色\na.赤 b.青 c.黄\nA→c\n"


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("A→b", [["B"]]),
        ("A→b （実技でもやる）", [["B"]]),
        ("A→", []),
        ("A→たぶんc", []),
        ("A→ひとつ上と同じ記号", []),
        ("A→bかcか。アプリではb2人c1人", []),
        ("A→b だと思ってたら違った。", []),
        ("A→b\nいや春だよね。答え見まちがえたか？", []),
        ("A→b\n本は貸し出し中なので保留", []),
    ],
)
def test_a_question_that_begins_with_q_alone_and_its_answer_with_a_and_an_arrow(line, first):
    assert _keys(SPOKEN.format(line)) == [*first, ["C"]]


LIST = (
    "【1】色はどれか。\n① 赤　② 青　③ 黄\n\n【2】形はどれか。\n① 丸　② 三角　③ 長四角形\n\n"
    "【3】音はどれか。\n① 高い音　② 低い音　③ 無音\n\n### こたえ\n\n{}\n"
)


@pytest.mark.parametrize(
    ("answers", "keys"),
    [
        ("【1】② 1517年、春。\n【2】①\n【3】③", [["2"], ["1"], ["3"]]),
        ("【1】②\n【2】② 長四角形のとき。\n【3】③", [["2"], ["3"]]),
        ("【1】②\n【2】② 長四角形は角が四つ。\n【3】③", [["2"], ["2"], ["3"]]),
        ("【1】②\n【2】② 1689年の長四角形で決まる。\n【3】③", [["2"], ["3"]]),
        ("【1】②\n(ここからは番号が古いままかも)\n【2】①\n(ここからは直した)\n【3】③", [["2"], ["3"]]),
        ("【1】②\n【2】①\n要確認\n【3】③", [["2"], ["3"]]),
    ],
)
def test_a_list_of_answers_whose_numbers_stand_in_brackets(answers, keys):
    assert _keys(LIST.format(answers)) == keys


TITLED = (
    "問一　色はどれか\n① 赤 ② 青 ③ 黄\n\n問二　形はどれか\n① 丸 ② 三角 ③ 線\n\n"
    "問三　音はどれか\n① 高い ② 低い ③ 無い\n\n〈解答〉\n問一 ②\n問二 ③\n{}\n問三 ①\n"
)


def test_a_remark_within_a_paragraph_of_answers_is_on_what_follows():
    assert _keys(TITLED.format("（覚え方は別の紙）")) == [["2"], ["3"], ["1"]]
    assert _keys(TITLED.format("（この下の1つは去年の番号のままかも）")) == [["2"], ["3"]]


def test_brackets_may_be_said_to_hold_the_answer_in_other_words():
    note = "# メモ\n\n答えはかっこの中の番号。\n\n#### 弁はどれか\n\n1. 赤色\n2. 青色\n3. 黄色\n\n"
    assert _keys(note + "> 根拠\n> （2） 青いから\n") == [["2"]]
