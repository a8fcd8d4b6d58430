"""What a paragraph beneath choices says of them by their labels, sentence by sentence (``所有格なので(C)。``).

Many give their answer only so, as the last words of the reason. Each mention of a label is judged: what the sentence
comes to, what it rejects, what somebody chose and was wrong with, or what it only tells of.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from studynotes.questions.question import folded
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.choosing import is_hint
from studynotes.questions.words.concluding import OF_WRONG, THUS
from studynotes.questions.words.disowning import unsettled
from studynotes.questions.words.keyline import hedged
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.namedtwice import OF_OTHERS
from studynotes.questions.words.phrases import LONGEST, plain, worded
from studynotes.questions.words.whose import CALMLY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

_LABEL = rf"(?:10|[1-9]|[A-Ja-j]|[{KATAKANA}])"
_WORD = "A-Za-z0-9ァ-ヺー一-鿿"
_SET_OFF = rf"(?:[(「\[]\s*{_LABEL}\s*[)」\]]|(?<![{_WORD}(=+*/.×-])[A-Ja-j{KATAKANA}]\))"
# By itself: not the A of "A with B", of "A + B" or of クラスA. A figure is not known for a label so.
_ALONE = (
    rf"(?<![{_WORD}])[{KATAKANA}](?![{_WORD}])"
    rf"|(?<![{_WORD}])(?<![A-Za-z0-9+*/=×-]\s)[A-J](?![{_WORD}]|\s*[A-Za-z0-9+*/=×^-])|(?<!\d)(?:10|[1-9])番(?!目)"
)
_AND = r"\s*(?:[、,・]|と|および|及び)\s*"
_MENTION = re.compile(
    rf"(?:選択肢|肢)?(?P<these>(?:{_SET_OFF})(?:(?:{_AND})?{_SET_OFF})*|(?:{_ALONE})(?:{_AND}(?:{_ALONE}))*)"
)
_ONE = re.compile(_LABEL)
_CIRCLED = re.compile(r"[①-⑩]")
_STARTS = re.compile(r"^\s*(?:→|⇒|➡|=>|->|∴)\ufe0f?\s*")
_ARROWS = re.compile(r"[→⇒➡]|->|=>")
_SENTENCES = re.compile(r"(?<=[。!])(?![^()]*\))|\n")

# What comes to a label: the end of a reason (だから, 、), a calculation's or arrow's, この問題's; and before the label
# at most what kind of thing it is (形容詞の).
_KIND = r"(?:[^\s、。,()「」はがをもにへとで=→⇒]{1,12}の\s*)?"
_LEADS = re.compile(
    rf"(?:^|(?:{THUS}|だから)、?|[=≒]\s*-?[\d.,/]+\s*[%一-鿿ァ-ヺA-Za-z]{{0,6}}\s*(?:より、?|[、,])|^\s*(?:正解|正答|答え)|(?P<loose>(?<=[{_WORD}%)」いるただ])[、,]|(?<=[\d)%])\s*(?:[=≒]|より、?)|(?<!:)\s*[→⇒∴])|(?:^|(?<=[、\s]))(?:これ|ここ(?:で)?|今回|この(?:問題?|問い|場合)(?:で)?|答え?|正解|正答|正しい(?:の|もの|ほう|方))は、?|(?:という(?:こと|わけ)で|考え(?:ると|れば))、?)"
    rf"\s*{_KIND}$"
)
_LEADS_TO_BRACKET = re.compile(  # supply、equip で(A)と(C); 前だから所有格(C); 主語に関係なく(C)
    rf"(?<=[A-Za-z])\s*で\s*$|(?:(?:関係|関わり|かかわり)なく|(?:関わら|かかわら|を問わ|によら)ず)、?\s*$|(?:{THUS}|だから)、?\s*[一-鿿ァ-ヺー]{{1,10}}\s*$"
)
_RIGHT_ONE = re.compile(r"^\s*正しい(?:の|もの|ほう|方)は、?")
_ASIDE = re.compile(
    r"(?:例えば|たとえば|特に|とくに|逆に|一方|他に|ほかに|また|なお|次に|最後に?|まず|普段|ふつう|以前|昔|ただ|でも|もし|仮に)[、,]?\s*$"
    r"|(?:模試|本番|試験|テスト|過去問|授業|直感|去年|昨日|今日|図|表|例|式|[前次上下左右別他逆隣]|前問|反対|教科書|本文?|問題文)(?:では?|の)\s*$"
    # of a case, which may not be this one: 文なら、(B)
    rf"|(?:なら|[れけせてえべねめげ]ば|たら|とき|時|場合|際)(?:は|に|には)?[、,→⇒\s]*{_KIND}$"
    # of another question, perhaps: 次の正解 → B; in brackets
    r"|(?:正解|正答|解答|答え?)\s*[=→⇒]\s*$|\([^()]*$"
    r"|(?:^[^ぁ-んァ-ヺ一-鿿]{0,8}|\d[回周度]目)[=→⇒]\s*$"  # my → B
)
_RIGHT = r"正しい|正解|正答|答え?|適切|最適|適当|妥当|該当する|当てはまる|あてはまる"
_END = re.compile(
    rf"\s*(?:が(?:最も)?(?:(?P<judged>{_RIGHT})|入る)|しかない|一択|で(?:決まり|OK|いい|よい|よし|正解|正答)|を選ぶ|のみ|に(?:なる|決まり)|となる)?"
    r"(?:です|でした|だ|である|になる|となる|よ|ね)*\s*[。!.]*\s*$"
)
_WORDED = re.compile(r"\s*の?\s*(?P<words>[^。、!()はがを]{1,30}?)(?:です|だ|である)?\s*[。!.]*\s*$")
_CLOSED = re.compile(r".*[。!]|.*が")  # a sentence of its own
_TOPIC = re.compile(r"(?:^|[、。])(?P<topic>[^、。はがも]{2,30})は、?\s*$")
# what the question asks for, in its own words: …、適切でないのはエ
_ASKED = re.compile(r"(?:^|[、。])(?P<asked>[^、。]{2,16}?)(?:もの|の|やつ)は、?\s*$")
_RANGE = re.compile(rf"({_LABEL})\s*[〜～~]\s*({_LABEL})(?![{_WORD}])")
_BUT = re.compile(r"\s*(?:では|じゃ)なく")
_WRONG = re.compile(
    r"\s*(?:[はも]、?(?:落ち(?:る|ます)|落とせ(?:る|ます)|消え(?:る|ます)|消せ(?:る|ます)|外れ(?:る|ます)|外せ(?:る|ます)|除外|意味(?:が)?(?:ない|ありません)|無意味|無関係|関係(?:が)?(?:ない|ありません)|逆効果|罠|ワナ|論外|問題外)|(?:[はがも]\s*)?(?:[×✕☓✗✘❌]|NG|誤り|誤って|間違い|まちがい|間違って|不適切|不適当|違[うい]|正しくない|ひっかけ))"
)
_HOLDS = re.compile(rf"(?<!人の)(?:{_RIGHT})(?!(?:では|じゃ|で)?(?:な|あり))|[○◯〇✓✔✅]|OK|もあり|も可")
# (4) は…, and of a choice's words: (1)の5%、(4)の1,000万は手付金の…
_OF_ITS_WORDS = r"の[^、。はがもを()]{1,12}"
_TELLS = re.compile(
    rf"\s*(?:{_OF_ITS_WORDS}(?:\s*[、,・と]\s*{_SET_OFF}\s*{_OF_ITS_WORDS})*(?=は))?(?:は|だと|なら|って|でも(?!\s*(?:よ|良|い|OK|可|正)))(?!ず)"
)
_CALMLY = re.compile(rf"(?<=[、,])\s*{CALMLY}\s*$")
_PICKED = re.compile(r"\s*を選(?:ぶ|べばよい|べばいい|びます)[。!]*\s*$")
_NOTED = re.compile(r"[(][^()]*[)]")
_OR = re.compile(
    r"(?<=[^\W\d_])(?:または|もしくは|あるいは)(?=\d[\d,.]*[^\d\s,.)。、番が])|(?<=%)(?:または|もしくは|あるいは)(?=\d)"
)
# What somebody chose, or would have, who was wrong: (A)にして落とした, (ii)と書きたくなる, 最初(C)と迷った
_CHOSE = re.compile(r"\s*(?:に|を|と|で)\s*(?:し[てた]|選|書|答え|迷|悩|間違|まちが|マーク|思いがち)")
_WAS_WRONG = re.compile(
    r"落と|間違|まちが|ミス|[×✕☓✗❌]|ひっかか|引っ[掛か]か|迷った(?:が|けど|けれど)|たくなる|つられ|がち|最初.*(?:が、|けど|けれど)"
)
_TEMPTING = re.compile(r"と思いがち")  # what others think is no doubt of the writer's
# 最初(1)だと思ったけど、…とあるので(2): what somebody thought before he knew
_FIRST_THOUGHT = re.compile(
    rf"^\s*(?:最初|初め|はじめ)(?:は|に|、)?\s*(?:{_SET_OFF}|{_ALONE})(?:だ|か)?(?:な|かな)?と思っ(?:た|て(?:い)?た)"
    r"(?:けれど|けど|のだが|んだけど|が)、?(?=.*[(A-Jア-コ①-⑩])"
)
_TOLD_BESIDE = re.compile(r"\s*(?:例えば|たとえば|逆に|一方|なお|また|ちなみに|もし|仮に|以前|昔|ただ|普段|ふつう)")
_ONLY = re.compile(r"のは、?\s*$")  # 一番近いのはニしかない
_POINTS_AT = re.compile(r"\s*[^、。]{1,8}(?<!ない)(?<!ぬ)の(?:ほう|方)?は、?\s*")
_CLOSED_END = re.compile(r"(?:だけ|のみ)?(?:です|だ|である|になる)?\s*[。!]?\s*")
_NO_OTHER = re.compile(r"\s*(?:しかない|一択)")
_SHORTEST_END = 2  # characters of a choice's last words, told with its label: ロの知事
_LEFT = re.compile(r"残(?:った|る|り)(?:の|のは|もの|肢|選択肢|方|ほう)?(?:は|が)?、?\s*$")
_TIMES = re.compile(r"(?<=[\d)])\s*×(?=\s*[\d(])")
_NAMING = re.compile(r"正解|正答|答")
_OWN = re.compile(r"予想|勘で")


_NONE = ("refused", "wrong")  # in so many words, or somehow


class _Said(NamedTuple):
    """What is said of labels: that a reason ``comes`` to them, they are ``refused``, ``left``, …; ``""`` if unclear."""

    what: str
    named: tuple[str, ...]


class _Mention(NamedTuple):
    """Labels in a sentence, and what stands before and after them; whether brackets set them off."""

    named: tuple[str, ...]
    before: str
    after: str
    bracketed: bool


def come_to(chunk: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that the sentences of the paragraph beneath them come to; None if unclear.

    They are as many as the question wants, nothing else that is said of labels, there or further down, speaks against
    them, each other mention is understood, and no sentence doubts anything or is somebody's own view.
    """
    prose = (line for line in chunk[group.end :] if line.role not in (Role.CODE, Role.HEADING))
    told = [line for line in prose if not _announces(line.text)]
    first = list(takewhile(lambda line: line.block is told[0].block, told))
    if not group.labels or not any(_may_name(line.text) for line in first) or any(line.struck for line in first):
        return None
    stem = " ".join(line.text for line in chunk[: group.start] if line.role is not Role.CODE)
    come: set[str] = set()
    others: list[_Said] = []
    values = [_RANGE.sub(lambda found: _each_of(found, group.labels), _read(line.text)) for line in told]
    apart = any(
        label in group.labels for text in values for each in re.findall(_SET_OFF, text) for label in _named(each)
    )
    for at, value in enumerate(values):
        if (
            len(value) > LONGEST
            or answerlines.is_own(value)
            or unsettled([_ARROWS.sub("", each) for each in values[at : at + 2]])
        ):
            return None
        for sentence in (_FIRST_THOUGHT.sub("", each) for each in _SENTENCES.split(value)):
            said_so = _NOTED.sub(lambda note: _OR.sub("、", note[0]), _TEMPTING.sub("", sentence))
            if hedged(_ARROWS.sub("、", said_so)):
                return None
            for said in _said_in(sentence, group, ask, stem, apart=apart):
                if said.what == "comes" and at < len(first):
                    come |= set(said.named)
                else:
                    others.append(said)
    come = come or _left(others, group) or (set() if ask.negative else _not_refused(others, group, ask))
    if len(come) != (ask.wanted or 1) or any(_speaks_against(said, come, negative=ask.negative) for said in others):
        return None
    return frozenset(map(group.labels.index, come))


def _announces(text: str) -> bool:
    """Whether a line announces an answer or its reasons, and says nothing itself."""
    return phrases.is_reveal(text) or (phrases.is_explanation(text) and not is_hint(text))


def _read(text: str) -> str:
    """A line for matching: circled labels in brackets, no arrow before it."""
    apart = _CIRCLED.sub(lambda sign: f"({labels.normal(sign[0])})", text)
    return _STARTS.sub("", worded(apart), count=1)


def _each_of(found: re.Match[str], known: Sequence[str]) -> str:
    """The labels from one to another (``ア〜ウ``), one by one; as it is written where these are none."""
    first, last = (known.index(label) if (label := labels.normal(each)) in known else -1 for each in found.groups())
    return "、".join(known[first : last + 1]) if 0 <= first < last else found[0]


def _left(said: Sequence[_Said], group: Group) -> set[str]:
    """The one choice that is left where of each other one something else is told; else none."""
    left = {label for each in said if each.what == "left" for label in each.named}
    told = {label for each in said if each.what in ("tells", *_NONE) for label in each.named}
    return left if len(left) == 1 and not left & told and left | told == set(group.labels) else set()


def _not_refused(said: Sequence[_Said], group: Group, ask: Ask) -> set[str]:
    """The choices that are left where all others are refused, each in so many words; else none.

    Nothing else may be told of any. Where a sentence ends in some (``効くのは(1)と(3)``) and something is told of all
    others, it suffices that one of these is refused: then those are what is asked for, and not what is not.
    """
    wanted = ask.wanted or 1
    refused = {label for each in said if each.what == "refused" for label in each.named}
    told = {label for each in said if each.what == "tells" for label in each.named} | refused
    points = {label for each in said if each.what == "points" for label in each.named}
    if (ask.several and not ask.wanted) or any(each.what not in ("refused", "tells", "points") for each in said):
        return set()
    if points:
        fits = len(points) == wanted and points.isdisjoint(told) and points | told == set(group.labels) and refused
        return points if fits else set()
    left = set(group.labels) - refused
    return left if len(left) == wanted < len(refused) + wanted and told == refused and refused else set()


def _may_name(text: str) -> bool:
    """Whether a text may hold a label, told by its characters alone."""
    return (
        any(each in text for each in "(（「[［番①②③④⑤⑥⑦⑧⑨⑩)）") or re.search(rf"[A-JＡ-Ｊ{KATAKANA}]", text) is not None
    )


def _speaks_against(said: _Said, come: set[str], *, negative: bool) -> bool:
    """Whether what is said of labels leaves a doubt about those that the reason comes to."""
    ours = not come.isdisjoint(said.named)
    if said.what in ("tells", "left", "points"):
        return said.what != "tells" and not ours
    if said.what in _NONE:
        return not set(said.named) <= come if negative else ours
    if said.what == "holds":
        return ours if negative else not set(said.named) <= come
    return said.what != "chosen" or ours


def _said_in(sentence: str, group: Group, ask: Ask, stem: str, *, apart: bool) -> Iterator[_Said]:
    """What a sentence says of the choices' labels; where these are set ``apart`` by brackets, of no bare letters."""
    for found in _MENTION.finditer(sentence):
        named, bracketed = _named(found["these"]), found["these"][-1] in ")」]"
        if (apart and not bracketed) or set(named).isdisjoint(group.labels):
            continue
        mention = _Mention(named, sentence[: found.start()], sentence[found.end() :], bracketed)
        yield _Said(_what(mention, group, ask, stem) if set(named) <= set(group.labels) else "", named)


def _what(mention: _Mention, group: Group, ask: Ask, stem: str) -> str:
    """What a sentence says of labels, by what stands before and after them."""
    before, after = mention.before, mention.after
    what = ""
    if _LEFT.search(before) and after.lstrip()[:1] in ("が", "は", "", "。"):
        what = "left"
    elif _BUT.match(after) or _WRONG.match(after):
        what = "refused"
    elif _is_asked_for(mention, stem):
        what = "comes"
    elif _comes(mention, group, stem) or (not ask.negative and _alone_is(mention)):
        judged = end["judged"] if (end := _END.match(after)) else None
        clause = _TIMES.sub("", re.split(r"[、,](?=.)", before)[-1])
        told = _cleared(before) if ask.negative else _RIGHT_ONE.sub("", _cleared(before))
        unclear = OF_WRONG.search(clause) or OF_OTHERS.search(told) or _OWN.search(before)
        what = "" if unclear or (ask.negative and judged and not _NAMING.match(judged)) else "comes"
    elif not ask.negative and _points(mention):
        what = "points"
    elif _CHOSE.match(after):
        what = "chosen" if _WAS_WRONG.search(f"{before}{after}") else ""
    elif _TELLS.match(after):
        begun = _TELLS.match(after)
        told = re.split(r"[、,。]", after[begun.end() if begun else 0 :])[0]
        what = "holds" if _HOLDS.search(told) else "wrong" if OF_WRONG.search(told) else "tells"
    return what


def _is_asked_for(mention: _Mention, stem: str) -> bool:
    """Whether a sentence ends in labels, and calls them what is asked for, word for word (``不適切なのはエ``)."""
    asked = _ASKED.search(mention.before) if _END.match(mention.after) else None
    return asked is not None and not _OWN.search(mention.before) and asked["asked"].strip() in plain(stem)


def _points(mention: _Mention) -> bool:
    """Whether a sentence, of nothing but the choices, ends in labels (``効くのは(1)と(3)。``)."""
    before = mention.before
    found = _POINTS_AT.fullmatch(before) if _CLOSED_END.fullmatch(mention.after) else None
    return found is not None and not (OF_WRONG.search(before) or _OWN.search(before) or _TOLD_BESIDE.match(before))


def _cleared(before: str) -> str:
    """What stands before a label, without the name of another one that is told to be none."""
    return re.sub(rf"{_SET_OFF}\s*(?:では|じゃ)なくて?", "", before)


def _comes(mention: _Mention, group: Group, stem: str) -> bool:
    """Whether a sentence ends in labels, or in one with its choice's own words, and something leads to them."""
    before, after = mention.before, mention.after
    if _PICKED.match(after):
        before = _CALMLY.sub("", before)
    if not _END.match(after):
        said = _WORDED.match(after) if len(mention.named) == 1 else None
        own = folded(group.options[group.labels.index(mention.named[0])].words)
        if not said or not own or not _are_words_of(folded(said["words"]), own, mention.named, group):
            return False
        topic = _TOPIC.search(before)
        if topic and topic["topic"].strip() in plain(stem):
            return True  # what is asked of is this choice
    elif (topic := _TOPIC.search(before)) and topic.start() == 0 and f" {topic['topic']}" in f" {plain(stem)}":
        return True  # 偏差値は(1)になる
    if _ASIDE.search(before) or (not before.strip() and not _CLOSED.match(after)):
        return False
    lead = _LEADS.search(_cleared(before))
    if lead and lead["loose"]:
        return not _has_words_of_others(before, mention.named, group)  # until は継続、(A)。
    return lead is not None or (mention.bracketed and _LEADS_TO_BRACKET.search(before) is not None)


def _are_words_of(said: str, own: str, named: Sequence[str], group: Group) -> bool:
    """Whether words are a choice's own, or its last ones that no other choice has (``ロの知事`` of 都道府県知事)."""
    others = (folded(option.words) for option in group.options if option.label not in named)
    ends = len(said) >= _SHORTEST_END and own.endswith(said) and not any(said in each for each in others)
    return said == own or ends


def _alone_is(mention: _Mention) -> bool:
    """Whether a sentence says that one choice alone is so (``長さが同じなのはニしかない。``)."""
    alone = _ONLY.search(mention.before) is not None and _NO_OTHER.match(mention.after) is not None
    return alone and _END.match(mention.after) is not None and not _TOLD_BESIDE.match(mention.before)


def _has_words_of_others(before: str, named: Sequence[str], group: Group) -> bool:
    """Whether what leads to labels holds the words of other choices: then it may be these that it tells of."""
    others = (folded(option.words) for option in group.options if option.label not in named)
    return any(words and not (words.isascii() and len(words) == 1) and words in folded(before) for words in others)


def _named(words: str) -> tuple[str, ...]:
    """The labels of a mention."""
    return tuple(dict.fromkeys(labels.normal(each) for each in _ONE.findall(words)))
