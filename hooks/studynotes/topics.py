"""Sections by their topics: the order in which the navigation, the pages and the book list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

REST = "その他"
"""What the sections without a topic are called where others have one."""


class _HasTopics(Protocol):
    @property
    def topics(self) -> tuple[str, ...]: ...


S = TypeVar("S", bound=_HasTopics)


def by_topic(sections: Iterable[S]) -> list[tuple[str, tuple[S, ...]]]:
    """``sections`` by the first topic of each, topics in the order of their first section.

    Those without one come last, as :data:`REST`; where none has one, all are one group of the name ``""``.
    """
    groups: dict[str, list[S]] = {}
    for section in sections:
        groups.setdefault(section.topics[0] if section.topics else "", []).append(section)
    rest = groups.pop("", [])
    if rest:
        groups.setdefault(REST if groups else "", []).extend(rest)
    return [(topic, tuple(group)) for topic, group in groups.items()]
