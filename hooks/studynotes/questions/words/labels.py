"""The labels of choices (``A.``, ``ア)``, ``(1)``, ``②``, ``**B**:``) and lists of them in an answer (``B, D``)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LATIN = "ABCDEFGHIJ"
_KATAKANA = "アイウエオカキクケコ"
_HIRAGANA = "あいうえおかきくけこ"
_IROHA = "いろはにほへと"
_KATAKANA_IROHA = "イロハニホヘト"
_DIGITS = tuple(str(number) for number in range(1, 11))
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_FAMILIES: tuple[Sequence[str], ...] = (_LATIN, _ROMAN, _KATAKANA, _HIRAGANA, _IROHA, _KATAKANA_IROHA, _DIGITS)

KATAKANA = "ア-コロハニホヘト"
"""The katakana that label choices, in either order (アイウ…, イロハ…), for inside a pattern's square brackets."""

_LABEL = "[A-Ja-j]|10|[1-9]|[アイウエオカキクケコロハニホヘトｱ-ｺ]|[あいうえおかきくけころはにほへと]"
_ROMAN_FIGURES = r"(?:i{1,3}|iv|vi{0,3}|ix|x|I{2,3}|IV|VI{0,3}|IX|X)"
# … within brackets, where ``x`` ticks a box
_ROMAN_INSIDE = r"(?:[ⅰ-ⅹⅠ-Ⅹ]|i{2,3}|iv|vi{0,3}|ix|I{2,3}|IV|VI{0,3}|IX)"
# A label at a line's start: in brackets, or before a full stop, bracket or colon; a capital also before a space.
_OPENING = re.compile(
    rf"[\s　]*(?:[•・‣▪]\s*)?(?:(?:選択)?肢\s*)?"
    rf"(?:[(（\[【]\s*(?P<inside>{_LABEL})\s*[)）\]】]\s*[.．:：]?"
    rf"|(?P<roman>{_ROMAN_FIGURES})[.．)）](?=[\s　])|[(（]\s*(?P<figure>{_ROMAN_INSIDE})\s*[)）]"
    rf"|(?P<outside>{_LABEL})\s*(?:[)）]|[.．:：、](?!\d)|(?<!\d)[.．:：](?=\d))"
    rf"|(?P<circled>[①-⑩❶-❿ⓐ-ⓙⒶ-Ⓙ]|[Ⅰ-Ⅹⅰ-ⅹ](?![-–]\d)|[1-9]\ufe0f?\u20e3)\s*[.．:：]?"
    rf"|(?P<spaced>[A-Ja-jア-オカキクケコロハニホヘトｱ-ｺ](?=[\s　])|[1-9あ-おかきくけころはにほへと](?=　))"
    rf")[\s　]*"
)  # fmt: skip
_BEFORE_FIGURE = re.compile(r"[\s　]*(?P<label>[1-9１-９])．(?=[0-9])")  # １．50L: a wide stop is no decimal point
_COLUMNS = re.compile(r"[ \t　]{2,}(?=\S)")  # between choices side by side
_SEPARATOR = r"(?:[\s,、，・/&＆+＋]|と|および|及び|and)+"
# What begins a word is no label, as the e of "1 exhausted" and the ア of "2 アジア"; nor is an article, "1 a dog".
_ARTICLE = r"(?<=[\s　])[aI][\s　]+(?!and\b|or\b)[A-Za-z]{2}"
_BEGINS_A_WORD = rf"(?!10(?![0-9]))[0-9]{{2}}|[A-Ja-j][A-Za-zÀ-ÿ]|[{KATAKANA}ｱ-ｺ][ァ-ヺー一-鿿]"
# … and so is the こ of "2 ここだけ…", behind a label of another kind
_HIRAGANA_WORD = r"(?<=[0-9A-Za-zァ-ヶ)）①-⑩][\s　])[あ-ころはにほへ][ぁ-んァ-ヺ一-鿿]"
_BARE = rf"(?!{_ARTICLE}|{_BEGINS_A_WORD}|{_HIRAGANA_WORD})(?:{_LABEL})"
_TOKEN = rf"(?:(?:選択)?肢|オプション)?\s*(?:[(（\[「](?:{_LABEL})[)）\]」]|{_BARE}[)）\]」]?)(?:\s*番目?)?"
_LIST = re.compile(rf"(?:{_TOKEN})(?:(?:{_SEPARATOR}|(?<=[)）])(?=[(（]))(?:{_TOKEN}))*")
# One label and the choice's words behind it: "B) 遅延", "2. FIFO キュー".
_WORDED = re.compile(
    rf"[(（]?(?P<label>{_LABEL})(?![.．]\d)[)）.．:：](?![(（](?:{_LABEL})[)）])\s*(?=[^\s,、，・/&+と])"
)
# What makes a supposed label the beginning of a word or figure ("AWS", "15 分", "0.8", "あり").
_GOES_ON = re.compile(
    rf"[A-Za-z0-9ァ-ヺー一-鿿]|[.．]\d|\s*(?:or\b|または|もしくは|あるいは|か\b)|(?!です|でした|だ|のみ|が|は|の|で、|で,|となる|となり|になる|になり)[ぁ-ん]"
    rf"|\s*[-–—~〜～―]\s*(?:{_LABEL})(?![A-Za-z0-9ァ-ヺー一-鿿^×÷*/+=])"  # a range
)
_ROMANS = re.compile(rf"[(]?[IVXivx]+[)]?(?:(?:{_SEPARATOR}|(?<=[)])(?=[(]))[(]?[IVXivx]+[)]?)*[.]?(?![A-Za-z0-9])")
_ANY_LABEL = rf"(?:{_LABEL}|[①-⑩ⓐ-ⓙⒶ-Ⓙ])"
# ①は…, ②と③を…; ①でも届くけれど…, ②だと全部見える, but ①でも (しかし)
_SUBJECT = re.compile(
    rf"{_ANY_LABEL}(?:\s*[、,・と]\s*{_ANY_LABEL})*\s*(?:は|が|も|を|と|(?:でも|では|じゃ|だけ)(?=[一-鿿ァ-ヺA-Za-z]))"
)
# (4)は標準化、…: not (1)はい, (2)がんばる
_BRACKETED_SUBJECT = re.compile(rf"[(](?:{_LABEL})[)](?:は(?!い)|[がも](?=[一-鿿ァ-ヺA-Za-z\d]))")
_ONE = re.compile(_LABEL)
# Words between labels, which hold letters that are none.
_WORDS_BETWEEN = re.compile(r"(?:選択)?肢|オプション|および|及び|and", re.IGNORECASE)
_GAP = re.compile(r"[\s　]+")
_BAR = re.compile(r"[\s　]*[/／|｜][\s　]*$")
_BETWEEN = re.compile(r"\s*[・、,，と]\s*|[\s　]+")  # ア・ウ
_WIDE = re.compile(r"　+|\t|\s{2,}")  # what stands behind it is another thing
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(ord("！"), ord("～") + 1)}
_LEAST = 3  # lines of a run, in a block of code
_LONGEST_LABEL = 16  # characters, with what is around it


def normal(label: str) -> str:
    """The label as compared: ``Ｂ``, ``b`` and ``B`` are one, and so are ``②``, ``２`` and ``2``."""
    if "❶" <= label <= "❿":
        return str(ord(label) - ord("❶") + 1)
    label = label.rstrip("\ufe0f\u20e3")
    return unicodedata.normalize("NFKC", label).upper()


@lru_cache(maxsize=4096)
def opening(text: str) -> tuple[str, int] | None:
    """The label that ``text`` begins with and where the words after it begin, or None."""
    plain = _same_length(text)
    found = _OPENING.match(plain)
    if not found and "．" in text[:_LONGEST_LABEL] and (wide := _BEFORE_FIGURE.match(text)):
        return normal(wide["label"]), wide.end()
    if not found or (found.end() >= len(text.rstrip()) and found["spaced"]):
        return None
    kinds = ("inside", "roman", "figure", "outside", "circled", "spaced")
    return normal(next(found[kind] for kind in kinds if found[kind])), found.end()


def follows(labels: Sequence[str], label: str) -> bool:
    """Whether ``label`` is the next one after ``labels`` in some family (the first one where there are none)."""
    wanted = [*labels, label]
    return any(list(family[: len(wanted)]) == wanted for family in _FAMILIES)


def runs_in(source: str) -> bool:
    """Whether lines are labelled in order (``A. …``, ``B. …``), whatever stands between: no code is.

    Several choices may stand on a line; a first label alone may be a column's head (``a   b   c`` above ``ア …``).
    """
    known: list[str] = []
    labelled = (line.strip() for line in source.split("\n") if opening(line))
    for found in filter(None, (opening(part) for line in labelled for part in side_by_side(line))):
        if follows(known, found[0]):
            known.append(found[0])
        elif len(known) == 1 and follows((), found[0]):
            known = [found[0]]
    return len(known) > 1


def is_run(source: str) -> bool:
    """Whether every line is labelled, three at least and in order from the first label on: no program is written so."""
    known: list[str] = []
    for line in filter(str.strip, source.split("\n")):
        found = opening(line)
        if found is None or not follows(known, found[0]) or found[1] >= len(line.rstrip()):
            return False
        known.append(found[0])
    return len(known) >= _LEAST


def side_by_side(line: str) -> Sequence[str]:
    """The choices that stand on one line with white space between them, or the line as it is."""
    parts = _COLUMNS.split(line)
    return parts if all(map(opening, parts)) else [line]


def is_akin(labels: Sequence[str], label: str) -> bool:
    """Whether ``label`` is of the family that ``labels`` are of, in whatever place."""
    return any(list(family[: len(labels)]) == list(labels) and label in family for family in _FAMILIES)


def counted_otherwise(labels: Sequence[str]) -> Sequence[str]:
    """Letters for the first figures, and figures for the first letters; nothing for other labels."""
    for one, other in ((_LATIN, _DIGITS), (_DIGITS, _LATIN)):
        if labels and list(one[: len(labels)]) == list(labels):
            return list(other[: len(labels)])
    return []


def lists_several(text: str) -> bool:
    """Whether a text is nothing but several labels (``ア、ウ``, ``a と c``): one choice, of statements above it."""
    value = unicodedata.normalize("NFKC", text).strip()
    return len(_ONE.findall(value)) > 1 and _LIST.fullmatch(value) is not None


def is_subject(text: str) -> bool:
    """Whether a label at the beginning is a sentence's subject (``A は…``)."""
    return bool(_SUBJECT.match(_same_length(text)))


def is_told_of(text: str) -> bool:
    """Whether a line beneath choices tells of one of them: its label is the subject, in brackets, too (``(4)は…``)."""
    return is_subject(text) or _BRACKETED_SUBJECT.match(_same_length(text)) is not None


def combines(text: str, known: Sequence[str]) -> bool:
    """Whether a line is a combination of statements (``ア・ウ``), which is a choice where those before are none."""
    parts = [normal(part) for part in _BETWEEN.split(text.strip())]
    return bool(parts[1:]) and all(part in known for part in parts)


def split(text: str, before: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Where the choices written on one line stand (``ア 10　イ 20　ウ 30``): ranges, none where it is no such line.

    They must be labelled in order from the first, or from those ``before`` on, which stand on lines above, and be three
    at least, or two with a wide space between.
    """
    first = opening(text)
    starts = [0]
    above = before if first and follows(before, first[0]) else ()
    known = [*above, first[0]] if first and follows(above, first[0]) else []
    for gap in _GAP.finditer(text) if known else ():
        found = opening(text[gap.end() : gap.end() + _LONGEST_LABEL])
        if found and follows(known, found[0]) and gap.start() > starts[-1] and _alike(text, text[gap.end() :]):
            known.append(found[0])
            starts.append(gap.end())
    wide = (
        len(starts) > 1 and len(text[: starts[1]]) - len(text[: starts[1]].rstrip()) + text[: starts[1]].count("　") > 1
    )
    if not starts[2:] and not wide:
        return []
    ends = starts[1:]
    bars = [_BAR.search(text[:end]) for end in ends]
    if all(bars):  # A. 腐葉土 / B. 鉢底石
        ends = [bar.start() for bar in bars if bar]
    return list(zip(starts, [*ends, len(text)], strict=True))


def _alike(first: str, second: str) -> bool:
    """Whether two labels are written alike, as far as circles go (the ``[2]`` of ``① [2]　② [1]`` is no label)."""
    circled = [bool(re.match(r"[\s　]*[①-⑩❶-❿ⓐ-ⓙⒶ-Ⓙ]", each)) for each in (first, second)]
    return circled[0] == circled[1]


# (a) B: the answer to part (a), and no list of two labels
_PART_WITH_LABEL = re.compile(rf"\([^()]+\)\s+[A-Ja-j\d{KATAKANA}](?!\))")


_ANSWER_IN_SMALL = re.compile(r"A[\s　]+(?=[a-j](?![a-z]))")


def answer_labels(payload: str, known: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """The labels an answer names, and whatever follows them; None where it names none or an unknown one.

    ``B, D`` → B and D; ``１，４`` → 1 and 4; ``B) 遅延`` → B and ``遅延``; ``BD`` → both; ``A〜C``, ``(a) B`` → None.
    ``A b`` → B: the capital is the word for the answer, as in ``A: b``.
    """
    plain = _same_length(payload).strip()
    if plain[:1] == "A" and (found := _ANSWER_IN_SMALL.match(plain)):
        plain = plain[found.end() :]
    if are_roman(known):
        return _romans_in(unicodedata.normalize("NFKC", plain), known)
    apart = _WIDE.search(plain)
    if apart and _LIST.fullmatch(plain[: apart.start()]) and not _LIST.fullmatch(plain[apart.end() :]):
        first = _labels_in(plain[: apart.start()], known)
        return (first[0], plain[apart.start() :]) if first else None
    return _labels_in(plain, known)


def are_roman(known: Sequence[str]) -> bool:
    """Whether labels are Roman figures (``(ⅰ)``, ``ii.``), which are also letters of a text."""
    return tuple(known[:2]) == _ROMAN[:2]


def _romans_in(plain: str, known: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """The Roman figures that an answer begins with (``ii``, ``I、III``), and what follows them."""
    found = _ROMANS.match(plain)
    named = [each.upper() for each in re.findall(r"[IVXivx]+", found[0])] if found else []
    if not found or not named or any(label not in known for label in named):
        return None
    return tuple(dict.fromkeys(named)), plain[found.end() :]


def _labels_in(plain: str, known: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    together = re.fullmatch(r"[A-J]{2,6}", plain)
    if together and all(letter in known for letter in plain) and len(set(plain)) == len(plain):
        return tuple(plain), ""
    worded = _WORDED.match(plain)
    found = worded if worded and not _LIST.fullmatch(plain) else _LIST.match(plain)
    if not found or (found is not worded and _GOES_ON.match(plain[found.end() :])):
        return None
    if "(" in found.group() and _PART_WITH_LABEL.search(found.group()):
        return None
    rest = plain[found.end() :]
    rest = rest if rest.strip("! ") else ""  # ハ!
    if found is worded:
        label = normal(found["label"])
        return ((label,), rest) if label in known else None
    # と joins two labels, and is one itself among いろは
    named = [normal(each) for each in _ONE.findall(_WORDS_BETWEEN.sub(",", found.group()))]
    labels = tuple(dict.fromkeys(label for label in named if label in known or label != "と"))
    if not labels or any(label not in known for label in labels):
        return None
    return labels, rest


def _same_length(text: str) -> str:
    """Full-width letters and figures as ASCII, every character in its place."""
    return text.translate(_HALF_WIDTH)
