"""Recogniser: what is to be filled in: a sentence's gap, or a name or figure that answers (``…は誰か。 答え：…``)."""

from __future__ import annotations

import itertools
import re
from functools import partial
from typing import TYPE_CHECKING

from studynotes.model import Lines
from studynotes.questions.elsewhere import answerentries
from studynotes.questions.elsewhere.answerlists import given_to, mended_of, taken_back
from studynotes.questions.question import BLANK_MARK, Form, Part, Question, Words, text
from studynotes.questions.recognisers import announced, codegaps, replies
from studynotes.questions.recognisers.gaplists import filled_by, labelled
from studynotes.questions.stretches import graded, offering, pointing, unmarked
from studynotes.questions.stretches.explaining import is_fence
from studynotes.questions.text import bracketed, counting, footnotes, gapnames, quotedanswers, rows, wordbanks
from studynotes.questions.text.banktables import lines_with_banks
from studynotes.questions.text.counting import follows_in_number, line_number
from studynotes.questions.text.gaps import are_announced, are_sentences_rest, filled, gaps_in
from studynotes.questions.text.lines import Line, Role, following, is_code
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.typed import FIGURE, Answer, fills, is_term, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Problem, Section

NAME = "blanks"
SAME_LINE = re.compile(
    r"(?P<said>.*?)(?:[\s　]+(?P<opens>[(（\[【])?|(?P<behind>[(（\[【]))\s*"
    rf"(?P<answer>(?:→\s*)?{answerlines.WORD}\s*[:：→].+?|(?<=[\s　])[【\[]{answerlines.WORD}[】\]]\s*[^\s:：].*?)"
    r"(?(opens)\s*[)）\]】]?|(?(behind)\s*[)）\]】]?))\s*"
)
_THEREFORE = re.compile(r"[\s　]*(?:∴|ゆえに|よって)\s*(?P<answer>.+)")
_FOR_MORE = re.compile(
    r"なぜ|理由|違い|説明|述べ|どのよう|どう(?!いう)|利点|欠点|メリット|役割|特徴|とは\s*[?？]?$|例は|すべて|全て|つ(?:挙|あ)げ"
)
_FILLS = re.compile(r"空欄|空所|穴|[（(][\s　]*[)）]|[入は]い?る|当てはま|あてはま|埋|補")
_FOR_A_FIGURE = re.compile(r"何(?![とがをか])|いくら|いくつ|求め[よな]")
_LABEL = re.compile(r"[(（]?(?:[A-Za-z]|\d|[ァ-ヶ]|[①-⑩])[)）.．]?")  # of a choice that is not seen here
_TO_FILL = re.compile(r"穴埋め|穴うめ|あなうめ|空欄|空所|虫食い|問題|クイズ|テスト|ドリル|一問一答")
# a question's number: (3), 1-2.
_COUNT = re.compile(r"\s*(?:[(（]\d{1,3}[)）]|\d{1,3}[.．)）、]|\d{1,2}[-–]\d{1,3}[.．]?(?=\s))")
_LEAST_BENEATH_TITLE = 2  # … where the heading says that something is to be filled in (間一（　）)
_TO_SEVERAL = re.compile(
    r"[(（]?1[)）]?[\s　.．:：-]*[^\s\d,.].*[\s　、,/／][(（]?[2-9][)）]?[\s　.．:：-]*[^\s\d,.]"
)  # 1 三部会 5 b 9 第二
_SHARE = 0.6  # of a numbered list's gaps that a list of answers fills
_NEAR = 6  # lines beneath the gap that may hold its answer
_NEXT_ENTRY = re.compile(r"[\s　、,，]*[(（]\d")  # (1)院政　(2)保元: a row of answers
_LEAST_SENTENCE = 6  # characters around the gap


def recognise(section: Section, listed: Mapping[str, str]) -> tuple[list[Question], list[Problem]]:
    """One blank for each line with one gap, if the notes give what belongs there.

    The answer stands behind the sentence or in the next answer line (``答え：…``), beneath a line that only
    announces it (then alone there), or in the file's list of answers (``listed``). It is one word or figure, without
    a doubt and without alternatives; whatever else asks nothing. A question whose answer is a figure (``∴ 9%``)
    or a name (``Q: …は？`` and ``A: 徳川吉宗``) is asked the same way, but none for reasons, differences or lists.
    Answers may stand without a word for them, too (:mod:`.pointing`), and a list with gaps may be
    filled by the list beneath it (:func:`.filled_by`).
    Lines with choices are the recogniser ``choices``'s; what a remark withdraws by its number is not asked.
    """
    blocks = section.all_blocks
    quoted = quotedanswers.with_answers_read(list(lines_with_banks(blocks)), blocks, listed)
    written = list(bracketed.with_answers_read(quoted, listed.get(bracketed.NAME, "")))
    lines = list(unmarked.with_items(written, partial(given_to, section, listed)))
    filling = {**labelled(lines, _has_one_gap), **filled_by(blocks, _has_one_gap)}
    listed = {**listed, **{_at(number): said for number, said in filling.items()}}
    lines = list(gapnames.with_single_read(lines))
    banks = wordbanks.shared_in(lines, lambda line: _has_one_gap(line.text))
    lines = wordbanks.without(banks, lines) if banks else lines
    found = (_question(lines, index, section, listed, banks) for index in range(len(lines)))
    told = zip(lines, found, strict=True)
    asked = [question for line, question in told if question and taken_back(line_number(line)) not in listed]
    return [*asked, *codegaps.recognise(lines, section, NAME)], []


def _question(
    lines: Sequence[Line], index: int, section: Section, listed: Mapping[str, str], banks: Sequence[wordbanks.Bank]
) -> Question | None:
    line = lines[index]
    if line.role is Role.CODE or len(line.text) > phrases.LONGEST:
        return None
    inline = SAME_LINE.fullmatch(line.text) if answerlines.may_answer(line.text) else None
    pointed = None if inline else pointing.on_line(line, in_series=_in_series(lines, index))
    if listed.get(bracketed.NAME) == bracketed.FILLED and not inline:
        pointed = pointing.filled_in(line) or pointed
    end = inline.end("said") if inline else pointed.end if pointed else len(line.text)
    said = line.text[:end]
    gaps = [pointed.gap] if pointed and pointed.gap else gaps_in(said)
    asking = bool(gaps) or phrases.is_question(said) or pointing.is_to_write(said)
    if len(gaps) > 1 or not asking or has_choices(lines, index) or (gaps and _is_quoted_for_question(lines, index)):
        return None
    if inline:
        answer = _given(inline["answer"], line)
    elif pointed:
        answer = pointed.answer
    else:
        offered = not gaps and not pointing.is_to_write(said) and unmarked.offers(lines, index)
        given = None if offered else _beneath(lines, index, has_gap=bool(gaps))
        answer = given or _from_list(lines, index, section, listed)
        answer = answer or (_noted(line, section) if gaps and footnotes.NAME in listed else None)
    answer = wordbanks.taken_from(line, lines, banks, answer) if gaps else answer
    if (
        answer is None
        or offering.offers(lines, index, answer)
        or graded.is_graded(lines, index, answer, has_gap=bool(gaps))
    ):
        return None
    start = phrases.counted(said) or phrases.named(said) or phrases.behind_number(said) or _behind_kind(said)
    start = start or (phrases.figure(said)[1] if gaps and answer.line is line and _figure(line) else 0)
    figure = None if gaps else FIGURE.fullmatch(answer.words)
    unit = figure["unit"] if figure else ""
    typed = figure["figure"] if figure else answer.words
    if gaps:
        stem = filled(line.words(start, end), gaps[0])
        by_number = start > 0 and not pointed and answer.line is line  # from a list of answers
        short = _is_titled(lines, index) if inline else by_number or _at(line.number) in listed
        least = _LEAST_BENEATH_TITLE if short else _LEAST_SENTENCE
        asks = len(said[start:end]) - len(gaps[0]) >= least
    else:
        stem = _with_blank(line.words(start, end), unit)
        entry = said[start:].startswith(answer.words) and _NEXT_ENTRY.match(said, start + len(answer.words))
        asks = not entry and _asks_for(said, answer.words, is_figure=figure is not None)
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
        Form.BLANK,
        (*context, *code, Part("text", stem)),
        (),
        NAME,
        section.file,
        where,
        position,
        (typed,),
        explanation,
    )


def _is_quoted_for_question(lines: Sequence[Line], index: int) -> bool:
    """Whether a gap stands in what a question above quotes, which asks for something else than what fills it."""
    above = lines[index - 1] if index and lines[index - 1].role is Role.TEXT else None
    quoted = lines[index].text.lstrip()[:1] in ("「", "『", "“", '"')
    return quoted and above is not None and phrases.is_question(above.text) and not _FILLS.search(above.text)


def _behind_kind(said: str) -> int:
    """Where a question's words begin behind what says that they have a gap (``穴うめ：…``), 0 where it does not."""
    kind = "" if phrases.kind(said) else rows.kind_of(said)
    return said.index(kind) + len(kind) + 1 if kind and _TO_FILL.search(kind) else phrases.kind(said)


def _before(lines: Sequence[Line], index: int) -> Iterator[Line]:
    """The lines of the same paragraph that a question ends, without those that are its number alone."""
    for line in lines[max(0, index - _NEAR) : index]:
        if line.block is lines[index].block and line.role is lines[index].role and phrases.numbered(line.text) != "":
            yield line


def _asks_for(said: str, answer: str, *, is_figure: bool) -> bool:
    """Whether a question can be answered by typing this figure or name."""
    if _FOR_MORE.search(said) or not (is_figure or is_term(answer)):
        return False
    return not _LABEL.fullmatch(answer) or bool(_FOR_A_FIGURE.search(said))


def _has_one_gap(said: str) -> bool:
    return len(gaps_in(said)) == 1


def _is_titled(lines: Sequence[Line], index: int) -> bool:
    """Whether the heading above a line says that something is to be filled in."""
    above = next((each for each in reversed(lines[:index]) if each.role is Role.HEADING), None)
    return above is not None and _TO_FILL.search(above.text) is not None


def _in_series(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is one of several sentences with a gap and an arrow, beneath a title that says so.

    They are a list's items, or lines of a paragraph, whose first one may be that title (``穴うめ``).
    """
    line = lines[index]
    if line.role not in (Role.ITEM, Role.TEXT) or not pointing.fills_gap(line.text, _has_one_gap):
        return False
    near = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    alike = (each for each in near if each.group == line.group and each.role is line.role)
    if not any(pointing.fills_gap(each.text, _has_one_gap) for each in alike):
        return False
    return _is_titled(lines, index) or _is_headed(lines, index)


def _is_headed(lines: Sequence[Line], index: int) -> bool:
    """Whether the lines of a line's kind around it stand beneath one that says alone that they have gaps."""
    above = next((each for each in reversed(lines[:index]) if not pointing.fills_gap(each.text, _has_one_gap)), None)
    return above is not None and are_announced(above.text)


def _at(number: int) -> str:
    """The name under which the answer to a line's gap is listed."""
    return f"line {number}"


def _beneath(lines: Sequence[Line], index: int, *, has_gap: bool) -> Answer | None:
    """What the lines beneath give, up to the next heading, gap, question or choice."""
    found: list[Answer | None] = []
    own = list(own_lines(lines, index))
    for at, line in enumerate(own):
        payload = answerlines.answer(line.text)
        therefore = (
            (_THEREFORE.fullmatch(line.text) or replies.replied(lines[index], line)) if payload is None else None
        )
        if answerlines.revises(line.text) or answerlines.judges(line.text) or counting.answers_by_number(line.text):
            return None
        if payload == "" or (payload is None and (_announces(line) or replies.is_called(lines, index, line))):
            within = itertools.takewhile(lambda each, line=line: each.depth >= line.depth, own[at + 1 :])  # type: ignore[misc]
            beneath = announced.of_its_block(line, list(within))
            again = has_gap and beneath and answerlines.answer(beneath[0].text)  # 解答, and beneath it: 答えは氷です
            fill = announced.filling if has_gap else announced.alone
            found += [] if again else fill(beneath, lines[index])
        elif therefore:
            given = read(therefore["answer"], line)
            found.append(given if given and (not has_gap or fills(given.words)) else None)
        elif payload is not None:
            found.append(_given(line.text, line))
        elif spaced := answerlines.spaced(line.text):
            found.append(read(spaced, line))
    if not found:
        if any(doubts(line.text) for line in own):
            return None
        above = lines[index - 1] if index else lines[index]
        titled = above.role is Role.HEADING and _TO_FILL.search(above.text) is not None
        said = lines[index].text
        titled = titled or _TO_FILL.search(rows.kind_of(said) or said[: phrases.kind(said)]) is not None
        return pointing.beneath(lines, index, has_gap=has_gap, titled=titled)
    return found[0] if len(found) == 1 and not any(doubts(line.text) for line in own) else None


def has_choices(lines: Sequence[Line], index: int) -> bool:
    """Whether choices stand right beneath a line: they are labelled from the first, or a list's items."""
    own = itertools.takewhile(
        lambda line: not _is_another(line, lines[index]) and answerlines.answer(line.text) is None,
        following(lines, index),
    )
    beneath = list(itertools.islice(itertools.filterfalse(is_code, own), 2))
    if not beneath:
        return counting.begins_anew(lines, index)
    known: list[str] = []
    for line in beneath:
        label = labels.opening(line.text)
        # (い) …【　】 is another gap, with a letter, and (い)は… one with a name
        chosen = label and not gaps_in(line.text) and not are_sentences_rest([line.text[label[1] :]])
        known += [label[0]] if label and chosen and labels.follows(known, label[0]) else []
    listed = beneath[0].role is Role.ITEM and (lines[index].role is not Role.ITEM or _are_nested(beneath, lines[index]))
    return listed or len(known) > 1 or (bool(known) and not replies.is_reply(lines, index, beneath[0]))


def _are_nested(beneath: Sequence[Line], item: Line) -> bool:
    """Whether two items stand within an item, neither of which answers or explains."""
    told = [answerlines.answer(line.text) is not None or phrases.is_explanation(line.text) for line in beneath]
    return (
        len(beneath) > 1
        and not any(told)
        and all(line.role is Role.ITEM and line.depth > item.depth for line in beneath)
    )


def _is_another(line: Line, question: Line) -> bool:
    """Whether a line is the next question: it has its number, too, and asks (``(4) …どれか。`` beneath ``(3) …``)."""
    if line.opens_block and phrases.numbered(line.text) and phrases.number(line.text):
        return True  # 問4．…
    counted = line.opens_block and all(_COUNT.match(each.text) for each in (line, question))
    next_gap = phrases.has_gap(question.text) and follows_in_number(line, question)
    return _is_beside(line, question) or next_gap or (counted and phrases.is_question(line.text))


def _is_beside(line: Line, question: Line) -> bool:
    """Whether a line is an item of the list that the question is in."""
    return line.role is Role.ITEM and question.role is Role.ITEM and line.depth <= question.depth


def _announces(line: Line) -> bool:
    return phrases.is_reveal(line.text) and not phrases.is_explanation(line.text)


def own_lines(lines: Sequence[Line], index: int) -> Iterator[Line]:
    """The lines beneath a sentence that may fill its gaps: some, up to the next heading, gap, question or choice."""
    for at, line in enumerate(lines[index + 1 : index + 1 + _NEAR], index + 1):
        if len(line.text) > phrases.LONGEST:
            return
        other = labels.opening(line.text)
        if line.opens_block and (answerentries.opens_list([line]) or counting.heads_entries(lines, at)):
            return  # 答 1 b 2 シェイエス: to several questions
        if (
            line.role is Role.HEADING
            and answerlines.answer(line.text) is None
            and not phrases.is_explanation(line.text)
        ):
            return
        called = phrases.numbered(line.text) is not None or (line.opens_block and phrases.kind(line.text) > 0)
        if gaps_in(line.text) or phrases.is_question(line.text) or called:
            return
        if line.block is lines[index].block and all(replies.NUMBERED.match(each.text) for each in (line, lines[index])):
            return  # ② …　ア …　イ …
        first = other is not None and labels.follows((), other[0])
        if line.role is not Role.CODE and first and not replies.replied(lines[index], line):
            return
        if (line.role is not Role.CODE and not is_fence(line)) or phrases.is_reveal(line.text):
            yield line


def _given(said: str, line: Line) -> Answer | None:
    payload = answerlines.answer(said)
    if not payload or answerlines.word(said) == "reply" or _TO_SEVERAL.match(payload):
        return None
    return pointing.first_of(payload, line, said)


def _from_list(lines: Sequence[Line], index: int, section: Section, listed: Mapping[str, str]) -> Answer | None:
    """What a list of answers gives: by the line's own number, or by that of the heading right above it."""
    line = lines[index]
    above = lines[index - 1] if index and lines[index - 1].role is Role.HEADING else None
    named = line_number(above) if above and not phrases.is_question(above.text) else ""
    number = line_number(line) or named or _figure(line)
    if not phrases.number(line.text) and line.own_number is not None and not _is_answered(lines, line, section, listed):
        number = named
    withdrawn = number and (mended_of(number) in listed or taken_back(number) in listed)
    given = given_to(section, listed, number) if number and not withdrawn else ""
    given = listed.get(_at(line.number)) or given
    if not given:
        return None
    return read(given, line) or (pointing.first_of(given, line) if _has_one_gap(line.text) else None)


def _is_answered(lines: Sequence[Line], item: Line, section: Section, listed: Mapping[str, str]) -> bool:
    """Whether a list of answers is one to the numbered list that an item is of: to the first, and to most of them."""
    items = [each for each in lines if (each.role, each.group, each.depth) == (Role.ITEM, item.group, item.depth)]
    given = [bool(given_to(section, listed, str(each.own_number))) for each in items]
    return phrases.is_question(item.text) or (given[:1] == [True] and sum(given) >= _SHARE * len(given))


def _figure(line: Line) -> str:
    """The number that a paragraph with a gap begins with by a space alone (``8 …は（　）``)."""
    begins = line.role is Role.TEXT and line.opens_block
    return phrases.figure(line.text)[0] if begins and _has_one_gap(line.text) else ""


def _noted(line: Line, section: Section) -> Answer | None:
    """What the footnote gives that a sentence with a gap refers to, where its paragraph is nothing but that."""
    noted = "" if "\n" in line.block.text else footnotes.noted_by([line], section)
    found = pointing.first_of(noted, line) if noted and not doubts(noted) else None
    return found if found and fills(found.words) else None


def _with_blank(words: Words, unit: str) -> Words:
    return (*words[:-1], f"{words[-1]} {BLANK_MARK}{unit}") if len(words) % 2 else (*words, f" {BLANK_MARK}{unit}")
