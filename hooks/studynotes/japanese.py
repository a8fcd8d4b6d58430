"""Japanese text for machines: folding of spellings, readings, word borders.

Used by the glossary's matcher and by the search index:

* :func:`fold` gives a text's *folded* form: two spellings of one word fold alike;
* :func:`fold_with_offsets` gives the same with the way back to the original text;
* :func:`tokens` cuts a text into words (SudachiPy, dictionary ``small``, mode C);
* :func:`reading` gives a text's reading in hiragana;
* :func:`plain` and :func:`to_hiragana` are the parts of folding that keep every character's place;
* :func:`script` says which script a character belongs to.

How :func:`fold` folds, in this order, so that another language can do the same:

1. Unicode NFKC, lower case, final sigma as sigma; lone surrogates become U+FFFD; the CJK radicals
   that NFKC leaves alone (``⻑``, as copied from PDF files) become their ideographs; characters
   without a look of their own (zero-width, soft hyphen, variation selectors) are dropped.
2. A long-vowel mark (any number of them) after kana is dropped (``サーバー`` = ``サバ``), and so
   is a middle dot between katakana (``モデル・レジストリ``). A run of white space becomes one
   space, and nothing where it stands between a Japanese character and a Latin letter or digit
   (``F1 スコア`` = ``F1スコア``).
3. ``ヴァ ヴィ ヴ ヴェ ヴォ`` become ``バ ビ ブ ベ ボ``; katakana become hiragana; small vowels
   become large (``ウェイト`` = ``ウエイト``), while ``ゃ ゅ ょ っ`` stay; ``ぢ づ`` become ``じ ず``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sudachipy import Dictionary, SplitMode, Tokenizer  # type: ignore[import-untyped]  # ships no types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}  # ァ to ヶ; they mirror ぁ to ゖ
_KATAKANA |= {0x30FD: 0x309D, 0x30FE: 0x309E}  # ヽ ヾ
_SAME_LENGTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_SAME_LENGTH |= {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)}
# Unicode's EquivalentUnifiedIdeograph for the supplementary radicals that text layers of PDF files hold.
_SAME_LENGTH |= str.maketrans(
    "⺅⺉⺟⺠⺩⺭⺹⺼⺾⻁⻂⻄⻆⻊⻌⻎⻏⻑⻖⻗⻘⻝⻞⻟⻣⻤⻨⻩⻫⻭⻯⻲",
    "亻刂母民王礻耂月艹虎衤西角足辶辶阝長阝雨青食食食骨鬼麦黄斉歯竜亀",
)
# Looked for and replaced one by one: they are few, and str.translate takes six times as long over the others.
_SAME_LENGTH_CHARS = {chr(code): chr(usual) for code, usual in _SAME_LENGTH.items()}
_UNUSUAL = re.compile(f"[{''.join(map(re.escape, _SAME_LENGTH_CHARS))}]")
_INVISIBLE = re.compile("[\xad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Characters that NFKC leaves alone on their own; what follows one may still combine with it. (Not all of them: those
# that notes are made of. The second line is dashes and quotation marks, arrows, boxes, dingbats, emoji.)
_STABLE = (
    "\x00-\x7fぁ-ゖァ-ヺー・、。「」『』【】〈〉《》々〇〜一-\u9fff\ufffc"
    "\u2012-\u2016\u2018-\u2022\u2190-\u21ff\u2500-\u27bf\U0001f300-\U0001faff"
)
_UNSTABLE = re.compile(f"[{_STABLE}]?[^{_STABLE}]+")
_KANA = "ぁ-ゖァ-ヺ"
_JAPANESE = f"{_KANA}ー々一-\u9fff\u3400-\u4dbf"
_CHANGES = re.compile(
    "(?=[ー・ヴゔ ])(?:"  # says the same as what follows, and passes over all other characters in a third of the time
    rf"(?P<long>(?<=[{_KANA}])ー+)|(?P<dot>(?<=[ァ-ヺー])・(?=[ァ-ヺ]))|(?P<vu>[ヴゔ][ァィェォぁぃぇぉ])"
    rf"|(?P<spacing>(?<=[{_JAPANESE}]) +(?=[a-z0-9])|(?<=[a-z0-9]) +(?=[{_JAPANESE}]))|(?P<space>  +))"
)
_OTHER_SPACE = re.compile(r"[^\S ]")
_VU_ROW = {"ァ": "バ", "ィ": "ビ", "ェ": "ベ", "ォ": "ボ", "ぁ": "ば", "ぃ": "び", "ぇ": "べ", "ぉ": "ぼ"}
_KANA_VARIANTS = str.maketrans("ぁぃぅぇぉゎゔぢづ", "あいうえおわぶじず")
_FINAL_KANA = {code: _KANA_VARIANTS.get(kana, kana) for code, kana in _KATAKANA.items()} | _KANA_VARIANTS
_ALL_KANA = "ァ-ヺーヽヾ\uff66-\uff9f", "ぁ-ゖゝゞ"
_ALL_KANJI = "々〆一-\u9fff\u3400-\u4dbf\uf900-\ufaff\U00020000-\U0003ffff"
_SCRIPTS = re.compile(
    rf"(?P<katakana>[{_ALL_KANA[0]}])|(?P<hiragana>[{_ALL_KANA[1]}])|(?P<kanji>[{_ALL_KANJI}])|(?P<alnum>[^\W])"
)
_READABLE = re.compile(f"[{''.join(_ALL_KANA)}{_ALL_KANJI}]")
_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]+|[^。！？!?\n]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SUDACHI_LIMIT = 16_000  # characters; SudachiPy refuses inputs above 49,149 bytes of UTF-8


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where each of its characters stands in the original.

    Character ``i`` of ``text`` was written as ``original[starts[i]:ends[i]]``. A dropped
    long-vowel mark or invisible character belongs to the character before it; a dropped space
    or middle dot belongs to none.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that the folded characters ``start`` to ``end - 1`` were written as."""
        return self.starts[start], self.ends[end - 1]


class Word(NamedTuple):
    """One word of a text; ``surface`` is ``text[start:end]``.

    ``kind`` is the first two levels of the part of speech in UniDic's terms, e.g.
    ``("接尾辞", "名詞的")``. ``reading`` is in hiragana; where the dictionary has none (symbols,
    digits, Latin letters, unknown kanji) it is the surface in lower case.
    """

    surface: str
    start: int
    end: int
    kind: tuple[str, str]
    reading: str


def fold(text: str) -> str:
    """Return the folded form of ``text``: the spellings of a word share one (rules: the module's docstring)."""
    return fold_with_offsets(text).text


def fold_with_offsets(text: str) -> Folded:
    """Return ``text`` folded as :func:`fold` does, with the way back. Never raises; linear in the text."""
    usual, starts, ends = _normalised(text)
    usual = _OTHER_SPACE.sub(" ", usual)  # so that most white space, a line's end, is no change of length
    pieces: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    done = 0
    for change in _CHANGES.finditer(usual):
        first, last = change.span()
        pieces.append(usual[done:first])
        new_starts += starts[done:first]
        new_ends += ends[done:first]
        done = last
        replacement = ""
        if change["long"]:
            new_ends[-1] = ends[last - 1]
        elif change["vu"]:
            replacement = _VU_ROW[usual[last - 1]]
        elif change["space"]:
            replacement = " "
        if replacement:
            pieces.append(replacement)
            new_starts.append(starts[first])
            new_ends.append(ends[last - 1])
    if done:
        usual = "".join([*pieces, usual[done:]])
        starts = [*new_starts, *starts[done:]]
        ends = [*new_ends, *ends[done:]]
    return Folded(usual.translate(_FINAL_KANA), starts, ends)


def plain(text: str) -> str:
    """Return ``text`` with full-width ASCII and radicals as the usual characters, each in its old place.

    Lone surrogates, which have no UTF-8, become U+FFFD.
    """
    return _SURROGATES.sub("\ufffd", _UNUSUAL.sub(lambda found: _SAME_LENGTH_CHARS[found[0]], text))


def to_hiragana(text: str) -> str:
    """Return ``text`` with its katakana as hiragana, character by character; the rest stays (so does ``ー``)."""
    return text.translate(_KATAKANA)


@lru_cache(maxsize=20_000)
def script(char: str) -> str:
    """Return the script of one character: ``katakana``, ``hiragana``, ``kanji``, ``alnum`` or ``other``.

    ``alnum`` is any letter, digit or underscore of another script; the long-vowel mark is katakana.
    """
    found = _SCRIPTS.match(char)
    return found.lastgroup or "other" if found else "other"


def tokens(text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in order, as SudachiPy (mode C) cuts them. They cover the text without a gap."""
    words = []
    for offset, sentence in _chunks(text):
        for morpheme in _tokenizer().tokenize(sentence, SplitMode.C):
            start, end = offset + morpheme.begin(), offset + morpheme.end()
            if start == end:
                continue
            surface = text[start:end]
            spoken = morpheme.reading_form() if _READABLE.search(surface) else ""
            kind = morpheme.part_of_speech()[:2]
            words.append(Word(surface, start, end, kind, to_hiragana(spoken or surface.lower())))
    return tuple(words)


def reading(text: str) -> str:
    """Return the reading of ``text`` in hiragana, e.g. ``がいねんどりふと``; the rest stays, in lower case."""
    return "".join(word.reading for word in tokens(unicodedata.normalize("NFKC", text)))


@cache
def _tokenizer() -> Tokenizer:
    """The analyser; loading its dictionary takes a tenth of a second, so only when first used."""
    return Dictionary(dict="small").tokenizer()


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Cut ``text`` at ends of sentences into pieces that the analyser takes, with their offsets."""
    text = _SURROGATES.sub("\ufffd", text)
    if len(text) <= _SUDACHI_LIMIT:
        yield 0, text
        return
    start = end = 0
    for sentence in _SENTENCE.finditer(text):
        if end > start and sentence.end() - start > _SUDACHI_LIMIT:
            yield from _cut(text, start, end)
            start = end
        end = sentence.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The range in pieces of at most the analyser's limit; a sentence above it is cut anywhere."""
    for at in range(start, end, _SUDACHI_LIMIT):
        yield at, text[at : min(end, at + _SUDACHI_LIMIT)]


def _normalised(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Step 1 of folding: the text, and for each of its characters where it starts and ends in the original."""
    usual = plain(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for run in _UNSTABLE.finditer(usual):
        pieces.append(usual[done : run.start()].lower())
        starts += range(done, run.start())
        ends += range(done + 1, run.start() + 1)
        done = run.end()
        for start, end, piece in _clusters(usual, run.start(), run.end()):
            visible = _INVISIBLE.sub("", piece)
            if not visible and ends:
                ends[-1] = end
            pieces.append(visible)
            starts += [start] * len(visible)
            ends += [end] * len(visible)
    if not done:
        return usual.lower(), range(len(text)), range(1, len(text) + 1)
    pieces.append(usual[done:].lower())
    starts += range(done, len(text))
    ends += range(done + 1, len(text) + 1)
    return "".join(pieces), starts, ends


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Cut a range into the shortest pieces that can be normalised on their own; yields start, end, normal form."""
    first = start
    last = unicodedata.normalize("NFKC", text[start])[-1]  # what the piece so far ends in, once normalised
    for at in range(start + 1, end):
        if not _joins(last, text[at]):
            yield first, at, _nfkc_lower(text[first:at])
            first, last = at, ""
        last = unicodedata.normalize("NFKC", last + text[at])[-1]
    yield first, end, _nfkc_lower(text[first:end])


def _joins(last: str, char: str) -> bool:
    """Whether ``char`` can change what stands before it (a mark such as ``ﾞ``, or a composing letter).

    Of that, normalised, only the ``last`` character matters: a letter composes with none further away.
    """
    if unicodedata.combining(unicodedata.normalize("NFKD", char)[0]):
        return True
    return unicodedata.normalize("NFKC", last + char) != last + unicodedata.normalize("NFKC", char)


def _nfkc_lower(piece: str) -> str:
    lower = unicodedata.normalize("NFKC", piece).lower().replace("ς", "σ")
    return unicodedata.normalize("NFKC", lower).translate(_SAME_LENGTH)
