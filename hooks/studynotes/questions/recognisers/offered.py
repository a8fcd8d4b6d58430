"""What a question offers to choose from, or to judge: it defines nothing, as some or all of it is wrong.

``精度とは、真値に必ず近いことである`` beneath ``正しいものを選べ`` is no definition, whether there is a key or not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studynotes.model import Block, Section

_OFFERS = re.compile(
    r"(?:どれ|いずれ|次のうち|組み?合わせ|(?:正し|誤っ|間違っ|適切|適当|不適|当てはま|該当)[^。]{0,12}(?:もの|記述|説明|文|肢|の))[^。]{0,14}"
    r"(?:か|は|選べ|選び(?:なさい|ましょう)?|選択(?:せよ|しなさい|してください)|選んで(?:ください)?|答えよ|答えなさい)?[。.?？:：]?\s*(?:[(（][^()（）]{0,14}[)）])?$"
    r"|(?:正誤|真偽|[○〇◯]\s*(?:か|と|・|、)?\s*[×✕☓]|正しいか)[^。]{0,16}[。.?？:：]?$"
    r"|(?:正しければ|正しい(?:もの|文)(?:に|は))[^。]{0,24}[。.]?$"
)
_IN_ALL = frozenset("れ組次正誤間適不当該真○〇◯")  # one is in each of such lines
_ASKS = re.compile(r"[かはべ?？]|なさい|せよ|えよ|ください|選[べびん]|[○〇◯]")
_CHOSEN_FROM = (Kind.TABLE, Kind.BULLET_LIST, Kind.ORDERED_LIST, Kind.PARAGRAPH)


def offered_in(section: Section) -> frozenset[int]:
    """The lines of a section that a question right above them offers: a list, table or paragraph, or its further lines.

    Only where it asks to choose or to judge: ``EC2 と S3 の違いは？`` may be answered by what stands beneath it.
    """
    return frozenset(_lines(section))


def _lines(section: Section) -> Iterator[int]:
    asks = False
    for block in section.all_blocks:
        if asks and block.kind in _CHOSEN_FROM:
            yield from range(block.lines.first, block.lines.last + 1)
        asks = False
        if block.kind in (Kind.PARAGRAPH, Kind.HEADING):
            lines = block.text.split("\n")
            at = next((at for at, line in enumerate(lines) if _offers(line)), None)
            asks = at is not None and at + 1 == len(lines)
            if at is not None and not asks:
                yield from range(block.lines.first + at + 1, block.lines.last + 1)
        elif block.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST):
            yield from _within(block)


def _within(block: Block) -> Iterator[int]:
    """The lines of items beneath an item that offers them."""
    for item in block.children:
        first = item.text.split("\n", 1)[0]
        if _offers(first):
            yield from range(item.lines.first + 1, item.lines.last + 1)


def _offers(line: str) -> bool:
    if len(line) > LONGEST or _IN_ALL.isdisjoint(line):
        return False
    value = plain(line).strip()
    told = value.rstrip("。.:：").endswith(("通り", "とおり")) and "誤" not in value  # 正しい使い方は次の通り
    return not told and _OFFERS.search(value) is not None and _ASKS.search(value) is not None
