"""What is not needed for a while, in little memory: as objects, five thousand sections take two gigabytes."""

from __future__ import annotations

import pickle
import zlib
from typing import Generic, TypeVar, cast

T = TypeVar("T")
_LEVEL = 1  # of zlib's: the fastest, which leaves a tenth of a page's HTML


class Packed(Generic[T]):
    """A value as bytes; every call unpacks it anew."""

    __slots__ = ("_bytes",)

    def __init__(self, value: T) -> None:
        self._bytes = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _LEVEL)

    def __call__(self) -> T:
        """Return the value: an equal one, not the same."""
        return cast("T", pickle.loads(zlib.decompress(self._bytes)))  # noqa: S301 (these bytes are our own)
