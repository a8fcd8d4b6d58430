"""What writers say afterwards of their answers, marks and lists: then nothing is asked, and it is told."""

from __future__ import annotations

import pytest

from support.asking import asked, key

QUESTION = "### 問1 空の色はどれか。\n\n{choices}\n{answer}\n{after}\n"
LABELLED = "A. 赤\nB. 青\nC. 黄\n"
TICKED = "- [ ] 赤\n- [x] 青\n- [ ] 黄\n"
BOLD = "**太字が正解**\n\n### 問1 空の色はどれか。\n\n- 赤\n- **青**\n- 黄\n\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


def answered(after: str) -> list[list[str]]:
    return keys(QUESTION.format(choices=LABELLED, answer="答え：B", after=after))


@pytest.mark.parametrize(
    "after",
    [
        "→じゃあCでは？", "Cでは?", "Cじゃないの？", "C の方？", "どっちだったっけ", "何番だったか忘れた",
        "＊選択肢の順番をシャッフルして書き直しました。", "選択肢を差し替えた。", "選択肢は今年のに入れ替えました",
        "答えの番号は元のプリントのまま", "正解は前の聞き方のときのまま。", "番号はそのまま",
        "別の年度の解答を見て書いた", "隣の章の解答かも", "答えがずれているかも", "正解が入れ替わってるらしい",
        "図を描いて確かめるまで保留", "まだ調べてない",
        "去年のノートではC。", "塾のプリントだとCだった。", "教科書によるとC", "解答集はC、先生はB",
        "今はC", "改正でCになった",
        "（4/3 追記）Cが正しいらしい", "C っぽい", "Cのような気がする", "Cでも正解", "Cも可", "答えC？",
        "とりあえず B にしておく",
        "（うろ覚え）", "※仮", "？？？", "答え合わせはまだ", "納得いかん",
        "選択肢が1つ抜けてる", "AとBの選択肢が入れ替わっている", "選択肢に正解がない", "問題文が変わった",
        "※旧試験の答え", "これは問2の答え", "解答が間違っている気がする", "答えを書き間違えた",
        "だから正しいのは黄", "正しいのは赤。",
        "緑なので黄と覚える。", "つまり赤です。",
    ],
)  # fmt: skip
def test_second_thoughts_on_an_answer(after):
    assert answered(after) == []


@pytest.mark.parametrize(
    "after",
    [
        "AでもCでもない？と聞かれても B。", "選択肢の順番に読む。", "去年のノートではB。", "教科書では B だった。",
        "なので青と覚える。", "つまり青で、赤ではない。", "赤なので夕方。", "元の色のまま見える。",
    ],
)  # fmt: skip
def test_what_is_no_second_thought(after):
    assert answered(after) == [["B"]]


HOSTS = "### 問1 使える台数はどれか。\n\nア　14\nイ　30\nウ　32\nエ　62\n\n正解：{}\n\n{}\n"


@pytest.mark.parametrize(
    ("answer", "said", "wanted"),
    [
        ("エ", "2^5 - 2 = 30 台。", []), ("イ", "2^5 - 2 = 30 台。", [["イ"]]),
        ("イ", "2^5 = 32\nそこから 2 を引く。32 - 2 = 30", [["イ"]]), ("エ", "2^6 = 64 だから引く。", [["エ"]]),
        ("ウ", "2^5 - 2 ＝ 30。\nよって 30。", []), ("エ", "残りは 6 ビット。64 - 2", [["エ"]]),
    ],
)  # fmt: skip
def test_what_an_explanation_works_out(answer, said, wanted):
    assert keys(HOSTS.format(answer, said)) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("流速を遅く、湿度は高く。", []), ("流速を遅くし、待つ。", []), ("流速を速くするのがよい。", [["1"]]),
        ("流速を遅く、ではない。流速を速くする。", [["1"]]), ("遅く、静かに。", [["1"]]),
    ],
)  # fmt: skip
def test_what_an_explanation_says_is_done(said, wanted):
    text = "### 問1 正しいのはどれか。\n\n- [x] 流速を速くする\n- [ ] 流速を遅くする\n- [ ] 湿度を下げる\n\n"
    assert keys(text + said) == wanted


@pytest.mark.parametrize(
    "after",
    [
        "(↑青の太字は、漢字が覚えられないからです。答えじゃない)", "問1の太字は答えではない。", "太字は消し忘れ。",
        "太字を付け間違えた", "※太字は正解の印ではありません。", "答えではなくて、ただの太字。",
    ],
)  # fmt: skip
def test_a_mark_that_is_no_answer(after):
    assert keys(BOLD) == [["2"]]
    assert keys(BOLD + after) == []
    ticked = QUESTION.format(choices=TICKED, answer="", after=after.replace("太字", "チェック"))
    assert keys(ticked) == []


def test_a_denied_mark_leaves_a_written_answer():
    text = QUESTION.format(
        choices="- A. 赤\n- **B. 青**\n- C. 黄\n", answer="正解：B", after="太字は答えの印ではない。"
    )
    assert keys(text) == [["B"]]


@pytest.mark.parametrize(
    "stem", ["空の色は (Choose TWO)", "Which colors? Select two.", "空と海の色はどれとどれか。", "空の色を２つ選べ。"]
)
def test_fewer_answers_than_are_wanted(stem):
    text = f"### Q1 {stem}\n\n{LABELLED}\n正解：{{}}\n"
    assert keys(text.format("B")) == []
    assert keys(text.format("A, B")) == [["A", "B"]]


def test_what_to_bring_is_no_question():
    text = "答えは□にチェック。\n\nQ. 当日もっていくものは\n- [x] 受験票\n- [ ] 写真\n- [ ] 消しゴム\n"
    assert keys(text) == []


PART = "(1) 空の色はどれか。\n A) 赤\n B) 青\n C) 黄\n\n(2) 草の色はどれか。\n A) 緑\n B) 青\n C) 黄\n\n"


@pytest.mark.parametrize(
    ("title", "heading", "wanted"),
    [
        ("第2章 色", "第2章の解答", [["B"], ["A"]]), ("第2章 色", "第3章の解答", []), ("2. 色", "第3章の解答", []),
        ("2. 色", "第2章の解答", [["B"], ["A"]]), ("第二章 色", "第2章の解答", [["B"], ["A"]]),
        ("令和4年度", "令和5年度の解答", []), ("第1回", "第2回の解答", []), ("色", "第3章の解答", [["B"], ["A"]]),
    ],
)  # fmt: skip
def test_a_list_that_names_another_part(title, heading, wanted):
    assert keys(f"# N\n\n## {title}\n\n{PART}### {heading}\n\n(1) B　(2) A\n") == wanted
    assert keys(f"# N\n\n## {title}\n\n{PART}**{heading}**\n\n(1) B　(2) A\n") == wanted
    assert keys(f"# N\n\n## {title}\n\n{PART}## {heading}\n\n(1) B　(2) A\n") == wanted


def test_a_list_of_an_earlier_part_beneath_a_later_one():
    other = PART.replace("空", "海").replace("草", "葉")
    text = f"# N\n\n## 第1章 空\n\n{PART}## 第2章 海\n\n{other}### 第1章の解答\n\n(1) B　(2) A\n"
    assert keys(text) == [["B"], ["A"]]
    assert [question.lines.first for question in asked(text)[0]] == [5, 10]


@pytest.mark.parametrize(
    "said", ["解答が1つずれてるかも", "まとめのほうが1つずれてるかもって弟に言われた", "答えは違う年のかも。"]
)
def test_a_list_that_is_doubted_as_a_whole(said):
    assert keys(f"# N\n\n{PART}### 解答\n\n(1) B　(2) A\n") == [["B"], ["A"]]
    assert keys(f"# N\n\n{said}\n\n{PART}### 解答\n\n(1) B　(2) A\n") == []
    assert keys(f"# N\n\n{said}→直した。\n\n{PART}### 解答\n\n(1) B　(2) A\n") == [["B"], ["A"]]


def test_a_remark_on_several_answers_by_number():
    text = PART.replace("青\n C) 黄\n\n(2)", "青\n C) 黄\n答え B\n\n(2)").replace("A) 緑", "A) 緑").rstrip()
    text = f"# N\n\n{text}\n答え A\n{{}}\n"
    assert keys(text.format("(注意! 空は昼の話)")) == [["B"], ["A"]]
    assert keys(text.format("(注意! 1)と2)のAは、上期の解答表を見て書いた。)")) == []


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("×　そのとおり。", [["1"]]), ("×　正しい文。", [["1"]]), ("×　昼は青い。", [["2"], ["1"]]),
        ("×\n   そのとおり。正しい文。", [["1"]]), ("○　これは誤り。", [["1"]]),
    ],
)  # fmt: skip
def test_a_verdict_that_its_reason_contradicts(said, wanted):
    text = "## ○×\n\n1. 空の色は昼でも赤い色である。→ {}\n\n2. 草の色はふつう緑色である。→ ○\n"
    assert keys(text.format(said)) == wanted


@pytest.mark.parametrize("after", ["ウは○かも。要確認", "※自信なし"])
def test_a_table_of_verdicts_that_is_doubted(after):
    table = "| 選択肢 | 内容 | 正誤 |\n|--|--|--|\n| ア | 青 | ○ |\n| イ | 赤 | × |\n| ウ | 黄 | × |\n\n"
    table = f"## 空の色はどれか。\n\n{table}"
    assert keys(table) == [["ア"]]
    assert keys(table + after) == []


def test_a_row_that_is_doubted():
    table = "| No | 問題 | 選択肢 | 正答 | 補足 |\n|--|--|--|--|--|\n| 1 | 空の色は | A. 赤<br>B. 青 | A | {} |\n"
    assert keys(table.format("夕焼け")) == [["A"]]
    assert keys(table.format("昼は青。→じゃあBでは？")) == []


@pytest.mark.parametrize(
    "said",
    [
        "B。と隣の人は言う。", "B。不正解。", "B。×", "これはB。間違えた。", "Bです。勘。",
        "昼なのでB。\nと書いて×をもらった。",
        "昼なのでB。これが間違いだった。", "自分の考え：昼なのでB。", "友達：昼なのでB。", "たぶん昼なのでB。",
        "私の予想では昼なのでB。", "昼なのでB。……だと思っていた。", "最初は昼なのでBと覚えていたが逆。",
    ],
)  # fmt: skip
def test_a_sentence_that_is_taken_back_names_nothing(said):
    assert keys(QUESTION.format(choices=LABELLED, answer="", after=said)) == []


@pytest.mark.parametrize(
    "said", ["B。昼の話。", "これはB。間違えやすい。", "昼なのでB。\n次の日は雨。", "自分：A\n\n昼なのでB。"]
)
def test_a_sentence_that_stands(said):
    assert keys(QUESTION.format(choices=LABELLED, answer="", after=said)) == [["B"]]


@pytest.mark.parametrize(
    ("legend", "choices", "wanted"),
    [
        ("✔は復習した印。", "A. 赤\nB. 青 ✔\nC. 黄", []), ("◎は迷った問題", "A. 赤\nB. 青 ◎\nC. 黄", []),
        ("チェックは覚えたもの", "- [ ] 赤\n- [x] 青\n- [ ] 黄", []),
        ("✅は自分の解答", "A. 赤\nB. 青 ✅\nC. 黄", []),
        ("ハイライトは間違えたやつ。", "- A. 赤\n- ==B. 青==\n- C. 黄", []),
        ("★は大事。✅は正解。", "A. 赤\nB. 青 ✅\nC. 黄", [["B"]]),
        ("[x] = 正解 (自分の解答ではない)", TICKED, [["2"]]),
        ("✅が正解。太字は覚えるところ", "- 赤\n- **青** ✅\n- 黄", [["2"]]),
        ("✔は復習した印。", "A. 赤\nB. 青 ✅\nC. 黄", [["B"]]),
    ],
)  # fmt: skip
def test_what_a_file_says_of_its_marks(legend, choices, wanted):
    assert keys(f"# N\n\n{legend}\n\n### 問1 空の色はどれか。\n\n{choices}\n") == wanted


@pytest.mark.parametrize("said", ["× 自分", "× と書いて間違えた", "× じゃなかった", "×（勘）"])
def test_a_verdict_that_is_ones_own(said):
    text = "## ○×\n\n1. 空の色は昼でも赤い色である。→ {}\n\n2. 草の色はふつう緑色である。→ ○\n"
    assert keys(text.format(said)) == [["1"]]
    assert keys(text.format("×　昼の話")) == [["2"], ["1"]]


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ("黄が正しい。", []), ("本では黄。", []), ("Bではない。", []), ("青ではなく黄。", []), ("青は間違い。", []),
        ("青が正しい。", [["B"]]), ("黄は間違い。", [["B"]]), ("黄ではなく青。", [["B"]]), ("本では青。", [["B"]]),
        ("Cではない。", [["B"]]),
    ],
)  # fmt: skip
def test_what_is_said_of_a_choice_by_its_words(after, wanted):
    assert answered(after) == wanted


@pytest.mark.parametrize("remark", ["問1の✅は前の問題の消し忘れ。", "Q1の✅は答えではない。"])
def test_a_mark_that_is_taken_back_elsewhere(remark):
    text = "### 問{} 空の色はどれか。\n\n- 赤\n- 青 ✅\n- {}\n\n"
    text = text.format(1, "黄") + text.format(2, "緑")
    assert keys(f"{text}### メモ\n\n{remark}\n") == [["2"]]
    assert keys(f"{text}### メモ\n\n問1はよく出る。\n") == [["2"], ["2"]]


def test_a_list_of_a_later_part_does_not_answer_an_earlier_one():
    one = "問{} 空の色はどれか。\n\nA. 赤\nB. 青\nC. 黄\n\n"
    text = f"# N\n\n## 1章\n\n{one.format(1)}## 2章\n\n{one.format(2)}## 2章の解答\n\n問1 B\n問2 A\n"
    assert keys(text) == [["A"]]


@pytest.mark.parametrize("said", ["※この解答は第3章のもの", "（答えは別のノートの）"])
def test_a_remark_beneath_a_list_that_is_another_part_s(said):
    text = f"# N\n\n## 第2章\n\n問1 空の色はどれか。\n\n{LABELLED}\n### 解答\n\n問1 B\n\n"
    assert keys(text) == [["B"]]
    assert keys(text + said) == []
