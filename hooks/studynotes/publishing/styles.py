"""Style sheets as readers get them: without what nothing on the site can have.

A theme styles everything that any site may turn on. A page shows nothing before its style sheet is there, so rules for
what a site never has cost each of its readers time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tinycss2 import parse_blocks_contents, parse_stylesheet, serialize
from tinycss2.ast import (
    AtRule,
    Declaration,
    FunctionBlock,
    HashToken,
    IdentToken,
    LiteralToken,
    QualifiedRule,
    SquareBracketsBlock,
    StringToken,
    WhitespaceToken,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from tinycss2.ast import Node

_IN_HTML = re.compile(r'class="([^"]*)"|var\((--[\w-]+)')
_WORD = re.compile(r"(?:--)?[A-Za-z_][\w-]*")
_HOLDING_RULES = frozenset({"media", "supports", "layer", "container"})


@dataclass(frozen=True, slots=True)
class Used:
    """What a site's elements can have."""

    names: Collection[str]
    """Classes, ids and custom properties (``--name``); others beside them do no harm."""
    values: Mapping[str, Collection[str]]
    """All values of some attributes, by the attribute's name; other attributes may have any value."""


def names_in_html(html: str) -> Iterator[str]:
    """Give the classes of an HTML text, and the custom properties that its styles ask for."""
    for classes, asked in set(_IN_HTML.findall(html)):
        yield from (asked,) if asked else classes.split()


def names_in_source(source: str) -> Iterator[str]:
    """Give all words of a template or a script, among which are the classes, ids and properties that it names."""
    yield from set(_WORD.findall(source))


def used_only(css: str, used: Used) -> str:
    """Leave out of a sheet: comments, selectors that match nothing, properties and fonts that no rule asks for.

    What a selector has in brackets (``:not(…)``, ``:is(…)``) is taken to match.
    """
    rules = list(_matching(parse_stylesheet(css, skip_comments=True, skip_whitespace=True), used))
    asked = {*used.names, *_asked(rules)}
    faces = [rule for rule in rules if isinstance(rule, AtRule) and rule.lower_at_keyword == "font-face"]
    text = "".join(_text(rule, asked) for rule in rules if rule not in faces)
    return "".join(_text(face, asked) for face in faces if _family(face) in text) + text


def _matching(rules: Iterable[Node], used: Used) -> Iterator[Node]:
    """The rules that can match, with those of their selectors that do; so within ``@media`` and the like."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            rule.prelude = _alternatives([each for each in _selectors(rule) if _can_match(each, used)])
            if rule.prelude:
                yield rule
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _HOLDING_RULES and rule.content is not None:
            rule.content = list(_matching(_parts(rule), used))
            if rule.content:
                yield rule
        else:
            yield rule


def _parts(rule: AtRule | QualifiedRule) -> Sequence[Node]:
    return parse_blocks_contents(rule.content or [], skip_comments=True, skip_whitespace=True)


def _selectors(rule: QualifiedRule) -> Iterator[list[Node]]:
    selector: list[Node] = []
    for token in rule.prelude:
        if _is(token, ","):
            yield selector
            selector = []
        elif selector or not isinstance(token, WhitespaceToken):
            selector.append(token)
    yield selector


def _alternatives(selectors: Sequence[Sequence[Node]]) -> list[Node]:
    tokens: list[Node] = []
    for selector in selectors:
        if tokens:
            tokens.append(LiteralToken(0, 0, ","))
        tokens += selector
    return tokens


def _is(token: Node | None, sign: str) -> bool:
    return isinstance(token, LiteralToken) and token.value == sign


def _can_match(selector: Sequence[Node], used: Used) -> bool:
    before: Node | None = None
    for token in selector:
        match token:
            case IdentToken() if _is(before, ".") and token.value not in used.names:
                return False
            case HashToken() if token.value not in used.names:
                return False
            case SquareBracketsBlock() if not _can_have(token, used):
                return False
        before = token
    return True


def _can_have(attribute: SquareBracketsBlock, used: Used) -> bool:
    """Whether an element can have an attribute (``[dir=rtl]``); other tests than for its whole value are not judged."""
    match [token for token in attribute.content if not isinstance(token, WhitespaceToken)]:
        case [IdentToken() as name, LiteralToken() as sign, (IdentToken() | StringToken()) as value, *_] if _is(
            sign, "="
        ):
            return value.value in used.values.get(name.value, (value.value,))
    return True


def _asked(nodes: Iterable[Node]) -> Iterator[str]:
    """The custom properties that rules read: ``var(--name)``."""
    for node in nodes:
        if isinstance(node, FunctionBlock):
            if node.lower_name == "var":
                yield from (token.value for token in node.arguments[:2] if isinstance(token, IdentToken))
            yield from _asked(node.arguments)
        else:
            yield from _asked(getattr(node, "content", None) or ())


def _text(rule: Node, asked: Collection[str]) -> str:
    if isinstance(rule, AtRule) and rule.lower_at_keyword in _HOLDING_RULES and rule.content is not None:
        return (
            f"@{rule.at_keyword}{serialize(rule.prelude)}{{{''.join(_text(each, asked) for each in rule.content)}}}\n"
        )
    if not isinstance(rule, QualifiedRule):
        return f"{rule.serialize()}\n"
    kept = [part for part in _parts(rule) if not (isinstance(part, Declaration) and _is_unread(part, asked))]
    return f"{serialize(rule.prelude).strip()}{{{serialize(kept)}}}\n" if kept else ""


def _is_unread(declaration: Declaration, asked: Collection[str]) -> bool:
    return declaration.name.startswith("--") and declaration.name not in asked


def _family(face: AtRule) -> str:
    """The name by which rules ask for a font."""
    values = [part.value for part in _parts(face) if isinstance(part, Declaration) and part.lower_name == "font-family"]
    return serialize(values[-1]).strip(" \"'") if values else ""
