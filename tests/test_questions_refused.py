"""Answers that are left where all other choices are refused, by bare figures or by bullets beneath them."""

from __future__ import annotations

import pytest

from support.asking import WRITTEN_OUT, asked, key

CHOICES = "１．氷\n２．湯気\n３．霜\n４．霧\n"
STEM = "白く見える水滴として正しいものはどれか"


def keys(notes):
    return [" ".join(key(each)) for each in asked(notes)[0] if each.recogniser in WRITTEN_OUT]


def told(beneath, count="", stem=STEM):
    return keys(f"# N\n\n### 第1回\n\n{stem}{count}。\n\n{CHOICES}\n{beneath}\n")


@pytest.mark.parametrize(
    "beneath",
    [
        "２。水滴は空気中に浮く。１は固体。", "氷は固体だから１，３は落ちる。霧は外だから４も落ちる。",
        "１は誤り。３は誤り。４は誤り。", "氷は固体なので、湯気になった。正解2", "まとめ：(2)。水滴は白い。",
    ],
)  # fmt: skip
def test_figures_that_can_only_be_labels_name_choices(beneath):
    assert told(beneath) == ["2"]


def test_figures_in_circles_stay_as_they_are():
    choices = "① 氷\n② 湯気\n③ 霜\n④ 霧\n"
    assert keys(f"# N\n\n### 第1回\n\n{STEM}。\n\n{choices}\n水滴は浮く。②でOK。①は固体。\n") == ["2"]


def test_two_are_left():
    assert told("１は意味がない（氷は固体）。３は凍っている。効くのは２と４。", "（２つ）") == ["2 4"]


@pytest.mark.parametrize(
    ("beneath", "count"),
    [
        ("１は軽い。３は凍っている。危ないのは２と４。", "（２つ）"),
        ("１は意味がない。３は凍っている。効かないのは２と４。", "（２つ）"),
        ("１は意味がない。効くのは２と４。", "（２つ）"),
        ("１は落ちる。３も落ちる。", ""),
        ("１は落ちる。３も落ちる。４も落ちるはず。", ""),
        ("１は落ちる。３も落ちる。４は迷う。", ""),
        ("１は落ちる。３も落ちる。４も落ちる。２も怪しい。", ""),
        ("１は落ちる。３も落ちる。４も落ちる。２も落ちる。", ""),
        ("１は落ちる。３も落ちる。４も落ちる。あとで確認。", ""), ("１は落ちる。３も落ちる。４も落ちる。", "すべて"),
        ("２。５は固体。", ""),
        ("２。", ""),
        ("２が大きい。１は固体。", ""),
        ("昨日の正解2", ""),
        ("正解2つ", ""),
        ("２。１かもしれない。", ""),
    ],
)  # fmt: skip
def test_what_leaves_a_doubt_names_nothing(beneath, count):
    assert told(beneath, count) == []


def test_refusals_do_not_answer_a_question_for_what_is_wrong():
    assert told("１は落ちる。３は落ちる。４は落ちる。", stem=STEM.replace("正しい", "誤っている")) == []


def test_figures_in_choices_are_no_labels():
    assert keys(f"# N\n\n### 第1回\n\n{STEM}。\n\n{CHOICES.replace('氷', '2')}\n２。１は固体。\n") == []


def quoted(question, beneath, closing=""):
    choices = "".join(f"> ({number}) {word}\n" for number, word in enumerate(["氷", "湯気", "霜", "霧"], 1))
    return f"> **[問]** {question}\n>\n{choices}\n{beneath}\n\n{closing}\n\n"


FIRST = quoted("白く見える水滴はどれか。", "- (1) 固体\n- (3) 凍る\n- (4) 外のもの", "まとめ：水滴は白い。(2)。")
SECOND = quoted(
    "朝に立ちこめるものはどれか。", "- (1) 固体\n- (2) やかん\n- (3) 草につく", "まとめ：朝に冷えて立つ。(4)。"
)
THIRD = quoted("草につくものはどれか。", "- (1)(2)(4) どれも草にはない", "まとめ：朝に冷えて草が白くなる。")


def test_bullets_on_all_other_choices_leave_the_answer_where_the_file_has_it_so():
    assert keys(f"# N\n\n## 水\n\n{FIRST}{SECOND}{THIRD}") == ["2", "4", "3"]


@pytest.mark.parametrize(
    "third",
    [
        THIRD.replace("(1)(2)(4)", "(1)(2)"),
        THIRD.replace("草にはない", "草にはない？"),
        THIRD.replace("白くなる", "白くなるはず"),
        THIRD.replace("ものはどれか", "ものをすべて選べ"),
    ],
)  # fmt: skip
def test_bullets_that_leave_more_or_a_doubt_do_not(third):
    assert keys(f"# N\n\n## 水\n\n{FIRST}{SECOND}{third}") == ["2", "4"]


def test_bullets_alone_show_no_habit():
    assert keys(f"# N\n\n## 水\n\n{FIRST}{THIRD}") == ["2"]
    explained = SECOND.replace("- (3) 草につく", "- (4) 朝のもの")
    assert "3" not in keys(f"# N\n\n## 水\n\n{FIRST}{explained}{THIRD}")
    doubted = FIRST.replace("水滴は白い。(2)。", "(2) か (4)。もう一回調べる。")
    assert keys(f"# N\n\n## 水\n\n{doubted}") == []
