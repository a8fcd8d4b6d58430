"""Remarks behind arrows that are the answer's, where the file says so (``答えは「←」で書く``: ``イ 青 ←これ``)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import labels, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Collection

NAME = "arrow marks"
_ARROW = r"(?:[←⇐⬅]\ufe0f?|<-+)"
_CALLED = rf"(?:{_ARROW}|矢印|やじるし)"
_ANSWER = r"(?<![分私身し僕俺者達ち人]の)(?:正解|正答|答え|解答|こたえ)(?![率欄例])"
# 答えは選択肢の後ろに「←」で書く, 正解に←をつける; ←が答え, ←のついた肢が正解
_TELLS = re.compile(
    rf"{_ANSWER}(?:の(?:選択肢|肢|もの|方|ほう))?(?:は|を|に(?:は)?)(?P<between>[^。]{{0,40}}?)[「『(]?{_CALLED}[」』)]?(?:印|マーク)?\s*(?:で|を|が|と)?\s*"
    r"(?:書|示|記|表|つけ|付け|つい|付い|入れ|ある|して(?:い|お|あ)|する|$|。)"
    rf"|[「『(]?{_CALLED}[」』)]?(?:印|マーク)?(?:(?:の|が)?(?:つい|付い|あ)(?:た|ている|てる|る))?(?:の)?(?:もの|選択肢|肢|方|ほう|ところ)?\s*(?:が|は|=)\s*{_ANSWER}(?=$|[。、)です])"
)
_OTHERWISE = re.compile(r"自分|私|僕|俺|前回|最初|間違|まちが|誤|迷|違|ではな|じゃな|別|予想")
_REMARK = re.compile(
    rf"(?P<choice>.*\S)[\s　]*{_ARROW}[\s　]*(?P<said>[^←⇐⬅。、?？!！]{{0,12}}?)(?P<rest>[\s　。!！?？]*)"
)
# what is said of the learner, or of the exam, is never the file's word for the answer
_NO_ANSWER = re.compile(
    r"自分|私|僕|俺|選ん|えらん|答えた|迷|違|ちが|誤|間違|まちが|ミス|勘|たぶん|かも|引っか|ひっか|罠|わな|注意|復習|よく出|頻出|前回|最初|惜しい|[×✕✗❌△]"
)
_LINES = 12  # from the file's beginning, where such words stand
_LEAST = 2  # choices that have the remark


def told_in(collection: Collection) -> str:
    """The remarks behind arrows that call a choice the answer in a file, one a line; ``""`` if it tells of none.

    Its beginning says that an arrow gives the answer. What stands behind it is the remark that most of its choices with
    an arrow have, two at least; a bare arrow is one, too.
    """
    lines = (line for page in collection.pages[:2] for line in islice(lines_of(page.blocks), _LINES))
    if not any(_tells(line.text) for line in lines if line.role is not Role.CODE):
        return ""
    found = [line for page in collection.pages for line in lines_of(page.all_blocks) if line.role is not Role.CODE]
    choices = [line for line in found if "←" in line.text or "⇐" in line.text or "⬅" in line.text or "<-" in line.text]
    said = [match["said"] for line in choices if _is_choice(line) and (match := _REMARK.fullmatch(line.text))]
    counts = Counter(each for each in said if not _NO_ANSWER.search(each))
    remark, count = counts.most_common(1)[0] if counts else ("", 0)
    return f"{NAME}{remark}" if count >= _LEAST and 2 * count > len(said) else ""


def _tells(text: str) -> bool:
    found = _TELLS.search(phrases.plain(text)) if len(text) <= phrases.LONGEST else None
    return found is not None and not _OTHERWISE.search(found[0])


def _is_choice(line: Line) -> bool:
    return line.role is Role.ITEM or labels.opening(line.text) is not None


def with_marks_read(lines: Sequence[Line], listed: Mapping[str, str]) -> Iterator[Line]:
    """The lines, what stands behind an arrow read as 正解 where that is what the file's remark means (:func:`told_in`).

    A question mark behind it stays there: it doubts the answer.
    """
    told = listed.get(NAME)
    for line in lines:
        found = _REMARK.fullmatch(line.text) if told and line.role is not Role.CODE and _is_choice(line) else None
        if found and found["said"] == (told or "").removeprefix(NAME):
            yield replace(line, text=f"{found['choice']} ← 正解{found['rest']}")
        else:
            yield line
