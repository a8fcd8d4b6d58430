"""What grades an answer: ``ほぼ正解 ✅``, ``惜しい``, ``80点``, ``8/10``, ``Partially correct``.

Who has answered in words of his own is told how well he did, often behind the very word that elsewhere announces the
answer (``正解：部分正解``). Such words are said of an answer, and are none.
"""

from __future__ import annotations

import re
import unicodedata

from studynotes.questions.words import phrases

_DEGREE = (
    r"(?:ほぼ|ほとんど|概ね|おおむね|だいたい|大体|大筋(?:で|は)?|部分(?:的(?:に|な)?)?|一部|半分|半|準|不|未|完全(?:に|な)?"
    r"|方向性は|内容は|考え方は|惜しくも|全部|すべて|全て|全問|almost|partial(?:ly)?|mostly|half|not)"
)
_VERDICT = (
    r"(?:正解|正答|誤答|誤り|間違い|正しい|正しかった|合って(?:い)?(?:る|た|ます)|あって(?:い)?(?:る|た|ます)|合ってる|OK|NG|満点|完璧|合格|不合格"
    r"|妥当|十分|不十分|惜し(?:い|かった)|おし(?:い|かった)|ニアピン|部分点|及第点|要(?:復習|改善|再学習|補足)|もう[一ひ](?:歩|息)|あと[一ひ](?:歩|息)"
    r"|(?:よく|良く)でき(?:ました|た|ている|ています)|[ばバ][っッ][ちチ][りリ]|correct|incorrect|right|wrong|good|great|excellent|perfect|(?-i:N)ice|(?-i:C)lose)"
)
_GRADE = re.compile(
    rf"{_DEGREE}*{_VERDICT}(?:です|でした|だ|だった|と(?:する|言える|いえる)|ですね|だね|よね?|ね|job)?", re.IGNORECASE
)
_SCORE = re.compile(r"\d{1,3}(?:\.\d)?\s*(?:点|%|[/／]\s*\d{1,3}\s*点?|点\s*[/／]\s*\d{1,3}\s*点|点中\s*\d{1,3}点)")
_FOR_A_SCORE = re.compile(r"点|%|パーセント|割合|率|比|何割|分数|いくら|いくつ|求め|計算|[=＝]")
_SIGNS = re.compile(r"[\s　]*[✅✔☑⭕○◯〇◎🎉👍💯⚠❌✕✗✘×△🔺❗🙆🙅]\ufe0f?(?=[\s　]|$)")
_LAST = re.compile(r"(?<=\S)[\s　]+(?P<sign>[✅✔☑⭕◎🎉👍💯⚠❌✕✗✘×△🔺❗🙆🙅])\ufe0f?[\s　]*$")
_GOOD = frozenset("✅✔☑⭕◎🎉👍💯🙆")
_LONGEST = 32  # characters of a grade


def is_grade(words: str) -> bool:
    """Whether words only say how good an answer is, in whatever degree (``ほぼ正解``, ``惜しい！``)."""
    if len(words) > _LONGEST:
        return False
    said = unicodedata.normalize("NFKC", _SIGNS.sub("", words)).strip(" ()[]。.!、*~")
    return _GRADE.fullmatch(re.sub(r"[\s、。]+", "", said)) is not None


def is_score(words: str) -> bool:
    """Whether words are what answers are scored in (``80点``, ``8/10``, ``75%``), and might be an answer, too."""
    return len(words) <= _LONGEST and _SCORE.fullmatch(phrases.plain(words).strip()) is not None


def asks_for_score(question: str) -> bool:
    """Whether a question may itself ask for points, a share or a ratio."""
    return _FOR_A_SCORE.search(phrases.plain(question)) is not None


def without_sign(words: str) -> str:
    """Words without the sign behind them that grades the learner (``湯気 ✅``); none where it calls them wrong."""
    found = _LAST.search(words)
    if not found:
        return words
    return words[: found.start()] if found["sign"] in _GOOD else ""
