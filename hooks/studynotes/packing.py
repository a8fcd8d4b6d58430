"""What is not needed for a while, in little memory: as objects, five thousand sections take two gigabytes."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
_LEVEL = 1  # of zlib's: the fastest, which leaves a tenth of a page's HTML
_FIELDS = tuple(each.name for each in fields(Token))
_values = attrgetter(*_FIELDS)
_CHILDREN = _FIELDS.index("children")


class Packed(Generic[T]):
    """A value as bytes; every call unpacks it anew."""

    __slots__ = ("_bytes",)

    def __init__(self, value: T) -> None:
        self._bytes = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _LEVEL)

    def __call__(self) -> T:
        """Return the value: an equal one, not the same."""
        return cast("T", pickle.loads(zlib.decompress(self._bytes)))  # noqa: S301 (these bytes are our own)


class PackedTokens:
    """Tokens of the Markdown parser as bytes; every call unpacks them anew.

    They are packed as plain tuples, which takes half of the time that as many objects do.
    """

    __slots__ = ("_packed",)

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._packed = Packed(_flat(tokens))

    def __call__(self) -> tuple[Token, ...]:
        """Return the tokens: equal ones, not the same."""
        return tuple(_restored(self._packed()))


def _flat(tokens: Iterable[Token]) -> list[tuple[Any, ...]]:
    flat = []
    for token in tokens:
        values = _values(token)
        if token.children:
            values = (*values[:_CHILDREN], _flat(token.children), *values[_CHILDREN + 1 :])
        flat.append(values)
    return flat


def _restored(flat: Iterable[tuple[Any, ...]]) -> list[Token]:
    tokens = [Token(*values) for values in flat]
    for token in tokens:
        if token.children:
            token.children = _restored(cast("list[tuple[Any, ...]]", token.children))
    return tokens
