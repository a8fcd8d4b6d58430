"""What an explanation concludes: the choice behind よって, したがって, なので at a sentence's end (``よって(4)。``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words import labels
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import LONGEST, plain, worded
from studynotes.questions.words.typed import FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.question import Words
    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

THUS = (
    r"(?:よって|従って|したがって|ゆえに|故に|すなわち|つまり|以上より|以上から|∴"
    r"|[なうくぐすつぬぶむるいただ]ので|(?:[うすぬむるいただ]|(?<![近遠早古多])く|(?<![い一二三ひ\d])つ)から|ため|(?:^|(?<=[。、]))残(?:る|った)(?:の|もの|選択肢|肢)?は)"
)
_LABEL = rf"[A-Ja-j]|10|[1-9]|[{KATAKANA}]|[①-⑩]"
_NAMED = rf"(?:[(「\[]\s*(?:{_LABEL})\s*[)」\]]|(?:{_LABEL})(?:\)|(?!(?!番)[A-Za-z0-9ァ-ヺー一-鿿])))"
_ONE = re.compile(_LABEL)
_CHOICE = rf"(?:選択肢|肢)?\s*(?P<named>{_NAMED}(?:\s*(?:[、,・]|と|および|及び)?\s*{_NAMED})*)\s*(?:番)?"
_RIGHT = r"(?:正解|正答|答え?|正しい|適切|最適|適当|該当する|当てはまる|あてはまる)"
_COPULA = (
    r"(?:です|でした|である|だ|となります|となる|になります|になる|を選ぶ|を選びます|を選択(?:する|します)?|と覚え(?:る|た)"
    r"|を(?:使う|用いる|入れる)|が入る|しかない|しかありません|で(?:OK|よい|いい|決まり))?"
)
_END = rf"\s*(?:(?P<judged>が(?:最も)?{_RIGHT}){_COPULA}|{_COPULA})\s*[.!]?"
_DIRECT = re.compile(
    rf"[、,]?\s*(?:答え?|正解|正答|解答)?\s*(?:は|[:=])?\s*{_CHOICE}(?:の(?P<words>[^。、のをがは]{{1,20}}?))?{_END}"
)
# よって灯油は(4), よって(3)ではなく(4)
_BEHIND = re.compile(rf"(?P<subject>.*)(?:は|で(?:は)?なく|じゃなく(?:て)?)、?\s*{_CHOICE}{_END}")
_LEAST_ACTION = 5  # characters of a choice that tells what is done
_STARTS = re.compile(THUS)
# 残った3: of all choices but one it is told that they are wrong
_LEFT = re.compile(rf"残(?:った|る)(?:の|もの|選択肢|肢|方|ほう)?(?:は|が|、)?\s*{_CHOICE}{_END}")
# … with its words: なので FRR と覚える, つまり灯油です
_IN_WORDS = re.compile(
    rf"{THUS}[、,]?\s*(?:[^、。「」『』]{{1,12}}の\s*)?[「『]?(?P<words>[^、。「」『』]{{1,40}}?)[」』]?{_COPULA}\s*(?:と(?:覚え|おぼえ)\S*)?[!]?$"
)
# … or the first of them: ラッソが正解
_CALLED_RIGHT = re.compile(
    r"(?:.*、\s*)?[「『]?(?P<words>[^、。は「」『』]{2,40}?)[」』]?が(?:正解|答え)(?:です|だ|である|になる|となる)?\s*!*"
)
# … with what comes out: 2^5 - 2 = 30 台
_SO = re.compile(r"(?:です|だから|なので|になる|となる|だ)?\s*$")
_WORKED = re.compile(rf"[\d)]\s*[=≒]\s*(?:約|およそ)?\s*(?P<result>{FIGURE.pattern})\s*$")
# … and a remark that works nothing out: 40+30=70 足すだけ
_REMARKED = re.compile(
    r"[\d)]\s*[=≒]\s*(?P<result>\d[\d,]*(?:\.\d+)?)\s+(?![かをにがはとでのへもや])[ぁ-んァ-ヺ一-鿿][^\d=≒]*$"
)
_GOES_ON = re.compile(r"\d\s*[-+−×÷*/]\s*\d")  # なので 10+1 回
# 青いので2。いや3だった
_RETHINKS = re.compile(r"(?:^|[。、,!\s　])(?:いや(?!す|が|な)|やっぱ|やはり|待って|まって|違った|ちがった|訂正)")
_OF_ANSWER = re.compile(rf"{_RIGHT}|誤り|誤っている|間違|不適切")
_HERE = re.compile(r"[、,\s]*(?:今回|ここ|これ|この(?:問題?|問い|場合)|本問|当問)(?:で)?")  # …なので、今回はB
_LAST_TIME = re.compile(
    r"前回|前は|先週|去年|昨年|最初|初め|\d\s*(?:回|周|度)目|(?:選ん|し)(?:て|た|だ)|にした|自分|私|予想"
)
# A sentence that tells which choice is wrong, or what somebody took for the answer.
OF_WRONG = re.compile(
    r"誤[りっ答]|間違|不適|不正|以外|除[くい]|[×✕☓✗✘❌]|正しくな|ひっかけ|引っ[掛か]|迷[うっい]|紛らわし|自分|前回|最初|選んだ|NG|消[去え]|残[るり]"
)


def concludes(text: str, group: Group, right: frozenset[int], *, negative: bool) -> str:
    """The label of another choice that a line concludes with, ``""`` if there is none.

    ``よって(4)。``, ``…なので4。``, ``つまり灯油は(4)です。``, ``よって(3)ではなく(4)。``: these answer the question.
    ``よって(1)は誤り。``, ``したがって(1)以外。``, ``よって誤りは(1)。`` do not, nor does a figure or a letter that the
    right choice's own words hold (``よって 4。`` where that is what comes out). Where a question asks for what does not
    hold (``negative``), ``よって誤りは(1)`` answers it, and ``よって(2)が正しい`` does not.
    """
    known = group.labels
    if not known or len(text) > LONGEST:
        return ""
    own = "".join(folded(group.options[index].words) for index in right)
    for said in _conclusions(worded(text), negative=negative):
        found = list(dict.fromkeys(labels.normal(each) for each in _ONE.findall(said["named"])))
        if any(label not in known for label in found) or not _has_words(said, found, group):
            continue
        bare = not re.search(r"[(「\[①-⑩]", said["named"]) and not said["judged"]
        others = [label for label in found if known.index(label) not in right]
        others = [label for label in others if not (bare and folded(label) in own)]
        if others:
            return others[0]
    return ""


def concluded(lines: Sequence[str], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that the explanation concludes with (``…なのでハ。``), each time the same; None if not.

    They must be as many as the question wants; a bare figure that some choice's words hold may be that value.
    """
    found: set[frozenset[int]] = set()
    for line in lines if group.labels else ():
        if len(line) > LONGEST or hedged(line):
            continue
        if _RETHINKS.search(line):
            return None
        for said in _conclusions(worded(line), negative=ask.negative, answering=True):
            named = said["named"]
            each = [labels.normal(label) for label in _ONE.findall(named)]
            bare = named.strip().isdigit() and any(_has_figure(one.words, named.strip()) for one in group.options)
            if bare or any(label not in group.labels for label in each) or not _has_words(said, each, group):
                return None
            found.add(frozenset(map(group.labels.index, each)))
    right = found.pop() if len(found) == 1 else frozenset()
    wanted = ask.wanted or (len(right) if ask.several else 1)
    return right if right and len(right) == wanted else None


def _has_words(said: re.Match[str], named: Sequence[str], group: Group) -> bool:
    """Whether the words that a conclusion gives with a label are those that its choice begins with (``ウの4mm``)."""
    words = folded(said["words"]) if said.re is _DIRECT and said["words"] else ""
    return not words or (
        len(named) == 1 and folded(group.options[group.labels.index(named[0])].words).startswith(words)
    )


def _has_figure(words: Words, figure: str) -> bool:
    """Whether a choice has a figure in its words, not as part of another (the 1 of 21)."""
    return re.search(rf"(?<![\d.,]){figure}(?!\d|[.,]\d)", plain("".join(words))) is not None


def named_in_words(sentence: str, group: Group) -> frozenset[int] | None:
    """The choice with whose words an answer's only sentence concludes (``終端を含まないので [2, 3]。``)."""
    said = _IN_WORDS.search(worded(sentence).rstrip("。 "))
    texts = [folded(option.words) for option in group.options]
    named = folded(said["words"]) if said and "。" not in sentence.rstrip("。 ") and not hedged(sentence) else ""
    return frozenset([texts.index(named)]) if named and texts.count(named) == 1 else None


def concludes_in_words(lines: Sequence[str], group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that concludes with another choice's words, or works out its figure; None if none does.

    ``Rejectなので FRR と覚える。``, ``2^5 - 2 = 30 台。``, or does what one says (``流速を遅く、湿度は高く。``),
    not where the right choice's own words stand there, too, in any of the lines, nor where a result is only a step on
    the way to another one.
    """
    texts = [folded(option.words) for option in group.options]
    others = [text for index, text in enumerate(texts) if text and index not in right]
    beneath = folded(" ".join(lines))
    if any(_stands(texts[index], beneath) for index in right):
        against = all(_is_contrasted(texts[index], beneath) for index in right)
        return _in_words(lines, others) if against else None
    last: tuple[int, str] | None = None
    for at, line in enumerate(lines):
        for sentence in re.split(r"。|\n", worded(line)) if len(line) <= LONGEST else ():
            said = _IN_WORDS.search(sentence)
            named = folded(said["words"]) if said else ""
            done = folded(sentence.split("、")[0])
            if any(named == text or _is_done(done, text) or _is_described(named, text) for text in others):
                return at
            if _calls_another(sentence, texts, right):
                return at
            for step in _STARTS.split(sentence):
                worked = _REMARKED.search(step) or _WORKED.search(_SO.sub("", step))
                further = last is not None and last[0] == at and _GOES_ON.search(step) and last[1] not in step
                last = (at, worked["result"]) if worked else None if further else last
    if last and any(_is_result(last[1], option.words) for at, option in enumerate(group.options) if at not in right):
        return last[0]
    return None


def _calls_another(sentence: str, texts: Sequence[str], right: frozenset[int]) -> bool:
    """Whether a sentence calls right what another choice's words begin with, and no other's."""
    said = _CALLED_RIGHT.fullmatch(sentence) if "正解" in sentence or "答え" in sentence else None
    words = folded(said["words"]) if said else ""
    named = [at for at, text in enumerate(texts) if text.startswith(words)] if words else []
    return len(named) == 1 and named[0] not in right


def _in_words(lines: Sequence[str], others: Sequence[str]) -> int | None:
    """The index of the line that concludes with just another choice's words (``…なので since が入る``)."""
    for at, line in enumerate(lines):
        sentences = worded(line).split("。") if len(line) <= LONGEST else ()
        if any(said and folded(said["words"]) in others for said in map(_IN_WORDS.search, sentences)):
            return at
    return None


def _is_contrasted(own: str, beneath: str) -> bool:
    """Whether an explanation names the right choice only to say what it would mean (``when だと過去の一点``)."""
    behind = beneath.split(own)[1:] if own else []  # a choice in pictures has no words
    return bool(behind) and all(said.startswith(("だと", "なら", "では", "じゃ")) for said in behind)


def _stands(own: str, beneath: str) -> bool:
    """Whether the right choice's words stand in an explanation: of a figure not as what others come out of (100×5)."""
    if not own.isdigit() or own not in beneath:
        return own in beneath
    alone = rf"(?<![\d.,]){own}(?![\d.,])"
    worked = rf"(?<=[×÷*])\s*{alone}|{alone}\s*[×÷*]"
    return len(re.findall(worked, beneath)) < beneath.count(own)


def _is_described(named: str, choice: str) -> bool:
    """Whether a conclusion is a choice with what describes it before it (``先に入れたものを先に出すキュー``)."""
    return len(choice) > 1 and named.endswith(choice) and named[: -len(choice)].endswith(("る", "た", "い", "な", "す"))


def _is_done(said: str, choice: str) -> bool:
    """Whether a sentence begins with what a choice does (``流速を遅く、湿度は高く``), as its own word."""
    stem = choice.removesuffix("する")
    return len(choice) >= _LEAST_ACTION and stem != choice and said in (choice, stem, f"{stem}し")


def _is_result(result: str, words: Words) -> bool:
    """Whether a choice is the figure that comes out (``30 台`` is ``30``; ``30 円`` and ``30 台`` differ)."""
    found, own = (FIGURE.fullmatch(folded(each)) for each in (result, words))
    if not found or not own or found["figure"].replace(",", "") != own["figure"].replace(",", ""):
        return False
    return not found["unit"] or not own["unit"] or found["unit"] == own["unit"]


def names_choice(text: str) -> bool:
    """Whether a line concludes with a choice's label, whichever."""
    return len(text) <= LONGEST and any(_conclusions(worded(text), negative=False))


def _is_here(subject: str, sentence: str) -> bool:
    """Whether a conclusion is of this question (``…なので、今回はB``), and not of this time, unlike the last one."""
    return _HERE.fullmatch(subject) is not None and not _LAST_TIME.search(sentence)


def _conclusions(value: str, *, negative: bool, answering: bool = False) -> Iterator[re.Match[str]]:
    """The labels that each sentence with a conclusion ends in.

    ``answering``: not those that it says of something of the subject's (``よって灯油は(4)``, which may be its class).
    """
    for sentence in re.split(r"。|\n", value):
        left = _LEFT.fullmatch(sentence.strip()) if sentence.lstrip()[:1] == "残" else None
        if left:
            yield left
            continue
        starts: Sequence[re.Match[str]] = list(_STARTS.finditer(sentence))
        if not starts:
            continue
        tail = sentence[starts[-1].end() :].strip()
        found = _DIRECT.fullmatch(tail)
        behind = None if found else _BEHIND.fullmatch(tail)
        said = found or behind
        if said is None:
            continue
        of_wrong = behind is not None and OF_WRONG.search(behind["subject"]) is not None
        if (of_wrong and not negative) or (negative and behind is not None and not of_wrong):
            continue
        if said["judged"] and negative:
            continue
        of_this = behind is not None and (_OF_ANSWER.search(behind["subject"]) or _is_here(behind["subject"], sentence))
        if answering and behind is not None and not of_this:
            continue
        yield said
