"""What is said of a statement that is called right, and says the opposite: ``…と上がる。○`` and ``値段は下がる``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words.phrases import LONGEST, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group

# Words that change or grade something, each with its opposite.
_PAIRS = (
    ("上が", "下が"), ("上げ", "下げ"), ("上昇", "下降"), ("上昇", "低下"), ("上昇", "下落"), ("増え", "減"),
    ("増加", "減少"), ("高", "低"), ("大き", "小さ"), ("多", "少な"), ("長", "短"), ("強", "弱"), ("速", "遅"),
    ("早", "遅"), ("広", "狭"), ("厚", "薄"), ("重", "軽"), ("深", "浅"), ("近", "遠"), ("明る", "暗"), ("伸び", "縮"),
)  # fmt: skip
_OPPOSITES = {
    one: [b for a, b in (*_PAIRS, *(pair[::-1] for pair in _PAIRS)) if a == one] for pair in _PAIRS for one in pair
}
_WORD = "|".join(sorted(_OPPOSITES, key=len, reverse=True))
_ENDS = r"(?:[るいくす]|ます|った|する|した|くなる|くなります|となる|になる|します)?(?:です|だ|である)?"
_OUTCOME = re.compile(rf"(?<![一-鿿])(?P<word>{_WORD}){_ENDS}[。．]?$")
_CLAUSE = re.compile(r"[。、→⇒➡]")
_REASON = re.compile(r"[。、→⇒➡]|ので|から|ため")
# Of another case, or of what differs: then it may well be the opposite.
_CONTRASTS = re.compile(
    r"ない|なく|ません|違[いうっ]|誤|間違|以外|[×✕☓✗✘❌]|一方|逆|反対|[?]|昔|以前|旧|かつて|改正|なら|だと|場合|とき|時|れば|たら|[るいだ]と"
)
# …するとよい, …すればよい; and what an explanation advises: …ほうがよい
_ADVISED = re.compile(r"(?:と|ば|の)が?(?:よい|良い|いい)(?:です)?[。．]?$")
_BETTER = re.compile(r"(?P<what>[^。、]{1,12})(?:ほう|方)が(?:よい|良い|いい)(?:です)?(?=[。．、]|$)")
# × with an explanation that says the same again
_QUALIFIES = re.compile(
    r"すべて|全て|必ず|常に|いつも|のみ|だけ|しか|単独|直接|まで|以上|以下|より|前|後|[\d一二三四五六七八九十]"
)
_NEGATES = re.compile(
    r"ない|なく|ません|ず(?:$|[、に])|違[いうっ]|誤|間違|以外|[×✕☓✗✘❌?]|逆|反対|不可|禁止|不要|でなけれ"
)
_CONCLUDES_WRONG = re.compile(
    r"(?:ので|だから|(?:る|い|た|の)ため|よって)、?(?:この(?:文|記述)は|これは)?(?:誤り|間違い|不正解|[×✕☓✗✘❌])(?:です|だ|となる)?[。．]?$"
)  # with ○: …ので誤り
_ALTHOUGH = re.compile(r"なくても|ないままでも")  # no denial of what follows
_CITED = re.compile(r"(?:、)?と[^。、]{0,14}(?:書いて(?:ある|あった)|ある|あった|載って(?:いる|いた|る|た))$")
_CERTAINLY = re.compile(r"(?:確か|たしか)に")
_BUT = re.compile(r"(?:が|けど|けれど|けれども|しかし)$|(?:が|けど)、")
_CONTENT = re.compile(r"[一-鿿]+|[ァ-ヺー]+|[A-Za-z]+")
_NEAR = 4  # characters beside a word that make known which choice is told of
_LEAST_SAME = 2  # words that a statement and what is said of it have in common
_DONE = re.compile(r"[一-鿿]+[ぁ-ん]")


def is_contrary(said: str, reason: str) -> bool:
    """Whether an explanation says of a statement that is called right (``said``) the opposite.

    The statement ends in a change (``…と上がる``), and of the explanation's clauses one tells of a thing the opposite
    change (``値段は下がる``), none the same; it speaks of no other case (``金利が下がると…``), nor of the other thing
    that the statement compares with (``…より``). Or the statement advises
    something, and the explanation something else (``湿度を低く保つとよい。``, ``湿らせるほうがよい``).
    """
    if len(reason) > LONGEST or not reason:
        return False
    value, why = plain(said).strip(), plain(reason)
    if _CONCLUDES_WRONG.search(why):
        return True
    if _ADVISED.search(value):
        return any(_advises_other(found["what"], value) for found in _BETTER.finditer(why))
    told = _OUTCOME.search(value)
    if told is None:
        return False
    topic = value.partition("は")[0].rpartition(" ")[2]
    same_topic = [
        told_of
        for clause in _REASON.split(why)
        if (told_of := _outcome(clause)) and clause.strip().startswith(f"{topic}は")
    ]
    others = [] if "より" in value else [told_of for clause in _CLAUSE.split(why) if (told_of := _outcome(clause))]
    outcomes = [*same_topic, *others]
    return told["word"] not in outcomes and any(word in _OPPOSITES[told["word"]] for word in outcomes)


def tells_of_opposite(lines: Sequence[str], group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that tells of the choice that is the opposite of the answer, and of the answer nowhere.

    Beneath the answer ``最も大きい番号``, where another one is ``最も小さい番号``, ``いちばん小さい番号になる`` tells
    that the other one was meant, or that the choices stood in another order. What follows the word, or goes before it,
    stands there, too, and the sentence compares nothing.
    """
    if len(right) != 1:
        return None
    own = folded(group.options[min(right)].words)
    others = {folded(option.words) for at, option in enumerate(group.options) if at not in right}
    words = [(one, other) for one, opposites in _OPPOSITES.items() if own.count(one) == 1 for other in opposites]
    pairs = [(one, other) for one, other in words if own.replace(one, other) in others]
    told = folded(" ".join(lines)) if pairs else ""
    for one, other in pairs:
        before, _, behind = own.partition(one)
        near = [behind[:_NEAR], *([before[-_NEAR:]] if len(behind) < _NEAR else [])]
        beside = next((each for each in near if len(each) == _NEAR), "")
        ours, theirs = (f"{word}{beside}" if beside == near[0] else f"{beside}{word}" for word in (one, other))
        for at, line in enumerate(lines) if beside and ours not in told and theirs in told else ():
            sentences = re.split(r"。|\n", plain(line)) if len(line) <= LONGEST else ()
            if any(theirs in folded(each) and not _CONTRASTS.search(each) and "より" not in each for each in sentences):
                return at
    return None


def says_again(said: str, reason: str) -> bool:
    """Whether an explanation says a statement that is called wrong (``said``) once more, and denies nothing of it.

    It has all of the statement's words in their order (``Xは、Yになることができる。`` × ``Xは…しなくてもYになれる。``),
    or says of some of them that they certainly are so (``…したのは確かにX。``). A statement that qualifies
    (``すべて``, ``のみ``, a figure) may be wrong in that alone.
    """
    if len(reason) > LONGEST or not reason or _QUALIFIES.search(value := plain(said)):
        return False
    told = _CONTENT.findall(value)
    sentences = [_CITED.sub("", each.strip()) for each in re.split(r"。|\n", plain(reason)) if each.strip()]
    for sentence in sentences:
        if _NEGATES.search(_ALTHOUGH.sub("", sentence)) or _BUT.search(sentence):
            return False
        own = _CONTENT.findall(_CERTAINLY.sub("", sentence))
        certain = _CERTAINLY.search(sentence) and len(own) >= _LEAST_SAME and all(word in value for word in own)
        if certain or (len(told) >= _LEAST_SAME and _holds_in_order(_CERTAINLY.sub("", sentence), told)):
            return not _NEGATES.search(_ALTHOUGH.sub("", value))
    return False


def _holds_in_order(sentence: str, words: Sequence[str]) -> bool:
    at = 0
    for word in words:
        found = sentence.find(word, at)
        if found < 0:
            return False
        at = found + len(word)
    return True


def _outcome(clause: str) -> str:
    """The change that a clause tells of its topic, ``""`` if none, or if it is of another case."""
    found = _OUTCOME.search(clause.strip()) if "は" in clause and not _CONTRASTS.search(clause) else None
    return found["word"] if found else ""


def _advises_other(what: str, said: str) -> bool:
    """Whether nothing of what is advised stands in a statement."""
    words = _DONE.findall(what)
    return bool(words) and not any(word in said for word in words) and not _CONTRASTS.search(what)
