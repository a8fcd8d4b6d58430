"""Gaps to be filled in: where they are in a sentence, and the sentence with blanks for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import BLANK_MARK
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studynotes.questions.question import Words

_GAP = re.compile(
    r"_{3,}|□{2,}|＿{2,}|[(（\[［【〔]\s{2,}[)）\]］】〕]|[(（［【〔]　+[)）］】〕]|(?<![A-Za-z0-9_\s])\( \)(?![\s(])"
    r"|(?<=[ぁ-んァ-ヺー一-鿿、] )\( \)(?= ?[。ぁ-んァ-ヺー一-鿿])"
    r"|(?<=[ぁ-んァ-ヺー一-鿿])[(（]\s*[?？]\s*[)）](?=[ぁ-んァ-ヺー一-鿿])"
)

_WHERE = re.compile(r"[\s　]*[(（](?:答え?|こたえ|正解)は[^()（）]{1,24}[)）][\s　]*$")  # 穴うめ（答えは矢印のあと）
_ANNOUNCED = re.compile(r"\W*.{0,8}(?:穴埋め|穴うめ|あなうめ|穴あき|空欄補充|虫食い).{0,8}")
_PARTICLE = re.compile(r"[はがを](?=[^ぁ-んー\s])")


def gaps_in(said: str) -> list[str]:
    """All that is to be filled in, in a sentence."""
    return _GAP.findall(said) if phrases.GAP_BEGINS.search(said) else []


def filled(words: Words, gap: str, mark: str = BLANK_MARK) -> Words:
    """The words with a blank for their gap; one in code parts it in two, as nothing can be typed inside of it."""
    for index, part in enumerate(words):
        if gap not in part:
            continue
        before, after = part.split(gap, 1)
        if index % 2 == 0:
            return (*words[:index], f"{before}{mark}{after}", *words[index + 1 :])
        opened = (words[index - 1], before.rstrip()) if before.strip() else ()
        closed = (after.lstrip(), *words[index + 1 :]) if after.strip() else ()
        ahead = before[len(before.rstrip()) :] if opened else words[index - 1]
        behind = after[: len(after) - len(after.lstrip())] if closed else "".join(words[index + 1 : index + 2])
        rest = closed or words[index + 2 :]
        return (*words[: index - 1], *opened, f"{ahead}{mark}{behind}", *rest)
    return words


def are_announced(title: str) -> bool:
    """Whether a line says that sentences with gaps follow, and no more (``穴うめ``), but where the answers are."""
    title = _WHERE.sub("", title) if title.rstrip()[-1:] in ("）", ")") else title
    return len(title) <= len("穴埋め") * 6 and _ANNOUNCED.fullmatch(title) is not None and not _GAP.search(title)


def are_sentences_rest(texts: Iterable[str]) -> bool:
    """Whether all texts begin with a particle: what stands before them are gaps with names (``(a)は…``), no labels."""
    return all(_PARTICLE.match(each) for each in texts)
