"""Pages that would be written over each other are told, and nothing is lost in silence."""

import unicodedata

import pytest

from studynotes.clashes import Place, clashes
from studynotes.model import Severity

A = Place("notes/a/b/index.html", "docs/notes/a.md", 3)


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("notes/a/b/index.html", Severity.ERROR),
        ("notes/a/b", Severity.ERROR),  # a file where the page needs a folder
        ("notes/a/b/index.html/x.png", Severity.ERROR),
        ("notes/A/b/index.html", Severity.WARNING),
        ("notes/A", Severity.WARNING),
        ("notes/a/c/index.html", None),
        ("notes/a/b.png", None),
        ("notes/a/b/index.html.gz", None),
    ],
)
def test_a_page_and_another_file(path, severity):
    other = Place(path, "docs/other")
    for found in (clashes([A], [other]), clashes([Place(path, "docs/other"), A], [])):
        problems = list(found)
        assert [problem.severity for problem in problems] == ([severity] if severity else [])
        assert all((problem.file, problem.line) == ("docs/notes/a.md", 3) for problem in problems)
        assert all("docs/other" in problem.what for problem in problems)


def test_two_encodings_of_a_name_are_one_on_some_disks():
    one, other = (unicodedata.normalize(form, "が") for form in ("NFC", "NFD"))
    (problem,) = clashes([Place(f"notes/{one}/x", "1.md"), Place(f"notes/{other}/x", "2.md")], [])
    assert problem.severity is Severity.WARNING


def test_two_files_are_told_once_however_many_pages_they_have():
    pages = [Place(f"notes/{stem}/{n}/index.html", f"{stem}.md", n) for stem in "aA" for n in range(1, 5)]
    (problem,) = clashes(pages, [])
    assert (problem.file, problem.line) == ("A.md", 1)


def test_files_that_are_no_notes_are_not_our_affair():
    assert not list(clashes([A], [Place("x", "1"), Place("x", "2"), Place("x/y", "3")]))


def test_a_section_and_a_file_of_its_name_fail_the_build_with_both_places(build):
    built = build({"a.md": "# 題\n\n## b\n\n甲\n", "a/b.md": "乙\n"}, fails=True)
    (line,) = [line for line in built.warnings() if "docs/notes" in line]
    assert line.startswith("ERROR mkdocs.hooks.notes: docs/notes/a")
    assert "docs/notes/a.md:3" in line
    assert "docs/notes/a/b.md:1" in line
    assert "another name" in line


def test_a_note_and_a_file_of_its_name_fail_the_build(build):
    built = build({"図.png.md": "# 題\n", "図.png": b"x"}, fails=True)
    assert "docs/notes/図.png.md:1: this page and that of docs/notes/図.png would both be" in built.log


def test_two_notes_that_differ_in_case_are_both_built_with_a_warning(build):
    built = build({"A.md": "甲\n", "a.md": "乙\n"})
    assert "甲" in built.text("notes/A/index.html")
    assert "乙" in built.text("notes/a/index.html")
    assert any("docs/notes/a.md:1: notes/a/index.html and notes/A/index.html" in line for line in built.warnings())
