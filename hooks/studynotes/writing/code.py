"""Code blocks of the notes, highlighted by Pygments in the markup that Material's styles expect."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pygments import highlight as pygmentize
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from studynotes.sanitizing import escape_text

if TYPE_CHECKING:
    from pygments.lexer import Lexer

# "python title", "python:main.py" and "python: title" are all seen; a language's name ends at the first of these.
_INFO = re.compile(r"([^\s:{,]*)[\s:]*(.*)", re.DOTALL)


def split_info(info: str) -> tuple[str, str]:
    """``(language, title)`` of a fence's info string; what follows the language is kept as its title."""
    match = _INFO.match(info.strip())
    return (match[1], match[2].strip()) if match else ("", "")


@cache
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=True) if language else None
    except ClassNotFound:
        return None


def highlight(source: str, info: str) -> str:
    """HTML of a fenced code block. An unknown language is shown plain, an unknown info string as the title."""
    language, title = split_info(info)
    lexer = _lexer(language.lower())
    if lexer is None:
        label = " ".join(part for part in (language, title) if part)
        return plain(source, label)
    html: str = pygmentize(source, lexer, _formatter(title))
    return html


def plain(source: str, title: str = "", css_class: str = "") -> str:
    """HTML of a code block without highlighting."""
    caption = f'<span class="filename">{escape_text(title)}</span>' if title else ""
    attribute = f' class="{css_class}"' if css_class else ""
    return f'<div class="highlight">{caption}<pre{attribute}><code>{escape_text(source)}</code></pre></div>\n'


@cache
def _formatter(title: str) -> HtmlFormatter[str]:
    return HtmlFormatter(cssclass="highlight", wrapcode=True, filename=escape_text(title))
