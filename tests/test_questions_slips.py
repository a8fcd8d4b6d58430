"""Slips of a writer's pen: a mark too many, an own answer graded otherwise, a reason that comes to another choice."""

from __future__ import annotations

import pytest

from support.asking import asked, key

_WHICH = "問1 卵を産むのはどれか。\nア　犬\nイ　鶏\nウ　猫\nエ　牛\n\n"


def _keys(text: str) -> list[list[str]]:
    return [key(question) for question in asked(text)[0] if question.recogniser == "choices"]


def _marked(stem: str, *marked: str, told: str = "", mark: str = "**") -> str:
    right, wrong = ("- [x] {}", "- [ ] {}") if mark == "[" else (f"- {mark}{{}}{mark}", "- {}")
    said = [(right if each in marked else wrong).format(each) for each in ("犬", "鶏", "猫", "亀")]
    return f"{stem}\n\n" + "\n".join(said) + f"\n\n{told}\n\n"


def _file(last: str, *, mark: str = "**", others: int = 3) -> str:
    legend = "チェックが付いたものが正解。" if mark == "[" else "太字が正解。"
    stems = ["泳ぐのはどれか", "走るのはどれか", "鳴くのはどれか"][:others]
    questions = [f"## 問{at}\n\n" + _marked(stem, "犬", mark=mark) for at, stem in enumerate(stems, 1)]
    return f"# 動物\n\n{legend}\n\n" + "".join(questions) + f"## 問9\n\n{last}"


@pytest.mark.parametrize("mark", ["**", "["])
def test_second_mark_where_all_other_questions_have_one_may_be_a_slip(mark: str) -> None:
    text = _file(_marked("卵を産むのはどれか", "鶏", "亀", mark=mark), mark=mark)
    assert _keys(text) == [["1"]] * 3
    assert "two choices are marked" in " ".join(problem.what for problem in asked(text)[1])


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("卵を産むのはどれか。2つ選べ。", ""),
        ("卵を産むのを2匹えらぶ。どれか。", ""),
        ("卵を産むのはどれとどれか", ""),
        ("卵を産むのはどれか", "殻のある2つ。"),
    ],
)
def test_two_marks_are_the_answer_where_two_are_asked_for_or_told_of(stem: str, told: str) -> None:
    assert _keys(_file(_marked(stem, "鶏", "亀", told=told)))[-1] == ["2", "4"]


def test_two_marks_twice_are_the_writers_way() -> None:
    twice = _marked("卵を産むのはどれか", "鶏", "亀") + "## 問10\n\n" + _marked("毛が生えるのはどれか", "犬", "猫")
    assert _keys(_file(twice))[-2:] == [["2", "4"], ["1", "3"]]


def test_two_marks_are_no_slip_where_a_file_shows_little_of_its_way() -> None:
    assert _keys(_file(_marked("卵を産むのはどれか", "鶏", "亀"), others=2))[-1] == ["2", "4"]


@pytest.mark.parametrize("remark", ["2か所チェックしてしまっている。", "どちらを消すかは後で。"])
def test_remark_on_two_marks_doubts_them(remark: str) -> None:
    assert _keys(_file(_marked("卵を産むのはどれか。2つ選べ。", "鶏", "亀", told=remark)))[3:] == []


@pytest.mark.parametrize(
    "beneath",
    [
        "自分：ア ⭕️　正解：イ",
        "自分：イ ❌　正解：イ",
        "自分：イ ×\n正解：イ",
        "正解：イ（自分：ア ○）",
        "- 自分：ア ○\n- 正解：イ",
        "| 自分 | 正解 | 判定 |\n|---|---|---|\n| ア | イ | ○ |",
        "| 自分 | 正解 | ○× |\n|---|---|---|\n| イ | イ | × |",
        "| 自分 | 正解 |\n|---|---|\n| ア ○ | イ |",
    ],
)
def test_own_answer_graded_otherwise_than_the_answer_leaves_none(beneath: str) -> None:
    assert _keys(f"# 動物\n\n{_WHICH}{beneath}\n") == []


@pytest.mark.parametrize(
    "beneath",
    [
        "自分：ア ❌　正解：イ",
        "自分：イ ⭕️　正解：イ",
        "自分：ア ×\n正解：イ",
        "自分：ア △　正解：イ",
        "自分：ア ○→×　正解：イ",
        "自分：ア　正解：イ ○",
        "私の回答：ア → 不正解\n正解：イ",
        "| 自分 | 正解 | 判定 |\n|---|---|---|\n| ア | イ | × |",
    ],
)
def test_own_answer_that_is_graded_as_the_answer_says_doubts_nothing(beneath: str) -> None:
    assert _keys(f"# 動物\n\n{_WHICH}{beneath}\n") == [["イ"]]


def test_own_answer_graded_otherwise_in_a_row_of_a_list_leaves_that_one_unanswered() -> None:
    text = f"# 動物\n\n{_WHICH}問2 空を飛ぶのはどれか。\nア　犬\nイ　燕\nウ　猫\n\n## 解答\n\n"
    rows = "| 問 | 自分 | 正解 |\n|---|---|---|\n| 1 | ア ○ | イ |\n| 2 | ア × | イ |\n"
    assert [question.lines.first for question in asked(text + rows)[0]] == [9]


_ANGLES = (
    "問1 針の角度はどれか。\n1. 10度\n2. 30度\n3. 90度\n\n問2 卵を産むのはどれか。\n1. 犬\n2. 鶏\n3. 猫\n\n## 解答\n\n"
)
_TABLE = "|問|正答|ひとこと|\n|---|---|---|\n|1|2|{}|\n|2|2|鳥だけ|\n"
_LISTED = "問1　2　{}\n問2　2　鳥だけ\n"


@pytest.mark.parametrize("listed", [_TABLE, _LISTED, "問1：2（{}）\n問2：2（鳥だけ）\n"])
def test_remark_beside_an_answer_in_a_list_that_concludes_with_another_choice(listed: str) -> None:
    assert _keys(f"# 実技\n\n{_ANGLES}{listed.format('深く刺すので90度')}") == [["2"]]
    assert _keys(f"# 実技\n\n{_ANGLES}{listed.format('浅く刺すので30度')}") == [["2"], ["2"]]


@pytest.mark.parametrize(
    "remark", ["90度は深すぎるのでだめ", "90度は筋肉", "深いので90度ではない", "3を選ばない", "よって2"]
)
def test_remark_in_a_list_may_speak_of_another_choice(remark: str) -> None:
    assert _keys(f"# 実技\n\n{_ANGLES}{_TABLE.format(remark)}") == [["2"], ["2"]]


_ROW = "### 問{}\n{}\n\n| イ | ロ | ハ | ニ |\n|:-:|:-:|:-:|:-:|\n| {} |\n\n"


def test_bold_cells_beneath_labels_are_marked_as_the_file_says() -> None:
    text = "# 足し算\n\n選択肢は表。太字が正解。\n\n" + "".join(
        [
            _ROW.format(1, "2と3の和[個]は。", "4 | **5** | 6 | 7"),
            _ROW.format(2, "2と4の和[個]は。", "4 | 5 | **6** | 7"),
            _ROW.format(3, "2と2の和[個]は。", "**4** | 5 | 6 | 7"),
            _ROW.format(4, "1と3の和[個]は。", "**4** | **5** | 6 | 7"),
            _ROW.format(5, "4と3の和[個]は。", "4 | 5 | 6 | ~~**7**~~"),
            _ROW.format(6, "5と2の和[個]は。", "4 | 5 | 6 | 7"),
        ]
    )
    assert _keys(text) == [["ロ"], ["ハ"], ["イ"]]


def _ticked(stem: str, beneath: str, last: str = "亀") -> list[list[str]]:
    return _keys(
        f"# 動物\n\nチェックが答え。\n\n### Q1\n\n{stem}\n\n- [x] A. 犬\n- [ ] B. 猫\n- [ ] C. {last}\n\n{beneath}"
    )


@pytest.mark.parametrize(
    "beneath",
    ["Aは毛があるのでだめ。", "Aは飛べないから不可。Cは歩くのでだめ。", "AとCはだめ。", "AもCもアウト。Aはアウト。"],
)
def test_reason_that_refuses_the_ticked_choice_leaves_no_answer(beneath: str) -> None:
    assert _ticked("空を飛べるのはどれか。", beneath) == []


@pytest.mark.parametrize(
    ("stem", "beneath", "last"),
    [
        ("吠えるのはどれか。", "Bは鳴くだけなのでだめ。Cもだめ。", "亀"),
        ("吠えるのはどれか。", "Aは紐がないとだめ。", "亀"),
        ("吠えるのはどれか。", "Aは叩いてはだめ。", "亀"),
        ("飛べないのはどれか。", "Aは羽がないのでだめ。", "亀"),
        ("家に入れると誤りなのはどれか。", "Aは大きいので誤り。", "亀"),
        ("犬Aの名はどれか。", "Aは大きいのでだめ。", "亀"),
        ("入れてよいのはどれか。", "Aは外なので不可。", "不可の札"),
    ],
)
def test_reason_may_refuse_other_choices_or_be_what_is_asked_about(stem: str, beneath: str, last: str) -> None:
    assert _ticked(stem, beneath, last) == [["A"]]


@pytest.mark.parametrize(
    "note", ["公式の解答で確認済み。写し間違えていた", "書き間違えた", "転記ミスだった", "訂正した"]
)
def test_answer_that_was_put_right_may_say_how_it_came_about(note: str) -> None:
    assert _keys(f"# 動物\n\n{_WHICH}正解：~~ア~~ → イ（{note}）\n") == [["イ"]]


@pytest.mark.parametrize(
    "answer", ["イ（写し間違えていた）", "~~ア~~ → イ（写し間違えかも）", "~~ア~~ → イ（未確認。写し間違えた）"]
)
def test_note_of_a_slip_doubts_an_answer_that_was_not_put_right(answer: str) -> None:
    assert _keys(f"# 動物\n\n{_WHICH}正解：{answer}\n") == []
