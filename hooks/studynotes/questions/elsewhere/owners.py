"""Which lines of a file stand beneath a title that says that answers are somebody's own, or of one attempt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studynotes.model import Kind
from studynotes.questions.elsewhere import answertables, answertitles
from studynotes.questions.text.lines import lines_of
from studynotes.questions.words import answerlines, phrases

if TYPE_CHECKING:
    from collections.abc import Collection as Group
    from collections.abc import Iterator, Mapping, Sequence

    from studynotes.model import Block, Collection

NAME = "lines of somebody's own answers"
_BENEATH = 7  # the level of a title that is no heading: the next title ends what is beneath it
_OF_THE_BOOK = re.compile(r"先生|講師|公式|教科書")  # 先生の模範解答
_OF_THE_KEY = re.compile(r"正解|正答|模範|公式")
_PERSON = re.compile(
    rf"[^。]{{0,8}}(?:さん|くん|君|ちゃん|先輩|後輩|同級生|弟|兄|姉|妹|母|父|妻|夫|彼女?|クラス|班|(?:Chat)?GPT(?:-?\d\w*)?|AI|Gemini|Claude|Copilot)"
    rf"の{answerlines.WORD}(?:一覧|例|メモ)?(?:\s*[(].*)?\s*:?",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--\s*|\s*-->")
_SENTENCE = 12  # characters, from which on a line may be a statement


def owned_in(collection: Collection) -> Group[int]:
    """The numbers of the lines that stand beneath a title like ``自分の解答``, ``友人の答え`` or ``1回目の解答``.

    What stands beneath is all up to the next title of its rank, or one that says 正解. A table
    with a column 正解 beside one of somebody's answers gives these apart, and is none of theirs. Where a part of the
    file that asks is called so (``1回目``), a title is that part's, and no attempt.
    """
    blocks = [block for page in collection.pages for block in page.all_blocks]
    owned: set[int] = set()
    level = 0
    for at, block in enumerate(blocks):
        title = _title(block)
        if title:
            rank = block.level if block.kind is Kind.HEADING else _BENEATH
            level = 0 if rank <= level or (level and _OF_THE_KEY.search(title)) else level
            level = rank if not level and _is_own(title, blocks, at, collection) else level
        if level and not (block.kind is Kind.TABLE and answertables.tabled(block, own=True)):
            owned.update(range(block.lines.first, block.lines.last + 1))
    return owned


def lines_owned(listed: Mapping[str, str]) -> Group[int]:
    """These lines, as the answers of a file (``listed``) carry them along."""
    return frozenset(map(int, listed[NAME].split())) if NAME in listed else frozenset()


def is_bold_line(block: Block) -> bool:
    """Whether all of a paragraph is bold, as a title may be."""
    return block.kind is Kind.PARAGRAPH and all(run.strong for run in block.inlines if run.text.strip())


def _title(block: Block) -> str:
    """What a block says that may be a title: a heading, a bold line, a box that folds."""
    told = answertitles.first_of(block) if is_bold_line(block) or block.kind in (Kind.HEADING, Kind.HTML) else ""
    return _COMMENT.sub("", told)


def _is_own(title: str, blocks: Sequence[Block], at: int, collection: Collection) -> bool:
    """Whether a title says that the answers beneath it are somebody's own."""
    if attempt := answertitles.attempt(title):
        return not phrases.bare(collection.title).startswith(attempt) and not _is_part(attempt, blocks, at)
    if answerlines.is_own(title) or answertitles.is_unsure(title) or _PERSON.fullmatch(title):
        return _OF_THE_BOOK.match(phrases.bare(title)) is None
    return False


def _is_part(name: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether something is asked beneath a title, or a heading that begins with the same words."""
    named = (
        index
        for index, block in enumerate(blocks)
        if block.kind is Kind.HEADING and phrases.bare(block.text).startswith(name)
    )
    return any(_asks(block) for index in {at, *named} for block in _beneath(blocks, index))


def _beneath(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The blocks beneath a title, up to the next of its rank."""
    rank = blocks[at].level if blocks[at].kind is Kind.HEADING else _BENEATH
    for block in blocks[at + 1 :]:
        if block.kind is Kind.HEADING and block.level <= rank:
            return
        yield block


def _asks(block: Block) -> bool:
    """Whether a block asks a question, or states something that may be right or wrong."""
    texts = (line.text for line in lines_of([block])) if block.kind is not Kind.TABLE else iter(())
    return any(
        phrases.is_question(text)
        or phrases.begins_with_q(text)
        or (text.rstrip().endswith("。") and len(text) >= _SENTENCE)
        for text in texts
    )
