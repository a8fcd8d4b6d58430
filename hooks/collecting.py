"""Python's search for cyclic garbage, made rare.

A build makes millions of objects, nearly all of which stay until its end or go by themselves. The collector's default
is to look at them after every 700 new ones, which takes a tenth of a large build's time and finds next to nothing.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import delivery

_THRESHOLDS = (100_000, 50, 100)  # new objects before a look at these; such looks before one at older, and at all


def on_startup(*, command: delivery.Command, dirty: bool) -> None:
    """Have the collector wait."""
    gc.set_threshold(*_THRESHOLDS)
