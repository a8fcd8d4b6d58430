"""Scripts as readers get them: several files joined into one, without the comments that are for maintainers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEND = re.compile(r"(?<![\w$.])([\w$]+)\.send\(\),\(\)=>\1\.abort\(\)")  # a request, and how it is called off
_MAKE_ABSOLUTE = re.compile(r"(?<![\w$.])[\w$]+\(document\)\.subscribe\([\w$]+\)(?=;let )")
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE)  # on lines of its own


def joined(sources: Iterable[str]) -> str:
    """Join scripts in order, each of which may end without a semicolon; comments on lines of their own are left out."""
    return ";\n".join(map(without_comments, sources))


def sources_of(html: str) -> list[str]:
    """Give the addresses of an HTML text's scripts, in order.

    Raises ``ValueError`` where a script is none that can be loaded by its address alone (inline, or a module).
    """
    scripts = LexborHTMLParser(html).css("script")
    sources = [script.attributes.get("src") for script in scripts if "type" not in script.attributes]
    if None in sources or len(sources) < len(scripts):
        raise ValueError(f"these scripts cannot be put off, as one of them has no address or is a module: {html}")
    return [source for source in sources if source]


def compiled_at_once(script: str) -> str:
    """Give a script the hint that most of its functions are called while a page loads, and take its source map's away.

    A browser that knows the hint compiles them all beside the page's own thread, while the script comes in, and not
    each when it is called; to others it is a comment (https://v8.dev/blog/explicit-compile-hints).
    """
    code, _, _ = script.partition("//# sourceMappingURL=")
    return f"//# allFunctionsCalledOnLoad\n{code}"


def starting_lightly(script: str) -> str:
    """Put off what the theme's script does in the midst of its start (another script stays as it is).

    - Its requests go out once it has started: a browser that writes down where they come from looks up the places of
      all calls that led there, which are a hundred.
    - The addresses of a page's links are made absolute with the first click, which may lead to another page: the old
      one's would then be taken for the new one's. Each of them is a change of the page.
    """
    script = _SEND.sub(r"(t=>()=>{clearTimeout(t),\1.abort()})(setTimeout(()=>\1.send()))", script)
    with_a_click = r'document.addEventListener("click",()=>\g<0>,{capture:!0,once:!0})'
    return _MAKE_ABSOLUTE.sub(with_a_click, script)


def without_comments(source: str) -> str:
    """Leave the comments out of a script or a style sheet that have lines of their own."""
    return _COMMENT.sub("", source)
