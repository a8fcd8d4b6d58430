"""Raw HTML in notes, made harmless without losing a word.

GitHub drops the tags it does not allow. Here they stay visible as text, since ``<bucket-name>`` in a note
is a word of the writer's, and nothing of his may vanish. Every tag is read by an HTML parser and written
anew from an allow-list; the whole page body then passes nh3 (ammonia), which balances it as a browser would.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

import nh3

# Tags of GitHub's own allow-list that a note can have a use for
# (https://github.com/gjtorikian/html-pipeline, SanitizationFilter).
ALLOWED_TAGS = frozenset(
    """a abbr b bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption
    figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small span
    strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr""".split()
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
    """applet area article aside audio base body button canvas data datalist dialog embed fieldset footer form frame
    frameset head header html iframe input label legend link main map marquee math menu meta meter nav noscript object
    optgroup option output param plaintext portal progress script select slot source style svg template textarea title
    track video xmp ! ?""".split()
)
# What the writer of page bodies adds of its own; raw tags never keep these (see _TagFilter).
_OWN_TAGS = frozenset({"input", "note-slot"})
_OWN_ATTRIBUTES = {
    "*": {"class", "id"},
    "input": {"type", "checked", "disabled", "aria-label"},
    "section": {"aria-label"},
    "td": {"style"},
    "th": {"style"},
    "note-slot": {"data-n"},
}

Rewrite = Callable[[str, dict[str, str]], str | None]


def clean_raw(html: str, rewrite: Rewrite, refused: Callable[[str], None]) -> str:
    """``html`` with each allowed tag written anew, and all else turned into visible text.

    ``rewrite(tag, attributes)`` may return other markup for an ``a`` or ``img`` tag (links are resolved there),
    or ``None`` to keep it. ``refused(tag)`` is told each tag that became text. Comments go, as on GitHub.
    """
    parser = _TagFilter(rewrite, refused)
    parser.feed(html)
    parser.close()
    return "".join(parser.out)


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


class _TagFilter(HTMLParser):
    # No element's content is special here: tags inside <script> or <title> are tags like any others.
    CDATA_CONTENT_ELEMENTS = ()
    RCDATA_CONTENT_ELEMENTS = ()

    def __init__(self, rewrite: Rewrite, refused: Callable[[str], None]) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self._rewrite = rewrite
        self._refused = refused

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            self._as_text(self.get_starttag_text() or "", tag)
            return
        allowed = _ALLOWED_ATTRIBUTES["*"] | _ALLOWED_ATTRIBUTES.get(tag, frozenset())
        kept = {name: value or "" for name, value in attrs if name in allowed}
        rewritten = self._rewrite(tag, kept) if tag in ("a", "img") else None
        if rewritten is None:
            written = "".join(f' {name}="{escape_text(value)}"' for name, value in kept.items())
            rewritten = f"<{tag}{written}>"
        self.out.append(rewritten)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in ALLOWED_TAGS:
            self.out.append(f"</{tag}>")
        else:
            self._as_text(f"</{tag}>", tag)

    def handle_data(self, data: str) -> None:
        self.out.append(escape(data, quote=False))

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self._as_text(f"<!{decl}>", "!")

    def unknown_decl(self, data: str) -> None:
        self._as_text(f"<![{data}]>", "!")

    def handle_pi(self, data: str) -> None:
        self._as_text(f"<?{data}>", "?")

    def _as_text(self, written: str, tag: str) -> None:
        self.out.append(escape(written, quote=False))
        self._refused(tag)
