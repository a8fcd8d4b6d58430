"""Quizzes in the built site: on the pages, as data, and for other programs."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from quizspeed import FragmentMarkdown
from quizzes import SHOWN

NOTES = """# 学習

## 1. 節

文。

### 問題 1
次のうち、"空" の色はどれか。

A. `赤` の絵の具
B. 青 & 白 <b>太字</b>
C. *黄* [x] 緑_

**答え: B**

- A: 夕焼けのときだけ
- C: 見たことがない

## 2. 別の節

問いはない。
"""


def quizzes(html):
    return LexborHTMLParser(html).css(".quiz[data-question]")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    from support.project import build_project, make_project  # noqa: PLC0415 (as the function-scoped fixture does)

    folder = tmp_path_factory.mktemp("quizzes")
    make_project(folder, {"a.md": NOTES}, {})
    built = build_project(folder, strict=True, config={})
    assert not built.failed, built.log
    return built


def test_a_quiz_comes_after_the_text_and_leads_back_to_it(small):
    html = small.text("notes/a/1/index.html")
    page = LexborHTMLParser(html)
    (quiz,) = quizzes(html)
    way_back = quiz.css_first(".quiz-passage a").attributes["href"]
    assert html.index("夕焼けのときだけ") < html.index('id="quiz.all"')
    assert page.css_first(f'[id="{way_back[1:]}"]') is not None
    assert [link.attributes["href"] for link in page.css(".md-nav--secondary a")][-1] == "#quiz.all"


def test_what_the_book_and_the_search_cut_off_holds_the_quizzes_and_nothing_else(small):
    before, _, after = small.text("notes/a/1/index.html").partition(SHOWN)
    assert not quizzes(before)
    assert len(quizzes(after)) == 1
    assert "夕焼けのときだけ" in before


def test_words_that_look_like_markup_are_shown_as_they_are(small):
    (quiz,) = quizzes(small.text("notes/a/1/index.html"))
    assert [label.text() for label in quiz.css("label")] == [
        "A 赤 の絵の具",
        "B 青 & 白 太字",
        "C 黄 [x] 緑_",
    ]
    assert quiz.css_first("label code").text() == "赤"


def test_nothing_is_named_by_position_and_nothing_is_inline(small):
    html = small.text("notes/a/1/index.html")
    (quiz,) = quizzes(html)
    name = quiz.attributes["data-question"]
    assert re.fullmatch("[0-9a-f]{12}", name)
    assert {element.attributes["id"] for element in quiz.css("[id]")} >= {f"q.{name}-question"}
    assert "quiz-0" not in html
    assert "mkdocsQuiz" not in html
    region = html[html.index('class="quizzes"') : html.index("</article>")]
    assert not re.search(r"<style|javascript:| on\w+=| style=", region)


def test_a_quiz_is_no_form_so_that_a_browser_that_fills_in_forms_does_not_lay_it_out(small):
    (quiz,) = quizzes(small.text("notes/a/1/index.html"))
    assert quiz.css("form") == []
    assert {button.attributes["type"] for button in quiz.css("button")} == {"button"}
    # What a form did: choices of one quiz do not take another's mark away.
    assert {choice.attributes["name"] for choice in quiz.css("fieldset input")} == {quiz.attributes["id"]}


def test_the_answer_can_be_read_without_scripts(small):
    (quiz,) = quizzes(small.text("notes/a/1/index.html"))
    assert "B 青 & 白 太字" in quiz.css_first("details.quiz-answer").text()


def test_a_page_without_questions_carries_nothing_of_it(small):
    assert not re.search(r"quiz\.(?:js|css)|理解度チェック|mkdocs-quiz", small.text("notes/a/2/index.html"))


def test_quizzes_stay_out_of_the_search_index(small):
    index = json.loads(small.text("search/index.json"))["docs"]
    entries = [entry for entry in index if entry["location"].startswith("notes/")]
    assert entries
    assert not re.search("解答する|理解度チェック", json.dumps(entries, ensure_ascii=False))


def test_the_questions_are_there_as_data(small):
    (entry,) = json.loads(small.text("assets/quiz/questions.json"))
    assert entry["url"].startswith("notes/a/1/#q.")
    assert [(choice["label"], choice["right"]) for choice in entry["choices"]] == [
        ("A", False),
        ("B", True),
        ("C", False),
    ]
    script = small.text("assets/quiz/questions.js")
    assert json.loads(script.removeprefix("globalThis.studyQuestions = ").removesuffix(";\n")) == [entry]


def test_inserting_a_section_before_leaves_the_names_alone(small, build):
    built = build(
        {
            "a.md": NOTES.replace(
                "## 1. 節", "## 0. 新しい節\n\n### 問題 1\n海の色は？\n\nA. 青\nB. 黒\n\n答え: A\n\n## 1. 節"
            )
        }
    )
    (before,) = quizzes(small.text("notes/a/1/index.html"))
    (after,) = quizzes(built.text("notes/a/1/index.html"))
    names = [[element.attributes["id"] for element in quiz.css("[id]")] for quiz in (before, after)]
    assert names[0] == names[1]


def test_a_malformed_quiz_fails_the_build_with_its_place_and_the_mend(build):
    built = build({"a.md": "# A\n\n## 1.\n\n文。\n\n<quiz>\nどれか。\n- [ ] 甲\n- [ ] 乙\n</quiz>\n"}, fails=True)
    assert "docs/notes/a.md:7: a <quiz> without a right choice → mark it with [x]" in built.log


def test_a_quiz_of_the_writers_own_is_asked_and_its_source_folded(build):
    built = build({"a.md": "# A\n\n## 1. 節\n\n<quiz>\nどれか。\n\n- [x] 甲\n> 理由\n- [ ] 乙\n</quiz>\n\n後の文。\n"})
    page = LexborHTMLParser(built.text("notes/a/1/index.html"))
    assert "甲" in page.css_first("details.quiz-source").text()
    assert "後の文" not in page.css_first("details.quiz-source").text()
    assert sorted(label.text() for label in page.css(".quiz label")) == sorted(["甲", "乙"])
    assert page.css_first(".answer-feedback").text() == "理由"


def test_a_doubtful_question_warns_and_is_not_asked(build):
    built = build({"a.md": NOTES.replace("**答え: B**", "**答え: E**")})
    assert "docs/notes/a.md:14: the answer “E” names none of the choices" in built.log
    assert quizzes(built.text("notes/a/1/index.html")) == []


def test_the_anki_deck_holds_every_question_under_a_name_that_stays(small, tmp_path):
    (entry,) = json.loads(small.text("assets/quiz/questions.json"))
    with zipfile.ZipFile(small.site / "assets/quiz/questions.apkg") as package:
        package.extract("collection.anki2", tmp_path)
    with sqlite3.connect(tmp_path / "collection.anki2") as database:
        ((fields, tags, guid),) = database.execute("select flds, tags, guid from notes").fetchall()
    database.close()
    name, question, choices, answer, reasons, source = fields.split("\x1f")
    assert name == entry["id"]
    assert question == "<p>次のうち、&#34;空&#34; の色はどれか。</p>"
    assert "<code>赤</code> の絵の具" in choices
    assert answer == "<p>青 &amp; 白 太字</p>"
    assert "夕焼けのときだけ" in reasons
    assert source.endswith("節")
    assert tags.strip() == "学習"
    assert guid


@pytest.mark.parametrize("name", ["questions-qti12.zip", "questions-qti21.zip"])
def test_the_qti_packages_are_well_formed(small, name):
    with zipfile.ZipFile(io.BytesIO((small.site / "assets/quiz" / name).read_bytes())) as package:
        files = {file: package.read(file) for file in package.namelist()}
    for content in files.values():
        ET.fromstring(content)  # noqa: S314 (made by ourselves)
    assert any("夕焼け".encode() in content or "青".encode() in content for content in files.values())


@pytest.mark.parametrize("name", ["questions-qti12.zip", "questions-qti21.zip"])
def test_the_qti_packages_hold_the_writers_words(build, name):
    choice = 'B. "青" & `<bucket-name>` ]]> &amp; \x0b `<b>`'
    built = build({"a.md": NOTES.replace("B. 青 & 白 <b>太字</b>", choice)}, site_name='"学習" <1> & 2')
    with zipfile.ZipFile(io.BytesIO((built.site / "assets/quiz" / name).read_bytes())) as package:
        roots = {file: ET.fromstring(package.read(file)) for file in package.namelist()}  # noqa: S314 (as above)
    elements = [element for root in roots.values() for element in root.iter()]
    texts = [(element.text or "").strip() for element in elements]
    assert '次のうち、"空" の色はどれか。' in texts
    assert '"青" & <bucket-name> ]]> & \ufffd <b>' in texts
    titles = [element.attrib["title"] for element in elements if "title" in element.attrib]
    assert '"学習" <1> & 2' in titles
    assert '次のうち、"空" の色はどれか。' in titles
    assert {element.attrib.get("texttype") for element in elements} <= {None, "text/plain"}


def test_two_builds_give_the_same_files(small, build):
    again = build({"a.md": NOTES})
    for name in ("questions.json", "questions.js"):
        assert small.text(f"assets/quiz/{name}") == again.text(f"assets/quiz/{name}")


@given(
    st.text(st.sampled_from("あ漢。（ \u3000\xa0\u2028\x85\t\n\x02aZ1.-*`&<"))
    | st.lists(st.sampled_from(["あ", "a1", " ", "\n", "\n\n", "&#38;", "&#60;", "&#9;", "&#0;", "&#999999;"])).map(
        "".join
    )
    | st.text()
)
def test_words_without_markup_are_the_paragraph_that_markdown_makes_of_them(words):
    slow, fast = Markdown(extensions=["sane_lists"]), FragmentMarkdown(extensions=["sane_lists"])
    assert fast.convert(words) == slow.convert(words)
