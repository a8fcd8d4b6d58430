"""Boxes in the syntaxes of other converters, and words that stand in a component's attribute."""

from __future__ import annotations

import pytest

from support.asking import asked, key

CHOICES = "## 問1 犬はどれか\n\nA. 鯉\nB. 柴\nC. 三毛\n\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0]]


@pytest.mark.parametrize(
    "box",
    [
        "::: tip 答え\nB\n:::",
        "::: tip 答え\n\nB\n\n:::",
        ":::{admonition} 解答\n:class: dropdown\n\nB\n:::",
        ":::{solution} exercise-1\n:class: dropdown\nB\n:::",
        "::: solution\n\nB\n\n:::",
        "::: {.solution}\nB\n:::",
        '::: {.callout-tip collapse="true" title="解答"}\nB\n:::',
        "::: spoiler 解答を見る\nB\n:::",
        "{% details 解答 %}\nB\n{% enddetails %}",
        '{{< details "解答" >}}\n正解：B\n{{< /details >}}',
        '{{% expand title="解答" %}}\nB\n{{% /expand %}}',
        "/// details | 解答\nB\n///",
        "````{solution} exercise-1\n:class: dropdown\n\nB. 柴\n````",
        "<Answer>\n\nB\n\n</Answer>",
    ],
)
def test_a_box_that_is_called_an_answer(box):
    assert keys(f"{CHOICES}{box}\n") == [["B"]]


@pytest.mark.parametrize(
    "box", ["::: tip ヒント\nB\n:::", "::: warning 解答（仮）\nB\n:::", "::: tip 自分の解答\nB\n:::"]
)
def test_a_box_that_is_called_otherwise(box):
    assert keys(f"{CHOICES}{box}\n") == []


def test_what_closes_a_box_is_no_part_of_a_choice():
    box = "::::{exercise}\n:label: x\n\n犬はどれか。\n\nA. 鯉\nB. 柴\nC. 三毛\n::::\n"
    text = f"# 犬\n\n{box}\n:::{{solution}} x\n正解：B\n:::\n"
    (question,) = asked(text)[0]
    assert [choice.words for choice in question.choices] == [("鯉",), ("柴",), ("三毛",)]


STEPS = """<div class="page">
<StepFrame
  variant="wide"
>
  <Step kind="title" title="犬について" />

  <Step kind="subtitle" title="次のうち、犬はどれか。" />

  <Step kind="body" title="ア 鯉\\n" />
  <Step kind="body" title="イ 三毛\\n" />
  <Step kind="body" :title="x" title="ウ 柴\\n" />
  <Step kind="body" title="工 亀\\n" />

  <Step v-click kind="body" title="【正解】ウ\\n" />

</StepFrame>
</div>
"""


def test_words_in_attributes_and_a_kanji_for_a_label():
    (question,) = asked(STEPS)[0]
    assert key(question) == ["ウ"]
    assert [choice.words for choice in question.choices] == [("鯉",), ("三毛",), ("柴",), ("亀",)]


def test_a_kanji_that_is_no_label():
    (question,) = asked("## 犬\n\n犬はどれか。\n\nア. 鯉\nイ. 柴\n工 具\n\n正解：イ\n")[0]
    assert len(question.choices) == 2
