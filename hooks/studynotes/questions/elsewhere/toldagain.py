"""Answers told once more: in what explains a list's entry, or in a sentence that names its question.

Neither gives an answer by itself; where it says another one than the list, nobody could tell which of them is right
(``問5：B``, and beneath it ``これは間違い。正解はA。``; ``問4の答えはウ（プリントと違う）`` at the file's end).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import answerentries, answerparts
from studynotes.questions.text.lines import Line, Role, lines_in
from studynotes.questions.words import phrases
from studynotes.questions.words.doubting import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studynotes.model import Block, Collection, Section

_IS = rf"\s*は[、:\s]*(?P<label>{LABEL})(?=\s*(?:です|でした|だ|である|が正|$|[。、,!(（→]))"
_SAYS = re.compile(rf"(?:正解|正答|答え|解答){_IS}")
_NAMES = re.compile(
    r"(?P<part>[^\s:。、【\[(（]{0,4}?)\s*(?:(?:問題?|設問|Q|No\.?|第)\s*(?P<called>\d{1,3})\s*[問番]?|[【\[(](?P<boxed>\d{1,3})[】\])])"
    rf"\s*の\s*(?:正解|正答|答え|解答){_IS}"
)
_ANSWER_IS = re.compile(r"(?:正解|正答|答え|解答)\s*は")  # is in each sentence that names one, and found faster
_ANSWERS = frozenset("正答")
_TELLING = (Kind.PARAGRAPH, Kind.QUOTE, Kind.BULLET_LIST, Kind.ORDERED_LIST)


def beneath_entries(block: Block, above: str) -> Iterator[tuple[str, str]]:
    """The numbers of a list's entries, and after each the labels that what explains it calls the answer (``""``: none).

    ``above`` is the number of the entry that the block stands beneath, if there is one.
    """
    number = above
    for line in lines_in(block) if block.kind in _TELLING else ():
        entry = next(iter(answerentries.entries_in([line])), None)
        if entry:
            number = entry[0]
            yield number, ""
        elif line.role is not Role.CODE and not line.struck and len(line.text) <= phrases.LONGEST and number:
            yield from ((number, found["label"]) for found in _SAYS.finditer(phrases.plain(line.text)))


def by_name(lines: Iterable[Line], collection: Collection) -> Iterator[tuple[Section | None, str, str]]:
    """Section (None where no part is named), number and label of each sentence that names a question and its answer."""
    for line in lines:
        if "の" not in line.text or _ANSWERS.isdisjoint(line.text) or line.role is Role.CODE or line.struck:
            continue
        said = phrases.plain(line.text)
        for found in _NAMES.finditer(said) if _ANSWER_IS.search(said) else ():
            part = answerparts.section_named(found["part"], collection) if found["part"] else None
            yield part, found["called"] or found["boxed"], found["label"]
