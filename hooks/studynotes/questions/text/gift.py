"""Questions as Moodle imports them (GIFT): ``::題:: … {``, ``=`` before what is right, ``~`` before what is wrong.

They stand as they are, in a box of plain text, or as lines that begin with these signs beneath a question of the note's
own. Each sign begins a choice, and both are there: a lone ``=`` goes on with a calculation, a lone ``~`` with a range.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role, following, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Collection

NAME = "gift"
_SIGNS = "=~"
_OPENS = re.compile(r"(?<!\\)\{")
_CLOSES = re.compile(r"(?<!\\)\}")
_TITLE = re.compile(r"\s*::(?P<title>.*?)::\s*", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(?:html|moodle|plain|markdown)\]\s*")
_CHOICE = re.compile(
    r"(?:^|(?<=\s)|(?<=\{))(?P<sign>[=~])\s*(?:%(?P<share>-?[\d.]+)%)?(?P<words>\s*\S(?:\\.|[^~=\\]|(?<=\S)[=~])*)"
)
_ESCAPED = re.compile(r"\\([~=#{}:])")
_COMMENTS = re.compile(r"^\s*//.*$", re.MULTILINE)
_BOXES = frozenset(["", "text", "txt", "plain", "plaintext", "gift", "moodle"])
_LEAST = 2  # choices
_LINES = 20  # from the file's beginning, where it may tell what its signs mean
# ~が正解, =は自分の答え: not what they are to Moodle
_OTHERWISE = re.compile(
    r"[~〜～]\W{0,3}(?:が|は|:|=)\s*(?:正解|正答|正しい|答え|自分|私)|(?:^|[\s「(])[=＝]\W{0,3}(?:が|は|:)\s*(?:自分|私|僕|俺|前回|間違|誤り|不正解|選んだ|迷)"
    r"|[=＝]\s*[(（](?:イコール|等号)[)）]\s*(?:が|は|:)\s*(?:自分|私|僕|俺|前回|間違|誤り|不正解|選んだ|迷)"
)


def told_in(collection: Collection) -> Mapping[str, str]:
    """:data:`NAME`, where a file's beginning says that the signs mean something else there (``=は自分の答え``)."""
    beginning = (line.text for page in collection.pages[:2] for line in islice(lines_of(page.all_blocks), _LINES))
    told = (text for text in beginning if any(sign in text for sign in "=＝~～〜"))
    return {NAME: NAME} if any(map(_OTHERWISE.search, told)) else {}


def with_choices_read(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, choices with these signs as the items of a list of boxes, the right ones called so."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.role is Role.CODE:
            yield from _boxed(line) or [line]
            at += 1
        elif line.text[:1] in _SIGNS and line.text:
            run = [line, *takewhile(partial(_is_beside, line), following(lines, at))]
            yield from _items(run) or run
            at += len(run)
        elif "{" in line.text and (read := _braced(lines, at)):
            said, count = read
            yield from said
            at += count
        else:
            yield line
            at += 1


def _is_beside(first: Line, line: Line) -> bool:
    """Whether a line goes on with the choices that another one begins."""
    return line.text[:1] in _SIGNS and bool(line.text) and (line.role, line.block) == (first.role, first.block)


def _items(run: Sequence[Line]) -> list[Line]:
    """The choices of lines with these signs; nothing where these are not both there."""
    signs = {line.text[0] for line in run}
    words = [line.text[1:].strip() for line in run]
    ruled = any(not each or each[0] in _SIGNS for each in words)  # ~~struck~~, ====
    if len(signs) < len(_SIGNS) or ruled or any(line.struck or line.mended for line in run):
        return []
    return [
        _item(line.part(1, len(line.text), opens_block=True), right=line.text[0] == "=", first=run[0]) for line in run
    ]


def _item(line: Line, *, right: bool, first: Line) -> Line:
    said = f"{line.text} ← 正解" if right else line.text
    return replace(
        line, text=said, role=Role.ITEM, depth=first.depth + 1, group=-first.number, own_number=None, checked=right,
        opens_block=True, strong=False,
    )  # fmt: skip


def _braced(lines: Sequence[Line], at: int) -> tuple[list[Line], int] | None:
    """A question whose braces open in a paragraph's line, and how many lines it takes; None if there is none."""
    first = lines[at]
    own = [first, *takewhile(lambda each: each.block is first.block, following(lines, at))]
    closing = next((index for index, line in enumerate(own) if _CLOSES.search(line.text)), None)
    if closing is None or first.role not in (Role.TEXT, Role.DETAIL, Role.ITEM):
        return None
    whole = "\n".join(line.text for line in own[: closing + 1])
    if not _CLOSES.split(whole, maxsplit=1)[-1].strip(" .。"):
        read = _question(whole, first, [line.number for line in own])
        return (read, closing + 1) if read else None
    return None


def _boxed(box: Line) -> list[Line]:
    """The lines of a box of such questions, each above its choices; nothing where it holds anything else."""
    if box.block.info.strip().lower() not in _BOXES or "~" not in box.text or "{" not in box.text:
        return []
    text = _COMMENTS.sub("", box.text)
    result: list[Line] = []
    start = 0
    for closing in _CLOSES.finditer(text):
        said = text[start : closing.end()]
        blank = len(said) - len(said.lstrip())
        before = text[: start + blank].count("\n") + (not box.block.kind.name.startswith("CODE"))
        numbers = [box.number + before + each for each in range(said.count("\n") + 1)]
        read = _question(said.lstrip(), replace(box, role=Role.TEXT, code=()), numbers)
        if not read:
            return []
        result += read
        start = closing.end()
    return result if not text[start:].strip() else []


def _question(said: str, first: Line, numbers: Sequence[int]) -> list[Line]:
    """A question's lines: its words, then its choices; nothing where it has none, or some are right in part."""
    opening = _OPENS.search(said)
    if not opening:
        return []
    stem = _FORMAT.sub("", _TITLE.sub("", said[: opening.start()], count=1), count=1)
    within = said[opening.end() :].rstrip().rstrip("}")
    choices = list(_CHOICE.finditer(within))
    between = _CHOICE.sub("", within)
    signs = {found["sign"] for found in choices}
    shares = [float(found["share"] or 0) for found in choices]
    partly = any(share > 0 for share in shares)
    right = [share > 0 if partly else found["sign"] == "=" for found, share in zip(choices, shares, strict=True)]
    mixed = partly and "=" in signs
    if len(choices) < _LEAST or between.strip() or mixed or not any(right) or all(right) or not stem.strip():
        return []
    if any(re.search(r"(?<!\\)->", found["words"]) for found in choices):
        return []  # pairs
    result = [
        replace(first, text=each.strip(), number=numbers[min(at, len(numbers) - 1)], opens_block=at == 0, code=())
        for at, each in enumerate(_plain(stem).strip("\n").split("\n"))
        if each.strip()
    ]
    begun = said[: opening.end()].count("\n")
    for found, is_right in zip(choices, right, strict=True):
        at = begun + within[: found.start()].count("\n")
        number = numbers[min(at, len(numbers) - 1)]
        words, _, feedback = re.sub(r"(?<!\\)#", "\0", found["words"]).partition("\0")
        line = replace(first, text=_plain(" ".join(words.split())), number=number, code=())
        result.append(_item(line, right=is_right, first=first))
        if feedback.strip():
            reason = _plain(" ".join(feedback.split()))
            result.append(replace(line, text=reason, role=Role.DETAIL, depth=first.depth + 1, opens_block=True))
    return result


def _plain(text: str) -> str:
    """Words without the strokes that keep their signs from being read."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
