"""The way out of MkDocs: the notes as finished Markdown, with nothing lost when another generator renders it."""

from __future__ import annotations

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
