"""YAML files that people write, with the line of everything in them.

:func:`load` reads a file into plain Python values and keeps, beside them, the line of each key
and value, so that a complaint about ``terms[3].reading`` can name the place to look at. Only
YAML's own types are read (the safe loader). Duplicate keys, aliases and tags are refused: the
first hides a slip of the pen, the others have no use in such files and can swell or deceive.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import yaml

from studynotes.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Place: TypeAlias = tuple[str | int, ...]  # e.g. ("terms", 3, "reading"); () is the whole file

_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
}
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is ten times as fast
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file's value (dicts with text keys, lists, scalars; ``None`` where empty or unreadable) and its lines."""

    file: str
    value: object
    problems: tuple[Problem, ...] = ()
    _lines: Mapping[Place, int] = field(default_factory=dict, repr=False)

    def line(self, *place: str | int) -> int:
        """Return the 1-based line of a place: of a mapping's key, or of a list's item.

        Where nothing is written at ``place`` (a missing key), it is the line of what surrounds it.
        """
        while place:
            if place in self._lines:
                return self._lines[place]
            place = place[:-1]
        return self._lines.get((), 1)

    def problem(self, what: str, remedy: str, *place: str | int, severity: Severity = Severity.WARNING) -> Problem:
        """Return a complaint about a place of this file, with its line."""
        return Problem(self.file, self.line(*place), severity, what, remedy)


def load(path: Path, file: str) -> Document:
    """Read the YAML file at ``path``; ``file`` is its name in messages.

    Never raises for what the file holds: an unreadable file, or one that is no YAML, gives a
    document without a value and with a problem of severity ``ERROR``.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"not UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}"
        line = error.object[: error.start].count(b"\n") + 1
        return _unreadable(file, line, what, "save the file as UTF-8")
    except OSError as error:
        return _unreadable(file, 0, f"cannot be read: {error.strerror}", "check the file and its permissions")
    return parse(text, file)


def parse(text: str, file: str) -> Document:
    """Read YAML from a text, as :func:`load` does from a file."""
    try:
        loader = _LOADER(text)
        try:
            node = loader.get_single_node()
            builder = _Builder(file, loader)
            value = None if node is None else builder.build(node, ())
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(part for part in (error.context, error.problem) if part)
        return _unreadable(file, mark.line + 1 if mark else 0, f"not valid YAML: {what}", "correct the syntax")
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1 if isinstance(error.position, int) else 0
        return _unreadable(file, line, f"not valid YAML: {error.reason}", "remove the character")
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        return _unreadable(file, 0, f"not valid YAML: {error}", "correct the syntax")
    except RecursionError:
        return _unreadable(file, 0, "nested too deeply", f"stay within {_DEEPEST} levels")
    return Document(file, value, tuple(builder.problems), builder.lines)


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Return the option that ``word`` looks most like, as the words ``did you mean "x"?``, or an empty text."""
    close = difflib.get_close_matches(word, list(options), n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""


def _unreadable(file: str, line: int, what: str, remedy: str) -> Document:
    return Document(file, None, (Problem(file, line, Severity.ERROR, what, remedy),), {(): max(line, 1)})


class _Builder:
    """Turns YAML nodes into plain values, noting lines and problems on the way."""

    def __init__(self, file: str, loader: yaml.SafeLoader) -> None:
        self.file = file
        self.loader = loader
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, place: Place) -> object:
        line = self.lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._refuse(line, "an alias (*name) is not supported", "write the value out")
            return None
        if len(place) > _DEEPEST:
            self._refuse(line, "nested too deeply", f"stay within {_DEEPEST} levels")
            return None
        if node.tag not in _PLAIN_TAGS:
            self._refuse(line, f"the tag {node.tag} is not supported", "write plain text, in quotes if need be")
            return None
        if isinstance(node, yaml.MappingNode):
            self._seen.add(id(node))
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            self._seen.add(id(node))
            return [self.build(item, (*place, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, object]:
        value: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            # As written: YAML would read the keys 21, no and 2024-01-01 as a number, a truth value and a date.
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(line, "a key must be a single word or text", "write a plain key")
                continue
            key = str(key_node.value)
            if key in value:
                first = self.lines[(*place, key)]
                self._refuse(line, f'the key "{key}" was already given in line {first}', "keep one of the two")
                continue
            self.lines[(*place, key)] = line
            value[key] = self.build(value_node, (*place, key))
        return value

    def _scalar(self, node: yaml.Node) -> object:
        try:
            value = self.loader.construct_object(node)
        except ValueError as error:
            self._refuse(node.start_mark.line + 1, f"{node.value} is no valid value: {error}", "write it in quotes")
            return None
        # A date is what was written, and so is a number that YAML would change: 1.10, 007, 12:30 (read as 750).
        changed = isinstance(value, int | float) and not isinstance(value, bool) and str(value) != node.value
        return node.value if changed or isinstance(value, date) else value

    def _refuse(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.file, line, Severity.ERROR, what, remedy))
