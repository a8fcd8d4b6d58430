"""Questions that はい or いいえ answers."""

from __future__ import annotations

import pytest

from support.asking import asked, key

PAIR = (
    "# メモ\n\n{0} 鉄は磁石につきますか？{2}{3}はい{5}\n\n"
    "{1} 水を木で燃やすことはできるか。{2}{4}いいえ、燃えない。{5}\n"
)


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    "parts",
    [
        ("問1", "問2", "\n\n", "答え：", "正解：", ""),
        ("### Q1.", "### Q2.", "\n\n", "A. ", "A. ", ""),
        (
            "**Q1.**",
            "**Q2.**",
            "\n\n",
            "<details><summary>答え</summary>\n\n",
            "<details>\n\n答え\n\n",
            "\n\n</details>",
        ),
        ("1.", "2.", "\n   - ", "", "", ""),
        ("(1)", "(2)", " → ", "", "", ""),
        ("①", "②", "　答え：", "", "", ""),
    ],
)
def test_one_word_at_its_beginning_answers_a_numbered_question(parts: tuple[str, ...]) -> None:
    questions = asked(PAIR.format(*parts))[0]
    assert [key(question) for question in questions] == [["1"], ["2"]]
    assert questions[0].stem[0].words == ("鉄は磁石につきますか？",)
    assert [choice.words for choice in questions[0].choices] == [("はい",), ("いいえ",)]
    assert questions[1].explanation[0].words == ("燃えない。",)


def test_what_can_be_done_is_answered_so_and_signs_count_where_both_are_there() -> None:
    can = "# メモ\n\n問1 容器は密閉できますか？\n\n答え：できない。孔があるから。\n"
    assert _keys(can) == [["2"]]
    assert _keys(can.replace("密閉できますか", "密閉ですか")) == []
    signs = "# メモ\n\n問1 鉄は磁石につくか。\n答え：○\n\n問2 銅は磁石につくか。\n答え：×\n"
    assert _keys(signs) == [["1"], ["2"]]
    assert _keys(signs.replace("×", "○")) == []


@pytest.mark.parametrize(
    "answers",
    [
        "## 解答\n\n1. はい\n2. いいえ\n",
        "解答：\n(1) はい　(2) いいえ\n",
        "## 解答\n\n| 問 | 答え |\n|---|---|\n| 1 | Yes |\n| 2 | No |\n",
        "<details>\n<summary>解答</summary>\n\n1. はい\n2. いいえ。銅だから。\n\n</details>\n",
    ],
)
def test_lists_answer(answers: str) -> None:
    asks = "# メモ\n\n## 問題\n\n1. 鉄は磁石につきますか？\n2. 銅は磁石につきますか？\n\n"
    assert _keys(asks + answers) == [["1"], ["2"]]


def test_rows_of_a_table_ask() -> None:
    table = (
        "# メモ\n\n| 問題 | 答え |\n|---|---|\n| 鉄は磁石につきますか？ | はい |\n| 銅は磁石につきますか？ | いいえ |\n"
    )
    assert _keys(table) == [["1"], ["2"]]
    assert _keys(table.replace("問題 | 答え", "質問 | 回答")) == []


def test_where_both_are_offered_one_of_them_is_enough() -> None:
    told = "# メモ\n\n「はい」か「いいえ」で答えよ。\n\n- 鉄は磁石につきますか？ → はい\n"
    assert _keys(told) == [["1"]]
    assert _keys(told.replace("「はい」か「いいえ」で答えよ。\n\n", "")) == []


@pytest.mark.parametrize(
    "asks",
    [
        "なぜ鉄は磁石につきますか？",
        "鉄と銅のどちらが磁石につきますか？",
        "水は液体か気体か。",
        "鉄は磁石につかないか。",
        "この金属は磁石につきますか？",
        "あなたは磁石が好きですか？",
        "朝食は食べましたか？",
        "窓は閉めていますか？",
        "上書きしますか？",
        "鉄は磁石につくのだろうか。",
    ],
)
def test_open_and_personal_questions_stay_open(asks: str) -> None:
    assert _keys(f"# メモ\n\n問1 {asks}\n\n答え：はい\n") == []


@pytest.mark.parametrize(
    "answer",
    [
        "答え：はい、ただし高温では別",
        "答え：はい？",
        "答え：はい（自信なし）",
        "答え：はい → いいえ",
        "答え：はい、つきません。",
        "自分の答え：はい",
        "私の回答：はい",
        "回答：はい",
        "予想：はい",
        "はい。",
        "答え：はい\n\n※要確認",
        "答え：はい\n\nただし、合金は除く。",
        "- はい\n- いいえ",
    ],
)
def test_doubt_limits_and_ones_own_answers_ask_nothing(answer: str) -> None:
    assert _keys(f"# メモ\n\n問1 鉄は磁石につきますか？\n\n{answer}\n") == []


@pytest.mark.parametrize(
    "note",
    [
        "# よくある質問\n\nQ1. 容器は密閉できますか？\n\nA. はい。\n\nQ2. 容器は分解できますか？\n\nA. いいえ。\n",
        "# メモ\n\nQ. 容器は密閉できますか？\n\nA. はい、できます。\n",
        "# 選定\n\n1. 停止は可能ですか？\n   はい → 安い型\n   いいえ → 次へ\n2. 契約は可能ですか？\n   はい → 予約\n",
        "# 打ち合わせ\n\n- 納期は変更できますか？ → はい\n- 予算は増やせますか？ → いいえ\n",
        "# 手順\n\n1. 設定は保存しますか？ → Yes\n2. 型は検査しますか？ → No\n",
        "# 試験\n\n次の文章を読んで答えよ。\n\n問1 太郎は学校が好きか。\n\n答え：はい\n",
        "# 試験\n\n```\nx = 1\n```\n\n問1 変数は変更されるか。\n\n答え：はい\n",
    ],
)
def test_forms_conversations_and_choices_of_a_way_are_no_quizzes(note: str) -> None:
    assert _keys(note) == []
