"""Words told in the order of the gaps that they fill, or of the questions: counted, one a line, or parted by signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_COUNTED = re.compile(
    r"(?:^|(?<=[\s　、,，/／]))(?:(?:(?P<circled>[①-⑩])|[(（](?P<held>\d)[)）])[:：=＝]?"
    r"|(?P<bare>\d)[.．)）:：])[\s　]*"
)
_SEPARATORS = tuple(
    re.compile(each)
    for each in (
        r"(?<=」)\s*[、,・と]?\s*(?=「)",
        r"\s*[/／|｜]\s*",
        r"\s*、\s*",
        r"\s*[,，;；]\s*",
        r"\s*・\s*",
        r"\s*[→⇒]\s*",
        r"　+|\s{2,}",
    )
)
# what says that the words are in the gaps' order: 順に X、Y, X、Y（左から順）
_IN_ORDER = re.compile(
    r"^(?:[左上前]から)?順番?に[\s　、:：]*|[\s　]*[(（](?:[左上前]から)?順番?(?:に|通り|どおり)?[)）]$"
)


def parted(said: str, count: int) -> list[str] | None:
    """As many parts as gaps: counted ones (``① … ② …``), one a line, or between signs of one kind."""
    said = _IN_ORDER.sub("", said.replace("**", "").strip())
    counted = list(_COUNTED.finditer(said))
    if len(counted) == count and counted[0].start() == 0:
        numbers = [_figure(found) for found in counted]
        if numbers == list(range(1, count + 1)):
            return _behind_each(counted, said)
    if "\n" in said:
        rows = [re.sub(r"^[-*・]\s+", "", row.strip()) for row in said.split("\n")]
        return rows if len(rows) == count else None
    for separator in _SEPARATORS:
        parts = separator.split(said)
        if len(parts) > 1:  # the first sign that there is parts the words; another would part them within
            return parts if len(parts) == count and all(parts) else None
    return None


def _behind_each(found: Sequence[re.Match[str]], said: str, more: str = "") -> list[str]:
    """What stands behind each find, up to the next one, without the signs between them."""
    ends = [each.start() for each in found[1:]] + [len(said)]
    return [said[each.end() : end].strip(" \n　、,，/／" + more) for each, end in zip(found, ends, strict=True)]


def _figure(found: re.Match[str]) -> int:
    circled = found["circled"]
    return ord(circled) - ord("①") + 1 if circled else int(found["held"] or found["bare"])
