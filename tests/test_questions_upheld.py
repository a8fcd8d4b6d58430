"""Explanations and remarks that uphold another choice than the answer, and what only looks so."""

from __future__ import annotations

import pytest

from support.asking import asked, key

LOCK = (
    "### 問1\n箱に鍵をかけるときに使う道具はどれか。\n\nア 赤い錠前\nイ 青い錠前\nウ 赤い帯\nエ 青い帯\n\n答え：ア\n\n"
)
POWER = "No.4　100V、5A の電力は。\nイ．20\nロ．100\nハ．250\nニ．500\n【解】{}\n"
WORD = "(3) He is ( ) to be late.\n1 unable  2 likely  3 afraid  4 willing\nA. {}\n"
LITRES = (
    "【3】水筒の量はどれか。\n(1) 50L\n(2) 100L\n(3) 200L\n\n<details><summary>答え</summary>\n\n{}\n\n</details>\n"
)
LEAF = "### 問5\n低温で枯れる葉はどれか。\n\n1. 赤い葉\n2. 青い葉\n3. 黄の葉\n\n正答：1\n\n"
LOAD = "### 問4\n最も少ない変更で軽くするには？\n\n- A. 木箱を重ねる\n- B. 棚を足す\n- C. 蓋をとる\n\n答え：A\n\n"
REMARKED = "## 問{0}\n{0}時の空の色はどれか。\n\n- ア 赤\n- イ 青\n- ウ 黄\n\n**答え：ア**\n\n"
TITLED = "### 空-0{0}\n{0}時の空の色はどれか。\n1. 赤\n2. 青\n3. 黄\n\n✅ 2\n\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("誰にも開けられないように、青い錠前で施錠する。", [["ア"]]),  # the question says otherwise: 鍵をかける
        ("あとで開くように、青い錠前で鍵をかける。", [["ア"]]),
        ("硬いのは青い錠前だけ。", []), ("硬いのは青い錠前だけだから、青い錠前を選ぶのが正解。", []),
        ("赤い錠前は軽いので不適。", []), ("赤い錠前は軽いから不可。", []), ("赤い錠前は使えない。", []),
        ("赤い錠前は不適。", []), ("赤い帯は軽いので不適。", [["ア"]]), ("青い錠前は軽いから不可。", [["ア"]]),
        ("硬いのは赤い錠前だけ。", [["ア"]]), ("青い錠前は別の箱のとき。", [["ア"]]),
    ],
)  # fmt: skip
def test_a_choice_that_the_explanation_upholds_or_denies_by_its_words(said, found):
    assert keys(f"{LOCK}{said}\n") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("あとで開くように、青い錠前で施錠する。", []), ("青い錠前で施錠しない。", [["ア"]]),
        ("窓なら、青い錠前で施錠する。", [["ア"]]), ("青い錠前で防犯する。", [["ア"]]),
        ("窓は、青い錠前で施錠する。", [["ア"]]),
    ],
)  # fmt: skip
def test_what_the_question_asks_about_is_done_with_another_choice(said, found):
    text = LOCK.replace("箱に鍵をかける", "箱を施錠する")
    assert keys(f"{text}{said}\n") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("木箱は中が見えないから不可。棚を足して寄せるのが正解。", []), ("棚を足して寄せるのが正解。", []),
        ("木箱は中が見えないから不可。", []), ("棚は中が見えないから不可。", [["A"]]),
        ("木箱を重ねて、棚を足さないのが正解。", [["A"]]), ("蓋を足すのが正解ではない。", [["A"]]),
    ],
)  # fmt: skip
def test_a_choice_that_is_called_right_with_its_verb_inflected(said, found):
    assert keys(f"{LOAD}{said}\n") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [("ロ　100×5×1.0＝500 W", []), ("ニ　100×5×1.0＝500 W", [["ニ"]]), ("ロ　20×5＝100 W", [["ロ"]])],
)
def test_a_figure_that_comes_out_where_the_answers_own_is_only_what_it_comes_from(said, found):
    assert keys(POWER.format(said)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("4 (be likely to ～)", []), ("2 (be likely to ～)", [["2"]]), ("4 (be willing to ～)", [["4"]]),
        ("4 (likely は別の語)", [["4"]]),
    ],
)  # fmt: skip
def test_a_phrase_that_completes_the_gap_with_another_choice(said, found):
    assert keys(WORD.format(said)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("(2)　大きい水筒は200L。", []), ("(3)　大きい水筒は200L。", [["3"]]), ("(2)　樽なら200L。", [["2"]]),
        ("(2)\n\n樽は200L。", [["2"]]), ("(2)　大きい水筒は中身で量る。", [["2"]]),
    ],
)  # fmt: skip
def test_the_answers_own_line_that_ends_in_another_choices_figure(said, found):
    assert keys(LITRES.format(said)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("青い葉が落ちる。赤い葉は高温。", []), ("赤い葉は低温。", [["1"]]), ("青い葉は高温。", [["1"]]),
        ("赤い葉は高い木。", [["1"]]),
    ],
)  # fmt: skip
def test_the_opposite_of_what_is_asked_about_said_of_the_answer(said, found):
    assert keys(f"{LEAF}{said}\n") == found


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("問2の答えはアではなくウ。アは朝。ほかの問はそのまま。", [["ア"], ["ウ"]]),
        ("見直し: 問2 は ア じゃなくて **ウ（黄）** が正解。書きまちがい。", [["ア"], ["ウ"]]),
        ("問2の答えはアではなくウ。要確認", [["ア"]]), ("問2の答えはイではなくウ。", [["ア"]]),
        ("問2の答えはアではなくカ。", [["ア"]]), ("問2の答えはアではなくウ？", [["ア"]]),
        ("問2の答えはアではなくウ。と先輩が言っていた", [["ア"]]), ("問2の答えはアではなくウらしい。", [["ア"]]),
        ("問2の答えはアではなくウ。\n問2の答えはアではなくイ。", [["ア"]]),
        ("問2の答えはアではなくウ。\n\n※問2は取り消し。", [["ア"]]),
    ],
)  # fmt: skip
def test_a_remark_that_tells_which_choice_is_right_instead(remark, found):
    text = f"{REMARKED.format(1)}{REMARKED.format(2)}"
    assert keys(f"{text}---\n\n### 訂正（6/14）\n\n{remark}\n") == found


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("見直し 2/3: 空-02 は 2 じゃなくて **3（黄）** が正解。2は書きまちがい。", [["2"], ["3"]]),
        ("見直し 2/3: 空-02 は 1 じゃなくて **3（黄）** が正解。", [["2"]]),
    ],
)
def test_a_remark_that_names_the_question_by_its_title(remark, found):
    assert keys(f"{TITLED.format(1)}{TITLED.format(2)}---\n{remark}\n") == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("1 → ア、2 → イ、3 → ア", [["ア"], ["ア"]]), ("1 → ア、2 → ア、3 → ア", [["ア"]] * 3),
        ("1 → ア、2 → イ、2 → ウ", [["ア"]] * 3), ("1 → ア、2 → イ", [["ア"]] * 3),
    ],
)  # fmt: skip
def test_a_summary_that_says_another_answer(last, found):
    text = "".join(REMARKED.format(number) for number in (1, 2, 3))
    assert keys(f"{text}## 早見表\n\n{last}\n") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("✅ 1（赤い本）\n✅ 2（青い本）", []), ("✅ 2\nどっちなの？", []), ("✅ 2", [["2"]]),
        ("✅ 2\n※選択肢の順番、貼り直したのでさっきと変わった。", []), ("✅ 2\n番号はまだ直してない", []),
    ],
)  # fmt: skip
def test_two_answers_and_choices_that_have_moved(said, found):
    assert keys(f"{TITLED.format(1).replace('✅ 2', '')}{said}\n") == found


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("ここの太字は読めなかったから太くしただけ。", []), ("→ 太字はいつも忘れるところ", []),
        ("太字は大事な語。", []), ("太字は正解のところ。", [["2"]]), ("忘れやすい。", [["2"]]),
    ],
)  # fmt: skip
def test_a_remark_on_what_bold_is_for(remark, found):
    text = f"# N\n\n太字の選択肢が正解。\n\n1) 空の色はどれか。\n   - 赤\n   - **青**\n   - 黄\n\n   {remark}\n"
    assert keys(text) == found


@pytest.mark.parametrize(
    ("only", "found"), [("↑これだけは自分の選んだやつに印つけた。", [["2"]]), ("", [["2"], ["2"]])]
)
def test_a_remark_on_one_mark_alone(only, found):
    text = "### 空の色はどれか{}？\n- [ ] 赤\n- [x] 青\n- [ ] 黄\n\n"
    assert keys(f"# N\n\n[x] が正解。\n\n{text.format('A')}{text.format('B')}{only}\n") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("手紙は、姉にだけ送ればよい。\n→ ○　弟にも、送らないといけない。", []),
        ("手紙は、姉にだけ送ればよい。\n→ ○　姉だけでは違反。", []),
        ("手紙は、送らなくてよい。\n→ ○　必ず送らなければならない。", []),
        ("手紙は、姉にだけ送ればよい。\n→ ○　弟は読まない。", [["1"]]),
        ("手紙は、姉にだけ送ればよい。\n→ ×　弟にも、送らないといけない。", [["2"]]),
        ("手紙は、姉に送る。\n→ ○　弟にも、送らないといけない。", [["1"]]),
    ],
)  # fmt: skip
def test_a_statement_on_what_is_enough_with_a_reason_that_demands_more(said, found):
    assert keys(f"# ○×\n\n**Q1** {said}\n") == found


STATIC = (
    "### 問3\n対策として誤っているものはどれか。\n\nイ 接地する\nロ 湿度を高くする\nハ 流速を速くする\n\n答え：{}\n\n"
)


@pytest.mark.parametrize(
    ("answer", "said", "found"),
    [
        ("ロ", "流速を速くすると帯電するので、これが誤り。", []),
        ("ハ", "流速を速くすると帯電するので、これが誤り。", [["ハ"]]),
        ("ロ", "流速を速くする話は別。湿度を高くすると電気が逃げるが、これが誤り。", [["ロ"]]),
    ],
)
def test_the_wrong_one_that_is_asked_for_is_pointed_at_by_its_words(answer, said, found):
    assert keys(f"{STATIC.format(answer)}{said}\n") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [("札の色が最小の番地が目録台帳番号になる。", []), ("目録台帳番号は一つだけ。", [["ア"]])],
)
def test_a_term_of_the_question_told_of_another_choice(said, found):
    text = "### 問4\n目録台帳番号の選出に使うものはどれか。\n\nア 箱の数\nイ 札の色が最小の番地\nウ 棚\n\n答え：ア\n\n"
    assert keys(f"{text}{said}\n") == found


@pytest.mark.parametrize(("entry", "found"), [("イ（別冊ではウ）", []), ("イ（別冊の表）", [["イ"]])])
def test_an_entry_of_the_list_that_tells_of_another_answer(entry, found):
    answers = f"## 解答一覧\n\n| 問 | 解答 |\n|---|---|\n| 問5 | {entry} |\n"
    assert keys(f"### 問5\n空の色はどれか。\n\nア 赤\nイ 青\nウ 黄\n\n{answers}") == found


@pytest.mark.parametrize(("said", "found"), [("青い扉を開けてはならない。", []), ("赤い扉と同じ。", [["1"]])])
def test_a_statement_that_permits_with_an_explanation_beneath_that_forbids(said, found):
    text = f"# ○×\n\n**6** 雪は白い。\n答え：○\n\n**7** 青い扉を開けてもよい。\n答え：○\n解説：{said}\n"
    assert [each for each in keys(text) if each] == [["1"], *found]
