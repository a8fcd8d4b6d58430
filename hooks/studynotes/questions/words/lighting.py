"""What a writer set off in raw HTML: ``<span style="color:red">…``, ``<mark>…``, ``<font color="red">…``, ``<u>…``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.words import labels
from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from studynotes.model import Block, Inline

_TAG = re.compile(r"<(?P<ends>/?)(?P<name>span|font|mark|u|ins)\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_COLOUR = re.compile(r"\b(?:class|color|background(?:-color)?)\s*[=:]\s*[\"']?\s*(?P<value>[^\"';>]+)", re.IGNORECASE)
_FIRST = 0xE000  # private characters that stand for tags in the text of raw HTML: the end of one, then the styles
_SIGNS = re.compile("[\ue000-\ue0ff]")
_MOST = 0xFF  # styles
_COLOURS = {
    "赤": "red", "青": "blue", "緑": "green", "黄": "yellow", "橙": "orange", "オレンジ": "orange",
    "ピンク": "pink", "紫": "purple",
}  # fmt: skip
COLOURED = (
    rf"(?:(?:{'|'.join(_COLOURS)})(?:色|い)?く?(?:の|で)?\s*)?"
    r"(?:(?:ハイライト|マーカー?|マーク|着色)(?:した|され(?:た|ている)|してある|の)?|(?:文字|字)(?:の|で書いた)?)"
    rf"|(?:{'|'.join(_COLOURS)})(?:色|い)?(?:で(?:示した|書いた|塗った)|に(?:した|なっている|してある)|の)"
)
"""How notes call what is set off by colour (``赤字``, ``黄色くハイライトした``), for inside a pattern."""

_SET_OFF = (
    rf"(?:色(?=[をがはにでのつ付分])|(?:{'|'.join(_COLOURS)})色?(?:字|文字|い(?:字|文字|ところ)|く|で|に[しな]|は|が)"
    r"|ハイライト|マーカー|蛍光|下線|アンダーライン)"
)
_OWN = r"(?:自分|私|わたし|僕|俺|友達|友人|先輩|同僚)(?:が|の|で|は)|選んだ|答えた|回答した|解答した"
_OTHERWISE = r"間違|まちが|ミス|迷[っい]|苦手|復習|見直|重要|大事|大切|覚え|暗記|注意|頻出|よく出|気にな|不明|怪し"
_TOLD = re.compile(
    rf"{_SET_OFF}[^。]*?(?:(?P<own>{_OWN})|{_OTHERWISE})|(?:(?P<before>{_OWN})|{_OTHERWISE})[^。]*?{_SET_OFF}"
)
_RIGHT = re.compile(r"正解|正答")
_BRIGHT, _DARK = 0.8, 0.6  # of the brightest channel: as bright as that, and no part of the colour


def is_otherwise(text: str) -> bool:
    """Whether a line says of what is set off that it is something else than the answer (``迷ったものは黄色にした``)."""
    value = plain(text) if len(text) <= LONGEST else ""
    told = (found for each in value.split("。") if (found := _TOLD.search(each)))
    return any(found["own"] or found["before"] or not _RIGHT.search(found.string) for found in told)


def told_colour(words: str) -> str:
    """The colour that words name, ``""`` if none."""
    return next((colour for word, colour in _COLOURS.items() if word in words), "")


def colour_of(style: str) -> str:
    """The colour of a style, ``""`` where that does not tell (a class of the writer's)."""
    named = next((colour for colour in _COLOURS.values() if re.search(rf"(?<![a-z]){colour}(?![a-z])", style)), "")
    shades = re.search(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", style)
    if named or not shades:
        return named
    size = len(shades[1]) // 3
    channels = [int(shades[1][at : at + size] * (3 - size), 16) for at in range(0, 3 * size, size)]
    highest = max(channels) or 1
    full = [channel >= _BRIGHT * highest for channel in channels]
    clear = all(channel >= _BRIGHT * highest or channel <= _DARK * highest for channel in channels)
    name = "".join(letter for letter, is_full in zip("rgb", full, strict=True) if is_full)
    return {"r": "red", "g": "green", "b": "blue", "rg": "yellow"}.get(name, "") if clear else ""


def lit(inlines: Sequence[Inline]) -> Sequence[str]:
    """How each line of a block is set off (:func:`style_of`), from the tags among its runs; nothing without tags."""
    if not any(run.kind == "html" and _TAG.match(run.text) for run in inlines):
        return ()
    known: list[str] = []
    text = "".join(
        "\n" if "break" in run.kind else _signed(run.text, known, "") if run.kind == "html" else run.text
        for run in inlines
    )
    return [style for _, style in lines_in(text, known)]


def styles_in(block: Block) -> Collection[str]:
    """The styles that any words of a block have."""
    known: list[str] = []
    for inner in block.walk():
        tags = [inner.text] if inner.kind is Kind.HTML else [run.text for run in inner.inlines if run.kind == "html"]
        for tag in tags:
            _signed(tag, known)
    return known


def with_signs(html: str) -> tuple[str, Sequence[str]]:
    """Raw HTML with a private character behind each tag that sets off; and the styles that these stand for."""
    known: list[str] = []
    return _signed(html, known) if "<" in html else html, known


def _signed(html: str, known: list[str], kept: str = "\\g<0>") -> str:
    """Raw HTML with what is ``kept`` of each tag that sets off, and a private character."""

    def sign(found: re.Match[str]) -> str:
        tag = found.expand(kept)
        if found["ends"]:
            return f"{chr(_FIRST)}{tag}"
        colour = _COLOUR.search(found["attributes"])
        named = found["name"].lower() not in ("span", "font")
        style = colour["value"] if colour else found["name"].lower() if named else ""
        style = " ".join(style.lower().split())
        if style not in known:
            known.append(style)
        return f"{tag}{chr(_FIRST + 1 + min(known.index(style), _MOST - 1))}"

    return _TAG.sub(sign, html)


def lines_in(text: str, known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines of a text with private characters in it, without these, and how each of them is set off."""
    if not known:
        yield from ((line, "") for line in text.split("\n"))
        return
    open_: list[str] = []
    for line in text.split("\n"):
        said, styles = [], []
        for char in line:
            if not _SIGNS.match(char):
                said.append(char)
                styles.append(open_[-1] if open_ else "")
            elif ord(char) > _FIRST:
                open_.append(known[ord(char) - _FIRST - 1])
            elif open_:
                open_.pop()
        yield "".join(said), style_of("".join(said), styles)


def style_of(text: str, styles: Sequence[str]) -> str:
    """The style of a line whose label, or all of whose words, have one; ``""`` where it has none, or several."""
    label = labels.opening(text.rstrip() + " x") if text.strip() else None
    words = label[1] if label else 0
    of_label = {style for char, style in zip(text[:words], styles, strict=False) if not char.isspace()}
    of_words = {
        style for char, style in zip(text[words:], styles[words:], strict=False) if not (char.isspace() or char == "*")
    }
    return next((found for each in (of_label, of_words) if len(each) == 1 and (found := next(iter(each)))), "")
