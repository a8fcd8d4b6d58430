"""What one line gives as an answer to choices, and what it says with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.stretches.completing import completed
from studynotes.questions.stretches.wordreplies import replied
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, concluding, labels, phrases
from studynotes.questions.words.keyline import by_text, hedged, is_worded, resolve
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from studynotes.questions.question import Words
    from studynotes.questions.stretches.groups import Group

_POINTED = re.compile(r"(?:→|⇒|➡)\s*(.+)")  # at a choice by its words
# … by its label, of which its words are told: → cのウェストファリア条約。1648年、…
_OF_LABEL = re.compile(rf"(?:(?:→|⇒|➡)\s*)?[(「]?(?P<label>[A-Ja-j]|10|[1-9]|[{KATAKANA}])[)」]?\s*の\s*(?P<said>\S.*)")
# … by several labels, with what explains them set apart: →①③　汗は除く
_ONE = rf"(?:[A-Ja-j]|[1-9]|[{KATAKANA}]|[①-⑩])"
_SEVERAL = re.compile(
    rf"(?:→|⇒|➡)[\s　]*(?P<labels>[①-⑩]{{2,6}}|{_ONE}(?:[・、,，]{_ONE})+)(?:　|\t|\s{{2}})[\s　]*(?P<rest>\S.*)"
)
_SAID = re.compile(r"[」』]?\s*(?:です|だ|でした)?(?:$|[。!(])")
_DASH = re.compile(r"[\s　]+[-–—―][\s　]+(?=\S)")
# … with another label first (but 9:00 is none), or against what is said before
_OTHER_LABEL = re.compile(rf"[(「]?(?P<label>[A-Ja-j]|10|[1-9]|[{KATAKANA}]|[①-⑩])(?![A-Za-zァ-ヺー\d]|[:.,]\d)")
_AGAINST = re.compile(
    r"誤|間違|不正|違[うっい]|ミス|以外|なく|[×✕☓✗✘❌?]|正解|正答|答え|解答|旧|改正|以前|現在|ただし|但し|予定"
    r"|\b(?:not|no|but|answer|typo)\b",
    re.IGNORECASE,
)
_SHORTEST_TOPIC = 4  # characters
_NEAR = 4  # lines from the last choice to an arrow at one that has a label


def _set_off(line: Line, group: Group) -> tuple[str, str] | None:
    """An answer that is bold with its word and label, and what explains it behind a dash (``**答：3** - 9:00＋…``).

    There the label is whole, whatever figures or words follow, if these neither doubt it nor name another choice.
    """
    end = line.bold[0][1] if line.bold and line.bold[0][0] == 0 and group.labels else 0
    dash = _DASH.match(line.text, end) if end else None
    said = answerlines.answer(line.text[:end]) if dash else None
    named = labels.answer_labels(said, group.labels) if said else None
    if not dash or not said or not named or len(named[0]) > 1 or named[1].strip() or line.struck:
        return None
    why = phrases.plain(line.text[dash.end() :])
    begins = _OTHER_LABEL.match(why)
    others = (folded(option.words) for option in group.options if option.label != named[0][0])
    told = folded(why)
    if hedged(why) or _AGAINST.search(why) or (begins and labels.normal(begins["label"]) in group.labels):
        return None
    return None if any(other and told.startswith(other) for other in others) else (said, line.text[dash.end() :])


def payload_of(line: Line, group: Group) -> str | None:
    """What an answer line gives. ``A: 2`` is one, too, where the choices are numbered; ``→ a`` and ``「ア」`` alone."""
    if line.role is Role.CODE:
        return None
    payload = answerlines.answer(line.text)
    payload = answerlines.own_right(line.text) if payload is None else payload
    heading = line.role is Role.HEADING
    reveals = (
        payload is None and phrases.is_reveal(line.text, heading=heading) and not phrases.is_explanation(line.text)
    )
    if reveals or (payload and heading and _is_topic(payload, group)):
        return ""
    set_off = _set_off(line, group) if payload and line.bold else None
    whole = set_off[0] if set_off else _named_whole(line.text if payload is None else payload, group)
    if whole and (payload or _POINTED.match(phrases.bare(line.text))):
        return whole
    words = (answerlines.spaced(line.text) or answerlines.quoted(line.text)) if payload is None else None
    if words and (by_text(words, group) or concluding.named_in_words(words, group)):
        return words
    if payload is None:
        return replied(line.text, group.options) or _pointed(line, group) or _terse(line, group)
    return payload


def _is_topic(said: str, group: Group) -> bool:
    """Whether what a heading says behind its word for the answer is what that is about (``【解答】 白杖の人``).

    It begins with no label, is no choice's words, and doubts nothing.
    """
    if len(said) < _SHORTEST_TOPIC or hedged(said) or (group.labels and labels.answer_labels(said, group.labels)):
        return False
    return labels.opening(said) is None and resolve(said, group) is None and not concluding.named_in_words(said, group)


def _named_whole(text: str, group: Group) -> str:
    """The label of a choice that is told together with its words (``cのアヘン戦争。``), and what follows."""
    found = _OF_LABEL.fullmatch(phrases.bare(text)) if "の" in text and len(text) <= phrases.LONGEST else None
    label = labels.normal(found["label"]) if found else ""
    if not found or label not in group.labels:
        return ""
    words = phrases.plain("".join(group.options[group.labels.index(label)].words)).strip()
    said = found["said"].lstrip("「『")
    rest = said[len(words) :] if words and said.startswith(words) else None
    if rest is None or not _SAID.match(rest):
        return ""
    rest = rest.lstrip("」』。 ")
    return f"{label}。{rest}" if rest else label


def _pointed(line: Line, group: Group) -> str | None:
    """What an arrow right beneath choices points at: a choice's own words, or its label with words that tell it."""
    near = not group.labels or 0 < line.number - group.options[-1].line.number <= _NEAR
    found = _POINTED.fullmatch(phrases.bare(line.text)) if near else None
    if found and (by_text(found[1], group) or is_worded(found[1], group)):
        return found[1]
    several = _SEVERAL.fullmatch(line.text) if found and group.labels else None
    said = f"{phrases.bare(several['labels'])}　{several['rest']}" if several else ""
    if said and resolve(said, group):
        return said
    return completed(found[1], group.options) or None if found else None


def _terse(line: Line, group: Group) -> str | None:
    """What a line of hardly more than a label gives."""
    terse = answerlines.terse(line.text, group.labels) or answerlines.commented(line, group.labels)
    return terse if terse and (labels.answer_labels(terse, group.labels) or resolve(terse, group)) else None


def is_bare_answer(line: Line, group: Group) -> bool:
    """Whether a line says nothing but the answer."""
    named = labels.answer_labels(phrases.bare(line.text), group.labels) if group.labels else None
    return payload_of(line, group) is not None or (named is not None and not named[1].strip("。. 　"))


def said_with_answer(line: Line, group: Group) -> Words:
    """What an answer line says behind its labels: the writer's reason; nothing where that is the choice itself."""
    if line.bold and (set_off := _set_off(line, group)):
        return (phrases.as_written(line.text, set_off[1].strip()),)
    payload = payload_of(line, group)
    named = labels.answer_labels(payload, group.labels) if payload and group.labels else None
    if not named or not named[1].strip("。. 　") or answerlines.has_fields(line.text):
        return ()
    if any(folded(option.words) in folded(named[1]) for option in group.options if option.label in named[0]):
        return ()
    rest = re.sub(r"^\s*(?:です|でした|だ|である|となります|となる|になります|になる)?[\s.。、,:)\]】-]*", "", named[1])
    bracketed = re.fullmatch(r"[(（]([^()（）]+)[)）]", rest.strip())
    rest = bracketed[1] if bracketed else rest.strip()
    return (phrases.as_written(line.text.rstrip(")）") if bracketed else line.text, rest),) if rest[1:] else ()
