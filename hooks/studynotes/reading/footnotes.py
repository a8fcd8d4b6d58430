"""Footnotes of a file that becomes several pages: each definition goes to the pages that refer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token


def distribute(parts: Sequence[Sequence[Token]]) -> list[list[Token]]:
    """The tokens of each page, with the footnotes that its text refers to at its end.

    Writers often collect all definitions at the end of the file, and some in the list or quote that they are about.
    One that no page refers to stays where it was written, and so does one that its own page refers to.
    """
    definitions: dict[str, Sequence[Token]] = {}
    places: list[list[tuple[str, int, int]]] = []
    for part in parts:
        places.append(list(_definitions(part)))
        for label, start, end in places[-1]:
            definitions.setdefault(label, _lifted(part[start:end]))
    if not definitions:
        return [list(part) for part in parts]
    references = [_references(part, definitions) for part in parts]
    everywhere = set().union(*references)
    result: list[list[Token]] = []
    for part, own, wanted in zip(parts, places, references, strict=True):
        kept = list(part)
        for label, start, end in reversed(own):
            if label in everywhere and label not in wanted:
                del kept[start:end]
        defined_here = {label for label, _, _ in own}
        for label in wanted:
            if label not in defined_here:
                kept += definitions[label]
        result.append(kept)
    return result


def _definitions(tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """Label, first and end index of each definition; one within another is a part of that."""
    start = None
    for index, token in enumerate(tokens):
        if start is None and token.type == "footnote_reference_open":
            start = index
        elif start is not None and token.type == "footnote_reference_close" and token.level == tokens[start].level:
            yield str(tokens[start].meta["label"]), start, index + 1
            start = None


def _lifted(tokens: Sequence[Token]) -> Sequence[Token]:
    """A definition's tokens at the top level."""
    by = tokens[0].level
    return [token.copy(level=token.level - by) for token in tokens] if by else tokens


def _references(tokens: Sequence[Token], definitions: dict[str, Sequence[Token]]) -> dict[str, None]:
    """The labels that a page's text refers to, in order, with those that the footnotes themselves refer to."""
    text = list(tokens)
    for _, start, end in reversed(list(_definitions(tokens))):
        del text[start:end]
    labels: dict[str, None] = dict.fromkeys(_labels(text))
    pending = list(labels)
    while pending:
        more = [label for label in _labels(definitions.get(pending.pop(0), ())) if label not in labels]
        labels.update(dict.fromkeys(more))
        pending += more
    return {label: None for label in labels if label in definitions}


def _labels(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "footnote_ref":
                yield str(child.meta["label"])
