"""Remarks that withdraw or doubt single questions of a file, or its list of answers, wherever they stand in it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from studynotes.model import Kind
from studynotes.questions.text import headings
from studynotes.questions.text.lines import Role, lines_in
from studynotes.questions.words import labels, phrases
from studynotes.questions.words.disowning import denies_marks, disowns_all, disowns_list, doubts_list
from studynotes.questions.words.disowning import is_unchecked as is_unchecked_line
from studynotes.questions.words.doubting import LABEL, doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studynotes.model import Block, Collection
    from studynotes.questions.text.lines import Line

_KANJI = r"(?:(?<=問)|(?<=設問))[一二三四五六七八九十]{1,3}"
_COUNT = rf"(?:[(【\[]?\d{{1,3}}[)】\]]?|{_KANJI})"
_NO_CHOICE = r"(?:[6-9]|[1-9]\d{1,2})"  # a number that only a question has, 2 alone may be a choice's
_DATE = r"\d{1,4}[/.年月-]\d[\d/.年月日-]*"
# A remark on single questions: ※問5は…, (3)と(4)は…, 塾から連絡:問三は…, !! 問2〜問4、…, 3/3 Q7 の答えは…
_REMARK = re.compile(
    r"[\s!⚠\ufe0f・]*[(（]?\s*(?:[※*＊注]+(?:意|記)?\s*[!:]?\s*)?"
    rf"(?:(?:{_DATE}\s*)?(?:追記|補足|メモ|PS|P\.S\.|上の|(?P<corrects>[^:。、]{{0,8}}(?:訂正|修正|正誤))|[^:。、]{{0,10}}(?:連絡|注意|お知らせ))"
    rf"\s*[:：]?\s*|{_DATE}\s*(?:[:：]\s*|\s+))?"
    rf"(?P<numbers>(?:(?<=[※*＊注意記!:])|(?<=[※*＊注意記!:]\s)|問題?|設問|Q|No\.?|(?=\d{{1,3}}番|[【\[]\d|[(（]\d{{1,3}}[)）]の|{_NO_CHOICE}\s*の\s*(?:問題文|選択肢|答え|解答|正解|正答)|[1-9]は[^。、はが]{{1,20}}の(?:書き|写し|打ち)?(?:間違い|まちがい|誤り)(?:です|でした|だった)?。?$|{_NO_CHOICE}(?:[とや]{_NO_CHOICE})+は))\s*"
    rf"{_COUNT}番?(?:\s*[、,・と~〜～-]\s*(?:問題?|設問|Q|No\.?)?\s*{_COUNT})*)"
    r"\s*(?:(?P<on>以降|から(?:後|先|下)?)(?:は|の|、)?|だけは?|は|も|の\s*[「『]?(?:答え|こたえ|解答|正解|正答|[Cc]orrect|ans(?:wer)?(?![a-z])|A(?![A-Za-z])|選択肢|問題文)[」』]?|に?ついて|[、:：]"
    r"|(?=(?:正解|正答|解答|答え|選択肢|問題文|やっぱ|没|全員|[\s　]*訂正))"
    rf"|(?<=\d)(?=\s*{LABEL}\s*(?:→|⇒)\s*{LABEL}[\s)。]*$))"
    r"(?P<said>.+)"
)
# … within a sentence: …らしく、問6以降は表と合っていない, …ので、4〜6は当てにしないこと
_WITHIN = re.compile(
    rf"(?<=[、。])\s*(?P<numbers>(?:(?:問題?|設問|Q|No\.?)\s*{_COUNT}(?:\s*[、,・と~〜～-]\s*(?:問題?|設問|Q|No\.?)?\s*{_COUNT})*"
    rf"|\d{{1,3}}\s*[~〜～]\s*\d{{1,3}})番?)\s*(?:(?P<on>以降|から(?:後|先|下)?)(?:は|の|、)?|は|も)(?P<said>[^。]+)"
)
# … that an explanation's entry tells: 【11】…のままでいいのか分からない
_ENTRY = re.compile(r"[\s・-]*[【\[](?P<numbers>\d{1,3})[】\]](?P<on>$)?(?P<said>.+)")
# … by a number alone, as what stands by a list of answers is: 7は写しまちがえたかも
_BARE = re.compile(r"[\s・※*(-]*(?P<numbers>\d{1,3})(?P<on>$)?\s*番?\s*(?:だけは?|[はもの、:])(?P<said>.+)")
# … by a circled number that is hardly a choice's: ⑩、…答え取り消し
_SIGNED = re.compile(r"[\s※*・(（-]*(?P<number>[⑥-⑳])(?:は|も|の|、)(?P<said>.+)")
# … told among others of an addition: 追記（3/28） 指摘がありました。Q9の「正解」欄は…
_ADDITION = re.compile(r"[\s!⚠\ufe0f※*＊(（【\[]*(?:追記|追伸|後日|補足|訂正|修正|お詫び|P\.?S\.?)")
_FULL_STOP = re.compile(r"(?<=。)\s*")
# … which a verdict on a numbered statement is none of: 問2：誤り
_ANSWER = re.compile(r"[\s・-]*(?:問題?|設問|Q)\s*[(]?\d{1,3}[)]?\s*[:\s]\s*(?:誤り|間違い)(?:です)?。?\s*")
# … on the mark of one that it numbers: 問1の✅は消し忘れ
_MARKED_REMARK = re.compile(r"[\s※*＊(（]*(?:問題?|設問|Q|No\.?)\s*[(]?(?P<numbers>\d{1,3})[)]?の")
# … on one that it tells by its words: 1848年のやつ、…
_REMARK_BY_WORDS = re.compile(
    r"[\s※・*]*「?(?P<words>[^、。「」]{3,20}?)」?の(?:やつ|問題?|問い|設問)(?:は|って|、|だけど)(?P<said>.+)"
)
_BY_WORDS = re.compile("の(?:やつ|問|設問)")  # is in each of these, and found faster
# … that tells which choice is right instead: 問5の答えはアではなくエ。, 見直し: 必修-07 は 2 じゃなくて 3 が正解
_MENDS = re.compile(
    r"[\s!⚠\ufe0f※*＊(（]*(?:[^:。]{1,12}:\s*)?(?P<question>(?:問題?|設問|Q|No\.?)\s*\d{1,3}|第\s*\d{1,3}\s*問|[^\s:。、()]{1,12}-\d{1,3})"
    r"\s*(?:の\s*(?:答え|こたえ|解答|正解|正答))?は、?\s*"
    rf"(?P<old>{LABEL})\s*(?:じゃ|では|で)(?:なく|ない)(?:て|、|,)*\s*(?P<new>{LABEL})(?P<meant>)\s*(?:\([^()?]*\)\s*)?"
    r"(?:が(?:正解|正しい|正答|答え)|(?:の|に)?(?:訂正|修正))?(?:です|でした|だ|だった)?(?:。(?P<rest>.*)|$)"
)
# … or tells what stood there, and what should: 正解を「2」としていましたが、正しくは「3」です。, 問4の2は3の誤りです。
_SETS_RIGHT = re.compile(
    r"[\s!⚠\ufe0f※*＊(（・-]*(?:[^:。]{1,12}:\s*)?"
    r"(?P<question>(?:問題?|設問|Q|No\.?)\s*\d{1,3}|第\s*\d{1,3}\s*問|[^\s:。、()]{1,12}-\d{1,3})\s*(?:の\s*(?:答え|こたえ|解答|正解|正答))?(?:[をはがの]|について)?、?\s*"
    rf"(?P<old>{LABEL})\s*(?:(?:と|に|って)[^。、]{{0,12}}?(?:が|けど|けれども?|のは|のを|ものの|ところ|。)、?\s*"
    rf"(?:正しくは|正解は|正答は|正は|答えは|本当は|実際は)、?\s*(?P<new>{LABEL})|(?:とあるの)?は、?\s*(?P<meant>{LABEL})\s*の(?:誤り|間違い|まちがい|誤植|誤記))"
    r"\s*(?:が正しい|が正解|の(?:誤り|間違い))?(?:です|でした|だ|だった)?(?:。(?P<rest>.*)|$)"
)
# How the old answer came about: no doubt of the new one.
_SLIP = re.compile(r"(?:転記|写し|入力|書き|打ち)(?:ミス|間違い|誤り)(?:だった|でした|です)?")
# … on one whose answer it doubts: 「5はエではないのでは？」
_DENIED = re.compile(
    rf"(?:^|[「『\s、。:])(?:問|Q)?\s*(?P<number>\d{{1,3}})番?(?:の(?:答え|正解|解答))?は\s*{LABEL}(?:では|じゃ)な[いく]"
)
# … on questions that are numbered by part: 5/1 A-3 について指摘をもらった, 1の(2)は要確認
_ONE_BY_PART = rf"(?:{phrases.PART}\s?[-–]\s?\d{{1,3}}(?![-\d])|{phrases.PART}の\s?[(]\d{{1,3}}[)])"
_BY_PART = re.compile(
    rf"(?:^|(?<=[\s※*・(、。:/|]))(?:大問|第|問題?|Q)?\s?(?P<numbers>{_ONE_BY_PART}(?:\s*[、,・とや]\s*{_ONE_BY_PART})*)\s*"
    r"(?:の\s*(?:答え|こたえ|解答|正解|正答|選択肢|問題文?|文|チェック))?\s*(?:[はもがを、]|に(?:つい|関し)て)(?P<said>.+)"
)
_NUMBER_BY_PART = re.compile(rf"({phrases.PART})(?:\s?[-–]\s?|の\s?[(])(\d{{1,3}})")
_POINTED_OUT = re.compile(r"指摘(?:が?あ|を?(?:もら|受|いただ)|され)|未(?:対応|修正|解決)")
# … on all of a part: ※第2章は写した本のページがずれてる
_OF_A_PART = re.compile(
    rf"[\s※*＊・(（-]*第?\s*(?P<number>{phrases.NUMBER})\s*(?:章|部|節|編|回)(?:の(?:答え|こたえ|解答|正解|正答|分))?(?:は|も|、)(?P<said>.+)"
)
_NAMES_PART = re.compile("[章部節編回]")
_WITHDRAWS = re.compile(
    r"取り?消|写し間違|不備|信用し|違う(?:らしい|かも|気がす)|調べ直|除外|無効|訂正|修正|誤植|誤り|間違|差し?替|正解なし|解なし|全員|出題ミス|未発表|発表待ち"
    r"|(?:別|ほか|他|前|違う|\d年|上期|下期|年度)(?:の|度の)?(?:解答|答え|正解)"
    # what its answer was copied from, or that it was another one
    r"|没(?:$|問|に)|未採点|(?:答え?|正解|選択肢|問題文?|番号)?(?<![A-Ja-j)])[がは](?:逆|古い|怪しい|あやしい|変わっ)|自信(?:が)?な|(?:当て|あて)に(?:しない|ならない|できない)|合って(?:い)?ない|おかしい|おかしくない|(?:確か|たしか|やっぱり?|どうも|なんか)に?変(?=$|[。、!だ])|^[、はがも:\s]*勘(?:$|[。)])|全部?勘|(?:答え|正解)は?勘"
    rf"|{LABEL}(?:だった|でした)|{LABEL}\s*(?:→|⇒)\s*{LABEL}|{LABEL}(?:じゃ|では)(?:な[くいか]|ありません)|(?:^|\s)正\s*:\s*{LABEL}"
    r"|写して(?:い)?(?:た|る|しま)|書いて(?:い)?た(?:けど|が|のは)|取り違え|(?:ずれ|ズレ)て|入れ(?:替|か)わって"
    # what it was said to be: 正解を2としていましたが
    r"|(?:と|に)(?:(?:書|記載|掲載|案内|表記|印刷)[きし]?て|し(?:て)?|なって|書い(?:て)?)(?:い|お[りき])?(?:まし)?た(?:が|けど|けれど|のは|のを|ところ|の?です)"
)
_NUMBER = re.compile(rf"(\d+|{_KANJI})(?:[)】\]]?\s*[~〜～-]\s*(?:問題?|設問|Q|No\.?)?\s*[(【\[]?(\d+|{_KANJI}))?")
_NAMES_NUMBER = re.compile(r"[\d問]")
_FURTHER = 60  # questions that may follow one, at most
_CORRECTION = re.compile(r"(?:訂正|修正)(?:後|前|内容|箇所)?|正誤(?:表|訂正)")
_CORRECTIONS = re.compile(r"(?:お詫びと)?(?:訂正|修正|正誤表)(?:一覧|箇所|メモ|の?お知らせ)?\s*(?:[(][^()]*[)])?\s*:?")
# an entry beneath such a heading: 問7：ウ, 問7 誤：ア 正：ウ, 問7 ア→ウ
_NUMBERED = re.compile(
    rf"[\s・-]*(?:{_DATE}\s*)?(?:問題?|設問|Q|No\.?|第)\s*(?P<numbers>{_COUNT})\s*[番問]?\s*(?::|(?:誤|正)\s*:|の(?:答え?|正解|正答|解答|解説|選択肢|問題?文|図|表)|[をは]|{LABEL}(?=$|[\s→⇒。]))",
    re.IGNORECASE,
)
_OF_NUMBERS = re.compile(r"問題?(?:番号)?|設問|番号|No\.?|Q|#", re.IGNORECASE)
_PLACE = re.compile(r"(?:場所|箇所|ページ|頁|該当(?:箇所|問題)|対象|#?)")  # heads a column that may name questions
_WRONG, _RIGHT = {"誤", "誤り", "旧", "修正前", "訂正前"}, {"正", "正しい", "新", "修正後", "訂正後"}
_PREFACE = 6  # blocks before a file's first question, at most
_NUMBER_OF_ONE = re.compile(r"\d(?![回周度]目[のに])|[①-⑳]")  # which may be a question's
_ASIDE = (Kind.PARAGRAPH, Kind.QUOTE)
_TELLING = (Kind.PARAGRAPH, Kind.QUOTE, Kind.BULLET_LIST, Kind.ORDERED_LIST)  # where remarks stand


class Told(NamedTuple):
    """The lines of a block that may hold a remark, and those of them that may name a question by its number."""

    lines: Sequence[Line]
    numbered: Sequence[Line]


def told_in(block: Block) -> Told:
    """What of a block may hold remarks, read once for all that is asked of it."""
    lines = list(_told(block))
    return Told(lines, list(filter(_names_number, lines)))


def withdrawn(block: Block, told: Told) -> Iterator[str]:
    """The numbers of the questions that a remark withdraws (``※問5は採点から除外します``, ``(3)は訂正があるかも``)."""
    for line in told.numbered:
        yield from withdrawn_in(line)
    yield from _in_table(block) if block.kind is Kind.TABLE else ()


def withdrawn_in(line: Line) -> Iterator[str]:
    """The numbers of the questions that a line withdraws."""
    said = phrases.plain(line.text)
    denied = _DENIED.search(said) if "ではな" in said or "じゃな" in said else None
    yield from [denied["number"]] if denied and doubts(line.text) else []
    found = None if mended_in(line.text) else _REMARK.match(said)
    marked = None if found else _MARKED_REMARK.match(said)
    if marked and denies_marks(line.text):
        yield from re.findall(r"\d+", marked["numbers"])
    elif found and _takes_back(found) and not _ANSWER.fullmatch(said):
        yield from _meant(found)
    elif found is None and _ADDITION.match(said):
        further = (_REMARK.match(sentence) for sentence in _FULL_STOP.split(said)[1:])
        yield from (number for each in further if each and _takes_back(each) for number in _meant(each))
    within = (each for each in _WITHIN.finditer(said) if is_withdrawn(each["said"]))
    yield from (number for each in within for number in _meant(each))
    signed = _SIGNED.match(line.text)
    yield from [labels.normal(signed["number"])] if signed and is_withdrawn(phrases.plain(signed["said"])) else []
    entry = _ENTRY.match(said)
    yield from _meant(entry) if entry and doubts(entry["said"]) else ()
    yield from _by_part(said)


def doubted_entries(block: Block) -> Iterator[str]:
    """The numbers of the questions that a block by a list of answers doubts (``7は写しまちがえたかも``)."""
    for line in filter(_names_number, _told(block)):
        found = _BARE.match(phrases.plain(line.text))
        yield from _meant(found) if found and doubts(found["said"]) else ()


def _takes_back(remark: re.Match[str]) -> bool:
    """Whether a remark withdraws what it is on, or doubts it."""
    return bool(remark["corrects"]) or is_withdrawn(remark["said"])


def _by_part(said: str) -> Iterator[str]:
    """The numbers by part that a remark withdraws or doubts; of ``1の(2)`` also the number alone: each part has one."""
    found = _BY_PART.search(said) if "-" in said or "の(" in said else None
    if found and is_withdrawn(found["said"]):
        for part, number in _NUMBER_BY_PART.findall(found["numbers"]):
            yield phrases.by_part(part, number)
            yield from [number] if "の" in found["numbers"] else []


def is_withdrawn(said: str) -> bool:
    """Whether what is said of a question withdraws it, or doubts it."""
    return any(each.search(said) for each in (_WITHDRAWS, _POINTED_OUT)) or doubts(said)


def mended(told: Told) -> Iterator[tuple[str, str, str]]:
    """The questions of which a block says that another choice is right: number or title, the old answer, the new."""
    found = (mended_in(line.text) for line in told.numbered if not (line.struck or line.mended))
    yield from (each for each in found if each)


@lru_cache(maxsize=4096)
def mended_in(text: str) -> tuple[str, str, str] | None:
    """What a line says so (``問5の答えはアではなくエ。``), as :func:`mended` gives it; None if nothing."""
    said = phrases.words_alone(text) if len(text) <= phrases.LONGEST else ""
    found = _MENDS.fullmatch(said) or _SETS_RIGHT.fullmatch(said) if said else None
    rest = _SLIP.sub("", found["rest"] or "").strip() if found else ""
    if not found or doubts(rest) or rest.startswith(("と", "って")):  # と先輩が言っていた
        return None
    numbered = re.fullmatch(r"(?:問題?|設問|Q|No\.?|第)\s*(\d{1,3})\s*問?", found["question"])
    new = found["new"] or found["meant"]  # every match has one of the two
    old, new = (labels.normal(each.strip("(「」)")) for each in (found["old"], new))
    return numbered[1] if numbered else found["question"], old, new


def corrects(title: str) -> bool:
    """Whether a heading says that corrections follow (``訂正(7/12)``, ``正誤表``)."""
    return _CORRECTIONS.fullmatch(phrases.bare(title).strip()) is not None


def corrected(told: Told) -> Iterator[str]:
    """The numbers of the questions that a block beneath such a heading corrects, whatever it says of them."""
    for line in told.lines:
        found = _NUMBERED.match(phrases.plain(line.text))
        if found and not mended_in(line.text):
            yield from _numbers(found["numbers"])


def doubted_parts(told: Told) -> Iterator[str]:
    """The numbers of the parts of whose answers a remark says that they are not known (``※第2章は…ずれてるっぽい``)."""
    for line in told.lines:
        said = phrases.plain(line.text)
        found = _OF_A_PART.match(said) if line.role is not Role.CODE and _NAMES_PART.search(said) else None
        if found and (doubts(found["said"]) or doubts_list(f"答えは{found['said']}")):
            yield phrases.figure_of(found["number"])


def disowns_answers(told: Told) -> bool:
    """Whether a block says of all answers of the file that they are the learner's own, or guesses."""
    return any(line.role is not Role.CODE and disowns_all(line.text) for line in told.lines)


def is_unchecked(collection: Collection) -> bool:
    """Whether a file says before its first question, or as its last words, that its answers are not checked."""
    blocks = [block for page in collection.pages[:2] for block in islice(page.blocks, _PREFACE)]
    preface = takewhile(lambda block: block.kind is Kind.HEADING or _is_aside(block), blocks)
    last = collection.pages[-1].all_blocks[-1:] if collection.pages else []
    aside = (block for block in (*preface, *last) if block.kind in _ASIDE)
    return any(is_unchecked_line(line.text) for block in aside for line in _told(block))


def disowned_beside(blocks: Sequence[Block], at: int) -> bool:
    """Whether a list of answers has a word right above or beneath that doubts all of it, or says whose it is.

    Above it a paragraph or two may stand beneath its title; what names a question's number is on that one alone.
    """
    above = takewhile(_is_aside, reversed(blocks[max(0, at - 2) : at]))
    beside = [*above, *filter(_is_aside, blocks[at + 1 : at + 2])]
    lines = [line for block in beside for line in _told(block)]
    lines += islice(_told(blocks[at]), 1)  # its first line, or item
    return any(
        (disowns_list(line.text) or doubts(line.text)) and not _NUMBER_OF_ONE.search(phrases.plain(line.text))
        for line in lines
    )


def _is_aside(block: Block) -> bool:
    """Whether a block may be a word on the list beside it: no question with its choices, which has more lines.

    So may be a list of one item (``- 以下は自分の解答``).
    """
    single = block.kind is Kind.BULLET_LIST and len(block.children) == 1
    return (block.kind in _ASIDE or single) and block.text.count("\n") < len(("first", "second"))


def numbers_of(text: str) -> tuple[str, ...]:
    """The numbers of the questions that a line is a remark on."""
    found = _REMARK.match(phrases.plain(text)) if len(text) <= phrases.LONGEST else None
    return tuple(_meant(found)) if found else ()


def _meant(remark: re.Match[str]) -> Iterator[str]:
    """The numbers of the questions that a remark is on: of ``問7以降は…`` all from there."""
    numbers = list(_numbers(remark["numbers"]))
    yield from numbers
    if remark["on"] and numbers:
        yield from map(str, range(int(numbers[-1]) + 1, int(numbers[-1]) + _FURTHER))


def _in_table(table: Block) -> Iterator[str]:
    """The numbers of the questions that a table corrects (``問 | 訂正``, ``場所 | 誤 | 正``)."""
    heads = [phrases.plain(cell.text).strip() for cell in table.rows[0]]
    corrects = any(map(_CORRECTION.fullmatch, heads)) or bool(_WRONG & set(heads) and _RIGHT & set(heads))
    if corrects and (any(map(_OF_NUMBERS.fullmatch, heads)) or _PLACE.fullmatch(heads[0])):
        for row in table.rows[1:]:
            found = re.search(r"\d+(?:-\d+)?", phrases.plain(row[0].text)) if row else None
            yield from [found[0]] if found else []


def _numbers(said: str) -> Iterator[str]:
    """The numbers that words name, and those between two of them (``問3~5``)."""
    for named in _NUMBER.findall(said):
        first, last = (int(phrases.figure_of(each)) if each else 0 for each in named)
        yield from map(str, range(first, max(first, last) + 1))


def withdrawn_by_name(collection: Collection, words: str) -> Iterator[str]:
    """The questions that remarks withdraw by a word of the file's headings, and their number (``カード 2``)."""
    names = "|".join(map(re.escape, words.split("\n")))
    named = re.compile(rf"(?P<word>{names})\s*[.#:-]?\s*(?P<number>\d{{1,3}})(?P<said>(?!\d).+)")
    for page in collection.pages if words else ():
        for line in (line for block in page.blocks for line in _told(block)):
            found = named.search(phrases.plain(line.text))
            if found and (is_withdrawn(found["said"]) or denies_marks(line.text)):
                yield headings.named(found["word"], found["number"])


def withdrawn_by_words(told: Told) -> Iterator[str]:
    """The words by which a remark tells of a question that it withdraws (``1848年のやつ、…あとで直す``)."""
    for line in told.lines:
        said = phrases.plain(line.text)
        found = _REMARK_BY_WORDS.match(said) if _BY_WORDS.search(said) else None
        if found and doubts(found["said"]):
            yield found["words"]


def doubts_all(told: Told) -> bool:
    """Whether a block says of the file's list of answers that it may be wrong as a whole."""
    return any(line.role is not Role.CODE and doubts_list(line.text) for line in told.lines)


def _names_number(line: Line) -> bool:
    """Whether a line may name a question by its number: most do not, and need no costlier look."""
    return _NAMES_NUMBER.search(phrases.plain(line.text)) is not None


def _told(block: Block) -> Iterator[Line]:
    """The lines of a block that may hold a remark."""
    lines = lines_in(block) if block.kind in _TELLING else ()
    return (line for line in lines if len(line.text) <= phrases.LONGEST)
