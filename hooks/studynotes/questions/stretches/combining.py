"""Choices that are of the labelled statements right above: ``1. 一つ``, ``1 a正 b誤``, ``①　ア・ウ``."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from studynotes.questions.question import plain
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Option

_STATEMENTS = 3  # at least, and choices of them
MOST = 9
"""How many lines of choices are looked at."""
_COUNT = re.compile(
    r"(?:[1-9一二三四五六七]\s?[つ個]|[0零〇]\s?個?|ゼロ|なし|全部|(?:すべて|全て)(?:正しい|誤り)?|全部(?:正しい|誤り))[。.]?"
)
_JUDGED = r"(?:正しい|正|誤り|誤|[○◯〇×✕☓✗]|真|偽)"
_VERDICT = re.compile(r"(?:→|⇒|➡|[(（])\s*(?:[○◯〇⭕×✕☓✗✘❌]|正しい|誤り|正|誤)")
_BETWEEN = r"[\s、,，・:：=＝→/／()（）\-]|と|は|および|及び|のみ|だけ"


def _is_of(words: str, known: Sequence[str]) -> bool:
    """Whether words are nothing but labels of statements, and what each of them is called."""
    one = "|".join(map(re.escape, known))
    return (
        re.fullmatch(rf"(?:{_BETWEEN})*(?:(?:{one})(?:{_BETWEEN}|{_JUDGED})*)+[。.]?", words, re.IGNORECASE) is not None
    )


def begin(beneath: Sequence[Line], options: Sequence[Option]) -> bool:
    """Whether the choices begin here that a run of labelled statements is for.

    They are counted from 1 where those have letters (or the other way round), three at least, and all of them count the
    statements, or name some of them or what they are. So is a numbered list beneath sentences in a paragraph, of which
    none is a sentence itself, whatever it says. Statements with ○ or × on them are asked one by one: what counts them
    would give itself away.
    """
    known = [option.label for option in options]
    first = beneath[0]
    if len(options) < _STATEMENTS or any(map(_is_judged, options)):
        return False
    if first.own_number == 1 and _are_sentences(options) and _is_list(beneath):
        return True
    found = None if first.role is Role.CODE else _label(first, 0)
    if found is None or labels.is_akin(known, found[0]) or not labels.follows((), found[0]):
        return False
    said: list[str] = []
    named: list[str] = []
    for line in beneath[:MOST]:
        found = _label(line, len(named)) if line.role is first.role and line.depth == first.depth else None
        if found is None or not labels.follows(named, found[0]):
            break
        named.append(found[0])
        said.append(unicodedata.normalize("NFKC", line.text[found[1] :]).strip())
    if len(said) < _STATEMENTS:
        return False
    if all(map(_COUNT.fullmatch, said)):
        return True
    several = any(sum(each.upper().count(label) for label in known) > 1 for each in said)  # ウ, ア, イ answers three
    return several and all(_is_of(each, known) for each in said)


def _is_judged(option: Option) -> bool:
    return option.verdict is not None or _VERDICT.search(option.line.text) is not None


def _label(line: Line, before: int) -> tuple[str, int] | None:
    """A line's label: its own, or its place in a numbered list."""
    if line.role is Role.ITEM and line.own_number is not None:
        return (str(before + 1 if before else line.own_number), 0)
    return labels.opening(line.text)


def _are_sentences(options: Sequence[Option]) -> bool:
    return not any(option.line.depth or not plain(option.words).endswith(("。", "．")) for option in options)


def _is_list(beneath: Sequence[Line]) -> bool:
    listed = [line for line in beneath[:_STATEMENTS] if line.role is Role.ITEM and line.own_number is not None]
    return len(listed) == _STATEMENTS and not any(line.text.rstrip().endswith(("。", "．")) for line in listed)
