"""Lines that give another answer than the one above them: another book's, another time's, a choice's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words import labels
from studynotes.questions.words.doubting import LABEL
from studynotes.questions.words.keyline import by_text
from studynotes.questions.words.phrases import LONGEST, bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group

# Another source's answer: of a vote, of a discussion, of another book, of a machine.
_ELSEWHERE = re.compile(
    r"(?P<who>[^:。]{0,24}(?:投票|多数派|多数決|票|ディスカッション|コメント欄?|みんなの?|他の?サイト|別の?サイト|別の?本|他の?本"
    r"|問題集|解説書|ネット|模範|速報|別解|別の答え|他の答え|公式|ChatGPT|生成AI|AI|Claude|Gemini|Copilot"
    r"|vote[ds]?|voting|community|discussion)[^:。]{0,20})\s*(?::|は|だと|では)\s*(?P<payload>\S.*)",
    re.IGNORECASE,
)
# … told of in a sentence: 去年のノートでは②。, 塾のプリントだとC, 解答集はC、先生はB
_BOOKS = re.compile(
    r"[^。、:]{0,12}(?:ノート|プリント|テキスト|教科書|参考書|資料集?|旧版|新版|前の版|塾|学校|先生|講師|動画|スライド|サイト|アプリ|解説|解答集|別冊|冊子)"
    rf"(?:では|だと|によると|によれば|は)[、]?\s*(?P<payload>{LABEL}(?:です|だ|だった|でした|とある|となっている|になって(?:い)?[るた]|が正解)?)(?=$|[。、)])"
)
# … or another time's: 今はC, 改正で C になった
_NOW = re.compile(rf"(?:今|現在|いま|改正後|最新版?)(?:で)?は、?\s*(?P<payload>{LABEL})(?=$|[。、)]|です|だ|が正解)")
_BECAME = re.compile(rf"(?P<payload>{LABEL})\s*に(?:なった|なっている|なりました|変わった|変わっている|変更|訂正|改正)")
# … or the writer's, who mends it: 2 じゃなくて 3 が正解, 答えはアではなくエ
_MENDED = re.compile(
    rf"{LABEL}\s*(?:じゃ|では|で)(?:なく|ない)(?:て|、)*\s*[、,]?\s*(?P<payload>{LABEL})(?=$|[\s。、,)(]|です|だ|が)"
)
# … or tells which one to take: ここは4を選ぶ
_TAKES = re.compile(
    rf"(?:ここ|これ|この問(?:題|い)?|今回)(?:で)?は、?\s*(?P<payload>{LABEL})\s*(?:番)?を(?:選ぶ|選び|選択する|答える|取る)(?!と|な|場合|人)"
)
# … or says that this is it: これは２！
_IS_THIS = re.compile(
    rf"^[\W_]*(?:これ|ここ|こいつ|この問(?:題|い)?)は、?\s*(?P<payload>{LABEL})(?:番|が正解|です|だよ?|やで)?(?=\s*(?:$|[。!、(]))"
)
# … or somebody else's: 4が正しいと書いてあった
_REPORTED = re.compile(
    rf"(?P<payload>{LABEL})\s*(?:番)?が(?:正しい|正解|正答|答え)(?:だ)?(?:と|って)(?:書|言|い[うっ]|聞|教|なって|あ[るっ]|出て)"
)
# … or the explanation itself comes out at it: できあがりはアの形, 結局エになる (a figure may be a value)
_COMES_OUT = re.compile(
    r"(?:出来上がり|できあがり|完成形?|最終形|最終的に|結果|結局)(?:は|、)?\s*"
    rf"(?P<payload>(?:選択肢\s*)?(?![1-9]){LABEL})(?=\s*の(?:形|式|並び|順|ほう|方|通り|とおり)|\s*に(?:なる|なった)|\s*(?:です|だ(?!と)|が正解|[。、]|$))"
)
_VOTES = re.compile(r"(?P<payload>[A-Ja-j]{1,4})\s*\((?:100|[5-9]\d)\s*%\)")  # C (88%): what most others chose
_IS = (
    r"は[、:]?\s*[「『]?(?P<words>[^「」『』。、]{1,40}?)[」』]?"
    r"\s*(?:です|でした|だ|である|になる|になります|となる|となります)?(?:[。、]|$)"
)
# 黄が正しい, 青は間違い, Bではない, 青ではなく黄, 本では黄
_OF_WORDS = re.compile(
    r"(?:[^。、]{0,8}(?:ノート|プリント|テキスト|教科書|本|サイト|塾|学校)(?P<be>では|だと)、?)?[「『]?(?P<words>[^。]{1,40}?)[」』]?"
    r"(?:が(?:最も)?(?P<yes>正しい|正解|適切|答え)|は(?P<no>間違い|まちがい|誤り|不正解|違う|ちがう|不適切?|不可|ダメ|だめ|NG|使えない|[一-鿿ぁ-ん]{1,5}られない)"
    r"|しか(?P<only>だめ|ダメ|駄目|使えない|ない)"
    r"|(?:では|じゃ)(?P<not>ない|なかった|なく.*))?(?:です|だ|だった|でした|である)?"
)
_LABEL_AND_WORDS = re.compile(rf"[(]?(?P<label>10|[1-9]|[a-j]|[{labels.KATAKANA}])[)]?の(?P<words>.+)", re.IGNORECASE)
_OF_ANSWER = re.compile(r"正解|答え")
_NAMED = re.compile(rf"(?<!の)(?:正解|正答|答え){_IS}")
_NAMED_RIGHT = re.compile(rf"(?<!の)(?:正解|正答|答え|正しいの|適切なの|正しく|本当){_IS}")


def tells_this(text: str, known: Sequence[str]) -> bool:
    """Whether a line beneath choices says that this one is one of them (``これは２！絶対忘れない``)."""
    found = _IS_THIS.match(bare(text)) if "は" in text[:8] and len(text) <= LONGEST else None
    named = labels.answer_labels(found["payload"], known) if found else None
    return named is not None and set(named[0]) <= set(known)


def _told_otherwise(value: str) -> Iterator[re.Match[str]]:
    """What a line tells of other books and other times, wherever it does so."""
    for pattern in (_BOOKS, _NOW, _BECAME, _MENDED, _TAKES, _IS_THIS, _REPORTED, _COMES_OUT):
        yield from pattern.finditer(value)


def _denied(value: str, group: Group, right: frozenset[int], *, negative: bool) -> bool:
    """Whether a sentence says of a choice's words that they are right, or that the right ones are not.

    Where the question asks for what does not hold (``negative``), only 正解 and 不正解 speak of the answer.
    """
    texts = [folded(option.words) for option in group.options]
    for sentence in re.split(r"。", value):
        found = _OF_WORDS.fullmatch(sentence.strip())
        words = folded(found["words"]) if found else ""
        named = _LABEL_AND_WORDS.fullmatch(words)  # (3)の300円は誤り
        if named and (of := labels.normal(named["label"])) in group.labels:
            words = named["words"] if texts[group.labels.index(of)] == named["words"] else words
        label = labels.normal(words) if words else ""
        at = texts.index(words) if texts.count(words) == 1 else -1
        if label in group.labels:  # and no choice's words, though they may be the same
            at = group.labels.index(label) if found and found["not"] else -1
        if at < 0 or not found or (negative and not _OF_ANSWER.search(sentence)):
            continue
        if (found["no"] or found["not"]) if at in right else (found["yes"] or found["be"] or found["only"]):
            return True
    return False


def differs(text: str, group: Group, right: frozenset[int], *, negative: bool) -> bool:
    """Whether a line gives another answer: what others chose (``最多投票: D``), or a choice's words."""
    if len(text) > LONGEST:
        return False
    value = bare(text)
    elsewhere = [_ELSEWHERE.match(value) or _VOTES.fullmatch(value), *_told_otherwise(value)]
    for told in elsewhere if group.labels else ():
        named = labels.answer_labels(told["payload"], group.labels) if told else None
        if named and frozenset(group.labels.index(label) for label in named[0]) != right:
            return True
    if _denied(value, group, right, negative=negative):
        return True
    named_so = _NAMED if negative else _NAMED_RIGHT
    said = (by_text(found["words"].strip(), group) for found in named_so.finditer(value))
    return any(found is not None and not found & right for found in said)
