"""Statements that are called right or wrong: what one is, and how it and its verdict are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere.numberedstatements import SENTENCE_END
from studynotes.questions.question import plain
from studynotes.questions.text import runs
from studynotes.questions.words import phrases

if TYPE_CHECKING:
    from studynotes.model import Block, Lines
    from studynotes.questions.question import Words

_YES, _NO = runs.YES, runs.NO
_SAID_YES, _SAID_NO = r"(?:まる|マル)(?=[\s。、)）]|$)", r"(?:ばつ|バツ)(?=[\s。、)）]|$)"
_ENDS = r"(?=[\s。、:：(（)）\]］】〕]|$)"  # behind what may begin another word
_RIGHT = (
    rf"(?:[{_YES}]\ufe0f?\s*)?(?:正しい(?!か)|適切(?![なか]))|[{_YES}]|[正真]{_ENDS}|{_SAID_YES}|True|(?-i:T){_ENDS}"
)
_WRONG = rf"(?:[{_NO}]\ufe0f?\s*)?(?:誤り|間違い|まちがい|不適切)|[{_NO}]|[誤偽]{_ENDS}|{_SAID_NO}|False|(?-i:F){_ENDS}"
# What each verdict has some of: lines without any need no closer look.
ANY_MARK = re.compile(
    rf"[{_YES}{_NO}正誤真偽]|[xXｘＸ]\s*[)）\]］】〕]|適切|間違い|まちがい|まる|マル|ばつ|バツ|True|False|はい|いいえ|Yes|No|(?<![A-Za-z])(?-i:[TF])(?![A-Za-z])"
    r"|[(（\s　][YＹTＴ]\s*/",
    re.IGNORECASE,
)
OPEN, CLOSE = r"(?:[(（\[［【〔〈《]|%%)", r"(?:[)）\]］】〕〉》]|%%)"  # around a verdict; %%: a comment in Obsidian
MARK = rf"(?:(?P<yes>{_RIGHT})|(?P<no>{_WRONG}))\ufe0f?"
BOTH = re.compile(
    rf"\s*(?:(?P<yes>[{_YES}]\ufe0f?\s*正しい)|(?P<no>[{_NO}]\ufe0f?\s*誤り))(?:$|[\s　:：。、(（]+(?P<reason>.*))"
)
_SO = r"(?:です|でした|だ|である|で(?:よい|良い|いい|OK|ＯＫ|正しい|合って(?:い)?る))"
_REASON = rf"(?:\s*{_SO})?(?:$|[\s　:：。、,.(（]+(?P<reason>.*))"
BEHIND = re.compile(
    rf"(?P<said>.+(?:[。．]|.{{8}}{SENTENCE_END}))\s*"
    rf"{OPEN}\s*(?:→\s*)?(?:{MARK}|(?<=[。．].)[xXｘＸ](?=\s*{CLOSE}))(?:[\s　:：。、]+(?P<reason>.*))?\s*{CLOSE}"
    r"\s*(?:(?:→|⇒)?\s*(?P<more>\S.*))?",
    re.IGNORECASE,
)
ARROW = re.compile(
    rf"(?P<said>.+(?:[。．]|.{{8}}{SENTENCE_END}))[\s★☆]*(?P<leads>→|⇒|➡|👉|…+|‥+|:{{2,3}})\s*{MARK}{_REASON}",
    re.IGNORECASE,
)
# 水は0度で氷　→○: however it ends, where something says that ○ and × are asked for
ARROW_ASKED = re.compile(
    rf"(?P<said>.+[はがもをにで].{{2,}}?)[\s★☆]*(?P<leads>→|⇒|➡|👉)\s*{MARK}"
    r"(?:$|[\s　]*[(（](?P<inside>[^()（）]+)[)）]$"
    r"|[\s　:：。、]+(?P<reason>.*))"
)
# …である。　答え：○
BEHIND_WORD = re.compile(
    rf"(?P<said>.+(?:[。．]|.{{8}}{SENTENCE_END}))[\s　]*[(（\[【]?"
    rf"(?:答え?|こたえ|解答|正解|正答|A(?:ns(?:wer)?)?)[\])）】]?\s*[:：]\s*{MARK}{_REASON}",
    re.IGNORECASE,
)
BEFORE = re.compile(rf"\s*{MARK}[\s　]+(?P<said>\S.+)")
BRACKETED = re.compile(rf"\s*{OPEN}\s*{MARK}\s*{CLOSE}\s*(?P<said>\S.+[。．])")
# 3. …である。　○（理由）: with a number, and only where others are ×
_TRAIL = rf"{MARK}(?:$|[\s　]*[(（](?P<inside>[^()（）]+)[)）]$|[\s　]+(?P<reason>.*))"
TRAILING = re.compile(rf"(?P<said>.+[。．])[\s　]*{_TRAIL}", re.IGNORECASE)
# … 3. …である　○: without a full stop where something says that ○ and × are asked for
TRAILING_ASKED = re.compile(rf"(?P<said>.+(?:[。．][\s　]*|.{{8}}{SENTENCE_END}[\s　]+)){_TRAIL}", re.IGNORECASE)
GIVEN = (
    r"\s*(?:(?:→|⇒|➡)|[\[【(<＜]?(?P<word>答え?|こたえ|解答|正解|正答|(?:Correct\s*)?Answer|Ans|Back|A\d*)[\]】)>＞]?"
    r"\s*(?:[:：.．]|…+|‥+|\.{3,})?)\s*"
)
BENEATH = re.compile(rf"{GIVEN}{MARK}{_REASON}", re.IGNORECASE)
# … できない。火災保険とセット。なので×: what stands beneath concludes with it
CONCLUDING = re.compile(
    rf"\s*(?:→|⇒|➡)\s*(?P<reason>[^→⇒➡{_YES}{_NO}]+?)[。、]?\s*(?:よって|したがって|従って|ゆえに|つまり|なので|だから|ので|から)、?\s*"
    rf"(?:(?P<yes>[{_YES}])|(?P<no>[{_NO}]))\ufe0f?(?:です|である|だ)?[。.]?\s*"
)
BOXED = re.compile(rf"\s*(?:→|⇒|➡)?\s*{OPEN}\s*{MARK}\s*{CLOSE}(?:$|[\s　:：。、]*(?P<reason>.*))")
# 正答は「正しい」。
QUOTED = re.compile(
    r"\s*(?:答え?|こたえ|解答|正解|正答)は?\s*[:：]?\s*[「『](?:(?P<yes>正しい|○|◯|〇)|(?P<no>誤り|間違い|×|✕))[」』]"
    r"(?:です|でした|だ|である)?(?:$|[。](?P<reason>.*))"
)
BARE_BENEATH = re.compile(rf"\s*{MARK}(?:\s*(?:です|でした))?(?:$|[\s　:：。、(（]+(?P<reason>.*))")
_BEGINNING = 8  # characters by which a statement is found in its paragraph
_TELLS_TO = re.compile(
    r"(?:なさい|(?:して|答えて|書いて|選んで)ください|せよ|答えよ|述べよ|求めよ|選べ|書け|示せ|挙げよ|記せ)$"
)
SENTENCE = re.compile(r"[。．]$|(?:る|い|う|く|す|つ|ぬ|む|ぶ|だ|た|です|ます|ません)$")
# マル→ ○　バツ→ ✕, 文の先頭に○か×; not of choices
IN_FRONT = re.compile(
    r"^(?!.*(?:選択肢|肢の|番号|設問))"
    r".*(?:(?:マル|まる)\s*(?:→|=|は)\s*[○〇].*[×✕☓✗]|(?:先頭|文頭|頭|はじめ|最初|前)に[^。]*[○〇][^。]*[×✕☓✗])"
)
LISTED = re.compile(rf"\s*{MARK}{_REASON}", re.IGNORECASE)  # an answer in a list
_EITHER = (
    r"(?:はい\s*[/／・]\s*いいえ|正しい\s*(?:[/／・?？]|か)\s*(?:誤り|間違い)か?|Yes\s*(?:/|or)\s*No|True\s*(?:/|or)\s*False"
    r"|[YＹ]\s*/\s*[NＮ]|[TＴ]\s*/\s*[FＦ]|[○〇◯]\s*[/／]\s*[×✕☓])"
)
# …である。（○か×か）, …である。○か×か？, …である。はい/いいえ
ASIDE = re.compile(
    rf"\s*(?:[(（](?:[○〇]か×か|正誤|[○〇]×)[^()（）]{{0,14}}[)）]|[(（]\s*{_EITHER}\s*[)）]"
    rf"|(?<=[。．」』])[\s　]*(?:[○〇◯]\s*か\s*[×✕☓]\s*か|{_EITHER}))[。.?？]?\s*$",
    re.IGNORECASE,
)
_ENDS_ASIDE = frozenset(")）かりいえ×✕☓oenfｎｆ")  # one ends each of these
# beneath a statement of which はい/いいえ, y/n or the like is asked
REPLIED = re.compile(
    rf"(?:{GIVEN}|\s*)(?:(?P<yes>はい|Yes|[YＹTＴ])|(?P<no>いいえ|No|[NＮFＦ])){_REASON}", re.IGNORECASE
)
OFFERS_REPLY = re.compile(r"いいえ|(?:/|\bor)\s*(?:no?|f)\b", re.IGNORECASE)
OPINION = re.compile(
    r"(?:が|は|も|で|と)(?:いい|良い|好き|嫌い|楽しい|嬉しい|うれしい|眠い|つらい)(?:です|な|よ|ね)?[。．!！]?$"
    r"|(?:たい|ほしい|欲しい|しよう|ましょう|と思う|気がする|すること)(?:です)?[。．!！]?$"
)
# a statement's number
IN_BRACKETS = re.compile(r"\s*(?:[(（\[［【〔]\s*[\d０-９]{1,3}\s*[)）\]］】〕]|[①-⑳])[\s　]*(?=\S)")
_TRUTH = r"(?:True\s+or\s+False|[○〇◯]か×か?|[○〇◯]×(?:問題)?|正誤(?:問題)?|マルバツ(?:問題)?|まるばつ(?:問題)?)"
LEADING = re.compile(
    rf"\s*(?:(?:Front|表面)\s*[:：]\s*)?(?:{_TRUTH}\s*[:：.．。]|【[○〇]×】\s*[:：.]?|[(（【]\s*{_TRUTH}\s*[)）】])\s*",
    re.IGNORECASE,
)
SHORTEST = 6  # characters of a statement


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, whether the notes call it right, and why."""

    said: Words
    right: bool
    reason: Words
    lines: Lines
    block: Block
    told: bool = False  # whether its own line says that it is right or wrong


def behind_number(line: str) -> int:
    """Where a line's words begin behind its number, 0 where it has none."""
    return phrases.behind_number(line) or phrases.counted(line) or phrases.behind_part(line)


def start(line: str) -> int:
    """Where a statement's words begin behind its number, and behind 「○か×か：」."""
    before = leading(line) or IN_BRACKETS.match(line)
    return before.end() if before else phrases.behind_number(line) or phrases.counted(line) or phrases.behind_part(line)


def leading(line: str) -> re.Match[str] | None:
    """What says before a statement that it is right or wrong (``問5 正誤：…``)."""
    return LEADING.match(line, behind_number(line))


def aside(line: str) -> re.Match[str] | None:
    """What behind a statement offers both verdicts (``（○か×か）``, ``はい/いいえ``)."""
    ends = line.rstrip().rstrip("。.?？")[-1:].lower() in _ENDS_ASIDE
    return ASIDE.search(line) if ends else None


def asks(statement: Statement) -> bool:
    """Whether it states nothing: it asks, or tells what to do (``…を選びなさい。（×）``: the learner's own record).

    So does what stands above it in its paragraph, unless it asks what is right and wrong.
    """
    *above, said = [
        *statement.block.text.partition(plain(statement.said)[:_BEGINNING])[0].split("\n"),
        plain(statement.said),
    ]
    if any(_asks(line) and not runs.ABOUT_TRUTH.search(phrases.plain(line)) for line in above):
        return True
    return _asks(said)


def _asks(said: str) -> bool:
    bare = phrases.bare(said).rstrip("。. ")
    return bare.endswith(("?", "か")) or _TELLS_TO.search(bare) is not None
