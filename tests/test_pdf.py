"""The book as a PDF: what it holds, where it leads, and how it is made, asked of libraries that had no hand in it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from studynotes import fidelity, reading
from studynotes.book import batches, numbering, pdf
from support.printed import Printed, squeezed
from support.project import REPOSITORY

ABOUT = pdf.About("CloudTech Study", "日本語の学習ノート", "ja", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
                  "https://example.org/repo/")  # fmt: skip
PAGE = "print/index.html"


@pytest.fixture(scope="module")
def html(built_site):
    return (built_site / PAGE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tree(html):
    return LexborHTMLParser(html)


@pytest.fixture(scope="module", params=[batches.SIZE, 60_000], ids=["at once", "in batches"])
def size(request):
    return request.param


@pytest.fixture(scope="module")
def path(built_site, chromium_path, tmp_path_factory, size):
    target = tmp_path_factory.mktemp("book") / "book.pdf"
    printed = pdf.write(built_site, PAGE, target, ABOUT, size)
    assert printed.size == target.stat().st_size
    assert [entry.name for entry in target.parent.iterdir()] == ["book.pdf"]
    return target


@pytest.fixture(scope="module")
def printed(path):
    made = Printed(path)
    yield made
    made.close()


def words_at(tree, anchor):
    """The words of the element that a reference leads to: a heading's where it has one, else its own."""
    node = tree.css_first(f'[id="{anchor}"]')
    heading = node.css_first("h1, h2, h3, h4, h5, h6")
    return squeezed((heading or node).text())


def pages(printed, number):
    """The text of a page and the beginning of the next, where a word may go on."""
    return "".join(printed.pages[number - 1 : number + 1])


# -- What is in it ---------------------------------------------------------------------------------


def test_it_has_a_sane_number_of_pages(printed):
    assert 25 <= len(printed.pages) <= 70
    assert all(page.mediabox[2:] == pytest.approx([595, 842], abs=1) for page in printed.reader.pages)


def test_every_note_is_in_it_word_by_word(printed, tree):
    (file,) = sorted((REPOSITORY / "docs/notes").glob("*.md"))
    collection = reading.read(file.read_bytes(), file=file.name, stem=file.stem)
    chapters = [node.attributes["id"] for node in tree.css(".book-chapter")]
    ends = [printed.places.get(f"x-{name}", printed.places["key"]) for name in chapters]
    for section in collection.sections:
        article = next(n for n in tree.css("article") if n.text().strip().startswith(f"{section.number}."))
        start = printed.places[article.attributes["id"]]
        end = min(end for end in ends if end >= start)
        text = "".join(printed.pages[start - 1 : end])
        at = 0
        for block in section.walk():
            for leaf in fidelity._leaves(block):
                at = text.find(squeezed(leaf), at)
                assert at >= 0, (section.number, leaf)


def test_exercises_have_boxes_and_their_answers_stand_in_the_key(printed, tree):
    questions, key = tree.css(".book-exercise"), tree.css(".book-answer")
    assert len(questions) == len(key) >= 20
    for exercise, answer in zip(questions, key, strict=True):
        anchor = exercise.attributes["id"]
        assert answer.attributes["id"] == f"key-{anchor}"
        stem = squeezed(exercise.css_first(".book-stem p").text())
        assert stem[:20] in pages(printed, printed.places[anchor])
        assert len(exercise.css(".book-box")) == len(exercise.css(".book-choices > li"))
        assert "正解" + squeezed(answer.css_first("b").text()) in pages(printed, printed.places[f"key-{anchor}"])


def test_a_question_is_on_one_page_with_its_choices(printed, tree):
    for exercise in tree.css(".book-exercise"):
        text = printed.pages[printed.places[exercise.attributes["id"]] - 1]
        for choice in exercise.css(".book-choices > li"):
            assert squeezed(choice.text()) in text


def test_the_glossary_is_in_it(printed, tree):
    text = "".join(printed.pages[printed.places["glossary"] - 1 :])
    terms = tree.css(".book-term")
    assert len(terms) > 50
    assert all(squeezed(term.css("p")[1].text()) in text for term in terms)


def test_formulas_are_copied_and_read_as_their_tex(printed, tree):
    sources = [squeezed(node.text()) for node in tree.css(".katex annotation")]
    assert len(sources) >= 4
    for tex, count in Counter(sources).items():
        assert sum(text.count(tex) for text in printed.pages) == count
    formulas = [element for element in printed.elements() if element["/S"] == "/Formula"]
    assert [squeezed(element["/Alt"]) for element in formulas] == sources
    drawn = {squeezed(node.text()) for node in tree.css(".katex-html")}
    assert not any(text in page for page in printed.pages for text in drawn if len(text) > 10)


# -- Where it leads --------------------------------------------------------------------------------


def test_the_outline_is_the_contents(printed, html):
    def flat(lines, depth=0):
        for line in lines:
            yield line.words, printed.places[line.anchor], depth
            yield from flat(line.lines, depth + 1)

    wanted = list(flat(numbering.contents(html)))
    assert len(wanted) > 10
    assert [(mark.words, mark.page, mark.depth) for mark in printed.bookmarks()] == wanted


def test_every_number_in_the_contents_is_that_of_the_page_with_the_heading(printed, tree):
    end = printed.places["c1"]
    text = "".join(printed.pages[1 : end - 1])
    for line in tree.css(".book-line"):
        link = line.css_first("a")
        anchor = unquote(link.attributes["href"][1:])
        number = printed.places[anchor]
        assert f"{squeezed(link.text())}{number}" in text
        assert words_at(tree, anchor) in pages(printed, number)


def test_every_number_in_the_index_is_that_of_a_page_with_the_term(printed, tree):
    text = "".join(printed.pages[printed.places["index"] - 1 :])
    entries = [item for item in tree.css(".book-index li") if item.css_first(".book-pages")]
    assert len(entries) > 50
    for item in entries:
        numbers = set()
        for reference in item.css(".book-page"):
            anchor = unquote(reference.attributes["href"][1:])
            # A page that several references lead to is named, and linked to, once.
            if anchor in printed.places:
                numbers.add(printed.places[anchor])
                assert words_at(tree, anchor) in pages(printed, printed.places[anchor])
        listed = ",".join(map(str, sorted(numbers)))
        assert squeezed(item.css_first("a").text()) + listed in text


def test_every_number_in_the_key_leads_to_the_question(printed, tree):
    for answer in tree.css(".book-answer"):
        anchor = answer.attributes["id"]
        question = anchor.removeprefix("key-")
        text = pages(printed, printed.places[anchor])
        assert f"問題p.{printed.places[question]}ノートp." in text


def test_links_lead_somewhere_in_the_file_or_to_an_address(printed):
    links = printed.links()
    assert len(links) > 200
    assert [link for link in links if not link.address and not link.target] == []
    addresses = {link.address for link in links if link.address}
    assert all(re.match(r"(?:https?|mailto):", address) for address in addresses)
    assert not any("127.0.0.1" in address or "file:" in address for address in addresses)


def test_heads_name_the_chapter(printed, tree):
    chapter = tree.css_first(".book-chapter")
    title = chapter.css_first("h1").text().split(maxsplit=3)[-1]
    start = printed.places[chapter.attributes["id"]]
    odd = start if start % 2 else start + 1
    assert printed.heads(odd).endswith(f"{title}\n{odd}")
    assert printed.heads(odd + 1) == f"{ABOUT.title}\n{odd + 1}"


# -- How it is made --------------------------------------------------------------------------------


def test_typefaces_are_real_ones_and_in_the_file(printed):
    assert printed.fonts().keys() == {"/CIDFontType2"}
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in printed.fonts()["/CIDFontType2"])


def test_it_says_what_it_is(printed):
    root = printed.reader.trailer["/Root"]
    assert root["/Lang"] == "ja"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a PDF's own truth value)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    about = printed.reader.metadata
    assert (about.title, about.subject, about.creator) == (ABOUT.title, ABOUT.subject, ABOUT.address)
    assert about.creation_date == about.modification_date == ABOUT.date
    assert printed.reader.xmp_metadata.dc_title == {"x-default": ABOUT.title}
    assert printed.reader.xmp_metadata.dc_language == ["ja"]


def test_it_is_tagged_as_a_document_with_headings_lists_tables_and_pictures(printed, tree):
    kinds = Counter(element["/S"] for element in printed.elements())
    assert kinds["/H1"] == len(tree.css("h1"))
    assert kinds["/H2"] == len(tree.css("h2"))
    assert kinds["/TH"] == len(tree.css("th"))
    assert min(kinds[name] for name in ("/P", "/L", "/LI", "/Table", "/TR", "/TD", "/Link", "/Figure")) > 0
    figures = [element for element in printed.elements() if element["/S"] == "/Figure"]
    assert all(element.get("/Alt") for element in figures)


def test_the_same_page_gives_the_same_bytes(built_site, path, tmp_path, size):
    pdf.write(built_site, PAGE, tmp_path / "again.pdf", ABOUT, size)
    same = (tmp_path / "again.pdf").read_bytes() == path.read_bytes()
    assert same  # not the bytes themselves: telling how they differ takes an hour
