"""What reasons say beside the matter: of those who slip, or with arrows that lead from one step to the next."""

from __future__ import annotations

import re

from studynotes.questions.words.labels import KATAKANA

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
# 手動→ループバック→物理: what comes upon what; B → C would be a correction
_COURSE = re.compile(r"(?<=[ぁ-んァ-ヺー一-鿿]{2})\s?(?:→|⇒)\s?(?=[ぁ-んァ-ヺー一-鿿]{2})")
# 「えっ？」となる: what readers say when they see it
_GASP = re.compile(r"「(?:え[っえー]*|あれ[れっ]?|おや|は[あぁ]?|へ[えぇ]|ん|おっ?)[?!]+」(?=と)")
# = 0.75 kW·h → 0.75 × 3600 = 2700: from one step of a calculation to the next
_STEP = re.compile(r"(?<==)([^→⇒=ぁ-んァ-ヺー一-鿿]*)(?:→|⇒)(?=\s*[\d(√][^ぁ-んァ-ヺー一-鿿→⇒]*[=≒])")


def without_asides(reason: str) -> str:
    """A reason without what its writer says of slips, his own or others', and without the arrows between steps.

    Neither doubts the answer or changes it; other arrows might (``B → C``).
    """
    value = _SLIP.sub("", _CROWD.sub("", _STEP.sub(r"\1;", reason)))
    value = _GASP.sub("", value) if "「" in value else value
    return _COURSE.sub(";", _LEADS_ASTRAY.sub("", value))
