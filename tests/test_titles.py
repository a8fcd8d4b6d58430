"""Titles for sections that have only a number, and descriptions of pages."""

import pytest

from studynotes import reading, titles


def title(text: str) -> str:
    return reading.read(f"## 1.\n\n{text}\n", file="n.md", stem="n").sections[0].title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本文\n\n### 2. 決定木とは？", "決定木とは？"),
        ("- Amazon S3 は、物を置く場所です。", "Amazon S3"),
        ("量子化とは、数を丸めること。", "量子化"),
        ("ある会社は、困っています。どうしますか？", "ある会社は、困っています。"),
        ("「回転」", "回転"),
        ("| 語 | 意味 |\n|---|---|\n| 甲 | 乙 |", "語"),
        ("とても" * 30, "とても" * 9 + "…"),
    ],
)
def test_a_title_is_taken_from_the_section_itself(text, expected):
    assert title(text) == expected


def test_without_words_the_number_stays_the_title():
    section = reading.read("## 7.\n", file="n.md", stem="n").sections[0]
    assert (section.title, section.label) == ("7.", "7.")


def test_lines_join_without_a_space_between_japanese_characters_only():
    assert titles.one_line("日本語の\n続き\nand English\nwords") == "日本語の続き and English words"


def test_a_description_is_one_line_of_bounded_width():
    section = reading.read("## 1.\n\n- 一つ目。\n- 二つ目\n\n" + "長い文。" * 100, file="n.md", stem="n").sections[0]
    summary = titles.summary(section.blocks)
    assert summary.startswith("一つ目。二つ目 長い文。")
    assert "\n" not in summary
    assert titles.width(summary) <= 220


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("問 5", "問 5　空は青い。"), ("第１問", "第１問　空は青い。"), ("Q4", "Q4　空は青い。"),
        ("例題 A", "例題 A　空は青い。"), ("問題 1-2", "問題 1-2　空は青い。"), ("Day 3", "Day 3　空は青い。"),
        ("練習問題（2）", "練習問題（2）　空は青い。"), ("21.", "空は青い。"), ("空", "空"), ("AI", "AI"),
        ("EC2", "EC2"),
        ("問題の解き方", "問題の解き方"), ("Q4 空の色", "Q4 空の色"),
    ],
)  # fmt: skip
def test_title_is_never_just_a_question_number(heading, title):
    (section,) = reading.read(f"## {heading}\n\n空は青い。\n", file="n.md", stem="n").sections
    assert section.title == title
