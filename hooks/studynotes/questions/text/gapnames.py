"""Gaps with names (``（ア）は…、（イ）は…``): where they are in a text, and what a list gives for each name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_KATAKANA = "アイウエオカキクケコサシスセソタチツテト"
_HIRAGANA = "あいうえおかきくけこさしすせそたちつてと"
_ALPHABETS: tuple[Sequence[str], ...] = (
    _KATAKANA, _HIRAGANA, "ABCDEFGHIJKLMNOPQRST", "abcdefghijklmnopqrst", tuple(map(str, range(1, 21))),
)  # fmt: skip
_LABEL = rf"(?:1\d|20|[1-9１-９①-⑳A-Ta-tＡ-Ｔａ-ｔ]|[{_KATAKANA}]|[{_HIRAGANA}])"
_OPEN, _CLOSE = "[(（\\[［【〔「{｛]", "[)）\\]］】〕」}｝]"
NAMED = re.compile(  # possessive (*+): a gap may be hundreds of underscores long
    rf"(?P<open>{_OPEN}|[_＿]{{2,}}+|□+)[\s　_＿]*+(?P<label>{_LABEL})[\s　_＿]*(?P<close>{_CLOSE}|(?<=[_＿]{{2}})|□+)"
    rf"|[(（]?(?P<ahead>[①-⑳]|(?<=[(（]){_LABEL}(?=[)）]))[)）]?(?:{_OPEN}[\s　]*{_CLOSE}|_{{3,}}|＿{{2,}}|□{{2,}})"
)
# … of which the name stands within: found faster
_HELD = re.compile(rf"[(（\[［【〔「{{｛_＿□][\s　_＿□]*{_LABEL}")
# … or nothing, as in a gap with its name before it
MAY_BE_NAMED = re.compile(rf"[(（\[［【〔「{{｛_＿□][\s　_＿□]*(?:{_LABEL}|{_CLOSE}|(?<=[_＿□]{{2}}))")
# What a gap stands for is part of a sentence: a particle follows it, or words stand right before it.
_WITHIN = re.compile(r"(?<=[ぁ-んァ-ヺー一-鿿=＝+＋×÷])\Z")
_PARTICLE = re.compile(
    r"[\s　]*(?:[はがをにのとでもやへ、。,，.．)）」』\]]|である|という|と(?:呼|言)|から|まで|より|[-+＋*×÷=＝<>＜＞])"
)
# … or it is spoken of: （ア）〜（ウ）に入る語を選べ.
_SPOKEN_OF = re.compile(
    rf"(?:[\s　、,，・~〜～\-–—]|から|と|および|及び|{_OPEN}[\s　]*{_LABEL}[\s　]*{_CLOSE})*(?:の中)?(?:に|へ)は?、?"
    r"(?:入|当て?は|あて?は|適|最も|もっとも|該当)[^。]*?(?:語|言葉|ことば|数|値|もの|字|記号|名|句|文)"
)
_BEHIND_PARTICLE = re.compile(r"[はがをにのとでもや、][\s　]?\Z")
_ENTRY = re.compile(
    rf"(?:^|(?<=[\s　、,，;；/／・|｜)）]))[-*・]?[\s　]*"
    rf"(?:(?:空[欄所])?{_OPEN}[\s　]*(?P<held>{_LABEL})[\s　]*{_CLOSE}|(?P<circled>[①-⑳])"
    rf"|(?P<bare>{_LABEL})(?=[\s　:：=＝.．、→⇒…)）]))"
    r"[\s　]*[:：=＝.．、→⇒…)）]*[\s　]*",
    re.MULTILINE,
)
_BETWEEN = " \n　、,，/／;；・|｜"
_AFTER = re.compile(r"[はがをにのでと、][\s　]?\Z")  # not 図（1）, 式（1）
_STATES = re.compile(r"[^。]*(?:[うくすつぬむるいただ]|です|ます|[一-鿿])。(?!.*[?？])")  # not …を求めよ。
_FILLS = re.compile(r"空欄|空所|穴埋め|穴うめ|あなうめ|虫食い")
_ANSWERS = re.compile(r"答|正解")
_LEAST = 2  # sentences
_APART = 6  # lines without a gap between two of a text


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a text from the first to the last with a gap, and the gaps' names in their order."""

    lines: tuple[Line, ...]
    names: tuple[str, ...]


_OF_FORMULA = re.compile(r"\\[A-Za-z]+(?:\{[^{}]*\})*$")  # \frac{1}{2}


def label_of(found: re.Match[str]) -> str:
    """A gap's name as compared: ``①``, ``１`` and ``1`` are one."""
    return normal(found["label"] or found["ahead"])


def normal(name: str) -> str:
    """A name as compared."""
    return unicodedata.normalize("NFKC", name)


def named_in(line: Line) -> list[re.Match[str]]:
    """The named gaps of a line: brackets with nothing but a name, within a sentence that does not speak of them.

    Braces of a formula's are none.
    """
    said = line.text
    named = (each for each in NAMED.finditer(said) if each["ahead"] or _is_within(said, each))
    gaps = (each for each in named if not _SPOKEN_OF.match(said, each.end()))
    return [each for each in gaps if each[0][0] != "{" or not _OF_FORMULA.search(said[: each.start()])]


def _is_within(said: str, found: re.Match[str]) -> bool:
    after = said[found.end() :]
    before = said[: found.start()].rstrip("*")
    if _PARTICLE.match(after) or (_WITHIN.search(before.rstrip()) and not after[:1].strip()):
        return True
    return _BEHIND_PARTICLE.search(before) is not None  # …は（ア）度


def is_series(names: Sequence[str], *, start: int = 0) -> bool:
    """Whether names are those of one alphabet in their order, from its first letter on (or from a later one)."""
    return any(tuple(alphabet[start : start + len(names)]) == tuple(names) for alphabet in _ALPHABETS)


def place(name: str) -> int:
    """A name's place in its alphabet."""
    return next((alphabet.index(name) for alphabet in _ALPHABETS if name in alphabet), -1)


def texts_in(lines: Iterable[Line], ends: Callable[[Line], bool]) -> Iterator[Text]:
    """The texts with named gaps, each up to a line that ``ends`` it, or to the next question that begins anew."""
    current: list[Line] = []
    names: list[str] = []
    last = 0

    def text() -> Iterator[Text]:
        if current:
            yield Text(tuple(current[:last]), tuple(dict.fromkeys(names)))
        current.clear()
        names.clear()

    for line in lines:
        if line.role in (Role.HEADING, Role.CODE) or ends(line):
            yield from text()
            continue
        found = [label_of(each) for each in named_in(line)] if len(line.text) <= phrases.LONGEST else []
        anew = found and names and place(found[0]) == 0 and len(set(names)) > 1 and _begins(line)
        if anew or len(current) - last >= _APART:
            yield from text()
        if found or current:
            current.append(line)
        if found:
            names += found
            last = len(current)
    yield from text()


def _begins(line: Line) -> bool:
    """Whether a line may begin a question: it is an item, a paragraph's first line, or has a number."""
    return line.opens_block or line.role is Role.ITEM or phrases.numbered(line.text) is not None


def entries_of(said: str) -> list[tuple[str, str]]:
    """What a text gives for each name (``ア：公開鍵、イ：秘密鍵``); nothing if it begins with anything else."""
    said = said.replace("**", "").strip()
    found = list(_ENTRY.finditer(said))
    if not found or found[0].start():
        return []
    kind = found[0].lastgroup  # signs of another kind are words (① 2 個)
    kept = [each for each in found if each.lastgroup == kind and _are_of_one(_name(each), _name(found[0]))]
    if not is_series([normal(_name(each)) for each in kept], start=max(0, place(normal(_name(kept[0]))))):
        return []
    ends = [each.start() for each in kept[1:]] + [len(said)]
    return [(normal(_name(each)), said[each.end() : end].strip(_BETWEEN)) for each, end in zip(kept, ends, strict=True)]


def _are_of_one(*names: str) -> bool:
    return any(set(map(normal, names)) <= set(alphabet) for alphabet in _ALPHABETS)


def _name(found: re.Match[str]) -> str:
    return found["held"] or found["circled"] or found["bare"] or ""


def told_for(entries: Sequence[tuple[str, str]], names: Sequence[str]) -> Mapping[str, str]:
    """What is told for these names, if all of them are, each once and no other, in their order."""
    fits = [name for name, _ in entries] == list(names)
    return dict(entries) if fits and all(said and "\n" not in said for _, said in entries) else {}


def by_line(number: int) -> str:
    """The name under which what fills a text's gaps is given, by the text's first line."""
    return f"named line {number}"


def with_single_read(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, in sentences with one named gap each (``山は（ア）である。``) that without its name.

    There are two such sentences at least, of one kind of name, and each has its own answer then. A number of the
    sentence that is another than its gap's leaves it as it is: a list might mean either.
    """
    single = {at: found for at, line in enumerate(lines) if (found := _single(line))}
    if len(single) < _LEAST:
        return lines
    names = [label_of(found) for found in single.values()]
    if any(found["label"].isascii() for found in single.values()) and not any(
        _FILLS.search(line.text) for line in lines
    ):
        return lines  # an equation's number, maybe
    alike = len(set(names)) == 1
    if not alike and not (is_series(names) and _are_answered_apart(lines, list(single))):
        return lines
    read = list(lines)
    for at, found in single.items():
        number = phrases.number(lines[at].text) or str(lines[at].own_number or "")
        if alike or not number or number == label_of(found) or not label_of(found).isdigit():
            gap = f"（{'　' * (len(found[0]) - 2)}）"  # as long: what is bold or code stays where it is
            text = f"{lines[at].text[: found.start()]}{gap}{lines[at].text[found.end() :]}"
            read[at] = replace(lines[at], text=text)
    return read


def _are_answered_apart(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether each of some sentences has an answer before the next: one beneath them all tells of all."""
    ends = [*places[1:], min(places[-1] + _APART, len(lines))]
    return all(any(_ANSWERS.search(line.text) for line in lines[at:end]) for at, end in zip(places, ends, strict=True))


def _single(line: Line) -> re.Match[str] | None:
    """The one named gap of a sentence that states something and has no other gap."""
    if line.role not in (Role.TEXT, Role.ITEM) or not 0 < len(line.text) <= phrases.LONGEST:
        return None
    if not _HELD.search(line.text):
        return None
    found = list(NAMED.finditer(line.text, phrases.counted(line.text)))
    if len(found) != 1 or found[0]["ahead"] or phrases.has_gap(line.text):
        return None
    stands = _AFTER.search(line.text[: found[0].start()]) and _STATES.match(line.text[found[0].end() :])
    return found[0] if stands else None
