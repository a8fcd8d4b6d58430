"""What the reasons given for each choice say of it: ``…満たすため、これが正解です。``, ``…分散のほう。不適切。``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.text.judgements import right_by
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels
from studynotes.questions.words.disowning import unsettled
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.marks import OWN_KEY
from studynotes.questions.words.phrases import LONGEST, plain, worded, words_alone
from studynotes.questions.words.phrases import bare as without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

_END = r"(?:です|でした|である|だ|となります|となる|になります|になる)?(?:[。.!]|$)"
_THIS = r"(?:これ|それ|こちら|この(?:選択肢|肢|方法|答え|サービス))"
# What names the answer, at a sentence's end: これが正解です, この選択肢も正しい, 不適切なのでこれを選ぶ, ◎これ.
_NAMES = re.compile(
    rf"{_THIS}[がも](?:最も)?(?:正解|最適解?|正しい(?:選択肢|答え)?|正答|答え|当てはまる){_END}"
    rf"|^(?:{_THIS}を|今回は、?)?(?:採用|当たり|あたり|アタリ)(?:です|する|します|した)?(?:[。!]|$)"
    rf"|(?:^(?:(?:が|は)(?:最も)?)?|(?:ので|ため|から)、?)(?:正解|正答|答え){_END}|正しい(?:選択肢|答え){_END}|{_THIS}を選(?:ぶ|択(?:する|します)?|びます){_END}|[◎○⭕]\s*(?:これ|コレ|ココ|ここ)(?:[。!]|$)"
)
_WHOLLY_QUOTED = re.compile(r"\s*[「『](?P<said>[^「」『』]{1,200})[」』]\s*")
_QUOTED = re.compile(r"\s*[「『](?P<words>[^「」『』]{1,60})[」』](?=[はが]、?(?:最も)?(?:正解|正答|答え|正しい|適切))")
# 却下。…, as the answer's reason has 採用。…
_REFUSES = re.compile(
    rf"不正解{_END}|正解で(?:は|も)(?:ない|ありません)(?:[。.]|$)"
    r"|^(?:却下|不採用|ボツ|外れ|はずれ|ハズレ)(?:です|する|します|した)?(?:[。!]|$)"
)
# … and how that went: 採用。でも答えを見たら…, 却下。これだった
_AFTERWARDS = re.compile(r"正解|正答|答え|解答|これだった|こっちだった|逆だった")
_TURNS = re.compile(r"間違|まちが|違っ|ちがっ|だった|しまった|ミス|でも|けど|しかし|と思|迷|自分|[×✕✗❌?]")
_DECIDES = re.compile(r"[\s　]*(?:却下|不採用|採用|今回は|ボツ|外れ|はずれ|ハズレ|当たり|あたり|アタリ)")
_YES = r"正しい(?:説明|記述|内容)?|正しく?です|適切(?:な(?:説明|記述))?|その(?:通|とお)り"
_NO = (
    r"誤り|誤っている|間違い|まちがい|間違っている|不適切|不適当|適切(?:では|で)(?:ない|ありません)"
    r"|正しく(?:ない|ありません)|違う|ちがう|違います"
)
# What judges a choice, as a whole sentence (よって不適切。), right behind its label (は間違いで、), at a sentence's end
# (翻訳のことなので違う。), or as a sign (… ✕).
_WHOLE = re.compile(rf"(?:よって|したがって|従って|つまり|だから)?、?(?:(?P<no>{_NO})|(?P<yes>{_YES})){_END}")
_BEGINS = re.compile(rf"(?:は|が|も|:)?\s*(?:(?P<no>{_NO})|(?P<yes>{_YES}))(?:{_END}|で、|で,|。|なのは|が、)")
_CLOSES = re.compile(rf"(?:ので|ため|から|よって|したがって)、?(?:(?P<no>{_NO})|(?P<yes>適切|正しい)){_END}")
# → これ。…, as others are 誤り: one of them is judged so
_IS_IT = re.compile(r"(?P<no>(?!))?(?P<yes>これ|コレ|ここ|ココ)(?:です|だ|一択)?[。!]")
_SIGN = re.compile(r"(?:(?P<no>[×✕☓✗✘❌✖])|(?P<yes>[○◯〇⭕◎✅✓✔]))\ufe0f?[\s。]*$")
_SIGN_FIRST = re.compile(r"[\s.…‥]*(?:→\s*)?(?:(?P<no>[×✕☓✗✘❌✖])|(?P<yes>[○◯〇⭕◎✅✓✔]))\ufe0f?(?=[\s　:、。])")
# What an arrow leads to at the end, where a case has needs: → 要件を満たす, → よって条件に合わない, → 論外
_NEEDS = r"(?:要件|条件|要求|制約)(?:[をにもは])?(?:すべて|全て|全部|ぜんぶ|両方(?:とも)?|どちらも)?[をにも]?"
_BY_NEED = re.compile(
    rf"(?:→|⇒)\s*(?:よって|なので)?、?(?:これ(?:だけ)?(?:で|が|は|なら))?、?{_NEEDS}"
    r"(?:(?P<yes>満た(?:す|せる|します|せます|している)|合う|合います|合致(?:する|します)?)"
    r"|(?P<no>満た(?:さない|せない|しません|せません|していない)|合わない|合いません|合致し(?:ない|ません)|反する|反します))"
    r"\s*(?:\([^()?]{1,8}\))?[。.!]?$"
    r"|(?:→|⇒)\s*(?P<out>論外|惜しい|却下|不採用|対象外)[。.!]?$"
)
_MORE = re.compile(r"[^\W_].*[^\W_]")  # words beside a sign
_LABEL = (
    r"(?:(?<![A-Za-z0-9])[A-Ja-j](?![A-Za-z0-9])|(?<![\d.])(?:10|[1-9])(?![\d.%])"
    rf"|(?<![ァ-ヺー一-鿿])[{KATAKANA}](?![ァ-ヺー一-鿿]))"
)
_CHOICE = rf"[「(]?{_LABEL}[」)]?"
_COUNTED = r"(?:オプション|選択肢)\s*\d|\d\s*(?:つ目|番目)"
_ANY = rf"(?:{_COUNTED}|{_CHOICE})(?:\s*(?:と|、|,|・|および)\s*(?:{_COUNTED}|{_CHOICE}))*"
_NOT_THIS = rf"{_CHOICE}\s*(?:じゃ|では)なくて?[、,]?\s*"
_FIT = r"正しい|適切な|適当な|妥当な|該当する|当てはまる|あてはまる"
_IN_PROSE = re.compile(
    # Bが正解, B(青)が適切, Bの「青」が該当する
    rf"(?P<these>{_ANY})\s*(?:\((?P<noted>[^()]{{1,40}})\)|の?「(?P<quoted>[^「」]{{1,40}})」)?\s*"
    rf"(?:が(?:最も)?(?:(?P<named>正解|答え|正答)|(?P<judged>正しい|適切|適当|妥当|最適解?|当てはまる|あてはまる|該当))"
    r"(?!のは|場合|とき|時|と(?:誤解|勘違|間違|すれ|した)|なら|であれば|だったら)"
    rf"|(?:番)?を選(?:ぶ|択|べば|び(?=ます)))"
    # 正解はB, 最も適切なのはB, 正解はAではなくB
    rf"|{OWN_KEY}(?P<which>(?:{_FIT})(?:の|もの|選択肢|肢)|正解|正答|解答|答え)は、?\s*(?:{_NOT_THIS})?"
    rf"(?P<those>{_ANY})\s*(?:の?「(?P<said>[^「」]{{1,40}})」)?"
    r"(?=\s*(?:です|でした|だ(?!と|ろ|った[かけとよら])|で、|。|、|$|(?:である|になる|となる|になります|となります)(?:。|$)))"
    # bを付けるのが適切, 両方満たすのはcだけ
    rf"|(?P<fits>{_CHOICE})\s*を[^。、]{{1,8}}のが(?:最も)?(?:適切|最適|正しい|適当)(?:です|だ|である)?(?:。|$)"
    rf"|(?:満たす|当てはまる|あてはまる|該当する)のは、?\s*(?P<only>{_CHOICE})\s*(?:だけ|のみ)(?:です|だ|である)?(?:。|$)"
    # 強いのはイとウなので、この2つを選ぶ
    rf"|(?P<both>{_ANY})\s*(?:なの|だ)?(?:で|から)、?\s*(?:この|その)\s*[2-5二三四五]\s*つ(?:とも)?を選(?:ぶ|択(?:する|します)|びます)(?:。|$)"
    rf"|(?:よって|したがって|従って|ゆえに|以上より|以上から|∴)、?\s*(?P<thus>{_ANY})(?:です|となる|になる|である)?[。.]?\s*$"
)
# … of which each has one of these, and most lines have none
_MAY_NAME = re.compile("[正答適妥当該選満∴]|あてはまる|よって|したがって|従って|ゆえに|以上")
# What follows, where that is what the sentence says: not を選ぶ人が多い, を選択した, が正解になる理由
_SAYS = re.compile(
    r"\s*(?:です|でした|である|であり|だ|だった|する|します|ます|べき|(?:と|に|ということに)な(?:る|ります?|り|って(?:いる|います)))?"
    r"(?:な?の?で|だ?から|ため|けど|けれど|が(?=、)|し(?=、)|と(?:いえ|言え|考えられ|判断でき|[わ分]か)[^。]*|もの|もん|ね|よ|わけ)?"
    r"(?:です|だ)?\s*(?:[。、,.!」)\]:→]|$)|(?<=べば)(?:よ|[いO])"
    # が正しい書き方です, を選ぶ問題
    r"|な?(?!場合|理由|とき|時|[人者方率])[一-鿿ァ-ヺ][^。、とはがもで]{0,8}(?:です|だ|である)?(?:。|$)"
)
# What held at another time or on a condition: 旧版ではBが正解, もし…ならB
_ELSEWHEN = re.compile(r"(?:^|[。、:\s])(?:もし|仮に|旧|以前|改正前|当初|初見|最初|前回|昔|去年|昨年)")
_NAMING = re.compile(r"正解|正答|答え")
_PLACE = re.compile(r"(?:オプション|選択肢)\s*(\d)|(\d)\s*(?:つ目|番目)")
_ONE = re.compile(rf"[A-Ja-j]|10|[1-9]|[{KATAKANA}]")
_UNSURE = re.compile(
    rf"[?]|たぶん|多分|おそらく|恐らく|見え(?:る|ます|そう|て)|一見|気[がも]|かも|と思|だろう|はず|らしい|みたい|よう[なだ]|(?:と|って)(?:書|言(?!え)|い[うっ](?!こと|話|問題|もの|点|意味|名|の)|答|聞|な(?!る|り(?:ます|、)))|迷|か[a-jA-J1-9{KATAKANA}]|ではな|じゃな|とは限|ない$|予想|勘"
)
# BじゃなくてAが正しい: that B is not the answer is no doubt of A
_NOT_BUT = re.compile(rf"{_NOT_THIS}(?={_CHOICE})")
# 小屋という狭い場所に絞るので、…: what is called so, and by nobody
_NAME_OF = re.compile(
    r"(?<=[一-鿿ァ-ヺーA-Za-z])という(?!人|説|意見|声|噂|うわさ|見方|解|答|指摘|考え|方|話|感|気)(?=[一-鿿ァ-ヺ])(?=[^。]*、[^。]*$)"
)
_CONTRAST = re.compile(r"(?<=[一-鿿ァ-ヺーA-Za-z])(?:では|じゃ)なくて?(?![いか])")  # 行ではなく列なので…
_SPOKEN = re.compile(r"(?:友達|友人|先輩|同僚|先生|講師|AI)(?:は|が|の|いわく)")
SPEAKER = re.compile(r"\s*[^\s:。、]{1,8}(?:さん|くん|君|ちゃん|先輩)(?:の[^:。、]{1,6})?\s*:|\s*(?:投票|意見)\s*:")
_DOUBTED = re.compile(
    r"正解[^。]{0,8}(?:[?]|と思|かも|気が|らしい|はず)|[?]\s*$|(?:これ|それ|こっち|こちら)[^。、]{0,6}かも"
    r"|(?:^|[。、])\s*(?:たぶん|多分|おそらく|恐らく)(?:これ|正解|正しい)?[。!]?\s*$"
)
_OPENS = re.compile(rf"[(（「]?(?P<label>10|[1-9]|[A-Ja-jＡ-Ｊ]|[{KATAKANA}])[)）」]?\s*(?=[はがも:：])")


@dataclass(slots=True)
class _Said:
    """What the reasons of one choice say: that it is the answer (``named``), and that its statement holds or not."""

    named: bool | None = None
    judged: set[bool] = field(default_factory=set)


def named_by_reasons(chunk: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that their reasons name as the answer (``…満たすため、これが正解です。``); None where none can be.

    They must be as many as the question wants, and no reason of theirs may judge them wrong (where the question asks
    for what does not hold it may).
    """
    said = _said(chunk, group)
    named = frozenset(index for index, each in enumerate(said) if each.named)
    if not named or (not ask.negative and any(False in said[index].judged for index in named)):
        return None
    return named if len(named) == (ask.wanted or 1) or (ask.several and ask.wanted is None) else None


def judged_by_reasons(chunk: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that their reasons judge to be the answer, each choice being judged; None where nobody could tell.

    As with marks, what is judged right is the answer, or what is judged wrong, where the question asks for that.
    """
    said = _said(chunk, group)
    if any(len(each.judged) != 1 or each.named is not None for each in said):
        return None
    right = right_by([next(iter(each.judged)) for each in said], ask) or frozenset()
    said_of = [words_alone(text) for index, text in _reasons(chunk, group) if index in right]
    told_this = any(_IS_IT.match(each) or _BY_NEED.search(each) for each in said_of)
    return None if told_this and len(right) != (ask.wanted or 1) else right or None


def judged_with_reasons(chunk: Sequence[Line], group: Group) -> list[bool | None]:
    """What the reasons judge of each choice (``❌ 翻訳だから``); None where one says no more, or not just one thing."""
    said = _said(chunk, group)
    told = ["" for _ in group.options]
    for index, text in _reasons(chunk, group):
        told[index] += words_alone(text)
    return [
        next(iter(each.judged)) if len(each.judged) == 1 and each.named is None and _MORE.search(words) else None
        for each, words in zip(said, told, strict=True)
    ]


def left_by_reasons(chunk: Sequence[Line], group: Group) -> tuple[frozenset[int], str]:
    """The choices that their reasons do not refuse, and what the only one's reason says; ``""`` if that judges it."""
    said = _said(chunk, group)
    left = frozenset(index for index, each in enumerate(said) if each.named is not False and each.judged != {False})
    told = [text for index, text in _reasons(chunk, group) if index in left] if len(left) == 1 else []
    judged = any(said[index].named or said[index].judged for index in left)
    return left, "" if judged else " ".join(told)


def refuse_in_words(chunk: Sequence[Line], group: Group, left: frozenset[int]) -> bool:
    """Whether the reason of each choice but those that are ``left`` begins so (``「…」は不正解です。``)."""
    first: dict[int, str] = {}
    for index, text in _reasons(chunk, group):
        first.setdefault(index, words_alone(text).partition("。")[0])
    return all(_REFUSES.search(first.get(at, "")) for at in range(len(group.options)) if at not in left)


def _said(chunk: Sequence[Line], group: Group) -> list[_Said]:
    said = [_Said() for _ in group.options]
    for index, text in _reasons(chunk, group):
        if is_doubted(text) or _is_undone(text):
            return [_Said() for _ in group.options]
        text = whole["said"] if (whole := _WHOLLY_QUOTED.fullmatch(text)) else text  # noqa: PLW2901
        quoted = _QUOTED.match(text)
        own = quoted and folded(quoted["words"]) in folded(group.options[index].words)
        _add(text[quoted.end() :] if quoted and own else text, said[index])
    return said


def is_doubted(reason: str) -> bool:
    """Whether a reason doubts what it says of its choice (``正解かも``, ``正解です。たぶん。``)."""
    return _DOUBTED.search(plain(reason)) is not None


def _is_undone(reason: str) -> bool:
    """Whether a reason tells what somebody decided, and that it was wrong (``採用。でも答えを見たら…``)."""
    decided = _DECIDES.match(reason)
    value = words_alone(reason) if decided else ""
    return bool(decided) and bool(_AFTERWARDS.search(value) or (_read(reason)[0] and _TURNS.search(value)))


def named_in_prose(lines: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that running text names as the answer (``…なので3が適切。``, ``4を選ぶ。``, ``正解は2つ目。``).

    They must be as many as the question wants. A sentence that names one and doubts it, or tells what somebody wrote or
    took for the answer, makes all of it unclear: then there are none (an empty set). A bare figure that some choice's
    words hold may be that value, and names nothing unless the sentence speaks of 正解 or of choosing. Choices without
    labels are named by their place.
    """
    found: set[int] = set()
    for line in lines:
        if line.role is Role.CODE or len(line.text) > LONGEST or SPEAKER.match(plain(line.text)):
            continue
        said = worded(line.text)
        for sentence in re.split(r"(?<=。)", said) if _MAY_NAME.search(said) else ():
            for match in _IN_PROSE.finditer(sentence):
                indexes = _indexes(_named_in(match), group)
                judged = match["judged"] is not None or bool(match["which"] and not _NAMING.search(match["which"]))
                judged = judged or bool(match["fits"] or match["only"])
                if not indexes or (judged and (ask.negative or _is_figure_of(match, group))):
                    continue
                told = (match["fits"] or match["only"]) and (_SPOKEN.search(sentence) or unsettled([line.text]))
                certain = (
                    _CONTRAST.sub("", _NOT_BUT.sub("", _NAME_OF.sub("の", sentence[: match.start()])))
                    + sentence[match.start() :]
                )
                if _UNSURE.search(_NOT_BUT.sub("", certain)) or told or _ELSEWHEN.search(sentence[: match.start()]):
                    return frozenset()
                if match["these"] and not _SAYS.match(sentence, match.end()):
                    continue
                if not _has_own_words(match, indexes, group):
                    return frozenset()
                found |= indexes
    return frozenset(found) if found and (len(found) == (ask.wanted or 1)) else None


def _has_own_words(match: re.Match[str], indexes: set[int], group: Group) -> bool:
    """Whether what is said with a label, if anything, is of its choice (``B(青)が正解``, ``正解はBの「青」``)."""
    words = folded(match["quoted"] or match["noted"] or match["said"] or "")
    return not words or any(words in folded(group.options[index].words) for index in indexes)


def _named_in(match: re.Match[str]) -> str:
    """The choices that a sentence names, as it does."""
    return next(match[name] for name in ("these", "those", "thus", "fits", "only", "both") if match[name])


def _indexes(words: str, group: Group) -> set[int]:
    """The choices that labels, or places (``2つ目``, ``オプション2``), name; none where one of them is unknown."""
    known = group.labels
    places = [int(place[0] or place[1]) - 1 for place in _PLACE.findall(words)]
    if not known:
        return set(places) if all(0 <= place < len(group.options) for place in places) else set()
    named = [labels.normal(each) for each in _ONE.findall(words)] if not places else []
    if not named or any(label not in known for label in named):
        return set()
    return {known.index(label) for label in named}


def _is_figure_of(match: re.Match[str], group: Group) -> bool:
    """Whether what is called right may be a value: a figure that a choice's words hold."""
    figures = re.findall(r"\d+", _named_in(match))
    words = ["".join(option.words) for option in group.options]
    return any(re.search(rf"(?<!\d){figure}(?!\d)", plain(each)) for figure in figures for each in words)


def judges(text: str) -> bool:
    """Whether a reason closes with a verdict (``…標準偏差は 2 倍。不適切。``, ``… ✕``)."""
    named, judged = _read(text)
    return named is not None or bool(judged)


def refuses(text: str) -> bool:
    """Whether a reason refuses its choice, as an answer or as what it says."""
    named, judged = _read(text)
    return named is False or judged == {False}


def calls_answer(text: str) -> bool | None:
    """Whether a line calls what it tells of the answer, or none (``「…」は不正解です。``)."""
    says = "正" in text or "これ" in text or "答" in text or _DECIDES.match(text)
    return _read(text)[0] if says else None


def _reasons(chunk: Sequence[Line], group: Group) -> Iterator[tuple[int, str]]:
    """The choices' reasons: those that stand among them, and lines beneath that begin with a label."""
    among = any(option.reasons for option in group.options[:-1])  # else what stands behind the last is of all
    for index, option in enumerate(group.options if among else ()):
        yield from ((index, "".join(words)) for words in option.reasons)
    known = group.labels
    after = [line for line in chunk[group.end :] if line.role is not Role.CODE and len(line.text) <= LONGEST]
    last = len(group.options) - 1
    if after and last and all(option.reasons for option in group.options[:-1]) and not group.options[-1].reasons:
        first = after[0]
        if not first.opens_block and first.block is group.options[-1].line.block:
            yield last, first.text
    if not known:
        yield from _by_words(after, group)
        return
    current: int | None = None
    for line in after:
        opened = labels.opening(without_marks(line.text)) or _sentence(line.text)
        if opened and opened[0] in known:
            current = known.index(opened[0])
            yield current, without_marks(line.text)[opened[1] :]
        elif line.depth and not line.opens_block and current is not None:
            yield current, line.text
        else:
            current = None


def _by_words(lines: Sequence[Line], group: Group) -> Iterator[tuple[int, str]]:
    """What lines say of choices that they begin with, word by word (``**物体検出**：種類と位置を…``)."""
    words = [folded(option.words) for option in group.options]
    for line in lines:
        begins, colon, said = worded(line.text).partition(":")
        if colon and words.count(folded(begins)) == 1:
            yield words.index(folded(begins)), said


def _sentence(text: str) -> tuple[str, int] | None:
    """The label that is a sentence's subject (``c が誤り。``), and where what is said of it begins."""
    value = without_marks(text)
    found = _OPENS.match(value)
    return (labels.normal(found["label"]), found.end()) if found else None


def _add(text: str, said: _Said) -> None:
    """Add what one more reason says: once it is refused, nothing names the choice any more."""
    named, judged = _read(text)
    if named is not None:
        said.named = named and said.named is not False
    said.judged |= judged


@lru_cache(maxsize=4096)  # what names the answer asks, and what judges the choices
def _read(text: str) -> tuple[bool | None, frozenset[bool]]:
    """Whether a reason names its choice as the answer, or refuses it, and whether it calls what it says right."""
    value = words_alone(text)
    named: bool | None = None
    sentences = [each.strip() for each in re.split(r"(?<=。)", value) if each.strip()]
    for sentence in sentences:
        if _REFUSES.search(sentence):
            named = False
        elif _NAMES.search(sentence):
            named = named is not False
    first = [_BEGINS.match(each) or _SIGN_FIRST.match(each) or _IS_IT.match(each) for each in sentences[:1]]
    last = [
        _WHOLE.fullmatch(each) or _CLOSES.search(each) or _SIGN.search(each) or _BY_NEED.search(each)
        for each in sentences[-1:]
    ]
    return named, frozenset(found["yes"] is not None for found in (*first, *last) if found)
