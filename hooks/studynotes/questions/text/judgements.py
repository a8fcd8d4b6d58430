"""Marks that judge statements, and which choice they make the answer: not the same where a question asks for the wrong.

``誤っているものはどれか`` with ○ × ○ on its choices asks for the second: there ○ says that a statement holds, not that
it is the answer. ``正解`` and ``不正解`` always speak of the answer itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import labels
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.phrases import bare, how_many, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# The question asks which statement is false …
_FALSE = re.compile(
    r"(?:誤っ(?:ている|た)|誤り(?:の|である|は|を|が)|間違っ(?:ている|た)|間違い(?:の|は|を|が)|不適切|不適当|不正確"
    r"|正しく(?:は)?ない|(?:適切|適当|妥当)(?:で|では)ない)"
    r"|\b(?:incorrect|false|wrong)\b|(?:not|isn't) (?:true|correct)",
    re.IGNORECASE,
)
# … or which one something does not hold of; しなければならない obliges, …しか書けません。どうしますか puts a case.
_NOT = re.compile(
    r"(?<!少)(?<!なければなら)(?<!なければいけ)(?<!なくてはなら)(?<!なくてはいけ)(?<!ねばなら)ない(?:もの|の[はがを]|[一-鿿ァ-ヺ](?![一-鿿ァ-ヺー]{0,12}[がにでと][^。、]{2,}はどれか))|ません(?!(?:でした)?。[^\S\n]*[^\s(（【])|(?<!取り)(?<!とり)除[くい]|以外|異なる(?:もの|の)|\b(?:NOT|EXCEPT|cannot)\b"
)
_ENDED = re.compile(r"[。\n]")
_WHICH = re.compile(r"どれ|どの(?!よう)|どちら|いずれ|[?]")
# … though what it asks for at its end is what is right: 業者でない買主から…正しいものはどれか
_FOR_THE_RIGHT = re.compile(
    r"(?:正しい|適切な|適当な|妥当な)(?:もの|記述|説明|選択肢|文|の)(?:は|を)[^。はをない]{0,14}[。?]?\s*(?:[(（【].*)?$",
    re.MULTILINE,
)
# A case asks for what does it: ラベルのないデータを似たものどうしに分けたい。
_WISH = re.compile(r"(?<!選び)(?:たい|ほしい|欲しい)。?\s*$")
_SEVERAL = re.compile(
    r"すべて|全て|全部|ぜんぶ|複数|いくつか|それぞれ|各|[2-9二三四五]\s*(?:つ|個|択)|\ball\b|\btwo\b|\bthree\b",
    re.IGNORECASE,
)
_TRUTHS = r"正しい(?:です|(?:記述|説明|内容)(?:です)?)?|正(?=[。、]|$)|適切です|適切である|適切|正解|正答|[○◯〇⭕✅✓✔]"
_UNTRUTHS = (
    r"正しくない|正しくありません|適切ではない|適切ではありません|適切でない|不適切"
    r"|誤った(?:記述|説明|内容)|誤っている|誤りです|誤り|誤(?=[。、]|$)|間違っている|間違いです|間違い|不正解|誤答|[×✕☓✗✘❌✖]"
)
SIGNS = "○◯〇⭕✅✓✔×✕☓✗✘❌✖"
_OF_LABEL = re.compile(
    rf"(?:選択肢|オプション|肢)?\s*[(「\[]?(?P<label>[A-J]|10|[1-9]|[{KATAKANA}]|[a-j])[)」\]]?\s*"
    rf"(?:[.:)、はが=…]|\.{{2,6}}|[→⇒➡]|\s)?\s*[(\[]?(?:(?P<no>{_UNTRUTHS})|(?P<yes>{_TRUTHS}))\ufe0f?[)\]]?"
    rf"(?:です|である|だ)?(?:(?=$|[\s。、.:,(])|(?<=[{SIGNS}\ufe0f])(?![{SIGNS}\dA-Za-z]))"
)
_THREE = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """What a question asks for: how many, whether for what is ``false`` or does not hold, whether for several."""

    wanted: int | None = None
    false: bool = False
    negative: bool = False
    several: bool = False


def ask_of(stem: str) -> Ask:
    """What the words of a question ask for."""
    value = plain(stem)
    wanted = how_many(value)
    false = bool(_FALSE.search(value))
    several = (wanted or 0) > 1 or bool(_SEVERAL.search(value))
    denies = any(_NOT.search(line) and not _WISH.search(line) for line in _asking(value).splitlines())
    negative = false or (denies and not _FOR_THE_RIGHT.search(value))
    return Ask(wanted, false, negative, several)


def _asking(value: str) -> str:
    """A question from the last sentence on that asks which (``管理したくない。どれを使うか。``); else all of it."""
    starts = [found.end() for found in _ENDED.finditer(value) if _WHICH.search(value, found.end())]
    return value[starts[-1] :] if starts else value


def right_by(verdicts: Sequence[bool | None], ask: Ask, *, worded: bool = False) -> frozenset[int] | None:
    """The choices that marks make the answer; None where nobody could tell.

    A plain question asks for those marked ○. One that asks for what is false asks for ×: the only one, every other
    being ○; and so does one that asks for what does not hold (できないもの), where ○ on one alone could be either. In
    words (``worded``: ``ウ　正しい``, the others 誤り) it is the answer that is called right. Several are
    never keyed so, unless all are marked and only those of one kind are as many as it says that it wants (``1つ選択``).
    """
    yes = frozenset(index for index, verdict in enumerate(verdicts) if verdict)
    no = frozenset(index for index, verdict in enumerate(verdicts) if verdict is False)
    if not ask.negative:
        # ○ on all but one, beneath a question for one: it may have asked for what does not hold, or they are counted
        turned = len(no) == 1 and len(yes) == len(verdicts) - 1 >= _THREE and not ask.several and ask.wanted is None
        return None if turned else yes
    if not no and len(yes) == 1 and not ask.false:
        return yes  # a mark on one choice alone points at it
    all_judged = len(yes) + len(no) == len(verdicts)
    if all_judged and ask.wanted in (len(yes), len(no)) and len(yes) != len(no):
        return yes if len(yes) == ask.wanted else no
    if not all_judged or ask.several:
        return None
    if len(no) == 1 and len(yes) > 1:
        return no
    return yes if len(yes) == 1 and len(no) > 1 and worded and not ask.false and len(verdicts) >= _THREE else None


def verdicts_by_label(lines: Iterable[str], known: Sequence[str]) -> Mapping[str, bool]:
    """What lines of explanation say of labels they begin with (``① ○``, ``肢1　×``, ``ア　誤り。``).

    A label that is judged twice and differently makes all of them worthless.
    """
    found: dict[str, bool] = {}
    for line in lines:
        for sentence in re.split(r"(?<=。)", bare(line)):
            judged = _OF_LABEL.match(sentence.strip())
            label = labels.normal(judged["label"]) if judged else ""
            if judged and label in known:
                verdict = judged["yes"] is not None
                if found.setdefault(label, verdict) is not verdict:
                    return {}
    return found


def judges_all(lines: Sequence[Line], known: Sequence[str]) -> bool:
    """Whether lines of explanation have a verdict on each of the choices labelled so."""
    return bool(known) and len(_judged(lines, known)) == len(known)


def right_by_verdicts(lines: Sequence[Line], known: Sequence[str], ask: Ask) -> frozenset[int] | None:
    """The choices that an explanation's verdicts on all of them make the answer; None where they do not."""
    verdicts = _judged(lines, known)
    if not known or len(verdicts) < len(known):
        return None
    worded = not any(sign in line.text for line in lines for sign in SIGNS)
    return right_by([verdicts[label] for label in known], ask, worded=worded)


def _judged(lines: Sequence[Line], known: Sequence[str]) -> Mapping[str, bool]:
    """What lines say of each choice (``肢2 ○``), or a numbered list of them (``3. ○　正常範囲``)."""
    told = [f"{line.own_number} {line.text}" if _is_numbered_verdict(line) else line.text for line in lines]
    return verdicts_by_label(told, known)


def _is_numbered_verdict(line: Line) -> bool:
    return line.role is Role.ITEM and line.own_number is not None and line.text.strip()[:1] in tuple(SIGNS)
