"""Recogniser: what is to be filled in: a sentence's gap, or a name or figure that answers (``…は誰か。 答え：…``)."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes.model import Lines
from studynotes.questions import answerlines, labels, phrases
from studynotes.questions.answerlists import scoped
from studynotes.questions.asking import line_number
from studynotes.questions.explaining import is_fence
from studynotes.questions.keyline import NOTED, explains, hedged
from studynotes.questions.lines import Line, Role, following, is_code, lines_of
from studynotes.questions.question import BLANK_MARK, Form, Part, Question, Words, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Problem, Section

NAME = "blanks"
_GAP = re.compile(r"_{3,}|＿{2,}|[(（\[［【]\s{2,}[)）\]］】]|[(（［【]　+[)）］】]")
_SAME_LINE = re.compile(
    r"(?P<said>.*?)(?:[\s　]+[(（\[【]?|[(（\[【])\s*"
    rf"(?P<answer>(?:→\s*)?{answerlines.WORD}\s*[:：→].+?)\s*[)）\]】]?\s*"
)
_THEREFORE = re.compile(r"[\s　]*(?:∴|ゆえに|よって)\s*(?P<answer>.+)")
_UNIT = r"[^\d\s、。,.=()（）/]"
_FIGURE = re.compile(rf"(?P<figure>[-−]?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>{_UNIT}{{0,6}}(?:/{_UNIT}{{1,4}})?)")
_FOR_MORE = re.compile(
    r"なぜ|理由|違い|説明|述べ|どのよう|どう(?!いう)|利点|欠点|メリット|役割|特徴|とは\s*[?？]?$|例は|すべて|全て|つ(?:挙|あ)げ"
)
_FOR_A_FIGURE = re.compile(r"何(?![とがをか])|いくら|いくつ|求め[よな]")
_SPELLED = re.compile(r"[一二三四五六七八九十百千万]+\S{0,2}")  # a figure that many would type otherwise
_LABEL = re.compile(r"[(（]?(?:[A-Za-z]|\d|[ァ-ヶ]|[①-⑩])[)）.．]?")  # of a choice that is not seen here
_WORKED = re.compile(rf".*\d.*[=＝≒]\s*(?P<answer>{_FIGURE.pattern})")  # 196 ÷ (196 + 4) = 0.98
_LONGEST_TERM = 20  # characters of an answer that is a term
_A_LINE = re.compile(r"A\d*\s*[.:：．]\s*(?P<answer>\S.*)")
_NO_ANSWER = re.compile(
    r"未|要確認|後で|あとで|後日|次回|省略|略$|同上|TBD|TODO|調べ|確認|不明|保留|準備|作成|わから|分から|別紙|別冊|参照|教科書|秘密"
    r"|\bp\.?\s*\d|ページ|^(?:なし|ここ|こちら|以下|下記|上記|なぜ|自分|友人)|\?|…$|^[-ー—]+$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"[、,，／;；・①-⑳\n]|\s/\s|(?<=[ぁ-んァ-ヺー一-鿿])/|または|もしくは|あるいは|および|\bor\b|\band\b|と(?=.)",
    re.IGNORECASE,
)
_VERDICT = re.compile(r"[○◯〇⭕×✕✗✘❌]\ufe0f?|はい|いいえ|正しい|誤り|True|False", re.IGNORECASE)  # not to be typed
_LONGEST_ANSWER = 24  # characters: what one can be expected to type
_NEAR = 6  # lines beneath the gap that may hold its answer
_LEAST_SENTENCE = 6  # characters around the gap


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer as it is to be typed, what is told about it, and the last line it takes."""

    words: str
    note: str
    line: Line


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One blank for each line with one gap, if the notes give what belongs there.

    The answer stands behind the sentence or in the next answer line (``答え：…``), beneath a line that only
    announces it (then alone there), or in the file's list of answers (``listed``). It is one word or figure, without
    a doubt and without alternatives; whatever else asks nothing. A question whose answer is a figure (``∴ 9%``)
    or a name (``Q: …は？`` and ``A: 徳川吉宗``) is asked the same way, but none for reasons, differences or lists.
    Lines with choices are the recogniser ``choices``'s.
    """
    blocks = (section.heading, *section.blocks) if section.heading else section.blocks
    lines = list(lines_of(blocks))
    found = (_question(lines, index, section, listed) for index in range(len(lines)))
    return [question for question in found if question], []


def _question(lines: Sequence[Line], index: int, section: Section, listed: Mapping[str, str]) -> Question | None:
    line = lines[index]
    if line.role is Role.CODE or len(line.text) > phrases.LONGEST:
        return None
    inline = _SAME_LINE.fullmatch(line.text)
    end = inline.end("said") if inline else len(line.text)
    said = line.text[:end]
    gaps = list(_GAP.finditer(said))
    if len(gaps) > 1 or not (gaps or phrases.is_question(said)) or _has_choices(lines, index):
        return None
    answer = _given(inline["answer"], line) if inline else _beneath(lines, index) or _from_list(line, section, listed)
    if answer is None:
        return None
    start = phrases.counted(said) or phrases.named(said) or phrases.behind_number(said)
    figure = None if gaps else _FIGURE.fullmatch(answer.words)
    unit = figure["unit"] if figure else ""
    typed = figure["figure"] if figure else answer.words
    if gaps:
        stem = _filled(line.words(start, end), gaps[0][0])
        asks = len(said[start:end]) - len(gaps[0][0]) >= _LEAST_SENTENCE
    else:
        stem = _with_blank(line.words(start, end), unit)
        asks = _asks_for(said, answer.words, is_figure=figure is not None)
    if not asks:
        return None
    explanation = (Part("text", text(answer.note)),) if answer.note else ()
    context = [] if gaps else [Part("text", each.words()) for each in _before(lines, index)]
    code = [Part("code", ("", each.text)) for each in itertools.takewhile(is_code, following(lines, index))]
    if code and not gaps:
        context.append(Part("text", line.words(start, end)))
        stem = (f"{BLANK_MARK}{unit}",)
    position = -1 if line.block is section.heading else line.block.position
    where = Lines(line.number, answer.line.number)
    return Question(
        Form.BLANK, (*context, *code, Part("text", stem)), (), NAME, section.file, where, position, typed, explanation
    )


def _before(lines: Sequence[Line], index: int) -> Iterator[Line]:
    """The lines of the same paragraph that a question ends, without those that are its number alone."""
    for line in lines[max(0, index - _NEAR) : index]:
        if line.block is lines[index].block and line.role is lines[index].role and phrases.numbered(line.text) != "":
            yield line


def _asks_for(said: str, answer: str, *, is_figure: bool) -> bool:
    """Whether a question can be answered by typing this figure or name."""
    if _FOR_MORE.search(said) or not (is_figure or _is_term(answer)):
        return False
    return not _LABEL.fullmatch(answer) or bool(_FOR_A_FIGURE.search(said))


def _beneath(lines: Sequence[Line], index: int) -> _Answer | None:
    """What the lines beneath give, up to the next heading, gap, question or choice."""
    found: list[_Answer | None] = []
    own = list(_own_lines(lines, index))
    for at, line in enumerate(own):
        payload = answerlines.answer(line.text)
        therefore = (_THEREFORE.fullmatch(line.text) or _replied(lines[index], line)) if payload is None else None
        if answerlines.revises(line.text) or answerlines.judges(line.text):
            return None
        if payload == "" or (payload is None and _announces(line)):
            found += _alone(own[at + 1 :])
        elif therefore:
            found.append(_read(therefore["answer"], line))
        elif payload is not None:
            found.append(_given(line.text, line))
        elif spaced := answerlines.spaced(line.text):
            found.append(_read(spaced, line))
    return found[0] if len(found) == 1 else None


def _replied(question: Line, line: Line) -> re.Match[str] | None:
    """``A: …`` beneath ``Q: …``."""
    asks = phrases.bare(question.text)[:1] in "QＱ" and not phrases.selects(question.text)
    return _A_LINE.fullmatch(phrases.undecorated(line.text)) if asks else None


def _has_choices(lines: Sequence[Line], index: int) -> bool:
    """Whether choices stand right beneath a line: they are labelled from the first, or a list's items."""
    beneath = list(itertools.islice(itertools.filterfalse(is_code, following(lines, index)), 2))
    if not beneath:
        return False
    known: list[str] = []
    for line in beneath:
        label = labels.opening(line.text)
        known += [label[0]] if label and labels.follows(known, label[0]) else []
    listed = beneath[0].role is Role.ITEM and lines[index].role is not Role.ITEM
    return listed or len(known) > 1 or (bool(known) and not _replied(lines[index], beneath[0]))


def _is_term(answer: str) -> bool:
    """Whether an answer is a name that one can be expected to type as it is."""
    return len(answer) <= _LONGEST_TERM and not re.search(r"[ぁ-ん。、]$", answer) and not _SPELLED.fullmatch(answer)


def _announces(line: Line) -> bool:
    return phrases.is_reveal(line.text) and not phrases.is_explanation(line.text)


def _own_lines(lines: Sequence[Line], index: int) -> Iterator[Line]:
    for line in lines[index + 1 : index + 1 + _NEAR]:
        if len(line.text) > phrases.LONGEST:
            return
        other = labels.opening(line.text)
        if (
            line.role is Role.HEADING
            and answerlines.answer(line.text) is None
            and not phrases.is_explanation(line.text)
        ):
            return
        if _GAP.search(line.text) or phrases.is_question(line.text) or phrases.numbered(line.text) is not None:
            return
        first = other is not None and labels.follows((), other[0])
        if line.role is not Role.CODE and first and not _replied(lines[index], line):
            return
        if (line.role is not Role.CODE and not is_fence(line)) or phrases.is_reveal(line.text):
            yield line


def _alone(beneath: Sequence[Line]) -> list[_Answer | None]:
    """The answer beneath its announcement, where nothing else is there, and it is a term rather than a sentence."""
    rest = [line for line in beneath if line.text.strip()]
    if len(rest) != 1 or re.search(r"[ぁ-ん。]$", phrases.bare(rest[0].text)):
        return [None]
    worked = _WORKED.fullmatch(phrases.undecorated(rest[0].text))
    return [_read(worked["answer"] if worked else rest[0].text, rest[0])]


def _given(said: str, line: Line) -> _Answer | None:
    payload = answerlines.answer(said)
    return _read(payload, line) if payload and answerlines.word(said) != "reply" else None


def _from_list(line: Line, section: Section, listed: Mapping[str, str]) -> _Answer | None:
    number = line_number(line)
    given = listed.get(scoped(section, number)) or listed.get(number, "") if number else ""
    return _read(given, line) if given else None


def _read(payload: str, line: Line) -> _Answer | None:
    """The one word or figure that a payload is, and what is told of it in brackets; None where it is more or less."""
    payload, _, remark = payload.partition("※")
    words = phrases.undecorated(payload).rstrip("。").strip("「」『』`　 ")
    noted = NOTED.fullmatch(words)
    note = remark.strip()
    if noted:
        if not explains(noted["note"], (), ()):
            return None
        words, note = noted["own"].strip(), noted["note"][1:-1]
    figure = _FIGURE.fullmatch(words)
    if not words or len(words) > _LONGEST_ANSWER or hedged(words + remark) or _NO_ANSWER.search(words):
        return None
    if line.struck or _VERDICT.fullmatch(words):
        return None
    if (_SEVERAL.search(words) and not figure) or re.search(r"[\[\]]|\s{2,}|^[(（]?\w[)）]", words):
        return None
    return _Answer(words, note, line)


def _filled(words: Words, gap: str) -> Words:
    return tuple(part.replace(gap, BLANK_MARK, 1) if gap in part else part for part in words)


def _with_blank(words: Words, unit: str) -> Words:
    return (*words[:-1], f"{words[-1]} {BLANK_MARK}{unit}") if len(words) % 2 else (*words, f" {BLANK_MARK}{unit}")
