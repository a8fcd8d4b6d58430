r"""Finding the glossary's terms in running Japanese.

Spaces do not part Japanese words, so ``\b`` and its like find nothing. Here every form of every
term is looked for at once (Aho-Corasick) in the folded text (:mod:`studynotes.japanese`), and a
find counts where words end on both of its sides:

* where the script changes, except between kanji and hiragana, a word ends;
* two katakana, or two letters or digits, never part words, nor does a hyphen or dot between letters;
* elsewhere, among kanji and hiragana, the analyser (SudachiPy) says where words end. A prefix or
  suffix that makes another word (誤, 器, 値) belongs to it; one that doesn't (各, 時, 用) is a word.

Of finds that overlap, the longest wins. What is found depends on each sentence only, and all of
it is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from studynotes import japanese
from studynotes.glossary import htmltext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studynotes.glossary import Term
    from studynotes.japanese import Word

# fmt: off
# Affixes that leave the word beside them the word it is; every other one makes a new word with it.
_LOOSE_PREFIXES = frozenset({
    "各", "本", "当", "同", "全", "新", "旧", "両", "他", "諸", "現", "約", "毎", "お", "ご", "御",
})
_LOOSE_SUFFIXES = frozenset({
    "時", "後", "前", "中", "用", "等", "別", "間", "毎", "上", "下", "内", "外", "側", "以外", "以上", "以下", "以降",
    "向け", "向き", "済み", "済", "達", "たち", "同士", "自体", "共", "様", "さん", "群", "名", "ごと", "付き", "込み",
    "なし", "無し", "専用", "数", "系",
})
# fmt: on
_LATIN_JOINERS = "-‐‑.&@"
# Where the analyser's view of a word cannot reach across; it is asked for the stretches in between.
_CLAUSE_END = re.compile(r"[\s\ufffc、。，．,.：:；;？?！!「」『』（）()\[\]【】〈〉《》/／|｜→⇒=＝…]")
_FAR = 60  # characters on either side of a border that the analyser sees at most
_NATIVE = frozenset(["kanji", "hiragana"])
_FIRST_DROP = 3
_DROPS_AFTER = frozenset("あかさたなはまやらわがざだばぱゃいきしちにひみりぎじびぴ")


@dataclass(frozen=True, slots=True)
class Match:
    """An occurrence: ``text[start:end]`` means the term with this ``id``."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Use:
    """A part of a page in which a term occurs, named by its heading's anchor ("" above the first heading)."""

    id: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A page with its terms marked, the ids of the marked terms and where all of them occur, both in reading order."""

    html: str
    shown: tuple[str, ...]
    uses: tuple[Use, ...]


class Matcher:
    """Finds the terms it was made for."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Prepare for ``terms``. Where two share a form, the first has it."""
        self._forms: dict[str, list[tuple[str, str]]] = {}
        for term in terms:
            for form in term.forms:
                folded = japanese.fold(form.strip()).strip()
                if folded:
                    self._forms.setdefault(folded, []).append((form, term.id))
        self._patterns = list(self._forms)
        self._places: dict[bytes, tuple[tuple[tuple[int, int, str], ...], tuple[Use, ...]]] = {}
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard) if self._patterns else None

    def find(self, text: str) -> list[Match]:
        """Return the occurrences of terms in ``text``: in order, none overlapping. Never raises."""
        if self._automaton is None:
            return []
        folded = japanese.fold_with_offsets(text)
        borders = _Borders(japanese.plain(text))
        taken = bytearray(len(text))
        found = []
        finds = self._automaton.find_matches_as_indexes(folded.text, overlapping=True)
        for pattern, first, last in sorted(finds, key=lambda find: (find[1] - find[2], find[1])):
            start, end = folded.span(first, last)
            if taken[start] or taken[end - 1] or not (borders.between(start) and borders.between(end)):
                continue
            term = self._meant(text[start:end], self._patterns[pattern])
            if term:
                found.append(Match(start, end, term))
                taken[start:end] = b"\1" * (end - start)
        return sorted(found, key=lambda match: match.start)

    def mark(self, html: str, wrap: Callable[[str, str], str]) -> Marked:
        """Mark the first occurrence of each term on a page, and the first beneath each heading.

        What is folded away or hidden at first comes last: it has a mark only of what is not seen elsewhere.

        ``wrap`` makes the marked HTML from a term's id and the HTML of its occurrence. Apart from
        what it adds, the page stays as it is. Text in links, headings, code, formulas, pictures and
        controls is never marked; words in it count as use all the same.
        """
        # While serving, most pages are as they were in the build before.
        content = blake2b(html.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if content not in self._places:
            self._places[content] = self._find_places(html)
        places, uses = self._places[content]
        pieces = []
        done = 0
        for start, end, term in places:
            pieces += [html[done:start], wrap(term, html[start:end])]
            done = end
        shown = dict.fromkeys(term for _, _, term in places)
        return Marked("".join([*pieces, html[done:]]), tuple(shown), uses)

    def _find_places(self, html: str) -> tuple[tuple[tuple[int, int, str], ...], tuple[Use, ...]]:
        """Where in a page's source to mark which term, and all parts of it that use terms."""
        page = htmltext.read(html)
        first: dict[tuple[int, str], Match] = {}
        places: dict[tuple[int, str], tuple[int, int]] = {}
        uses: dict[Use, None] = {}
        for match in self.find(page.text):
            scope = page.scope(match.start)
            uses[Use(match.id, page.scopes[scope][1])] = None
            key = scope, match.id
            before = first.get(key)
            if before and (not page.concealed(before.start) or page.concealed(match.start)):
                continue
            if place := page.source(match.start, match.end):
                first[key], places[key] = match, place
        return tuple(sorted((start, end, term) for (_, term), (start, end) in places.items())), tuple(uses)

    def _meant(self, written: str, folded: str) -> str:
        """The id of the term that ``written`` means, of those whose forms fold alike; "" if it is another word."""
        forms = self._forms[folded]
        for form, term in forms:
            if form == written:
                return term
        return next((term for form, term in forms if same_word(written, form)), "")


@lru_cache(maxsize=10_000)
def same_word(written: str, form: str) -> bool:
    """Whether two texts that fold alike are spellings of one word.

    Folding is generous so that searching is; a glossary is strict. Hiragana do not stand for
    katakana, and a long-vowel mark may be missing only after an ア or イ sound that is at least the
    word's third (サーバ and サーバー, but not ビル and ビール). Source: the convention of JIS Z 8301
    for loanwords in -er, -or, -ar and -y, which made both spellings usual.
    """
    ours, theirs = _letters(written), _letters(form)
    if len(ours) != len(theirs):
        return False
    sounds = 0
    for one, other in zip(ours, theirs, strict=True):
        sounds += 1
        if one.katakana != other.katakana:
            return False
        if one.long != other.long and (sounds < _FIRST_DROP or one.folded not in _DROPS_AFTER):
            return False
        sounds += one.long
    return True


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter of a word: folded, whether it was katakana, and whether long-vowel marks follow it."""

    folded: str
    katakana: bool
    long: bool


def _letters(word: str) -> list[_Letter]:
    folded = japanese.fold_with_offsets(word)
    pieces = (word[start:end] for start, end in zip(folded.starts, folded.ends, strict=True))
    return [
        _Letter(char, japanese.script(piece[0]) == "katakana", piece[-1] in "ーｰ")
        for char, piece in zip(folded.text, pieces, strict=True)
    ]


class _Borders:
    """Says where words end in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._clauses: list[int] | None = None

    def between(self, at: int) -> bool:
        """Whether one word ends before ``text[at]`` and another, or anything else, begins there."""
        text = self._text
        if at in (0, len(text)):
            return True
        left, right = japanese.script(text[at - 1]), japanese.script(text[at])
        if left == "other":
            return not (right == "alnum" and self._joins(at - 1, at - 2))
        if right == "other":
            return not (left == "alnum" and self._joins(at, at + 1))
        if left in _NATIVE and right in _NATIVE:
            start, end = self._clause(at)
            return at - start in _word_starts(text[start:end])
        return left != right

    def _joins(self, at: int, beyond: int) -> bool:
        """Whether the sign at ``at`` ties a letter to the one ``beyond``, as in real-time or model.pkl."""
        text = self._text
        return text[at] in _LATIN_JOINERS and 0 <= beyond < len(text) and japanese.script(text[beyond]) == "alnum"

    def _clause(self, at: int) -> tuple[int, int]:
        """The stretch of text around ``at`` that the analyser needs to see."""
        if self._clauses is None:
            self._clauses = [end.start() for end in _CLAUSE_END.finditer(self._text)]
        next_end = bisect_left(self._clauses, at)
        start = self._clauses[next_end - 1] + 1 if next_end else 0
        end = self._clauses[next_end] if next_end < len(self._clauses) else len(self._text)
        return max(start, at - _FAR), min(end, at + _FAR)


@lru_cache(maxsize=20_000)
def _word_starts(clause: str) -> frozenset[int]:
    """Where a word begins in ``clause``: affixes and single kanji that make one word with their neighbour don't."""
    words = japanese.tokens(clause)
    starts = set()
    alone = True  # whether the word before has no kanji of another word on its left, so that it looks to its right
    for before, word in pairwise(words):
        if not (_binds_back(word) or _binds_next(before, alone=alone)):
            starts.add(word.start)
        alone = not _kanji(before.surface[-1])
    return frozenset(starts)


def _binds_next(word: Word, *, alone: bool) -> bool:
    return word.surface not in _LOOSE_PREFIXES and (word.kind[0] == "接頭辞" or (alone and _is_single_kanji(word)))


def _binds_back(word: Word) -> bool:
    return word.surface not in _LOOSE_SUFFIXES and (word.kind[0] == "接尾辞" or _is_single_kanji(word))


def _is_single_kanji(word: Word) -> bool:
    """Whether a word is one kanji, as the 木 of 回帰木: beside other kanji it is hardly ever a word of its own."""
    return word.kind[0] == "名詞" and word.kind[1] != "数詞" and len(word.surface) == 1 and _kanji(word.surface)


def _kanji(char: str) -> bool:
    return japanese.script(char) == "kanji"
