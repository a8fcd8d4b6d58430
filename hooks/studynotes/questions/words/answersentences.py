"""Sentences of an explanation that are its answer: ``適切でないのは4。``, ``だから正常は3になる``, ``正解は「青」。``.

They say of a choice what the question asks for, in its own words, or call its words the answer, and nothing else; or an
arrow leads to a label, and right behind it stands which one somebody chose instead (``→ 4。私は1を選んだ``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words import labels
from studynotes.questions.words.concluding import OF_WRONG
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, plain, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

_LABEL = rf"(?:[A-Ja-j]|10|[1-9]|[{KATAKANA}]|[①-⑩])"
_ONE = rf"(?:[(「\[]\s*{_LABEL}\s*[)」\]]|{_LABEL}\)?)"
_NAMED = rf"(?P<named>{_ONE}(?:\s*(?:[、,・]|と)\s*{_ONE})*)\s*(?:番)?"
_END = r"\s*(?:です|でした|だ|である|となる|になる|になります|のみ|だけ|しかない)?\s*[.!]*"
_THUS = (
    r"(?:(?:だから|なので|よって|従って|したがって|ゆえに|つまり|すなわち|ということで|というわけで|以上より)、?\s*)?"
)
_OF_ASKED = re.compile(
    rf"{_THUS}(?P<asked>[^、。,はがを「」()]{{2,16}}?)(?:もの|の|やつ|ほう|方)?は、?\s*{_NAMED}{_END}"
)
_IN_WORDS = re.compile(
    rf"{_THUS}(?:この(?:問題|問い?)の)?(?:答え?|正解|正答)は、?\s*[「『](?P<words>[^「」『』]{{1,60}})[」』]{_END}"
)
# → 4。私は1を選んだ
_INSTEAD = re.compile(
    rf"(?:.*\S)?\s*(?:→|⇒|➡)\s*{_NAMED}\s*[。.]\s*(?:(?:私|自分|僕|俺)は|最初は?|前回は?)、?\s*(?P<own>{_ONE}|\.{{3}}|…)\s*"
    r"(?:を選んだ|に(?:した|してた|していた)|と(?:答えた|書いた))(?:$|[。!\s(].{0,12})"
)
_ARROW = re.compile("[→⇒➡]")
_OWN = re.compile(r"(?:自分|私|わたし|僕|俺)の(?:答え|解答|回答|予想|考え|選択)|予想|勘[でだ]|当てずっぽう")
_LEFT_OUT = ("…", "...")  # a label that is told of somebody's own answer, as the lines come here
_WHICH = r"(?:(?:次|以下)の(?:うち|中の?)?、?)?(?:どれ|どちら|いずれ|どの|何|[?]|$)"
_ASKS_WHICH = rf"(?:な|である)?(?:もの|の|やつ|ほう|方)は、?\s*{_WHICH}"
# 前置詞は Despite しかない; 動詞を修飾するので annually が入る
_NOTHING_ELSE = re.compile(r"(?:.*は、?\s*)?[「『]?(?P<words>[^、。は「」『』]{2,40}?)[」』]?\s*しかない(?:です)?\s*!*")
_FILLS_IN = re.compile(
    r"(?:[^は]*(?:ので|から|ため)、?\s*)?[「『]?(?P<words>[^、。は「」『』]{2,40}?)[」』]?\s*が入(?:る|ります)\s*!*"
)
_SENTENCES = re.compile(r"。(?![^()]*\))|\n")


def named(lines: Sequence[str], stem: str, group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that such a sentence of the ``lines`` beneath names; None if there is none.

    They are as many as the question (``stem``) wants; two that name different ones name nothing (the empty set).
    """
    if any(_OWN.search(text) for text in lines):
        return None
    asked = plain(stem)
    found = {
        each
        for text in lines
        if 0 < len(text) <= LONGEST
        for each in _named_in(text, asked, group, negative=ask.negative)
    }
    right = found.pop() if len(found) == 1 else None
    if found:
        return frozenset()
    return right if right and len(right) == (ask.wanted or 1) else None


def chosen_instead(text: str) -> str:
    """The label that somebody chose, on a line with an arrow at the right one; ``""`` on any other line."""
    said = _INSTEAD.fullmatch(worded(text)) if len(text) <= LONGEST and _ARROW.search(text) else None
    return labels.normal(said["own"].strip("()「」[] ")) if said else ""


def _named_in(text: str, asked: str, group: Group, *, negative: bool) -> Iterator[frozenset[int]]:
    value = worded(text)
    if "は" in value or "が入" in value:
        for sentence in (each.strip() for each in _SENTENCES.split(value)):
            said = _OF_ASKED.fullmatch(sentence)
            if said and _is_asked(said["asked"].strip(), asked) and (right := _labelled(said["named"], group)):
                yield right
            words = _IN_WORDS.fullmatch(sentence)
            alone = None if words or negative else _alone(sentence)
            words = words or (alone if alone and not OF_WRONG.search(sentence) and not hedged(sentence) else None)
            texts = [folded(option.words) for option in group.options] if words else []
            if words and texts.count(folded(words["words"])) == 1:
                yield frozenset([texts.index(folded(words["words"]))])
    instead = _INSTEAD.fullmatch(value) if _ARROW.search(value) else None
    if instead and not hedged(_ARROW.sub("", value)):
        right, own = _labelled(instead["named"], group), _labelled(instead["own"], group)
        if right and (instead["own"] in _LEFT_OUT or (own and not right & own)):
            yield right


def _alone(sentence: str) -> re.Match[str] | None:
    """How a sentence says that nothing but some words fits, or that they fill the gap."""
    return (_NOTHING_ELSE.fullmatch(sentence) if "しかない" in sentence else None) or (
        _FILLS_IN.fullmatch(sentence) if "が入" in sentence else None
    )


def _is_asked(said: str, stem: str) -> bool:
    """Whether words are what a question asks for (``正常`` in ``…で正常なのはどれか``)."""
    return re.search(rf"(?:^|[ぁ-ん、。\s]){re.escape(said)}{_ASKS_WHICH}", stem, re.MULTILINE) is not None


def _labelled(words: str, group: Group) -> frozenset[int] | None:
    """The choices of these labels, if all are; a bare figure that stands in some choice's words may be that value."""
    known = group.labels
    found = [labels.normal(each) for each in re.findall(_LABEL, words)]
    if not known or any(label not in known for label in found):
        return None
    figures = [label for label in found if label.isdigit()] if words.strip().isdigit() else []
    texts = [plain("".join(option.words)) for option in group.options] if figures else []
    if any(re.search(rf"(?<![\d.,]){figure}(?!\d|[.,]\d)", each) for figure in figures for each in texts):
        return None
    return frozenset(map(known.index, found))
