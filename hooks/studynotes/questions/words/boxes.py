"""Boxes in the syntaxes of other converters: ``:::``, ``///``, ``{% details %}``, ``{{< details >}}``.

To the parser they are text, colons only where they are no box of its own (:mod:`studynotes.reading.directives`): never
closed, or with attributes. What opens a box that answers is read as the commonest of them (``:::details 解答``), what
closes one, and the options beneath what opens it, say nothing.
"""

from __future__ import annotations

import re

from studynotes.questions.words import answerlines, phrases

SIGNS = frozenset(":/{")
"""What a line of a box begins with."""

_STARTS = (":::", "///", "{%", "{{")
_CLOSES = re.compile(r":{3,}|/{3,}|\{%-?\s*end\w+\s*-?%\}|\{\{[<%]\s*/\s*[\w-]+\s*[%>]\}\}")
_OPENS = (
    # ::: tip 答え, :::{admonition} 解答, ::: {.callout-tip title="解答"}, :::details[解答], /// details | 解答
    re.compile(
        r"(?::{3,}|/{3,})\s*(?P<name>\{[\w:-]+\}|[A-Za-z][\w-]*)?\s*(?P<more>\{[^{}]*\})?\s*\|?\s*"
        r"(?P<title>\[[^\]]+\]|[^{}\[\]]*)"
    ),
    # {% details 解答 %}, {{< details "解答" >}}, {{% expand title="解答" %}}
    re.compile(
        r"(?:\{%-?|\{\{[<%])\s*(?P<name>[A-Za-z][\w-]*)\s*(?P<more>[^{}]*?=[^{}]*?)?(?P<title>[^{}=]*?)\s*-?[%>]\}?\}"
    ),
)
_TITLE = re.compile(r"(?:title|summary)=[\"'](?P<title>[^\"']*)[\"']")
_ANSWERS = re.compile(r"(?:^|[\s.{])(?:answer|solution)s?(?:$|[\s}])", re.IGNORECASE)  # ::: solution, ::: {.answer}
_OPTION = re.compile(r":[\w-]+:(?:\s.*)?")
_READ_ALREADY = re.compile(r":::\s*details\s")


def closes(text: str) -> bool:
    """Whether a line only closes a box."""
    return text.startswith(_STARTS) and _CLOSES.fullmatch(text.strip()) is not None


def is_option(text: str, above: str) -> bool:
    """Whether a line is an option (``:class: dropdown``) beneath one (``above``) that opens a box, or is one, too."""
    is_one = text[:1] == ":" and _OPTION.fullmatch(text.strip()) is not None
    return is_one and (above.startswith(":::") or _OPTION.fullmatch(above.strip()) is not None)


def opened(text: str) -> str:
    """A line; of one that opens a box that answers, its title as the commonest box has it (``:::details 解答``)."""
    if not text.startswith(_STARTS) or len(text) > phrases.LONGEST or _READ_ALREADY.match(text):
        return text
    found = next((found for each in _OPENS if (found := each.fullmatch(text.strip()))), None)
    if found is None:
        return text
    more = f"{found['name'] or ''} {found['more'] or ''}"
    within = _TITLE.search(more)
    title = (within["title"] if within else found["title"]).strip(" []\"'")
    if title and (phrases.is_reveal(title) or answerlines.answer(title) == ""):
        return f":::details {title}"
    is_reference = not title or (title.isascii() and " " not in title)  # :::{solution} exercise-1
    return ":::details 解答" if _ANSWERS.search(more) and is_reference else text
