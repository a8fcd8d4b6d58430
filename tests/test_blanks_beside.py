"""A blank to fill in stays on one line with the bracket beside it, on the page, in the review and in the book."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

import quizhtml
from studynotes.cjk import boxes_in


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("根は＿＿＿を吸う。", "根は<＿>を吸う。"),
        ("口で（＿＿＿）が働く", "口で<（＿）>が働く"),
        ("口で（① ＿＿＿）、胃で＿＿＿。", "口で<（① ＿）、>胃で<＿。>"),
        ("（酸）＿＿＿", "（酸）<＿>"),
        ("＿＿＿", "<＿>"),
        ("空欄なし", "空欄なし"),
    ],
)
def test_the_punctuation_beside_a_box(text: str, shown: str):
    places, rest = boxes_in(text, "＿＿＿")
    assert "".join(f"{each.before}<{each.opening}＿{each.closing}>" for each in places) + rest == shown


def test_blanks_of_a_page_are_wrapped_with_it_and_nothing_is_lost():
    tree = LexborHTMLParser("<p>A &amp; B：（① <input id=a>）と <input id=b> を</p>")
    for blank in tree.css("input"):
        quizhtml.keep_beside(blank, tree)
    paragraph = tree.css_first("p")
    place = paragraph.css_first("span.quiz-blank-place")
    assert paragraph.text() == "A & B：（① ）と  を"
    assert place.text() == "（① ）"
    assert [blank.attributes["id"] for blank in place.css("input")] == ["a"]
    assert [blank.attributes["id"] for blank in paragraph.css("input")] == ["a", "b"]
