"""Any page on paper: the light scheme's colours, nothing of the screen's, nothing folded away, answers at the end."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from support.printed import Printed, squeezed

NOTE = "notes/cloudtech-study/27/"
TREE = "notes/cloudtech-study/21/"
FORMATS = {"A4": (595, 842), "Letter": (612, 792)}


@pytest.fixture
def paper(new_page, site_url, tmp_path):
    """Print a page of the site as a reader's browser does."""
    opened = []

    def make(address, scheme="light", size="A4", act=None, **options):
        page = new_page(color_scheme=scheme)
        page.goto(site_url + address)
        page.wait_for_load_state("networkidle")
        if act:
            act(page)
        file = tmp_path / f"{len(opened)}.pdf"
        page.pdf(path=file, format=size, tagged=True, **options)
        opened.append(Printed(file))
        return opened[-1]

    yield make
    for printed in opened:
        printed.close()


def text(printed):
    return "".join(printed.pages)


def letters(words):
    """What is left without signs: a machine may have no font for 📂."""
    return "".join(filter(str.isalnum, squeezed(words)))


@pytest.mark.parametrize("address", ["", NOTE, TREE, "glossary/", "tags/", "review/"])
def test_the_dark_scheme_prints_dark_on_white(paper, address):
    printed = paper(address, "dark", print_background=True)
    for number in range(1, len(printed.pages) + 1):
        picture = printed.picture(number, scale=0.5).convert("L")
        width, height = picture.size
        margin = [picture.getpixel((x, y)) for x in (2, width - 3) for y in range(2, height - 2, 9)]
        assert min(margin) > 250
        assert sum(picture.histogram()[200:]) > 0.8 * width * height


def test_both_schemes_print_the_same(paper):
    pictures = [paper(NOTE, scheme, print_background=True) for scheme in ("light", "dark")]
    one, other = ([printed.picture(n).tobytes() for n in range(1, 4)] for printed in pictures)
    assert one == other


@pytest.mark.parametrize("size", FORMATS)
def test_any_paper_is_filled_and_nothing_runs_over(paper, size):
    printed = paper(NOTE, size=size)
    for number, page in enumerate(printed.reader.pages, 1):
        assert page.mediabox[2:] == pytest.approx(FORMATS[size], abs=1)
        picture = printed.picture(number).convert("L").point(lambda value: 255 * (value < 200))
        left, _, right, _ = picture.getbbox()
        assert left > 36
        assert right < FORMATS[size][0] - 36


def test_pages_are_numbered(paper):
    printed = paper(TREE)
    count = len(printed.pages)
    assert count > 1
    assert all(f"{number} / {count}" in printed.heads(number) for number in range(1, count + 1))


def test_nothing_of_the_screen_is_printed(paper):
    printed = paper(NOTE)
    for words in (
        "検索",
        "コンテンツにスキップ",
        "¶",
        "目次",
        "次へ",
        "このページを編集",
        "確かめる",
        "答えを見る",
        "Material",
    ):
        assert squeezed(words) not in text(printed), words


def test_what_is_folded_is_printed(paper, page, site_url):
    page.goto(site_url + TREE)
    hidden = page.locator("details.diagram-source").first
    assert not hidden.evaluate("it => it.open")
    words = letters(hidden.locator("li").first.text_content())
    assert words
    assert words in letters(text(paper(TREE)))


def test_questions_have_empty_boxes_and_the_answers_stand_at_the_end(paper, page, site_url):
    page.goto(site_url + NOTE)
    count = page.locator(".quiz").count()
    assert count > 5
    body = text(paper(NOTE))
    questions, _, answers = body.partition("解答問1")
    for number in range(1, count + 1):
        assert f"問{number}" in questions
    assert answers.count("問") >= count - 1
    reason = squeezed(page.locator(".paper-answers dd").first.text_content())
    assert reason in "問1" + answers
    assert reason not in questions


def test_what_was_answered_on_the_screen_stays_there(paper):
    def answer(page):
        for quiz in page.locator(".quiz").all()[:3]:
            quiz.locator("input").first.check()
            quiz.locator("button[type=submit], .quiz-button").first.click()

    clean, answered = paper(NOTE), paper(NOTE, act=answer)
    assert text(clean) == text(answered)
    pictures = [
        [printed.picture(n).tobytes() for n in range(1, len(printed.pages) + 1)] for printed in (clean, answered)
    ]
    assert pictures[0] == pictures[1]


def test_no_question_or_table_row_is_cut_in_two(paper, page, site_url):
    page.goto(site_url + NOTE)
    printed = paper(NOTE)
    for row in page.locator(".md-content table tr, .quiz").all():
        cells = row.locator("th, td, fieldset label").all()
        words = [squeezed(cell.text_content()) for cell in cells]
        assert any(all(word in one for word in words) for one in printed.pages), words


def test_no_heading_is_the_last_on_its_page(paper, page, site_url):
    page.goto(site_url + NOTE)
    headings = [squeezed(h.text_content()).rstrip("¶") for h in page.locator(".md-content :is(h2, h3)").all()]
    for one in paper(NOTE).pages:
        body = re.sub(r"\d+/\d+$", "", one)
        assert not [heading for heading in headings if body.endswith(heading)]


def test_terms_are_explained_at_the_foot(paper, page, site_url):
    page.goto(site_url + NOTE)
    notes = page.locator(".term-note__text")
    assert notes.count() > 5
    foot = text(paper(NOTE)).partition("このページの用語")[2]
    for words in notes.all_text_contents():
        assert squeezed(words) in re.sub(r"\d+/\d+", "", foot)
    assert "用語集へ" not in foot


def test_addresses_are_printed_where_the_words_do_not_say_them(paper):
    assert "くわしい説明（https://" in text(paper("glossary/"))


def test_a_long_page_prints_without_what_it_scrolls(build, serve, new_page, tmp_path):
    code = "x = " + "y" * 300
    table = "| " + " | ".join(f"列{n}" for n in range(12)) + " |\n|" + "---|" * 12 + "\n" + (
        "| " + " | ".join(["とても長い言葉" * 3] * 12) + " |\n") * 3  # fmt: skip
    built = build({"a.md": f"## 1.\n\n```\n{code}\n```\n\n{table}\n\n[語](https://example.org/x)\n"})
    page = new_page()
    page.goto(serve(built.site) + "notes/a/1/")
    data = BytesIO(page.pdf(format="A4"))
    file = tmp_path / "long.pdf"
    file.write_bytes(data.getvalue())
    printed = Printed(file)
    assert squeezed(code) in text(printed)
    assert "列11" in text(printed)
    assert "語（https://example.org/x）" in text(printed)
    picture = printed.picture(1).convert("L").point(lambda value: 255 * (value < 200))
    assert picture.getbbox()[2] < 595 - 36
    printed.close()
