"""From a file of notes to collection, sections and blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studynotes import fidelity, reading
from studynotes.model import Collection, Kind, Lines, Severity
from studynotes.reading import parsing


def read(source: str | bytes, **options) -> Collection:
    return reading.read(source, file="docs/notes/n.md", stem="n", **options)


def test_the_title_the_preface_and_the_sections():
    notes = read("# 題\n\nはじめに\n\n## 21.\n\nあ\n\n## まとめ\n\nい\n")
    assert notes.title == "題"
    assert [block.text for block in notes.preface.blocks] == ["はじめに"]
    assert [(s.slug, s.number, s.lines) for s in notes.sections] == [
        ("21", "21", Lines(5, 8)),
        ("まとめ", "", Lines(9, 11)),
    ]


def test_without_a_title_the_file_gives_its_name():
    assert read("あ\n").title == "n"


def test_a_file_without_sections_is_one_page():
    notes = read("# 一\n\nあ\n\n# 二\n\nい\n")
    assert notes.sections == ()
    assert [b.text for b in notes.preface.blocks] == ["あ", "二", "い"]


def test_a_later_title_opens_a_section_of_its_own():
    assert [s.title for s in read("# 題\n\n## 一\n\nあ\n\n# 第二部\n\nい\n\n## 二\n\nう\n").sections] == [
        "一",
        "第二部",
        "二",
    ]


def test_text_before_the_title_stays_before_it():
    notes = read("前書き\n\n# 題\n\n本文\n")
    assert notes.title == "題"
    assert [b.text for b in notes.preface.blocks] == ["前書き", "題", "本文"]


def test_headings_in_code_quotes_and_lists_open_nothing():
    assert len(read("## 一\n\n```\n## いいえ\n```\n\n> ## いいえ\n\n- ## いいえ\n").sections) == 1


def test_blocks_know_their_lines_lists_their_numbers_and_items_their_words():
    section = read("## 1.\n\n3. 三\n4. 四\n   - 子\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |\n").sections[0]
    (numbers,) = section.blocks
    assert (numbers.kind, numbers.start, numbers.marker) == (Kind.ORDERED_LIST, 3, ".")
    three, four = numbers.children
    assert (three.start, three.text, three.lines.first) == (3, "三", 3)
    assert [child.kind for child in four.children] == [Kind.PARAGRAPH, Kind.BULLET_LIST, Kind.TABLE]
    assert [[cell.text for cell in row] for row in four.children[2].rows] == [["a", "b"], ["1", "2"]]


def test_positions_name_a_blocks_tokens():
    section = read("## 1.\n\n- あ\n  - い\n").sections[0]
    for block in section.walk():
        opening, closing = section.tokens[block.position], section.tokens[block.end]
        assert (opening.type, closing.type) == (opening.type, opening.type.replace("_open", "_close"))


def test_runs_carry_their_look():
    (paragraph,) = read("## 1.\n\n**「太」**と`c`と[*l*](u)と~~s~~\n").sections[0].blocks
    assert paragraph.text == "「太」とcとlとs"
    looks = {run.text: (run.kind, run.strong, run.emphasis, run.deleted, run.href) for run in paragraph.inlines}
    assert looks["「太」"] == ("text", True, False, False, None)
    assert looks["c"] == ("code", False, False, False, None)
    assert looks["l"] == ("text", False, True, False, "u")
    assert looks["s"] == ("text", False, False, True, None)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(ending):
    source = "\ufeff# 題\n\n## 1.\n\n- あ\n  - い\n".replace("\n", ending)
    notes = read(source.encode())
    assert notes.title == "題"
    assert notes.sections[0].lines == Lines(3, 6)


def test_bytes_that_are_no_utf8_are_refused_with_their_place():
    with pytest.raises(reading.NotesError) as refused:
        read("# 題\n\n日本".encode() + b"\x93\xfa\n")
    assert str(refused.value) == "docs/notes/n.md:3: not UTF-8: byte 0x93 at offset 13 → save the file as UTF-8"


def test_repeated_numbers_get_addresses_of_their_own_and_a_warning():
    notes = read("## 21.\n\nあ\n\n## 21.\n\nい\n\n## index\n\nう\n")
    assert [s.slug for s in notes.sections] == ["21", "21-2", "index-2"]
    assert [(p.line, p.severity) for p in notes.problems] == [(5, Severity.WARNING), (9, Severity.WARNING)]


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("## 1.\n\n## 2.\n\nあ\n", 1, "empty"),
        ("## 1.\n\nあ\n\n```\nb\n", 5, "never closed"),
        ("## 1.\n\n" + ">" * 200 + " あ\n", 3, "too deeply"),
    ],
)
def test_doubtful_input_is_told_with_its_line(source, line, words):
    (problem,) = read(source).problems
    assert (problem.line, words in problem.what) == (line, True)


def test_what_nests_too_deeply_is_kept_as_source():
    source = "## 1.\n\n" + ">" * 200 + " 底\n"
    (block,) = read(source).sections[0].blocks
    assert (block.kind, block.text) == (Kind.CODE, source.split("\n")[2] + "\n")


def test_an_empty_file_is_an_empty_page():
    notes = read(b"")
    assert (notes.title, notes.sections, notes.preface.blocks) == ("n", (), ())


def test_a_footnote_defined_in_a_list_or_quote_goes_to_the_pages_that_refer_to_it():
    source = "## 1.\n\n- 項\n\n  [^a]: 甲\n\n> 引用[^b]\n>\n> [^b]: 乙\n\n## 2.\n\n文[^a][^b]\n"
    one, two = reading.read(source, file="n.md", stem="n").sections
    notes = [[b.info for b in section.walk() if b.kind is Kind.FOOTNOTE] for section in (one, two)]
    assert notes == [["b"], ["a", "b"]]
    assert all(block in two.blocks for block in two.walk() if block.kind is Kind.FOOTNOTE)


def test_front_matter_too_deep_to_read_is_text():
    source = f"---\na: {'[' * 500}\n---\n\n## 1.\n\n甲\n"
    read = reading.read(source, file="n.md", stem="n")
    assert [section.number for section in read.sections] == ["", "1"]  # "---" beneath a line of text is a heading's
    assert "[[[[" in read.sections[0].heading.text


def test_front_matter_is_front_matter_only_if_it_is_a_mapping():
    assert read("---\na: 1\n---\n\nb\n").preface.blocks[0].kind is Kind.FRONT_MATTER
    assert [b.kind for b in read("---\n\nb\n\n---\n").preface.blocks] == [Kind.RULE, Kind.PARAGRAPH, Kind.RULE]


BLOCKS = [
    "- ",
    "1. ",
    "> ",
    "    ",
    "```",
    "|a|b|\n|-|-|\n",
    "## ",
    "# ",
    "[^1]: ",
    "[x]: y",
    "<!--",
    "\n\n",
    "\n",
    "\t",
]
INLINES = ["**「", "」**", "[^1]", "<b>", "\\[", "$", "`", "  ", "&amp;", "~~", "![", "](", ")", "\x00", "\u2028"]
WORDS = ["日本語", "word", "２１．", "・", "✅"]
MARKUP = st.sampled_from([*BLOCKS, *INLINES, *WORDS])


@given(st.lists(MARKUP, max_size=40).map("".join))
def test_reading_never_fails_and_never_loses_a_word(source):
    notes = read(source)
    assert fidelity.unread(notes.source, parsing.parse(notes.source)[0], notes.file) == []
    for section in notes.pages:
        assert section.title
        for block in section.walk():
            assert 1 <= block.lines.first <= block.lines.last <= notes.source.count("\n") + 1


@given(st.text())
def test_any_text_is_a_note(source):
    assert read(source).title
