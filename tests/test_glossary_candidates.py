from __future__ import annotations

import pytest

from studynotes import glossary, reading
from studynotes.glossary import candidates
from studynotes.model import Severity
from support.project import REPOSITORY

NOTES = REPOSITORY / "docs" / "notes" / "cloudtech-study.md"


def defined(text):
    collection = reading.read(text.encode(), file="n.md", stem="n")
    return [(it.line, it.term, it.other) for section in collection.pages for it in candidates.defined(section)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("概念ドリフトとは、変わることです。", [(1, "概念ドリフト", "")]),
        ("まず一言。\n概念ドリフトとは何か", [(2, "概念ドリフト", "")]),
        ("## 1. 概念ドリフトとは？\n\n本文", [(1, "概念ドリフト", "")]),
        ("### 1. 回帰（Regression）とは？", [(1, "回帰", "Regression")]),
        ("- Amazon SageMaker エンドポイントとは？", [(1, "Amazon SageMaker エンドポイント", "")]),
        ("- **クラスの偏り**とは、差があること", [(1, "クラスの偏り", "")]),
        ("はじめに。「ドリフト」とは、変化です。", [(1, "ドリフト", "")]),
        ("| 用語 | 説明 |\n|--|--|\n| MAE | 誤差 |\n| **MSE** | 誤差 |", [(3, "MAE", ""), (4, "MSE", "")]),
        ("- モデルレジストリ（Model Registry）\n  - 役割：管理する\n", [(1, "モデルレジストリ", "Model Registry")]),
        # no definitions
        ("この理由とは矛盾しています。", []),
        ("変わってしまうこととは、こうです。", []),
        ("値が低いとは、限りません。", []),
        ("とは、何か", []),
        ("🎉とは？", []),
        ("| 項目 | 値 |\n|--|--|\n| MAE | 誤差 |", []),
        ("| 用語 |\n|--|\n| MAE |", []),
        ("- モデル\n  - 種類：二つ\n", []),
        ("    概念ドリフトとは\n", []),
        ("", []),
    ],
)
def test_what_counts_as_a_definition(text, terms):
    assert [it for it in defined(text) if it[1]] == terms


def test_what_the_glossary_lacks_is_offered_once_with_its_place():
    text = "概念ドリフトとは？\n\nMAE とは？\n\n概念ドリフトとは何か\n"
    sections = reading.read(text.encode(), file="n.md", stem="n").pages
    [problem] = candidates.missing(sections, {"mae"}, "g.yml")
    assert problem.severity is Severity.INFO
    assert str(problem).startswith('n.md:1: the notes define "概念ドリフト", which the glossary lacks → add')
    assert "がいねんどりふと" in problem.remedy


def test_of_many_the_first_are_offered():
    text = "".join(f"用語{letter}とは？\n\n" for letter in "ABCDEFGHIJKLM")
    problems = list(candidates.missing(reading.read(text.encode(), file="n.md", stem="n").pages, (), "g.yml"))
    assert len(problems) == 11
    assert problems[-1].what.startswith("3 more")


def test_the_notes_define_nothing_that_their_glossary_lacks():
    notes = reading.read(NOTES.read_bytes(), file="n.md", stem="n")
    found = {it.term for section in notes.pages for it in candidates.defined(section)}
    assert {
        "概念ドリフト",
        "XGBoost 予測モデル",
        "F1 スコア",
        "プロダクションバリアント",
        "モデルレジストリ",
        "回帰",
        "バリアント",
    } <= found
    forms = glossary.load(REPOSITORY / "docs" / "glossary.yml", "g.yml").by_form()
    assert list(candidates.missing(notes.pages, forms, "g.yml")) == []
