"""Short forms of answers and lists of answers that many people use, and what only looks like them."""

from __future__ import annotations

import pytest

from support.asking import asked, key

COLOURS = "A. 赤\nB. 青\nC. 黄\n\n"
ONE = "### 問1\n空の色はどれか。\n\n" + COLOURS
BRACKETED = "No.1\n空は ------- だ。\n(A) 赤 (B) 青 (C) 黄\n{}\n"
PARTS = "# N\n\n## 第1章\n\n{}## 第2章\n\n{}## こたえ\n\n{}\n"


def keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser in ("choices", "blanks")]


def of_part(part: int) -> str:
    return "".join(f"{part}-{number}. {number}時の空の色はどれか。\n\n{COLOURS}" for number in (1, 2))


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("→ (B) 昼間なので青い。", [["B"]]), ("→ (B) 昼。Cは夕方。", [["B"]]),
        ("→ (B) と迷った。", []), ("→ (B)？ (C)でも意味は通る。", []), ("→ (B) たぶん。", []), ("→ (B) (C) の順。", []),
        ("→ (B) ではない。", []),
    ],
)  # fmt: skip
def test_an_arrow_at_a_label_in_brackets_before_a_sentence(answer, found):
    assert keys(BRACKETED.format(answer)) == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("B → 昼間は青い", [["B"]]), ("B → 2×3 = 6 だから", [["B"]]), ("B → A は夕方、C は朝の色", [["B"]]),
        ("B → C", []), ("B → 黄に変更", []), ("B → たぶん青", []), ("E → 昼間は青い", []), ("B → C → A", []),
    ],
)  # fmt: skip
def test_a_label_with_an_arrow_to_its_reason_beneath_the_announcement(answer, found):
    assert keys(f"{ONE}:::details 解答\n{answer}\n:::\n") == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("**Answer: B** — 2^6 − 2", [["B"]]), ("**Answer: B** — オゾンとも言う", [["B"]]),
        ("**Answer: B** — 雲はなし", [["B"]]), ("**Answer: B** — C", []), ("**Answer: A - C**", []),
        ("正解：B（該当なし）", []), ("正解：B なし", []), ("正解：なし", []),
    ],
)  # fmt: skip
def test_a_dash_before_what_explains_and_not_to_another_label(answer, found):
    assert keys(f"{ONE}{answer}\n") == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("✅ B　昼間の色", [["B"]]), ("✅ B（昼間の色）", [["B"]]), ("✅ B　ではない", []),
        ("✅ B（赤い本）\n✅ C（青い本）", []),
    ],
)  # fmt: skip
def test_a_tick_before_a_label_that_is_set_apart_from_its_reason(answer, found):
    assert keys(f"{ONE}{answer}\n") == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [("私: C　正: B", [["B"]]), ("私: C　正:", []), ("私: C　正: ２番目？", []), ("私: C　正: （まだ）", [])],
)
def test_the_right_one_beside_ones_own(answer, found):
    assert keys(f"{ONE}{answer}\n") == found


@pytest.mark.parametrize(
    ("beneath", "found"),
    [
        ("- 1-1 … E（青）\n- 1-2 → 4", []), ("- 1-1 … B（青）\n- 1-2 → (a)", [["B"], ["A"]]),
        ("- 1-1 → B\n- 1-2 → 本Aでは(a)、本Bでは(b)", [["B"]]), ("- 2-1 → B\n- 2-2 → A", [["B"], ["A"]]),
        ("- 1-1 → B\n- 2-1 → A\n\n※第2章は写した本のページがずれてるっぽい。あとで直す。", [["B"]]),
        ("- 1-1 → B\n- 2-1 → A\n\n第2章は雨の色。", [["B"], ["A"]]),
    ],
)  # fmt: skip
def test_a_list_of_answers_by_part_and_number(beneath, found):
    assert keys(PARTS.format(of_part(1), of_part(2), beneath)) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("空の解答\n問1…B、問2…A", [["B"], ["A"]]), ("**空の解答**　1 B　2 A", [["B"], ["A"]]),
        ("友人の解答\n問1…B、問2…A", []), ("**妹さんの解答**　1 B　2 A", []), ("海の解答\n問1…B、問2…A", []),
        ("**空の解答**　1 B　2 A\n\n> 「2はAではないのでは？」", [["B"]]),
    ],
)  # fmt: skip
def test_a_paragraph_of_answers_that_names_its_part(given, found):
    text = f"# N\n\n## 空\n\n問1　朝の色はどれか。\n{COLOURS}問2　夜の色はどれか。\n{COLOURS}{given}\n\n## 星\n\nメモ\n"
    assert keys(text) == found


def test_numbered_questions_with_their_choices_on_the_same_line():
    text = "1　朝の色は何か。　ア 赤　イ 青　ウ 黄\n\n2　夜の色は何か。　ア 赤　イ 青　ウ 黄\n\n"
    assert keys(f"# N\n\n## 空\n\n{text}**空の解答**　1 イ　2 ウ\n") == [["イ"], ["ウ"]]


@pytest.mark.parametrize("number", ["101-0{}", "1-{}"])
def test_questions_counted_by_part_of_which_one_has_an_empty_answer(number):
    one = "**" + number + "** {}の色はどれか\n\n" + COLOURS + "> [!success]- 解答\n> {}\n\n"
    text = (
        one.format(1, "朝", "B") + one.format(2, "昼", "") + "色の番号\n- 1 赤\n- 9 青\n\n" + one.format(3, "夜", "C")
    )
    assert keys(text) == [["B"], ["C"]]


def test_bullets_with_choices_and_answer_each_on_its_line():
    text = "・朝の色はどれか　ア 赤　イ 青　ウ 黄　答：イ\n・夜の色はどれか　ア 赤　イ 青　ウ 黄　答：ウ\n　暗い。\n"
    assert keys(f"### 色\n\n{text}") == [["イ"], ["ウ"]]


def test_numbered_lines_above_ticked_lists_of_their_own():
    one = "{}) {}の色に当てはまるのは？\n\n- [ ] 赤\n- [x] 青\n- [ ] 黄\n\n"
    text = "# N\n\n## 問題\n\n正解にチェック入れてある。\n\n" + one.format(1, "朝") + one.format(2, "夜")
    assert keys(text) == [["2"], ["2"]]
    assert keys(text.replace("正解にチェック入れてある。", "").replace("に当てはまるのは？", "")) == []


def test_numbered_headings_left_open_where_the_file_tells_its_mark():
    one = "### {}. {}の色に当たるものは 🔁\n\n- [ ] 赤\n- [x] 青\n- [ ] 黄\n\n"
    text = "# N\n\nチェックが入っているものが正解。\n\n" + one.format(1, "朝") + one.format(2, "夜")
    assert keys(f"{text}### 今週やること\n\n- [ ] 読む\n- [x] 書く\n- [ ] 話す\n") == [["2"], ["2"]]


@pytest.mark.parametrize(
    "answer",
    [
        "✅ B（自分の答え）", "✅ B（友達）", "✅ B（予想）", "✅ B（1周目）", "✅ B（旧版）",
        "→ (B) 自分の答え。", "→ (B) 私はこれにした。", "→ (B) 1回目。", "答え\n\nB → 自分の答え",
        "答え\n\nB → 友達はこう言った", "Answer: B — 自分の答え",
    ],
)  # fmt: skip
def test_a_label_that_is_somebodys_own_or_of_another_time(answer):
    assert keys(f"{ONE}{answer}\n") == []
