"""What the editorial file says about a section's questions: ``sections.<slug>.quiz``.

::

    quiz:
      off: true                # or a list of kinds: choices, terms, definitions, comparison, figures
      stem: 要件を満たすのはどれですか。   # of the notes' own choices
      key: 平均絶対誤差             # the right choice, by the words it begins with; a list where there are several
      choices: [正確度, …]          # wrong choices beside those the notes call wrong
      terms: [オフライン検証, …]      # further terms, as wrong choices where a meaning's term is asked
      questions:                   # more questions
        - stem: …
          key: …                   # or a list
          choices: [ … ]           # the wrong ones
          answer: "0.62"           # instead of key and choices: a figure or word to fill in where the stem has ＿＿＿
          reason: …
          about: 概念ドリフトとは     # words of the notes that the question rests on

A choice is a text, or ``{text: …, reason: …}``. Where its text begins an item of the notes, that item is meant,
with the reasons beneath it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes import yamlfile
from studynotes.cjk import joins_without_space
from studynotes.model import Problem, Severity
from studynotes.questions.question import BLANK_MARK

if TYPE_CHECKING:
    from studynotes.editorial import Editorial

KINDS = ("choices", "terms", "definitions", "comparison", "blanks", "figures")
_KEYS = ("off", "stem", "key", "choices", "terms", "questions")
_QUESTION_KEYS = ("stem", "key", "choices", "answer", "reason", "about")


@dataclass(frozen=True, slots=True)
class Wording:
    """A choice as the editorial file words it."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Extra:
    """A question of the editorial file's own."""

    stem: str
    key: tuple[Wording, ...]
    choices: tuple[Wording, ...]
    answers: tuple[str, ...]
    reason: str
    about: str
    line: int


@dataclass(frozen=True, slots=True)
class Additions:
    """All that is said of one section; ``file`` and ``line`` name the place for messages."""

    off: frozenset[str] = frozenset()
    stem: str = ""
    key: tuple[Wording, ...] = ()
    choices: tuple[Wording, ...] = ()
    terms: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()
    file: str = ""
    line: int = 0
    problems: tuple[Problem, ...] = ()


def additions_for(editorial: Editorial, slug: str) -> Additions:
    """The checked additions for the section ``slug``; what is wrong is left out and told as a problem with its line."""
    value = editorial.section(slug).quiz
    if value is None or editorial.document is None:
        return Additions()
    return _Reader(editorial.document, ("sections", slug, "quiz")).read(value)


def _joined(words: list[str]) -> str:
    """Words of one text; where YAML's folding made a space out of a line end inside Japanese, there is none."""
    result = ""
    for word in words:
        glue = "" if not result or joins_without_space(result[-1], word[0]) else " "
        result += glue + word
    return result


class _Reader:
    def __init__(self, document: yamlfile.Document, place: yamlfile.Place) -> None:
        self._document = document
        self._place = place
        self._problems: list[Problem] = []

    def read(self, value: object) -> Additions:
        top = self._mapping(value, _KEYS)
        extras = [
            self._extra(entry, ("questions", index)) for index, entry in enumerate(self._list(top.get("questions")))
        ]
        return Additions(
            off=self._off(top.get("off")),
            stem=self._text(top.get("stem"), "stem"),
            key=self._wordings(top.get("key"), "key"),
            choices=self._wordings(top.get("choices"), "choices"),
            terms=tuple(self._text(term, "terms", index) for index, term in enumerate(self._list(top.get("terms")))),
            extras=tuple(extra for extra in extras if extra),
            file=self._document.file,
            line=self._document.line(*self._place),
            problems=tuple(self._problems),
        )

    def _off(self, value: object) -> frozenset[str]:
        if isinstance(value, bool):
            return frozenset(KINDS) if value else frozenset()
        kinds = [str(kind) for kind in self._list(value)]
        for index, kind in enumerate(kinds):
            if kind not in KINDS:
                remedy = yamlfile.did_you_mean(kind, KINDS) or f"the kinds are: {', '.join(KINDS)}"
                self._complain(f"no kind of question is called “{kind}”", remedy, "off", index)
        return frozenset(kinds) & frozenset(KINDS)

    def _extra(self, value: object, place: yamlfile.Place) -> Extra | None:
        entry = self._mapping(value, _QUESTION_KEYS, *place)
        extra = Extra(
            stem=self._text(entry.get("stem"), *place, "stem"),
            key=self._wordings(entry.get("key"), *place, "key"),
            choices=self._wordings(entry.get("choices"), *place, "choices"),
            answers=tuple(self._text(each, *place, "answer") for each in self._list(entry.get("answer"))),
            reason=self._text(entry.get("reason"), *place, "reason"),
            about=self._text(entry.get("about"), *place, "about"),
            line=self._document.line(*self._place, *place),
        )
        if not extra.stem:
            self._complain("a question without a stem", "write `stem:`", *place, severity=Severity.ERROR)
        elif extra.answers and (extra.key or extra.choices):
            self._complain("both an answer to fill in and choices", "keep one of them", *place, severity=Severity.ERROR)
        elif extra.answers and (extra.stem.count(BLANK_MARK) != len(extra.answers) or not all(extra.answers)):
            self._complain(
                "not one place to fill in for each answer",
                f"write {BLANK_MARK} once in the stem for each of them",
                *place,
                severity=Severity.ERROR,
            )
        elif not extra.answers and not (extra.key and extra.choices):
            what = "a question needs a key and wrong choices, or an answer"
            self._complain(what, "write `key:` and `choices:`, or `answer:`", *place, severity=Severity.ERROR)
        else:
            return extra
        return None

    def _wordings(self, value: object, *place: str | int) -> tuple[Wording, ...]:
        result = []
        for index, item in enumerate(self._list(value)):
            if isinstance(item, Mapping):
                entry = self._mapping(item, ("text", "reason"), *place, index)
                wording = Wording(
                    self._text(entry.get("text"), *place, index), self._text(entry.get("reason"), *place, index)
                )
            else:
                wording = Wording(self._text(item, *place, index))
            if wording.text:
                result.append(wording)
            else:
                self._complain("a choice without words", "write its text", *place, index, severity=Severity.ERROR)
        return tuple(result)

    def _mapping(self, value: object, keys: tuple[str, ...], *place: str | int) -> dict[str, object]:
        if not isinstance(value, Mapping):
            self._complain("keys with values are expected here", f"the keys are: {', '.join(keys)}", *place)
            return {}
        for key in [key for key in value if key not in keys]:
            remedy = yamlfile.did_you_mean(key, keys) or f"the keys are: {', '.join(keys)}"
            self._complain(f"unknown key “{key}”", remedy, *place, key)
        return {key: inner for key, inner in value.items() if key in keys}

    def _text(self, value: object, *place: str | int) -> str:
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self._complain("a text is expected here", "write one line of text, in quotes if need be", *place)
            return ""
        return _joined(str(value).split())

    @staticmethod
    def _list(value: object) -> list[object]:
        return value if isinstance(value, list) else [] if value is None else [value]

    def _complain(self, what: str, remedy: str, *place: str | int, severity: Severity = Severity.WARNING) -> None:
        self._problems.append(self._document.problem(what, remedy, *self._place, *place, severity=severity))
