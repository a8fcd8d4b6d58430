"""Statements that a file calls right or wrong throughout, whatever one heading's part of it has of them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from studynotes.questions.text.lines import Line, Role, item_numbers, lines_of
from studynotes.questions.words.phrases import bare, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studynotes.model import Collection, Section

NAME = "runs"
TRUTH = "truth told"
YES, NO = "○◯〇⭕", "×✕☓✗✘❌✖"
_VERDICT = re.compile(
    rf"\s*(?:→|⇒|➡)\s*(?:(?P<yes>[{YES}])|(?P<no>[{NO}])|$)"
    rf"|\s*(?:(?P<bare_yes>[{YES}])|(?P<bare_no>[{NO}]))\ufe0f?(?:[\s　]+(?P<reason>\S.*))?$"  # by itself
)
# 次の文は正しいか
_ASKED = r"(?:次|以下)の(?:各)?(?:文章?|記述|説明)[^。\n]{0,4}(?:正しい|合って(?:い)?る)(?:です|でしょう)?か(?!た)"
FOR_TRUTH = re.compile(_ASKED)
# What speaks of right and wrong: 正誤, ○か×か, 正しければ○、誤りなら×, 正しいものには○を、誤りには×を
ABOUT_TRUTH = re.compile(
    r"正誤|真偽|正か誤か|正しいか、?(?:それとも)?(?:誤|間違)|[○〇◯]\s*(?:か\s*)?[×✕☓]|マル\s*バツ|一問一答|まるばつ|(?:マル|まる|○)\s*(?:→|=|は)\s*[○〇正]|正しければ"
    r"|(?:正し|適切|合って)[^。\n]{0,12}[○〇◯][^。\n]{0,24}[×✕☓]|(?:誤|間違|不適切)[^。\n○〇◯]{0,12}[×✕☓][^。\n]{0,24}[○〇◯]"
    r"|⭕\ufe0f?\s*(?:か\s*)?❌\ufe0f?\s*(?:コーナー|クイズ|問題|チェック|テスト|で答)|true\s*(?:/|or)\s*false"
    rf"|{_ASKED}",
    re.IGNORECASE,
)
# … what asks it of each of the statements beneath
JUDGED = re.compile(
    r"(?:正誤|真偽)を、?(?:それぞれ)?(?:答え|判定|判断|述べ|書|示)|正しいか、?(?:それとも)?(?:誤|間違)"
    r"|(?:正し|適切|合って)[^。\n]{0,12}[○〇◯][^。\n]{0,24}[×✕☓][^。\n]{0,8}(?:[つ付]け|記入|記せ|書|入れ|答え)"
    r"|正しければ[^。\n]{1,10}(?:誤|間違)[^。\n]{0,14}(?:[つ付]け|記入|記せ|書|入れ|答え)"
)
# What a file says at its beginning of its statements: 正誤問題は文末に（◯）（✕）
_ABOUT_ALL = re.compile(
    r"^(?!.*(?:肢|自分|私|番号))(?:.*(?:正誤|[○〇◯]\s*[×✕☓]|まるばつ|マルバツ)(?:問題|の問題|式)?\s*(?:は|の答え|:|→)"
    r"|.*[○〇◯][)）]?\s*(?:か|と|、|/|／)?\s*[(（]?[×✕☓][)）]?\s*(?:で(?:答|書|記|示)|を(?:書|付|つけ)))"
)
# A line that only says that statements follow: 【○×】, ■ 正誤問題
_TITLE = re.compile(
    r"[【\[(<]?\s*(?:[○〇◯]\s*(?:か|・|/|or)?\s*[×✕☓]|⭕\ufe0f?\s*❌\ufe0f?(?!$)|正誤|マルバツ|まるばつ)\s*(?:問題|判定|クイズ|チェック|コーナー|編|式)?\s*(?:[①-⑳]|\d{1,2})?\s*[】\])>]?\s*:?"
)
_LONGEST_TITLE = 16  # characters
_IN_TITLES = re.compile("[○〇◯⭕正マま]")  # one is in each of such titles
_NOTE = re.compile(r"[\s　]*[(（][^()（）]*[)）]$")  # ○× （過去問より）
_LONGEST_NOTE = 24
_PREFACE = 8  # lines
_LEAST = 3  # statements in a run
# beneath a sentence of the same paragraph
_POINTED = re.compile(rf"\s*(?:→|⇒|➡)\s*(?:(?P<yes>[{YES}])|(?P<no>[{NO}]))\ufe0f?(?=$|[\s　。、,(（で])")
_BEHIND = re.compile(
    rf"[。．][\s　]*(?:[(（\[［【〔〈《]\s*(?:(?P<yes>[{YES}])|(?P<no>[{NO}]))\ufe0f?\s*[)）\]］】〕〉》]"
    rf"|(?:→|⇒|➡)\s*(?:(?P<yes_too>[{YES}])|[{NO}])\ufe0f?(?=$|[\s　。、,(（で]))"
)
_PLANS = re.compile(
    r"予定|計画|目標|宿題|課題|やること|やるべき|持ち物|買い?物|リスト|タスク|進捗|習慣|準備|\b(?:to-?do|tasks?|plan)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?:こと(?:に|と)(?:する|した|しよう)|予定(?:だ|です|である)?|つもり(?:だ|です)?|たい(?:です)?|よう|ましょう)[。．]"
)
_CONCLUDED = re.compile(
    rf"\s*(?:→|⇒|➡).*(?:なので|だから|ので|から|よって)、?\s*(?:(?P<yes>[{YES}])|(?P<no>[{NO}]))[。.]?\s*$"
)


class Statement(NamedTuple):
    """A numbered sentence, its line, what is marked on it (None: still open), and whether more than a sign tells so."""

    number: int
    line: int
    verdict: bool | None
    told: bool


def runs_of(statements: Iterable[Statement]) -> str:
    """The lines of the statements that are marked right or wrong as a whole file's run shows; ``""`` if there is none.

    A run is numbered throughout (1 to 3 beneath one heading, 4 and 5 beneath the next), each sentence with ``→ ○`` or
    ``→ ×`` right beneath it (or ``→``, still open; or ``○`` by itself, where one of them at least has its reason
    behind, as no list of things to do has), and has both: then a heading's part of it may have only one of them, and is
    still a list of statements.
    """
    run: list[tuple[int, bool | None, bool]] = []
    last = 0
    found: list[int] = []
    for number, line, verdict, told in statements:
        if number != last + 1:
            found += _lines(run)
            run = []
        last = number
        run.append((line, verdict, told))
    return " ".join(map(str, [*found, *_lines(run)]))


def is_title(line: Line) -> bool:
    """Whether a line only says that statements follow which are right or wrong (``【○×】``)."""
    if len(line.text) > _LONGEST_TITLE + _LONGEST_NOTE or line.role is Role.CODE or not _IN_TITLES.search(line.text):
        return False
    said = _NOTE.sub("", plain(line.text).strip()).lstrip("■◆◇●▼▶★☆□ ")
    return len(said) <= _LONGEST_TITLE and bool(_TITLE.fullmatch(said) or _TITLE.fullmatch(bare(said)))


def judged_in(section: Section) -> Iterator[tuple[int, bool]]:
    """The lines of a section's sentences that ○ or × is said of, and which of them.

    It stands behind the sentence (``…である。（○）``, ``…である。→ ×``), or behind an arrow right beneath, in the same
    paragraph or list item. What somebody plans, or ticks off, is none.
    """
    lines = list(lines_of(section.all_blocks))
    planned = False
    for at, line in enumerate(lines):
        planned = bool(_PLANS.search(plain(line.text))) if line.role is Role.HEADING else planned
        if planned or line.role not in (Role.TEXT, Role.ITEM) or _PLANNED.search(plain(line.text)):
            continue
        after = lines[at + 1] if at + 1 < len(lines) else None
        own = after is not None and (after.role, after.depth) == (Role.DETAIL, line.depth)
        own = own or (after is not None and line.opens_block and line.role is Role.TEXT and after.block is line.block)
        said = _BEHIND.search(line.text)
        if after and own and not said and line.text.rstrip().endswith(("。", "．")):
            said = _POINTED.match(after.text) or _CONCLUDED.match(after.text)
        if said:
            yield line.number, (said["yes"] or said.groupdict().get("yes_too")) is not None


def habit_of(judged: Sequence[tuple[int, bool]]) -> str:
    """The lines of such sentences if a file has three at least, and both ○ and ×: then that is how it asks."""
    both = len({right for _, right in judged}) > 1
    return " ".join(str(line) for line, _ in judged) if both and len(judged) >= _LEAST else ""


def tells_of_truth(collection: Collection) -> bool:
    """Whether a file says before its questions that its statements bear ○ or × (``正誤問題は文末に（◯）（✕）``)."""
    preface = (line for page in collection.pages[:2] for line in lines_of(page.blocks))
    return any(_ABOUT_ALL.search(plain(line.text)) for line in islice(preface, _PREFACE))


def lines_in(listed: Mapping[str, str]) -> frozenset[int]:
    """The lines that :func:`runs_of` told of."""
    return frozenset(map(int, listed.get(NAME, "").split()))


def _lines(run: Sequence[tuple[int, bool | None, bool]]) -> list[int]:
    verdicts = [verdict for _, verdict, _ in run if verdict is not None]
    counts = len(verdicts) >= _LEAST and len(set(verdicts)) > 1 and any(told for _, _, told in run)
    return [line for line, _, _ in run] if counts else []


def statements_of(section: Section) -> Iterator[Statement]:
    """The numbered sentences of a section that have a mark, or an arrow alone, beneath them."""
    lines = list(lines_of(section.blocks))
    numbers = item_numbers(lines)
    for at, line in enumerate(lines):
        if at not in numbers or line.depth != 1:  # none of a list that has a number twice
            continue
        verdict = _VERDICT.match(_beneath(lines, at))
        if verdict and line.text.rstrip().endswith(("。", "．")):
            right = bool(verdict["yes"] or verdict["bare_yes"])
            told = not (verdict["bare_yes"] or verdict["bare_no"]) or verdict["reason"] is not None
            is_open = verdict[0].strip() in "→⇒➡"
            yield Statement(numbers[at], line.number, None if is_open else right, told)


def _beneath(lines: Sequence[Line], at: int) -> str:
    after = lines[at + 1] if at + 1 < len(lines) else None
    return after.text if after and after.role is Role.DETAIL else ""
