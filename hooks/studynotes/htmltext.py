"""The running text of an HTML page, and where each of its characters stands in the page's source.

What is added to a page goes between characters of its source, so that everything else stays
byte for byte: no tree is written out again. The standard library's tokenizer finds the text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "\ufffc"  # stands in the text for whatever separates words: the edge of a block, code, a picture

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# fmt: off
# Elements that belong to the line of text they stand in. All others begin and end a piece of text;
# so do <sup> and <sub>: a footnote's number is no part of the word before it.
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "label", "mark", "q",
    "s", "small", "span", "strike", "strong", "time", "tt", "u", "var", "wbr",
})
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})
# No text for a reader's sentence is in these, so words beside them end there.
_OPAQUE = frozenset({
    "audio", "button", "canvas", "code", "head", "iframe", "input", "kbd", "math", "noscript", "object", "option",
    "output", "picture", "pre", "rp", "rt", "samp", "script", "select", "style", "svg", "template", "textarea", "title",
    "video",
})
# fmt: on
_OPAQUE_CLASSES = frozenset(["arithmatex", "katex", "katex-display", "mermaid", "highlight"])
# Their text is read in its sentence, but nothing may be added to it: they are links or controls
# themselves, or explain themselves.
_SEALED = frozenset(["a", "abbr", "dfn", "label", "legend", "summary", *_HEADINGS])
SEALED_CLASS = "no-terms"  # a writer's or a template's own wish


@dataclass(frozen=True, slots=True)
class HtmlText:
    """A page's text.

    ``starts`` and ``ends`` tell of each character which part of the source it was written as
    (``&amp;`` is one character). ``owners`` tell which element's own text it is, as a number, or 0
    where nothing may be added. ``scopes`` are the places in the text where a heading's part
    begins, with the heading's id; the first is ``(0, "")``.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    owners: Sequence[int]
    scopes: Sequence[tuple[int, str]]

    def source(self, start: int, end: int) -> tuple[int, int] | None:
        """Where ``text[start:end]`` stands in the source, or ``None`` if an element cannot be put around it.

        It can where both ends are text of the same element and nothing sealed lies between, so that
        all elements that begin between them end there too.
        """
        owner = self.owners[start]
        if not owner or owner != self.owners[end - 1] or 0 in self.owners[start:end]:
            return None
        return self.starts[start], self.ends[end - 1]

    def scope(self, at: int) -> int:
        """The index in ``scopes`` of the part that the character ``at`` belongs to."""
        return bisect_right(self.scopes, at, key=lambda scope: scope[0]) - 1


def read(html: str) -> HtmlText:
    """Return the running text of an HTML fragment. Never raises; broken markup is read as well as can be."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return HtmlText("".join(reader.text), reader.starts, reader.ends, reader.owners, reader.scopes)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that has begun and not ended."""

    name: str
    number: int
    opaque: bool
    sealed: bool


class _Reader(HTMLParser):
    """Collects the text as the tokenizer comes upon it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._open = [_Open("", 1, opaque=False, sealed=False)]
        self._count = 1
        self.text: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.owners: list[int] = []
        self.scopes: list[tuple[int, str]] = [(0, "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        outer = self._open[-1]
        classes: set[str] = set()
        anchor = ""
        for name, value in attrs:
            if name == "class" and value:
                classes.update(value.split())
            elif name == "id" and value:
                anchor = value
        opaque = outer.opaque or tag in _OPAQUE or not classes.isdisjoint(_OPAQUE_CLASSES)
        if opaque or tag not in _INLINE:
            self._gap()
        if tag in _VOID:
            return
        self._count += 1
        sealed = outer.sealed or tag in _SEALED or SEALED_CLASS in classes
        self._open.append(_Open(tag, self._count, opaque, sealed))
        if tag in _HEADINGS and not opaque:
            self.scopes.append((self.length, anchor))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._open[-1].opaque:  # <path/> in a picture; in HTML proper the slash means nothing
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name == tag:
                break
        else:
            return
        closed = self._open[depth]
        if closed.opaque or any(element.name not in _INLINE for element in self._open[depth:]):
            self._gap()
        del self._open[depth:]

    def handle_data(self, data: str) -> None:
        element = self._open[-1]
        if element.opaque:
            return
        start = self._at()
        self.text.append(data)
        self.length += len(data)
        self.starts += range(start, start + len(data))
        self.ends += range(start + 1, start + len(data) + 1)
        self.owners += [0 if element.sealed else element.number] * len(data)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        element = self._open[-1]
        if element.opaque:
            return
        start = self._at()
        end = start + len(written)
        end += self._html[end : end + 1] == ";"
        char = unescape(self._html[start:end])
        self.text.append(char)
        self.length += len(char)
        self.starts += [start] * len(char)
        self.ends += [end] * len(char)
        self.owners += [0 if element.sealed else element.number] * len(char)

    def _gap(self) -> None:
        if self.text and self.text[-1] != GAP:
            self.text.append(GAP)
            self.length += 1
            self.starts.append(0)
            self.ends.append(0)
            self.owners.append(0)

    def _at(self) -> int:
        """Where the token that is being handled begins in the source."""
        line, column = self.getpos()
        return self._lines[line - 1] + column
