"""What the columns of tables of terms and of their meanings are called."""

from __future__ import annotations

import re

TERM_HEADS = frozenset(["用語", "用語名", "名称", "言葉", "語句", "単語", "キーワード", "略語", "Term"])
MEANING_HEADS = frozenset(
    ["説明", "意味", "定義", "概要", "内容", "解説", "役割", "Description", "Meaning", "Definition"]
)
_BRIEFLY = re.compile(r"(?:簡単な|簡潔な|短い|おおまかな|ざっくり(?:した)?|かんたんな)(?=.)")
_IN_BRACKETS = re.compile(r"\s*[（(][^（()）]*[)）]$")
_JOINED = re.compile(r"\s*(?:[・/／、,&と]|／)\s*")


def means(head: str) -> bool:
    """Whether a head says that meanings are beneath it, however it puts that (``意味・説明``, ``簡単な説明``)."""
    words = _IN_BRACKETS.sub("", _BRIEFLY.sub("", head))
    return all(word in MEANING_HEADS or word.capitalize() in MEANING_HEADS for word in _JOINED.split(words))
