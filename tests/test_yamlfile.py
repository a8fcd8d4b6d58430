from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studynotes import yamlfile
from studynotes.model import Severity

TEXT = """\
# a comment
terms:
  - term: 概念ドリフト
    aliases: [one,
      two]
  - term: MAE
"""


def said(text):
    return [str(problem) for problem in yamlfile.parse(text, "x.yml").problems]


def test_values_are_plain():
    document = yamlfile.parse(TEXT, "x.yml")
    assert document.value == {"terms": [{"term": "概念ドリフト", "aliases": ["one", "two"]}, {"term": "MAE"}]}
    assert document.problems == ()


@pytest.mark.parametrize(
    ("place", "line"),
    [((), 2), (("terms",), 2), (("terms", 0), 3), (("terms", 0, "aliases"), 4), (("terms", 0, "aliases", 1), 5),
     (("terms", 1, "term"), 6), (("terms", 1, "missing"), 6), (("other",), 2)],
)  # fmt: skip
def test_every_place_has_its_line(place, line):
    document = yamlfile.parse(TEXT, "x.yml")
    assert document.line(*place) == line
    assert str(document.problem("wrong", "right it", *place)) == f"x.yml:{line}: wrong → right it"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: 1\na: 2", 'x.yml:2: the key "a" was already given in line 1'),
        ("a: &x [1]\nb: *x", "x.yml:2: an alias"),
        ("a:\n  - !foo x", "x.yml:2: the tag !foo"),
        ("a: !!python/object/apply:os.system [x]", "x.yml:1: the tag"),
        ("a: 1\nb: [", "x.yml:3: not valid YAML"),
        ("a: 1\nb: \x01", "x.yml:2: not valid YAML"),
        ("a: 1\n--- \nb: 1", "x.yml:2: not valid YAML"),
        ("a: 1\n\n[b]: 1", "x.yml:3: a key must be"),
        ("a: 2024-13-45", "x.yml:1: 2024-13-45 is no valid value"),
        ("[" * 200 + "]" * 200, "x.yml:1: nested too deeply"),
        ("- \ud800", "x.yml: not valid YAML"),
    ],
)
def test_what_is_refused(text, says):
    problems = yamlfile.parse(text, "x.yml").problems
    assert problems[0].severity is Severity.ERROR
    assert str(problems[0]).startswith(says)


def test_an_alias_in_itself_ends():
    assert said("a: &x\n  b: *x")[0].startswith("x.yml:2: an alias")


def test_keys_and_dates_stay_as_written():
    assert yamlfile.parse("21: a\nno: b\nday: 2024-01-02", "x.yml").value == {"21": "a", "no": "b", "day": "2024-01-02"}


@pytest.mark.parametrize("written", ["1.10", "007", "0x1F", "12:30", "1_000", "+1", "1e3", ".5"])
def test_numbers_that_yaml_would_change_stay_as_written(written):
    assert yamlfile.parse(f"a: {written}", "t.yml").value == {"a": written}


def test_an_empty_file_has_no_value():
    assert yamlfile.parse("", "x.yml").value is None
    assert said("# only words\n") == []


def test_a_file_that_is_not_utf8_is_named_with_its_byte(tmp_path):
    path = tmp_path / "x.yml"
    path.write_bytes("a: 1\nb: 値".encode("shift_jis"))
    problem = yamlfile.load(path, "x.yml").problems[0]
    assert (problem.line, problem.what) == (2, "not UTF-8: byte 0x92 at offset 8")


def test_a_byte_order_mark_is_no_text(tmp_path):
    path = tmp_path / "x.yml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert yamlfile.load(path, "x.yml").value == {"a": 1, "b": 2}


def test_a_missing_file_is_a_problem(tmp_path):
    assert "cannot be read" in yamlfile.load(tmp_path / "no.yml", "no.yml").problems[0].what


@given(st.text() | st.text(alphabet="ab:-[]{}&*!|>'\"#\n ,?%@`"))
def test_no_text_raises(text):
    document = yamlfile.parse(text, "x.yml")
    assert document.line() >= 1


def test_did_you_mean():
    assert yamlfile.did_you_mean("defintion", ["term", "definition"]) == 'did you mean "definition"?'
    assert yamlfile.did_you_mean("zzz", ["term"]) == ""
