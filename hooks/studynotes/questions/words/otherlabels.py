"""What an answer's words say of the other choices, by their labels: about one of them, or in its favour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_BREAK = re.compile(r"[→⇒➡。!…]")  # what may stand before a label that stands by itself
_TOLD_OF = re.compile(r"[)」』\s]*[とはがの]")  # Bと迷う
_REFUSES = re.compile(
    r"[\s、。,.…‥・()（→⇒➡←/!]*(?:これ(?:が|は|も))?"
    r"(?:不正解|[×✕☓✗❌]|(?:間違|まちが)(?![えい](?:やす|がち|な))|違[うっ]|ちが[うっ]|残念|はずれ|ハズレ|外れ(?![値る])|だめ|ダメ|駄目"
    r"|ブー(?:[ッっ。、\s]|$)|アウト(?:[。、\s]|$)|ミス(?:[。、)\s]|$)|NG|(?:訂正|修正|直し)(?:[。、:)\s]|$)|誤り(?:[。、)\s]|$)"
    r"|正しくは|やっぱり|いや(?=[、,(A-Ja-j\d])|答え合わせ(?:した|で)|(?:と|って|に)(?:書い|思っ|答え|し)[てた]?[^。、]{0,4}(?:が|けど|けれど|ら|[→⇒×✕]))"
)
_POINTED = re.compile(r"\s*(?:[→⇒➡]\s*)+(?P<figure>\d{1,2})(?=$|\s)")
_AS_WELL = re.compile(rf"[\s、(]*(?P<label>[A-Ja-j1-9{KATAKANA}])[)]?\s*で?も(?:あり|可|正|OK|ok|いい|よい|良い)")
_IS_IT = re.compile(r"^[)」\s]*が(?:最も)?(?:正解|正答|正しい|答え|適切)(?:です|でした|だ)?[*\s]*")
_NEAR = 16  # characters from an answer's label to the one that is said to be right instead


def about_others(others: Sequence[str]) -> re.Pattern[str]:
    """A clause whose subject is one of the other choices: ``A、C は誤り``, ``1だけが誤り``."""
    one = "|".join(map(re.escape, others))
    return re.compile(
        rf"(?<![A-Za-z0-9ァ-ヺー一-鿿])[(「]?(?:{one})[)」]?(?:\s*(?:[,、・/と]\s*[(「]?|[(「])(?:{one})[)」]?)*"
        rf"\s*(?:は|では(?=な|あり)|の(?!方)|だけ|のみ)(?![^、。,()]*(?:正し|正解|適切です|可$))[^、。,()]*",
        re.IGNORECASE,
    )


def both(others: Sequence[str]) -> re.Pattern[str]:
    """That two of the other choices are both something (``A・C はどちらも正しい``), which doubts nothing by itself."""
    one = rf"(?<![A-Za-z0-9])[(「]?(?:{'|'.join(map(re.escape, others))})[)」]?"
    return re.compile(rf"(?<=[。(、])\s*{one}\s*(?:[・、,/&]|と|も)\s*{one}\s*[はも]、?\s*どちらも")


def also_named(others: Sequence[str]) -> re.Pattern[str]:
    """Another choice's label standing by itself."""
    letters = "|".join(re.escape(label) for label in others if not label.isdigit())
    figures = "|".join(label for label in others if label.isdigit())
    ends = r"(?![A-Za-z0-9ァ-ヺー一-鿿'])" if not re.match(r"[ぁ-ん]", letters) else r"(?![ぁ-んァ-ヺー一-鿿])"
    # Ctrl+C is a key
    either = [rf"(?<![A-Za-z0-9ぁ-んァ-ヺー一-鿿])(?<![A-Za-z]{{2}}[+])(?:{letters}){ends}"] if letters else []
    either += [rf"(?<![A-Za-z0-9])(?i:{letters})\)(?!\s*[はのがもを])"] if letters else []
    either += [rf"\([ ]*(?i:{letters})[ ]*\)(?!(?:\s*[、,・]?\s*\([^()]\))*\s*[はのがもを])"] if letters else []
    if figures:
        either.append(rf"(?:^|(?<=[,、/・&\s(]))(?:{figures})(?=$|[,、)(.:]|\s*番)(?!\.\d|,\d{{3}})")
    return re.compile("|".join(either))


def refuses(rest: str) -> bool:
    """Whether what stands right behind an answer's label says first of all that it is wrong (``…だめ``, ``→ NG``)."""
    return _REFUSES.match(plain(rest)) is not None


def takes_back(rest: str, known: Sequence[str], right: Collection[str]) -> bool:
    """Whether what stands right behind an answer's labels takes it back: ``4→まちがい！``, ``4（×）2``, ``4 → 2``.

    It says so first of all, or another choice's label stands by itself soon behind it, of which nothing is told.
    """
    said = _IS_IT.sub("", plain(rest))
    others = [label for label in known if label not in right]
    if refuses(said):
        return True
    if not others:
        return False
    told = about_others(others).sub("", said)
    pointed = _POINTED.match(told)
    as_well = _AS_WELL.match(said)
    if (pointed and pointed["figure"] in others) or (as_well and as_well["label"].upper() in others):
        return True
    told = _BREAK.sub(" ", told)
    found = (each for each in also_named(others).finditer(told) if not _TOLD_OF.match(told, each.end()))
    return any(each.start() < _NEAR for each in found)


def takes_back_choice(text: str, known: Sequence[str], right: Collection[str]) -> bool:
    """Whether a line says of the answer that it is right, and takes that back (``1が正解→まちがい！3``)."""
    if "が" not in text:
        return False
    said = plain(text).upper()
    behind = (said[at + len(label) :] for label in right if (at := said.find(f"{label}が")) >= 0)
    return any(_IS_IT.match(rest) and takes_back(rest, known, right) for rest in behind)
