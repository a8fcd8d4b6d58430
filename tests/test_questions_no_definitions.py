"""Tables and lists of definitions: how they are headed and written, and what beside a term is no definition of it."""

from __future__ import annotations

import pytest

from support.asking import asked

TERMS = [("プロセス", "実行中の手続きの実体"), ("信号", "状態を知らせる印"), ("待ち行列", "先に来たものから出す列")]


def table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "# N\n\n## 節\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def right(notes):
    """Return the term that each question is after, by its meaning."""
    found = [each for each in asked(notes)[0] if each.recogniser in ("terms", "definitions")]
    return {"".join(each.stem[-1].words).strip("「」"): chosen(each, is_right=True)[0] for each in found}


def chosen(question, *, is_right):
    return ["".join(choice.words) for choice in question.choices if choice.right is is_right]


EXPECTED = {meaning: term for term, meaning in TERMS}


@pytest.mark.parametrize("head", ["意味・説明", "簡単な説明", "意味（概要）", "meaning", "定義／説明"])
def test_a_column_of_meanings_may_be_called_so_in_other_words(head):
    assert right(table(["用語", head], TERMS)) == EXPECTED


@pytest.mark.parametrize("head", ["メモ", "備考", "説明者", "意味の例"])
def test_a_column_of_anything_else_has_no_meanings(head):
    assert right(table(["用語", head], TERMS)) == {}


@pytest.mark.parametrize("head", ["分類", "章", "カテゴリ"])
def test_terms_stand_behind_their_kind_or_place(head):
    assert right(table([head, "用語", "説明"], [("基本", *row) for row in TERMS])) == EXPECTED


@pytest.mark.parametrize("form", ["- {} - {}", "1. **{}**：{}", "・{}：{}  ", "- **{}**\n  - {}", "**{}**：{}  "])
@pytest.mark.parametrize("caption", ["## 用語", "## 重要用語"])
def test_a_list_of_terms_may_be_written_in_other_ways(form, caption):
    assert right(f"# N\n\n{caption}\n\n" + "\n".join(form.format(*row) for row in TERMS) + "\n") == EXPECTED
    assert right("# N\n\n## 手順\n\n" + "\n".join(form.format(*row) for row in TERMS) + "\n") == {}


@pytest.mark.parametrize(
    "meaning",
    [
        "たぶん順に並べるもの",
        "順に並べるものかな",
        "順に並べるもの？",
        "（あとで調べる）",
        "上記を順に並べたもの",
        "https://example.com/a",
    ],
)
def test_what_doubts_points_or_links_defines_nothing(meaning):
    notes = table(["用語", "説明"], [*TERMS, ("配列", meaning)])
    assert right(notes) == EXPECTED
    assert all("配列" not in chosen(each, is_right=False) for each in asked(notes)[0])


@pytest.mark.parametrize(
    "meaning", ["調べたいものの全体", "〜するかもしれない", "お元気でしたか？", "未定のものを待つ状態"]
)
def test_what_a_word_means_may_sound_like_a_doubt(meaning):
    assert right(table(["用語", "意味"], [*TERMS, ("配列", meaning)])) == EXPECTED | {meaning: "配列"}


@pytest.mark.parametrize(
    ("head", "terms"),
    [
        ("手順", ["手順1", "手順2", "手順3"]), ("版", ["v1.0", "v1.1", "v2.0"]), ("種類", ["第1章", "第2章", "第3章"]),
        ("メンバー", ["東", "西", "南"]), ("タスク", ["準備", "本番", "片付け"]),
        ("よくある質問", ["なぜか", "いつか", "誰か"]),
    ],
)  # fmt: skip
def test_what_only_counts_or_is_nothing_to_know_is_no_term(head, terms):
    assert right(table([head, "説明"], [(term, row[1]) for term, row in zip(terms, TERMS, strict=True)])) == {}


def test_a_term_that_is_the_same_as_the_asked_one_is_no_wrong_choice():
    notes = table(["用語", "説明"], [*TERMS, ("待機列", "待ち行列の別名")])
    asked_ = next(each for each in asked(notes)[0] if "待ち行列" in chosen(each, is_right=True))
    assert "待機列" not in chosen(asked_, is_right=False)


def test_a_meaning_with_all_words_of_its_term_gives_it_away():
    notes = table(["用語", "説明"], [*TERMS, ("優先順位", "順位のうち優先して決めるもの")])
    assert right(notes) == EXPECTED


def test_lines_of_several_pairs_are_no_list_of_terms():
    assert right("# N\n\n## 用語\n\n東西=横の向き。南北=縦の向き\n上下=高さの向き\n左右=横の広がり\n") == {}
