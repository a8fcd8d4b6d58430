"""Plain text on its way through a maker of XML that escapes too little, and takes ``<bucket-name>`` for a tag.

:func:`guarded` puts noncharacters in the place of XML's own signs, which no such maker touches, and :func:`restored`
turns them into references once the XML is made.
"""

from __future__ import annotations

_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_GUARDS = dict(zip(_REFERENCES, map(chr, range(0xFDD0, 0xFDD4)), strict=True))
# What XML 1.0 has no way to hold (https://www.w3.org/TR/xml/#charsets), and the guards themselves.
_UNFIT = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF, *range(0xFDD0, 0xFDD4))
_GUARD = dict.fromkeys(_UNFIT, "�") | str.maketrans(_GUARDS)
_RESTORE = str.maketrans({guard: _REFERENCES[sign] for sign, guard in _GUARDS.items()})


def guarded(text: str) -> str:
    """``text`` without a sign that means something in XML; what XML cannot hold is U+FFFD."""
    return text.translate(_GUARD)


def restored(xml: str) -> str:
    """``xml`` with the signs of each guarded text as references."""
    return xml.translate(_RESTORE)
