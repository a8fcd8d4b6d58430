"""What the notes say about a question beneath it: reasons of single choices, and the rest of the explanation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import answertold
from studynotes.questions.question import Part, Words, plain
from studynotes.questions.stretches.payloads import is_bare_answer, said_with_answer
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, indented, labels, phrases
from studynotes.questions.words.keyline import resolve
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group

_FENCE = re.compile(r":{3,}\s*(?:(?:\{[\w:-]+\}|[a-z]+\b).{0,12})?")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿"
_JUDGED = re.compile(r"[\s:：]*[○◯〇×✕☓✗✘❌⭕✅✓✔]\ufe0f?(?:[\s　:：。、]+|$)")
_TITLE = re.compile(r"\s*(?:[●■◆▼]\s*[^。、:：]{1,16}|【[^】]{1,16}】)\s*")
_ANSWERS = re.compile(
    rf"(?:模範)?{answerlines.WORD}(?:例|編)?(?:[\s・&と]*(?:解説|説明|理由|ポイント))*", re.IGNORECASE
)
_LONGEST_EXPLANATION = 12  # lines
_REASON = re.compile(
    r"[✅❌⭕✓✔✗✘\ufe0f\s]*(?:選択肢|オプション|option)?\s*"
    rf"(?P<labels>(?:[A-J]|[1-9]|[{KATAKANA}])(?:\s*[/、,・]\s*(?:[A-J]|[1-9]|[{KATAKANA}]))*)\s*"
    r"(?:[(（](?:不?正解|誤り|正答|間違い)[)）]\s*)?(?P<colon>[:：])?",
    re.IGNORECASE,
)


def trimmed(words: Words) -> Words:
    """A full stop at a choice's end says nothing; some have it, some not."""
    return (*words[:-1], words[-1].rstrip("。 ")) if len(words) % 2 and words[-1].endswith(("。", " ")) else words


def explanation_of(
    chunk: Sequence[Line], group: Group, right: frozenset[int]
) -> tuple[dict[str, tuple[Words, ...]], tuple[Part, ...]]:
    """What follows the choices: reasons by label (``A: …``, ``選択肢 B は …``), and the rest."""
    reasons: dict[str, list[Words]] = {}
    rest: list[Part] = []
    captions = 0
    after = chunk[group.end :]
    for line in after[1:] if after and phrases.is_question(after[0].text) else after:  # a stem beneath its choices
        if line is after[-1] and _is_next_title(line):
            continue
        if _is_frame(line, group, right):
            captions += phrases.is_explanation(line.text)
            said = said_with_answer(line, group)
            rest += [Part("text", said)] if said else []
            continue
        if captions and _is_caption_like(line):
            captions += 1
        named = _named(line, group)
        if named:
            for label in named[0] if plain(named[1]).strip() else ():
                reasons.setdefault(label, []).append(named[1])
        elif captions <= 1 and len(rest) < _LONGEST_EXPLANATION and line.role is not Role.CODE:
            kind = "item" if line.role is Role.ITEM else "text"
            rest.append(Part(kind, line.words(phrases.without_caption(line.text))))
    return {label: tuple(found) for label, found in reasons.items()}, tuple(rest)


def is_fence(line: Line) -> bool:
    """Whether a line only opens or closes a box in a syntax of other converters (``:::``, ``:::message``)."""
    return _FENCE.fullmatch(line.text) is not None


def _is_frame(line: Line, group: Group, right: frozenset[int]) -> bool:
    """Whether a line is about the answering, not about the subject: announcements, and the bare answer."""
    if line.role is Role.CODE:
        return False
    return (
        is_fence(line)
        or answertold.names_question(line.text)
        or answerlines.is_own(line.text)
        or answerlines.judges(line.text)
        or resolve(phrases.bare(line.text), group, strictly=True) in (right, *map(_only, right))
        or (line.text.startswith(("2・", "不正解")) and is_bare_answer(line, group))
        or is_bare_answer(line, group)
        or answerlines.answer(line.text) is not None
        or phrases.is_reveal(line.text)
        or phrases.is_explanation(line.text)
        or phrases.is_notice(line.text)
        or not line.text.strip()
    )


def _is_next_title(line: Line) -> bool:
    """Whether a stretch's last line is a paragraph set off by a sign (``● 物理化学``): the title of what comes next."""
    return line.role is Role.TEXT and line.opens_block and _TITLE.fullmatch(line.text) is not None


def _only(index: int) -> frozenset[int]:
    return frozenset([index])


def _is_caption_like(line: Line) -> bool:
    return line.role is Role.TEXT and line.opens_block and line.text.rstrip().endswith((":", "："))


def _named(line: Line, group: Group) -> tuple[list[str], Words] | None:
    """The labels a line of explanation is about, and its words: without ``A:``, whole where it is in a sentence."""
    known = group.labels
    opening = labels.opening(line.text)
    if (
        known
        and opening
        and opening[0] in known
        and (line.text[:1] in _CIRCLED or _JUDGED.match(line.text, opening[1]))
    ):
        judged = _JUDGED.match(line.text, opening[1])
        return [opening[0]], line.words(judged.end() if judged else opening[1])
    found = _REASON.match(line.text)
    if not found or not known:
        return None
    named = [labels.normal(label) for label in re.findall(rf"[A-Ja-j]|[1-9]|[{KATAKANA}]", found["labels"])]
    if any(label not in known for label in named):
        return None
    after = line.text[found.end() :]
    if found["colon"]:
        return named, line.words(found.end())
    if re.match(r"\s*(?:は|が|も|[(（][^)）]*[)）]\s*(?:は|が))", after):
        return named, line.words()
    return (named, line.words()) if opening and len(named) == 1 and not after[:1].isalnum() else None


def are_steps(chunk: Sequence[Line], group: Group) -> bool:
    """Whether a list goes on with an explanation, beneath an answer that stands before it: these are no choices.

    Where a question is asked in between, they are that one's. Nor are they choices if they answer a list: beneath a
    heading of answers, with as many items above it.
    """
    asked = (at for at in range(group.start - 1, -1, -1) if phrases.is_question(chunk[at].text))
    begin = next(asked, 0)
    between = chunk[begin : group.start]
    if any(line.role is Role.HEADING and _ANSWERS.fullmatch(phrases.bare(line.text)) for line in between):
        depth = group.options[0].line.depth
        items = sum(line.role is Role.ITEM and line.depth == depth for line in chunk[: group.start])
        if items >= len(group.options) > 1:
            return True
    told = next((at for at, line in enumerate(between) if answerlines.answer(line.text) is not None), None)
    return told is not None and any(phrases.is_explanation(line.text) for line in between[told + 1 :])


def of_question(beneath: Sequence[Line]) -> Iterator[Line]:
    """The lines beneath choices, behind their explanation only up to a further box (``??? note "手順"``)."""
    explained = False
    for line in beneath:
        explains = phrases.is_explanation(line.text) or phrases.without_caption(phrases.bare(line.text)) > 0
        if explained and not explains and indented.is_title(line.text):
            return
        explained = explained or explains
        yield line
