"""Explanations that have gone astray: reasons by label that tell of other choices, or of what a question denies.

``A：湯気は…。`` and ``B：氷は…。`` beneath ``A 氷`` and ``B 湯気`` were written for other labels than these: so may the
answer have been. Beneath a question for what does not hold, ``ウは不適切。`` names its answer, and
``水滴は雲をつくる。`` says that 水滴 is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words import labels
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, plain, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group

_TOPIC = ("は", "とは", "が")
_SINCE = re.compile(
    r"(?:\d年|[来昨今]年|改[正訂定]|現在|今|最新版?|新版)(?:から|以降|以後|後|で)?は、?(?P<told>[^。]+)"
)
_LONGEST_LABEL = 9
_LEAST_SHIFTED = 2
_LEAST_ASSERTED = 4  # characters of what a question denies
_DENIED = r"(?:もの|こと|の)?(?:で|では|じゃ)ない"
# what a question asks for, by the word that it has for it
_WORD = r"(?P<word>不適切|不適当|誤り|誤って|間違い|間違って|正しくない)"
_IS_WRONG = re.compile(
    rf"(?:^|(?<=[。、\s]))(?:選択肢|肢)?[「(]?(?P<label>[A-Ja-j]|[1-9]|[{KATAKANA}])[」)]?(?:だけ|のみ)?(?:は|が)、?{_WORD}"
    r"(?:な?(?:記述|説明|もの|選択肢))?(?:いる|る)?(?:です|だ|である)?(?:。|$)"
)
_STEMS = {"誤": "誤", "間": "間違", "不": "不適", "正": "正しくない"}


def are_shifted(lines: Sequence[str], group: Group) -> bool:
    """Whether reasons by label begin with other choices' words, two of them at least and none with its own."""
    known = group.labels
    texts = [folded(option.words) for option in group.options] if known else []
    astray = 0
    for line in lines if known else ():
        label = labels.opening(line) if len(line) <= LONGEST else None
        if not label or label[0] not in known:
            continue
        said = folded(line[label[1] :])
        begun = [at for at, text in enumerate(texts) if text and said.startswith(tuple(text + each for each in _TOPIC))]
        if known.index(label[0]) in begun:
            return False
        astray += len(begun) == 1
    return astray >= _LEAST_SHIFTED


def chosen(line: str, stem: str, group: Group, right: frozenset[int]) -> str:
    """The label of another choice that a line calls by the very word for what a question asks for; ``""`` if none."""
    if len(line) > LONGEST or not group.labels:
        return ""
    asked = plain(stem)
    for found in _IS_WRONG.finditer(worded(line)):
        label = labels.normal(found["label"])
        if label in group.labels and group.labels.index(label) not in right and _STEMS[found["word"][0]] in asked:
            return label
    return ""


def alone(lines: Sequence[str], group: Group) -> str:
    """The label that is all of just one of the lines (``**A**`` beneath ``答え：B``); ``""`` where it is not one's."""
    known = group.labels
    bare = [plain(line).replace("**", "").strip(" ()[]。.") for line in lines if len(line) < _LONGEST_LABEL]
    named = [label for each in bare if each and (label := labels.normal(each)) in known]
    return named[0] if len(named) == 1 else ""


def renewed(line: str, group: Group, right: frozenset[int]) -> bool:
    """Whether a line says that from some time on another choice's words hold (``※2006年からは8個``)."""
    found = _SINCE.search(plain(line)) if len(line) <= LONGEST else None
    if not found:
        return False
    told, texts = folded(found["told"]), [folded(option.words) for option in group.options]
    begun = [at for at, text in enumerate(texts) if text and re.match(re.escape(text) + r"(?!\d)", told)]
    return len(begun) == 1 and begun[0] not in right


def asserts(lines: Sequence[str], stem: str, group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that says of a right choice just what the question denies; None if none does."""
    asked = folded(stem)
    own = [folded(option.words) for at, option in enumerate(group.options) if at in right]
    for at, line in enumerate(lines):
        for sentence in re.split(r"。|\n", worded(line)) if len(line) <= LONGEST else ():
            said = sentence.rpartition(":")[2]  # 正解 B:水滴は…
            label = labels.opening(said)
            value = folded(said[label[1] :] if label and label[0] in group.labels else said)
            for text in own:
                rest = value.removeprefix(text).removeprefix("は") if text and value.startswith(f"{text}は") else ""
                if len(rest) >= _LEAST_ASSERTED and re.search(re.escape(rest) + _DENIED, asked):
                    return at
    return None
