"""Recogniser: cards of Anki and Quizlet, one a line: front, tab, back (``…どれか。<br>1 赤<br>2 青`` TAB ``2``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.model import Block, Cell, Inline, Kind, Problem, Section
from studynotes.questions.question import Form, Question
from studynotes.questions.recognisers import cards
from studynotes.questions.recognisers.questiontable import KEY, SAID, lines_in
from studynotes.questions.recognisers.truthtable import BACK, FRONT
from studynotes.questions.text.lines import lines_of
from studynotes.questions.text.separating import one_choice_each
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.whose import PEOPLE, TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    _Cells = list[list[Inline]]

_LEAST = 2  # cells, and cards where no line says that they are some
_MOST = 6  # cells
_LINES = 40  # at a section's beginning, which may tell whose answers are in it
_BREAK = Inline("break", "\n")
_NEW_LINE = re.compile(r"</?(?:div|p|li|ul|ol)\b", re.IGNORECASE)
_HEADER = re.compile(r"#(?:separator|html|notetype|deck|tags|columns|guid)\b[^:]*:", re.IGNORECASE)
_COLUMNS = "#columns:"
_FRONTS, _BACKS = FRONT | SAID, BACK | KEY
_SENTENCE = re.compile(r"[。．.?？!！]\s*$")
_JAPANESE = re.compile(r"[ぁ-んァ-ヺ一-鿿]")
_OWN = re.compile(
    rf"(?:{PEOPLE}|{TIMES})(?:の|が|は)[^。]{{0,8}}(?:答|解|選|書|予想)"
    r"|(?:裏|うら|ウラ|右|後ろ|答え?|解答|正解)(?:側|の列)?[はがも][^。]{0,12}(?:予想|推測|勘|仮|未|まだ|ずれ|ズレ|別の|間違|違う)"
)


@dataclass(frozen=True, slots=True)
class _Deck:
    """A paragraph's cards, and which of their columns are the sides; ``announced``: a line says that they are some."""

    rows: Sequence[tuple[int, _Cells]]
    front: int
    back: int
    announced: bool


def recognise(section: Section) -> tuple[list[Question], list[Problem]]:
    """One question for each line whose front holds labelled choices or a gap, and whose back answers it.

    Choices stand a line each within the front. The back's first line is the answer, and its others are the reason; so
    is what further cells say, but for a column of tags, which says the same of several cards. Where no line
    (``#separator:tab``) says that these are cards, two of them are needed; ``#columns:`` tells which columns the sides
    are. A back that is empty, doubts, or names none of the choices asks nothing, and nothing is asked of a deck above
    which somebody's own answers are spoken of.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for block in section.walk():
        deck = _deck(block) if block.kind is Kind.PARAGRAPH and "\t" in block.text else None
        if deck is None or any(_OWN.search(text) for text in _told_above(section)):
            continue
        tags = _tags(deck)
        asked = [each for row in deck.rows if (each := _asked(row, deck, tags, block, section))]
        if deck.announced or len(asked) >= _LEAST:
            questions += [each for each in asked if isinstance(each, Question)]
            problems += [each for each in asked if isinstance(each, Problem)]
    return questions, problems


def _told_above(section: Section) -> Iterator[str]:
    """What a section's first lines say, cards and what comes before their choices left out."""
    return (line.text for line in islice(lines_of(section.blocks), _LINES) if "\t" not in line.text)


def _deck(block: Block) -> _Deck | None:
    """The cards of a paragraph; None where its lines cannot be told apart, or its columns are others."""
    written = list(_by_source_line(block.inlines))
    if len(written) != block.lines.last - block.lines.first + 1:
        return None
    rows: list[tuple[int, _Cells]] = []
    front, back, announced = 0, 1, False
    for number, runs in enumerate(written, block.lines.first):
        said = "".join(run.text for run in runs)
        if not rows and _HEADER.match(said):
            announced = True
            if said.lower().startswith(_COLUMNS):
                names = [name.strip() for name in said[len(_COLUMNS) :].split("\t")]
                sides = [[at for at, name in enumerate(names) if name in known] for known in (_FRONTS, _BACKS)]
                if any(len(each) != 1 for each in sides):
                    return None
                front, back = (each[0] for each in sides)
        elif "\t" in said:
            rows.append((number, _cells(runs)))
    return _Deck(rows, front, back, announced)


def _by_source_line(inlines: Sequence[Inline]) -> Iterator[list[Inline]]:
    """The runs of each line of the source, in which a line of the page may end (``<br>``)."""
    current: list[Inline] = []
    for run in inlines:
        if run.kind == "softbreak":
            yield current
            current = []
        elif run.kind == "html" and _NEW_LINE.match(run.text):
            current.append(_BREAK)
        else:
            current.append(run)
    yield current


def _cells(runs: Sequence[Inline]) -> _Cells:
    """The runs of each cell of a line, without the quotes that stand around one."""
    result: _Cells = [[]]
    for run in runs:
        first, *others = run.text.split("\t") if run.kind == "text" else [run.text]
        result[-1].append(replace(run, text=first))
        result += [[replace(run, text=each)] for each in others]
    return [_unquoted(cell) for cell in result]


def _unquoted(cell: list[Inline]) -> list[Inline]:
    if len(cell) and (said := "".join(run.text for run in cell).strip())[1:] and said[0] == said[-1] == '"':
        read = [replace(run, text=run.text.replace('""', '"')) for run in cell]
        read[0] = replace(read[0], text=read[0].text.lstrip()[1:])
        read[-1] = replace(read[-1], text=read[-1].text.rstrip()[:-1])
        return read
    return cell


def _cell(runs: Sequence[Inline]) -> Cell:
    return Cell("".join(run.text for run in runs).strip(), tuple(runs))


def _tags(deck: _Deck) -> set[int]:
    """The columns behind the sides that say the same of several cards."""
    result = set()
    for at in range(_MOST):
        said = [
            _cell(cells[at]).text for _, cells in deck.rows if at < len(cells) and at not in (deck.front, deck.back)
        ]
        told = [each for each in said if each]
        if len(set(told)) < len(told):
            result.add(at)
    return result


def _asked(
    row: tuple[int, _Cells], deck: _Deck, tags: set[int], block: Block, section: Section
) -> Question | Problem | None:
    number, cells = row
    if not max(deck.front, deck.back) < len(cells) <= _MOST:
        return None
    written = [line for line in lines_in(_cell(cells[deck.front]), block, number) if line.text.strip()]
    front = list(one_choice_each(written))  # 1 赤, 2 青, 3 黄
    answer, *reasons = _lines(cells[deck.back]) or [[]]
    sides = (deck.front, deck.back)
    others = [cell for at, cell in enumerate(cells) if at not in sides and at not in tags]
    notes = [cell for runs in (*reasons, *others) if (cell := _cell(runs)).text]
    back = _cell(answer)
    if not front or not back.text:
        return None
    asked = cards.asked_of(front, back, notes, section)
    gap = isinstance(asked, Question) and asked.form is Form.BLANK
    if gap and (not _fits(front[0].text, back.text) or any(hedged(note.text) for note in notes)):
        return None
    return asked


def _lines(cell: list[Inline]) -> _Cells:
    """The lines of a cell that say something."""
    result: _Cells = [[]]
    for run in cell:
        if run.kind == "break":
            result.append([])
        else:
            result[-1].append(run)
    return [each for each in result if "".join(run.text for run in each).strip()]


def _fits(front: str, back: str) -> bool:
    """Whether a back may fill a front's gap: a sentence's, and no translation (``look up to (  )``: ``尊敬``)."""
    return bool(_SENTENCE.search(front)) and (bool(_JAPANESE.search(front)) or not _JAPANESE.search(back))
