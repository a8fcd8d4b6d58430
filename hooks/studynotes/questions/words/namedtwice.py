"""A choice that an explanation names twice: by its words and, right behind them, by its label (``…だから青の2)。``).

Either alone may be said of anything. Both together, at a sentence's end, are how people tell what they chose and why.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words import labels
from studynotes.questions.words.concluding import OF_WRONG
from studynotes.questions.words.disowning import unsettled
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Option

_LEADS = re.compile(r"\s*(?:→|⇒|➡|=>|->|∴)\s*")
# A label that ends a sentence. A figure needs a bracket, or 番: it may be anything's.
_LABEL = (
    rf"[(「\[]\s*(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}])\s*[)」\]]|(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}])\)|(?:10|[1-9])番"
    rf"|(?<![A-Za-z0-9ァ-ヺー一-鿿])(?:[A-Ja-j]|[{KATAKANA}])"
)
_END = re.compile(
    rf"(?P<label>{_LABEL})\s*(?:が(?:正解|正答|答え?))?(?:です|でした|だった|だ|である|になる|となる|を選ぶ)?\s*(?:[。.!]|$)"
)
# What may stand between the words and the label: 青なので、つまり2), 青。2)
_LINK = re.compile(
    r"(?:です|だ|である|になる|となる)?(?:の|なので|だから|ので|つまり|よって|したがって|すなわち|答え?は|正解は|=|[、。,.\s])*$"
)
_UNIT = re.compile(r"[^\s\d、。,.()/]{1,3}$")  # 3倍, of the choice 3
# whose answer it is, or when, if not the book's now; or what is called right, which may not be what is asked for
OF_OTHERS = re.compile(
    r"友達|友人|先輩|同僚|先生|みんな|速報|AI|GPT|旧|昔|以前|改正前|前の|版|予想|勘|仮|たぶん|多分|一見|普通なら|正し|合って(?:い)?る|適切|適当",
    re.IGNORECASE,
)


def named_twice(text: str, options: Sequence[Option]) -> str:
    """The label of the one choice that a line names so; ``""`` if none is.

    Nor where another label ends a sentence of the line, where the sentence tells what is wrong or what somebody else
    chose, or where the line doubts or takes it back.
    """
    if len(text) > LONGEST:
        return ""
    value = worded(text)
    value = value[found.end() :] if (found := _LEADS.match(value)) else value
    ends = [(found, labels.normal(found["label"].strip("()「」[]番 "))) for found in _END.finditer(value)]
    named = {label for _, label in ends if any(option.label == label for option in options)}
    if len(named) != 1 or hedged(value) or unsettled([value]):
        return ""
    label = named.pop()
    option = next(option for option in options if option.label == label)
    return (
        label
        if any(_is_behind(value[: end.start()], end["label"], option) for end, its in ends if its == label)
        else ""
    )


def _is_behind(before: str, label: str, option: Option) -> bool:
    """Whether a label stands behind its choice's own words, a figure perhaps with its unit, and they are not denied."""
    link = _LINK.search(before)
    said = before[: link.start()].lower().rstrip("」』\"'") if link else ""
    if not said or not ((link and link[0]) or label[:1] in "(「["):
        return False
    words = worded("".join(option.words)).strip().rstrip("。.").lower()
    for each in _readings(said, words):
        if words and each.endswith(words):
            rest = each[: -len(words)]
            glued = words[0].isascii() and words[0].isalnum() and re.search(r"[0-9a-z.,]$", rest)
            sentence = re.split(r"[。!]", rest)[-1]
            return not (glued or OF_WRONG.search(sentence) or OF_OTHERS.search(sentence))
    return False


def _readings(said: str, words: str) -> Iterator[str]:
    """What stands before a label, as it is, and without the unit of a figure."""
    yield said
    if words[-1:].isdigit():
        yield from (said[:-length] for length in range(1, 4) if _UNIT.fullmatch(said[-length:]))
