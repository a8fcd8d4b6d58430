"""Blocks as lines: what the recognisers of written-out questions read.

Writers put a choice into a list item, a paragraph's line or raw HTML alike. This module lays all of them
out in reading order, one :class:`Line` each, and remembers what each was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from html import escape
from itertools import chain
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from studynotes.model import Block, Kind, Lines, meant_numbers
from studynotes.questions.text.inlineruns import (
    are_words_strong,
    bold_in,
    by_line,
    is_label_strong,
    joined_runs,
    struck_to,
    with_repeats_cut,
    with_runs_cut,
)
from studynotes.questions.words import boxes, forms, indented, labels, lighting
from studynotes.questions.words.components import with_words_shown, without_components
from studynotes.questions.words.readings import without_readings
from studynotes.questions.words.striking import answers, has_more, is_struck, left_of, with_tags_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studynotes.questions.question import Words


_CALLOUT = re.compile(r"\s*\[!(?P<kind>[\w-]+)\][-+]?\s*")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)  # where some write what the page should not show
_WITHIN_LINES = [  # begin no line
    "b", "strong", "em", "i", "u", "ins", "mark", "code", "kbd", "sub", "sup", "small", "span", "font", "ruby", "rb",
]  # fmt: skip
_PLAIN_TEXT = frozenset(["", "text", "txt", "plain", "plaintext"])  # a box of code that may be no code
_ANSWERING = frozenset(["answer", "success", "check", "done", "solution"])


class Role(StrEnum):
    """What a line is part of."""

    HEADING = "heading"
    TEXT = "text"  # a paragraph
    ITEM = "item"  # a list item's first line
    DETAIL = "detail"  # more of a list item
    CODE = "code"  # a whole block of code or a formula
    HTML = "html"  # a line of raw HTML's text


@dataclass(frozen=True, slots=True)
class Line:
    """One line, with the runs of code in it as ranges of ``text``."""

    text: str
    role: Role
    block: Block
    number: int  # of the source line, 1-based
    code: tuple[tuple[int, int], ...] = ()
    depth: int = 0  # how many lists it is in
    group: int = -1  # ITEM: its list's position
    own_number: int | None = None  # ITEM of an ordered list
    checked: bool | None = None  # ITEM of a task list
    opens_block: bool = False  # the first line of its paragraph, item, …
    strong: bool = False  # bold as a whole
    strong_label: bool = False  # … or its label alone: **B**. …
    struck: bool = False  # some of its words are struck out, and still here: what it says is not known
    struck_to: int = 0  # … and these are its first ones, up to here
    mended: bool = False  # others are not: it reads otherwise now (the struck ones are left out, if not ``struck``)
    # … or it was an answer as a whole, and is withdrawn
    bold: tuple[tuple[int, int], ...] = ()  # the ranges of ``text`` that are
    lit: str = ""  # the colour or class by which raw HTML sets off its label, or all of its words

    def part(self, start: int, end: int, *, opens_block: bool) -> Line:
        """The line's text from ``start`` to ``end`` as a line of its own."""
        code = tuple((a - start, b - start) for a, b in self.code if start <= a and b <= end)
        said = self.text[start:end]
        part = replace(self, text=said.strip(), code=code, opens_block=opens_block)
        return _with_own_strength(part, start + len(said) - len(said.lstrip()), end) if self.bold else part

    def words(self, start: int = 0, end: int | None = None) -> Words:
        """The line's words from ``start`` to ``end``, code and plain text apart, outer white space gone."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        parts: list[str] = []
        at = start
        for begins, ends in self.code:
            first, last = max(begins, start), min(ends, end)
            if first < last:
                parts += [self.text[at:first], self.text[first:last]]
                at = last
        return (*parts, self.text[at:end]) if at < end or not parts else tuple(parts)


def _with_own_strength(part: Line, start: int, end: int) -> Line:
    """A part of a line, which stood from ``start`` to ``end``, with what of it is bold (``(A) by **(B) until**``)."""
    ranges = ((max(a, start) - start, min(b, end) - start) for a, b in part.bold if a < end and start < b)
    bold = tuple(ranges)
    label = labels.opening(part.text)
    words = label[1] if label else 0
    said = [at for at, char in enumerate(part.text) if not char.isspace()]
    is_bold = [any(a <= at < b for a, b in bold) for at in said]
    of_words = [each for at, each in zip(said, is_bold, strict=True) if at >= words]
    strong = bool(of_words) and all(of_words)
    alone = label is not None and not any(of_words) and all(is_bold[: len(is_bold) - len(of_words)])
    return replace(part, bold=bold, strong=strong, strong_label=alone)


def following(lines: Sequence[Line], index: int) -> Iterator[Line]:
    """The lines behind one of them, one by one: most who ask stop soon, and a slice would copy all."""
    return (lines[at] for at in range(index + 1, len(lines)))


def item_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """The numbers of the items of ordered lists (see :func:`.meant_numbers`), by their index in ``lines``.

    None of a list in which some numbers stand twice (``1.``, ``2.``, ``2.``) or run back (``1.``, ``3.``, ``2.``): the
    page counts it on, its writer may not have. With the same number before each (``1.``) he has.
    """
    lists: dict[int, list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        if line.role is Role.ITEM and line.own_number is not None:
            lists.setdefault(line.group, []).append((index, line.own_number))
    numbers: dict[int, int] = {}
    for items in lists.values():
        written = [number for _, number in items]
        meant = meant_numbers(written)
        if meant != written and len(set(written)) > 1:
            continue
        numbers.update((index, number) for (index, _), number in zip(items, meant, strict=True))
    return numbers


def is_code(line: Line) -> bool:
    """Whether a line is a whole block of code or a formula."""
    return line.role is Role.CODE


def lines_of(blocks: Iterable[Block], depth: int = 0) -> Iterator[Line]:
    """The lines of ``blocks`` in reading order. Tables, footnotes, rules and front matter have none."""
    return chain.from_iterable(_of_each(blocks, depth))


def lines_in(block: Block) -> tuple[Line, ...]:
    """The lines of one block, outside of any list."""
    return _lines_of(block, 0)


def _of_each(blocks: Iterable[Block], depth: int) -> Iterator[Iterable[Line]]:
    """Each block's lines: a block of code beneath the title of a box whose words are indented is none to its writer."""
    boxed = False
    for block in blocks:  # a million times in a build: no call, and no look-up, that is not needed
        kind = block.kind
        if kind is not _CODE:
            boxed = kind is _PARAGRAPH and block.text[:3] in indented.SIGNS and indented.is_title(block.text)
        elif boxed:
            yield _boxed_lines(block, depth)
            continue
        kept = _kept.get((id(block), depth))
        yield kept[1] if kept else _lines_of(block, depth)


_CODE, _PARAGRAPH = Kind.CODE, Kind.PARAGRAPH


# Lines are read for the answers that a file lists, and by each recogniser. By identity (the block beside them keeps
# its id from being given to another): to compare blocks, of which no two are the same, would take longer than to read
# them.
_KEPT = 32_768  # the blocks of a thousand sections
_kept: dict[tuple[int, int], tuple[Block, tuple[Line, ...]]] = {}


def _lines_of(block: Block, depth: int) -> tuple[Line, ...]:
    kept = _kept.get((id(block), depth))
    if kept is None:
        if len(_kept) >= _KEPT:
            _kept.clear()
        kept = _kept[id(block), depth] = (block, tuple(_read(block, depth)))
    return kept[1]


def let_go() -> None:
    """Forget the lines that are kept: no more questions are read for a while."""
    _kept.clear()


def _read(block: Block, depth: int) -> Iterator[Line]:
    if block.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST):
        for item in block.children:
            yield from _item_lines(item, block, depth + 1)
    elif block.kind is Kind.QUOTE:
        yield from _quoted_lines(block, depth)
    elif block.kind is Kind.HEADING:
        yield from _text_lines(block, Role.HEADING, depth)
    elif block.kind is Kind.PARAGRAPH:
        yield from _text_lines(block, Role.DETAIL if depth else Role.TEXT, depth)
    elif block.kind in (Kind.CODE, Kind.FENCE, Kind.MATH):
        yield from _code_lines(block, depth)
    elif block.kind is Kind.HTML:
        yield from _html_lines(block, depth)


def _quoted_lines(block: Block, depth: int) -> Iterator[Line]:
    """A quotation's lines; of a callout (``[!question] …``) its title is the first, ``[!answer]`` alone says 答え.

    A further callout within it (``[!success] 解答``) is read so, too. So does a directive of such a name without a
    title, or with the name of the exercise.
    """
    children = block.children
    if children and block.info.lower() in _ANSWERING:
        titled = children[0].lines.first == block.lines.first
        children = children[titled and children[0].text.isascii() :]
        if not titled or children is not block.children:
            yield Line("答え：", Role.TEXT, block, block.lines.first, depth=depth, opens_block=True)
    for index, line in enumerate(lines_of(children, depth)):
        answering = line.opens_block and line.text.startswith("[!")  # a further one, not set in one level more
        callout = _CALLOUT.match(line.text) if index == 0 or answering else None
        if callout and line.text[callout.end() :].strip():
            yield line.part(callout.end(), len(line.text), opens_block=True)
        elif callout:
            if callout["kind"].lower() in _ANSWERING:
                yield replace(line, text="答え：", code=())
        else:
            yield line


def _code_lines(block: Block, depth: int) -> Iterator[Line]:
    """A block of code or a formula as one line; a box of text with choices line by line, or code of nothing else."""
    plain = block.info.strip().lower() in _PLAIN_TEXT
    if block.kind is Kind.MATH or not (labels.runs_in if plain else labels.is_run)(block.text):
        yield Line(block.text.strip("\n"), Role.CODE, block, block.lines.first, depth=depth, opens_block=True)
        return
    for index, line in enumerate(block.text.split("\n")):
        for part in labels.side_by_side(line.strip()) if line.strip() else ():
            label = labels.opening(part)
            code = ((label[1], len(part)),) if label and not plain else ()
            yield Line(part, Role.TEXT, block, block.lines.first + index, code, depth, opens_block=True)


def _boxed_lines(block: Block, depth: int) -> Iterator[Line]:
    """The lines of a box whose words are indented beneath its title, each paragraph and item a block of its own."""
    own = block
    for said in indented.lines_in(block.text, block.lines.first):
        if said.is_html:
            where = Lines(said.at, said.at + said.text.count("\n"))
            yield from _html_lines(replace(block, kind=Kind.HTML, text=said.text, lines=where), depth + said.depth)
            continue
        if said.opens:
            own = replace(block, kind=Kind.PARAGRAPH, text=said.text, lines=Lines(said.at, block.lines.last))
        role = Role.CODE if said.is_code else Role.ITEM if said.item else Role.DETAIL if said.depth else Role.TEXT
        group = said.list_ if said.item else -1
        line = Line(said.text, role, own, said.at, said.code, depth + said.depth, group, said.number, said.checked)
        yield replace(line, opens_block=said.opens, strong=said.whole, struck=said.struck)


def _item_lines(item: Block, list_: Block, depth: int) -> Iterator[Line]:
    children = item.children
    if children and children[0].kind is Kind.PARAGRAPH:
        yield from _text_lines(children[0], Role.DETAIL, depth, item=item, group=list_.position)
        children = children[1:]
    elif within := _numbered_within(item):
        first, *more = _item_lines(within, children[0], depth)
        yield replace(first, block=item, group=list_.position, checked=item.checked)
        yield from more
        children = children[1:]
    else:  # an empty item is a choice left blank, if it is none that begins with a sign of quotations: 3. > ANY
        said = _quoted_within(item, list_)
        children = children[1:] if said else children
        yield Line(
            said,
            Role.ITEM,
            item,
            item.lines.first,
            (),
            depth,
            list_.position,
            item.start,
            item.checked,
            opens_block=True,
        )
    yield from lines_of(children, depth)


def _quoted_within(item: Block, list_: Block) -> str:
    """The line that Markdown reads as a quotation within a numbered item (``1. >``, ``3) > ANY``), with its sign."""
    quoted = item.children[0] if item.children and list_.kind is Kind.ORDERED_LIST else None
    if quoted is None or quoted.kind is not Kind.QUOTE or quoted.info:
        return ""
    alone = item.lines.first == quoted.lines.first == quoted.lines.last
    said = " ".join(each.text for each in quoted.children)
    return (f">{said}" if said[:1] in ("=", "<", ">") else f"> {said}").strip() if alone else ""


def _numbered_within(item: Block) -> Block | None:
    """The item with a number that Markdown reads within one (``- [x] 3. …``), on whose line nothing else stands."""
    list_ = item.children[0] if item.children else None
    if list_ is None or list_.kind is not Kind.ORDERED_LIST or list_.lines.first != item.lines.first:
        return None
    return list_.children[0] if len(list_.children) == 1 else None


def _text_lines(block: Block, role: Role, depth: int, *, item: Block | None = None, group: int = -1) -> Iterator[Line]:
    """A block's lines, of which the first may be a list's ``item``.

    One that is struck out as a whole says nothing any more; a choice is still there. Nor does what closes a box of
    other converters right beneath other words.
    """
    above = value = ""
    inlines = without_readings(block.inlines)
    lit = lighting.lit(inlines)
    for index, written in enumerate(by_line(inlines)):
        is_item = item is not None and index == 0
        runs = with_runs_cut(without_components(with_tags_read(written)))
        above = value
        value, code = joined_runs(runs)
        if not code and value and value[0] in boxes.SIGNS:
            if index and (boxes.closes(value) or boxes.is_option(value, above)):
                continue
            if value != (read := boxes.opened(value)):
                runs, value = [replace(runs[0], text=read)], read
        partly = is_struck(runs)
        mended = False
        if partly and all(run.deleted or not run.text.strip() for run in runs):
            partly = labels.opening(value) is not None or is_item
            if not partly:
                mended = answers(value)
                value, code = "", ()
        elif partly and (left := left_of(runs, is_item=is_item)):
            partly, mended = False, True
            runs = left
            value, code = joined_runs(runs)
        elif partly:
            mended = has_more(runs)
        number = min(block.lines.first + index, block.lines.last)
        strong = all(run.strong or not run.text.strip() for run in runs) and bool(value)
        strong = strong or are_words_strong(runs, value)
        of_item = (group, item.start, item.checked) if item and is_item else (-1, None, None)
        yield Line(
            value,
            Role.ITEM if is_item else role,
            item if item and is_item else block,
            number,
            code,
            depth,
            *of_item,
            opens_block=index == 0,
            strong=strong,
            strong_label=not strong and is_label_strong(runs, value),
            struck=partly,
            struck_to=struck_to(runs) if partly else 0,
            mended=mended,
            bold=() if strong else tuple(bold_in(runs)),
            lit=lit[index] if index < len(lit) and value else "",
        )


def _html_lines(block: Block, depth: int) -> Iterator[Line]:
    """The text of raw HTML, line by line; emphasis written as Markdown inside it stays text to the parser, not here."""
    comment = _COMMENT.fullmatch(block.text.strip())
    html = f"<p>{escape(comment[1])}" if comment else with_words_shown(block.text)
    written, styles = lighting.with_signs(html)
    body = LexborHTMLParser(written).body
    if body and "<" in block.text:
        forms.prepare(body)
        body.unwrap_tags(_WITHIN_LINES)
        body.merge_text_nodes()
    value = body.text(deep=True, separator="\n") if body else ""
    offset = 0
    source = block.text.split("\n")
    for raw, lit in lighting.lines_in(value, styles):
        stripped = raw.replace("**", "").replace(forms.SIGN, "").strip()
        if not stripped:
            continue
        for at in range(offset, len(source)):
            if raw.strip() in source[at] or (forms.SIGN in raw and raw.partition(forms.SIGN)[2].strip() in source[at]):
                offset = at
                break
        number = min(block.lines.first + offset, block.lines.last)
        yield Line(with_repeats_cut(stripped), Role.HTML, block, number, depth=depth, opens_block=True, lit=lit)
