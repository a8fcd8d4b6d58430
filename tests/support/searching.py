"""The search's scripts in a JavaScript engine, and how well they answer queries."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml
from py_mini_racer import MiniRacer

from support.project import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

SCRIPTS = REPOSITORY / "docs/assets/javascripts/search"
PARTS = ("fold", "kana", "layers", "fuzzy", "query", "engine", "snippet", "worker")  # as hooks/search.py joins them
QUERIES = REPOSITORY / "tests/search-queries.yml"


class Scripts:
    """The search's scripts, loaded into an engine of their own."""

    def __init__(self) -> None:
        self._engine = MiniRacer()
        for part in PARTS:
            self._engine.eval((SCRIPTS / f"{part}.js").read_text("utf-8"))

    def close(self) -> None:
        """End the engine; it does not end by itself with the process."""
        self._engine.close()

    def call(self, expression: str, *arguments: object) -> object:
        """Call the function that ``expression`` names or is, with JSON values, and return its JSON value."""
        given = ",".join(json.dumps(argument) for argument in arguments)
        value = self._engine.eval(f"JSON.stringify((({expression})({given})) ?? null)")
        return json.loads(str(value))


class Search(Scripts):
    """The search over an index, as the worker answers."""

    def __init__(self, index: Mapping[str, object]) -> None:
        super().__init__()
        self.call("index => { engine = new studySearch.Engine({docs: index.docs, ...index.config.study}) }", index)

    def __call__(self, query: str) -> list[list[dict[str, object]]]:
        """The results for ``query``: for each page its pieces, the best first."""
        return self.call("query => studySearch.result(engine, query).items", query)

    def pages(self, query: str) -> list[str]:
        """The addresses of the pages found, the best first."""
        return [str(items[0]["location"]).split("#")[0] for items in self(query)]


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the last parts of the addresses of the pages that answer it."""

    group: str
    text: str
    pages: tuple[str, ...]
    held_out: bool


def queries(path: Path = QUERIES) -> tuple[Query, ...]:
    """Return the queries of a file such as ``search-queries.yml``."""
    groups = yaml.safe_load(path.read_text("utf-8"))
    return tuple(
        Query(group, str(text), tuple(map(str, pages)), split == "held-out")
        for group, pairs in groups.items()
        for text, pages, split in pairs
    )


def rank(found: Sequence[str], wanted: Iterable[str]) -> int:
    """Return the first place, from 1, of a wanted page among the pages found; 0 if there is none."""
    ends = tuple(f"/{page}/" for page in wanted)
    return next((place for place, page in enumerate(found, 1) if f"/{page}".endswith(ends)), 0)
