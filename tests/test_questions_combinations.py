"""However questions are numbered, their choices labelled and their answers told: any of these ways with any other."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from support.asking import asked, key

STEMS = (
    "夏に雨が少ない気候はどれか。",
    "光の三原色に含まれるものはどれか。",
    "平安時代の作品はどれか。",
    "最も硬い鉱物はどれか。",
)
WORDS = (
    ("地中海性", "熱帯雨林", "冷帯", "高山"),
    ("茶", "緑", "紫", "橙"),
    ("平家物語", "源氏物語", "奥の細道", "好色一代男"),
    ("滑石", "石英", "方解石", "金剛石"),
)
KEYS = (0, 1, 1, 3)
NUMBERS = (
    "Q{n}. {s}",
    "問{n} {s}",
    "問{w}　{s}",
    "{n}. {s}",
    "**問{n}** {s}",
    "### 問{n}\n\n{s}",
    "### 問題{n}\n{s}",
    "## Q{n}. {s}",
    "【問{n}】{s}",
    "第{n}問　{s}",
    "({n}) {s}",
    "{w}．{s}",
    "**Q{n}.** {s}",
    "[{n}] {s}",
    "■ 問{n}　{s}",
    "### {n}. {s}",
    "**{n}. {s}**",
)
CHOICES = (
    ("- {l}. {c}", "ABCD"),
    ("{l}. {c}", "ABCD"),
    ("{l}) {c}", "ABCD"),
    ("- {l}: {c}", "ABCD"),
    ("- {l} {c}", "アイウエ"),
    ("{l}．{c}", "アイウエ"),
    ("　{l}　{c}", "アイウエ"),
    ("   {l}. {c}", "1234"),
    ("{l} {c}", "①②③④"),
    ("　{l}　{c}", "①②③④"),
    ("- ({l}) {c}", "abcd"),
    ("* {l}. {c}", "ABCD"),
)
BENEATH = (
    "答え：{k}",
    "**正解：{k}**",
    "→ {k}",
    "【答え】{k}",
    "正解は{k}です。",
    "> 正解：{k}\n> 理由はこうである。",
    "正解：{k}. {c}",
    "<details><summary>答え</summary>\n\n{k}\n\n</details>",
    "### 正解\n\n**{k}**",
    ":::details 答え\n{k}\n:::",
    "正解：{c}",
    "**解答・解説**\n\n正解は{k}。こうである。",
    "Answer: {k}",
    "（答え：{k}）",
    "正解\n{k}",
    "<!-- 正解：{k} -->",
)
LISTS = (
    "1－{0}　2－{1}　3－{2}　4－{3}",
    "問1 {0}、問2 {1}、問3 {2}、問4 {3}",
    "1…{0} 2…{1} 3…{2} 4…{3}",
    "[1]{0} [2]{1} [3]{2} [4]{3}",
    "- 問1：{0}\n- 問2：{1}\n- 問3：{2}\n- 問4：{3}",
    "1. {0}\n2. {1}\n3. {2}\n4. {3}",
    "1 - {0}\n2 - {1}\n3 - {2}\n4 - {3}",
    "| 問 | 答 |\n|---|---|\n| 1 | {0} |\n| 2 | {1} |\n| 3 | {2} |\n| 4 | {3} |",
)
TITLES = ("## 解答\n\n", "解答\n\n", "---\n\n**解答**\n\n", "# 解答・解説\n\n")


def questions(number, choice, beneath=""):
    """Return four questions as somebody writes them, each with what is ``beneath`` it."""
    shape, labels = choice
    for at, (stem, words) in enumerate(zip(STEMS, WORDS, strict=True)):
        head = number.format(n=at + 1, w=chr(ord("１") + at), s=stem)
        offered = "\n".join(shape.format(l=label, c=word) for label, word in zip(labels, words, strict=True))
        told = beneath.format(k=labels[KEYS[at]], c=words[KEYS[at]])
        yield f"{head}\n\n{offered}\n\n{told}"


def _normal(label):
    return unicodedata.normalize("NFKC", label).upper()


def keys(text):
    return [[_normal(label) for label in key(each)] for each in asked(f"# 復習\n\n{text}\n")[0]]


def wanted(labels):
    return [[_normal(labels[at])] for at in KEYS]


@given(st.sampled_from(NUMBERS), st.sampled_from(CHOICES), st.sampled_from(BENEATH))
def test_answers_beneath_each_question(number, choice, beneath):
    assert keys("\n\n".join(questions(number, choice, beneath))) == wanted(choice[1])


@given(st.sampled_from(NUMBERS), st.sampled_from(CHOICES), st.sampled_from(TITLES), st.sampled_from(LISTS))
def test_answers_in_a_list_at_the_end(number, choice, title, answers):
    listed = answers.format(*(choice[1][at] for at in KEYS))
    assert keys("\n\n".join(questions(number, choice)) + f"\n\n{title}{listed}") == wanted(choice[1])


@given(st.sampled_from(NUMBERS), st.sampled_from(CHOICES))
def test_nothing_is_asked_without_an_answer(number, choice):
    assert keys("\n\n".join(questions(number, choice))) == []
