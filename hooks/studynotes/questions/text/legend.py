"""What a file says of its own marks: ``太字が正解``, ``★＝正解``, ``[x] が正解``, and where it then asks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.question import Words, plain
from studynotes.questions.text import runs
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.text.strikingout import strike
from studynotes.questions.words import labels, lighting, phrases, whose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Block, Collection, Section
    from studynotes.questions.stretches.groups import Group, Option
    from studynotes.questions.text.judgements import Ask

NAME = "legend"
_BULLET = "・"
SHAPES, PLACES, CHANGES = "legend's shapes", "legend's places", "legend's changes"
BOLD, CHECKED, LEFT = "bold", "checked", "left"  # LEFT: what is not struck out
LIT = "lit"  # set off by colour in raw HTML; with "/red" behind it, if the words name that colour
_UNDERLINED = f"{LIT}/underlined"
ITEM, PARAGRAPH = "item", "p"  # the shapes of a numbered list's item, and of a line above a list
_TICKS = "✅✔☑✓"
_CIRCLES = "○◯〇⭕"
_SIGNS = f"★☆●■◆▲◎{_CIRCLES}{_TICKS}"
RIGHT_SIGNS = f"◎{_CIRCLES}{_TICKS}"
_SHOWN = f"◎○{_TICKS}"  # one for all circles
_NAMES = {"二重丸": "◎", "花丸": "◎", "丸": "○", "まる": "○", "マル": "○", "星": "★"}  # of signs, as people call them
# 自分の答え and 答えたもの are the learner's; 正解した問題 and 正解率 tell of the learning.
_RIGHT = (
    r"(?<![分私身し僕俺者ち]の)(?<![んだうた])(?:(?:それ|これ|そこ)が)?(?:正解|正答|正しい(?:答え|選択肢|肢)|答え|答(?!え)|こたえ|\bcorrect(?:\s+(?:answers?|ones?|choices?))?)"
    r"(?![率数済たてるか合?]|し[たてま]|でき|で(?:は|も)|じゃ|と(?:は|思)|を選)"
)
_OF_MARK = r"(?:印|じるし|マーク)"
_ALONE = r"(?=\s*(?:$|[。、)」がをは=:→]|付|つ|のもの|の?ある|のつ|の付))"  # and no まるで, 星の数
_SIGN = rf"[{_SIGNS}]\ufe0f?{_OF_MARK}?|(?:{'|'.join(_NAMES)})(?:{_OF_MARK}|{_ALONE})"
_MARK = rf"(?P<mark>太字|ボールド|\bbold\b|下線(?!部)|アンダーライン|{_SIGN}|\[[xX]\]|{lighting.COLOURED})"
_PUT = rf"(?P<put>[{_SIGNS}])\ufe0f?"
_OTHER = _MARK.replace("mark", "other")
# チェック alone is what one does, not what stands there: 答えをチェック, チェック→答え合わせ
_SET = r"(?:付い|つい|入っ|はいっ|引い|ひい|付け|つけ|入れ)"
_TICK = rf"(?P<tick>チェック(?:(?:が|の|を)?{_SET}(?:て(?:い?る|ある)|た)|(?:が|の)?(?:付き|つき|あり)|済み?|した)?)"
_THAT = (
    rf"(?:(?:が|を|の)?(?:{_SET}(?:て(?:いる|る|ある)|た)|付き|つき)(?:もの|選択肢|肢|項目|ところ|方|の)?"
    r"|(?:の|に(?:した|なっている|してある)|で(?:示した|書いた))?\s*(?:もの|選択肢|肢|項目|ところ|部分|方|の)?)?"
)
# What is left of choices that are struck out one by one: 消して、残ったのが答え
_LEFT = re.compile(rf"残っ(?:た|ている)(?:もの|の|選択肢|肢|方|1つ|一つ)?\s*(?:が|は|=|:|→)\s*(?P<left>{_RIGHT})")
_ANSWER = re.compile(
    rf"\W*(?:正解|正答|解答|回答|答え?|こたえ)\W*?\s*[:：]?\s*[{_SIGNS}]\W*"
)  # 答え：○ answers one question
_PAIRED = rf"(?P<paired>[{_SIGNS}])\ufe0f?\s*[=:]?\s*(?:正解|正答)\s*[/、,・|\s]\s*[{runs.NO}]\ufe0f?\s*[=:]?\s*不正解"
_LEGEND = re.compile(
    rf"{_PAIRED}|{_MARK}\s*{_THAT}\s*(?:が|は|=|:|→|-|\.{{2,}}|\b(?:is|are|means?)\b)\s*(?:the\s+)?(?:{_RIGHT}|{whose.BOOKS_ANSWER}|正しいもの(?=$|[。)]|です))|{_TICK}\s*{_THAT}\s*(?:が|=)\s*{_RIGHT}"
    rf"|{_RIGHT}(?:の(?:選択肢|肢|ところ|とこ|もの|方|ほう)|(?:になる|にする|となる)(?:番号|もの|選択肢|肢|方))?\s*(?:(?:は|が|を|に(?:は)?|=|:|→|\b(?:is|are)\b(?:\s+(?:in|marked)(?:\s+(?:with|by|in|as))?)?)\s*{_OTHER}"
    rf"|(?:は|に(?:は)?|の)[^。、{_SIGNS}]{{0,14}}{_PUT}\s*(?:を|が)?\s*(?:つけ|付け|つい|付い|書|入れ)"
    rf"|(?:の?(?:後ろ|うしろ|あと|前|横|よこ|頭|先頭|左|右|脇))?に(?:は)?\s*(?P<beside>[{_SIGNS}])\ufe0f?\s*(?:$|。)"
    rf"|には?\s*(?P<ticked>チェック)(?:[がを]?{_SET}|済|あり|$|。))",
    re.IGNORECASE,
)
_OWN_ANSWERS = re.compile(
    r"(?:自分|私|僕|俺)の(?:答え|解答|回答|予想)(?:を|は)[^。、]{0,10}(?:書く|書いた|書いて(?:ある|おく|いる)|記入(?:する|した)?|入れる|入れた"
    r"|つける|つけた|付ける|付けた)(?=$|[。、)])"
)
# 太字わすれた、ウ！: the mark is not there, and this is what it would stand on
_FORGOTTEN = re.compile(
    r"[\W_]*(?:太字|チェック|印|しるし|マーク|丸|星|下線)(?:を|に)?(?:つけ|付け|し|入れ|引き|する)?(?:るの)?(?:を)?(?:忘れ|わすれ)(?:て(?:い?る|い?た)|た)"
    rf"[、。!\s　]*(?P<label>[A-Ja-j]|[1-9]|[{labels.KATAKANA}])(?=$|[!。、\s　])"
)
_WHICH = re.compile(r"どれ|どの|いずれ|次のうち|(?:もの|の)は[?？]?\s*$")
_WRONG_SIGNS = frozenset(runs.NO)
_LEFT_OPEN = re.compile(r"(?<=.{6})は\W*$")
_CHANGED = re.compile(r"から(?:は|、)|以降|変え|変更|今後|これから|次回")  # 2回目からは印の付け方を変える：★＝正解
_LINES = 12  # from the file's beginning, where such words stand
_LEAST_CHOICES, _LEAST_LISTS = 3, 2


def legend_of(collection: Collection) -> Mapping[str, str]:
    """The mark of right choices that a file's beginning or a heading tells, by ``NAME``; nothing where they tell none.

    It is ``BOLD``, ``CHECKED`` or a sign. By ``SHAPES`` come the places where two questions at least have lists that
    are marked so: beneath a heading of some level (``h3``), within a numbered list's item (``ITEM``). There a list
    with the mark is a question's, though no question sentence stands above it. By ``CHANGES`` come the lines from
    which on the file says that another mark is it (:func:`in_force`).
    """
    texts = [collection.title, *(page.label for page in collection.pages[2:])]
    for page in collection.pages[:2]:
        blocks = page.all_blocks
        lines = islice(lines_of(blocks), _LINES)
        texts += [f"[x] {line.text}" if line.checked else line.text for line in lines if line.role is not Role.CODE]
    if any(denies_own(text) for text in texts):
        return {}
    values = [value for text in texts if not _ANSWER.fullmatch(value := phrases.plain(text))]
    told = [(value, found) for value in values if (found := _LEGEND.search(value))]
    told = [each for each in told if not _CHANGED.search(each[0])] or told
    marks = {_kind(next(filter(None, found.groups()))) for _, found in told}
    marks |= {LEFT for value in values if _LEFT.search(value)}
    if len(marks) != 1:
        return {}
    mark = marks.pop()
    places = " ".join(map(str, sorted(set(_places(collection, mark)))))
    changes = " ".join(f"{number}:{other}" for number, other in _changes(collection) if other != mark)
    more = {CHANGES: changes} if changes else {}
    return {NAME: mark, SHAPES: " ".join(_shapes(collection, mark)), PLACES: places, **more}


def denies_own(text: str) -> bool:
    """Whether a line says that the learner's own answers are written there (``表に自分の答えを書く。``)."""
    return "の" in text and len(text) <= phrases.LONGEST and _OWN_ANSWERS.search(phrases.plain(text)) is not None


def _changes(collection: Collection) -> Iterator[tuple[int, str]]:
    """The lines of a file that tell that from there on a mark is the right choices', and that mark."""
    paragraphs = (block for page in collection.pages for block in page.blocks if block.kind is Kind.PARAGRAPH)
    for block in paragraphs:
        for line in lines_of([block]) if _CHANGED.search(block.text) else ():
            value = phrases.plain(line.text) if len(line.text) <= phrases.LONGEST else ""
            told = _LEGEND.search(value) if _CHANGED.search(value) else None
            if told:
                yield line.number, _kind(next(filter(None, told.groups())))


def in_force(listed: Mapping[str, str], line: int) -> str:
    """The mark of right choices at a line, as the file tells it above (``2回目からは ★＝正解``); ``""`` if none."""
    mark = listed.get(NAME, "")
    for change in listed.get(CHANGES, "").split():
        number, _, other = change.partition(":")
        mark = other if int(number) <= line else mark
    return mark


def is_placed(above: Sequence[Line], listed: Mapping[str, str]) -> bool:
    """Whether the last of the lines ``above`` choices stands as the file's questions do (:func:`_places`)."""
    return bool(above) and str(above[-1].number) in listed.get(PLACES, "").split()


class Shown:
    """The mark of right choices that a file shows by example, read section by section."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._judges = False

    def read(self, section: Section) -> None:
        """Count the lists of a section beneath questions that ask which one (``どれか``, ``認可するのは？``)."""
        blocks = section.all_blocks
        for above, below in pairwise(blocks):
            if below.kind not in (Kind.BULLET_LIST, Kind.ORDERED_LIST) or len(below.children) < _LEAST_CHOICES:
                continue
            lines = [line for line in lines_of([below]) if line.role is Role.ITEM and line.depth == 1]
            self._judges = self._judges or any(set(line.text) & _WRONG_SIGNS for line in lines)
            if phrases.is_question(above.text) and _WHICH.search(phrases.plain(above.text)):
                for mark in (CHECKED, *_SHOWN):
                    self._counts[mark] += sum(_is_borne(mark, line, line.words()) for line in lines) == 1

    def habit(self) -> str:
        """The mark, a sign or :data:`CHECKED`; ``""`` if none is shown.

        At least two such questions have a list of three choices or more with the mark on one alone; and no list of
        the file bears signs of what is wrong, which would make it a judgement.
        """
        found = [mark for mark, count in self._counts.items() if count >= _LEAST_LISTS]
        return found[0] if len(found) == 1 and not self._judges else ""


def is_told(text: str) -> bool:
    """Whether a line tells what marks the right choices (``答えは太字にする。``)."""
    return len(text) <= phrases.LONGEST and _LEGEND.search(phrases.plain(text)) is not None


def alike(sign: str) -> str:
    """The signs that are the same to people (``○``, ``◯``, ``〇``)."""
    return _CIRCLES if sign and sign in _CIRCLES else sign


def _kind(mark: str) -> str:
    if mark[0] in _SIGNS:
        return "○" if mark[0] in _CIRCLES else mark[0]
    if re.fullmatch(lighting.COLOURED, mark):
        colour = lighting.told_colour(mark)
        return f"{LIT}/{colour}" if colour else LIT
    named = next((sign for name, sign in _NAMES.items() if mark.startswith(name)), "")
    if named or mark in ("下線", "アンダーライン"):
        return named or _UNDERLINED
    return CHECKED if mark[:1] in "[チ" else BOLD


def _shapes(collection: Collection, legend: str) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for page in collection.pages:
        blocks = page.all_blocks
        for above, below in pairwise(blocks):
            if above.kind is Kind.PARAGRAPH and phrases.is_question(above.text) and _is_marked(below, legend):
                counts[PARAGRAPH] += 1
            if above.kind is Kind.HEADING and _asks(above.text) and _is_marked(below, legend):
                counts[f"h{above.level}"] += 1
        for list_ in (block for block in blocks if block.kind is Kind.ORDERED_LIST):
            for item in list_.children:
                asks = item.children[:1] and phrases.is_question(item.children[0].text.split("\n")[-1])
                counts[ITEM] += bool(asks and item.children[1:] and _is_marked(item.children[1], legend))
    return (shape for shape, count in counts.items() if count >= _LEAST_LISTS)


def _places(collection: Collection, legend: str) -> Iterator[int]:
    """The lines right above choices with the mark that stand as the file's questions do, whatever their words are.

    That is, items of a list of which others ask, each with a list of boxes within; and paragraphs that begin with a
    number above labelled choices, where two of those at least ask.
    """
    counted: list[tuple[int, bool]] = []
    for page in collection.pages:
        for block in page.all_blocks:
            if block.kind is Kind.PARAGRAPH:
                counted += _counted_above_choices(block, legend)
            elif block.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST):
                held = [item for item in block.children if item.children[1:] and item.checked is None]
                marked = [item for item in held if _is_marked(item.children[1], legend)]
                if any(phrases.is_question(item.children[0].text) for item in marked):
                    yield from (item.lines.first for item in marked)
    if sum(asks for _, asks in counted) >= _LEAST_LISTS:
        yield from (line for line, _ in counted)


def _counted_above_choices(block: Block, legend: str) -> Iterator[tuple[int, bool]]:
    """A paragraph's first line, and whether it asks, if it has a number above labelled choices, one of them marked."""
    if block.text.count("\n") < _LEAST_CHOICES:
        return
    first, *beneath = lines_of([block])
    label = labels.opening(first.text)
    known: list[str] = []
    marked = 0
    for line in beneath:
        signed = legend in _SIGNS and line.text.lstrip()[:1] in tuple(alike(legend))
        said = line.text.lstrip(f"{alike(legend)}\ufe0f 　") if signed else line.text
        opened = labels.opening(said)
        if opened and labels.follows(known, opened[0]):
            known.append(opened[0])
            marked += signed or _is_borne(legend, line, line.words(len(line.text) - len(said) + opened[1]))
    own = label is not None and known[:1] and labels.is_akin(known, label[0])
    if (
        not own
        and len(known) >= _LEAST_CHOICES
        and 0 < marked < len(known)
        and phrases.counted(phrases.bare(first.text))
    ):
        yield first.number, phrases.is_question(first.text)


def _asks(heading: str) -> bool:
    """Whether a heading asks: as a sentence, or left open behind its number (``1. 一覧を表示するコマンドは 🔁``)."""
    counted = phrases.counted(phrases.bare(heading)) > 0 or phrases.numbered(heading) is not None
    return phrases.is_question(heading) or (counted and _LEFT_OPEN.search(heading) is not None)


def _is_marked(list_: Block, legend: str) -> bool:
    """Whether some items of a list bear the mark, and others do not."""
    lines = [line for line in lines_of([list_]) if line.role is Role.ITEM and line.depth == 1]
    marked = [_is_borne(legend, line, line.words()) for line in lines]
    return list_.kind is Kind.BULLET_LIST and len(lines) >= _LEAST_CHOICES and any(marked) and not all(marked)


def shape_of(line: Line) -> str:
    """The shape that a line stands for, ``""`` for none: a heading's level, a numbered list's item, a line alone."""
    if line.role is Role.HEADING:
        return f"h{line.block.level}"
    if line.role is Role.TEXT:
        return PARAGRAPH if line.opens_block and "\n" not in line.block.text else ""
    return ITEM if line.role is Role.ITEM and line.own_number is not None and line.depth == 1 else ""


def given_up(listed: Mapping[str, str], line: int) -> str:
    """The marks that were the right choices', and are so no more at a line, apart by spaces."""
    changes = [change.partition(":") for change in listed.get(CHANGES, "").split()]
    told = {listed.get(NAME, ""), *(mark for number, _, mark in changes if int(number) <= line)}
    return " ".join(sorted(told - {in_force(listed, line), ""}))


def changes_to(text: str) -> bool:
    """Whether a line tells that from there on another mark is the right choices'."""
    return len(text) <= phrases.LONGEST and _CHANGED.search(text) is not None and is_told(text)


def with_signs_read(lines: Sequence[Line], listed: Mapping[str, str]) -> Iterator[Line]:
    """The lines, the sign of the legend that is in force read as a tick where it begins a choice.

    That is, before the choice's own label (``◎④　200L``), or in place of the bullet that the lines beside it have
    (``★…`` among ``・…``).
    """
    for index, line in enumerate(lines):
        legend = in_force(listed, line.number) if CHANGES in listed else listed.get(NAME, "")
        sign = re.match(rf"[\s　]*[{alike(legend)}]\ufe0f?[\s　]*", line.text) if legend in _SIGNS and legend else None
        forgotten = _FORGOTTEN.match(phrases.plain(line.text)) if NAME in listed and "れ" in line.text else None
        if forgotten:
            yield replace(line, text=f"正解：{forgotten['label']}", code=(), opens_block=True)
        elif not sign or line.role is Role.CODE:
            yield line
        elif labels.opening(line.text[sign.end() :]):
            yield replace(line.part(sign.end(), len(line.text), opens_block=line.opens_block), checked=True)
        elif _is_among_bullets(lines, index, legend):
            moved = line.part(sign.end(), len(line.text), opens_block=line.opens_block)
            code = tuple((start + len(_BULLET), end + len(_BULLET)) for start, end in moved.code)
            yield replace(moved, text=f"{_BULLET}{moved.text}", code=code, checked=True)
        else:
            yield line


def _is_among_bullets(lines: Sequence[Line], index: int, legend: str) -> bool:
    """Whether a paragraph's line stands in a run of such that begin with a bullet (``・…``) or the legend's sign."""
    here = lines[index]

    def is_beside(line: Line) -> bool:
        begins = phrases.bulleted(line.text) > 0 or line.text.lstrip().startswith(tuple(alike(legend)))
        return line.role is Role.TEXT and line.block is here.block and begins

    run = [*takewhile(is_beside, reversed(lines[:index])), *takewhile(is_beside, lines[index:])]
    return here.role is Role.TEXT and any(phrases.bulleted(line.text) for line in run)


def apply(legend: str, group: Group, ask: Ask) -> bool:
    """Mark the choices that bear the legend's mark, if some do and others don't; whether any was marked so.

    Of choices that are struck out one by one so many must be left as the question asks for: else it is unfinished.
    """
    if legend in RIGHT_SIGNS:  # read already, but as what judges a statement
        for option in group.options:
            option.named = option.named or option.verdict is not None
    boxes = [option.line.checked is not None for option in group.options]
    if legend == CHECKED and any(boxes) and not all(boxes):
        return False
    borne = [
        _is_borne(legend, option.line, option.first or option.words)
        or (
            legend in RIGHT_SIGNS and option.verdict is True and any(sign in option.line.text for sign in alike(legend))
        )
        or (legend == CHECKED and option.verdict is True and any(tick in option.line.text for tick in _TICKS))
        for option in group.options
    ]
    if legend.startswith(LIT) and len({option.line.lit for option in group.options} - {""}) != 1:
        return False  # two colours: one of them may be the learner's
    if not any(borne) or all(borne) or (legend == LEFT and sum(borne) != (ask.wanted or 1)):
        return False
    agreeing = (None, False) if legend in RIGHT_SIGNS and not ask.negative else (None,)  # ❌ on the others
    if any(
        option.verdict not in ((None, True) if right else agreeing)
        for option, right in zip(group.options, borne, strict=True)
    ):
        return False  # other marks besides
    for option, right in zip(group.options, borne, strict=True):
        if legend == LEFT and not right:
            strike(option)
        if right:
            _mark(option, legend)
    return True


def _mark(option: Option, legend: str) -> None:
    """Mark a choice as right; what its paragraph goes on with behind the sign at its end (``… ★``) explains it."""
    option.verdict, option.named, option.stated = True, True, option.stated or legend != CHECKED
    if legend not in _SIGNS:
        return
    if option.first and plain(option.first).rstrip("\ufe0f 　").endswith(tuple(alike(legend))):
        option.words, option.reasons = option.first, [*(line.words() for line in option.added), *option.reasons]
    option.words = _without(legend, option.words)


def _is_borne(legend: str, line: Line, words: Words) -> bool:
    """Whether a choice bears the legend's mark."""
    if legend == LEFT:
        return not (line.struck or line.mended)
    if legend == BOLD:
        return line.strong or line.strong_label
    if legend.startswith(LIT):
        if legend == _UNDERLINED:
            return line.lit in ("u", "ins")
        colour = legend.partition("/")[2]
        return bool(line.lit) and colour in ("", lighting.colour_of(line.lit))
    value = plain(words).strip()
    if line.struck and not line.mended and line.checked is None:
        return False  # ~~ビタミンD ★~~: the mark is taken back with the choice
    return line.checked is True or (
        legend in _SIGNS
        and bool(value)
        and (value[0] in alike(legend) or value.rstrip("\ufe0f")[-1:] in tuple(alike(legend)))
    )


def _without(sign: str, words: Words) -> Words:
    first, *others = words
    bare = [first.lstrip(f"{alike(sign)}\ufe0f 　"), *others]
    return (*bare[:-1], bare[-1].rstrip(f"{alike(sign)}\ufe0f 　"))
