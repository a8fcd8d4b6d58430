"""What reasons say beside the matter: of those who slip, or with arrows that lead from one step to the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words import labels
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Collection

# …。模試で1にした人がクラスの半分いたらしい。: hearsay of who was wrong, and no doubt
_CROWD = re.compile(
    r"(?<=。)[^。]{0,20}(?:にした|を選んだ|と答えた|と書いた|間違え?た)(?:人|子|生徒)(?:が|は|も)[^。]{0,14}いた(?:らしい|みたい|そうだ)(?:。|$)"
)
# 1　← 「誤り」を読み飛ばして2にした: the learner's slip, by which he knows the answer
_SLIP = re.compile(
    r"[\s　]+[←⇐]\s*[^?？]{0,24}(?:読み飛ば|読み落と|見落と|見間違|読み間違|ケアレス|うっかり|勘違い|早とちり|つられ)"
    r"[^?？]{0,24}$"
)
# overload を忘れると(2)になる: where it leads who slips
_LEADS_ASTRAY = re.compile(
    r"(?:忘れ(?:る|た)|間違え(?:る|た)|見落とす|読み違える|勘違いする|うっかりする)(?:と|ら)、?\s*"
    rf"[(「]?(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}])[)」]?\s*(?:になる|になってしまう|を?選んでしまう|にしてしまう)"
)
# 手動→ループバック→物理, DNA→mRNA: what comes upon what; B → C would be a correction
_COURSE = re.compile(
    r"(?<=[ぁ-んァ-ヺー一-鿿]{2})\s?(?:→|⇒)\s?(?=[ぁ-んァ-ヺー一-鿿]{2})"
    r"|(?<=[A-Za-zぁ-んァ-ヺー一-鿿]{2})(?:→|⇒)(?=[A-Za-zァ-ヺー一-鿿]{2})"
)
# 状態(Pending → Approved)の変更: a part of the sentence
_PASSAGE = re.compile(r"(\([^()→⇒]{3,40})[→⇒](?=[^()→⇒]{3,40}\)[のがをはにで])")
# 「えっ？」となる: what readers say when they see it
_GASP = re.compile(r"「(?:え[っえー]*|あれ[れっ]?|おや|は[あぁ]?|へ[えぇ]|ん|おっ?)[?!]+」(?=と)")
# = 0.75 kW·h → 0.75 × 3600 = 2700: from one step of a calculation to the next
_STEP = re.compile(r"(?<==)([^→⇒=ぁ-んァ-ヺー一-鿿]*)(?:→|⇒)(?=\s*[\d(√][^ぁ-んァ-ヺー一-鿿→⇒]*[=≒])")
# = 15.5 → 切り捨て 15: what comes out, and how it is rounded
_ROUNDED = re.compile(
    r"(?<=[=≒])(\s*[\d.,]+\s?[^\d\s→⇒。]{0,4}\s*)(?:→|⇒)"
    r"(?=\s*(?:(?:小数点?(?:以下)?を?|端数を?)?(?:切り?捨て|切り?上げ|四捨五入|繰り?上げ)(?:て|で|し?て|すると)?|約|およそ)\s*\d)"
)

# 。9 だと思っていました…: what somebody took for the answer before, behind the one that he tells
_FORMER = re.compile(
    rf"(?<=。)\s*(?:(?:ずっと|今まで|いままで|てっきり|最初は?)、?)?\s*[(「]?(?P<label>10|[1-9]|[A-Ja-j]|[{KATAKANA}])[)」]?\s*"
    r"(?:だ|か)と(?:ばかり)?(?:思って|思い込んで|勘違いして)い?(?:まし)?た[.…!]*(?:。|$)"
)


def without_former(reason: str, right: Collection[str]) -> str:
    """A reason without a sentence on which other label its writer took for the answer, until he knew it."""
    return _FORMER.sub(lambda found: found[0] if labels.normal(found["label"]) in right else "", reason)


def without_asides(reason: str) -> str:
    """A reason without what its writer says of slips, his own or others', and without the arrows between steps.

    Neither doubts the answer or changes it; other arrows might (``B → C``).
    """
    value = _SLIP.sub("", _CROWD.sub("", _STEP.sub(r"\1;", reason)))
    value = _ROUNDED.sub(r"\1;", value) if "→" in value or "⇒" in value else value
    value = _GASP.sub("", value) if "「" in value else value
    value = _PASSAGE.sub(r"\1;", value) if "(" in value else value
    return _COURSE.sub(";", _LEADS_ASTRAY.sub("", value))
