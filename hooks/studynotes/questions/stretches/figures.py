"""Bare figures that are labels in what is told beneath choices (``２。無線は…。１は有線の…``), as if in brackets.

Whatever reads running text knows a figure as a label only in brackets: by itself it may be anything's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.question import plain
from studynotes.questions.text.lines import Role
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.lines import Line

_BEFORE = r"(?<![A-Za-z0-9ァ-ヺー一-鿿.:;/(\[「=+*%×÷<>-])"
_LIST = r"[1-9](?:\s*[、,・と]\s*[1-9])*"
_LABEL = re.compile(rf"{_BEFORE}(?P<bare>[1-9])(?![.,]\d{{2}})(?=\s*(?:[はもと、,・。]|が(?!け)|$))")
_CALLED = re.compile(r"(?:^|(?<=[。、]))\s*(?P<word>正解|正答|答え)(?P<bare>[1-9])(?=\s*(?:。|$))")  # 正解4
# what a sentence, or what follows a reason, is about: ２は…, …だから１，２は…
_TOPIC = re.compile(rf"(?:^|[。、]|から|ので|ため)\s*(?P<these>{_LIST})\s*[はも](?![\d、。])")
_FIGURE = re.compile(r"(?<![\d.,])\d+(?![\d.,]|\s*[つ個択])")
_ONE = re.compile(r"\d")
_CIRCLED = re.compile(r"[①-⑩]")


def in_brackets(chunk: Sequence[Line], group: Group) -> Sequence[Line]:
    """A stretch, figures in the paragraph right beneath its choices in brackets where they can only be their labels.

    Sentences there are about some of them, all of which are labels of this question; and none of these figures stands
    in the question or in its choices, which it might be as well. So is one right behind 正解 at a sentence's end.
    """
    known = group.labels
    beneath = chunk[group.end :]
    first = list(takewhile(lambda line: line.block is beneath[0].block, beneath)) if beneath else []
    if not known or not all(label.isdigit() for label in known) or any(_is_other(line) for line in first):
        return chunk
    texts = [phrases.plain(line.text) for line in first]
    topics = {label for text in texts for found in _TOPIC.finditer(text) for label in _ONE.findall(found["these"])}
    bare = {found["bare"] for text in texts for found in _LABEL.finditer(text)}
    called = {found["bare"] for text in texts for found in _CALLED.finditer(text)}
    told = (bare if topics else set()) | called
    above = [phrases.plain(line.text) for line in chunk[: group.start] if line.role is not Role.CODE]
    held = {figure for text in above[-1:] for figure in _FIGURE.findall(text)}
    held |= {figure for option in group.options for figure in _FIGURE.findall(phrases.plain(plain(option.words)))}
    if not told or not told | topics <= set(known) or not told.isdisjoint(held):
        return chunk
    read = [replace(line, text=_read(text, topics), code=()) for line, text in zip(first, texts, strict=True)]
    return [*chunk[: group.end], *read, *beneath[len(read) :]]


def _is_other(line: Line) -> bool:
    """Whether a line is no sentence, or has its labels in circles: those are known as such without brackets."""
    return line.role is not Role.TEXT or len(line.text) > phrases.LONGEST or _CIRCLED.search(line.text) is not None


def _read(text: str, topics: set[str]) -> str:
    text = _CALLED.sub(lambda found: f"{found['word']}({found['bare']})", text)
    return _LABEL.sub(lambda found: f"({found['bare']})", text) if topics else text
