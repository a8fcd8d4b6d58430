"""The check that nothing is lost must itself notice every loss."""

import pytest

from studynotes import fidelity, reading, writing
from studynotes.links import Target
from studynotes.reading import parsing
from studynotes.writing import formulas

NOTE = """## 1. 題

最初の段落。**太字**と`code`。

- 一つ目
  1. 二つ目

| 語 | 意味 |
|----|------|
| 甲 | 乙 |

```python
print("fence")
```

$$x^2$$

<details><summary>開く</summary>

![絵](a.png) <kbd>Ctrl</kbd>

</details>

注[^n]。

[^n]: 脚注の文。
"""
WORDS = ["題", "最初の段落。", "太字", "code", "一つ目", "二つ目", "語", "意味", "甲", "乙"]
WORDS += ["print", "x^2", "開く", "絵", "Ctrl", "脚注の文。"]


@pytest.fixture(scope="module")
def section():
    return reading.read(NOTE, file="n.md", stem="n").sections[0]


@pytest.fixture(scope="module")
def html(section):
    body = writing.write(section, resolve=Target, formula=formulas.render)
    return f"<html><body><nav>{NOTE}</nav><article>{body.html}</article></body></html>"


def test_a_whole_page_passes(section, html):
    assert fidelity.missing(section, html) == []


@pytest.mark.parametrize("word", WORDS)
def test_each_loss_is_found_with_its_line(section, html, word):
    head, article = html.split("<article>")
    problems = fidelity.missing(section, f"{head}<article>{article.replace(word, '')}")
    assert problems
    first_lines = {"甲": "語", "乙": "語", "print": "```python"}  # a table or fence is named by its first line
    assert first_lines.get(word, word) in NOTE.split("\n")[problems[0].line - 1]


def test_a_changed_order_is_found(section, html):
    swapped = html.replace("一つ目", "★").replace("二つ目", "一つ目").replace("★", "二つ目")
    assert "in another place" in fidelity.missing(section, swapped)[0].what


@pytest.mark.parametrize("marker", ["[!warning]", "[!WARNING]", "[!Tip]"])
def test_an_alert_s_marker_is_read_whatever_its_case(marker):
    notes = f"> {marker}\n> 古い\n\n- > {marker}\n  > 新しい\n"
    assert fidelity.unread(notes, parsing.parse(notes)[0], "n.md") == []


def test_words_that_the_parser_never_saw_are_found():
    tokens, _ = parsing.parse("あい\n")
    (problem,) = fidelity.unread("あい\n\nうえ\n", tokens, "n.md")
    assert (problem.line, "うえ" in problem.what) == (3, True)
