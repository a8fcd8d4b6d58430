"""Reasons that end in refusing a choice: ``Aは…ので、コンパイルエラー。Dも…ためだめ。``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words import labels
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LABEL = rf"[(「]?(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}])[)」]?(?![A-Za-z0-9])"
_NO = (
    r"(?:だめ|ダメ|駄目|NG|アウト|不可|不適[切当]?|誤り|間違い|不正解|[×✕☓✗❌]"
    r"|(?:コンパイル|実行時|構文|文法)?エラー)"
)
_REFUSES = re.compile(
    rf"(?:選択肢|肢)?(?P<named>{_LABEL}(?:\s*[、,・と]\s*{_LABEL})*)\s*[はも:]"
    rf"(?:[^。]*(?:ので|から|ため|ために)、?|、?)(?P<no>{_NO})(?:になる|となる|です|だ|である)?[!]*$"
)
_ONE = re.compile(rf"10|[1-9]|[A-Ja-j]|[{KATAKANA}]")


def refused(text: str, known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The labels that a line's sentences refuse, each with the word that does (``だめ``, ``コンパイルエラー``).

    The word ends the sentence, right behind the label or a reason: not 窓を開けてはだめ, 鍵がないとだめ.
    """
    if len(text) > LONGEST or not any(each in text for each in "はも:："):
        return
    for sentence in re.split(r"。|\n", plain(text).replace("**", "")):
        found = _REFUSES.match(sentence.strip())
        named = [labels.normal(each) for each in _ONE.findall(found["named"])] if found else []
        if found and set(named) <= set(known):
            yield from ((label, found["no"]) for label in named)
