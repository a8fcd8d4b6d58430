"""How words are read, which some write above them (``<ruby>正解<rt>せいかい</rt></ruby>``): no words of the line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.model import Inline

_TAG = re.compile(r"<(?P<ends>/?)(?P<name>ruby|rb|rt|rp|rtc)\b", re.IGNORECASE)
_READING = frozenset(["rt", "rp", "rtc"])


def without_readings(runs: Sequence[Inline]) -> Sequence[Inline]:
    """The runs without those that stand in ``<rt>`` or ``<rp>``, whose end may be left out."""
    if not any(run.kind == "html" and _TAG.match(run.text) for run in runs):
        return runs
    result: list[Inline] = []
    within = False
    for run in runs:
        tag = _TAG.match(run.text) if run.kind == "html" else None
        if tag:
            within = not tag["ends"] and tag["name"].lower() in _READING
        elif not within or "break" in run.kind:
            result.append(run)
    return result
