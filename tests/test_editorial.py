"""The editorial file: what it may say, and how it is corrected."""

import pytest

from studynotes import editorial, reading, yamlfile


def check(text: str) -> editorial.Editorial:
    return editorial.check(yamlfile.parse(text, "docs/notes/n.yml"))


def test_titles_and_topics():
    said = check('title: 題\nsections:\n  21:\n    title: 節\n    topics: [甲, 乙, 甲]\n  "22":\n    topics: 丙\n')
    assert said.problems == ()
    assert said.title == "題"
    assert said.section("21") == editorial.SectionNote("節", ("甲", "乙"))
    assert said.section("22").topics == ("丙",)
    assert said.section("なし") == editorial.SectionNote()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: x\n", 'n.yml:1: unknown key “titel” → did you mean "title"?'),
        ("sections:\n  21:\n    topic: x\n", 'n.yml:3: unknown key “topic” → did you mean "topics"?'),
        ("sections:\n  21:\n    zzz: x\n", "n.yml:3: unknown key “zzz” → the keys are: title, topics, quiz"),
        ("sections: [21]\n", "n.yml:1: keys with values are expected here → write it as `key: value`"),
        ("sections:\n  21:\n    title: [a]\n", "n.yml:3: a text is expected here"),
        ("sections:\n  21:\n    topics:\n      - a\n      - {b: c}\n", "n.yml:5: a text is expected here"),
        ("title: x\ntitle: y\n", "n.yml:2: "),
        ("a: [\n", "n.yml:2: not valid YAML"),
    ],
)
def test_every_complaint_names_file_line_and_remedy(text, message):
    assert message in "\n".join(str(problem) for problem in check(text).problems)


def test_an_entry_without_its_section_is_told():
    notes = reading.read("## 21.\n\nあ\n", file="n.md", stem="n", editorial=check("sections:\n  '12':\n    title: x\n"))
    (problem,) = notes.problems
    assert str(problem) == "docs/notes/n.yml:2: the notes have no section “12” → " + problem.remedy
    assert notes.sections[0].title == "あ"


def test_the_file_is_optional(tmp_path):
    assert editorial.load(tmp_path / "none.yml", "none.yml") == editorial.Editorial()


def test_files_that_are_beside_the_notes_in_vain_are_told():
    names = [
        "notes/a.md",
        "notes/a.yml",
        "notes/b.yml",
        "notes/c.MD",
        "notes/d.markdown",
        "notes/a.yaml",
        "notes/x.png",
        "z.yml",
    ]
    assert [str(problem).split(" → ")[1] for problem in editorial.misnamed(names, "notes")] == [
        "name it docs/notes/a.yml",
        "name it like the notes' file, or remove it",
        "name it docs/notes/c.md",
        "name it docs/notes/d.md",
    ]
