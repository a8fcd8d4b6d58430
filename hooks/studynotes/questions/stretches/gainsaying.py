"""What speaks against an answer: a line that takes it back, a doubt, an explanation that concludes otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.questions.elsewhere import remarks
from studynotes.questions.question import folded
from studynotes.questions.stretches.payloads import payload_of
from studynotes.questions.stretches.verdict import Verdict, trouble
from studynotes.questions.text import headings
from studynotes.questions.text.judgements import right_by_verdicts, verdicts_by_label
from studynotes.questions.text.legend import changes_to
from studynotes.questions.text.lines import Line, Role
from studynotes.questions.words import (
    answerlines,
    calculating,
    concluding,
    labels,
    opposing,
    owngraded,
    phrases,
    reasons,
    rejecting,
    retelling,
    retracting,
    striking,
    upholding,
)
from studynotes.questions.words.differing import differs
from studynotes.questions.words.disowning import denies_marks
from studynotes.questions.words.doubting import doubts
from studynotes.questions.words.marks import said_of_labels

MARKS_JUDGED = "the choice that is marked is called wrong here"
ANSWER_JUDGED = "the own answer is called wrong here"
_AFTER_ALL = re.compile(
    r"[→⇒\s]*(?:やっぱり?|やはり|いや|待って|ほんとは|本当は|実は)[、:]?\s*(?P<words>.+?)(?:だった|です|でした|だ|か|かも|では)?[?。!]*"
)

_ONE_LABEL = rf"10|[1-9]|[A-Ja-j]|[{labels.KATAKANA}]"
# これは２！絶対わすれない
_IS_THIS = re.compile(
    rf"(?:これ|ここ|この(?:問題?|設問))は、?[(「]?(?P<label>{_ONE_LABEL})[)」]?(?:です|だ|番)?(?:[!。]|$)"
)
_OF_OTHER_TIME = re.compile(
    rf"(?:選択肢|肢)?\s*(?P<labels>[(「]?(?:{_ONE_LABEL})[)」]?(?:\s*[、,・と]\s*[(「]?(?:{_ONE_LABEL})[)」]?)*)\s*は、?\s*"
    r"(?:法)?改正(?:より)?前の(?:考え方|規定|規則|制度|内容|数字|数値|基準|ルール|説明|年齢|要件|期間|条文)"
    r"(?:です|である|だった|でした|だ|なので誤り)?[。.]?"
)
_LABEL = rf"[(「]?(?<![A-Za-z0-9ァ-ヺー])(?:{_ONE_LABEL})(?![A-Za-z0-9ァ-ヺー])[)」]?"
_SLIP = re.compile(
    rf"最初(?:は|に)?、?\s*(?P<old>{_LABEL})\s*(?:(?:と|に|って)[^。、]{{0,12}}?(?:が|けど|けれども?|のは|ものの)、?\s*|[とにを]\s*)"
    r"(?:転記|写し|入力|書き|打ち)(?:(?:ミス|間違い|誤り)(?:だった|でした|です)?|(?:間違え|まちがえ)て?(?:い?た|いました))"
    r"(?:。|$)(?P<rest>.*)"
)
_NAMED = re.compile(_LABEL)
_IN_ROW = re.compile(r"(?:^|(?<=\s))[(\[]?(?P<number>\d{1,3})[)\]]")  # (7)2　(9)3
_ROW = 3  # answers, at least
_OF_ANSWER = re.compile(r"答|正解|問|[①-⑳]|[A-Ja-j](?![A-Za-z])|[上↑]")

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from studynotes.questions.stretches.groups import Group
    from studynotes.questions.text.judgements import Ask


def taken_back(chunk: Sequence[Line], group: Group, *, by_mark: bool) -> Verdict | None:
    """A line after the choices that corrects the answer, or calls it wrong where it may be the learner's own."""
    own = _numbers(chunk, group)
    after = [line for line in chunk[group.end :] if line.role is not Role.CODE and not _is_of_another(line, own)]
    revising = next((line for line in after if answerlines.revises(line.text) and not payload_of(line, group)), None)
    if revising:
        return trouble(revising.number, "the answer is corrected here", "write it once, as it is now")
    among = [line for line in chunk[group.start : group.end] if line.role is not Role.CODE]
    marked = [*among, *after] if by_mark else []  # right beneath an item without a blank line, what is said is within
    denying = next((line for line in marked if denies_marks(line.text) and not changes_to(line.text)), None)
    if denying:
        return trouble(denying.number, "the marks are said to be no answer here", "write the answer: “正解：…”")
    words = {answerlines.word(line.text) for line in after if payload_of(line, group)}
    judging = next((line for line in after if answerlines.judges(line.text)), None)
    if judging and "key" not in words and (words or by_mark):
        graded = ANSWER_JUDGED if words else MARKS_JUDGED
        what = graded if answerlines.grades(judging.text) else "the answer given above is called wrong here"
        return trouble(judging.number, what, "write the right one: “正解：…”")
    return None


def doubted(chunk: Sequence[Line], group: Group, right: frozenset[int]) -> Verdict | None:
    """Where a choice or the answer is doubted; that another one was right at another time doubts nothing."""
    own = _numbers(chunk, group)
    for what, lines in (("a choice", chunk[group.start : group.end]), ("the answer", chunk[group.end :])):
        told = (line for line in lines if line.role is not Role.CODE and doubts(_behind_label(line, group)))
        told = (line for line in told if not _is_of_other_time(line, group, right))
        told = (line for line in told if not _tells_of_slip(line, group, right))
        told = (line for line in told if not _doubts_another(line, own) and not _heads_list(line))
        line = next((line for line in told if not _is_of_another(line, own)), None)
        line = line or (_rethought(lines, group) if what == "the answer" else None)
        if line:
            return trouble(line.number, f"{what} is doubted here", "settle it, and leave out the doubt")
    return None


def retracted(group: Group, right: frozenset[int]) -> Verdict | None:
    """A choice marked as the answer whose own line takes the mark back, or doubts it."""
    lines = [option.line for option in group.options]
    marked = [line for at, line in enumerate(lines) if at in right and group.options[at].verdict]
    others = [line.text for at, line in enumerate(lines) if at not in right]
    if (
        not marked
        or len({id(line) for line in lines}) < len(lines)
        or not retracting.takes_back([each.text for each in marked], others)
    ):
        return None
    return trouble(marked[0].number, "the mark on a choice is doubted here", "mark the right one, and no other")


def _heads_list(line: Line) -> bool:
    """Whether a line is the title of a list in its own paragraph (``■ あとで調べる``), which speaks of no answer."""
    rest = line.block.text.split("\n")[1:] if headings.is_set_off(line) else []
    return rest != [] and all(phrases.bulleted(each) and not _OF_ANSWER.search(each) for each in rest)


def _doubts_another(line: Line, own: Collection[str]) -> bool:
    """Whether a row of answers by number doubts that of another question alone (``(7)2　(8)1 ←要確認　(9)3``).

    What stands behind the row's last answer may be said of all of them.
    """
    said = phrases.plain(line.text)
    entries = list(_IN_ROW.finditer(said))
    numbers = [entry["number"] for entry in entries]
    ours = [number in own for number in numbers]
    if len(entries) < _ROW or len(set(numbers)) < len(numbers) or sum(ours) != 1:
        return False
    ends = [entry.start() for entry in entries[1:]]
    apart = [said[entry.start() : end] for entry, end, our in zip(entries, ends, ours, strict=False) if not our]
    return any(map(doubts, apart)) and not doubts(_without(said, apart))


def _tells_of_slip(line: Line, group: Group, right: frozenset[int]) -> bool:
    """Whether a line says of another choice that it was noted by mistake, and of no other than the answer that it is.

    ``最初Bと書いていたが写し間違い。見直したらCだった`` tells how the wrong one came about; the rest may doubt nothing.
    """
    found = (
        _SLIP.search(phrases.plain(line.text)) if len(line.text) <= phrases.LONGEST and "最初" in line.text else None
    )
    if not found or len(right) != 1 or not group.labels:
        return False
    rest = found["rest"]
    named = [labels.normal(each.strip("(「」)")) for each in _NAMED.findall(rest)]
    own = group.labels[min(right)]
    old = labels.normal(found["old"].strip("(「」)"))
    return old in group.labels and old != own and set(named) <= {own} and not doubts(rest)


def _without(said: str, parts: Sequence[str]) -> str:
    """A text without some parts of it."""
    for part in parts:
        said = said.replace(part, "", 1)
    return said


def _is_of_other_time(line: Line, group: Group, right: frozenset[int]) -> bool:
    """Whether a line says of choices that are not the answer that they are of another time (``B は改正前の考え方``)."""
    found = _OF_OTHER_TIME.fullmatch(phrases.bare(line.text)) if "改正" in line.text else None
    named = {labels.normal(label) for label in re.findall(_ONE_LABEL, found["labels"])} if found else set()
    return bool(named) and named <= {label for at, label in enumerate(group.labels) if at not in right}


def _rethought(lines: Sequence[Line], group: Group) -> Line | None:
    """The line that comes to a choice after all, by its words or its label (``→ やっぱり流動負債``, ``実はア``)."""
    words = {folded(said) for option in group.options for said in (option.words, option.label) if said}
    told = (line for line in lines if line.role is not Role.CODE and len(line.text) <= phrases.LONGEST)
    found = ((line, _AFTER_ALL.fullmatch(phrases.bare(line.text))) for line in told)
    return next((line for line, each in found if each and folded(each["words"]) in words), None)


def called_answer(chunk: Sequence[Line], group: Group, right: frozenset[int], ask: Ask) -> Verdict | None:
    """A line that calls another choice the answer to just this question (``これは２！``), wherever it stands."""
    if ask.several:
        return None
    options = {id(option.line) for option in group.options}
    for line in chunk[group.start :]:
        said = line.text.lstrip("→⇒←*※ 　")
        found = _IS_THIS.match(phrases.plain(said)) if said[:1] == "こ" and id(line) not in options else None
        label = labels.normal(found["label"]) if found else ""
        if label in group.labels and group.labels.index(label) not in right:
            return trouble(line.number, f"{label} is called the answer here", "leave one of them")
    return None


def _behind_label(line: Line, group: Group) -> str:
    """A line's text, of a choice what stands behind its label: the え of え. is no exclamation.

    Where something is struck out in it, the slip that is told (``~~ロ~~ → ハ（写し間違い）``) is that one.
    """
    if line.mended:
        return striking.without_correction(line.text)
    option = next((option for option in group.options if option.line is line), None)
    label = labels.opening(line.text) if option and option.label else None
    return line.text[label[1] :] if label else line.text


def _numbers(chunk: Sequence[Line], group: Group) -> Collection[str]:
    """The numbers that the lines above choices have."""
    numbers = (phrases.number(line.text) or phrases.part_number(line.text) for line in chunk[: group.start])
    return {number for number in numbers if number}


def _is_of_another(line: Line, own: Collection[str]) -> bool:
    """Whether a line is in a list of answers, or a remark, of another question: it has that one's number alone.

    Of ``2-3`` the figures count, too: within its part it may be called 問3.
    """
    own_number = phrases.number(line.text) or phrases.part_number(line.text)
    told = {*remarks.numbers_of(line.text), own_number} - {""}
    parts = {part for number in own for part in (number, *number.split("-"))}
    meant = own if any("-" in number for number in told) else parts  # 2-2 holds the 2 of 2-4, and is not it
    return bool(parts and told) and not told & parts and not any(part in phrases.plain(line.text) for part in meant)


def contradiction(chunk: Sequence[Line], group: Group, right: frozenset[int], ask: Ask) -> Verdict | None:
    """What the explanation says against the key. Where the question asks for what does not hold, B（誤り） is it."""
    known = group.labels
    own = _numbers(chunk, group)
    for line in chunk[group.end :]:
        if line.role is Role.CODE or _is_of_another(line, own):
            continue
        against = _answers_otherwise(line, group, right, _asked(chunk, group), ask)
        if against:
            return trouble(line.number, *against)
        for label, verdicts in _said_of(line.text, known, negative=ask.negative).items():
            if label not in known:
                continue
            is_right = known.index(label) in right
            if (not is_right) in verdicts:
                said = "wrong" if is_right else "right"
                return trouble(
                    line.number, f"the explanation calls {label} {said}, the answer does not", "make the two agree"
                )
    return _against_as_a_whole(chunk, group, right, ask)


def _answers_otherwise(line: Line, group: Group, right: frozenset[int], asked: str, ask: Ask) -> tuple[str, str] | None:
    """How a line gives or concludes with another answer, and the remedy; None if it does not."""
    if differs(line.text, group, right, negative=ask.negative):
        return "another answer is given here", "leave one of them"
    label = reasons.chosen(line.text, asked, group, right) if ask.negative else ""
    if label:
        return f"the explanation calls {label} what is asked for, the answer does not", "make the two agree"
    if reasons.renewed(line.text, group, right):
        return "another choice is said to hold from some time on", "write the answer as it is now"
    other = concluding.concludes(line.text, group, right, negative=ask.negative)
    return (f"the explanation concludes with {other}, the answer does not", "make the two agree") if other else None


def _against_as_a_whole(chunk: Sequence[Line], group: Group, right: frozenset[int], ask: Ask) -> Verdict | None:
    """What all that is told beneath the choices says against the key."""
    known = group.labels
    told = [line for line in chunk[group.end :] if line.role is not Role.CODE]
    label = reasons.alone([line.text for line in told if not payload_of(line, group)], group)
    if label and known.index(label) not in right and not ask.several:
        return trouble(told[0].number, f"{label} stands alone beneath another answer", "leave one of them")
    if reasons.are_shifted([line.text for line in told], group):
        return trouble(told[0].number, "the reasons tell of other choices than their labels", "make the two agree")
    judged = right_by_verdicts(told, known, ask)
    if judged and judged != right and len(judged) == len(right):
        return trouble(told[0].number, "the verdicts on the choices and the answer differ", "make the two agree")
    texts = [line.text for line in told]
    picked = calculating.comes_to_another(texts, group, right)
    picked = upholding.picks_another(texts, group, right) if picked is None else picked
    picked = reasons.asserts(texts, _asked(chunk, group), group, right) if picked is None and ask.negative else picked
    picked = retelling.eliminates(texts, group, right) if picked is None else picked
    at = picked if picked is not None or ask.negative else _otherwise(chunk, texts, group, right)
    if at is not None:
        what = "the explanation concludes with another choice than the answer"
        return trouble(told[at].number, what, "make the two agree")
    return None


def graded_otherwise(chunk: Sequence[Line], group: Group, right: frozenset[int]) -> Verdict | None:
    """The line beneath the last choice that grades somebody's own answer, and not as the answer does."""
    named = frozenset(group.labels[index] for index in right) if group.labels else frozenset()
    last = max(option.line.number for option in group.options)
    beneath = (line for line in chunk[group.start :] if line.number > last and line.role is not Role.CODE)
    line = next((each for each in beneath if named and owngraded.is_at_odds(each.text, group.labels, named)), None)
    what = "the own answer is graded otherwise than the answer"
    return trouble(line.number, what, "make the two agree") if line else None


def refused(chunk: Sequence[Line], group: Group, right: frozenset[int], ask: Ask) -> Verdict | None:
    """A reason that refuses the answer (``Aは…ので、だめ。``), where nothing else is called so, or by that letter.

    A question may be about what is refused, or about something whose name is a choice's label (a class A in its code).
    """
    if ask.negative or not group.labels:
        return None
    asked = phrases.plain("\n".join(line.text for line in chunk[: group.end]))
    stem = phrases.plain("\n".join(line.text for line in chunk[: group.start]))
    for line in chunk[group.end :]:
        for label, word in rejecting.refused(line.text, group.labels) if line.role is not Role.CODE else ():
            named = re.search(rf"(?<![A-Za-z0-9ァ-ヺー]){label}(?![A-Za-z0-9ァ-ヺー])", stem)
            if group.labels.index(label) in right and word not in asked and not named:
                return trouble(line.number, f"the explanation refuses {label}", "make the two agree")
    return None


def _said_of(text: str, known: Sequence[str], *, negative: bool) -> dict[str, set[bool]]:
    """What a line says of labels; that a statement holds or not only where the question asks for one that does."""
    result = said_of_labels(text, naming_only=negative)
    for label, verdict in () if negative else verdicts_by_label([text], known).items():
        result.setdefault(label, set()).add(verdict)
    return result


def comes_to_another(told: Sequence[str], group: Group, right: frozenset[int], ask: Ask) -> bool:
    """Whether what is told with an answer in a list concludes with another choice, by its label or its words."""
    if any(concluding.concludes(each, group, right, negative=ask.negative) for each in told):
        return True
    if any(differs(each, group, right, negative=ask.negative) for each in told):
        return True
    if any(calculating.leads_to_another(each, group, right) for each in told):
        return True
    if ask.negative:
        return False
    in_words = concluding.concludes_in_words(told, group, right) is not None
    return in_words or upholding.swaps(told, group, right) or opposing.tells_of_opposite(told, group, right) is not None


def _asked(chunk: Sequence[Line], group: Group) -> str:
    """The line right above a question's choices."""
    return next((line.text for line in reversed(chunk[: group.start]) if line.role is not Role.CODE), "")


def _otherwise(chunk: Sequence[Line], told: Sequence[str], group: Group, right: frozenset[int]) -> int | None:
    """The index of the line of an explanation that has another choice for its outcome; None if none has."""
    at = concluding.concludes_in_words(told, group, right)
    stem = _asked(chunk, group)
    at = retelling.answers_otherwise(told, stem, group, right) if at is None else at
    at = retelling.denies_quoted(told, group, right) if at is None else at
    at = retelling.tells_apart(told, stem, group, right) if at is None else at
    at = opposing.tells_of_opposite(told, group, right) if at is None else at
    return upholding.upholds_another(told, stem, group, right) if at is None else at
