"""What looks like a definition and is none: a pointer at another row, a doubt, a number, a remark with a label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.phrases import has_gap, is_question, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

# 同上, 上記を…: understood beside its neighbours only
_POINTS = re.compile(
    r"同上|同じく|〃|々$|(?:上記|前述|下記|前者|後者)[のをとはが]?|(?:この)?[上下]の(?:[一二三四\d]つ|もの|用語|行|表)"
)
# たぶん…, …かな, …？, あとで書く, （調べる）; not お元気ですか？ or 〜かもしれない, which translate
_UNSURE = re.compile(
    r"(?:^|[（(、。\s])(?:たぶん|多分|おそらく|恐らく|自信(?:は|が)?ない|うろ覚え)(?=.{4})"
    r"|^(?![〜～~…]).{4,}(?:かな|かも(?:しれない)?|だっけ|はず|らしい|と思う)[。.]?$|(?<!か)[?？]$"
    r"|^[（(【\[]?(?:TODO|TBD|未記入|(?:あと|後)で(?:書|調|追|埋|まと|確認).{0,6}|要(?:調査|確認|追記))[）)】\]]?$|^[（(【\[](?:調べ|調査|確認|追記).{0,6}[）)】\]]$"
)
# a choice by its label, judged in brackets: A（正解です）, 1（×）; not A（アンペア）
_JUDGED = re.compile(
    r"(?:選択肢|肢)?\s*[(「]?(?:[A-Ja-j]|\d{1,2}|[ア-コ]|[①-⑩])[)」.]?\s*[(\[:]?\s*"
    r"(?:これ[がは])?(?:不?正解|正答|誤答|正し|誤|不?適切|不適当|間違|正$|正[)]|答え|[○◯〇⭕✅✓✔×✕☓✗✘❌✖])"
)
_REFUSED = ("❌", "✗", "✘", "✖")  # before a choice that a writer marked as wrong: ❌ 毛布 … 布
_LINK = re.compile(r"https?://\S+")
_NOTES = frozenset(
    ["参考", "注", "注意", "備考", "補足", "出典", "例", "メモ", "ポイント", "参照", "リンク", "URL", "ＵＲＬ", "追記"]
)
# what is counted: 手順1, 第2章, v1.0, 3限, Day 4
_COUNTED = re.compile(
    r"第?\s*\d+\s*(?:章|節|回|限|時限|週|日目?|年目?|部|編|番目?|周目?|段階)|(?:手順|工程|段階|ステップ|Step|Day|Week|Lesson|Chapter|Part|Phase|ver(?:sion)?\.?|v)\s*\d+(?:\.\d+)*",
    re.IGNORECASE,
)


def says_nothing(term: str, meaning: str) -> bool:
    """Whether words beside a term do not define it: they doubt, point at others or only link, or it labels a remark."""
    value = plain(meaning).strip()
    return (
        plain(term).strip() in _NOTES
        or (is_question(term) and not term.isascii())  # How are you? may be what is learnt
        or _JUDGED.match(plain(term).strip()) is not None
        or term.lstrip().startswith(_REFUSED)
        or _POINTS.match(value) is not None
        or _UNSURE.search(value) is not None
        or _LINK.fullmatch(value) is not None
        or has_gap(meaning)
        or doubts(meaning)
    )


def counts(terms: Sequence[str]) -> bool:
    """Whether all of some terms only count (``手順1``, ``第2章``, ``v1.0``): these are no things."""
    return bool(terms) and all(_COUNTED.fullmatch(plain(term).strip()) for term in terms)
