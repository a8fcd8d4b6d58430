"""Words for right and wrong that a text asks for (``はい・いいえで答えよ``), and signs that it turns round."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studynotes.model import Collection

NAME = "signs turned round"
_PAIRS = (
    ("はい", "いいえ"), ("正解", "不正解"), ("Yes", "No"), ("YES", "NO"), ("True", "False"), ("TRUE", "FALSE"),
    ("true", "false"), ("T", "F"),
)  # fmt: skip
_ANY = re.compile(r"はい|正解|Yes|YES|True|TRUE|true|T")
_QUOTED, _UNQUOTED = r"[「『(（]?", r"[」』)）]?\s*"
_TOLD = re.compile(
    rf"(?<![A-Za-z]){_QUOTED}(?P<yes>{'|'.join(yes for yes, _ in _PAIRS)}){_UNQUOTED}"
    rf"(?:・|/|／|、|か|or|または|もしくは)\s*{_QUOTED}"
    rf"(?P<no>{'|'.join(no for _, no in _PAIRS)})(?![A-Za-z]){_UNQUOTED}(?:か)?(?:の(?:どちら|いずれ)か)?\s*"
    r"(?:(?:で|を|と)?、?\s*(?:答え|判定|判断|書[きけい]|記入|記せ|示せ|選[びべん])|(?:形式の?|式の?|の)?(?:問題|クイズ|設問|ドリル))"
)
# of the reader, not of what is right: あなたについて、はい・いいえで答えよ
_OF_ONESELF = re.compile(r"あなた|自分|自身|私|当ては?ま|あては?ま|診断|アンケート|チェックリスト|自己")
# 誤っていれば○、正しければ×を書け; 不適切なものに○をつけよ
_ROUND = re.compile(
    r"(?:誤[りっ]|間違[いっえ]|正しくな|不適切)[^。\n○〇◯×✕☓✗正]{0,12}(?:に|は|れば|なら|[たば]ら)は?、?[^。\n○×]{0,2}[○〇◯]"
    r"(?:[^。\n]{0,24}[×✕☓✗]|を?(?:つけ|付け|書|記))"
)
_TOP = 3  # lines of a stretch that may ask for them
_LONGEST = 80  # characters of what asks


def words_of(lines: Iterable[Line]) -> tuple[str, str] | None:
    """The words for right and wrong that one of some lines asks to answer with; None where none does so."""
    for line in lines:
        said = phrases.plain(line.text) if len(line.text) <= _LONGEST and _ANY.search(line.text) else ""
        found = _TOLD.search(said) if said and line.role is not Role.CODE else None
        pair = (found["yes"], found["no"]) if found else None
        if pair in _PAIRS and not _OF_ONESELF.search(said):
            return pair
    return None


def asks_for_verdicts(text: str) -> bool:
    """Whether a text asks to answer with such words: what stands beneath it are statements, and no choices."""
    return len(text) <= _LONGEST and _ANY.search(text) is not None and _TOLD.search(phrases.plain(text)) is not None


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
        return _TOLD.sub("○か×で答え", phrases.plain(said))
    if re.fullmatch(rf"\W*{yes}\s*[/／・|か]\s*{no}\W*", said):
        return said
    signs = {yes: "○", no: "×"}
    around = rf"(?:^|(?<=[\s　。．.、,:：→⇒(（\[【\d]))(?P<word>{no}|{yes})(?=$|[\s　。．、,)）\]】:：])"
    return re.sub(around, lambda found: signs[found["word"]], said)


def with_signs_read(
    stretches: list[list[Line]], listed: Mapping[str, str]
) -> tuple[list[list[Line]], Mapping[str, str], bool]:
    """A section's stretches and its file's answers with signs for such words, if a first line asks for some; if so."""
    words = words_of(line for stretch in stretches for line in stretch[:_TOP])
    if words is None:
        return stretches, listed, False
    answers = {name: as_signs(said, words) if said.startswith(words) else said for name, said in listed.items()}
    return [with_signs(stretch, words) for stretch in stretches], answers, True


def is_turned_round(collection: Collection) -> bool:
    """Whether a file asks for ○ on what is wrong: what its signs say of a statement, nobody could tell at once."""
    blocks = (block for page in collection.pages for block in page.all_blocks)
    return any(_ROUND.search(block.text) for block in blocks if "○" in block.text or "〇" in block.text)
