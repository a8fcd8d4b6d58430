from __future__ import annotations

import pytest

from studynotes import glossary, yamlfile
from studynotes.model import Severity
from support.project import REPOSITORY

FILE = REPOSITORY / "docs" / "glossary.yml"


def read(text):
    return glossary.read(yamlfile.parse(text, "g.yml"))


def said(text):
    return [str(problem) for problem in read(text).problems]


def test_an_entry():
    text = """
- term: 概念ドリフト
  reading: がいねんどりふと
  english: concept drift
  aliases: [コンセプトドリフト]
  definition: >-
    入力と正解の関係が、
    変わること。
  link: https://example.org/
"""
    [term] = read(text).terms
    assert term.id == "concept-drift"
    assert term.definition == "入力と正解の関係が、 変わること。"
    assert term.forms == ("概念ドリフト", "concept drift", "コンセプトドリフト")
    assert (term.reading, term.link, term.line) == ("がいねんどりふと", "https://example.org/", 2)
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: 1", "g.yml:1: the glossary is no list"),
        ("- 概念", "g.yml:1: an entry is no mapping"),
        ("- definition: d", 'g.yml:1: the entry has no "term"'),
        ("- term: MAE", 'g.yml:1: the entry has no "definition"'),
        ("- term: M\n  defintion: d\n  definition: e", 'g.yml:2: unknown key “defintion” → did you mean "definition"?'),
        ("- term: MAE\n  よみ: d\n  definition: e", "g.yml:2: unknown key “よみ” → the keys are: term"),
        ("- term: 閾値\n  definition: d", 'g.yml:1: "閾値" has no reading → add "reading: しきいち"'),
        ("- {term: 閾値, reading: シキイチ, definition: d}", 'g.yml:1: the reading "シキイチ" is not in hiragana'),
        ("- {term: 閾値, reading: '閾値', definition: d}", "g.yml:1: the reading"),
        ("- term: 閾値\n  reading: threshold\n  definition: d", "g.yml:2: the reading"),
        ("- term: 2024\n  definition: d", "g.yml:1: “2024” is a number"),
        ("- term: MAE\n  definition: [d]", "g.yml:2: a text is expected here"),
        ("- term: MAE\n  definition: d\n  aliases: {a: b}", "g.yml:3: a text is expected here"),
        ("- term: MAE\n  definition: d\n  aliases:\n    - a\n    - on", "g.yml:5: “True” is a number or truth value"),
        ("- term: MAE\n  definition: d\n  link: javascript:alert(1)", "g.yml:3: the link"),
        ("- term: MAE\n  definition: d\n  link: 'java\tscript:alert(1)'", "g.yml:3: the link"),
        ("- term: MAE\n  definition: d\n  link: 'https://[x'", "g.yml:3: the link"),
        ("- {term: MAE, definition: d}\n- {term: mae, definition: d}", 'g.yml:2: "mae" of "mae" already stands'),
        ("- term: MAE\n  term: MSE\n  definition: d", 'g.yml:2: the key "term" was already given in line 1'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text, says):
    assert any(line.startswith(says) for line in said(text)), said(text)


def test_a_mistake_costs_no_other_entry():
    terms = read("- term: MAE\n- term: MSE\n  definition: d\n  link: 'file:///x'\n- term: AUC\n  definition: d").terms
    assert [(term.term, term.link) for term in terms] == [("MSE", ""), ("AUC", "")]


def test_anchors_are_never_the_same():
    terms = read(
        "- {term: あ, english: x, definition: d}\n- {term: い, english: X, definition: d}\n- {term: ？, definition: d}"
    ).terms
    assert len({term.id.casefold() for term in terms}) == 3


def test_no_file_no_terms(tmp_path):
    assert glossary.load(tmp_path / "glossary.yml", "g.yml") == glossary.Glossary("g.yml")


def test_rows_and_letters():
    terms = read("""
- {term: 概念ドリフト, reading: がいねんどりふと, english: concept drift, definition: d}
- {term: 勾配, reading: こうばい, english: gradient, definition: d}
- {term: カナリー, definition: d}
- {term: ｶﾅ, definition: d}
- {term: サーバー, english: server, definition: d}
- {term: んー, definition: d}
- {term: AUC, reading: えーゆーしー, english: area under the curve, definition: d}
- {term: Ａ/Ｂ テスト, definition: d}
- {term: 3 層構造, reading: さんそうこうぞう, definition: d}
""").terms
    kana, latin = glossary.index(terms)
    assert [(group.label, [term.term for term in group.terms]) for group in kana] == [
        ("か行", ["概念ドリフト", "ｶﾅ", "カナリー", "勾配"]),
        ("さ行", ["サーバー", "3 層構造"]),
        ("わ行", ["んー"]),
    ]
    assert [(g.label, [t.term for t in g.terms], [t.term for t in g.references]) for g in latin] == [
        ("A", ["Ａ/Ｂ テスト", "AUC"], []),
        ("C", [], ["概念ドリフト"]),
        ("G", [], ["勾配"]),
        ("S", [], ["サーバー"]),
    ]
    anchors = [group.anchor for group in (*kana, *latin)]
    assert len(set(anchors)) == len(anchors)


def test_signs_without_a_reading_come_last():
    _, [group] = glossary.index(read('- {term: "404", definition: d}').terms)
    assert (group.label, group.anchor) == ("0–9", "row.0")


def test_unused_terms_are_told_in_one_line():
    terms = read("- {term: MAE, definition: d}\n- {term: MSE, definition: d}\n- {term: AUC, definition: d}")
    [problem] = terms.unused({"mae"})
    assert problem.severity is Severity.INFO
    assert str(problem).startswith("g.yml:2: 2 of 3 terms are not used in any note: MSE (line 2), AUC (line 3)")
    assert list(terms.unused({"mae", "mse", "auc"})) == []


def test_the_notes_have_a_glossary_without_a_mistake():
    notes = glossary.load(FILE, "docs/glossary.yml")
    assert notes.problems == ()
    assert len(notes.terms) >= 60
    assert all(term.english and term.reading for term in notes.terms)
    assert max(len(term.definition) for term in notes.terms) <= 100
