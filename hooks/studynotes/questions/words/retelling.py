"""Explanations that retell the question with another choice's words, or say that the answer's own are none.

Beneath ``TCP の層はどれか。`` and the answer セッション層, ``TCP はトランスポート層。`` answers it otherwise; beneath
``国有化を宣言したのは誰か。``, so does ``ナセルが国有化を宣言し…``. Nobody could tell which of the two was meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.words.phrases import LONGEST, behind_number, plain, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.questions.stretches.groups import Group

_SHORTEST = 2  # characters of a choice, or of a subject, that make it known
_LEAST_RETOLD = 6  # characters of the question that come again
_CONTRASTS = re.compile(
    r"ない|なく|なかっ|ません|ず(?:$|[、に])|違[いうっ]|異なる|誤[りっ]|間違|以外|[×✕☓✗✘❌]|一方|逆|混同|ひっかけ|引っ掛け|紛らわし|(?<!と)別"
    r"|[?]|昔|以前|旧|かつて|改正"
)
# what a sentence says of its subject, at its end: TCPもUDPもトランスポート層, …ときに起きるのがページフォールトです
_COPULA = r"(?:です|でした|である|だ|だった|という|と呼ぶ|といいます|になる|となる)?"
_CAPTION = re.compile(
    r"^\s*(?:[\[【(]\s*(?:解説|説明?|解|理由|補足|ポイント|メモ)\s*[\]】)]\s*[:]?|(?:解説|説明|理由|補足|メモ)\s*:)\s*"
)
_SUBJECT = re.compile(r"[はがも]")
_DOES = re.compile(r"[をに][^をに]{2}|^[ァ-ヺー一-鿿]+$")  # of what is done (…を宣言し), or a term: ルートブリッジ
_TITLE = r"[^はがもをにのとでや、。]{0,6}"  # ナセル大統領が
# 専任は2週間に1回、専属専任は1週間に1回: two things, each with its own
_EACH = re.compile(
    r"(?P<of>[^\s、。は:「」『』()]{1,16})は、?(?P<told>[^、。は]{2,30}?)(?:です|だ|である)?(?=[、。]|$)"
)
_TOPIC = re.compile(r"[^\s、。はも]{4,}(?=[はも])")
_SUBJECTS = re.compile(r"[^、。はも]{3,40}(?=[はも])")
_AND = re.compile(r"と|や|・|/")
_SHORTEST_NAME = 3  # characters of a choice's first word
_FIRST_WORD = re.compile(r"(?:[一-鿿]+|[ァ-ヺー]+|[a-z0-9]+)")
_TOLD_OF = re.compile(r"(?:^|(?<=、))(?P<of>[^\s、。は:「」『』]{1,16})は")
_QUOTED_NOT = re.compile(r"^(?:とは|では|じゃ|は)[^。、「]{0,8}(?:ない|ません)(?:$|[。、])")
_BY_ELIMINATION = re.compile(r"消去法|残(?:り|った(?:の|もの|やつ|選択肢)?|る(?:の|もの)?)(?:が|は|を)")
_IS_NOT = re.compile(r"[」』]?(?:では|じゃ)(?:ない|ありません)(?:です|よ)?")
_LEAST_TOLD = 4  # characters of a choice's beginning that make it known
_NO_ANSWER = re.compile(
    r"(?:では|じゃ)(?:な[いく]|なかった)|(?:は|も)[^。]*(?:ので|から|ため)、?(?:違う|ちがう|誤り|不正解|不適切?|不可|ダメ|だめ|NG|使えない|選ばない|[×✕☓])(?:です|だ)?$|"
    r"(?:は|も)[^。]*(?:関係(?:が|は)?な(?:い|し)|この(?:要件|条件|問題?|設問|場合)(?:では|には|から)[^。]*(?:外れる|はずれる|合わない|満たさない))(?:です|だ)?$|"
    r"(?:は|も)[^。]*(?:(?:選ばない|選べない|選ばず|当てはまらない|あてはまらない|該当しない|この問(?:題|い)?の(?:答え|正解)では?ない)"
    r"|(?<!と)(?<!とは)(?<!との)別物)(?:です|だ|である)?$"
)


def answers_otherwise(lines: Sequence[str], stem: str, group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that answers a question (``stem``) with another choice's words, or denies the right ones.

    A sentence answers where it says another choice of what the question asks about (``TCP は…層``, ``…のが X``), or
    of that choice what the question tells (``X が…を宣言し``). It must compare nothing, and the right choice's own
    words stand nowhere in the explanation. A sentence denies where it begins with these words and ends so
    (``X は…なので、この問では選ばない。``).
    """
    texts = [folded(option.words) for option in group.options]
    own = [texts[index] for index in right]
    others = [text for at, text in enumerate(texts) if at not in right and _is_telling(text, own)]
    sentences = [
        (at, sentence)
        for at, line in enumerate(lines)
        if len(line) <= LONGEST
        for sentence in re.split(r"。|\n", _CAPTION.sub("", worded(line)))
    ]
    denied = (at for at, sentence in sentences if any(_denies(folded(sentence), text, others) for text in own))
    if (at := next(denied, None)) is not None:
        return at
    if any(text in folded(" ".join(lines)) for text in own):
        return None
    asked = folded(stem)
    told = [(at, folded(sentence)) for at, sentence in sentences if not _CONTRASTS.search(sentence)]
    found = (at for at, said in told for other in others if _retells(said, other, asked))
    return next(found, None)


def tells_apart(lines: Sequence[str], stem: str, group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that gives each of two things its choice, and the question's own the other one.

    ``Xは…、Yは…`` where the answer is what it says of Y, but the question asks about X alone.
    """
    asked = folded(stem)
    texts = [folded(option.words) for option in group.options]
    for at, line in enumerate(lines):
        for sentence in re.split(r"。|\n", worded(line)) if len(line) <= LONGEST else ():
            if sentence.count("は") < len(("X", "Y")) or _CONTRASTS.search(sentence):
                continue
            told = [(folded(each["of"]), _begun(folded(each["told"]), texts)) for each in _EACH.finditer(sentence)]
            own = [of for of, index in told if index in right]
            others = [of for of, index in told if index is not None and index not in right]
            if own and not any(of in asked for of in own) and any(len(of) > 1 and of in asked for of in others):
                return at
            first, *more = [each["of"] for each in _TOLD_OF.finditer(sentence)] or [""]
            if first and folded(first) in asked and any(folded(of) == texts[index] for of in more for index in right):
                return at  # P波は…で、心室の興奮は…: what the answer says is told as another thing
    return _other_than_asked(lines, folded(stem[behind_number(stem) :]), [texts[index] for index in right], texts)


def _other_than_asked(lines: Sequence[str], asked: str, own: Sequence[str], texts: Sequence[str]) -> int | None:
    """The index of the line that says another choice of what is asked about, where the right one is something else's.

    ``フグにあるのは X。Y は芋の芽。`` beneath ``フグの毒はどれか。`` and the answer Y.
    """
    others = [text for text in texts if text not in own and _is_telling(text, own)]
    subject = _FIRST_WORD.match(asked)
    sentences = [
        (at, folded(sentence))
        for at, line in enumerate(lines)
        if len(line) <= LONGEST
        for sentence in re.split(r"。|\n", plain(line))
    ]
    if not subject or len(subject[0]) < _SHORTEST:
        return None
    apart = any(
        said.startswith(f"{text}は") and _common(said[len(text) :], asked) < _SHORTEST
        for _, said in sentences
        for text in own
    )
    for at, said in sentences if apart else ():
        equal = any(
            said.startswith(subject[0]) and re.search(rf"のは{re.escape(text)}{_COPULA}$", said) for text in others
        )
        if equal and not _CONTRASTS.search(said):
            return at
    return None


def denies_quoted(lines: Sequence[str], group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that says of the answer's own words, quoted, that it is others (``「小」とは打たない``)."""
    own = [plain("".join(group.options[index].words)).strip() for index in right]
    for at, line in enumerate(lines):
        value = plain(line) if "」" in line and len(line) <= LONGEST else ""
        if value and any(f"「{text}」" in value and _QUOTED_NOT.search(value.split(f"「{text}」")[1]) for text in own):
            return at
    return None


def eliminates(lines: Sequence[str], group: Group, right: frozenset[int]) -> int | None:
    """The index of the line that tells of all choices but one, the answer among them, and takes what is left."""
    texts = [folded(option.words) for option in group.options]
    if len(texts) < len(("left", "told", "told")) or len(right) != 1:
        return None
    for at, line in enumerate(lines):
        value = plain(line) if len(line) <= LONGEST else ""
        if not _BY_ELIMINATION.search(value):
            continue
        subjects = [folded(of) for of in re.findall(r"([^\s、。は]{2,20})は", value)]
        told = {index for index, text in enumerate(texts) if any(text.startswith(of) for of in subjects)}
        left = [index for index in range(len(texts)) if index not in told]
        if right <= told and len(left) == 1 and texts[left[0]] not in folded(value):
            return at
    return None


def tells_of_another(entry: str, group: Group, right: frozenset[int]) -> bool:
    """Whether what an entry of a list of answers says behind its label is of another choice alone.

    ``5 ①　…年の南京条約で…`` where ① is 北京条約: what happened, happened by another one; it compares nothing.
    """
    said = folded(plain(entry).split("。")[0])
    if len(entry) > LONGEST or _CONTRASTS.search(plain(entry)):
        return False
    texts = [folded(option.words) for option in group.options]
    own = [texts[index] for index in right]
    others = (text for at, text in enumerate(texts) if at not in right and _is_telling(text, own))
    return not any(text in said for text in own) and any(
        len(text) >= _LEAST_TOLD and re.search(rf"{re.escape(text)}(?:で|により|によって)", said) for text in others
    )


def _begun(said: str, texts: Sequence[str]) -> int | None:
    """The choice that words are, or begin; None where they are none's, or several ones'."""
    found = [
        at for at, text in enumerate(texts) if said == text or (len(said) >= _LEAST_TOLD and text.startswith(said))
    ]
    return found[0] if len(found) == 1 else None


def _is_telling(text: str, own: Sequence[str]) -> bool:
    """Whether a choice's words are known from others where they stand in a sentence: no figures, no part of the key."""
    return len(text) >= _SHORTEST and not text.isdigit() and not any(text in each or each in text for each in own)


def _denies(said: str, own: str, others: Sequence[str]) -> bool:
    """Whether a sentence begins with the right choice's words, or with what these do something to, and refuses it.

    The first of its words are enough where no other choice has them (``インターフェイス型は…``).
    """
    words, acted_on = said.lstrip("「『"), own.partition("を")[0]
    if words.startswith(own) and _IS_NOT.fullmatch(words[len(own) :]):
        return True  # as a whole, however short its words are
    name = next((each for each in (own, acted_on) if len(each) >= _SHORTEST and words.startswith(each)), "")
    begun = _TOPIC.match(words)
    if not name and begun and own.startswith(begun[0]) and not any(begun[0] in text for text in others):
        name = begun[0]
    several = _SUBJECTS.match(words) if not name else None
    if several and any(
        own.startswith(each) and not own[len(each) :][:1].isalnum() and not any(each in text for text in others)
        for each in _AND.split(several[0])
        if len(each) >= _SHORTEST_NAME
    ):
        name = several[0]  # rpmとyumは…なので選ばない
    return bool(name) and _NO_ANSWER.match(words[len(name) :].lstrip("」』")) is not None


def _retells(said: str, other: str, asked: str) -> bool:
    """Whether a sentence says a choice of the question's subject, or what the question tells of that choice."""
    if other in asked:
        return False
    equated = re.search(rf"(?P<about>.+)[はがも]、?[「『]?{re.escape(other)}[」』]?{_TITLE}{_COPULA}$", said)
    if equated and (_is_about(equated["about"], asked) or _common(equated["about"], asked) >= _LEAST_RETOLD):
        return True
    acts = re.search(rf"(?<![A-Za-z0-9ァ-ヺー一-鿿]){re.escape(other)}{_TITLE}[がは](?P<rest>.+)", said)
    runs = _runs(acts["rest"], asked) if acts else ()
    return any(len(run) >= _LEAST_RETOLD and _DOES.search(run) for run in runs)


def _is_about(subject: str, asked: str) -> bool:
    """Whether a sentence's subject is the word that a question begins with (``TCP`` of ``TCPが位置するのは…``)."""
    first = _SUBJECT.split(subject)[0]
    if len(first) < _SHORTEST or not asked.startswith(first):
        return False
    return _SUBJECT.match(asked[len(first) :]) is not None


def _common(one: str, other: str) -> int:
    """How long the longest run of characters is that stands in both."""
    return max(map(len, _runs(one, other)), default=0)


def _runs(one: str, other: str) -> Iterator[str]:
    """The runs of characters of one text that stand in another, each as long as it goes."""
    for start in range(len(one)):
        end = start
        while end < len(one) and one[start : end + 1] in other:
            end += 1
        yield one[start:end]
