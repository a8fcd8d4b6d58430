"""The renderer behind :mod:`studynotes.writing`: a rule for each kind of token that plain HTML does not serve."""

from __future__ import annotations

import inspect
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it.renderer import RendererHTML

from studynotes.cjk import joins_without_space, opens_a_line
from studynotes.model import Block, Kind, Problem, Section, Severity, meant_numbers
from studynotes.reading.blocks import alternative_text
from studynotes.reading.parsing import parser
from studynotes.sanitizing import as_text, clean_body, clean_raw, escape_text, is_html_tag
from studynotes.titles import one_line
from studynotes.writing import code
from studynotes.writing.body import Heading, Insertions, RenderFormula, ResolveLink

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

# GitHub's alerts: the class of Material's admonition that looks like it, and its Japanese title.
_ALERTS = {
    "NOTE": ("note", "補足"),
    "TIP": ("tip", "ヒント"),
    "IMPORTANT": ("info", "重要"),
    "WARNING": ("warning", "警告"),
    "CAUTION": ("danger", "注意"),
}
_BREAKS = ("softbreak", "hardbreak")


class NoteRenderer(RendererHTML):
    """Renders one section; collects headings, problems, and the slots that trusted HTML goes into."""

    def __init__(
        self,
        section: Section,
        resolve: ResolveLink,
        formula: RenderFormula,
        insertions: Insertions,
        *,
        raw_html: bool = True,
    ) -> None:
        """``raw_html=False`` shows raw HTML as text."""
        # What the library's own __init__ does, which looks at each attribute of each renderer anew.
        self.rules = {name: getattr(self, name) for name in _rules()}
        self.headings: list[Heading] = []
        self.problems: list[Problem] = []
        self.slots: list[str] = []
        self._section = section
        self.tokens = section.tokens
        self._resolve = resolve
        self._formula = formula
        self._insertions = insertions
        self._raw_html = raw_html
        self._options = parser().options
        self._anchors = {b.position: b for b in section.walk() if b.kind is Kind.HEADING}
        self._title_at = self._find_title()
        levels = [b.level for at, b in self._anchors.items() if at != self._title_at]
        self._shift = 2 - min(levels, default=2)
        self._closing = {b.position: b.end for b in section.walk() if b.kind is Kind.FOOTNOTE}
        self._numbers = {at: n for b in section.walk() if b.kind is Kind.ORDERED_LIST for at, n in _after_gaps(b)}
        self._line = section.lines.first
        self._keep_lines = False
        self._in_heading = False
        self._footnotes = [b for b in section.walk() if b.kind is Kind.FOOTNOTE]
        self._footnote_numbers: dict[str, int] = {}  # by label, in the order of references
        self._footnote_uses: Counter[str] = Counter()

    # -- the page ---------------------------------------------------------------------------------

    def render_page(self) -> str:
        """Raw HTML of the whole body, slots unfilled; not yet sanitised."""
        tokens = self.tokens
        parts = [self._title(), self._render_range(tokens, 0, len(tokens)), self._footnote_list(tokens)]
        return "".join(parts)

    def _find_title(self) -> int | None:
        """Where the page's ``h1`` stands among the tokens, if other blocks come before it (in a preface they may)."""
        if self._section.heading or self._section.slug:
            return None
        return next((at for at, b in sorted(self._anchors.items()) if b.level == 1), None)

    def _title(self) -> str:
        section = self._section
        if self._title_at is not None:
            return ""
        if section.heading is None:
            return f"<h1>{escape_text(section.title)}</h1>\n"
        written = self.renderInline(section.heading_tokens[1].children or (), self._options, {})
        words = one_line(section.heading.text)
        parts = [f'<span class="note-number">{written}</span>' if words and section.title not in words else written]
        if section.title not in words:
            title = section.title.removeprefix(words).strip() or section.title
            parts.append(f'<span class="note-title">{escape_text(title)}</span>')
        return f'<h1 id="{escape_text(section.heading.anchor)}">{" ".join(filter(None, parts))}</h1>\n'

    def _render_range(self, tokens: Sequence[Token], start: int, end: int) -> str:
        out: list[str] = []
        index = start
        while index < end:
            token = tokens[index]
            if token.map:
                self._line = token.map[0] + 1
            if token.type == "footnote_reference_open":  # shown at the page's end, as on GitHub
                index = self._closing[index] + 1
                continue
            if token.type == "alert_title_open":  # the library's English title; ours stands in alert_open
                index += 3
                continue
            if index in self._insertions.before:
                out.append(self._slot(self._insertions.before[index]))
            if token.type == "inline":
                out.append(self._inline(token))
            elif token.type in self.rules:
                out.append(self.rules[token.type](tokens, index, self._options, {}))
            else:
                out.append(self.renderToken(tokens, index, self._options, {}))
            if index in self._insertions.after:
                out.append(self._slot(self._insertions.after[index]))
            index += 1
        return "".join(out)

    def _inline(self, token: Token) -> str:
        children = token.children or ()
        self._keep_lines = _is_line_by_line(token)
        result = self.renderInline(children, self._options, {})
        self._keep_lines = False
        # A tag left open in a paragraph ends with it, rather than with the page.
        return clean_body(result) if any(child.type == "html_inline" for child in children) else result

    def _slot(self, html: str) -> str:
        self.slots.append(html)
        return f'<note-slot data-n="{len(self.slots) - 1}"></note-slot>'

    def _problem(self, severity: Severity, what: str, remedy: str) -> None:
        self.problems.append(Problem(self._section.file, self._line, severity, what, remedy))

    # -- headings and paragraphs ------------------------------------------------------------------

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        block = self._anchors[idx]
        level = self._level(idx)
        if tokens[idx].level == 0 and level > 1:
            self.headings.append(Heading(level, block.anchor, one_line(block.text)))
        return f'<h{level} id="{escape_text(block.anchor)}">'

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        block = self._anchors[idx - 2]
        link = f'<a class="headerlink" href="#{escape_text(block.anchor)}" title="この見出しへのリンク">¶</a>'
        return f"{link}</h{self._level(idx - 2)}>\n"

    def _level(self, idx: int) -> int:
        return 1 if idx == self._title_at else min(6, self._anchors[idx].level + self._shift)

    def paragraph_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        lines = _is_line_by_line(tokens[idx + 1])
        if (tokens[idx].meta or {}).get("title"):
            return '<p class="admonition-title">'
        if tokens[idx].hidden:
            return '<span class="note-lines">' if lines else ""
        return '<p class="note-lines">' if lines else "<p>"

    def paragraph_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        if not tokens[idx].hidden:
            return "</p>\n"
        return "</span>" if _is_line_by_line(tokens[idx - 1]) else ""

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        if self._keep_lines:
            return "\n"
        before, after = _nearest(tokens, idx, -1)[-1:], _nearest(tokens, idx, 1)[:1]
        return "" if joins_without_space(before, after) else "\n"

    def hardbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "<br>" if self._keep_lines else "<br>\n"

    # -- lists, boxes, code, formulas -------------------------------------------------------------

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        result = self.renderToken(tokens, idx, options, env)
        if idx in self._numbers:
            result = result.replace("<li", f'<li value="{self._numbers[idx]}"', 1)
        meta = tokens[idx].meta or {}
        if "checked" in meta:
            state = ' checked="" aria-label="完了"' if meta["checked"] else ' aria-label="未完了"'
            result += f'<input type="checkbox" disabled=""{state}> '
        return result

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        # A wide table scrolls by itself, by keyboard too; with a class of its own, the theme's script leaves it alone.
        return '<div class="note-table" role="group" aria-label="表" tabindex="0"><table class="note-grid">\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>\n"

    def alert_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        css_class, title = _ALERTS.get(tokens[idx].info.upper(), ("note", tokens[idx].info))
        return f'<div class="admonition {css_class}">\n<p class="admonition-title">{escape_text(title)}</p>\n'

    def directive_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        name = tokens[idx].info
        css_class, title = _ALERTS.get(name.upper(), ("note", name))
        titled = bool((tokens[idx + 1].meta or {}).get("title"))
        told = "" if titled else f'<p class="admonition-title">{escape_text(title)}</p>\n'
        return f'<div class="admonition {css_class}">\n{told}'

    def directive_options(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self.code_block(tokens, idx, options, env)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self._slot(code.highlight(tokens[idx].content, tokens[idx].info))

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self._slot(code.plain(tokens[idx].content, css_class="note-plain"))

    def front_matter(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        box = self._slot(code.highlight(tokens[idx].content + "\n", "yaml"))
        return f'<details class="note-front-matter"><summary>前付け（front matter）</summary>{box}</details>\n'

    def math_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self._math(tokens[idx], display=True)

    def math_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self._math(tokens[idx], display=False)

    def math_inline_display(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self._math(tokens[idx], display=True)

    def _math(self, token: Token, *, display: bool) -> str:
        formula = self._formula(token.content, display=display)
        if formula.error is not None:
            what = f"formula not understood: {formula.error}"
            self._problem(Severity.WARNING, what, "correct the TeX; its source is shown")
        return self._slot(formula.html)

    # -- links, pictures, raw HTML, footnotes -----------------------------------------------------

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        return self._anchor(str(token.attrGet("href") or ""), {"title": str(token.attrGet("title") or "")})

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        attributes = {"alt": alternative_text(token), "title": str(token.attrGet("title") or "")}
        return self._picture(str(token.attrGet("src") or ""), attributes)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        html = self.html_inline(tokens, idx, options, env)
        return html if html.lstrip().startswith("<") or not html.strip() else f'<div class="note-lines">{html}</div>\n'

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        if not self._raw_html:
            return as_text(tokens[idx].content)
        return clean_raw(tokens[idx].content, self._rewrite, self._refused)

    def _rewrite(self, tag: str, attributes: dict[str, str]) -> str | None:
        if tag == "a" and "href" in attributes:
            return self._anchor(attributes.pop("href"), attributes)
        if tag == "img":
            return self._picture(attributes.pop("src", ""), attributes)
        return None

    def _refused(self, tag: str) -> None:
        severity = Severity.WARNING if is_html_tag(tag) else Severity.INFO
        remedy = "write it as code (`…`) if it is meant to be seen, else remove it"
        self._problem(severity, f"<{tag}> is not allowed in notes, it is shown as text", remedy)

    def _anchor(self, href: str, attributes: dict[str, str]) -> str:
        target = self._resolve(href)
        if target.url is None:
            place = unquote(href)
            self._problem(
                Severity.WARNING, f"nothing is at “{place}”", "correct the link; its words are shown without it"
            )
            return f'<a class="note-deadlink" title="リンク先が見つかりません：{escape_text(place)}">'
        return f'<a href="{escape_text(target.url)}"{_written(attributes)}>'

    def _picture(self, src: str, attributes: dict[str, str]) -> str:
        target = self._resolve(src)
        alt = attributes.get("alt", "")
        if target.url is not None and not target.external:
            return f'<img src="{escape_text(target.url)}"{_written({"alt": alt, **attributes}, keep=("alt",))}>'
        place = unquote(src)
        words = escape_text(alt or place)
        if target.external:  # nothing is loaded from other hosts while reading: the picture is a click away
            what, remedy = (
                f"the picture “{place}” is on another host, the page links to it",
                "keep a copy beside the notes",
            )
            self._problem(Severity.WARNING, what, remedy)
            return f'<a class="note-picture" href="{escape_text(src)}">{words}</a>'
        self._problem(
            Severity.WARNING, f"no picture at “{place}”", "put the file beside the notes, or correct its path"
        )
        return f'<span class="note-missing" title="画像が見つかりません：{escape_text(place)}">{words}</span>'

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        label = str(tokens[idx].meta["label"])
        if all(label != note.info for note in self._footnotes):  # it is defined within a footnote of another page
            self._problem(
                Severity.WARNING,
                f"the footnote “{label}” is on another page",
                "define it beside the others, not in one",
            )
            return escape_text(f"[^{label}]")
        number = self._footnote_numbers.setdefault(label, len(self._footnote_numbers) + 1)
        self._footnote_uses[label] += 1
        again = f".{self._footnote_uses[label]}" if self._footnote_uses[label] > 1 else ""
        return f'<sup id="fnref.{number}{again}"><a class="footnote-ref" href="#fn.{number}">{number}</a></sup>'

    def _footnote_list(self, tokens: Sequence[Token]) -> str:
        """The definitions, those referred to first, in the order of their references (which a note's text adds to)."""
        items: list[str] = []
        pending = list(self._footnotes)
        defined: set[str] = set()
        while pending:
            note = min(pending, key=lambda note: self._footnote_numbers.get(note.info, len(self._footnotes) + 1))
            pending.remove(note)
            inner = self._render_range(tokens, note.position + 1, note.end)
            number = self._footnote_numbers.get(note.info)
            if number is None or note.info in defined:  # nothing leads to it: shown as it was written
                what = (
                    f"nothing refers to the footnote “{note.info}”"
                    if number is None
                    else f"footnote “{note.info}” again"
                )
                self._line = note.lines.first
                self._problem(Severity.WARNING, what, "refer to it in the text, or make it a paragraph")
                items.append(f"<li><span>[^{escape_text(note.info)}]:</span> {inner}</li>\n")
                continue
            defined.add(note.info)
            back = f'<a class="footnote-backref" href="#fnref.{number}" title="本文へ戻る">↩</a>'
            items.append(f'<li id="fn.{number}">{inner}{back}</li>\n')
        return f'<section class="footnotes" aria-label="脚注"><ol>\n{"".join(items)}</ol></section>\n' if items else ""


def _written(attributes: dict[str, str], keep: tuple[str, ...] = ()) -> str:
    return "".join(f' {k}="{escape_text(v)}"' for k, v in attributes.items() if v or k in keep)


def _visible(tokens: Sequence[Token]) -> str:
    """The text of inline tokens, without markup (``html_inline`` and line ends count as nothing)."""
    return "".join(t.content for t in tokens if t.type not in ("html_inline", *_BREAKS, "footnote_ref"))


def _nearest(tokens: Sequence[Token], idx: int, step: int) -> str:
    """The text of the nearest inline token with text before (``step`` -1) or after (1) the one at ``idx``."""
    idx += step
    while 0 <= idx < len(tokens) and tokens[idx].type not in _BREAKS:
        if text := _visible(tokens[idx : idx + 1]):
            return text
        idx += step
    return ""


def _is_line_by_line(inline: Token) -> bool:
    """Whether a paragraph's line ends were meant: some line after its first opens like a choice, bullet or label."""
    children = inline.children or []
    return any(
        child.type == "softbreak" and opens_a_line(_next_line(children, index + 1))
        for index, child in enumerate(children)
    )


def _next_line(children: Sequence[Token], start: int) -> str:
    end = next((i for i in range(start, len(children)) if children[i].type in _BREAKS), len(children))
    return _visible(children[start:end])


def _after_gaps(list_: Block) -> Iterator[tuple[int, int]]:
    """The token and the number of each item of an ordered list before which numbers are left out (``3.``, ``5.``).

    GitHub would count on, but such a number is what the writer means, unlike ``1.`` before each item.
    """
    numbers = meant_numbers([item.start or 0 for item in list_.children])
    for item, (before, number) in zip(list_.children[1:], pairwise(numbers), strict=True):
        if number > before + 1:
            yield item.position, number


@cache
def _rules() -> tuple[str, ...]:
    """The types of tokens that :class:`NoteRenderer` has a method for."""
    methods = inspect.getmembers(NoteRenderer, inspect.isfunction)
    return tuple(name for name, _ in methods if not name.startswith(("render", "_")))
