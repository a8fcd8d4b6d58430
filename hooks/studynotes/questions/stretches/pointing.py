"""Answers that no word announces: behind an arrow, on a flash card, in a cloze, in bold beneath a gap."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from studynotes.questions.text.asking import asks_for_a_thing
from studynotes.questions.text.flashcards import TURNS
from studynotes.questions.text.lines import Line, Role, following
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.disowning import disowns, reneges
from studynotes.questions.words.keyline import explains, hedged
from studynotes.questions.words.typed import Answer, also, fills, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ARROW = r"(?:→|⇒|➡)"
_CARD = re.compile(r"(?P<said>[^:]+?)\s*:{2,3}\s*(?P<answer>[^:\s].*)")  # …は？::答え, …した（　　）令::徴兵
_CLOZE = re.compile(r"\{\{c\d+::(?P<answer>[^{}:]+)(?:::[^{}]*)?\}\}")
_POINTED = re.compile(rf"(?P<said>[^→⇒➡]+?)[\s　]*{_ARROW}[\s　]*(?P<answer>[^→⇒➡]+)")
_BENEATH = re.compile(rf"\s*{_ARROW}[\s　]*(?P<answer>[^→⇒➡]+)")
_WRITTEN_IN = re.compile(r"【[\s　]*(?P<answer>[^【】]*[^【】\s　])[\s　]*】")
_SERIES = re.compile(rf"(?P<said>[^→⇒➡]+){_ARROW}[^→⇒➡]*")
# …を（　）という。…氷: dots behind a whole sentence, as others write an arrow
_DOTTED = re.compile(r"(?P<said>[^…‥→⇒➡]+[。．])[\s　]*(?:…+|‥+)[\s　]*(?P<answer>[^…‥→⇒➡]*)")
_APART = re.compile(r"　+|\t|\s{2,}")
_FIGURE_APART = re.compile(r"(\d[\d,.]*)[ 　]+(?=[^\W\da-zA-Z])")
_COMMON = 2  # characters that counterparts end with
_NOUN = re.compile(r"(?:[一-鿿々]+[いきぎしじちにびみりえけげせてねべめれ]?){2,}")  # 後入れ先出し
_TELLS = re.compile(r"[はがをにで]|なら")  # what explains is more than another answer
_TELLS_OTHERWISE = re.compile(
    r"正解|正答|正し|答え|本当|実は|(?:では|じゃ)な|間違|まちが|違[うっい]|誤[りっ]|[×✕☓✗✘❌]|も(?:OK|可|○)"
)
_GAPS_END = ")）]］】〕_＿□"
_ENDS = ("。", "．", ".")
_SQUARES = re.compile(r"□{2,}[一-鿿]|[一-鿿]□{2,}")  # 孤立□□
_TO_WRITE = re.compile(r"[(（\[［【]\s*(?:記述|入力|筆記|書き?取り)(?:式|問題)?\s*[)）\]］】]\s*$")  # …は？（記述）
_GAP_END = re.compile(r"[(（][\s　]*[)）]\s*$")
_RECONSIDERS = re.compile(r"\s*(?:いや|いえ|やっぱり?|やはり|じゃなく|ではなく|でなく)")  # 氷。いや、霜。
_TAKES_BACK = re.compile(r"\s*(?:[×✕☓✗❌△]|[(（※→]*\s*(?:正しくは|訂正|間違|自分の))")  # beneath it


@dataclass(frozen=True, slots=True)
class Pointed:
    """An answer on the question's own line: where the question ends there, its gap (if it is a cloze), the answer."""

    end: int
    gap: str
    answer: Answer | None


def on_line(line: Line, *, in_series: bool = False) -> Pointed | None:
    """The answer that a line gives itself: a card's ``…は？::答え``, one ``{{c1::答え}}``, ``3. …は？ → 答え``.

    A card may have a gap instead (``…（　）令::徴兵``).
    An arrow alone may lead anywhere (``3. 許可あり？ → 通す``): it counts only once, in a numbered line that asks for a
    thing or has a gap, or in a series of sentences with gaps (``in_series``), where dots do, too (``…という。…氷``).
    """
    clozes = list(_CLOZE.finditer(line.text))
    if clozes:
        cloze = clozes[0]
        return Pointed(len(line.text), cloze[0], read(cloze["answer"], line) if len(clozes) == 1 else None)
    card = _CARD.fullmatch(line.text) if "::" in line.text else None
    if card and (card["said"].endswith(("?", "？")) or phrases.has_gap(card["said"])):
        return Pointed(card.end("said"), "", _plain(card["answer"], line))
    arrow = _POINTED.fullmatch(line.text) if in_series or _is_numbered(line) else None
    arrow = arrow or (_DOTTED.fullmatch(line.text) if in_series else None)
    if arrow and not (in_series and not phrases.is_question(arrow["said"])) and not _leads_on(arrow["said"]):
        return None
    return Pointed(arrow.end("said"), "", _plain(arrow["answer"], line, arrow["said"])) if arrow else None


def filled_in(line: Line) -> Pointed | None:
    """The answer that a file says stands in a sentence's gap (``…を【年金】という。``): the only one there."""
    found = list(_WRITTEN_IN.finditer(line.text))
    if len(found) != 1 or not found[0].start() or not line.text.rstrip().endswith(_ENDS):
        return None
    return Pointed(len(line.text), found[0][0], _plain(found[0]["answer"], line))


def fills_gap(text: str, has_gap: Callable[[str], bool]) -> bool:
    """Whether a line is a sentence with a gap and an arrow (or dots), with what fills it behind that, or still nothing.

    It ends as a sentence, or goes on behind its gap: ``申請書を（　）→ 承認`` may be a step and the next one.
    """
    found = _SERIES.fullmatch(text) or (_DOTTED.fullmatch(text) if "…" in text or "‥" in text else None)
    said = found["said"].rstrip() if found else ""
    return bool(said) and has_gap(said) and (said.endswith(_ENDS) or said[-1] not in _GAPS_END)


def is_to_write(text: str) -> bool:
    """Whether a question says of itself that its answer is to be written (``…コマンドを書け（記述）``)."""
    return _TO_WRITE.search(text) is not None


def _in_code(lines: Sequence[Line], index: int) -> Answer | None:
    """The answer to a question to be written: a paragraph of code alone right beneath it."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or not is_to_write(lines[index].text) or after.role is not Role.TEXT:
        return None
    whole = after.code == ((0, len(after.text)),) and "\n" not in after.block.text
    further = lines[index + 2 : index + 3]
    taken_back = any(_TAKES_BACK.match(line.text) or disowns(line.text) for line in further)
    return read(after.text, after) if whole and not taken_back else None


def beneath(lines: Sequence[Line], index: int, *, has_gap: bool, titled: bool = False) -> Answer | None:
    """The answer right beneath a question: a card's other side, ``→ 答え``, or beneath a gap bold words alone.

    It is all that stands there: an arrow beneath a numbered question, or a gap whose heading says that there is one
    (``titled``), with no other arrow near; the bold line the only
    one in its item or paragraph, and the gap in a numbered sentence.
    """
    question = lines[index]
    if is_to_write(question.text):
        return _in_code(lines, index)
    within = list(takewhile(lambda line: _is_within(line, question), following(lines, index)))
    if len(within) == len(("?", "answer")) and within[0].text.strip() in TURNS:
        return _plain(within[1].text, within[1])
    sentence = _is_numbered(question) and question.text.rstrip().endswith(_ENDS)
    if has_gap and sentence and len(within) == 1 and within[0].strong:
        return _plain(within[0].text, within[0])
    after = lines[index + 1 : index + 4]
    arrows = [pointed_at(line) for line in after if line.role is not Role.HEADING]
    lettered = has_gap and labels.opening(question.text) is not None  # (b) …を（　　）という。
    counts = _is_numbered(question) or lettered or (has_gap and (titled or phrases.begins_with_q(question.text)))
    if not arrows or not arrows[0] or any(arrows[1:2]) or not counts:
        return None
    if not _leads_on(question.text):
        return None
    taken_back = any(_TAKES_BACK.match(line.text) or reneges(line.text) for line in after[1:2])
    return None if taken_back else _plain(arrows[0], after[0])


def pointed_at(line: Line) -> str:
    """What an arrow at a line's beginning leads to, alone there; ``""`` on any other line."""
    found = _BENEATH.fullmatch(line.text) if line.role is not Role.HEADING else None
    return found["answer"].strip() if found else ""


def _leads_on(said: str) -> bool:
    """Whether an arrow behind these words leads to what answers them: a question for a thing, or a sentence's gap."""
    if phrases.is_question(said):
        return asks_for_a_thing(said)
    if said.lstrip()[:1] in "QＱ" and _GAP_END.search(said):
        return True
    return said.rstrip().endswith(_ENDS) or _SQUARES.search(said) is not None


def _plain(answer: str, line: Line, sentence: str = "") -> Answer | None:
    """The answer, before a wide space and what explains it (``権利の章典　「請願」は1628``).

    One that ends in kana may be a remark, but for a counterpart of what is said there (``前払い`` and ``後払い``).
    """
    found = first_of(answer, line)
    apart = _APART.search(answer.rstrip()) if found is None else None
    if (
        apart
        and _TELLS.search(answer, apart.end())
        and not _TELLS_OTHERWISE.search(answer, apart.end())
        and not hedged(answer[apart.end() :])
        and explains(answer[apart.start() :], (), ())
    ):
        said = read(answer[: apart.start()], line)
        found = replace(said, note=answer[apart.end() :].strip()) if said and not said.note else None
    return found if found and (fills(found.words) or _is_counterpart(found.words, sentence)) else None


def _is_counterpart(words: str, sentence: str) -> bool:
    """Whether words that end in kana are a noun whose end the sentence has as well."""
    return words[-_COMMON:] in sentence and _NOUN.fullmatch(words) is not None


def first_of(payload: str, line: Line, source: str = "") -> Answer | None:
    """The answer that a payload is, or its first sentence, before what explains it (``胆汁。胆嚢は貯めるだけ。``)."""
    if (figure := _FIGURE_APART.match(payload)) and f"{figure[1]}　" in (source or line.text):
        payload = f"{figure[1]}。{payload[figure.end() :]}"  # 7　待期
    first, _, rest = payload.partition("。")
    if rest and (also(rest) or _RECONSIDERS.match(rest)):
        return None
    if rest and not re.search(r"[(（][^)）]*$", first) and not hedged(rest) and explains(f"。{rest}", (), ()):
        found = read(first, line)
        return Answer(found.words, rest, found.line) if found and fills(found.words) and not found.note else None
    return read(payload, line, source)


def _is_within(line: Line, question: Line) -> bool:
    """Whether a line goes on with the question's paragraph or list item."""
    if question.role is Role.ITEM:
        return line.role is Role.DETAIL and line.depth == question.depth
    return line.block is question.block and line.role is question.role


def _is_numbered(line: Line) -> bool:
    counted = phrases.counted(line.text)
    figure = bool(counted) and line.text.lstrip()[:1] not in "QＱ"
    return line.own_number is not None or figure or phrases.numbered(line.text) is not None
