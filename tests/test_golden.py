"""Golden pairs: a note (``golden/<name>.md``), and the bodies of the pages it becomes (``<name>.html``).

After a change that is meant, write them anew with ``GOLDEN=write make test`` and read the difference.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from studynotes import fidelity, reading, writing
from studynotes.links import Links
from studynotes.reading import parsing
from studynotes.writing import formulas

GOLDEN = Path(__file__).parent / "golden"


def pages(source: bytes, name: str) -> str:
    collection = reading.read(source, file=f"{name}.md", stem=name)
    urls = {
        (section.file, section.slug): f"notes/{name}/{section.slug}/".replace("//", "/") for section in collection.pages
    }
    links = Links([collection], urls, {}, {collection.file: f"notes/{name}.md"})
    parts = []
    problems = list(collection.problems)
    for section in collection.pages:
        body = writing.write(section, resolve=partial(links.resolve, section=section), formula=formulas.render)
        problems += body.problems
        assert fidelity.missing(section, f"<article>{body.html}</article>") == []
        parts.append(f"<!-- /{urls[section.file, section.slug]} “{section.title}” -->\n{body.html}")
    assert fidelity.unread(collection.source, parsing.parse(collection.source)[0], collection.file) == []
    return "\n".join(parts) + "".join(f"<!-- {problem.severity}: {problem} -->\n" for problem in problems)


@pytest.mark.parametrize("note", sorted(GOLDEN.glob("*.md")), ids=lambda path: path.stem)
def test_a_note_becomes_these_pages(note):
    shown = pages(note.read_bytes(), note.stem)
    expected = note.with_suffix(".html")
    if os.environ.get("GOLDEN") == "write":
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")
