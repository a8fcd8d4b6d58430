"""Named gaps that are answered by words in their order, by a table beneath, and gaps filled behind arrows."""

from __future__ import annotations

import pytest

from support.asking import asked, key

TEXT = "次の空欄を埋めよ。\n\n月は（ア）のまわりを（イ）日で回る。\n\n"
BANK = "語群：ア 太陽　イ 地球　ウ 27　エ 365\n\n"


def keys(notes):
    return [key(each) for each in asked(f"# N\n\n{notes}\n")[0]]


@pytest.mark.parametrize(
    "answer",
    [
        "答え：地球、27", "答え：地球 / 27", "| 空欄 | 答え |\n|-|-|\n| ア | 地球 |\n| イ | 27 |",
        "| 空欄 | 答え | 解説 |\n|-|-|-|\n| ア | 地球 | 近い |\n| イ | 27 | 約一か月 |",
    ],
)  # fmt: skip
def test_as_many_words_as_named_gaps_fill_them_in_order(answer):
    assert keys(TEXT + answer) == [["地球", "27"]]


@pytest.mark.parametrize(
    "answer",
    [
        "答え：地球", "答え：地球、27、365", "答え：地球、27？", "自分の答え：地球、27", "答え：地球、27（順不同）",
        "余談。\n\n答え：地球、27", "答え：イ、ウ", "| 空欄 | 自分の答え |\n|-|-|\n| ア | 地球 |\n| イ | 27 |",
        "| 空欄 | 答え | 結果 |\n|-|-|-|\n| ア | 地球 | ○ |\n| イ | 27 | × |", f"{BANK}答え：イ、ウ",
    ],
)  # fmt: skip
def test_words_that_are_not_as_many_or_somebodys_own(answer):
    assert keys(TEXT + answer) == []


def test_labels_of_a_bank_fill_gaps_that_are_called_otherwise():
    named = TEXT.replace("ア", "①").replace("イ", "②")
    assert keys(f"{named}{BANK}答え：イ、ウ") == [["地球", "27"]]


def test_arrows_behind_sentences_with_gaps_beneath_a_line_that_says_so():
    lines = "月は地球のまわりを【　】日で回る → 27\n地球は【　】のまわりを回る → 太陽"
    assert keys(f"穴うめ\n{lines}") == [["27"], ["太陽"]]
    assert keys(lines) == []
    assert keys(f"穴うめ\n{lines}".replace("27", "27か28")) == [["太陽"]]
    assert keys("申請の穴うめ\n申請書を（　）→ 承認\n承認書を（　）→ 発送") == []
    assert keys("穴うめ\n卵が（　）になる → （　）が親になる\n水が（　）になる → （　）が降る") == []
