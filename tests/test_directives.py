"""Fences that are boxes of Markdown (MyST): what they hold is read, shown, and asked of."""

from __future__ import annotations

import pytest

from studynotes import fidelity, reading, writing
from studynotes.links import Target
from studynotes.model import Kind
from studynotes.reading.parsing import parse
from studynotes.writing import formulas
from support.asking import asked, key

BOXED = """## 1. 犬

````{exercise}
次のうち、犬はどれか。

```python
print("[k] わん")
```

A. 柴
B. 三毛
C. 鯉
````

````{dropdown} 解答
:class: tip

**正解：A. 柴**

[k] を見よ。

[k]: #1-犬
````
"""


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize("fence", ["````", "``````", "~~~~"])
def test_questions_and_answers_in_boxes(fence):
    assert keys(BOXED.replace("````", fence)) == [["A"]]


@pytest.mark.parametrize(
    "box",
    ["```{solution}\nB\n```", "```{admonition} 解答\n:class: dropdown\nB\n```", ":::{dropdown} 解答\n\nB\n\n:::"],
)
def test_an_answer_alone_in_its_box(box):
    assert keys(f"## 問1 犬はどれか\n\nA. 鯉\nB. 柴\nC. 三毛\n\n{box}\n") == [["B"]]


def test_every_word_of_a_box_is_on_the_page_and_its_lines_are_the_files():
    (section,) = reading.read(BOXED, file="n.md", stem="n").sections
    body = writing.write(section, resolve=Target, formula=formulas.render)
    page = f"<article>{body.html}</article>"
    assert not fidelity.missing(section, page)
    assert ":class: tip" in page
    assert '<p class="admonition-title">解答</p>' in page
    lines = BOXED.split("\n")
    firsts = {block.text[:2]: block.lines.first for block in section.walk() if block.kind is Kind.PARAGRAPH}
    assert {"次の", "A.", "解答", "正解"} <= set(firsts)
    assert all(words in lines[firsts[words] - 1] for words in ("次の", "A.", "解答", "正解"))


@pytest.mark.parametrize(
    "source",
    [
        "```{r}\n犬 <- 1\n```\n",
        "```{code-cell} python\n犬 = 1\n```\n",
        "```{math}\nx\n```\n",
        "```{.python .numbers}\nx\n```\n",
        "```{r setup, include=FALSE}\nx\n```\n",
        "```{note}\n閉じていない\n",
    ],
)
def test_what_is_no_box_stays_code(source):
    tokens, _ = parse(source)
    assert [token.type for token in tokens] == ["fence"]


def test_boxes_in_boxes_and_what_is_defined_in_them():
    inner = "犬[^1] と [猫]\n\n[猫]: #a\n[鯉]: #b\n\n[^1]: 吠える"
    tokens, _ = parse(
        f"> ````{{card}}\n> ```{{note}} *題*\n> {inner.replace(chr(10), chr(10) + '> ')}\n> ```\n> ````\n"
    )
    kinds = [token.type for token in tokens]
    assert kinds.count("directive_open") == 2
    assert "footnote_reference_open" in kinds
    children = [child.type for token in tokens for child in token.children or ()]
    assert {"link_open", "em_open", "footnote_ref"} <= set(children)
    assert any(token.content == "[鯉]: #b" for token in tokens)
