"""The notes as a book: its order, its numbers, and the text that goes into a style sheet."""

from __future__ import annotations

import pytest

from studynotes import book, reading
from studynotes.editorial import Editorial, SectionNote
from studynotes.model import Lines
from studynotes.questions import Choice, Form, Part, Question


def collection(stem, text, **topics):
    notes = Editorial(sections={slug.strip("_"): SectionNote(topics=tuple(names)) for slug, names in topics.items()})
    return reading.read(text, file=f"docs/notes/{stem}.md", stem=stem, editorial=notes)


def question(*choices, form=Form.SINGLE, answer=""):
    stem = (Part("text", ("どれですか。",)),)
    return Question(form, stem, choices, "test", "a.md", Lines(1, 1), answers=(answer,) if answer else (), order=True)


def outline(volume):
    return [(c.number, c.title, [e.section.title for e in c.entries]) for c in volume.chapters]


def test_topics_are_chapters_in_the_order_of_their_first_section_and_those_without_come_last():
    notes = collection("a", "# 本\n\n## 1. 甲\n\n## 2. 乙\n\n## 3. 丙\n\n## 4. 丁\n", _1=["x"], _2=["y", "x"], _3=["x"])
    assert outline(book.arranged([notes])) == [(1, "x", ["甲", "丙"]), (2, "y", ["乙"]), (3, "その他", ["丁"])]


def test_a_collection_without_topics_is_one_chapter_of_its_name():
    assert outline(book.arranged([collection("a", "# 本\n\n## 1. 甲\n\n## 2. 乙\n")])) == [(1, "本", ["甲", "乙"])]


def test_a_preface_is_a_chapter_without_a_number_where_it_says_anything():
    volume = book.arranged([collection("a", "# 本\n\nまえがき。\n\n## 1. 甲\n")])
    assert outline(volume) == [(0, "本", ["本"]), (1, "本", ["甲"])]


def test_collections_are_parts_where_there_are_several_and_chapters_are_counted_through():
    one, two, none = collection("a", "# 一\n\n## 1. 甲\n"), collection("b", "# 二\n\n## 1. 乙\n"), collection("c", "")
    assert not book.arranged([one]).has_parts
    volume = book.arranged([one, none, two])
    assert [(part.number, part.title) for part in volume.parts] == [(1, "一"), (2, "二")]
    assert [chapter.number for chapter in volume.chapters] == [1, 2]
    assert volume.has_parts


def test_anchors_are_unique():
    volume = book.arranged([collection(stem, "# 本\n\n序。\n\n## 1. 甲\n\n## 2. 乙\n", _1=["x"]) for stem in "ab"])
    anchors = [named.anchor for named in (*volume.parts, *volume.chapters, *volume.entries)]
    assert len(anchors) == len(set(anchors)) == 2 * (1 + 3 + 3)


def test_no_notes_make_an_empty_book():
    assert book.arranged([]).parts == ()


def test_exercises_are_numbered_through_a_chapter():
    (chapter,) = book.arranged([collection("a", "# 本\n\n## 1. 甲\n\n## 2. 乙\n")]).chapters
    first, second = (entry.anchor for entry in chapter.entries)
    asked = {second: [question(answer="3", form=Form.BLANK)], first: [question(answer=str(n)) for n in range(2)]}
    exercises = book.exercises(chapter, asked)
    assert [(e.number, e.entry.section.title) for e in exercises] == [(1, "甲"), (2, "甲"), (3, "乙")]
    assert [e.anchor for e in exercises] == ["q1-1", "q1-2", "q1-3"]
    assert exercises[2].key == "3"


@pytest.mark.parametrize(
    ("labels", "letters"),
    [
        (["", "", ""], "ABC"),
        (["ア", "イ", "ウ"], "アイウ"),
        (["1", "2", ""], "ABC"),
        (["A", "A", "B"], "ABC"),
    ],
)
def test_choices_have_the_notes_letters_or_their_own(labels, letters):
    choices = [Choice((str(n),), right=n > 0, label=label) for n, label in enumerate(labels)]
    assert [letter for letter, _ in book.lettered(choices)] == list(letters)


def test_the_key_names_every_right_choice():
    (chapter,) = book.arranged([collection("a", "# 本\n\n## 1. 甲\n")]).chapters
    asked = question(*(Choice((str(n),), right=n != 1) for n in range(3)), form=Form.MULTIPLE)
    (exercise,) = book.exercises(chapter, {chapter.entries[0].anchor: [asked]})
    assert exercise.key == "A、C"


def test_more_choices_than_letters_are_numbered():
    letters = [letter for letter, _ in book.lettered([Choice((str(n),), right=False) for n in range(28)])]
    assert letters[25:] == ["Z", "27", "28"]


def test_nothing_ends_a_string_in_a_style_sheet():
    assert book.css_string('a"b\\c\n</style>') == "a\\22 b\\5c c\\a \\3c /style\\3e "
    assert book.css_string("第 1 章　モデル") == "第 1 章\\3000 モデル"
