"""The running text of an HTML page, and where each of its characters stands in the page's source.

What is added to a page goes between characters of its source, so that everything else stays
byte for byte: no tree is written out again. The standard library's tokenizer finds the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

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

# A stretch of text, and the markup that ends it as programs write it, which needs none of a parser's patience.
_PLAIN = re.compile(
    r'([^<&]*)(?:<(?:([a-z][a-z0-9-]*)((?: [a-zA-Z][a-zA-Z0-9:-]*(?:="[^"<>]*")?)*)( ?/)?|/([a-z][a-z0-9-]*))>'
    r"|(&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#x[0-9a-fA-F]+);))"
)
_ATTRIBUTE = re.compile(r' ([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?')
# Elements whose content is no markup, except where what they hold would be the same if it were read as markup.
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


class Run(NamedTuple):
    """Characters of the text that stand side by side in the source, too, or (``whole``) are written as one there."""

    start: int
    end: int  # both in the source
    whole: bool  # as ``&amp;``
    owner: int  # the element they are in, or SEALED


_GAP = Run(0, 0, whole=True, owner=SEALED)


@dataclass(frozen=True, slots=True)
class HtmlText:
    """A page's text.

    ``run_starts`` tell where in the text each of the ``runs`` begins; their owners are indices of ``elements``.
    ``scopes`` are the places in the text where a heading's part begins, with the heading's id; the first,
    ``(0, "")``, is the page's, title included.
    """

    text: str
    run_starts: Sequence[int]
    runs: Sequence[Run]
    scopes: Sequence[tuple[int, str]]
    elements: Sequence[Element]

    def source(self, start: int, end: int) -> tuple[int, int] | None:
        """Where ``text[start:end]`` stands in the source, or ``None`` if an element cannot be put around it.

        It can where all elements that begin in between also end there, and nothing in it is sealed.
        Elements that hold the beginning or the end and nothing else are taken in whole.
        """
        first_run, last_run = self._run(start), self._run(end - 1)
        if any(run.owner == SEALED for run in self.runs[first_run : last_run + 1]):
            return None
        first, last = self.runs[first_run].owner, self.runs[last_run].owner
        source_start, source_end = self.written(start)[0], self.written(end - 1)[1]
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

    def written(self, at: int) -> tuple[int, int]:
        """Where the character ``at``, or what it is written as, stands in the source."""
        number = self._run(at)
        run = self.runs[number]
        if run.whole:
            return run.start, run.end
        start = run.start + at - self.run_starts[number]
        return start, start + 1

    def _run(self, at: int) -> int:
        """The index of the run that the character ``at`` belongs to."""
        return bisect_right(self.run_starts, at) - 1

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
        return self.elements[self.runs[self._run(at)].owner].concealed


def read(html: str) -> HtmlText:
    """Return the running text of an HTML fragment. Never raises; broken markup is read as well as can be."""
    reader = _Reader(html)
    if _RAW.search(html) or not reader.read_plain():
        reader = _Reader(html)
        reader.read()
    return HtmlText("".join(reader.text), reader.run_starts, reader.runs, reader.scopes, reader.elements)


class _Traits(NamedTuple):
    """What a start tag says that matters here."""

    inline: bool
    void: bool
    opaque: bool
    sealed: bool
    concealed: bool
    heading: bool
    anchor: str


def _traits(tag: str, attrs: Iterable[tuple[str, str | None]]) -> _Traits:
    classes: set[str] = set()
    anchor = ""
    concealed = tag == "details"
    for name, value in attrs:
        if name == "class" and value:
            classes.update(value.split())
            concealed = concealed or "hidden" in classes
        elif name == "id" and value:
            anchor = value
        elif name == "hidden":
            concealed = True
    return _Traits(
        inline=tag in _INLINE,
        void=tag in _VOID,
        opaque=tag in _OPAQUE or not classes.isdisjoint(_OPAQUE_CLASSES),
        sealed=tag in _SEALED or SEALED_CLASS in classes,
        concealed=concealed,
        heading=tag in _HEADINGS and tag != _TITLE,
        anchor=anchor,
    )


@lru_cache(maxsize=4_000)
def _plain_traits(tag: str, attributes: str) -> _Traits:
    """The same of a plain tag's attributes as they are written; most tags are like others."""
    return _traits(tag, [(name, unescape(value)) for name, value in _ATTRIBUTE.findall(attributes)])


class _Reader(HTMLParser):
    """Collects the text as the tokenizer comes upon it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._before = 0  # how much of the source the library has put away
        self._at = 0  # where the token that is being handled begins in the source
        self._html = html
        self._open = [0]  # the elements that what comes is in
        self._names = [""]  # and their names; those within an opaque one stand for it in ``_open``
        self.elements = [Element("", parent=-1, start=0, text_start=0)]
        self.text: list[str] = []
        self.length = 0
        self.run_starts: list[int] = []
        self.runs: list[Run] = []
        self.scopes: list[tuple[int, str]] = [(0, "")]

    def read(self) -> None:
        """Read whatever there is."""
        self.feed(self._html)
        self._at = self._before = len(self._html) - len(self.rawdata)
        self.close()

    def read_plain(self) -> bool:
        """Read what is plainly written: the same as :meth:`read`, in a fifth of its time; stop where it is not."""
        done = 0
        for token in _PLAIN.finditer(self._html):
            if token.start() != done:
                return False
            text, tag, attributes, closed, ended, reference = token.groups()
            self._at = done
            if text:
                self.handle_data(text)
                self._at += len(text)
            if tag:
                self._begin(tag, _plain_traits(tag, attributes), closed=bool(closed))
            elif ended:
                self._finish(ended)
            else:
                self._reference(reference[:-1])
            done = token.end()
        self._at = done
        rest = self._html[done:]
        self.handle_data(rest)
        return "<" not in rest and "&" not in rest

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 (the library's signature)
        """Keep the place in the source, which the library would keep as line and column."""
        self._at = self._before + j
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, _traits(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, _traits(tag, attrs), closed=True)

    def handle_endtag(self, tag: str) -> None:
        self._finish(tag)

    def _begin(self, tag: str, traits: _Traits, *, closed: bool = False) -> None:
        outer = self.elements[self._open[-1]]
        if outer.opaque:  # formulas and pictures have many: of them matters only which end tag is whose
            if not (traits.void or closed):
                self._open.append(self._open[-1])
                self._names.append(tag)
            return
        if traits.opaque or not traits.inline:
            self._gap()
        if traits.void or (traits.opaque and closed):  # <svg/>; elsewhere "/" is nothing
            return
        sealed = outer.sealed or traits.sealed
        concealed = outer.concealed or traits.concealed
        self.elements.append(
            Element(tag, self._open[-1], self._at, self.length, traits.opaque, sealed, concealed=concealed)
        )
        self._open.append(len(self.elements) - 1)
        self._names.append(tag)
        if traits.heading and not traits.opaque:
            self.scopes.append((self.length, traits.anchor))

    def _finish(self, tag: str) -> None:
        depth = len(self._names) - 1
        while self._names[depth] != tag:
            depth -= 1
            if depth < 1:
                return
        element = self.elements[self._open[depth]]
        if self._open[depth - 1] != self._open[depth]:  # else it is a part of what is opaque
            element.text_end = self.length
            element.end = self._html.find(">", self._at) + 1
            if element.opaque or any(name not in _INLINE for name in self._names[depth:]):
                self._gap()
        del self._open[depth:], self._names[depth:]

    def handle_data(self, data: str) -> None:
        # What lays out the source between blocks is half of the data, and says nothing.
        if data.isspace() and self._names[-1] not in _INLINE and self.text and self.text[-1] == GAP:
            return
        self._add(data, self._at, self._at + len(data), whole=False)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        start = self._at
        end = start + len(written)
        end += self._html[end : end + 1] == ";"
        self._add(unescape(self._html[start:end]), start, end, whole=True)

    def _add(self, text: str, start: int, end: int, *, whole: bool) -> None:
        owner = self._open[-1]
        element = self.elements[owner]
        if element.opaque or not text:
            return
        self.run_starts.append(self.length)
        self.runs.append(Run(start, end, whole, SEALED if element.sealed else owner))
        self.text.append(text)
        self.length += len(text)

    def _gap(self) -> None:
        if self.text and self.text[-1] != GAP:
            self.run_starts.append(self.length)
            self.runs.append(_GAP)
            self.text.append(GAP)
            self.length += 1
