"""What sets a wrong statement right (``× 正しくは東から昇る``, ``×（西→東）``): it doubts no verdict, but explains it.

Beneath a choice, or with ○, 正しくは takes an answer back. With × it says what would have been right, unless that is
a verdict again (``正しくは○``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENS = r"(?:^|(?<=[\s。、,.:→⇒(「]))"
_SET_RIGHT = re.compile(
    rf"{_OPENS}(?P<caption>正しくは|(?P<named>訂正|修正)\s*[:、]|正\s*[:、])[、:\s]*(?P<body>[^。]+)"
)
# what is said of the verdict, and not of the statement's subject
_VERDICT = re.compile(
    r"[○◯〇⭕×✕☓✗✘❌✖△?]|正し[いくか]|正解|正答|答え|解答|誤[りっ]|間違|まちが|合って|[正誤](?:$|[。、)」])|\b(?:true|false|[TF])\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"(?:誤\s*:\s*)?(?P<old>[^\s。、,(「」『』:→⇒]+)[」』]?\s*(?:→|⇒)\s*(?:正\s*:\s*)?[「『]?(?P<new>[^。、,→⇒]+)"
)
_CAPTION = re.compile(r"[(（]\s*正\s*[:：、][^()（）]+[)）]\s*$")
_LEAST = 3  # characters that a correction has of what it corrects


def without_corrections(reason: str, said: str, *, right: bool) -> str:
    """What is said with a verdict, without what only sets a wrong statement (``said``) right.

    訂正 alone could be of the verdict, too: its words must be some of the statement's. Of ``西→東``, the first must
    stand in the statement.
    """
    if right or len(reason) > LONGEST:
        return reason
    value, said = plain(reason), plain(said)
    found = _SET_RIGHT.search(value) if "正" in value else None
    if found and not _VERDICT.search(found["body"]) and (not found["named"] or _shares(found["body"], said)):
        value = f"{value[: found.start()]}{value[found.start('body') :]}"
    if "→" not in value and "⇒" not in value:
        return value
    return _FROM_TO.sub(
        lambda step: step["new"] if step["old"] in said and not _VERDICT.search(step["new"]) else step[0], value
    )


def first_verdict(behind: re.Match[str], others: Sequence[re.Match[str] | None]) -> re.Match[str] | None:
    """The verdict of a line with two, of which one is in brackets at its end (``behind``); None where they differ.

    ``→ 誤り（正：東から昇る。）`` has only one: 正 is a caption there.
    """
    other = next(filter(None, others), None)
    if other is None or (other["yes"] is None) is (behind["yes"] is None):
        return behind
    return other if _CAPTION.search(behind.string) else None


def _shares(words: str, said: str) -> bool:
    return any(words[at : at + _LEAST] in said for at in range(len(words) - _LEAST + 1))
