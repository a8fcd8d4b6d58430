"""Choices marked as the answer, and whose line takes that back at its end (``✅ 馬 → まちがい``, ``[x] 馬かも``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_APART = r"(?:[→⇒➡←⇐/]|[(（]|[\s、,…])\s*"
# What no choice says of itself, set apart from its words.
_TAKES_BACK = re.compile(
    rf"{_APART}(?:いや、?|やっぱり?)?(?:(?:間違|まちが)(?:い|え(?:た|てた)?|って(?:い)?た)?|違(?:う|った|ってた)|ちが(?:う|った|ってた)"
    r"|だめ(?:だった)?|ダメ(?:だった)?|ハズレ|はずれ|ミス|訂正|保留|自分(?:の(?:答え|解答|回答|予想|選択))?|と思った|(?:じゃ|では)なかった)"
    r"\s*[)）!。]*$|(?:じゃ|では)なかった[)）。!]*$"
)
# … and what it may end in itself, but then others do so, too.
_MAY_TAKE_BACK = re.compile(
    rf"(?:かも(?:しれない)?|[?？]|と思う|と思った|{_APART}(?:[×✕☓✗✘❌]|仮|勘|予想)|(?:→|⇒|➡)\s*(?:[A-Ja-j1-9{KATAKANA}]|[①-⑩]))\s*[)）]*$"
)


def takes_back(marked: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the line of one of the choices that are marked takes the mark back, or doubts it as no other's does."""
    ends = [plain(text).replace("**", "").rstrip() for text in marked if len(text) <= LONGEST]
    if any(map(_TAKES_BACK.search, ends)):
        return True
    doubted = any(map(_MAY_TAKE_BACK.search, ends))
    return doubted and not any(_MAY_TAKE_BACK.search(plain(text).replace("**", "").rstrip()) for text in others)
