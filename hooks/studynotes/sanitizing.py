"""Raw HTML in notes, made harmless without losing a word.

GitHub drops the tags it does not allow. Here they stay visible as text, since ``<bucket-name>`` in a note
is a word of the writer's, and nothing of his may vanish. Every tag is read by an HTML parser and written
anew from an allow-list; the whole page body then passes nh3 (ammonia), which balances it as a browser would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape, unescape
from html.parser import HTMLParser

import nh3
from markdown_it.common.html_re import HTML_TAG_RE

from studynotes.cjk import joins_without_space, opens_a_line

# Tags of GitHub's own allow-list that a note can have a use for
# (https://github.com/gjtorikian/html-pipeline, SanitizationFilter), and <aside>, which Notion exports for call-outs.
ALLOWED_TAGS = frozenset(
    """a abbr aside b bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption
    figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small span
    strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr""".split()  # noqa: SIM905 (easier to read than seventy literals)
)
_ALLOWED_ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset({"title", "lang", "dir"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "details": frozenset({"open"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "li": frozenset({"value"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "th": frozenset({"colspan", "rowspan", "align", "scope"}),
    "time": frozenset({"datetime"}),
}
_REFUSED_HTML = frozenset(
    """applet area article audio base body button canvas data datalist dialog embed fieldset footer form frame
    frameset head header html iframe input label legend link main map marquee math menu meta meter nav noscript object
    optgroup option output param plaintext portal progress script select slot source style svg template textarea title
    track video xmp ! ?""".split()  # noqa: SIM905 (easier to read than seventy literals)
)
# What the writer of page bodies adds of its own; raw tags never keep these (see _rewritten).
_OWN_TAGS = frozenset({"input", "note-slot"})
_OWN_ATTRIBUTES = {
    "*": {"class", "id"},
    "input": {"type", "checked", "disabled", "aria-label"},
    "section": {"aria-label"},
    "div": {"role", "aria-label", "tabindex"},
    "td": {"style"},
    "th": {"style"},
    "note-slot": {"data-n"},
}

Rewrite = Callable[[str, dict[str, str]], str | None]


def clean_raw(html: str, rewrite: Rewrite, refused: Callable[[str], None]) -> str:
    """``html`` with each allowed tag written anew, and all else turned into visible text.

    ``rewrite(tag, attributes)`` may return other markup for an ``a`` or ``img`` tag (links are resolved there),
    or ``None`` to keep it. ``refused(tag)`` is told each tag that became text. Comments go, as on GitHub; what
    only begins like a tag or comment and never ends is text.
    """
    out: list[str] = []
    preformatted = False
    for text, tag in _pieces(html):
        harmless = text.replace("<", "&lt;").replace(">", "&gt;")
        out.append(harmless if preformatted else _with_lines(harmless))
        preformatted = tag.lower().startswith("<pre") or (preformatted and not tag.lower().startswith("</pre"))
        if tag and not tag.startswith("<!--"):
            out.append(_rewritten(tag, rewrite, refused))
    return "".join(out)


def _with_lines(text: str) -> str:
    """``text`` with its line ends treated as in a paragraph: kept visible, joined without a space, or left alone."""
    first, *others = text.split("\n")
    filled = [line for line in (first, *others) if line.strip()]
    if any(opens_a_line(line) for line in filled[1:]):
        return f'\n<span class="note-lines">{text.strip()}</span>\n'
    parts = [first]
    for line in others:
        before, after = parts[-1].rstrip(" \t"), line.lstrip(" \t")
        if before and after and joins_without_space(before[-1], after[0]):
            parts[-1:] = [before, after]
        else:
            parts.append("\n" + line)
    return "".join(parts)


def as_text(html: str) -> str:
    """Raw HTML shown as it was written, line by line."""
    return f'<span class="note-lines">{escape(html, quote=False)}</span>'


def raw_text(html: str) -> str:
    """The words of raw HTML: what is neither tag nor comment, entities resolved."""
    return unescape("\n".join(text for text, _ in _pieces(html)))


def _pieces(html: str) -> Iterator[tuple[str, str]]:
    """Pairs of a run of text and the tag after it (``""`` at the end), by CommonMark's definition of a tag."""
    start = search = 0
    while (at := html.find("<", search)) >= 0:
        match = HTML_TAG_RE.match(html, at)
        if match is None:
            search = at + 1
            continue
        yield html[start:at], match[0]
        start = search = match.end()
    yield html[start:], ""


def _rewritten(written: str, rewrite: Rewrite, refused: Callable[[str], None]) -> str:
    reader = _TagReader()
    reader.feed(written)
    tag = reader.tag
    if tag not in ALLOWED_TAGS:
        if not written.startswith("</"):
            refused(tag or written[1:2])
        return escape(written, quote=False)
    if written.startswith("</"):
        return f"</{tag}>"
    allowed = _ALLOWED_ATTRIBUTES["*"] | _ALLOWED_ATTRIBUTES.get(tag, frozenset())
    kept = {name: value for name, value in reader.attributes.items() if name in allowed}
    rewritten = rewrite(tag, kept) if tag in ("a", "img") else None
    if rewritten is not None:
        return rewritten
    attributes = "".join(f' {name}="{escape_text(value)}"' for name, value in kept.items())
    return f"<{tag}{attributes}>"


class _TagReader(HTMLParser):
    """Reads one tag: its name and attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tag = ""
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = tag
        self.attributes = {name: value or "" for name, value in reversed(attrs)}  # the first of a kind counts

    def handle_endtag(self, tag: str) -> None:
        self.tag = tag

    def parse_html_declaration(self, i: int) -> int:  # noqa: ARG002 (the library's signature)
        """No declaration is allowed, so none needs reading (the library's reader raises on odd ones)."""
        return len(self.rawdata)

    def parse_pi(self, i: int) -> int:  # noqa: ARG002 (the library's signature)
        """As for declarations."""
        return len(self.rawdata)


def is_html_tag(tag: str) -> bool:
    """Whether ``tag`` means something to a browser (as ``script`` does, and ``bucket-name`` does not)."""
    return tag in _REFUSED_HTML


def clean_body(html: str) -> str:
    """A page body without anything that could run, its tags balanced as a browser would balance them."""
    return _CLEANER.clean(html)


def escape_text(text: str) -> str:
    """``text`` for use between tags or in a double-quoted attribute."""
    return escape(text, quote=True)


def _attributes() -> dict[str, set[str]]:
    result = {tag: set(names) for tag, names in _ALLOWED_ATTRIBUTES.items()}
    for tag, names in _OWN_ATTRIBUTES.items():
        result.setdefault(tag, set()).update(names)
    return result


_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED_TAGS | _OWN_TAGS),
    attributes=_attributes(),
    clean_content_tags=set(),
    link_rel=None,
    strip_comments=True,
    url_schemes={"http", "https", "mailto", "tel"},
    filter_style_properties={"text-align"},
)
