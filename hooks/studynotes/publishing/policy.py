"""The Content-Security-Policy of a finished page: what it may run and load, its own inline scripts by their hashes.

GitHub Pages sends no headers of ours, so the policy stands in the page, as a ``<meta>``
(https://www.w3.org/TR/CSP3/#meta-element). ``frame-ancestors`` and reports are not possible there.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256
from typing import TYPE_CHECKING

from studynotes import htmltree

if TYPE_CHECKING:
    from collections.abc import Iterable

_VALUE = re.compile(r"{{.*?}}")

_DATA_TYPES = frozenset({"application/json", "application/ld+json", "speculationrules"})
"""Types of a ``<script>`` that only holds data; what else there is runs, or may one day."""

_DIRECTIVES = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    # Formulas place their parts by `style` attributes, and diagrams carry a style sheet: neither can have a hash.
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:"),  # the theme's icons are data: addresses in its style sheets
    "font-src": ("'self'",),
    "connect-src": ("'self'",),  # the search index, and pages that instant navigation fetches
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "media-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),  # forms are answered by scripts, never sent
}


class Inline(Enum):
    """Which inline scripts a site's pages let run."""

    KNOWN = auto()
    """Those that look like the theme's, by their hashes."""
    ANY = auto()
    """All of them, while a site is served to its writer: the server puts one into each page that it sends, with
    numbers of that moment in it, which no hash can foresee."""
    FROM_FOLDER = auto()
    """All of them, in pages that are opened from a folder. A worker cannot be started there: the theme's search runs
    in a frame that is written at run time, with an address in it that no hash can foresee. So scripts are held to the
    folder and to being inline, and nothing can be fetched from anywhere."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A page's policy, and the beginnings of its inline scripts that are unknown (see :attr:`Inline.KNOWN`)."""

    text: str
    refused: tuple[str, ...] = ()


def patterns(templates: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """What the inline scripts in the source of some templates look like once rendered.

    Values that a template puts in stand in a string there, so a rendered value may hold no quotation mark.
    """
    return tuple(
        re.compile('[^"]*'.join(map(re.escape, _VALUE.split(script))))
        for template in templates
        for script in inline_scripts(template)
    )


def inline_scripts(html: str) -> tuple[str, ...]:
    """The sources of a page's inline scripts, in order, each once, as a browser sees them; data blocks are none."""
    found = {
        (node.text() or "").replace("\r\n", "\n"): None
        for node in htmltree.read_only(html).css("script")
        if "src" not in node.attributes and (node.attributes.get("type") or "").lower() not in _DATA_TYPES
    }
    return tuple(found)


def digest(script: str) -> str:
    """An inline script as a source expression (https://www.w3.org/TR/CSP3/#match-element-to-source-list)."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def policy(html: str, known: Iterable[re.Pattern[str]], inline: Inline = Inline.KNOWN) -> Policy:
    """The policy of a page.

    Args:
        html: The finished page.
        known: What its inline scripts may look like. Any other may have come with a text: it is not let run.
        inline: Where the site is read decides whether that can be held.
    """
    scripts = inline_scripts(html)
    allowed = [script for script in scripts if any(pattern.fullmatch(script) for pattern in known)]
    refused = tuple(script.strip()[:60] for script in scripts if script not in allowed)
    directives = dict(_DIRECTIVES)
    if inline is Inline.FROM_FOLDER:
        directives["script-src"] = ("'self'", "file:", "'unsafe-inline'")
        directives |= {name: (*directives[name], "file:") for name in ("style-src", "img-src", "font-src")}
    elif inline is Inline.ANY:
        directives["script-src"] = (*directives["script-src"], "'unsafe-inline'")  # which a hash beside it would end
    else:
        directives["script-src"] = (*directives["script-src"], *map(digest, allowed))
    return Policy("; ".join(" ".join((name, *sources)) for name, sources in directives.items()), refused)
