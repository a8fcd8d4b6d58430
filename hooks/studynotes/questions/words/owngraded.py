"""How somebody's own answer went: ``自分：ア ⭕``, ``×（自分：イ）``, ``私の回答 3 → 不正解``.

Beside the answer it says whether that is the own one. Where the two do not go together (``自分：ア ⭕　正解：イ``), one
of them is a slip, and nobody could tell which.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words import labels
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_SELVES = "自私わ僕俺"
_OWN = r"(?:自分|私|わたし|僕|俺)(?:の?(?:解答|回答|答え|選択|マーク))?"
_LABEL = rf"[(「]?(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}])[)」]?"
_GRADE = r"(?:(?P<{0}yes>[○◯〇⭕✅✓✔]|正解(?![は:率数])|合って(?:い)?た)|(?P<{0}no>[×✕☓✗✘❌✖]|不正解|誤答))\ufe0f?"
_BEHIND = re.compile(
    rf"{_OWN}\s*[:はが=]?\s*(?P<own>{_LABEL}(?:\s*[、,・と]?\s*{_LABEL})*)\s*(?:→|⇒|:|…|、)?\s*[(\[]?\s*"
    rf"{_GRADE.format('')}(?![○◯〇⭕✅✓✔×✕☓✗✘❌✖])(?P<rest>.*)"
)
_BEFORE = re.compile(
    rf"^\W*?{_GRADE.format('')}\s*[(\[:]?\s*{_OWN}\s*[:はが=]?\s*(?P<own>{_LABEL}(?:\s*[、,・と]?\s*{_LABEL})*)(?=$|[\s)\]、。/|])"
    r"(?P<rest>.*)"
)
_ONE = re.compile(rf"10|[1-9]|[A-Ja-j]|[{KATAKANA}]")
_OWN_HEAD = re.compile(rf"{_OWN}")
_GRADE_HEAD = re.compile(r"判定|結果|正誤|[○〇]×|採点")
_GRADED = re.compile(r"(?P<own>\S.*?)[\s(]*(?P<sign>[○◯〇⭕✅✓✔×✕☓✗✘❌✖])\ufe0f?[\s)]*")
_YES = "○◯〇⭕✅✓✔"
_NO = "×✕☓✗✘❌✖"
_REGRADED = re.compile(r"^\s*(?:→|⇒)\s*[○◯〇⭕✅✓✔×✕☓✗✘❌✖]")  # ○ → ×: put right


def grade(text: str, known: Sequence[str]) -> tuple[frozenset[str], bool] | None:
    """The labels of the own answer that a line tells, and whether it calls them right; None where it grades none."""
    if len(text) > LONGEST or not any(each in text for each in _SELVES):
        return None
    value = plain(text).replace("**", "")
    found = _BEHIND.search(value) or _BEFORE.match(value)
    if not found or _REGRADED.match(found["rest"]):
        return None
    own = frozenset(labels.normal(label) for label in _ONE.findall(found["own"]))
    return (own, found["yes"] is not None) if own <= set(known) else None


def is_row_at_odds(heads: Sequence[str], row: Sequence[str], key: int) -> bool:
    """Whether a table's row grades the own answer otherwise than its ``key`` does (自分 ③, 公式 ⑤, 判定 ○).

    The sign stands in a column of its own, or behind the own answer (自分 ``ア ○``).
    """
    values = [plain(cell).strip() for cell in row]
    own = [at for at, head in enumerate(heads) if _OWN_HEAD.fullmatch(head) and at < len(row)]
    grading = [at for at, head in enumerate(heads) if _GRADE_HEAD.search(head) and at < len(row) and at not in own]
    if len(own) != 1 or len(grading) > 1 or not values[own[0]] or key >= len(row):
        return False
    graded = None if grading else _GRADED.fullmatch(values[own[0]])
    said = graded["own"] if graded else values[own[0]]
    sign = values[grading[0]][:1] if grading else graded["sign"] if graded else ""
    same = said.strip() == values[key]
    return (sign in _YES and not same) or (sign in _NO and same) if sign else False


def is_at_odds(text: str, known: Sequence[str], right: frozenset[str]) -> bool:
    """Whether a line grades the own answer otherwise than the answer (``right``) does."""
    told = grade(text, known)
    return told is not None and told[1] is not (told[0] == right)
