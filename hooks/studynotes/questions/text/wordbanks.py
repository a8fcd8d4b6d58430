"""Lists of words to fill gaps from (``語群：ア．… イ．… ウ．…``), with labels or without."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.typed import Answer, fills

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_OF_WORDS = ("語群", "語句", "用語")
_WORDS = (*_OF_WORDS, "選択肢", "解答群", "候補", "選択群")
_CAPTION = re.compile(
    rf"[\s　]*[\[［【〔(（<＜《「『■◆●▼]*[\s　]*(?:{'|'.join(_WORDS)})(?:の?(?:群|一覧|リスト))?"
    r"[\s　]*(?:[\]］】〕)）>＞》」』]+[\s　]*[:：]?|[:：]|$)[\s　]*"
)
_LABEL = r"(?:[ア-トあ-そA-Ta-tＡ-Ｔａ-ｔ]|1\d|20|[1-9１-９]|[①-⑳])"
_ENTRY = re.compile(
    rf"(?:^|(?<=[\s　、,，/／|｜;；]))(?:[(（\[［](?P<held>{_LABEL})[)）\]］]|(?P<circled>[①-⑳])"
    rf"|(?P<bare>{_LABEL})(?=[\s　.．:：、)）]))[\s　]*[.．:：、)）]?[\s　]*"
)
_OF_NAME = re.compile(
    rf"[\s　]*(?:空[欄所])?[\s　]*(?:[(（\[［【〔](?=\S{{1,2}}[)）\]］】〕]))?(?P<name>{_LABEL})[)）\]］】〕]?"
    r"(?:の(?:選択肢|解答群|語群))?(?:[\s　]*[:：.．]?[\s　]*$|[:：\s　]+(?=[(（]?\S[)）.．\s　]))"
)
_SEPARATORS = tuple(
    re.compile(each)
    for each in (r"\s*[/／|｜]\s*", r"　+|\t+|\s{2,}", r"\s*[、，]\s*", r"\s*[,;；]\s*", r"\s*・\s*", r"\s+")
)
_FRAME = "[]［］【】〔〕{}｛｝「」 　\n、,，/／|｜;；"
_ALPHABETS: tuple[Sequence[str], ...] = (
    "アイウエオカキクケコサシスセソタチツテト", "あいうえおかきくけこさしすせそ", "ABCDEFGHIJKLMNOPQRST",
    tuple(map(str, range(1, 21))),
)  # fmt: skip
_LEAST = 3  # words


@dataclass(frozen=True, slots=True)
class Bank:
    """Words to choose from: the numbers of the first and last line, the words, and those with a label by it."""

    first: int
    last: int
    words: tuple[str, ...]
    labelled: Mapping[str, str]
    of_words: bool  # called so (語群); 選択肢 may be those of one question

    def word_of(self, said: str) -> str:
        """The word that an answer names by its label, by itself, or by both; ``""`` where it names none for sure."""
        said = said.strip().rstrip("。")
        same = next((word for word in self.words if folded(word) == folded(said)), "")
        found = re.fullmatch(rf"[(（「]?({_LABEL})[)）」]?[\s　.．:：、]*(?P<word>.*)", said)
        named = self.labelled.get(labels.normal(found[1]), "") if found else ""
        told = found["word"].strip("()（）「」 　") if found else ""
        if named and (not told or folded(told) == folded(named)):
            return named if not same or same == named else ""
        return same


def is_caption(text: str) -> bool:
    """Whether a line begins with what calls what follows words to choose from."""
    return _CAPTION.match(text) is not None


def behind_caption(text: str) -> str:
    """What stands behind such a caption on its line."""
    found = _CAPTION.match(text)
    return text[found.end() :].strip() if found else ""


def speaks_of_words(text: str) -> bool:
    """Whether a line speaks of words to choose from (``語群から選べ``)."""
    return "語群" in text or "語句群" in text


def banks_in(lines: Sequence[Line]) -> Iterator[Bank]:
    """The lists of words that a caption announces (``語群``, ``【選択肢】``): behind it, or on the lines beneath."""
    at = 0
    while at < len(lines):
        line = lines[at]
        found = _CAPTION.match(line.text) if line.role is not Role.CODE else None
        at += 1
        if not found:
            continue
        said = [line.text[found.end() :]] if line.text[found.end() :].strip() else []
        start = at
        while at < len(lines) and _goes_on(lines[at], lines[start:at], inline=bool(said)):
            each = lines[at]
            said.append(f"{each.own_number}. {each.text}" if each.own_number is not None else each.text)
            at += 1
        read = _read("\n".join(said).replace("**", ""))
        if read:
            of_words = any(word in found[0] for word in _OF_WORDS)
            yield Bank(line.number, lines[at - 1].number, *read, of_words)


def _goes_on(line: Line, before: Sequence[Line], *, inline: bool) -> bool:
    """Whether a line is one of a bank's: of one list, or of one paragraph."""
    if line.role in (Role.HEADING, Role.CODE) or phrases.is_question(line.text) or line.text.rstrip().endswith("。"):
        return False
    if before:
        return line.block is before[-1].block or (line.role is Role.ITEM and line.group == before[-1].group)
    return not inline or not line.opens_block


def _read(said: str, least: int = _LEAST) -> tuple[tuple[str, ...], Mapping[str, str]] | None:
    """The words of a bank's text: behind labels in their order, or between signs of one kind, each once."""
    said = said.strip(_FRAME)
    entries = list(_ENTRY.finditer(said.replace("\n", "　")))
    entries = [each for each in entries if _are_alike(each, entries[0])]  # others are words (イ 10)
    names = [labels.normal(each[each.lastgroup or 0]) for each in entries]
    if entries and not entries[0].start() and _are_counted(names):
        ends = [each.start() for each in entries[1:]] + [len(said)]
        words = [said[each.end() : end].strip(_FRAME) for each, end in zip(entries, ends, strict=True)]
    else:
        names, words = [], _parted(said)
    if len(words) < least or not all(words) or len(set(map(folded, words))) < len(words):
        return None
    return tuple(words), dict(zip(names, words, strict=False))


def _are_alike(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two labels are written alike, and of one alphabet."""
    names = [labels.normal(each[each.lastgroup or 0]) for each in (one, other)]
    return one.lastgroup == other.lastgroup and any(set(names) <= set(alphabet) for alphabet in _ALPHABETS)


def _are_counted(names: Sequence[str]) -> bool:
    """Whether labels are those of one alphabet, from its first letter on."""
    return any(list(alphabet[: len(names)]) == list(names) for alphabet in _ALPHABETS)


def _parted(said: str) -> list[str]:
    rows = [re.sub(r"^[-*・•][\s　]*", "", row).strip(_FRAME) for row in said.split("\n")]
    if len(rows) >= _LEAST:
        return rows
    said = said.replace("\n", "　")
    for separator in _SEPARATORS:
        parts = [part.strip(_FRAME) for part in separator.split(said)]
        if len(parts) >= _LEAST:
            return parts
    return []


def shared_in(lines: Sequence[Line], has_gap: Callable[[Line], bool]) -> list[Bank]:
    """The banks (語群) of a section in which more sentences than these have a gap: several are filled from one."""
    banks = [bank for bank in banks_in(lines) if bank.of_words]
    outside = without(banks, lines) if banks else ()
    many = sum(line.role is not Role.CODE and has_gap(line) for line in outside)
    return banks if many > len(banks) else []


def without(banks: Sequence[Bank], lines: Sequence[Line]) -> list[Line]:
    """The lines that are none of these banks."""
    return [line for line in lines if not any(bank.first <= line.number <= bank.last for bank in banks)]


def bank_for(line: Line, lines: Sequence[Line], banks: Sequence[Bank]) -> Bank | None:
    """The bank that a line's gap is filled from: the only one, or that between the headings around the line."""
    if len(banks) == 1:
        return banks[0]
    headings = [each.number for each in lines if each.role is Role.HEADING]
    first = max((number for number in headings if number < line.number), default=0)
    last = min((number for number in headings if number > line.number), default=lines[-1].number + 1)
    near = [bank for bank in banks if first < bank.first < last]
    return near[0] if len(near) == 1 else None


def taken_from(line: Line, lines: Sequence[Line], banks: Sequence[Bank], answer: Answer | None) -> Answer | None:
    """What fills a line's gap, where there are words to choose from: the one that its answer names for sure."""
    bank = bank_for(line, lines, banks) if answer and banks else None
    word = bank.word_of(answer.words) if answer and bank else ""
    if not answer or not banks:
        return answer
    note = "" if folded(answer.note) == folded(word) else answer.note
    return Answer(word, note, answer.line) if word and fills(word) else None


def own_in(lines: Sequence[Line], names: Sequence[str]) -> Mapping[str, Bank]:
    """The choices that each named gap has of its own, behind or beneath its name (``① ア 0　イ 10　ウ 20``)."""
    said: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    current = ""
    for line in lines:
        found = _OF_NAME.match(line.text)
        name = unicodedata.normalize("NFKC", found["name"]) if found else ""
        if found and len(said) < len(names) and name == names[len(said)]:
            current, rest = name, line.text[found.end() :]
            said[current] = [rest] if rest.strip() else []
        elif current:
            said[current].append(f"{line.own_number}. {line.text}" if line.own_number is not None else line.text)
        last[current] = line.number
    banks = {}
    for name, texts in said.items():
        read = _read("\n".join(texts).replace("**", ""), least=2)
        if read and read[1]:
            banks[name] = Bank(last[name], last[name], *read, of_words=False)
    return banks if list(banks) == list(names) else {}


def are_offered(lines: Sequence[Line], said: Iterable[str]) -> bool:
    """Whether what answers some gaps are labels of choices that stand in these lines."""
    offered = {str(line.own_number) for line in lines if line.own_number is not None}
    offered |= {found[0] for line in lines if (found := labels.opening(line.text))}
    return len(offered) > 1 and all(labels.normal(each.strip("()（） 　")) in offered for each in said)
