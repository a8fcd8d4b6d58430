"""Pages joined into one document: ids told apart, links between them turned into links within it.

Works on finished pages (the text, with formulas, diagrams and marked terms), so that nothing is rendered twice.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborHTMLParser

from studynotes.links import relative, split
from studynotes.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

# Of a page only: links to itself, the dark scheme's pictures, and the quizzes, which a book prints elsewhere.
_LEFT_OUT = ".headerlink, .quizzes, .diagram-dark, script, link"
_ID_LISTS = ("aria-labelledby", "aria-describedby", "headers", "for")
_DEEPEST = 6
_SHORT = 180  # characters: some four lines, of which two on either side of a page's end would be too few
_BLOCKS = "p, ul, ol, dl, pre, table, figure, details, blockquote, div"


@dataclass(frozen=True, slots=True)
class Mention:
    """A marked term: the entry of the glossary that it leads to, and the id of the place."""

    term: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A page as a part of the document: its title's HTML, the HTML beneath, what terms it mentions, and its ids."""

    title: str
    packed: Packed[str]
    mentions: tuple[Mention, ...]
    anchors: frozenset[str]

    @property
    def html(self) -> str:
        """The HTML beneath the title, unpacked anew each time."""
        return self.packed()


@dataclass(frozen=True, slots=True)
class Joiner:
    """Rewrites pages for a document at the address ``here``.

    Addresses are from the site's root, encoded as MkDocs does it. ``places`` maps each joined page's address to its
    anchor in the document, ``glossary`` is the address of the glossary's page, whose entries have the same ids in
    the document with ``terms`` before them. ``shift`` is added to the levels of headings.
    """

    here: str
    places: Mapping[str, str]
    glossary: str | None
    terms: str
    shift: int

    def join(self, html: str, url: str, uses: Mapping[str, str] | None = None) -> Joined:
        """Rewrite the page at ``url``. What had the id ``x`` has ``<anchor>.x``, and the page itself its anchor.

        ``uses`` are terms on the page with the id of the heading above them; where a term is nowhere marked (it may
        stand in that heading only), the heading is where it is mentioned.
        """
        tree = LexborHTMLParser(html)
        body = tree.body
        anchor = self.places[url]
        if body is None:
            return Joined("", Packed(""), (), frozenset())
        for node in body.css(_LEFT_OUT):
            node.decompose()
        for details in body.css("details"):
            details.attrs["open"] = ""
        title = body.css_first("h1")
        own = _without_id(title) if title is not None else ""
        known = _rename(body, anchor)
        mentions: list[Mention] = []
        for link in body.css("a[href]"):
            term = self._link(link, url, own, known)
            if term:
                mentions.append(Mention(term, f"{anchor}.t{len(mentions) + 1}"))
                link.attrs["id"] = mentions[-1].anchor
        for picture in body.css("[src]"):
            picture.attrs["src"] = self._moved(picture.attrs["src"] or "", url)
        marked = {mention.term for mention in mentions}
        mentions += [
            Mention(term, anchor if heading == own else known[heading])
            for term, heading in (uses or {}).items()
            if term not in marked and (heading == own or heading in known)
        ]
        for block in body.css("p, li"):
            if len(block.text()) <= _SHORT and (block.tag == "p" or block.css_first(_BLOCKS) is None):
                block.attrs["class"] = f"{block.attrs.get('class') or ''} book-short".strip()
        if own and title is not None and title.prev is not None:
            known[own] = f"{anchor}.{own}"
        words = _taken_out(title, known.get(own, ""))
        self._shift_headings(body)
        anchors = frozenset({anchor, *known.values()})
        return Joined(words, Packed((body.inner_html or "").strip()), tuple(mentions), anchors)

    def _link(self, link: LexborNode, url: str, own: str, known: Mapping[str, str]) -> str:
        """Turn one link; return the id of the term that it leads to, if it does."""
        href = link.attrs["href"] or ""
        parts = split(href)
        if parts is None or parts.scheme or parts.netloc:
            return ""
        fragment = unquote(parts.fragment)
        path = _path(parts.path, url)
        if path == url and fragment != own and fragment not in known:
            del link.attrs["href"]  # it leads to what the document has not
        elif path == url:
            link.attrs["href"] = f"#{self.places[url] if fragment == own else known[fragment]}"
        elif path in self.places:
            inner = f".{fragment}" if fragment else ""
            link.attrs["href"] = f"#{self.places[path]}{inner}"
        elif path == self.glossary and fragment:
            link.attrs["href"] = f"#{self.terms}{fragment}"
            return fragment if "term" in (link.attrs.get("class") or "").split() else ""
        else:
            link.attrs["href"] = self._moved(href, url)
        return ""

    def _moved(self, href: str, url: str) -> str:
        """Rewrite a relative address of the page at ``url`` for the document."""
        parts = split(href)
        if parts is None or parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return href
        return parts._replace(path=relative(_path(parts.path, url), self.here)).geturl()

    def _shift_headings(self, body: LexborNode) -> None:
        if not self.shift:
            return
        for heading in body.css("h1, h2, h3, h4, h5, h6"):
            level = min(int((heading.tag or "h6")[1]) + self.shift, _DEEPEST)
            renamed = LexborHTMLParser(f"<h{level}></h{level}>").css_first(f"h{level}")
            if renamed is None:
                continue
            for name, value in heading.attributes.items():
                renamed.attrs[name] = value or ""
            renamed.inner_html = heading.inner_html or ""
            heading.replace_with(renamed)


def with_addresses(html: str) -> str:
    """Note beside each link to another site where it leads, unless its words say so: paper cannot be clicked on."""
    if 'href="http' not in html:
        return html
    tree = LexborHTMLParser(html)
    for link in tree.css('a[href^="http"]'):
        href = link.attrs["href"] or ""
        words = (link.text() or "").strip()
        if href.partition("://")[2].rstrip("/") != words.rpartition("://")[2].rstrip("/"):
            link.attrs["data-address"] = unquote(href)
    return (tree.body.inner_html or "") if tree.body is not None else html


def _path(path: str, url: str) -> str:
    """Resolve a link's path, as written on the page at ``url``, from the site's root; encoded as MkDocs does it."""
    if not path:
        return url
    place = posixpath.join("/", posixpath.dirname(unquote(url)), unquote(path))
    joined = quote(posixpath.normpath(place).lstrip("/"))
    return f"{joined}/" if joined and path.endswith(("/", "..", ".")) else joined


def _without_id(title: LexborNode) -> str:
    """Take the id of the page's title away, and return it: the page's anchor takes its place."""
    own = title.attrs.get("id") or ""
    if own:
        del title.attrs["id"]
    return own


def _taken_out(title: LexborNode | None, place: str) -> str:
    """Take a title out and return its HTML; where it stood amid the text its ``place`` stays, for others' links."""
    if title is None:
        return ""
    words = (title.inner_html or "").strip()
    stand_in = LexborHTMLParser("<span></span>").css_first("span")
    if place and stand_in is not None:
        stand_in.attrs["id"] = place
        title.replace_with(stand_in)
    else:
        title.decompose()
    return words


def _rename(body: LexborNode, anchor: str) -> dict[str, str]:
    """Make ids unique in the document, and what names them follow; return the new ones by the old."""
    # What a drawing names within itself has its page's name in it already, also in its style sheet.
    drawn = {node.mem_id for node in body.css("svg, svg *")}
    nodes = [node for node in body.css("[id]") if node.mem_id not in drawn]
    known = {node.attrs["id"] or "": f"{anchor}.{node.attrs['id']}" for node in nodes}
    for node in nodes:
        node.attrs["id"] = known[node.attrs["id"] or ""]
    for name in _ID_LISTS:
        for node in body.css(f"[{name}]"):
            if node.mem_id not in drawn:
                node.attrs[name] = " ".join(known.get(word, word) for word in (node.attrs[name] or "").split())
    return known
