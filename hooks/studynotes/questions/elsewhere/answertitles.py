"""The titles of lists of answers: what says that answers follow, and whose they are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.words import answerlines, phrases
from studynotes.questions.words.doubting import doubts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.model import Block

HEADING = re.compile(
    rf"[【\[<〈《]?(?:(?:ここから|以下)(?:は|が|、)?|(?P<whose>[^。?]{{0,12}})(?:の|\s+))?(?:模範|標準|公式)?{answerlines.WORD}(?:\s*(?:一覧表?|値?表|例|集|編|メモ|と(?:解説|一言|ひとこと|コメント|メモ|補足|ポイント|理由)|[・&]?解説|合わせ|[Kk]ey|[Kk]eys))?\s*[】\]>〉》]?\s*:?",
    re.IGNORECASE,
)
NOTE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")  # 解答（スクロール注意）
# … not what may tell whose answers these are, or which: 解答（自分の）, 解答（仮）, 解答（第3章）
_TELLS_WHOSE = re.compile(
    r"自分|私|わたし|僕|俺|自作|自力|友|さん|くん|君|先輩|同僚|みんな|AI|GPT|予想|仮|案|勘|推測|推定|暫定|下書き|未|途中|\d|[一二三四五六七八九十]"
    r"|前|旧|古|別|他|年|回|章|部|編|期"
)
_FOLDING = re.compile(r"</?(?:details|summary)[^<>]*>", re.IGNORECASE)
_RULED = "―—–‐-－ー=＝~〜・*＊ 　:："  # around a title: ―――答え―――
_QUESTIONS = re.compile(
    r".*(?:章|節|回|部|編|年度?|問題|問|クイズ|テスト|試験|演習|練習|例題|確認|ドリル|[○〇◯][×✕☓]|正誤|quiz|test|chapter).*",
    re.IGNORECASE,
)
_DAYS = re.compile(r"今日|本日|きょう|昨日|きのう|前日|今週|先週")  # 今日の答え; not 今日の解答, which may be one's own
_TELLING = "❓❔❌❎⚠🚫🤔😅💦🙅"  # what an emoji behind a title may say of the answers
_PERSON = re.compile(r"(?:さん|くん|君|ちゃん|先輩|先生|講師|友達|友人|みんな|去年|前回|AI)の")

_LONGEST = 30  # characters of a title
_UNSURE = (
    r"(?:旧版?|誤り?|間違い)(?=[)」])|途中|下書き|ボツ|没|未確認|未検証|未採点|未照合|非公式|要確認|予想|暫定|推定|推測"
    r"|仮(?![一-鿿ァ-ヺ])"
)
# 予想解答, 解答（仮）, **解答** ※自分の, 解答案, 解答？, and 自分 beneath 解答
_OF_NOBODY = re.compile(
    rf"(?:予想|暫定|推定|推測|仮|自作|マイ|たぶん|多分|おそらく|非公式|旧|古い|ボツ|没|誤り?|誤った|間違[っえ]た|まちが[っえ]た|前回の?|別の.{{1,4}}|(?:ほか|他)の.{{1,4}})の?{answerlines.WORD}.*"
    rf"|.*{answerlines.WORD}(?:例|一覧|メモ)?\s*(?:[(※*]|-\s|—|:).*(?:{_UNSURE}|自分|私|わたし|僕|俺|自作|自力|友人|友達|同僚|(?:Chat)?GPT|AI(?=[)のが]|$|に|作|生成)).*"
    rf"|.*{answerlines.WORD}案?(?:(?<=案)|\s*[?])|(?:自分|私|わたし|僕|俺|自力|予想|推測|下書き)|誤答(?:例|一覧|メモ)?",
    re.IGNORECASE,
)

# 1回目の解答, 解答（2周目）, 自己採点, 1回目: a learner's attempt, unless a part of the file is called so
_TRY = r"第?(?:\d+|[一二三四五])[回周度]目|初回|初見|自己採点|(?:\d{4}[/年.-])?\d{1,2}[/月]\d{1,2}日?"
_ATTEMPT = re.compile(
    rf"(?P<which>{_TRY})\s*"
    rf"(?:の?\s*(?:{answerlines.WORD}|結果|記録|成績|分|マーク)(?:一覧|メモ|欄)?)?(?:\s*[(][^()]*[)])?\s*:?"
    rf"|{answerlines.WORD}\s*[(\[:-]?\s*(?P<noted>{_TRY})(?:の?{answerlines.WORD}|分)?[)\]]?",
    re.IGNORECASE,
)


def first_of(block: Block) -> str:
    """A block's first line, as a title; of raw HTML a summary's words."""
    text = without_tags(block.text) if block.kind is Kind.HTML else block.text
    return phrases.bare(text.partition("\n")[0])


def without_tags(text: str) -> str:
    """A text without the tags of a box that folds (``<summary>第1章の解答</summary>``)."""
    return _FOLDING.sub("", text).strip() if "<" in text else text


@lru_cache(maxsize=4096)  # each line of a section is asked for several reasons
def is_answer_list(text: str) -> bool:
    """Whether a heading says that answers follow (``解答``, ``正解一覧``, ``クイズの答え``; not ``友人の解答``)."""
    if not answerlines.may_answer(phrases.bare(text)):
        return False
    value = without_pictures(phrases.bare(text)).strip(_RULED)
    found = HEADING.fullmatch(value)
    if not found and value.endswith(")"):
        found = HEADING.fullmatch(_without_note(value))
    if found is None or not found["whose"]:
        return found is not None
    days = _DAYS.fullmatch(found["whose"]) and re.search(r"(?:正解|正答|答え|こたえ)", value)
    return bool(_QUESTIONS.fullmatch(found["whose"]) or re.fullmatch(r"\d+(?:[.-]\d+)*", found["whose"]) or days)


def without_pictures(title: str) -> str:
    """A title without the emoji that it ends in (``小テストの答え 🎀✅``); one that asks or denies is kept."""
    end = len(title)
    while end and title[end - 1] not in _TELLING and unicodedata.category(title[end - 1]) in ("So", "Sk", "Mn", "Cf"):
        end -= 1
    return title[:end].rstrip() if end < len(title) else title


def _without_note(value: str) -> str:
    """A heading without the note in brackets behind it; one that counts or doubts, or tells whose it is, is kept."""
    note = NOTE.search(value)
    if note is None or _TELLS_WHOSE.search(note[0]) or doubts(note[0]) or answerlines.is_own(note[0].strip(" ()（）")):
        return value
    return value[: note.start()]


@lru_cache(maxsize=4096)
def is_of_part(text: str) -> bool:
    """Whether a line says that answers follow, of what is no person, but may be a part of the file (``法令の解答``)."""
    value = phrases.bare(text)
    return answerlines.may_answer(value) and HEADING.fullmatch(value) is not None and not is_somebodys(text)


def is_somebodys(text: str) -> bool:
    """Whether a line tells whose answers these are: the learner's own, or another person's."""
    return (
        answerlines.is_own(text)
        or _PERSON.search(phrases.bare(text)) is not None
        or is_unsure(text)
        or _is_attempt(text)
    )


def _is_attempt(title: str) -> bool:
    """Whether a title says that the answers beneath it are of one attempt (``1回目の解答``; 1回目 may be a part)."""
    return any(each in title for each in "答解") and bool(attempt(title))


@lru_cache(maxsize=4096)  # each block beneath a title asks
def is_unsure(title: str) -> bool:
    """Whether a title says of the answers beneath it that they are guesses, or in a note whose they are."""
    value = phrases.bare(title) if len(title) <= 2 * _LONGEST else ""
    return 0 < len(value) <= _LONGEST and _OF_NOBODY.fullmatch(value) is not None


def attempt(title: str) -> str:
    """What a title calls the learner's attempt whose answers follow (``1回目`` of ``1回目の解答``), or ``""``."""
    found = _ATTEMPT.fullmatch(phrases.bare(title)) if len(title) <= _LONGEST else None
    return (found["which"] or found["noted"]) if found else ""


def is_beneath_unsure(blocks: Sequence[Block], at: int, title: str) -> bool:
    """Whether a block's title is such: the heading above it, its own first line, or the block above a table."""
    near = blocks[max(0, at - (blocks[at].kind is Kind.TABLE)) : at + 1]
    return is_unsure(title) or any(is_unsure(first_of(block)) for block in near)
