"""Explanations that uphold another choice than the answer by its own words, and say nothing of the answer's.

Beneath ``暗号化するときに使う鍵はどれか。``, ``受信者の公開鍵で暗号化する。`` does; beneath a sentence with a gap, so
does the phrase with that choice in it (``be likely to`` for ``He is ( ) to …``). A sentence on what differs
(``署名のときは送信者の秘密鍵。``) looks much the same: what counts is that it does what the question asks about.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from studynotes.questions.words import labels
from studynotes.questions.words.phrases import LONGEST, gaps, plain
from studynotes.questions.words.typed import FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group

_LONGEST_NUMBER = 6  # characters before a question's words
_SHORTEST = 2  # characters of a choice that make it known
_CONTRASTS = re.compile(
    r"ない|なく|なかっ|ません|ず(?:$|[、に])|違[いうっ]|異なる|誤[りっ]|間違|以外|[×✕☓✗✘❌]|一方|逆|反対|混同|ひっかけ|引っ掛け"
    r"|紛らわし|別の|[?]|昔|以前|旧|かつて|改正|ちなみに|なら|だと|場合|とき|時は|れば|たら|迷"
)
# リードレプリカを作って…のが正解, UDP も扱えるのは X だけ
_IS_RIGHT = re.compile(r"(?:の|もの|方|ほう)?が(?:最も)?(?:正解|正しい|最適|適切)(?:です|だ|である)?$")
_BEGUN = re.compile(r"[^\sをにでのがはへとやも、。]{2,}(?=[をにでのがは])")  # リードレプリカ, of …を追加する
_DENIED = re.compile(r"(?:ない|ません|違う|ちがう|不可|だめ|[×✕✗❌])$")
_PICKS = re.compile(r"(?:これ|こちら|それ)が(?:誤り|間違い|まちがい|不適切|不適当|正解|答え)(?:です|だ|である)?$")
# この問題の切り方そのもの。: what was told of before
_IS_ASKED = re.compile(
    r"(?:この|本)(?:問題?|設問|問い)(?:文)?(?:の|で(?:聞|問|きか)[^。]{0,6})[^。]{0,16}?(?:そのもの|のこと|の答え|の正体)(?:です|だ|である)?$"
)
_ALONE = r"のは、?{}(?:だけ|のみ|しかない)(?:です|だ|である)?$"
# 例外なしのときだけなのは else: of a question for what alone is so
_ONLY_SO = r"(?:だけ|のみ)(?:な|である)?のは、?\s*{}(?:です|だ|である)?$"
_ALONE_FITS = (
    r"{}\s*(?:だけ|のみ|しか)(?:が|を)?"
    r"(?:入る|入れられる|入らない|使える|使えない|置ける|当てはまる|あてはまる|合う)(?:です)?$"
)
# …なので since が入る。: of a gap, and of nothing else that differs
_GOES_IN = (
    r"{}\s*(?:が(?:入る|入ります|当てはまる|あてはまる)|を(?:入れる|入れます|選ぶ|選びます))"
    r"\s*(?:$|[、!]|ので|から(?!は))"
)
_GOING = re.compile(r"入[るりれ]|はまる|選[ぶび]")
# ほかの三つは全部使える: what was told of before is the answer
_OTHERS = re.compile(r"(?:ほか|他|残り|あと)の?(?P<count>[2-9二三四五六])つは")
_COUNTS = {sign: count for count, sign in enumerate("二三四五六", 2)}
# 旅費交通費になるのは精算のとき: … and not here
_ELSEWHEN = r"{}(?:になる|とする|にする|を使う|で処理する)のは[^。、]*(?:とき|時|後|あと|場合)(?:です|だ)?$"
_IS_DONE = r"{}(?:に|と|で|を)(?:する|しておく|処理する|処理しておく|使う|計上する)(?:こと)?$"
# …尖るのは高カリウムのとき
_ONLY_WHEN = re.compile(r"のは、?(?P<state>[^\s。、のは]{2,12})の(?:とき|時|場合|ほう|方)(?:です|だ)?$")
# …をこしとるのがじん臓のしごと
_ITS_WORK = re.compile(
    r"(?P<does>[^、。]{4,})のが(?P<whose>[^、。がは]{2,12})の(?:しごと|仕事|はたらき|働き|役割|役目|機能)(?:です|だ)?$"
)
# グルカゴンで、これが血糖を上げる
_THIS_DOES = re.compile(r"(?P<what>.*)、?(?:これ|それ|こちら)が(?P<does>[^、。]{4,})$")
_PART = re.compile(r"[一-鿿ァ-ヺー]{2,}|[一-鿿]")
_ALONE_SHORT = re.compile(_ALONE.format(r"([a-z]{3,6})"))
_LAST_WORD = re.compile(r"(?<=[ァ-ヺー一-鿿])[a-z]{3,}$")
_DOES = re.compile(r"\s*[でをに](?P<verb>[一-鿿ァ-ヺー]{2,})(?:し|する|される|させる)")
_TYPICAL = re.compile(r"(?:の(?:代表|典型)(?:例|格|的な例)?(?:が|は|=)|といえば)(?P<of>[^\s、。]{2,12}?)(?:です|だ)?")
_PURPOSE = re.compile(r"ない(?:よう|ため)に?")  # 誰にも読めないように、…
_WORD = re.compile(r"[a-z']+")
_FIGURE_END = re.compile(
    rf"[^。]*(?:は|おなじ|同じ|等しい)(?:約|およそ)?(?P<told>{FIGURE.pattern})(?:です|だ|である)?$"
)
_VERB_END = re.compile(r"(?<=.{3})[るすくぐむぶつう]$")
# two states of which one is not the other: 低カリウム, 高カリウム
_OPPOSITES = ("高低", "大小", "増減", "左右", "陽陰", "正負", "内外", "上下", "長短", "強弱", "冷温", "男女", "公私")


def upholds_another(lines: Sequence[str], stem: str, group: Group, right: frozenset[int]) -> int | None:
    """The index of the line of an explanation that upholds another choice than ``right``; None if none does.

    A sentence upholds a choice where it ends in 正解 and holds its words and not the right ones; where it says that it
    alone does something (``…のは X だけ``); where it does with it what the question asks about (``X で暗号化する``);
    where it completes the question's gap with it; where it is said to be what this question asks about
    (``この問題の…そのもの``). On the answer's own line it may end in another choice's figure
    (``(5)　…は200L。``). And it speaks against the answer where it says of its words the opposite of what is asked.
    """
    own, others = _words(group, right)
    sentences = [
        (at, _behind_label(sentence, group) if first else sentence, first)
        for at, line in enumerate(lines)
        for sentence, first in _sentences(line)
    ]
    asked = _lower(stem)
    absent = not any(_holds(_lower(" ".join(lines)), text) for text in own)
    told = False  # of another choice
    for at, said, first in sentences:
        told = told or any(re.match(rf"{_pattern(text)}\s*(?:は|とは|が)", said) for text in others if absent)
        asked_of = told and _IS_ASKED.search(said)
        if asked_of or _is_called_right(said, others, own) or _is_opposed(said, own, asked):
            return at
        alone = (_is_alone(said, others) or _is_only_so(said, others, asked)) and not any(
            _holds(said, text) for text in own
        )
        if alone or _is_its_work(said, own, others, asked) or _this_does(said, own, others, asked):
            return at
        if _is_elsewhen(said, own) and any(_is_done(each, others) for _, each, _ in sentences):
            return at
        figure = first and _ends_in_figure(said, lines[at], others, own)
        does = figure or _does(said, others, asked) or _completes(said, others, asked)
        if absent and (does or _is_of(said, others, asked)):
            return at
    return None


def swaps(told: Sequence[str], group: Group, right: frozenset[int]) -> bool:
    """Whether remarks begin a sentence with what another choice does it with, and deny of the right ones that they do.

    ``鉄板でふさぐ。厚紙は破れるのでふさげない`` beside the answer ``厚紙をはる``: a list's entry is another's.
    """
    begun = [_BEGUN.match(_lower("".join(option.words))) for option in group.options]
    heads = [found[0] if found else "" for found in begun]
    own = [heads[at] for at in right if heads[at] and heads.count(heads[at]) == 1]
    others = [head for at, head in enumerate(heads) if head and at not in right and heads.count(head) == 1]
    sentences = [said for line in told for said, _ in _sentences(line)]
    upheld = any(
        said.startswith(f"{head}{by}") and not _DENIED.search(said)
        for said in sentences
        for head in others
        for by in "でが"
    )
    return upheld and any(said.startswith(f"{head}は") and _DENIED.search(said) for said in sentences for head in own)


def picks_another(lines: Sequence[str], group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that says of another choice's words, and not of the right ones', ``これが誤り``."""
    own, others = _words(group, right)
    for at, line in enumerate(lines):
        for said, _ in _sentences(line):
            if _GOING.search(said) and _goes_in(said, own, others):
                return at
            picks = _PICKS.search(said) and sum(_holds(said, _stem(text)) for text in others) == 1
            if picks and not any(_holds(said, _stem(text)) for text in own):
                return at
    return _left_over(lines, group, own, others)


def _goes_in(said: str, own: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a sentence says of another choice, and not of the right one, that it goes in (``…なので X が入る``).

    What it says may be of something else where it compares (``過去の一点なら``).
    """
    clause = "、".join(each for each in said.split("、") if not _CONTRASTS.search(each))
    return any(re.search(rf"(?<![a-z]){_GOES_IN.format(_pattern(text))}", clause) for text in others) and not any(
        re.search(_GOES_IN.format(_pattern(text)), clause) for text in own
    )


def _left_over(lines: Sequence[str], group: Group, own: Sequence[str], others: Sequence[str]) -> int | None:
    """The index of the line that tells of another choice, then of all the rest together (``ほかの三つは…``)."""
    for at, line in enumerate(lines):
        value = _lower(line) if len(line) <= LONGEST else ""
        found = _OTHERS.search(value)
        count = int(_COUNTS.get(found["count"], found["count"])) if found else 0
        before = value[: found.start()] if found else ""
        told = [text for text in others if _holds(before, text)]
        if count == len(group.options) - 1 and len(told) == 1 and not any(_holds(value, text) for text in own):
            return at
    return None


def _words(group: Group, right: frozenset[int]) -> tuple[list[str], list[str]]:
    """The words of the right choices, and of the others that can be told from them."""
    texts = [_lower("".join(option.words)) for option in group.options]
    own = [texts[at] for at in right]
    return own, [text for at, text in enumerate(texts) if at not in right and _is_telling(text, own)]


def _sentences(line: str) -> Iterator[tuple[str, bool]]:
    """A line's sentences, each with whether it is the first."""
    value = _lower(line).replace("**", "") if len(line) <= LONGEST else ""
    parts = [each.strip() for each in re.split(r"。|\n", value) if each.strip()]
    yield from ((each, index == 0) for index, each in enumerate(parts))


def _lower(text: str) -> str:
    return plain(text).lower().strip().rstrip("。.")


def _behind_label(sentence: str, group: Group) -> str:
    """A sentence without the label that it begins with."""
    label = labels.opening(sentence)
    return sentence[label[1] :] if label and label[0] in group.labels else sentence


def _is_telling(text: str, own: Sequence[str]) -> bool:
    """Whether a choice's words are known from the others' where they stand in a sentence."""
    return len(text) >= _SHORTEST and not any(text in each or each in text for each in own)


def _holds(said: str, text: str) -> bool:
    """Whether a choice's words stand there as a whole: no part of a longer figure, Latin word or word in katakana."""
    before = (
        r"(?<![0-9a-z.,])" if re.match(r"[0-9a-z]", text) else r"(?<![ァ-ヺー])" if "ァ" <= text[:1] <= "ヺ" else ""
    )
    after = r"(?![0-9a-z])" if re.search(r"[0-9a-z]$", text) else r"(?![ァ-ヺー])" if "ァ" <= text[-1:] <= "ー" else ""
    return re.search(f"{before}{_pattern(text)}{after}", said) is not None


def _pattern(text: str) -> str:
    """A choice's words, whatever white space parts them."""
    return r"\s*".join(map(re.escape, text.split()))


def _is_called_right(said: str, others: Sequence[str], own: Sequence[str]) -> bool:
    """Whether a sentence ends in 正解 and holds another choice's words (its verb may be inflected), not the right's."""
    if not _IS_RIGHT.search(said) or _CONTRASTS.search(said):
        return False
    return any(_holds(said, _stem(text)) for text in others) and not any(_holds(said, _stem(text)) for text in own)


def _stem(text: str) -> str:
    """A choice's words, of one that ends in a verb what is left however it is inflected."""
    return _VERB_END.sub("", text)


def _is_elsewhen(said: str, own: Sequence[str]) -> bool:
    return any(re.search(_ELSEWHEN.format(_pattern(text)), said) for text in own)


def _is_done(said: str, others: Sequence[str]) -> bool:
    return any(re.search(_IS_DONE.format(_pattern(text)), said) for text in others)


def _is_its_work(said: str, own: Sequence[str], others: Sequence[str], asked: str) -> bool:
    """Whether a sentence says of what is asked about that it does another choice (``…こしとるのがじん臓のしごと``)."""
    found = _ITS_WORK.search(said)
    if not found or found["whose"] not in asked:
        return False
    begun = [_PART.search(text) for text in others]
    done = [part for part in begun if part and part[0] in found["does"]]
    return len(done) == 1 and not any(part in found["does"] for text in own for part in _PART.findall(text))


def _this_does(said: str, own: Sequence[str], others: Sequence[str], asked: str) -> bool:
    """Whether a sentence says of another choice that this one does what is asked for, word for word."""
    found = _THIS_DOES.match(said)
    if not found or found["does"].rstrip() not in asked or any(_holds(said, text) for text in own):
        return False
    return sum(_holds(found["what"], text) for text in others) == 1


def _is_alone(said: str, others: Sequence[str]) -> bool:
    if any(re.search(form.format(_pattern(text)), said) for form in (_ALONE, _ALONE_FITS) for text in others):
        return True
    short = _ALONE_SHORT.search(said)
    return short is not None and sum(short[1].endswith(_last_word(text)) for text in others) == 1


def _is_only_so(said: str, others: Sequence[str], asked: str) -> bool:
    """Whether a sentence says of another choice that only it is so, which is what a question asks for."""
    only = ("だけ" in said and "だけ" in asked) or ("のみ" in said and "のみ" in asked)
    return only and any(re.search(_ONLY_SO.format(_pattern(text)), said) for text in others)


def _last_word(text: str) -> str:
    """The Latin word that ends a choice's words, by which people shorten it (NACL of ネットワークACL); else a tab."""
    found = _LAST_WORD.search(text)
    return found[0] if found else "\t"


def _does(sentence: str, others: Sequence[str], asked: str) -> bool:
    """Whether a clause begins with another choice and does with it what the question asks about."""
    clauses = sentence.split("、")
    for at, clause in enumerate(clauses):
        before = _PURPOSE.sub("", "、".join(clauses[: at + 1]))
        differs = _CONTRASTS.search(before) or before.removesuffix(clause).endswith("は、")
        for text in () if differs else others:
            done = re.match(_pattern(text) + _DOES.pattern, clause)
            if done and done["verb"] in asked:
                return True
    return False


def _is_of(sentence: str, others: Sequence[str], asked: str) -> bool:
    """Whether a sentence says of another choice that what the question begins with is typical of it."""
    if "代表" not in sentence and "典型" not in sentence and "といえば" not in sentence:
        return False
    found = (re.fullmatch(_pattern(text) + _TYPICAL.pattern, sentence) for text in others)
    return any(each and 0 <= asked.find(each["of"]) <= _LONGEST_NUMBER for each in found)


def _completes(sentence: str, others: Sequence[str], asked: str) -> bool:
    """Whether words hold another choice together with the word behind the question's gap, as a phrase."""
    gap = next(iter(gaps(asked)), "")
    following = _WORD.match(asked.partition(gap)[2].lstrip()) if gap else None
    said = _WORD.findall(sentence) if following and not _CONTRASTS.search(sentence) else []
    return any((text, following and following[0]) in pairwise(said) for text in others)


def _ends_in_figure(sentence: str, line: str, others: Sequence[str], own: Sequence[str]) -> bool:
    """Whether the answer's own line, its label alone before it, tells nothing but another choice's figure."""
    found = _FIGURE_END.fullmatch(sentence) if labels.opening(plain(line)) else None
    if not found or _CONTRASTS.search(sentence) or not all(FIGURE.fullmatch(text) for text in own):
        return False
    return found["told"] in others


def _is_opposed(said: str, own: Sequence[str], asked: str) -> bool:
    """Whether a sentence says of the right choice's words the opposite of what is asked about (``X は高…``, 低…)."""
    for text in own:
        told = re.fullmatch(rf"{_pattern(text)}は(?P<state>\S{{2,12}}?)(?:です|だ|である)?", said)
        state = told["state"] if told and len(text) >= _SHORTEST else ""
        if state and state not in asked and any(state.replace(a, b, 1) in asked for a, b in _turned(state)):
            return True
    when = _ONLY_WHEN.search(said)
    state = when["state"] if when else ""
    turned = bool(state) and state not in asked and any(state.replace(a, b, 1) in asked for a, b in _turned(state))
    return turned and any(parts and all(part in said for part in parts) for parts in map(_PART.findall, own))


def _turned(state: str) -> Iterator[tuple[str, str]]:
    """The sign that a state begins with, and its opposite."""
    for pair in _OPPOSITES:
        if state.startswith(tuple(pair)):
            yield state[0], pair.replace(state[0], "")
