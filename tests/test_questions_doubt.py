"""What is no answer: hedges, corrections, ranges, somebody's own pick, and marks that do not say which is asked for."""

from __future__ import annotations

import pytest

from support.asking import asked, key

TASTE = "# N\n\n### 問 4\n酸っぱいのはどれか。\n\nA. 塩\nB. 酢\nC. 砂糖\nD. 味噌\n\n"


def keys(notes):
    return [" ".join(key(question)) for question in asked(notes)[0]]


@pytest.mark.parametrize(
    "answer",
    [
        "正解：B?", "正解：B ？", "正解：B だと思います", "正解：B のはず", "正解：B かもしれない", "答え：B（仮）",
        "答え：B（要確認）", "答え：B（自信なし）", "Answer: B (maybe)", "正解：B（予想）",
        "答え：B ではありません", "答え：B 以外", "正解：B ではなく D", "正解：B は違う", "正解：B と迷う",
        "正解：B→D", "答え：B ← D", "正解：B を D に訂正", "正解：B（訂正）", "正解：B に変更",
        "解答：B ×", "解答：B　✕", "解答：B（不正解）", "解答：B（間違い）", "正解：B ○、D ×",
        "正解：A〜C", "正解：A-C", "正解：A～C", "正解：A, B のどちらか", "正解：A/B（どちらでも可）", "正解：A か B",
        "正解：B（去年まで）、D（今年から）", "正解：B（旧）、D（新）", "正解：B、ただし D も可", "正解：B。D も正解",
        "正解：B、本によっては D", "正解：B（一説には D）", "解答：B 正答：D", "回答：B が人気でした",
        "回答：B\n判定：×", "回答：B\n結果：不正解", "解答：B\n\n❌ 不正解", "回答：B\n\n残念、不正解でした",
        "正解：B\n訂正：D", "正解：B\n\n※正しくは D", "正解：B\n\n追記：正解は D に変わりました。",
        "自分の解答：B", "友人の回答：B", "My answer: B",
        "答え：B\n講義では D → どっち？", "正解：B\n\nD では？ あとで見直す", "正解：B\n\n後で調べる",
    ],
)  # fmt: skip
def test_an_answer_with_a_word_of_doubt_asks_nothing_and_is_told(answer):
    questions, problems = asked(f"{TASTE}{answer}\n")
    assert questions == []
    assert problems
    assert all(problem.line and problem.remedy for problem in problems)


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("正解：B（酢は酢酸を含む）", "B"), ("正解：B。A は塩辛い。C と D は甘い。", "B"), ("正解：B（A は誤り）", "B"),
        ("答え：B です。酸っぱさは水素イオンによる。", "B"), ("正解は B で、理由は酢酸。", "B"), ("正解：B ○", "B"),
        ("自分の解答：D　正解：B", "B"), ("回答：D　正解：B", "B"), ("回答：D\n正解：B", "B"),
        ("Answer: B / My answer: D", "B"),
        ("出典：自作　正解：B　難易度：★", "B"), ("正答率 40%　正解(B)", "B"), ("答え　B", "B"), ("正解　B（酢）", "B"),
        ("【答】B　すっぱい", "B"), ("[正解] (B) 酢", "B"), ("Ans. (B)", "B"), ("答えは (B)。(A) は塩辛い。", "B"),
        ("→ B", "B"), ("||B||", "B"),
        ("答え：B\nどっちも酸だが B が酢。", "B"), ("答え：B（後で見直したら自明）", "B"),
        ("「B」", "B"), ("よって答えはB。", "B"), ("^answer: (B)", "B"), ("%%答え: B%%", "B"),
    ],
)  # fmt: skip
def test_an_answer_with_an_explanation_is_understood(answer, wanted):
    questions, problems = asked(f"{TASTE}{answer}\n")
    assert [" ".join(key(question)) for question in questions] == [wanted]
    assert problems == []


FALSE = "# N\n\n### 問 4\n誤っているものはどれか。\n\n"
NOT = "# N\n\n### 問 4\n食べられないものはどれか。\n\n"


@pytest.mark.parametrize(
    ("notes", "wanted"),
    [
        (f"{FALSE}ア 水は液体 ○\nイ 火は固体 ×\nウ 石は固体 ○\n", ["イ"]),
        (f"{FALSE}ア 水は液体（正しい）\nイ 火は固体（誤り）\nウ 石は固体（正しい）\n", ["イ"]),
        (f"{FALSE}ア 水は液体\nイ 火は固体\nウ 石は固体\n\nア　○\nイ　×　気体\nウ　○\n", ["イ"]),
        (f"{FALSE}ア 水は液体\nイ 火は固体\nウ 石は固体\n\nアは正しい。\nイは誤り。\nウは正しい。\n", ["イ"]),
        (f"{FALSE}ア 水は液体\nイ 火は固体\nウ 石は固体\n\n答え：イ\n\nアは正しい。イは誤り。ウは正しい。\n", ["イ"]),
        (f"{FALSE}ア 水は液体 → 不正解\nイ 火は固体 → 正解\nウ 石は固体 → 不正解\n", ["イ"]),
        (f"{FALSE}ア 水は液体 ○\nイ 火は固体 ×\nウ 氷は気体 ×\n", []),
        (f"{FALSE}ア 水は液体 ×\nイ 火は固体 ○\nウ 石は固体 ×\n", []),
        (f"{FALSE}ア 水は液体 ✅\nイ 火は固体\nウ 石は固体\n", []),
        (f"{NOT}- パン\n- 石 🎯\n- 米\n", ["2"]),
        (f"{NOT}- パン ○\n- 石 ×\n- 米 ○\n", ["2"]),
        (f"{NOT}- パン ×\n- 石 ○\n- 米 ×\n", []),
        (f"{NOT}ア パン\nイ 石\nウ 米\n\n- ア　誤り。主食。\n- イ　正しい。固い。\n- ウ　誤り。主食。\n", ["イ"]),
        ("# N\n\n### どの傘を選ぶ？\n\n- ✅ 軽い\n- ❌ 重い\n- ✅ 丈夫\n", []),
        ("# N\n\nどちらを選ぶ？\n\n- ✅ 電車\n- ❌ 車\n- ❌ 船\n", []),
        ("# N\n\nどの科目を選んで復習するか\n\n- 国語 ○\n- 算数 ×\n- 理科 ○\n", []),
        ("# N\n\n空の色はどれか。\n\n- [x] 赤\n- [ ] 青\n- [ ] 黄\n\n残念、不正解でした\n", []),
    ],
)
def test_marks_that_judge_statements_are_read_with_the_question(notes, wanted):
    assert keys(notes) == wanted


TWO = "# N\n\n**問1** 海にいるのはどれか。\n\n- ア 犬\n- イ 鯨\n\n**問2** 空にいるのはどれか。\n\n- ア 鷹\n- イ 牛\n\n"


@pytest.mark.parametrize(
    ("listed", "wanted"),
    [
        ("## 解答\n\n1. イ\n2. ア\n", ["イ", "ア"]),
        ("## 解答\n\n(1) イ\n(2) ア\n", ["イ", "ア"]),
        ("## 第1章の解答\n\n1. イ\n2. ア\n", ["イ", "ア"]),
        ("## 解答\n\n| 問 | 自分 | 正解 |\n|---|---|---|\n| 1 | ア | イ |\n| 2 | イ | ア |\n", ["イ", "ア"]),
        ("## 解答\n\n| 問 | 配点 | 正解 |\n|---|---|---|\n| 1 | 5 | イ |\n| 2 | 5 | ア |\n", ["イ", "ア"]),
        ("## 解答\n\n| 問 | 自分の解答 | 正解 |\n|---|---|---|\n| 1 | ア | イ |\n| 2 | ア | ア |\n", ["イ", "ア"]),
        ("## 解答\n\n| 問 | 自分 | 友人 |\n|---|---|---|\n| 1 | ア | イ |\n| 2 | イ | ア |\n", []),
        ("## 解答\n\n1. イ→ア\n2. ア？\n", []),
        ("## 自分の解答\n\n1. イ\n2. ア\n", []),
        ("## 友人の解答\n\n1. イ\n2. ア\n", []),
    ],
)
def test_a_list_of_answers_is_the_books_not_the_learners(listed, wanted):
    assert keys(TWO + listed) == wanted
    assert keys(TWO.replace("# N\n", "# N\n\n## 第1章\n") + listed) == wanted


def test_chapters_that_count_anew_have_lists_of_their_own():
    other = TWO.replace("# N\n\n", "").replace("海", "水").replace("空", "天")
    inside = f"# N\n\n## 一\n\n{TWO[5:]}### 解答\n\n1. イ\n2. ア\n\n## 二\n\n{other}### 解答\n\n1. ア\n2. イ\n"
    assert keys(inside) == ["イ", "ア", "ア", "イ"]
    named = f"# N\n\n## 第1章\n\n{TWO[5:]}## 第2章\n\n{other}## 第1章の解答\n\n1. イ\n2. ア\n"
    assert keys(named) == ["イ", "ア"]
    assert keys(named.replace("第1章の解答", "解答")) == []  # of which chapter?


def test_a_number_that_a_list_of_questions_has_too_is_no_ones():
    notes = "# N\n\n**例題1** 海にいるのはどれか。\n\n- ア 犬\n- イ 鯨\n\n## 他\n\n"
    notes += "1. 空にいるのはどれか。\n   - ア 鷹\n   - イ 牛\n\n## 解答\n\n1. イ\n"
    assert keys(notes) == []
    assert keys(notes.replace("**例題1** ", "")) == ["イ"]


@pytest.mark.parametrize(
    ("notes", "wanted"),
    [
        ("### 夕飯の献立は？\n\n- カレー ✅\n- 鍋\n- うどん\n", []),
        ("### 今週のおかずは？\n\n- [x] カレー\n- [ ] 鍋\n- [ ] うどん\n", []),
        ("どの部屋を希望しますか？\n\n- 和室\n- 洋室 ○\n- 離れ\n", []),
        ("### 塩を表す記号は？\n\n- Na\n- NaCl（正解）\n- Cl\n", ["2"]),
        ("### 塩を表す記号は？\n\n- Na ❌\n- NaCl ⭕\n- Cl ❌\n", ["2"]),
        ("### 塩を表すのは？\n\n- Na\n- NaCl ✅\n- Cl\n", ["2"]),
        ("### 塩の成分（2つ）\n\n- ✔ Na\n- ✔ Cl\n- ✖ Fe\n", ["1 2"]),
        ("### 塩の味は何か\n\n- 甘い\n- 塩辛い\n- 苦い\n\n→ 正解 塩辛い\n", ["2"]),
        ("### 塩の良いところ\n\n- ✅ 安い\n- ❌ 湿る\n- ❌ 錆びる\n", []),
    ],
)
def test_a_question_for_a_thing_is_one_where_its_key_is_named(notes, wanted):
    assert keys(f"# N\n\n{notes}") == wanted


def test_answers_of_several_questions_on_one_line():
    assert keys(f"{TWO}**【解答】**\n\n問1：イ　問2：ア\n") == ["イ", "ア"]
    assert keys(f"{TWO}## 解答\n\n1:イ, 2:ア\n") == ["イ", "ア"]


@pytest.mark.parametrize(
    "remark",
    [
        "↑ これ前の問題（海の巻）の答え写してるわ",
        "※本問は不備が判明したため解答を取り消します。",
        "↑ ○と書いたけど授業では逆のこと言ってたような。",
        "- ← あれ？どっち。計算し直す",
    ],
)
def test_remarks_that_take_an_answer_back(remark):
    question = "問1 海にいるのはどれか。\n\n(1) 犬\n(2) 鯨\n(3) 鷹\n\n【解答】(2)\n"
    assert keys(f"# N\n\n{question}") == ["2"]
    assert keys(f"# N\n\n{question}{remark}\n") == []


@pytest.mark.parametrize(
    ("notes", "wanted"),
    [
        ("Q: 海にいるのはどれか\na. 犬\nb. 鯨\nc. 鷹\nA: b\n", ["B"]),
        ("Q: 海にいるのはどれか\na. 犬\nb. 鯨\nc. 鷹\nA: b　大きい\n", ["B"]),
        ("## No.4\n海にいるのは？\n\nA: 犬\nB: 鯨\nC: 鷹\n\n自分: A ✗\n正: B\n", ["B"]),
        ("## No.4\n海にいるのは？\n\nA: 犬\nB: 鯨\nC: 鷹\n\n自分: A ✗\n正:\n", []),
        ("1、海にいるのは（　）だ。\na. 犬　b. 鯨　c. 鷹\n<!-- b　大きい -->\n", ["B"]),
        ("1、海にいるのは（　）だ。\na. 犬　b. 鯨　c. 鷹\n<!-- ？？ -->\n", []),
        ("1. Whales live in the -------. (A) air (B) sea (C) wood → B　哺乳類\n", ["B"]),
        ("Q1. 海にいるのはどれか a) 犬 b) 鯨 c) 鷹\tb) 鯨\n", ["B"]),
        ("- 海にいるのは？\n    1. 犬\n    2. 鯨\n    3. 鷹\n    - 答え\n\n        2　大きい\n", ["2"]),
        ("問1 海にいるのはどれか。\n\nA. 犬\nB. 鯨\nC. 鷹\n\nCorrect Answer: B\n\nA (88%)\nB (12%)\n", []),
        ("太字＝正解\n\n1. 海にいるのは -----\n   (A) 犬\n   (B) **鯨**\n   (C) 鷹\n", ["B"]),
    ],
)
def test_short_answers_as_people_and_sites_write_them(notes, wanted):
    assert keys(f"# N\n\n{notes}") == wanted


@pytest.mark.parametrize(
    "said",
    [
        "（あれ？どっちの番号書いた？あとで本で確認）",
        "どっちの番号を書いたか",
        "（6/2 追記：2で合ってる？解説と合わない気がする）",
        "あとで確認する",
    ],
)
def test_a_writer_who_asks_himself_what_he_wrote_is_not_sure(said):
    asks = "### 問8\n\n速いのはどれか。\n\n1. 亀\n2. 馬\n3. 牛\n\n正解：2\n"
    assert [key(each) for each in asked(f"{asks}{said}\n")[0]] == []
    assert [key(each) for each in asked(f"{asks}あとでゆっくり走るのが亀。\n")[0]] == [["2"]]


def test_a_row_of_answers_may_begin_with_the_kind_of_its_questions():
    asks = "Q{}. 速いのは？\n\n- A 亀\n- B 馬\n- C 牛\n\n"
    text = "".join(asks.format(number) for number in range(1, 4))
    assert [key(each) for each in asked(f"{text}## 答え合わせ\n\n3択：Q1→B　Q2→C？　Q3→A\n")[0]] == [["B"], ["A"]]
