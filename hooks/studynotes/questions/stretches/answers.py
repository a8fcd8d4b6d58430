"""The key of a written-out question: what answer line, marks and explanation say, and whether they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import remarks
from studynotes.questions.stretches import gainsaying
from studynotes.questions.stretches.again import marked_again
from studynotes.questions.stretches.lastwords import come_to
from studynotes.questions.stretches.payloads import is_bare_answer, payload_of
from studynotes.questions.stretches.romans import in_katakana
from studynotes.questions.stretches.ticking import ticked
from studynotes.questions.stretches.verdict import Verdict, trouble
from studynotes.questions.stretches.wholes import as_code, by_own_number, count_questions, counts_on, is_of_learner
from studynotes.questions.text.asking import is_idle
from studynotes.questions.text.judgements import judges_all, right_by, right_by_verdicts
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.text.reasoned import SPEAKER, judged_by_reasons, named_by_reasons, named_in_prose
from studynotes.questions.words import answerlines, concluding, labels, phrases, retelling
from studynotes.questions.words.differing import differs
from studynotes.questions.words.disowning import unsettled
from studynotes.questions.words.firstwords import by_label, named_as_asked, named_first, said_first
from studynotes.questions.words.keyline import by_text, explains, has_own_words, resolve
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.marks import mark_of, named_right
from studynotes.questions.words.namedtwice import named_twice

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
_SIGN_OF_LABEL = re.compile(r"([①-⑩]|[ｱ-ｺ](?=[\s　]))[\s　]*(?=[^\s　①-⑩、,，・/／と〜～~\-])(?!.*[①-⑩])")
# What stands instead of a struck-out answer may say that it was corrected: 正解：C（2周目で訂正）
_CORRECTED = re.compile(
    r"(?:に|で|を|は)?(?:訂正|修正|変更)(?:しました|した|済み?)?(?=[。、,)]|$)"
    r"|\s*[(（][\s\d/.年月日:-]*(?:に|の|で)?\s*(?:訂正|修正|変更|直し)(?:ました|した|た|済み?)?\s*[)）]\s*$"
)
# 3 → 500,000×2% = 10,000; 1 と 4 → 内部取引
_REASONED = re.compile(r"(?P<labels>[^→⇒➡]{1,12}?)\s*(?:→|⇒|➡)\s*(?P<why>[^→⇒➡]{4,})")
NAMES_NONE = "what stands beneath names none of the choices"
LEFT_BLANK = "the answer is left blank"
_FOLLOWING = 6  # lines beneath an answer's announcement that may list it


def key_of(chunk: Sequence[Line], group: Group, ask: Ask, listed: str = "") -> Verdict:
    """The key of ``group``; ``ask`` is what the question asks for (how many, what does not hold, …).

    ``listed`` is the answer that the file's list of answers gives, if it has one.

    Rule: every answer line after the choices must name choices, all must name the same ones, no later line may take
    it back (``訂正：…``, ``判定：×`` beneath 回答), and marks (``✓``, ``❌``, ``（正解）``) and the explanation
    (``A は誤り``) must not contradict them. Without an answer line, marks alone make the key where at least one
    choice is marked right and at least one is not.
    """
    given = _given(chunk, group, ask)
    marked = _marked(group, ask) or judged_by_reasons(chunk, group, ask) or frozenset()
    from_list = _from_list(listed, group) if listed else None
    if from_list and (given is None or (isinstance(given, Verdict) and given.blank)):
        given = from_list, group.options[0].line.number
    if isinstance(given, Verdict):
        return given
    if given and from_list and (from_list != given[0] or _says_otherwise(listed, group, from_list, ask)):
        return trouble(given[1], "the list of answers gives another answer", "make the two agree")
    if given is None and isinstance(marked, Verdict):
        return marked
    marks = frozenset() if isinstance(marked, Verdict) else marked
    right, line = given or (marks, group.options[0].line.number)
    if not right:
        return Verdict(line=line)
    doubt = _doubt(group, right, marks if given else frozenset(), ask)
    if doubt:
        return trouble(line, *doubt)
    verdict = Verdict(right, answered=True, marked=given is None)
    against = gainsaying.taken_back(chunk, group, by_mark=given is None) or gainsaying.doubted(chunk, group, right)
    return against or gainsaying.contradiction(chunk, group, right, ask) or verdict


def _from_list(listed: str, group: Group) -> frozenset[int] | None:
    """The choices that an answer from elsewhere names; by their words, there may be several, a line each."""
    if "\n" in listed:
        named = [by_text(words, group) for words in listed.split("\n")]
        return frozenset().union(*(each for each in named if each)) if all(named) else None
    return resolve(listed.strip(), group) or resolve(phrases.bare(listed), group)


def _says_otherwise(listed: str, group: Group, right: frozenset[int], ask: Ask) -> bool:
    """Whether an entry of a list of answers says more than its key, and that gives another one."""
    return differs(listed, group, right, negative=ask.negative) or retelling.tells_of_another(listed, group, right)


def mended_key(chunk: Sequence[Line], group: Group, ask: Ask, listed: str, mended: str) -> Verdict:
    """The key of a question of which a remark says that another choice is right (``ア エ``: not ア but エ).

    The question's own answer must be the one that the remark takes back, and nothing may speak against the new one.
    """
    old, new = mended.split()
    told = [line for line in chunk if line.role is Role.CODE or not remarks.mended_in(line.text)]
    verdict = key_of(told, group, ask, listed)
    indexes = [group.labels.index(label) for label in (old, new) if label in group.labels]
    if verdict.trouble or len(indexes) != len((old, new)) or verdict.right != {indexes[0]}:
        return trouble(group.options[0].line.number, "a remark corrects this answer", "write it once, as it is now")
    right = frozenset(indexes[1:])
    rest = [*told[: group.end], *(line for line in told[group.end :] if not is_bare_answer(line, group))]
    return gainsaying.contradiction(rest, group, right, ask) or replace(verdict, right=right)


def _marked(group: Group, ask: Ask) -> frozenset[int] | Verdict:
    """What the marks on the choices say is right."""
    verdicts = [option.verdict for option in group.options]
    if all(option.named for option in group.options if option.verdict is not None):
        return frozenset(index for index, verdict in enumerate(verdicts) if verdict)
    right = right_by(verdicts, ask)
    if right is None and any(verdicts):
        return trouble(
            group.options[0].line.number,
            "marks on choices that do not tell for sure which one is asked for",
            "write “正解：…” beneath the choices",
        )
    return right or frozenset()


def _doubt(group: Group, right: frozenset[int], marked: frozenset[int], ask: Ask) -> tuple[str, str] | None:
    """What in the question itself speaks against the key, and what to do about it."""
    refused = frozenset(
        index
        for index, option in enumerate(group.options)
        if option.verdict is False and (option.named or not ask.negative)
    )
    if marked and marked != right:
        return "the answer and the marks on the choices disagree", "make them agree"
    if right & refused:
        return "a choice is both marked wrong and given as the answer", "make mark and answer agree"
    if len(right) == len(group.options):
        return "all choices are right", "leave out the question, or add wrong choices"
    if ask.wanted is not None and ask.wanted != len(right):
        return f"the question wants {ask.wanted} choices, the answer names {len(right)}", "make the two agree"
    return None


@dataclass(frozen=True, slots=True)
class _Named:
    """An answer line: what it names (None: nothing that can be followed), and its word (``key``, ``reply``, …)."""

    line: Line
    payload: str
    right: frozenset[int] | None
    word: str


def _given(chunk: Sequence[Line], group: Group, ask: Ask) -> tuple[frozenset[int], int] | Verdict | None:
    """What the answer lines name; a :class:`Verdict` where they cannot be followed; None where there are none."""
    found = list(_answer_lines(chunk, group, ask))
    found = [each for each in found if not is_of_learner(each.word, each.line, chunk[group.end :])]
    named = [each for each in found if each.right]
    said = {each.right for each in named}
    unclear = next(
        (each for each in found if each.payload and not each.right and _by_place(each.payload, group) not in said), None
    )
    if unclear:
        return _unresolved(unclear.line, unclear.payload, group)
    if not named:
        told = _said_to_be_right(chunk, group, ask)
        return told or (_left_blank(chunk, group, found[0].line) if found else None)
    if any(each.right != named[0].right for each in named):
        return trouble(named[1].line.number, "two answers are given, and they differ", "leave one of them")
    return named[0].right or frozenset(), named[0].line.number


def _answer_lines(chunk: Sequence[Line], group: Group, ask: Ask) -> list[_Named]:
    result: list[_Named] = []
    for index in range(group.end, len(chunk)):
        line = chunk[index]
        payload = None if counts_on(line, chunk[group.end :]) else payload_of(line, group)
        if payload is None or (_is_withdrawn(line) and any(payload_of(each, group) for each in chunk[index + 1 :])):
            continue
        which = answerlines.says_which(line.text)
        if (which is True and ask.false) or (which is False and not ask.negative):
            continue  # → 正しいのは2, where the question asks for what is wrong
        counted = not payload and count_questions(chunk[index + 1 :])
        right = resolve(payload, group) if payload or counted else _listed_below(chunk, index, group, ask)
        right = right or (concluding.named_in_words(payload, group) or _twice(payload, group) if payload else None)
        if payload and not right and any(each.mended or _is_withdrawn(each) for each in chunk[group.end : index + 1]):
            right = resolve(_CORRECTED.sub("", payload), group)
        if line.struck:  # nothing is left of the answer, or nobody could tell what
            payload, right = line.text, None
        if right or payload or line.role is not Role.HTML or not phrases.is_reveal(line.text):
            result.append(_Named(line, payload, right, answerlines.word(line.text)))
    return result


def _by_place(payload: str, group: Group) -> frozenset[int] | None:
    """The choices that an answer counts in letters where they have figures, or the other way round; None if not.

    Who pastes an explanation may have numbered anew the choices that it tells of (``4.`` is called D there); that
    confirms an answer, and is none by itself.
    """
    renamed = labels.counted_otherwise(group.labels)
    options = [replace(option, label=label) for option, label in zip(group.options, renamed, strict=False)]
    return resolve(payload, replace(group, options=options)) if renamed else None


def _is_withdrawn(line: Line) -> bool:
    """Whether a line is struck out from its beginning to its end."""
    return line.struck and line.struck_to >= len(line.text.rstrip())


def _said_to_be_right(chunk: Sequence[Line], group: Group, ask: Ask) -> tuple[frozenset[int], int] | None:
    """What the explanation calls the answer (``正解は C です``, ``✅ B: …``), where no line gives it."""
    chunk, group = in_katakana(chunk, group)
    known = group.labels
    lines = [line for line in chunk[group.end :] if line.role is not Role.CODE]
    texts = [line.text for line in lines]
    loose = any(
        concluding.names_choice(text) or said_first(text, known) or named_right(text)
        for at, text in enumerate(texts)
        if unsettled(texts[at : at + 2])
    )
    if loose:
        return None
    beneath = next((line for line in chunk[group.end : group.end + 1] if line.role is not Role.CODE), None)
    idle = is_idle(chunk[: group.start])
    said = {
        named_by_reasons(chunk, group, ask) or named_in_prose(lines, group, ask),
        named_first(beneath.text, group, ask) if beneath and not idle else None,
        _called(beneath, chunk, group) if beneath and not idle else None,
        None if idle else concluding.concluded(texts, group, ask),
        _twice(beneath.text, group) if beneath and not idle and (ask.wanted or 1) == 1 else None,
        None if idle else come_to(chunk, group, ask),
    } - {None}
    if said and frozenset() not in said:
        right = said.pop()
        line = lines[0] if lines else group.options[0].line
        return (right, line.number) if right and not said else None
    if judges_all(lines, known):
        judged = right_by_verdicts(lines, known, ask)
        return (judged, lines[0].number) if judged else None
    named = [
        (line.number, known.index(label))
        for line in lines
        for label in named_right(line.text, naming_only=ask.negative)
        if label in known and not SPEAKER.match(phrases.plain(line.text))
    ]
    right = frozenset(index for _, index in named)
    if len(right) > 1 and len(right) != ask.wanted and not ask.several:
        return None  # ✅ 1（この本） above ✅ 2（あの本）
    return (right, named[0][0]) if named else None


def _called(line: Line, chunk: Sequence[Line], group: Group) -> frozenset[int] | None:
    """The choices that a line, and no other beneath the choices, calls what the question asks for."""
    above = (each.text for each in reversed(chunk[: group.start]) if each.role is not Role.CODE)
    asking = next(filter(phrases.is_question, above), "")
    right = named_as_asked(line.text, asking, group)
    others = (each for each in chunk[group.end :] if right and each is not line)
    return None if any(named_as_asked(each.text, asking, group) is not None for each in others) else right or None


def _twice(text: str, group: Group) -> frozenset[int] | None:
    """The choice that a line names by its words and its label; None where it does not."""
    label = named_twice(text, group.options)
    return frozenset([group.labels.index(label)]) if label else None


def _left_blank(chunk: Sequence[Line], group: Group, line: Line) -> Verdict:
    """An announced answer that is not there; or something is, and it is none."""
    after = chunk[chunk.index(line) + 1 :]
    if not any(each.text.strip() and not phrases.is_explanation(each.text) for each in after[:1]):
        return _unresolved(line, "", group)
    names = ", ".join(group.labels) or "the choices' own words"
    return replace(trouble(line.number, NAMES_NONE, f"write the answer on a line of its own ({names})"), blank=True)


def _unresolved(line: Line, payload: str, group: Group) -> Verdict:
    names = ", ".join(group.labels) or "the choices' own words"
    if not payload:
        return replace(trouble(line.number, LEFT_BLANK, f"write it ({names})"), blank=True)
    if group.labels and labels.answer_labels(payload, group.labels):
        return trouble(
            line.number,
            f"the answer “{payload[:30]}” is not clear",
            f"write nothing but the answer on its line ({names}), and what explains or corrects it elsewhere",
        )
    return trouble(
        line.number,
        f"the answer “{payload[:30]}” names none of the choices",
        f"name it as the choices are named: {names}",
    )


def _listed_below(chunk: Sequence[Line], index: int, group: Group, ask: Ask) -> frozenset[int] | None:
    """The answer in the lines right beneath its announcement, one choice a line, or all of them with marks."""
    again = marked_again(chunk[index + 1 :], group, ask)
    right: list[frozenset[int]] = []
    first = chunk[index + 1] if index + 1 < len(chunk) else None
    if first and first.role is not Role.CODE and not first.struck and (twice := _twice(first.text, group)):
        return twice
    called = _called(first, chunk, group) if first and not first.struck else None
    if again is not None or called or (first and mark_of(first.text)):
        return again or called or ticked(chunk[index + 1 :], group, ask)
    for line in chunk[index + 1 : index + 1 + _FOLLOWING]:
        numbered = line.own_number is not None or phrases.numbered(line.text) is not None
        skipped = line.role is Role.CODE or line.struck or numbered or mark_of(line.text) is not None
        value = phrases.bare(line.text)
        own = frozenset() if line.struck or line.own_number is None else by_own_number(line, group)
        own = own or (as_code(line, group) if line is first else own)
        if own:
            right.append(own)
            continue
        value = _CORRECTED.sub("", value) if line.mended and not right else value
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
        if found is None or answerlines.answer(line.text) is not None:
            break
        right.append(found)
    if (len(right) > 1 and any(len(each) > 1 for each in right)) or (right and _goes_on(chunk, index, group, right)):
        return None
    return frozenset().union(*right) or None


def _goes_on(chunk: Sequence[Line], index: int, group: Group, right: Sequence[frozenset[int]]) -> bool:
    """Whether the paragraph or box beneath an announcement tells another choice, too, by its label and words.

    Then it lists them all again, each with a comment: as an answer to each, or as what explains it.
    """
    block = chunk[index + 1].block
    told = (line for line in chunk[index + 2 : index + 2 + _FOLLOWING * 2] if line.block is block)
    named = (resolve(phrases.bare(line.text), group, strictly=True) for line in told if labels.opening(line.text))
    return any(each and each not in right for each in named)


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
    return frozenset(map(group.labels.index, named[0]))


def _is_explained(value: str, beneath: Sequence[Line], group: Group) -> bool:
    """Whether a line is the answer with its explanation (``B … 理由``): the only one there that begins with a label."""
    opened = [found[0] for line in beneath if (found := labels.opening(line.text)) and found[0] in group.labels]
    said = (_EXPLAINED.fullmatch(phrases.bare(line.text)) for line in beneath)
    opened += [each["label"] for each in said if each]
    opened = [label for each in opened if (label := labels.normal(each)) in group.labels]
    explained = _EXPLAINED.fullmatch(value)
    return explained is not None and not set(opened) - {labels.normal(explained["label"])}
