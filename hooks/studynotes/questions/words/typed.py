"""Answers that are typed: one word or figure, read from what the notes say, exactly as it is to be typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes import japanese
from studynotes.questions.words import grading, phrases
from studynotes.questions.words.keyline import NOTED, explains, hedged

if TYPE_CHECKING:
    from studynotes.questions.text.lines import Line

_UNIT = r"[^\d\s、。,.=()（）/]"
FIGURE = re.compile(rf"(?P<figure>[-−]?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>{_UNIT}{{0,6}}(?:/{_UNIT}{{1,4}})?)")
# What withholds an answer, and is not part of a term (秘密鍵, 参照整合性, 確認応答, 未定義, 戦略).
_NO_ANSWER = re.compile(
    r"^(?:です|でした|である|だ|まだ)$|^未(?:定|着手|完了?|完成|作成|公開|発表|調査|解決|検証|学習)?$|未(?:確認|確定|回答|解答|記入|入力)"
    r"|要確認|後で|あとで|後日|次回|省略$|^省略[しす可]|^略$|[以下後中前]略$|同上|TBD|TODO|わから|分から|不明$|別紙|別冊|教科書"
    r"|(?<!取)(?<!取り)調べ(?:[るてよま中]|$)|各自|(?:を|で|は|に|も|要|再)(?:確認|準備|作成|調査|検討|修正)"
    r"|^(?:確認|準備|作成|保留|調査|検討|執筆)(?:中|待ち?|予定|する|せよ|します|のこと|$)|^(?:まだ|答えは|それは)?秘密(?:です|だよ|$)"
    r"|(?:^|[\dA-Za-z)）\s　表図記献料説欄頁ジをも])参照(?:$|の|し|せ|す)"
    r"|(?<![A-Za-z])p\.?\s*\d|\d\s*ページ|ページ(?:目|を|に)|^(?:[次前別本何裏]の?|巻末の?|解[答説]の?)?ページ$|^(?:なし|なぜ)"
    r"|^(?:ここ(?!の[かつ])|こちら)|^(?:以下|下記|上記)(?=.)|^(?:自分|友人)(?:$|[:：は]|の[答解回予])|\?|…$|^[-ー—]+$",
    re.IGNORECASE,
)
# … or takes one back: 関白 いや摂政, 関白じゃなかった, 関白×
_TAKEN_BACK = re.compile(
    r"(?:[\s　…]|\.{2,})いや(?=[\s　、一-鿿ァ-ヺA-Za-z0-9]|違|ちが|$)|(?:じゃ|では)なかった|[×✕☓✗✘❌]$"
    r"|(?<=[一-鿿ァ-ヺーA-Za-z0-9])(?:にした|と書いた|と思った|かも)$"
)
_OWN_NOTE = re.compile(r"[(（]\s*(?:(?:自分|私|僕|俺|友達|友人|先輩|同僚)の|予想|勘|仮\s*[)）])")
# … nor do the words that doubt elsewhere, within a compound: 日付変更線, 修正液.
_COMPOUND = re.compile(r"[一-鿿々ァ-ヺー]{3,}")
_SEVERAL = re.compile(
    r"[、，／;；①-⑳\n]|(?<!\d),|,(?!\d)|(?<![ァ-ヺー])・|・(?![ァ-ヺ])|\s/\s|/"
    r"|または|もしくは|あるいは|および|[\d０-９]\s*か\s*[\d０-９]|(?<=\S)\s+(?:or|and)\s+(?=\S)",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"[○◯〇⭕×✕☓✗✘❌]\ufe0f?|はい|いいえ|正しい|誤り|True|False|Yes|No", re.IGNORECASE
)  # not to be typed
# 富士山です, 富士山だ: the sentence that an answer is told in goes on behind it
_COPULA = re.compile(r"(?<=\S)\s*(?:です|でした|である|でs)$|(?<=[一-鿿ァ-ヺーA-Za-z0-9」』])\s*だ$")
# 氷など, 氷等, 氷かな, 氷か固体: one of several, or a guess; what ends so in itself (静かな) is not asked either
_OPEN = re.compile(
    r"(?:など|(?<=[一-鿿ァ-ヺーA-Za-z0-9])かな)$|(?<![平高対均同初上中優劣下特親一二三数何])等$"
    r"|(?<=[一-鿿ァ-ヺーA-Za-z])(?<![一二三四五六七八九十百千数何幾])か(?=[一-鿿ァ-ヺA-Za-z])"
)
# （固体でもよい）: whoever types that is right, too
_ALSO = re.compile(r"(?:でも|も)\s*(?:可(?!能)|[Oo][Kk]|よい|良い|いい|よし|正解)")
_QUOTES = re.compile(r"[「」『』]")
_MARKED = re.compile(r"[×✕☓✗✘❌△]|約\s*\d|およそ\s*\d")  # called wrong, or no exact figure
_SPELLED = re.compile(r"[一二三四五六七八九十百千万]+\S{0,2}")  # a figure that many would type otherwise
_CLAUSE = re.compile(r"(?<=[^ぁ-ん])[ぁ-ん]{4,}(?=[^ぁ-ん])")  # 参照されていないページ
# Signs that are decoration before a line's words, but belong to a command, a path or a figure they are attached to.
_ATTACHED = re.compile(r"[-−~#%$/\\@&^+<>=_*!.]+$")
_ARROWS = ("->", "=>", "-->", "==>")
_LONGEST_ANSWER = 24  # wide characters: what one can be expected to type
_LONGEST_TERM = 20  # of an answer that is a term
_WORDS = 4  # of Latin letters in a term


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is to be typed, what is told about it, and the last line it takes."""

    words: str
    note: str
    line: Line


_NUMBERED = re.compile(r"[(（]\s*[1-9１-９]\s*[)）]")


def read(payload: str, line: Line, source: str = "") -> Answer | None:
    """The one word or figure that a payload is, and what is told of it in brackets; None where it is more or less.

    ``source`` is the text that the payload was taken from, decoration and all: ``-r`` stays ``-r``.
    """
    written = source or payload
    payload, _, remark = payload.partition("※")
    payload = grading.without_sign(payload)
    words = _unquoted(_COPULA.sub("", phrases.undecorated(payload).rstrip("。 ")))
    noted = NOTED.fullmatch(words)
    note = remark.strip()
    if len(_NUMBERED.findall(payload)) > 1:
        words = ""  # (1)… (2)…: the answers to several
    if noted:
        if not explains(noted["note"], (), ()) or _ALSO.search(noted["note"]) or _OWN_NOTE.match(noted["note"]):
            return None
        words, note = noted["own"].strip(), noted["note"][1:-1]
    whole = _with_signs(words, written) if words and not grading.is_grade(words) else None
    if whole is None or _width(whole) > _LONGEST_ANSWER or _NO_ANSWER.search(whole):
        return None
    if _TAKEN_BACK.search(whole) or hedged(remark) or (hedged(whole) and not _COMPOUND.fullmatch(whole)):
        return None
    if line.struck or _VERDICT.fullmatch(whole) or _MARKED.match(whole) or _OPEN.search(whole) or _is_torn(whole):
        return None
    figure = FIGURE.fullmatch(whole)
    if (_names_several(whole) and not figure and not _is_path(whole)) or re.search(
        r"[\[\]。]|\s{2,}|　|^[(（]?\w[)）]", whole
    ):
        return None
    return Answer(whole, note, line)


def also(said: str) -> bool:
    """Whether what is told of an answer calls another one right, too (``固体でもよい``)."""
    return _ALSO.search(said) is not None


def _names_several(words: str) -> bool:
    """Whether words are several answers, or one of which two are joined (``海と山``, but not ``ふるさと``)."""
    return _SEVERAL.search(words) is not None or (
        "と" in words[1:-1] and any(word.surface == "と" and word.kind[0] == "助詞" for word in japanese.tokens(words))
    )


def _unquoted(words: str) -> str:
    """Words without the quotes around them."""
    return words.strip("「」『』`　 ")


def _is_torn(words: str) -> bool:
    """Whether quotes or brackets stand open in what was taken out of some (``古事記」と「日本書紀``)."""
    signs = "".join(_QUOTES.findall(words))
    opened, closed = (sum(map(words.count, each)) for each in ("(（", ")）"))
    return opened != closed or bool(signs.replace("「」", "").replace("『』", ""))


def is_term(answer: str) -> bool:
    """Whether an answer is a name that one can be expected to type as it is."""
    if _width(answer) > _LONGEST_TERM or len(answer.split()) > _WORDS or _SPELLED.fullmatch(answer):
        return False
    if re.search(r"[.!?！？](?:\s|$)", answer):
        return False  # 0回. やった!: a sentence
    return not re.search(r"[ぁ-ん。、]$", answer) and not _CLAUSE.search(answer)


def fills(answer: str) -> bool:
    """Whether an answer that is not announced as one fits a gap: no sentence's end, unless it is kana throughout."""
    return not re.search(r"[ぁ-ん。、]$", answer) or re.fullmatch(r"[ぁ-んー]+", answer) is not None


def _width(words: str) -> float:
    """Its length in wide characters; Latin ones are half as long."""
    return sum(1 if ord(char) > 0x2E7F else 0.5 for char in words)  # noqa: PLR2004 - where East Asian blocks begin


def _is_path(words: str) -> bool:
    return re.fullmatch(r"~?/[\w./-]*|[\w.-]+(?:/[\w.-]+)+", words, re.ASCII) is not None


def _with_signs(words: str, written: str) -> str | None:
    """The words with the signs that are attached to them (``-r``, ``~/bin``, ``-5``); None where that is not clear."""
    value = phrases.worded(written).replace("==", "").replace("`", "")
    wanted = phrases.plain(words)
    told = re.split(r"[(※]", value)[0]  # 3（=1+2）
    value = told if wanted in told else value
    at = value.rfind(wanted)
    if at < 0 or "__" in value:
        return words if at < 0 and "__" not in value else None
    if value[at + len(wanted) :][:1] in ("~", "_", "*"):
        return None
    found = _ATTACHED.search(value[:at])
    if not found or found[0] in _ARROWS or set(found[0]) == {"."}:
        return words
    before = value[: found.start()]
    signs = found[0]
    if re.search(r"[\w)\]】」]$", before):  # what parts an answer from its word: 答え=5, 答え-5
        if signs[0] not in "=-.":
            return None
        signs = signs[1:]
    return None if "*" in signs else signs + words
