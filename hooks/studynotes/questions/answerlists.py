"""Answers that a file gives all together, after its questions: ``## 解答`` with ``問1: B`` and so on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions import answerlines, answerparts, answertables, legend, phrases, runs
from studynotes.questions.asking import numbers_in
from studynotes.questions.concluding import names_choice
from studynotes.questions.doubting import doubts
from studynotes.questions.lines import Line, Role, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studynotes.model import Block, Collection, Section

_ITEM = re.compile(r"(?:[(（]\s*(\d+)\s*[)）]|(\d+)\s*[.．)）:：](?!\d+\.\d))\s*(\S.*)")
# The answer to one question that it names, wherever it stands: （第1問の答え：ⓑ）
_OF_ONE = re.compile(
    rf"[(（【\[]?\s*(?P<question>第\s*{phrases.NUMBER}\s*問|(?:問題?|設問|Q)\s*{phrases.NUMBER})\s*の\s*"
    r"(?:答え?|こたえ|正解|正答|解答)\s*(?:は|[:：])\s*(?P<answer>[^()（）。]+?)\s*[)）】\]]?"
)
# … in a line that tells of it: 問1は(2)が正解。…, 問3の答えは(5)。…, 問2、…、よって正解は(3)。
_TOLD_LABEL = r"[(「]?(?:[1-9A-Ja-jア-コ①-⑩])[)」]?"
_TELLS = re.compile(
    rf"(?:問題?|設問|Q)\s*[(]?(?P<number>\d{{1,3}})[)]?\s*(?:"
    rf"は\s*(?P<label>{_TOLD_LABEL})\s*(?:が(?:正解|正答|答え)(?:です|でした)?|です|でした)?(?:。|$)"
    rf"|(?:の(?:答え|正解|正答|解答)は|[、は](?:(?!正解|正答|答え)[^。])*(?:正解|正答|答え)は)\s*"
    rf"(?P<concluded>{_TOLD_LABEL})\s*(?:です|でした|となる|になる)?(?:。|$))"
)
_NOTE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")  # 解答（スクロール注意）
_RULED = "―—–‐-－ー=＝~〜・*＊ 　:："  # around a title: ―――答え―――
_SIGN_FIRST = re.compile(r"[○◯〇×✕✗](?=$|[\s　(（、。])")
_BLANK = re.compile(
    r"(?:問題?|Q|No)?\s*[.．]?\s*[(（]?\d{1,3}\s*[)）.．:：]?", re.IGNORECASE
)  # an entry without its answer
# 1 A: in a list of answers only
_BY_SPACE = re.compile(r"(\d{1,3})[\s　]+([(（「]?(?:[1-9A-Ja-jア-コロハニホヘト①-⑩])[)）」]?(?=$|[\s　(（、。]).*)")
_BY_EQUALS = re.compile(r"(\d{1,3})\s*=\s*([(「]?(?:[1-9A-Ja-jア-コ①-⑩])[)」]?)(?=$|[\s(、。,:.])(.*)")  # 1=4)　理由
_RULE = re.compile(r"[\W_ー]+")  # a line drawn with characters
# 1-C: a letter, and nothing that could make 1-C itself a question's number
_BY_HYPHEN = re.compile(r"(\d{1,3})\s*[-–—ー]\s*([A-Ja-jア-コ](?=$|[\s(、。,:.])(?!\s*[(:]?\s*\d).*)")
# A line by itself that is set off as a heading is, and what may stand beneath it: a label, with its reason at most.
_TITLE = re.compile(r"\s*[▼▽■□◆◇●○★☆▶▷►＜<《【\[〔]")
_BY_KANJI = re.compile(r"([一二三四五六七八九十]{1,3})\s*(?:\.{2,}|[.、:)]|→)\s*([^.\s].*)")
# A remark on single questions: ※問5は…, (3)と(4)は…
_REMARK = re.compile(
    r"\s*(?:[※*＊注]+\s*)?"
    r"(?P<numbers>(?:(?<=[※*＊注])|(?<=[※*＊注]\s)|問題?|設問|Q|No\.?|(?=\d{1,3}番))\s*[(]?\d{1,3}[)]?番?"
    r"(?:\s*[、,・と]\s*(?:問題?|設問|Q|No\.?)?\s*[(]?\d{1,3}[)]?)*)"
    r"\s*(?:は|の(?:答え|解答|正解)|に?ついて|、)(?P<said>.+)"
)
_WITHDRAWS = re.compile(
    r"取り?消|除外|無効|訂正|修正|誤植|誤り|間違|差し?替|正解なし|解なし|全員|出題ミス|未発表|発表待ち"
)
_LEADS = re.compile(r"^[→⇒➡:：=\s　]+")  # from a number to its answer
_ASIDE = re.compile(r"\s*[(（][^()（）]{1,12}[)）]$")  # …である。（○か×か）
_NEXT = re.compile(
    r"[\s、,/／|｜]+(?=(?:問題?|Q|第)\s*\d|[(（]?\d{1,3}\s*[)）:：.．])"
    r"|\s*[/／|｜]\s*(?=\d{1,3}[\s　]+[(（「]?[1-9A-Ja-jア-コ①-⑩])"  # 101 (B) / 102 (D)
)
# A heading that gives answers, and no one's own ones: 解答, 正解一覧, 第1章の解答, クイズの答え.
_HEADING = re.compile(
    rf"[【\[<〈《]?(?:(?:ここから|以下)(?:は|が|、)?|(?P<whose>[^。?]{{0,12}})(?:の|\s+))?(?:模範|標準|公式)?{answerlines.WORD}(?:\s*(?:一覧表?|値?表|例|集|編|と解説|[・&]?解説|合わせ|[Kk]ey|[Kk]eys))?\s*[】\]>〉》]?\s*:?",
    re.IGNORECASE,
)
_EXPLANATIONS = re.compile(r"[【\[]?(?:各問の?)?(?:解説|補足説明|説明)(?:\s*\([^()]*\)|メモ|一覧)?[】\]]?")
_TOLD = re.compile(r"正解|正答|答え|解答|訂正|修正")
_LEADING = re.compile(
    rf"[【\[]?{answerlines.WORD}(?:一覧|一覧表|表|集)?(?:[】\]]?\s*[:：]|[】\]]|[\s　])\s*"
    r"(?=(?:問題?|Q|第|[(（])\s*\d)",
    re.IGNORECASE,
)
_PAIRED = re.compile(rf"\s*[【\[(]\s*{answerlines.WORD}\s*[】\])]\s*(?P<pairs>\d.*)")
_QUESTIONS = re.compile(
    r".*(?:章|節|回|部|編|年度?|問題|問|クイズ|テスト|試験|演習|練習|例題|確認|ドリル|quiz|test|chapter).*",
    re.IGNORECASE,
)
_WITH_CHOICES = 4  # blocks: a question, and as many of the choices beneath it as tell that it is one
_DAYS = re.compile(r"今日|本日|きょう|昨日|きのう|前日|今週|先週")  # 今日の答え; not 今日の解答, which may be one's own


def answers_of(collection: Collection) -> Mapping[str, str]:
    """What the file's answer lists give, by question number; by :func:`scoped` number for one section's questions.

    A list stands beneath a heading (or a bold line) that says only 解答, 正解一覧 or the like (自分の解答 is none); its
    lines begin with the number of a question, or a table has a column of them and one called 解答, 正解, …. A paragraph
    may say so itself (``答：Q1 ア / Q2 ウ``), or answer one question that it names (``第1問の答え：ⓑ``). It is for
    the section that it closes, or that it is named after (第1章の解答), and else for the file. A number that two
    questions have, or that is answered twice and differently, counts for none: nobody could tell. The mark of right
    choices that the file tells (:mod:`~studynotes.questions.legend`) comes along, and so do its runs of statements
    (:mod:`~studynotes.questions.runs`) and the numbers that remarks withdraw (:func:`taken_back`).
    """
    found = _Found()
    for section in collection.pages:
        _read(section, collection, found)
    for number in found.withdrawn:
        found.given.setdefault(number, set()).add("")
    single = {number: next(iter(answers)) for number, answers in found.given.items() if len(answers) == 1}
    answers = {number: answer for number, answer in single.items() if found.asked[number] == 1}
    answers |= dict.fromkeys(map(taken_back, found.withdrawn), "")
    answers |= legend.legend_of(collection)
    numbered = runs.runs_of(collection)
    answers |= {runs.NAME: numbered} if numbered else {}
    return answers | {statement(number): answer for number, answer in single.items() if found.stated[number] == 1}


@dataclass(slots=True)
class _Found:
    """What a file asks, states and answers, by number."""

    asked: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    given: dict[str, set[str]] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)


def _read(section: Section, collection: Collection, found: _Found) -> None:
    """Add what one section asks and answers."""
    blocks = (section.heading, *section.blocks) if section.heading else section.blocks
    within: Section | None = None
    explained = False
    here: Counter[str] = Counter()
    beneath: Block | None = None  # a title: its list
    for at, block in enumerate(blocks):
        if block is beneath:
            continue
        found.withdrawn.update(each for number in _taken_back(block) for each in (number, scoped(section, number)))
        if block.kind is Kind.HEADING or _is_bold_line(block):
            meant = section if here else _named_in(block.text, collection) or section
            part = answerparts.section_named(block.text, collection) if within else None
            within = part if part and part is not section else meant if is_answer_list(block.text) else None
            explained = _EXPLANATIONS.fullmatch(phrases.bare(block.text)) is not None
        together, beneath = _by_itself(blocks, at) if within is None else ([], None)
        within = (within and answerparts.title_of(block, collection)) or within
        parts = list(answerparts.parted(block, collection)) if within else []
        named = _of_one(block)
        for part, number, answer in parts:
            found.given.setdefault(scoped(part, number), set()).add(answer)
        if told := list(_told_in(block)):
            for number, answer in told:
                found.given.setdefault(number, set()).add(answer)
                found.given.setdefault(scoped(section, number), set()).add(answer)
        elif parts:
            continue
        elif named:
            found.given.setdefault(named[0], set()).add(named[1])
        elif within is None and not together:
            here.update(_asked_in(blocks, at, explained=explained))
            for number, _ in numbered_statements([block]):
                found.stated.update((number, scoped(section, number)))
        else:
            for number, answer in together or _entries(block):
                found.given.setdefault(number, set()).add(answer)
                found.given.setdefault(scoped(within or section, number), set()).add(answer)
    found.asked.update(here)
    found.asked.update({scoped(section, number): count for number, count in here.items()})


def _by_itself(blocks: Sequence[Block], at: int) -> tuple[Sequence[tuple[str, str]], Block | None]:
    """The answers of a block that says itself that it gives them, and the one beneath, where it is only their title."""
    block = blocks[at]
    together = _together(block) or (answertables.tabled(block) if block.kind is Kind.TABLE else ())
    if together or block.kind not in (Kind.PARAGRAPH, Kind.HTML) or at + 1 == len(blocks):
        return together, None
    listed = _beneath_title(list(lines_of(blocks[at : at + 2])), block)
    return listed, blocks[at + 1] if listed else None


def _taken_back(block: Block) -> Iterator[str]:
    """The numbers of the questions that a remark withdraws (``※問5は採点から除外します``, ``(3)は訂正があるかも``)."""
    for line in lines_of([block]) if block.kind in (Kind.PARAGRAPH, Kind.BULLET_LIST) else ():
        found = _REMARK.match(phrases.plain(line.text)) if len(line.text) <= phrases.LONGEST else None
        if found and (_WITHDRAWS.search(found["said"]) or doubts(found["said"])):
            yield from re.findall(r"\d+", found["numbers"])


def _asked_in(blocks: Sequence[Block], at: int, *, explained: bool) -> Iterator[str]:
    """The numbers of the questions that begin in a block; beneath 解説 (``explained``) those are told of elsewhere."""
    lines = list(lines_of([blocks[at]]))
    if explained and all(map(_only_explains, lines)):
        return iter(())
    return numbers_in(lines, list(lines_of(blocks[at : at + _WITH_CHOICES])))


def _only_explains(line: Line) -> bool:
    """Whether a line asks nothing, and neither gives an answer nor doubts one or takes it back."""
    asks = phrases.is_question(line.text) or phrases.has_gap(line.text)
    answers = _TOLD.search(phrases.plain(line.text)) is not None or names_choice(line.text)
    return not asks and not answers and not doubts(line.text) and not answerlines.revises(line.text)


def scoped(section: Section, number: str) -> str:
    """A number that counts in one section only."""
    return f"{section.slug}#{number}"


def statement(number: str) -> str:
    """The name under which the answer to a numbered statement is given, which asks nothing by itself."""
    return f"={number}"


def taken_back(number: str) -> str:
    """The name under which a question or statement is remarked on as withdrawn, or in doubt."""
    return f"!{number}"


def numbered_statements(blocks: Sequence[Block]) -> Iterator[tuple[str, Line]]:
    """Sentences with a number before them (``3. …である。``, ``４．…``, items of an ordered list), and that number."""
    counts: dict[int, int] = {}
    for line in lines_of(blocks):
        shown = ""
        if line.role is Role.ITEM and line.own_number is not None and line.depth == 1:
            counts[line.group] = counts[line.group] + 1 if line.group in counts else line.own_number
            shown = str(counts[line.group])
        elif line.role is Role.TEXT:
            found = _ITEM.fullmatch(phrases.plain(line.text))
            shown = (found[1] or found[2]) if found else ""
        said = _ASIDE.sub("", line.text.rstrip())
        if shown and said.endswith(("。", "．")) and not phrases.is_question(said):
            yield shown, line


def _named_in(heading: str, collection: Collection) -> Section | None:
    """The one section that a heading like 第1章の解答 is named after."""
    found = _HEADING.fullmatch(phrases.bare(heading))
    whose = found["whose"] if found else None
    named = [section for section in collection.pages if whose and phrases.bare(section.title).startswith(whose)]
    named = [section for section in named if not is_answer_list(section.title)]
    return named[0] if len(named) == 1 else None


def is_answer_list(text: str) -> bool:
    """Whether a heading says that answers follow (``解答``, ``正解一覧``, ``クイズの答え``; not ``友人の解答``)."""
    value = phrases.bare(text).strip(_RULED)
    found = _HEADING.fullmatch(value)
    if found is None or not found["whose"]:
        return found is not None
    days = _DAYS.fullmatch(found["whose"]) and re.search(r"(?:正解|正答|答え|こたえ)", value)
    return bool(_QUESTIONS.fullmatch(found["whose"]) or re.fullmatch(r"\d+(?:[.-]\d+)*", found["whose"]) or days)


def opens_list(lines: Sequence[Line]) -> bool:
    """Whether lines begin with a list of answers in a paragraph (``答：Q1 ア / Q2 ウ``, ``■解答■`` above ``(1) 3``)."""
    if not lines[0].opens_block or lines[0].role is not Role.TEXT:
        return False
    return bool(_entries_of(lines) or _beneath_title(lines, lines[0].block) or list(_told_in(lines[0].block)))


def names_question(text: str) -> bool:
    """Whether a line is the answer to a question that it names (``（第1問の答え：ⓑ）``)."""
    return len(text) <= phrases.LONGEST and _OF_ONE.fullmatch(phrases.plain(text).strip()) is not None


def _told_in(block: Block) -> Iterator[tuple[str, str]]:
    """Numbers and answers of a paragraph that tells of several questions, a line each (``問1は(2)が正解。…``)."""
    if block.kind is not Kind.PARAGRAPH or "\n" not in block.text:
        return
    lines = [line for line in lines_of([block]) if not line.struck and len(line.text) <= phrases.LONGEST]
    found = [each for line in lines if (each := _TELLS.match(phrases.bare(line.text))) and not doubts(line.text)]
    for each in found if len(found) >= answertables.FEW else ():
        yield each["number"], each["label"] or each["concluded"]


def _of_one(block: Block) -> tuple[str, str] | None:
    """The number and the answer in a paragraph that is the answer to one question."""
    if block.kind is not Kind.PARAGRAPH or "\n" in block.text:
        return None
    line = next(iter(lines_of([block])))
    found = _OF_ONE.fullmatch(phrases.plain(line.text).strip())
    return (phrases.number(found["question"]), found["answer"]) if found and not line.struck else None


def _together(block: Block) -> Sequence[tuple[str, str]]:
    """The answers of a paragraph that says so itself."""
    lines = list(lines_of([block])) if block.kind in (Kind.PARAGRAPH, Kind.QUOTE) else []
    return _entries_of(lines) if lines else ()


def _entries_of(lines: Sequence[Line]) -> Sequence[tuple[str, str]]:
    """The answers in ``答：Q1 ア / Q2 ウ``, or in the lines beneath one that is only 解答; two at least, else none."""
    block = lines[0].block
    while len(lines) > 1 and _RULE.fullmatch(lines[0].text) and lines[1].block is block:
        lines = lines[1:]
    first = lines[0]
    start = _LEADING.match(phrases.undecorated(first.text))
    if start:
        begin = first.text.index(start.group()) + start.end()
        rest = [first.part(begin, len(first.text), opens_block=True), *_more(lines)]
    elif is_answer_list(first.text):
        rest = _more(lines)
    elif (paired := _PAIRED.match(phrases.plain(first.text))) and not _more(lines):
        return _pairs(paired["pairs"])
    else:
        return ()
    parts = _parts(rest)
    found = list(_numbered(parts))
    return found if found[1:] and len(found) == len(parts) else ()


def _more(lines: Sequence[Line]) -> list[Line]:
    """The further lines of the block that the first one is of."""
    return [line for line in lines[1:] if line.block is lines[0].block]


def _pairs(text: str) -> list[tuple[str, str]]:
    """The answers in ``１　ウ　２　イ　３　ア``: numbers that count on, three at least, each with what is behind it."""
    words = text.split()
    numbers, answers = words[::2], words[1::2]
    counts = all(word.isdigit() for word in numbers) and len(numbers) == len(answers) > answertables.FEW
    return list(zip(numbers, answers, strict=True)) if counts and _count_on(numbers) else []


def _count_on(numbers: Sequence[str]) -> bool:
    return all(int(after) == int(before) + 1 for before, after in pairwise(numbers))


def _parts(lines: Iterable[Line]) -> list[Line]:
    """The entries of a list of answers, those that are left blank not among them."""
    return [part for line in lines for part in _apart(line) if not _BLANK.fullmatch(phrases.bare(part.text))]


def _beneath_title(lines: Sequence[Line], title: Block) -> Sequence[tuple[str, str]]:
    """The answers in the block beneath a line by itself (``▼解答``, ``【こたえ】``, ``ここから解答``).

    Each of its lines must be a question's number, and nearly all a label (what explains it may follow), as steps
    never are; beneath a line without any sign there are three at least.
    """
    if title.kind not in (Kind.PARAGRAPH, Kind.HTML) or not lines[1:] or lines[1].block is title:
        return ()
    if not is_answer_list(_NOTE.sub("", lines[0].text)):
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
        parts: Sequence[object] = rows
    else:
        parts = _parts(rest)
        found = list(_numbered(parts))
    labelled = [answer for _, answer in found if _is_short(answer)]
    least = answertables.FEW if _TITLE.match(lines[0].text) else answertables.FEW + 1
    every = len(found) == len(parts) and len(labelled) * 3 >= len(found) * 2
    return found if len(labelled) >= least and every else ()


def _is_short(answer: str) -> bool:
    """Whether an answer begins with a label, or is ○ or ×."""
    return bool(answertables.LABEL_FIRST.match(phrases.plain(answer)) or _SIGN_FIRST.match(answer))


def _is_bold_line(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and all(run.strong for run in block.inlines if run.text.strip())


def _entries(block: Block) -> Iterator[tuple[str, str]]:
    if block.kind is Kind.TABLE:
        yield from answertables.entries(block)
    else:
        yield from _numbered(part for line in lines_of([block]) for part in _apart(line))


def _apart(line: Line) -> Iterator[Line]:
    """A line with several answers (``問1：②　問2：③``) as one line for each."""
    gaps = list(_NEXT.finditer(line.text))
    starts = [0, *(found.end() for found in gaps)]
    ends = [*(found.start() for found in gaps), len(line.text)]
    parts = [line.part(start, end, opens_block=start == 0) for start, end in zip(starts, ends, strict=True)]
    every = all(
        phrases.numbered(part.text) or _ITEM.fullmatch(bare) or _BY_SPACE.fullmatch(bare)
        for part in parts
        for bare in [phrases.bare(part.text)]
    )
    yield from parts if parts[1:] and every and line.role is not Role.CODE else [line]


def _numbered(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    shown = 0
    for line in lines:
        if line.role is Role.CODE or line.struck:
            continue
        item = _ITEM.fullmatch(phrases.bare(line.text))
        if line.own_number is not None and line.depth == 1:
            shown = shown + 1 if shown else line.own_number
            yield str(shown), phrases.plain(line.text).strip()  # signs and all: ``-r`` is an answer
        elif rest := phrases.numbered(line.text):
            yield phrases.number(line.text), re.sub(r"^(?:の?(?:正解|答え?|解答)は?|[:：→=-])+\s*", "", rest)
        elif item:
            yield item[1] or item[2], _LEADS.sub("", item[3])
        elif by_space := _BY_SPACE.fullmatch(phrases.bare(line.text)):
            yield by_space[1], by_space[2]
        elif by_equals := _BY_EQUALS.fullmatch(phrases.bare(line.text)):
            yield by_equals[1], f"{by_equals[2]}　{by_equals[3]}".strip()
        elif by_hyphen := _BY_HYPHEN.fullmatch(phrases.bare(line.text)):
            yield by_hyphen[1], by_hyphen[2]
        elif by_kanji := _BY_KANJI.fullmatch(phrases.bare(line.text)):
            yield phrases.figure_of(by_kanji[1]), by_kanji[2]
