"""The site's questions for other programs: an Anki deck, and QTI packages for learning management systems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.utils import get_build_timestamp
from mkdocs_quiz.qti import (  # type: ignore[import-untyped]  # ships no types
    Answer,
    Blank,
    QTIExporter,
    QTIVersion,
    Quiz,
    QuizCollection,
)

import quizzes
from studynotes import anki
from studynotes.questions import BLANK_MARK
from studynotes.xmltext import guarded, restored

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "assets/quiz"
_LOOK = ("anki/front.html", "anki/back.html", "anki/style.css")
_QTI = {"questions-qti12.zip": QTIVersion.V1_2, "questions-qti21.zip": QTIVersion.V2_1}


@event_priority(-20)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish the questions that the hook `quizzes` found."""
    records = quizzes.state(config).records
    if not records:
        return files
    timestamp = float(get_build_timestamp())
    made = {"questions.apkg": _deck(records, config, timestamp)}
    collection = QuizCollection(guarded(config.site_name), [_quiz(entry) for entry in records], identifier="questions")
    for name, version in _QTI.items():
        made[name] = anki.repacked(QTIExporter.create(collection, version).export_to_bytes(), timestamp, _finished)
    for name, content in made.items():
        files.append(File.generated(config, f"{FOLDER}/{name}", content=content))
    return files


def _deck(records: list[dict[str, Any]], config: MkDocsConfig, timestamp: float) -> bytes:
    env: Environment = config.theme.get_env()
    fields = cast("Any", env.get_template("anki/fields.html").module)
    site = config.site_url or ""
    notes = []
    for entry in records:
        shown = (
            fields.parts(entry["stem"]),
            fields.choices(entry),
            fields.answer(entry),
            fields.reasons(entry),
            fields.source(entry, site and site + entry["url"]),
        )
        notes.append(anki.Note(entry["id"], tuple(" ".join(each.split()) for each in shown), tuple(entry["topics"])))
    front, back, style = (_raw(env, name) for name in _LOOK)
    return anki.deck(config.site_name, notes, anki.Look(front, back, style), timestamp=timestamp)


def _raw(env: Environment, name: str) -> str:
    """A file of the theme as it is: Anki's templates look like Jinja's."""
    if env.loader is None:
        raise RuntimeError("the theme has no templates")
    return env.loader.get_source(env, name)[0]


def _quiz(entry: dict[str, Any]) -> Quiz:
    """A question as mkdocs-quiz's exporter takes it, all of its words guarded from it."""
    stem = guarded("\n".join("".join(part["words"]) for part in entry["stem"]))
    name = f"q{entry['id']}"
    content = guarded("\n".join("".join(part["words"]) for part in entry["explanation"])) or None
    if entry["answers"]:
        blanks = []
        for number, answer in enumerate(entry["answers"]):
            stem = stem.replace(BLANK_MARK, f"{{{{BLANK_{number}}}}}", 1)
            blanks.append(Blank(guarded(answer), f"{name}b{number or ''}"))
        return Quiz(stem, blanks=blanks, content=content, identifier=name)
    answers = [
        Answer(
            guarded("".join(choice["words"])),
            is_correct=choice["right"],
            identifier=f"{name}c{choice['id']}",
            feedback=guarded("\n".join("".join(words) for words in choice["reasons"])) or None,
        )
        for choice in entry["choices"]
    ]
    return Quiz(stem, answers=answers, content=content, identifier=name)


def _finished(xml: bytes) -> bytes:
    """A file of a package: what it holds is the writer's words, not HTML as the exporter says of them."""
    return restored(xml.decode()).replace('texttype="text/html"', 'texttype="text/plain"').encode()
