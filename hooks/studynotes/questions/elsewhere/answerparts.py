"""Answers by part and number: ``大問1　(1) 3　(2) 1``, and a title in a list of answers that names a section.

Exam papers count their questions anew in each part; so do these lists, and a part is a section of the notes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import answerentries, answertables, answertitles
from studynotes.questions.text.lines import lines_of
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.model import Block, Collection, Section
    from studynotes.questions.text.lines import Line

_FIGURE = rf"{phrases.NUMBER}|(?:I{{1,3}}|IV|VI{{0,3}}|IX|X)(?![A-Z])"
_PART = re.compile(rf"[【\[<]?(?:大問|設問|第|問|Part)?\s*({_FIGURE})\s*(?:問|部|章)?[】\]>]?", re.IGNORECASE)
_TITLED = re.compile(
    rf"[【\[(<]?(?:大問|設問|第|問|Part)?\s*({_FIGURE})\s*(?:問|部|章)?(?:(?=$|[\s:.、])|[】\])>])", re.IGNORECASE
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_PARTS = "章部節編"
_COUNTED = re.compile(rf"(?P<number>{phrases.NUMBER})\s*(?P<unit>章|部|節|編|回|講|年度?|期|月|日目)")
_LINE = re.compile(
    rf"(?P<part>(?:大問|第|Part)\s*{phrases.NUMBER}\s*(?:問|部|章)?)[\s:.]+(?P<answers>\S.*)", re.IGNORECASE
)
# １　(1) ○　(2) ×: without a word before the part, only where its answers count from 1 on
_BARE_LINE = re.compile(rf"(?P<part>{_FIGURE})\s+(?P<answers>[(]\s*1\s*[)].*)")
# 1. 電磁気　(1)②　(2) 磁束: the part by its number and what its title says, or by that alone
_TITLED_LINE = re.compile(
    rf"(?:(?:第|Part)?\s*(?P<part>{_FIGURE})\s*[章部節編]?(?:\s*[.:、)]\s*|\s+))?"
    r"[【「]?(?P<title>[^\s()0-9【】「」][^()【】「」]{0,30}?)[】」]?[\s:]*(?P<answers>[(]\s*1\s*[)].*)",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:[(（]\s*(?P<inside>\d{1,3})\s*[)）]|(?:問|No\.?)\s*(?P<named>\d{1,3}))[\s:.]*(?P<answer>[^\s()（）].*?)"
    r"(?=\s+(?:[(（]\s*\d{1,3}\s*[)）]|(?:問|No\.?)\s*\d)|$)",
    re.IGNORECASE,
)


def section_named(text: str, collection: Collection) -> Section | None:
    """The one section that a part's name means: by its title, or the number that its title begins with."""
    value = phrases.bare(text).strip()
    if not value:
        return None
    titled = [page for page in collection.pages if phrases.bare(page.title) == value]
    part = _PART.fullmatch(value)
    if not titled and part:
        number = _figure(part[1])
        titled = [page for page in collection.pages if _number_of(page) == number]
    if not titled and len(value) > 1:
        titled = [page for page in collection.pages if phrases.bare(page.title).startswith(value)]
    if not titled and len(value) == 1 and value.isalpha():  # A of A問題
        titled = [page for page in collection.pages if re.match(rf"{value}(?![A-Za-z])", phrases.bare(page.title))]
    return titled[0] if len(titled) == 1 else None


def _section_titled(number: str, title: str, collection: Collection) -> Section | None:
    """The one section whose title holds words, and that has a number if one is given."""
    words = re.sub(r"\s", "", title)
    pages = [page for page in collection.pages if words in re.sub(r"\s", "", phrases.bare(page.title))]
    if not number:
        return pages[0] if len(pages) == 1 else None
    counted = [page for page in collection.pages if _number_of(page) == _figure(number)]
    return counted[0] if len(counted) == 1 and counted[0] in pages else None


def _number_of(page: Section) -> str:
    found = _TITLED.match(phrases.bare(page.label))
    return _figure(found[1]) if found else ""


def _figure(number: str) -> str:
    """A part's number as figures, Roman ones, too."""
    roman = number.upper()
    return str(_ROMAN.index(roman) + 1) if roman in _ROMAN else phrases.figure_of(number)


def named_in(heading: str, collection: Collection) -> Section | None:
    """The one section that a heading like 第1章の解答 is named after."""
    found = answertitles.HEADING.fullmatch(phrases.bare(heading))
    whose = found["whose"] if found else None
    if not whose:
        return None
    named = [section for section in collection.pages if phrases.bare(section.title).startswith(whose)]
    named = [section for section in named if not answertitles.is_answer_list(section.title)]
    return named[0] if len(named) == 1 else None


_SERIAL = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])|\d+")  # 問題A, 模試2


def is_of_another(heading: str, titles: Sequence[str], *, any_of_them: bool = False) -> bool:
    """Whether a list's heading names a part that it does not stand in (``第3章の解答`` beneath ``第2章``).

    ``titles`` are those that it stands beneath, the nearest last (``any_of_them``: of which any may be meant). A part
    that no title counts may be this one. So does a heading whose name is a title's with another letter or figure
    (``問題Bの解答`` beneath ``問題A``).
    """
    found = answertitles.HEADING.fullmatch(phrases.bare(heading))
    named = phrases.bare((found and found["whose"]) or "").strip()
    form = _SERIAL.sub("#", named)
    names = [phrases.bare(title.partition("　")[0]).strip() for title in titles] if "#" in form else []
    alike = [each for each in names if _SERIAL.sub("#", each) == form]
    if alike and named not in alike:
        return True
    for part in _COUNTED.finditer((found and found["whose"]) or ""):
        counted = [_number_in(title, part["unit"]) for title in reversed(titles)]
        numbers = [number for number in counted if number]
        meant = numbers if any_of_them else numbers[:1]
        if meant and phrases.figure_of(part["number"]) not in meant:
            return True
    return False


def _number_in(title: str, unit: str) -> str:
    """The number that a title gives to a part (``2`` of ``第2章``; of ``2. …``, too, where chapters are counted)."""
    value = phrases.bare(title)
    own = next((found for found in _COUNTED.finditer(value) if found["unit"] == unit), None)
    titled = _TITLED.match(value) if unit in _PARTS else None
    return phrases.figure_of(own["number"] if own else titled[1] if titled else "")


def title_of(block: Block, collection: Collection) -> Section | None:
    """The section whose title is all that a paragraph says (``午前`` above its table of answers)."""
    lines = list(lines_of([block])) if block.kind is Kind.PARAGRAPH else []
    return section_named(lines[0].text, collection) if len(lines) == 1 else None


def parted(block: Block, collection: Collection) -> Iterator[tuple[Section, str, str]]:
    """Section, number and answer for all that a block of a list of answers gives by part."""
    lined = [] if block.kind is Kind.TABLE else [*_by_line(block), *_beneath_part(block)]
    for part, number, answer in answertables.parted(block) if block.kind is Kind.TABLE else lined:
        section = section_named(part, collection)
        if section is not None:
            yield section, number, answer
    yield from () if block.kind is Kind.TABLE else _by_title(block, collection)


def _by_title(block: Block, collection: Collection) -> Iterator[tuple[Section, str, str]]:
    """The answers of lines that name each part by its title, or number and title: all of them so.

    The answers count from 1 on in each; a part that is no section's, or named twice, makes all of it unclear.
    """
    told: list[tuple[Section, list[tuple[str, str]]]] = []
    for line in lines_of([block]):
        said = phrases.words_alone(line.text)
        found = _TITLED_LINE.fullmatch(said) if "(" in said and len(said) <= phrases.LONGEST else None
        if found is None:
            continue
        number = found["part"] or str(line.own_number or "")
        section = _section_titled(number, found["title"], collection)
        given = _numbered(found["answers"])
        if section is None or not _count_from_one(given) or line.struck or line.mended:
            return
        told.append((section, given))
    if len({page.slug for page, _ in told}) == len(told):
        yield from ((page, number, answer) for page, given in told for number, answer in given)


def _by_line(block: Block) -> Iterator[tuple[str, str, str]]:
    for line in lines_of([block]):
        said = phrases.plain(line.text).strip()
        found = _LINE.fullmatch(said) or _BARE_LINE.fullmatch(said) if not line.struck else None
        given = _numbered(found["answers"]) if found else []
        if found and (found.re is _LINE or _count_on(given)):
            yield from ((found["part"], number, answer) for number, answer in given)


def _count_on(given: Sequence[tuple[str, str]]) -> bool:
    """Whether answers have the numbers from 1 on, two at least; figures may be the numbers (``1 (1) 2 (3)``)."""
    return _count_from_one(given) and len(given) > 1 and not any(answer[:1].isdigit() for _, answer in given)


def _count_from_one(given: Sequence[tuple[str, str]]) -> bool:
    return [number for number, _ in given] == [str(at) for at in range(1, len(given) + 1)]


def _numbered(answers: str) -> list[tuple[str, str]]:
    """Number and answer of each that a part's line gives."""
    found = _ANSWERS.finditer(answers)
    return [(each["inside"] or each["named"], each["answer"].strip()) for each in found]


def _beneath_part(block: Block) -> Iterator[tuple[str, str, str]]:
    """The answers beneath lines that are only a part's number (``１`` above ``(1) ○``), the first of them on top.

    They count from 1 on in each part: else it may be an entry that is left blank (``1`` above ``2 ウ``).
    """
    if block.kind is not Kind.PARAGRAPH or "\n" not in block.text:
        return
    parts: list[tuple[str, list[Line]]] = []
    for line in lines_of([block]):
        value = phrases.bare(line.text)
        if _PART.fullmatch(value):
            parts.append((value, []))
        elif parts:
            parts[-1][1].append(line)
        else:
            return
    found = [(part, list(answerentries.entries_in(lines))) for part, lines in parts]
    if all([number for number, _ in answers[:1]] == ["1"] for _, answers in found):
        yield from ((part, number, answer) for part, answers in found for number, answer in answers)
