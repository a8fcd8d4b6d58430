"""Choices of raw HTML that say by an attribute whether they are right."""

from __future__ import annotations

import pytest

from studynotes.questions import plain
from support.asking import asked, key

_ITEMS = (
    '<li data-correct="{}" data-explain="赤は夕方。">赤</li>\n<li data-correct="{}" data-explain="昼は青。">青</li>\n'
)
_ITEMS += '<li data-correct="{}">緑</li>\n'


def _list(*said: str, tag: str = "ul") -> str:
    return f'<{tag} class="quiz">\n{_ITEMS.format(*said)}</{tag}>\n'


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (("false", "true", "false"), [["2"]]),
        (("False", "True", "False"), [["2"]]),
        (("false", "false", "false"), []),
        (("true", "true", "true"), []),
        (("false", "true", "maybe"), []),
    ],
)
@pytest.mark.parametrize("tag", ["ul", "ol", "div"])
def test_tags_tell_which_of_them_is_right(said: tuple[str, ...], wanted: list[list[str]], tag: str) -> None:
    found, _ = asked(f"## 確認\n\n昼の空の色はどれですか？\n\n{_list(*said, tag=tag)}")
    assert [key(each) for each in found] == wanted
    assert all([plain(choice.words) for choice in each.choices] == ["赤", "青", "緑"] for each in found)


def test_tags_that_say_nothing_are_not_right() -> None:
    html = '<ul>\n<li>赤</li>\n<li data-correct="true">青</li>\n<li>緑</li>\n</ul>\n'
    assert [key(each) for each in asked(f"## 確認\n\n昼の空の色はどれですか？\n\n{html}")[0]] == [["2"]]


def test_tags_in_a_box_whose_words_are_indented() -> None:
    """To the parser they are code there, behind an empty line."""
    indented = "".join(f"    {line}\n" for line in _list("false", "true", "false").splitlines())
    (question,) = asked(f'## 確認\n\n???+ quiz "空"\n    昼の空の色はどれですか？\n\n{indented}')[0]
    assert key(question) == ["2"]
    assert "昼は青。" in "".join(plain(part.words) for part in question.explanation)


def test_words_behind_raw_html_in_a_box_are_read_on() -> None:
    lines = ("昼の空の色はどれですか？", "", "<p>見上げて答える。</p>", "", "1. 赤", "2. 青", "", "正解：2")
    box = '!!! question "空"\n' + "".join(f"    {line}\n" for line in lines)
    assert [key(each) for each in asked(f"## 確認\n\n{box}")[0]] == [["2"]]
