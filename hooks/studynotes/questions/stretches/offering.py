"""Whether choices stand near a gap: then what answers it is one of these, and nothing that is to be typed."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import answertitles
from studynotes.questions.question import folded
from studynotes.questions.text.counting import follows_in_number
from studynotes.questions.text.lines import Line, Role, item_numbers
from studynotes.questions.text.separating import one_choice_each
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.words.typed import Answer

_LEAST = 3  # words between commas or spaces that are choices; two between slashes
_APART = re.compile(r"\s*[、,，・]\s*|　+|\s{2,}")
_SLASHES = re.compile(r"\s*[/／|｜]\s*")
_CAPTION = re.compile(r"^\s*[\[【(（]?(?:選択肢|候補|選択|語群|語句|解答群)[\]】)）]?\s*[:：\s]\s*")
_IN_BRACKETS = re.compile(r"[(（\[［【〔]([^()（）\[\]［］【】〔〕]+)[)）\]］】〕]")
# A label that no choices go with here, and one before words.
_LABEL_ALONE = re.compile(rf"[(（「]?(?:[{KATAKANA}]|[①-⑩])[)）」]?")
_LABEL_FIRST = re.compile(rf"[(（「]?(?:[1-9A-Ja-j]|[{KATAKANA}]|[①-⑩])[)）」.．]?[\s　]+\S")
_AROUND = " 　[]()（）【】「」"
_WORKING = re.compile(r"[=＝+＋×÷→:：]")  # of a calculation, or a sentence
_LONGEST_WORD = 12  # characters of what stands in a row
_NEAR = 6  # lines


def offers(lines: Sequence[Line], index: int, answer: Answer) -> bool:
    """Whether the answer to the gap in a line is a choice that is offered there, or begins with the label of one.

    Labelled choices between the gap and its answer (``1 had　2 have　3 will``) make it a question that is not for
    typing at all, and so does an answer that is nothing but a label (``イ``). Any others must hold the answer: labelled
    ones in the lines before, or words between slashes or commas (``had / have / will have``). A figure may be the place
    of one in a row (``10m 20m 30m``).
    """
    listed = answer.line is lines[index]  # behind the gap itself, or in the file's list of answers
    beneath = [line for line in _own(lines, index) if listed or line.number <= answer.line.number]
    if _LABEL_ALONE.fullmatch(answer.words) or _labelled(beneath):
        return True
    typed = folded(answer.words)
    items = [line for line in beneath if line.role is Role.ITEM and line.group != lines[index].group]
    if typed.isdigit() and int(typed) in item_numbers(items).values():
        return True  # 1. … 2. … 3. … beneath the question, of which it is the third
    if typed.isdigit() and any(_LEAST <= len(line.text.split()) >= int(typed) for line in beneath if _is_row(line)):
        return True  # 10m 20m 30m, of which it may be the third
    around = [line for line in lines[max(0, index - _NEAR) : index + 1 + _NEAR] if line.number != answer.line.number]
    if _LABEL_FIRST.match(answer.words) and any(typed in folded(line.text) for line in around):
        return True
    if typed in _labelled(lines[max(0, index - _NEAR) : index]).values():
        return True
    banks = [line for line in lines[max(0, index - _NEAR) : index] if _CAPTION.match(line.text)]
    offered = [(lines[index], False), *((line, True) for line in [*beneath, *banks])]
    return any(typed in words for line, whole in offered for words in _unlabelled(line, whole=whole))


def _own(lines: Sequence[Line], index: int) -> list[Line]:
    """The lines beneath a question, up to the next one, or to a list of answers."""
    own = lines[index]
    numbered = own.role is Role.ITEM and own.own_number is not None
    beside = {own.group} if numbered else set()  # the list's next item is another question
    beneath = lines[index + 1 : index + 1 + _NEAR]

    def _goes_on(line: Line) -> bool:
        return _ends(line) or follows_in_number(line, own) or (line.role is Role.ITEM and line.group in beside)

    return list(takewhile(lambda line: not _goes_on(line), beneath))


def _ends(line: Line) -> bool:
    """Whether another question begins with a line, or the answers of all."""
    asks = phrases.is_question(line.text) or phrases.has_gap(line.text) or phrases.numbered(line.text) is not None
    return line.role is Role.HEADING or asks or answertitles.is_answer_list(line.text)


def _labelled(lines: Sequence[Line]) -> dict[str, str]:
    """The choices that are labelled in order from the first, two at least: their words by label."""
    found: dict[str, str] = {}
    for line in one_choice_each([line for line in lines if line.role is not Role.CODE]):
        label = labels.opening(line.text)
        if label and labels.follows(list(found), label[0]):
            found[label[0]] = folded(line.text[label[1] :])
    return found if len(found) > 1 else {}


def _is_row(line: Line) -> bool:
    """Whether a line may be a row of words or figures that are offered, each of them short, and no answer."""
    short = all(len(word) <= _LONGEST_WORD for word in line.text.split())
    plain = line.role in (Role.TEXT, Role.DETAIL) and not _WORKING.search(line.text)
    return short and plain and answerlines.answer(line.text) is None


def _unlabelled(line: Line, *, whole: bool) -> Iterator[list[str]]:
    """The words that a line offers without labels: as a ``whole``, or in brackets."""
    if answerlines.answer(line.text) is not None or len(line.text) > phrases.LONGEST or line.role is Role.CODE:
        return
    if answerlines.spaced(line.text):  # こたえ　標準化　※…
        return
    said = [found[1] for found in _IN_BRACKETS.finditer(line.text)]
    said += [_CAPTION.sub("", line.text).strip(_AROUND)] if whole else []
    for each in said:
        alone = whole and line.text.strip(_AROUND) == each.strip()  # (had, have)
        for pattern, least in ((_SLASHES, 2), (_APART, 2 if alone and said[1:] else _LEAST)):
            parts = [folded(part) for part in pattern.split(each) if part.strip()]
            if len(parts) >= least:
                yield parts
