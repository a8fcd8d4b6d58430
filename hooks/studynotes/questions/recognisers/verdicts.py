"""Recogniser: choices whose verdict the writer put into words (「…」は不正解です。), with his reasons beneath."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes.model import Block, Kind, Lines, Problem, Section, Severity
from studynotes.questions.additions import Additions, Wording
from studynotes.questions.question import Choice, Part, Question, Words, folded, form_of, text
from studynotes.questions.text.lines import Line, lines_in, lines_of
from studynotes.questions.words import phrases
from studynotes.questions.words.labels import answer_labels
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME = "verdicts"
NO_STEM = "ノートで正解とされているのはどれですか。"  # true of every such question, and no more than a makeshift
_NOT = r"正しくありません|正しくない|正解ではありません|適切ではありません|当てはまりません"
_WRONG_WORD = rf"(?:不正解|誤り|間違い|不適切|誤答|{_NOT})"
_QUOTED = r"[「『](?P<words>.+)[」』]"
_END = r"(?:です|でした|になります|となります|である|だ)?[。.]?"
_WRONG = (
    re.compile(rf"{_QUOTED}\s*(?:は|が|も)\s*{_WRONG_WORD}(?:の理由|である理由|な理由)?\s*{_END}[:：]?"),
    re.compile(rf"(?:{_WRONG_WORD}の?(?:理由|選択肢)?|なぜ{_WRONG_WORD}か)\s*[:：]?\s*{_QUOTED}{_END}"),
)
_RIGHT = (
    re.compile(rf"(?:正解|正答|答え)は\s*[、:：]?\s*{_QUOTED}\s*{_END}"),
    re.compile(rf"{_QUOTED}\s*(?:は|が)\s*(?:正解|正答|正しい選択肢|正しい答え)\s*{_END}[:：]?"),
    re.compile(rf"(?:正解|正答)(?:の理由|の選択肢)?\s*[:：]\s*{_QUOTED}{_END}"),
    re.compile(rf"{_QUOTED}\s*が\s*最も?(?:適切|適|妥当)\s*{_END}[:：]?"),
)
# Without brackets, in list items only: 「正解: X」, 「X は不正解です。」
_BARE = r"(?P<words>[^「」『』。]+?)"
_BARE_WRONG = (
    re.compile(rf"{_WRONG_WORD}\s*[:：]\s*{_BARE}[。.]?"),
    re.compile(rf"{_BARE}\s*(?:は|が)、?\s*{_WRONG_WORD}{_END}"),
)
_BARE_RIGHT = (
    re.compile(rf"(?:正解|正答)\s*[:：]\s*{_BARE}[。.]?"),
    re.compile(rf"正解は、?\s*{_BARE}\s*(?:です|でした|である)[。.]?"),
    re.compile(rf"{_BARE}\s*(?:は|が)、?\s*(?:正解|正答){_END}"),
)
_MAY_JUDGE = re.compile("[正誤答適妥]|間違|当てはまりません")  # is in each of these
_LABELS = [*"ABCDEFGHIJ", *map(str, range(1, 11)), *"アイウエオカキクケコ"]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A statement and what stands beneath it; ``right`` is None where the writer gives no verdict."""

    words: Words
    right: bool | None
    reasons: tuple[Words, ...]
    block: Block


def recognise(section: Section, additions: Additions) -> tuple[list[Question], list[Problem]]:
    """One question for each stretch (between headings) whose choices the writer calls right or wrong in words.

    ``「X」は不正解です。``, ``不正解の理由「X」``: X is a wrong choice. ``正解は「X」です。``, ``「X」が正解です。``:
    it is the key. What stands beneath is the choice's reason. An item without a verdict is no choice: the
    writer leaves wrong ones unmarked as well as right ones. The key may come from the editorial file instead,
    and so may further choices; where neither states it, nothing is asked. The stem is the editorial file's,
    else the nearest question before the choices.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    edited = bool(additions.key or additions.choices)
    for stretch in _stretches(section):
        units = list(_units(stretch))
        marked = [unit for unit in units if unit.right is not None]
        meant = edited and _is_meant(units, marked, additions)
        if not meant and not any(unit.right is False for unit in marked):
            continue
        made = _question(section, units, additions if meant else Additions(stem=additions.stem))
        edited = edited and not meant
        if isinstance(made, Question):
            questions.append(made)
            problems += _stemless(made, section)
        else:
            problems.append(made)
    if edited:
        what = "the notes hold no choices that this key or these choices belong to"
        problems.append(
            Problem(additions.file, additions.line, Severity.WARNING, what, "write it as a question under `questions:`")
        )
    return questions, problems


def _stemless(question: Question, section: Section) -> list[Problem]:
    if question.stem[0].words != text(NO_STEM):
        return []
    what = "choices with a key, but nowhere is asked anything"
    remedy = f'write the question in the editorial file: `sections: {{"{section.slug}": {{quiz: {{stem: …}}}}}}`'
    return [Problem(section.file, question.lines.first, Severity.INFO, what, remedy)]


def _stretches(section: Section) -> Iterator[list[Block]]:
    current: list[Block] = []
    for block in section.blocks:
        if block.kind is Kind.HEADING:
            yield current
            current = []
        else:
            current.append(block)
    yield current


def _is_meant(units: Sequence[_Unit], marked: Sequence[_Unit], additions: Additions) -> bool:
    return bool(marked) or any(_item(wording, units) for wording in (*additions.key, *additions.choices))


def _units(blocks: Sequence[Block]) -> Iterator[_Unit]:
    """List items of the outermost lists, and paragraphs that begin with a verdict (their reasons follow)."""
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        if block.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST):
            for item in block.children:
                # at the depth at which all others read them: so they are read once
                rest = [line.words() for line in lines_of(item.children[1:], depth=1) if line.text.strip()]
                yield _unit(one_line(item.text), tuple(rest), item)
        elif block.kind is Kind.PARAGRAPH:
            lines = lines_in(block)
            if _verdict(lines[0].text) is None:
                yield _Unit(text(one_line(block.text)), None, (), block)
                continue
            rest = [line.words() for line in lines[1:]]
            while index < len(blocks) and not _begins_with_verdict(blocks[index]):
                rest += [line.words() for line in lines_in(blocks[index]) if line.text.strip()]
                index += 1
            yield _unit(lines[0].text, tuple(rest), block)


def _begins_with_verdict(block: Block) -> bool:
    if block.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST):
        return any(_verdict(one_line(item.text), bare=True) is not None for item in block.children)
    first: Line | None = next(iter(lines_in(block)), None)
    return first is not None and _verdict(first.text) is not None


def _unit(value: str, reasons: tuple[Words, ...], block: Block) -> _Unit:
    verdict = _verdict(value, bare=block.kind is Kind.ITEM)
    right, words = verdict or (None, _unquoted(value))
    return _Unit(text(_trimmed(words)), right, reasons, block)


def _verdict(value: str, *, bare: bool = False) -> tuple[bool, str] | None:
    """Whether the line calls something right or wrong, and what; ``bare``: also without brackets around it.

    Labels (``正解: B, D``) are no choices but names of choices, and two in one line (「A」と「B」は…) are left alone.
    """
    if not _MAY_JUDGE.search(value):
        return None
    line = value.strip().lstrip("✅❌・*# ").strip()
    wrong, right = (_WRONG + _BARE_WRONG, _RIGHT + _BARE_RIGHT) if bare else (_WRONG, _RIGHT)
    for verdict, patterns in ((False, wrong), (True, right)):
        for pattern in patterns:
            found = pattern.fullmatch(line)
            if found and not answer_labels(found["words"], _LABELS) and not re.match("[^「]*」.*「", found["words"]):
                return verdict, found["words"]
    return None


def _unquoted(value: str) -> str:
    """``「X」`` as X, where the brackets embrace the whole."""
    inner = value.strip()
    if inner[:1] == "「" and inner[-1:] == "」" and "「" not in inner[1:-1]:
        return inner[1:-1]
    return inner


def _trimmed(value: str) -> str:
    return value.strip().rstrip("。. ")


def _question(section: Section, units: Sequence[_Unit], additions: Additions) -> Question | Problem:
    marked = [unit for unit in units if unit.right is not None]
    first = marked[0].block if marked else units[0].block
    key = [_choice(wording, units, right=True) for wording in additions.key]
    stated = [Choice(unit.words, right=True, reasons=unit.reasons) for unit in marked if unit.right]
    wrong = [Choice(unit.words, right=False, reasons=unit.reasons) for unit in marked if not unit.right]
    wrong += [_choice(wording, units, right=False) for wording in additions.choices]
    clash = {folded(choice.words) for choice in [*key, *stated]} & {folded(choice.words) for choice in wrong}
    if clash or (key and stated and {folded(c.words) for c in key} != {folded(c.words) for c in stated}):
        what = "the notes and the editorial file disagree about the right choice"
        return Problem(
            additions.file or section.file,
            additions.line or first.lines.first,
            Severity.WARNING,
            what,
            "correct the key",
        )
    right = stated or key
    if not right:
        what = "choices are called wrong, but no right one is named"
        remedy = f'name it in the editorial file: `sections: {{"{section.slug}": {{quiz: {{stem: …, key: …}}}}}}`'
        return Problem(section.file, first.lines.first, Severity.WARNING, what, remedy)
    if not wrong:
        what = "a right choice, but no wrong ones"
        return Problem(
            section.file, first.lines.first, Severity.WARNING, what, "name them in the editorial file: `choices:`"
        )
    if len(right) > 1 and not additions.key:
        what = "several choices are called right in one place, perhaps of several questions"
        return Problem(section.file, first.lines.first, Severity.WARNING, what, "name the key in the editorial file")
    choices = _unique([*right, *wrong])
    used = {id(unit.block) for unit in units if any(choice.words == unit.words for choice in choices)}
    blocks = [unit.block for unit in units if id(unit.block) in used] or [first]
    stem = _stem(section, blocks[0], additions)
    where = Lines(blocks[0].lines.first, blocks[-1].lines.last)
    return Question(form_of(choices), stem, choices, NAME, section.file, where, blocks[0].position)


def _unique(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    return tuple({folded(choice.words): choice for choice in reversed(choices)}.values())[::-1]


def _item(wording: Wording, units: Sequence[_Unit]) -> _Unit | None:
    """The one item of the notes that begins with these words."""
    beginning = folded(wording.text)
    found = [unit for unit in units if folded(unit.words).startswith(beginning)]
    exact = [unit for unit in found if folded(unit.words) == beginning]
    return exact[0] if len(exact) == 1 else found[0] if len(found) == 1 else None


def _choice(wording: Wording, units: Sequence[_Unit], *, right: bool) -> Choice:
    unit = _item(wording, units)
    reasons = (text(wording.reason),) if wording.reason else unit.reasons if unit else ()
    return Choice(unit.words if unit else text(_trimmed(wording.text)), right, reasons=reasons)


def _stem(section: Section, first: Block, additions: Additions) -> tuple[Part, ...]:
    """The editorial file's stem, else the nearest line before the choices that asks which one."""
    if additions.stem:
        return (Part("text", text(additions.stem)),)
    before = [line for line in lines_of(section.blocks) if line.number < first.lines.first]
    for line in reversed(before):
        if phrases.is_question(line.text) and phrases.selects(line.text):
            return (Part("text", line.words()),)
    return (Part("text", text(NO_STEM)),)
