"""Words for right and wrong that a text asks for (``はい・いいえで答えよ``), and signs that it turns round."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.runs import FOR_TRUTH
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studynotes.model import Collection

NAME = "signs turned round"
_PAIRS = (
    ("はい", "いいえ"), ("正解", "不正解"), ("Yes", "No"), ("YES", "NO"), ("True", "False"), ("TRUE", "FALSE"),
    ("true", "false"), ("T", "F"),
)  # fmt: skip
_YES, _NO = ("|".join(words) for words in zip(*_PAIRS, strict=True))
_ANY = re.compile(r"はい|正解|Yes|YES|True|TRUE|true|T")
_QUOTED, _UNQUOTED = r"[「『(（]?", r"[」』)）]?\s*"
_TOLD = re.compile(
    rf"(?<![A-Za-z]){_QUOTED}(?P<yes>{_YES}){_UNQUOTED}"
    rf"(?:・|/|／|、|か|or|または|もしくは)\s*{_QUOTED}"
    rf"(?P<no>{_NO})(?![A-Za-z]){_UNQUOTED}(?:か)?(?:の(?:どちら|いずれ)か)?\s*"
    r"(?:(?:で|を|と)?、?\s*(?:答え|判定|判断|書[きけい]|記入|記せ|示せ|選[びべん])|(?:形式の?|式の?|の)?(?:問題|クイズ|設問|ドリル))"
)
# 正しければ「はい」、違えば「いいえ」
_TOLD_EACH = re.compile(
    rf"(?:正し(?:い|ければ|かったら)|合って(?:い)?れば|その(?:通|とお)りなら)[^。、「『\n]{{0,6}}、?{_QUOTED}(?P<yes>{_YES}){_UNQUOTED}[、,]\s*"
    rf"(?:そうで|正しく|違|ちが|誤|間違)[^。、「『\n]{{0,8}}、?{_QUOTED}(?P<no>{_NO})(?![A-Za-z])"
)
# 「はい」＝正しい、「いいえ」＝誤り
_MEANS = re.compile(
    rf"{_QUOTED}(?P<yes>{_YES}){_UNQUOTED}(?:=|は|→|が)\s*(?:正し(?:い|ければ)|合って(?:い)?る)[^。、\n]{{0,6}}[、,]\s*"
    rf"{_QUOTED}(?P<no>{_NO}){_UNQUOTED}(?:=|は|→|が)\s*(?:誤り|間違い|正しくない|違う)"
)
# A title that offers both (04 はい／いいえ) asks where a callout beneath it does, or a line asks for the truth
_TITLE = re.compile(rf"(?<![A-Za-z])(?P<yes>{_YES})\s*[/・]\s*(?P<no>{_NO})(?![A-Za-z])")
_ASKING = re.compile(r"\[!(?:question|quiz|problem)\]", re.IGNORECASE)
# of the reader, not of what is right: あなたについて、はい・いいえで答えよ
_OF_ONESELF = re.compile(r"あなた|自分|自身|私|当ては?ま|あては?ま|診断|アンケート|チェックリスト|自己")
# 誤っていれば○、正しければ×を書け; 不適切なものに○をつけよ
_ROUND = re.compile(
    r"(?:誤[りっ]|間違[いっえ]|正しくな|不適切)[^。\n○〇◯×✕☓✗正]{0,12}(?:に|は|れば|なら|[たば]ら)は?、?[^。\n○×]{0,2}[○〇◯]"
    r"(?:[^。\n]{0,24}[×✕☓✗]|を?(?:つけ|付け|書|記))"
)
_TOP = 3  # lines of a stretch that may ask for them
_LONGEST = 80  # characters of what asks


def words_of(stretches: Iterable[Sequence[Line]]) -> tuple[str, str] | None:
    """The words for right and wrong that one of the stretches' first lines asks to answer with; None if none does."""
    for stretch in stretches:
        for line in stretch[:_TOP]:
            said = phrases.plain(line.text) if len(line.text) <= _LONGEST and _ANY.search(line.text) else ""
            found = _asked(said) if said and line.role is not Role.CODE else None
            titled = None if found or not said or line.role is not Role.HEADING else _TITLE.search(said)
            if titled and _asks_beneath(stretch[:_TOP]):
                found = titled
            pair = (found["yes"], found["no"]) if found else None
            if pair in _PAIRS and not _OF_ONESELF.search(said):
                return pair
    return None


def _asked(said: str) -> re.Match[str] | None:
    return _TOLD.search(said) or _TOLD_EACH.search(said) or _MEANS.search(said)


def _asks_beneath(lines: Sequence[Line]) -> bool:
    """Whether lines are those of a callout that asks, or one asks for the truth; none is of the reader."""
    if any(_OF_ONESELF.search(line.text) for line in lines):
        return False
    return any(_ASKING.match(line.block.text) or FOR_TRUTH.search(phrases.plain(line.text)) for line in lines)


def asks_for_verdicts(text: str) -> bool:
    """Whether a text asks to answer with such words: what stands beneath it are statements, and no choices."""
    return len(text) <= _LONGEST and _ANY.search(text) is not None and _asked(phrases.plain(text)) is not None


def with_signs(lines: Sequence[Line], words: tuple[str, str]) -> list[Line]:
    """The lines with ○ and × for these words, where one stands by itself, or ends or begins its line."""
    return [
        line if line.code or line.bold or line.role is Role.CODE else replace(line, text=as_signs(line.text, words))
        for line in lines
    ]


def as_signs(said: str, words: tuple[str, str]) -> str:
    """A text so, but for one that offers both (``はい / いいえ``)."""
    yes, no = words
    if yes not in said and no not in said:
        return said
    if asks_for_verdicts(said):
        said = phrases.plain(said)
        return _MEANS.sub("○か×で答え", _TOLD_EACH.sub("○か×で答え", _TOLD.sub("○か×で答え", said)))
    if re.fullmatch(rf"\W*{yes}\s*[/／・|か]\s*{no}\W*", said):
        return said
    signs = {yes: "○", no: "×"}
    around = rf"(?:^|(?<=[\s　。．.、,:：→⇒(（\[【\d]))(?P<word>{no}|{yes})(?=$|[\s　。．、,()（）\]】:：])"
    return re.sub(around, lambda found: signs[found["word"]], said)


def with_signs_read(
    stretches: list[list[Line]], listed: Mapping[str, str]
) -> tuple[list[list[Line]], Mapping[str, str], bool]:
    """A section's stretches and its file's answers with signs for such words, if a first line asks for some; if so."""
    words = words_of(stretches)
    if words is None:
        return _with_signs_by_heading(stretches, listed)
    return [with_signs(stretch, words) for stretch in stretches], _answers_as_signs(listed, words), True


def _answers_as_signs(listed: Mapping[str, str], words: tuple[str, str]) -> Mapping[str, str]:
    return {name: as_signs(said, words) if said.startswith(words) else said for name, said in listed.items()}


def _with_signs_by_heading(
    stretches: list[list[Line]], listed: Mapping[str, str]
) -> tuple[list[list[Line]], Mapping[str, str], bool]:
    """The same where only what stands beneath one heading of a stretch asks so (``### Q4. はい／いいえ``)."""
    result = []
    for stretch in stretches:
        heads = [at for at, line in enumerate(stretch) if at and line.role is Role.HEADING]
        parts = [stretch[first:last] for first, last in pairwise([0, *heads, len(stretch)])]
        found = [words_of([part]) if part[0].role is Role.HEADING else None for part in parts if part]
        for words in filter(None, found):
            listed = _answers_as_signs(listed, words)
        signed = (with_signs(part, each) if each else part for part, each in zip(parts, found, strict=False))
        result.append([line for part in signed for line in part])
    return result, listed, False


def is_turned_round(collection: Collection) -> bool:
    """Whether a file asks for ○ on what is wrong: what its signs say of a statement, nobody could tell at once."""
    blocks = (block for page in collection.pages for block in page.all_blocks)
    return any(_ROUND.search(block.text) for block in blocks if "○" in block.text or "〇" in block.text)
