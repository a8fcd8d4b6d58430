"""Answers to type: behind arrows, on cards, in clozes, in bold, from the list beneath; and exactly as they are."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked


def blanks(text: str) -> list[str]:
    """Return what is to be typed for each question of a text."""
    return [question.answer for question in asked(text)[0]]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("**Q1. 日本で最も高い山は？**\n\n→ 富士山", "富士山"),
        ("8. 「濃厚」の対義語は？ → 希薄", "希薄"),
        ("6. 孤立□□（助けがないこと） → 無援", "無援"),
        ("1) 心臓から血液を送り出す部屋は ________ である。\n   **左心室**", "左心室"),
        ("日本で最も高い山は？::富士山", "富士山"),
        ("日本で最も高い山は？\n?\n富士山", "富士山"),
        ("日本で最も高い山は {{c1::富士山::ヒント}} である。", "富士山"),
        ("Q. 運賃はどの勘定に含める？\nA. 仕入", "仕入"),
        ("Q. 状態などの値を戻す処理を何という？\nA. 復元", "復元"),
        ("Q. 費用を見積もる道具は？\nA. AWS Pricing Calculator", "AWS Pricing Calculator"),
        ("Q2. 2019年に始まった年号は？\nA2. 令和", "令和"),
        ("オプションは（　　）である。\n\n答え：`-r`", "-r"),
        ("場所は（　　）である。\n\n答え：~/.bashrc", "~/.bashrc"),
        ("解は（　　）である。\n\n答え：-5", "-5"),
        ("解は（　　）である。\n\n答え - 5", "5"),
        ("合計は（　　）である。\n\n答え：3（=1+2）", "3"),
        ("解は（　　）である。\n\n答え=5", "5"),
    ],
)
def test_what_is_to_be_typed(text, typed):
    assert blanks(f"# N\n\n## 問題\n\n{text}\n") == [typed]


@pytest.mark.parametrize(
    "text",
    [
        "- 山の違いは？ → 来週聞く",
        "3. 許可あり？ → 通す",
        "1. 今日は何を食べる？ → カレー",
        "Q. 何問選べばいい？\n→ 後で要項を見る",
        "Q1. 一番高い山は？\n\n→ 富士山\n→ 北岳",
        "Q1. 一番高い山は？\n\n→ 富士山\n\n要確認",
        "7) 神経は全部で ________ 対ある。\n   **31**\n   ※プリントの訂正：**33**",
        "8) 骨は ________ 個。\n\n---\n\n先生いわく**図は必ず出す**。",
        "1. 氏名 ________\n   **締切厳守**",
        "2. 会場の予約（　　） → 佐藤",
        "### 問3 都市の人口は？\n\nいつの値か？\n\n## 解答\n\n3. 百万人",
        "一番高い山は？::",
        "{{c1::富士山}}は{{c2::日本}}の山である。",
        "今日はここまで。==明日は脂質==から始める。",
        "骨の数は（　　）個。\n\n答え：~~205~~",
        "雪は白いか？\n\n答え：はい",
        "前後に線のある変数は（　　）である。\n\n答え：\\_\\_init\\_\\_",
    ],
)
def test_nothing_is_to_be_typed(text):
    assert blanks(f"# N\n\n## 問題\n\n{text}\n") == []


GAPS = "1. 版を見るには `uname （　　）` を使う。\n2. 先頭を見るには（　　）を使う。\n\n"


@pytest.mark.parametrize(
    ("between", "beneath", "typed"),
    [
        ("<details>\n<summary>答え</summary>", "1. -r\n2. head\n\n</details>", ["-r", "head"]),
        ("**解答**", "1. -r\n2. head", ["-r", "head"]),
        ("**解答**", "1. -r", []),
        ("**解答**", "2. -r\n3. head", []),
        ("次にやること", "1. -r\n2. head", []),
        ("**解答**", "1. ~~-s~~ -r\n2. ~~tail~~", []),  # what is left of the first is not told from its words
    ],
)
def test_a_list_with_gaps_is_filled_by_the_list_beneath_it(between, beneath, typed):
    assert blanks(f"# N\n\n## 問題\n\n{GAPS}{between}\n\n{beneath}\n") == typed


def test_a_gap_in_code_parts_the_code():
    questions, _ = asked(f"# N\n\n## 問題\n\n{GAPS}**解答**\n\n1. -r\n2. head\n")
    assert questions[0].stem[-1].words == ("版を見るには ", "uname", " ＿＿＿ を使う。")
    assert plain(questions[1].stem[-1].words) == "先頭を見るには＿＿＿を使う。"
