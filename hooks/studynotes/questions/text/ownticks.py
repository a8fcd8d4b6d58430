"""Ticks of which the choice itself says that somebody chose it, and was wrong (``- [x] 氷 ← 最初に選んだ。不正解``).

Such a tick is no answer's. The choice is read as one that is called wrong.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.text.lines import Line

_REMARK = re.compile(r"(?P<choice>.*\S)[\s　]*(?:[←⇐※]|<--?|[(（])[\s　]*(?P<said>[^←⇐※()（）]+?)[)）]?[\s　]*$")
_CHOSE = re.compile(
    r"選ん[だで]|えらん[だで]|選択し|答えた|(?:に|と)した(?:やつ|ほう|方|もの|けど|が|ら)|(?:入れ|つけ|付け)(?:た|て)"
)
_WRONG = re.compile(r"不正解|間違[えっい]|まちが[えっ]|誤[りっ]|外れ|はずれ|ハズレ|違った|[×✕☓✗✘❌]")
_UNSURE = re.compile(r"[?？]|かも|はず|思|正しい|(?<!不)正解|でも|じゃな|ではな|迷")


def with_own_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a ticked choice that is said to have been chosen wrongly with an empty box, and called wrong."""
    for line in lines:
        found = _REMARK.fullmatch(line.text) if line.checked and _CHOSE.search(line.text) else None
        said = found["said"] if found else ""
        if not found or not (_CHOSE.search(said) and _WRONG.search(said)) or _UNSURE.search(said):
            yield line
        else:
            yield replace(line, text=f"{found['choice']} → 不正解。{said}", checked=False)
