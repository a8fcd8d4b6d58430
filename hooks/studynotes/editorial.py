"""The editorial file beside the notes: what the writer did not say, kept out of both his notes and the code.

``docs/notes/<stem>.yml``::

    title: 別の題名          # of the collection, instead of its `#` heading
    sections:
      "21":                 # a section, by the last part of its page's address
        title: 短い題名
        topics: [モデル管理]  # the first one is its group in the navigation
        quiz: …             # see studynotes.questions

Every complaint names file and line, and the nearest valid name where one is close.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studynotes import yamlfile
from studynotes.model import Problem, Severity
from studynotes.yamlcheck import Checker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_TOP_KEYS = ("title", "sections")
_LIKE_NOTES = ("md", "markdown", "mdown", "mkdn", "mkd")
_LIKE_EDITORIAL = ("yml", "yaml")
_SECTION_KEYS = ("title", "topics", "quiz")


@dataclass(frozen=True, slots=True)
class SectionNote:
    """What the editorial file says of one section; ``quiz`` is passed on as written, for the questions to check."""

    title: str = ""
    topics: tuple[str, ...] = ()
    quiz: object = None


@dataclass(frozen=True, slots=True)
class Editorial:
    """A checked editorial file; without one, all is empty."""

    title: str = ""
    sections: Mapping[str, SectionNote] = field(default_factory=dict)
    document: yamlfile.Document | None = None
    problems: tuple[Problem, ...] = ()

    def section(self, slug: str) -> SectionNote:
        """What is said of the section with this slug (an empty note where nothing is)."""
        return self.sections.get(slug, SectionNote())

    def unmatched(self, slugs: Iterable[str]) -> list[Problem]:
        """A problem for each entry whose section is not in the notes."""
        known = list(slugs)
        problems = []
        for name in self.sections:
            if name not in known and self.document is not None:
                remedy = yamlfile.did_you_mean(name, known) or "remove the entry, or correct its name"
                problems.append(self.document.problem(f"the notes have no section “{name}”", remedy, "sections", name))
        return problems


def load(path: Path, file: str) -> Editorial:
    """Read and check the editorial file at ``path``, named ``file`` in messages. A missing file is an empty one."""
    return check(yamlfile.load(path, file)) if path.is_file() else Editorial()


def misnamed(names: Iterable[str], folder: str) -> Iterator[Problem]:
    """Tell the files that are beside the notes in vain: editorial files beside none, Markdown that is not named so.

    ``names`` are all files of the docs folder, ``folder`` is that of the notes in it.
    """
    known = frozenset(names)
    for name in sorted(name for name in known if name.startswith(f"{folder}/")):
        stem, dot, ending = name.rpartition(".")
        what = remedy = ""
        if f"{dot}{ending}" == ".yml" and f"{stem}.md" not in known:
            what = f"there are no notes docs/{stem}.md that this file could be about"
            remedy = "name it like the notes' file, or remove it"
        elif f"{dot}{ending}" != ".md" and ending.lower() in _LIKE_NOTES:
            what, remedy = "these are no notes: their files' names end in .md", f"name it docs/{stem}.md"
        elif f"{dot}{ending}" != ".yml" and ending.lower() in _LIKE_EDITORIAL:
            what, remedy = "this is no editorial file: their names end in .yml", f"name it docs/{stem}.yml"
        if what:
            yield Problem(f"docs/{name}", 0, Severity.WARNING, what, remedy)


def check(document: yamlfile.Document) -> Editorial:
    """The :class:`Editorial` that a YAML document holds; what is wrong in it is left out and told as a problem."""
    problems = list(document.problems)
    checker = Checker(document, problems)
    top = checker.mapping(document.value, _TOP_KEYS)
    sections: dict[str, SectionNote] = {}
    for slug, value in checker.mapping(top.get("sections"), None, "sections").items():
        entry = checker.mapping(value, _SECTION_KEYS, "sections", slug)
        sections[slug] = SectionNote(
            title=checker.text(entry.get("title"), "sections", slug, "title"),
            topics=checker.texts(entry.get("topics"), "sections", slug, "topics"),
            quiz=entry.get("quiz"),
        )
    return Editorial(checker.text(top.get("title"), "title"), sections, document, tuple(problems))
