"""What the first sentence beneath choices calls the answer: ``(3)が誤り。``, ``これは(4)。``, ``BとDの2つ。``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words import labels
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, bare, plain, undecorated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

_LABEL = rf"(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}])"
_SET_OFF = rf"(?:[(「\[]\s*{_LABEL}\s*[)」\]]|{_LABEL}\)|[A-Ja-j]|[{KATAKANA}]|{_LABEL}番)"
_ANY = rf"(?:{_SET_OFF}|{_LABEL})"
_AND = r"\s*(?:[、,・]|と|および|及び)\s*"
_COPULA = r"(?:です|でした|だ|だった|である|しかない|一択)"
_LEADS = r"(?:(?:これ|ここ|答え?|正解|正答)は、?|さすがに|もちろん|当然|やっぱり|やはり|(?:まんま)?なので、?)"
_RIGHT = r"正しい|正解|適切|当てはまる|あてはまる|該当する|[○◯〇]"
_FALSE = r"誤り|間違い|誤っている|間違っている|不適切|不適当|正しくない|適切でない|[×✕☓✗]"
_PATTERNS = (
    re.compile(rf"(?:{_ANY}\s*(?:じゃ|では)な(?:くて?|い)[、,]?\s*)?(?P<these>{_ANY}(?:{_AND}{_ANY})*)\s*が\s*(?:(?:最も|唯一)\s*)?(?:(?P<right>{_RIGHT})|(?P<false>{_FALSE}))(?:です|である|だ)?(?:。|$)"),
    re.compile(rf"{_LEADS}\s*(?P<these>{_ANY}(?:{_AND}{_ANY})*)\s*{_COPULA}?(?:。|$)"),
    re.compile(rf"(?P<these>{_SET_OFF}(?:{_AND}{_SET_OFF})*)\s*(?:{_COPULA}(?:。|$)|。)"),
    re.compile(rf"(?:(?:{_LEADS})\s*)?(?P<these>{_SET_OFF}(?:{_AND}{_SET_OFF})+)\s*の(?:組み?合わせ|ペア|両方|[2-5二三四五]つ(?:とも)?)\s*{_COPULA}?(?:。|$)"),
)  # fmt: skip
_ONE = re.compile(_LABEL)
_ASKED = re.compile(
    r"(?:^|[、。,」\s:]|うち|中で|から)(?P<thing>[^、。,「」()\s:]{2,20}(?<!もの)(?<!こと)(?<![のはがをに]))は、?\s*"
    r"(?:(?:次|以下)の(?:うち|中の?)?、?)?(?:どれ|どちら|いずれ|どの(?:選択)?肢)"
)
_QUOTES = "「」『』\"'` 　"
_SAID_OF = re.compile(rf"が\s*(?:最も|唯一)?\s*(?:{_RIGHT}|{_FALSE})")


def said_first(text: str, known: Sequence[str]) -> re.Match[str] | None:
    """How a line's first sentence names some of the choices as the answer, and does nothing else; or None.

    The sentence is a label with です or a full stop, one that 〜が正しい or 〜が誤り is said of, or one that これは or
    さすがに leads to. A bare figure needs such a word before it or behind it: it may be anything's.
    """
    text = text.lstrip("→⇒➡ 　")  # it points at what it says
    if not known or len(text) > LONGEST or hedged(text):
        return None
    value = bare(text).lstrip(".…‥・ ")
    found = next((match for each in _PATTERNS if (match := each.match(value))), None)
    return found if found and all(label in known for label in _labels(found)) else None


def named_first(text: str, group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that the first line beneath them names so; None where it does not, or not for sure.

    ``(3)が誤り`` answers only a question for what is wrong, ``(3)が正しい`` only one for what is right. They must be as
    many as the question wants, and a bare figure must not stand in any choice's own words.
    """
    found = said_first(by_label(text, group), group.labels)
    if found is None:
        return None
    judged = found.re is _PATTERNS[0]
    named_answer = judged and found["right"] == "正解"
    if judged and not named_answer and not (ask.false if found["false"] else not ask.negative):
        return None
    named = _labels(found)
    if not re.fullmatch(rf"{_SET_OFF}(?:{_AND}{_SET_OFF})*", found["these"]) and _are_words(named, group):
        return None
    if len(named) != (ask.wanted or 1) and not (ask.several and ask.wanted is None):
        return None
    return frozenset(group.labels.index(label) for label in named)


def named_as_asked(text: str, question: str, group: Group) -> frozenset[int] | None:
    """The choices of which the first line beneath says that they are what is asked for (``A と C は母音です。``).

    Beneath ``母音はどれですか。`` that answers it; not where this is nothing by itself (``正しいもの``). None of them
    where the line says so of others, too (``B も母音です。``): then it is not all that answers.
    """
    asked = _ASKED.search(plain(question)) if group.labels and len(text) <= LONGEST else None
    if asked is None or hedged(text):
        return None
    said = re.match(
        rf"(?P<these>{_ANY}(?:{_AND}{_ANY})*)\s*(?P<link>[はがも])\s*{re.escape(asked['thing'])}\s*{_COPULA}?(?:。|$)",
        bare(text).lstrip(".…‥・ "),
    )
    named = _labels(said) if said else []
    figures = [label for label in named if label.isdigit()]
    if not named or any(label not in group.labels for label in named) or _are_words(figures, group):
        return None
    also = said is not None and (said["link"] == "も" or bare(text).count(asked["thing"]) > 1)
    return frozenset() if also else frozenset(map(group.labels.index, named))


def by_label(text: str, group: Group) -> str:
    """The line, a choice's own words that something is said of (with label or without) as its label.

    ``b) 柴 が正解です。`` is ``(b)が正解です。``; not where two choices say the same.
    """
    said = _SAID_OF.search(text) if group.labels and len(text) <= LONGEST else None
    subject = undecorated(text[: said.start()]).strip(_QUOTES) if said else ""
    if not said or not subject:
        return text
    opened = labels.opening(subject)
    words = {folded(subject)} | ({folded(subject[opened[1] :].strip(_QUOTES))} if opened else set())
    own = [each.label for each in group.options if folded(each.words) in words - {""}]
    fits = len(own) == 1 and (not opened or opened[0] == own[0] or opened[0] not in group.labels)
    return f"({own[0]}){text[said.start() :]}" if fits else text


def _labels(found: re.Match[str]) -> list[str]:
    return [labels.normal(each) for each in _ONE.findall(found["these"])]


def _are_words(named: Sequence[str], group: Group) -> bool:
    """Whether some choice's words hold one of these figures."""
    words = [plain("".join(option.words)) for option in group.options]
    return any(re.search(rf"(?<!\d){re.escape(label)}(?!\d)", each) for label in named for each in words)
