"""An Anki deck (``.apkg``) of questions."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import genanki  # type: ignore[import-untyped]  # ships no types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FIELDS = ("Id", "Question", "Choices", "Answer", "Reasons", "Source")


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its stable name, the HTML of :data:`FIELDS` but the first, and its topics."""

    id: str
    fields: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How cards look: front and back in Anki's template language, and their style sheet."""

    front: str
    back: str
    style: str


def deck(name: str, notes: Iterable[Note], look: Look, *, timestamp: float) -> bytes:
    """The deck as a file's bytes, the same for the same input.

    A note's GUID is made from the question's stable name: importing a newer deck updates the notes that are there and
    keeps their schedule. A question whose stem, choices or key changed is another question, and another note.
    """
    model = genanki.Model(
        _number(f"model {name}"),
        name,
        fields=[{"name": field} for field in FIELDS],
        templates=[{"name": name, "qfmt": look.front, "afmt": look.back}],
        css=look.style,
    )
    made = genanki.Deck(_number(f"deck {name}"), name)
    for note in notes:
        fields = [note.id, *note.fields]
        made.add_note(genanki.Note(model, fields, guid=genanki.guid_for(note.id), tags=[_tag(t) for t in note.topics]))
    package = io.BytesIO()
    genanki.Package(made).write_to_file(package, timestamp=timestamp)
    return repacked(package.getvalue(), timestamp)


def repacked(archive: bytes, timestamp: float, change: Callable[[bytes], bytes] = bytes) -> bytes:
    """The zip archive with all its entries dated ``timestamp`` (1980 at the earliest: the format's own beginning).

    ``change`` may give each entry another content.
    """
    date = max(datetime.fromtimestamp(timestamp, UTC), datetime(1980, 1, 1, tzinfo=UTC))
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, date.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, change(source.read(entry)))
    return result.getvalue()


def _number(name: str) -> int:
    """A model's or deck's own number: Anki wants one that never changes."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) | 1 << 30


def _tag(topic: str) -> str:
    return "_".join(topic.split())
