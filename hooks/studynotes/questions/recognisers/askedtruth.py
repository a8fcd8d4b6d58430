"""Statements of which a sentence asks whether they are right (``「…」は正しいですか？``), and the reply beneath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Lines
from studynotes.questions.recognisers import statements
from studynotes.questions.recognisers.corrected import without_corrections
from studynotes.questions.recognisers.statements import Statement
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CALLED = r"(?:説明|主張|意見|考え方?|理解|記述|文章?|発言|認識|解釈|言い方|命題)"
_ASKS = (
    r"(?:正しい|正解|本当|事実|(?:合って|あって|当たって)い(?:る|ます)|正しいと(?:言え|いえ)(?:る|ます))"
    r"(?:です|でしょう|だろう)?か[。？?]*\s*$"
)
_QUOTING = re.compile(rf"[」』]\s*(?:と(?:いう|の|いった))?\s*{_CALLED}?\s*(?:は|って)、?\s*{_ASKS}")
_SENTENCE = re.compile(rf"(?<=[。．])\s*(?:(?:これ|それ|この|その|上の|以上の){_CALLED}?\s*は、?\s*)?{_ASKS}")
_REPLY = re.compile(
    r"\s*(?:(?:→|⇒|➡|>)\ufe0f?|(?:A|Ａ)\d{0,3}\s*[.:：．])?\s*(?:(?:答え?|解答|正解|正答|結論)\s*(?:は|[:：])\s*)?"
    r"(?:(?P<no>いいえ|No(?![a-z])|正しくない|正しくありません|(?:誤り|間違い)(?!では|じゃ)|[×✕☓✗❌])"
    r"|(?P<yes>はい|Yes(?![a-z])|正しい(?!とは|か|の|わけ)|[○〇◯⭕]))\ufe0f?(?:です|でした)?"
    r"(?:$|[\s　。、,.．:：!！(（—–-]+(?P<reason>.*))",
    re.IGNORECASE,
)
# はい / いいえ, ○か×: both offered on a line
EITHER = re.compile(
    r"\W*(?:はい|Yes|正しい|[○〇◯⭕])\ufe0f?\s*(?:[/／|｜・、,]|か|or|または)\s*(?:いいえ|No|誤り|間違い|正しくない|[×✕☓✗❌])\W*か?\W*",
    re.IGNORECASE,
)
_WITH_LIMITS = re.compile(r"ただし|但し|場合(?:も|によ|があ)|とは限|一概|例外|部分的|一部|半分|厳密に|条件")
_BOTH = re.compile(r"\s*(?:[/／|｜・]|か|or)?\s*(?:はい|いいえ|yes|no)(?![a-z])", re.IGNORECASE)  # はい、いいえ
_NEAR = 4  # lines beneath the question in which its reply begins
_TOLD = 6  # … and in which a doubt counts


def asked_of(lines: Sequence[Line]) -> Iterator[Statement]:
    """Each statement in 「」, or sentence, that is asked for its truth right behind it, with the reply beneath.

    The reply is はい or いいえ (正しい, ×, …) at the beginning of the next line, or of that behind what announces it.
    A limit to はい (ただし…), a doubt or a correction, and nothing is told.
    """
    for at, line in enumerate(lines):
        text = line.text
        if "か" not in text[-4:] or len(text) > phrases.LONGEST or line.struck or line.mended or line.role is Role.CODE:
            continue
        said = _said(text)
        found = reply_in(lines[at + 1 : at + 1 + _NEAR]) if said else None
        if not said or not found:
            continue
        replying, reply, start = found
        beneath = lines[lines.index(replying) : lines.index(replying) + _TOLD]
        if is_doubted(line, beneath, reply, text[slice(*said)]):
            continue
        reason = replying.words(start) if reply["reason"] else ()
        where = Lines(line.number, replying.number)
        yield Statement(line.words(*said), reply["yes"] is not None, reason, where, line.block, told=True)


def _said(text: str) -> tuple[int, int] | None:
    """Where in a line the statement stands that it asks about; None where it asks about none, or several."""
    quoting = _QUOTING.search(text)
    if quoting:
        end, depth = quoting.start(), 1
        for at in range(end - 1, -1, -1):
            depth += (text[at] in "」』") - (text[at] in "「『")
            if not depth:
                alone = not re.search(r"[」』]", text[:at])
                return (at + 1, end) if alone and end - at > statements.SHORTEST else None
        return None
    asking = _SENTENCE.search(text)
    start = statements.start(text)
    said = text[start : asking.start()].strip() if asking else ""
    return (start, asking.start()) if asking and said.count("。") == 1 and len(said) > statements.SHORTEST else None


def reply_in(beneath: Sequence[Line], replies: re.Pattern[str] = _REPLY) -> tuple[Line, re.Match[str], int] | None:
    """The line that replies, how, and where its reason begins; None where another one stands before it."""
    for line in beneath:
        if line.role in (Role.CODE, Role.HEADING) or len(line.text) > phrases.LONGEST:
            return None
        if EITHER.fullmatch(line.text):
            continue
        found = replies.match(line.text.replace("**", "  "))
        if found and found.end() == len(line.text.replace("**", "  ")):
            return line, found, found.start("reason")
        if answerlines.answer(line.text) != "" and not phrases.is_reveal(line.text):
            return None
    return None


def _is_other(line: Line, reply: re.Match[str]) -> bool:
    """Whether a further line says the other (``B. いいえ`` beneath ``A. はい``): then they are what is to be chosen."""
    label = labels.opening(line.text)
    found = _REPLY.match(line.text[label[1] :] if label else line.text)
    return found is not None and (found["yes"] is None) is not (reply["yes"] is None)


def is_doubted(line: Line, beneath: Sequence[Line], reply: re.Match[str], said: str) -> bool:
    """Whether anything speaks against the reply: the other one, a limit to はい, a doubt, a correction, one's own."""
    reason = without_corrections(reply["reason"] or "", said, right=reply["yes"] is not None)
    if _BOTH.match(reason):
        return True
    limited = reply["yes"] is not None and _WITH_LIMITS.search(reason.split("。")[0]) is not None
    if limited or hedged(reason) or doubts(line.text) or answerlines.is_own(beneath[0].text):
        return True
    for at, each in enumerate(beneath):
        if at and (each.role is Role.HEADING or phrases.numbered(each.text) is not None):
            break
        if at and _is_other(each, reply):
            return True
        told = without_corrections(each.text, said, right=reply["yes"] is not None)
        if each.struck or doubts(told) or answerlines.revises(told) or answerlines.judges(each.text):
            return True
    return False
