"""What a writer struck out: withdrawn, so that an answer is what is left."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studynotes.questions.words import answerlines, labels, phrases
from studynotes.questions.words.labels import KATAKANA
from studynotes.questions.words.readings import without_readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studynotes.model import Cell, Inline

_TAG = re.compile(r"<(?P<ends>/?)(?:s|del|strike)\b", re.IGNORECASE)
_ARROW = re.compile(r"^\s*(?:→|⇒|➡|⇨|->|=>)\s*")
# What answers a question and is no choice's words: a label (``(5)``, ``A``), labels, a verdict.
_SHORT = re.compile(
    rf"[\s　]*(?:[(（「\[]?(?:10|[1-9１-９]|[A-Ja-jＡ-Ｊ]|[{KATAKANA}]|[①-⑩ⓐ-ⓙ])[)）」\].．]?[\s　、,・]*)+"
    r"|[\s　]*[○◯〇×✕☓✗✘❌⭕]\ufe0f?[\s　]*"
)

# What stands instead of a struck-out answer may say that it was corrected, and why: C（2周目で訂正）, （写し間違い）
_SLIP = (
    r"(?:(?:見|写し|書き|読み|打ち|押し)間違(?:い|え(?:て(?:い)?まし|て(?:い)?)?た)|(?:写し|書き|打ち|入力|転記|記入|タイプ|変換)?ミス"
    r"|誤[記植字])(?:でした|だった|です)?"
)
_MENDED = r"[\s\d/.年月日:-]*(?:に|の|で|を|は)?\s*(?:訂正|修正|変更|直し)(?:ました|した|た|済み?)?"
_CHECKED = r"[^()（）。、?？]{0,16}確認(?:済み?|した|しました)[。、]\s*"  # 公式で確認済み。写し間違えていた
_CORRECTED = re.compile(
    r"(?:に|で|を|は)?(?:訂正|修正|変更)(?:しました|した|済み?)?(?=[。、,)]|$)"
    rf"|\s*[(（](?:{_CHECKED})?(?:{_SLIP}(?:[。、]?{_MENDED})?|{_MENDED})[。]?[)）]\s*$"
)


def with_tags_read(runs: Sequence[Inline]) -> Sequence[Inline]:
    """The runs, those between ``<del>`` and ``</del>`` struck out as ``~~…~~`` is."""
    if not any(run.kind == "html" and _TAG.match(run.text) for run in runs):
        return runs
    result: list[Inline] = []
    deleted = False
    for run in runs:
        tag = _TAG.match(run.text) if run.kind == "html" else None
        if tag:
            deleted = not tag["ends"]
        else:
            result.append(replace(run, deleted=True) if deleted else run)
    return result


def is_struck(runs: Iterable[Inline]) -> bool:
    """Whether any words are struck out."""
    return any(run.deleted and run.text.strip() for run in runs)


def answers(value: str) -> bool:
    """Whether a line gives an answer: one that is struck out as a whole is withdrawn, not only gone."""
    return answerlines.answer(value) is not None


def left_of(runs: Sequence[Inline], *, is_item: bool) -> Sequence[Inline] | None:
    """The runs that are left of a line without what is struck out of it; None where that cannot be told.

    A label or a verdict that is struck out is withdrawn wherever it stands (``~~(5)~~ (4)``, ``~~A~~ → C``), other
    words in lines that are no choices and no list's items: a choice that is struck out is one that the writer ruled
    out, and is still there. Nothing can be told where nothing is left of an answer.
    """
    gone = "".join(run.text for run in runs if run.deleted)
    kept = [run for run in _without_arrows(runs) if not run.deleted]
    whole, rest = "".join(run.text for run in runs), "".join(run.text for run in kept)
    given = answers(whole) or phrases.numbered(whole) is not None
    if not _SHORT.fullmatch(gone) and not given and (is_item or labels.opening(whole) is not None):
        return None
    if not phrases.bare(rest) or answerlines.answer(rest) == "":
        return None
    return kept


def has_more(runs: Sequence[Inline]) -> bool:
    """Whether a choice that is struck out has other words: not only a label, signs, or what stands in brackets."""
    rest = "".join(run.text for run in runs if not run.deleted)
    label = labels.opening(rest.rstrip() + " x")
    behind = rest[label[1] :] if label else rest
    return re.search(r"[^\W×✕☓○◯〇_]", re.sub(r"[(（][^()（）]*[)）]|[←→].*", "", behind)) is not None


def left_in(cell: Cell) -> str:
    """A table cell's words without those that are struck out, and without readings."""
    runs = with_tags_read(without_readings(cell.inlines))
    if not is_struck(runs) and runs is cell.inlines:
        return cell.text
    return "".join(" " if "break" in run.kind else run.text for run in _without_arrows(runs) if not run.deleted).strip()


def _without_arrows(runs: Sequence[Inline]) -> list[Inline]:
    """The runs without an arrow that leads from what is struck out to what is left."""
    result: list[Inline] = []
    for run in runs:
        if result and result[-1].deleted and not run.deleted:
            result.append(replace(run, text=_ARROW.sub("", run.text)))
        else:
            result.append(run)
    return result


def without_correction(said: str) -> str:
    """What stands instead of a struck-out answer, without the note that it was corrected, or was a slip."""
    return _CORRECTED.sub("", said)
