"""What a YAML file that people write may hold: mappings of known keys, texts, lists of texts.

What is not as it should be is left out and told as a problem with its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studynotes import yamlfile
from studynotes.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence


class Checker:
    """Checks the values of one document, from the place ``base`` on, and collects ``problems``."""

    def __init__(
        self, document: yamlfile.Document, problems: list[Problem], *base: str | int, numbers: bool = True
    ) -> None:
        """``numbers`` says whether a bare number is a text, where YAML's reading of it does no harm."""
        self.document = document
        self.problems = problems
        self.base = base
        self._numbers = numbers

    def mapping(self, value: object, keys: Sequence[str] | None, *place: str | int) -> dict[str, object]:
        """``value`` as a mapping with only the allowed ``keys`` (``None``: any)."""
        if value is None:
            return {}
        if not isinstance(value, dict):
            remedy = f"the keys are: {', '.join(keys)}" if keys else "write it as `key: value`"
            self.complain("keys with values are expected here", remedy, *place)
            return {}
        for key in [key for key in value if keys is not None and key not in keys]:
            known = keys or ()
            remedy = yamlfile.did_you_mean(key, known) or f"the keys are: {', '.join(known)}"
            self.complain(f"unknown key “{key}”", remedy, *place, key)
        return {key: inner for key, inner in value.items() if keys is None or key in keys}

    def text(self, value: object, *place: str | int) -> str:
        """``value`` as one line of text; ``""`` where there is none."""
        if value is None or isinstance(value, str):
            return " ".join((value or "").split())
        if not isinstance(value, int | float):
            self.complain("a text is expected here", "write one line of text, in quotes if need be", *place)
        elif isinstance(value, bool) or not self._numbers:
            self.complain(f"“{value}” is a number or truth value to YAML", "write it in quotes", *place)
        else:
            return str(value)
        return ""

    def texts(self, value: object, *place: str | int) -> tuple[str, ...]:
        """``value`` as a list of texts without repetitions; a single text is a list of one."""
        if isinstance(value, list):
            texts = [self.text(item, *place, index) for index, item in enumerate(value)]
        else:
            texts = [self.text(value, *place)]
        return tuple(dict.fromkeys(text for text in texts if text))

    def complain(self, what: str, remedy: str, *place: str | int, severity: Severity = Severity.WARNING) -> None:
        """Note a problem at ``place``."""
        self.problems.append(self.document.problem(what, remedy, *self.base, *place, severity=severity))
