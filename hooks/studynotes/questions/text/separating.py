"""Choices that stand on one line, or have only a space behind their number, as one labelled line each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text import inrows
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_LEAST = 3  # choices, where a figure and a space alone make them
_ASKED = re.compile(r"[?？。．.)）か](?=[\s　(（])")  # where a question may end before its choices
_BRACKETED = re.compile(r"\s*[(（](?P<inside>[^()（）]+)[)）]\s*")
_ANSWER = re.compile(
    rf"[\s　]+(?P<answer>(?:[【\[(（]\s*{answerlines.WORD}\s*[】\])）]|{answerlines.WORD}\s*[:：→]).+)$"
)
_LABEL = rf"[(（]?[A-Ja-j{KATAKANA}1-9①-⑩][)）]?"
# behind choices on the same line: … (D) postpones → B　受け身, … 4 [m] → 1・3, or a tab: … c) 中和⇥a) 酸化
_POINTED = re.compile(
    rf"[\s　]*:{{2,3}}[\s　]*(?P<card>{_LABEL})[\s　]*$"
    rf"|[\s　]+(?P<answer>(?:→|⇒|➡)[\s　]*{_LABEL}(?:[\s　]*[・、,と][\s　]*{_LABEL})*(?=$|[\s　(（]).*)$"
    r"|\t+(?P<tabbed>\S.*)$"
)
_POINTS = re.compile("[:→⇒➡\t]")  # one is in each of these
_CIRCLE = r"[◯○〇◎⭕✓✔✅☑]"  # the mark of the right one, before its figure: 1 ために　◯2 ように
_FIGURE = re.compile(rf"[\s　]*(?P<mark>{_CIRCLE}\ufe0f?)?(?P<figure>[1-9１-９])(?P<gap>[ \t]|[.．](?=\d))(?=\S)")
_STOPPED = re.compile(r"[\s　]*(?P<figure>[1-9１-９])[.．](?=\D)")  # 1.−40℃, beside 2.0℃ and 3.21℃
# A古典的条件づけ: as typed on a phone; not A は…, AI, A: …
_GLUED = re.compile(r"[\s　]*(?P<letter>[A-JＡ-Ｊ])(?=[^\sA-Za-zＡ-Ｚａ-ｚ.．)）:：、,，/／・\]】〕」はがもとをにの])")
_CIRCLED = re.compile(
    r"[○◎〇◯](?<!\S.)"  # at the beginning, or behind white space
    rf"(?=[(（][A-Ja-j{KATAKANA}1-9][)）]|[A-Ja-j{KATAKANA}1-9][)）.．]|[A-Ja-j{KATAKANA}][\s　]|[①-⑩])"
)
_SLASH = re.compile(r"[\s　]+[/／|｜][\s　]+")
_SIGN = re.compile(r"[\s　]*[★☆●■◆▲◎⭕○◯〇✅✔☑✓]\ufe0f?[\s　]*")  # before a label: ★B. …
# a list of answers: 1. ア / 2. イ / 3. ウ
_ANSWERS = re.compile(rf"(?:[\s　/／|｜]*[(（]?\d{{1,2}}[)）.．:：]\s*[(（]?[A-Ja-j{KATAKANA}1-9①-⑩○×][)）]?)+[\s　]*")
_DECIMAL = re.compile(r"[\d０-９]+[.．][\d０-９]+")
_DOTTED = re.compile(r"(?:^[\s　]*|[\s　]+)(?=(?P<figure>[1-9１-９])[.．]\S)")  # 1.10日 2.14日 3.30日
# １（a b）　２（b c）: a figure right before brackets
_BEFORE_BRACKET = re.compile(r"[\s　]*(?P<figure>[1-9１-９])(?=[(（](?P<inside>[^()（）]{2,30})[)）])")
_IN_BRACKETS = re.compile(
    r"(?:^[\s　]*|(?<=[)）])[\s　]*)(?=(?P<figure>[1-9１-９])[(（][^()（）]{2,30}[)）][\s　]*(?:$|[1-9１-９]))"
)
_FIGURES = re.compile(rf"(?:^[\s　]*|[\s　]{{2,}}|　)(?={_CIRCLE}?\ufe0f?(?P<figure>[1-9１-９])[ 　.．]\S)")


def slashes_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those with labelled choices between slashes as one line for each (``A. x / ★B. y / C. z``).

    The labels are in order from the first on, three at least; a sign may stand before them.
    """
    for written in lines:
        line = _with_first_number(written, _between_slashes)
        ranges = _between_slashes(line.text) if line.role in (Role.TEXT, Role.DETAIL) else []
        if not ranges:
            yield line
        for start, end in ranges:
            yield line.part(start, end, opens_block=start == 0 and line.opens_block)


def _between_slashes(text: str) -> list[tuple[int, int]]:
    gaps = list(_SLASH.finditer(text)) if len(text) <= phrases.LONGEST else []
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(text)]
    known: list[str] = []
    if _ANSWERS.fullmatch(text):
        return []
    for start, end in zip(starts, ends, strict=True):
        sign = _SIGN.match(text, start)
        label = labels.opening(text[sign.end() if sign else start : end])
        if label is None or not labels.follows(known, label[0]):
            return []
        known.append(label[0])
    return list(zip(starts, ends, strict=True)) if len(known) >= _LEAST else []


def one_choice_each(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those with several choices on them as one line for each choice.

    ``ア 10　イ 20　ウ 30``, also behind the question (``…は？　ア 10　イ 20``, ``…か。（ア 塩素　イ 銅）``; whatever it
    says, where an arrow at one of them ends the line), and ``1 took  2 made  3 got``. Lines ``1 …``, ``2 …``, ``3 …``
    beneath one another get a wide space behind their figures, which makes labels of these, and so do lines ``A…``,
    ``B…``, ``C…`` behind their letters.
    """
    beside = inrows.numbered(lines)
    dotted = any(line.role is Role.TEXT and line.text.startswith("1.") and _figures(line.text) for line in lines)
    above: Line | None = None
    known: list[str] = []  # the labels of a run that goes on in the next line: ア …　イ … above ウ …　エ …
    for line in map(_with_first_number, _with_wide_spaces(_unglued(lines))):
        if line.role is Role.CODE:
            yield line
            continue
        short = len(line.text) <= phrases.LONGEST
        said = _said_behind(line.text) if short else None
        signs = [found.start() for found in _CIRCLED.finditer(line.text)]
        text = _uncircled(line.text)[: said.start() if said else None]
        ranges = (
            labels.split(text, known)
            or _figures(text, decimals=dotted and above is not None and _asks(above))
            or _behind_question(text)
            or (_behind_words(text) if said else [])
            or beside.get(line.number, [])
        )
        above = line
        known = (
            _carried_on(known, [text[start:end] for start, end in ranges or [(0, len(text))]])
            if ranges or known
            else []
        )
        if not ranges:
            yield replace(line, text=f"◯{line.text[signs[0] + 1 :]}") if signs[:1] == [0] else line
        for start, end in ranges:
            part = _widened(
                replace(line, text=_uncircled(line.text)).part(
                    start, end, opens_block=not start and (line.opens_block or line.number in beside)
                )
            )
            if any(not text[min(at, start) : max(at, start)].strip() for at in signs):
                part = replace(part, text=f"◯{part.text}", code=tuple((a + 1, b + 1) for a, b in part.code))
            yield _within(part) if start else part
        if ranges and said:
            yield _answering(line, said)


def _carried_on(known: Sequence[str], parts: Sequence[str]) -> list[str]:
    """The labels of a run of choices with those of a line's ``parts``; none where these do not go on with it."""
    run = list(known)
    for part in parts:
        label = labels.opening(part)
        if label is None:
            return []
        run = [*run, label[0]] if labels.follows(run, label[0]) else [label[0]]
    return run


def _said_behind(text: str) -> re.Match[str] | None:
    """The answer that may stand behind choices on their line."""
    found = _ANSWER.search(text) if answerlines.may_answer(text) else None
    return found or (_POINTED.search(text) if _POINTS.search(text) else None)


def _split(text: str) -> list[tuple[int, int]]:
    return labels.split(_uncircled(text))


def _uncircled(text: str) -> str:
    """A text with spaces for the circles right before labels, which mark the right one (``ア …　○ウ …``)."""
    return _CIRCLED.sub(" ", text)


def _answering(line: Line, said: re.Match[str]) -> Line:
    """The end of a line as an answer line of its own."""
    group = next((name for name in ("tabbed", "card") if said.groupdict().get(name)), "")
    tabbed = said[group].strip() if group else ""
    part = line.part(said.start(group or "answer"), len(line.text), opens_block=True)
    return _within(replace(part, text=f"答え：{tabbed}", code=()) if tabbed else part)


def _within(line: Line) -> Line:
    """A line that stands within what was one item of a numbered list, and is none itself."""
    numbered = line.role is Role.ITEM and line.own_number is not None
    return replace(line, role=Role.DETAIL, own_number=None) if numbered else line


def _with_first_number(line: Line, split: Callable[[str], Sequence[tuple[int, int]]] | None = None) -> Line:
    """A list's first item that holds further choices (``1. go　2. goes``), with the number that Markdown took away.

    ``split`` finds where each of them stands.
    """
    if line.role is not Role.ITEM or line.own_number != 1:
        return line
    text = f"1. {line.text}"
    if not (split or _split)(text):
        return line
    code = tuple((start + len("1. "), end + len("1. ")) for start, end in line.code)
    return replace(line, text=text, code=code, role=Role.TEXT, own_number=None)


def _asks(line: Line) -> bool:
    """Whether a line asks, or begins as a question does (``Q …``)."""
    value = phrases.bare(line.text)
    return phrases.is_question(value) or (value[:1] in "QＱ" and phrases.counted(value) > 0)


def _figures(text: str, *, decimals: bool = False) -> list[tuple[int, int]]:
    """The ranges of ``1 took  2 made  3 got``: three at least from 1 on; two spaces apart, or with full stops.

    ``1.2 2.3 3.4`` may be nothing but figures, unless it stands where others of the section are choices (``decimals``).
    """
    if not text.lstrip("◯○〇◎⭕✓✔✅☑\ufe0f \t　")[:1].isdigit():
        return []
    for pattern in (_FIGURES, _DOTTED, _IN_BRACKETS):
        found = list(pattern.finditer(text))
        starts = [each.end() for each in found]
        figures = [labels.normal(each["figure"]) for each in found]
        counted = figures == [str(at + 1) for at in range(len(figures))]
        values = pattern is _DOTTED and not decimals and all(map(_DECIMAL.fullmatch, text.split()))
        if len(starts) >= _LEAST and not text[: starts[0]].strip() and counted and not values:
            ranges = list(zip(starts, [*starts[1:], len(text)], strict=True))
            if pattern is not _IN_BRACKETS or all(_combines(text[start:end]) for start, end in ranges):
                return ranges
    return []


def _combines(text: str) -> bool:
    """Whether a figure has only labels in brackets behind it, several (``１（a b）``; ``１（４）`` is an answer)."""
    found = _BEFORE_BRACKET.match(text)
    return found is not None and len(text.rstrip()) == found.end("inside") + 1 and labels.lists_several(found["inside"])


def _behind_question(text: str) -> list[tuple[int, int]]:
    """The range of a question, and those of the choices behind it on the same line."""
    for found in _ASKED.finditer(text) if len(text) <= phrases.LONGEST else ():
        end = found.end()
        asks = phrases.is_question(text[:end]) or phrases.has_gap(text[:end])
        if not asks and not text[:end].endswith(("。", "．")):
            continue
        bracketed = _BRACKETED.fullmatch(text, end)
        start = bracketed.start("inside") if bracketed else len(text) - len(text[end:].lstrip())
        last = bracketed.end("inside") if bracketed else len(text)
        ranges = labels.split(text[start:last]) or _figures(text[start:last])
        if len(ranges) >= (2 if asks else _LEAST):
            return [(0, end), *((start + first, start + final) for first, final in ranges)]
    return []


def _behind_words(text: str) -> list[tuple[int, int]]:
    """The range of what stands before ``　1 切る　2 走る　3 着る``, and those of these choices."""
    found = [each for each in _FIGURES.finditer(text) if text[: each.end()].strip()]
    starts = [each.end() for each in found]
    figures = [labels.normal(each["figure"]) for each in found]
    if len(starts) < _LEAST or figures != [str(at + 1) for at in range(len(figures))]:
        return []
    return list(zip([0, *starts], [*starts, len(text)], strict=True))


def _unglued(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a wide space behind the letters of a run that have nothing between them and a choice's words."""
    run: list[Line] = []
    for line in [*lines, None]:
        found = _GLUED.match(line.text) if line and line.role in (Role.TEXT, Role.DETAIL) else None
        fits = found is not None and labels.normal(found["letter"]) == "ABCDEFGHIJ"[len(run) : len(run) + 1]
        if run and line and fits and line.block is run[0].block:
            run.append(line)
            continue
        yield from map(_spaced, run) if len(run) >= _LEAST else run
        run = [line] if line and found and labels.normal(found["letter"]) == "A" else []
        if line and not run:
            yield line


def _spaced(line: Line) -> Line:
    return _put_apart(line, _GLUED.match(line.text))


def _put_apart(line: Line, found: re.Match[str] | None) -> Line:
    """A line with a wide space behind its label."""
    if found is None:
        return line
    at = found.end()
    return replace(line, text=f"{line.text[:at]}　{line.text[at:]}", code=_moved(line, at))


def _moved(line: Line, at: int) -> tuple[tuple[int, int], ...]:
    """The ranges of code, a character put in before them."""
    return tuple((start + (start >= at), end + (start >= at)) for start, end in line.code)


def _with_wide_spaces(lines: Iterable[Line]) -> Iterator[Line]:
    run: list[Line] = []
    for line in lines:
        figure = _first_figure(line)
        fits = figure == str(len(run) + 1)
        if run and not (fits and line.block is run[0].block):
            yield from _run(run)
            run = []
            fits = figure == "1"
        if fits:
            run.append(line)
        else:
            yield line
    yield from _run(run)


def _first_figure(line: Line) -> str:
    """The figure that may be the label of a choice on a line, set apart by a space or a full stop alone."""
    if line.role not in (Role.TEXT, Role.DETAIL, Role.HTML):
        return ""
    found = _FIGURE.match(line.text) or _STOPPED.match(line.text)
    found = found or (_BEFORE_BRACKET.match(line.text) if _combines(line.text) else None)
    return labels.normal(found["figure"]) if found else ""


def _run(run: Sequence[Line]) -> Iterator[Line]:
    """A run of lines as they are, or with wide spaces if there are enough to be choices.

    Of those that are labelled otherwise a single one that is not may be a figure beneath them (``3.5 倍になる``).
    """
    stopped = [_STOPPED.match(line.text) is not None for line in run]
    alike = not any(stopped) or (
        len(run) - sum(stopped) > 1
        and all(_is_decimal(line) for line, each in zip(run, stopped, strict=True) if not each)
    )
    yield from map(_widened, run) if len(run) >= _LEAST and alike else run


def _is_decimal(line: Line) -> bool:
    return _DECIMAL.match(line.text.lstrip()) is not None


def _widened(line: Line) -> Line:
    """The line with a wide space behind its figure, so that all else keeps its place."""
    found = _FIGURE.match(line.text)
    if found is None:
        return _put_apart(line, _BEFORE_BRACKET.match(line.text)) if _combines(line.text) else line
    label = line.text[: found.start("gap")]
    label = label.replace(found["mark"][0], "◯", 1) if found["mark"] else label  # ○ may be a letter, too
    return replace(line, text=f"{label}　{line.text[found.end('gap') :]}")
