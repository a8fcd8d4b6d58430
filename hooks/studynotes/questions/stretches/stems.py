"""A question's words: which of the lines above its choices ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import Part, text
from studynotes.questions.stretches.explaining import is_fence
from studynotes.questions.text.asking import is_listed
from studynotes.questions.text.counting import line_number
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.numbering import names_part
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group

_IN_BOX = rf"[0-9０-９]{{1,2}}|[A-Ja-j{KATAKANA}①-⑩]"
_TITLES = tuple("★☆■●◆▼◎")
_UNENDED = re.compile(r"[^。．.?？!！:：)）】\]」』>＞★☆\[\]^]{8}$")  # a line that no sentence, title or name ends
WRITTEN_IN = re.compile(
    r"[。か?？い]\s*(?P<bracket>[(（])[\s　]+(?P<answer>[^()（）]{1,12}?)[\s　]+[)）]\s*$"
    rf"|\S\s*(?P<box>【)[\s　]*(?P<boxed>(?:{_IN_BOX})(?:[\s　]*[・、,，][\s　]*(?:{_IN_BOX}))*)[\s　]*】\s*$"
)
"""The answer that is written into the brackets behind a question (``…は何か。（　ウ　）``)."""


def first_of(chunk: Sequence[Line], group: Group) -> Line:
    """Where the question begins: at its number, else at the paragraph that asks.

    A heading that is a mere 問題 is that of all beneath it, where the line right there has a number.
    """
    alone = chunk[0].role is Role.HEADING and phrases.numbered(chunk[0].text) == "" and not line_number(chunk[0])
    if alone and group.start > 1 and line_number(chunk[1]):
        return chunk[1]
    if (phrases.numbered(chunk[0].text) is not None or _is_number(chunk[0])) and not names_part(chunk, 0):
        return chunk[0]
    if _asks_itself(chunk[0]):
        return chunk[0]
    before = [line for line in chunk[: group.start] if line.role is not Role.HEADING]
    return (_last_paragraph(before) or [chunk[0]])[0]


def stem_of(chunk: Sequence[Line], group: Group) -> tuple[Part, ...]:
    """The lines before the choices, captions left out; without a question's number from the paragraph on that asks."""
    before = list(chunk[: group.start])
    found = WRITTEN_IN.search(before[-1].text) if before and before[-1].role is not Role.CODE else None
    if found:
        before[-1] = before[-1].part(
            0, max(found.start("bracket"), found.start("box")), opens_block=before[-1].opens_block
        )
    heading = ""
    first: Line | None = None
    asks = bool(before) and _asks_itself(before[0])
    numbered = before[:1] != [] and before[0].role is Role.ITEM  # a list of questions, their choices beneath
    while before and (before[0].role is Role.HEADING or phrases.numbered(before[0].text) is not None):
        rest = "" if _is_number(before[0]) else phrases.numbered(before[0].text)
        numbered = numbered or rest is not None or asks
        heading = rest if rest is not None else phrases.undecorated(before[0].text)
        inline = answerlines.inline(heading)
        heading = heading[: inline[1]] if inline else heading
        first = before.pop(0)
        if first.role is not Role.HEADING:
            break
    body = _told(before)
    if body and body[-1].role is Role.ITEM and group.options[0].line.depth > body[-1].depth:
        body, numbered = body[-1:], True  # of a list's item what is nested in it
    if not numbered:
        body = _told(_last_paragraph(before))
    parts = [_part(line) for line in body]
    if parts and (numbered or parts[0].kind == "text") and parts[0].kind != "code":
        parts[0] = Part("text", body[0].words(_start(body[0])))
    if not parts and not heading:
        beneath = next((line for line in chunk[group.end :][:1] if phrases.is_question(line.text)), None)
        parts = [_part(beneath)] if beneath else []
    if heading and (not parts or "。" in heading or phrases.is_question(heading) or _goes_on(heading, first, body)):
        parts.insert(0, Part("text", text(heading[phrases.counted(heading) :])))
    return tuple(parts)


def _goes_on(said: str, first: Line | None, body: Sequence[Line]) -> bool:
    """Whether a numbered line begins the sentence that the next line ends (``Q1. 次のうち、…として``)."""
    if first is None or answerlines.is_aside(said) or first.role is not Role.TEXT or not body or body[0].opens_block:
        return False
    next_ = body[0].block is first.block and body[0].number == first.number + 1
    return next_ and _UNENDED.search(said.rstrip()) is not None


def _told(lines: Sequence[Line]) -> list[Line]:
    """What is said in some lines, without captions and the boxes that stand before a question."""
    said = [line for line in lines if not phrases.is_caption(line.text) and line.text.strip() and not is_fence(line)]
    if any(line.role is Role.TEXT and phrases.is_question(line.text) for line in said):
        return [line for line in said if line.role is not Role.HTML]
    return said


def _asks_itself(line: Line) -> bool:
    """Whether a heading is a question's words (``### Q. …``), whatever stands beneath it."""
    return line.role is Role.HEADING and phrases.begins_with_q(line.text)


def _start(line: Line) -> int:
    """Where a stem's words begin behind its number (``(3)``, ``12.``, ``Q:``, ``問 4``)."""
    if line.role is Role.CODE:
        return 0
    if numbered := phrases.behind_number(line.text):
        return numbered
    bullet = len(line.text) - len(line.text.lstrip("・•■◆● ")) if line.role is Role.TEXT else 0
    wide = re.match(r"\s*[\d０-９]{1,3}　+(?=\S)", line.text)
    figure = wide.end() if wide else phrases.figure(line.text)[1] if line.role is Role.TEXT else 0
    signed = phrases.signed(line.text)[1] if line.role is Role.TEXT else 0
    signed = signed if signed and (line.text[signed - 1].isspace() or "\u20e3" in line.text[:signed]) else 0
    return phrases.counted(line.text) or phrases.named(line.text) or bullet or figure or signed


def _is_number(line: Line) -> bool:
    """Whether a heading is a number and nothing else (``## 21.``)."""
    return line.role is Role.HEADING and bool(re.fullmatch(r"\d+(?:-\d+)?\s*[.)]?", phrases.bare(line.text)))


def _last_paragraph(body: Sequence[Line]) -> Sequence[Line]:
    """From the first line of the last paragraph that asks (code and lists beneath it included), or of the last one.

    What is called the question (``問題文``) is so from there on. Nothing before an answer, or other choices, belongs
    to it.
    """
    found = last = -1
    for index in range(len(body) - 1, -1, -1):
        line = body[index]
        told = line.role in (Role.TEXT, Role.HTML) and line.text.strip() != ""
        if told and not (index and is_listed(line)):
            if answerlines.answer(line.text) is not None:
                break
            asks = line.role is Role.TEXT and (phrases.is_question(line.text) or phrases.has_gap(line.text))
            if phrases.is_asking_caption(line.text):
                found = index
            elif found < 0 and asks:
                found = _opening(body, index)
            elif last < 0 and line.opens_block and not phrases.is_caption(line.text):
                last = index
        if told and labels.opening(line.text) is not None:
            break
    start = found if found >= 0 else last
    return body[max(start, 0) :]


def _opening(body: Sequence[Line], index: int) -> int:
    """The first line of the paragraph that a line is of; behind a title in it (``★えらぶもの``) that with a number."""
    last = index
    while index and not body[index].opens_block and body[index - 1].block is body[index].block:
        index -= 1
    titled = index < last and body[index].text[:1] in _TITLES and not line_number(body[index])
    beneath = body[index + 1] if titled else None
    numbered = beneath and (line_number(beneath) or phrases.figure(beneath.text)[0])
    return index + 1 if numbered else index


def _part(line: Line) -> Part:
    if line.role is Role.CODE:
        if line.block.kind == "code":  # four spaces before a sentence: meant as text
            return Part("text", text(" ".join(line.text.split("\n")).strip()))
        return Part("code", ("", line.text))
    return Part("item" if line.role is Role.ITEM else "text", line.words())
