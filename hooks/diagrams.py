"""Puts diagrams beside the trees and the Mermaid text that the notes hold, which stay where they are, folded away."""

from __future__ import annotations

import hashlib
import logging
import re
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from mkdocs.plugins import event_priority

import notebook
from studynotes import diagrams
from studynotes.diagrams import gallery, trees
from studynotes.model import Problem, Severity
from studynotes.writing.body import Insertions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from notebook import Notebook
    from studynotes.diagrams import Picture
    from studynotes.diagrams.gallery import Hung
    from studynotes.model import Block, Section

log = logging.getLogger("mkdocs.hooks.diagrams")

TREE_SUMMARY = "ノートに書かれたままの形"
FENCE_SUMMARY = "図の元の記述"
_KEY = "diagrams"
_CLOSING = "</details>"
_SVG = re.compile(r"<svg ([^>]*)>(.*)", re.DOTALL)
_ID = re.compile(r'(?<=["#])mermaid-figure')
_LINE = re.compile(r"on line (\d+)")


@event_priority(20)  # once the notes are read
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Have all diagrams drawn in one go, while other hooks see to the files: it is a browser that works at it."""
    found = _found_in(notebook.of(config).sections)
    drawing = ThreadPoolExecutor(1)
    config.extra[_KEY] = found, drawing.submit(gallery.hang, _pictures(found))
    drawing.shutdown(wait=False)  # it ends when this is drawn


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Tell where the pages will hold them."""
    notes = notebook.of(config)
    found, drawing = cast("tuple[_Found, Future[Hung]]", config.extra.pop(_KEY))
    _hang(notes, config, notes.sections, found, drawing.result())
    notes.preparers.append(partial(_draw_again, notes, config))


def _draw_again(notes: Notebook, config: MkDocsConfig, sections: Mapping[str, Section]) -> None:
    found = _found_in(sections)
    _hang(notes, config, sections, found, gallery.hang(_pictures(found)))


def _hang(notes: Notebook, config: MkDocsConfig, sections: Mapping[str, Section], found: _Found, hung: Hung) -> None:
    if not any(found.values()):
        return
    log.info("Diagrams: %s", hung)
    template = config.theme.get_env().get_template("partials/diagram.html")
    for uri, places in found.items():
        page = hashlib.sha256(uri.encode()).hexdigest()[:10]  # ids in a drawing's style sheet are plain words only
        for number, place in enumerate(places, 1):
            errors = [hung.errors[name] for picture, _, _ in place.group for name in hung.missing(picture)]
            if errors and place.block:
                notes.report(_problem(sections[uri], place.block, errors[0]))
            else:
                insertions = _insertions(place, f"Diagram-{page}-{number}", hung, template)
                notes.insertions.setdefault(uri, []).append(insertions)


class Place(NamedTuple):
    """Where a figure goes: its token; of each picture its caption and the tokens it was drawn from; a fence's block."""

    at: int
    group: list[tuple[Picture, str, tuple[int, int] | None]]
    block: Block | None = None


_Found = dict[str, list[Place]]  # by the page's src_uri


def _found_in(sections: Mapping[str, Section]) -> _Found:
    return {uri: list(_places(section)) for uri, section in sections.items()}


def _pictures(found: _Found) -> list[Picture]:
    return [picture for places in found.values() for place in places for picture, _, _ in place.group]


def _places(section: Section) -> Iterator[Place]:
    for figure in trees.figures(section):
        yield Place(figure.at, [(diagrams.of_tree(tree), tree.title, tree.written) for tree in figure.trees])
    for block, picture in diagrams.of_fences(section):
        yield Place(block.position, [(picture, "", (block.position, block.end))], block)


def _insertions(place: Place, prefix: str, hung: Hung, template: Template) -> Insertions:
    summary = FENCE_SUMMARY if place.block else TREE_SUMMARY
    pictures = [
        _view(picture, caption, f"{prefix}-{n}", hung) for n, (picture, caption, _) in enumerate(place.group, 1)
    ]
    written = [tokens for _, _, tokens in place.group if tokens]
    before = {first: template.render(pictures=[], summary=summary) for first, _ in written}
    before[place.at] = template.render(pictures=pictures, summary=summary if place.at in before else "")
    return Insertions(before, {last: _CLOSING for _, last in written})


def _view(picture: Picture, caption: str, name: str, hung: Hung) -> dict[str, Any]:
    light = _svg(hung.svgs[picture.name], name)
    dark = None if picture.roots else _svg(hung.svgs[picture.name + gallery.DARK], f"{name}-dark")
    width = re.search(r'\bwidth="(\d+)"', light[0])
    return {
        "id": name,
        "title": picture.title,
        "description": picture.description,
        "caption": caption,
        "light": light,
        "dark": dark,
        "width": int(width[1]) if width else 0,
    }


def _svg(svg: str, name: str) -> tuple[str, str]:
    """An SVG's attributes, and its content with its end tag, under an id of its own."""
    match = _SVG.match(_ID.sub(name, svg.strip()))
    if match is None:
        raise ValueError(f"no SVG: {svg[:40]}")
    return match[1], match[2]


def _problem(section: Section, block: Block, error: str) -> Problem:
    line = _LINE.search(error)
    at = block.lines.first + (int(line[1]) if line else 0)
    return Problem(section.file, at, Severity.WARNING, f"Mermaid: {error}", "it is shown as code until then")
