"""Whose answer a sentence tells, and of what: one that names a label may speak of something else than this question.

``塾の答えは(B)``, ``103は名詞なので(B)``, ``昨日は(B)にした``, ``過去形なら(B)``, ``図(B)``: another's answer, another
question's, another time's, a case's, a picture's. None of them is what this question's answer is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

QUESTION, OTHER, TIME, CASE = "question", "other", "time", "case"

PEOPLE = (
    r"さん|くん|君|ちゃん|先生|講師|教師|教授|友人|友達|友だち|ともだち|先輩|後輩|同僚|上司|[父母親兄姉弟妹夫妻]|息子|娘|家族|生徒|学生"
    r"|受験生|受験者|初心者|初学者|解答者|みんな|皆|クラス|組|塾|予備校|学校|彼女?|(?:隣|多く|大半|ほとんど|他|ほか|別|周り|まわり)の人|他人"
    r"|AI|(?:Chat)?GPT|ネット|掲示板|サイト|速報|他社|別解"
)
TIMES = (  # one's own, too: what one thought before
    r"[私僕俺]|自分|わたし|ぼく|おれ|昨日|きのう|今朝|一昨日|おととい|先[日週月]|[去昨]年|一昨年|前回|初回|最初|当初|以前|昔|むかし|[\d一二三]+[回周度]目|本番|模試"
    r"|(?:旧|前の|古い)(?:版|課程|制度|法)|改[訂正定]前"
)
# 問題集の解答, 模範解答: what marks it marks the answer; not 前の本の答え
BOOKS_ANSWER = (
    r"(?:(?![前旧昔古別他次友])[一-鿿ァ-ヺーA-Za-z]{0,6}(?:本|集|書|教材|テキスト|公式|講座|過去問)の|模範|標準)"
    r"(?:正解|正答|解答|答え?)(?![例率欄用数え合?]|と違|じゃ|で(?:は|も))"
)
_ASKED = r"答え?|正解|正答|解答|回答"
_THIS = re.compile(
    r"(?:(?:この|今回の|今の|当該?の?)(?:問題?|設問|問い|文)|(?<![一-鿿])[本当設]問|^(?:問題|問い?|今回|今|真|よって)"
    r"|ここ|これ|それ|空欄|空所|括弧|かっこ|カッコ|\( *\)"
    r"|最終的?|実際|本当|公式|正式|正規|模範|最適|一番|ので|から)$"
)
# 塾の答えは, of which the question itself says nothing
_ANSWER_OF = re.compile(
    rf"(?:^|[、,:])(?P<of>[^、。,:]{{1,30}}?)の(?:{_ASKED})(?:番号|記号)?"
    r"\s*(?:は|が|も|:|=|→|⇒)?、?\s*$"
)
_SAYS = r"(?:は(?!ず)|も|では|じゃ|だと(?!思)|って|によ(?:ると|れば)|いわく|曰く)"
_TOPIC = re.compile(rf"(?:^|[、,:])\s*(?:ちなみに|なお|でも|ただ|また)?、?(?P<topic>[^、。,:]{{1,16}}?){_SAYS}")
_POINTS = re.compile(r"(?:^|[、,])(?P<of>[^、。,:→⇒=]{1,12}?)\s*(?:→|⇒|=|:)\s*$")  # 塾→(B)
_OF_PEOPLE = re.compile(rf"(?:{PEOPLE})(?:の[^の]{{1,6}})?$")
_OF_TIME = re.compile(rf"(?:{TIMES})(?:の[^の]{{1,6}})?$")
_NUMBER = r"(?<![\d.])\d{1,4}(?![\d.])"
_OF_QUESTION = re.compile(
    rf"(?:問題|設問|問い?|\d問目|例題|類題|前問|次問|問題?\s*{_NUMBER}|Q\s*{_NUMBER}|No\.?\s*{_NUMBER}|^[(]?{_NUMBER}[)]?番?|^(?:次|前|隣))$"
)
_CASE = re.compile(
    r"(?:なら|ならば|[ただ]ら|(?:であ|なけ|あ|とす)れば|場合|(?<![はっ])とき|(?<![一-鿿])時|際)(?:は|に|には|も)?、?\s*"
    rf"(?:(?:{_ASKED})(?:は|が|も))?、?\s*$|(?:^|[、,])(?:もし(?![とのをがは」])|仮に)"
)
_PICTURE = re.compile(
    r"(?<![一-鿿])(?:図|表|式|グラフ|資料|写真|例文?|注|プリント|ノート|教科書|本文|参考書|[第]?\d+[章節])の?\s*$|(?:p\.?\s*\d+|ページ|頁)の?\s*$"
)
_TEMPTED = re.compile(  # 急いでいると(B)を選ぶ, うっかり(B)を選ぶ
    r"(?:[るたいだう]と|(?<!よっ)(?<![がた従]っ)て|うっかり|つい(?:つい)?|思わず|何となく|なんとなく|反射的に|直感的に|勘で|勢いで)、?\s*$"
)
# … but 落ち着いて(B)を選ぶ: how one gets it right, not 焦って or 慌てて
CALMLY = r"(?:落ち?着いて|冷静に|素直に|すなおに|安心して|確実に|普通に|ふつうに|堂々と|自信を持って)、?"
_CALMLY = re.compile(rf"{CALMLY}\s*$")
_CHOOSES = re.compile(r"\s*を選(?:ぶ|んで?)")
_BY = re.compile(rf"\s*[(](?:{PEOPLE}|{TIMES})(?:の[^()]{{1,6}})?[)]")


def told_of(before: str, after: str, about: str, numbers: Collection[str]) -> str:
    """What a label with these words around it is told of, if not of this question; ``""`` if it is.

    That is ``QUESTION`` (another one), ``OTHER`` (somebody's answer), ``TIME`` (one's own, or what was so once), or
    ``CASE`` (a condition, a picture).
    ``before`` begins with the sentence, or behind the label before it. Whom or what the question itself speaks of
    (``about``: its words and its choices') is not somebody else, and ``numbers`` are its own.
    """
    of = _ANSWER_OF.search(before)
    if of and not _is_own(of["of"].strip(), about, numbers):
        return _kind(of["of"].strip()) or OTHER
    for found in _TOPIC.finditer(before):
        topic = found["topic"].strip()
        if (kind := _kind(topic)) and not _is_own(topic, about, numbers):
            return kind
    pointing = _POINTS.search(before)
    if pointing and (kind := _kind(pointing["of"].strip())) and not _is_own(pointing["of"].strip(), about, numbers):
        return kind
    if is_by(after):
        return OTHER
    tempted = _TEMPTED.search(before) and _CHOOSES.match(after) and not _CALMLY.search(before)
    if tempted or _CASE.search(before) or _PICTURE.search(before):
        return CASE
    return ""


def is_by(after: str) -> bool:
    """Whether brackets right behind a label say whose it is, or when it was so (``（友だち）``, ``（塾の答え）``)."""
    return after.lstrip()[:1] == "(" and _BY.match(after) is not None


def _kind(of: str) -> str:
    """What kind of thing an answer is said to be of; ``""`` if that is nothing known."""
    if _OF_QUESTION.search(of):
        return QUESTION
    return OTHER if _OF_PEOPLE.search(of) else TIME if _OF_TIME.search(of) else ""


def _is_own(of: str, about: str, numbers: Collection[str]) -> bool:
    """Whether something is this question, has its number, or is what it speaks of."""
    figures = re.findall(_NUMBER, of)
    if figures and _OF_QUESTION.search(of):
        return figures[-1] in numbers or (of == figures[-1] and of in re.findall(_NUMBER, about))
    return _THIS.search(of) is not None or (len(of) > 1 and of in about)
