"""Verdicts on a question's choices, one by one, that speak against its answer, wherever they stand beneath it.

``ア：正解。…`` and ``イ：不正解。…`` beneath ``正解：イ`` say otherwise: nobody could tell which of the two was meant.
They may be lines, headings (``#### ア 正解``) or a table (``選択肢 | 正誤 | 理由``), and look like choices themselves.
正解 and 不正解 are said of the answer; 正しい, 誤り, ○ and × of a statement, which is not the same where the question
asks for what does not hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.question import plain
from studynotes.questions.stretches.groups import group_of
from studynotes.questions.text.judgements import SIGNS, ask_of, right_by
from studynotes.questions.text.lines import Role
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.striking import left_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Section
    from studynotes.questions.question import Question
    from studynotes.questions.text.judgements import Ask
    from studynotes.questions.text.lines import Line

_OPENS = re.compile(
    rf"[\s・*#>-]*(?:選択肢|肢)?\s*[(「\[【]?(?P<label>10|[1-9]|[A-Ja-j]|[{KATAKANA}]|[①-⑩])[)」\]】]?"
    r"(?=[\s.:、)はが=…→⇒(]|$)[\s.:、)はが=…→⇒]*"
)
_VERDICT = (
    r"(?:これが|これは)?(?:(?P<refused>不正解|誤答)|(?P<named>正解|正答|(?<=これが)答え|(?<=これは)答え)"
    r"|(?P<no>誤り|誤っている|誤った(?:記述|説明|内容)|誤|間違い|間違っている|不適切|不適当|正しくない|適切(?:で|では)ない|[×✕☓✗✘❌✖])"
    r"|(?P<yes>正しい(?:記述|説明|内容)?|正|適切|適当|[○◯〇⭕✅✓✔]))\ufe0f?(?:です|でした|である|だ)?"
)
_ENDS = rf"(?:(?=$|[\s。.,、:)])|(?<=[{SIGNS}\ufe0f])(?![{SIGNS}\dA-Za-z]))"
_FIRST = re.compile(rf"[(\[]?{_VERDICT}[)\]]?{_ENDS}")
_POINTED = re.compile(rf"(?:→|⇒)\s*{_VERDICT}{_ENDS}")
_LAST = re.compile(rf"(?:^|[。、,.\s]){_VERDICT}[。.\s]*$")
_OF_VERDICT = frozenset("正誤適間答" + SIGNS)
_SIGNED = re.compile(rf"(?:(?<=[\s.:)、])|^)[{SIGNS}](?![{SIGNS}A-Za-z])")
_FEW = 2


def gainsaid(question: Question, chunks: Sequence[Sequence[Line]], at: int, section: Section) -> int | None:
    """The line from which on verdicts beneath a question's choices speak against its answer; None if none do.

    Those of its stretch count, ``chunks[at]``, and of the stretches beneath that begin with one of its labels and ask
    nothing, as those do that only look like a question's. One that calls a choice the answer suffices, or two of them
    the wrong ones; of verdicts on statements, there must be one on each.
    """
    group = group_of(chunks[at])
    if group is None or len(group.options) != len(question.choices) or not (known := group.labels):
        return None
    lines = [*chunks[at][group.end :], *_beneath(chunks[at + 1 :], known)]
    end = max((line.number for line in chunks[at]), default=0)
    told = [line for line in lines if line.role is not Role.CODE and not _OF_VERDICT.isdisjoint(line.text)]
    right = frozenset(index for index, choice in enumerate(question.choices) if choice.right)
    ask = ask_of("\n".join(plain(part.words) for part in question.stem))
    for said in (
        [(line.number, *found) for line in told if (found := _said_in(line, known))],
        list(_in_table(section, end, chunks[at + 1 :], known)),
    ):
        if said and _speaks_against(said, known, right, ask):
            return said[0][0]
    return None


def judges_statements(question: Question, chunk: Sequence[Line]) -> bool:
    """Whether ○ and × on each of what looks like choices stand beneath a title that asks nothing.

    Then these may be statements, each of them right or wrong, and no choices of one question.
    """
    group = group_of(chunk)
    said = [plain(part.words) for part in question.stem]
    asks = any(phrases.is_question(each) or phrases.has_gap(each) for each in said)
    titled = chunk[0].role is Role.HEADING and phrases.numbered(chunk[0].text) is None
    if asks or group is None or group.start > 1 or not titled:
        return False
    signed = [_SIGNED.findall(phrases.plain(line.text)) for line in chunk[group.end :] if line.role is not Role.CODE]
    return sum(map(len, signed)) >= len(group.options) > 1


def _beneath(chunks: Sequence[Sequence[Line]], known: Sequence[str]) -> Iterator[Line]:
    """The lines of the next stretches, as long as each begins with a label of the question and asks nothing."""
    for chunk in chunks:
        opened = chunk[0].role is not Role.CODE and _opened(chunk[0], known)
        group = group_of(chunk) if opened else None
        asks = group is not None and group.start > 0  # 2. 電気の形, with choices of its own
        if not opened or asks or any(phrases.is_question(line.text) or phrases.has_gap(line.text) for line in chunk):
            return
        yield from chunk


def _opened(line: Line, known: Sequence[str]) -> tuple[str, str] | None:
    """The label that a line begins with, as text or as its number in a list, and what stands behind it."""
    text = phrases.words_alone(line.text)
    found = _OPENS.match(text)
    if found and labels.normal(found["label"]) in known:
        return labels.normal(found["label"]), text[found.end() :]
    counted = str(line.own_number or "")
    return (counted, text) if counted in known else None


def _said_in(line: Line, known: Sequence[str]) -> tuple[str, re.Match[str]] | None:
    """The label that a line begins with, and the verdict right behind it, behind an arrow, or at its end."""
    opened = _opened(line, known) if len(line.text) <= phrases.LONGEST else None
    if opened is None:
        return None
    label, said = opened
    found = _FIRST.match(said) or _POINTED.search(said) or _LAST.search(said)
    return (label, found) if found else None


def _in_table(
    section: Section, end: int, further: Sequence[Sequence[Line]], known: Sequence[str]
) -> Iterator[tuple[int, str, re.Match[str]]]:
    """The verdicts of a table beneath a question, before anything else is asked: a row for each choice."""
    until = further[0][0].number if further else section.lines.last + 1
    for block in section.all_blocks:
        if block.kind is not Kind.TABLE or not end < block.lines.first < until:
            continue
        for row in block.rows[1:]:
            cells = [phrases.words_alone(left_in(cell)) for cell in row]
            opened = _OPENS.match(cells[0]) if cells else None
            found = next(filter(None, (_FIRST.fullmatch(cell.rstrip("。.")) for cell in cells[1:])), None)
            if opened and found and labels.normal(opened["label"]) in known:
                yield block.lines.first, labels.normal(opened["label"]), found


def _speaks_against(
    said: Sequence[tuple[int, str, re.Match[str]]], known: Sequence[str], right: frozenset[int], ask: Ask
) -> bool:
    named = _by_label([(label, found["named"] is not None) for _, label, found in said if _is_naming(found)])
    judged = _by_label([(label, found["yes"] is not None) for _, label, found in said if not _is_naming(found)])
    answers = frozenset(label for label, yes in named.items() if yes)
    key = frozenset(known[index] for index in right)
    if answers - key or (key & (named.keys() - answers) and (answers or len(named) >= _FEW)):
        return True
    if len(judged) < len(known) or len(known) < _FEW:
        return False
    worded = not any(found[0].strip("()[] \ufe0f")[-1:] in SIGNS for _, _, found in said)
    told = right_by([judged[label] for label in known], ask, worded=worded)
    wrong = not ask.negative and any(not judged[label] for label in key)
    return wrong or bool(told and told != right and len(told) == len(right))


def _is_naming(found: re.Match[str]) -> bool:
    return found["named"] is not None or found["refused"] is not None


def _by_label(said: Sequence[tuple[str, bool]]) -> Mapping[str, bool]:
    """Verdicts by label; none where one label has two of them."""
    told = dict(said)
    return told if all(told[label] is verdict for label, verdict in said) else {}
