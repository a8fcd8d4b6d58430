"""Boxes whose words are indented beneath their title: ``??? question "確認"``, ``!!! note``, ``=== "解答"`` (MkDocs).

To the parser, whatever stands behind an empty line there is a block of code. For questions it is read as what it was
written to be: paragraphs, lists and code, line by line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

SIGNS = ("???", "!!!", "===")
"""What the title of such a box begins with."""

_TITLE = re.compile(r"(?:[?!]{3}\+?[ \t]+[A-Za-z][\w -]*|={3}[!+]?)[ \t]*(?:\"[^\"]*\")?[ \t]*")
_ITEM = re.compile(r"(?:[-+*]|(?P<number>\d{1,3})[.)])[ \t]+(?:\[(?P<box>[ xX])\][ \t]+)?(?=\S)")
_FENCE = re.compile(r"(?P<sign>`{3,}|~{3,})")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}")
_CODE = re.compile(r"(`+)(?P<said>[^`]+)\1")
_WHOLE = re.compile(r"\*\*[^*]+\*\*|__[^_]+__")
_STRUCK = re.compile(r"~~|<(?:s|del|strike)>", re.IGNORECASE)
_HTML = re.compile(r"</?(?:div|ul|ol|form|fieldset|section|article|details|p)(?=[\s>])", re.IGNORECASE)  # of its own
_INDENT = 4


class Said(NamedTuple):
    """A line in a box: its words, the number of its line, and what it is part of."""

    text: str
    at: int
    opens: bool = False  # the first line of a paragraph or an item
    depth: int = 0  # how many lists it is in
    item: bool = False
    list_: int = 0  # … of which list: a number that no other list of the section has
    number: int | None = None  # … of an ordered list
    checked: bool | None = None  # … with a box to tick
    code: tuple[tuple[int, int], ...] = ()  # the ranges of its words that are code
    whole: bool = False  # all of it is bold
    is_code: bool = False  # a whole block of code
    struck: bool = False  # some of it is struck out
    is_html: bool = False  # lines of raw HTML, up to an empty one


def is_title(text: str) -> bool:
    """Whether a paragraph's first line is the title of such a box."""
    return text.startswith(SIGNS) and _TITLE.fullmatch(text.partition("\n")[0]) is not None


def lines_in(source: str, first: int) -> list[Said]:
    """The lines of a box, whose own indentation is gone; ``first`` is the number of the first."""
    found: list[Said] = []
    lists: list[tuple[int, int]] = []  # how far the lists are indented that a line is in, and where they begin
    opens = True
    fence: list[str] = []  # the lines of code that are not closed yet
    html: Said | None = None  # the raw HTML that goes on up to an empty line
    for at, raw in enumerate(source.split("\n"), first):
        line = raw.expandtabs(_INDENT)
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if html and text:
            html = found[-1] = html._replace(text=f"{html.text}\n{raw}")
            continue
        html = None
        if opens and not fence and text[:1] == "<" and _HTML.match(text):
            lists = [each for each in lists if each[0] < indent]
            html = Said(raw, at, opens=True, depth=len(lists), is_html=True)
            found.append(html)
        elif fence or _FENCE.match(text):
            lists = lists if fence else [each for each in lists if each[0] < indent]
            fence.append(raw)
            if len(fence) > 1 and text and not text.strip(fence[0].strip()[0]):
                code = "\n".join(fence[1:-1])
                found.append(Said(code, at + 1 - len(fence), opens=True, depth=len(lists), is_code=True))
                fence, opens = [], True
        elif not text or _RULE.fullmatch(text):
            opens = True
            lists = [] if text else lists
        else:
            item = _ITEM.match(text)
            boxed = is_title(text)
            if boxed or item or opens:
                lists = [] if boxed else [each for each in lists if each[0] < indent + (item is not None)]
            if item and (not lists or lists[-1][0] < indent):
                lists.append((indent, at))
            found.append(_said(text, at, item, lists, opens=opens or item is not None))
            opens = boxed
    return found


def _said(text: str, at: int, item: re.Match[str] | None, lists: list[tuple[int, int]], *, opens: bool) -> Said:
    """A line without its emphasis, and without the signs of its code."""
    text = text[item.end() :] if item else text
    whole = _WHOLE.fullmatch(text) is not None
    text = text if text.startswith(SIGNS) else text.replace("**", "")
    said, end = "", 0
    code: list[tuple[int, int]] = []
    for run in _CODE.finditer(text):
        said += text[end : run.start()]
        code.append((len(said), len(said) + len(run["said"])))
        said, end = said + run["said"], run.end()
    said += text[end:]
    struck = _STRUCK.search(text) is not None
    if item is None:
        return Said(said, at, opens, len(lists), code=tuple(code), whole=whole, struck=struck)
    number = int(item["number"]) if item["number"] else None
    checked = item["box"] in "xX" if item["box"] else None
    list_ = -2 - lists[-1][1]
    return Said(said, at, opens, len(lists), True, list_, number, checked, tuple(code), whole, False, struck)  # noqa: FBT003
