"""Footnotes of a file that becomes several pages: each definition goes to the pages that refer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token


def distribute(parts: Sequence[Sequence[Token]]) -> list[list[Token]]:
    """The tokens of each page, with the footnotes that its text refers to at its end.

    Writers often collect all definitions at the end of the file. One that no page refers to stays where it was
    written. Only definitions at the top level move; one inside a list or quote is its page's own affair.
    """
    definitions: dict[str, Sequence[Token]] = {}
    places: list[list[tuple[str, int, int]]] = []
    for part in parts:
        places.append(list(_definitions(part)))
        for label, start, end in places[-1]:
            definitions.setdefault(label, part[start:end])
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
    """Label, first and end index of each top-level definition."""
    start = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.type == "footnote_reference_open":
            start = index
        elif token.level == 0 and token.type == "footnote_reference_close":
            yield str(tokens[start].meta["label"]), start, index + 1


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
