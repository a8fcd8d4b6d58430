"""Numbers, page addresses and anchors made from headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studynotes.slugs import Unique, distinct, github_anchor, slug, split_number


@pytest.mark.parametrize(
    ("heading", "number", "rest"),
    [
        ("21.", "21", ""),
        ("21", "21", ""),
        ("21. 概要", "21", "概要"),
        ("２１．概要", "21", "概要"),
        ("21：概要", "21", "概要"),
        ("3) 概要", "3", "概要"),
        ("1-2. 概要", "1-2", "概要"),
        ("⑫. 概要", "12", "概要"),
        ("⒈ 概要", "1", "概要"),
        ("㉑：概要", "21", "概要"),
        ("21…続き", "21", "…続き"),
        ("3 つのポイント", "", "3 つのポイント"),
        ("2024年のまとめ", "", "2024年のまとめ"),
        ("3.5 GHz の話", "", "3.5 GHz の話"),
        ("問題 1", "", "問題 1"),
        ("", "", ""),
    ],
)
def test_a_number_is_the_sections_own_only_where_something_ends_it(heading, number, rest):
    assert split_number(heading) == (number, rest)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("コスト最適化 と VPC", "コスト最適化-と-vpc"),
        ("Ｆ１ スコア（定義）", "f1-スコア-定義"),
        ("../a?b#c%d", "a-b-c-d"),
        ("🔧", ""),
        ("あ" * 100, "あ" * 60),
    ],
)
def test_a_slug_is_readable_and_keeps_japanese(words, expected):
    assert slug(words) == expected


def test_words_that_have_one_slug_are_told_apart():
    assert distinct("モデル管理") == "モデル管理"
    made = [distinct(words) for words in ("c", "C", "C++", "C#", "#", "%")]
    assert len(set(made)) == len(made)
    assert not any(char.isspace() for words in made for char in words)


@given(st.text())
def test_a_slug_is_one_safe_part_of_a_path(words):
    made = slug(words)
    assert made == "" or (made.strip("-_") == made and not set(made) & set('/\\?#%&:*"<>| .\t\n'))
    assert len(made.encode()) <= 240


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("Auto Scaling & 高可用性", "auto-scaling--高可用性"),
        ("EC2 (Elastic Compute Cloud)", "ec2-elastic-compute-cloud"),
        ("🔥 試験頻出トピック", "-試験頻出トピック"),
        ("1. 回帰（Regression）とは？", "1-回帰regressionとは"),
    ],
)
def test_anchors_are_those_of_github(words, anchor):
    assert github_anchor(words) == anchor


def test_names_are_handed_out_once_whatever_their_case():
    unique = Unique(taken=("index",), first_number=2)
    assert [unique(name) for name in ("a", "A", "a", "index", "a-2")] == ["a", "A-2", "a-3", "index-2", "a-2-2"]
