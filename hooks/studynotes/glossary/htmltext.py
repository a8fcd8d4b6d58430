"""The running text of an HTML page, and where each of its characters stands in the page's source.

What is added to a page goes between characters of its source, so that everything else stays
byte for byte: no tree is written out again. The standard library's tokenizer finds the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SEALED = -1  # the owner of characters that nothing may be added to
GAP = "\ufffc"  # stands in the text for whatever separates words: the edge of a block, code, a picture

_TITLE = "h1"  # the page's own heading
_HEADINGS = frozenset([_TITLE, "h2", "h3", "h4", "h5", "h6"])
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

# Markup as programs write it, which needs none of a parser's patience, and elements whose content is no markup.
_PLAIN = re.compile(
    r'<([a-z][a-z0-9-]*)((?: [a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*)( ?/)?>|</([a-z][a-z0-9-]*)>'
    r"|(&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#x[0-9a-fA-F]+);)"
)
_ATTRIBUTE = re.compile(r' ([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?')
_NOT_PLAIN = re.compile("[<&]")
# Raw elements, except where what they hold would be the same if it were read as markup.
_RAW = re.compile(
    r"<(iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp)\b(?![^<>]*>[^<&]*</\1>)"
)


@dataclass(slots=True)
class Element:
    """An element of the page: what contains it, and where it begins and ends in the source and in the text."""

    name: str
    parent: int  # its index among the elements; the first is the page
    start: int
    text_start: int
    opaque: bool = False
    sealed: bool = False
    concealed: bool = False  # folded away, or hidden until the reader does something
    end: int = -1  # -1: it is never closed
    text_end: int = -1


@dataclass(frozen=True, slots=True)
class HtmlText:
    """A page's text.

    ``starts`` and ``ends`` tell of each character which part of the source it was written as
    (``&amp;`` is one character). ``owners`` tell which of the ``elements`` it is in, or -1 where
    nothing may be added. ``scopes`` are the places in the text where a heading's part begins, with
    the heading's id; the first, ``(0, "")``, is the page's, title included.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    owners: Sequence[int]
    scopes: Sequence[tuple[int, str]]
    elements: Sequence[Element]

    def source(self, start: int, end: int) -> tuple[int, int] | None:
        """Where ``text[start:end]`` stands in the source, or ``None`` if an element cannot be put around it.

        It can where all elements that begin in between also end there, and nothing in it is sealed.
        Elements that hold the beginning or the end and nothing else are taken in whole.
        """
        if SEALED in self.owners[start:end]:
            return None
        first, last = self.owners[start], self.owners[end - 1]
        source_start, source_end = self.starts[start], self.ends[end - 1]
        above_last = set(self._line(last))
        while first not in above_last:
            element = self.elements[first]
            if element.text_start != start or element.end < 0:
                return None
            first, source_start = element.parent, element.start
        while last != first:
            element = self.elements[last]
            if element.text_end != end:
                return None
            last, source_end = element.parent, element.end
        return source_start, source_end

    def _line(self, element: int) -> Iterator[int]:
        """An element, what contains it, and so on up to the page."""
        while element >= 0:
            yield element
            element = self.elements[element].parent

    def scope(self, at: int) -> int:
        """The index in ``scopes`` of the part that the character ``at`` belongs to."""
        return bisect_right(self.scopes, at, key=lambda scope: scope[0]) - 1

    def concealed(self, at: int) -> bool:
        """Whether the character ``at``, to which something may be added, is not seen at first."""
        return self.elements[self.owners[at]].concealed


def read(html: str) -> HtmlText:
    """Return the running text of an HTML fragment. Never raises; broken markup is read as well as can be."""
    reader = _Reader(html)
    if _RAW.search(html) or _NOT_PLAIN.search(_PLAIN.sub("", html)):
        reader.read()
    else:
        reader.read_plain()
    return HtmlText("".join(reader.text), reader.starts, reader.ends, reader.owners, reader.scopes, reader.elements)


class _Reader(HTMLParser):
    """Collects the text as the tokenizer comes upon it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._before = 0  # how much of the source the library has put away
        self._at = 0  # where the token that is being handled begins in the source
        self._html = html
        self._open = [0]
        self.elements = [Element("", parent=-1, start=0, text_start=0)]
        self.text: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.owners: list[int] = []
        self.scopes: list[tuple[int, str]] = [(0, "")]

    def read(self) -> None:
        """Read whatever there is."""
        self.feed(self._html)
        self._at = self._before = len(self._html) - len(self.rawdata)
        self.close()

    def read_plain(self) -> None:
        """Read what is plainly written: the same as :meth:`read`, in a third of its time."""
        done = 0
        for token in _PLAIN.finditer(self._html):
            start = token.start()
            if start > done:
                self._at = done
                self.handle_data(self._html[done:start])
            self._at = start
            done = token.end()
            tag, attributes, closed, ended, reference = token.groups()
            if tag:
                found: list[tuple[str, str | None]] = [
                    (name, unescape(value)) for name, value in _ATTRIBUTE.findall(attributes)
                ]
                (self.handle_startendtag if closed else self.handle_starttag)(tag, found)
            elif ended:
                self.handle_endtag(ended)
            else:
                self._reference(reference[:-1])
        if done < len(self._html):
            self._at = done
            self.handle_data(self._html[done:])

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 (the library's signature)
        """Keep the place in the source, which the library would keep as line and column."""
        self._at = self._before + j
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        outer = self.elements[self._open[-1]]
        classes: set[str] = set()
        anchor = ""
        concealed = outer.concealed or tag == "details"
        for name, value in attrs:
            if name == "class" and value:
                classes.update(value.split())
                concealed = concealed or "hidden" in classes
            elif name == "id" and value:
                anchor = value
            elif name == "hidden":
                concealed = True
        opaque = outer.opaque or tag in _OPAQUE or not classes.isdisjoint(_OPAQUE_CLASSES)
        if opaque or tag not in _INLINE:
            self._gap()
        if tag in _VOID:
            return
        sealed = outer.sealed or tag in _SEALED or SEALED_CLASS in classes
        self.elements.append(Element(tag, self._open[-1], self._at, self.length, opaque, sealed, concealed))
        self._open.append(len(self.elements) - 1)
        if tag in _HEADINGS and tag != _TITLE and not opaque:
            self.scopes.append((self.length, anchor))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self.elements[self._open[-1]].opaque:  # <path/> in a picture; elsewhere "/" is nothing
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self.elements[self._open[depth]].name == tag:
                break
        else:
            return
        closed = [self.elements[number] for number in self._open[depth:]]
        closed[0].text_end = self.length
        closed[0].end = self._html.find(">", self._at) + 1
        if closed[0].opaque or any(element.name not in _INLINE for element in closed):
            self._gap()
        del self._open[depth:]

    def handle_data(self, data: str) -> None:
        start = self._at
        self._add(data, range(start, start + len(data)), range(start + 1, start + len(data) + 1))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._at
        end = start + len(written)
        end += self._html[end : end + 1] == ";"
        char = unescape(self._html[start:end])
        self._add(char, [start] * len(char), [end] * len(char))

    def _add(self, text: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        owner = self._open[-1]
        element = self.elements[owner]
        if element.opaque:
            return
        self.text.append(text)
        self.length += len(text)
        self.starts += starts
        self.ends += ends
        self.owners += [SEALED if element.sealed else owner] * len(text)

    def _gap(self) -> None:
        if self.text and self.text[-1] != GAP:
            self.text.append(GAP)
            self.length += 1
            self.starts.append(0)
            self.ends.append(0)
            self.owners.append(SEALED)
