"""What is put away comes back as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studynotes.packing import Packed, PackedTokens
from studynotes.reading.parsing import parse


@given(st.text())
def test_a_text_comes_back_as_it_was(text):
    assert Packed(text)() == text


def test_tokens_come_back_with_all_that_they_carry():
    tokens = tuple(parse("- 甲\n  - [x] 乙 ~~丙~~\n\n```py\nx\n```\n")[0])
    assert [token.as_dict() for token in PackedTokens(tokens)()] == [token.as_dict() for token in tokens]


def test_each_call_gives_a_value_of_its_own():
    packed = Packed([1])
    packed().append(2)
    assert packed() == [1]


def test_it_takes_a_fraction_of_the_memory():
    html = "<p>同じことを何度も言うページの文。</p>" * 1000
    assert len(Packed(html)._bytes) < len(html.encode()) / 10
