"""Answers in quotations: ``> B　理由`` right beneath each question, where the file says so or shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import answerlines, labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studynotes.model import Block, Collection, Section

NAME = "quoted answers"
TOLD, SIGNS, LABELS = "told", "signs", "labels"
_SIGN = "答え："
_ANSWER = r"(?:正解|正答|解答|答え?|こたえ)"
_QUOTE = r"(?:引用(?:文|部分|ブロック|符|記号)?(?![元先文書者す])|(?<![-=→])>)(?:の(?:中身?|なか|部分|行|ところ))?"
# 文の下の引用が答え。, 答えは引用で書く; and no 引用は自分の答え, 引用が答えとは限らない
_TELLS = re.compile(
    rf"{_QUOTE}\s*(?:が|は|に|=|:)\s*{_ANSWER}(?=$|[。、)!\s]|です|だ(?:よ|から)?(?:$|[。、])|と(?:解説|理由|説明|根拠)|[・/]解説|を?書)"
    rf"|(?<![分私身し僕俺者]の){_ANSWER}(?:と(?:解説|理由))?(?:は|を)[^。、]{{0,12}}{_QUOTE}(?:に|で|の?(?:中|なか|内)|$|[。、)])"
)
_OWN = re.compile(r"(?:自分|私|僕|俺|予想|前回|友達)の?(?:答え?|解答|回答)")
_JUDGED = re.compile(rf"[\s　]*(?:(?P<yes>[{runs.YES}])|[{runs.NO}])\ufe0f?(?:$|[\s　。、,(（])[\s　]*(?P<said>.*)")
# × 間違えた: how it went, and no verdict on what it says
_OF_LEARNER = re.compile(
    r"(?:でき|解け|覚え|わか|分か|合って|当た)[たてっ]|間違え|まちがえ|正解し|ミス|勘|[回周度]目|復習|自分"
)
# > 3 16刻みなので, > ウ。溶けるから: a label, and what explains it
_LABELLED = re.compile(
    rf"[\s　]*(?P<opens>[(（\[【])?(?P<label>[A-Ja-j1-9①-⑩]|[{labels.KATAKANA}])(?(opens)[)）\]】]|[)）]?)"
    r"(?:$|(?:[\s　]+|[。、:：][\s　]*)(?![はがもをのと][^な])(?P<said>.*))"
)
# 3 か 4, 1 と 3, 2、4: more of the answer, and no explanation yet
_GOES_ON = re.compile(
    rf"か(?:$|[\s　\dA-Za-zァ-ヺ])|or\b|または|もしくは|あるいは|[と・,、/~～-]|\W*[?？]"
    rf"|(?:[A-Ja-j1-9①-⑩]|[{labels.KATAKANA}])(?:$|[\s　、,。・とか?？])",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"[\s　]*1[.．]\S+[\s　]+2[.．]\S")  # 1.64 2.62 3.30
_GRADED = re.compile(rf"[{runs.YES}{runs.NO}△]|正解|不正解")  # > 2 ×: how somebody's own answer went
_LINES = 12  # from the file's beginning, where such words stand
_LONGEST = 40  # characters of such a line beneath a heading
_LEAST = 3  # quotations that show it
_SHARE = 0.8  # … of those that stand beneath choices


def told_in(collection: Collection) -> str:
    """What quotations are in a file: answers as its beginning says (``TOLD``), verdicts as they show (``SIGNS``).

    They show it where the file says that it has statements to judge, three at least stand right beneath a sentence and
    begin with ○ or ×, both are there, and none tells how it went. So may a part of the file say it, for itself and all.
    They are answers to choices (``LABELS``) where three at least stand right beneath choices, nearly all that do begin
    with a label, not always the same one, and none tells how it went.
    """
    if not any(block.kind is Kind.QUOTE for page in collection.pages for block in page.all_blocks):
        return ""
    lines = (line for page in collection.pages[:2] for line in islice(lines_of(page.blocks), _LINES))
    said = [phrases.plain(line.text) for line in lines if line.role is not Role.CODE]
    told = any(_TELLS.search(text) and not _OWN.search(text) for text in said)
    parts = (pair for page in collection.pages for pair in pairwise(page.all_blocks))
    said += [phrases.plain(below.text) for above, below in parts if above.kind is Kind.HEADING and _is_short(below)]
    own = any(_OWN.search(text) and re.search(_QUOTE, text) for text in said)
    labelled = (
        [LABELS]
        if not own and _are_labels([each for page in collection.pages for each in _beneath_choices(page)])
        else []
    )
    if not told and not any(map(runs.ABOUT_TRUTH.search, [phrases.plain(collection.title), *said])):
        return " ".join(labelled)
    found = [judged for page in collection.pages for judged in _judged_in(page.all_blocks)]
    both = len({judged["yes"] is None for judged in found}) > 1 and len(found) >= _LEAST
    shown = both and not any(_OF_LEARNER.search(each["said"]) for each in found)
    return " ".join([*([TOLD] if told else []), *([SIGNS] if shown else []), *labelled])


def _is_short(block: Block) -> bool:
    """Whether a block is a line that may tell what the quotations of its part are."""
    return block.kind is Kind.PARAGRAPH and len(block.text) <= _LONGEST


def _are_labels(quoted: Sequence[str]) -> bool:
    """Whether quotations beneath choices answer them by label."""
    if len(quoted) < _LEAST:
        return False
    found = [match for text in quoted if (match := _LABELLED.fullmatch(text))]
    said = [phrases.plain(match["said"] or "") for match in found]
    if any(_GRADED.match(each) or _OF_LEARNER.search(each) for each in said):
        return False
    return len(found) >= max(_LEAST, _SHARE * len(quoted)) and len({match["label"] for match in found}) > 1


def _beneath_choices(page: Section) -> Iterator[str]:
    """What the first line of each quotation says that stands right beneath a line with choices.

    Above another answer it is the learner's, whatever it says.
    """
    quoted = _quoted_in(page.all_blocks)
    lines = list(lines_of(page.all_blocks)) if quoted else []
    for at, (above, line) in enumerate(pairwise(lines), 1):
        if line.number in quoted and _is_choice(above) and line.text.strip() and _is_akin(line, above):
            behind = next((each for each in lines[at + 1 :] if each.opens_block), line)
            yield f"{line.text} 自分" if answerlines.answer(behind.text) is not None else line.text


def _is_akin(line: Line, choice: Line) -> bool:
    """Whether a line begins with a sign of the kind that a choice's label is: a figure, a letter, kana."""
    opened = labels.opening(choice.text)
    label = opened[0] if opened and choice.own_number is None else "1"
    first = labels.normal(line.text.lstrip(" 　(（[【")[:1])
    return (first.isdigit(), first.isascii()) == (label.isdigit(), label.isascii())


def _is_choice(line: Line) -> bool:
    return line.role in (Role.TEXT, Role.ITEM, Role.DETAIL) and (
        line.own_number is not None or labels.opening(line.text) is not None or _DOTTED.match(line.text) is not None
    )


def _judged_in(blocks: Sequence[Block]) -> Iterator[re.Match[str]]:
    quoted = _quoted_in(blocks)
    lines = list(lines_of(blocks)) if quoted else []
    for above, line in pairwise(lines):
        if line.number in quoted and _is_sentence(above) and (judged := _JUDGED.fullmatch(line.text)):
            yield judged


def _is_sentence(line: Line) -> bool:
    return line.role in (Role.TEXT, Role.ITEM) and line.text.rstrip().endswith(("。", "．"))


def _quoted_in(blocks: Iterable[Block]) -> frozenset[int]:
    """The first lines of quotations that are no callouts."""
    return frozenset(_first_lines(blocks))


def _first_lines(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        if block.kind is Kind.QUOTE:
            if not block.info:
                yield block.lines.first
        elif block.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST):
            for item in block.children:
                yield from _first_lines(item.children)


def shows_verdicts(listed: Mapping[str, str]) -> bool:
    """Whether a file's quotations show that they judge what stands above them."""
    return SIGNS in listed.get(NAME, "").split()


def with_answers_read(lines: list[Line], blocks: Iterable[Block], listed: Mapping[str, str]) -> list[Line]:
    """The lines, the first of each quotation read as an answer where it is one in that file (:func:`told_in`)."""
    said = listed.get(NAME, "").split()
    quoted = _quoted_in(blocks) if said else ()
    if not quoted:
        return lines
    return [
        part
        for at, line in enumerate(lines)
        for part in ([line] if line.number not in quoted else _read(lines, at, said))
    ]


def _read(lines: Sequence[Line], at: int, said: Sequence[str]) -> list[Line]:
    line = lines[at]
    beneath = LABELS in said and at > 0 and _is_choice(lines[at - 1]) and _is_akin(line, lines[at - 1])
    labelled = _LABELLED.fullmatch(line.text) if beneath else None
    if labelled and line.opens_block and _GOES_ON.match(labelled["said"] or ""):
        return [replace(line, text=f"{_SIGN}{line.text}", code=(), bold=())]
    if labelled and line.opens_block:
        behind = labelled.start("said") if labelled["said"] else len(line.text)
        answer = replace(line, text=f"{_SIGN}{labelled['label']}", code=(), bold=(), opens_block=True)
        rest = line.part(behind, len(line.text), opens_block=False)
        return [answer, *([rest] if rest.text else [])]
    return [_as_answer(lines, at, said)]


def _as_answer(lines: Sequence[Line], at: int, said: Sequence[str]) -> Line:
    line = lines[at]
    above = lines[at - 1] if at else None
    if above is None or above.role is Role.HEADING or line.role is Role.CODE or not line.opens_block:
        return line
    if TOLD not in said and not (SIGNS in said and _is_sentence(above) and _JUDGED.fullmatch(line.text)):
        return line
    opened = labels.opening(line.text)
    if answerlines.answer(line.text) is not None or (opened and phrases.is_question(line.text)):
        return line
    code, bold = (tuple((a + len(_SIGN), b + len(_SIGN)) for a, b in ranges) for ranges in (line.code, line.bold))
    return replace(line, text=f"{_SIGN}{line.text}", code=code, bold=bold)
