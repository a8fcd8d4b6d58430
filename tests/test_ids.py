"""What the site names on a page: no heading of the notes can have the same id."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from studynotes.slugs import github_anchor

SECTION = """
### 問題 1
次のうち、空の色はどれか。注[^n]。もう一度[^n]。

A. 赤
B. 青

**答え: B**

- A: 夕焼けのときだけ

正解率は 0.62 である。

- 📂 根
  - 📁 枝 A
  - 📁 枝 B

```python
x = 1
```

[^n]: 注。
"""
NOTES = {
    "甲.md": f"# 題\n\n{SECTION}\n## 一\n{SECTION}\n## 二\n\n本文。\n",
    "甲.yml": "sections:\n  一:\n    topics: [話題]\n",
    "乙.md": f"## 一\n{SECTION}",
}
PAGES = ("notes/甲/index.html", "notes/甲/一/index.html", "notes/乙/一/index.html")


def ids(built, path):
    return [node.attributes["id"] for node in LexborHTMLParser(built.text(path)).css("[id]") if node.attributes["id"]]


@pytest.fixture
def plain(build):
    return build(NOTES)


@pytest.mark.parametrize("path", [*PAGES, "print/index.html"])
def test_no_id_comes_twice(plain, path):
    found = ids(plain, path)
    assert len(found) > 10
    assert sorted(found) == sorted(set(found))


def test_no_heading_can_have_an_id_that_the_site_gives(plain):
    for path in PAGES:
        article = LexborHTMLParser(plain.text(path)).css_first("article")
        given = [node.attributes["id"] for node in article.css("[id]") if not str(node.tag).startswith("h")]
        assert {name for name in given if name == github_anchor(name)} == set()


def test_headings_named_like_what_the_site_gives(build):
    headings = "".join(
        f"### {words}\n\n文。\n\n" for words in ("Quizzes", "fn-1", "passage-12", "topic-1", "quiz-results")
    )
    built = build(NOTES | {"甲.md": NOTES["甲.md"].replace("\n## ", f"\n{headings}\n## ")})
    for path in (*PAGES, "print/index.html"):
        found = ids(built, path)
        assert sorted(found) == sorted(set(found))
