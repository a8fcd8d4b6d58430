"""Marks on choices (``✓``, ``❌``, ``（正解）``, ``→ 不正解。…``), and what an explanation calls right or wrong.

Some name the answer (正解, 🎯, ``==…==``), some judge what the choice says (○, 正しい): see ``judgements``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from studynotes.questions.words.keyline import explains
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, undecorated, worded

POINTERS = "🎯👉👈☞☜"  # at the answer itself
_POINTING = ("←", "⇐", "<-", "<--")  # behind it, where nothing else follows
RIGHT = "✓✔✅☑⭕◯〇" + POINTERS
WRONG = "✗✘❌✖❎"
# Letters and operators as well as marks: these count only where white space sets them apart.
_RIGHT_SIGNS, _WRONG_SIGNS = "○◎", "×✕☓"
_RIGHT_WORDS = (
    "正解",
    "正答",
    "正しい",
    "正",
    "correct",
    "これが正解",
    "これが答え",
    "ここが正解",
    "ここが答え",
    "これ",
    "コレ",
    "答え",
    "ここ",
    "ココ",
)
_WORD_SIGNS = "正|誤"  # in brackets only
_WORDS = "不正解|正解|正答|誤り|誤答|間違い|不適切|正しい|Correct|Incorrect|Wrong"
_NAMING = re.compile(
    r"不?正解|正答|誤答|(?:in)?correct|wrong|これ(?:が(?:正解|答え))?|コレ|答え|ここ(?:が(?:正解|答え))?|ココ",
    re.IGNORECASE,
)
_SAYS_RIGHT = re.compile(r"(?<!不)正解|正答|(?<!in)correct", re.IGNORECASE)
_BEFORE = re.compile(rf"[(（\[【<＜〈]\s*(?P<word>{_WORDS})\s*[)）\]】>＞〉]\s*[:：]?\s*")
_BEHIND = re.compile(
    rf"(?:[(（\[【<＜〈]\s*(?P<inside>{_WORDS}|{_WORD_SIGNS}|[○◎×✕☓{RIGHT}{WRONG}])\ufe0f?(?:\s*[:：、。]\s*(?P<note>[^)）]*))?"
    rf"\s*[)）\]】>＞〉]"
    rf"|(?P<points>(?<=\s)(?:←|⇐|<--?)$)"
    r"|(?<=\S)(?:\s*[:：※…‥]+|\s+[-–—#])\s*(?P<said>不?正解|正答|誤答)(?:です)?$"  # 青：正解, 青 - 正解, 青 ※正解
    rf"|(?:→|⇒|➡|⇨|←|⇐|<--?)\s*(?P<arrow>{_WORDS}|これ(?:が(?:正解|答え))?|コレ|答え|ここ(?:が(?:正解|答え))?|ココ|[○◎×✕☓{RIGHT}{WRONG}])(?:です)?"
    rf"(?:$|[。、:：\s](?P<reason>.*)|[(（](?P<noted>[^()（）?？]+)[)）]))$",
    re.IGNORECASE,
)
# a mark with its reason behind an arrow at it: etcd ✅ ← 分散KVS
_NOTED = re.compile(
    rf"(?<=\S)[\s　]+(?P<sign>[{RIGHT}{WRONG}{_RIGHT_SIGNS}{_WRONG_SIGNS}])\ufe0f?[\s　]*"
    r"(?:←|⇐|<--?)[\s　]*(?P<reason>\S.*)"
)
_CHOSEN = re.compile(
    r"選ん[だで]|選びました|選択し(?:た|て)|[回解]答し(?:た|て)|(?:これ|こっち|こちら)に(?:した|して)|最初(?:は|これ)"
)
_LIT = re.compile(r"\s*==(?P<words>[^=]+)==\s*")  # highlighted from end to end
_QUESTION = re.compile(r"(?:問題?|設問|Q)\s*(\d{1,3})(?!\d)")
_ON_LABEL = re.compile(
    rf"(?:選択肢|オプション|^|[\s。、,()「])\s*(?P<label>[A-J]|\d|[{KATAKANA}])\s*[)」]?\s*(?:は|が|も|:)\s*"
    r"(?P<word>不正解|誤り|間違い|間違って|正解|正しい|正答)"
    r"(?P<not>では(?:ありません|ない)|じゃない)?(?!に見え|の?よう|かも|の可能|とは限|と思|[率例者])",
    re.MULTILINE,
)
# 正解は C です; not 「Q5 の正解は A」, 「前の問題の正解は」, which is another question's, nor somebody's own.
OWN_KEY = (
    r"(?<!\dの)(?<!\d の)(?<!問の)(?:(?<=この問題の)|(?<!問題の))(?<!前の)(?<!次の)(?<!不)"
    r"(?<!自分の)(?<!私の)(?<!たしの)(?<!僕の)(?<!俺の)(?<!友達の)(?<!友人の)(?<!先輩の)(?<!同僚の)(?<!んなの)"
)
_KEY_IS = re.compile("(?:正解|答え|正答)は")  # is in each line that says so, and found faster
_NAMED_RIGHT = re.compile(
    rf"{OWN_KEY}(?:正解|答え|正答)は\s*(?:選択肢)?\s*"
    rf"[「(]?(?P<label>[A-J]|[{KATAKANA}]|\d(?!\d|\s*[つ個種件分]))[」)]?"
    r"(?=\s*(?:です|でした|だ(?!と|ろ|った[かけとよら])|。|になり|となり|である|で[、,]|,|、|$))"
)
_NAMED_BOTH = re.compile(  # 正解は 2 と 3 です
    rf"{OWN_KEY}(?:正解|答え|正答)は\s*(?P<labels>(?:[A-J]|[{KATAKANA}]|\d)"
    rf"(?:\s*(?:[、,・]|と|および|及び)\s*(?:[A-J]|[{KATAKANA}]|\d))+)"
    r"\s*(?:です|でした|だ|になり|となり|である)?(?=。|$)"
)
_IS_THE_ANSWER = re.compile(
    rf"(?:^|[\s。、,(「]|(?:理由|解説|説明|ポイント|補足|覚え方):)(?P<label>[A-Ja-j]|[1-9]|[{KATAKANA}])\s*[)」]?\s*"
    r"(?:が(?:正解|当たり|あたり|アタリ)|で正解)(?:です|となる|となります|である|だ)?(?:[。,、)]|$)"
)
# ウが基本評価基準で、これが正解。
_AND_THIS = re.compile(
    rf"(?:^|[\s。、,(「])(?P<label>[A-Ja-j]|[1-9]|[{KATAKANA}])[」)]?\s*が[^。、]{{1,24}}で、?これが(?:正解|答え)"
    r"(?:です|だ|である|となる)?(?:。|$)"
)
# 残るのは3で、これが正解。
_IS_LEFT = re.compile(
    rf"残(?:る|った)(?:の|もの|選択肢)?は\s*(?:選択肢)?[「(]?(?P<label>[A-Ja-j]|[1-9](?!\d)|[{KATAKANA}])[」)]?\s*(?:番)?"
    r"(?:で、?(?:これが?)?(?:正解|答え)|(?:です|だ)?、?(?:これが)(?:正解|答え))"
)
# … なので B。
_THEREFORE = re.compile(
    rf"(?:なので|だから|となるので|であるから)、?\s*[「(]?(?P<label>[A-Ja-j]|[{KATAKANA}])[」)]?(?:です|が正解)?。"
)
_CONCLUDES = re.compile(
    r"(?:よって|従って|したがって|ゆえに|故に|以上より|以上から|∴|→|⇒)、?\s*(?:答え?|正解|正答|解答)\s*(?:は|:|=)?\s*(?:選択肢)?"
    rf"[「(]?(?P<label>[A-Ja-j]|\d(?!\d)|[{KATAKANA}])[」)]?(?:です|となる|となります|である|だ)?[。.]?\s*$"
)
_IS_RIGHT = re.compile(
    rf"(?:選択肢|肢)?\s*[(「]?(?P<label>[A-J]|\d|[{KATAKANA}])[)」]?\s*[.:)]?\s*(?:正しい|正解)(?:です)?。"
)
# アジア, A dog, 3 回: what begins so is no choice's label
_NO_WORD = (
    rf"(?![{KATAKANA}][ァ-ヺー]|A\s+(?!is\b)[a-z]{{2}}"
    r"|\d(?!番)[一-鿿]|\d(?:[.]\d|\s*(?:つ|個|種|件|分|秒|回|年|月|日|時|台|人|円|倍|本|枚|度|割|歳|週|階|ヶ|か[所国月年]|%|[KMGT]B)))"
)
_LABELLED = re.compile(
    rf"(?P<mark>[{RIGHT}{WRONG}])?\ufe0f?\s*(?:選択肢|オプション)?\s*{_NO_WORD}(?P<label>[A-J]|\d|[{KATAKANA}])(?![A-Za-z\d])"
    rf"(?:[.:)、](?!\d)[^()]{{0,60}})?\s*(?:\(\s*(?P<word>{_WORDS})\s*\))?"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict on a choice, and the ranges of its text that hold the choice's own words and a reason."""

    right: bool
    start: int
    end: int
    reason: tuple[int, int] | None = None
    naming: bool = False  # whether it names the answer, rather than judging what the choice says
    worded: bool = False  # whether it says 正解


@lru_cache(maxsize=4096)
def mark_of(text: str) -> Mark | None:
    """The mark on a choice, before its words or behind them; None where it has none."""
    if len(text) > LONGEST:
        return None
    lit = _LIT.fullmatch(text)
    if lit:
        return Mark(right=True, start=lit.start("words"), end=lit.end("words"), naming=True)
    start, first = _before(text)
    end, last, reason = _with_note(text) or _behind(text)
    right = first if first is not None else last
    if right is None:
        return None
    outside = text[:start] + text[end : reason[0] if reason else len(text)]
    naming = bool(_NAMING.search(outside)) or any(char in POINTERS for char in outside)
    naming = naming or outside.strip() in _POINTING
    worded = right and bool(_SAYS_RIGHT.search(outside))
    return Mark(right, start, end, reason, naming, worded)


def lit_from(text: str, start: int) -> Mark | None:
    """The mark on a choice that is highlighted with its label (``==C. 黄==``, which ends at ``start``); else None."""
    lit = _LIT.fullmatch(text)
    if not lit or not lit.start("words") < start < lit.end("words"):
        return None
    return Mark(right=True, start=0, end=lit.end("words") - start, naming=True)


def _before(text: str) -> tuple[int, bool | None]:
    at = 0
    right: bool | None = None
    while at < len(text) and (text[at] in RIGHT + WRONG + "\ufe0f*" or text[at].isspace()):
        if right is None and text[at] in RIGHT + WRONG:
            right = text[at] in RIGHT
        at += 1
    sign = re.match(rf"\s*([{_RIGHT_SIGNS}{_WRONG_SIGNS}])[\s　]+(?=\S)", text)
    if right is None and sign:
        return sign.end(), sign[1] in _RIGHT_SIGNS
    word = _BEFORE.match(text)
    if right is None and word:
        return word.end(), word["word"].lower() in _RIGHT_WORDS
    return (at, right) if right is not None else (0, None)


def _with_note(text: str) -> tuple[int, bool | None, tuple[int, int] | None] | None:
    noted = _NOTED.search(text) if "←" in text or "⇐" in text or "<-" in text else None
    if not noted:
        return None
    if _CHOSEN.search(noted["reason"]) or not explains(f"({noted['reason']})", (), ()):
        return len(text), None, None
    reason = None if _NAMING.fullmatch(noted["reason"].strip()) else noted.span("reason")
    return noted.start(), noted["sign"] in RIGHT + _RIGHT_SIGNS, reason


def _behind(text: str) -> tuple[int, bool | None, tuple[int, int] | None]:
    end = len(text.rstrip())
    while end and (text[end - 1] in RIGHT + WRONG + "\ufe0f" or text[end - 1].isspace()):
        end -= 1
    marks = [char for char in text[end:] if char in RIGHT + WRONG]
    if marks:
        return end, marks[0] in RIGHT, None
    sign = text[:end][-1:]
    if sign and sign in _RIGHT_SIGNS + _WRONG_SIGNS and text[: end - 1][-1:].isspace():
        return len(text[: end - 1].rstrip()), sign in _RIGHT_SIGNS, None
    found = _BEHIND.search(text.rstrip())
    if not found:
        return len(text), None, None
    if found["points"]:
        return len(text[: found.start()].rstrip()), True, None
    word = (found["inside"] or found["said"] or found["arrow"]).lower()
    if found["noted"] and not explains(f"({found['noted']})", (), ()):
        return len(text), None, None
    reason = next((name for name in ("note", "reason", "noted") if found[name]), "")
    right = word in _RIGHT_WORDS or word in _RIGHT_SIGNS + RIGHT
    return len(text[: found.start()].rstrip()), right, found.span(reason) if reason else None


def said_of_labels(text: str, *, naming_only: bool = False) -> dict[str, set[bool]]:
    """What a line of explanation says of labels.

    ``A は誤り`` and ``❌ A: …`` → {"A": {False}}, ``正解は B です`` and ``B（正解）: …`` → {"B": {True}}.
    ``naming_only``: only what names the answer (正解, 不正解), not what judges a choice's statement (誤り, ❌).
    """
    value = worded(text)
    result: dict[str, set[bool]] = {}
    for found in _ON_LABEL.finditer(value):
        if naming_only and not _NAMING.fullmatch(found["word"]):
            continue
        right = found["word"] in _RIGHT_WORDS
        result.setdefault(found["label"], set()).add(right is not bool(found["not"]))
    for found in _NAMED_RIGHT.finditer(value) if _KEY_IS.search(value) else ():
        result.setdefault(found["label"], set()).add(_is_right("正解"))
    for label in _named_together(value):
        result.setdefault(label, set()).add(_is_right("正解"))
    shown = value.lstrip(" -*・•")
    start = _LABELLED.match(shown) or _LABELLED.match(undecorated(shown))
    if start and (start["mark"] or start["word"]) and _counts(start, naming_only=naming_only):
        right = start["mark"] in RIGHT if start["mark"] else _is_right(start["word"])
        result.setdefault(start["label"], set()).add(right)
    return result


def named_right(text: str, *, naming_only: bool = False) -> list[str]:
    """The labels that a line calls the answer beyond doubt: ``正解は C です``, ``B が正解です``, ``✅ B: …``.

    ``naming_only``: not those whose statement it only judges (``✅ B``, ``B（正しい）``). A line that tells of several
    questions (``Q1、…正解はBです。Q2、…``) calls none this one's.
    """
    value = worded(text)
    if len(set(_QUESTION.findall(value))) > 1:
        return []
    labels = [found["label"] for found in _NAMED_RIGHT.finditer(value)] if _KEY_IS.search(value) else []
    labels += _named_together(value)
    labels += [found["label"].upper() for found in _IS_THE_ANSWER.finditer(value)]
    labels += [found["label"].upper() for found in (*_AND_THIS.finditer(value), *_IS_LEFT.finditer(value))]
    labels += [found["label"].upper() for found in _CONCLUDES.finditer(value)]
    labels += [found["label"].upper() for found in _THEREFORE.finditer(value)]
    shown = value.lstrip(" -*・•")
    start = _LABELLED.match(shown)
    judged = None if naming_only else _IS_RIGHT.match(shown)
    labels += [judged["label"]] if judged else []
    if start and not _counts(start, naming_only=naming_only):
        return labels
    if start and ((start["mark"] and start["mark"] in RIGHT) or (start["word"] and _is_right(start["word"]))):
        labels.append(start["label"])
    return labels


def _named_together(value: str) -> list[str]:
    """The labels of ``正解は 2 と 3 です``."""
    return [
        label
        for found in (_NAMED_BOTH.finditer(value) if _KEY_IS.search(value) else ())
        for label in re.findall(rf"[A-J]|[{KATAKANA}]|\d", found["labels"])
    ]


def _counts(start: re.Match[str], *, naming_only: bool) -> bool:
    return not naming_only or bool(start["word"] and _NAMING.fullmatch(start["word"]))


def _is_right(word: str) -> bool:
    return word.lower() in _RIGHT_WORDS
