"""The answer in the lines right beneath its announcement: labels, choices again, or what calls one the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.question import folded
from studynotes.questions.stretches.again import marked_again
from studynotes.questions.stretches.ticking import ticked
from studynotes.questions.stretches.wholes import as_code, by_own_number
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import answerlines, concluding, labels, phrases, striking
from studynotes.questions.words.firstwords import by_label, named_as_asked
from studynotes.questions.words.keyline import by_text, explains, has_own_words, hedged, resolve
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.marks import mark_of
from studynotes.questions.words.namedtwice import named_twice
from studynotes.questions.words.otherlabels import takes_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask

_NOTED = re.compile(rf"[(「]?(?:[A-Ja-j{KATAKANA}]|\d)[)」]?\s*[(（][^()（）]+[)）][。.]?")  # "C（軽石）"
# "C … 軽石は…", "3 です。軽石は…"
_EXPLAINED = re.compile(
    rf"[(「]?(?P<label>[A-Ja-j{KATAKANA}]|\d)[)」]?"
    r"(?:(?:\s*(?:\.{3}|…|‥|—|。)+\s*|\s+-{1,2}\s+|　+|\s{2,}|\s*(?:です|でした)。).*"
    r"|(?:(?<=[A-Ja-jァ-ヺ][)」])\s*|(?<=[A-Ja-jァ-ヺ])(?:\s+|[.:]\s*))(?=.*[ぁ-ん]).*。)"  # (C) 副詞を選ぶ。
)
# 2が正しい。議事録の保存は…, 5が誤り。
_JUDGED = re.compile(
    rf"(?:選択肢|肢)?[(「]?(?P<label>[A-Ja-j{KATAKANA}]|\d)[)」]?\s*が(?:最も)?"
    r"(?:正しい|正解|適切|(?P<false>誤り|間違い|不適切|誤っている))(?:です|である|だ)?(?:。|$)"
)
_SET_APART = re.compile(rf"[(（「]?(?:[A-Ja-j{KATAKANA}]|\d)[)）」]?(?:　|\t|\s{{2}}).*")  # 2　第1石油類
# … and a sign that is a label even without a space: ④ウォルポール
_SIGN_OF_LABEL = re.compile(r"([①-⑩]|[ｱ-ｺ](?=[\s　])|[Ａ-Ｊ](?=　))[\s　]*(?=[^\s　①-⑩、,，・/／と〜～~\-])(?!.*[①-⑩])")
# 3 → 500,000×2% = 10,000; 1 と 4 → 内部取引
_REASONED = re.compile(r"(?P<labels>[^→⇒➡]{1,12}?)\s*(?:→|⇒|➡)\s*(?P<why>[^→⇒➡]{4,})")
_LEADS_TO = re.compile(r"\s*(?P<thing>[^→⇒➡]{2,}?)\s*(?:→|⇒|➡)\s*(?P<words>[^→⇒➡]+)")
# 1 (2)　…: an entry of a list of answers
_ENTRY = re.compile(
    r"[\s　]*[(（]?(?P<number>\d{1,3})[)）.．:：]?[\s　]+"
    rf"[(（「]?(?:[A-Ja-j1-9{KATAKANA}]|[①-⑩])[)）」]?(?=$|[\s　。、])"
)
_VERDICT = re.compile(r"\s*[(]?\d{1,2}[).:]?\s*(?:はい|いいえ)(?=$|[\s(。、])")
_FOLLOWING = 6  # lines beneath an answer's announcement that may list it


def listed_below(chunk: Sequence[Line], index: int, group: Group, ask: Ask) -> frozenset[int] | None:
    """The answer in the lines right beneath its announcement, one choice a line, or all of them with marks.

    Not where they judge statements by number (``1 いいえ（…）``, ``2 はい``): then none of these is a choice.
    """
    judges = sum(_VERDICT.match(phrases.plain(line.text)) is not None for line in chunk[index + 1 : index + 4]) > 1
    again = marked_again(chunk[index + 1 :], group, ask)
    right: list[frozenset[int]] = []
    first = chunk[index + 1] if index + 1 < len(chunk) else None
    first = None if _are_entries(chunk[index + 1 : index + 3]) else first
    if first and first.role is not Role.CODE and not first.struck and (both := twice(first.text, group)):
        return both
    named = _named(chunk[index + 1 :], chunk, group, ask) if first and not first.struck else None
    if again is not None or named or (first and mark_of(first.text)):
        return again or named or ticked(chunk[index + 1 :], group, ask)
    for line in chunk[index + 1 : index + 1 + _FOLLOWING] if first else ():
        numbered = line.own_number is not None or phrases.numbered(line.text) is not None
        skipped = line.role is Role.CODE or line.struck or numbered or mark_of(line.text) is not None
        value = phrases.bare(line.text)
        own = frozenset() if line.struck or line.own_number is None else by_own_number(line, group)
        own = own or (as_code(line, group) if line is first else own)
        if own:
            right.append(own)
            continue
        value = striking.without_correction(value) if line.mended and not right else value
        noted = not right and (_NOTED.fullmatch(value) is not None or _is_explained(value, chunk[index + 1 :], group))
        noted = noted or (not right and has_own_words(value, group))
        judged = (
            _JUDGED.match(phrases.bare(by_label(line.text, group)))
            if index + 1 == chunk.index(line) and group.labels
            else None
        )
        if judged and bool(judged["false"]) is ask.false and not skipped:
            return resolve(judged["label"], group)
        reasoned = _REASONED.fullmatch(value) if not right and not skipped else None
        if reasoned and group.labels and (of_label := _with_reason(reasoned, group)):
            return of_label
        said = phrases.undecorated(line.text) if right else _with_label_apart(line.text, chunk[index + 1 :])
        apart = not right and _SET_APART.fullmatch(said) is not None
        value = said if apart else value
        noted = noted or apart
        found = (
            None if skipped else resolve(value, group, strictly=not noted) or by_text(phrases.plain(line.text), group)
        )
        if found is None or judges or answerlines.answer(line.text) is not None:
            break
        right.append(found)
    if (len(right) > 1 and any(len(each) > 1 for each in right)) or (right and _goes_on(chunk, index, group, right)):
        return None
    return frozenset().union(*right) or None


def _are_entries(lines: Sequence[Line]) -> bool:
    """Whether two lines are entries of a list of answers, by numbers that count on (``1 (1)　…``, ``2 (2)　…``)."""
    found = [_ENTRY.match(line.text) for line in lines if line.role is Role.TEXT]
    numbers = [int(each["number"]) for each in found if each]
    return len(numbers) == len(("one", "next")) and numbers[1] == numbers[0] + 1


def _named(beneath: Sequence[Line], chunk: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that the first line beneath an announcement comes to as what the question asks for."""
    if beneath[0].role is Role.CODE:
        return None
    named = called(beneath[0], chunk, group) or _each_led_to(beneath[0], chunk, group, ask)
    return named or _concluded(beneath, group, ask)


def _each_led_to(line: Line, chunk: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choices that the things which the question names lead to, one each (``画像 → 白い箱、音声 → 青い箱。``)."""
    clauses = [_LEADS_TO.fullmatch(each) for each in phrases.plain(line.text).rstrip("。. ").split("、")]
    led = [each for each in clauses if each]
    if len(led) != ask.wanted or len(led) != len(clauses) or not led[1:] or ask.negative:
        return None
    asked = folded(" ".join(each.text for each in chunk[: group.start] if each.role is Role.TEXT))
    words = [folded(option.words) for option in group.options]
    named = [folded(each["words"]) for each in led]
    fits = all(words.count(each) == 1 for each in named) and len(set(named)) == len(named)
    fits = fits and all(folded(each["thing"]) in asked for each in led)
    return frozenset(map(words.index, named)) if fits else None


def _concluded(beneath: Sequence[Line], group: Group, ask: Ask) -> frozenset[int] | None:
    """The choice with whose words a reason concludes, as the answer that is announced (``…できるので、白い箱。``).

    No line beneath comes to another one, or thinks again.
    """
    if ask.negative or (ask.wanted or 1) > 1:
        return None
    right, *others = (concluding.named_in_words(line.text, group) for line in beneath[:_FOLLOWING])
    prose = [line.text for line in beneath if line.role is not Role.CODE]
    unsure = any(each and each != right for each in others) or any(map(hedged, prose))
    return None if unsure else right


def _goes_on(chunk: Sequence[Line], index: int, group: Group, right: Sequence[frozenset[int]]) -> bool:
    """Whether what stands beneath an announcement tells another choice, too, by its label and words.

    Then it lists them all again, each with a comment: as an answer to each, or as what explains it. Behind the
    paragraph or box only where the first stands alone on its line: a title, beneath which it is answered.
    """
    first = chunk[index + 1]
    titled = _whole(first, group) in right
    told = (line for line in chunk[index + 2 :] if titled or line.block is first.block)
    return any(each and each not in right for each in (_whole(line, group) for line in told))


def _whole(line: Line, group: Group) -> frozenset[int]:
    """The choice that a line tells as a whole, by its label, or its number in a list, and its words."""
    if line.own_number is not None:
        return by_own_number(line, group)
    opened = labels.opening(line.text)
    return (resolve(phrases.bare(line.text), group, strictly=True) if opened else None) or frozenset()


def _with_label_apart(text: str, beneath: Sequence[Line]) -> str:
    """A line with a circled figure or a half-width letter before it as a label with a wide space behind.

    ``④ウォルポール。…`` is the fourth, ``ｱ　半分ずつ…`` is ア; not where other lines beneath begin so, too: they may be
    the answers to several questions.
    """
    said = phrases.undecorated(text)
    found = _SIGN_OF_LABEL.match(said)
    if not found or sum(_SIGN_OF_LABEL.match(phrases.undecorated(line.text)) is not None for line in beneath) > 1:
        return said
    return f"{labels.normal(found[1])}　{said[found.end() :]}"


def _with_reason(found: re.Match[str], group: Group) -> frozenset[int] | None:
    """The choices that labels before an arrow name, if it leads to nothing but what explains them."""
    named = labels.answer_labels(found["labels"], group.labels)
    if not named or named[1].strip() or not explains(found["why"], group.labels, named[0]):
        return None
    if takes_back(f"→ {found['why']}", group.labels, named[0]):
        return None  # 1 → 3 (確認済)
    return frozenset(map(group.labels.index, named[0]))


def _is_explained(value: str, beneath: Sequence[Line], group: Group) -> bool:
    """Whether a line is the answer with its explanation (``B … 理由``): the only one there that begins with a label."""
    opened = [found[0] for line in beneath if (found := labels.opening(line.text)) and found[0] in group.labels]
    said = (_EXPLAINED.fullmatch(phrases.bare(line.text)) for line in beneath)
    opened += [each["label"] for each in said if each]
    opened = [label for each in opened if (label := labels.normal(each)) in group.labels]
    explained = _EXPLAINED.fullmatch(value)
    return explained is not None and not set(opened) - {labels.normal(explained["label"])}


def called(line: Line, chunk: Sequence[Line], group: Group) -> frozenset[int] | None:
    """The choices that a line, and no other beneath the choices, calls what the question asks for."""
    above = (each.text for each in reversed(chunk[: group.start]) if each.role is not Role.CODE)
    asking = next(filter(phrases.is_question, above), "")
    right = named_as_asked(line.text, asking, group)
    others = (each for each in chunk[group.end :] if right and each is not line)
    return None if any(named_as_asked(each.text, asking, group) is not None for each in others) else right or None


def twice(text: str, group: Group) -> frozenset[int] | None:
    """The choice that a line names by its words and its label; None where it does not."""
    label = named_twice(text, group.options)
    return frozenset([group.labels.index(label)]) if label else None
