"""What the search knows: the words of each page, by heading, and how they are read.

:func:`documents` cuts a page's HTML into what a reader reads, heading by heading; :func:`readings`
finds how the words with kanji are read, so that the reader's device need not; :func:`build` puts
both into the shape that the theme's search hands to its worker (``docs/assets/javascripts/search/``).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborHTMLParser

from studynotes import japanese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from selectolax.lexbor import LexborNode

    from studynotes.glossary import Term

TERM = "term"  # the kind of a document that is an entry of the glossary


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Not for reading: controls, scripts, pictures' insides, a formula's source and its second rendering,
# the small letters over kanji (a second text for the same words).
_SKIPPED = _names(
    "annotation audio button canvas dialog form iframe input noscript object option rp rt script select style svg "
    "template textarea title video"
)
_SKIPPED_CLASSES = _names("headerlink katex-html linenodiv linenos mermaid quiz")
_SKIPPED_ATTRIBUTES = _names("data-search-exclude hidden")
_CELLS = _names("td th")
_FORMULA_PARTS = _names("mfrac mo mrow mtext")  # their text stands apart
_INLINE = _names(
    "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rb ruby s samp small span strike "
    "strong sub sup time tt u var wbr math menclose mi mn mover mpadded mphantom mroot ms mspace msqrt mstyle msub "
    "msubsup msup mtable mtd mtr munder munderover semantics"
)
_HEADING = re.compile(r"h[1-6]")
_LATIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9/.'-]*[A-Za-z0-9])?")
_SPACE = re.compile(r"[^\S\n\t]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A piece of a page: what stands beneath one heading, or at the page's top.

    ``location`` is the address from the site's root, with the heading's anchor. ``text`` has a line
    for each block; the cells of a table's row are divided by tabs. ``kind`` is :data:`TERM` for an
    entry of the glossary, else empty; such an entry has ``names``, other words for the same thing.
    ``boost`` multiplies what the document is worth in results.
    """

    location: str
    title: str
    text: str
    kind: str = ""
    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    boost: float = 1


@dataclass(slots=True)
class _Piece:
    """A document in the making."""

    anchor: str
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def documents(html: str, location: str, title: str, tags: Sequence[str] = (), boost: float = 1) -> tuple[Document, ...]:
    """Cut a page into documents: its top first, then each heading that has an anchor.

    A first ``h1`` belongs to the top; ``title`` is the page's title, as results name it. Never raises:
    broken HTML is read as browsers do. What has ``data-search-exclude`` (on a heading: all beneath
    it) is left out, as the built-in search does.
    """
    top, *rest = _pieces(html)
    made = [Document(location, title, _tidy(top.text), tags=tuple(tags), boost=boost)]
    made += [
        Document(f"{location}#{piece.anchor}", _tidy(piece.title), _tidy(piece.text), boost=boost) for piece in rest
    ]
    return tuple(made)


def entries(terms: Iterable[Term], location: str) -> tuple[Document, ...]:
    """Return the glossary's entries as documents; ``location`` is its page's."""
    return tuple(
        Document(
            f"{location}#{term.id}",
            term.term,
            term.definition,
            TERM,
            names=tuple(dict.fromkeys(form for form in term.forms if form != term.term)),
        )
        for term in terms
    )


def readings(texts: Iterable[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return how the words with kanji in ``texts`` are read: word → hiragana.

    Reading a text with it goes from left to right and takes the longest word at each place; words
    are added where that would read something otherwise than the analyser does in its context.
    Kana that a word and its reading share at the end are left out of both (``増え`` is ``増`` → ``ふ``).
    ``given`` are readings that somebody wrote down; they come before the analyser's. Of names with words in Latin
    letters (``ROC 曲線``, ``Studio Classic``) they tell how these words are read.
    """
    words: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for line in unicodedata.normalize("NFKC", text).splitlines():
            words.update(_words(line))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for (surface, reading), times in words.items():
        _count(counts, surface, reading, times)
    known = {word: heard.most_common(1)[0][0] for word, heard in counts.items()}
    _mend(known, words)
    for word, reading in (given or {}).items():
        heard = japanese.to_hiragana(unicodedata.normalize("NFKC", reading)).replace(" ", "")
        if heard and read(word, known) != heard:
            own: dict[str, Counter[str]] = defaultdict(Counter)
            _count(own, unicodedata.normalize("NFKC", word), heard, 1)
            known.update({word: counted.most_common(1)[0][0] for word, counted in own.items()})
    latin: dict[str, str] = {}
    for name, reading in (given or {}).items():
        latin.update(_latin_readings(name, reading, known))
    known.update(latin)
    return dict(sorted(known.items()))


def build(pieces: Iterable[Document], given: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the index, ready to be written as JSON.

    Its shape is that of the theme's own (``config`` and ``docs``), for the theme reads
    ``config.separator`` to highlight words on pages; ``config.study`` is for our worker alone.
    """
    made = list(pieces)
    known = readings((text for piece in made for text in (piece.title, piece.text, *piece.names)), given)
    docs = []
    for piece in made:
        doc: dict[str, object] = {"location": piece.location, "title": piece.title, "text": piece.text}
        if piece.kind:
            doc["kind"] = piece.kind
        if piece.names:
            doc["names"] = list(piece.names)
        if piece.tags:
            doc["tags"] = list(piece.tags)
        if piece.boost != 1:
            doc["boost"] = piece.boost
        docs.append(doc)
    config = {"lang": ["ja"], "separator": r"[\s]+", "pipeline": [], "fields": {}, "study": {"readings": known}}
    return {"config": config, "docs": docs}


def _pieces(html: str) -> list[_Piece]:
    """The page's pieces in order, the top first."""
    cutter = _Cutter()
    root = LexborHTMLParser(f"<body>{html}</body>").body
    for node, event in _walk(root) if root is not None else ():
        cutter.take(node, event)
    return cutter.pieces


class _Cutter:
    """Collects the text of a page's nodes, heading by heading."""

    def __init__(self) -> None:
        self.pieces = [_Piece("")]
        self._into = self.pieces[0].text
        self._headings = 0
        self._preformatted = 0
        self._excluded = False  # beneath a heading that is left out

    def take(self, node: LexborNode, event: str) -> None:
        """Take a node: its ``text``, or that it begins (``enter``) or ends (``leave``)."""
        tag = str(node.tag)
        if event == "text":
            self._text(node.text_content or "")
        elif _HEADING.fullmatch(tag):
            self._heading(node, tag, event)
        elif tag in _CELLS:
            self._put("\t" if event == "leave" else "")
        elif tag == "img" and event == "enter":
            self._put(node.attributes.get("alt") or "")
        elif tag in _FORMULA_PARTS:
            self._put(" ")
        elif tag not in _INLINE:
            self._put("\n")
        if tag == "pre":
            self._preformatted += 1 if event == "enter" else -1

    def _heading(self, node: LexborNode, tag: str, event: str) -> None:
        anchor = node.attributes.get("id")
        if event == "leave":
            self._into = self.pieces[-1].text
            self._put("\n")
            return
        self._headings += 1
        self._excluded = "data-search-exclude" in node.attributes
        if tag == "h1" and self._headings == 1:
            self._into = self.pieces[0].title
        elif anchor and not self._excluded:
            self.pieces.append(_Piece(anchor))
            self._into = self.pieces[-1].title
        else:
            self._put("\n")

    def _text(self, text: str) -> None:
        if not self._preformatted:
            text = text.replace("\n", " ")
        self._put(text.replace("\t", " "))

    def _put(self, text: str) -> None:
        if not self._excluded:
            self._into.append(text)


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Enter and leave each element that is read, and meet each text between; without recursion, HTML may be deep."""
    stack: list[tuple[LexborNode, str]] = [(root, "enter")]
    while stack:
        node, event = stack.pop()
        yield node, event
        if event == "enter":
            stack.append((node, "leave"))
            children = [(child, "text" if child.tag == "-text" else "enter") for child in node.iter(include_text=True)]
            stack += reversed([(child, kind) for child, kind in children if kind == "text" or _is_read(child)])


def _is_read(node: LexborNode) -> bool:
    attributes = node.attributes
    tag = str(node.tag)
    if tag in _SKIPPED or attributes.get("aria-hidden") == "true":
        return False
    if not _SKIPPED_CLASSES.isdisjoint((attributes.get("class") or "").split()):
        return False
    if _HEADING.fullmatch(tag):  # its own text too is left out, and what follows it; see _pieces
        return True
    return _SKIPPED_ATTRIBUTES.isdisjoint(attributes)


def _tidy(parts: Sequence[str]) -> str:
    """One text of the parts, without space at the ends of lines and without empty lines."""
    text = _SPACE.sub(" ", "".join(parts))
    lines = (line.strip(" \t") for line in text.split("\n"))
    return "\n".join(re.sub(r" ?\t ?", "\t", line) for line in lines if line)


def _has_kanji(text: str) -> bool:
    return any(japanese.script(char) == "kanji" for char in text)


def _count(counts: Mapping[str, Counter[str]], surface: str, reading: str, times: int) -> None:
    """Count a word's reading, without the kana that both share at the end."""
    word, heard = _without_ending(surface, reading)
    if word and heard and all(japanese.script(char) in ("kanji", "hiragana", "katakana") for char in word):
        counts[word][heard] += times


def _without_ending(surface: str, reading: str) -> tuple[str, str]:
    plain = japanese.to_hiragana(surface)
    last = 0
    while last < min(len(plain), len(reading)) and plain[-1 - last] == reading[-1 - last]:
        last += 1
    return surface[: len(surface) - last], reading[: len(reading) - last]


def _latin_readings(name: str, reading: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Tell how a name's words in Latin letters are read, where the rest of the reading leaves no doubt.

    With as many words in the reading each word has its own (``Studio Classic``, ``すたじお くらしっく``); else the
    one run of Latin letters has what the other characters leave (``ROC 曲線``, ``あーるおーしーきょくせん``).
    """
    words = unicodedata.normalize("NFKC", name).split()
    heard = japanese.to_hiragana(unicodedata.normalize("NFKC", reading)).split()
    if len(words) != len(heard):
        words, heard = [" ".join(words)], ["".join(heard)]
    for word, sound in zip(words, heard, strict=True):
        runs = _LATIN.findall(word)
        if len(runs) != 1:
            continue
        before, after = (read(part.strip(), known) for part in word.split(runs[0], 1))
        if sound.startswith(before) and sound.endswith(after) and len(sound) > len(before + after):
            yield runs[0], sound[len(before) : len(sound) - len(after)]


def _mend(known: dict[str, str], words: Iterable[tuple[str, str]]) -> None:
    """Add a word with its ending where the ending decides how it is read (``行う``, ``行く``)."""
    longest = max(map(len, known), default=0)
    for surface, reading in words:
        if surface not in known and read(surface, known, longest) != reading:
            known[surface] = reading
            longest = max(longest, len(surface))


@lru_cache(maxsize=200_000)  # while serving, only lines that changed are analysed again
def _words(line: str) -> tuple[tuple[str, str], ...]:
    """Return the line's words with kanji that have a reading, with it; a word that is met again is the same object."""
    return tuple(
        (intern(word.surface), intern(word.reading))
        for word in japanese.tokens(line)
        if _has_kanji(word.surface) and not _has_kanji(word.reading)
    )


def read(text: str, known: Mapping[str, str], longest: int | None = None) -> str:
    """Read ``text`` with :func:`readings`: the longest known word at each place; the worker does the same.

    ``longest`` is the length of the longest known word, for whoever asks often and knows it.
    """
    if longest is None:
        longest = max(map(len, known), default=0)
    out = []
    at = 0
    while at < len(text):
        size = min(longest, len(text) - at)
        while size and text[at : at + size] not in known:
            size -= 1
        out.append(known[text[at : at + size]] if size else japanese.to_hiragana(text[at]))
        at += size or 1
    return "".join(out)
