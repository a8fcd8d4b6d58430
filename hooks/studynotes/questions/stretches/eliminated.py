"""The one choice that is left where each other one is refused, in a file that refuses all that is wrong.

``A → 誤り。…``, ``B → 誤り。…``, ``C → …できる。``: where a file's answered questions have such a word in the reason
of each wrong choice, and never of the right one, the choice that is explained without one is the answer. Where each
refusal of a file begins with the very word (``「B」は不正解です。…``), what is told of the choice that is left may also
have words that might refuse it elsewhere (``…だけ``, ``コピーはいらない``). So it is where four questions without an
answer leave just one choice each, and nothing in the file speaks against it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere.answerlists import DISOWNED, DOUBTED
from studynotes.questions.question import plain
from studynotes.questions.stretches.keylists import by_line
from studynotes.questions.text.judgements import ask_of
from studynotes.questions.text.lines import Role
from studynotes.questions.text.reasoned import left_by_reasons, refuse_in_words
from studynotes.questions.words import phrases
from studynotes.questions.words.asides import without_asides
from studynotes.questions.words.disowning import unsettled
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.keyline import hedged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studynotes.questions.stretches.habits import Shown
    from studynotes.questions.text.judgements import Ask

_LEAST = 2  # answered questions that show it
_LEAST_LEFT = 4  # questions without an answer that show it by themselves
_LEAST_CHOICES = 3
_SHORTEST = 8  # characters of a reason
# 複数リージョンの…へ流したい: of what there are several, and which are to be chosen
_TELLS_OF_SEVERAL = re.compile(
    r"複数の?[一-鿿ァ-ヺーA-Za-z].*(?:たい|必要(?:だ|です|がある|があります)?|ます|る|いる|どうしますか)$"
)
_SELECTS = re.compile(r"選|挙げ|答え|すべて|全て|つ(?:は|を)?$|複数(?:回答|選択)")
# What may refuse a choice, too, or tells that nothing is told yet; … where all refusals are in words, not these two.
_NEEDLESS = re.compile(r"(?:い|要)らない|かからない|必要(?:が|は|も)?ない|不要|だけ")
_MAY_REFUSE = re.compile(
    r"な[いくかけ]|ません|ず(?:$|[。、に])|違|ちが|だめ|ダメ|無理|不[可要足適正]|[×✕☓✗✘❌△?？…]|NG|逆|別の|過ぎ|すぎ|まで(?:$|[。で])|だけ"
    r"|同上|同様|同じく|と同じ(?:理由)?(?:$|[。でだ])|^(?:これ|それ|こっち|こちら)も|後で|あとで|TODO|保留|間違|誤|自分|選ん"
)


def answers_in(shown: Sequence[Shown], listed: Mapping[str, str]) -> Mapping[str, str]:
    """The answers to questions of ``shown`` that are left so, by :func:`.by_line`.

    The question asks for the one that is right, the reason of what is left neither doubts nor denies anything, and
    no answered question of the file leaves another choice than its answer.
    """
    lacking = [each for each in shown if each.right is None]
    if not lacking or DOUBTED in listed or DISOWNED in listed or len(shown) <= _LEAST:
        return {}
    asked = [each for each in lacking if each.group.labels or each.group.options[0].reasons]
    in_words = bool(asked) and _is_in_words(shown)
    told = [(each, _left(each, in_words=in_words)) for each in asked if each.group.labels or in_words]
    left = {by_line(each.line): label for each, label in told if label}
    return left if left and (_is_habit(shown) or _is_shown(shown, len(left))) else {}


def _left(shown: Shown, *, in_words: bool) -> str:
    """The label, or else the words, of the only choice not refused; ``""`` where that is not for sure the answer."""
    group = shown.group
    if not _asks_for_one(shown) or len(group.options) < _LEAST_CHOICES:
        return ""
    left, reason = left_by_reasons(shown.chunk, group)
    said = phrases.plain(reason)
    refusing = _MAY_REFUSE.search(_NEEDLESS.sub("", said) if in_words else said)
    if len(left) != 1 or len(said) < _SHORTEST or refusing or hedged(without_asides(said)):
        return ""
    lines = [line.text for line in shown.chunk if line.role is not Role.CODE]
    option = group.options[min(left)]
    return "" if any(map(doubts, lines)) or unsettled(lines) else option.label or plain(option.words)


def _is_in_words(shown: Sequence[Shown]) -> bool:
    """Whether each choice of a file that is refused is so in words right at the beginning of its reason."""
    refusals = 0
    for each in shown:
        left, _ = left_by_reasons(each.chunk, each.group)
        if len(left) < len(each.group.options):
            if not refuse_in_words(each.chunk, each.group, left):
                return False
            refusals += 1
    return refusals > _LEAST


def _asks_for_one(shown: Shown) -> bool:
    """Whether a question asks for the one that is right; what it tells of several (``複数の表を…``) asks for none."""
    last, ask = _asked(shown)
    asks = ask_of(last)
    several = asks.several and not (_TELLS_OF_SEVERAL.search(last) and not _SELECTS.search(last))
    return not asks.negative and not several and ask.wanted in (None, 1)


def _asked(shown: Shown) -> tuple[str, Ask]:
    """The last sentence above a question's choices, and what all of them ask for."""
    above = [phrases.plain(line.text) for line in shown.chunk[: shown.group.start] if line.role is not Role.CODE]
    last = above[-1] if above else ""
    return last.rstrip("。 ").rpartition("。")[2], ask_of("\n".join(above))


def _is_habit(shown: Sequence[Shown]) -> bool:
    """Whether the answered questions refuse all choices but the right ones: of two at least, and never only some."""
    fits = 0
    for each in shown:
        if each.right is None or not _asks_for_one(each):
            continue
        left, _ = left_by_reasons(each.chunk, each.group)
        if len(left) < len(each.group.options):  # some are refused
            if left != each.places:
                return False
            fits += 1
    return fits >= _LEAST


def _is_shown(shown: Sequence[Shown], left: int) -> bool:
    """Whether the questions that lack their answer show the habit themselves, as many as leave one choice (``left``).

    No other refuses only some of its choices, no answered one leaves others than its answer, and the answer to one
    choice's question is nowhere called right: then its lack would tell that somebody has not got so far.
    """
    if left < _LEAST_LEFT:
        return False
    for each in shown:
        remaining, reason = left_by_reasons(each.chunk, each.group)
        if not each.group.labels or len(remaining) == len(each.group.options) or _asked(each)[1].negative:
            continue
        if (len(remaining) == 1 and not reason) or (remaining != each.places if each.right else len(remaining) > 1):
            return False
    return True
