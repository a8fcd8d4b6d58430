"""The way out of MkDocs: the notes as finished Markdown, with nothing lost when another generator renders it."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
import yaml
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from studynotes import fidelity, reading, staging
from support.project import REPOSITORY

CASES = sorted([*(REPOSITORY / "tests" / "golden").glob("*.md"), *(REPOSITORY / "docs" / "notes").glob("*.md")])


def staged(note, folder):
    """Stage one file of notes, and give its sections with the HTML that Python-Markdown makes of their pages."""
    docs = folder / "docs"
    (docs / "notes").mkdir(parents=True)
    (docs / "notes" / note.name).write_bytes(note.read_bytes())
    (docs / "assets").symlink_to(REPOSITORY / "docs" / "assets")
    (docs / "glossary.yml").write_bytes((REPOSITORY / "docs" / "glossary.yml").read_bytes())
    staging.stage(docs, folder / "out")
    for section in reading.read(note.read_bytes(), file=note.name, stem=note.stem).pages:
        page = folder / "out" / "docs" / "notes" / note.stem / f"{section.slug or 'index'}.md"
        _, front, text = page.read_text(encoding="utf-8").split("---\n", 2)
        html = Markdown(extensions=["attr_list", "toc"]).convert(text)
        yield section, yaml.safe_load(front), html


@pytest.mark.parametrize("note", CASES, ids=lambda path: path.stem)
def test_nothing_is_lost(note, tmp_path):
    for section, front, html in staged(note, tmp_path):
        words = section.heading.text if section.heading else ""
        page = f"<article>{words.replace('<', '&lt;')}{html}</article>"  # the title may be the editorial one
        assert fidelity.missing(section, page) == []
        assert front["title"]


def test_generator_needs_no_hooks(tmp_path):
    pages = list(staged(REPOSITORY / "docs" / "notes" / "cloudtech-study.md", tmp_path))
    config = yaml.safe_load((tmp_path / "out" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "hooks" not in config
    assert "plugins" not in config
    tree = LexborHTMLParser("".join(html for _, _, html in pages))
    assert tree.css("h2[id]")
    assert tree.css("details summary")
    assert {link.attributes["href"].split("#")[0] for link in tree.css("a.term")} == {"../../../glossary/"}
    for name in config["extra_css"]:
        assert (tmp_path / "out" / "docs" / name).is_file()


DOT = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def project(tmp_path):
    notes = {
        "a.md": "# 題\n\n## 1.\n\n![絵](図/赤%23.png) [節](部/乙.md#二) [外](../writing.md) ![無](無.png)\n",
        "図/赤#.png": DOT,
        "部/乙.md": "## 二\n\n[甲](../a.md#1) [用語](../../glossary.md) ![絵](../図/赤%23.png) $\\frac{1$\n",
        "sjis.md": "日本".encode("shift_jis"),
    }
    for name, content in notes.items():
        file = tmp_path / "docs" / "notes" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    (tmp_path / "docs" / "assets").symlink_to(REPOSITORY / "docs" / "assets")
    (tmp_path / "mkdocs.yml").write_text('site_name: 学習\nsite_url: !ENV [X, ""]\n', encoding="utf-8")
    return tmp_path


def test_subfolders_pictures_and_the_sites_name_come_along(project):
    staged = staging.stage(project / "docs", project / "out")
    out = project / "out" / "docs"
    assert staged.pages == 4
    assert (out / "notes" / "図" / "赤#.png").read_bytes() == DOT
    config = yaml.safe_load((project / "out" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config["site_name"] == "学習"
    for name in (*config["extra_css"], "notes/a/1.md", "notes/部/乙/二.md"):
        assert (out / name).is_file(), name
    html = Markdown(extensions=["attr_list"]).convert((out / "notes/部/乙/二.md").read_text(encoding="utf-8"))
    page = LexborHTMLParser(html)
    here = "https://example.org/notes/部/乙/二/"
    assert urljoin(here, page.css_first("img").attributes["src"]).endswith("/notes/%E5%9B%B3/%E8%B5%A4%23.png")
    assert [urljoin(here, link.attributes["href"]) for link in page.css("p a")] == [
        "https://example.org/notes/a/1/",
        "https://example.org/glossary/",
    ]


def test_what_is_wrong_is_told(project):
    told = [str(problem) for problem in staging.stage(project / "docs", project / "out").problems]
    for words in (
        "docs/notes/a.md:5: nothing is at “../writing.md”",
        "docs/notes/a.md:5: no picture at “無.png”",
        "docs/notes/sjis.md:1: not UTF-8",
        "docs/notes/部/乙.md:3: formula not understood",
    ):
        assert any(line.startswith(words) for line in told), (words, told)


def test_the_command_needs_a_folder_and_says_so(capsys):
    with pytest.raises(SystemExit) as ended:
        staging.main([])
    assert ended.value.code == 2
    assert "usage: python -m studynotes.staging" in capsys.readouterr().err


def test_the_command_stages_this_project(tmp_path, capsys):
    assert staging.main([str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    assert f"pages of notes in {tmp_path / 'out'}" in said.out
    assert "error" not in said.err
    assert "warning" not in said.err
