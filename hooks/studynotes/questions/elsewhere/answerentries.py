"""The entries of a list of answers: numbers and answers, however they are written.

``問1: B``, ``(1) ①　(2) ②``, ``101 (B) / 102 (D)``, ``1=4)　理由``, ``問1は(2)が正解。…`` and so on; and which
headings and paragraphs are such a list.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import answertables, answertitles, answertold, countedlines, labelrows, toldinrow
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, Role, item_numbers, lines_in
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.labels import KATAKANA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from studynotes.model import Block

_KANJI = "[一二三四五六七八九十]{1,3}"
ITEM = re.compile(rf"(?:[(（【\[〔]\s*(\d+|{_KANJI})\s*[)）】\]〕]|(\d+)\s*[.．)）:：](?!\d+\.\d))\s*(\S.*)")
# The title of one question's answer, which is none itself: 問1 の解答を見る, 問2 解答・解説
_TITLE_OF_ONE = re.compile(
    rf"[\s　]*の?[\s　]*(?:(?:{answerlines.WORD}|解説|説明)[\s　・&と]*)+"
    r"(?:を?(?:見る|みる|表示(?:する)?|確認(?:する)?|開く))?[\s　]*"
)
_SIGN_FIRST = re.compile(
    rf"(?:[{runs.YES}{runs.NO}]\ufe0f?|正しい|誤り|間違い|True|False|[TF正誤])(?=$|[\s　(（、。:：])", re.IGNORECASE
)
# a line among entries that doubts them, and one that says that they are right from there on
_NUMBER_FIRST = re.compile(
    r"[\s　]*(?:(?:問題?|設問|Q|No\.?)[\s　]*[(（【\[〔]?[\s　]*[\d一二三四五六七八九十]|[(（【\[〔]?[\s　]*\d"
    r"|[一二三四五六七八九十]+[\s　.．、:：)）…])",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*(?:問題?|設問|Q|No\.?)?\W*(?:\d+|[一二三四五六七八九十]+)\W*(?:[A-Ja-j{KATAKANA}1-9])\W*")
_THESE = re.compile(r"この\s*(?P<count>\d)\s*つ|これら|以下|ここから|この先|次から|下の")
_ASIDE = re.compile(r"[\s　]*(?:[(（](?![\s　]*\d)|※|[→⇒↑])")
_SETTLED = re.compile(r"(?:直し|修正し|確認し|見直し)(?:た|まし)|(?:直|修正|確認)済|大丈夫")
_BLANK = re.compile(
    r"(?:問題?|Q|No)?\s*[.．]?\s*[(（]?\d{1,3}\s*[)）.．:：]?", re.IGNORECASE
)  # an entry without its answer
# 1 A: in a list of answers only
_BY_SPACE = re.compile(
    rf"(?!\d(?:[\s　]+\d){{2,}}$)(\d{{1,3}})[\s　]+"  # 1 2 2 4: pairs, or the answers to four questions
    rf"([(（「]?(?:[1-9A-Ja-j{KATAKANA}①-⑩○◯〇×✕☓⭕❌]|{countedlines.VERDICT_WORD})[)）」]?(?=$|[\s　(（、。:：])"
    r"(?![\s　]+[はがのをとにで](?![\s　]*[(（]?[A-Ja-j](?![a-z]))).*)"  # no article: 102 a と名詞の間
)
_BY_SIGN = re.compile(r"(\d{1,3})([○◯〇×✕☓⭕❌](?=$|[\s　(（、。:：]).*)")  # ①○, 2×　理由
# 1=4)　理由
_BY_EQUALS = re.compile(
    rf"(?:[QqＱ問]\.?\s*)?(\d{{1,3}})\s*=\s*([(「]?(?:[1-9A-Ja-j{KATAKANA}①-⑩])[)」]?)(?=$|[\s(、。,:.])(.*)"
)
# of one chapter: 第5章の解答: 1 (d) …
_OF_CHAPTER = re.compile(
    rf"(?:第\s*(?P<counted>{phrases.NUMBER})\s*章|(?:Chapter|ch)\.?\s*(?P<named>\d+)|(?P<figure>\d+)\s*章)\s*の?\s*"
    rf"{answerlines.WORD}\s*[:：]\s*(?=\d)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})+\.?[\s　]+[^\s\d]")  # 8.5 自己採点: a heading's own number
_BOX = re.compile(r"^:{3,}\s*(?:\{[\w:-]+\}|details)\s+")  # :::details 解答, :::{dropdown} 解答
_RULE = re.compile(r"[\W_ー]+")  # a line drawn with characters
# 1-C: a letter, and nothing that could make 1-C itself a question's number
_BY_HYPHEN = re.compile(rf"(\d{{1,3}})\s*[-–—ー]\s*([A-Ja-j{KATAKANA}](?=$|[\s(、。,:.])(?!\s*[(:]?\s*\d).*)")
# 1-1 … 2（買掛金）, 2-3 → (a)(c)
_BY_PART = re.compile(
    rf"[(【\[]?({phrases.PART})\s*[-–]\s*(\d{{1,3}})[.)】\]]?\s*(?:(?<=[)】\]])|→|⇒|\.{{2,}}|[:=]|\s)\s*([^\s.].*)"
)
# A line by itself that is set off as a heading is, and what may stand beneath it: a label, with its reason at most.
_TITLE = re.compile(r"\s*[▼▽■□◆◇●○★☆▶▷►＜<《【\[〔]")
_BY_KANJI = re.compile(  # 一 ウ, 二、イ
    rf"({_KANJI})(?:\s*(?:\.{{2,}}|[.、:)]|→)\s*|[\s　]+(?=[(]?[A-Ja-j{KATAKANA}①-⑩1-9○×][)]?(?:$|[\s　(、。])))"
    r"([^.\s].*)"
)
_COUNTS_FIRST = re.compile(r"\s*[(]?\d")
_LEADS = re.compile(r"^(?:[→⇒➡:：=\s　…‥―—–]|\.{2,})+")  # from a number to its answer
_EXPLAINS = re.compile(r"[(【\[]?(?:解説|説明|補足|理由|ポイント|メモ)[)】\]]?\s*[:：]")
_SLASH = re.compile(r"\s*[/／|｜]\s*(?=\d)")
_OF_KIND = re.compile(r"[\s　]*[^\s:：、。]{1,8}[:：][\s　]*(?=(?:[(（]|Q|Ｑ|問|第)[\s　]*\d)")  # 4択：Q1→B　Q2→D
_NEXT = re.compile(
    r"[\s、,/／|｜]+(?=(?:問題?|Q|第)\s*\d|[(（]?\d{1,3}\s*[)）:：.．])"
    # 7 イ　8 ウ
    rf"|[\s　]+(?=\d{{1,3}}[\s　]+[(（「]?"
    rf"(?:[A-Ja-j{KATAKANA}①-⑩○◯〇×✕☓⭕❌]|{countedlines.VERDICT_WORD})"
    r"[)）」]?(?=$|[\s　]))"
    r"|(?:　|[\s　]{2,})(?=\d{1,3}[\s　]+[1-9](?=$|[\s　]))"
)
# A heading that gives answers, and no one's own ones: 解答, 正解一覧, 第1章の解答, クイズの答え.
_LEADING = re.compile(
    rf"[【\[]?{answerlines.WORD}(?:一覧|一覧表|表|集)?(?:[】\]]?\s*[:：]|[】\]]|[\s　])\s*"
    r"(?=(?:問題?|Q|第|[(（\[【〔])\s*\d)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[【\[(（]")
_PAIRED = re.compile(
    rf"\s*(?:[【\[(]\s*{answerlines.WORD}\s*[】\])]\s*[:：]?|{answerlines.WORD}(?:\s*[:：→]|(?=[\s　])))"
    r"\s*(?P<pairs>[(（\[【〔]?[\d①].*)"
)
_ONE_GLUED = re.compile(rf"(\d{{1,3}})[\s　]*[-.:：→]?[\s　]*([①-⑩ⓐ-ⓙ]|[{KATAKANA}](?![ァ-ヺー])|[A-Ja-j](?![A-Za-z]))")
_GLUED = re.compile(
    rf"[【\[]?(?:(?P<whose>[^。、?:：\s]{{1,12}})の)?{answerlines.WORD}[】\]]?[\s　]*[:：]?[\s　]*"
    rf"(?P<pairs>(?:{_ONE_GLUED.pattern}[\s　、,/／]*)+)",
    re.IGNORECASE,
)


def opens_list(lines: Sequence[Line]) -> bool:
    """Whether lines begin with a list of answers in a paragraph (``答：Q1 ア / Q2 ウ``, ``■解答■`` above ``(1) 3``)."""
    if lines[0].opens_block and toldinrow.tells_of_several(lines[0].block):
        return True
    if lines[0].role in (Role.TEXT, Role.HTML) and labelrows.opens(lines):
        return True
    if lines[0].role is Role.HTML:
        return bool(beneath_title(lines, lines[0].block))  # <summary>解答</summary>
    if not lines[0].opens_block or lines[0].role is not Role.TEXT:
        return False
    return bool(_entries_of(lines) or beneath_title(lines, lines[0].block) or list(answertold.told_in(lines[0].block)))


def together(block: Block) -> Sequence[tuple[str, str]]:
    """The answers of a paragraph that says so itself."""
    lines = list(lines_in(block)) if block.kind in (Kind.PARAGRAPH, Kind.QUOTE) else []
    if lines and block.info:  # a box: its title is of the lines beneath
        lines = [replace(line, block=block) for line in lines]
        lines[0] = replace(lines[0], text=f":::details {lines[0].text}")
    return _entries_of(lines) if lines else ()


def of_chapter(block: Block) -> Sequence[tuple[str, str]]:
    """Chapter and number (``5-1``) and answer, where a line gives a chapter's (``第5章の解答: 1 (d) / 2 (b)``)."""
    line = next(iter(lines_in(block))) if block.kind is Kind.PARAGRAPH and "\n" not in block.text else None
    found = _OF_CHAPTER.match(line.text) if line and not line.struck else None
    if line is None or found is None:
        return ()
    chapter = phrases.figure_of(found["counted"] or found["named"] or found["figure"])
    parts = _parts([line.part(found.end(), len(line.text), opens_block=True)])
    answers = list(_numbered(parts))
    whole = len(answers) == len(parts) >= answertables.FEW
    return [(f"{chapter}-{number}", answer) for number, answer in answers] if whole else ()


def _entries_of(lines: Sequence[Line]) -> Sequence[tuple[str, str]]:
    """The answers in ``答：Q1 ア / Q2 ウ``, or in the lines beneath one that is only 解答; two at least, else none."""
    block = lines[0].block
    while len(lines) > 1 and _RULE.fullmatch(lines[0].text) and lines[1].block is block:
        lines = lines[1:]
    first = lines[0]
    if not any(map(answerlines.may_answer, (phrases.plain(first.text), phrases.bare(first.text)))):
        return ()
    start = _LEADING.match(phrases.undecorated(first.text))
    if start and start.group() in first.text:  # else emphasis divides it
        begin = first.text.index(start.group()) + start.end()
        rest = [first.part(begin, len(first.text), opens_block=True), *_more(lines)]
    elif answertitles.is_answer_list(_BOX.sub("", first.text)) or answertitles.is_of_part(first.text):
        rest = _more(lines)
    elif glued := _glued(lines):
        return glued
    elif paired := _PAIRED.match(phrases.plain(first.text)):
        row = paired["pairs"] if all(_ASIDE.match(line.text) for line in _more(lines)) else ""
        found = countedlines.row(row) or countedlines.ranged(row)
        found = found or countedlines.in_row(row) or countedlines.pairs(row)
        judges = not _BRACKET.match(first.text) and all(_SIGN_FIRST.match(answer) for _, answer in found)
        return () if judges else found  # 答え 1○ 2× 3×: may judge the choices above
    else:
        return ()
    parts = _parts(line for line in rest if not runs.is_title(line))  # まるばつ
    found = _verdicts_apart(list(_numbered(parts)))
    boxed = _BOX.match(first.text) is not None  # which may hold one question's answer: 0.9×10 + 0.1×60 = …
    whole = found[1:] and len(found) == _count(parts) and not (boxed and not all(is_short(said) for _, said in found))
    return found if whole else () if boxed else countedlines.entries(rest)


def _verdicts_apart(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The entries, of a number that stands twice the one with ○ or × as a statement's (``問1② …``, ``(1)○ …``)."""
    counts = Counter(number for number, _ in found)
    return [
        (countedlines.statement(number) if counts[number] > 1 and _SIGN_FIRST.match(answer) else number, answer)
        for number, answer in found
    ]


def part_answered(block: Block) -> str:
    """The part of the file that a paragraph of answers is for (``古代`` of ``古代の解答　1 エ　2 イ``), or ``""``."""
    lines = list(lines_in(block)) if block.kind is Kind.PARAGRAPH else []
    first = phrases.undecorated(lines[0].text) if lines else ""
    found = _GLUED.fullmatch(first) or answertitles.HEADING.fullmatch(phrases.bare(first))
    if not found or answertitles.is_answer_list(first) or not _entries_of(lines):
        return ""
    return (found["whose"] or "").strip()


def _glued(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """The answers in ``正解 1③ 2① 3④``: numbers that rise, each with the label right behind it, and nothing else."""
    replies = answerlines.word(lines[0].text) == "reply"  # 回答: perhaps the learner's
    found = _GLUED.fullmatch(phrases.undecorated(lines[0].text)) if not replies and not _more(lines) else None
    found = None if found and answertitles.is_somebodys(lines[0].text) else found
    pairs = _ONE_GLUED.findall(found["pairs"]) if found else []
    numbers = [int(number) for number, _ in pairs]
    return pairs if pairs[1:] and all(before < after for before, after in pairwise(numbers)) else []


def _more(lines: Sequence[Line]) -> list[Line]:
    """The further lines of the block that the first one is of, up to one that explains them (``解説：(1)は…``)."""
    own = (line for line in lines[1:] if line.block is lines[0].block)
    beneath = (line for line in own if line.text.strip() != ":::" and not _RULE.fullmatch(line.text))
    return list(takewhile(lambda line: not _EXPLAINS.match(phrases.bare(line.text)), beneath))


def _parts(lines: Iterable[Line]) -> list[Line]:
    """The entries of a list of answers, those that are left blank not among them."""
    parts = _all_apart(lines)
    return [part for part in parts if part.own_number or not _BLANK.fullmatch(phrases.bare(part.text))]


def _count(parts: Sequence[Line]) -> int:
    """How many entries lines of answers should give: all but remarks (``（…）``, ``※…``), and what these doubt."""
    asides = sum(_ASIDE.match(part.text) is not None and not list(_numbered([part])) for part in parts)
    return len(parts) - asides - len(_doubtful(parts))


def beneath_title(lines: Sequence[Line], title: Block) -> Sequence[tuple[str, str]]:
    """The answers in the block beneath a line by itself (``▼解答``, ``【こたえ】``, ``ここから解答``).

    Each of its lines must be a question's number, and nearly all a label (what explains it may follow), as steps
    never are; beneath a line without any sign there are three at least.
    """
    if title.kind not in (Kind.PARAGRAPH, Kind.HTML) or not lines[1:] or lines[1].block is title:
        return ()
    if not answerlines.may_answer(phrases.bare(lines[0].text)):
        return ()
    if not answertitles.is_answer_list(answertitles.NOTE.sub("", lines[0].text)):
        return ()
    first = lines[1]
    if first.role is Role.ITEM:
        rest = list(takewhile(lambda line: line.depth, lines[1:]))
    elif first.role is Role.TEXT:
        rest = list(takewhile(lambda line: line.block is first.block, lines[1:]))
    else:
        return ()
    cells = [[phrases.bare(cell) for cell in line.text.split("\t")] for line in rest]
    columns = answertables.columns(cells[0]) if cells[0][1:] else None
    if columns:  # a table as Word gives it: tabs between the cells
        rows = [row for row in cells[1:] if len(row) > max(columns)]
        found = [(figure[0], row[columns[1]]) for row in rows if (figure := re.search(r"\d+", row[columns[0]]))]
        count = len(rows)
    else:
        parts = _parts(rest)
        found, count = list(_numbered(parts)), _count(parts)
    labelled = [answer for _, answer in found if is_short(answer)]
    set_off = lines[0].strong or _TITLE.match(lines[0].text)
    least = answertables.FEW if set_off else answertables.FEW + 1
    every = len(found) == count and len(labelled) * 3 >= len(found) * 2
    return found if len(labelled) >= least and every else ()


def is_short(answer: str) -> bool:
    """Whether an answer begins with a label, or is ○ or ×."""
    return bool(answertables.LABEL_FIRST.match(phrases.plain(answer)) or _SIGN_FIRST.match(answer))


def entries(block: Block) -> Iterator[tuple[str, str]]:
    """The numbers and answers that a block of a list of answers gives."""
    if block.kind is Kind.TABLE:
        yield from answertables.entries(block)
    else:
        lines = list(lines_in(block))
        found = list(entries_in(lines))
        yield from found or _unmarked(block, lines)


def _unmarked(block: Block, lines: Sequence[Line]) -> Sequence[tuple[str, str]]:
    """The answers of a paragraph whose numbers nothing marks, but that they count on (``1 青い石``, ``2 南``)."""
    if block.kind is not Kind.PARAGRAPH or not lines or not _COUNTS_FIRST.match(lines[0].text):
        return ()
    return countedlines.entries(lines) if lines[1:] else countedlines.in_row(phrases.undecorated(lines[0].text))


def lists_several(block: Block) -> bool:
    """Whether a block of a list of answers is a table or a list, or a paragraph of several entries."""
    lined = block.kind is Kind.PARAGRAPH and len(list(entries(block))) > 1
    return lined or block.kind in (Kind.TABLE, Kind.BULLET_LIST, Kind.ORDERED_LIST)


def entries_in(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """The numbers and answers that lines give, of which each may hold several."""
    return _numbered(_all_apart(lines))


def _all_apart(lines: Iterable[Line]) -> list[Line]:
    """Lines of which each may hold several answers, as one line for each answer."""
    lines = list(lines)
    return countedlines.column(lines) or [part for line in lines for part in _apart(line)]


def _apart(line: Line) -> Iterator[Line]:
    """A line with several answers (``問1：②　問2：③``, ``1 (1) / 2 (2)``) as one line for each."""
    titled = _OF_KIND.match(line.text) if line.role is Role.TEXT else None
    line = line.part(titled.end(), len(line.text), opens_block=line.opens_block) if titled else line
    parts = _cut(line, _NEXT) or _cut(line, _SLASH) or countedlines.in_line(line)
    yield from parts or [line]


def _cut(line: Line, between: re.Pattern[str]) -> list[Line]:
    """The line's parts, two at least, if each is an entry; else none.

    Where words of it are struck out, that may have left a number without its answer (``6 D　7 ~~B~~　8 C``).
    """
    gaps = list(between.finditer(line.text))
    starts = [0, *(found.end() for found in gaps)]
    ends = [*(found.start() for found in gaps), len(line.text)]
    parts = [line.part(start, end, opens_block=start == 0) for start, end in zip(starts, ends, strict=True)]
    every = all(
        phrases.numbered(part.text) or ITEM.fullmatch(bare) or _BY_SPACE.fullmatch(bare) or _BY_EQUALS.fullmatch(bare)
        for part in parts
        for bare in [phrases.bare(part.text)]
        if not (line.mended and _BLANK.fullmatch(bare))
    )
    return parts if parts[1:] and every and line.role is not Role.CODE else []


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    numbers = item_numbers(lines)
    doubtful = _doubtful(lines)
    for index, line in enumerate(lines):
        titled = line.role is Role.HEADING and _SECTION.match(line.text)
        if line.role is Role.CODE or line.struck or index in doubtful or titled:
            continue
        item = ITEM.fullmatch(phrases.bare(line.text))
        if line.own_number is not None and line.depth == 1:
            if index not in numbers:  # of a list in which some numbers stand twice
                continue
            yield str(numbers[index]), phrases.plain(line.text).strip()  # signs and all: ``-r`` is an answer
        elif rest := phrases.numbered(line.text):
            if _TITLE_OF_ONE.fullmatch(rest):
                continue
            yield (
                phrases.number(line.text),
                re.sub(r"^(?:の?(?:正解|答え?|解答)は?|[:：→=-]|[…‥]+|\.{2,}|\s)+", "", rest),
            )
        elif item:
            yield phrases.figure_of(item[1] or item[2]), phrases.as_written(line.text, _LEADS.sub("", item[3]))
        else:  # as written: the wide space of ``1)　理由`` tells where the label ends
            for number, answer in _shortly(phrases.bare(line.text)):
                yield number, phrases.as_written(line.text, answer)


def _doubtful(lines: Sequence[Line]) -> Collection[int]:
    """The entries that a line among them doubts, which is none itself: those that follow, or the one above it.

    ``（この3つは番号が古いままかも）`` is on what follows, up to a line that says all is well (``ここからは直した``),
    and on as many labels above that stand alone; ``※要確認`` is on the entry above.
    """
    found: set[int] = set()
    on = False
    for index, line in enumerate(lines):
        if _NUMBER_FIRST.match(line.text) or line.own_number is not None:
            found |= {index} if on else set()
        elif line.role is not Role.CODE and doubts(line.text):
            these = _THESE.search(phrases.plain(line.text))
            on = these is not None
            above = [at for at in range(index) if _NUMBER_FIRST.match(lines[at].text)]
            count = int(these["count"] or 0) if these else 0
            alone = (at for at in above[-count:] if _ALONE.fullmatch(phrases.bare(lines[at].text))) if count else ()
            found |= set(alone) if these else set(above[-1:])
        elif _SETTLED.search(line.text):
            on = False
    return found


def _shortly(entry: str) -> Iterator[tuple[str, str]]:
    """The number and the answer of an entry whose number nothing marks as one (``1-1 … 2``, ``1 A``, ``1=4)``)."""
    if by_part := _BY_PART.fullmatch(entry):
        yield phrases.by_part(by_part[1], by_part[2]), by_part[3]
    elif by_space := _BY_SPACE.fullmatch(entry):
        yield by_space[1], by_space[2]
    elif by_sign := _BY_SIGN.fullmatch(entry):
        yield by_sign[1], by_sign[2]
    elif by_equals := _BY_EQUALS.fullmatch(entry):
        yield by_equals[1], f"{by_equals[2]}　{by_equals[3]}".strip()
    elif by_hyphen := _BY_HYPHEN.fullmatch(entry):
        yield by_hyphen[1], by_hyphen[2]
    elif by_kanji := _BY_KANJI.fullmatch(entry):
        yield phrases.figure_of(by_kanji[1]), by_kanji[2]
