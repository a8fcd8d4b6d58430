"""How the writer of one file tells answers, learnt from the file itself where no word for “answer” shows it.

One writes ``☞ B``, another ``b`` alone beneath the choices, a third ``【答(3)】`` in the heading above them. What such
a line looks like without its label is its shape; where one shape stands with question after question, it is the
file's.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from studynotes.questions.question import folded, plain
from studynotes.questions.text import denied, legend
from studynotes.questions.text.inlineruns import by_line
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, lighting, phrases
from studynotes.questions.words.disowning import denies_marks, reneges
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.marks import mark_of
from studynotes.questions.words.otherlabels import takes_back
from studynotes.questions.words.readings import without_readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Block
    from studynotes.questions.stretches.groups import Group

NAME = "habit"
_SIGNS = r"(?:[^\w\s（(「『\[［【〔<＜△]|\ufe0f)*"
_WORD = r"(?:正|答|解|こた|ans|key)[^\s\d\W]{0,4}"
_LINE = re.compile(
    rf"[\s　]*(?P<prefix>{_SIGNS}[\s　]*(?:[\[【(（「]?{_WORD}[\]】)）」]?[\s　]*)?{_SIGNS}[\s　]*)(?P<said>[^\s　].*)",
    re.IGNORECASE,
)
# ### 法令1 【答(3)】
_BEHIND = re.compile(
    rf"(?P<before>.*\S)[\s　]*[【\[(（〔［](?P<prefix>[\s　]*{_WORD}[\s　]*[:：=]?[\s　]*)"
    r"(?P<said>[^【】〔〕\[\]［］]+?)[】\])）〕］][\s　]*",
    re.IGNORECASE,
)
_SET_APART = " \u3000\t)）]］】」』(（「。．.、,:：;；=＝→⇒➡…‥—–-※←"
# B は…, B が…: what is said of a choice; B 選んだ, B 迷った: what the learner did
_OF_CHOICE = re.compile(
    r"[\s　]*(?:が(?!(?:最も)?(?:正解|正しい|適切|答え))|の(?!(?:[2-5二三四五]つ|組み?合わせ))"
    r"|を(?!選(?:べ|ぶ|択))|に(?!な[りる])|で(?![すし])|[はもとやか]|って|選|迷|だと|じゃ|以外|[×✕☓✗✘❌△?？])"
)
_ONE_IN_BRACKETS = rf"(?:[(]|(?<![0-9A-Za-z]))[A-Ja-j1-9{KATAKANA}][)]"
_IN_BRACKETS = re.compile(rf"{_ONE_IN_BRACKETS}(?:\s*(?:と|、|,)\s*{_ONE_IN_BRACKETS})*")
_BRACKETED_LABEL = re.compile(rf"([A-Ja-j1-9{KATAKANA}])[)]")
# 片側21×2でc。, 期限なのでB
_AT_THE_END = re.compile(
    rf"(?:で|ので|から|だから|より|=|→|⇒)\s*([A-Ja-j1-9{KATAKANA}])(?:です|だ|になる)?(?=\s*(?:。|$|[(]))"
)
_POINTS = re.compile(r"→|⇒|➡|=|:")
_EACH = re.compile(rf"[、,。;\s]\s*[(「]?(?P<label>[A-Ja-j1-9{KATAKANA}])[)」]?\s*(?:→|⇒|➡|=|:)")
_KEYCAP = re.compile(r"([0-9])\ufe0f?\u20e3")
_NONE_OF_ANSWERS = re.compile(r"[?？×✕☓✗✘❌△]")
MARKS = "marked "
_LIT = "lit "
_BOLD = "**"  # a style as the others, though it takes no HTML
_LEAST = 3  # questions that have a line of one shape, where nothing else tells what it is
_LONGEST_TITLE = 16  # characters of the line above, as that of a box: what it is called tells what is in it
_SHARE = 0.6  # … of all questions of the file
_COUNTING = 0.8  # of the steps from one label to the next go on by one where these are numbers of questions
_AGREED = 2  # questions whose answer is known otherwise, and the same


@dataclass(frozen=True, slots=True)
class Shown:
    """One question's stretch, its choices, and which of them are right, where that is known."""

    chunk: Sequence[Line]
    group: Group
    right: frozenset[str] | None
    marked: int = 0  # how many are right by marks on them alone, others having none
    places: frozenset[int] = frozenset()  # of those that are right

    @property
    def line(self) -> int:
        """The source line of the first choice, which is a name for the question."""
        return self.group.options[0].line.number


class _Told(NamedTuple):
    """A line that may give an answer: where it is, its shape, the labels, and where what explains them begins."""

    at: int
    shape: str
    named: tuple[str, ...]
    rest: int


def learnt(shown: Sequence[Shown], listed: Mapping[str, str]) -> str:
    """The shapes of lines (one a line) that give answers in the file that all of ``shown`` are of; ``""`` if none does.

    A shape is one of them where a question has just one such line, and either (1) they say the same as the answers that
    are known, of two questions at least and never otherwise, or (2) no answer is known, and most of the file's
    questions have such a line, three at least, which do not all name the same choice nor count on from one to the next
    (those are numbers). Beside them, where the choices of three of the file's questions at least have ticked boxes
    (``- [x]``) or one circled label (``◯3 …``), how many; of one, where the file (``listed``) says what mark is the
    answer's, with any mark.
    """
    meant = legend.NAME in listed
    marked = [each for each in shown if each.right and each.group.start and _bears_marks(each.group, told=meant)]
    kinds = Counter(_kind(each.group, told=meant) for each in marked)
    enough = [each for each in marked if kinds[_kind(each.group, told=meant)] >= (1 if meant else _LEAST)]
    marks = sorted({_marks(each.chunk, each.group, told=meant) for each in enough})
    if all(each.right is not None for each in shown):
        return "\n".join(marks)
    if denied.LIT not in listed.get(denied.NAME, "").split():
        marks += [f"{_LIT}{style}" for style in _lit_styles(shown)]
    if _BOLD not in listed.get(denied.NAME, "").split() and not meant and _is_bold_right(shown):
        marks.append(f"{_LIT}{_BOLD}")
    told: dict[str, list[tuple[Shown, _Told]]] = {}
    for each in shown:
        found = list(_told_in(each.chunk, each.group))
        alike = Counter(_behind_title(line.shape) for line in found)
        for line in found:
            if alike[_behind_title(line.shape)] == 1:
                told.setdefault(line.shape, []).append((each, line))
    known = sum(each.right is not None for each in shown)
    return "\n".join([*marks, *(shape for shape, lines in told.items() if _is_habit(lines, len(shown), known))])


def _lit_styles(shown: Sequence[Shown]) -> Iterator[str]:
    """The colours or classes of the choices that answer, question after question.

    Of three questions at least, and most of the file's, so many choices as are asked for have that style and no others
    have one; these are not always the same ones, and never others than the answers that are known; nothing else in the
    questions' stretches has that style.
    """
    styles = {option.line.lit for each in shown for option in each.group.options} - {""}
    prose = (line for each in shown for line in each.chunk if line.role is not Role.CODE)
    if not styles or any(denies_marks(line.text) or lighting.is_otherwise(line.text) for line in prose):
        return
    for style in sorted(styles):
        bearing = [each for each in shown if any(option.line.lit == style for option in each.group.options)]
        fitting = [(each, labelled) for each in bearing if (labelled := _lit(each.chunk, each.group, style))]
        elsewhere = any(style in lighting.styles_in(block) for each in shown for block in _blocks_around(each))
        known = all(each.right is None or each.right == set(named) for each, named in fitting if all(named))
        asking = sum(any(phrases.is_question(line.text) for line in each.chunk[: each.group.start]) for each in shown)
        enough = len(fitting) >= max(_LEAST, _COUNTING * len(bearing), _SHARE * asking)
        if enough and known and not elsewhere and len({places for _, places in fitting}) > 1:
            yield style


def _is_bold_right(shown: Sequence[Shown]) -> bool:
    """Whether bold choices answer: three questions at least, and all of the file's, have so many as they ask for.

    One that is doubted beneath its choices (``どちらも太字にしておく。先生に聞く``) shows nothing. These are not always
    the same ones, and none of another answer that is known; and nobody tells of his own.
    """
    prose = [line.text for each in shown for line in each.chunk if line.role is not Role.CODE]
    shown = [each for each in shown if not any(map(doubts, _beneath(each)))]
    fitting = [labelled for each in shown if (labelled := _lit(each.chunk, each.group, _BOLD))]
    if len(fitting) < max(_LEAST, len(shown)) or len(set(fitting)) < _AGREED:
        return False
    if not all(each.right is None or each.right == set(named) for each, named in zip(shown, fitting, strict=True)):
        return False
    asking = all(any(phrases.is_question(line.text) for line in each.chunk[: each.group.start]) for each in shown)
    return asking and not any(denies_marks(text) or answerlines.is_own(text) for text in prose)


def _beneath(shown: Shown) -> Iterator[str]:
    """The lines beneath a question's choices."""
    yield from (line.text for line in shown.chunk[shown.group.end :] if line.role is not Role.CODE)


def _blocks_around(shown: Shown) -> Iterator[Block]:
    """The blocks of a question's stretch that hold none of its choices."""
    chosen = {id(line.block) for line in shown.chunk[shown.group.start : shown.group.end]}
    around = {id(line.block): line.block for line in shown.chunk if id(line.block) not in chosen}
    yield from around.values()


def _lit(chunk: Sequence[Line], group: Group, style: str) -> tuple[str, ...]:
    """The labels (or words) of the choices that have a style, if these are so many as the question asks for."""
    bearing = [option for option in group.options if _has_style(option.line, style)]
    if not bearing or not group.start or len(bearing) == len(group.options):
        return ()
    others = style != _BOLD and any(option.line.lit not in ("", style) for option in group.options)
    asking = [line.text for line in chunk[: group.start] if line.role is not Role.CODE]
    wanted = ask_of("\n".join([text for text in asking if phrases.is_question(text)] or asking)).wanted or 1
    if others or len(bearing) != wanted:
        return ()
    return tuple(option.label or plain(option.words) for option in bearing)


def _has_style(line: Line, style: str) -> bool:
    return (line.strong or line.strong_label) if style == _BOLD else line.lit == style


def _behind_title(shape: str) -> str:
    return shape.rpartition("|")[2]


def is_marked_alike(chunk: Sequence[Line], group: Group, listed: Mapping[str, str]) -> bool:
    """Whether the right ones of choices bear marks (ticked boxes, as a rule) as those of the file's questions do."""
    told = legend.NAME in listed
    learnt_of = listed.get(NAME, "").split("\n") if group.start else ()
    return _bears_marks(group, told=told) and _marks(chunk, group, told=told) in learnt_of


def _marks(chunk: Sequence[Line], group: Group, *, told: bool) -> str:
    """Beneath what the choices stand, and how many they are, unless the file has ``told`` what its mark means."""
    size = "" if told else len(group.options)
    return f"{_kind(group, told=told)}{size} {legend.shape_of(chunk[group.start - 1])}"


def _kind(group: Group, *, told: bool) -> str:
    return MARKS if told or _has_boxes(group) else f"{MARKS}circled "


def _has_boxes(group: Group) -> bool:
    return all(option.line.checked is not None for option in group.options)


def _has_circle(group: Group) -> bool:
    """Whether of labelled choices just one has a mark before its label, and that says that it is right."""
    marked = [option for option in group.options if option.verdict is not None]
    one = len(marked) == 1 and marked[0].verdict is True and not marked[0].named
    return one and bool(group.labels) and mark_of(marked[0].line.text) is not None


def _bears_marks(group: Group, *, told: bool) -> bool:
    return _has_boxes(group) or _has_circle(group) or (told and any(option.verdict for option in group.options))


def _is_habit(lines: Sequence[tuple[Shown, _Told]], questions: int, known: int) -> bool:
    agreed = [each.right == set(line.named) for each, line in lines if each.right is not None]
    if known:
        return all(agreed) and len(agreed) >= _AGREED
    named = [line.named for _, line in lines]
    if any(len(each) > 1 for each in named) and frozenset(named[0]).intersection(*named):
        return False  # A B, A D, A C: the first is the word for the answer
    return (
        len(named) >= max(_LEAST, _SHARE * questions)
        and len(set(named)) > 1
        and sum(map(_counts_on, pairwise(named))) < _COUNTING * (len(named) - 1)
    )


def _counts_on(two: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Whether the second of two labels is the number that follows the first."""
    first, second = (each[0] for each in two)
    return first.isdigit() and second.isdigit() and int(second) == int(first) + 1


def with_answer_read(chunk: list[Line], group: Group, habit: str) -> list[Line]:
    """The stretch with its answer as everybody writes it, if one line of it has one of the file's shapes."""
    shapes = habit.split("\n")
    lit = {_lit(chunk, group, shape.removeprefix(_LIT)) for shape in shapes if shape.startswith(_LIT)} - {()}
    if len(lit) == 1:
        last = chunk[group.end - 1]
        text = f"正解：{'、'.join(lit.pop())}"
        answer = Line(text, Role.TEXT, last.block, last.number, opens_block=True)
        return [*chunk[: group.end], answer, *chunk[group.end :]]
    found = [told for told in _told_in(chunk, group) if told.shape in shapes]
    if len(found) != 1:
        return chunk
    told, line = found[0], _without_keycaps(chunk[found[0].at])
    answer = replace(line, text=f"正解：{'、'.join(told.named)}", code=(), role=Role.TEXT)
    rest = line.part(told.rest, len(line.text), opens_block=False)
    if told.at >= group.end:
        return [*chunk[: told.at], answer, *([rest] if rest.text else []), *chunk[told.at + 1 :]]
    title = line.part(0, told.rest, opens_block=line.opens_block)
    return [*chunk[: told.at], title, *chunk[told.at + 1 : group.end], answer, *chunk[group.end :]]


def _told_in(chunk: Sequence[Line], group: Group) -> Iterator[_Told]:
    """The lines around the choices that name some of them, and hardly anything else before that."""
    known = group.labels
    if not known:
        return
    for at in (*range(min(1, group.start)), *range(group.end, len(chunk))):
        line = _without_keycaps(chunk[at])
        if line.role is Role.CODE or line.struck or line.mended or len(line.text) > phrases.LONGEST:
            continue
        if at < group.start:
            told = _behind(line, at, known)
        else:
            told = _in_line(chunk, at, group) or _bold(line, at, group) or _mentioned(chunk, at, known)
        if told and not answerlines.is_own(line.text) and not _tells_each(line, told, known):
            yield told


def _tells_each(line: Line, told: _Told, known: Sequence[str]) -> bool:
    """Whether a line says something of several choices, one by one (``a→著作権法、b→特許法``), and answers nothing."""
    behind = phrases.plain(line.text)[told.rest :].lstrip()
    others = {labels.normal(found["label"]) for found in _EACH.finditer(behind)} if _POINTS.match(behind) else set()
    return bool(others & set(known) - set(told.named))


def _without_keycaps(line: Line) -> Line:
    """A line whose figures in keys (``2️⃣``) are plain ones."""
    return replace(line, text=_KEYCAP.sub(r"\1　", line.text)) if "\u20e3" in line.text else line


def _in_line(chunk: Sequence[Line], at: int, group: Group) -> _Told | None:
    line, above = _without_keycaps(chunk[at]), chunk[at - 1]
    found = _LINE.match(line.text)
    named = labels.answer_labels(found["said"], group.labels) if found else None
    if not found or not named or _NONE_OF_ANSWERS.search(found["prefix"]):
        return None
    if takes_back(named[1], group.labels, named[0]):
        return None
    rest = len(line.text.rstrip()) - len(named[1])
    apart = not named[1].strip() or line.text[rest - 1] in _SET_APART or named[1][0] in _SET_APART
    if any(
        option.label not in named[0] and folded(named[1]).startswith(folded(option.words)) for option in group.options
    ):
        return None  # C) 流動負債, where that is D
    title = "" if at == group.end or answerlines.answer(above.text) else _shape(above.text)
    if not apart or _OF_CHOICE.match(named[1]) or reneges(named[1].lstrip("番")) or len(title) > _LONGEST_TITLE:
        return None
    bracket = found["said"][0] if found["said"][0] in "(（「[【" else ""
    return _Told(at, f"{title}|{_shape(found['prefix'])}{bracket}_", named[0], rest)


def _bold(line: Line, at: int, group: Group) -> _Told | None:
    """A line with one label, or all words of one choice, in bold, and nothing else (``だから **C**。``)."""
    place = line.number - line.block.lines.first
    if line.role not in (Role.TEXT, Role.DETAIL) or line.strong or place < 0:  # a title read from above its block
        return None
    runs = next(islice(by_line(without_readings(line.block.inlines)), place, None), [])
    bold = [index for index, run in enumerate(runs) if run.strong and run.text.strip()]
    if len(bold) != 1:
        return None
    words = [option.label for option in group.options if folded(option.words) == folded(runs[bold[0]].text)]
    if len(words) == 1:
        return _Told(at, "|**..", (words[0],), 0)
    named = labels.answer_labels(runs[bold[0]].text, group.labels)
    after = "".join(run.text for run in runs[bold[0] + 1 :])
    if not named or named[1].strip() or _OF_CHOICE.match(after) or takes_back(after, group.labels, named[0]):
        return None
    return _Told(at, "|**_", named[0], 0)


def _mentioned(chunk: Sequence[Line], at: int, known: Sequence[str]) -> _Told | None:
    """A line that names labels in brackets, or one at a clause's end, and none else so (``副詞なので (C)。``)."""
    for shape, pattern in (("..(_)", _IN_BRACKETS), ("..で_", _AT_THE_END)):
        found = [
            (index, named, match)
            for index in range(at, len(chunk))
            for match in pattern.finditer(phrases.plain(chunk[index].text))
            if not set(named := _named_in(match)).isdisjoint(known)
        ]
        if len(found) == 1 and found[0][0] == at and set(found[0][1]) <= set(known):
            after = phrases.plain(chunk[at].text)[found[0][2].end() :]
            taken_back = _OF_CHOICE.match(after) or takes_back(after, known, found[0][1])
            return None if taken_back else _Told(at, f"|{shape}", found[0][1], 0)
    return None


def _named_in(match: re.Match[str]) -> tuple[str, ...]:
    """The labels that a mention names: those in brackets, or the one at a clause's end."""
    named = [match[1]] if match.re is _AT_THE_END else _BRACKETED_LABEL.findall(match[0])
    return tuple(map(labels.normal, named))


def _behind(line: Line, at: int, known: Sequence[str]) -> _Told | None:
    found = _BEHIND.fullmatch(line.text)
    named = labels.answer_labels(found["said"], known) if found else None
    if not found or not named or named[1].strip(" )）"):
        return None
    return _Told(at, f"above|{_shape(found['prefix'])}_", named[0], found.end("before"))


def _shape(text: str) -> str:
    """A text with figures, spaces and kinds of arrows left out of account."""
    text = re.sub(r"⇒|➡\ufe0f?|=>|->", "→", text)
    return re.sub(r"\d+", "0", re.sub(r"[\s　]+", "", phrases.plain(text))).lower()
