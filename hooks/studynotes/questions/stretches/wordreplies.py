"""Replies that repeat a choice's words behind the letter of answers: ``A. 氷`` beneath ``a 氷　b 水　c 湯気``.

To other rules the letter looks like one more label. The choices have small letters, so that the capital is none of
theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words.phrases import undecorated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Option

_REPLY = re.compile(r"A\s*[.．:：]\s*(?P<words>\S.*)")
_SMALL = re.compile(r"[\s　(（]*a(?![A-Za-z])")


def replied(text: str, options: Sequence[Option]) -> str:
    """The words of the one choice that a line replies with; ``""`` on any other line."""
    if "A" not in text or not options or options[0].label != "A" or not _SMALL.match(options[0].line.text):
        return ""
    found = _REPLY.fullmatch(undecorated(text).strip())
    words = folded(found["words"].rstrip("。. ")) if found else ""
    own = [folded(option.words) for option in options] if words else []
    return found["words"].rstrip("。. ") if found and own.count(words) == 1 else ""
