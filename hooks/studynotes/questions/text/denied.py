"""Marks that are no answers, as a file says at its beginning: ``✔は復習済み``, ``ハイライトは間違えたところ``."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.text import legend
from studynotes.questions.text.lines import Line, Role, lines_of
from studynotes.questions.words import labels, lighting, phrases
from studynotes.questions.words.disowning import denies_marks
from studynotes.questions.words.marks import mark_of

if TYPE_CHECKING:
    from studynotes.model import Collection
    from studynotes.questions.stretches.groups import Group

NAME = "marks denied"
OWN = "own choice's sign"
_SIGNS = "★☆●■◆▲◎⭕○◯✅✔☑✓👉"
LIT, _BOLD, _CHECKED = "==", "**", "[x]"  # LIT: by colour in raw HTML, too
_KINDS = {
    "ハイライト": LIT,
    "マーカー": LIT,
    "太字": _BOLD,
    "チェック": _CHECKED,
    "下線": LIT,
    "二重丸": "◎",
    "丸": "○",
    "星": "★",
}
_NAMED = rf"{'|'.join(_KINDS)}|[赤青緑黄]色?(?:文字|字|マーカー)?"
_MARK = rf"(?P<mark>[{_SIGNS}]|{_NAMED}|\[[xX]\])\ufe0f?"
_OTHERWISE = re.compile(
    rf"{_MARK}(?:が?(?:入|付|つ)いて(?:い)?る|が?入って(?:い)?る)?(?:の?(?:もの|やつ|ところ|とこ|印|マーク|問題|選択肢|ほう|方)|の(?=は))?\s*(?:は|が|=|:)\s*"
    r"(?:[^。、:]{1,6}(?:で|に|の)、?)?(?:自分|私|僕|俺|前回|\d回目|間違え|まちがえ|迷っ|重要|大事|大切|覚え|見直|復習|気にな|苦手|要注意|注意|よく出|頻出|暗記|済|要復習|あとで)"
)
# … or where it puts them: 自分の答えの横に⭕, まちがえた肢に★
_PUT_ON = re.compile(
    rf"(?:自分|私|僕|俺|前回|間違え|まちがえ|間違った|まちがった|誤った|誤答|迷っ|復習|見直|苦手)[^。、{_SIGNS}]{{0,14}}?(?:に|は|=|:)\s*{_MARK}"
)
# … or a sign of the writer's own on what he chose: 自分が選んだほうは🙈, 🙈＝自分の答え
_CHOSEN = r"(?:自分|私|僕|俺)(?:が|の|で)[^。、]{0,4}(?:選[んび択]|えらん|答え|解答|回答|マーク)"
_SIGN = r"(?P<{}>[\u2190-\u2bff\U0001f300-\U0001faff])\ufe0f?"
_OWN = re.compile(
    rf"{_CHOSEN}[^。、:=]{{0,8}}(?:は|に|=|:)\s*{_SIGN.format('behind')}|{_SIGN.format('before')}\s*(?:は|が|=|:)\s*{_CHOSEN}"
)
_OWN_NOTE = re.compile(r"[\s　]*(?:←|⇐|👈)\ufe0f?[\s　]*自分(?:の(?:答え|解答|回答|選択))?$")
RANGES = "lines of which the marks are denied"
_HERE = re.compile(r"[\s　※*(（]*(?:ここ(?:から下|以下)?|以下|この(?:章|節|回|模試|部分|セクション|ページ))の?")
_LONGEST_NOTE = 8  # characters
_ANY = re.compile(_MARK)
_LINES = 12  # from the file's beginning, where such words stand
_BY_LEGEND = {legend.BOLD: _BOLD, legend.CHECKED: _CHECKED}


def denied_in(collection: Collection, told: str) -> str:
    """The marks of which a file's beginning says that they are something else than the answer, apart by spaces.

    Not the one that it calls the answer (``told``, see :mod:`.legend`).
    """
    found: set[str] = set()
    for page in collection.pages[:2]:
        for line in takewhile(_is_preface, islice(lines_of(page.blocks), _LINES)):
            value = phrases.plain(line.text)
            told_so = (*_OTHERWISE.finditer(value), *_PUT_ON.finditer(value))
            found.update(_kind(match["mark"]) for match in told_so)
            if lighting.is_otherwise(line.text):
                found.add(LIT)
            if denies_marks(line.text) or legend.denies_own(line.text):
                found.update(_kind(match["mark"]) for match in _ANY.finditer(value))
    meant = LIT if told.startswith(legend.LIT) else _BY_LEGEND.get(told, told)
    return " ".join(sorted(found - {meant}))


def own_sign(collection: Collection) -> str:
    """The sign of which a file's beginning says that it stands on what the learner chose (``自分が選んだほうは🙈``).

    None that may mark an answer: whose those are, :func:`denied_in` tells.
    """
    for page in collection.pages[:2]:
        for line in takewhile(_is_preface, islice(lines_of(page.blocks), _LINES)):
            found = _OWN.search(phrases.plain(line.text)) if len(line.text) <= phrases.LONGEST else None
            sign = (found["behind"] or found["before"]) if found else ""
            if sign and sign not in _SIGNS and mark_of(sign) is None:
                return sign
    return ""


def ranges_in(collection: Collection) -> str:
    """The lines (``12-40``, apart by spaces) of which one before them says that their marks are no answers.

    It speaks of what stands there (``ここのチェックは自分が選んだもの``), to the end of its section.
    """
    return " ".join(
        f"{block.lines.first}-{page.blocks[-1].lines.last}"
        for page in collection.pages
        for block in page.blocks
        if block.kind is Kind.PARAGRAPH and _HERE.match(block.text) and not legend.changes_to(block.text)
        if denies_marks(block.text.partition("\n")[0])
    )


def is_within(ranges: str, line: int) -> bool:
    """Whether a line is in one of :func:`ranges_in`."""
    return any(int(first) <= line <= int(last) for first, _, last in (each.partition("-") for each in ranges.split()))


def without_own_sign(group: Group, sign: str) -> None:
    """Take from the ends of choices what says that the learner chose them: ``sign``, if there is one, or ``← 自分``."""
    for option in group.options:
        last = option.words[-1].rstrip("\ufe0f 　") if len(option.words) % 2 else ""
        if sign and last.endswith(sign):
            option.words = (*option.words[:-1], last.rstrip(f"{sign}\ufe0f 　"))
        elif "自分" in last[-_LONGEST_NOTE:]:
            option.words = (*option.words[:-1], _OWN_NOTE.sub("", last))


def without_own_ticks(group: Group, denied: str) -> None:
    """Take from choices the verdict that a ticked box gave them, where the file says that ticks are no answers."""
    for option in group.options if _CHECKED in denied.split() else ():
        if option.line.checked and option.verdict and mark_of(option.line.text) is None:
            option.verdict, option.named = None, False


def _is_preface(line: Line) -> bool:
    """Whether a line may still be before the questions: it asks nothing, and is no choice."""
    choice = labels.opening(line.text) is not None or phrases.bulleted(line.text) > 0
    return line.role is not Role.CODE and line.checked is None and not choice and not phrases.is_question(line.text)


def _kind(mark: str) -> str:
    if mark[0] in "赤青緑黄":
        return LIT
    return _KINDS.get(mark, _CHECKED if mark[0] == "[" else mark)


def bears(line: Line, denied: str) -> bool:
    """Whether a choice bears one of the marks that are no answers."""
    for told in denied.split():
        mark = _BY_LEGEND.get(told, told)
        if (mark == _BOLD and (line.strong or line.strong_label)) or (mark == _CHECKED and line.checked):
            return True
        if any(sign in line.text for sign in ([mark] if len(mark) > 1 else legend.alike(mark))) or (
            line.lit and mark.startswith((LIT, legend.LIT))
        ):
            return True
    return False


def unmark_all(group: Group) -> None:
    """Take from choices all verdicts that marks gave them."""
    for option in group.options:
        option.verdict, option.named = None, False


def unmark(group: Group, denied: str) -> None:
    """Take from choices the verdict that a mark gave them which is no answer (``👉``), where the file tells another."""
    signs = [sign for told in denied.split() if len(told) == 1 for sign in legend.alike(told)]
    for option in group.options if signs else ():
        if option.verdict and not option.line.checked and any(sign in option.line.text for sign in signs):
            option.verdict, option.named = None, False
