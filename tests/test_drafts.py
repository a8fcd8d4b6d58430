"""A section read alone after an edit is the section that the whole file would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studynotes import editorial, reading, yamlfile
from studynotes.reading.drafts import Draft
from support.asking import NOTES

if TYPE_CHECKING:
    from random import Random

SOURCE = NOTES.read_text(encoding="utf-8")
EDITORIAL = editorial.load(NOTES.with_suffix(".yml"), "n.yml")
LINES = ["", "次の行", "- 項目", "### 概要", "| a | b |", "> 引用", "**太字**と`code`", "    字下げ", "1. 番号"]


def read(source, beside=EDITORIAL):
    return reading.read(source, file="n.md", stem="n", editorial=beside)


def draft(source=SOURCE, beside=EDITORIAL):
    return Draft(read(source, beside), beside)


@given(st.randoms(use_true_random=False))
def test_section_is_that_of_the_whole_file(chance: Random):
    lines = SOURCE.split("\n")
    kept = draft()
    for _ in range(2):
        at = chance.randrange(1, len(lines))
        lines[at : at + chance.choice([0, 1, 2])] = chance.choices(LINES, k=chance.choice([0, 1, 3]))
        source = "\n".join(lines)
        updated = kept.update(source)
        if updated is None:
            kept = draft(source)
            continue
        [whole] = [section for section in read(source).sections if section.slug == updated.slug]
        assert updated == whole
        assert [token.as_dict() for token in updated.tokens] == [token.as_dict() for token in whole.tokens]


def test_edit_within_a_section_is_read_alone():
    updated = draft().update(SOURCE.replace("しきい値", "閾値", 1))
    assert updated is not None
    assert any("閾値" in block.text for block in updated.walk())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# 題\n\n## 1. 一\n\n甲\n\n## 2. 二\n\n乙\n", "# 題\n\n## 1. 一\n\n丙\n\n## 2. 二\n\n丁\n"),  # two sections
        ("# 題\n\n## 1. 一\n\n甲\n", "# 題\n\n## 1. 壱\n\n甲\n"),  # a heading
        ("# 題\n\n前\n\n## 1. 一\n\n甲\n", "# 題\n\n後\n\n## 1. 一\n\n甲\n"),  # the preface
        ("# 題\n\n## 1. 一\n\n甲\n", "# 題\n\n## 1. 一\n\n甲\n\n## 2. 二\n\n乙\n"),  # one more
        ("# 題\n\n## 1. 一\n\n甲\n\n## 2. 二\n\n[甲]: /a\n", "# 題\n\n## 1. 一\n\n[甲]\n\n## 2. 二\n\n[甲]: /a\n"),
        ("# 題\n\n## 1. 一\n\n[^1]\n\n## 2. 二\n\n[^1]: 乙\n", "# 題\n\n## 1. 一\n\n[^1]\n\n## 2. 二\n\n[^1]: 丙\n"),
    ],
)
def test_what_reaches_further_is_left_to_the_whole_file(before, after):
    assert draft(before, editorial.Editorial()).update(after) is None


def test_titles_and_topics_come_from_beside():
    beside = editorial.check(yamlfile.parse("sections:\n  '1':\n    title: 名\n    topics: [話]\n", "n.yml"))
    updated = draft("# 題\n\n## 1.\n\n甲\n", beside).update("# 題\n\n## 1.\n\n乙\n")
    assert updated is not None
    assert (updated.title, updated.topics) == ("名", ("話",))
