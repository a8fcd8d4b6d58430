"""The notes as finished Markdown pages: the way out of MkDocs, should it or its theme end.

``python -m studynotes.staging FOLDER`` writes a project that any generator of Python-Markdown's kind builds without
hooks and without mkdocs-quiz, such as Zensical (``zensical build``). Bodies are the same HTML that the site has,
formulas included; headings are Markdown, so that the generator makes its table of contents of them; terms lead to
the glossary; questions stand at the end with their answers folded away. See CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import yaml
from jinja2 import Environment, FileSystemLoader
from selectolax.lexbor import LexborHTMLParser

from studynotes import editorial, glossary, reading, writing, yamlfile
from studynotes.clashes import Place, clashes
from studynotes.glossary.matching import Matcher
from studynotes.links import Links, relative
from studynotes.model import Problem, Severity
from studynotes.questions import questions_in
from studynotes.questions.elsewhere.answerlists import answers_of
from studynotes.questions.sharing import inline_markdown
from studynotes.writing import formulas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studynotes.model import Collection, Section
    from studynotes.writing.body import Body

ROOT = Path(__file__).parents[2]
GLOSSARY = "glossary/"
_CSS = ("assets/stylesheets/notes.css", "assets/stylesheets/formulas.css", "assets/vendor/katex/katex.min.css")
_KATEX = ROOT / "node_modules" / "katex" / "dist"


@dataclass(frozen=True, slots=True)
class Staged:
    """What was written: how many pages of notes, and what there is to say about the notes."""

    pages: int
    problems: tuple[Problem, ...]


def stage(docs: Path, folder: Path) -> Staged:
    """Write the project of the notes in ``docs`` into ``folder``.

    What is beside the notes comes along; a file that is no UTF-8 is left out and told as a problem.
    """
    problems: list[Problem] = []
    files = sorted(_published(docs))
    notes = [name for name in files if name.startswith("notes/") and name.endswith(".md")]
    read = list(_read_all(docs, notes, problems))
    collections = [collection for collection, _ in read]
    urls = {(s.file, s.slug): _url(collection, s) for collection in collections for s in collection.pages}
    names = [name for name in files if not name.endswith((".md", ".yml"))]
    problems += clashes(
        (Place(_path(c, s), s.file, s.lines.first) for c in collections for s in c.pages),
        (Place(name, f"docs/{name}") for name in names),
    )
    addresses = {**{name: quote(name) for name in names}, "index.md": "", "glossary.md": GLOSSARY}
    known = glossary.load(docs / "glossary.yml", "docs/glossary.yml")
    paths = {c.file: f"notes/{c.stem}.md" for c in collections}
    links = Links(collections, urls, addresses, paths, {"glossary.md": {term.id for term in known.terms}})
    problems += known.problems
    matcher = Matcher(known.terms)
    env = Environment(loader=FileSystemLoader(ROOT / "overrides" / "staging"), autoescape=False)  # noqa: S701 (Markdown)
    env.globals["words"] = lambda text: inline_markdown((text,))
    for collection, beside in read:
        problems += collection.problems
        asked, _ = questions_in(collection.pages, beside, collection.source, answers_of(collection))
        for section, (questions, doubts) in zip(collection.pages, asked, strict=True):
            resolve = partial(links.resolve, section=section)
            body = writing.write(section, resolve=resolve, formula=formulas.render)
            here = urls[section.file, section.slug]
            marked = matcher.mark(body.html, partial(_term, relative(GLOSSARY, here)))
            problems += (*body.problems, *doubts)
            page = env.get_template("page.md").render(
                title=section.label,
                description=section.summary,
                tags=section.topics,
                parts=list(_parts(marked.html, body)),
                questions=questions,
            )
            _write(folder / "docs" / _path(collection, section), page)
    _write(folder / "docs" / "glossary.md", env.get_template("glossary.md").render(terms=known.terms))
    _write(folder / "docs" / "index.md", "# ホーム\n")
    _copy(docs, names, folder / "docs")
    config = _config(_site_name(docs), collections)
    _write(folder / "mkdocs.yml", yaml.safe_dump(config, allow_unicode=True, sort_keys=False))
    return Staged(len(urls), tuple(sorted(set(problems))))


def main(arguments: Sequence[str] | None = None) -> int:
    """Stage this project's notes as the command line says; the exit status is 1 if one of them has an error."""
    parser = argparse.ArgumentParser(prog="python -m studynotes.staging", description="Stage the notes as Markdown.")
    parser.add_argument("folder", type=Path, help="where the project is written")
    folder = parser.parse_args(arguments).folder
    staged = stage(ROOT / "docs", folder)
    for problem in staged.problems:
        sys.stderr.write(f"{problem.severity}: {problem}\n")
    sys.stdout.write(f"{staged.pages} pages of notes in {folder}\n")
    return int(any(problem.severity is Severity.ERROR for problem in staged.problems))


def _published(docs: Path) -> Iterator[str]:
    """The files of the docs folder, from there, those in linked folders too; as in MkDocs, hidden ones are none."""
    for folder, inner, names in os.walk(docs, followlinks=True):
        inner[:] = [name for name in inner if not name.startswith(".")]
        yield from (Path(folder, name).relative_to(docs).as_posix() for name in names if not name.startswith("."))


def _read_all(
    docs: Path, names: Iterable[str], problems: list[Problem]
) -> Iterator[tuple[Collection, editorial.Editorial]]:
    for name in names:
        path, file = docs / name, f"docs/{name}"
        beside = editorial.load(path.with_suffix(".yml"), str(Path(file).with_suffix(".yml")))
        stem = name.removeprefix("notes/").removesuffix(".md")
        try:
            yield reading.read(path.read_bytes(), file=file, stem=stem, editorial=beside), beside
        except reading.NotesError as error:
            problems.append(error.problem)


def _site_name(docs: Path) -> str:
    settings = yamlfile.load(docs.parent / "mkdocs.yml", "mkdocs.yml").value
    return str(settings["site_name"]) if isinstance(settings, dict) and settings.get("site_name") else docs.parent.name


def _url(collection: Collection, section: Section) -> str:
    return quote(f"notes/{collection.stem}/{section.slug}/" if section.slug else f"notes/{collection.stem}/")


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


def _copy(docs: Path, names: Iterable[str], folder: Path) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(docs / name, folder / name)
    vendor = (folder / _CSS[-1]).parent
    shutil.copytree(_KATEX / "fonts", vendor / "fonts", dirs_exist_ok=True)
    shutil.copy(_KATEX / "katex.min.css", vendor)


def _config(site_name: str, collections: list[Collection]) -> dict[str, Any]:
    notes = [{c.title: [_path(c, c.preface), *({s.label: _path(c, s)} for s in c.sections)]} for c in collections]
    return {
        "site_name": site_name,
        "theme": {"name": "material", "language": "ja", "font": False, "features": ["navigation.indexes"]},
        "extra_css": list(_CSS),
        "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
        "nav": [{"ホーム": "index.md"}, {"ノート": notes}, {"用語集": "glossary.md"}],
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
