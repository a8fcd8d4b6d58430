"""Finding what a section defines: terms with their meanings, from tables, lists and sentences."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from studynotes.japanese import fold, script, tokens
from studynotes.model import Block, Kind, Lines, Section
from studynotes.questions.recognisers.definitionheads import MEANING_HEADS, TERM_HEADS, means
from studynotes.questions.recognisers.nodefinitions import counts, says_nothing
from studynotes.questions.recognisers.offered import offered_in
from studynotes.questions.words.marks import mark_of
from studynotes.questions.words.phrases import bare, plain, undecorated
from studynotes.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studynotes.model import Cell

_THINGS_MEANINGS = frozenset(["説明", "意味", "定義", "役割", "用途"])
_OTHER_NAMES = frozenset(["英語", "英語名", "英名", "読み", "読み方", "正式名称", "略称", "略語", "別名"])
_CLASSES = frozenset(
    ["分類", "区分", "種類", "種別", "カテゴリ", "分野", "例", "例文", "記号", "単位"]
)  # beside a meaning
_PLACES = frozenset(["章", "節", "単元", "科目", "ページ"])  # where the book has a term
_NUMBERS = frozenset(["番号", "No", "No.", "NO", "#", "順"])
_BRIEF = frozenset(["略語"])  # whose meanings are short
# Heads of columns that hold no things one should know: numbers, times, people, choices, steps, aspects.
_NO_THING = re.compile(
    r"|[\W\d_]+|.*(?:日付?|日時|時間|時刻|期間|時期|年度?|月|週|曜日?|回|番号|順番?|章|節|頁|ページ)|No\.?|.*(?:担当者?|氏名|名前|人|係|メンバー)"
    r"|バージョン|版|タスク|やること|作業|予定|テーマ|トピック|書籍|本|サイト|リンク|場面|シーン|レベル|優先度|重要度|難易度|.*(?:質問|疑問|誤解|勘違い)|問題?|設問|選択肢|記号|手順|ステップ|段階|項目|観点|比較.*|例|質問|答え?|正解|備考|状態|[A-Za-zア-オ]",
    re.IGNORECASE,
)
_TELLING = 3  # characters of a word that give a term away
_LEAST_ROWS = 3
_LISTS = (Kind.BULLET_LIST, Kind.ORDERED_LIST)
_SHORTEST_TERM, _LONGEST_TERM = 2, 48
_SHORTEST_MEANING = 6
_TERM = r"(?P<term>[^。、，？?！!「」『』：:=→]{2,40}?)"
_END = r"(?:のこと)?(?:です|である|をいいます|を指します|という意味です)?[。.]?"
_TOWA = re.compile(rf"{_TERM}とは[、,]\s*(?P<meaning>[^。]+?){_END}")
_IS = re.compile(rf"{_TERM}は[、,]\s*(?P<meaning>[^。]+?){_END}")
_PAIR = re.compile(rf"{_TERM}\s*(?:：|:|=|＝|→|—|–)\s*(?P<meaning>.+)")
_CAPTIONED = re.compile(
    _PAIR.pattern.replace("{2,40}", "{1,40}").replace("|—", r"|(?<=\s)[-－](?=\s)|—")
)  # a term of one character where 用語 is said
_SIGN = re.compile(r"[：:=＝→]")
_COUNTED = re.compile(r"^\s*[①-⑳❶-❿]\s*(?=\S)")  # before a term: its number in the list
_SPELLED = re.compile(rf"{_TERM}\s+(?:…+|‥+|\.{{3}})\s+(?P<meaning>.+)")  # 語 … 意味
_MEASURE = re.compile(r"[^\d]{0,3}\d[\d,.]*\s*\S{0,4}")  # 1,320円
_UNDER = re.compile(r"[:：]\s+(?P<meaning>\S.*)")  # beneath a term, as definition lists are written
_GLOSSED = re.compile(r".+[（(][^（()）]+[)）]")
_ROLE = re.compile(r"(?P<caption>役割|意味|定義|説明|概要)\s*[：:]\s*(?P<meaning>.+)")
_NAMED_CAPTION = re.compile(
    r"(?:重要|基本|頻出|関連|専門|必須|必修|主要|主な|覚える(?:べき)?|おぼえる(?:べき)?)?の?(?:用語|語句|定義|言葉の意味|単語)(?:の?(?:説明|意味|整理|まとめ|集|一覧|解説|メモ))?[：:]?"
)
_ASKED = re.compile(r"(?:\d+\s*[.．)）]\s*)?(?P<term>.+?)(?P<asks>とは)?\s*[？?]?")
_POINTERS = "👉➡→⇒☞"
_CONTENT = frozenset(["名詞", "動詞", "形容詞", "形状詞"])
_EVERYWHERE = frozenset(
    map(fold, ["こと", "もの", "ため", "総称", "一つ", "1", "つ", "方法", "仕組み", "機能", "それ", "うち", "中"])
)
_LONGEST_LINE = 60
_A_LABEL = re.compile(
    r"[(\[]?(?:[A-Za-z]|\d{1,2}(?:[-–]\d{1,3})?|[ァ-ヶ]|[あ-ん])[)\].．]?"
)  # of a choice, or a question
_KANJI = re.compile(r"[一-鿿]{2}")  # a word that two kinds may share; of katakana it may be any word's end
_THIS = re.compile(r"(?P<meaning>[^。]+?)のことです[。.]?")


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and its meaning. Those of one ``group`` (if it is named) stand side by side, told apart by the writer."""

    term: str
    meaning: str
    group: str
    block: Block
    caption: str = ""  # what the notes call the meaning (役割), if anything
    kind: str = "用語"  # what they call the thing (コマンド)
    brief: bool = False  # whether a word or two may be all of its meaning

    @property
    def names(self) -> frozenset[str]:
        """The term's names, folded: ``Recall（再現率）`` is also called Recall and 再現率."""
        return _names(self.term)

    def shows(self) -> bool:
        """Whether the meaning gives the term away: it holds it, all its words, or one of them in katakana or Latin."""
        meaning = folded_once(self.meaning)
        words = {fold(word) for word in _words(self.term)}
        parts = content_words(self.term)
        return (
            any(name in meaning for name in self.names)
            or any(word in meaning for word in words if len(word) >= _TELLING)
            or (len(parts) > 1 and all(part in meaning for part in parts))
        )


@lru_cache(maxsize=4096)
def _names(term: str) -> frozenset[str]:
    inner = re.findall(r"[（(]([^（()）]+)[)）]", term)
    outer = re.sub(r"[（(][^（()）]+[)）]", "", term)
    return frozenset(fold(name).strip() for name in [term, outer, *inner] if name.strip())


@lru_cache(maxsize=4096)
def folded_once(words: str) -> str:
    """``fold``, remembered: each term is compared with many others."""
    return fold(words)


@lru_cache(maxsize=4096)
def content_words(meaning: str) -> frozenset[str]:
    """The words of a meaning that carry it: nouns, verbs and adjectives, folded, without those that any meaning has."""
    return (
        frozenset(
            fold(word.surface) for word in tokens(meaning) if word.kind[0] in _CONTENT and word.kind[1] != "非自立可能"
        )
        - _EVERYWHERE
    )


def definitions_of(section: Section) -> list[Definition]:
    """All definitions in ``section``, in reading order; each term once, with its first meaning."""
    found = [definition for source in _SOURCES for definition in source(section)]
    found.sort(key=lambda definition: (definition.block.lines.first, definition.group))
    counting = {group for group in {each.group for each in found} if group and counts(_terms_of(group, found))}
    result: list[Definition] = []
    taken: set[str] = set()
    offered = offered_in(section) if found else frozenset()
    for definition in found:
        judged = mark_of(definition.term)  # A（正しい）
        named = definition.term[judged.start : judged.end] if judged else definition.term
        labelled = _A_LABEL.fullmatch(plain(named))
        least = _SHORTEST_TERM if definition.brief else _SHORTEST_MEANING
        told = definition.group not in counting and not says_nothing(definition.term, definition.meaning)
        fits = told and not labelled and len(definition.term) <= _LONGEST_TERM and len(definition.meaning) >= least
        if fits and not definition.names & taken and definition.block.lines.first not in offered:
            taken |= definition.names
            result.append(definition)
    return result


def _terms_of(group: str, found: list[Definition]) -> list[str]:
    return [each.term for each in found if each.group == group]


def _tables(section: Section) -> Iterator[Definition]:
    """Tables of terms: the first column is called 用語 (or the like) and another one 説明 (or the like).

    A table of two columns (and one of other names) whose last is called 意味, 役割, … may call the first what the
    things are (コマンド, ディレクトリ), unless that is a number, a date or a person; where they are all code, the last
    may also be called 内容. A column of numbers before them, and one of kinds (分類) or examples beside, don't matter.
    """
    for block in section.walk():
        if block.kind is not Kind.TABLE or len(block.rows) < _LEAST_ROWS:
            continue
        rows = _from_terms(_without_numbers(block.rows))
        heads = [plain(cell.text).strip() for cell in rows[0]]
        column = next((at for at, head in enumerate(heads) if at and means(head)), None)
        kind = "用語" if heads[0] in TERM_HEADS else _kind(heads, all_code=all(map(_is_code, rows[1:])))
        if not kind or column is None:
            continue
        caption = heads[column] if kind != "用語" else ""
        for row in rows[1:]:
            if len(row) > column and row[0].text.strip():
                term, meaning = one_line(row[0].text), one_line(row[column].text)
                brief = heads[0] in _BRIEF
                yield Definition(term, meaning, f"table {block.position}", block, caption, kind, brief)


def _without_numbers(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """A table's rows without a first column of numbers alone, where two columns or more are left."""
    numbers = plain(rows[0][0].text).strip() in _NUMBERS and all(row[0].text.strip().isdigit() for row in rows[1:])
    return tuple(row[1:] for row in rows) if numbers and min(map(len, rows)) > len(("number", "term")) else rows


def _from_terms(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """A table's rows without the columns of kinds or chapters (分類, 章) before one that is called 用語."""
    heads = [plain(cell.text).strip() for cell in rows[0]]
    start = next((at for at, head in enumerate(heads) if head in TERM_HEADS), 0)
    return tuple(row[start:] for row in rows) if set(heads[:start]) <= _CLASSES | _PLACES else rows


def _is_code(row: tuple[Cell, ...]) -> bool:
    """Whether a row begins with a cell of code alone."""
    return bool(row[0].inlines) and all(run.kind == "code" or not run.text.strip() for run in row[0].inlines)


def _kind(heads: list[str], *, all_code: bool) -> str:
    """What the things of a table are called that has them and their meaning; ``""`` where they are nothing to know."""
    first, *others = [heads[0], *(head for head in heads[1:] if head not in _OTHER_NAMES | _CLASSES)]
    wanted = MEANING_HEADS if all_code else _THINGS_MEANINGS
    if len(others) != 1 or others[0] not in wanted or _NO_THING.fullmatch(first):
        return ""
    return first


def is_of_terms(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether a table defines the things in its first column."""
    heads = [plain(cell.text).strip() for cell in rows[0]]
    return heads[0] in TERM_HEADS or bool(_kind(heads, all_code=all(map(_is_code, rows[1:]))))


def is_no_thing(head: str) -> bool:
    """Whether a table's head names nothing that one should know (a number, a day, a person, a choice's label)."""
    return _NO_THING.fullmatch(head) is not None


def _captioned_lists(section: Section) -> Iterator[Definition]:
    """Lists under a line that says 用語, 定義, … with items ``用語：意味`` or ``用語 → 意味``, or 意味 beneath 用語.

    So may be the lines of a paragraph (``・用語：意味``).
    """
    blocks = section.all_blocks
    for before, block in itertools.pairwise(blocks):
        if block.kind not in (*_LISTS, Kind.PARAGRAPH) or before.kind not in (Kind.HEADING, Kind.PARAGRAPH):
            continue
        if not _NAMED_CAPTION.fullmatch(bare(before.text.split("\n")[-1])):
            continue
        pairs = [(item, _CAPTIONED.fullmatch(words)) for item, words in _entries(block)]
        if pairs[1:] and all(found for _, found in pairs):
            for item, found in pairs:
                if found:
                    term = _COUNTED.sub("", found["term"]).strip()
                    yield Definition(term, found["meaning"].strip(), f"list {block.position}", item)


def _entries(block: Block) -> Iterator[tuple[Block, str]]:
    """The items of a list, each with its only item beneath behind a colon; three lines or more of a paragraph."""
    lines = [one_line(line).lstrip("・ 　").replace("**", "") for line in block.text.split("\n")]
    if (
        block.kind is Kind.PARAGRAPH
        and len(lines) >= _LEAST_ROWS
        and all(len(_SIGN.findall(line)) == 1 for line in lines)
    ):
        yield from ((block, line) for line in lines)
    for item in block.children if block.kind in _LISTS else ():
        beneath = [inner for child in item.children[1:] for inner in child.children or (child,)]
        below = "：" + one_line(beneath[0].text) if len(beneath) == 1 and "：" not in item.text else ""
        yield item, one_line(item.text) + below


def _kinds(section: Section) -> Iterator[Definition]:
    """Lists of three items or more, each ``**用語**：意味``, whose terms end alike, as the line above the list does.

    ``## 活性化関数`` and beneath it ``**シグモイド関数**：…``, ``**ReLU関数**：…``: kinds of one thing. Bold words
    before a colon alone may be anything (``**場所**：…``).
    """
    blocks = section.all_blocks
    for before, block in itertools.pairwise(blocks):
        if block.kind is not Kind.BULLET_LIST or before.kind not in (Kind.HEADING, Kind.PARAGRAPH):
            continue
        pairs = [_bold_pair(item) for item in block.children]
        ends = {pair[0][-2:] for pair in pairs if pair}
        alike = (
            len(ends) == 1
            and _KANJI.fullmatch(next(iter(ends)))
            and bare(before.text.split("\n")[-1]).rstrip(":：").endswith(next(iter(ends)))
        )
        if alike and len(pairs) >= _LEAST_ROWS and all(pairs):
            for item, pair in zip(block.children, pairs, strict=True):
                if pair and len(pair[0]) > len(next(iter(ends))):
                    yield Definition(pair[0], pair[1].rstrip("。"), f"list {block.position}", item)


def _bold_pair(item: Block) -> tuple[str, str] | None:
    """The bold words that an item of one line begins with, and what stands behind a colon."""
    runs = item.children[0].inlines if item.children and "\n" not in item.text else ()
    bold = "".join(run.text for run in itertools.takewhile(lambda run: run.strong or not run.text, runs))
    rest = item.text[len(bold) :].lstrip()
    return (bold.strip(), rest[1:].strip()) if bold.strip() and rest[:1] in (":", "：") and rest[1:].strip() else None


def _spelled_lists(section: Section) -> Iterator[Definition]:
    """Lists of three items or more, each ``用語 … 意味`` as word books have it."""
    for block in section.walk():
        if block.kind is not Kind.BULLET_LIST or len(block.children) < _LEAST_ROWS:
            continue
        pairs = [_SPELLED.fullmatch(item.text.split("\n")[0].strip()) for item in block.children]
        if not all(pairs) or any(_MEASURE.fullmatch(pair["meaning"]) for pair in pairs if pair):
            continue
        for item, pair in zip(block.children, pairs, strict=True):
            if pair:
                term = _COUNTED.sub("", pair["term"]).strip()
                yield Definition(term, pair["meaning"].rstrip("。"), f"list {block.position}", item)


def _under_terms(section: Section) -> Iterator[Definition]:
    """Definition lists: a term, and on the line beneath it ``: 意味``; two of them at least in a section."""
    found = []
    for block in section.blocks:
        lines = block.text.split("\n") if block.kind is Kind.PARAGRAPH else []
        under = _UNDER.fullmatch(lines[1].strip()) if len(lines) == len(("term", "meaning")) else None
        if under and not re.search(r"[。？?：:]", lines[0]):
            found.append(Definition(lines[0].strip(), under["meaning"].rstrip("。"), "under", block))
    if found[1:]:
        yield from found


def _sentences(section: Section) -> Iterator[Definition]:
    """Sentences ``X とは、…です。`` in paragraphs and list items."""
    for block in section.walk():
        if block.kind is Kind.PARAGRAPH:
            for line in block.text.split("\n"):
                found = _TOWA.fullmatch(line.strip())
                if found:
                    yield Definition(found["term"].strip(), found["meaning"].strip(), "", block)


def _headings(section: Section) -> Iterator[Definition]:
    """A heading ``X とは？`` and right beneath it one line without a full stop, or the sentence ``X は、…です。``.

    Without とは, the line must point back (``👉 …``), and so must another one in the section.
    """
    pointed = []
    for heading, block in zip(section.blocks, section.blocks[1:], strict=False):
        if heading.kind is not Kind.HEADING or block.kind is not Kind.PARAGRAPH:
            continue
        asked = _ASKED.fullmatch(undecorated(heading.text))
        line = one_line(block.text)
        subject = _IS.match(line)
        if not asked or len(asked["term"]) < _SHORTEST_TERM or not line:  # (a picture without words)
            continue
        term = asked["term"].strip()
        if "。" not in line and len(line) <= _LONGEST_LINE and (asked["asks"] or line[0] in _POINTERS):
            pointed.append(
                Definition(term, undecorated(line).lstrip("→⇒➡ ").strip(), f"headings {asked['asks'] or ''}", block)
            )
        elif asked["asks"] and subject and _same(subject["term"], term):
            yield Definition(term, subject["meaning"].strip(), "", block)
    if len(pointed) > 1:
        yield from pointed


def _items(section: Section) -> Iterator[Definition]:
    """List items that name a term, with ``役割：…`` (意味, 定義, …) or ``…のことです。`` as what stands beneath."""
    for list_ in section.walk():
        if list_.kind is not Kind.BULLET_LIST:
            continue
        for item in list_.children:
            if "\n" in item.text or "。" in item.text or not item.text.strip():
                continue
            beneath = [
                one_line(inner.text)
                for child in item.children[1:]
                if child.kind is Kind.BULLET_LIST
                for inner in child.children
            ]
            role = next((found for words in beneath if (found := _ROLE.fullmatch(words))), None)
            this = _THIS.fullmatch(beneath[0]) if beneath else None
            if role:
                yield Definition(
                    item.text.strip(), role["meaning"].rstrip("。"), f"list {list_.position}", item, role["caption"]
                )
            elif this:
                yield Definition(item.text.strip(), this["meaning"], "", item)


def _glossed(section: Section) -> Iterator[Definition]:
    """Lines ``Precision（適合率）：…`` in paragraphs, where a section has two or more of them."""
    found = []
    for block in section.blocks:
        for line in block.text.split("\n") if block.kind is Kind.PARAGRAPH else ():
            pair = _PAIR.fullmatch(line.strip())
            if pair and _GLOSSED.fullmatch(pair["term"].strip()) and not re.search(r"[=＝\d/]{3,}", pair["meaning"]):
                found.append(Definition(pair["term"].strip(), pair["meaning"].strip().rstrip("。"), "glossed", block))
    if found[1:]:
        yield from found


_SOURCES = (_tables, _captioned_lists, _kinds, _spelled_lists, _under_terms, _sentences, _headings, _items, _glossed)


def _same(one: str, other: str) -> bool:
    return bool(Definition(one, "", "", _NOWHERE).names & Definition(other, "", "", _NOWHERE).names)


def _words(term: str) -> list[str]:
    """The katakana and Latin words of a term."""
    words: list[str] = []
    kind = ""
    for char in term:
        now = script(char)
        if now in ("katakana", "alnum"):
            if now != kind:
                words.append("")
            words[-1] += char
        kind = now
    return words


_NOWHERE = Block(Kind.RULE, Lines(0, 0), 0, 0)
