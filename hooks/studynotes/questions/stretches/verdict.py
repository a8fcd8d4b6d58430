"""The outcome of reading a question's answer: the right choices, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """The indexes of the right choices, or why there are none: ``trouble`` with its remedy, at ``line``."""

    right: frozenset[int] = frozenset()
    trouble: str = ""
    remedy: str = ""
    line: int = 0
    answered: bool = False  # whether anything claims to be the answer
    blank: bool = False  # whether the answer is announced, but not there
    marked: bool = False  # whether only marks on the choices say so


def trouble(line: int, what: str, remedy: str) -> Verdict:
    """Why an answer that is given cannot be followed, and what to do about it."""
    return Verdict(trouble=what, remedy=remedy, line=line, answered=True)
