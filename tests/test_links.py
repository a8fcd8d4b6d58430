"""Where links written for GitHub lead on the site."""

import pytest

from studynotes import reading
from studynotes.links import Links, relative

A = "# 甲\n\n前書き\n\n## 1. 一つ目\n\n### 小見出し\n\n## 🔥 二つ目 & 三つ目\n\nあ\n"
B = "# 乙\n\n## 一つ目\n\nい\n"


@pytest.fixture(scope="module")
def site():
    notes = [reading.read(text, file=f"docs/notes/{stem}.md", stem=stem) for stem, text in (("a", A), ("b", B))]
    urls = {(s.file, s.slug): f"notes/{c.stem}/{s.slug}{'/' if s.slug else ''}" for c in notes for s in c.pages}
    files = {"notes/図.png": "notes/%E5%9B%B3.png", "index.md": "", "about.md": "about/", "terms.md": "terms/"}
    paths = {c.file: f"notes/{c.stem}.md" for c in notes}
    return notes, Links(notes, urls, files, paths, {"terms.md": {"語", "row.a"}})


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("#小見出し", "#%E5%B0%8F%E8%A6%8B%E5%87%BA%E3%81%97"),
        ("#%E5%B0%8F%E8%A6%8B%E5%87%BA%E3%81%97", "#%E5%B0%8F%E8%A6%8B%E5%87%BA%E3%81%97"),
        ("#1-一つ目", "./"),
        ("#-二つ目--三つ目", "../二つ目-三つ目/"),
        ("#二つ目--三つ目", "../二つ目-三つ目/"),  # as other tools make anchors of emoji
        ("#甲", "../"),
        ("b.md", "../../b/"),
        ("./b.md#一つ目", "../../b/一つ目/"),
        ("図.png", "../../%E5%9B%B3.png"),
        ("../index.md", "../../../"),
        ("../about.md#x", "../../../about/#x"),
        ("../terms.md", "../../../terms/"),
        ("../terms.md#%E8%AA%9E", "../../../terms/#%E8%AA%9E"),
        ("../terms.md#row.a", "../../../terms/#row.a"),
        ("../terms.md#ない", None),
        ("https://example.com/a#b", "https://example.com/a#b"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("#ない", None),
        ("ない.md", None),
        ("b.md#ない", None),
        ("/etc/passwd", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("", None),
        ("http:b.md", None),
        ("mailto:", None),
        ("ftp://example.com/", None),
        ("http://[", None),
        ("//[", None),
        ("http://a\u2100b/", None),  # its NFKC form would change the host
    ],
)
def test_a_link_of_section_one_leads_to(site, href, url):
    notes, links = site
    assert links.resolve(href, notes[0].sections[0]).url == url


def test_only_addresses_of_other_hosts_are_external(site):
    notes, links = site
    assert [links.resolve(h, notes[0].preface).external for h in ("b.md", "https://a.example/", "//a.example/x")] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("target", "here", "expected"),
    [("a/b/", "a/c/", "../b/"), ("", "a/", "../"), ("a/", "a/", "./"), ("x.png", "", "x.png"), ("", "", "./")],
)
def test_addresses_are_relative_so_that_the_site_works_anywhere(target, here, expected):
    assert relative(target, here) == expected
