"""The notes as finished Markdown pages: the way out of MkDocs, should it or its theme end.

``python -m studynotes.staging FOLDER`` writes a project that any generator of Python-Markdown's kind builds without
hooks and without mkdocs-quiz, such as Zensical (``zensical build``). Bodies are the same HTML that the site has,
formulas included; headings are Markdown, so that the generator makes its table of contents of them; terms lead to
the glossary; questions stand at the end with their answers folded away. See CONTRIBUTING.md.
"""

from __future__ import annotations

import re
import shutil
import sys
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from jinja2 import Environment, FileSystemLoader
from selectolax.lexbor import LexborHTMLParser

from studynotes import editorial, glossary, reading, writing
from studynotes.glossary.matching import Matcher
from studynotes.links import Links, relative
from studynotes.questions import questions_of
from studynotes.questions.answerlists import answers_of
from studynotes.questions.sharing import inline_markdown
from studynotes.writing import formulas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studynotes.model import Collection, Section
    from studynotes.writing.body import Body

ROOT = Path(__file__).parents[2]
GLOSSARY = "glossary/"
_CSS = ("assets/stylesheets/notes.css", "assets/stylesheets/formulas.css", "assets/vendor/katex/katex.min.css")
_KATEX = ROOT / "node_modules" / "katex" / "dist"


def stage(docs: Path, folder: Path) -> int:
    """Write the project of the notes in ``docs`` into ``folder``; return how many pages of notes it has."""
    read = [_read(path) for path in sorted((docs / "notes").glob("*.md"))]
    collections = [collection for collection, _ in read]
    urls = {(s.file, s.slug): _url(collection, s) for collection in collections for s in collection.pages}
    links = Links(collections, urls, {}, {c.file: f"notes/{c.stem}.md" for c in collections})
    terms = glossary.load(docs / "glossary.yml", "docs/glossary.yml").terms
    matcher = Matcher(terms)
    env = Environment(loader=FileSystemLoader(ROOT / "overrides" / "staging"), autoescape=False)  # noqa: S701 (Markdown)
    env.globals["words"] = lambda text: inline_markdown((text,))
    for collection, beside in read:
        listed = answers_of(collection)
        for section in collection.pages:
            resolve = partial(links.resolve, section=section)
            body = writing.write(section, resolve=resolve, formula=formulas.render)
            here = urls[section.file, section.slug]
            marked = matcher.mark(body.html, partial(_term, relative(GLOSSARY, here)))
            questions, _ = questions_of(section, beside, collection.source, listed)
            page = env.get_template("page.md").render(
                title=section.label,
                description=section.summary,
                tags=section.topics,
                parts=list(_parts(marked.html, body)),
                questions=questions,
            )
            _write(folder / "docs" / _path(collection, section), page)
    _write(folder / "docs" / "glossary.md", env.get_template("glossary.md").render(terms=terms))
    _write(folder / "docs" / "index.md", "# ホーム\n")
    _assets(docs, folder / "docs")
    _write(folder / "mkdocs.yml", yaml.safe_dump(_config(collections), allow_unicode=True, sort_keys=False))
    return len(urls)


def _read(path: Path) -> tuple[Collection, editorial.Editorial]:
    name = f"docs/notes/{path.name}"
    beside = editorial.load(path.with_suffix(".yml"), str(Path(name).with_suffix(".yml")))
    return reading.read(path.read_bytes(), file=name, stem=path.stem, editorial=beside), beside


def _url(collection: Collection, section: Section) -> str:
    return f"notes/{collection.stem}/{section.slug}/" if section.slug else f"notes/{collection.stem}/"


def _path(collection: Collection, section: Section) -> str:
    return f"notes/{collection.stem}/{section.slug or 'index'}.md"


def _term(page: str, term: str, html: str) -> str:
    """An occurrence of a term, with a link to its entry on the glossary's page."""
    return f'<a class="term" href="{page}#{escape(term)}">{html}</a>'


def _parts(html: str, body: Body) -> Iterator[dict[str, Any]]:
    """The body cut at its own headings, which become Markdown; what is between them stays HTML."""
    headings = {heading.anchor: heading for heading in body.headings}
    tree = LexborHTMLParser(html).body
    run: list[str] = []
    for node in tree.iter() if tree is not None else ():
        heading = headings.get(node.attributes.get("id") or "") if re.fullmatch("h[2-6]", str(node.tag)) else None
        if node.tag == "h1":
            continue
        if heading is None:
            run.append(node.html or "")
            continue
        yield {"html": "\n".join(run)}
        run = []
        yield {"level": heading.level, "words": heading.words, "anchor": heading.anchor}
    yield {"html": "\n".join(run)}


def _assets(docs: Path, folder: Path) -> None:
    for name in _CSS[:-1]:
        _write(folder / name, (docs / name).read_text(encoding="utf-8"))
    vendor = (folder / _CSS[-1]).parent
    shutil.copytree(_KATEX / "fonts", vendor / "fonts", dirs_exist_ok=True)
    shutil.copy(_KATEX / "katex.min.css", vendor)


def _config(collections: list[Collection]) -> dict[str, Any]:
    notes = [{c.title: [_path(c, c.preface), *({s.label: _path(c, s)} for s in c.sections)]} for c in collections]
    return {
        "site_name": "CloudTech Study",
        "theme": {"name": "material", "language": "ja", "font": False, "features": ["navigation.indexes"]},
        "extra_css": list(_CSS),
        "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
        "nav": [{"ホーム": "index.md"}, {"ノート": notes}, {"用語集": "glossary.md"}],
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.stdout.write(f"{stage(ROOT / 'docs', Path(sys.argv[1]))} pages of notes in {sys.argv[1]}\n")
