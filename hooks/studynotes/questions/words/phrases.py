"""The phrases by which writers of notes mark questions, what belongs to them, and what explains them.

They are words about questions (問題, 選択肢, 解説), not words of any subject. Patterns see lines whose decoration is
gone (:func:`bare`), in NFKC form. Lines that answer are for ``answerlines``, marks on choices for ``marks``, signs for
right and wrong for ``judgements``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LEADING = frozenset("#>*_~`•・‣▪■□◆◇●○◎▶▷►👉★☆※%^▼-")
_TRAILING = frozenset("*_~`%▼■□◆◇")
LONGEST = 1000  # characters of a line that may answer or mark something; a longer one is prose


# What other converters know as boxes that fold: ``:::details 解答``, ``:::{dropdown} 解答``, ``??? success "解答"``.
_BOX = re.compile(
    r"^(?::{3,}\s*(?:\{[\w:-]+\}|details|message)?\s*|(?:[?!]{3}\+?\s*[a-z-]+|={3}[!+]?)\s*\"(?P<title>[^\"]*)\"\s*$)",
    re.IGNORECASE,
)
# A question begins: 問題 3, Q12., 問1:, 設問２, 第 4 問, Question 5, 例題 (1), 【問三】, No.7
NUMBER = r"(?:\d+(?:\s*[-–]\s*\d+|\.\d+)*|[A-Z]\s?[-–]\s?\d+|[一二三四五六七八九十]+)"
_NUMBERED = re.compile(
    rf"[【\[〔《〈「(<]?\s*(?:(?:練習|例|演習)?問題?|もんだい|設問|質問|例題|演習|Q|Question|Quiz|クイズ|No)\s*[.:#-]?\s*[(]?{NUMBER}[)]?(?:\s*問目?)?"
    rf"|[【\[]?\s*第\s*{NUMBER}\s*問|\d{{1,3}}\s*問目(?=\s*[:】]|\.\s|$)"
    r"|[【\[]?\s*(?:(?:練習|例|演習)問題|問題?|設問|例題|演習)\s*[A-Z](?=\s*[.:)】\]])"  # 練習問題 A: …
    r"|(?:問題|設問)(?=\s*[:】]|\.\s|$)",
    re.IGNORECASE,
)
# … and what may stand right behind that; brackets with more than a further number: 問題 3（2つ選択）, not 問1(2)
_BEHIND_NUMBER = re.compile(r"[\s.:)\]】〕》〉」>、。→-]|\((?!\s*[\dA-Za-zァ-ヺ①-⑳]{1,3}\s*\))")
_HASHED = re.compile(r"[\s*]*[#＃]\s?(?P<number>\d{1,3})[\s*]*")  # **#12** alone
_UNNUMBERED = re.compile(r"(?:問題|設問)(?=\s*[:】]|\.\s)")
_COUNTED = re.compile(
    r"\s*(?:[(（](?P<inside>\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|(?P<figure>\d{1,3})(?:[)）]|[.．，、](?!\d))|Q\s*[.:：．])\s*(?=\S)"
)
_WITH_Q = re.compile(r"[\s　*]*[QＱ](?:[\s　]+(?![A-Za-z0-9])|\d{0,3}[\s　]*[.．:：])")
# A figure that only a space sets apart, or in square brackets, and that counts nothing (3 つの…, 2 年間で…).
_FIGURE = re.compile(
    r"(?:[\[【]\s*(?P<inside>\d{1,3})\s*[\]】]"
    r"|(?P<spaced>\d{1,3})(?=\s+(?!つ|か所|(?:個|人|年|月|日|回|本|枚|円|時|分|秒|倍|台|件|種|番|階|度|歳|週|割)[のにでをはがも、間以後前目類])))"
    r"\s*(?=\S)"
)
_SIGNED = re.compile(r"[\s　]*(?:(?P<sign>[①-⑳❶-❿⓵-⓾])|(?P<key>[1-9])\ufe0f?\u20e3|(?P<ten>🔟))[\s　]*(?=\S)")
# 5-1 …: the first of the fifth part; A-1 …, A-3【三択】…
PART = r"(?:\d{1,3}|[A-Z](?![A-Z]))"
_OF_PART = re.compile(
    rf"\s*(?P<opens>[(（【\[])?(?P<part>{PART}|[Ａ-Ｚ])\s?[-–－]\s?(?P<number>\d{{1,3}})"
    r"(?(opens)[)）】\]]\s*(?=\S)|[.．]?(?=\s+\S|[【\[]))"
)
_WANTED = "(?:もの|記述|説明|選択肢|方法|理由|手法|機能|組合せ|組み合わせ)"  # … を2つ
_QUESTION_END = re.compile(
    r"(?:[?]|(?<=[一-鿿ァ-ヺーぁ-んA-Za-z0-9\])」』%Ω℃])は(?=[。.])|(?:適切な|正しい|誤っている|不適切な|間違っている|[当あ]てはまる|該当する)(?:もの|の)は?|(?:は|が)(?:どれ|どちら|だれ|誰|いくつ|何)|[はがをに](?:どちら|どっち)か|は何(?:[A-Za-z%Ω]{1,5}|[一-鿿ァ-ヺー]{1,4})|(?<![確僅静豊明らほな])か|いくらか|選べ|選ぶ|答えよ|述べよ|選択せよ|(?:選び|答え|選択し)なさい|選ぶもの"
    rf"|{_WANTED}を\s*[2-5二三四五]\s*(?:つ|個)"
    r"|(?:選択|選んで|答えて|回答)(?:して)?ください|[?]\s*[1-5一二三四五]\s*つ)[。.]?\s*(?:[(【\[〔].{0,24}[)】\]〕])?\s*[。.?:]?$"
)
# …はどれか #復習, …はどれか。★★, …はどれか🔁
_TAGS = re.compile(r"(?:\s+#[^\W\d][\w/-]*|\s*[★☆⭐⚠❗‼🌀-🏿🐀-👅👏-🙄🚀-🛿🤀-🫸]\ufe0f?)+$")
_BETWEEN_CIRCLED = re.compile(r"(?<=[①-⑳])(?=[①-⑳])")
_GAP = re.compile(  # to be filled in
    r"(?<![A-Za-z0-9_])\( \)|-{3,}|_{3,}|＿{2,}|\(\s{2,}\)|（[\s　]+）|[〔［][\s　]+[〕］]|【　+】|\[\s{2,}\]|□{2,}"
    r"|[(（]\s*[?？]\s*[)）]"
)
# What each gap begins with, here and in ``gaps``: most lines have nothing such, and need no closer look.
GAP_BEGINS = re.compile(r"[-_＿□(（\[［【〔][-_＿□\s?？]")
_BULLET = re.compile(r"[\s　]*[・•][\s　]*(?=\S)")
_SELECTS = re.compile(r"どれ|どの|いずれ|何を|選|次のうち|適切なもの|正しいもの")
_HOW_MANY = re.compile(
    r"(?P<figure>\d+|[一二三四五六])\s*(?:つ|個)(?:の(?!うち|なか|中)[^。、]{0,12})?\s*(?:を|だけ)?\s*(?:選|答え|挙げ|回答)"
    # what is told of: …を3つ選ぶ理由は
    r"(?!(?:ぶ|んだ|択する|択した|る|た)(?:理由|わけ|とき|時|際|場合|目的|意味|利点|必要|方法|手順|確率|組|通り|ため|選び方|やり方))"
    rf"|(?:(?:{_WANTED}|こと|(?:どれ|何|なに|だれ|誰)か、)(?:を|は)?|の(?:を|は))\s*(?P<open>\d+|[一二三四五六])\s*(?:つ|個)[。.]?\s*(?:\n|$)"
    r"|[(（]\s*(?P<noted>\d+|[一二三四五六])\s*(?:つ|個)\s*[)）]|(?P<there>\d+|[一二三四五六])\s*(?:つ|個)あ(?:る|ります)"
    r"|\b(?:choose|select|pick)\s+(?P<english>one|two|three|four|[1-4])\b|(?<![a-z]\s)\bwhich\s+(?P<which>two|three|four)\b[^.?]*[?]|(?P<pair>どれとどれ|どちらとどちら)(?!を?(?:組|合わ))",
    re.IGNORECASE,
)
_SO_MANY = re.compile(r"(?<=[^\s\d第])(?:を|は|[、,]|[?]?(?=\s))?\s*(?P<figure>[1-6]|[一二三四五])\s*(?:つ|個)[。.]?$")
# A line of its own beneath choices: あてはまるの全部, （2つ選べ）
_TELLS_HOW_MANY = re.compile(
    r"[(]?\s*(?:(?:正しい|[当あ]てはまる|該当する|適[切当]な|合って(?:い)?る|誤って(?:い)?る|間違って(?:い)?る)(?:もの|の|選択肢|肢)?(?:は|を)?、?\s*)?"
    r"(?:すべて|全て|全部|ぜんぶ|[2-5二三四五]\s*(?:つ|個))\s*(?:を?\s*(?:選|えら|答え)\S{0,6})?\s*[)]?[。.]?"
)
_COUNTS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "one": 1, "two": 2, "three": 3, "four": 4}
# Lines that only say what follows.
_CAPTION = re.compile(
    r"[\[【(<]?\s*(?:(?:選択肢|[解回]答)群|選択肢(?:一覧)?|Options|Choices"
    r"|(?P<asks>質問文?|シナリオ|問題文?|設問文?|問い?|Question|Scenario))\s*[\]】)>]?\s*[:]?",
    re.IGNORECASE,
)

_NAMED = re.compile(
    r"\s*(?:(?:問題文?|設問|問い?|質問|Question|Front|表面)\s*(?:[:：]|[.．](?=\s))|問い?[.．](?![A-Za-z0-9])|[【\[]\s*(?:問題文?|設問|問い?|質問|Q)\s*[】\]])\s*(?=\S)",
    re.IGNORECASE,
)

_KIND = re.compile(  # what kind a question is, before its words: 穴うめ．…, マルバツ：…
    r"[\s　]*(?:穴埋め|穴うめ|あなうめ|空欄補充|虫食い|マルバツ|まるばつ|[○〇◯]か?[×✕☓]|正誤|[二三四五]択|一問一答)"
    r"(?:問題)?[0-9０-９]{0,3}[\s　]*[.．:：][\s　]*(?=\S)"
)

_EXPLANATION = re.compile(
    r"[\[【(]?\s*(?:(?:各?(?:選択肢|肢)(?:ごと|別)?の)|全体的な|Overall )?"
    r"(?:解説|説明|ポイント|理由|補足|考え方|考察|根拠(?!法)|解き方|ヒント|計算|Explanation|Reason|Hint)[^:。]{0,12}[\]】)]?\s*[:]?$",
    re.IGNORECASE,
)
_CAPTIONED = re.compile(r"\s*(?:解説|説明|ポイント|理由|補足|覚え方|ひとこと)\s*[:：]\s*(?=\S)")
_NOTICE = re.compile(
    r"(?:正解|不正解|回答は(?:不?正解)です|あなたの(?:回答|答え).{0,12}|Correct|Incorrect|スキップ(?:済み)?|未回答)[。:]?",
    re.IGNORECASE,
)
_REVEAL = re.compile(r"(?:解答|答え?|正解|回答|解説)(?:と解説|を?(?:表示|見る|確認|開く))?(?:する)?", re.IGNORECASE)
# … with how to open it: 答え（クリックで表示）, クリックして解答を見る, 模範解答・解説
_OPENS = r"(?:ここを?\s*)?(?:クリック|タップ|押)(?:して|し|で|すると)?"
_OPENED = re.compile(
    rf"[\[【]?(?:{_OPENS}\s*)?(?:模範|標準)?(?:解答|回答|正解|正答|答え?|こたえ|Answers?)例?"
    r"(?:\s*[と・&/]\s*(?:解説|説明|理由))?"
    rf"(?:\s*(?:を?(?:表示|見る|みる|確認|開く|チェック)(?:する)?|は(?:こちら|{_OPENS})))?"
    rf"(?:\s*[(]\s*(?:{_OPENS}(?:表示|開く|開き|展開|見る|確認)?(?:する|ます)?|(?:展開|開い)(?:して|て)(?:表示|確認|見る)?(?:する)?|折り?たたみ)\s*[)])?[\]】]?",
    re.IGNORECASE,
)
_FOR_ANSWERLINES = re.compile(r"(?:正答|こたえ|Answers?|(?:解答|回答|正解|答え?)例)", re.IGNORECASE)
_LONGEST_REVEAL = 40  # characters
# What is to be done: a list's title
_TO_DO = re.compile(
    r"\W*(?:(?:今後|次に|あとで|後で|残りの?)?(?:やる(?:こと|事)|する(?:こと|事)|残?タスク|宿題|課題|持ち物|予定|to-?\s?do|tasks?))(?:リスト|一覧|list)?\W*",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """NFKC, for matching only; ``①④`` is not 14."""
    return unicodedata.normalize("NFKC", _BETWEEN_CIRCLED.sub("、", text))


def worded(text: str) -> str:
    """NFKC and without bold: for matching what the words of a line say, wherever they stand in it."""
    return plain(text).replace("**", "")


def words_alone(text: str) -> str:
    """The same, without white space around it: for matching a text from end to end."""
    return worded(text).strip()


@lru_cache(maxsize=4096)  # each recogniser looks at each line
def bare(text: str) -> str:
    """A line without its decoration, and NFKC: for matching."""
    return undecorated(plain(text))


@lru_cache(maxsize=4096)
def undecorated(text: str) -> str:
    """A line without leading marks and emoji, and without emphasis; its words as they are written."""
    value = text.replace("**", "").replace("__", "")
    box = _BOX.match(value)
    if box:
        value = box["title"] or value[box.end() :]
    start, end = 0, len(value)
    while start < end and (
        value[start] in _LEADING
        or value[start].isspace()
        or unicodedata.category(value[start]) in ("So", "Cf", "Mn", "Sk")
    ):
        start += 1
    while end > start and (value[end - 1] in _TRAILING or value[end - 1].isspace()):
        if value[end - 1] == "%" and value[end - 2].isdigit():  # 50%; what %% closes is Obsidian's comment
            break
        end -= 1
    return value[start:end]


def as_written(text: str, ending: str) -> str:
    """The end of ``text`` that reads ``ending`` in NFKC, as it is written."""
    words = undecorated(text).rstrip()
    start, length = len(words), 0
    while start and length < len(ending):
        start -= 1
        length += len(plain(words[start]))
    for at in range(start, max(-1, start - 3), -1):
        if plain(words[at:]).strip() == ending:
            return words[at:].strip()
    return ending


@lru_cache(maxsize=4096)
def numbered(text: str) -> str | None:
    """What stands after a question's number (``""`` if nothing does); None where the line does not begin with one."""
    value = "" if (hashed := _HASHED.fullmatch(text)) else bare(text)
    found = hashed or _beginning(value)
    if not found:
        return None
    rest = value[found.end() :]
    return as_written(text, rest.lstrip(" .:)]】〕》〉」>、。→-\u3000").strip())


def _beginning(value: str) -> re.Match[str] | None:
    """How a line begins a question: its number with what sets it off, or 「問題：」, whose 三 in 三角形 is none."""
    found = _NUMBERED.match(value)
    if found and found.end() < len(value) and not _BEHIND_NUMBER.match(value, found.end()):
        return _UNNUMBERED.match(value)
    return found


def behind_number(text: str) -> int:
    """Where a line's words begin behind a question's number (``問 4``); 0 where it has none, or no words."""
    rest = numbered(text)
    return len(text) - len(rest) if rest and text.endswith(rest) else 0


@lru_cache(maxsize=4096)
def counted(text: str) -> int:
    """How long the number or letter is that a line begins with (``(3) ``, ``12. ``, ``Q: ``); 0 where it has none.

    Steps and choices are numbered alike: it takes more to make it a question's.
    """
    found = _COUNTED.match(text)
    return found.end() if found else 0


def begins_with_q(text: str) -> bool:
    """Whether a line begins with the letter of questions, set off by a space or a stop (``Q 商品を…``, ``Q3. …``)."""
    return _WITH_Q.match(text) is not None


def count(text: str) -> str:
    """The number that :func:`counted` measures (``3`` of ``(3) …``), or ``""``."""
    found = _COUNTED.match(bare(text))
    return figure_of(found["inside"] or found["figure"] or "") if found else ""


def named(text: str) -> int:
    """How long 「問い：」 or the like is at a line's beginning; 0 where there is none."""
    found = _NAMED.match(text)
    return found.end() if found else 0


def kind(text: str) -> int:
    """How long the kind of a question is that stands before its words (``穴うめ．``); 0 where there is none."""
    return found.end() if (found := _KIND.match(text)) else 0


@lru_cache(maxsize=4096)
def number(text: str) -> str:
    """A question's number (``12``, ``1-1``; of ``(3) …`` only where the line asks or has a gap), or ``""``."""
    count = _COUNTED.match(bare(text))
    figure = (count["inside"] or count["figure"]) if count else None
    if figure:
        return figure_of(figure) if is_question(text) or has_gap(text) else ""
    found = _HASHED.fullmatch(text) or _beginning(bare(text))
    figures = re.search(NUMBER, found.group()) if found else None
    return figure_of(re.sub(r"\s*[-–.]\s*", "-", figures[0])) if figures else ""


def figure(text: str) -> tuple[str, int]:
    """The number that a line begins with by a space alone, or in square brackets, and where its words begin.

    ``("", 0)`` where it has none. It may be a question's where choices stand beneath, and only there.
    """
    found = _FIGURE.match(text)
    return (plain(found["inside"] or found["spaced"]), found.end()) if found else ("", 0)


def signed(text: str) -> tuple[int, int]:
    """The number that a line begins with as a sign (``⑥ …``, ``6️⃣ …``), and where its words begin; else ``(0, 0)``."""
    found = _SIGNED.match(text)
    if not found:
        return 0, 0
    return 10 if found["ten"] else int(unicodedata.numeric(found["sign"] or found["key"])), found.end()


def part_number(text: str) -> str:
    """The number by part that a line begins with (``5-1`` of ``5-1. …``), or ``""``: as :func:`figure`."""
    found = _OF_PART.match(bare(text)) if _has_dash(text) else None
    return by_part(found["part"], found["number"]) if found else ""


def _has_dash(text: str) -> bool:
    """Whether a number by part may stand there: most lines have none, and need no costlier look."""
    return "-" in text or "–" in text or "－" in text


def by_part(part: str, number: str) -> str:
    """A number by part as it is compared: ``04-2`` and ``4-02`` are one, a part may be a letter (``A-2``)."""
    return f"{int(part) if part.isdigit() else part}-{int(number)}"


def behind_part(text: str) -> int:
    """Where a line's words begin behind its number by part (``5-1. …``); 0 where it has none."""
    found = _OF_PART.match(text) if _has_dash(text) else None
    return len(text) - len(text[found.end() :].lstrip()) if found else 0


def figure_of(number: str) -> str:
    """A number in kanji as figures (``十二`` → ``12``); any other as it is."""
    found = re.fullmatch(r"([一二三四五六七八九])?(十)?([一二三四五六七八九])?", number)
    if not found or not number or (found[1] and found[3] and not found[2]):
        return number
    tens, ones = ("一二三四五六七八九".index(each) + 1 if each else 0 for each in (found[1], found[3]))
    return str((tens or 1) * 10 + ones if found[2] else tens or ones)


def without_caption(text: str) -> int:
    """Where a line's words begin after 「解説:」 or the like; 0 where it has no such beginning."""
    found = _CAPTIONED.match(text)
    return found.end() if found else 0


@lru_cache(maxsize=4096)
def is_question(line: str) -> bool:
    """Whether a line ends as a question does."""
    value = _TAGS.sub("", bare(line).replace("*", ""))
    return bool(_QUESTION_END.search(value))


@lru_cache(maxsize=4096)
def is_to_do(title: str) -> bool:
    """Whether a title says only that what stands beneath it is to be done (``✏️やること``, ``TODO``)."""
    return _TO_DO.fullmatch(bare(title)) is not None


def has_gap(text: str) -> bool:
    """Whether something is to be filled in (``（　　）``, ``____``)."""
    return GAP_BEGINS.search(text) is not None and _GAP.search(text) is not None


def gaps(text: str) -> list[str]:
    """All that is to be filled in."""
    return _GAP.findall(text) if GAP_BEGINS.search(text) else []


def selects(line: str) -> bool:
    """Whether a question asks for one of several (``どれですか``), not for an explanation (``とは？``)."""
    return bool(_SELECTS.search(plain(line)))


def how_many(text: str) -> int | None:
    """How many choices the question wants (``（2 つ選択）``), if it says so."""
    found = _HOW_MANY.search(plain(text))
    if not found:
        return None
    if found["pair"]:
        return 2
    english = (found["english"] or found["which"] or "").lower()
    figure = found["figure"] or found["noted"] or found["there"] or found["open"] or english
    return _COUNTS.get(figure) or int(figure)


def so_many(line: str) -> int | None:
    """How many things a line ends in (``脂溶性ビタミンを3つ``): what it wants, where it is known to be a question."""
    found = _SO_MANY.search(line)
    return (_COUNTS.get(found["figure"]) or int(found["figure"])) if found else None


def tells_how_many(line: str) -> bool:
    """Whether a line only tells how many choices are to be chosen (``あてはまるものすべて``, ``（2つ選べ）``)."""
    return bool(_TELLS_HOW_MANY.fullmatch(bare(line)))


def bulleted(text: str) -> int:
    """How long the bullet is that a paragraph's line begins with (``・``); 0 where it has none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def is_caption(line: str) -> bool:
    """Whether a line only announces the next (``選択肢:``, ``質問:``)."""
    return bool(_CAPTION.fullmatch(bare(line)))


def is_asking_caption(line: str) -> bool:
    """Whether a line only announces the question (``問題文``), not its choices (``解答群``)."""
    found = _CAPTION.fullmatch(bare(line))
    return found is not None and found["asks"] is not None


def is_notice(line: str) -> bool:
    """Whether a line is a quiz site's own word (``回答は不正解です``) that came along when the text was copied."""
    return bool(_NOTICE.fullmatch(bare(line)))


def is_reveal(line: str, *, heading: bool = False) -> bool:
    """Whether a line is a button's or summary's label (``解答を表示``, ``クリックして解答を表示``).

    A ``heading`` that says more than a button does (``解答・解説``) may be that of a list of answers.
    """
    if len(line) > _LONGEST_REVEAL:
        return False
    value = bare(line)
    if heading or _REVEAL.fullmatch(value):
        return bool(_REVEAL.fullmatch(value))
    return bool(_OPENED.fullmatch(value) and not _FOR_ANSWERLINES.fullmatch(value))


def is_explanation(line: str) -> bool:
    """Whether a line announces an explanation (``**解説:**``)."""
    return bool(_EXPLANATION.fullmatch(bare(line)))
