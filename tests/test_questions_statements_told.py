"""Further ways in which statements are called right or wrong, and what only looks so."""

from __future__ import annotations

import pytest

from support.asking import asked, key


def keys(text: str) -> list[str]:
    return ["".join(key(question)) for question in asked(text)[0]]


def statement(beneath: str) -> list[str]:
    return keys(f"# 正誤\n\n### 3-1\n空は昼に青く見える。\n{beneath}\n")


@pytest.mark.parametrize(
    ("beneath", "found"),
    [
        ("→(正)", ["1"]), ("→(誤)夜は黒い", ["2"]), ("→（正）", ["1"]), ("解答 … ○", ["1"]), ("答え…× 夜", ["2"]),
        ("正答は「正しい」。", ["1"]), ("答えは「誤り」です。夜だけ", ["2"]),
        ("→(正)青とは限らないので、「昼」が間違い", []), ("→(誤)\n※上の文を正しい形に直して書きなおした", []),
        ("→(正)\n直す前の文のものかどうか忘れた", []), ("→ 解答なし。友人は(正)派", []), ("正答は「青」。", []),
        ("解答 … △", []), ("答：○（うそ）", []), ("答：○ って書いたけど×", []), ("答：○、解説では×", []),
        ("→（正）か（誤）", []), ("正答は「正しい」。解説だと「誤り」。", []),
    ],
)  # fmt: skip
def test_verdicts_beneath_a_statement(beneath, found):
    assert statement(beneath) == found


def test_what_a_file_says_of_its_marks_is_no_statement():
    assert keys("# 正誤\n\n(正)(誤)で書く。理由は一言。\n") == []


def test_statements_with_circled_numbers():
    text = "## 特性\n\n①　空は昼に青く見える。\n\n→○\n\n②　草は昼に赤く見える。\n\n→×　緑\n"
    assert keys(text) == ["1", "2"]
    assert keys(text.replace("→○", "→△　調べる").replace("×", "△")) == []


def test_a_statement_behind_a_question_with_choices():
    choices = "⑥　空の色はどれか。\n\n　1　赤\n　2　青\n　3　黄\n\n→2　昼の空\n\n"
    text = f"{choices}⑦　草は昼に緑に見える。\n\n→○\n\n⑧　草は昼に青く見える。\n\n→×\n"
    assert keys(text) == ["2", "1", "2"]


@pytest.mark.parametrize("asks", ["○か×か。", "（○か×か）", ""])
def test_a_list_of_answers_to_statements(asks):
    text = f"(1) 空は昼に青く見える。{asks}\n\n(2) 草は赤く見える。{asks}\n\n"
    assert keys(f"{text}### Chapter 1 の答え\n\n- (1) ○\n- (2) × 　緑\n") == ["1", "2"]


@pytest.mark.parametrize(
    ("told", "found"),
    [("正誤問題は文末に（◯）（✕）", ["2"]), ("○か×で答える", ["2"]), ("天気は○か×", []), ("気に入ったら○", [])],
)
def test_a_file_that_says_at_its_beginning_what_its_statements_bear(told, found):
    text = f"# ノート\n\n- {told}\n\n## 色\n\n空の色はどれか。\n\n## 形\n\n問 8　月はいつも丸く見える。（✕）\n"
    assert keys(text) == found


def test_a_remark_on_another_statement_is_none_on_this():
    text = "# ○×\n\n1. 空は昼に青く見える。\n 答：○\n2. 草は赤く見える。\n 答：×\n\n※1は問題文の写し間違いらしい。\n"
    assert keys(text) == ["2"]
