"""Questions for others: as plain data (the review page, the deck) and as mkdocs-quiz's Markdown."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from studynotes.questions.question import BLANK_MARK, Choice, Part, Question, Words, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")  # whatever ends a line for whoever reads them one by one
_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")  # ASCII punctuation: all that Markdown gives a meaning


def choice_id(choice: Choice) -> str:
    """A choice's own name within its question, by its words: answers are kept by it, whatever the order."""
    return hashlib.sha256(folded(choice.words).encode()).hexdigest()[:8]


def record(question: Question, **place: object) -> dict[str, Any]:
    """The question as JSON's types. Words are lists of plain text and code by turns; ``place`` comes along as it is."""
    return {
        "id": question.id,
        "form": str(question.form),
        "stem": _parts(question.stem),
        "choices": [
            {
                "id": choice_id(choice),
                "words": list(choice.words),
                "right": choice.right,
                "label": choice.label,
                "reasons": [list(words) for words in choice.reasons],
            }
            for choice in question.shown
        ],
        "answers": list(question.answers),
        "explanation": _parts(question.explanation),
        **place,
    }


def _parts(parts: Iterable[Part]) -> list[dict[str, Any]]:
    return [{"kind": part.kind, "words": list(part.words)} for part in parts]


def inline_markdown(words: Words, answer: str = "") -> str:
    """Words as Markdown that shows exactly them, on one line; with an ``answer``, a blank is one of mkdocs-quiz.

    What is to be filled in is set on the finished page (``hooks/quizhtml.py``): mkdocs-quiz would read an answer as
    Markdown, and only up to its first bracket.
    Every character that could mean something is written as a reference, so nothing in the notes can become markup.
    """
    shown = []
    for index, run in enumerate(words):
        safe = _MARKUP.sub(lambda found: f"&#{ord(found[0])};", _LINE_END.sub(" ", run))
        shown.append(f"<code>{safe}</code>" if index % 2 else safe)
    line = "".join(shown).strip()
    return line.replace(BLANK_MARK, "[[…]]") if answer else line


def code_markdown(words: Words) -> str:
    """A block of code as raw HTML's content: line ends stay, the rest is safe."""
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", "".join(words))
