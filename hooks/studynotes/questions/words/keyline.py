"""What the words of an answer name: choices, and only where every word of the answer is understood.

An answer is its label or labels (or a choice's own words), and behind them nothing, です, the choice's words again, or
an explanation. An explanation that doubts, corrects, judges or names a further choice makes the whole answer
unclear: then it names nothing, and the writer is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded, spelled
from studynotes.questions.words import labels, otherlabels, shortened
from studynotes.questions.words.asides import without_asides, without_former
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.otherlabels import refuses
from studynotes.questions.words.phrases import plain
from studynotes.questions.words.whose import is_by

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from studynotes.questions.stretches.groups import Group, Option

_TELLING = 3  # characters of a choice's text that make it known
_RIGHTLY = r"(?:正解|正答|正しい|答え|適切|最適|該当し?|当てはまり?)"
_COPULA = re.compile(
    rf"\s*(?:のみ|だけ)?(?:です|でs|でした|だ|である|となります|となる|になります|になる|しか(?:ない(?:です)?|ありません)"
    rf"|が(?:最も)?{_RIGHTLY}(?:です|でした|である|だ|となる|となります|ます|する)?)?(?=$|[\s、。,.()（）「」!])"
)
# A particle or the like right behind the label: the sentence goes on, and what it says of the choice is not known.
_GOES_ON = re.compile(r" ?(?:[がはもをにのとかや]|で(?![、,])|より|から|まで|という|って|っぽい|寄り)")
_QUOTED = re.compile(r"[ 　.…‥]*と(?:[書言思]|い[うっ]|ある|な[っる])")  # B …と書いた本
_ITS_SUBJECT = re.compile(r"^\s*(?:とは|は)、?(?=[^なでじ])")  # ②　k-means は…: told of the answer itself
_DENIES_IT = re.compile(r"\s*(?:(?:では|じゃ)(?:な|あり)|は、?(?:ちが|違|×|✕|誤))")  # ② 空色ではない
_SEPARATORS = " \t　.．)）]】:：、。,-–—・…‥"
# What no explanation may hold, wherever it stands in the answer's line.
_HEDGES = re.compile(
    r"[?❓❔🤔🤷🧐→⇒➡←⇐⇨⇦]|->|<-|=>|かも|たぶん|多分|恐らく|おそらく|と思[うっいわ]|[だる]はず|のはず|らしい|[(]\s*(?:仮|予想|推測|暫定|勘)"
    r"|(?:要|未|後で|あとで)確認|自信[がはも]?な|訂正|修正|正しくは|(?<!なくて)も(?:可|正|ok|あり|答)|ではなかった"
    r"|ような(?:$|[気。)])|気が[しす]|っけ(?:$|[。)?])|うろ覚え|怪し|あやし|不確か|微妙|(?:覚えて|分から|わから|自信が?)ない"
    r"|変わ(?:っ[てた]|り)|変更(?!が(?!あ|入)|に(?!な)|を(?!し|加)|[はも管容点履要]|の(?!可能|予定))"  # no 変更に強い
    r"|保留|誤植|差し?替え|未確定|どちら(?!の(?!答|解|選択|記述|説明)[^。、]{1,8}も)|または|もしくは|あるいは|両方(?:可|正)|当時|諸説|一説|によって(?:は|違|異|変)|場合によ|疑義|没問"
    r"|(?:自分|私|わたし|僕|俺|友達|友人|先輩|同僚)の(?:答え|回答|解答|予想|考え|選択)(?=$|[。)])"
    r"|(?:正解|正答|解答|回答|答え)\s*(?:は|が|も|[:=])|\b(?:answer|correct)\s*(?:is|[:=])"
    r"|\b(?:or|guess|maybe|perhaps|probably|unsure|not sure|wrong|incorrect)\b",
    re.IGNORECASE,
)
# What the words right behind the label may not say of it.
_DENIALS = re.compile(
    r"[✕✗✘❌✖]|×(?!\s*[A-Za-z0-9(])|誤[りっ答解]|間違(?![えい](?:やす|がち))|まちが(?:い(?!やす|がち|な)|っ)|不正|不適|ミス(?!し(?:やす|がち))|違(?:う(?!なら|場合|と(?![思言書聞い]))|[っい])|以外|除[くい]|のみ可|ただし|但し"
    r"|旧|改正|現在|以前|年(?:まで|から|度)|のうち|しか|ぐらい|くらい|予定|全員|(?:正解|正答|答え?|解答|該当|選択肢|(?:^|[\s(、]))なし(?:$|[)。])|採点",
)
# … nor, with nothing or only the answer before it, that it is not: ではない; but 専任でなくてもよい explains.
_DENIED = re.compile(
    r"(?:^|[(（、。,\s])(?:これ|それ|正解|正答|答え|正しく?|適切|最適|該当)?\s*(?:では?|じゃ|は)\s*(?:なく|な[いしか]|ありませ)"
)
NOTED = re.compile(r"(?P<own>[^()（）]+?)\s*(?P<note>[(（].+[)）])[。.]?")  # 裁判所（三権分立のひとつ）
# 1 日に 2 回: a figure that counts something, and no choice's number
_COUNTER = re.compile(
    r"\s*(?:日|回|年|月|時間?|分|秒|個|人|本|枚|円|度|倍|割|歳|件|名|階|台|週|万|億|つ|%)(?![一-鿿ァ-ヺー])"
)
_APART = re.compile(r"[\s　]*[※(（←]|　|\s{2}|\t")  # what explains, and is no figure's own word
_CHOSEN = re.compile(
    r"(?:誤り|誤って(?:い)?る|誤った|間違い|間違って(?:い)?る|まちがって(?:い)?る|間違った|不適切な?|正しくない)"
    r"(?:もの|の|やつ|ほう|方|肢|選択肢|文|記述)?を(?:選ぶ|選べ|選ん|答える|選択)"
)
_RENEWED = re.compile(r"改[正訂定]|新版|最新|現在|今[はで年]|[来去昨]年|以降|から(?:は|変わ)")  # other than it was
_SIGNED = re.compile(r"[\s　]*[(（\[]?\s*[○◯〇⭕✅✓✔☑]\ufe0f?\s*[)）\]]?[\s　]*")
# CloudTrail です。…, IAM と KMS になります, 運動エネルギー。物体が…
_SENTENCE = re.compile(
    r"(?P<words>[^。!]{1,200}?)\s*"
    r"(?:(?:です|でした|である|だよ|だね|となります|になります)(?:[。!]+(?P<rest>.*))?$|[。!]+(?P<after>.*)$)",
    re.DOTALL,
)
# イ 8+2+1=11: the label, and how its figure comes out
_WORKING = re.compile(r"(?P<label>[(「]?\S{1,2}[)」]?)[\s　]+(?P<work>[\d(√][^ぁ-んァ-ヺー一-鿿]*[\d)]\s*[=≒].*)")
_LETTERED = re.compile(rf"\s*[(（\[]?(?:[A-Ja-jＡ-Ｊａ-ｊ]|[{KATAKANA}])[)）\].．:：][\s　]*(?=\d)")
_IS_THIS = re.compile(r"(?:の(?:とき|時|頃|ころ|時代|ほう|方|こと)|です|だ|である)?(?:[。、)]|$)")
# 「…」と「…」の2つです
_QUOTE = re.compile(r"[「『]([^「」『』]+)[」』]")
_ONE_QUOTE = r"[「『][^「」『』]+[」』]"
_QUOTES = re.compile(
    rf"(?P<parts>{_ONE_QUOTE}(?:\s*(?:[、,，/／・+＋]|と|および|及び)?\s*{_ONE_QUOTE})+)"
    r"(?:\s*の\s*(?P<count>[2-5二三四五])\s*つ)?(?:です|でした|である|だ)?[。.]?"
)
_FIGURES = {"二": "2", "三": "3", "四": "4", "五": "5"}
_LOOK_ALIKE = {"二": "ニ", "口": "ロ", "八": "ハ", "工": "エ", "力": "カ"}
_QUOTE_MARKS = "「」『』\"“”'‘’ "
_AND = re.compile(r"\s*(?:[、,，/／]|と|および|及び|\band\b)\s*")


def resolve(payload: str, group: Group, *, strictly: bool = False) -> frozenset[int] | None:
    """The choices that an answer's words name: by labels, by a label and its text, or by the text alone.

    ``strictly``: behind a label there may be nothing but its own choice's text.
    """
    known = group.labels
    payload = _as_meant(payload, group) if payload.strip() in _LOOK_ALIKE else payload
    worked = _WORKING.fullmatch(payload.strip()) if known else None
    payload = worked["label"] if worked and not hedged(worked["work"]) else payload
    whole = [at for at, option in enumerate(group.options) if folded(payload) == _whole(option)] if known else []
    if len(whole) == 1:
        return frozenset(whole)
    if known and (at := _with_own_words(payload, group)) is not None:
        return frozenset([at])
    named = labels.answer_labels(payload, known) if known else None
    if named:
        found, rest = named
        indexes = frozenset(known.index(label) for label in found)
        spelled = by_text(payload, group) if rest.strip(_SEPARATORS) else None
        if spelled and spelled != indexes:  # "a dog": the choice a, or the one that says so
            return None
        if _is_behind(rest, group, found, payload, strictly=strictly):
            return indexes
    several = re.split(rf"\s*[,、/／・]\s*(?=[A-Ja-j1-9{KATAKANA}①-⑩]\s*[.)):：])", payload)
    if known and len(several) > 1:
        parts = [resolve(part, group) for part in several]
        return frozenset().union(*(part for part in parts if part)) if all(parts) else None
    return by_text(payload, group)


def _with_own_words(payload: str, group: Group) -> int | None:
    """The choice that an answer is as a whole, with letter, separator and words (``B) 1`` is no B and 1)."""
    found = _LETTERED.match(payload)
    label = labels.opening(payload) if found else None
    if found is None or label is None or label[0] not in group.labels:
        return None
    at = group.labels.index(label[0])
    return at if folded(payload[found.end() :]) == folded(group.options[at].words) else None


def _as_meant(payload: str, group: Group) -> str:
    """The label in katakana that a kanji looks like (二 for ニ), where that is one and no choice's own words."""
    meant = _LOOK_ALIKE[payload.strip()]
    own = [spelled(option.words) for option in group.options]
    return meant if meant in group.labels and payload.strip() not in own else payload


def _is_behind(rest: str, group: Group, found: Sequence[str], payload: str, *, strictly: bool) -> bool:
    """Whether what stands behind the labels leaves no doubt that they are the answer."""
    if not rest.strip(_SEPARATORS):
        return True
    if len(found) > 1:
        return not _begins_a_choice(rest, group) and explains(_without_others(rest, group, found), group.labels, found)
    index = group.labels.index(found[0])
    if rest.startswith("の") and folded(rest[1:]).startswith(folded(group.options[index].words)):
        rest = rest[1:]  # 2)の600万円
    words = plain("".join(group.options[index].words)).strip()
    denied = words and _DENIES_IT.match(plain(rest).strip().removeprefix(words))
    against = denied or _names_another(rest, group, index) or _is_anothers(rest, group, index)
    if against or _leads_to_another(rest, group, index):
        return False
    own = _without_own_words(rest, group, index)
    if own is not None:
        own = _ITS_SUBJECT.sub("　", own)
        return not own.strip(_SEPARATORS + "」』\"'") or (not strictly and explains(own, group.labels, found))
    # "1) 15 分" may be the first of several questions' answers: a figure must stand before its own choice.
    counted = re.match(r"\d+\s*[)）.．]", payload.strip()) is not None and not _APART.match(rest)
    if strictly or counted or (found[0].isdigit() and _COUNTER.match(rest)):
        return False
    return explains(_without_echo(rest, group.options[index]), group.labels, found)


def _leads_to_another(rest: str, group: Group, index: int) -> bool:
    """Whether words end with an arrow at another choice's (``B　EBS→FSx``), which may be what the answer became."""
    target = folded(re.split("[→⇒]", rest)[-1]) if "→" in rest or "⇒" in rest else ""
    others = (folded(option.words) for at, option in enumerate(group.options) if at != index)
    return bool(target) and any(other and target.startswith(other) for other in others)


def _without_echo(rest: str, option: Option) -> str:
    """What is said of a choice, without such words of doubt as are its own (``…が変わり`` of ``設定で変わる``)."""
    own = plain("".join(option.words))
    behind = rest.find("。") + 1  # up to there the answer itself may be doubted
    echoes = [found for found in _HEDGES.finditer(plain(rest)) if len(found[0]) > 1 and found[0][:2] in own]
    if not behind or not echoes or len(plain(rest)) != len(rest) or _RENEWED.search(rest):
        return rest
    for found in reversed(echoes):
        if found.start() >= behind:
            rest = f"{rest[: found.start()]}{rest[found.end() :]}"
    return rest


def is_worded(payload: str, group: Group) -> bool:
    """Whether a label has all of its choice's own words behind it, and nothing but an explanation behind these."""
    named = labels.answer_labels(payload, group.labels) if group.labels else None
    said = folded(named[1]) if named and len(named[0]) == 1 else ""
    own = folded(group.options[group.labels.index(named[0][0])].words) if named and said else ""
    whole = bool(own) and said == own  # (2) 600万円
    return (whole or bool(_behind_own_words(payload, group))) and resolve(payload, group) is not None


def has_own_words(payload: str, group: Group) -> bool:
    """Whether a label has its choice's own words behind it, set apart from what explains (``(B) by … 期限は by``)."""
    own = _behind_own_words(payload, group)
    return own is not None and re.match(r"\s*(?:\.{3}|…|‥|—|-{1,2}\s|。|[(（])", own) is not None


def _behind_own_words(payload: str, group: Group) -> str | None:
    """What follows one label and its choice's own words; None where other words, or other labels, stand there."""
    named = labels.answer_labels(payload, group.labels) if group.labels else None
    if not named or len(named[0]) != 1:
        return None
    return _without_own_words(named[1], group, group.labels.index(named[0][0]))


def explains(rest: str, known: Sequence[str], right: Collection[str]) -> bool:
    """Whether the words behind an answer's label only explain it.

    ``です。理由は…``, ``（洞結節は右心房）``, ``　火災保険とセット``: yes. ``ではない``, ``→ C``, ``？``, ``と思う``,
    ``（旧）、C（新）``, ``か C``: no. Sentences about another choice (``A は誤り``) may deny that one.
    """
    value = plain(rest)
    if value.lstrip()[:1] in ("、", ","):
        return False  # "A、…": the list goes on with what is no label
    if _SIGNED.fullmatch(value):
        return True
    copula = _COPULA.match(value)
    value = without_asides(value[copula.end() :] if copula else value)
    value = without_former(value, right) if "。" in value else value
    others = [label for label in known if label not in right]
    value = otherlabels.both(others).sub("", value) if others and "どちらも" in value else value
    if _GOES_ON.match(value) or _HEDGES.search(value) or _QUOTED.match(value) or is_by(value) or refuses(value):
        return False
    value = value.lstrip(_SEPARATORS.replace("。", "")) if not value.lstrip().startswith("。") else ""
    phrase = _CHOSEN.sub("", re.split(r"。(?![^()]*\))", value)[0])  # 4（誤りを選ぶ問題）
    if others:
        phrase = otherlabels.about_others(others).sub("", phrase)
        if otherlabels.also_named(others).search(phrase):
            return False
    return not _DENIALS.search(phrase) and not _DENIED.search(phrase)


def hedged(words: str) -> bool:
    """Whether words doubt or correct what they explain."""
    return bool(_HEDGES.search(plain(words)))


def _without_others(rest: str, group: Group, found: Sequence[str]) -> str:
    """What is said with an answer, without what is said of another choice by its own words (``1と3　汗は除く``)."""
    others = [plain("".join(option.words)).strip() for option in group.options if option.label not in found]
    own = [folded(option.words) for option in group.options if option.label in found]
    telling = [words for words in others if words and not any(folded(words) in each for each in own)]
    return otherlabels.about_others(telling).sub("", plain(rest)) if telling else rest


def _begins_a_choice(rest: str, group: Group) -> bool:
    words = folded(rest)
    return any(folded(option.words).startswith(words[:6]) for option in group.options if len(words) >= _TELLING)


def _names_another(rest: str, group: Group, index: int) -> bool:
    """Whether the words behind a label are another choice's."""
    words = folded(rest.strip(_SEPARATORS + "()（）「」 "))
    texts = [folded(option.words) for option in group.options]
    return words != texts[index] and any(words == other for at, other in enumerate(texts) if at != index)


def _is_anothers(rest: str, group: Group, index: int) -> bool:
    """Whether the words behind a label begin with another choice's, and say that this one it is (``…のとき。``)."""
    words, texts = folded(rest.lstrip(_SEPARATORS + "(（「 ")), [folded(option.words) for option in group.options]
    if words.startswith(texts[index]):
        return False
    others = (text for at, text in enumerate(texts) if at != index and len(text) >= _TELLING)
    return any(words.startswith(text) and _IS_THIS.match(words[len(text) :]) for text in others)


def _without_own_words(rest: str, group: Group, index: int) -> str | None:
    """What follows the choice's own words, ``""`` where they are shortened; None where other words stand there."""
    value = rest.strip(_SEPARATORS + "(（「『\"' ")
    words, own = folded(value).rstrip(")）」』\"'"), folded(group.options[index].words)
    if not words or own.startswith(words) or _is_end_of_own(words, own, group):
        return ""
    if not folded(value).startswith(own):
        return None
    for end in range(len(value) + 1):
        if folded(value[:end]).startswith(own):
            after = value[end:].lstrip(")）」』\"'")
            return None if after[:1].isalnum() and value[end:] == after else after
    return None


def _is_end_of_own(words: str, own: str, group: Group) -> bool:
    """Whether words are a choice's last, which no other has (``get-default`` of ``systemctl get-default``)."""
    if len(words) < _TELLING or not own.endswith(words):
        return False
    having = [option for option in group.options if words in folded(option.words)]
    parts = "".join(having[0].words).split()
    return len(having) == 1 and any(folded("".join(parts[at:])) == words for at in range(1, len(parts)))


def by_text(payload: str, group: Group) -> frozenset[int] | None:
    """The choice whose own words these are, or the choices (``ビオラ、コントラバス``)."""
    said = re.sub(r"(?:です|でした|\s(?:だ|である))?[。.]?$", "", payload)
    words = folded(said.strip(_QUOTE_MARKS))
    texts = [folded(option.words) for option in group.options]
    if texts.count(folded(said)) == 1:
        return frozenset([texts.index(folded(said))])
    noted = NOTED.fullmatch(payload) if words not in texts else None
    if noted and explains(noted["note"], (), ()):
        words = folded(noted["own"])
    unquoted = [text.strip(_QUOTE_MARKS) for text in texts]  # `foo` is "foo", if nothing else is
    if words and unquoted.count(words) == 1:
        return frozenset([unquoted.index(words)])
    exact = [at for at, option in enumerate(group.options) if spelled(option.words) == spelled(payload)]
    if exact or words in unquoted:
        return frozenset(exact) if len(exact) == 1 else None
    quoted = _quoted_parts(payload, group)
    return (
        quoted
        or _several(re.split(r"[、,，/／]", payload), texts)
        or _first_words(payload, texts)
        or _led(payload, texts)
        or shortened.named(payload, texts, labelled=bool(group.labels))
    )


def _quoted_parts(payload: str, group: Group) -> frozenset[int] | None:
    """The choices that an answer quotes one by one, by all words or the last ones (``「増やす」「足す」の2つ``)."""
    found = _QUOTES.fullmatch(payload.strip()) if payload.lstrip()[:1] in ("「", "『") else None
    parts = _QUOTE.findall(found["parts"]) if found else []
    counted = _FIGURES.get(found["count"], found["count"]) if found else None
    if not parts[1:] or (counted and int(counted) != len(parts)):
        return None
    texts = [folded(option.words) for option in group.options]
    named = [[at for at, text in enumerate(texts) if folded(part) in text] for part in parts]
    ends = all(
        len(folded(part)) >= _TELLING and len(found_in) == 1 and texts[found_in[0]].endswith(folded(part))
        for part, found_in in zip(parts, named, strict=True)
    )
    right = frozenset(at for found_in in named for at in found_in)
    return right if ends and len(right) == len(parts) else None


def _several(parts: Sequence[str], texts: Sequence[str]) -> frozenset[int] | None:
    """The choices whose words the parts are, each of them one's."""
    named = [folded(part) for part in parts]
    found = frozenset(texts.index(part) for part in named if texts.count(part) == 1)
    return found if len(found) == len(named) > 1 else None


def _led(payload: str, texts: Sequence[str]) -> frozenset[int] | None:
    """The choice whose words stand before a space and what explains them (``by　期限は by``); no other begins so."""
    for gap in re.finditer(r"\s+(?=[ぁ-んァ-ヺー一-鿿(（「※])", payload):
        words, rest = folded(payload[: gap.start()]), payload[gap.end() :]
        if texts.count(words) != 1 or any(text != words and text.startswith(words) for text in texts):
            continue
        noted = rest.lstrip("※ 　")  # of another one: ※…だった
        unsure = hedged(rest) or (noted != rest and any(text in folded(noted) for text in texts if text != words))
        return frozenset([texts.index(words)]) if not unsure and explains(f"　{noted}", (), ()) else None
    return None


def _first_words(payload: str, texts: Sequence[str]) -> frozenset[int] | None:
    """The choices that an answer's first sentence is, before what explains it (``EFS です。…``, ``A と B です``)."""
    found = _SENTENCE.match(payload.strip())
    rest = (found["rest"] or found["after"] or "") if found else ""
    if not found or hedged(rest) or not explains(f"。{rest}", (), ()):
        return None
    words = found["words"].strip(_QUOTE_MARKS)
    if texts.count(folded(words)) == 1:
        return frozenset([texts.index(folded(words))])
    return _several(_AND.split(words), texts)


def _whole(option: Option) -> str:
    """A choice as it is written, with its label (``3.128 ビット`` is the third, and no figure)."""
    return folded(f"{option.label}.") + "." + folded(option.words)
